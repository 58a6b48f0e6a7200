"""Where the lines of a message begin and end, and the rows of capital letters in them, token by token."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.reading.learned.tokens import LINE_END, SEPARATOR

#: Shapes of words that may be names, and of what else may stand in a row of them.
WORDS = frozenset({"Aa", "AxA", "UU", "UUU", "aA", "XD"})
_CAPITALS = WORDS | {"U1", "D1", "D2", "D3", "D4", "D5"}

#: Small words within names.
_JOINTS_WORDS = """
of for the and & + de du des del della di da do dos das der den van von für la le el los las y e et und en to in at
"""
_JOINTS = frozenset(_JOINTS_WORDS.split())


def line_ends(words: Sequence[str]) -> tuple[list[int], list[int]]:
    """Return for every token where its line begins, and where it ends."""
    starts, ends = [0] * len(words), [len(words)] * len(words)
    start = 0
    for index, word in enumerate(words):
        if word in {SEPARATOR, LINE_END}:
            start = index + 1
        starts[index] = start
    end = len(words)
    for index in range(len(words) - 1, -1, -1):
        if words[index] in {SEPARATOR, LINE_END}:
            end = index
        ends[index] = end
    return starts, ends


def line_numbers(words: Sequence[str]) -> list[int]:
    """Return the number of every token's line."""
    numbers, line = [], 0
    for word in words:
        line += word == LINE_END
        numbers.append(line)
    return numbers


def runs(words: Sequence[str], shapes: Sequence[str]) -> tuple[list[int | None], list[int | None]]:
    """Return for every token where the row of capital letters it is in begins and ends, small words within it aside.

    Small words that could be within a name have a row of their own; of all others there is none.
    """
    capital = [shape in _CAPITALS for shape in shapes]
    starts: list[int | None] = [None] * len(words)
    ends: list[int | None] = [None] * len(words)
    for order, found, step in ((range(len(words)), starts, -1), (range(len(words) - 1, -1, -1), ends, 1)):
        for index in order:
            if capital[index]:
                found[index] = index
                for gap in (1, 2, 3):
                    other = index + step * gap
                    if 0 <= other < len(words) and capital[other]:
                        found[index] = found[other]
                    if not 0 <= other < len(words) or capital[other] or words[other] not in _JOINTS:
                        break
            elif words[index] in _JOINTS:
                found[index] = index
    return starts, ends
