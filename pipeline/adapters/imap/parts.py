"""Large messages without their attachments: which parts to ask for, and one message made of the answers.

A BODYSTRUCTURE (RFC 9051 §7.5.2) gives the tree; only headers and text parts are asked for, and put together again
in the same tree, so that the parser cannot tell the result from a message that had its attachments cut out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from imapclient.response_types import BodyData

_MAX_DEPTH = 20
_MAX_TEXTS = 20
#: How much is asked for, in octets: of one header, or of a message whose structure cannot be read; of all text parts
#: of a message together, since pictures and styles of megabytes may stand above what is said.
PART_OCTETS = 256 * 1024
_TEXT_OCTETS = 8 * 1024 * 1024

#: Kinds of part that hold text, and those of them that are the text of a message which has no other.
_TEXTS = frozenset({"text/plain", "text/html", "application/xhtml+xml", "text/enriched", "text/richtext"})
_SPARE = frozenset({"text/calendar", "message/delivery-status"})
#: Some programs attach the body itself, beside an inline text of a blank or two: of up to so many octets.
_ATTACHED_BODIES = frozenset({"text/plain", "text/html"})
_BLANK_OCTETS = 64

_PARAMS = frozenset({"charset", "format", "delsp", "name"})
_SAFE = re.compile(r"[^A-Za-z0-9._+/=-]")
_CONTENT = re.compile(
    rb"^(?:content-[^\r\n:]*|mime-version)[ \t]*:[^\n]*\n(?:[ \t][^\n]*\n)*", re.IGNORECASE | re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Node:
    """A part in a BODYSTRUCTURE: its section number, its Content header, the parts below it, its length."""

    section: str
    kind: str
    header: bytes
    children: tuple[Node, ...] = ()
    octets: int = 0
    is_attached: bool = False


def tree_of(structure: BodyData) -> Node:
    """Return the tree of a BODYSTRUCTURE.

    Raises:
        ValueError, TypeError, LookupError, AttributeError: It is not one.
    """
    return _node(structure, "", 0)


def _node(structure: BodyData, section: str, depth: int) -> Node:
    if depth > _MAX_DEPTH:
        return Node(section, "application/octet-stream", _header("application/octet-stream"))
    if structure.is_multipart:
        prefix = f"{section}." if section else ""
        children = (_node(child, f"{prefix}{index}", depth + 1) for index, child in enumerate(structure[0], 1))
        return Node(section, f"multipart/{_word(structure[1])}", b"", tuple(children))
    section = section or "1"
    kind = f"{_word(structure[0])}/{_word(structure[1])}"
    if kind == "message/rfc822" and len(structure) > 8 and isinstance(structure[8], tuple):
        inner = BodyData.create(structure[8])
        child = _node(inner, section if inner.is_multipart else f"{section}.1", depth + 1)
        return Node(section, kind, _header(kind), (child,))
    is_attached = _is_attached(structure)
    header = _header(kind, _params(structure[2]), _word(structure[5]), attached=is_attached)
    octets = structure[6] if isinstance(structure[6], int) else 0
    return Node(section, kind, header, octets=octets, is_attached=is_attached)


def _is_attached(structure: BodyData) -> bool:
    """Return whether a disposition among the extension fields says `attachment`."""
    dispositions = (field for field in structure[7:] if isinstance(field, tuple) and len(field) == 2)
    return any(_word(field[0]) == "attachment" for field in dispositions)


def _word(value: object) -> str:
    """Return an atom or string of the server's as a word that is safe in a header."""
    text = value.decode("ascii", "ignore") if isinstance(value, bytes) else str(value or "")
    return _SAFE.sub("", text).lower()


def _params(value: object) -> tuple[tuple[str, str], ...]:
    """Return those parameters of a Content-Type that matter for reading text, or for telling why there is none."""
    flat = value if isinstance(value, tuple) else ()
    pairs = zip(flat[::2], flat[1::2], strict=False)
    return tuple((_word(name), _word(given)) for name, given in pairs if _word(name) in _PARAMS)


def _header(
    kind: str, params: tuple[tuple[str, str], ...] = (), encoding: str = "", *, attached: bool = False
) -> bytes:
    lines = ["Content-Type: " + "; ".join([kind, *(f'{name}="{value}"' for name, value in params)])]
    lines += [f"Content-Transfer-Encoding: {encoding}"] if encoding else []
    lines += ["Content-Disposition: attachment"] if attached else []
    return "".join(line + "\r\n" for line in lines).encode("ascii")


def _walk(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from _walk(child)


def sections(tree: Node) -> dict[str, int]:
    """Return what to ask for, each with the octets to ask for at most: headers, of forwarded messages too, and text."""
    nodes = list(_walk(tree))
    headers = [f"{node.section}.HEADER" for node in nodes if node.kind == "message/rfc822"][:_MAX_TEXTS]
    texts = _texts(nodes)[:_MAX_TEXTS]
    return dict.fromkeys(["HEADER", *headers], PART_OCTETS) | {
        node.section: _TEXT_OCTETS // len(texts) for node in texts
    }


def _texts(nodes: list[Node]) -> list[Node]:
    """Return the parts to read; an attached text only where it may be the body."""
    texts = [node for node in nodes if node.kind in _TEXTS | _SPARE]
    has_body = any(node.kind in _TEXTS and not node.is_attached and node.octets > _BLANK_OCTETS for node in texts)
    return [node for node in texts if not node.is_attached or (node.kind in _ATTACHED_BODIES and not has_body)]


def compose(tree: Node, answers: Mapping[str, bytes]) -> bytes:
    """Return a message with the tree of the original and only the parts that were asked for.

    Args:
        tree: From `tree_of`.
        answers: What the server gave for each of `sections`.
    """
    return _outer(answers.get("HEADER", b"")) + _part(tree, answers)


def _outer(header: bytes) -> bytes:
    """Return a message's header without the fields that describe its content."""
    kept = _CONTENT.sub(b"", header.rstrip(b"\r\n") + b"\r\n")
    return kept + b"MIME-Version: 1.0\r\n" if kept.strip() else b"MIME-Version: 1.0\r\n"


def _part(node: Node, answers: Mapping[str, bytes]) -> bytes:
    if node.kind.startswith("multipart/"):
        # The parts were not written by us: the boundary must be one that none of them holds.
        parts = [_part(child, answers) for child in node.children]
        boundary = _boundary(node.section, parts)
        body = b"".join(b"--" + boundary + b"\r\n" + part + b"\r\n" for part in parts)
        head = b"Content-Type: " + node.kind.encode() + b'; boundary="' + boundary + b'"\r\n\r\n'
        return head + body + b"--" + boundary + b"--\r\n"
    if node.children:
        inner = _outer(answers.get(f"{node.section}.HEADER", b"")) + _part(node.children[0], answers)
        return node.header + b"\r\n" + inner
    return node.header + b"\r\n" + answers.get(node.section, b"")


def _boundary(section: str, parts: list[bytes]) -> bytes:
    number = 0
    while True:
        boundary = f"=_part_{section or 'top'}_{number}".encode("ascii")
        if not any(boundary in part for part in parts):
            return boundary
        number += 1
