"""When an employer says that another application is welcome.

Only sentences that speak of applying again count: "we keep your data for twelve months" names a time and no invitation.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from pipeline.core.reading import Reading
from pipeline.core.verdict import Act, Judgement
from pipeline.reading.dates import date_in

#: Above this a sentence is taken for an invitation to come back, whatever its words.
_BELIEVED = 0.5

#: Sentences that are read, and how much of each.
_MOST_SENTENCES = 80
_LONGEST = 600

#: A date further ahead was misread.
_FURTHEST = timedelta(days=5 * 366)

_AGAIN = re.compile(
    r"\b(?:re-?appl\w+|appl\w+ (?:\w+ ){0,4}?(?:again|once more|afresh)|(?:another|new|fresh|further"
    r"|future) application|(?:try|knock|write|come|get in touch|contact|talk|speak|ping"
    r"|call) (?:\w+ ){0,3}?(?:again|back)"
    r"|erneut\w* (?:\w+ ){0,4}?bewerb\w*|(?:wieder|nochmals?|noch einmal|abermals"
    r"|neu) (?:\w+ ){0,4}?(?:bewerben|bewirb\w*|bewerbung|melden|melde\w*|versuch\w*)"
    r"|bew[ei]rb\w* (?:\w+ ){0,8}?(?:wieder|erneut|nochmals?|noch einmal)"
    r"|(?:re|à nouveau |de nouveau )postul\w+|(?:re)?postul\w+ (?:\S+ ){0,4}?(?:à nouveau|de nouveau"
    r"|nouvelle fois)|(?:nouvelle|prochaine) candidature|(?:revenez|reviens|revenir|recontacte\w*"
    r"|réessa\w+|retent(?:ez|er|e))"
    r"|vuelv\w+ a (?:\w+ ){0,2}?(?:postul\w+|intent\w+|present\w+|solicit\w+|candidat\w+|apuntar\w*"
    r"|inscrib\w+|escrib\w+|llam\w+)|volver a (?:postul\w+|intent\w+|present\w+|solicit\w+"
    r"|candidat\w+|apuntar\w*|inscrib\w+)|(?:postul\w+|present\w+|solicit\w+"
    r"|inscrib\w+) (?:\w+ ){0,4}?(?:de nuevo|nuevamente|otra vez)|nueva (?:candidatura|solicitud"
    r"|postulación)"
    r"|ricandid\w+|riprov\w+|candid\w+ (?:\S+ ){0,4}?(?:di nuovo|nuovamente|ancora)|(?:nuova"
    r"|prossima) candidatura|(?:nuovamente|di nuovo) candid\w+|ripresent\w+"
    r"|(?:opnieuw|nogmaals|weer|nog eens) (?:\w+ ){0,4}?(?:sollicit\w+|reageren|proberen|aanmelden)"
    r"|sollicit\w+ (?:\w+ ){0,4}?(?:opnieuw|nogmaals|weer|nog eens)|nieuwe sollicitatie|meedoen"
    r"|(?:candidat[\w-]+|inscrev[\w-]+|concorr\w+|tent\w+) (?:\S+ ){0,4}?(?:novamente|de novo"
    r"|outra vez)|(?:voltar|volte|volta) a (?:se )?(?:candidat\w+|tentar|concorrer|inscrev\w+)"
    r"|nova candidatura|recandidat\w+)\b",
    re.IGNORECASE,
)


def reapply_after(reading: Reading, judgement: Judgement) -> date | None:
    """Return the day from which a rejection welcomes another application, or None if it names no time.

    Spans are counted from the day on which the message was sent.
    """
    sent = reading.message.date.date()
    for index, sentence in enumerate(reading.sentences[: min(_MOST_SENTENCES, len(judgement.acts))]):
        acts = judgement.acts[index]
        text = sentence.text[:_LONGEST]
        if acts.get(Act.INVITES_BACK, 0.0) < _BELIEVED and not _AGAIN.search(text):
            continue
        day = date_in(text, sent)
        if day is not None and sent < day <= sent + _FURTHEST:
            return day
    return None
