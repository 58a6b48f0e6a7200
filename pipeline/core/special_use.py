"""Where rejections lie beside INBOX, by what a server marks mailboxes as (RFC 6154): names are in any language."""

from __future__ import annotations

from collections.abc import Collection, Mapping

ALL, ARCHIVE, JUNK = "all mail", "the archive", "spam"
_MEANINGS = {"\\all": ALL, "\\archive": ARCHIVE, "\\junk": JUNK}
_OTHER_USES = frozenset({"\\drafts", "\\flagged", "\\important", "\\sent", "\\trash"})

#: The mailboxes of an account, each with its flags, which servers write in any case.
Marked = Mapping[str, Collection[str]]


def unread(marked: Marked, read: Collection[str]) -> dict[str, str]:
    """Return the mailboxes that are marked as places of rejections and are not among those read, each with what it is.

    All mail holds the archive: where there is the one nothing is said of the other.
    """
    found = _found(marked)
    held = ARCHIVE if ALL in found.values() else ""
    return {name: meaning for name, meaning in found.items() if name not in read and meaning != held}


def unmarked(marked: Marked, read: Collection[str]) -> list[str]:
    """Return the mailboxes among which the archive may be, where none is marked as it."""
    if {ALL, ARCHIVE} & set(_found(marked).values()):
        return []
    known = {*_MEANINGS, *_OTHER_USES}
    free = (name for name, flags in marked.items() if not known & {flag.lower() for flag in flags})
    return sorted(name for name in free if name not in read)


def also(read: Collection[str], places: Mapping[str, str]) -> tuple[str, ...]:
    """Return what is to be read if some places are read, too: all mail takes the place of INBOX, which it holds."""
    kept = [name for name in read if name.upper() != "INBOX" or ALL not in places.values()]
    return (*kept, *places)


def told(places: Mapping[str, str]) -> str:
    """Return places as one says them."""
    return ", ".join(f"{name} ({meaning})" for name, meaning in places.items())


def _found(marked: Marked) -> dict[str, str]:
    """Return the marked places, in the order in which they are read: what is spam comes last."""
    uses = {name: {flag.lower() for flag in flags} for name, flags in marked.items() if name.upper() != "INBOX"}
    return {name: meaning for flag, meaning in _MEANINGS.items() for name, flags in uses.items() if flag in flags}
