"""The words of departments around a company's name: `The Halden Talent Team`."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.reading.text.spelling import words_of

#: How surely a word stands around a name and is no part of it.
_SMALL, _BESIDE, _DEPARTMENT = 1, 2, 3

#: Articles and possessives that fall where a department word falls at the other end.
_LOOSE_ARTICLES = frozenset({"the", "your", "our", "das", "die", "dein", "euer", "ihr", "unser", "het", "ons"})

#: What joins two words of one department.
_JOINTS = frozenset({"&", "+", "and", "und", "et", "y", "e", "en"})

#: Departments of two words of which the last one alone says it, or neither: `Halden Ressources Humaines`.
_TOGETHER = frozenset(
    {
        ("ressources", "humaines"),
        ("risorse", "umane"),
        ("recursos", "humanos"),
        ("head", "office"),
    }
)

#: What a department may sit in, whose firm comes behind: `Recruiting Center der Halden AG`.
_SEATS = frozenset({"center", "centre", "centrum", "zentrum", "centro"})
_OF_IT = frozenset({"der", "des", "von", "of", "van", "de", "du", "di", "da", "do"})

#: What a department is called by, and does not fall.
_CALLED_SO = (["department", "of"], ["dept", "of"])


@dataclass(frozen=True, slots=True)
class Departments:
    """Words around a company's name, in folded case.

    Attributes:
        words: Those that name a department.
        beside: Those that count only beside one.
        small: Articles, possessives and prepositions.
    """

    words: frozenset[str]
    beside: frozenset[str]
    small: frozenset[str]

    def __contains__(self, word: str) -> bool:
        """Return whether a word in folded case names a department."""
        return word in self.words

    def without(self, text: str) -> tuple[str, bool]:
        """Return a text without the words around a name at its two ends, and whether a department was among them.

        `The Halden Talent Team` gives `Halden` and True, `Keystone Partners` stays as it is.
        """
        parts = text.split()
        tail = self._tail(parts)
        head = self._head(parts[:tail])
        named = parts[head:tail]
        # `People & Fun`, `Admissions and Staffing`: what a sign joins to a department is of it.
        if head and len(named) <= 2 and ((named[:1] and named[0].casefold() in _JOINTS) or parts[head - 1] in _JOINTS):
            return "", True
        gone = [*parts[:head], *parts[tail:]]
        # An article in front falls only with a department behind: "The Halden Team", but "La Redoute".
        falls = bool(gone) or self._without_joined(text) != text
        if named and falls and named[0].casefold() in _LOOSE_ARTICLES:
            named = named[1:]
        joined = _trim(" ".join(named))
        plain = self._without_joined(joined)
        falls_whole = _are_together(gone[-2:]) or any(self.rank(word) == _DEPARTMENT for word in gone)
        return plain, plain != joined or falls_whole

    def _without_joined(self, name: str) -> str:
        """Return a name without a department that a hyphen joins to it: `Halden-Team`."""
        front, hyphen, last = name.rpartition("-")
        return front if hyphen and len(front) > 2 and front[-1].isalnum() and last.casefold() in self.words else name

    def _tail(self, parts: list[str]) -> int:
        """Return where the department words at the end begin; never with a word that counts only beside one."""
        start = len(parts)
        while start and self.rank(parts[start - 1]):
            start -= 1
        while start < len(parts) and self.rank(parts[start]) != _DEPARTMENT:
            start += 1
        if _are_together(parts[start - 1 : start + 1]):
            return start - 1
        return start - 2 if start > 2 and _are_together(parts[start - 2 : start]) else start

    def _head(self, parts: list[str]) -> int:
        """Return where the name behind the department words at the beginning starts."""
        end = 0
        while end < len(parts) and self.rank(parts[end]):
            end += 1
        if not any(self.rank(word) == _DEPARTMENT for word in parts[:end]):
            end = 0
        if (
            end
            and [word.casefold() in one for word, one in zip(parts[end:], (_SEATS, _OF_IT), strict=False)] == [True] * 2
        ):
            end += 2
        # A capitalised article is part of the name that it stands before: "Werken bij De Vries".
        if 1 < end < len(parts) and parts[end - 1][0].isupper() and self.rank(parts[end - 1]) == _SMALL:
            end -= 1
        # One of state, or a part of a university, is called so in full: "Dept of Coastal Planning".
        if [word.casefold().strip(".") for word in parts[max(0, end - 2) : end]] in _CALLED_SO:
            end -= 2
        return end

    def rank(self, word: str) -> int:
        """Return how surely a word, or each piece of a hyphenated one, surrounds a name; 0 if it may be a name."""
        folded = _trim(word.casefold())
        if not folded:
            return _SMALL
        pieces = [self._rank_of(piece) for piece in words_of(folded)]
        return self._rank_of(folded) or (max(pieces, default=_SMALL) if all(pieces) else 0)

    def _rank_of(self, piece: str) -> int:
        """Return the rank of one folded word."""
        if piece in self.words:
            return _DEPARTMENT
        if piece in self.beside:
            return _BESIDE
        return _SMALL if piece in self.small else 0


def _are_together(words: list[str]) -> bool:
    """Return whether some words are a department of two."""
    return tuple(_trim(word.casefold()) for word in words) in _TOGETHER


def _trim(text: str) -> str:
    """Return a text without punctuation at its ends; the full stop of an abbreviation stays."""
    return text.strip(" ,;:!-\u2013—|·()[]\"'\u2019“”„«»\t").removesuffix("...")
