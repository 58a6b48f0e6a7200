"""What a message says: one plain text out of the tree of its parts."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from pipeline.adapters.parsing.charsets import clean, decode, with_short_blanks
from pipeline.adapters.parsing.headers import read_envelope
from pipeline.adapters.parsing.html_tags import slimmed
from pipeline.adapters.parsing.html_text import html_to_text, is_html
from pipeline.adapters.parsing.mime import FORWARDS, Part

MAX_TEXT = 1_000_000
#: How many characters of all parts of a message are read, tags among them.
_MAX_READ = 2_000_000
_MORE_WORDS = 1.5

FORWARD_MARK = "---------- Forwarded message ----------"

_LINK = re.compile(r"https?://[^\s<>\"]+")
_WORD = re.compile(r"[^\W\d_]{2,}")
_LETTER = re.compile(r"[^\W_]")
_STUB = re.compile(
    r"(?:view|read|see|display|open)\b.{0,80}\b(?:html|browser|online)|html[- ](?:e-?mail|capable|compatible|client)"
    r"|(?:support|unterstützt|prend).{0,40}\bhtml",
    re.IGNORECASE | re.DOTALL,
)
_STUB_WORDS = 60
_CALENDAR_FIELD = re.compile(r"^(SUMMARY|DESCRIPTION|LOCATION)(?:;[^:\n]*+)?:(.*)$", re.MULTILINE | re.IGNORECASE)
_META_CHARSET = re.compile(rb"<meta\s[^>]{0,200}?charset\s*=\s*[\"']?([\w.:-]{1,40})", re.IGNORECASE)
_MOST_META = 5_000
_ENRICHED_TAG = re.compile(r"</?[a-zA-Z][\w-]{0,30}>")
_PGP = re.compile(r"-----BEGIN PGP MESSAGE-----.*?(?:-----END PGP MESSAGE-----|\Z)", re.DOTALL)

#: What signs a text in the clear (RFC 9580 §7): the lines above it, the signature below it, and what escapes a dash.
_PGP_SIGNED = re.compile(r"^-----BEGIN PGP SIGNED MESSAGE-----[^\S\n]*\n(?:[A-Za-z-]{1,40}: [^\n]*\n)*", re.MULTILINE)
_PGP_SIGNATURE = re.compile(
    r"^-----BEGIN PGP SIGNATURE-----.*?(?:^-----END PGP SIGNATURE-----|\Z)", re.DOTALL | re.MULTILINE
)
_DASH_ESCAPE = re.compile(r"^- (?=-)", re.MULTILINE)

_OPENPGP = "it is encrypted (OpenPGP)"
#: Kinds of part, and names of files, that hold all of a message but are not read here; each with what is said of it.
_SEALED = {
    **dict.fromkeys(("multipart/encrypted", "application/pgp-encrypted"), _OPENPGP),
    **dict.fromkeys(
        ("application/pkcs7-mime", "application/x-pkcs7-mime", "smime.p7m"),
        "it is encrypted, or signed as a whole (S/MIME)",
    ),
    **dict.fromkeys(
        ("application/ms-tnef", "application/vnd.ms-tnef", "winmail.dat"), "all of it is in a winmail.dat of Outlook"
    ),
}


@dataclass(frozen=True, slots=True)
class Body:
    """The text of a message, clean, at most 1,000,000 characters; and whether there was more than is read of one."""

    text: str
    is_cut: bool = False


@dataclass(slots=True)
class _Budget:
    """How many characters of a message may still be read, and whether some were not."""

    left: int = _MAX_READ
    is_cut: bool = False

    def take(self, text: str) -> str:
        """Return as much of a text as may be read."""
        self.is_cut = self.is_cut or len(text) > self.left
        taken = text[: self.left]
        self.left -= len(taken)
        return taken


@dataclass(frozen=True, slots=True)
class _Text:
    """The text of a part. `spare` is for a message that has no other: an invitation's data, a delivery report's."""

    text: str = ""
    spare: tuple[Part, ...] = ()


def body_of(message: Part) -> Body:
    """Return what a message says; its text is empty if it holds none.

    Of a `multipart/alternative` the richer side is taken; attachments are left out; a forwarded message stays, under
    a line that marks it.
    """
    budget = _Budget()
    text = _or_spare(_render(message, budget), budget)
    return Body(_without_signature(clean(text[:MAX_TEXT])), budget.is_cut)


def _without_signature(text: str) -> str:
    """Return a text that is signed in the clear (OpenPGP) without what signs it; any other as it is."""
    if not _PGP_SIGNED.search(text):
        return text
    return _DASH_ESCAPE.sub("", _PGP_SIGNATURE.sub("", _PGP_SIGNED.sub("", text))).strip("\n")


def why_unread(message: Part, text: str, *, is_cut: bool) -> str:
    """Return why a message of which not all was read seems to hold no text; an empty string if some was read.

    Args:
        message: Its parts.
        text: What was read of it.
        is_cut: Whether it has more text than that.
    """
    if _LETTER.search(text):
        return ""
    if is_cut:
        return "its text lies too far down"
    return "its parts are too many, or lie too deep" if any(part.lacks_parts for part in message.walk()) else ""


def why_sealed(message: Part, text: str) -> str:
    """Return why the words of a message cannot be read though it has some; an empty string if they can.

    What stands in the clear beside a sealed part is read, as is what is signed in the clear.
    """
    in_clear = _PGP.sub("", text)
    if _WORD.search(in_clear):
        return ""
    if in_clear != text:
        return _OPENPGP
    names = (name for part in message.walk() for name in (part.kind, part.params.get("name", "").lower()))
    return next((_SEALED[name] for name in names if name in _SEALED), "")


def _render(part: Part, budget: _Budget) -> _Text:
    if part.kind == "multipart/alternative":
        return _richest([_render(child, budget) for child in part.children])
    if part.kind == "multipart/report":
        return _joined([_render(child, budget) for child in part.children if child.kind not in FORWARDS])
    if part.kind.startswith("multipart/"):
        return _joined([_render(child, budget) for child in part.children])
    if part.kind in FORWARDS:
        return _joined([_forwarded(child, budget) for child in part.children])
    if part.disposition == "attachment" or part.kind not in _READERS:
        # Some programs attach the body itself: then the attachment is the whole message.
        return _Text(spare=(part,) if part.kind in {"text/plain", "text/html"} else ())
    return _Text(spare=(part,)) if part.kind in _SPARE else _Text(_read(part, budget))


def _read(part: Part, budget: _Budget) -> str:
    """Return the text of one part, as far as the budget of its message goes."""
    if budget.left > 0:
        return _READERS[part.kind](part, budget)
    budget.is_cut = budget.is_cut or bool(part.body.strip())
    return ""


def _or_spare(found: _Text, budget: _Budget) -> str:
    if found.text.strip():
        return found.text
    return "\n\n".join(text for part in found.spare if (text := _read(part, budget)).strip())


def _joined(texts: list[_Text]) -> _Text:
    """Return texts one below the other, each once: some programs repeat the text beside its HTML."""
    kept: list[str] = []
    seen: set[str] = set()
    for one in texts:
        words = " ".join(one.text.split())
        if words and words not in seen:
            seen.add(words)
            kept.append(one.text)
    return _Text("\n\n".join(kept), _spare(texts))


def _spare(texts: list[_Text]) -> tuple[Part, ...]:
    return tuple(part for one in texts for part in one.spare)


def _richest(texts: list[_Text]) -> _Text:
    """Return the first text, unless a later one says much more, or the first only says where to read it."""
    best, best_words = "", 0
    for one in texts:
        words = len(_WORD.findall(_LINK.sub("", one.text)))
        stub = best_words < _STUB_WORDS and _STUB.search(best[:2000]) is not None
        if not best or words > best_words * (0 if stub else _MORE_WORDS):
            best, best_words = one.text, words
    return _Text(best, _spare(texts))


def _forwarded(message: Part, budget: _Budget) -> _Text:
    """Return a forwarded message's text under the lines that mark it as one."""
    envelope = read_envelope(message.fields)
    lines = [FORWARD_MARK, f"From: {envelope.sender}", f"Date: {envelope.date_text}", f"Subject: {envelope.subject}"]
    lines += [f"To: {', '.join(map(str, envelope.recipients[:10]))}"] if envelope.recipients else []
    inner = _render(message, budget)
    return _Text("\n".join(lines) + "\n\n" + _or_spare(inner, budget).strip("\n"))


def _plain(part: Part, budget: _Budget) -> str:
    text = decode(part.content, part.params.get("charset", ""))
    if is_html(text):
        return _from_html(text, budget)
    text = _short(text, budget)
    if part.params.get("format", "").lower() == "flowed":
        return unflow(text, delete_space=part.params.get("delsp", "").lower() == "yes")
    return text


def _short(text: str, budget: _Budget) -> str:
    """Return plain text as far as the budget goes; what is only white space comes at no price."""
    return budget.take(text if len(text) <= budget.left else with_short_blanks(text))


def _html(part: Part, budget: _Budget) -> str:
    """Return the text of HTML; where the header names no charset, the document may (HTML §4.2.5.4)."""
    content = part.content
    declared = _META_CHARSET.search(content[:_MOST_META])
    inner = declared[1].decode("ascii") if declared else ""
    return _from_html(decode(content, part.params.get("charset", "") or inner), budget)


def _from_html(html: str, budget: _Budget) -> str:
    """Return the text of HTML as far as the budget goes; pictures and styles within it come at no price."""
    return html_to_text(budget.take(html if len(html) <= budget.left else slimmed(html, budget.left)))


def _enriched(part: Part, budget: _Budget) -> str:
    return _ENRICHED_TAG.sub("", _short(decode(part.content, part.params.get("charset", "")), budget))


def _calendar(part: Part, budget: _Budget) -> str:
    """Return the title, place and description of an invitation (RFC 5545 §3.1, §3.3.11)."""
    text = _short(decode(part.content, part.params.get("charset", "")), budget).replace("\r\n", "\n")
    unfolded = text.replace("\n ", "").replace("\n\t", "")
    values = (value for _, value in _CALENDAR_FIELD.findall(unfolded))
    return "\n".join(re.sub(r"\\([,;\\])", r"\1", re.sub(r"\\[nN]", "\n", value)) for value in values)


_READERS: dict[str, Callable[[Part, _Budget], str]] = {
    "text/plain": _plain,
    "text/html": _html,
    "application/xhtml+xml": _html,
    "text/enriched": _enriched,
    "text/richtext": _enriched,
    "text/calendar": _calendar,
    "message/delivery-status": _plain,
}
_SPARE = frozenset({"text/calendar", "message/delivery-status"})


def unflow(text: str, *, delete_space: bool) -> str:
    """Return format=flowed text with its paragraphs joined again (RFC 3676 §4).

    A line that ends in a space goes on in the next line of the same quote depth; `delete_space` is DelSp=yes.
    """
    paragraphs: list[list[str]] = []
    previous, flows = 0, False
    for line in text.replace("\r\n", "\n").split("\n"):
        content = line.lstrip(">")
        depth = len(line) - len(content)
        content = content.removeprefix(" ")
        signature = content == "-- "
        if flows and depth == previous and not signature:
            paragraphs[-1].append(content)
        else:
            paragraphs.append([">" * depth + " " * bool(depth), content])
        previous, flows = depth, content.endswith(" ") and not signature
        if flows and delete_space:
            paragraphs[-1][-1] = content[:-1]
    return "\n".join("".join(pieces) for pieces in paragraphs)
