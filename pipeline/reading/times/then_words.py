"""Words that point back to a time that was named before, in seven languages: `then`, `ab diesem Datum`."""

from __future__ import annotations

import re

THEN = re.compile(
    r"\b(?:"
    # English
    r"then|(?:at|from|after|as of|on|past|beyond) (?:that|which)(?: (?:very )?(?:date|day|time|point|deadline|period))?"
    r"|after (?:that|which)|afterwards|thereafter|once (?:that|this) (?:date|period|time) (?:has|is)"
    # German
    r"|dann|danach|ab da|von da an|(?:ab|nach|zu|seit) (?:diese[mr]|jene[mr]) (?:datum|tag|termin|zeitpunkt|frist|zeit)"
    r"|(?:ab|nach)(?: dem)? (?:genannten|besagten) (?:datum|tag|termin|zeitpunkt)|nach ablauf dieser (?:frist|zeit)"
    # French
    r"|alors|ensuite|par la suite|(?:à (?:partir|compter) de|dès|après|passée?|à|au-delà de)"
    r" (?:cette|ce|ladite|ledit) (?:date|jour|moment|délai|échéance|période|époque)"
    # Spanish
    r"|entonces|luego|después(?=,)|(?:a partir de|desde|después de|tras|pasad[oa]|transcurrid[oa]|llegad[oa]|en)"
    r" (?:es[ae]|est[ae]|dich[oa]|aquel(?:la)?) (?:fecha|día|momento|plazo|periodo|período|época)"
    # Italian
    r"|allora|in seguito|dopo(?=,)|(?:(?:a partire )?da|dopo|trascors[oa]|passat[oa]|in)"
    r" (?:tale|quella|questa|quel|questo|detta) (?:data|giorno|momento|termine|periodo|epoca)"
    # Dutch
    r"|dan|daarna|(?:vanaf|na|op|per|tegen) (?:die|deze|dat|dit) (?:datum|dag|moment|tijdstip|termijn|periode|tijd)"
    # Portuguese
    r"|então|(?:a partir d|depois d|após |passad[oa] |n)(?:ess[ae]|est[ae]|aquel[ae]) (?:data|dia|momento|altura|prazo"
    r"|período)|depois(?: disso|(?=,))"
    r")\b",
    re.IGNORECASE,
)
