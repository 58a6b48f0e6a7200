"""HTML looked at without a parser: where its tags are, what of it nobody sees, and whether a parser may have it.

It is cut into tokens as a browser does it (HTML §13.2.5), in linear time, whatever it holds.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from pipeline.adapters.parsing.charsets import with_short_blanks

#: selectolax needs quadratic time for depth and for attributes of one tag; no letter of a person comes near these.
_MAX_DEPTH = 300
_MAX_ATTRIBUTES = 1000
#: A longer attribute is a picture, or a trap.
_LONG_ATTRIBUTE = 2_000

_VOID = frozenset({"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"})
#: What ends where the next of its kind begins. Open options are not among them: the parser nests them.
_SELF_CLOSING = frozenset({"p", "li", "td", "th", "tr", "dt", "dd", "tbody", "thead", "tfoot", "body", "html"})
#: Of these a document has one, which is given the attributes of all.
_ONLY_ONE = frozenset({"body", "html"})
#: What lies outside these is not ended within them (HTML §13.2.4.2).
_FENCED = frozenset({"table", "object", "applet", "marquee", "template"})
#: What is still open of these at the end of a paragraph is opened anew in the next one (HTML §13.2.4.3).
_STYLES = frozenset({"a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"})
_MOST_REBUILT = 1_000_000
_DRAWINGS = frozenset({"svg", "math"})
#: What holds no tags, and nothing that is seen.
_RAW = frozenset({"style", "script", "title", "textarea", "iframe", "noembed", "noframes"})
_RAW_END = {name: re.compile(rf"</{name}(?=[ \t\n\f\r/>])", re.IGNORECASE) for name in _RAW}

_ATTRIBUTE = re.compile(
    r"""[^ \t\n\f\r/>][^ \t\n\f\r/>=]*+"""
    r"""(?:[ \t\n\f\r]*+=[ \t\n\f\r]*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^ \t\n\f\r>"'][^ \t\n\f\r>]*+|(?=>)))?+"""
)
_TAG = re.compile(
    r"<(?P<end>/?)(?P<name>[a-zA-Z][^ \t\n\f\r/>]*+)"
    rf"(?P<attributes>(?:[ \t\n\f\r/]++|{_ATTRIBUTE.pattern})*+)>"
)
_COMMENT = re.compile(r"<!--(?:-?>|.*?--!?>)|<(?:!(?!--)|\?|/(?![a-zA-Z]))[^>]*+>", re.DOTALL)
_BEGUN = re.compile(r"<[a-zA-Z/!?]")


def tokens(html: str) -> Iterator[tuple[str, re.Match[str] | None]]:
    """Yield each tag with the text before it, and at last the text behind all tags; comments and raw text are left out.

    A tag or comment that does not end hides all that follows.
    """
    kept: list[str] = []
    start = position = 0
    endless: set[str] = set()
    while begun := _BEGUN.search(html, position):
        position = begun.start()
        if tag := _TAG.match(html, position):
            yield "".join((*kept, html[start:position])), tag
            kept.clear()
            start = position = _behind(html, tag, endless)
        elif comment := _COMMENT.match(html, position):
            kept.append(html[start:position])
            start = position = comment.end()
        else:
            break
    yield "".join((*kept, html[start : begun.start() if begun else None])), None


def _behind(html: str, tag: re.Match[str], endless: set[str]) -> int:
    """Return where to go on: behind a tag, or where the raw text that it begins ends."""
    name = tag["name"].lower()
    if tag["end"] or name not in _RAW or name in endless or _closes_itself(tag):
        return tag.end()
    end = _RAW_END[name].search(html, tag.end())
    if end is None:
        endless.add(name)
        return tag.end()
    return end.start()


def _closes_itself(tag: re.Match[str]) -> bool:
    return tag["attributes"].endswith("/")


def slimmed(html: str, most: int) -> str:
    """Return HTML without comments, raw text and attributes above 2,000 characters, its long blanks short.

    Of what is longer than `most` characters even so, hardly more than that is returned.
    """
    kept: list[str] = []
    length = 0
    for text, tag in tokens(html):
        kept.append(with_short_blanks(text) + (_ATTRIBUTE.sub(_short, tag[0]) if tag else ""))
        length += len(kept[-1])
        if length > most:
            break
    return "".join(kept)


def _short(attribute: re.Match[str]) -> str:
    return attribute[0] if len(attribute[0]) <= _LONG_ATTRIBUTE else ""


def is_tame(html: str) -> bool:
    """Return whether the tree parser will read this in about linear time."""
    nesting = _Nesting()
    shared: Counter[str] = Counter()
    holds_data = "<![CDATA[" in html
    for _, tag in tokens(html):
        if tag is None:
            break
        name = tag["name"].lower()
        nesting.count(name, is_end=bool(tag["end"]))
        attributes = _number_of_attributes(tag)
        if name in _ONLY_ONE:
            attributes = shared[name] = shared[name] + attributes
        # Whether the parser is in a drawing is not known here, and there raw text and data end otherwise.
        is_unclear = (name in _RAW and _closes_itself(tag)) or (holds_data and name in _DRAWINGS)
        if is_unclear or not nesting.is_tame or attributes > _MAX_ATTRIBUTES:
            return False
    return True


def _number_of_attributes(tag: re.Match[str]) -> int:
    return sum(1 for _ in _ATTRIBUTE.finditer(tag["attributes"])) if tag["attributes"] else 0


class _Nesting:
    """How deep the tree would become. The end of an element that lies outside a table means nothing within it."""

    def __init__(self) -> None:
        self._open: list[tuple[str, Counter[str]]] = [("", Counter())]
        self._depth = self._styles = self._rebuilt = 0

    @property
    def is_tame(self) -> bool:
        """Whether it is neither too deep nor, with what is built anew in each paragraph, too large."""
        return self._depth <= _MAX_DEPTH and self._rebuilt <= _MOST_REBUILT

    def count(self, name: str, *, is_end: bool) -> None:
        """Take one tag into account."""
        self._rebuilt += self._styles
        if name in _VOID or name in _SELF_CLOSING:
            return
        if name in _FENCED:
            self._fence(name, is_end=is_end)
        elif not is_end or self._open[-1][1][name]:
            self._add(name, -1 if is_end else 1)

    def _fence(self, name: str, *, is_end: bool) -> None:
        if not is_end:
            self._open.append((name, Counter()))
            self._depth += 1
        elif self._open[-1][0] == name:
            self._depth -= 1
            for inner, number in list(self._open[-1][1].items()):
                self._add(inner, -number)
            self._open.pop()

    def _add(self, name: str, number: int) -> None:
        self._open[-1][1][name] += number
        self._depth += number
        self._styles += number if name in _STYLES else 0
