"""Words of what became of the job, in seven languages: filled, cancelled, or on hold."""

from __future__ import annotations

import re

#: What is filled, called off or put on hold, in any of the languages.
_JOB = (
    r"(?:position|role|post|vacancy|opening|job|place|seat|spot|requisition|opportunity|search|recruitment|hiring"
    r"|hire|process|campaign|competition|advert\w*|listing|posting|project|headcount|programme|program|internship"
    r"|placement|recruiting"
    r"|\w*stellen?|\w*platz|\w*plätze|vakanz|ausschreibung|\w*verfahren|besetzung|\w*suche|einstellung\w*"
    r"|projekt|praktikum|neueinstellung\w*"
    r"|postes?|offre|recrutements?|embauches?|processus|emploi|annonce|mission|stage|projet"
    r"|puestos?|vacantes?|plazas?|proceso|búsqueda|busqueda|selección|contratación|contrataciones|oferta|posición"
    r"|convocatoria|proyecto"
    r"|posizion[ei]|posto|ruolo|selezion[ei]|ricerca|assunzion[ei]|annuncio|figura|progetto"
    r"|vacatures?|functies?|\w*plek|procedure|werving|baan|selectie|rol"
    r"|vagas?|lugar|processo|recrutamento|contrataç(?:ão|ões)|seleção|concurso|função|cargo|projeto)"
)


def _job(*endings: str) -> str:
    """Return a pattern for a word for the job with one of these a few words behind it."""
    return rf"\b{_JOB}\b[^.;!?]{{0,70}}?\b(?:{'|'.join(endings)})\b"


#: "Already" in Dutch; in Spanish and Italian the same letters lead to a noun.
_AL = r"(?:zijn|is|heb(?:ben|t)?|heeft|er|we|wij) al"

_FILLED = (
    _job(
        r"(?:been|is|are|was|were|be|now|got|already|both|all)(?: \w+){0,2} (?:filled|taken(?! into| up| care| part"
        r"| place| on)|staffed|assigned)",
        r"(?:schon|bereits|inzwischen|nun|jetzt|mittlerweile|zwischenzeitlich|anderweitig|intern|leider"
        r"|ist|wurden?|sind)(?: \w+){0,3} (?:besetzt|vergeben|belegt)",
        r"(?:pourvue?s?|attribuée?s?|déjà (?:\w+ )?prise?s?)",
        r"(?:cubiert[oa]s?|ocupad[oa]s?|adjudicad[oa]s?|asignad[oa]s?)",
        r"(?:copert[aeo]|coperti|occupat[aeo]|assegnat[aeo])",
        r"(?:vervuld|ingevuld|vergeven|bezet)",
        r"(?:preenchid[oa]s?|ocupad[oa]s?|atribuíd[oa]s?)",
    ),
    rf"\b(?:filled|fill) (?:the|this|that|our|both|all)(?: \w+){{0,4}} {_JOB}\b(?<!\bnot to fill)",
    (
        rf"\b(?:found|hired|appointed) (?:somebody|someone|a person|a colleague)(?: \w+){{0,3}} for (?:the|this"
        rf"|that) {_JOB}"
    ),
    r"\b(?:habe?n?|hat) (?:\w+ ){0,6}?(?:besetzen können|besetzt)\b",
    r"\bkonnten? (?:(?!nicht\b|keine?n?\b|niemand)\w+ ){1,8}?besetzen\b",
    (
        rf"\b{_JOB} (?:(?!nicht\b|keine?n?\b|niemand|nie\b|nur\b)[\w-]+ ){{1,6}}?(?:besetzen konnten?|besetzt werden"
        r" konnten?|besetzt haben)\b"
    ),
    rf"\b{_JOB} (?:(?!niet\b|geen\b)[\w-]+ ){{0,5}}?kunnen (?:invullen|vervullen)\b",
    (
        rf"\b(?:already|schon|bereits|inzwischen|déjà|ya|già|{_AL}|inmiddels|já) (?:\w+ ){0, 3}?(?:some(?:one|body)"
        r"|jemand\w*|quelqu['\u2019]un|a alguien|qualcuno|iemand|alguém)\b(?!,? (?:who|with|der|die|das|mit|qui|avec"
        r"|que|con|che|met|com)\b)|\b(?:have|got|found) some(?:one|body) already\b"
    ),
    rf"\biemand gevonden voor (?:de|deze) {_JOB}",
    rf"\b(?:recruté|trouvé|embauché) (?:\S+ ){{0,3}}?(?:quelqu['\u2019]un|une personne)(?: \S+){{0,3}}? {_JOB}",
    r"\b(?:encontrado|seleccionado) (?:ya )?a (?:quien|la persona) (?:que )?(?:buscábamos|ocupará|necesitábamos)",
    rf"\b(?:cubierto|cubrimos|hemos cubierto) (?:\w+ ){{0,3}}{_JOB}",
    rf"\b(?:coperto|assegnato) (?:\w+ ){{0,3}}{_JOB}",
    rf"\b(?:preenchemos|preencheram|já preenchemos) (?:\w+ ){{0,3}}{_JOB}",
    (
        r"\b(?:no longer|stopped) looking(?: for any\w+)?\b(?! (?:for|at|to|into)\b)"
        r"|\bsuchen (?:\w+ )?nicht mehr\b|\bne cherch\w+ plus\b|\b(?:ya no buscamos|no buscamos (?:a nadie )?más)\b"
        r"|\bnon cerchiamo più|\bzoeken (?:\w+ )?niet (?:verder|meer)\b|\b(?:já não procuramos|não procuramos mais)\b"
    ),
    (
        r"\b(?:have|got) (?:now )?enough (?:people|staff|hands)\b|\bfully staffed\b|\bteam (?:is"
        r"|ist) (?:\w+ )?(?:complete|komplett|compleet)\b"
        r"|\bhaben (?:(?!nicht)\w+ ){0,2}?genug"
        r" (?:leute|personal)\b|\bsommes (?:\S+ )?au complet\b|\b(?:plantilla|equipo) (?:ya )?(?:est\w+ )?complet[oa]\b"
        r"|\bsiamo (?:\w+ )?al completo\b|\bzitten (?:\w+ )?vol\b|\bhebben (?:(?!niet)\w+ ){0,2}?genoeg mensen\b"
        r"|\b(?:equipa|equipe|quadro) (?:já )?(?:est\w+ )?complet[oa]\b"
    ),
    (
        r"\bno longer (?:available|vacant|open)\b|\bnicht mehr (?:verfügbar|vakant|frei)\b|\bn['\u2019]est plus "
        r"(?:disponible|vacante?)|\bya no está disponible|\bnon è più (?:disponibile|vacante)|\bniet (?:meer|langer) "
        r"(?:beschikbaar|vacant|open)|\bjá não está disponível"
    ),
)

_CANCELLED = (
    _job(
        r"(?:cancell?ed|withdrawn|scrapped|dropped|eliminated|discontinued|abolished|removed|called off"
        r"|no longer (?:exists?|be filled|needed|required|funded)|not (?:now )?be (?:filled|recruited|created)"
        r"|falls away"
        r"|without (?:a hire|hire|an appointment|appointment|hiring)|cut from|goes away|not going ahead)",
        r"(?:zurückgezogen|gestrichen|abgesagt|aufgehoben|entfällt|entfallen|weggefallen|eingestellt worden|eingestellt"
        r" wird|doch nicht (?:mehr )?besetzt|nicht (?:(?:mehr|wieder|erneut|neu|nochmals?) )*(?:besetzt werden|(?:nach"
        r"|wieder|neu) ?(?:zu)?besetz(?:t|en)|zu besetzen)"
        r"|ohne besetzung|gar nicht besetzt|fällt weg|nicht stattfinden)",
        r"(?:annulée?s?|supprimée?s?|abandonnée?s?|retirée?s?|ne sera (?:finalement )?(?:pas|plus) (?:ouvert|pourvu)e?"
        r"|n['\u2019]existe plus|n['\u2019]aura (?:finalement )?pas lieu|clos sans|s['\u2019]arrête|prend fin)",
        r"(?:cancelad[oa]s?|anulad[oa]s?|suprimid[oa]s?|retirad[oa]s?|desierta|desierto|amortizad[oa]"
        r"|ya no existe|no se va a cubrir|sin efecto)",
        r"(?:annullat[aeio]|cancellat[aeio]|soppress[aeio]|ritirat[aeio]|non esiste più|non verrà (?:più )?(?:copert"
        r"|apert|creat)[ao]"
        r"|revocat[aeio])",
        r"(?:vervallen|vervalt|ingetrokken|geannuleerd|geschrapt|opgeheven|bestaat niet meer|niet (?:meer )?"
        r"(?:ingevuld|vervuld) wordt|gaat niet door)",
        r"(?:cancelad[oa]s?|anulad[oa]s?|extint[oa]s?|suprimid[oa]s?|retirad[oa]s?|encerrad[oa]s? sem)",
    ),
    (
        rf"\b(?:not|no longer)(?: \w+){{0,4}}? (?:to )?(?:fill|hire|recruit|advertise|go ahead|going ahead|proceed"
        rf"|hiring|recruiting|filling)(?: (?!to\b|you\b|your\b)\w+){{0,2}} (?:for |with |on )?(?:this|that|the|it\b"
        rf"|any)(?: \w+){{0,2}}? ?{_JOB}\b(?![^.;!?]{{0,50}} with you\b)"
    ),
    (
        r"(?:\bnot|n['\u2019]t) (?:be )?(?:hiring|recruiting|filling) for (?:it|this|that)\b"
        r"|\bno longer (?:hiring|recruiting)\b"
    ),
    (
        r"(?:(?:\b(?:can)?not|n['\u2019]t) (?:be )?(?:hir|recruit|tak)\w* (?:on )?(?:anyone|anybody)(?: on)?"
        r"|\bstell\w+ (?:\w+ ){0,3}?niemanden? (?:\w+ )?ein|\bniemanden? (?:\w+ )?(?:einstellen|eingestellt)"
        r"|\b(?:embauch|recrut)\w+ (?:\w+ )?personne|\b(?:contrat\w+|coge\w*) a nadie|\bassum\w+ nessuno"
        r"|\bniemand (?:aan|aan te nemen|aannemen)|\bcontrat\w+ ninguém)\b(?!,? (?:who|with|without|under|from|outside"
        r"|else|der|die|ohne|unter|qui|sans|de|hors|que|sin|con|menor|fuera|che|senza|zonder|onder|sem|com)\b)"
    ),
    (
        r"\b(?:funding|contract|auftrag|budget)\b[^.;]{0,25}\b(?:fell through|was lost|geplatzt|weggebrochen)\b"
        r"|\bn['\u2019]a plus lieu d['\u2019]être\b"
    ),
    (
        r"\b(?:cancell?ed|withdrawn|scrapped|eliminated) (?:the|this|that|our)(?: \w+){0,4} "
        r"(?:search|recruitment|opening|vacancy|position|post|role|job)\b"
    ),
    (
        r"\b(?:n['\u2019](?:embauche|recrute)\w+ (?:\w+ )?personne|no (?:vamos|van) a contratar a nadie|non assum\w+"
        r" (?:\w+ )?nessuno|(?:nemen|neemt) (?:\w+ )?niemand aan|não (?:vamos|vão) contratar ninguém)"
        rf" (?:pour|para|per|voor) (?:\w+ )?{_JOB}\b"
    ),
    rf"\b(?:entfällt|entfallen) (?:\w+ ){{0,2}}{_JOB}\b",
    r"(?<!vous avez )\brenoncé à (?:ce(?:tte)? |pourvoir|recruter)",
    r"\bclosed?\b[^.;]{0,50}\bwithout (?:hiring|appointing|an appointment|a hire|hire)\b",
    (
        r"\b(?:(?:fil\w+ for|declar\w+|(?:is|are|now|company|goes|gone|went|going) in(?:to)?) (?:insolvency|bankruptcy"
        r"|liquidation)|(?:is|are|gone|went|became|become) (?:now )?(?:insolvent|bankrupt))\b"
        r"(?! (?:law|and|cases|practice))"
        r"|\b(?:go|going|gone|went|enter\w*|put) into administration\b|\bceas\w+ trading\b"
        r"|\b(?:wir|unser\w*|gesellschaft|firma|musst?en?|hat) (?:\w+ ){0,4}insolvenz (?:\w+ )?(?:angemeldet|anmelden"
        r"|beantragt)|\b(?:liquidation|redressement) judiciaire"
        r"|\bconcurso de acreedores|\bin (?:fallimento|liquidazione)\b|\b(?:is|zijn|gaat|ging|gegaan) failliet\b"
        r"|\bfaillissement (?:\w+ )?aangevraagd|\b(?:entr|abr|declar)\w+ (?:em )?(?:falência|insolvência)\b"
    ),
    r"\b(?:department|team|office|unit|function)\b[^.;]{0,40}\b(?:restructured|reorgani[sz]ed|dissolved|closing down)",
    r"\b(?:décidé|choisi) de ne (?:pas|plus) (?:pourvoir|ouvrir|recruter|créer|remplacer (?:le|ce|la|cette))",
    (
        r"\bdecidido (?:finalmente )?no (?:crear|cubrir|abrir|contratar|seguir adelante con (?:la contratación"
        r"|el proceso))"
    ),
    (
        r"\bdeciso di non (?:procedere|proseguire|andare avanti)(?: più)? con (?:quest[ao]|l[a'\u2019]|la) ?"
        r"(?:assunzione|selezione|ricerca|posizione)|\bnon assumere più"
    ),
    r"\bbesloten (?:\w+ ){0,6}?(?:niet (?:meer )?in te vullen|niet te vervullen|geen nieuwe)",
    (
        r"\bdecidi(?:u|mos|ram) não (?:avançar|prosseguir|seguir) com (?:a contratação|o recrutamento|a vaga)"
        r"|\bdecidi(?:u|mos|ram) não (?:preencher|abrir|contratar)"
    ),
)

#: In the other languages, whom they do not take on for now.
_NOBODY_NOW = (
    r"(?:(?:not|n['\u2019]t) (?:currently |presently )?(?:be )?(?:hir(?:e|ing)|recruit(?:ing)?|tak(?:e|ing) on) (?:any"
    r"|more|new|further) (?:\w+ ){1,2}(?:for now|for the (?:moment|time being)|at (?:present|the moment)|right now|just"
    r" now|currently|until|before)|n['\u2019](?:embauch|recrut|engag)\w+ (?:pas|plus|aucune?)(?: de| d['\u2019])"
    r" ?[\w-]+ (?:pour (?:le moment|l['\u2019]instant)|actuellement|en ce moment|avant)|(?:(?:de|por el) momento|por"
    r" ahora|ahora mismo|actualmente),? no (?:vamos a )?(?:cog|contrat|incorpor)\w+ (?:a )?(?:ning\w+|más gente|gente)"
    r" ?\w*|(?:per (?:ora|il momento)|al momento),? non (?:prendiamo|assumiamo|inseriamo) (?!in\b|parte\b"
    r"|decision)(?:altr\w |nuov\w )?\w+|(?:nemen|neemt) (?:we |wij )?(?:op dit moment|momenteel|voorlopig|nu) geen"
    r" (?:\w+ ){1,2}aan|(?:op dit moment|momenteel|voorlopig) (?:nemen|neemt) (?:we |wij )?geen (?:\w+ ){1,2}aan|(?:por"
    r" (?:agora|enquanto)|de momento|n(?:o|este) momento),? não (?:estamos (?:a )?)?(?:contrat|recrut|admit)\w+(?:"
    r" \w+)?)\b(?!,? (?:who|with|without|under|qui|sans|que|sin|con|che|senza|die|zonder|sem|com)\b)"
)

#: For now, in German, and what tells that only some are meant.
_NOW_DE = (
    r"(?:zur ?zeit|derzeit|momentan|vorerst|vorläufig|im moment|aktuell|gerade|(?:diesen|über(?: den)?|im) winter"
    r"|(?:vor|bis) (?:dem|zum) (?:frühjahr|frühling|sommer|herbst|winter|jahreswechsel))"
)
_OF_SOME = r"(?!,? (?:der|die|das|ohne|unter|mit|außerhalb|aus)\b)"

_ON_HOLD = (
    rf"\b{_NOBODY_NOW}",
    (
        r"\b(?:on|put on) hold\b|\bon ice\b|\bauf eis\b|\bon pause\b|\b(?:nobody|no[- ]one) (?:will|can|may) be hired\b"
        r"|\bnot (?:able to )?hir(?:e|ing) (?:anyone|anybody|until|before)\b"
    ),
    (
        r"\b(?:hiring|recruitment|recruiting|headcount) (?:freeze|stop|pause)\b|\bfreez(?:e|ing"
        r"|es)\b[^.;]{0,25}\b(?:hir|recruit)"
    ),
    r"\bpaus(?:e|ed|es|ing)\b[^.;]{0,30}\b(?:hir|recruit|search|process|position|role|post)\w*",
    _job(
        r"(?:paused|frozen|suspended|postponed|deferred|put off|pushed back|shelved)",
        r"(?:ruht|ruhen|pausiert|ausgesetzt|eingefroren|verschoben|gestoppt|auf eis|zurückgestellt|unterbrochen"
        r"|auf unbestimmte zeit)",
        r"(?:suspendue?s?|gelée?s?|en pause|reportée?s?|en attente|à l['\u2019]arrêt|différée?s?|interrompue?s?"
        r"|repoussée?s?)",
        r"(?:en pausa|suspendid[oa]s?|paralizad[oa]s?|congelad[oa]s?|aplazad[oa]s?|pospuest[oa]s?|detenid[oa]s?)",
        r"(?:sospes[aeio]|bloccat[aeio]|congelat[aeio]|rinviat[aeio]|in pausa|rimandat[aeio]|ferm[aeio])",
        r"(?:stil|stilgelegd|tijdelijk (?:stopgezet|gestopt)|opgeschort|uitgesteld"
        r"|bevroren|in de wacht|on hold|gepauzeerd|gestaakt|geparkeerd|doorgeschoven)",
        r"(?:ficou para (?:o (?:próximo|ano)|depois|mais tarde|quando)|suspens[oa]s?|congelad[oa]s?|adiad[oa]s?"
        r"|em pausa|pausad[oa]s?|parad[oa]s?|suspendid[oa]s?)",
    ),
    rf"\bpark(?:ed|ing)? (?:the|this|that|our) {_JOB}\b|\bdejado (?:la|el) {_JOB} para\b",
    r"\b(?:einstellungs|bewerbungs|haushalts|besetzungs)(?:stopp?|sperre)\w*",
    (
        rf"\b(?:stell|nehm)\w* (?:[\w-]+ ){{0,2}}?{_NOW_DE} (?:keine?n?|niemanden?)(?: [\w-]+){{0,3}}? (?:ein|an"
        rf"|auf)\b{_OF_SOME}|\b{_NOW_DE} (?:stell|nehm)\w* (?:wir|ich) (?:\w+ )?(?:niemanden?\b|keine?n?(?:"
        rf" [\w-]+){{0,3}}? (?:ein|an|auf)\b){_OF_SOME}"
    ),
    r"\bgel des (?:embauches|recrutements)|\bcongela(?:ción|mento) de (?:las )?contrata(?:ciones|ções)",
    r"\b(?:gelé|gelons|geler|suspendu|suspendons|suspendre) (?:\S+ ){0,3}?(?:embauches|recrutements?|postes)",
    (
        r"\b(?:paralizado|congelado|suspendido|pausado|aplazado|parado) (?:\w+ ){0,3}(?:contrataciones|contratación"
        r"|proceso|selección"
        r"|búsqueda)"
    ),
    (
        r"\b(?:sospeso|bloccato|congelato|rinviato) (?:\w+ ){0,3}(?:assunzioni|selezione|selezioni|ricerca)"
        r"|\bblocco delle assunzioni"
    ),
    r"\b(?:vacature|personeels|aanname|wervings)stop\b",
    (
        r"\b(?:suspendemos|suspendeu|congelámos|congelamos|congelou|adiámos|adiamos|pausamos) (?:\w+ ){0,3}"
        r"(?:contratações|recrutamento|processo|vaga)"
    ),
)

#: What is only supposed.
SUPPOSED = re.compile(
    r"\b(?:if|once|until|unless|should|whether|in case|when|before"
    r"|falls|sobald|wenn|solange|bis (?:die|zur|der|sie|wir)|sollte"
    r"|si (?:le|la|un|el|una|vous|tu|usted)|une fois|lorsque|tant que|cuando|hasta que|una vez|quando|finché"
    r"|qualora|fino a"
    r"|zodra|wanneer|als (?:de|er|je|u|het|een)|totdat|caso|assim que|até que)\b",
    re.IGNORECASE,
)
FILLED, CANCELLED, ON_HOLD = (
    re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)
    for patterns in (_FILLED, _CANCELLED, _ON_HOLD)
)

#: What has come about by now.
ALREADY = re.compile(
    r"\b(?:already|meanwhile|in the meantime|bereits|schon|inzwischen|mittlerweile|déjà|entre-?temps|ya|già"
    rf"|nel frattempo|{_AL}|inmiddels|intussen|já|entretanto)\b",
    re.IGNORECASE,
)

#: A freeze that is named as the ground of something: "because of a hiring freeze".
OVER_A_FREEZE = re.compile(
    r"\b(?:because of|due to|owing to|as a result of|following|given|under|after|with|wegen|aufgrund|infolge|durch"
    r"|nach|en raison d|à cause d|suite (?:à|au)|à la suite d|por|debido a|tras|per|a causa d|dato|vanwege"
    r"|door|wegens|na|devido a)\w*['\u2019]? ?(?:\w+ ){0,3}?"
    r"(?:(?:hiring|recruitment|recruiting|headcount) (?:freeze|stop|pause)|\w*(?:stopp?s?|sperre)\b|gel (?:des|de)\b"
    r"|congelaci[oó]n|blocco|congelamento)",
    re.IGNORECASE,
)

#: What holds for the time being.
FOR_NOW = re.compile(
    r"\b(?:for now|for the (?:moment|time being)|(?:right|just) now|currently|at (?:present|the moment)|until"
    r"|derzeit|zurzeit|zur zeit|vorerst|momentan|vorläufig|im moment|pour (?:l['\u2019]instant|le moment)|actuellement"
    r"|(?:de|por el) momento|por ahora|actualmente|per ora|al momento|per il momento|voorlopig|op dit moment|momenteel"
    r"|ahora mismo|bis auf weiteres|jusqu['\u2019]à nouvel ordre|hasta nuevo aviso|fino a nuovo avviso|tot nader order"
    r"|até novo aviso|por agora|neste momento|de momento"
    r"|(?:this|dieses|ce(?:tte)?|este|esta|quest['\u2019oa]|dit) ?(?:quarter|season|year|quartal|jahr|trimestre"
    r"|saison|année"
    r"|año|temporada|anno|stagione|kwartaal|seizoen|jaar|ano)(?!['\u2019]s))\b",
    re.IGNORECASE,
)
