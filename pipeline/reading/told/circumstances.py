"""Sentences about the employer's own circumstances: a team that is complete, an order that fell through, a budget.

They tell why nobody is hired, and nothing about the person who is written to.
"""

from __future__ import annotations

import re

from pipeline.reading.text.bounds import LONGEST_SENTENCE

#: Nobody is needed: every place is taken, or there is too little to do.
_FULL = (
    # English
    r"(?:fully|already) (?:staffed|crewed|booked|subscribed)|(?:team|crew|roster|rota|line-?up|staff\w*|book\w*)"
    r" (?:is|are)(?: now| already| currently)? (?:full|complete)|up to (?:strength|full strength|complement)"
    r"|(?:a|have) full (?:team|crew|house|complement|roster)"
    r"|(?:no|not (?:have )?any|any) (?:\w+ )?(?:vacanc(?:y|ies)|openings?|hours (?:for you|left)|shifts"
    r"|spare \w+|places left)"
    r"(?! (?:on|in) your)"
    r"|(?:\w+n['\u2019]?t|not|no longer|hardly|barely) (?:really )?(?:have |be |got )?(?:enough"
    r"|sufficient) (?:\w+ )?(?:work"
    r"|orders?|bookings?|hours|business|pupils|students|customers|on)\b|(?:no|too little) work (?:for|coming|at|on)"
    r"|(?:orders|bookings|numbers|takings|enrolments?|sales)(?: on the \w+)?(?: have| has| are| is)? (?:dropped"
    r"|fallen|slowed|dried up|(?:well )?down|low)"
    # German
    r"|(?:team|mannschaft|besetzung|dienstplan|belegschaft) (?:ist|sind) (?:\w+ ){0,4}(?:komplett|voll(?:zählig"
    r"|ständig)?|besetzt)|(?:voll|komplett) besetzt"
    r"|keinen? freien? \w*(?:platz|schreibtisch)|noch (?:freie )?(?:plätze|stellen) (?:im|in)"
    r"|(?:keine|kein) (?:\w+e?n? )?(?:freien? )?(?:stellen?|plätze?|vakanz(?:en)?|bedarf|arbeit|platz|kapazität(?:en)?)"
    r"(?: \w+)? (?:frei|offen|ausgeschrieben|zu besetzen|mehr)"
    r"|(?:haben|besteht|ist|gibt es) (?:\w+ ){0,5}kein(?:e|en)? (?:freien? |offenen? |weiteren? )?(?:stellen?|plätze?"
    r"|vakanz(?:en)?|bedarf|platz)\b|auftragslage|auftragsrückgang|auftragsmangel|mangels (?:\w+ )?(?:anmeldungen"
    r"|aufträgen|nachfrage|bedarf)"
    r"|(?:zu wenig|nicht genug|nicht genügend) (?:\w+ )?(?:arbeit|aufträge|anmeldungen|kinder|schüler|gäste|stunden)\b"
    r"|(?:stellen|nehmen) (?:\w+ ){0,3}(?:niemand(?:en)?|keinen?) (?:\w+ )?(?:mehr )?(?:ein|auf|dazu)\b"
    # French
    r"|au (?:grand )?complet\b|effectifs? (?:\w+ ){0,3}complets?|équipe (?:\w+ )?complète"
    r"|(?:aucun(?:e)?|pas de|plus de|pas d['\u2019]autres?|plus aucun(?:e)?) (?:poste|place|besoin|vacance|créneau"
    r"|travail)"
    r"\w*(?! en (?:votre|ta))|pas (?:assez|suffisamment) (?:de |d['\u2019])(?:travail|commandes|élèves|inscrits|heures"
    r"|activité|chantiers)|carnets? de commandes?|faute (?:de |d['\u2019])(?:élèves|inscri\w+|budget|crédits|moyens"
    r"|travail|commandes|besoin)|(?:ne recrut|n['\u2019]embauch|n['\u2019]envisag)\w+ (?:donc |plus |pas |aucun)"
    # Spanish
    r"|(?:plantilla|equipo|cupo|cuadrante|dotación) (?:\w+ ){0,2}(?:complet[oa]|cubiert[oa]|llen[oa])\b"
    r"|(?:ninguna?|no (?:\w+ )?(?:tenemos|hay|contamos con|disponemos de)) (?:\w+ ){0,2}(?:vacantes?|hueco|plazas"
    r"|puestos|trabajo|presupuesto|cupos?)\b|(?:entra|hay|tenemos) (?:\w+ )?(?:suficiente|bastante) trabajo"
    r"|trabajo suficiente|por falta de (?:alumn|inscri|presupuesto|trabajo|demanda|matrícul|financi)\w*"
    r"|no (?:\w+ )?(?:contrata|coge|incorpora|tom)(?:mos|remos|rán) (?:\w+ )?(?:a )?(?:nadie|más (?:gente|personal))"
    # Italian
    r"|al (?:gran )?completo\b|organico (?:\w+ ){0,2}(?:completo|coperto)|squadra (?:\w+ ){0,2}completa"
    r"|non (?:\w+ )?(?:abbiamo|disponiamo di|c['\u2019]è) (?:\w+ ){0,3}(?:posizioni|posti|posto|lavoro|budget"
    r"|ore)\b|(?:abbastanza|sufficiente) lavoro"
    r"|per (?:mancanza|carenza) di (?:iscri|fondi|alunni|lavoro|ordini|personale da)\w*"
    r"|non (?:\w+ )?(?:assum|prend)(?:iamo|eremo) (?:\w+ )?(?:più )?(?:nessuno|personale)"
    # Dutch
    r"|(?:team|rooster|ploeg|bezetting|formatie)s? (?:is|zit|zitten|zijn) (?:\w+ ){0,3}(?:compleet|vol|rond)\b"
    r"|(?:geen|geen enkele) (?:\w+ )?(?:vacatures?|plek(?:ken)?|plaats(?:en)?|werk|budget|uren|behoefte"
    r"|openstaande \w+)\b(?! (?:op|in|voor) (?:je|uw|de vragen))|(?:te weinig|niet genoeg"
    r"|onvoldoende) (?:\w+ )?(?:werk|aanmeldingen|opdrachten|orders"
    r"|leerlingen|uren)\b|nemen (?:\w+ ){0,4}niemand (?:\w+ )?aan\b"
    # Portuguese
    r"|(?:equipa|equipe|quadro|time) (?:\w+ ){0,4}(?:complet[oa]|fechad[oa]|preenchid[oa])\b"
    r"|(?:não (?:\w+ )?(?:temos|há|dispomos de)|nenhuma) (?:\w+ ){0,2}(?:vagas?|lugar|trabalho|orçamento|verba"
    r"|encomendas)\b(?! (?:n[oa]s? )?(?:seu|teu|sua|tua))|por falta de (?:alun|inscri|verba|orçamento|trabalho"
    r"|procura)\w*"
    r"|não (?:\w+ )?(?:contratamos|contrataremos|vamos contratar) (?:\w+ )?(?:ninguém|mais)"
)

#: What a plan hung on fell through: an order, a grant, the place itself.
_FELL_THROUGH = (
    # English
    r"(?:lost|losing|lose) (?:the|our|a|one of our|two of our) (?:\w+ )?(?:\w+ )?(?:contracts?|clients?|orders?"
    r"|tenders?"
    r"|grants?|lease|funding|customers?|account)\b"
    r"|(?:hiring|recruitment|headcount|recruiting) (?:freeze|stop|pause)|(?:frozen|freezing|paused|stopped) (?:all )?"
    r"(?:further )?(?:hiring|recruitment|recruiting|headcount)"
    r"|(?:funding|grant|money|budget|headcount|subsidy)\b[^.;!?]{0,40}\b(?:(?:not|n['\u2019]t) (?:come|been approved"
    r"|been"
    r" renewed|approved|renewed|stretch)|fell through|fallen through|(?:been |was |were )?(?:cut|pulled|withdrawn"
    r"|frozen|refused|reduced))"
    r"|(?:cut|reduced|refused|pulled) (?:our|the) (?:\w+ )?(?:funding|grant|budget|headcount)"
    r"|(?:no|not (?:have )?the|no longer (?:have )?the|n['\u2019]t (?:have )?the) (?:budget|funding|funds|money"
    r"|headcount)\b"
    r"|(?:shop|store|restaurant|branch|school|café|office|site|salon|unit|depot) (?:is|will be|has|are) (?:\w+ )?"
    r"(?:clos\w+|shut\w*)"
    r"|(?:client|customer) (?:has |have )?(?:\w+ )?(?:cancelled|canceled|withdrawn|pulled|stopped)"
    r"|(?:post|position|role|job|vacancy|requisition|project|programme|program|scheme|course|class)s? (?:\w+ ){0,2}"
    r"(?:withdrawn|cancelled|canceled|deleted|scrapped|discontinued|eliminated|on hold|frozen|not (?:going ahead"
    r"|run(?:ning)?)|pushed back|postponed)"
    r"|(?:due to|because of|following|after|owing to) (?:an? |the |our |internal )*(?:restructur\w+|reorgani[sz]ation"
    r"|merger|takeover)"
    r"|(?:missed the payline|(?:had|have) to withdraw|withdrawn) (?:the|this) (?:\w+ )?(?:opening|post|position|vacancy"
    r"|apprenticeship|job|role|scheme)|(?:job|work|order|contract) (?:\w+ )?(?:pulled off|taken off|pulled from) us"
    # German
    r"|(?:auftrag|aufträge|kunden?|ausschreibung|zuschuss|förderung|pachtvertrag) (?:[\w-]+ ){0,5}(?:verloren"
    r"|weggefallen"
    r"|an (?:eine|einen) andere\w* (?:firma|betrieb|anbieter)"
    r"|gestoppt|zurückgezogen|abgesprungen|storniert)"
    r"|(?:einstellungs|besetzungs|ausgaben)(?:stopp|sperre)|haushaltssperre|(?:wegen|aufgrund|durch|nach"
    r"|infolge) (?:de[rs] |einer |unserer )?(?:\w+ )?(?:umstrukturierung|umorganisation)"
    r"|(?:mittel|budget|förderung|gelder|zuschüsse?)\b[^.;!?]{0,40}\b(?:nicht (?:\w+ )?(?:bewilligt|genehmigt"
    r"|verlängert|reicht|aus)|gekürzt|gestrichen|fehlen)|reicht (?:das|unser) budget|fehl(?:t"
    r"|en) (?:uns )?(?:das budget"
    r"|die mittel)"
    r"|(?:laden|filiale|betrieb|standort|haus|geschäft|küche) (?:wird |ist )?(?:\w+ ){0,3}(?:schließt|geschlossen)"
    r"|(?:stelle|position|projekt|kurs|klasse|gruppe|programm)\b[^.;!?]{0,40}\b(?:gestrichen|zurückgezogen"
    r"|nicht (?:mehr )?(?:\w+ )?(?:besetzt|eröffnet|nachbesetzt)|fällt weg|entfällt|auf eis|verschoben)"
    # French
    r"|(?:perdu|perdons|perdre) (?:le|un|notre|l['\u2019]) ?(?:\w+ )?(?:marché|contrat|client|chantier|appel)"
    r"|gel(?:é|ée|er|e|ons)? (?:de |des |les |toutes les |tous les )?(?:embauches|recrutements)"
    r"|(?:subvention|budget|financement|crédits|commande|projet|poste|classe|chantier|recrutement)s?\b[^.;!?]{0,30}\b(?:n['\u2019]"
    r"(?:a|ont) pas été (?:\w+ )?(?:reconduit|accord|renouvel|obten|accept)\w*|supprimée?s?|annulée?s?|reportée?s?"
    r"|gelée?s?"
    r"|ne (?:sera|seront) pas (?:ouvert|pourvu|reconduit)\w*|suspendue?s?)"
    r"|n['\u2019]avons (?:plus|pas) (?:le|de) budget|(?:suite à|en raison d|à cause d|après"
    r"|du fait d)\w*['\u2019 ](?:\w+ |l['\u2019])?(?:ré|re)(?:organisation|structuration)"
    r"|(?:magasin|restaurant|boutique|agence|site|usine) (?:va |doit )?(?:ferm\w+)"
    r"|(?:client|donneur d['\u2019]ordre) a (?:\w+ )?(?:annulé|retiré|arrêté)"
    # Spanish
    r"|(?:perdido|perdimos|pierde) (?:el|un|la|nuestro) (?:\w+ )?(?:contrato|cliente|concurso|licitación|contrata)"
    r"|(?:congelad[oa]s?|congelar|paralizad[oa]s?) (?:\w+ ){0,2}(?:contrataciones|plantilla|procesos?)"
    r"|declarad[oa] desiert[oa]|ajuste (?:en|de) (?:la )?(?:dotación|plantilla|personal|presupuesto)"
    r"|(?:subvención|financiación|presupuesto|partida|fondos)\b[^.;!?]{0,40}\b(?:no (?:\w+ ){0,3}(?:renov|aprob|conced"
    r"|lleg|alcanz)\w*|recortad\w*)|no (?:\w+ ){0,3}(?:renovado|aprobado|concedido) (?:la|el) (?:subvención|presupuesto"
    r"|financiación)"
    r"|(?:tienda|local|restaurante|sucursal|obra) (?:va a |se )?(?:cierra|cerrar|cerrará)"
    r"|(?:puesto|plaza|vacante|proyecto|proceso|pedido|grupo|curso)\b[^.;!?]{0,30}\b(?:(?:se )?(?:suprim|cancel|anul"
    r"|amortiz"
    r"|elimin|paus|aplaz)\w+|no se (?:\w+ )?(?:abrirá|cubrirá|cubre))|cliente (?:nos )?ha (?:cancelado|anulado"
    r"|retirado)"
    r"|(?:por|debido a|tras|a causa de) (?:una |la |nuestra )?(?:ree?structuración|reorganización)"
    # Italian
    r"|pers[oaie] (?:l['\u2019]|il |la |un |un['\u2019] ?)?(?:\w+ )?(?:appalto|contratto|cliente|commessa|gara)"
    r"|(?:bloccat[oaie]|blocco|congelat[oaie]|sospes[oaie]) (?:\w+ ){0,2}(?:assunzioni|selezion[ei]|organico)"
    r"|(?:contributo|finanziamento|fondi|bando|budget)\b[^.;!?]{0,30}\bnon (?:\w+ ){0,3}(?:rinnovat|arrivat|approvat"
    r"|sufficient)\w*|(?:negozio|ristorante|sede|punto vendita|bottega) (?:\w+ )?chiud\w+"
    r"|(?:posizione|posto|progetto|ordine|corso|classe|selezione)\b[^.;!?]{0,30}\b(?:soppress|annullat|cancellat|sospes"
    r"|rinviat|elimin)[oaie]\b|cliente ha (?:annullato|ritirato|sospeso)|classe non partirà|(?:per|a causa di"
    r"|a seguito di|in seguito a|dopo) (?:una |la |nostra )?riorganizzazione"
    r"|ristrutturazione aziendale"
    # Dutch
    r"|(?:opdracht|contract|klant|aanbesteding)\w*\b[^.;!?]{0,30}\b(?:kwijt\w*|verloren|weggevallen|misgelopen)"
    r"|(?:vacature|aanname|personeels)stop|(?:subsidie|budget|financiering"
    r"|geld)\b[^.;!?]{0,30}\b(?:niet (?:\w+ )?(?:toegekend"
    r"|verlengd|rond|toereikend)|geschrapt|ingetrokken|wegvalt|weggevallen|gekort)"
    r"|(?:winkel|zaak|vestiging|locatie|filiaal|restaurant) (?:\w+ )?(?:sluit|gaat (?:\w+ )?(?:dicht|sluiten))"
    r"|(?:functie|vacature|plek|project|order|klas|groep|opdracht)\b[^.;!?]{0,30}\b(?:vervalt|vervallen|geschrapt|ingetrokken"
    r"|gaat niet door|uitgesteld|bevroren|on hold)|klant heeft (?:\w+ ){0,3}(?:ingetrokken|geannuleerd|stopgezet)"
    r"|(?:door|wegens|vanwege|na|als gevolg van) (?:een |de |onze )?(?:\w+ )?(?:reorganisatie|herstructurering)"
    # Portuguese
    r"|perd(?:emos|eram|ido|eu) (?:o|um|a|nosso) (?:\w+ )?(?:contrato|cliente|concurso|licitação|edital)"
    r"|(?:congel|suspen|paralis)\w+ (?:\w+ ){0,2}(?:contratações|admissões|recrutamentos?|processos?)"
    r"|(?:financiamento|orçamento|verba|subsídio|apoio|edital)\b[^.;!?]{0,30}\b(?:não (?:\w+ ){0,2}(?:renovad|aprovad"
    r"|concedid"
    r"|cheg|saiu)\w*|cortad\w*)|(?:loja|restaurante|unidade|filial|obra) (?:vai |irá )?(?:fech\w+|encerr\w+)"
    r"|(?:vaga|posição|lugar|projeto|pedido|turma|posto|processo)\b[^.;!?]{0,30}\b(?:(?:foi|fica|está"
    r"|será) (?:\w+ )?(?:extint"
    r"|cancelad|suspens|congelad|adiad|suprimid|anulad|encerrad)\w*|não (?:vai )?(?:abr|avanç)\w+)"
    r"|cliente (?:\w+ )?(?:cancelou|anulou|retirou|suspendeu)|(?:por|devido a|após|por causa d[ea]"
    r"|na sequência d[ea]) (?:uma |a |nossa )?(?:ree?struturação|reorganização)"
)

#: Somebody is there already: a colleague who comes back, an apprentice who stays, family.
_SOMEBODY_STAYS = (
    r"(?:is|are|will be) (?:(?:coming|going) back (?:in)?to (?:us|work|the)|returning to (?:us|work|the|her|his)"
    r"|staying on|(?:coming|staying) (?:back )?after all)|(?:has|have) decided to stay(?: on)?\b"
    r"|(?:back|returns?|returning) (?:\w+ )?(?:early )?from (?:\w+ )?(?:leave|maternity)"
    r"|(?:filled|covered|done|resourced) (?:\w+ )?(?:internally|in-house|by an? (?:\w+ )?transfer)"
    r"|(?:shar|split|divid|absorb)\w+\b[^.;!?]{0,30}\b(?:between|among\w*|by|into) (?:\w+ )?(?:of )?(?:our "
    r"|the )?(?:existing"
    r"|current|remaining|team|staff|colleagues|us)\b"
    r"|(?:kommt|kehrt) (?:\w+ ){0,3}aus (?:der|dem) (?:elternzeit|mutterschutz|krankenstand|karenz|urlaub)"
    r"|bleibt (?:\w+ ){0,5}bei uns|interne (?:versetzung|besetzung|lösung)|intern (?:\w+ )?(?:besetzt|verteilt|gelöst)"
    r"|(?:im haus|auf (?:die|das) (?:kolleg\w+|team)) (?:\w+ )?(?:verteilt|aufgeteilt)"
    r"|revient (?:\w+ ){0,3}de (?:son )?congé|reste (?:\w+ ){0,2}(?:avec|chez) nous|mutation interne"
    r"|pourvue? en interne"
    r"|répartie?s entre|se reincorpora|vuelve (?:\w+ ){0,3}(?:de la baja|al taller|de su baja)|se queda con nosotros"
    r"|traslado interno|se repartirán|rientra (?:\w+ ){0,2}dalla? (?:maternità|malattia)|resta (?:\w+ )?con noi"
    r"|trasferimento interno|(?:divis|ripartit)[eai] (?:fra|tra) i|(?:terug van|terug uit) (?:\w+ )?(?:verlof|ziekte)"
    r"|blijft (?:\w+ ){0,4}bij ons|interne (?:over|door)\w+|intern (?:ingevuld|opgelost|vervuld)|verdeeld over"
    r"|regressa (?:\w+ ){0,3}da licença|volta (?:\w+ ){0,2}da licença|(?:continuar|ficar|fica) con(?:n)?osco"
    r"|transferência interna|(?:divididas|distribuídas|repartidas) (?:entre|pel[oa]s)"
)

_CIRCUMSTANCES = re.compile(rf"\b(?:{_FULL}|{_FELL_THROUGH}|{_SOMEBODY_STAYS})", re.IGNORECASE)


def is_circumstance(text: str) -> bool:
    """Return whether a sentence tells of the employer's circumstances."""
    return _CIRCUMSTANCES.search(text[:LONGEST_SENTENCE]) is not None
