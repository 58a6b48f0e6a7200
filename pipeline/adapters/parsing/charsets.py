"""Bytes to text: the charsets of real mail, the encoded words of RFC 2047, and text without its traps.

Every function here takes time in proportion to its input, whatever the input.
"""

from __future__ import annotations

import binascii
import codecs
import re
import unicodedata
from functools import lru_cache

#: Charsets that senders name when they mean Windows-1252 or UTF-8 (https://encoding.spec.whatwg.org/#names-and-labels).
_WESTERN = frozenset({"", "ascii", "iso8859-1", "cp1252", "utf-8"})

#: Wider charsets that hold everything of the named one, as mail programs use them under the narrower name.
_SUPERSETS = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "iso8859-9": "cp1254",
    "tis-620": "cp874",
}

#: Codecs of Python that are not charsets of text, or take more than linear time.
_REFUSED = frozenset({"idna", "punycode", "unicode_escape", "raw-unicode-escape", "raw_unicode_escape", "undefined"})

#: What `surrogateescape` made of a byte that is not UTF-8, as the Windows-1252 character it was meant to be.
_STRAY_BYTES = {0xDC00 + byte: bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(0x80, 0x100)}

_NAME = re.compile(r"[\w.:+-]{1,40}", re.ASCII)
_NEWLINES = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
#: Control characters, soft hyphens, invisible padding, bidirectional overrides (CVE-2021-42574), lone surrogates.
_UNWANTED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\ufeff\ufff0-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
_JOINERS = re.compile("[\u200c\u200d]{2,}|(?<![^\\s])[\u200c\u200d]|[\u200c\u200d](?![^\\s])")
_SPACES = re.compile("[\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_LONG_BLANKS = re.compile(r"\s{65,}+")
#: A long run of neither letters nor spaces; only such a run can hide enough marks to make NFC take quadratic time.
_MARKS = re.compile(r"[^\w\s\x21-\x7e]{33,}")
_WORD = re.compile(r"=\?([^?\s*]{1,40})(?:\*[^?\s]{0,20})?\?([bBqQ])\?([^?]*)\?=")
_WORDS = re.compile(rf"{_WORD.pattern}(?:\s*{_WORD.pattern})*+")


def decode(data: bytes, charset: str = "") -> str:
    """Return the text of some bytes; never raise.

    Args:
        data: Text in some charset.
        charset: The charset that the sender named, which may be wrong, unknown or empty.

    Bytes that are not of that charset are read as UTF-8, and where they are not that either, as Windows-1252.
    """
    name = _codec(charset)
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    if name in _WESTERN or (name.startswith(("utf-16", "utf-32")) and b"\0" not in data):
        return _western(data)
    try:
        return data.decode(name)
    except (UnicodeError, ValueError, LookupError):
        # In ISO-2022 every text is ASCII, too, and Japanese mail programs write characters that it does not hold.
        if name.startswith("iso2022"):
            return data.decode(name, "replace")
        try:
            return data.decode()
        except UnicodeDecodeError:
            return data.decode(name, "replace")


def _western(data: bytes) -> str:
    """Return text that is most likely UTF-8, with single bytes of Windows-1252 where it is not."""
    if b"\x1b$" in data:
        return data.decode("iso2022_jp_2", "replace")
    return data.decode("utf-8-sig", "surrogateescape").translate(_STRAY_BYTES)


@lru_cache(maxsize=256)
def _codec(charset: str) -> str:
    """Return Python's name of a charset, or an empty string for one that it does not know."""
    label = charset.strip(" \t'\"").lower()
    if not _NAME.fullmatch(label):
        return ""
    try:
        info = codecs.lookup(label)
    except (LookupError, ValueError, UnicodeError):
        return ""
    # The flag tells charsets from codecs such as rot13 and zlib; str.decode itself goes by it.
    if info.name in _REFUSED or not getattr(info, "_is_text_encoding", True):
        return ""
    return _SUPERSETS.get(info.name, info.name)


def decode_words(value: str) -> str:
    """Return a header value with its encoded words decoded (RFC 2047, RFC 2231 §5); malformed ones are kept as text."""
    return _WORDS.sub(lambda run: _decode_run(run.group()), value)


def encode_words(value: str) -> str:
    """Return a header value with its encoded words written as well-formed UTF-8 ones, so that any parser reads them."""
    return _WORDS.sub(lambda run: _encoded(_decode_run(run.group())), value)


def _encoded(text: str) -> str:
    return f"=?utf-8?b?{binascii.b2a_base64(text.encode('utf-8', 'replace'), newline=False).decode()}?="


def _decode_run(run: str) -> str:
    """Decode neighbouring encoded words; a character may be split between two of one charset."""
    pieces: list[tuple[str, bytes]] = []
    for charset, encoding, text in _WORD.findall(run):
        data = _word_bytes(encoding, text)
        if pieces and pieces[-1][0] == charset.lower():
            data = pieces.pop()[1] + data
        pieces.append((charset.lower(), data))
    return one_line("".join(decode(data, charset) for charset, data in pieces))


def _word_bytes(encoding: str, text: str) -> bytes:
    raw = text.encode("utf-8", "replace")
    if encoding in "qQ":
        return binascii.a2b_qp(raw, header=True)
    return decode_base64(raw)


def decode_base64(data: bytes) -> bytes:
    """Return what base64 stands for, with bad characters skipped and a bad ending dropped (RFC 2045 §6.8)."""
    letters = re.sub(rb"[^A-Za-z0-9+/]", b"", data)
    whole = len(letters) - (len(letters) % 4 == 1)
    return binascii.a2b_base64(letters[:whole] + b"=" * (-whole % 4))


def clean(text: str) -> str:
    r"""Return text in NFC without control, invisible and direction-changing characters, lines ending in `\n`.

    White space at the ends of lines goes (save in the signature mark `-- `), and so do all but two newlines in a row.
    """
    text = _JOINERS.sub("", _UNWANTED.sub("", _NEWLINES.sub("\n", text)))
    text = unicodedata.normalize("NFC", _MARKS.sub(_without_marks, _SPACES.sub(" ", text)))
    lines = (line if line == "-- " else line.rstrip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")


def with_short_blanks(text: str) -> str:
    """Return text in which each run of white space above 64 characters is an empty line, or a space within a line."""
    return _LONG_BLANKS.sub(lambda run: "\n\n" if "\n" in run[0] or "\r" in run[0] else " ", text)


def one_line(text: str) -> str:
    """Return clean text on one line, white space folded."""
    return " ".join(clean(text).split())


def _without_marks(run: re.Match[str]) -> str:
    return "".join(character for character in run.group() if not unicodedata.combining(character))
