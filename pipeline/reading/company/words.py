"""Phrases that lead to a company's name, in seven languages, and what display names and signatures are made of."""

from __future__ import annotations

import re

from pipeline.reading.company.names import NAME
from pipeline.reading.text.blanks import BLANKS


def _ahead(weight: float, pattern: str) -> tuple[re.Pattern[str], float]:
    """Return what leads to a name, and the weight of the name behind it."""
    return re.compile(pattern), weight


#: What comes before a company's name, in any language.
AHEAD = (
    # English
    _ahead(
        1.0,
        r"\b(?:[Aa]pplication|[Aa]pplying|[Aa]pplied|[Aa]pply|[Cc]andidacy|CV|[Rr]esume|[Ss]ubmission"
        r"|[Ii]nternship)s? (?:to|with|at|@) (?:the )?",
    ),
    _ahead(
        1.0,
        r"\b[Ii]nterest(?:ed)? in (?:(?:joining(?: us)?|working|a career|(?:career )?opportunities|careers?"
        r"|employment|an? (?-i:[a-z])\w+|the (?-i:[a-z])\w+|us|becoming part|being part|life)"
        r"(?: (?:at|with|for|in|of))? )?(?:the )?",
    ),
    _ahead(
        1.0,
        r"\b(?:position|role|opening|job|vacancy|opportunity|opportunities|post|team|career|employment|internship"
        r"|programme|program|openings|positions|roles|jobs) (?:here )?(?:at|with|@) (?:the )?",
    ),
    _ahead(
        0.7,
        r"\b(?:working|work|career|life|journey|time|here|us|team|everyone|all of us|people|joining|colleagues"
        r"|friends|folks|future) (?:at|with|from|for) (?:the )?",
    ),
    _ahead(0.8, r"\b(?:joining|join|considering|choosing|chosen|choose) (?:us at )?(?:the )?"),
    _ahead(
        1.0,
        r"\b(?:[Oo]n behalf of|[Ww]elcome to|[Tt]hank you from|[Tt]hanks from|[Nn]ews from|[Uu]pdate from"
        r"|[Gg]reetings from) (?:everyone at |all of us at |the team at |our client,? )?(?:the )?",
    ),
    _ahead(
        0.9,
        r"\b(?:[Hh]eard(?: back)? from|[Ww]ord (?:back )?from|(?:off the )?phone with|[Ff]eedback from"
        r"|[Mm]essage from|[Dd]ecision from|offices? of|[Aa]nswer from|[Rr]eply from|[Ss]ent to|[Ff]orwarded to"
        r"|on its way to) (?:the )?",
    ),
    _ahead(0.4, r"\b(?:at|with|from|by) (?:the )?"),
    # several languages
    _ahead(
        0.9,
        r"\b(?:[Ii]nterview|[Tt]ake-home|[Cc]hallenge|[Aa]nswers|\w*[Gg]espräch|[Ee]ntretien|[Cc]olloquio"
        r"|[Ee]ntrevista|[Gg]esprek) (?:for|with|mit|bei|avec|chez|con|presso|met|bij|com|na) (?:der )?",
    ),
    _ahead(
        0.9,
        r"\b(?:(?:[Aa]ntwort|[Nn]achricht|[Nn]euigkeiten|[Rr]ückmeldung) (?:von|der)|[Mm]essage de|[Rr]éponse de"
        r"|[Mm]ensaje de|[Rr]espuesta de|[Mm]essaggio da|[Rr]isposta da|[Bb]ericht van|[Rr]eactie van"
        r"|[Mm]ensagem d[aeo]|[Rr]esposta d[aeo]|[Ee]nviad[oa] (?:a|para)|[Ee]nvoyée?s? à|[Ii]nviat[oa] (?:il CV )?a"
        r"|(?:[Vv]erstuurd|[Dd]oorgestuurd) (?:naar|aan)|(?:gesendet|weitergeleitet) an)"
        r" (?:der |die |den |la |o |a |il )?",
    ),
    # German
    _ahead(
        1.0,
        r"\b(?:[Bb]ewerbung|beworben|bewerben|bewirbst|Stelle|Position|Praktikum|Ausbildung|Karriere|Zukunft"
        r"|Einstieg|Interviews?|Gespräch|Interviewtag|Job|Tätigkeit|Mitarbeit) (?:\S+ ){0,2}?(?:bei|beim)"
        r" (?:der |dem |den |uns bei )?(?:Firma )?",
    ),
    _ahead(0.4, r"\b(?:bei|von|für) (?:der |dem |die )?(?:Firma )?"),
    # French
    _ahead(
        1.0,
        r"\b(?:[Cc]andidature|postulé|postuler|poste|process|entretien|stage|alternance|offre|rejoindre"
        r"|vous accueillir|expérience|carrière) (?:\S+ ){0,2}?(?:chez|auprès de|au sein d[eu]|avec)"
        r" (?:la société |le groupe |l['\u2019]équipe )?",
    ),
    _ahead(
        0.9,
        r"\b(?:rejoindre|intégrer|[Ll]['\u2019]équipe(?: recrutement| RH)?(?: de)?|[Aa]u nom de"
        r"|[Aa]u nom(?= d['\u2019])) (?:d['\u2019](?![lu]\S)|la société |le groupe |l['\u2019]équipe (?:de )?)?",
    ),
    _ahead(0.9, r"\bchez "),
    # Spanish
    _ahead(
        0.9,
        r"\b(?:[Ff]ormar parte (?:de|del equipo de)|[Ee]l equipo de|[Ll]a gente de|por confiar en"
        r"|confianza depositada en|[Ee]n nombre de) ",
    ),
    # Italian
    _ahead(
        0.9,
        r"\b(?:interesse|attenzione) (?:\S+ ){0,3}?(?:per|verso|in|a lavorare (?:in|per|con))"
        r" (?:la |il |l['\u2019])?",
    ),
    _ahead(
        0.8,
        r"\b(?:[Cc]andidatura|candidart[ie]|candidarsi|posizione|colloquio|selezione|lavorare|opportunità|ruolo)"
        r" (?:\S+ ){0,2}?(?:presso|in|con|a|verso) (?:la |il |l['\u2019])?",
    ),
    _ahead(0.4, r"\b(?:presso|[Ii]n|[Aa] nome di|[Ii]l team(?: di)?|[Ll]o staff di) "),
    # Dutch
    _ahead(
        0.9,
        r"\b(?:[Ss]ollicitatie|gesolliciteerd|solliciteren|baan|werken|functie|vacature|interesse|gesprek"
        r"|interview|stage|carrière|loopbaan) (?:\S+ ){0,2}?(?:bij|in|met|aan) (?:een (?:baan|functie) bij )?"
        r"(?:de |het )?",
    ),
    _ahead(0.4, r"\b(?:bij|met) "),
    # What says that one comes, in several languages, behind a word for the job
    _ahead(
        1.0,
        r"\b(?:(?:[Ss]telle|[Bb]ewerbung|[Pp]osition|beworben|[Pp]oste?|[Cc]andidature?|[Cc]andidatura|[Vv]acante|[Pp]uesto"
        r"|[Pp]osizione|[Rr]uolo|[Ss]ollicitatie|[Ff]unctie|[Vv]acature|[Vv]aga)\b[^.;!?\n]{0,60}? )"
        r"(?:bei (?:der )?Firma|(?:de|dans|auprès de|chez|à|par) (?:la société|l['\u2019]entreprise)"
        r"|(?:en|de|a) la (?:empresa|compañía)|(?:presso|per|di|a) (?:la (?:ditta|società)|l['\u2019]azienda)"
        r"|(?:bij|van|voor) (?:de firma|het bedrijf)|(?:[nd]a|à) empresa) ",
    ),
    # Portuguese
    _ahead(
        0.8,
        r"\b(?:[Cc]andidatura|candidatar|interesse|vaga|processo(?: seletivo)?|trabalhar|oportunidade|equipe"
        r"|equipa|processos|estágio|fazer parte|integrar) (?:\S+ ){0,2}?(?:na|no|da|do|em|com|pela)"
        r" (?:empresa |equipe da |equipa da |vaga na )?",
    ),
    # One word may be a department: `o time da Qualidade`
    _ahead(1.0, r"\b(?:[Tt]ime|[Ee]quip[ea]) (?:da empresa|d[ao]s?) (?=[^\W\d_a-z]\S* (?:d[aeo]s? )?[^\W\d_a-z])"),
    _ahead(0.7, r"\b(?:[Tt]ime|[Ee]quip[ea]) d[ao]s? "),
    _ahead(0.4, r"\b(?:na|no) "),
)

#: What stands between a role and a company.
BEHIND_ROLE = re.compile(r"\sbei (?:der |dem )?(?:Firma )?|(?:\s(?:at|chez|bij|presso)|\s?@)\s(?:the )?")

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
#: What no person's name holds: digits, signs, a row of capitals, a capital inside a word.
ODDLY_WRITTEN = re.compile(r"\d|&|\+|^[A-Z\d]{2,6}$|\w\.\w|[a-z][A-Z]")
