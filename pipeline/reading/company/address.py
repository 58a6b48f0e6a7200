"""Which names are those of streets and buildings that a signature holds, and no companies."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.reading.company.names import has_legal_form
from pipeline.reading.senders.sign_off import TOWN
from pipeline.reading.text.blanks import BLANKS

#: A longer line is no address.
_LONGEST_LINE = 200

#: What parts a firm and its address in one line.
_PARTS = re.compile(rf"{BLANKS}?[|·•]\s*|{BLANKS}[-\u2013—]\s+")

_NUMBER = r"\d{1,5} ?[a-z]?(?:[-/]\d{1,5}[a-z]?)?"

#: A house number and a street, in whatever order, and what only stands in an address.
_STREET = re.compile(
    rf"\b{_NUMBER},? (?:[^\W\d][\w.'\u2019-]* ){{1,4}}(?:street|st|road|rd|avenue|ave|lane|drive|boulevard|blvd|close"
    r"|crescent|quay|terrace|parkway|pkwy|highway|hwy|way|square)\b"
    rf"|\b{_NUMBER}(?: bis| ter)?,? (?:rue|avenue|boulevard|bd|place|chemin|quai|allée|impasse|cours|route)\b"
    r"|\b(?:rue|calle|avenida|av|avda|paseo|plaza|carrera|via|viale|piazza|corso|rua|praça|largo|steenweg|chaussée)\b"
    r"\.? (?:[^\W\d][\w.'\u2019-]*,? ){1,5}(?:n[.º°]? ?)?\d{1,4}\b"
    r"|(?:stra(?:ß|ss)e|str\.|[^\W\d]weg|gasse|platz|allee|damm|ufer|straat|laan|kade|plein|gracht|gata|gatan|vägen"
    r"|vej|veien|gade|katu|vegur) \d{1,4}\b"
    r"|\b(?:jalan|jl\.|jln\.?) |\bdist\.",
    re.IGNORECASE,
)

#: Where within a building: `Level 8`, `3rd Floor`, `Tower B`, `2. OG`, `3e étage`.
_INSIDE = re.compile(
    r"\b(?:level|suite|ste|unit|flat|tower|block|blk|bldg|building|wing|haus|gebäude|eingang|aufgang|bâtiment|bât|hall"
    r"|escalier|bloque|portal|planta|piso|scala|interno|bloco|sala|conj|toren|gebouw|lt)\.? (?:[A-Z]{1,2}|one|two"
    r"|[A-Z]{0,2}\d[\w-]*)(?!\w)"
    r"|\b(?:\d{1,2}(?:st|nd|rd|th)|ground|first|second|third|top) floor\b|\b\d{1,2} ?/ ?[fF]\b|\b\d{1,2}F\b"
    r"|\b\d{1,2}\. ?(?:OG|Stock|Etage|Obergeschoss)\b|\b\d{1,2}(?:er?|ème|e) (?:étage|verdieping)\b"
    r"|\b\d{1,2}[.ºª]+ (?:andar|piso|planta)\b|\b\d{1,2}[°º] piano\b|\b\d{1,2}\. sal\b",
    re.IGNORECASE,
)

#: What buildings are called: `Prestige Towers`, `Tour Horizon`, `Bürohaus am Zoo`, `Menara Bahari`.
_BUILDING = re.compile(
    r"(?:tour|immeuble|torre|edif[ií]cio|palazzo|menara|wisma|gedung|bâtiment|bürohaus|ärztehaus|geschäftshaus"
    r"|hochhaus|bürogebäude|centro direzionale) .*"
    r"|.* (?:towers?|building|bldg\.?|bürohaus|ärztehaus|gebouw)(?: (?:[A-Z]|I{1,3}|\d{1,2}))?",
    re.IGNORECASE,
)


def is_address(name: str, text: str) -> bool:
    """Return whether a name is that of a street or a building, or stands in a text only where an address does.

    What an address begins with may be who lives there: `The Coffee House, 12 High Street`. Firms are called after
    buildings, too: such a name is an address only beside more of one.
    """
    if has_legal_form(name):
        return False
    if _STREET.search(name):
        return True
    lines = [line for line in text.split("\n") if line.strip()]
    here = [number for number, line in enumerate(lines) if name in line]
    if any(len(lines[number]) > _LONGEST_LINE for number in here):
        return False
    if _INSIDE.fullmatch(name) or _BUILDING.fullmatch(name):
        return bool(here) and all(_is_beside_address(name, lines[max(0, number - 1) : number + 2]) for number in here)
    parts = [part for number in here for part in _PARTS.split(lines[number]) if name in part]
    return bool(parts) and all(_is_of_address(name, part) for part in parts)


def _is_beside_address(name: str, lines: Iterable[str]) -> bool:
    """Return whether lines hold more of an address than a name."""
    rests = (line.replace(name, " ")[:_LONGEST_LINE] for line in lines)
    return any(_STREET.search(rest) or _INSIDE.search(rest) or TOWN.match(rest.strip()) for rest in rests)


def _is_of_address(name: str, line: str) -> bool:
    """Return whether a line is an address of which the name is a part."""
    rest = line.replace(name, " ", 1)
    if has_legal_form(line.partition(",")[0]):
        return False
    if _INSIDE.search(rest):
        return True
    return bool(_STREET.search(line)) and not line.strip().startswith(name)
