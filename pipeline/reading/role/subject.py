"""The roles that a subject names: the parts of it, without what it says of the occasion."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.reading.role.around import OCCASION
from pipeline.reading.role.cut import cut
from pipeline.reading.role.ends import LEVEL
from pipeline.reading.role.joins import goes_on
from pipeline.reading.role.names import clean, is_plausible, without_numbers, written_as_name
from pipeline.reading.role.words import GENDER_MARK, begins_with_compound, names_occupation
from pipeline.reading.text.blanks import BLANKS

#: What the only part of a subject is worth that says nothing of the occasion, over its own 0.4: not enough alone.
ALL_THAT_REMAINS = 0.55

#: A subject that is a role in small letters has at most so many words.
_MOST_SMALL = 5

_PARTS = re.compile(
    rf"{BLANKS}[-\u2013—|•·/]+\s+|{BLANKS}?[:|]\s+|\s@\s|(?<!\bVP)(?<!\bLead)(?<!\bHead)(?<!\bDirector),\s|(?:^|\s)[(\[](?![mwfdhvx]/|{LEVEL}\))"
    r"|(?<![/*][mwfdhvx])(?<![\w\s]\d)(?<!\(\w)(?<!\(\w\w)(?<!\(\w\w\w)(?<!\(\w\w\w\w)(?<!\(\w\w\w\w\w)[)\]]",
    re.IGNORECASE,
)

#: An occupation in both genders, which are no two parts: `Koch / Köchin`, and what holds them together meanwhile.
_TWO_GENDERS = re.compile(r"(?<!\w)(?P<one>(?P<begins>\w{4})\w*) / (?=(?P=begins))", re.IGNORECASE)
_KEPT = "\0"

#: A comma with what stands on both sides, which may be an occupation and its field: `Analyst, Credit Risk`.
_COMMA = re.compile(r"(?P<before>[^,:|(\[\])]{3,60}), (?P<rest>(?:(?! [-\u2013—|@] )[^,:|(\[\])]){3,60})")
_KEPT_COMMA = "\1"

#: The same with a dash: `Analyst - Credit Risk`.
_DASH = re.compile(
    r"(?P<before>(?:(?! [-\u2013—] )[^:|(\[\])]){3,60}) (?P<dash>[-\u2013—]) "
    r"(?P<rest>(?:(?! [-\u2013—|@] )[^,:|(\[\])]){3,60})"
)
_KEPT_DASH = "\2"

#: What else a subject says of the occasion in front of a role: papers, tests, results, news of them.
_AROUND = re.compile(
    r"^(?:(?:cv|c\.v\.|résumé|resume|curr[ií]cul\w*|lebenslauf|mappe|unterlagen|portfolio|dossier|copia"
    r"|esito|risultato|result\w*|résultats?|résolution|ergebnis\w*|uitslag|uitkomst|ausgang|decision|décision|decisione"
    r"|decisión|decisão|besluit|beslissing|besched|\w*bescheid|zwischenstand|stand|sachstand|status\w*|estado|stato"
    r"|statut"
    r"|news|neues|noticias|novità|novidades|nouvelles|nieuws|info\w*|notificaci[oó]n|notification|comunicaci[oó]n"
    r"|avviso"
    r"|aviso|devolutiva|esercizio|seguimiento|retorno|feedback|terugkoppeling|rückmeldung|antwort|respuesta|risposta|resposta|réponse"
    r"|antwoord"
    r"|reactie|riscontro|avis|accusé de réception|invio|envío|envio|envoi|bevestiging|confirmation|confirmación"
    r"|conferma"
    r"|confirmação|bestätigung|eingangsbestätigung|regrets?|rejection|refus|rifiuto|recusa|rechazo|afwijzing|absage\w*"
    r"|\w*bewerbung\w*|\w*sollicitatie\w*|candidature?s?|candidatura\w*|kandidat\w+|solicitud|postulaci[oó]n|inscri\w+"
    r"|concours|concorso|concurso\w*|oposici[oó]n|bolsa de (?:trabajo|empleo)|convocatoria|convocation|bando|selecti\w+"
    r"|selecci[oó]n|selezione|seleção|sélection|auswahl\w*|stellenbesetzung\w*|procedure|procédure|procedura|proced\w+"
    r"|proceso|processus|processo|prova|prueba|épreuve|essai|proef\w*|probe\w+|test\w*|tests|opdracht|aufgabe|toets"
    r"|colloquio|entretien|entrevista|gesprek|gespräch|\w+gespräch|interview|termin|afspraak|kennismaking"
    r"|vorstellung\w*"
    r"|vacature|vacante|vaga|vacancy|job|jobs|work|stelle\w*|position|poste|puesto|posto|posizione|plaza|functie"
    r"|annonce"
    r"|anzeige|anuncio|annuncio|anúncio|offre|oferta|offerta|offerte|aanbod|angebot|outcome|application|screening"
    r"|shortlist"
    r"|audition|trial|shift(?! (?:supervis|manag|lead|engineer|operat|coordinat))"
    r"|ricerca|cerc\w+|suchen?|gesucht|wanted|se busca|recherch\w+|gezocht|procura-se"
    r"|offen\w*)\b[\s:#'\u2019.-]*"
    r"(?:(?:selectie\w*|selezione|concours|auswahl\w*|of|for|as|de|del|di|du|der|des|da|do|d['\u2019]|als|zur?m?|für"
    r"|pour"
    r"|para|per|van|voor|op|à|a|au|al|alla|the|una?|une?|eine?r?)(?:\s+|(?<=['\u2019])))*)+",
    re.IGNORECASE,
)

#: The same behind a role.
_BEHIND = re.compile(
    r"\s(?:(?:assessment|audition|trial|test|screening|onsite|phone screen|convo|chat|call|conversation|interviewing"
    r"|post|gig"
    r"|spot|seat|candidate|candidacy|cv|resume|portfolio|enquiry|query|follow[- ]up|status|news|any news|next"
    r" steps)\b.*"
    r"|gesprek|sollicitatie|vacature|bewerbung|stelle)$",
    re.IGNORECASE,
)

#: Words that no role in small letters holds: the subject is a sentence.
_SENTENCE = re.compile(
    r"\b(?:i|we|you|he|she|they|me|us|our|your|my|his|her|their|the|a|an|with|from|this|that|is|are|was|were|has|have"
    r"|will"
    r"|ich|wir|sie|du|mit|von|unser\w*|ihr\w*|dein\w*|mein\w*|ist|sind|hat|je|nous|vous|notre|votre|mon|ton|avec|est"
    r"|sont"
    r"|yo|tu|su|nuestr\w+|mi|con|es|io|il|lo|la|nostr\w+|mio|tuo|suo|ik|jij|ons|onze|mijn|jouw|met|eu|nosso|nossa|meu"
    r"|teu"
    r"|seu|sua|com|survey|newsletter|jobs)\b",
    re.IGNORECASE,
)

#: Words for an application or a job, beside which all that remains of a subject is the role.
_APPLIED = re.compile(
    r"\b(?:application|applied|vacancy|position|role|\w*bewerbung|stelle|ausschreibung|candidature|poste|candidatura"
    r"|solicitud|postulaci[oó]n|puesto|vacante|posizione|selezione|sollicitatie|vacature|functie|vaga|inscrição|inscripción)\b",
    re.IGNORECASE,
)

#: Words of what a mail is for, which no role bears.
_NO_JOB = re.compile(
    r"\b(?:request|confirmation|reminder|schedul\w+|acceptance|receipt|form|letter|survey|notice|response|thank|thanks"
    r"|welcome|submission|next|final|important|steps?|action|offer|unsuccessful|successful|received|update|hr|jobs"
    r"|careers?|recruit\w*|talent|\d+)\b",
    re.IGNORECASE,
)

#: A number of the employer's in front of the role, which nothing else follows: `R7730 Night Nurse`.
_NUMBER = re.compile(
    r"^[\s(\[#]*(?:(?:job|req|ref|vacancy|id|no)\b[\s.:#-]*)*(?=[\w/.-]*\d)(?!(?:19"
    r"|20)\d\d\b|\d+(?:st|nd|rd|th)\b)[A-Z0-9][A-Z0-9/._-]{2,}[)\]:]?\s+(?=[A-ZÀ-Þ])",
    re.IGNORECASE,
)


def in_subject(subject: str, languages: tuple[str, ...]) -> Iterator[tuple[str, float]]:
    """Yield the roles that the parts of a subject name, and how far each is to be trusted."""
    numbered = bool(_NUMBER.match(subject))
    plain = without_numbers(_NUMBER.sub("", subject))
    yield from _up_to_mark(plain)
    unknown, told = [], False
    for number, part in enumerate(_parts(plain)):
        for language in languages:
            name = clean(cut(bare(part), language))
            if not is_plausible(name):
                continue
            if name.islower():
                if _is_small_role(name):
                    yield name, 1.5
                    break
                continue
            known = names_occupation(name) or (numbered and number == 0 and written_as_name(name, language) == 1.0)
            yield name, 2.0 if known else 0.4 * written_as_name(name, language)
            told = told or known
            if not known and len(name.split()) > 1 and written_as_name(name, "en") == 1.0:
                unknown.append(name)
            break

    if len(unknown) == 1 and not told and _APPLIED.search(plain) and not _NO_JOB.search(unknown[0]):
        yield unknown[0], ALL_THAT_REMAINS  # `Your application - Brand Wrangler`: all that remains


def _parts(subject: str) -> list[str]:
    """Return the parts of a subject, in which a word is one with the same in the other gender, and with its field."""
    whole = held_together(_TWO_GENDERS.sub(rf"\g<one>{_KEPT}", subject))
    return [as_written(part or "") for part in _PARTS.split(whole)]


def held_together(text: str) -> str:
    """Return a text in which no comma and no dash parts an occupation from its field; `as_written` takes that back."""
    return _DASH.sub(_with_field, _COMMA.sub(_with_field, text))


def as_written(part: str) -> str:
    """Return a part with what was put in place of what would have parted it."""
    return part.replace(_KEPT, " / ").replace(_KEPT_COMMA, ", ").replace(_KEPT_DASH, " - ")


def _with_field(match: re.Match[str]) -> str:
    """Return what stands on both sides of a comma or a dash, held together if it is an occupation and its field."""
    before, rest, dash = match["before"], match["rest"], match.groupdict().get("dash")
    kept = _KEPT_DASH if dash else _KEPT_COMMA
    return f"{before}{kept}{rest}" if goes_on(before, dash or ",", rest.strip(), "en") else match[0]


def bare(part: str) -> str:
    """Return a part of a subject without what it says of the occasion around the role; empty if it says no more."""
    plain = OCCASION.sub(" ", part.strip()).strip()
    return _BEHIND.sub("", OCCASION.sub(" ", _AROUND.sub("", plain)).strip())


def _is_small_role(name: str) -> bool:
    """Return whether words in small letters are a role and nothing else: `delivery driver`, `aide soignante`."""
    words = name.split()
    if len(words) > _MOST_SMALL or _SENTENCE.search(name):
        return False
    # Short mail does not tell its language: the occupation is the first of them or the last.
    ends = (" ".join(words[:2]), " ".join(words[-2:]))
    return any(map(names_occupation, ends)) or begins_with_compound(name)


def _up_to_mark(subject: str) -> Iterator[tuple[str, float]]:
    """Yield the role that ends in a gender mark, strokes in it and all: `Développeur C / C++ (H/F)`."""
    mark = GENDER_MARK.search(subject)
    if mark and " / " in subject[: mark.start()]:
        name = clean(re.split(r"\s?[:|]\s|\s[-\u2013—]\s(?=.*\w.*/)", subject[: mark.start()])[-1])
        if is_plausible(name) and names_occupation(name):
            yield name, 2.0
