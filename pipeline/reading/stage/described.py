"""What is told of a job, a contract or a procedure, and not of what the reader went through, in seven languages.

`Our process consists of a phone screen and a test` tells of no talk, nor `the contract has a trial period` of a trial.
"""

from __future__ import annotations

from pipeline.reading.stage.denied import MEETINGS, READER
from pipeline.reading.stage.trials import PERIODS, TRIALS
from pipeline.reading.text.by_language import by_language

#: A job, a contract or a procedure; what it does, in the present; candidates; what they do, in the present.
_DESCRIBES = {
    "en": (
        r"(?:process|procedure|campaign|role|post|position|job|contract|vacancy|employment|appointment)",
        (
            r"(?:consists? of|includes?|comprises?|involves?|requires?|carries|comes? with|is subject to|entails?"
            r"|is made up of|(?:starts?|begins?) with|has (?:an?|two|three|four|five|several))"
        ),
        r"(?:candidates|applicants|those who)",
        r"(?:complete|sit|attend|take|do|meet|undergo|go through|are (?:asked|invited|expected))",
    ),
    "de": (
        r"\w*(?:prozess|verfahren|stelle|position|tätigkeit|vertrag|rolle|aufgabe)",
        r"(?:besteht aus|umfasst|beinhaltet|enthält|sieht|setzt|erfordert|verlangt|beginnt mit|ist mit|hat eine?n?)",
        r"(?:bewerber|kandidat)\w*",
        r"(?:durchlaufen|absolvieren|machen|führen|nehmen|lernen|legen|kommen)",
    ),
    "fr": (
        r"(?:processus|procédure|recrutement|poste|contrat|emploi|mission)",
        (
            r"(?:comprend|comporte|inclut|prévoit|exige|requiert|nécessite|implique|se compose d|est assorti"
            r"|(?:débute|commence) par|consiste)"
        ),
        r"candidat\w*",
        r"(?:passent|rencontrent|réalisent|effectuent|font|sont (?:invité|reçu|convié)\w*)",
    ),
    "es": (
        r"(?:proceso|procedimiento|selección|puesto|contrato|plaza|vacante|trabajo)",
        (
            r"(?:consta de|consiste en|incluye|comprende|requiere|exige|prevé|contempla|conlleva|implica"
            r"|(?:empieza|comienza) (?:con|por)|tiene)"
        ),
        r"(?:candidat|aspirante|postulante)\w*",
        r"(?:realizan|hacen|pasan|superan|completan|conocen|mantienen)",
    ),
    "it": (
        r"(?:processo|procedura|selezione|iter|ruolo|posizione|contratto|posto|lavoro)",
        (
            r"(?:prevede|comprende|include|richiede|consiste in|si compone di|è composto da|comporta"
            r"|(?:inizia|comincia) con|ha un[ao]?)"
        ),
        r"candidat\w*",
        r"(?:sostengono|svolgono|affrontano|fanno|incontrano|superano|completano)",
    ),
    "nl": (
        r"\w*(?:procedure|proces|functie|baan|vacature|contract|rol)",
        r"(?:bestaat uit|omvat|bevat|vereist|vraagt|kent|geldt|begint met|heeft een)",
        r"(?:kandidaten|sollicitanten)",
        r"(?:maken|voeren|doen|doorlopen|krijgen|volgen|ontmoeten)",
    ),
    "pt": (
        r"(?:processo|procedimento|seleção|recrutamento|função|contrato|vaga|cargo|lugar|posto|trabalho)",
        (
            r"(?:consiste em|consta de|inclui|compreende|requer|exige|prevê|contempla|implica|é composto (?:por|de)"
            r"|(?:começa|inicia) com|tem)"
        ),
        r"candidat\w*",
        r"(?:fazem|realizam|passam|participam|enfrentam|completam|conhecem)",
    ),
}


#: Tests that a job may ask for or consist of, beside trials.
_TESTS = {
    "en": r"(?:(?:driving|fitness|medical|language) tests?|test drives?)",
    "de": r"\w*(?:prüfung|test|fahrt)(?:en|s)?",
    "fr": r"(?:essais?|tests?|examens?|permis)(?: \w+)?",
    "es": r"(?:pruebas?|ex[aá]men(?:es)?|tests?)(?: de \w+)?",
    "it": r"(?:prov[ae]|esam[ei]|test)(?: di guida| drive)?",
    "nl": r"\w*(?:examen|test|toets|proef|rit)(?:s|en|ten)?",
    "pt": r"(?:testes?|provas?|exames?|test)(?: drives?| de \w+)?",
}

#: How long a trial period is; that something is asked for; whom the holder of the job meets.
_TERMS = {
    "en": (r"(?:is|lasts|runs for) [\w-]+ (?:week|month)s?", r"(?:required|mandatory)", r"(?:customer|client)"),
    "de": (
        r"(?:beträgt|dauert|umfasst)",
        r"(?:voraussetzung|vorausgesetzt|nötig|notwendig|erforderlich|verlangt)",
        r"kund",
    ),
    "fr": (r"(?:est d|dure)\w*", r"(?:exigé|requis|obligatoire|nécessaire)", r"client"),
    "es": (r"(?:es de|dura)", r"(?:requisito|exigid|obligatori|necesari)", r"cliente"),
    "it": (
        r"(?:è di|dura)",
        r"(?:richiest|obbligatori|necessari)",
        r"client[ei]",
    ),
    "nl": (r"(?:bedraagt|duurt|is \w+ (?:week|weken|maand))\w*", r"(?:vereist|verplicht|nodig)", r"klant"),
    "pt": (r"(?:é de|dura)", r"(?:exigid|requisito|obrigatóri|necessári)", r"cliente"),
}

#: What leads to what the reader did with it, and verbs that say so without a word for the reader.
_WHICH = {
    "en": (r"which|that", r"(?!)"),
    "de": (r"das|den|dem|die|der|denen", r"(?!)"),
    "fr": (r"que|qu['\u2019]|auquel|à laquelle|auxquels", r"(?!)"),
    "es": (r"que", r"ha[sn]?|hiciste|hizo|\w+[ai]ste|realizó|superó"),
    "it": (r"che|cui", r"hai?"),
    "nl": (r"die|dat", r"(?!)"),
    "pt": (r"que", r"fez|fizeste|\w+[aei]ste|realizou|completou"),
}

#: Words after which it is no longer the job or the procedure that is told of, in any of the languages.
_BUT = (
    r"after|following|since|but|(?:al)?though|nach|aber|doch|après|mais|tras|después|pero|aunque|dopo|ma|maar|na|após"
    r"|depois|mas|when|quand|lorsque|cuando|quando|toen"
)

#: What a procedure is made of may stand behind it: `proceso de entrevistas`.
_OF = r"(?:of|for|d[ei]|d['\u2019]|van|zu[mr]?)"

#: What stands before a meeting that was held.
_AT = r"at|in|during|beim?|im|lors|pendant|durante|en(?= (?:la|tu|su)\b)|nel\w*|tijdens"


def _described(language: str) -> tuple[str, ...]:
    """Return what tells in one language of a job, a contract or a procedure."""
    job, does, candidates, do = _DESCRIBES[language]
    lasts, required, customers = _TERMS[language]
    which, did = _WHICH[language]
    at = rf"(?:{_AT}) (?:\w+ ){{0,2}}(?:l['\u2019])?{MEETINGS[language]}"
    stop = rf"\b(?:{_BUT}|{READER[language]}|{at})\b"
    # What the reader did with it was gone through: `an interview, which we held with you`.
    gone = rf"\b(?:{which}) ?(?:(?!{stop})[\w'\u2019]+ ){{0,3}}?(?:{READER[language]}|{did})\b"
    near, rest = r"[^.;:!?]", rf"(?>(?:(?!{stop}|{gone})[^.;!?])*)(?!{gone})"
    # The work that was shown in a talk is no job: `o seu trabalho na entrevista tem qualidade`.
    bare = rf"(?:(?!{stop}|\b{MEETINGS[language]}\b){near})"
    between = rf"(?:(?!\b(?:{READER[language]})\b){near})"
    tests = _TESTS[language]
    test = rf"(?:{TRIALS[language]}|{tests})"
    return (
        rf"\b(?:{MEETINGS[language]} )?{job}(?: {_OF} \w+)?\b{bare}{{0,30}}?\b{does}\b{rest}",
        rf"\b{candidates} (?:\w+ ){{0,3}}?{do}\b{rest}",
        rf"\b{PERIODS[language][1]} {lasts}\b",
        rf"\b{test}\b{between}{{0,30}}?\b{required}\w*|\b{required}\w*\b{between}{{0,30}}?\b{test}\b",
        rf"\b{customers}\w*\b{between}{{0,40}}?\b{tests}\b|\b{tests}\b{between}{{0,20}}?\b{customers}\w*",
    )


DESCRIBED = by_language({language: _described(language) for language in _DESCRIBES})
