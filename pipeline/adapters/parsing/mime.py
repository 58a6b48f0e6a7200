"""The parts of a message (RFC 2045, 2046), split so that no message can make it slow, deep or fail.

The standard library's parser recurses once for each level, compares each line with the boundary of every level, and
gives up on a multipart whose boundary is missing. This one splits from the outside in, in linear time, with limits.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesHeaderParser

from pipeline.adapters.parsing.charsets import decode_base64

_MAX_DEPTH = 20
_MAX_PARTS = 300
_MAX_HEADER = 2 * 1024 * 1024
_MAX_FIELD = 8 * 1024
_MAX_CONTENT_FIELD = 2 * 1024

_FIELD = re.compile(rb"([\x21-\x39\x3b-\x7e]+)[ \t]*+:")
_HEADER_END = re.compile(rb"\n\r?\n")
_MBOX_LINE = re.compile(rb">?From (?![ \t]*:)[^\n]*\n")
#: Fields that may follow a broken line: with one of these below it, it cannot be the first line of the text.
_FIELD_AFTER_JUNK = re.compile(
    rb"(?:from|to|cc|subject|date|message-id|mime-version|received|reply-to|content-type|return-path)[ \t]*:",
    re.IGNORECASE,
)
_GUESSED_BOUNDARY = re.compile(rb"^--([^\s]{1,70})[ \t]*\r?\n(?=content-|mime-)", re.IGNORECASE | re.MULTILINE)
_BASE64_LINE = re.compile(rb"[A-Za-z0-9+/]+={0,2}")
#: Kinds of part that hold one whole message.
FORWARDS = frozenset({"message/rfc822", "message/global", "message/news"})

_MEDIA_TYPE = re.compile(r"[\w.+-]+/[\w.+-]+", re.ASCII)
_CONTENT_FIELDS = ("content-type", "content-transfer-encoding", "content-disposition")


@dataclass(frozen=True, slots=True)
class Part:
    """A message, or a part of one.

    Attributes:
        kind: Its media type in lower case, as `text/plain`.
        fields: Its header: names in lower case, each with its unfolded values as they came.
        body: What stands under its header, transfer encoding and all.
        params: The parameters of its Content-Type, names in lower case.
        disposition: `attachment`, `inline` or an empty string.
        children: The parts of a multipart; the one message in a `message/rfc822`.
        lacks_parts: Whether parts of its own were left out, for they lie too deep or are too many.
    """

    kind: str
    fields: Mapping[str, list[bytes]]
    body: bytes
    params: Mapping[str, str]
    disposition: str = ""
    encoding: str = ""
    children: tuple[Part, ...] = ()
    lacks_parts: bool = False

    @property
    def content(self) -> bytes:
        """Its body without the transfer encoding."""
        if self.encoding == "base64":
            return _from_base64(self.body)
        if self.encoding == "quoted-printable":
            return binascii.a2b_qp(self.body)
        return self.body

    def walk(self) -> Iterator[Part]:
        """Yield this part and all parts below it, in order."""
        yield self
        for child in self.children:
            yield from child.walk()


def split(data: bytes) -> Part:
    """Return the tree of a message's parts; never raise.

    What lies too deep or is one part too many is left out, and the part that it lies in says so.
    """
    if b"\n" not in data:
        data = data.replace(b"\r", b"\n")
    return _Splitter().part(data.lstrip(b" \t\r\n\xef\xbb\xbf"), 0, "text/plain")


class _Splitter:
    """Splits one message; counts its parts."""

    def __init__(self) -> None:
        self._left = _MAX_PARTS

    def part(self, data: bytes, depth: int, default: str) -> Part:
        """Return the part that `data` holds, header and body."""
        self._left -= 1
        fields, body = read_header(data)
        content = _content_header(fields, default)
        kind = _kind(content)
        encoding = str(content.get("content-transfer-encoding", "")).partition(";")[0].strip().lower()
        sections: list[bytes] = []
        if kind.startswith("multipart/"):
            sections = _sections(body, _boundary(content))
            kind = kind if sections else "text/plain"
        elif kind in FORWARDS:
            sections = [(_from_base64(body) if encoding == "base64" else body).lstrip(b"\r\n")]
        below = "message/rfc822" if kind == "multipart/digest" else "text/plain"
        deeper = sections if depth < _MAX_DEPTH else []
        children = tuple(self.part(one, depth + 1, below) for one in deeper if self._left > 0)
        lacks = len(children) < len(sections)
        return Part(kind, fields, body, _params(content), _disposition(content), encoding, children, lacks)


def read_header(data: bytes) -> tuple[dict[str, list[bytes]], bytes]:
    """Return the header fields of a message or part, and what follows them.

    A line that is neither a field nor its continuation ends the header, as does an empty one. Values are unfolded
    (RFC 5322 §2.2.3) and cut at 8 KiB. Of a header beyond 2 MiB the rest is skipped.
    """
    fields: dict[str, list[bytes]] = {}
    mbox_line = _MBOX_LINE.match(data)
    position = mbox_line.end() if mbox_line else 0
    values: list[bytes] = []
    for line in _lines(data, position):
        if line[:1] in {b" ", b"\t"} and values and line.strip():
            values[-1] += (b" " + line.strip())[: max(0, _MAX_FIELD - len(values[-1]))]
        elif field := _FIELD.match(line):
            values = fields.setdefault(field.group(1).decode("ascii").lower(), [])
            values.append(line[field.end() :].strip()[:_MAX_FIELD])
        elif not line.strip() or not _FIELD_AFTER_JUNK.match(data, position + len(line)):
            position += len(line) if not line.strip() else 0
            break
        position += len(line)
    else:
        end = _HEADER_END.search(data, position - 1) if position < len(data) else None
        position = end.end() if end else position
    return fields, data[position:]


def _lines(data: bytes, position: int) -> Iterator[bytes]:
    """Yield the lines from `position` on, as far as a header may reach."""
    limit = position + _MAX_HEADER
    while position < min(len(data), limit):
        end = data.find(b"\n", position) + 1 or len(data)
        yield data[position:end]
        position = end


def _content_header(fields: Mapping[str, list[bytes]], default: str) -> Message:
    """Return the Content fields as the standard library reads them."""
    lines = (name.encode() + b": " + fields[name][0][:_MAX_CONTENT_FIELD] for name in _CONTENT_FIELDS if name in fields)
    header = BytesHeaderParser().parsebytes(b"\n".join(lines) + b"\n\n")
    header.set_default_type(default)
    return header


def _kind(content: Message) -> str:
    """Return the media type without what does not belong into it."""
    kind = _MEDIA_TYPE.match(content.get_content_type())
    return kind.group() if kind else "text/plain"


def _params(content: Message) -> dict[str, str]:
    """Return the parameters of a Content-Type; none if they make no sense."""
    names = ("charset", "format", "delsp", "name", "method")
    try:
        found = {name: content.get_param(name) for name in names}
    except (ValueError, TypeError, LookupError, AttributeError):
        return {}
    # RFC 2231 gives a triple of charset, language and value.
    return {name: str(value[-1] if isinstance(value, tuple) else value) for name, value in found.items() if value}


def _disposition(content: Message) -> str:
    try:
        return str(content.get_content_disposition() or "")
    except (ValueError, TypeError, LookupError, AttributeError):
        return ""


def _boundary(content: Message) -> bytes:
    try:
        return (content.get_boundary() or "").encode("ascii", "surrogateescape")
    except (ValueError, TypeError, LookupError, AttributeError):
        return b""


def _sections(body: bytes, boundary: bytes) -> list[bytes]:
    """Return what stands between the delimiters of a multipart (RFC 2046 §5.1.1), nothing if there is none.

    A missing or wrong boundary is guessed: the first line that looks like a delimiter and precedes a Content field.
    """
    found = _between(body, boundary) if boundary else []
    if not found and (guess := _GUESSED_BOUNDARY.search(body)):
        found = _between(body, guess.group(1))
    return found


def _between(body: bytes, boundary: bytes) -> list[bytes]:
    delimiter = b"\n--" + boundary
    text = b"\n" + body
    sections: list[bytes] = []
    start, position = -1, text.find(delimiter)
    while position >= 0 and len(sections) <= _MAX_PARTS:
        line_end = text.find(b"\n", position + 1)
        line_end = len(text) if line_end < 0 else line_end
        rest = text[position + len(delimiter) : line_end].strip()
        if rest in {b"", b"--"}:
            if start >= 0:
                sections.append(text[start:position].removesuffix(b"\r"))
            start = line_end + 1
            if rest:
                return sections
        position = text.find(delimiter, position + len(delimiter))
    if 0 <= start < len(text) and len(sections) <= _MAX_PARTS:
        sections.append(text[start:])
    return sections


def _from_base64(body: bytes) -> bytes:
    """Return decoded base64 without the plain lines that mailing lists append; text that never was any stays."""
    lines = [line.strip() for line in body.splitlines() if line.strip()]
    encoded = [line for line in lines if _BASE64_LINE.fullmatch(line)]
    if len(encoded) * 2 < len(lines):
        return body
    return decode_base64(b"".join(encoded))
