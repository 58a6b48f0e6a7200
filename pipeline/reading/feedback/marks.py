"""Words by which a sentence measures somebody, or finds fault."""

from __future__ import annotations

import re

from pipeline.reading.text.bounds import LONGEST_SENTENCE

#: What measures somebody against what is wanted, or against others, or says why: "owing to your notice period".
_MEASURES = re.compile(
    r"\b(?:more|less|better|already|yet|enough|too|standard|level|score\w*|marks?|permit|licen[cs]e|visa|degree"
    r"|as you\w*"
    r"|owing to|due to|lack\w*|without|notice|availab\w*|salary|salaries|weekends?"
    r"|mehr|schon|bereits|noch nicht|genug|niveau|punkte\w*|aufgrund|wegen|ohne|fehl\w+|mangel\w*|gehalt\w*"
    r"|kündigungs\w+"
    r"|verfügbar\w*|plus|moins|déjà|trop|assez|encore|points|en raison|faute de|vu|sans|préavis|disponib\w*|préten\w+"
    r"|salaire\w*"
    r"|más|menos|ya|todavía|demasiado|nivel|punt\w*|por (?:su|tu|falta)|debido|sin|expectativas|salari\w*"
    r"|più|meno|già|ancora|troppo|livello|vist[ao]|senza|per mancanza"
    r"|(?:want\w*|wollte|hätten? gern|voulait|cherchait|quería|buscaba|voleva|cercava|wilde|zocht|procurava|queria"
    r"|needed)"
    r" (?:\w+ )?(?:someone|somebody|jemand\w*|quelqu['\u2019]un|alguien|qualcuno|iemand|alguém|un profil|um perfil"
    r"|un perfil)"
    r"|meer|minder|nog|genoeg|door|wegens|vanwege|zonder|salaris\w*|opzegtermijn|beschikba\w*"
    r"|mais|já|ainda|ans|años|anni|jaar|anos|al (?:heeft|hebben|kent|kan)|nível|pont\w*|devido|sem|por falta"
    r"|pretens\w+|salári\w*)\b",
    re.IGNORECASE,
)

#: Words with which faults are found.
_FAULTS = re.compile(
    r"\b(?:weak\w*|poor\w*|shaky|vague|nervous|unsure|hesitant|sloppy|forgot\w*|missed|missing|lack\w*|struggled"
    r"|too (?:high|short|long|slow|quiet|little|few|general|late)|schwach\w*|schwäch\w*|unsicher\w*|nervös|vage"
    r"|vergess\w*"
    r"|zu (?:hoch|kurz|lang|langsam|leise|wenig|allgemein|spät)|fehlt\w*|faible\w*|fragile|hésitant\w*|oublié|manqu\w+"
    r"|trop (?:élevé|court|long|lent|peu|vague|général)\w*|débil\w*|floj\w*|nervios\w*|olvid\w*|falt[aóo]\w*"
    r"|(?:demasiado|muy) (?:alt|cort|larg|lent|poc|genéric)\w*|debol\w*|incert\w*|dimenticat\w*|mancav?a\w*"
    r"|troppo (?:alt|cort|lung|lent|poc|generic)\w*|zwak\w*|zenuwachtig|onzeker|vergat|vergeten|ontbrak\w*|ontbreekt"
    r"|te (?:hoog|kort|lang|langzaam|weinig|algemeen|vaag)|frac[oa]s?|nervos[oa]|esquec\w*|faltou|faltava\w*"
    r"|(?:demasiado|muito) (?:alt|curt|long|lent|pouc|genéric)\w*)\b",
    re.IGNORECASE,
)


def measures(text: str) -> bool:
    """Return whether a sentence may measure somebody: it says "more", "already", "not enough" or the like."""
    return _MEASURES.search(text[:LONGEST_SENTENCE]) is not None


def finds_fault(text: str) -> bool:
    """Return whether a sentence has a word with which faults are found: "weak", "forgot", "too slow"."""
    return _FAULTS.search(text[:LONGEST_SENTENCE]) is not None
