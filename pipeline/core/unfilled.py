"""Places of a template that a system filled nothing into: `{{job_title}}`, `[Company]`, `%ROLE%`, `__COMPANY__`."""

from __future__ import annotations

import re

#: What such a place is called, in seven languages: brackets may hold other things, as in `Developer [Remote] <C++>`.
_CALLED = (
    r"company|employer|organi[sz]ation|job|title|position|role|vacancy|name|recruiter|insert|unternehmens?|firma"
    r"|firmenname|stelle|stellentitel|stellenbezeichnung|jobtitel|titel|entreprise|société|poste|intitulé|nom|empresa"
    r"|puesto|cargo|nombre|azienda|società|posizione|ruolo|nome|bedrijf|bedrijfsnaam|functie|functietitel|naam|vaga"
    r"|função"
)
_PLACE = re.compile(
    rf"(?=.*\b(?:{_CALLED})\b)[^\W\d]+(?:[ '\u2019-][^\W\d]+){{0,4}}|[a-z]+_[a-z_]+",
    re.IGNORECASE,
)
_SLOT = re.compile(
    # Signs that no name has
    r"\{\{[ #!]{0,3}[^\W\d][^{}\n]{0,60}\}\}|\$?\{ ?[\w.]{1,60} ?\}|\{%[^{}%\n]{1,60}%\}|<<[^<>\n]{1,60}>>"
    r"|\*\|[^|\n]{1,60}\|\*|(?<!\w)(?P<sign>%%|##|@@|__|[%#$])[^\W\d_][\w.-]{0,60}?(?P=sign)(?!\w)"
    r"|(?<!\S)%(?:\d\$)?s\b|\bX{3,}\b|\((?:Company Name|Job Title|COMPANY NAME|JOB TITLE)\)"
    # Brackets around what such a place is called
    r"|(?:\[\[?|<|&lt;)(?P<inner>[^\[\]<>&\n]{2,60})(?:\]\]?|>|&gt;)"
)
#: A name of nothing but one such place, whatever stands in it.
_ALONE = re.compile(r"\s*(?:[$#]?\{.*\}|\[.*\]|<<.*>>|%.*%)\s*")


def is_unfilled(name: str) -> bool:
    """Return whether a name is such a place, or has one: what stands around it is no name then."""
    return _ALONE.fullmatch(name) is not None or without_places(name) != name


def without_places(text: str, filler: str = " ") -> str:
    """Return a text in which every such place is a row of a sign, as long as the place was."""

    def blank(match: re.Match[str]) -> str:
        is_other = match["inner"] is not None and not _PLACE.fullmatch(match["inner"])
        return match[0] if is_other else filler * len(match[0])

    return _SLOT.sub(blank, text)
