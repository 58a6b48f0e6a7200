"""Words of roles in seven languages: what names an occupation, and where a role's name ends."""

from __future__ import annotations

import re

from pipeline.reading.occupations import COMPOUND_ENDS, OCCUPATIONS
from pipeline.reading.role_ends import LEVEL_OR_WRITER, NOTE, PAY, VERBS

#: `(m/w/d)`, `(H/F)`, `m/v/x`: what is written behind roles alone.
GENDER_MARK = re.compile(
    (
        r"\(\s*(?:[mwfdhvxi]\s?[/|*-]\s?){1,3}[mwfdhvxi]\s*\)"
        r"|\b[mwfdhvx](?:/[mwfdhvx]){1,3}\b"
    ),
    re.IGNORECASE,
)


def _occupations() -> re.Pattern[str]:
    """Return the pattern of all occupations."""
    words = sorted(set(OCCUPATIONS.split()), key=lambda word: (-len(word), word))
    whole = "|".join(re.escape(word).replace("_", "[ -]") for word in words if not word.endswith("*"))
    stems = "|".join(re.escape(word[:-1]).replace("_", "[ -]") for word in words if word.endswith("*"))
    ends = "|".join(COMPOUND_ENDS.split())
    return re.compile(
        rf"\b(?:(?:{whole})|(?:{stems})\w{{0,8}}|\w{{2,30}}(?:{ends})(?:in|innen|s|en)?)\b", re.IGNORECASE
    )


_OCCUPATION = _occupations()


def names_occupation(text: str) -> bool:
    """Return whether a text of a few words holds a word that names an occupation, or a mark that only roles bear."""
    # `Engineering` and `Nursing` are fields, not occupations.
    words = (match[0].lower() for match in _OCCUPATION.finditer(text))
    return any(not word.endswith("ing") for word in words) or bool(GENDER_MARK.search(text))


#: Where a role ends in running text, by language: words that cannot be part of it.
_ENDS = {
    "en": r"at|with|here|in (?:our|the|your|my|this|such)|on(?! Rails)|has|have|had|hasn.?t|was|were|is|are"
    r"|will|won.?t|would|which|that|who|and|but|or"
    r"|to|from|by|based|located|within|because|since|under|this|after|before|we|you|it|any|further|up to"
    r"|job|position|positions|role|roles"
    r"|vacancy|opening|opportunity|post|posting|team|requisition|for|so|not|did|didn.?t|could|can"
    r"|isn.?t|wasn.?t|as|went|through|when"
    r"|right|now|about|category|wanted|needed|today|last|next|again|until|again|(?:ref|reference|req|id|no)\b",
    "de": r"bei|beim|am Standort|am|in (?!der\b|den\b|dem\b)|an|ab|zum|zur|zu|nicht|wurde|ist|hat"
    r"|haben|sind|wird|erhalten|beworben|entschieden"
    r"|interessier\w+|angesehen|auf|mit (?:Ihn|Ihr|un|Be|Dank)|und (?:Ih|De|de|ih|das|die|den|für|wir"
    r"|ha|mö|wü)|sowie|die|das|den|dem|einen?|wir|ich"
    r"|weiter\w*|vom|aus|gesucht|leider|zurück\w*|eingegangen|geht|oder|nach|hier|wie|anderweitig"
    r"|Kennziffer|Referenz\w*|Job-ID",
    "fr": r"chez|au sein|n.ira|n.a|ira|vient|reste|dans|à|sur|nous|vous|ne|n.a|n.est|est|a|ont|sera|que|qui|et"
    r"|auquel|pour|en"
    r"|basé\w*|avec|mais|par|ainsi|publi\w+|on|là"
    r"|pourvu|suite|ayant|au|aux|afin|car|passera|qu.il|proposé\w*|situé\w*|réf\w*",
    "es": r"en|con|vamos|seguimos|hemos|ha|han|no|para|por|a|que|y|se|fue|está|es|sigue|hemos|publicad\w+|dentro"
    r"|de nuestr\w+|de la empresa|al|le|te|desde|ya|nos"
    r"|continúa|ofertad\w+|donde|pero|ref\w*|del grupo|recibid\w+|cubiert\w+|ofrecid\w+",
    "it": r"presso|il|lo|la|(?<!addett\w )alle|dal|dall\W\w+|in|a|non|per|ha|hai|è|e|che|con|da|nella|nel|presente"
    r"|pubblicat\w+|si|al|abbiamo"
    r"|sono|sarà|apert\w+|ma|rif\w*|da noi|inviat\w+"
    r"|della nostra|del nostro|ricevut\w+|stat\w+|dove",
    "nl": r"bij|in|is|afgewezen|gekozen|staat|open|vervuld|gesloten|ingetrokken|verlengd|bestemd|hebt|heb|kiezen"
    r"|kozen|nodigen|is|zijn|niet|hebben|heeft|te|en|op|voor|met|van (?:ons|onze|de|het)|die|dat|wordt"
    r"|werd|goed|aan|binnen|via|naar|we|je|u|nog|zoals"
    r"|helaas|om|hier|maar|ontvangen|deze|gaat|waar|waarvoor|ref\w*|met kenmerk",
    "pt": r"na|no|nas|nos|em|com|foi|foram|não|para|por|que|e|ao|aqui|da (?:nossa|empresa"
    r"|(?-i:[A-Z])\w+)|do (?:nosso|grupo|(?-i:[A-Z])\w+)|está|é|será|segue|neste"
    r"|nesta|a|junto|temos|se|já|decidimos|optamos|numa|num|ref\w*|mas|tendo|publicad\w+|realizad\w+",
}

#: What ends a role: punctuation, but not the full stop of an abbreviation or the colon of `Graduate: Data Analyst`.
_PUNCTUATION = (
    r"(?<!\bdipl)(?<!\bstaatl)(?<!\bgepr)(?<!\bexam)(?<!\bwiss)(?<!\btechn)(?<!\bkaufm)(?<!\bsr)(?<!\bjr)[.!?;](?=\s|$)"
    r"|:(?=\s|$)(?!(?<=Graduate:)|(?<=Trainee:)|(?<=Intern:)|(?<=Internship:)|(?<=Programme:)|(?<=Program:))"
    r"|,|[|•·»”\"“„«…<>\[\]{}]|\s[-\u2013—@]\s|\s\((?=[^)]*\d)|\s#|[\r\n]"
)

#: Nouns of English behind which `in` names the subject and not the place.
_IN_SUBJECT = re.compile(
    (
        r"(?:lecturer|professor|reader|fellow|phd|trainee|apprentice|apprenticeship"
        r"|intern|internship|master|degree)$"
    ),
    re.IGNORECASE,
)

_CUTS = {
    language: re.compile(
        rf"{_PUNCTUATION}|{PAY}|{NOTE}|\s(?:{words}|(?-i:{VERBS[language]}))(?=[\s.,;:!?]|$)"
        rf"|\s{LEVEL_OR_WRITER}",
        re.IGNORECASE,
    )
    for language, words in _ENDS.items()
}
_PLACE = re.compile(r" in (?=[A-ZÀ-Þ])")


#: Small words that may stand inside a role's name in German, where every noun has a capital letter.
_JOINS_DE = re.compile(
    r"^(?:für|im|in|der|des|und|von|vom|mit|zur|zum|als|am|an|auf|der|den|dem|die|dipl\.|wiss\.|\W*)$"
)


def cut(text: str, language: str) -> str:
    """Return the beginning of a text up to where a role's name must end."""
    end = _CUTS.get(language, _CUTS["en"]).search(text)
    kept = text[: end.start()] if end else text
    if language == "de":
        kept = _up_to_small_word(kept)
    mark = GENDER_MARK.search(kept)
    if mark:
        return kept[: mark.end()]
    place = _PLACE.search(kept)
    if place and not _IN_SUBJECT.search(kept[: place.start()]):
        kept = kept[: place.start()]
    return kept


def _up_to_small_word(text: str) -> str:
    """Return the beginning of a German text up to a word with a small letter that joins nothing."""
    words = text.split(" ")
    for number, word in enumerate(words):
        if (
            number
            and word[:1].islower()
            and not _JOINS_DE.match(word)
            and any(one[:1].isupper() for one in words[:number])
        ):
            words = words[:number]
            break
    while len(words) > 1 and (_JOINS_DE.match(words[-1]) or not words[-1]):
        words = words[:-1]
    return " ".join(words)
