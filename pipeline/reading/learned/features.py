"""What is told of each token to the tagger: the word, its shape and kinds, what stands around it, where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from pipeline.core.applications.identity import LEGAL_FORMS
from pipeline.core.reading import Reading
from pipeline.reading.company.anchor import MOST_WORDS, spans
from pipeline.reading.company.domain import labels_of, tenant_labels
from pipeline.reading.learned.layout import WORDS, line_ends, line_numbers, runs
from pipeline.reading.learned.meanings import Meanings
from pipeline.reading.learned.tokens import LINE_END, SEPARATOR, TEXT, Token, shape_of
from pipeline.reading.role.words import names_occupation
from pipeline.reading.senders.known import Senders
from pipeline.reading.text.spelling import UMLAUTS, squash, unaccented

#: Shapes of what no name goes across.
_NO_NAME = frozenset({"SEP", "NL", "AT", "URL", "P.", "P!", "P?", "P:", "P|", "P(", "P)"})

#: Shapes of what holds words and is none.
_ADDRESSES = frozenset({"AT", "URL"})

#: How far around a token words are told by their meaning.
_MEANT = 2

#: Lines that may be of a signature or a letterhead are short, and near the end or the beginning.
_SHORT = 7
_NEAR_END = 12
_NEAR_START = 3

#: The kind of word that names an occupation.
OCCUPATION = "occ"


class Rows:
    """The tokens of one message and what is known of each."""

    def __init__(self, reading: Reading, tokens: Sequence[Token], senders: Senders, meanings: Meanings) -> None:
        self.zones = [token.zone for token in tokens]
        self.words = [token.text for token in tokens]
        # A feature is one line of text.
        self.folded = ["NL" if word == LINE_END else word.casefold() for word in self.words]
        self.shapes = [shape_of(word) for word in self.words]
        self.kinds = [_kinds(word, senders) for word in self.words]
        self.groups = [
            meanings.of(word) if word[:1].isalpha() and shape not in _ADDRESSES else None
            for word, shape in zip(self.words, self.shapes, strict=True)
        ]
        self.language = reading.language
        self.starts, self.ends = line_ends(self.words)
        self.lines = line_numbers(self.words)
        self.run_starts, self.run_ends = runs(self.folded, self.shapes)
        self.places = [self._place(index) for index in range(len(tokens))]
        self.spelt = _spelt(reading, self, senders)
        self.is_spelt = any(self.spelt)
        self.told = [self._features(index) for index in range(len(tokens))]

    def __len__(self) -> int:
        """Return how many tokens there are."""
        return len(self.words)

    def _place(self, index: int) -> str:
        """Return where a token stands: in the sender's name, the subject, the text, or a short line at its ends."""
        if self.zones[index] != TEXT:
            return self.zones[index]
        if self.ends[index] - self.starts[index] <= _SHORT:
            if self._from_end(index) < _NEAR_END and self.lines[index] > 1:
                return "Bs"
            if self.lines[index] < _NEAR_START:
                return "Bh"
        return TEXT

    def _from_end(self, index: int) -> int:
        """Return how many lines follow that of a token."""
        return self.lines[-1] - self.lines[index]

    def _word(self, index: int) -> str:
        """Return a word in folded case, or a mark beyond the ends."""
        return self.folded[index] if 0 <= index < len(self.folded) else "_"

    def _shape(self, index: int) -> str:
        """Return a shape, or a mark beyond the ends."""
        return self.shapes[index] if 0 <= index < len(self.shapes) else "_"

    def _features(self, index: int) -> list[str]:
        """Return the features of one token."""
        if self.words[index] == SEPARATOR:
            return ["sep"]
        place = self.places[index]
        found = self._around(index, place)
        if self.run_starts[index] is not None:
            found += self._of_run(index, place)
        if place in {"Bs", "Bh", "D"}:
            found += self._of_line(index)
        label = next(
            (at for at in range(self.starts[index], min(index, self.starts[index] + 5)) if self.words[at] in ":|"), None
        )
        if label is not None:
            found.append("col=" + " ".join(self.folded[max(self.starts[index], label - 2) : label]))
        return found

    def _around(self, index: int, place: str) -> list[str]:
        """Return what the token is and what stands before and behind it."""
        word, shape, ago, ahead = self.folded[index], self.shapes[index], self._word(index - 1), self._word(index + 1)
        before, behind = self._word(index - 2), self._word(index + 2)
        found = [
            f"w={word}",
            f"sf={word[-4:]}",
            f"sf2={word[-3:]}",
            f"s={shape}",
            f"zs={place}{shape}",
            f"l={self.language}{place}",
            f"w-2={before}",
            f"w-1={ago}",
            f"w1={ahead}",
            f"w2={behind}",
            f"w-2-1={before} {ago}",
            f"w12={ahead} {behind}",
            f"w-1z={ago}{place}",
            f"w1z={ahead}{place}",
            f"sh3={self._shape(index - 1)}{shape}{self._shape(index + 1)}",
            f"s-2={self._shape(index - 2)}",
            f"s-1={self._shape(index - 1)}",
            f"s1={self._shape(index + 1)}",
            f"s2={self._shape(index + 2)}",
        ]
        for kind in self.kinds[index]:
            found += (f"g={kind}", f"gz={kind}{place}")
        for step in (-1, 1):
            if 0 <= index + step < len(self):
                found += [f"g{step}={kind}" for kind in self.kinds[index + step]]
                if self.spelt[index + step]:
                    found.append(f"d{step}={self.spelt[index + step]}")
        found += self._meant(index, place)
        spelt = self.spelt[index]
        if spelt:
            found += (f"d={spelt}{place}", f"d={spelt}{shape}")
        found.append(f"dom={spelt}{place}" if self.is_spelt else f"nod={place}")
        return found

    def _meant(self, index: int, place: str) -> list[str]:
        """Return what the token and those around it mean."""
        found = [f"mz={self._wide(index)}{place}"]
        for step in range(-_MEANT, _MEANT + 1):
            if 0 <= index + step < len(self) and (groups := self.groups[index + step]):
                found += (f"m{step}={groups[0]}", f"n{step}={groups[1]}")
        return found

    def _wide(self, index: int) -> str:
        """Return the wide group of a word, or a mark if it has none."""
        groups = self.groups[index] if 0 <= index < len(self) else None
        return str(groups[0]) if groups else "_"

    def _of_run(self, index: int, place: str) -> list[str]:
        """Return what stands around the row of capital letters that the token is in."""
        start, end = self.run_starts[index] or index, self.run_ends[index] or index
        ago, ahead = self._word(start - 1), self._word(end + 1)
        kinds = sorted({kind for at in range(start, end + 1) for kind in self.kinds[at]})
        return [
            f"rl={ago}",
            f"rl2={self._word(start - 2)} {ago}",
            f"rl3={self._word(start - 3)} {self._word(start - 2)} {ago}",
            f"rr={ahead}",
            f"rr2={ahead} {self._word(end + 2)}",
            f"rlz={ago}|{place}|{ahead}",
            f"rlr={ago}|{ahead}",
            f"rp={'S' if index == start else ''}{'E' if index == end else ''}",
            f"rn={min(end - start, 6)}",
            f"rm={self._wide(start - 1)}",
            f"rm2={self._wide(start - 2)} {self._wide(start - 1)}",
            f"rmr={self._wide(start - 1)}|{self._wide(end + 1)}",
            *(f"rg={kind}" for kind in kinds),
            *(f"rgz={kind}{place}" for kind in kinds),
        ]

    def _of_line(self, index: int) -> list[str]:
        """Return what is told by the line that the token is in and the one above."""
        found = [f"fe={min(self._from_end(index), 6)}", f"ll={min(self.ends[index] - self.starts[index], 8)}"]
        above = self.starts[index] - 2
        if above >= 0:
            top = self.starts[above]
            found += (
                f"pe={self._word(top)} {self._word(top + 1)}",
                f"ps={min(self.ends[above] - top, 5)}{self._shape(top)}",
            )
        return found


def _kinds(word: str, senders: Senders) -> tuple[str, ...]:
    """Return the kinds of word that are known of one: occupation, department, organisation, given name, place."""
    if not word[:1].isalpha():
        return ()
    folded = word.casefold()
    known = {
        OCCUPATION: _is_occupation(word),
        "dep": folded in senders.departments,
        "org": folded in senders.organisations,
        "orge": len(folded) > 5 and folded not in senders.organisations and folded.endswith(senders.endings),
        "giv": folded in senders.given_names,
        "pla": senders.is_place(word),
        "ph": senders.is_placeholder(word),
        "br": senders.is_brand(word),
        "leg": folded.replace(".", "") in LEGAL_FORMS,
    }
    return tuple(kind for kind, is_one in known.items() if is_one)


@lru_cache(maxsize=20_000)
def _is_occupation(word: str) -> bool:
    """Return whether a word names an occupation."""
    return names_occupation(word)


def _spelt(reading: Reading, rows: Rows, senders: Senders) -> list[int]:
    """Return for every token whether it is of a name that the sender's domain stands for (2), or in it (1), or not."""
    sender = reading.message.sender
    labels = list(dict.fromkeys([*labels_of(sender, senders), *tenant_labels(sender, senders)]))
    spelt = [0] * len(rows)
    if not labels:
        return spelt
    index = 0
    while index < len(rows):
        end = index
        while end < len(rows) and end - index < MOST_WORDS and rows.shapes[end] not in _NO_NAME:
            end += 1
        for label in labels:
            words = rows.words[index:end]
            if any(word[:1].casefold() == label[:1] for word in words):
                for first, last in spans(words, label, senders):
                    spelt[index + first : index + last] = [2] * (last - first)
        index = max(end, index + 1)
    said = " ".join(labels)
    for at, word in enumerate(rows.words):
        if not spelt[at] and rows.shapes[at] in WORDS:
            plain = unaccented(squash(word.translate(UMLAUTS)))
            spelt[at] = int(len(plain) > 3 and plain in said)
    return spelt
