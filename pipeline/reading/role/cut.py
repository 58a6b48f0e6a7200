"""Where a role's name is cut off in running text, in seven languages."""

from __future__ import annotations

import re
from itertools import islice, zip_longest

from pipeline.reading.role.areas import is_area
from pipeline.reading.role.ends import LASTING, LEVEL, LEVEL_OR_WRITER, NOTE, PAY, SHARE, VERBS
from pipeline.reading.role.joins import MOST_JOINED, goes_on
from pipeline.reading.role.words import GENDER_MARK, names_occupation

#: Where a role ends in running text, by language: words that cannot be part of it.
_ENDS = {
    "en": r"at|with|here|in (?:our|the|your|my|this|such|one|two|three)|on(?! Rails)|has|have|had|hasn.?t|was|were|is"
    r"|are"
    r"|will|won.?t|would|which|that|who|and|but|or|vacancies|starting|(?:who|that|it|he|she|there|we|you|they"
    r"|i)['\u2019]\w+"
    r"|(?<!assistant )to|(?<=assistant )to(?! the (?-i:[A-Z]))|from|by|based|located|within|because|since|under|this"
    r"|after|before|we|you|(?-i:it)|any|further|up to"
    r"|job|position|positions|role|roles"
    r"|vacancy|opening|opportunity|post|posting|team(?! (?:member|lead|manager|assistant|coord|captain|coach|admin))"
    r"|requisition|for|so|not|did|didn.?t|could|can"
    r"|isn.?t|wasn.?t|as|went|through|when|of (?:an?|our|your|this)"
    r"|right|now|about|category|wanted|needed|today|last|next|again|until|(?:ref|reference|req|id|no)\b",
    "de": r"[a-zäöü]{3,} (?:wir|ich|du|Sie)|bei|beim|am Standort|am|in(?! (?:der|den|dem)\b)|an|ab|zum|zur|zu|nicht"
    r"|wurde|ist|hat"
    r"|haben|sind|wird|erhalten|beworben|entschieden"
    r"|interessier\w+|angesehen|auf|mit (?:(?:Ihn|Ihr|un|Be)\w*|Dank|Lust|Freude|Herz|Spaß|\d+)"
    r"|für (?:jemand|eine|ander|Sie|dich|unser)\w*|und (?:(?:Ihr|ihr|Dein|dein|haben|hat|möcht|wünsch|würd|bedank"
    r"|dank|freu|bitt|uns)\w*|das|die|den|der|dass|für"
    r"|wir|ich|Sie|du)|sowie|die|das|den|dem|einen?|wir|ich"
    r"|weiter\w*|vom|seit|aus|gesucht|leider|zurück\w*|eingegangen|geht|oder|nach|hier|wie|anderweitig"
    r"|Kennziffer|Referenz\w*|Job-ID",
    "fr": r"chez|auprès(?= d(?:e |['\u2019])(?-i:[A-ZÀ-Þ]))|au sein|n.ira|n.a|ira|vient|reste|dans|(?<!aide )à|sur"
    r"|nous|vous|ne|n.est|est|a|ont|sera|que|qui"
    r"|et"
    r"|auquel|pour|en(?! (?:douane|formation|alternance|apprentissage|chef)\b)"
    r"|le(?= \d)|basé\w*|[cjst]\W\w+|[mn]['\u2019](?-i:[a-zà-ÿ])\w*|(?:la semaine|le mois|l['\u2019]an|l['\u2019]année"
    r"|l['\u2019]été) (?:derni\w+"
    r"|prochain\w*|passée?)|te|se|votre|vos|notre|nos|leur|cette|dès|sous|jusqu\W\w+|avec|mais|par|ainsi|publi\w+|on|là"
    r"|pourvu|suite|ayant|(?<!é )(?<!ée )(?<!é\(e\) )(?<!é[·./-]e )(?<!adjoint )(?<!adjointe )(?:au"
    r"|(?<!clerc )(?<!agent )(?<!agente )(?<!conseiller )(?<!conseillère )aux)"
    r"|afin|car|il|passera|qu.il|proposé\w*|situé\w*|réf\w*|n[°º]",
    "es": r"en(?! (?:formación|prácticas)\b)"
    r"|con|he|vamos|seguimos|hemos|ha|han|no|para|por|a|que|y|se|fue|está|es|sigue|publicad\w+|dentro"
    r"|de nuestr\w+|de la empresa|al|le|te|desde|ya|nos"
    r"|(?:la semana|el mes|el año|el verano) (?:pasad\w+|que viene|próxim\w+)|hace|continúa"
    r"|(?!préstamos)\w{2,}[aei]mos|ofertad\w+|donde|pero|ref\w*|del grupo|recibid\w+|cubiert\w+"
    r"|ofrecid\w+",
    "it": r"presso|da (?:inserire|assumere|formare)"
    r"|il|lo|la|dal|dall\W\w+|in|a|non|per|ha|hai|è|e|che|con|da|nella|nel|presente"
    r"|pubblicat\w+|si|(?<!addett\w )(?<!addett\w/\w )(?:alle|allo|al)|\w{2,}iamo|dopo|tra|fra"
    r"|(?-i:ci|mi|vi|fa)|(?-i:[Ll]e|[Tt]i|[Vv]i|[Ll]a) \w{2,}(?:iamo|o)|l['\u2019](?:ho|ha|abbiamo|hanno)|(?:un[ao]"
    r"|due|tre|qualche|pochi|poche|\d+) (?:giorn[io]|settiman[ae]|mes[ei])|ho|hanno|sono"
    r"|(?:la settimana|il mese|l['\u2019]anno|l['\u2019]estate) (?:scors\w+|passat\w+|prossim\w+)|sarà|apert\w+|ma"
    r"|rif\w*|da noi|inviat\w+"
    r"|della nostra|del nostro|ricevut\w+|stat\w+|dove",
    "nl": r"bij|vanmorgen|vandaag|gisteren|intrek\w+|introk\w*|bekeken|gezocht|in(?! opleiding\b)"
    r"|is|afgewezen|gekozen|staat|open|vervuld|gesloten|ingetrokken|verlengd|bestemd|hebt|heb|kiezen"
    r"|kozen|nodigen|zijn|niet|hebben|heeft|te|en|op|voor|met|van (?:ons|onze|de|het)|die|dat|wordt"
    r"|werd|goed|aan|binnen|via|naar|we|je|u|nog|zoals"
    r"|helaas|om|hier|maar|ontvangen|deze|gaat|waar|waarvoor|ref\w*|met kenmerk|vanaf|per"
    r"|worden|word|ligt|liggen|loopt|lopen|start|begint|blijven|houden|werden|bent|wijzen|kunnen|gaan|hoe|wat|wie"
    r"|werkt|zoek\w*|kreg\w+|kreeg|n°"
    r"|\w+ (?:we|wij|ik|je|jij|ze|zij|u|men)",
    "pt": r"na|aqui|ontem|hoje|no|nas|nos|em|com|foi|foram|não|para|por|que|e|ao|da (?:nossa|empresa"
    r"|(?-i:[A-Z])\w+)|do (?:nosso|grupo|(?-i:(?!Trabalho\b)[A-Z])\w+)|está|é|será|segue|ja|nao|neste"
    r"|nesta|a|junto|temos|se|já|há|correu|correram|\w{2,}[aeiáéí]mos|numa|num|ref\w*|mas|tendo|publicad\w+|realizad\w+",
}

#: What ends a role: punctuation, but not the full stop of an abbreviation or the colon of `Graduate: Data Analyst`.
_PUNCTUATION = (
    r"(?<!\bdipl)(?<!\bstellv)(?<!\bstv)(?<!\bstud)(?<!\bpäd)(?<!\bmed)(?<!\bzahnmed)(?<!\bkfm)(?<!\bassist)(?<!\bsecr)(?<!\badm)(?<!\bstaatl)(?<!\bgepr)(?<!\bexam)(?<!\bwiss)(?<!\btechn)(?<!\bkaufm)(?<!\bsr)(?<!\bjr)(?<!\bcat)(?<!\basst)(?<!\bprof)(?<!\bing)(?<!\blic)(?<!\baux)(?<!\bresp)(?<!\btéc)(?<!\bph\.d)(?<!\bm\.sc)(?<!\bb\.sc)(?<!\bmdw)[.!?;](?=\s|$)"
    r"|:(?=\s|$)(?!(?<=Graduate:)|(?<=Trainee:)|(?<=Intern:)|(?<=Internship:)|(?<=Programme:)|(?<=Program:))"
    r"|,|(?<!\w)[·•]|[·•](?!\w)|[|»”\"“„«…<>\[\]{}]|\sw/|\s[-\u2013—@]\s"
    rf"|\s\((?!{LEVEL}\))(?=[^)]*\d)|\s#|[\r\n]"
)

#: Nouns of English behind which `in` names the subject and not the place.
_IN_SUBJECT = re.compile(
    (
        r"(?:lecturer|lectureship|professor|professorship|reader|readership|fellow|fellowship|studentship|postdoc|phd"
        r"|trainee|apprentice|apprenticeship"
        r"|intern|internship|master|degree)$"
    ),
    re.IGNORECASE,
)

#: So many words that may end a role are looked at.
_MOST_ENDS = 12

#: What stands behind a gender mark and is no field of work: hours, contracts, places, numbers.
_NO_FIELD = re.compile(
    r"\d|^\W*(?:standort|vollzeit|teilzeit|raum|region|filiale|niederlassung|stelle|position|job|id|kennziffer|referenz"
    r"|unbefristet|befristet|remote|homeoffice|c\.?d\.?[id]\b|stage|alternance|temps|poste|full|part|voltijd|deeltijd"
    r"|regio"
    r"|tempo|jornada|turno)",
    re.IGNORECASE,
)

#: What a programme or a chair is called, in quotation marks right behind it.
_NAMED = re.compile(r"[\"“„«]([^\"“”„«»\n]{3,60})[\"“”»]")

#: So many words at most are called something.
_MOST_NAMED = 2

_CUTS = {
    language: re.compile(
        rf"{_PUNCTUATION}|{PAY}|{SHARE}|{NOTE}|{LASTING}|\s(?:{words}|(?-i:{VERBS[language]}))(?=[\s.,;:!?]|$)"
        rf"|\s{LEVEL_OR_WRITER}",
        re.IGNORECASE,
    )
    for language, words in _ENDS.items()
}
_PLACE = re.compile(
    r" in (?=[A-ZÀ-Þ])(?!(?:Training|Charge|Residence|Chief|Test)\b"
    r"|(?:[A-Z]\w+ (?:and |& )?){0,3}(?:[A-Z]\w+(?:ology|iatry|iatrics)|\w*[Mm]edicine|\w*[Ss]urgery|\w*a?esthesia)\b)"
)


#: Small words that may stand inside a role's name in English.
_JOINS_EN = frozenset({"of", "and", "for", "in", "to", "the", "with", "or", "at", "de", "e", "y", "et", "part", "full"})

#: Small words that may stand inside a role's name in German, where every noun has a capital letter.
_JOINS_DE = re.compile(
    r"^(?:of|and|for|für|im|in|der|des|und|von|vom|mit|zur|zum|als|am|an|auf|den|dem|die|dipl\.|wiss\.|\W*)$"
)


def cut(text: str, language: str) -> str:
    """Return the beginning of a text up to where a role's name must end."""
    end = _end(text, language)
    kept = text[:end]
    named = _NAMED.match(text, end)
    if named and len(kept.split()) <= _MOST_NAMED and names_occupation(kept):
        return f"{kept.strip()} {named[1].strip()}"  # `Traineeprogramm "Weichensteller"`
    if language == "de":
        kept = _up_to_small_word(kept)
    mark = GENDER_MARK.search(kept)
    if mark:
        return kept[: mark.end()] + _field(kept[mark.end() :])
    if language == "en":
        kept = kept if kept.islower() else up_to_occupation(kept)
    place = _PLACE.search(kept)
    in_subject = place and (_IN_SUBJECT.search(kept[: place.start()]) or is_area(kept[place.end() :].split()))
    if place and not in_subject:
        kept = kept[: place.start()]
    return kept


def _end(text: str, language: str) -> int:
    """Return where a role's name must end, over words that join two parts of it."""
    ends = list(islice(_CUTS.get(language, _CUTS["en"]).finditer(text), _MOST_ENDS))
    for end, following in zip_longest(ends, ends[1:]):
        rest = text[end.end() : following.start() if following else None]
        if not goes_on(text[: end.start()], end[0].strip(), rest.strip(), language):
            return end.start()
    return ends[-1].start() if len(ends) == _MOST_ENDS else len(text)


def _field(text: str) -> str:
    """Return the field that is written behind a gender mark: `Elektroniker (m/w/d) Betriebstechnik`."""
    words = text.split()
    if not words or not text[0].isspace() or len(words) > MOST_JOINED or _NO_FIELD.search(text):
        return ""
    return text.rstrip()


def up_to_occupation(text: str) -> str:
    """Return an English role without small words behind its occupation: `Deckhand filled`, `Data Analyst vacancies`."""
    words = text.split()
    for number in range(1, len(words)):
        small = words[number].isalpha() and words[number].islower() and words[number] not in _JOINS_EN
        written = words[number - 1][:1].isupper() or text.islower()
        if small and written and names_occupation(words[number - 1]):
            return text if names_occupation(" ".join(words[number:])) else " ".join(words[:number])
    return text


def nominative(name: str, phrase: str) -> str:
    """Return a German role as it is called, of which a phrase speaks in the genitive: `Stelle des Klavierlehrers`."""
    if phrase.endswith("des "):
        return re.sub(r"^(\w+(?:er|eur|or|ist|ent))s\b", r"\1", name)
    if phrase.endswith(("der ", "einer ")):
        return re.sub(r"^(\S*(?:angestellt|beauftragt|bedienstet|auszubildend)e)n\b", r"\1", name, flags=re.IGNORECASE)
    return name


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
