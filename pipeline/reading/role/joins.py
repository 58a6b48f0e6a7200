"""Where a role goes on behind a word that ends most: `agente de atención al cliente`, `VP, Engineering`."""

from __future__ import annotations

import re

from pipeline.reading.role.areas import is_area
from pipeline.reading.role.words import names_occupation

#: A role goes on for so many words behind a word that joins.
MOST_JOINED = 4

DASHES = ("-", "\u2013", "\u2014")

_ANDS = {"en": ("and",), "fr": ("et",), "es": ("y", "e"), "it": ("e", "ed"), "nl": ("en",), "pt": ("e",)}
_INS = {"es": "en", "fr": "en", "it": "in", "pt": "em"}

#: Occupations of Romance languages that say what one was or is trained in: `técnico en electricidad`.
_TRAINED_IN = re.compile(
    r"\b(?:manipulat|t[ée]cnic|ingenier|engenheir|especialista|licenciad|graduad|investigad|becari|estagi|techni[ck]"
    r"|ing[ée]nieur|préparat|conseill|consult|tirocinant|stagi|dottorand|doctorand|laureat|apprendist|specialist)",
    re.IGNORECASE,
)

#: Those of whom one says where as often: `pesquisador em São Paulo`, `profesora en Hidrología`.
_RESEARCHES = re.compile(r"\b(?:pesquisad|cientist|profes+or|docent|catedr[áa]tic)", re.IGNORECASE)

#: What stands behind such a word and is no trade: `técnico en turno de noche`.
_NO_TRADE = re.compile(
    r"(?:turno|jornada|remoto|modalidad|horario|est[aeo]s?|es[aeo]|dich[ao]|breve|caso|cuanto|general|particular|espera|sede"
    r"|verano|invierno|otoño|primavera|fundación|asociación|concepción|asunción|encarnación|telefónica|corporación"
    r"|organización|federación|confederación|institución|delegación|estación"
    r"|azienda|prova|attesa|data|corso|oggetto|quanto|merito|base|via|provincia|sostituzione|seguito|possesso|presenza"
    r"|somministrazione|smart|zona|quest[ao]|questione|generale|vista|particolare|relazione|considerazione"
    r"|causa|questão|regime|aberto|apreço|nome|part-time|full-time|teletrabalho|presencial|meio|tempo|aberta|est[ae]"
    r"|fundação|associação|conceição|organização|federação|instituição"
    r"|question|partie|série|vie|pratique|fonction|considération|revanche|substitution|compensation|situation)$",
    re.IGNORECASE,
)

#: Who still learns: of them one says where as often as in what.
_LEARNS = re.compile(r"\b(?:estagi|becari|tirocinant|stagi|apprendist)", re.IGNORECASE)

#: What one was trained or works in, by its ending, where the word may as well say where or when.
_TRADE = re.compile(
    r"(?:\w+(?:ción|sión|dade?|[tcmnl]ica|miento|ología|grafía|ados|ismo|atorio|istemas|ecursos|mática|(?<!alm)ería"
    r"|gem|ção|ções|são|ing|tura|mento|logia|grafia|nomia|zione|eria|prudenza)"
    r"|saúde|direito|software|ti|rh|farmacia|finanza|risorse|cucina)$",
    re.IGNORECASE,
)

#: The same in French, behind any occupation: `vendeuse en boulangerie`.
_WORKS_IN = re.compile(
    r"(?:\w+(?:erie|logie|graphie|nomie|trie|tion|tique|nique|mique|sique|ture|ing)"
    r"|pharmacie|chirurgie|crèche|bâtiment|boutique|magasin|centre|cabinet|laboratoire|ressources|informatique|usine|agence"
    r"|école|lycée|collège|maison|foyer|hôpital|clinique|soins|milieu|gestion|vente|immobilier|assurances?|droit|audit|génie"
    r"|cybersécurité|électricité|comptabilité|finance|cuisine|salle|logistique|bibliothèque|gériatrie|rayon)$",
    re.IGNORECASE,
)

#: Ranks of English behind which a comma and the field of it come, whatever it is: `VP, Engineering`.
_RANK = re.compile(
    r"(?:(?:Senior|Associate|Assistant|Deputy|Managing) )?(?:[SEA]?VP|Vice President|Lead|Head|Director)"
)

#: Who writes, behind a dash: `Data Analyst - Human Resources`.
_OFFICE = re.compile(r"(?:Human Resources|People|Recruiting|Recruitment|Talent|Careers)(?: \w+)*")

#: Where the work is, or when, behind a field that a dash leads to: `- QA/QC (Leeds)`.
_IN_BRACKETS = re.compile(r"(?<=\w) \([^()]*\)$")

#: A level behind an occupation: `Scientist II`.
_LEVEL = re.compile(r"\s(?:I{1,3}|IV|V|\d)$")

#: Words between an occupation and what it is done to or for, by language: what stands before such a word, the word, and
#: what stands behind it.
_DONE_TO = {
    language: tuple(
        (re.compile(rf"(?:^|\W)(?:{before})$", re.IGNORECASE), re.compile(join, re.IGNORECASE), re.compile(rest))
        for before, join, rest in forms
    )
    for language, forms in {
        "de": (
            ("(?:ausbildung|umschulung|lehre)", "zum|zur", r"[A-ZÄÖÜ]\w{3,}"),
            (
                r"(?:mitarbeiter|referent|assistent|assistenz|\w*kraft|leiter|koordinator)(?:[/*:_]?-?in)? für",
                "den|die|das",
                (
                    r"(?=[A-ZÄÖÜ])\w*(?i:(?:dienst|empfang|verkauf|vertrieb|einkauf|versand|lager|buchhaltung|verwaltung"
                    r"|produktion|küche|service|reinigung|pflege|technik|entwicklung|forschung|logistik|arbeit|marketing"
                    r"|kommunikation|kasse|rezeption|beratung|betreuung|bildung|sicherung|poststelle|bibliothek|archiv"
                    r"|werkstatt|annahme))$"
                ),
            ),
            (r"\w+(?:er|in|kraft|hilfe)", "an", r"(?:der|einer) [A-ZÄÖÜ]\w*(?:theke|kasse|bar|rezeption|pforte)$"),
        ),
        "en": (
            (
                "(?:clerk|secretary|adviser|advisor)",
                "to",
                (
                    r"the (?:Governors|Council|Board|Trustees|Corporation|Dean|Director|Principal|Minister|Mayor"
                    r"|Justices|President)\b"
                ),
            ),
        ),
        "es": (
            ("(?:atención|apoyo|soporte|asistencia|ayuda|servicio|orientación)", "al", r"\w"),
            (
                "(?:atención|apoyo|soporte|asistencia|ayuda|servicio|orientación)",
                "a",
                r"(?i:clientes|pacientes|domicilio|alumnos|usuarios|empresas|personas|mayores|menores|proyectos)\b",
            ),
            ("cuentas", "por", r"(?i:pagar|cobrar)\b"),
        ),
        "fr": (
            (
                r"(?:conseill(?:er|ère)|commis|préposée?|assistante?|adjointe?|déléguée?|chargée?|aide)(?:\(e\)|[·./-]e)?",
                "à",
                (
                    r"(?:l['\u2019](?:emploi|insertion|accueil|éducation|édition|administration|enfance)"
                    r"|la (?:clientèle|comptabilité|vente|direction|production|qualité|vie|formation|réalisation"
                    r"|communication|gestion|petite enfance|mise en scène))\b"
                ),
            ),
            (r"assistante?", "aux", r"[a-zà-ÿ]{4,}"),
        ),
        "it": (
            (r"educat(?:ore|rice)", "per", r"l['\u2019](?:infanzia|autonomia)\b"),
            ("credito", "al", r"(?i:consumo)\b"),
            (
                r"(?:assistenza|supporto|servizio|cura|assistente)",
                "al|alla|alle|ai",
                r"(?i:client[ei]|persona|vendit[ae]|poltrona)\b",
            ),
            (r"\w+", "con", r"(?i:patent(?:e|ino)|patente)\b"),
        ),
        "nl": (
            ("medewerker", "van (?:de|het)", r"(?:receptie|balie|keuken|bediening|winkel|magazijn|administratie)\b"),
            (r"\w+(?:us|and)", "in", r"de \w*(?:logie|sofie|grafie|nomie|iek|kunde|chemie)\b"),
            (
                r"\w+(?:er|ster|ige|ende)",
                "in",
                (
                    r"(?:de|het) (?:\w*zorg|onderwijs|horeca|bouw|techniek|logistiek|kinderopvang|keuken|bediening"
                    r"|tuinbouw)\b"
                ),
            ),
        ),
        "pt": (
            ("(?:apoio|atendimento|suporte|assistência|serviço)", "aos?", r"\w"),
            (
                "(?:apoio|atendimento|suporte|assistência|serviço)",
                "a",
                r"(?i:clientes|domicílio|alunos|utentes|projetos|projectos|crianças|idosos|empresas)\b",
            ),
            ("contas?", "a", r"(?i:pagar|receber)\b"),
        ),
    }.items()
}

#: The little words that stand before each part of a role: `chargée d'accueil et de médiation`.
_OF = {
    "es": re.compile(r"de(?:l| la)? "),
    "fr": re.compile(r"(?:de l['\u2019]|de(?:s| la)? |du |d['\u2019])"),
    "it": re.compile(r"(?:d(?:i|el|ella|egli|elle) |al(?:la|le|lo)? |all['\u2019])"),
    "pt": re.compile(r"d(?:e|o|a|os|as) "),
}
#: What begins another clause: `au poste de comptable et de l'intérêt que vous portez`, `y de momento`.
_NO_PART = re.compile(
    r"(?:c['\u2019]\w+|intérêt|temps|échanges?|confiance|attention|patience|entretien|ce|cet|cette|disponibilité|visite|démarche|envoi|fait|manière|façon"
    r"|interés|tiempo|confianza|atención|paciencia|entrevista|disponibilidad|est[aeo]|manera|momento|forma|modo|hecho"
    r"|interesse|tempo|fiducia|attenzione|pazienza|colloquio|disponibilità|quest\w+|sua|suo|vostr\w+|maniera|fatto"
    r"|confiança|atenção|paciência|disponibilidade|maneira|facto|fato)$",
    re.IGNORECASE,
)
_INFINITIVE = re.compile(r"\w+(?:[aei]r|oir|[aei]re|re)(?:[mlts][aeio]|se)?$", re.IGNORECASE)

#: Words that begin another part of the sentence: articles, pronouns, verbs of the writers.
_FUNCTION = re.compile(
    r"(?:the|an?|our|your|my|his|her|their|i|we|you|he|she|it|they|that|this|to|for|have|has|are|is|was|were|will|would"
    r"|wish|hope|thank|as|in|on|at"
    r"|ce|cet|cette|cela|ça|si|mais|donc|l['\u2019e]|la|les|une?|nous|vous|votre|notre|nos|vos|je|il|elle|ils|en|pour|de|du|des|d['\u2019]\w+|avons"
    r"|sommes"
    r"|(?!\w+(?:[itr]ions|sons)$)\w+(?:ons|ez)"
    r"|el|los|las|un|una|tu|su|tus|sus|te|le|se|nuestr\w+|que|por|para|con|\w+mos|ha|han|está|esperamos"
    r"|lo|gli|uno|vi|ti|che|per|non|\w+iamo|nostr\w+|sono|è|hai"
    r"|het|een|jouw|uw|u|wij|wensen|willen|danken|hopen|hebben|dat|voor|op|ons|onze"
    r"|o|os|um|uma|sua|seu|nossa|nosso|não|em|já|ich|wir|sie|das|die|den)$",
    re.IGNORECASE,
)


def goes_on(before: str, join: str, rest: str, language: str) -> bool:
    """Return whether a role goes on behind a word that often ends it: `Arts and Crafts Instructor`.

    `rest` is what stands between that word and the next one that may end the role.
    """
    before, words = before.strip(), (_IN_BRACKETS.sub("", rest) if join in DASHES else rest).split()
    if not before or not 0 < len(words) <= MOST_JOINED:
        return False
    if join in _ANDS.get(language, ()):
        return _joined(before, rest, language)
    if join == _INS.get(language) and _is_trade(before, words[0], language):
        return True
    if join == ",":
        return _is_field(before, words, language)
    if join in DASHES and _is_field(before, words, language) and not _RANK.fullmatch(before):
        return not _OFFICE.fullmatch(rest)
    # `Cajera/o - Reponedor/a`: two jobs that one person does.
    are_two = "/" in before.split()[-1] and len(words) == 1 and names_occupation(rest)
    return (join in DASHES and are_two) or any(
        word.fullmatch(join) and front.search(before) and behind.match(rest)
        for front, word, behind in _DONE_TO.get(language, ())
    )


def _is_trade(before: str, word: str, language: str) -> bool:
    """Return whether a word behind `in` says in what somebody is trained or works, and not where: that is a name."""
    if _FUNCTION.match(word) or _NO_TRADE.match(word):
        return False
    if language == "fr" and word[0].islower() and names_occupation(before) and _WORKS_IN.match(word):
        return True
    occupation = before.removesuffix(" Superior").removesuffix(" superior").split()[-1]
    if language in {"es", "pt"} and _RESEARCHES.search(before):
        return word.isupper() or bool(_TRADE.match(word))
    # Portuguese writes names and trades with capitals.
    is_written = (word[0].islower() or language == "pt") and not _LEARNS.search(before)
    return bool(_TRAINED_IN.match(occupation)) and (is_written or bool(_TRADE.match(word)))


def _is_field(before: str, words: list[str], language: str) -> bool:
    """Return whether what stands behind a comma is the field of a rank or an occupation in front of it."""
    if not all(word in {"&", "and", "of"} or word[0].isupper() for word in words):
        return False
    if _RANK.fullmatch(before):
        return True
    occupation = _LEVEL.sub("", before).split()[-1:]
    works = language == "en" and bool(occupation) and names_occupation(occupation[0])
    return works and is_area(words)


def _is_one(first: str, last: str) -> bool:
    """Return whether two occupations are those of one person: neither of them is in the plural."""
    return names_occupation(last) and not (first.endswith("s") or last.endswith("s"))


def _joined(before: str, rest: str, language: str) -> bool:
    """Return whether `and` joins two parts of one role, and not the role and the rest of the sentence."""
    words = rest.split()
    if language == "en":
        # English names the occupation last, or first with `of`: `Head of Food and Beverage`.
        last = before.rsplit(maxsplit=1)[-1]
        capitals = all(word[:1].isupper() for word in words)
        # `Organist and Choir Director`: one job of two, each of them an occupation.
        if capitals and last[:1].isupper() and len(words) > 1 and names_occupation(last) and _is_one(last, words[-1]):
            return True
        written = last[:1].isupper() == words[0][:1].isupper() and not _FUNCTION.match(words[0])
        return written and not names_occupation(last) and (capitals or names_occupation(words[-1]))
    if not names_occupation(before):
        return False
    again = _OF[language].match(rest) if language in _OF else None
    if again and _OF[language].search(f" {before}"):
        behind = rest[again.end() :].split()
        no_part = (_FUNCTION, _INFINITIVE, _NO_PART)
        return bool(behind) and not any(one.match(behind[0]) for one in no_part)
    return not _FUNCTION.match(words[0]) and before.rsplit(maxsplit=1)[-1][:1].isupper() == words[0][:1].isupper()
