"""Sentences that only pass on what follows: `You asked for our notes, so here they are`."""

from __future__ import annotations

import re

from pipeline.reading.text.bounds import LONGEST_SENTENCE

#: A longer sentence says more.
_MOST_WORDS = 30

#: That something is passed on, in seven languages.
_PASSES_ON = re.compile(
    r"\b(?:here(?:['\u2019]s| (?:is|are|it is|they are))|(?:see|find) below"
    r"|below (?:is|are)|(?:copied|pasted|typed|set"
    r"|written"
    r"|put) (?:\w+ )?(?:out|below|up)|(?:forwarded|attached) (?:\w+ )?(?:below|here)|passing on"
    r"|hier (?:ist|sind|kommt|kommen)|unten (?:steht|stehen|finden)|nachfolgend"
    r"|im folgenden|abgeschrieben|abgetippt"
    r"|(?:hinein|heraus)?kopier(?:t|e|en)|leite (?:ich )?(?:\w+ )?weiter|weitergeleitet"
    r"|voici|ci-dessous|ci-après|(?:re)?copi(?:e|é|ée|és|ées|ons)|transmets|transmis\w*|colle"
    r"|aquí (?:tienes?|está|están|van?)|a continuación|(?:te|se) l[ao]s? (?:copio|pego|reenvío|paso)|(?:he )?copiado"
    r"|ecco(?:li|le|lo|la|ti)?|qui sotto|di seguito|(?:ri)?copi(?:o|ato|ati|ate)|incoll\w+|ti giro|inoltr\w+"
    r"|hier (?:zijn|staat|staan)|hieronder|overgetypt|overgeschreven|overgenomen|gekopieerd"
    r"|doorgestuurd|stuur (?:ik )?door"
    r"|aqui (?:está|estão|vai|vão|ficam?)|em baixo|abaixo|a seguir"
    r"|copio(?:-\w+)?|transcrevo(?:-\w+)?|(?:re)?encaminho)\b",
    re.IGNORECASE,
)

#: What is passed on: notes and the like, of others than the reader, or what somebody has sent or said.
_WORDS_OF_OTHERS = re.compile(
    r"\b(?:(?<!your )(?:notes|comments|remarks|feedback)"
    r"|what (?:\w+ ){1,3}(?:sent|wrote|said|says|put|had to say|jotted)"
    r"|(?<!ihre )(?<!deine )(?:notizen|anmerkungen|kommentare|stichpunkte|rückmeldung(?:en)?)"
    r"|was (?:\S+ ){1,5}(?:geschickt|geschrieben|gesagt|notiert)"
    r"|(?<!vos )(?<!tes )(?:remarques|commentaires|retours?)|ce que (?:\S+ ){1,4}(?:envoyé|écrit|dit|noté|transmis)"
    r"|(?<!tus )(?<!sus )(?:notas|comentarios|observaciones|devolución)"
    r"|lo que (?:\S+ ){1,4}(?:enviado|envió|escrito|escribió|dicho|dijo|mandado|mandó)"
    r"|(?<!tuoi )(?<!suoi )(?:appunti|commenti|osservazioni|riscontro)"
    r"|quell[oa] che (?:\S+ ){1,4}(?:mandato|scritto|detto|annotato)"
    r"|(?<!je )(?<!uw )(?<!jouw )(?:aantekeningen|opmerkingen|notities|terugkoppeling)"
    r"|wat (?:\S+ ){1,4}(?:stuurde|schreef|zei|gestuurd|geschreven|gezegd)"
    r"|(?<!tuas )(?<!suas )(?:comentários|observações|devolutiva)"
    r"|o que (?:\S+ ){1,4}(?:enviou|enviado|escreveu|escrito|disse|dito|mandou))\b",
    re.IGNORECASE,
)

#: What says something itself: behind a colon, of what the reader was or did.
_SAYS_SO = re.compile(
    r":\s*\S|\b(?:you (?:were|are|lack\w*|need\w*|did|didn['\u2019]t|could|should)"
    r"|(?:sie|du) (?:waren|warst|konnten|konntest)"
    r"|(?:vous|tu) (?:étiez|étais|manqu\w+)|(?:fuiste|fue|te falt\w+|le falt\w+)|(?:eri|era|ti manc\w+|le manc\w+)"
    r"|(?:je|u) (?:was|bent|mist\w*)|(?:foste|foi|faltou\w*|faltav\w+))\b",
    re.IGNORECASE,
)


def is_announced(text: str) -> bool:
    """Return whether a sentence does no more than pass on what follows it, the words of others."""
    text = text[:LONGEST_SENTENCE]
    if len(text.split()) > _MOST_WORDS or _SAYS_SO.search(text):
        return False
    return bool(_PASSES_ON.search(text) and _WORDS_OF_OTHERS.search(text))
