"""Sentences that say whom an employer took instead: "We have gone for someone with a reach truck licence"."""

from __future__ import annotations

import re

from pipeline.reading.text.bounds import LONGEST_SENTENCE
from pipeline.reading.told.addressed import speaks_to_candidate

#: A person by name and what is said of them, or nothing more; the patterns around it fold letters.
_NAME = (
    r"(?-i:(?!(?:Sie|Ihr|Lei|Vous|Usted|Você|U)\b)[A-ZÀ-ÖØ-Þ][a-zß-öø-ÿ'\u2019-]+(?: [A-ZÀ-Þ][\w'\u2019-]+)?)"
    r"(?=[.!]?$|, (?:qui|que|che|die|der|quien|dont|con|com|met|because|weil|since|car|porque|perché|omdat)\b"
    r"|,? (?:pour|para|per|voor|omdat|weil|because|entschieden|ausgesprochen|gekozen)\b)"
)

#: The same behind an article, or with a title, which no word but a name has; or whoever it was between.
_PERSON = (
    rf"(?:(?:(?:die|den|la|le|il|a|o) )?{_NAME}"
    r"|(?:(?:la|el|il|o|a|de) )?(?:frau|herrn?|mme|mr|mrs|ms|dra?|prof(?:essor\w*)?|señora?|sra?|doña|don"
    r"|dott(?:\.ssa|or|oressa)?"
    r"|signora?|mevrouw|meneer)\b\.? (?-i:[A-ZÀ-Þ])\w+"
    r"|(?:die kollegin|den kollegen)\b"
    r"|(?:the other|die andere|den anderen|l['\u2019]autre|l['\u2019]altr[oa]|[ao] outr[oa]|(?:el|la) otr[oa]"
    r"|de andere)"
    r" (?:one|lad|girl|guy|boy|man|woman|person|candid\w+|kandid\w+|bewerb\w+|garçon|fille|ragazz[oa]|rapaz|moça"
    r"|chic[oa]|jongen|meisje|sollicitant)\b)"
)

#: Who gets a place, by what one calls a person that one does not name: "the lad from the yard".
_SOMEBODY = (
    r"(?:\w+ )?(?:lad|girl|boy|guy|chap|woman|man|son|daughter|nephew|niece|neighbour|neighbor|cousin|friend"
    r"|apprentice|trainee|intern|candidate|applicant|colleague|other one"
    r"|junge\w*|mädchen|mann|frau|sohn|tochter|neffen?|nichte|nachbar\w*|bekannte\w*|azubi|praktikant\w*"
    r"|kolleg\w*|bewerber\w*|kandidat\w*|andere[nr]?"
    r"|garçon|gars|fille|jeune|homme|femme|fils|neveu|nièce|voisine?|cousine?|stagiaire|apprentie?|collègue"
    r"|candidate?|autre"
    r"|chic[oa]|muchach[oa]|hij[oa]|sobrin[oa]|vecin[oa]|prim[oa]|compañer[oa]|candidat[oa]|becari[oa]|otr[oa]"
    r"|ragazz[oa]|figli[oa]|nipote|vicin[oa]|cugin[oa]|tirocinante|apprendista|altr[oa]|collega"
    r"|jongen|meisje|vrouw|zoon|dochter|neef|nicht|buurman|buurvrouw|kandidaat|sollicitant|ander"
    r"|rapaz|moço|moça|rapariga|filh[oa]|sobrinh[oa]|vizinh[oa]|primo|prima|estagiári[oa]|outr[oa])\b"
)

#: German nouns bear capitals, too: what is taken note of, what nobody or someone's papers are taken for, conditions.
_NO_NOUN = (
    r"(?!(?:kein\w*|niemand\w*|zu[rm]?|ihr\w*|dein\w*|eu(?:er|re)\w*|unser\w*|abstand|abschied|rücksicht|kontakt"
    r"|bezug|stellung|platz|einsicht|notiz|bedingung\w*|voraussetzung\w*|auflagen?|wegen|trotz)\b)"
)

_CHOSE = re.compile(
    # English
    r"\b(?:we|they|the (?:team|client|panel|board|committee)|\w+ and i|i)(?:['\u2019](?:ve|d|re|ll))?"
    r"(?: have| had| has| are| were)?(?: now| just| already| finally| instead| since| in the end| at last)?"
    r" (?:gone? (?:for|with)|going (?:for|with)|went (?:for|with)|picked|chosen?|hired|appointed|recruited|taken on"
    r"|took on|selected|decided to (?:go with|hire|appoint|take on)|(?:giv(?:en|ing)|gave|offer(?:ed|ing))"
    r" (?:it|the \w+) to|(?:be )?(?:hiring|appointing|taking(?: on)?)"
    r"(?= some(?:one|body) (?:who|with|from|else|more|that)\b))"
    r" (?!you\b|your\b|not\b|to\b|this\b|it\b|that\b|against\b|through\b|over\b|ahead\b)"
    r"|\b(?:post|position|role|job|place|seat|vacancy|contract)(?: has| is| have|['\u2019]s)? (?:now )?(?:went|gone"
    r"|going|goes) to (?!you\b|the next\b|another (?:site|team|department|office)\b)"
    r"|\b(?:post|position|role|job|place|seat|vacancy|contract) (?:has been|was|is being|is) offered to (?!you\b)"
    rf"|\bgoing (?:to be|with|for) {_PERSON}"
    rf"|\b(?:have|has|['\u2019]ve|['\u2019]s) (?:now |just )?(?:appointed|chosen|picked|hired|selected) {_PERSON}"
    r"|\b(?:it|offer) (?:has |is |have )?(?:went|gone|going|goes) to (?:some(?:one|body)"
    r"|an? (?:\w+ )?(?:candidate|applicant|person|colleague|man|woman) (?:who|with))\b"
    r"|\bthe (?:person|candidate|applicant|colleague|one) (?:that |who(?:m)? )?we (?:have )?(?:appointed|chose\w*"
    r"|picked|hired|took)|\b(?:choice|decision) (?:has )?f[ae]ll(?:en)? (?:on|to) (?!you\b)"
    rf"|\bthe {_SOMEBODY}[^.;!?]{{0,60}}\b(?:gets|is getting|has got) the (?:post|position|role|job|place|seat)\b"
    # German
    rf"|\b(?:stelle|job|posten|\w*platz) (?:bekommt|bekam|kriegt|erhält|geht an|ging an) (?:nun |jetzt |doch )?"
    rf"(?:der|die|den|das|dem) {_SOMEBODY}"
    r"|\b(?:haben|hat|habe) (?:\w+ ){0,5}?(?:jemand(?:en)?"
    r"|eine[nr]? (?:\w+ )?(?:kolleg|bewerber|kandidat|person|frau|mann)\w*)"
    r"[^.;!?]{0,80}?\b(?:genommen|eingestellt|ausgewählt|gewählt|bekommen|geholt)\b"
    r"|\b(?:nehmen|geben|vergeben|besetzen) (?!sie\b)(?:\w+ ){0,3}?jemand(?:en|em)\b"
    r"|\bstelle (?:hat|bekommt) (?:nun |jetzt )?(?:jemand|eine?n? )"
    r"|\b(?:wahl|entscheidung) (?:ist (?:\w+ ){0,3}|fiel )(?:auf|für) (?!sie\b|dich\b)"
    rf"|\b(?:nehmen|nimmt|nahmen|einstellen) (?!sie\b)(?:{_NO_NOUN}\w+ ){{0,2}}?{_NO_NOUN}{_PERSON}"
    rf"|\b(?:uns|(?:hat"
    rf"|haben) (?:\w+ )?sich(?<!sie haben sich)) (?:\w+ ){{0,2}}für {_PERSON}[^.;!?]{{0,20}} (?:entschieden"
    rf"|ausgesprochen)\b"
    r"|\bes (?:wird|ist) (?:nun |jetzt |doch )?(?:der|die) (?:ander\w+ )?(?:kolleg|bewerber|kandidat)\w*"
    rf"|\b(?:stelle|job|posten|\w*platz|ruf|zuschlag) (?:geht|ging|ist) (?:\w+ )?an (?:{_NO_NOUN}{_PERSON}|jemand"
    rf"|eine?n? (?:\w+ )?(?:kolleg|bewerb|kandidat|person))"
    # French
    r"|\b(?:on a|nous avons|j['\u2019]ai|ils ont|le client a)(?: finalement| donc| déjà)? (?:pris|recruté|embauché"
    r"|choisi|retenu|préféré|engagé|sélectionné) (?:quelqu['\u2019]un|une? (?:\w+ )?(?:personne|candidat\w*|autre"
    r"|profil|collègue)|une? \w+ (?:qui|avec|ayant|parlant)|le (?:\w+ )?qui|celle qui|celui qui)"
    r"|\b(?:donn|prend|pren|pris|embauch|confi)(?!ez\b)\w* (?:(?:la place|le poste) à )?quelqu['\u2019]un qui\b"
    r"|\bchoix s['\u2019]est (?:\w+ )?porté sur (?!vous\b)"
    r"|\b(?:a|avons|ont)(?: finalement| donc| plutôt)? (?:pris|recruté|embauché|choisi|retenu"
    rf"|préféré|engagé|sélectionné) {_PERSON}|\b(?:on prend|nous prenons|on embauche) (?:\w+ )?{_PERSON}"
    rf"|\b(?:poste|place) (?:revient|va|est revenue?|est allée?) (?:\w+ )?à (?:{_PERSON}|une? (?:autre|candidat"
    rf"|personne))"
    rf"|\b(?:poste|place|emploi) (?:revient|va|est allée?) (?:\w+ )?(?:au |à la |à l['\u2019]){_SOMEBODY}"
    # Spanish
    r"|\b(?:hemos|han|he) (?:\w+ )?(?:cogido|contratado|elegido|escogido|fichado|tomado|seleccionado|incorporado) a"
    r" (?:una?|algui[eé]n|otr[oa])\b"
    r"|\b(?:nos hemos|se han|me he) (?:quedado|decidido) (?:con|por) (?:una?|algui[eé]n|otr[oa])\b"
    r"|\b(?:contratamos|elegimos|escogimos|cogimos|fichamos|eligieron|contrataron) a (?:una?|algui[eé]n|otr[oa])\b"
    r"|\bnos quedamos con (?:una?|algui[eé]n|otr[oa])\b"
    r"|\b(?:dado|damos|dimos|ofrecido|ofrecemos) (?:el puesto|la plaza|el trabajo) a (?:una?|algui[eé]n|otr[oa])\b"
    r"|\b(?:elección|decisión) (?:ha recaído|recayó) (?:en|sobre) (?!ti\b|usted\b)"
    rf"|\b(?:qued(?:ado|amos) con|(?:eleg|contrat|seleccion|cog)(?:[ai]do|[aei]mos) a|(?:decidi|decanta)(?:do"
    rf"|mos) por) {_PERSON}"
    r"|\bse (?:lo |la )?(?:queda|quedó|ha quedado|lleva|llevó) (?!usted\b|tú\b)(?:con )?\w+ (?:con )?(?:el puesto"
    r"|la plaza)"
    rf"|\b(?:puesto|plaza) (?:es|será|fue|ha sido|va) (?:finalmente )?para (?:{_PERSON}|una? (?:candidat|person"
    rf"|compañer))"
    rf"|\b(?:puesto|plaza) (?:es|será|va) (?:finalmente )?para (?:el|la) {_SOMEBODY}"
    # Italian
    rf"|\b(?:abbiamo|hanno|ho|ha) (?:\w+ )?(?:preso|assunto|scelto|preferito|selezionato) {_PERSON}"
    rf"|\b(?:prendiamo|assumiamo) (?:\w+ )?{_PERSON}"
    rf"|\b(?:posto|posizione|incarico) (?:\w+ ){{0,2}}(?:va|(?:assegnat|affidat|andat)[oa]) (?:al|alla|a) {_PERSON}"
    r"|\b(?:abbiamo|hanno|ho) (?:\w+ )?(?:preso|assunto|scelto|selezionato|inserito)"
    r" (?:qualcun\w*|(?:un|una|un['\u2019])\s?(?:\w+ )?(?:ragazz|candidat|person|profil|altr|collega|figur)\w*"
    r"|un[ao]? \w+ (?:che|con))|\bscelta è (?:ri)?caduta su (?!di (?:te|lei)\b)"
    r"|\b(?:prendiamo|assumiamo|inseriamo) (?:qualcun\w*|un(?:[ao]? |['\u2019])(?:\w+ )?"
    r"(?:ragazz|candidat|person|profil|altr|collega|figur)\w* (?:che|con))\b"
    r"|\b(?:dato|diamo|affidato|affidiamo|offerto) (?:il posto|la posizione|il lavoro) a"
    r" (?:qualcun\w*|un[ao]? \w+ (?:che|con))\b"
    rf"|\b(?:posto|lavoro) (?:va|è andato) (?:al |alla |all['\u2019]){_SOMEBODY}"
    # Dutch
    rf"|\b(?:baan|functie|plek|plaats) (?:gaat|ging|is) (?:\w+ )?naar (?:de|het|een) {_SOMEBODY}"
    r"|\b(?:(?:geven|gegeven) (?:(?:het |de \w+ )?aan )?|nemen |(?:ging|gaat|gaan) naar )iemand (?:aan )?(?:die|met)\b"
    r"|\b(?:hebben|heb|heeft) (?:\w+ ){0,4}?(?:iemand|een (?:\w+ )?(?:kandidaat|collega|ander\w*|persoon))"
    r"[^.;!?]{0,40}?\b(?:aangenomen|gekozen|genomen|aangesteld|voorgedragen|benoemd)\b"
    rf"|\b(?:gaan|gaat|gingen) (?:\w+ )?voor {_PERSON}|\bvoor {_PERSON} gekozen\b"
    rf"|\baan (?:{_PERSON}|een \w+) (?:gegund|gegeven)\b"
    rf"|\b(?:gunnen|gunden|geven|gegund|gegeven) (?:\w+ )?aan {_PERSON}|\baan (?-i:[A-Z])\w+ gegund\b"
    r"|\bkeuze is (?:\w+ ){0,2}(?:gevallen op|op) (?!jou\b|u\b)"
    r"|\bk(?:iezen|oos|ozen|iest) (?:\w+ )?voor (?:een (?:\w+ )?(?:kandidaat|collega|persoon)|een ander|iemand)\b"
    rf"|\bk(?:iezen|oos|ozen|iest) (?:\w+ )?voor {_PERSON}"
    r"|\b(?:kandidaat|collega|ander|iemand(?: anders)?) krijgt de (?:baan|functie|plek)\b"
    # Portuguese
    rf"|\b(?:lugar|vaga|trabalho) (?:fica com|vai para|ficou com|foi para) [oa] {_SOMEBODY}"
    r"|\b(?:escolhemos|contratámos|contratamos|(?:ficámos|ficamos) com|(?:optámos|optamos) (?:por|pel[oa])) (?:[oa] )?"
    rf"{_PERSON}|\b(?:(?:vai|vão|vamos) (?:\w+ )?ficar com|escolheu|preferiu|contratou|optou por) (?:[oa] )?{_PERSON}"
    r"|\boptou (?:por|pel[oa]) (?:outr[oa]|alguém|uma? (?:\w+ )?(?:pessoa|candidat\w*|profissional|colega))"
    r"|\b(?:contratámos|contratamos|escolhemos|ficámos com|ficamos com|selecion[aá]mos|optámos por|optamos por"
    r"|escolheram|contrataram) (?:alguém|outr[oa]"
    r"|uma? (?:\w+ )?(?:pessoa|candidat\w*|profissional|colega|\w+ (?:que|com)))"
    r"|\b(?:dar|dámos|damos|demos|dado|oferecemos) (?:o lugar|a vaga|o trabalho) (?:a|para)"
    r" (?:alguém|outr[oa]|uma? \w+ (?:que|com))"
    r"|\bescolha recaiu (?:em|sobre|n[oa]) (?!si\b|você\b)",
    re.IGNORECASE,
)


def chose_another(text: str) -> bool:
    """Return whether a sentence says that somebody else was taken."""
    return _CHOSE.search(text[:LONGEST_SENTENCE]) is not None


def is_about_another(text: str, language: str) -> bool:
    """Return whether a sentence says that somebody else was taken, and nothing to the person who is written to.

    What stands before a colon announces it: "I have to let you down: we hired somebody who ..."
    """
    found = _CHOSE.search(text[:LONGEST_SENTENCE])
    return found is not None and not speaks_to_candidate(text[text.rfind(": ", 0, found.start()) + 1 :], language)
