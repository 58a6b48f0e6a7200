"""Sentences that only say that others fit better."""

from __future__ import annotations

import re

_LONGEST = 600

#: Others are "closer to what we need": everybody is told so.
_FITS = re.compile(
    r"\b(?:closer|closest|closely|nearer|better|best|stronger|neatly)\b[^.;!?]{0,40}\b(?:fit\w*|match\w*|suit\w*"
    r"|align\w*"
    r"|lines? up|correspond\w*|requirements|criteria|(?:we|they|line|team|client|role|business) (?:need|ask|want"
    r"|look|requir)\w*)\b"
    r"|\b(?:fit\w*|match\w*|suit\w*|align\w*|lines? up)\b[^.;!?]{0,20}\b(?:better|more|best)\b"
    r"|\b(?:besser|näher|eher|mehr|genauer|stärker)\b[^.;!?]{0,40}\b(?:pass\w*|entspr\w+|überein\w*|anforderung\w*)"
    r"|\b(?:mieux|davantage|plus)\b[^.;!?]{0,30}\b(?:correspond\w*|répond\w*|proches?|adéquation|phase|adapté\w*)\b"
    r"|\b(?:correspond|répond)\w* (?:\w+ )?(?:mieux|davantage|plus)\b"
    r"|\b(?:mejor|más)\b[^.;!?]{0,30}\b(?:ajust\w*|encaj\w*|adapt\w*|acerc\w*|cercan\w*|alinead\w*|afín|afines)\b"
    r"|\b(?:ajust|encaj|adapt|acerc)\w+ (?:\w+ )?(?:mejor|más)\b"
    r"|\b(?:più|meglio|maggiormente)\b[^.;!?]{0,30}\b(?:linea|vicin\w*|corrispond\w*|rispond\w*|adatt\w*|aderent\w*)\b"
    r"|\b(?:corrispond|rispond|adatt)\w+ (?:\w+ )?(?:meglio|di più|maggiormente)\b"
    r"|\b(?:beter|meer|nauwer|dichter)\b[^.;!?]{0,30}\b(?:pas\w*|aansluit\w*|aanslo\w*|match\w*|voldo\w*)\b"
    r"|\b(?:mais|melhor)\b[^.;!?]{0,30}\b(?:ajust\w*|alinhad\w*|próxim\w*|adequ\w*|encaix\w*|enquadr\w*)\b"
    r"|\b(?:ajust|adequ|encaix|enquadr)\w+ (?:\w+ )?(?:melhor|mais)\b",
    re.IGNORECASE,
)

#: What says in what they fit better: "whose experience with cold chains fits better".
_PARTICULAR = re.compile(
    r"\d|[:;]|\b(?:because|since|car|parce que|puisque|porque|ya que|perché|poiché|omdat|doordat"
    r"|years|skills?|experience|background (?:in|as|with)|knowledge|qualifi\w+|weil|jahre\w*"
    r"|\w*erfahrung\w*"
    r"|\w*kenntnis\w*|expérience|compétences?|connaissances?|experiencia|competencias?|conocimientos?|esperienz\w"
    r"|competenz\w|conoscenz\w|ervaring|vaardigheden|kennis|experiência|competências?|conhecimentos?)\b"
    r"|\bwho (?:has|have|had|already|can|speaks?|knows?)\b",
    re.IGNORECASE,
)

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


def is_mere_fit(text: str) -> bool:
    """Return whether a sentence says that others fit better, and nothing in what."""
    return _FITS.search(text[:_LONGEST]) is not None and not is_particular(text)


def is_particular(text: str) -> bool:
    """Return whether a sentence says in what, or why: it names experience or skills, or it says "because"."""
    return _PARTICULAR.search(text[:_LONGEST]) is not None


def measures(text: str) -> bool:
    """Return whether a sentence may measure somebody: it says "more", "already", "not enough" or the like."""
    return _MEASURES.search(text[:_LONGEST]) is not None


def finds_fault(text: str) -> bool:
    """Return whether a sentence has a word with which faults are found: "weak", "forgot", "too slow"."""
    return _FAULTS.search(text[:_LONGEST]) is not None
