"""What every training learns from: the corpus, and messages whose sentences nobody marked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pipeline.classifier import corpus, written
from pipeline.classifier.corpus import Example, Line, Teaches
from pipeline.core.message import Message, MessageKey
from pipeline.core.verdict import Label
from pipeline.reading.read import read

#: Messages that stand one behind the other are of one hand: so many of them are a family, and stay together in a fold,
#: which the name of the family deals.
_OF_ONE_HAND = 20
_FAMILY = "letters"

_ANY_TIME = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Lessons:
    """Where the examples of a training lie: the folders of corpus and unmarked messages, the file of fillers."""

    corpus: Path
    unmarked: Path
    fillers: Path

    def examples(self) -> list[Example]:
        """Return all examples.

        Those that teach messages alone come last, so that chance deals the others as it would without them.

        Raises:
            ModelError: A file is not in its form.
        """
        marked = sorted(corpus.load(self.corpus), key=lambda one: one.teaches is Teaches.MESSAGES)
        return [*marked, *self._unmarked()]

    def _unmarked(self) -> Iterator[Example]:
        """Yield them, but for ordinary mail: whether it refuses anything would have to be known.

        They are read as mail is, so that their sentences are those of mail.
        """
        for one in written.load(self.unmarked):
            if one.label is not Label.OTHER:
                key = MessageKey("", 0, 1)
                reading = read(Message(key, one.name, _ANY_TIME, subject=one.subject, text=one.body))
                yield Example(
                    name=one.name,
                    label=one.label,
                    language=one.language,
                    family=f"{one.language}/{one.label}/{_FAMILY}-{one.number // _OF_ONE_HAND}",
                    sender="",
                    subject=without_slots(one.subject),
                    paragraphs=(tuple(Line(None, without_slots(sentence.text)) for sentence in reading.sentences),),
                    teaches=Teaches.MESSAGES,
                    is_marked=False,
                )


def without_slots(text: str) -> str:
    """Return a text in which nothing looks like a slot of the corpus."""
    return text.replace("{", "(").replace("}", ")")
