"""Which role a message is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.core.matching import normalise_role
from pipeline.core.reading import Reading
from pipeline.reading.names import alike
from pipeline.reading.role_words import GENDER_MARK, cut, names_occupation

#: A role has at most so many words.
MOST_WORDS = 10

#: Sentences that are searched, and how much of each: a role is named early.
_MOST_SENTENCES = 60
_LONGEST = 500

#: Weight that makes a claim believed.
_ENOUGH = 1.0


@dataclass(frozen=True, slots=True)
class _Claim:
    """A role that one phrase names, and how far the phrase alone is to be trusted."""

    name: str
    weight: float


_APPLY_EN = r"(?:application|applications|applying|applied|apply|candidacy|candidature|submission|considered|interview(?:ing|ed|s)?|shortlist(?:ed)?)"
_JOB_EN = r"(?:position|role|post|job|vacancy|opening|opportunity|requisition|headcount)"

#: Phrases behind which a role begins, by language, with the weight of a role that names no known occupation.
_AHEAD = {
    "en": (
        (rf"\b{_JOB_EN}s? (?:of|as|for|titled) (?:an? |the |our )?", 1.0),
        (r"\b(?:application|applying|applied|candidacy) for (?:the )?(?=(?-i:[A-Z])\S* (?-i:[A-Z]))", 0.4),
        (rf"\b{_APPLY_EN} (?:for|as|to|to be|to become) (?:an? |the |our )?(?:{_JOB_EN} (?:of|as) )?(?:an? |the )?", 0.6),
        (r"\b(?:interest(?:ed)?|news|update|talk|candidates?|hiring|hire|shortlist|search|loop|process|feedback) (?:in|for|on|about|as) (?:an? |the |our |becoming an? )?", 0.2),
        (r"\b(?:for|as|about|regarding|next|an?|to be) (?:an? |the |our )?(?=(?-i:[A-Z]))", 0.0),
    ),
    "de": (
        (r"\b(?:Bewerbung|beworben|Position|Stelle|Tätigkeit|Job|Mitarbeit|Ausbildung|Anstellung|Rolle|bewirbst|bewerben|Praktikum)(?: \S+){0,3} als (?:eine?r? )?", 1.0),
        (r"\b(?:Position|Stelle|Rolle|Vakanz|Ausschreibung|Stellenausschreibung|Funktion) (?:des |der |einer |eines |zum |zur |als )?(?=[„\"'A-ZÄÖÜ])", 0.7),
        (r"\b(?:Bewerbung|Auswahlverfahren|Gespräch|Interview|Vorstellungsgespräch|suchen) (?:für |um |auf )?(?:die |den |das )?(?:Stelle |Position |Rolle )?(?:als |des |der )?(?=[„\"'A-ZÄÖÜ])", 0.2),
        (r"\b[Ff]ür (?:die |den )?(?=[„\"'A-ZÄÖÜ])", 0.1),
    ),
    "fr": (
        (r"\b(?:poste|fonctions?|emploi|stage|offre|mission|alternance|contrat) (?:de |d['’]|du )", 1.0),  # noqa: RUF001
        (r"\b(?:en (?:qualité|tant) (?:de |d['’]|que ))", 1.0),  # noqa: RUF001
        (r"\bcandidature\b.{0,12}? (?:pour le |pour la |en tant que |comme |de |pour )(?:poste (?:de |d['’]))?", 0.3),  # noqa: RUF001
        (r"\b(?:poste|offre|processus|entretien|candidature|annonce) (?:« ?)?(?=(?-i:[A-ZÀ-Þ]))", 0.2),
    ),
    "es": (
        (r"\b(?:puesto|posición|vacante|cargo|plaza|oferta|empleo|rol|perfil|prácticas) (?:de |como |para )(?:la |el |un |una )?", 1.0),
        (r"\b(?:candidatura|postulación|solicitud|proceso(?: de selección)?|proceso selectivo|concurso|búsqueda|selección|CV|entrevista) (?:de |a |al |para |como )(?:la |el |un |una )?(?:(?:puesto|vacante|posición|oferta) de )?", 0.3),
        (r"\b(?:vacante|oferta|puesto|proceso|selección|como|entrevistas? \w+ para) (?:« ?)?", 0.2),
    ),
    "it": (
        (r"\b(?:posizione|ruolo|figura|profilo|mansione|posto|incarico|offerta) (?:di |da |come |per )", 1.0),
        (r"\b(?:in qualità di|candidar\w+ (?:come|per)|assum\w+ come) ", 1.0),
        (r"\b(?:candidatura|selezione|colloquio|domanda|annunci|annuncio|ricerca|posizione) (?:di |a |al |per |come )(?:il |la |un |una |uno )?(?:(?:ruolo|posizione|figura) di )?", 0.3),
        (r"\b(?:selezione|posizione|annuncio|colloquio|cerchiamo|per) (?:« ?)?", 0.1),
    ),
    "nl": (
        (r"\b(?:functie|rol|baan|positie|plek|stageplek|betrekking) (?:van |als |voor )(?:een |de )?", 1.0),
        (r"\b(?:sollicitatie|gesolliciteerd|solliciteren|aan de slag|kandidatuur) (?:als |naar de functie van |op de functie van |voor de functie van )", 1.0),
        (r"\b(?:sollicitatie|kandidatuur|reacties?|vacature|test|gesprek|selectie|interview)(?: \w+)? (?:voor |op |als )(?:de |het )?(?:(?:functie|vacature|rol|positie)(?: van)? )?", 0.3),
        (r"\b(?:vacature|functie|selectie|interview|banen) ", 0.2),
    ),
    "pt": (
        (r"\b(?:vaga|cargo|função|posição|posto|lugar|emprego|oportunidade|estágio) (?:de |para |como |em )(?:um |uma |o |a )?", 1.0),
        (r"\b(?:candidatura|inscrição|processo(?: seletivo)?|seleção|concurso|proposta|entrevista|bate-papo|atualização) (?:de |a |à |ao |para |sobre |como )(?:a |o )?(?:(?:vaga|função|cargo|posição) de )?", 0.3),
        (r"\b(?:vagas?|processo|como|para) (?:« ?)?", 0.1),
    ),
}  # fmt: skip

#: `Position: Data Analyst` on a line of its own.
_LABELLED = re.compile(
    r"^\W*(?:job ?title|title|position|role|job|vacancy|post|stelle|rolle|stellenbezeichnung|poste|offre|intitulé du poste|puesto|oferta|vacante"
    r"|cargo|posizione|annuncio|ruolo|functie|vacature|vaga|função)\s?(?:applied for|title)?\s?:\s?(?=\S)",
    re.IGNORECASE,
)

_QUOTED = re.compile(r"[«“„\"‘'‚]\s?([^«»“”„\"\n]{3,80}?)\s?[»”“\"’'‘](?!\w)")  # noqa: RUF001 - quotes as people type them

#: Words that cannot stand in a role that is followed by "position".
_NOT_INSIDE = (
    r"(?:to|for|the|with|your|our|an?|this|that|these|those|is|are|was|were|be|been|on|at|from|by|as|not|we|you|have|has|had|any|other"
    r"|another|current|every|each|no|some|which|who|all|such|its?|their|his|her|my|me|us|will|would|available|open|advertised|particular"
    r"|following|right|same|new|next|similar|suitable|specific|present|vacant|called|one|said|future|above|whole|entire|first|good)\b"
)
_BEHIND_EN = re.compile(
    rf"\b(?:the|our|this|an?|your|in|for|as)\s((?:(?!{_NOT_INSIDE})[^\s.;:!?]+\s){{1,9}})(?:{_JOB_EN}|application|internship|traineeship)s?\b",
    re.IGNORECASE,
)

_SUBJECT_PREFIX = re.compile(r"^\s*(?:(?:re|aw|sv|fwd?|wg|tr|rv|antw|res|enc|r|i)\s?:\s*)+", re.IGNORECASE)
_SUBJECT_PARTS = re.compile(r"\s+[-–—|•·/]+\s+|\s*[:|]\s+|\s@\s|,\s|\s?[()\[\]]\s?(?![mwfdhvx]/)")  # noqa: RUF001 - dashes as people type them
_REFERENCE = re.compile(
    r"\(?\b(?:job|req|ref|réf|rif|id|kennziffer|requisition|reference|referenz|nr|no|n)\b\.?\s?(?:id|nr|no|n°)?\s?[:#.]?\s?#?[\w/-]*\d[\w/-]*\)?"
    r"|\(?#?\b[A-Z]{0,5}[-/_ ]?\d[\d/_.-]{2,}[A-Z]{0,3}\b\)?|\(\s*\)",
    re.IGNORECASE,
)

#: What a subject says of the occasion, before or behind the role.
_OCCASION = re.compile(
    r"^(?:(?:an?|the|your|my|our|ihre?|deine?|votre|vos|su|tu|la|sua|tua|je|uw|seu|online|new|neue|an|information|re|unsolicited|spontaneous"
    r"|application|applications|applying|interviews?|invitation|update|updates|outcome|result|results|status|feedback|news|regarding|about|on|for|of|to"
    r"|as|process|selection|search|shortlist|position|role|job|vacancy|post|opening|opportunity|urgent|requirement|appointment|recruitment|stage \d"
    r"|bewerbung|bewerbungsstatus|auswahl|auswahlverfahrens?|ausgang|stellenausschreibung|gesprächs?|vorstellungsgespräch|einladung|rückmeldung|absage|zu|zur|zum|für|als|auf|des|der"
    r"|stelle|info|infos|candidature|candidatures|entretien|poste|offre|recrutement|réponse|suite|relance|fonction|concours|processus|à|de|du|d'un|d'une|pour|concernant"
    r"|candidatura|proceso|procesos|cancelado|selectivo|selección|vacante|oferta|puesto|convocatoria|interna|provisional|resolución|entrevista|búsqueda|para|al"
    r"|selezione|posizione|colloquio|aggiornamento|chiusura|annuncio|per|di|alla|sollicitatie|vacature|functie|selectie|gesprek|uitnodiging|voor|als|op|van"
    r"|processo|seletivo|vaga|atualização|oportunidade|entrevista|sobre)\b[\s:#'’-]*)+"  # noqa: RUF001 - curly apostrophe
    r"|\s(?:position|role|job|vacancy|post|opening|opportunity|application|applications|interviews?|internship interview|search|recruitment|appointment|offer"
    r"|decisions?|outcome|update|result|gesucht|wanted|needed|loop|process|selection|feedback)s?\b.*$",
    re.IGNORECASE,
)

_FIRST_NEVER = frozenset(
    "this that our your the my their his her its any all other another every future similar such these those more you we us me it"
    " them open a an one some no which who what new current available suitable and or to be not"
    " diese dieser dieses unser unsere ihr ihre dein deine eine ein den die das der dem sie wir uns"
    " cette ce cet notre votre nos vos vous nous la le les un une l'équipe plusieurs"
    " este esta nuestro nuestra su tu el los las un una la le"
    " questa questo nostra nostro il lo gli tua sua"
    " deze dit onze ons je jouw uw de het een"
    " esta este nossa nosso sua seu o a os as uma um".split()
)

_NO_ROLE = re.compile(
    r"\b(?:team|company|unternehmen|entreprise|empresa|azienda|bedrijf|interview|application|bewerbung|candidature|candidatura|time|zeit"
    r"|interest|interesse|feedback|update|process|prozess|decision|https?|www|unfortunately|leider|consideration|opportunit\w+|next steps?"
    r"|selection|future|zukunft|course|loan|grant|(?:next|task|first|final|stage) stages?|become|candidates?|cui|que|test|prueba|questions?)\b",
    re.IGNORECASE,
)

_CLEAN_ENDS = " ,;:.-–—|·•*'\"‘’“”„«»/"  # noqa: RUF001 - as people type them


def role_of(reading: Reading, company: str = "") -> str:
    """Return the role that a message is about, as written but without its reference number; empty if it cannot be told.

    `company` is the company's name, which no role bears.
    """
    claims = [claim for claim in _claims(reading) if not (company and alike(claim.name, company))]
    weights: dict[str, float] = {}
    for claim in claims:
        key = normalise_role(claim.name)
        weights[key] = weights.get(key, 0.0) + claim.weight
    believed = [claim for claim in claims if weights[normalise_role(claim.name)] >= _ENOUGH]
    # Between two that are believed, the one that was named first by the stronger phrases.
    best = max(believed, key=lambda claim: weights[normalise_role(claim.name)], default=None)
    return best.name if best else ""


def looks_like_role(text: str) -> bool:
    """Return whether a short text is the name of a role and so none of a company."""
    return names_occupation(text)


def _claims(reading: Reading) -> Iterator[_Claim]:
    """Yield what the subject and the sentences say of the role."""
    languages = dict.fromkeys((reading.language if reading.language in _AHEAD else "en", "en"))
    yield from _in_subject(reading.message.subject[:_LONGEST], tuple(languages))
    for sentence in reading.sentences[:_MOST_SENTENCES]:
        text = sentence.text[:_LONGEST]
        yield from _labelled(text)
        for language in languages:
            yield from _in_text(text, language)


def _in_subject(subject: str, languages: tuple[str, ...]) -> Iterator[_Claim]:
    """Yield what phrases in a subject name, and parts of it that name an occupation."""
    plain = _REFERENCE.sub(" ", _SUBJECT_PREFIX.sub("", subject))
    found = [claim for language in languages for claim in _in_text(plain, language)]
    yield from found
    for part in _SUBJECT_PARTS.split(plain):
        for language in languages:
            name = _clean(cut(_OCCASION.sub(" ", part or "").strip(), language))
            if _is_plausible(name) and not name.islower():
                yield _Claim(name, 1.0 if names_occupation(name) else 0.4 * _written_as_name(name, language))
                break


def _labelled(text: str) -> Iterator[_Claim]:
    """Yield the role of a line such as `Position: Data Analyst`."""
    label = _LABELLED.match(text)
    if label:
        name = _clean(re.split(r"[,;|•·]|\s[-–—]\s|\s\w+(?: \w+)?\s?:\s", text[label.end() :], maxsplit=1)[0])  # noqa: RUF001 - dashes as people type them
        if _is_plausible(name):
            yield _Claim(name, 1.5)


def _in_text(text: str, language: str) -> Iterator[_Claim]:
    """Yield what the phrases of one language name."""
    for pattern, weight in _COMPILED[language]:
        for match in pattern.finditer(text):
            name = _clean(_begin(text[match.end() : match.end() + 120], language))
            if _is_plausible(name):
                known = _names_role_at_front(name, language)
                yield _Claim(name, 1.0 + weight if known else weight * _written_as_name(name, language))
    if language == "en":
        for match in _BEHIND_EN.finditer(text):
            name = _clean(match[1])
            if _is_plausible(name):
                known = names_occupation(name.split()[-1] if name.islower() else name)
                yield _Claim(name, 1.5 if known else 0.6 * _written_as_name(name, language))


def _names_role_at_front(name: str, language: str) -> bool:
    """Return whether a text names an occupation where its language has it: Romance languages put it first."""
    words = name.split()
    front = " ".join(words[:2]) if language in _ROMANCE and name[0].islower() else name
    return names_occupation(front)


def _begin(text: str, language: str) -> str:
    """Return the role at the beginning of a text: what is quoted there, or what comes before it must end."""
    quoted = _QUOTED.match(text)
    return quoted[1] if quoted else cut(text, language)


def _written_as_name(name: str, language: str) -> float:
    """Return 1 for a text that is written as the name of a role, less for one that may be any words."""
    words = [word for word in name.split() if len(word) > 3]  # noqa: PLR2004 - short words connect
    capitals = sum(not word[0].islower() for word in words)
    if language in ("en", "de"):
        return 1.0 if words and capitals == len(words) else 0.3
    return 1.0 if capitals and name[0].isupper() else 0.3


def _clean(text: str) -> str:
    """Return a role without reference number, workload and punctuation around it; empty if it is too long."""
    plain = re.sub(r"\d{1,3}(?:\s?[-–]\s?\d{1,3})?\s?%", " ", _REFERENCE.sub(" ", text))  # noqa: RUF001 - dashes as people type them
    plain = " ".join(plain.split()).strip(_CLEAN_ENDS).removesuffix("'s").removesuffix("’s")  # noqa: RUF001 - curly apostrophe
    if plain.count("(") != plain.count(")"):
        plain = plain.replace("(", " ").replace(")", " ").strip(_CLEAN_ENDS)
    return plain if len(plain.split()) <= MOST_WORDS else ""


def _is_plausible(name: str) -> bool:
    """Return whether a text can be the name of a role at all."""
    words = name.split()
    if not words or len(name) < 3 or words[0].casefold() in _FIRST_NEVER:  # noqa: PLR2004 - `QA Lead` has more
        return False
    return not _NO_ROLE.search(GENDER_MARK.sub("", name))


_ROMANCE = ("es", "fr", "it", "pt")

#: Languages whose phrases look at capital letters.
_CAPITALS_COUNT = ("de",)

_COMPILED = {
    language: tuple((re.compile(pattern, 0 if language in _CAPITALS_COUNT else re.IGNORECASE), weight) for pattern, weight in patterns)
    for language, patterns in _AHEAD.items()
}
