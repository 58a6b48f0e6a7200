"""How much of a mailbox is held in memory at once: the bounds that every mailbox keeps."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

MAX_MESSAGES = 50
MAX_OCTETS = 8 * 1024 * 1024
_T = TypeVar("_T")


def bounded(items: Iterable[_T], size: Callable[[_T], int]) -> Iterator[list[_T]]:
    """Yield items in groups of at most 50 and about 8 MiB; an item that is larger has a group of its own.

    Args:
        items: Anything, in order.
        size: How many octets of an item are held in memory.
    """
    group: list[_T] = []
    octets = 0
    for item in items:
        weight = size(item)
        if group and (len(group) == MAX_MESSAGES or octets + weight > MAX_OCTETS):
            yield group
            group, octets = [], 0
        group.append(item)
        octets += weight
    if group:
        yield group
