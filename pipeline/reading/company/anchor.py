"""Where a message writes out what its sender's domain says in one word: `Ash & Hollow` for `ashandhollow`.

A label of a domain is a name without its spaces, often shortened: small words, kinds of organisations and one word more
may be left out of it, words may be cut (`thornuni`, `Thorn University`), the first of them to their initials.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from pipeline.reading.company.lines import TRADES
from pipeline.reading.company.names import has_legal_form
from pipeline.reading.senders.known import Senders
from pipeline.reading.text.spelling import UMLAUTS, unaccented

#: Words beyond these are running text and no name.
MOST_WORDS = 14

_MOST_PIECES = 20

#: Ways of spelling that are followed at once: a name has a handful, made-up text any number.
_MOST_STATES = 8

#: A word that is cut in a label keeps at least so many letters, apart from initials.
_LEAST_CUT = 3

#: So many letters of a label at least are whole words of the name, and at least half of it.
_LEAST_WHOLE = 4

#: An abbreviation of initials alone has at least so many.
_LEAST_INITIALS = 3

#: Words that stand in a name and not in its label.
_SMALL_WORDS = """
a an and at by for in of on the und der die das den dem des für im am zu bei vom von et du de la le les l d y e el
los las del di da dei delle della dell do dos na no en het van te op o os as s
"""
_SMALL = frozenset(_SMALL_WORDS.split())

#: How a sign between two names is said.
_SPOKEN = ("and", "und", "et", "en", "y", "e", "u", "n", "plus")


def spans(words: Sequence[str], label: str, senders: Senders) -> Iterator[tuple[int, int]]:
    """Yield where in a row of words a name begins and ends that a label stands for, its kind of organisation included.

    Takes time in proportion to the number of words, of which there are `MOST_WORDS` at most.
    """
    words = words[:MOST_WORDS]
    pieces = [[_forms(piece) for piece in _pieces(word)] for word in words]
    end = 0
    for start, of_word in enumerate(pieces):
        first = of_word
        while len(first) > 1 and first[0][0] in _SMALL and label[:1] != first[0][0][:1]:
            first = first[1:]  # `d'Argens`
        if start < end or not first or not any(form[:1] == label[:1] for form in first[0]):
            continue
        rest = [first, *pieces[start + 1 :]]
        flat = [(form, number) for number, some in enumerate(rest, start) for form in some][:_MOST_PIECES]
        last = _aligned(flat, label)
        if last is not None:
            end = _to_the_right(words, last + 1, senders)
            yield _to_the_left(words, start, senders), end


def _aligned(pieces: Sequence[tuple[tuple[str, ...], int]], label: str) -> int | None:
    """Return the number of the word with which a label is used up, or None if these pieces do not spell it."""
    best = (-1, -1)
    states = {(0, 0, 0, 0)}  # letters used, letters of whole words, initials, words left out
    for forms, number in pieces:
        after: set[tuple[int, int, int, int]] = set()
        for used, whole, initials, out in states:
            for state in _steps(forms, label, used, whole, initials, out):
                if state[0] < len(label):
                    after.add(state)
                elif _is_enough(state, len(label)):
                    best = max(best, (state[1], number))
        # The shortest row of words that will do is the name.
        states = after if len(after) <= _MOST_STATES else set(sorted(after, reverse=True)[:_MOST_STATES])
        if best[0] >= 0 or not states:
            break
    return best[1] if best[0] >= 0 else None


def _steps(
    forms: tuple[str, ...], label: str, used: int, whole: int, initials: int, out: int
) -> Iterator[tuple[int, int, int, int]]:
    """Yield what can be made of one piece of a name: all of it, its beginning, its initial, nothing."""
    for form in forms:
        if label.startswith(form, used):
            yield used + len(form), whole + (0 if form in _SMALL else len(form)), initials, out
        common = _common(form, label, used)
        if _LEAST_CUT <= common < len(form):
            yield used + common, whole, initials, out
        if common and not whole:
            yield used + 1, whole, initials + 1, out
    if used and forms[0] in _SMALL:
        yield used, whole, initials, out
        if label[used] == forms[0][0]:
            yield used + 1, whole, initials, out  # `vdmeer`
    elif used and out < 1:
        yield used, whole, initials, out + 1


def _is_enough(state: tuple[int, int, int, int], length: int) -> bool:
    """Return whether what spells a label is more than chance: enough whole words, or initials of every word."""
    _, whole, initials, out = state
    if not whole:
        return initials == length >= _LEAST_INITIALS and not out
    return whole == length or (whole >= _LEAST_WHOLE and whole * 2 >= length)


def _common(form: str, label: str, start: int) -> int:
    """Return how many letters of a piece stand in a label from `start`."""
    count = 0
    while count < len(form) and start + count < len(label) and form[count] == label[start + count]:
        count += 1
    return count


def _pieces(word: str) -> list[str]:
    """Return the pieces of a word between hyphens and apostrophes; a sign that joins names is one."""
    return re.findall(r"[^\W_]+|[&+]", word)


@lru_cache(maxsize=4_096)
def _forms(piece: str) -> tuple[str, ...]:
    """Return how a piece may stand in a label: without accents, umlauts spelt out."""
    if piece in {"&", "+"}:
        return _SPOKEN
    folded = piece.casefold()
    plain = unaccented(folded) or folded  # some letters are nothing but accents
    return (plain,) if folded.isascii() else (plain, folded.translate(UMLAUTS))


def _to_the_right(words: Sequence[str], end: int, senders: Senders) -> int:
    """Return the end of a name with what it is behind it: `Thorn | Council`, `Halden | Logistik GmbH`.

    A trade at the end is more often that of a team: `Halden | Engineering`.
    """
    least = end
    while end < len(words) and not words[end - 1].endswith((",", ";", ":")):
        if words[end] in {"&", "+"} and end + 1 < len(words) and words[end + 1][:1].isupper():
            end = least = end + 2  # `Thorn Tool | & Die`
            continue
        word = words[end].strip(",;:")
        if not has_legal_form(f"X {word}") and not (_is_kind(word, senders) and word[:1].isupper()):
            break
        end += 1
    while end > least and words[end - 1].casefold() in TRADES:
        end -= 1
    return end


def _to_the_left(words: Sequence[str], start: int, senders: Senders) -> int:
    """Return the beginning of a name with what it is in front of it: `University of | Thorn`."""
    while start:
        before = start - 1
        while before and words[before].casefold() in _SMALL:
            before -= 1
        goes_on = words[start][:1].islower() and words[before][:1].isupper()
        if words[before].endswith((",", ";", ":")) or not (goes_on or _is_kind(words[before], senders)):
            break
        start = before
    return start


def _is_kind(word: str, senders: Senders) -> bool:
    """Return whether a word says what an organisation is, and not which department of it writes."""
    return senders.names_organisation(word) and senders.without_departments(word)[0] != ""
