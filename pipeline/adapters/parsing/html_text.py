"""The text of HTML messages as a reader sees it."""

from __future__ import annotations

import html as entities
import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode

from pipeline.adapters.parsing.html_tags import is_tame, tokens

_MAX_QUOTES = 10
_MAX_STYLE = 5_000

_DROPPED = frozenset(
    {"head", "style", "script", "title", "template", "noscript", "object", "svg", "select", "textarea"}
)
_PARAGRAPHS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "blockquote", "pre", "hr", "table"})
_BLOCKS = frozenset(
    {"address", "article", "aside", "body", "center", "dd", "div", "dt", "fieldset", "figure", "footer", "form"}
    | {"header", "html", "li", "main", "nav", "section", "tbody", "tfoot", "thead", "tr", "caption"}
)

_TEXT_LIKE = re.compile(r"\s*<(?:!doctype html|html|head|body|div|p|table|span|br|meta|style)\b", re.IGNORECASE)
_WHITE = re.compile(r"[ \t\r\n\f]+")
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|opacity\s*:\s*0(?:\.0+)?\s*(?:;|!|$)"
    r"|(?<![\w-])max-height\s*:\s*0(?:\.0+)?\s*(?:px|em|pt|%)?\s*(?:;|!|$)",
    re.IGNORECASE,
)
#: Layout tables are given no size of their own (MJML does it to each cell): what stands in them then has one.
_NO_SIZE = re.compile(r"(?<![\w-])font-size\s*:\s*0(?:\.0+)?\s*(?:px|em|pt|%)?\s*(?:;|!|$)", re.IGNORECASE)
_SIZE = re.compile(r"(?<![\w-])font-size\s*:\s*(?:0\.0*)?[1-9]", re.IGNORECASE)
#: How many elements without a size are looked through, and how far: to do it for nested ones takes quadratic time.
_MOST_WITHOUT_SIZE, _MOST_SIZES = 200, 400
_QUOTE_CLASS = re.compile(r"gmail_quote|moz-cite|yahoo_quoted|protonmail_quote|cite", re.IGNORECASE)
_WROTE = re.compile(r"\b(?:wrote|writes|schrieb|écrit|escribió|scritto|schreef|escreveu|skrev)\b.{0,80}:\s*$")
_FORWARDED = re.compile(
    r"forwarded message|weitergeleitete|message (?:transféré|réexpédié)|mensaje reenviado|messaggio inoltrato"
    r"|doorgestuurd bericht|mensagem encaminhada",
    re.IGNORECASE,
)


def is_html(text: str) -> bool:
    """Return whether text that claims to be plain begins as HTML does."""
    return _TEXT_LIKE.match(text[:200]) is not None


def html_to_text(html: str) -> str:
    """Return the visible text of HTML, quoted blocks marked by `> `; never raise, in linear time.

    Hidden nodes (preheaders among them), scripts, styles and link addresses are left out.
    """
    html = html.replace("\0", "")
    if not is_tame(html):
        return entities.unescape("".join(_outside_tags(html)))
    root = LexborHTMLParser(html).root
    return _Renderer().render(root) if root is not None else ""


def _outside_tags(html: str) -> Iterator[str]:
    """Yield what stands between the tags, with newlines for them."""
    for text, tag in tokens(html):
        yield text
        yield "\n" if tag and tag["name"].lower() in _BLOCKS | _PARAGRAPHS | {"br"} else ""


def _style_of(node: LexborNode) -> str:
    """Return an element's style with its white space folded: a long row of it would take quadratic time to search."""
    return " ".join((node.attributes.get("style") or "")[:_MAX_STYLE].split())


class _Renderer:
    """Walks a tree without recursion and writes its lines."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self._line: list[str] = []
        self._bullet = self._gap = False
        self._depth = 0
        self._quotes: list[int] = []
        self._preformatted = 0
        self._without_size = 0

    def render(self, root: LexborNode) -> str:
        """Return the text below `root`."""
        node: LexborNode | None = root
        while node is not None:
            below = node.first_child if self._enter(node) else None
            if below is not None:
                node = below
                continue
            while node is not None and node.next is None:
                node = node.parent
                if node is not None:
                    self._leave(node)
            node = node.next if node is not None else None
        self._end_line()
        return "\n".join(self._lines)

    def _enter(self, node: LexborNode) -> bool:
        """Write what comes before a node's children; return whether to go into them."""
        tag = str(node.tag or "")
        if node.is_text_node:
            self._write(str(node.text_content or ""))
            return False
        if tag in _DROPPED or not node.is_element_node or self._is_hidden(node):
            return bool(node.is_document_node)
        if tag == "br":
            self._end_line(keep_empty=True)
        elif tag in {"td", "th"}:
            self._write(" ")
        elif tag in _BLOCKS or tag in _PARAGRAPHS:
            self._break(tag)
        if node.first_child is None:
            return False
        self._bullet = self._bullet or tag == "li"
        self._preformatted += tag == "pre"
        if tag == "blockquote" and self._is_quote(node):
            self._quotes.append(node.mem_id)
        return True

    def _leave(self, node: LexborNode) -> None:
        """Write what comes after a node's children."""
        tag = str(node.tag or "")
        if tag in _BLOCKS or tag in _PARAGRAPHS:
            self._break(tag)
        if self._quotes and node.mem_id == self._quotes[-1]:
            self._quotes.pop()
        self._preformatted -= tag == "pre"

    def _is_hidden(self, node: LexborNode) -> bool:
        style = _style_of(node)
        if "hidden" in node.attributes or _HIDDEN.search(style) is not None:
            return True
        if _NO_SIZE.search(style) is None or self._without_size >= _MOST_WITHOUT_SIZE:
            return False
        self._without_size += 1
        sized = node.css('[style*="font-size"]')[:_MOST_SIZES]
        return not any(_SIZE.search(_style_of(one)) for one in sized)

    def _is_quote(self, node: LexborNode) -> bool:
        """Tell a quoted message from a forwarded one and from text that is only indented."""
        before = " ".join(line[-200:] for line in self._lines[-8:] if line)
        if _FORWARDED.search(before):
            return False
        attributes = node.attributes
        return (
            attributes.get("type") == "cite"
            or _QUOTE_CLASS.search(attributes.get("class") or "") is not None
            or "border-left" in (attributes.get("style") or "")
            or _WROTE.search(before) is not None
        )

    def _write(self, text: str) -> None:
        if self._preformatted:
            first, *others = text.split("\n")
            self._line.append(first)
            for line in others:
                self._end_line(keep_empty=True)
                self._line.append(line)
            return
        text = _WHITE.sub(" ", text)
        if not self._line or self._line[-1].endswith(" "):
            text = text.removeprefix(" ")
        if text:
            self._line.append(text)

    def _break(self, tag: str) -> None:
        """End the line; around a paragraph, an empty one is owed."""
        self._end_line()
        self._gap = self._gap or (tag in _PARAGRAPHS and not self._bullet)

    def _end_line(self, *, keep_empty: bool = False) -> None:
        line = "".join(self._line) if self._preformatted else "".join(self._line).strip(" ")
        self._line = []
        if not line and not keep_empty:
            return
        depth = min(len(self._quotes), _MAX_QUOTES)
        if self._gap and line and self._lines:
            self._lines.append("> " * min(depth, self._depth))
        bullet = "- " if self._bullet and line else ""
        self._lines.append("> " * depth + bullet + line)
        self._bullet = self._bullet and not bullet
        self._gap, self._depth = self._gap and not line, depth
