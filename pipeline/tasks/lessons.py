"""What every training learns from: the corpus, and messages whose sentences nobody marked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from pipeline.classifier import corpus, written
from pipeline.classifier.corpus import Example, Line, Teaches
from pipeline.classifier.written import Written
from pipeline.core.message import Message, MessageKey
from pipeline.core.verdict import Label
from pipeline.reading.read import read

#: Messages that stand one behind the other are of one hand: so many of them are a family, and stay together in a fold,
#: which the name of the family deals.
_OF_ONE_HAND = 20

_ANY_TIME = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Lessons:
    """Where the examples of a training lie: the corpus, the folders of unmarked messages, the file of fillers."""

    corpus: Path
    unmarked: Sequence[Path]
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
        """Yield them, but for ordinary mail of which is not known whether it refuses anything."""
        for folder in self.unmarked:
            for one in written.load(folder):
                if one.label is not Label.OTHER or one.refuses is not None:
                    yield _example(one, folder.name)


def _example(one: Written, group: str) -> Example:
    """Return a message as an example; it is read as mail is, so that its sentences are those of mail."""
    key = MessageKey("", 0, 1)
    reading = read(Message(key, one.name, _ANY_TIME, subject=one.subject, text=one.body))
    return Example(
        name=f"{group}-{one.name}",
        label=one.label,
        language=one.language,
        family=f"{one.language}/{one.label}/{group}-{one.number // _OF_ONE_HAND}",
        sender="",
        subject=without_slots(one.subject),
        paragraphs=(tuple(Line(None, without_slots(sentence.text)) for sentence in reading.sentences),),
        teaches=Teaches.MESSAGES,
        is_marked=False,
        refuses=one.refuses is True,
    )


def without_slots(text: str) -> str:
    """Return a text in which nothing looks like a slot of the corpus."""
    return text.replace("{", "(").replace("}", ")")
