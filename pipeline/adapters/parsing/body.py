"""What a message says: one plain text out of the tree of its parts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.adapters.parsing.charsets import clean, decode
from pipeline.adapters.parsing.headers import read_envelope
from pipeline.adapters.parsing.html_text import html_to_text, is_html
from pipeline.adapters.parsing.mime import FORWARDS, Part

MAX_TEXT = 1_000_000
_MAX_BYTES = 4_000_000
_MORE_WORDS = 1.5

FORWARD_MARK = "---------- Forwarded message ----------"

_LINK = re.compile(r"https?://[^\s<>\"]+")
_WORD = re.compile(r"[^\W\d_]{2,}")
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
class _Text:
    """The text of a part. `spare` is for a message that has no other: an invitation's data, a delivery report's."""

    text: str = ""
    spare: str = ""


def text_of(message: Part) -> str:
    """Return the text of a message, clean, at most 1,000,000 characters; empty if it holds none.

    Of a `multipart/alternative` the richer side is taken; attachments are left out; a forwarded message stays, under
    a line that marks it.
    """
    found = _render(message)
    return clean((found.text.strip() or found.spare)[:MAX_TEXT])


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


def _render(part: Part) -> _Text:
    if part.kind == "multipart/alternative":
        return _richest([_render(child) for child in part.children])
    if part.kind == "multipart/report":
        return _joined([_render(child) for child in part.children if child.kind not in FORWARDS])
    if part.kind.startswith("multipart/"):
        return _joined([_render(child) for child in part.children])
    if part.kind in FORWARDS:
        return _joined([_forwarded(child) for child in part.children])
    if part.disposition == "attachment" or part.kind not in _READERS:
        return _Text(spare=_attached(part))
    text = _READERS[part.kind](part)
    return _Text(spare=text) if part.kind in _SPARE else _Text(text)


def _attached(part: Part) -> str:
    """Return the text of an attachment, which may be the whole message: some programs attach the body itself."""
    return _READERS[part.kind](part) if part.kind in {"text/plain", "text/html"} else ""


def _joined(texts: list[_Text]) -> _Text:
    """Return texts one below the other, each once: some programs repeat the text beside its HTML."""
    kept: list[str] = []
    seen: set[str] = set()
    for one in texts:
        words = " ".join(one.text.split())
        if words and words not in seen:
            seen.add(words)
            kept.append(one.text)
    return _Text("\n\n".join(kept), "\n\n".join(one.spare for one in texts if one.spare.strip()))


def _richest(texts: list[_Text]) -> _Text:
    """Return the first text, unless a later one says much more, or the first only says where to read it."""
    spare = "\n\n".join(one.spare for one in texts if one.spare.strip())
    best, best_words = "", 0
    for one in texts:
        words = len(_WORD.findall(_LINK.sub("", one.text)))
        stub = best_words < _STUB_WORDS and _STUB.search(best[:2000]) is not None
        if not best or words > best_words * (0 if stub else _MORE_WORDS):
            best, best_words = one.text, words
    return _Text(best, spare)


def _forwarded(message: Part) -> _Text:
    """Return a forwarded message's text under the lines that mark it as one."""
    envelope = read_envelope(message.fields)
    lines = [FORWARD_MARK, f"From: {envelope.sender}", f"Date: {envelope.date_text}", f"Subject: {envelope.subject}"]
    lines += [f"To: {', '.join(map(str, envelope.recipients[:10]))}"] if envelope.recipients else []
    inner = _render(message)
    return _Text("\n".join(lines) + "\n\n" + (inner.text.strip("\n") or inner.spare))


def _plain(part: Part) -> str:
    text = decode(part.content[:_MAX_BYTES], part.params.get("charset", ""))
    if is_html(text):
        return html_to_text(text)
    if part.params.get("format", "").lower() == "flowed":
        return unflow(text[:MAX_TEXT], delete_space=part.params.get("delsp", "").lower() == "yes")
    return text


def _html(part: Part) -> str:
    """Return the text of HTML; where the header names no charset, the document may (HTML §4.2.5.4)."""
    content = part.content[:_MAX_BYTES]
    declared = _META_CHARSET.search(content[:_MOST_META])
    inner = declared[1].decode("ascii") if declared else ""
    return html_to_text(decode(content, part.params.get("charset", "") or inner))


def _enriched(part: Part) -> str:
    return _ENRICHED_TAG.sub("", decode(part.content[:_MAX_BYTES], part.params.get("charset", "")))


def _calendar(part: Part) -> str:
    """Return the title, place and description of an invitation (RFC 5545 §3.1, §3.3.11)."""
    text = decode(part.content[:_MAX_BYTES], part.params.get("charset", "")).replace("\r\n", "\n")
    unfolded = text.replace("\n ", "").replace("\n\t", "")
    values = (value for _, value in _CALENDAR_FIELD.findall(unfolded))
    return "\n".join(re.sub(r"\\([,;\\])", r"\1", re.sub(r"\\[nN]", "\n", value)) for value in values)


_READERS = {
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
