"""How much of a mailbox is held in memory at once: the bounds that every mailbox keeps."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

MAX_MESSAGES = 50
MAX_OCTETS = 8 * 1024 * 1024
#: A message up to this size is read whole; of a larger one only headers and text.
WHOLE_OCTETS = 256 * 1024

_T = TypeVar("_T")


def bounded(items: Iterable[_T], size: Callable[[_T], int]) -> Iterator[list[_T]]:
    """Yield items in groups of at most 50 and about 8 MiB; an item above 256 KiB counts as that.

    Args:
        items: Anything, in order.
        size: The size of an item in octets.
    """
    group: list[_T] = []
    octets = 0
    for item in items:
        weight = min(size(item), WHOLE_OCTETS)
        if group and (len(group) == MAX_MESSAGES or octets + weight > MAX_OCTETS):
            yield group
            group, octets = [], 0
        group.append(item)
        octets += weight
    if group:
        yield group
