"""How somebody speaks who stands between an employer and the reader, an agency or a board, in seven languages."""

from __future__ import annotations

import re

from pipeline.reading.company.names import NAME

#: What an employer is called in front of its name, which is no part of it.
KIND = (
    r"(?:(?:[Ff]irma|société|entreprise|empresa|compañía|ditta|società|azienda|bedrijf|companhia|groupe|gruppo|enseigne|insegna"
    r"|cadena|keten) )?"
)

#: What leads to the employer for whom somebody else writes; the name behind it goes before all others.
CLIENT = re.compile(
    r"\b(?:(?:my|our) client(?: at)?,? (?:the )?|on behalf of (?:my|our) client,? |(?:search|recruitment|assignment)"
    r" (?:\w+ ){0,4}(?:on behalf of|for) (?=[A-Z]\w+ [A-Z])"
    r"|[Ii]m (?:Auftrag|Namen) (?:unseres Kunden|unserer Kundin|der Firma),? |unser(?:em"
    r"|en)? Kunden?,? (?:der |die )?"
    r"|(?:[Uu]nser|[Mm]ein)(?:e|em|en)? (?:Kunde|Kundin|Mandant|Mandantin|Auftraggeber)(?:en)?, (?:der |die |das )?"
    r"|(?:[Nn]otre|[Mm]on) client,? |[Pp]our le compte d[eu] (?:notre client )?|de la part de notre client "
    r"|[Nn]uestro cliente,? |[Mm]i cliente,? |en nombre de nuestro cliente "
    r"|(?:[Ii]l n|[Dd]el n|[Aa]l n|[Nn])ostro cliente,? |per conto (?:di|del nostro cliente) "
    r"|(?:[Oo]nze|[Mm]ijn) (?:opdrachtgever|klant|cliënt),? |[Nn]amens onze opdrachtgever "
    r"|(?:[Tt]he client|[Dd]er Kunde|[Ll]e client|[EeIi]l cliente|[Dd]e klant|[Oo] cliente), |[Nn]osso cliente,? "
    r"|[Ee]m nome do nosso cliente,? )"
    r"(?:(?:the|die|der|das|la|le|les|el|il|lo|de|het|o|a) |l['\u2019])?" + KIND
)

#: What a relaying board or system says of the employer: "Halden closed your application".
ABOUT_YOU = re.compile(
    r"(?:with|talk to) you\b|com você|contigo|con (?:te|lei|usted)\b|avec (?:vous|toi)\b|met (?:je|jou|u)\b"
    r"|mit (?:ihnen|dir)\b|(?:your|my) (?:\w+ )?(?:application|candidacy|cv|resume|profile)|(?:to|that|inform"
    r"|offer|invite|contact|want|see|meet|have) you\b"
    r"|(?:deine|ihre)[rn]? (?:\w+ )?(?:bewerbung|kandidatur|unterlagen|profil)|gegen sie\b|für andere"
    r"|votre (?:candidature|profil|cv)"
    r"|(?:tu|su) (?:candidatura|solicitud|postulación|inscripción|cv|perfil)|sent you an? (?:message|update)|(?:tua"
    r"|sua) candidatura|(?:il )?(?:tuo|suo) (?:cv|profilo)"
    r"|(?:je|jouw|uw) (?:sollicitatie|cv|profiel)|(?:sua|tua) (?:candidatura|inscrição)|seu (?:currículo|perfil)",
    re.IGNORECASE,
)
SUBJECT_OF_SENTENCE = re.compile(
    rf"^(?:[\w '\u2019]{{1,30}}[,:!] )?(?:(?:The|Die|Das|Der) )?(?P<name>{NAME.pattern}),? (?:has|have|is|will"
    r"|did|does|regrets?|closed|reviewed|decided|declined|rejected|viewed|read|wants?|would|cannot|can|chose|received"
    r"|sent|marked|updated|moved"
    r"|hat|haben|ist|wird|kann|möchte|bedauert|a (?:bien )?(?:examiné|consulté|étudié|reçu|lu|décidé|clôturé)"
    r"|souhaite|n['\u2019]a"
    r"|marcó|vio|descartó|revisó|cerró|leyó|rechazó|marcou|visualizou|recusou|descartou|rejeitou|enviou"
    r"|ha (?!sido|stato)|quiere|quer|no ha|vuole|non ha|heeft|wil|nam|deseja|não|leu|viu|analisou|decidiu|encerrou)\b"
)

#: How an agency tells that it is one, or that the decision is another's.
AGENCY = re.compile(
    r"\bemployment (?:agency|business)|\brecruit(?:ment|ing) (?:agency|agents|consult\w+|firm)"
    r"|\bstaffing (?:agency|firm|solutions)"
    r"|\bexecutive search|\bsearch (?:firm|consult\w+|partners)|\bheadhunt\w+|\bour client\b|\bmy clients?\b"
    r"|\b(?:feedback|news|update|word) from (?:the )?client\b|\b(?:the )?client(?:['\u2019]s)? (?:feedback|name"
    r"|decision)\b"
    r"|\b(?:feedback|retour|rückmeldung|antwort|riscontro|terugkoppeling|reactie|resposta|retorno|respuesta|devolución)"
    r" (?:vom|des|du|del|dal|van de|do) (?:kunden?|client|cliente|klant)\b"
    r"|\b(?:der kunde|le client|el cliente|il cliente|de klant|o cliente)(?:,| (?:hat|möchte|a|ha|heeft|wil|decidi\w+"
    r"|prefer\w+|optou|quer|quiere|vuole|souhaite))\b"
    r"|\bthe client (?:has"
    r"|have|is|was|felt|would|decided|went)\b"
    r"|\bPersonal(?:beratung|berater|vermittl|dienstleist|leasing|überlassung)\w*|\bZeitarbeit\w*"
    r"|\bArbeitnehmerüberlassung"
    r"|\b(?:unser|mein)(?:e[mnrs]?)? (?:Kunde|Mandant|Auftraggeber)\w*"
    r"|\bcabinet de recrutement|\bchasseu\w+ de têtes|\b(?:notre|mon) client\b|\b(?:agence|mission"
    r"|société) d['\u2019]intérim\b"
    r"|\bconsultante? en recrutement"
    r"|\b(?:nuestro|mi) cliente\b|\btrabajo temporal\b|\bcazatalentos\b|\bconsultora de (?:selección|recursos)"
    r"|\b(?:nostro|mio) cliente\b|\bagenzia per il lavoro\b|\bsomministrazione\b|\bazienda cliente\b"
    r"|\buitzend\w*|\bdetacher\w+|\b(?:onze|mijn) (?:opdrachtgever|klant)\b|\b(?:de )?opdrachtgever (?:heeft"
    r"|wil|gaat|koos)\b"
    r"|\b(?:nosso|meu) cliente\b|\btrabalho temporário\b|\bagência de emprego\b",
    re.IGNORECASE,
)

_ARTICLE = r"(?:the |die |der |dem |den |les |la |le |l['\u2019]|el |los |il |lo |gli |de |het |a |o |os |as )?" + KIND

#: Somebody at the employer: `with Karen at`, `mit Frau Behr von`.
_SOMEBODY = (
    r"(?:(?:the )?[\w'\u2019-]+(?: [\w'\u2019-]+){0,2}"
    r" (?:over at|at|from|von(?: der)?|bei(?: der)?|chez|de chez|van|bij|da|na|di|de) )?"
)

#: What only somebody says who acts for another.
ACTS = re.compile(
    r"\b(?:recruiting for|hiring for|retained by|engaged by|instructed by|[Oo]n behalf of|[Ii]m (?:Auftrag"
    r"|Namen) (?:von|der|des)"
    r"|(?:[Ii]ch (?:suche|besetze)|[Ww]ir (?:suchen|besetzen)) für|(?:[Jj]e recrute|[Nn]ous recrutons) pour"
    r"|mandatée?s? par|[Aa]u nom de"
    r"|[Pp]our le compte de|[Bb]usca(?:mos|ndo) para|[Ee]n nombre de|[Cc]er(?:co|chiamo|cando) per"
    r"|[Pp]er conto di|[Aa] nome di|[Ss]u incarico d(?:i|el|ella)(?: nostr[oa] (?:assistit[oa]|cliente))?"
    r"|[Oo]n the instructions? of|[Pp]or encargo de|[Ii]n opdracht van|[Pp]or conta d[aeo]"
    r"|[Nn]amens|a (?:recrutar|procurar) para|(?:team|people|folks|guys) over at"
    r"|[Mm]e (?:comentan|dicen|informan|confirman) (?:desde|de)|[Ee]m nome d[aeo]) " + _ARTICLE + r"(?=\S)"
    r"|\b(?:[Ss]poken? (?:to|with)|[Tt]alked (?:to|with)|[Hh]eard (?:back )?from|[Cc]hecked with)"
    r" (?=[A-Z][\w&. ]{1,40}['\u2019]s? (?:HR|hiring|people|recruit\w+|talent|team)\b)"
)

#: The same of helping, which many do, and what it has to be for.
HELPS = re.compile(
    r"\b(?:(?:I['\u2019]m|I am|[Ww]e['\u2019]re|[Ww]e are) (?:\w+ )?(?:helping|supporting|partnering with"
    r"|working with)|unterstütze|unterstützen|begleite|begleiten|[Jj]['\u2019]accompagne"
    r"|[Nn]ous accompagnons|[Aa]compaño a|[Aa]yuda(?:ndo|mos) a|[Cc]olabor(?:o|amos|ando) con|[Aa]ffianc(?:o"
    r"|hiamo|ando)|[Aa]iut(?:o|iamo|ando)"
    r"|help|ondersteun|[Aa]jud(?:o|ar|amos)|[Aa] apoiar) " + _ARTICLE + r"(?=\S)"
)
TO_HIRE = re.compile(
    r"\b(?:find|finding|hire|hiring|recruit\w*|fill|search|looking for|sucht|suchen|cherche|recherche|busca|buscan"
    r"|cerca"
    r"|zoekt|procura|bei der (?:Suche|Besetzung)|Suche|Besetzung"
    r"|dans l[ea] re(?:crutement|cherche)|à recruter"
    r"|à trouver|encontrar|contratar|buscar|cubrir|búsqueda|recrutar|trovare|ricerca|selezione|assumere|cercare"
    r"|vinden|zoeken|zoektocht|werven)\b"
)

#: What those are helped with who look for work themselves: "helping Young People looking for a first job".
TO_WORK = re.compile(
    r"\b(?:find|finding|search(?:ing)? for|in search of|looking for|sucht|suchen|finden|Suche nach|cherch\w+"
    r"|recherch\w+|trouver|busc\w+|búsqueda de|en busca d\w+|encontrar|cerc\w+|ricerca|trovare|zoek\w*(?: naar)?|vinden"
    r"|procur\w+|em busca d\w+)[ '\u2019]"
    r"(?:(?:a|an|the|their|new|good|next|first|paid|suitable|better|part-time|full-time|eine[nr]?|neue\w*|erste\w*"
    r"|passende\w*|une?|leur|premier|nouvel|de|d|l|su|primer|nuevo|loro|primo|nuovo|di|een|hun|nieuwe|eerste|uma?|o|seu"
    r"|primeiro|novo)[ '\u2019]){0,3}"
    r"(?:jobs?|work|employment|Arbeit|Stellen?|Beschäftigung|Ausbildungsplatz|emploi|travail|stage|alternance|trabajo"
    r"|empleo|prácticas|lavoro|impiego|occupazione|werk|baan|banen|emprego|trabalho|estágio)"
    r"(?=[^\w ]|$| (?:in|at|as|and|or|near|after|und|oder|bei|à|et|ou|dans|en|y|o|como|e|come|bij|als|em|zu)\b)"
)

#: What is said of an employer by somebody who passes on what they think.
SPOKE = re.compile(
    r"\b(?:(?:[Oo]ff the phone|(?:have |[\u2019']ve )?(?:just )?(?:[Ss]poken?|[Tt]alked|[Cc]hatted|caught up)"
    r"|[Hh]eard(?: back)?"
    r"|(?:[Ff]eedback|[Nn]ews|[Uu]pdate|[Ww]ord)(?: back)?) (?:with|to|from)"
    r"|(?:[Rr]ückmeldung|[Ff]eedback) (?:von|der|aus der)|(?:échangé|parlé|discuté) avec|[Rr]etour de"
    r"|[Hh]e hablado con|[Hh]ablé con|[Rr]espuesta de|[Ff]eedback d[aei]s?|[Hh]o (?:parlato|sentito)(?: (?:oggi|ieri"
    r"|poco fa|appena|sta\w+))?(?: con)?"
    r"|[Rr]iscontro (?:da|di)"
    r"|[Gg]e(?:sproken|beld) met|(?:[Tt]erugkoppeling|[Ff]eedback|[Rr]eactie) van|[Ff]al(?:ei|ámos|amos) com"
    r"|(?:[Rr]esposta|[Rr]etorno|[Ff]eedback)(?: que \w+(?: \w+)?)? d[aeo]s?"
    r"|(?:[Ii]ncontro|[Cc]olloquio) (?:in|presso|da)|[Ee]ntretien chez|[Ee]ntrevista (?:en|na|no)|[Gg]espräch bei"
    r"|[Gg]esprek bij|[Ii]nterview (?:at|with)|[Aa]nruf (?:von|aus|bei)|[Aa]ppel de(?: chez)?|[Ll]lamada de"
    r"|[Tt]elefonata (?:da|di)|[Tt]elefoon(?:tje)? van|[Cc]hamada d[aeo]|[Cc]all (?:from|with)) "
    + _SOMEBODY
    + _ARTICLE
    + r"(?=\S)"
)

#: What an employer does to a candidacy, told by somebody else.
_DECISION = (
    r"(?:has|have|['\u2019]ve) (?:\w+ )?(?:decided|chosen|gone|filled|rejected|passed|put|cancelled|opted"
    r"|appointed|offered"
    r"|selected|turned)|decided|chose|passed|went with|(?:do not|don['\u2019]t|doesn['\u2019]t|won['\u2019]t|are not"
    r"|aren['\u2019]t|isn['\u2019]t) (?:need|want|be|taking|going|looking|moving)|wants? you|(?:has "
    r"|have )?(?:invit(?:es?|ed)|asked) you"
    r"|ha(?:s|ve) (?:sent you|requested)|(?:\w+ )?(?:liked|loved) you|would like you|would like to (?:see"
    r"|meet|offer|invite)"
    r"|(?:hat|haben) (?:\S+ ){0,8}?(?:entschieden|abgesagt|besetzt|gewählt|ausgewählt|gestrichen)|möchten? (?:Sie|dich)"
    r"|(?:lädt|laden|bittet|bitten) (?:Sie|dich)|(?:vous|t['\u2019]) ?(?:a |ont )?invite\w*|souhaiten?t? (?:vous"
    r"|t['\u2019])"
    r"|[tl]e (?:ha )?invit[aó]\w*|quiere que|(?:ti|[Ll]a) (?:ha )?invit[ao]\w*|nodigt (?:je|u)|wil (?:je|u)"
    r"|heeft (?:je|u) uitgenodigd|convid(?:a|ou)"
    r"|(?:a|ont) (?:\w+ )?(?:choisi|décidé|annulé|préféré|retenu|pourvu|opté)|ne (?:souhaite|donne|veut|veulent)\w*"
    r"|han? (?:decidido|elegido|preferido|optado|cerrado|cubierto|cancelado|seleccionado)|no (?:quiere|sigue"
    r"|continúa)\w*"
    r"|(?:ci )?ha(?:nno)? (?:comunicato|scelto|deciso|preferito|annullato|chiuso)|non (?:intende|prosegue|vuole)\w*"
    r"|(?:heeft|hebben) (?:\S+ ){0,6}?(?:gekozen|besloten|ingevuld|afgewezen)|gaan? niet"
    r"|decidi(?:u|ram)|escolhe(?:u|ram)|opt(?:ou|aram)|cancelou|encerrou|não (?:vai|vão|quer|avança)\w*"
)
DECIDES = re.compile(
    r"^(?:[\w '\u2019]{1,30}[,:!] )?(?:The (?:team|people|folks|panel|hiring manager) (?:over )?at )?"
    r"(?P<article>(?:The|[Dd]ie|[Dd]er|[Dd]as|[Ll][aeo]s?|[Ii]l|[Ee]l|[AO]|[Dd]e|[Hh]et)"
    r" (?:Firma |société |empresa |ditta |società )?|[Ll]['\u2019](?:entreprise |azienda )?)?"
    rf"(?P<name>{NAME.pattern}) (?:{_DECISION})(?!\w)"
)

#: How the decision is told as that of others.
OTHERS_DECIDE = re.compile(
    r"\b(?:[Tt]heir (?:budget|decision|feedback|board|team|side|end)|[Tt]hey"
    r"(?:['\u2019](?:ve|re|ll|d)| (?:(?:all|both|really) )?(?:felt|want|wanted|decided|chose|went|have|are"
    r"|would|liked|loved"
    r"|said|need|preferred))|from them|[Mm]an (?:möchte|hat|will|sucht|sieht|wünscht)|[Dd]ie (?:haben|suchen"
    r"|wollen) |[Ii]ls (?:ont|ne|veulent|cherchent)"
    r"|[Hh]an (?:decidido|preferido|elegido|optado|escogido)|[Qq]uieren|[Bb]uscan|[Hh]anno (?:scelto|deciso|preferito)"
    r"|[Vv]ogliono|[Cc]ercano|[Nn]on proseguono"
    r"|[Zz]e (?:gaan|hebben|willen|vinden|vonden|zoeken|kiezen|kozen)|zoeken ze|[Dd]ecidiram|[Pp]referiram"
    r"|[Ee]scolheram|[Qq]uerem"
    r"|[Pp]rocuram|[Oo]ptaram)\b"
)

_IN_TOWN = rf"(?: (?:in|te|uit|aus|à|en|a|em|di) {NAME.pattern})?"

_FIRM_NL = r"(?:(?:het |een |ons )?(?:\w+ )?bedrijf )?"

#: Where an employer was spoken to, or is acted for, and the verb comes last, or the employer first.
NAME_FIRST = re.compile(
    rf"\b(?:bei|von|mit)(?: der| dem| den)? (?P<name>{NAME.pattern}) (?:telefoniert|gesprochen)\b"
    rf"|(?:^(?:Net|Zonet|Zojuist|Vandaag|Gisteren) |\b(?:net|zonet|zojuist) "
    rf"|^)(?P<asked>{NAME.pattern}) (?:gesproken|gebeld|aan de lijn)\b"
    rf"|\b[Jj]['\u2019]ai eu (?P<rung>{NAME.pattern}) (?:au téléphone|en ligne)\b"
)

#: For whom somebody seeks people, or who stands in brackets behind a client: it is said outright.
SEEKS_FOR = re.compile(
    rf"\b[Vv]oor {_FIRM_NL}(?P<sought>{NAME.pattern}){_IN_TOWN} zoek(?:en)? (?:ik|wij"
    rf"|we)\b"
    rf"|\b[Ff]ür (?:die |den |das )?(?:Firma )?(?P<wanted>{NAME.pattern}){_IN_TOWN} (?:suche ich|suchen wir)\b"
    rf"|\b[Pp]er (?P<cercato>{NAME.pattern}){_IN_TOWN},? (?:sto cercando|stiamo cercando|cerco|cerchiamo|ricerchiamo)\b"
    rf"|\b[Pp]our (?P<cherche>{NAME.pattern}){_IN_TOWN},? (?:je (?:re)?cherche|nous (?:re)?cherchons|je recrute)\b"
    rf"|\b[Pp]ara (?P<busco>{NAME.pattern}){_IN_TOWN},? (?:estoy buscando|estamos buscando|busco|buscamos|procuro"
    r"|procuramos)\b"
    rf"|\b[Ff]or (?P<hiring>{NAME.pattern}){_IN_TOWN},? (?:I['\u2019]m|I am|[Ww]e['\u2019]re|[Ww]e are) (?:\w+ )?"
    r"(?:looking|recruiting|hiring)\b"
    # What stands in brackets behind it, if that is a name: `der Kunde (Halden Marrow)`.
    rf"|\b(?:client|Kunden?|Mandanten?|Auftraggeber|opdrachtgever|klant|cliente) \((?P<inside>{NAME.pattern})\)"
)

_WITH_ARTICLE = (
    r"(?:(?:(?:[Tt]he|[Dd]ie|[Dd]er|[Dd]as|[Ll][aeo]s?|[Ee]l|[Ii]l|[AO]s?|[Dd]e|[Hh]et) |[Ll]['\u2019])" + KIND + ")?"
)

_BACK = r"(?:(?:has|have|['\u2019]ve) )?(?:just )?(?:got(?:ten)?|c[ao]me) back (?:to (?:me|us)|with|on|about)"

#: Those at the employer who have answered: `the team at`, `o pessoal da`.
_PEOPLE_AT = (
    r"(?:(?:[Tt]he (?:team|people|folks) (?:over )?at|[Dd]as Team (?:von|der|des)|[Ll]['\u2019]équipe de|[Ll]a gente de"
    r"|[Ee]l equipo de|[Ii]l team di|[Hh]et team van|[Oo] (?:pessoal|time) d[aeo]s?|[Aa] equip[ea] d[aeo]s?) )?"
)

#: Whoever has answered somebody who passes it on: "Halden came back to me", "Desde Halden nos dicen".
ANSWERED = re.compile(
    rf"^(?:[\w '\u2019]{{1,30}}[,:!] )?(?P<article>{_PEOPLE_AT}{_WITH_ARTICLE})(?P<name>{NAME.pattern}) (?:{_BACK}"
    r"|(?:has|have|['\u2019]ve) (?:now |just )?(?:given|sent) (?:me|us) (?:their|the|some) (?:feedback|decision|answer)"
    r"|(?:hat|haben) sich (?:\S+ ){0,4}?(?:zurück)?gemeldet"
    r"|(?:hat|haben) (?:mir|uns) (?:\S+ ){0,4}?(?:zurückgemeldet|geantwortet|mitgeteilt|Rückmeldung)"
    r"|(?:est|sont|m['\u2019]est|nous est) revenue?s? vers (?:moi|nous)"
    r"|(?:m['\u2019]|nous )(?:a|ont) (?:\S+ ){0,2}?(?:retour|répondu|rappelée?s?|indiqué)"
    r"|(?:nos|me) (?:ha|han) (?:\S+ )?(?:respondido|contestado|dicho|llamado|comunicado"
    r"|(?:dado|pasado|enviado) (?:su|la|una|el) (?:respuesta|devolución|feedback|decisión))"
    r"|(?:mi|ci) ha(?:nno)? (?:\S+ )?(?:risposto|fatto sapere|richiamat[oi]|comunicato|detto"
    r"|(?:dato|mandato) (?:il|un|la|una) (?:loro )?(?:riscontro|feedback|risposta))"
    r"|(?:heeft|hebben) (?:mij|me|ons) (?:\S+ ){0,3}?(?:laten weten|(?:terug)?gebeld|gemaild|geantwoord|terugkoppeling)"
    r"|(?:(?:já )?(?:nos|me) )?(?:deu|deram|passou|passaram|enviou|enviaram) (?:(?:o|um|a|uma) )?(?:seu |sua )?"
    r"(?:retorno|resposta|feedback|devolutiva|posição)"
    r"|(?:nos|me) (?:disse|disseram|informou|informaram|respondeu|responderam))(?!\w)"
)
ANSWERED_FROM = re.compile(
    rf"^(?:[\w '\u2019]{{1,30}}[,:!] )?(?:[Dd]esde|[Dd]al?|[Dd]alla|[Dd][ao]|[Vv]on(?: der)?|[Vv]an|[Cc]hez) "
    rf"(?P<article>{_WITH_ARTICLE})(?P<name>{NAME.pattern}) "
    r"(?:(?:nos|me) (?:dicen|comentan|informan|confirman|trasladan|han dicho|dizem|informam)"
    r"|(?:ci|mi) (?:dicono|fanno sapere|comunicano|informano|hanno detto|hanno fatto sapere)"
    r"|(?:kreeg|kregen|hoorde|hoorden) (?:ik|we|wij)|(?:höre|hörte) ich|(?:habe|haben) (?:ich|wir) (?:gehört|erfahren)"
    r"|on (?:me|nous) dit)(?!\w)"
)

#: An article that a name may begin with: `La Redoute`.
OWN_ARTICLE = re.compile(r"(?:The|L[aeo]s?|El|Il|De|Het) $|L['\u2019]$")

#: What only several do.
BY_MANY = re.compile(r"(?:have|haben|sont|ont|han|hanno|hebben|deram|passaram|enviaram|['\u2019]ve)\b")

#: Who decides within a company, and is none.
_BODIES_WORDS = """
abteilung afdeling bestuur betriebsrat board colleagues comisión comissão comité commissie commissione
committee department dirección directie direction directors direzione direção division equipa equipe equipo
fachabteilung geschäftsführung geschäftsleitung governors gremium jury júri kollegen kommission leadership
gremiums hauses kollegiums leitung management manager managers panel personalabteilung squadra team teams tribunal
ufficio vorstand vorstands équipe
"""
BODIES = frozenset(_BODIES_WORDS.split())

#: "Halden's HR" is of Halden.
POSSESSION = re.compile(r"['\u2019]s? (?=(?:HR|[Hh]iring|[Pp]eople|[Rr]ecruit\w+|[Tt]alent|[Tt]eam)\b)")
