"""Messages in files: single ones, folders of them, mbox files (RFC 4155), Maildirs, standard input.

Everything is read as a stream: a mailbox may be larger than memory. A file that cannot be read is reported in its
place and does not stop the rest.
"""

from __future__ import annotations

import hashlib
import os
import re
import sys
from codecs import BOM_UTF8
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from pathlib import Path

from pipeline.adapters.batches import bounded
from pipeline.core.message import Batch, Cursor, MessageKey, RawMessage, Unreadable
from pipeline.errors import SourceError, why
from pipeline.resources import with_home

#: The part of one message that is read; what lies behind it can only be attachments.
MAX_OCTETS = 32 * 1024 * 1024
_LINE_OCTETS = 1024 * 1024

_POSSIBLE = "A source is an .eml file, a folder of them, mbox:PATH, maildir:PATH, or - for standard input."

_ENVELOPE_DATE = re.compile(rb"From .*\b\d\d:\d\d(?::\d\d)?\b.*\b(?:19|20)\d\d\b")
_FIELD = re.compile(rb"[\x21-\x39\x3b-\x7e]+[ \t]*:")
_QUOTED_FROM = re.compile(rb">+From ")

_Entry = bytes | OSError


def open_source(source: str) -> Iterator[RawMessage | Unreadable]:
    """Return the messages of a source, in its order; each file that cannot be read stands in its place as unreadable.

    Args:
        source: The path of an `.eml` file or of a folder (searched with its subfolders, in the order of names),
            `mbox:PATH`, `maildir:PATH` (with its subfolders), or `-` for one message on standard input.

    Raises:
        SourceError: There is no such source. Raised at once, before the first message is asked for.
    """
    if source == "-":
        return _numbered(_standard_input())
    kind, _, rest = source.partition(":")
    openers: dict[str, Callable[[Path], Iterator[tuple[str, _Entry, int]]]] = {"mbox": _mbox, "maildir": _maildir}
    if kind in openers and not Path(source).exists():
        return _numbered(openers[kind](Path(with_home(rest))))
    return _numbered(_files(Path(with_home(source))))


class FileMailbox:
    """A source of files read as a mailbox: UIDs count from 1 in its order. Files have no date of receipt."""

    def __init__(self, name: str, source: str) -> None:
        self.name = name
        self._source = source

    def fetch_since(self, cursor: Cursor | None, *, since: datetime | None = None) -> Iterator[Batch]:  # noqa: ARG002 - the port's signature; files have no date of receipt to compare
        """Yield the messages behind the cursor, in batches of bounded size; raise SourceError."""
        done = cursor.uid if cursor is not None and cursor.uidvalidity == 1 else 0
        for group in bounded(self._after(done), lambda one: len(one.data)):
            yield Batch(tuple(group), Cursor(self.name, 1, group[-1].key.uid))

    def _after(self, done: int) -> Iterator[RawMessage]:
        for uid, entry in enumerate(open_source(self._source), 1):
            if uid > done:
                # An unreadable file goes on as a message without content, which the parser reports as unreadable.
                raw = entry if isinstance(entry, RawMessage) else RawMessage(entry.key, b"", size=entry.size)
                yield replace(raw, key=MessageKey(self.name, 1, uid))


def _numbered(entries: Iterable[tuple[str, _Entry, int]]) -> Iterator[RawMessage | Unreadable]:
    """Yield messages under the places where they lie, so that one that cannot be read is found among many."""
    for uid, (place, entry, size) in enumerate(entries, 1):
        key = MessageKey(place, 0, uid)
        if isinstance(entry, OSError):
            identity = hashlib.sha256(place.encode("utf-8", "surrogateescape")).hexdigest()
            yield Unreadable(key, f"sha256:{identity}", f"{place} cannot be read: {why(entry)}", size)
        else:
            yield RawMessage(key, entry, size=size)


def _missing(path: Path, problem: str, hint: str = _POSSIBLE) -> SourceError:
    return SourceError(f"{path} {problem}.", hint=hint)


def _standard_input() -> Iterator[tuple[str, _Entry, int]]:
    data = sys.stdin.buffer.read(MAX_OCTETS)
    if not data.strip():
        raise SourceError("Standard input holds no message.", hint="Pipe one message in, headers and all.")
    if data.startswith(b"From ") and sum(begins for _, begins in _lines(BytesIO(data).readline)) > 1:
        raise SourceError(
            "Standard input holds more than one message.",
            hint="Write them into a file, and name it as mbox:PATH; - is for one message.",
        )
    return iter([("standard input", data, len(data))])


def _files(path: Path) -> Iterator[tuple[str, _Entry, int]]:
    """Return the message of a file, or those of a folder."""
    if path.is_dir():
        found = _walk(path, lambda name: name.lower().endswith(".eml"))
        if not found:
            likely = f"Did you mean maildir:{path}?" if (path / "cur").is_dir() else _POSSIBLE
            raise _missing(path, "holds no .eml file", likely)
        return _read_all(found)
    if not path.is_file():
        raise _missing(path, "is no file" if path.exists() else "does not exist")
    try:
        with path.open("rb") as file:
            start = file.read(5)
    except OSError as error:
        raise _missing(path, f"cannot be read: {why(error)}") from error
    if start == b"From " and path.suffix.lower() != ".eml":
        raise _missing(path, "holds more than one message", f"Did you mean mbox:{path}?")
    return _read_all([path])


def _maildir(path: Path) -> Iterator[tuple[str, _Entry, int]]:
    """Return the messages of a Maildir and of the Maildirs below it."""
    if not ((path / "cur").is_dir() or (path / "new").is_dir()):
        raise _missing(path, "is no Maildir: it has neither cur nor new")
    found = [
        one
        for one in _walk(path, lambda name: not name.startswith("."))
        if isinstance(one, OSError) or one.parent.name in {"cur", "new"}
    ]
    return _read_all(found)


def _walk(path: Path, wanted: Callable[[str], bool]) -> list[Path | OSError]:
    """Return the files below a folder in the order of their names, and the errors of folders that do not open."""
    found: list[Path | OSError] = []
    for folder, below, names in os.walk(path, onerror=found.append):
        below.sort()
        found.extend(Path(folder, name) for name in sorted(names) if wanted(name))
    return found


def _read_all(paths: Iterable[Path | OSError]) -> Iterator[tuple[str, _Entry, int]]:
    for path in paths:
        if isinstance(path, OSError):
            yield str(path.filename), path, 0
            continue
        try:
            if not path.is_file():
                raise OSError(0, "it is no file")  # noqa: TRY301 - treated as any other file that does not open
            with path.open("rb") as file:
                yield str(path), file.read(MAX_OCTETS), path.stat().st_size
        except OSError as error:
            yield str(path), error, 0


def _mbox(path: Path) -> Iterator[tuple[str, _Entry, int]]:
    """Return the messages of an mbox file; raise SourceError if it is none."""
    if not path.is_file():
        raise _missing(path, "is no file" if path.exists() else "does not exist")
    try:
        with path.open("rb") as file:
            start = file.read(64 * 1024).removeprefix(BOM_UTF8).lstrip()
    except OSError as error:
        raise _missing(path, f"cannot be read: {why(error)}") from error
    if start and not start.startswith(b"From "):
        raise _missing(path, "is no mbox file: it does not begin with `From `")
    return _split_mbox(path)


def _split_mbox(path: Path) -> Iterator[tuple[str, _Entry, int]]:
    """Yield the messages of an mbox file line by line; only one message is in memory at a time."""
    message: list[bytes] = []
    kept = size = number = 0
    begun = False
    try:
        with path.open("rb") as file:
            file.seek(len(BOM_UTF8) if file.read(len(BOM_UTF8)) == BOM_UTF8 else 0)
            for line, begins in _lines(file.readline):
                if begins or (not begun and line.startswith(b"From ")):
                    if begun:
                        yield f"{path}, message {number}", b"".join(message), size
                    message, kept, size, begun, number = [], 0, 0, True, number + 1
                    continue
                size += len(line)
                if begun and kept < MAX_OCTETS:
                    message.append(line[1:] if _QUOTED_FROM.match(line) else line)
                    kept += len(line)
    except OSError as error:
        yield str(path), error, 0
    if begun:
        yield f"{path}, message {number}", b"".join(message), size


def _lines(readline: Callable[[int], bytes]) -> Iterator[tuple[bytes, bool]]:
    """Yield each line and whether it begins a message.

    It does if it starts with `From ` under an empty line, and bears a date or stands over a header field: the line
    `From there we went` of a text does neither.
    """
    after_empty = True
    line = readline(_LINE_OCTETS)
    while line:
        following = readline(_LINE_OCTETS)
        candidate = after_empty and line.startswith(b"From ")
        begins = candidate and bool(_ENVELOPE_DATE.match(line[:500]) or _FIELD.match(following[:500]))
        yield line, begins
        after_empty = not line.strip()
        line = following
