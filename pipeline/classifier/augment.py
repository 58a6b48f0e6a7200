"""From corpus examples to training messages: slots filled, sentences traded, excerpts taken.

The corpus is small and tidy; the world is neither. Each sentence has its slots filled from `models/fillers.toml`; then
a message may trade sentences for others of the same act, label and language, may lose a courtesy, or may shrink to an
excerpt around the sentence that decides. Seeded: the same seed gives the same messages.
"""

from __future__ import annotations

import random
import tomllib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.classifier.corpus import Example, Teaches, fill, slots_in
from pipeline.core.verdict import ENDING_ACTS, USEFUL_ACTS, Act, Label


class Fillers:
    """Lists of names, roles, dates and the like, by slot and language."""

    def __init__(self, tables: Mapping[str, Mapping[str, Sequence[str]]]) -> None:
        self._tables = tables

    @classmethod
    def load(cls, path: Path) -> Fillers:
        """Return the fillers of a TOML file with a table `all` and one for each language."""
        return cls(tomllib.loads(path.read_text(encoding="utf-8")))

    def choose(self, slot: str, language: str, chance: random.Random) -> str:
        """Return one filler of a slot."""
        if slot in {"candidate", "recruiter"}:
            return f"{self.choose('first', language, chance)} {self.choose('last', language, chance)}"
        if slot == "recruiter_first":
            slot = "first"
        own = self._tables.get(language, {})
        return chance.choice(own.get(slot) or self._tables["all"][slot])

    def values(self, texts: Sequence[str], language: str, chance: random.Random) -> dict[str, str]:
        """Return one filler for each slot that the texts hold, the same throughout a message."""
        slots = dict.fromkeys(slot for text in texts for slot in slots_in(text))
        values = {slot: self.choose(slot, language, chance) for slot in slots}
        if "recruiter" in values and "recruiter_first" in values:
            values["recruiter_first"] = values["recruiter"].split()[0]
        return values


#: Sentences that may be traded in any message: they say nothing about its label.
_NEUTRAL = frozenset({Act.GREETS, Act.SIGNS, Act.FOOTER, Act.THANKS, Act.WISHES, Act.INVITES_CONTACT, Act.PRAISES})

#: Sentences that stay where they are: they mean little outside their message.
_FIXED = frozenset({Act.INFORMS, Act.CHATS, Act.REFUSES, Act.REPORTS, Act.ADVERTISES})

#: Sentences that a message can do without.
_SPARE = _NEUTRAL | {Act.KEEPS}

#: A sentence of the bank: its number there.
Number = int


@dataclass(frozen=True, slots=True)
class BankSentence:
    """A filled sentence of the corpus, with what it does, if that is known, and the number of its example."""

    text: str
    act: Act | None
    example: int
    also: Act | None = None

    @property
    def gives_feedback(self) -> bool:
        """Whether it says what was missing, why another was chosen or what to do; praise alone is told by its act."""
        return bool({self.act, self.also} & USEFUL_ACTS)


class Bank:
    """Every sentence of the corpus, filled, and the messages as rows of their numbers.

    Args:
        examples: The corpus.
        fold_of: The fold of each example. Sentences are traded inside a fold only, so that none crosses to the side on
            which it would give another message away.
        fillers: What fills the slots.
        seed: Of every choice made here.
    """

    def __init__(self, examples: Sequence[Example], fold_of: Sequence[int], fillers: Fillers, seed: int) -> None:
        self.examples = examples
        self.sentences: list[BankSentence] = []
        self.rows: list[list[Number]] = []
        self.subjects: list[str] = []
        self._fold_of = fold_of
        self._chance = random.Random(seed)  # noqa: S311 - variety, not secrecy
        self._pools: dict[tuple[int, str, Act | None, Label], list[Number]] = defaultdict(list)
        for index, example in enumerate(examples):
            self._add(index, example, fillers)

    def _add(self, index: int, example: Example, fillers: Fillers) -> None:
        """Take in one example with its slots filled."""
        texts = [example.subject, *(line.text for line in example.said)]
        values = fillers.values(texts, example.language, self._chance)
        row = []
        for line in example.said:
            row.append(len(self.sentences))
            if example.teaches is not Teaches.MESSAGES:
                self._pools[self._fold_of[index], example.language, line.act, example.label].append(row[-1])
            self.sentences.append(BankSentence(fill(line.text, values), line.act, index, line.also))
        self.rows.append(row)
        self.subjects.append(fill(example.subject, values))

    def variant(self, index: int) -> list[Number]:
        """Return an example with some sentences traded and some courtesies left out."""
        traded = [self._traded(index, number) for number in self.rows[index]]
        kept = [number for number in traded if self.sentences[number].act not in _SPARE or self._chance.random() > 0.2]
        return kept or traded

    def excerpt(self, index: int, speaking: frozenset[Act]) -> list[Number] | None:
        """Return a few sentences around one that speaks for the label, or None if the example has none."""
        row = self.rows[index]
        places = [place for place, number in enumerate(row) if self.sentences[number].act in speaking]
        if not places:
            return None
        place = self._chance.choice(places)
        return row[max(0, place - self._chance.randint(0, 2)) : place + self._chance.randint(0, 2) + 1]

    def _traded(self, index: int, number: Number) -> Number:
        """Return the sentence, or another that does the same."""
        act, example = self.sentences[number].act, self.examples[index]
        share = 0.5 if act in _NEUTRAL or act in ENDING_ACTS else 0.25
        stays = act is None or act in _FIXED or (example.label is Label.OTHER and act not in _NEUTRAL)
        if stays or self._chance.random() > share:
            return number
        others = self._pools.get((self._fold_of[index], example.language, act, example.label))
        return self._chance.choice(others) if others else number
