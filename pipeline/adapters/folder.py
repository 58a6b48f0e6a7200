"""Letters left as files, for the demo and for those who want no mail server."""

from __future__ import annotations

import hashlib
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from email.parser import BytesHeaderParser, BytesParser
from email.policy import default
from pathlib import Path

from pipeline.adapters.drafts import write_whole
from pipeline.errors import DeliveryDeferredError

_NOT_IN_NAMES = re.compile(r"[^a-z0-9]+")


class FolderPostman:
    """Writes each letter into a folder as an `.eml` file; one letter, handed over twice, is one file.

    With `with_pages` its HTML part is left beside it as an `.html` file, for a look in a browser.
    """

    def __init__(self, folder: Path, *, with_pages: bool = False) -> None:
        self._folder = folder
        self._with_pages = with_pages

    def deliver(self, raw: bytes) -> None:
        """Write one complete RFC 5322 message; the file is there whole, or not at all.

        Raises:
            DeliveryDeferredError: The folder cannot be written to.
        """
        with self._translated():
            self._folder.mkdir(parents=True, exist_ok=True)
            path = self._folder / file_name(raw)
            write_whole(path, raw)
            if self._with_pages:
                write_whole(path.with_suffix(".html"), _page(raw))

    def already_delivered(self, message_id: str) -> bool | None:
        """Return whether the file of a letter is there."""
        return any(self._folder.glob(f"*-{_mark(f'<{message_id}>'.encode())}.eml"))

    def check(self) -> None:
        """Make the folder if need be, and see that a file can be written in it; raise DeliveryDeferredError."""
        with self._translated():
            self._folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=self._folder):
                pass

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise DeliveryDeferredError(
                f"The letter cannot be written into {self._folder}: {error.strerror}.",
                hint="Check that the folder can be written to and that the disk has room.",
            ) from error


def file_name(raw: bytes) -> str:
    """Return a letter's file name: words of its subject, and a hash of its Message-ID that makes it unique."""
    header = BytesHeaderParser(policy=default).parsebytes(raw)
    words = _NOT_IN_NAMES.sub("-", str(header.get("Subject", "")).lower()).strip("-")[:60].rstrip("-")
    identity = str(header.get("Message-ID", "")).encode("utf-8", "replace") or raw
    return f"{words or 'letter'}-{_mark(identity)}.eml"


def _mark(identity: bytes) -> str:
    """Return what stands in a file's name for a Message-ID with its angle brackets."""
    return hashlib.sha256(identity).hexdigest()[:8]


def _page(raw: bytes) -> bytes:
    """Return the HTML part of a letter of ours; letters always have one."""
    part = BytesParser(policy=default).parsebytes(raw).get_body(("html",))
    return b"" if part is None else str(part.get_content()).encode()
