"""Sentences that say whom an employer took instead: "We have gone for someone with a reach truck licence"."""

from __future__ import annotations

import re

_CHOSE = re.compile(
    # English
    r"\b(?:we|they|the (?:team|client|panel|board|committee)|\w+ and i|i)(?:['\u2019]ve|['\u2019]d|['\u2019]re)?"
    r"(?: have| had| has| are| were)?(?: now| just| already| finally| instead| since| in the end| at last)?"
    r" (?:gone? (?:for|with)|going (?:for|with)|went (?:for|with)|picked|chosen?|hired|appointed|recruited|taken on"
    r"|took on|selected|given (?:it|the \w+) to|gave (?:it|the \w+) to|offered (?:it|the \w+) to)"
    r" (?!you\b|your\b|not\b|to\b|this\b|it\b|that\b|against\b|through\b|over\b|ahead\b)"
    r"|\b(?:post|position|role|job|place|seat|vacancy|contract) (?:has |is |have )?(?:now )?(?:went|gone|going|goes) to"
    r" (?!you\b|the next\b|another (?:site|team|department|office)\b)"
    r"|\bthe (?:person|candidate|applicant|colleague|one) (?:that |who(?:m)? )?we (?:have )?(?:appointed|chose\w*"
    r"|picked|hired|took)|\b(?:choice|decision) (?:has )?f[ae]ll(?:en)? (?:on|to) (?!you\b)"
    # German
    r"|\b(?:haben|hat|habe) (?:\w+ ){0,5}?(?:jemand(?:en)?"
    r"|eine[nr]? (?:\w+ )?(?:kolleg|bewerber|kandidat|person|frau|mann)\w*)"
    r"[^.;!?]{0,80}?\b(?:genommen|eingestellt|ausgewählt|gewählt|bekommen|geholt)\b"
    r"|\bstelle (?:hat|bekommt|ging an|geht an) (?:nun |jetzt )?(?:jemand|eine?n? )"
    r"|\b(?:wahl|entscheidung) (?:ist (?:\w+ ){0,3}|fiel )(?:auf|für) (?!sie\b|dich\b)"
    # French
    r"|\b(?:on a|nous avons|j['\u2019]ai|ils ont|le client a)(?: finalement| donc| déjà)? (?:pris|recruté|embauché"
    r"|choisi|retenu|préféré|engagé|sélectionné) (?:quelqu['\u2019]un|une? (?:\w+ )?(?:personne|candidat\w*|autre"
    r"|profil|collègue)|une? \w+ (?:qui|avec|ayant|parlant)|le (?:\w+ )?qui|celle qui|celui qui)"
    r"|\bchoix s['\u2019]est (?:\w+ )?porté sur (?!vous\b)"
    # Spanish
    r"|\b(?:hemos|han|he) (?:\w+ )?(?:cogido|contratado|elegido|escogido|fichado|tomado|seleccionado|incorporado) a"
    r" (?:una?|algui[eé]n|otr[oa])\b"
    r"|\b(?:nos hemos|se han|me he) (?:quedado|decidido) (?:con|por) (?:una?|algui[eé]n|otr[oa])\b"
    r"|\b(?:contratamos|elegimos|escogimos|cogimos|fichamos|eligieron|contrataron) a (?:una?|algui[eé]n|otr[oa])\b"
    r"|\bnos quedamos con (?:una?|algui[eé]n|otr[oa])\b"
    r"|\b(?:elección|decisión) (?:ha recaído|recayó) (?:en|sobre) (?!ti\b|usted\b)"
    # Italian
    r"|\b(?:abbiamo|hanno|ho) (?:\w+ )?(?:preso|assunto|scelto|selezionato|inserito)"
    r" (?:qualcun\w*|(?:un|una|un['\u2019])\s?(?:\w+ )?(?:ragazz|candidat|person|profil|altr|collega|figur)\w*"
    r"|un[ao]? \w+ (?:che|con))|\bscelta è (?:ri)?caduta su (?!di (?:te|lei)\b)"
    # Dutch
    r"|\b(?:hebben|heb|heeft) (?:\w+ ){0,4}?(?:iemand|een (?:\w+ )?(?:kandidaat|collega|ander\w*|persoon))"
    r"[^.;!?]{0,40}?\b(?:aangenomen|gekozen|genomen|aangesteld)\b"
    r"|\bkeuze is (?:\w+ ){0,2}(?:gevallen op|op) (?!jou\b|u\b)"
    # Portuguese
    r"|\b(?:contratámos|contratamos|escolhemos|ficámos com|ficamos com|selecion[aá]mos|optámos por|optamos por"
    r"|escolheram|contrataram) (?:alguém|outr[oa]"
    r"|uma? (?:\w+ )?(?:pessoa|candidat\w*|profissional|colega|\w+ (?:que|com)))"
    r"|\bescolha recaiu (?:em|sobre|n[oa]) (?!si\b|você\b)",
    re.IGNORECASE,
)

#: The person who is written to, in whatever form.
_YOU = re.compile(
    r"\b(?:you|your|yours|yourself|dich|dir|du|dein\w*|ihnen|vous|votre|vos|tu|toi|ton|ta|tes|usted|ustedes|ti|tus|contigo"
    r"|tuo|tua|tuoi|tue|jij|je|jouw|jou|u|uw|você|vocês|teu|tua)\b"
    r"|\b(?-i:Sie|Ihr\w*|Lei|Suo|Sua|Suoi|Sue)\b|\b(?:t['\u2019])(?=\w)",
    re.IGNORECASE,
)

_LONGEST = 600


def chose_another(text: str) -> bool:
    """Return whether a sentence says that somebody else was taken."""
    return _CHOSE.search(text[:_LONGEST]) is not None


def is_about_another(text: str) -> bool:
    """Return whether a sentence says that somebody else was taken, and nothing to the person who is written to.

    What stands before a colon announces it: "I have to let you down: we hired somebody who ..."
    """
    found = _CHOSE.search(text[:_LONGEST])
    return found is not None and not speaks_to_candidate(text[text.rfind(": ", 0, found.start()) + 1 : _LONGEST])


def speaks_to_candidate(text: str) -> bool:
    """Return whether a sentence says "you", in whatever form."""
    return _YOU.search(text[:_LONGEST]) is not None
