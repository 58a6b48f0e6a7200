"""Sentences in the words of feedback that are none: what is denied, offered, or told to everybody."""

from __future__ import annotations

import re

from pipeline.reading.reason.chosen import speaks_to_candidate

_LONGEST = 600

#: "It was not down to your experience", "No es que te faltara experiencia".
_DENIED = re.compile(
    # English
    r"\b(?:it|this|that|decision|outcome) (?:is|was)(?: \w+)??(?: not|n['\u2019]t) (?:\w+ )?"
    r"(?:because|down to|due to|about|(?:a )?(?:matter|question|case|reflection) o[fn]|that you|for (?:want|lack) of)\b"
    r"|\bnothing to do with your\b"
    # German
    r"|\b(?:liegt|lag)(?: es| das| dies)?(?: \w+){0,2} nicht (?:an|daran)\b|\bdaran (?:liegt|lag) es (?:\w+ )?nicht\b"
    r"|\bnichts mit (?:ihr|dein|dir|ihnen)\w* .{0,80}\bzu tun\b|\bdas (?:ist|war) nicht,? weil\b"
    # French
    r"|\bce n['\u2019](?:est|était) (?:\w+ )?pas (?:que|parce que|faute de|à cause de|une question de)\b"
    r"|\bn['\u2019](?:est|était) (?:\w+ )?pas (?:liée?|due?|imputable) (?:à|au)\b|\bn['\u2019](?:a|avait) rien à voir\b"
    # Spanish
    r"|\bno (?:es|era|fue|ha sido) (?:que (?:te|le|os|les|tú|usted|no)|porque|por (?:falta|tu|su|tus|sus)|culpa)\b"
    r"|\bno se deb(?:e|ió) a\b|\bno (?:tiene|tuvo|ha tenido) (?:nada )?que ver\b"
    # Italian
    r"|\bnon (?:è|era|è stato) (?:che (?:ti|le|tu|lei|non)|perché|per (?:mancanza|colpa))\b"
    r"|\bnon (?:dipende|dipendeva|è dipes\w) da\w*\b|\bnon (?:ha|aveva) nulla a che (?:fare|vedere)\b"
    # Dutch
    r"|\b(?:lag|ligt|komt|kwam)(?: het| dat| dit)?(?: \w+)? niet (?:aan|door(?:dat)?)\b"
    r"|\b(?:is|was)(?: het)? niet (?:zo )?(?:dat|omdat) (?:je|u)\b|\bniets te maken met (?:je|jouw|uw)\b"
    # Portuguese
    r"|\bnão (?:é|era|foi) (?:que (?:te|lhe|você|o|a|não)|porque|por (?:falta|causa))\b"
    r"|\bnão se dev(?:e|eu) (?:a|ao|à)s?\b|\bnão (?:tem|teve) (?:nada )?a ver\b",
    re.IGNORECASE,
)

#: Behind a denial such a word or border says what it was instead.
_INSTEAD = re.compile(
    r"[:;\u2013\u2014]|[.!?]\s|\s-{1,2}\s|, (?:you|we|they|du|dir|wir|uns|vous|nous|il vous|te|ti|le|je|we|você)\b"
    r"|\b(?:but|rather|it (?:was|is|came)|sondern|vielmehr|aber|mais|plutôt|c['\u2019](?:est|était)|sino|pero|más bien"
    r"|ma|bensì|piuttosto|maar|eerder|wel|mas|e sim)\b",
    re.IGNORECASE,
)

#: "Some tips that we give to every candidate:", "We have put together some tips"; nobody does that for one.
_FOR_ALL = re.compile(
    r"\b(?:tips?|advice|suggest\w*|recommend\w*|guidance|pointers"
    r"|tipps?|ratschl\w+|hinweise?n?|empfehl\w+|raten|conseil\w*|recommand\w+|consej\w+|recomend\w+|aconsej\w+"
    r"|consigl\w+|suggeri\w+|advies|advise\w+|aanbevel\w+|dicas?|conselh\w+|aconselh\w+)\b[^.!?]{0,120}"
    r"\b(?:all (?:of )?(?:our |the )?(?:candidates|applicants|participants)|(?:every|each) (?:candidate|applicant)"
    r"|(?:to|for|with|give|tell|send) every(?:one|body)|alle[nr]? (?:\w+ )?(?:bewerb|kandidat|teilnehm)\w*"
    r"|tou(?:s|te)s? (?:les|nos) (?:candidat|participant)\w*|(?:à|pour) (?:tout le monde|tous\b(?! (?:les|vos|tes"
    r"|ces|ceux)))"
    r"|tod[oa]s (?:los|las|nuestr\w+) (?:candidat|particip|aspirant)\w*|(?:a|para) todo el mundo"
    r"|a tutti|tutti i (?:candidat|partecipant)\w*|(?:alle|elke) (?:kandida|sollicit|deelnem)\w*|(?:aan|voor) iedereen"
    r"|tod[oa]s os (?:candidat|particip)\w*|(?:a|para|pra) (?:toda a gente|todo mundo))\b"
    r"|\b(?:put together|compiled|collected|gathered|zusammengestellt|gesammelt|rassemblé|compilé|recopilado|reunido"
    r"|preparado|raccolto|preparato|verzameld|reunimos|preparámos|preparamos)\b[^.!?]{0,40}"
    r"\b(?:tips|advice|tipps|conseils|consejos|consigli|advies|dicas|conselhos)\b"
    r"|\b(?:tips|tipps|advies)\b[^.!?]{0,40}\b(?:zusammengestellt|gesammelt|verzameld|op een rij)\b"
    r"|\bgeneral (?:tips|advice|guidance|pointers)\b|\ballgemeine[nr]? (?:tipps|hinweis|ratschl|empfehl)\w*"
    r"|\bconseils (?:généraux|d['\u2019]ordre général)|\bconsejos generales\b|\bconsigli generali\b"
    r"|\balgemene tips\b|\b(?:dicas|conselhos) gerais\b",
    re.IGNORECASE,
)

#: How everybody is chosen: "Selection was based on ..."; what follows behind a border may be about one alone.
_CHOSEN_BY = re.compile(
    r"\b(?:selection|shortlisting|ranking)\b (?:\w+ )?(?:was|were|is) (?:\w+ )?(?:based on|made on the basis of)\b"
    r"|\b(?:candidates|applica(?:nts|tions))\b (?:were|are) (?:all )?(?:assessed|scored|judged|marked|ranked|evaluated)"
    r" (?:against|on|by)\b|\bauswahl (?:erfolgte|erfolgt|richtete sich) (?:\w+ )?(?:nach|aufgrund|anhand)\b"
    r"|\bsélection s['\u2019]est (?:faite|effectuée|fondée)|\bselección se (?:basó|ha basado|hizo|realizó)\b"
    r"|\bselezione si è basata\b|\bselectie (?:vond plaats|gebeurde) op basis\b|\bseleção baseou-se\b",
    re.IGNORECASE,
)

#: What points and marks mean, and how to appeal: "The pass mark was 14.", "If you wish to seek a review, you must do so
#: within ten days."
_RULES = re.compile(
    r"^\W*(?:(?:scoring|rating|code|marking) (?:key|scale)|bewertungsschlüssel|notenschlüssel|barème)\b"
    r"|^\W*(?:the |die |le |la |il |de |a )?(?:pass(?:ing)? (?:mark|line|score)|cut-?off|bestehensgrenze|seuil"
    r"|nota de corte|soglia|cesuur|slaaggrens)\b[^\d.;!?]{0,60}\d[\d.,]* ?%?(?: \w+)?\W*$"
    # Appeals
    r"|\bappeals (?:must|can|may|should) be\b|\bombuds\w+\b|\bdemande de révision\b|\bistanza di riesame\b"
    r"|\b(?:vous disposez|dispon[ei]s?|dispõe) de? [^.;!?]{0,40}\b"
    r"(?:jours (?:ouvr\w+|francs|pour)|días (?:hábiles|naturales|para)|dias (?:úteis|para))\b"
    r"|\b(?:may|can|must|(?:wish(?:ing)?|want|like|right|entitled|how) to) (?:also |still )?"
    r"(?:seek|request|ask for|lodge|file|submit|make) (?:an? )?(?:(?:formal|internal|independent|written) )?"
    r"(?:appeal|complaint|review(?= of (?:the|this|our)\b| within\b| in writing\b|[,.]|$))"
    r"|\b(?:widerspruch|beschwerde|klage) (?:\w+ ){0,3}?(?:einlegen|erheben|einreichen|eingelegt|erhoben)\b"
    r"|\b(?:introdui|dépos|form)\w* (?:une? )?(?:plainte|recours|réclamation)\b"
    r"|\binterponer(?:se)? (?:\w+ )?(?:recurso|reclamación)\b|\b(?:presentare|proporre) (?:\w+ )?(?:ricorso|reclamo)\b"
    r"|\b(?:bezwaar|beroep|klacht) (?:\w+ ){0,2}?(?:maken|aantekenen|indienen|in te dienen|instellen)\b"
    r"|\b(?:interpor|apresentar) (?:\w+ )?(?:recurso|reclamação)\b",
    re.IGNORECASE,
)

#: What every candidate needs: "Candidates must hold a licence", "Sont admis les candidats titulaires de ..."
_REQUIRED = re.compile(
    r"\b(?:entry|eligibility|admission|appointment|enrolment) requires\b|\b(?:candidates|applicants"
    r"|applications) (?:must|need"
    r"|have to)\b|\b(?:for|in) (?:all|any|every|each) (?:of )?(?:our |the |such )?(?:posts?|roles?|positions?|jobs?)\b"
    r"|\bvoraussetzung(?:en)? für (?:die|eine|alle)\b|\bbewerber(?:innen)?(?: und bewerber)? (?:müssen|mussten)\b"
    r"|\b(?:zugelassen|eingeladen) (?:werden|sind|wurden) (?:nur |ausschließlich )?(?:bewerber|personen|kandidat)\w*"
    r"|\bfür alle (?:\w+ )?(?:stellen|ämter|laufbahnen|positionen)\b"
    r"|\b(?:sont|étaient|seront) (?:admis\w*|recevables|convoqué\w*|autorisé\w*) (?:uniquement |seul\w* )?les\b"
    r"|\bles candidat\w* (?:doivent|devaient)\b|\bpour tous (?:les|nos) (?:postes|emplois)\b"
    r"|\b(?:son|serán|fueron) (?:admitid|convocad)[oa]s (?:solo |únicamente )?(?:los|las|quienes)\b"
    r"|\b(?:los|las) (?:candidat|aspirant)\w+ (?:deben|debían|deberán)\b|\b(?:en|para) todos los (?:puestos|perfiles"
    r"|cargos)\b"
    r"|\b(?:sono|erano|vengono) (?:ammess|convocat)\w (?:solo )?(?:i|le|gli)\b"
    r"|\bi candidati (?:devono|dovevano|dovranno)\b|\bper tutt[ei] (?:i|le) (?:posizioni|ruoli|figure|posti)\b"
    r"|\b(?:kandidaten|sollicitanten) (?:moeten|moesten|dienen)\b|\bvoor alle (?:\w+ )?(?:functies|vacatures)\b"
    r"|\b(?:são|foram|serão) (?:admitid|convocad)[oa]s (?:apenas )?(?:os|as)\b|\bsomente (?:prosseguem|avançam)\b"
    r"|\bos candidatos (?:devem|deviam|deverão)\b|\bpara todas as (?:vagas|funções)\b",
    re.IGNORECASE,
)

#: How soon a test can be taken again.
_AGAIN = re.compile(
    r"\b(?:test|exam|examination|papers?|assessment|exercise)\b[^.;!?]{0,40}\bbe (?:retaken|resat|repeated"
    r"|taken again|sat again)\b"
    r"|\b(?:may|can(?:not)?)(?: not| only)? (?:re)?(?:sit|take)\b[^.;!?]{0,30}\b(?:test|exam|papers?|assessment)\b"
    r"[^.;!?]{0,10}\b(?:again|until|before|after|once)\b"
    r"|\b(?:wiederholung|erneute\w* (?:teilnahme|bewerbung|prüfung|test\w*))\b[^.;!?]{0,60}\b(?:möglich|zulässig)\b"
    r"|\b(?:frühestens|erst)\b[^.;!?]{0,40}\b(?:wiederholt werden|wieder registrieren)\b"
    r"|\bne (?:peut|peuvent|pourra|pourront) (?:pas )?être (?:repassée?|refaite?|représentée?)s?\b"
    r"|\bdélai d['\u2019]attente\b"
    r"|\b(?:no )?(?:se )?(?:puede|pueden|podrán?)(?: no)? (?:repetirse|repetir|realizarse de nuevo)\b(?=[^.;!?]{0,30}\b"
    r"(?:antes|hasta|dentro|en|después|tras)\b)"
    r"|\b(?:(?:non )?può essere|si può) ripet(?:ut[oa]|ere)\b"
    r"|\b(?:test|toets|proef|examen)\b[^.;!?]{0,60}\b(?:opnieuw|nogmaals)\b|\bherkans\w+"
    r"|\b(?:não )?(?:pode|podem|só pode)(?: não)? ser (?:repetid|refeit)[oa]s?\b",
    re.IGNORECASE,
)

#: What they wanted to know of the job or the search: "You asked whether the post could be shared: the rules forbid it."
_ASKED = re.compile(
    r"\b(?:you (?:also )?(?:asked|wanted to know|wondered|enquired) (?:me |us )?(?:whether|if|how (?:many|much|long)"
    r"|when)"
    r"|(?:sie haben|du hast|ihr habt) (?:\w+ )?gefragt, (?:ob|wie ?viele?|wann)|(?:sie|du) wollte(?:n"
    r"|st) (?:\w+ )?wissen, (?:ob"
    r"|wie ?viele?|wann)|(?:vous|tu) (?:m['\u2019]|nous )?(?:vouli?ez|voulais|avez demandé|as demandé"
    r"|demandi?ez) (?:savoir )?(?:si"
    r"|combien|quand)|(?:querías?|quería usted|me preguntas(?:te)?|nos pregunt\w+|preguntaste) (?:saber )?(?:si"
    r"|cuánt\w+|cuándo)"
    r"|(?:volevi|voleva|mi hai chiesto|ci ha chiesto|hai chiesto) (?:sapere )?(?:se|quant\w+|quando)"
    r"|(?:je|u) (?:wilde weten|vroeg)(?: \w+)? (?:of|hoeveel|wanneer)|(?:queria saber|perguntou|perguntaste) (?:se"
    r"|quant\w+|quando))\b",
    re.IGNORECASE,
)

#: Others are "closer to what we need": everybody is told so.
_FITS = re.compile(
    r"\b(?:closer|closest|closely|nearer|better|best|stronger|neatly)\b[^.;!?]{0,40}\b(?:fit\w*|match\w*|suit\w*"
    r"|align\w*"
    r"|lines? up|correspond\w*|requirements|criteria|(?:we|they|line|team|client|role|business) (?:need|ask|want"
    r"|look|requir)\w*)\b"
    r"|\b(?:fit\w*|match\w*|suit\w*|align\w*|lines? up)\b[^.;!?]{0,20}\b(?:better|more|best)\b"
    r"|\b(?:besser|näher|eher|mehr|genauer|stärker)\b[^.;!?]{0,40}\b(?:pass\w*|entspr\w+|überein\w*|anforderung\w*)"
    r"|\b(?:mieux|davantage|plus)\b[^.;!?]{0,30}\b(?:correspond\w*|répond\w*|proches?|adéquation|phase|adapté\w*)\b"
    r"|\b(?:correspond|répond)\w* (?:\w+ )?(?:mieux|davantage|plus)\b"
    r"|\b(?:mejor|más)\b[^.;!?]{0,30}\b(?:ajust\w*|encaj\w*|adapt\w*|acerc\w*|cercan\w*|alinead\w*|afín|afines)\b"
    r"|\b(?:ajust|encaj|adapt|acerc)\w+ (?:\w+ )?(?:mejor|más)\b"
    r"|\b(?:più|meglio|maggiormente)\b[^.;!?]{0,30}\b(?:linea|vicin\w*|corrispond\w*|rispond\w*|adatt\w*|aderent\w*)\b"
    r"|\b(?:corrispond|rispond|adatt)\w+ (?:\w+ )?(?:meglio|di più|maggiormente)\b"
    r"|\b(?:beter|meer|nauwer|dichter)\b[^.;!?]{0,30}\b(?:pas\w*|aansluit\w*|aanslo\w*|match\w*|voldo\w*)\b"
    r"|\b(?:mais|melhor)\b[^.;!?]{0,30}\b(?:ajust\w*|alinhad\w*|próxim\w*|adequ\w*|encaix\w*|enquadr\w*)\b"
    r"|\b(?:ajust|adequ|encaix|enquadr)\w+ (?:\w+ )?(?:melhor|mais)\b",
    re.IGNORECASE,
)

#: What says in what they fit better: "whose experience with cold chains fits better".
_PARTICULAR = re.compile(
    r"\d|[:;]|\b(?:because|since|car|parce que|puisque|porque|ya que|perché|poiché|omdat|doordat"
    r"|years|skills?|experience|background (?:in|as|with)|knowledge|qualifi\w+|weil|jahre\w*"
    r"|\w*erfahrung\w*"
    r"|\w*kenntnis\w*|expérience|compétences?|connaissances?|experiencia|competencias?|conocimientos?|esperienz\w"
    r"|competenz\w|conoscenz\w|ervaring|vaardigheden|kennis|experiência|competências?|conhecimentos?)\b"
    r"|\bwho (?:has|have|had|already|can|speaks?|knows?)\b",
    re.IGNORECASE,
)

#: Where a clause ends.
_BORDER = re.compile(r"[,;:]|\s[-\u2013\u2014]\s")

#: Behind "why": nothing more, or that somebody was not chosen. Whoever may ask why this mail comes, or why people like
#: to work there, is offered something else.
_NOT_CHOSEN = (
    r"(?=\W*$|\s?[,.;:!?)\u2013\u2014-]|\s-|\s(?:just|please|then|feel free)\b"
    r"|[^.,;:!?]{0,80}(?:\b(?:not|chose|decid\w+|unsuccessful|rejected|someone|somebody|another|nicht|absag\w+|abgesagt"
    r"|abgelehnt|entschieden|jemand\w*|ander\w*|pas|refus\w*|autre|no|otr[ao]|descart\w+|non|altr\w+|niet|afgewezen"
    r"|não|outr[ao]|escolh\w+)\b|n['\u2019]t\b))"
)

#: "If you would like to know why, ring me", "Gern nennen wir Ihnen die Gründe": feedback that is to be asked for. The
#: reasons are those of the decision.
_OFFERED = re.compile(
    # English
    r"\b(?:if|should) (?:you|it)\b(?:['\u2019]d| would| might)?(?: ever)? (?:like|want|wish|care|help|interest)\w*"
    r"(?: you)?(?: to)? (?:know|hear|understand|learn|find out|discuss|talk (?:about|through)|see)"
    rf" (?:more about )?(?:why\b{_NOT_CHOSEN}"
    r"|(?:the|our|their) (?:\w+ )?(?:reason(?:s|ing)?\b(?! for (?:processing|collecting|keeping))|thinking"
    r"|(?<!see the )(?<!see our )decision\b(?!-)))"
    r"|\b(?:happy|glad|pleased|willing) to (?:explain|tell you|talk (?:you )?(?:through|about)|go (?:through|into)"
    rf"|share|give you) (?:you )?(?:more about )?(?:why\b{_NOT_CHOSEN}"
    r"|(?:the|our) (?:\w+ )?(?:reason(?:s|ing)?|thinking|decision)\b)"
    # German
    r"|\b(?:wenn|falls|sofern|sollten) (?:sie|du|es sie|es dich)\b"
    r"(?=[^.;!?]{0,80}\b(?:wissen|erfahren|verstehen|hören|besprechen|interessier\w+))[^.;!?]{0,60}?"
    rf"\b(?:(?:warum|weshalb|wieso)\b{_NOT_CHOSEN}|woran es\b|(?:die|unsere[rn]?|den) (?:\w+ )?(?:(?:beweg)?gründe?n?"
    r"|begründung|entscheidung)\b)"
    r"|\b(?:gern\w?|auf (?:wunsch|(?:an|nach)frage))\b"
    r"(?=[^.;!?]{0,100}\b(?:nenn|erläuter|erklär|mitteil|teil|darleg|legen|besprech|schilder|erfahren|erhalt)\w*)"
    r"[^.;!?]{0,40}?\b(?:gründe|begründung|beweggründe)\b"
    # French
    r"|\bsi (?:vous|tu) (?:souhait|voul|veux|désir|aimeri)\w* (?:\w+ )?(?:connaître|savoir|comprendre|discuter)"
    rf" (?:\w+ )?(?:pourquoi\b{_NOT_CHOSEN}|(?:les|des|nos|leurs|la|notre) (?:raisons?|motifs?|décision|choix)\b)"
    r"|\b(?:motifs|raisons)\b[^.;!?]{0,50}\bsur (?:simple )?demande\b"
    # Spanish
    r"|\bsi (?:usted )?(?:dese|quier|quisier|te interes|le interes|te gustar|le gustar)\w* (?:\w+ )?"
    rf"(?:conocer|saber|entender|comentar) (?:\w+ )?(?:por ?qué\b{_NOT_CHOSEN}"
    r"|(?:los|nuestros|las|nuestra|la) (?:\w+ )?(?:motivos?|razones|razón|decisión)\b)"
    # Italian
    r"|\bse (?:desider|vuol|vuoi|volesse|volessi|ti interess|le interess)\w* (?:\w+ )?(?:conoscere|sapere|capire"
    rf"|discutere) (?:\w+ )?(?:perch[eé]\b{_NOT_CHOSEN}"
    r"|(?:le|i|la|nostr\w) (?:\w+ )?(?:motiv\w+|ragion[ei]|decisione)(?!\w))"
    # Dutch
    r"|\b(?:als|mocht|indien|wil|wilt) (?:je|u|jij)\b"
    r"(?=[^.;!?]{0,80}\b(?:wil|wilt|weten|horen|begrijpen|ontvangen|bespreken|hebben)\b)[^.;!?]{0,50}?"
    rf"\b(?:waarom\b{_NOT_CHOSEN}|toelichting\b|uitleg\b"
    r"|(?:de|onze) (?:\w+ )?(?:redenen|reden|motieven|motivatie|afweging|beslissing)\b)"
    # Portuguese
    r"|\b(?:se|caso) (?:quis|desej|pretend|queir|gost)\w* (?:\w+ )?(?:saber|conhecer|entender"
    rf"|perceber|discutir) (?:\w+ )?(?:por ?qu[eê]\b{_NOT_CHOSEN}"
    r"|(?:os|as|a|nossos?|nossas?) (?:\w+ )?(?:motivos?|raz(?:ões|ão)|decisão)(?!\w))",
    re.IGNORECASE,
)

#: Who offers it does not say this behind it: "If you want to know why, we regret that we cannot ..."
_NOT_GIVEN = re.compile(
    r"\b(?:can ?not|can['\u2019]t|unable|not (?:able|possible)"
    r"|(?:(?:do|will|would) not|(?:don|won)['\u2019]t) (?:give|provide|offer|share|discuss)"
    r"|regret|unfortunately|no (?:feedback|reasons|further)"
    r"|leider|bedauer\w+|nicht (?:möglich|nennen|geben|mitteilen)|keine (?:auskunft|auskünfte|angaben|gründe)"
    r"|ne (?:pouv|pourr|donn|somm)\w+|impossible|malheureusement|regrettons"
    r"|no (?:pod|es posible|damos)\w*|lamenta\w+|non (?:poss|è possibile|siamo|forni)\w*|purtroppo|helaas"
    r"|niet (?:mogelijk|geven)|geen (?:uitleg|toelichting|redenen)|não (?:pod|é possível|damos)\w*|infelizmente)\b",
    re.IGNORECASE,
)


def is_offered(text: str) -> bool:
    """Return whether a sentence offers the reasons of the decision to whoever asks for them."""
    found = _OFFERED.search(text[:_LONGEST])
    return found is not None and not _NOT_GIVEN.search(_behind(text[:_LONGEST], found))


def _behind(text: str, found: re.Match[str]) -> str:
    """Return what stands behind the clause of a match, or behind the match if its clause is the last."""
    border = _BORDER.search(text, found.end())
    return text[border.end() if border else found.end() :]


def is_denied(text: str) -> bool:
    """Return whether a sentence says what the reason was not, and nothing of what it was."""
    found = _DENIED.search(text[:_LONGEST])
    return found is not None and not _INSTEAD.search(text[:_LONGEST].rstrip(" .!?"), found.end())


def is_mere_fit(text: str) -> bool:
    """Return whether a sentence says that others fit better, and nothing in what."""
    return _FITS.search(text[:_LONGEST]) is not None and not _PARTICULAR.search(text[:_LONGEST])


def is_for_everybody(text: str, language: str) -> bool:
    """Return whether a sentence says what everybody is told: advice for all, or the rules of the procedure."""
    return is_advice_for_all(text) or _is_rule(text[:_LONGEST], language)


def _is_rule(text: str, language: str) -> bool:
    """Return whether a sentence tells a rule, and nothing of the candidate: "Selection was by test; yours was slow".

    What they asked about the job is answered for everybody as well.
    """
    if found := _CHOSEN_BY.search(text):
        border = _BORDER.search(text, found.end())
        return border is None or not speaks_to_candidate(text[border.end() :], language)
    if found := _REQUIRED.search(text) or _AGAIN.search(text) or _ASKED.search(text):
        return not speaks_to_candidate(text[found.end() :], language)
    return _RULES.search(text) is not None


def is_advice_for_all(text: str) -> bool:
    """Return whether a sentence gives, or announces, advice that everybody gets."""
    return _FOR_ALL.search(text[:_LONGEST]) is not None
