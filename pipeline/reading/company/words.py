"""Phrases that lead to a company's name, in seven languages, and what display names and signatures are made of."""

from __future__ import annotations

import re

from pipeline.reading.company.names import NAME
from pipeline.reading.text.blanks import BLANKS

#: What comes before a company's name, in any language, with the weight of the name behind it.
AHEAD: tuple[tuple[re.Pattern[str], float], ...] = tuple(
    (re.compile(pattern), weight)
    for pattern, weight in (
        # English
        (
            (
                r"\b(?:[Aa]pplication|[Aa]pplying|[Aa]pplied|[Aa]pply|[Cc]andidacy|CV|[Rr]esume"
                r"|[Ss]ubmission|[Ii]nternship)s? (?:to|with|at|@) (?:the )?"
            ),
            1.0,
        ),
        (
            (
                r"\b[Ii]nterest(?:ed)? in (?:(?:joining(?: us)?|working|a career|(?:career )?opportunities|careers?"
                r"|employment"
                r"|an? (?-i:[a-z])\w+|the (?-i:[a-z])\w+|us|becoming part|being part|life)(?: (?:at|with|for|in"
                r"|of))? )?(?:the )?"
            ),
            1.0,
        ),
        (
            (
                r"\b(?:position|role|opening|job|vacancy|opportunity|opportunities|post|team|career"
                r"|employment|internship|programme|program|openings|positions|roles|jobs) (?:here )?(?:at"
                r"|with|@) (?:the )?"
            ),
            1.0,
        ),
        (
            (
                r"\b(?:[Ii]nterview(?:ed|ing|s)?|[Cc]onversations?|[Mm]eeting|[Cc]hat|[Cc]all|process"
                r"|[Oo]ffer|assessment) (?:at|with|from) (?:us at )?(?:the )?"
            ),
            0.7,
        ),
        (
            (
                r"\b(?:[Ii]nterview|[Tt]ake-home|[Cc]hallenge|[Aa]nswers|\w*[Gg]espräch|[Ee]ntretien|[Cc]olloquio"
                r"|[Ee]ntrevista|[Gg]esprek) (?:for|with|mit|bei|avec|chez|con|presso|met|bij|com|na) (?:der )?"
            ),
            0.9,
        ),
        (r"\b(?:[Ww]orking|[Ww]ork) for (?:the )?", 1.0),
        (
            (
                r"\b(?:working|work|career|life|journey|time|here|us|team|everyone|all of us|people|joining"
                r"|colleagues|friends|folks|future) (?:at|with|from|for) (?:the )?"
            ),
            0.7,
        ),
        (r"\b(?:joining|join|considering|choosing|chosen|choose) (?:us at )?(?:the )?", 0.8),
        (
            (
                r"\b(?:[Oo]n behalf of|[Ww]elcome to|[Tt]hank you from|[Tt]hanks from|[Nn]ews from"
                r"|[Uu]pdate from|[Gg]reetings from) (?:everyone at "
                r"|all of us at |the team at |our client,? )?(?:the )?"
            ),
            1.0,
        ),
        (r"\b(?:at|with|from|by) (?:the )?", 0.4),
        (
            (
                r"\b(?:[Hh]eard(?: back)? from|[Ww]ord (?:back )?from|(?:off the )?phone with|[Ff]eedback from"
                r"|[Mm]essage from"
                r"|[Dd]ecision from|offices? of|[Aa]nswer from|[Rr]eply from|[Ss]ent to|[Ff]orwarded to"
                r"|on its way to) (?:the )?"
            ),
            0.9,
        ),
        # what boards say in the other languages
        (
            (
                r"\b(?:(?:[Aa]ntwort|[Nn]achricht|[Nn]euigkeiten|[Rr]ückmeldung) (?:von|der)|[Mm]essage de"
                r"|[Rr]éponse de|[Mm]ensaje de"
                r"|[Rr]espuesta de|[Mm]essaggio da|[Rr]isposta da|[Bb]ericht van|[Rr]eactie van"
                r"|[Mm]ensagem d[aeo]|[Rr]esposta d[aeo]"
                r"|[Ee]nviad[oa] (?:a|para)|[Ee]nvoyée?s? à|[Ii]nviat[oa] (?:il CV )?a|(?:[Vv]erstuurd"
                r"|[Dd]oorgestuurd) (?:naar|aan)"
                r"|(?:gesendet|weitergeleitet) an) (?:der |die |den |la |o |a |il )?"
            ),
            0.9,
        ),
        # German
        (
            (
                r"\b(?:[Bb]ewerbung|beworben|bewerben|bewirbst|Stelle|Position|Praktikum|Ausbildung|Karriere"
                r"|Zukunft|Einstieg|Interviews?|Gespräch|Interviewtag|Job|Tätigkeit"
                r"|Mitarbeit) (?:\S+ ){0,2}?(?:bei|beim) (?:der |dem |den |uns bei )?(?:Firma )?"
            ),
            1.0,
        ),
        (r"\b(?:[Bb]ewerbung|Mitarbeit|Tätigkeit|Gespräch|Interview) (?:an|in|mit) (?:der |dem |die |den )?", 0.5),
        (r"\bInteresse an (?:einer? \S+ (?:bei|in) )?(?:der |dem |den )?(?:Firma )?", 0.9),
        (
            (
                r"\b(?:[Ii]m (?:Auftrag|Namen) (?:von|der|des)|[Tt]eam von|Kollektiv von|Lust auf|[Ww]ir bei"
                r"|[Ww]ir von(?: der)?|von der Firma) (?:der |dem )?"
            ),
            1.0,
        ),
        (r"\b(?:bei|von|für) (?:der |dem |die )?", 0.4),
        # French
        (
            (
                r"\b(?:[Cc]andidature|postulé|postuler|poste|process|entretien|stage|alternance|offre"
                r"|rejoindre|vous accueillir|expérience|carrière) (?:\S+ ){0,2}?(?:chez|auprès de"
                r"|au sein d[eu]|avec) (?:la société |le groupe |l['\u2019]équipe )?"
            ),
            1.0,
        ),
        (
            (
                r"\b(?:intérêt|portez|porté|manifesté) (?:\S+ ){0,3}?(?:pour|à|envers) (?:la société "
                r"|le groupe |l['\u2019]entreprise |la )?"
            ),
            0.9,
        ),
        (
            (
                r"\b(?:rejoindre|intégrer|[Ll]['\u2019]équipe(?: recrutement| RH)?(?: de)?"
                r"|[Aa]u nom de|[Aa]u nom(?= d['\u2019])) (?:d['\u2019](?![lu]\S)|la société |le groupe "
                r"|l['\u2019]équipe (?:de )?)?"
            ),
            0.9,
        ),
        (r"\bchez ", 0.9),
        # Spanish
        (r"\b(?:[Ii]nter[eé]s|[Pp]ostulaci[oó]n|[Cc]andidatura|trabajar|incorporarte|unirte) (?:en|a|con|por) ", 0.9),
        (
            (
                r"\b(?:[Cc]andidatura|[Pp]ostulaci[oó]n|postulado|trabajar|incorporarte|incorporarse|unirte"
                r"|unirse|inter[eé]s|[Pp]roceso|empleo|equipo|confianza depositada|confiar|formar parte|vacante"
                r"|puesto) (?:\S+ ){0,2}?(?:en|con|de|a|por) (?:la empresa |el equipo de |trabajar en "
                r"|formar parte de |unirte a |unirse a(?:l equipo de)? )?"
            ),
            0.7,
        ),
        (
            (
                r"\b(?:[Ff]ormar parte (?:de|del equipo de)|[Ee]l equipo de|[Ll]a gente de|por confiar en"
                r"|confianza depositada en|[Ee]n nombre de) "
            ),
            0.9,
        ),
        # Italian
        (
            (
                r"\b(?:interesse|attenzione) (?:\S+ ){0,3}?(?:per|verso|in|a lavorare (?:in|per|con)) (?:la "
                r"|il |l['\u2019])?"
            ),
            0.9,
        ),
        (
            (
                r"\b(?:[Cc]andidatura|candidart[ie]|candidarsi|posizione|colloquio|selezione|lavorare"
                r"|opportunità|ruolo) (?:\S+ ){0,2}?(?:presso|in|con|a|verso) (?:la |il |l['\u2019])?"
            ),
            0.8,
        ),
        (r"\b(?:presso|[Ii]n|[Aa] nome di|[Ii]l team(?: di)?|[Ll]o staff di) ", 0.4),
        # Dutch
        (
            (
                r"\b(?:[Ss]ollicitatie|gesolliciteerd|solliciteren|baan|werken|functie|vacature|interesse"
                r"|gesprek|interview|stage|carrière|loopbaan) (?:\S+ ){0,2}?(?:bij|in|met"
                r"|aan) (?:een (?:baan|functie) bij )?(?:de |het )?"
            ),
            0.9,
        ),
        (r"\b(?:[Nn]amens|[Hh]et team van|[Tt]eam van|lid te worden van het) (?:de |het )?", 0.9),
        (r"\b(?:bij|met) ", 0.4),
        # Portuguese
        (r"\b(?:[Ii]nteresse|[Cc]andidatura|trabalhar|fazer parte|participar) (?:na|no|da|do|em) ", 0.9),
        (
            (
                r"\b(?:[Cc]andidatura|candidatar|interesse|vaga|processo(?: seletivo)?|trabalhar"
                r"|oportunidade|equipe|equipa|processos|estágio|fazer parte|integrar) (?:\S+ ){0,2}?(?:na|no"
                r"|da|do|em|com|pela) (?:empresa |equipe da |equipa da |vaga na )?"
            ),
            0.8,
        ),
        (r"\b(?:[Ee]quipe d[ao]|[Ee]quipa d[ao]|[Ee]m nome d[ao]|[Tt]ime d[ao]|fazer parte d[ao]) ", 0.9),
        (r"\b(?:na|no) ", 0.4),
    )
)

#: What stands between a role and a company.
BEHIND_ROLE = re.compile(r"(?:\s(?:at|bei|chez|bij|presso)|\s?@)\s(?:the |der |dem )?")

#: What comes behind a company's name.
BEHIND = re.compile(
    rf"(?:^|[\s©(])(?:the |das |Das |Die "
    rf"|Der )?(?P<name>{NAME.pattern}) (?:is an? (?:\S+ ){{0,3}}?(?:equal|employer|inclusive|drug-free)"
    r"|is committed to|acts as|has (?:updated|decided|reviewed|moved)|did not select|wants to"
    r"|invites you|invited you|would like to|appreciates|reserves the"
    r"|hat (?:deine|Ihre|dich)|hat sich deine|verwendet|sucht|lädt (?:dich|Sie)"
    r"|ist ein (?:\S+ )?(?:Unternehmen|Arbeitgeber)|te invita|nunca (?:solicita|cobra)"
    r"|es una (?:empresa|compañía)|ti invita|persegue|heeft (?:je|u)|nodigt|souscrit|vous invite|convida)\b"
)

#: Lines that bear a company's name and little else.
LABELLED = re.compile(
    r"^[^\w\n]{0,4}(?:\w{1,20} ?/ ?)?(?:company|employer|organi[sz]ation|unternehmen|arbeitgeber(?:in)?|firma"
    r"|entreprise|employeur"
    r"|société"
    r"|empresa|empleador|empregador|azienda|datore di lavoro|bedrijf|werkgever|organisatie)(?: name)?\s?:[ \t]{0,4}",
    re.IGNORECASE | re.MULTILINE,
)
COPYRIGHT = re.compile(r"(?:©|\(c\)|copyright)\s*(?:\d{4}(?:\s?[-\u2013]\s?\d{4})?)?,?\s*(?:by )?", re.IGNORECASE)

#: What stands between a person and the company in a display name; the small words of `OF` are part of many surnames,
#: and `VON` of fewer.
FOR = re.compile(
    r"(?:^|\s)(?:at|from|@|im Auftrag (?:von|der|des)|on behalf of|de la part de"
    r"|per conto di|namens|em nome d[aoe]|bei|chez|bij)\s+(?=\S)"
)
OF = re.compile(r"\s(?:de|di|van|von|vom|da|do)\s+(?=\S)")
VON = re.compile(r"\svo[nm]\s")
VIA = re.compile(
    rf"{BLANKS}(?:\(?(?-i:via|VIA)|through|über|tramite|através|por meio|mediante|i\.\s?A\.|i\.\s?V\.)\s.*$",
    re.IGNORECASE,
)
PARTS = re.compile(rf"{BLANKS}?(?:[|·•()\[\]]|(?<!\bA)/|/(?!S\b))\s*|{BLANKS}[-\u2013—]\s+|,\s+")
TITLE = re.compile(
    r"\b(?:recruit\w+|talent|hr|people|human|manager\w*|partner\w*|lead|head|director|ceo|cto|coo|founder"
    r"|co-founder|leit\w+|personal\w*|referent\w*"
    r"|geschäftsführ\w+|generalist\w*|gérante?|socio|socia|associé|\w*teacher|warden|principal|dean|chair|trustees?"
    r"|chargée?|responsab\w+|direct\w+|drh|técnic\w+|consultor\w*|specialist"
    r"|dekan\w*|vorsitzend\w*|\w*rektor\w*|president\w*|président\w*|inhaber\w*|owner|titular|titolare|kurator\w*"
    r"|secretar\w*|secrétaire|prokurist\w*|\w*meister\w*|chef\w*|kanzler\w*|coordinat\w+|koordinator\w*"
    r"|coördinator|officer"
    r"|adviseur|recrut\w+|analista|diretor\w*|team\w*)\b",
    re.IGNORECASE,
)
#: Departments that sign, apart from words for what is signed about: "Interview confirmation" names nobody.
SIGNS = re.compile(
    r"\b(?:\w*team|recruit\w*|hiring|hr\w*|human|people|talent\w*|careers?|jobs|resourcing|staffing"
    r"|karriere|personal\w*|bewerber\w*|ausbildung|rh|drh|équipe|equip\w*"
    r"|recrutement|carrières|rrhh|gente|selección|empleo|talento|risorse|ufficio|selezione|hrm"
    r"|werving|personeelszaken|recrutamento|pessoas|seleção|ta|trainees?|graduate|student"
    r"|early|campus|ekibi|rekry)\b",
    re.IGNORECASE,
)

ARTICLES = ("the ", "der ", "dem ", "den ", "die ", "das ", "het ", "de ")

#: Where `de` is no article but leads to a name: "Au nom de Halden".
IN_THE_NAME = re.compile(r"\b(?:[Aa]u nom|[Ee]n nombre|[Ee]m nome) de $")

SUBJECT_PARTS = re.compile(rf"{BLANKS}?[|:·•]\s+|{BLANKS}[-\u2013—x@/]\s+|,\s+")
POSSESSED = re.compile(
    rf"\b(?:[Yy]our|[Yy]our recent|[Mm]y) (?P<name>{NAME.pattern}) (?:application"
    rf"|interview|candidacy|process)\b"
)

#: What no person's name holds: digits, signs, a row of capitals, a capital inside a word.
ODDLY_WRITTEN = re.compile(r"\d|&|\+|^[A-Z\d]{2,6}$|\w\.\w|[a-z][A-Z]")

#: A statement about the firm that bears its name: "Administrator of your data is ...", "information of ...".
OWNER = re.compile(
    r"\b(?:(?:[Aa]dministrator|[Cc]ontroller|[Vv]erantwortlich\w*|[Rr]esponsable|[Tt]itolare|[Rr]esponsável)"
    r"(?: \S+){0,6}?(?: is| ist| est| es| è| é|:)|information (?:of|from)|property of|data (?:of|by)"
    r"|[Tt]he data controller is)"
    r" (?:the |die |der |la |il )?"
)

#: What a company is called in front of its name in running text.
THE_COMPANY = re.compile(
    r"\b(?:[Ll]a (?:empresa|compañía|société|ditta|società|entreprise)|[Dd]ie Firma|[Dd]er Firma|[Tt]he (?:firm"
    r"|company)|[Ll][a'\u2019]\s?azienda"
    r"|[Ll]['\u2019]entreprise|[Hh]et bedrijf|[Aa] empresa|[Ll]e groupe|[Dd]u groupe|[Aa]u groupe|[Ii]l gruppo"
    r"|[Ee]l grupo) "
)

#: A person who signs for a company.
SIGNED_FROM = re.compile(
    r"^\W*(?P<person>\w[\w'\u2019.-]+(?: \w[\w'\u2019.-]+){0,2})(?:,| ?[|/·•]| [-\u2013—]| (?:from|of|at|@"
    r"|von(?: der)?|vom|bei"
    r"|de chez|chez|de|di|van|bij|da|do|del)) "
    r"(?P<company>\S.{1,60})$"
)
