"""Sentences that ask not to apply again, for good: "Please do not apply again", in seven languages."""

from __future__ import annotations

import re

from pipeline.reading.reapply.words import ON_FILE
from pipeline.reading.text.bounds import LONGEST_SENTENCE
from pipeline.reading.times.date_words import HESITATES
from pipeline.reading.times.span_words import SPAN

_UNWANTED = re.compile(
    # English
    r"\b(?:(?:not|never|no longer|refrain from|desist from|avoid|stop)(?: (?:to|ever|please|kindly))?"
    r"|(?:do|ca|should)n['\u2019]t) (?:re-?appl(?:y|ying)|appl(?:y|ying) (?:\w+ ){0,6}?(?:again|any ?more"
    r"|in (?:the )?future))\b"
    r"|\b(?:not|never|no longer|refrain from|avoid|stop|n['\u2019]t)(?: to)? (?:re-?submit\w*|(?:submit|send|mak"
    r"|fil)\w*"
    r" (?:\w+ ){0,2}?(?:any )?(?:further|more|other|another|new|future)(?: \w+)? applications?)\b"
    r"|\bno (?:further|more|other|future) applications (?:\w+ )?(?:from you|on your part)\b"
    r"|\b(?:not|never|no longer) (?:be )?(?:consider|accept|review|read|process|look at)\w* (?:any )?"
    r"(?:further |other |another |new |future )?applications? (?:\w+ ){0,2}?(?:from|by) you\b"
    r"|\b(?:your (?:further|other|new|future) applications?|(?:further|other|new|future) applications? (?:from"
    r"|by) you)\b"
    r"[^.;!?]{0,30}\b(?:not|never|no longer|ignored|rejected|deleted|discarded|declined|refused|unwelcome)\b"
    # German
    r"|\bbew(?:irb|erbt|erben) (?:\S+ ){0,6}?nicht (?:mehr|erneut|noch ?mals?|noch einmal|wieder|abermals"
    r"|ein (?:weiteres|zweites) mal)\b"
    r"|\bnicht (?:mehr|erneut|noch ?mals?|noch einmal|wieder|abermals|ein (?:weiteres|zweites) mal) (?:\S+ ){0,5}?"
    r"(?:zu )?bewerben\b"
    r"|\b(?:künftig|zukünftig|in zukunft) von bewerbungen\b[^.;!?]{0,30}\b(?:ab(?:zu)?sehen|abstand|ab\b)"
    r"|\bvon (?:\w+ )?(?:weiteren?|erneuten?|künftigen?|zukünftigen?|neuen?"
    r"|neuerlichen?) bewerbung(?:en)?\b[^.;!?]{0,40}"
    r"\b(?:ab(?:zu)?sehen|abstand|ab\b)"
    r"|\bkeine (?:weiteren?|erneuten?|neuen?|künftigen?) bewerbung(?:en)?\b[^.;!?]{0,30}\b(?:ein(?:zu)?reichen|(?:zu"
    r"|ein)?(?:zu)?"
    r"(?:send|schick)en|zu|mehr|von ihnen|von dir|wünsch\w+|erwünscht|ein)\b"
    r"|\b(?:weiteren?|erneuten?|neuen?|künftigen?) bewerbung(?:en)?\b[^.;!?]{0,40}\bnicht (?:mehr )?(?:er|ge)wünscht\b"
    r"|\b(?:weiteren?|erneuten?|neuen?|künftigen?) bewerbung(?:en)? (?:von (?:ihnen|dir)|ihrerseits|deinerseits)\b"
    r"[^.;!?]{0,30}\bnicht\b"
    r"|\bverzicht\w+ (?:\S+ ){0,4}?auf (?:\w+ )?(?:weitere|erneute|neue|künftige) bewerbung(?:en)?\b"
    r"|\bauf (?:\w+ )?(?:weitere|erneute|neue|künftige) bewerbung(?:en)? (?:\S+ ){0,3}?(?:zu )?verzichten\b"
    # French
    r"|\b(?:ne|n['\u2019])(?: \w+)? ?(?:plus|pas|jamais) (?:\w+ )?(?:(?:re|à nouveau |de nouveau )(?:postul"
    r"|candidat)\w+"
    r"|(?:postul|candidat|présent)\w+ (?:\S+ ){0,4}?(?:à nouveau|de nouveau|à l['\u2019]avenir|nouvelle fois))\b"
    r"|\bne (?:plus|jamais) (?:\w+ )?(?:postuler|candidater)\b|\bne (?:re)?(?:postul|candidat)e[sz]? plus\b"
    r"|\bne (?:re)(?:postul|candidat)e[sz]? pas\b"
    r"|\bne (?:nous |m['\u2019])?(?:pas|plus)? ?(?:nous |m['\u2019])?(?:re)?(?:adress|envo[yi]|soumet|transmet|dépos"
    r"|présent|propos|fai)\w*"
    r"(?: plus| pas)? (?:(?:de|votre|d['\u2019])? ?(?:nouvelles?|autres?) candidatures?)\b"
    r"|\bn(?:e |['\u2019])(?:donner|examiner|étudier|traiter|lir)\w* plus (?:suite à )?vos candidatures\b"
    r"|\bne (?:nous )?(?:plus (?:nous )?)?(?:adress|envo[yi]|soumet|transmet)\w*(?: plus)? (?:de |votre "
    r"|vos )candidatures?\b"
    r"|\babst\w+ de (?:(?:toute )?(?:nouvelle|autre|future) candidature|(?:re)postuler|candidater)\b"
    # Spanish
    r"|\bno (?:se |te |nos )?(?:vuelv\w+|volver) a (?:\w+ )?(?:postul|present|inscrib|solicit|envi|candidat|aplic"
    r"|opt)\w+"
    r"|\bno (?:se |te )?(?:postul|present|inscrib|aplic)\w+ (?:\S+ ){0,4}?(?:de nuevo|nuevamente|otra vez|más)\b"
    r"|\bno (?:nos )?(?:env[ií]|mand|present|remit)\w+ (?:más|nuevas?|otras?) (?:candidaturas?|solicitud(?:es)?"
    r"|postulaci(?:ón|ones)|curr[ií]cul\w+)\b"
    r"|\babst\w+ de (?:volver a )?(?:postular|presentar|enviar|inscribir)\w*"
    # Italian
    r"|\bnon (?:si |ti |può |puoi |potrà |potrai )*(?:ri-?candid\w+|candid\w+ (?:\S+ ){0,4}?(?:più|di nuovo"
    r"|nuovamente|ancora"
    r"|in futuro))"
    r"|\bnon (?:\w+ )?(?:invi|mand|present|inoltr|spedi|trasmett)\w+ (?:\w+ )?(?:altre|nuove|nuova|ulteriori"
    r"|un['\u2019]altra) candidatur[ae]\b"
    r"|\bnon ripresent\w+ (?:\S+ ){0,2}?(?:candidatura|domanda)\b|\bastener\w+ dal (?:ri-?candid|present|invi)\w+"
    # Dutch
    r"|\b(?:niet|nooit) (?:meer|opnieuw|nogmaals|nog eens|nog een keer|weer) (?:\S+ ){0,4}?(?:te )?sollicit\w+"
    r"|\bsolliciteer\w* (?:\S+ ){0,5}?(?:niet|nooit) (?:meer|opnieuw|nogmaals|nog eens|nog een keer|weer)\b"
    r"|\bgeen (?:nieuwe|verdere|andere|volgende) sollicitaties?\b[^.;!?]{0,30}\b(?:sturen|in(?: te)? ?dienen"
    r"|toe ?sturen|meer|op prijs)\b"
    r"|\bstuur (?:\w+ )?geen (?:nieuwe|verdere|andere) sollicitaties?\b"
    r"|\b(?:af ?te zien|afzien) van (?:nieuwe|verdere|een nieuwe|volgende) sollicitaties?\b"
    # Portuguese
    r"|\bnão (?:se |te )?(?:volt(?:e|ar|es|em)|torn(?:e|ar|es)) a (?:\w+ )?(?:candidat|inscrev|concorr|envi|submet"
    r"|apresent)\w+"
    r"|\bnão (?:se |te )?(?:re-?candidat[\w-]+|(?:candidat|inscrev|concorr)[\w-]+ (?:\S+ ){0,4}?(?:novamente|de novo"
    r"|outra vez|mais))"
    r"|\bnão (?:nos )?(?:envi|mand|submet|apresent)[\w-]+ (?:mais|novas?|outras?) (?:\w+ )?(?:candidaturas?"
    r"|currículos?)\b"
    r"|\babst\w+(?:-se)? de (?:nov(?:a|as) candidaturas?|voltar a|(?:re)?candidat\w+)",
    re.IGNORECASE,
)

#: It is not needed, may be done by all means, or is left out by those of whom something else is said.
_NOT_ASKED = re.compile(
    r"\b(?:no reason|(?:not|n['\u2019]t) mean|(?:heißt|bedeutet) (?:\w+ )?nicht|ne (?:signifie|veut) pas"
    r"|no (?:significa|quiere decir)"
    r"|non (?:significa|vuol dire)|betekent niet|não (?:significa|quer dizer)|need|needn['\u2019]t|have to|required"
    r"|necessary|why|forget|hesitate|if (?:you|they|we)|unless|brauch\w*|müss\w+|musst"
    r"|nötig|notwendig|erforderlich|wenn|falls|schade|sofern|si (?:vous|tu|usted)|besoin|nécessaire|inutile|obligée?"
    r"|oblig\w+"
    r"|necesari[oa]|hace falta|tienes? que|se non|necessari[oa]|bisogno|occorre|serve|deve|hoef\w*|nodig|als (?:u|je)"
    r"|schroom"
    r"|twijfel|necessário|precis\w+|caso)\b",
    re.IGNORECASE,
)

#: For a time, or for one job.
_FOR_NOW = re.compile(
    r"\b20\d\d\b|\b(?:until|till|before|within|for now|yet|right away|at (?:this|the) (?:time|moment)|this (?:year"
    r"|season)"
    r"|(?:next|coming) (?:\w+ )?(?:weeks?|months?|years?)|sooner|earlier|more than once|bis|vor|innerhalb|binnen"
    r"|nächsten|kommenden"
    r"|frühestens|vorerst|derzeit|avant|jusqu\w*|d['\u2019]ici|pendant|prochains|actuellement|pour le moment|antes de"
    r"|hasta|durante"
    r"|próximos|por ahora|de momento|prima|fino a|entro|prossimi|per ora|al momento|voor|voordat|tot|komende"
    r"|voorlopig|até"
    r"|por enquanto|por agora)\b"
    r"|\b(?:this|the same|that|dieselbe|diese[nr]?|derselben|ce|cet|cette|même|est[ae]|mism[oa]|quest[ao]|stess[ao]"
    r"|deze|dezelfde|mesm[oa])"
    r" (?:same |même |mismo |mesma )?(?:role|position|job|vacanc|post|opening|stelle|position|ausschreibung|offre"
    r"|annonce|puesto"
    r"|vacante|oferta|posizione|offerta|functie|vacature|vaga)\w*",
    re.IGNORECASE,
)


def asks_not_to(text: str) -> bool:
    """Return whether a sentence asks not to apply again at all: not only for a time, or for one job."""
    text = text[:LONGEST_SENTENCE]
    found = _UNWANTED.search(HESITATES.sub(" ", text))
    return found is not None and not any(
        pattern.search(text) for pattern in (HESITATES, _NOT_ASKED, _FOR_NOW, SPAN, ON_FILE)
    )
