"""Words and letters of a text as they are compared: in folded case, without signs or accents."""

from __future__ import annotations

import re
import unicodedata

#: How the letters of domains and addresses spell others.
UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "æ": "ae", "ß": "ss"})


def squash(text: str) -> str:
    """Return the letters and digits of a text alone, in folded case."""
    return "".join(character for character in text.casefold() if character.isalnum())


def unaccented(text: str) -> str:
    """Return a text without its accents."""
    return "".join(one for one in unicodedata.normalize("NFKD", text) if not unicodedata.combining(one))


def words_of(text: str) -> list[str]:
    """Return the words of a text in folded case."""
    return re.findall(r"[^\W_]+", text.casefold())


def places_of(name: str, text: str) -> list[tuple[int, int]]:
    """Return where a name begins and ends wherever a text has it as words of their own, in the same letters."""
    return [match.span() for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text)]
