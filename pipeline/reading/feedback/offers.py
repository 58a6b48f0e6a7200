"""Sentences that offer feedback or the reasons of the decision: "If you would like to know why, ring me"."""

from __future__ import annotations

import re

from pipeline.reading.feedback.offer_words import OFFERS
from pipeline.reading.text.bounds import LONGEST_SENTENCE

#: What is offered; why, and nothing more, or why somebody was not chosen: why this mail comes is told to all.
_REASONS = (
    r"(?:(?:the|our|their) (?:reason(?:s|ing)|decision)\b|(?:die|unsere) (?:gründe|begründung|entscheidung)\b"
    r"|woran es\b|(?:les|nos|la) (?:raisons|motifs|décision)\b"
    r"|(?:los|nuestros|las|la) (?:motivos|razones|decisión)\b"
    r"|(?:le|i|la) (?:motiv\w+|ragioni|decisione)\b|(?:de|onze) (?:redenen|beslissing)\b|toelichting\b|uitleg\b"
    r"|(?:os|as|a) (?:motivos|razões|decisão)\b"
    r"|(?:why|warum|weshalb|wieso|pourquoi|por ?qu[eéê]|perch[eé]|waarom)\b"
    r"(?=\W*$|[.,;:!?]|[^.,;:!?]{0,60}(?:\b(?:not|nicht|pas|no|non|niet|não|another|someone)\b|n['\u2019]t\b)))"
)

#: Whoever wants to know them is asked to say so, or they are gladly told.
_OFFERED = re.compile(
    r"\b(?:(?:if|si|se|caso)\b[^.;!?]{0,60}?\b(?:know|hear|understand|learn|connaître|savoir|comprendre|saber|conocer"
    r"|entender|sapere|conoscere|capire|conhecer)|(?:wenn|falls|sollten|als|mocht) (?:sie|du|je|u)"
    r"|(?:happy|glad|pleased) to (?:explain|tell|talk|go|share|give)|gern\w?|auf (?:wunsch|anfrage|nachfrage))\b"
    rf"[^.;!?]{{0,40}}?\b{_REASONS}",
    re.IGNORECASE,
)

#: Who wants feedback may have it, or may talk about what was decided: "Candidates who wish to receive feedback may ..."
_ON_REQUEST = re.compile(
    r"\b(?:wish\w*|like|want|should you|may|can|if you|please|welcome to)\b[^.;!?]{0,40}?\b(?:receive|request|obtain"
    r"|ask for|have|get|like|want) (?:(?:some|any|further|detailed|individual|personal|your|more|verbal|written) ){0,2}"
    r"feedback\b(?! (?:(?:on|about|from) (?:our|the|us|your experience|you)|from your)\b)"
    r"|\b(?:if you|feel free|come by|welcome|happy|glad)\b[^.;!?]{0,40}?\b(?:talk|chat|go)"
    r" (?:(?:about|over|through) (?:it|this)\b|(?:it|this) (?:over|through)\b)"
    r"|\b(?:wenn|falls) (?:sie|du) darüber (?:\w+ ){0,3}?(?:sprechen|reden)\b"
    r"|\bsi (?:vous (?:souhaitez|voulez|désirez)|tu (?:veux|souhaites)) (?:en (?:parler|discuter|reparler)\b"
    r"|[^.;!?]{0,30}\brétroaction\b)"
    r"|\bsi (?:quieres|quiere|desea) (?:que )?(?:lo |la )?(?:hablarlo|hablemos|comentarlo|comentemos)\b"
    r"|\bse (?:vuoi|vuole) (?:parlarne|discuterne)\b"
    r"|\bals (?:je|u) (?:er|het) (?:\w+ ){0,2}?over (?:\w+ ){0,2}?praten\b"
    r"|\bse quiser(?:es)? (?:falar|conversar) (?:\w+ ){0,2}?(?:sobre isso|a respeito)\b",
    re.IGNORECASE,
)

#: "Do not hesitate to ask" denies nothing, and neither does what is "in the" of Portuguese.
_HESITATE = re.compile(
    r"\b(?:(?:not|n['\u2019]t|nicht|no|non|niet|não) (?:\w+ )?(?:hesit\w+|zögern|dud(?:e[ns]?|éis)|esit\w+|aarzel\w*)"
    r"|(?:n['\u2019]hésit\w+|hésit\w+) pas|sans hésit\w+|senza esitare|sin dudar(?:lo)?|zögern sie nicht|zöger\w* nicht"
    r"|(?:aarzel|schroom) niet|no (?:prazo|período|portal|site|endereço|escritório|dia|final|fim))\b",
    re.IGNORECASE,
)

#: What says that something is not so.
_NO = re.compile(
    r"\b(?:no|not|cannot|unable|never|nor|without|nicht|kein\w*|nie|ohne|pas|aucune?|sans|sin|ningun\w*|non|senza|nessun\w*"
    r"|niet|geen|não|nao|nenhum\w*|sem)\b|n['\u2019]t\b",
    re.IGNORECASE,
)

#: That none is given to anybody in person, where the model may not know; what came late is an answer.
_NONE_IN_PERSON = re.compile(
    r"\bkeine (?:persönlichen?|individuellen?|ausführlichen?|detaillierten?|inhaltlichen?)"
    r" (?:rückmeldung|begründung|auskunft|auskünfte|stellungnahme|bewertung)(?:en)?\b[^.;!?]{0,30}?"
    r"\b(?:geben|erteilen|anbieten|verschicken|versenden|abgeben|möglich)\b(?! konnten?\b)"
    r"|\b(?:ne|n['\u2019]) ?(?:pouv\w+|peu\w+|(?:sommes|est) pas en mesure)\b[^.;!?]{0,25}?\b(?:de|d['\u2019]|aucun)"
    r" ?(?:retours?|avis|commentaires?) (?:personnalisé|individuel|détaillé)",
    re.IGNORECASE,
)

#: Who offers them does not say this behind it: "If you want to know why, we regret that we cannot ..."
_NOT_GIVEN = re.compile(
    r"\b(?:can ?not|unable|regret|unfortunately|leider|bedauer\w+|malheureusement|regrettons|lamenta\w+|purtroppo"
    r"|helaas|infelizmente)\b|\bcan['\u2019]t\b",
    re.IGNORECASE,
)

#: What begins another half of a sentence: "They said no more, but if you like I can ask for feedback".
_BUT = re.compile(
    r"\b(?:but|however|though|aber|jedoch|doch|mais|cependant|toutefois|pero|ma|però|tuttavia|maar|echter|mas|porém)\b",
    re.IGNORECASE,
)


def is_offered(text: str, language: str) -> bool:
    """Return whether a sentence offers feedback, or the reasons of the decision, to whoever asks for them.

    Of a language without words of its own, those of English are looked for.
    """
    text = text[:LONGEST_SENTENCE]
    if found := _OFFERED.search(text):
        return not _NOT_GIVEN.search(text, found.end())
    return any(
        not _NO.search(_HESITATE.sub("", text[_half_of(text, match.start()) :]))
        for pattern in (_ON_REQUEST, OFFERS.get(language, OFFERS["en"]))
        if (match := pattern.search(text))
    )


def _half_of(text: str, place: int) -> int:
    """Return where the half of a sentence begins that has this place: what its first half denies is another thing."""
    return max((match.start() for match in _BUT.finditer(text, 0, place)), default=0)


def is_refused(text: str) -> bool:
    """Return whether a sentence says in so many words that nobody is given feedback in person."""
    return _NONE_IN_PERSON.search(text[:LONGEST_SENTENCE]) is not None


def says_no(text: str) -> bool:
    """Return whether a sentence says that something is not so, or not done."""
    return _NO.search(text[:LONGEST_SENTENCE]) is not None
