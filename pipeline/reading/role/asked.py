"""What an applicant asks about, in a message that an employer answers."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.core.reading import Reading
from pipeline.reading.role.claims import LONGEST
from pipeline.reading.text.sentences import sentences_of

#: Sentences in which one applies, or asks after an application, in seven languages.
_ASKS = re.compile(
    r"\b(?:appl(?:y|ied|ying|ications?)|vacanc(?:y|ies)|openings?|interview(?:ed|s)?|advert\w*|ad for|looking for"
    r"|(?:your|the|this|that|about) (?:[\w'\u2019/-]+ ){0,5}?(?:job|position|post|role|place|gig|thing|work)"
    r"|work (?:for|with) you"
    r"|after an?|\w*ausbildung\w*|bewerb\w*|beworben|\w*stelle|\w*gespräch\w*|anzeige|unterlagen|vorgestellt|probe\w*"
    r"|candidat\w*|postul\w*|annonce|entretien|poste|place|être votre|curr[ií]cul\w*|cv|entrevist\w*|puesto|plaza"
    r"|vacante"
    r"|anuncio|solicitud|present[eé]|por lo de|colloquio|annuncio|posto|posizione|\w*sollicit\w*|vacature|functie"
    r"|baan|gesprek"
    r"|vaga|lugar|anúncio|mi propongo|me ofrezco|je me propose|ofereço-me|biete mich|bied me|interess\w+|interested"
    r"|intéress\w+)\b",
    re.IGNORECASE,
)

#: Sentences about another job: what one did or does, what a friend does, what is filled.
_OF_ANOTHER = re.compile(
    r"\b(?:worked|working as|work as|currently|made redundant|left my|I['\u2019]?m an?|I am an?|I was an?|(?:have"
    r"|['\u2019]ve) been an?"
    r"|(?:years|time) as|former\w*|previous\w*|friend|brother|sister|father|mother|mum|dad|wife|husband|cousin|uncle"
    r"|aunt"
    r"|(?:is|was|has been) (?:now |already )?(?:filled|taken|gone)|too\b|other (?:jobs?|vacanc\w+)|jobs for you"
    r"|gearbeitet|arbeite[nt]? (?:als|derzeit|zurzeit|momentan)|zuletzt|derzeit|früher|bisher\w*|jahre\w* als"
    r"|freund\w*|bruder"
    r"|schwester|vater|mutter|(?:ist|wurde) (?:ja |schon |bereits |nun )*(?:besetzt|vergeben)"
    r"|travaillé|travaille comme|actuellement|ancien\w*|ans comme|amie?|frère|soeur|sœur|père|mère|(?:est"
    r"|a été) (?:déjà )?pourvue?"
    r"|trabajado|trabajo (?:de|como)|trabaja|actualmente|anterior|dejé|años como|amig[oa]|herman[oa]|padre|madre"
    r"|(?:está|ha sido) (?:ya )?cubiert[oa]|lavorato|lavoro come|lavora|attualmente|precedente|anni come|fratello"
    r"|sorella"
    r"|è (?:già )?copert[oa]|gewerkt|werkte?|momenteel|nu in|vroeger|jaar als|vriendin?|broer|zus|vader|moeder"
    r"|is (?:al |nu )?(?:vervuld|vergeven)|trabalhei|trabalho como|trabalha|atualmente|ocupo|anos como|irmã[o]?|pai|mãe"
    r"|(?:já )?foi preenchida)\b",
    re.IGNORECASE,
)


def asked_about(answered: Reading) -> Reading:
    """Return a message of an applicant with nothing but the sentences in which they apply, or ask after it.

    What they did before, and what their friends do, names other roles.
    """
    asking = (
        sentence.text
        for sentence in answered.sentences
        if _ASKS.search(sentence.text[:LONGEST]) and not _OF_ANOTHER.search(sentence.text[:LONGEST])
    )
    text = "\n".join(asking)
    return replace(answered, text=text, sentences=sentences_of(text, answered.language))
