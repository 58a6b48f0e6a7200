"""Words by which feedback is offered to whoever asks, by language.

They give it themselves ("I am able to offer some telephone feedback"), or would ask whoever decided; whoever wants to
may talk over how they were judged or hear more of it, or see the marks of a test. What the reader is asked for, is to
send in or should ask others for is another thing, and so are the next step and other jobs.
"""

from __future__ import annotations

from pipeline.reading.text.by_language import ByLanguage

_GAP = r"[^.;!?]"

#: English: what of a judgement is talked over, how it came about, and the marks of a test.
_EN = (
    r"(?:(?:any (?:of |part of )?|all (?:of )?)(?:this|these|it)|(?:these|those|any of the|the) (?:\w+ )?points|your"
    r" (?:interview |test )?(?:results?|scores?|marks?|assessment)\b(?! (?:day|centre|center))|(?:the|our|their)"
    r" (?:results?|outcome|scores|scoring|marks|marking|decision|reasoning))\b(?! of (?:our|your)\b)"
)
_EN_HOW = (
    r"(?:how (?:you|your \w+) (?:\w+ )?(?:scored|did\b|fared|got on|compared|w(?:ere|as) (?:scored|marked|rated|ranked"
    r"|judged|seen))|how (?:we|the panel|they) (?:\w+ )?(?:reasoned|decided|scored|judged|saw (?:it|you)|came to"
    r"|reached|arrived at)|how close (?:it|you)|what (?:tipped|swung|swayed|decided|cost you|let you down|was missing"
    r"|made the difference|(?:made|led) us (?:to )?(?:decide|choose|hesitate))|where (?:you|your \w+) (?:lost|fell"
    r"|stood|ranked))"
)
_EN_MARKS = (
    r"(?:(?:individual|detailed|your|their|own|the) (?:\w+ )?)(?:marks?|scores?|score ?sheets?|mark ?sheets?|marked \w+"
    r"|(?:test|exam\w*) papers?)\b"
)
_EN_OFFERS = (
    (
        r"\b(?<!you )(?:(?:(?:am|are|is|be|i['\u2019]m|we['\u2019]re) (?:(?!you\b)\w+ )?(?:able|available|willing"
        r"|prepared) to|(?:i|we|panel|manager) can(?: \w+ly| always)?) (?:offer|give|provide|arrange|share)(?: (?:you"
        r"|candidates?|applicants?|anyone|everyone|with|some|an?|any|more|brief|short|verbal|oral|spoken|telephone"
        r"|phone|written|personal|individual|detailed|few|minutes?|of)){0,6} feedback\b(?! (?:on|about|to|from) (?:our"
        r"|us|the (?:process|website|team))))"
    ),
    (
        r"\b(?:if you(?:['\u2019]d| would)? (?:like|want|wish)|(?:happy|glad) to|say the word|(?:i|we) (?:can"
        rf"|could))\b{_GAP}{{0,30}}?\b(?:ask|chas|press|push|request|get|try)(?!\w* you\b|\w*"
        rf" your\b)\w*\b{_GAP}{{0,25}}?\b(?:feedback|reasons|more details?)\b(?!{_GAP}{{0,20}}\b(?:your|referees?|our"
        r"|us)\b)"
    ),
    (
        r"\b(?:if (?:you|it|that)|should you|in case you|anyone who|whoever|(?:candidates|applicants)"
        rf" who)\b{_GAP}{{0,30}}?\b(?:like|want|wish\w*|care|useful|help\w*|interested"
        r"|(?=curious))\b[^.;!?,]{0,15}?(?:\b(?:know|hear|learn|find out|understand|see"
        rf"|curious)\b[^.;!?,]{{0,12}}?(?:\b{_EN_HOW}|\bmore (?:about|on) {_EN})|\b(?:talk|chat|speak|go|run|walk"
        rf"|discuss|look)\b[^.;!?,]{{0,20}}?\b{_EN})"
    ),
    (
        rf"\b(?:happy|glad|pleased|welcome|feel free|on request,? (?:i|we)|(?:i|we) can)\b{_GAP}{{0,25}}?\b(?:explain"
        r"|discuss|talk (?:you )?(?:through|over)|go (?:through|over)|run (?:you )?(?:through|over)|walk you"
        rf" through)\b[^.;!?,]{{0,12}}?\b(?:{_EN}|{_EN_HOW})"
    ),
    (
        r"\b(?<!\bwe )(?<!\bwe would )(?<!\bwe['\u2019]d )(?:may|can|could|wish\w*|like|welcome|want"
        r"|entitled)\b[^.;!?,]{0,25}?\b(?:request|ask (?:us |me )?(?:for|to see)|obtain|receive|see|view|inspect"
        rf"|collect|look at) (?:(?:a |the )?cop(?:y|ies) of |sight of )?{_EN_MARKS}"
    ),
    (
        r"\b(?:marks?|scores?|score ?sheets?|mark ?sheets?|papers?|scripts?) (?:(?:for|of|from) [^.;!?,]{1,30}"
        r" )?(?:(?:can|may) be (?:\w+ )?(?:requested|obtained|seen|viewed|inspected|collected)|(?:is|are) available"
        r" (?:up)?on request)"
    ),
)

#: German: what of a judgement is talked over, how it came about, and the marks of a test.
_DE = (
    r"(?:(?:eine[mn]|einzelnen|den|diesen|die) (?:der |dieser |genannten )?punkten?|(?:das|ihre?m?|deine?m?|zum|dem)"
    r" ergebnis|(?:die|der|unsere[rn]?|ihre[rn]?|deine[rn]?|zur) (?:entscheidung|bewertung|beurteilung))\b"
)
_DE_HOW = (
    rf"(?:wie (?:knapp|(?:sie|du|wir|ihre?|deine?)\b{_GAP}{{0,40}}?(?:abgeschnitten|bewertet|entschieden|beurteilt"
    rf"|eingeschätzt|entscheidung))|was\b{_GAP}{{0,25}}?(?:ausschlag|gefehlt|fehlte|dagegen|entscheidend)"
    rf"|wo\b{_GAP}{{0,25}}?(?:gehapert|gehakt|gefehlt|verloren))"
)
_DE_MARKS = (
    r"(?:(?:korrigierte|bewertete)[nr]? \w+|(?:einzel|teil|test|prüfungs)ergebniss?e?\w*|(?:einzel"
    r"|gesamt)?punktzahl(?:en)?|prüfungs(?:unterlagen|arbeit|bogen|akten?)|bewertungsb[oö]gen|klausur(?:en)?"
    r"|einzelbewertung(?:en)?)\b"
)
_DE_OFFERS = (
    (
        rf"\b(?:(?:ich|wir) (?:kann|können)|(?:kann|können) (?:ich|wir))\b{_GAP}{{0,40}}?\b(?:feedback|(?:mündliche"
        r"|telefonische|persönliche|ausführliche|inhaltliche|individuelle|detaillierte)"
        rf" rückmeldung)\b{_GAP}{{0,30}}?\b(?:geben|anbieten)\b"
    ),
    (
        rf"\b(?:wenn|falls|auf wunsch|gern\w?)\b{_GAP}{{0,40}}?\b(?:(?:frage?n?|hake?n?|hole?n?|bitten?) (?:ich|wir)"
        rf"|(?:ich|wir) (?:frage?n?|hake?n?|hole?n?|bitten?))\b(?! (?:sie|dich)\b){_GAP}{{0,45}}?\b(?:feedback"
        r"|rückmeldung|begründung|gründen?|woran|warum)\b"
    ),
    (
        r"\b(?:wenn|falls|sollten|möchten sie|möchtest du|willst du|magst"
        rf" du)\b{_GAP}{{0,40}}?\b(?:{_DE}{_GAP}{{0,30}}?\b(?:hören|erfahren|wissen|sprechen|besprechen|reden"
        rf"|durchgehen|durchsprechen)\b|(?:wissen|erfahren|hören)\b[^.;!?,]{{0,12}}, {_DE_HOW})"
    ),
    (
        rf"\b(?:auf (?:wunsch|anfrage|nachfrage)|gern\w?)\b{_GAP}{{0,30}}?\b(?:erläuter|erklär|besprech"
        rf"|begründ)\w*\b{_GAP}{{0,30}}?\b{_DE}"
    ),
    (
        rf"\b(?:können|kannst|auf (?:wunsch|antrag|anfrage))\b{_GAP}{{0,50}}?\b{_DE_MARKS}{_GAP}{{0,30}}?\b(?:einsehen"
        r"|erfragen|anfordern|einsicht|erhalten|mit|nehmen)\b"
    ),
    (
        rf"\b(?:können|kann|auf (?:wunsch|antrag|anfrage))\b{_GAP}{{0,40}}?\beinsicht in {_GAP}{{0,20}}?\b{_DE_MARKS}"
        rf"|\b{_DE_MARKS}{_GAP}{{0,15}}?\b(?:können|kann)\b{_GAP}{{0,40}}?\b(?:eingesehen|erfragt|erfragen|angefordert"
        r"|einsehen|anfordern)\b"
    ),
)

#: French: what of a judgement is talked over, how it came about, and the marks of a test.
_FR = (
    r"(?:ces points|(?:[dl]['\u2019])?un de ces points|(?:l[ea]s?|ce|du|vos?t?r?e?|tes|ton) (?:résultats?|notes)"
    r"|(?:notre|cette|la|ce|de ce) (?:décision|choix))\b"
)
_FR_HOW = (
    r"(?:comment (?:vous avez|tu as|nous avons|on a) (?:été )?(?:noté|évalué|décidé|choisi|tranché|classé|jugé)\w*|ce"
    r" qui (?:n(?:ous|['\u2019]) |vous |t['\u2019])?a (?:\w+ )?(?:manqué|fait|décidé|pesé|joué|coûté)|où (?:vous|tu)"
    r" (?:avez|as) (?:perdu|péché))"
)
_FR_MARKS = (
    r"(?:(?:vo[st](?:re)?|tes|ta|leurs?|ses|sa) (?:notes?|copies?(?: corrigées?)?)"
    r"|l[ae]s? (?:grille|fiche)s? d['\u2019]évaluation)\b"
)
_FR_OFFERS = (
    (
        rf"\b(?:je peux|nous pouvons|on peut|en mesure de|disposée?s? à)\b{_GAP}{{0,15}}?\b(?:faire|donner|proposer"
        r"|offrir) (?:un|des) (?:feedback|retours? (?:plus )?(?:ora[lu]x?|téléphoniques?|détaillés?|personnalisés?"
        r"|individuels?|constructifs?|de vive voix|par téléphone|sur v?t?otre))"
    ),
    (
        rf"\b(?:si|volontiers)\b{_GAP}{{0,40}}?\b(?<!vous )(?<!te )(?:demande(?:r|rai|ons)?|sollicite(?:r|rai)?"
        rf"|relance(?:r|rai)?)\b{_GAP}{{0,40}}?\b(?:retour|feedback|explications?|précisions?|raisons|motifs)\b"
    ),
    (
        rf"\bs(?:i|['\u2019]il)\b{_GAP}{{0,30}}?\b(?:souhait|voul|veu|désir|aimer"
        r"|intéress)\w*[^.;!?,]{0,15}?\b(?:(?:revenir sur|(?:re)?parler de|discuter de|échanger sur|(?:en )?savoir"
        rf" plus sur|comprendre)\b[^.;!?,]{{0,12}}?\b{_FR}|(?:savoir|comprendre|connaître) {_FR_HOW})"
    ),
    (
        rf"\b(?:sur (?:simple )?demande|volontiers|avec plaisir)\b{_GAP}{{0,40}}?\b(?:expliqu|détaill"
        rf"|comment)(?!aire)\w*{_GAP}{{0,20}}?\b{_FR}|\b(?:expliqu|détaill"
        rf"|comment)(?!aire)\w*{_GAP}{{0,20}}?\bvolontiers {_FR}"
    ),
    (
        r"\b(?:pou[vr]\w+|peu\w+|possib\w+ (?:de|d['\u2019]))\b[^.;!?,]{0,15}?\b(?:demand|consult|obten|voir"
        rf"|recev)\w*[^.;!?,]{{0,20}}?\b{_FR_MARKS}|\b{_FR_MARKS}[^.;!?,]{{0,20}}? (?:(?:peu|pou)\w+ être (?:demand"
        r"|consult|obten|communiqu)|(?:est|sont) consultable)\w*"
    ),
)

#: Spanish: what of a judgement is talked over, how it came about, and the marks of a test.
_ES = (
    r"(?:est[eo]s? puntos?|los puntos|(?:el|tu|su|tus|sus|del?) resultados?|(?:tu|su) (?:puntuación|nota|evaluación"
    r"|valoración)|(?:la|nuestra|esta) (?:decisión|elección))\b"
)
_ES_HOW = (
    r"(?:cómo (?:(?:te|le|lo|la|se|hemos|fue|has|ha) ){1,2}(?:puntu|valor|decid|qued|calific|evalu)\w*|qué (?:(?:nos|te"
    r"|le|ha|hizo) ){0,2}(?:pes|falt|inclin|decid|fall|decant)\w*)"
)
_ES_MARKS = (
    r"(?:(?:sus?|tus?|el|los) ex[aá]men(?:es)?(?: corregidos?)?|(?:sus?|tus?) (?:puntuaci[oó]n(?:es)?"
    r"|calificaci[oó]n(?:es)?|notas?)|las (?:puntuaciones|calificaciones|notas) individuales|la hoja de evaluación)\b"
)
_ES_OFFERS = (
    (
        rf"\b(?:puedo|podemos)\b{_GAP}{{0,15}}?\b(?:dar|ofrecer|facilitar|proporcionar)\w* (?:(?:un|una|algo de|algún)"
        r" )?(?:feedback|retroalimentación|valoración|devolución)\b"
    ),
    (
        rf"\bsi\b{_GAP}{{0,25}}?\b(?<!te )(?<!le )(?:pido|pedimos|pedir(?:l[eo]s?)?|pregunto|preguntar(?:l[eo]s?)?"
        rf"|solicito|solicitamos|pida|pidamos)\b{_GAP}{{0,30}}?\b(?:feedback|motivos|razones|más detalles|valoración)\b"
    ),
    (
        rf"\bsi\b{_GAP}{{0,15}}?\b(?:quier|dese|interes|gustaría|apetec|prefier)\w*[^.;!?,]{{0,15}}?\b(?:(?:repas"
        rf"|coment|habl)\w*(?: de| sobre)?|saber más (?:de|sobre)) {_ES}|\bsi\b{_GAP}{{0,15}}?\b(?:quier|dese|interes"
        rf"|gustaría)\w*[^.;!?,]{{0,15}}?\b(?:saber|conocer|entender) {_ES_HOW}"
    ),
    (rf"\b(?:a petición|encantad[oa]s? de|con (?:mucho )?gusto)\b{_GAP}{{0,20}}?\b(?:explic|coment|repas)\w* {_ES}"),
    (
        r"\b(?:pued|podr|podéis)\w*\b[^.;!?,]{0,15}?\b(?:solicitar|consultar|pedir|ver"
        rf"|obtener)\b[^.;!?,]{{0,15}}?\b{_ES_MARKS}|\b{_ES_MARKS}[^.;!?,]{{0,15}}? (?:se (?:pued|podr)\w+ (?:solicitar"
        r"|consultar|pedir|ver)|(?:pued|podr)\w+ (?:solicitarse|consultarse|ser (?:solicitad|consultad)\w+))"
    ),
)

#: Italian: what of a judgement is talked over, how it came about, and the marks of a test.
_IT = (
    r"(?:(?:questi|quei|dei|uno di questi) punti|(?:l|dell|sull)['\u2019]esito|(?:il|del|sul|suo|tuo) (?:risultato"
    r"|punteggio)|(?:la|nostra|questa|della|sulla) (?:decisione|scelta))\b"
)
_IT_HOW = (
    r"(?:cosa (?:(?:ci|ti|le|non) ){0,2}(?:ha|abbia|è|sia) (?:fatto|mancat\w|decis\w|pesato)|com(?:e|['\u2019])"
    r" (?:(?:sei|è|siamo|abbiamo) )(?:stat\w )?(?:andat\w|arrivati|decis\w|valutat\w)|dove (?:hai|ha) perso)"
)
_IT_MARKS = (
    r"(?:(?:propri[oie]|suo|tuo|gli|singoli) (?:elaborat[oi]|punteggi[o]?)|sched[ae] di valutazione|(?:elaborato"
    r"|compito) corretto|punteggi (?:individuali|parziali|dettagliati))\b"
)
_IT_OFFERS = (
    (
        rf"\b(?:posso|possiamo|disponibil[ei] a|in grado di)\b{_GAP}{{0,15}}?\b(?:dar|offrir|fornir)\w* (?:(?:un|del)"
        r" )?(?:feedback|riscontro (?:a voce|oral|dettagliat|telefonic|più|personal))"
    ),
    (
        rf"\bse\b{_GAP}{{0,25}}?\b(?<!ti )(?<!le )(?<!vi )(?:chied(?:o|iamo|erò|ere"
        rf"|ergli))\b{_GAP}{{0,30}}?\b(?:riscontro|feedback|motiv[io]|motivazioni|spiegazion[ei]|dettagli)\b"
    ),
    (
        rf"\bse\b{_GAP}{{0,15}}?\b(?:vuo(?:i|le)|voless[ei]|desider\w+|piace(?:re|sse)"
        r"|interess\w+)\b[^.;!?,]{0,15}?\b(?:(?:(?:ri)?parl|discut|rived|approfond|commentar)\w*(?: di| insieme)?"
        rf"|saper(?:ne)? di più) {_IT}|\bse\b{_GAP}{{0,15}}?\b(?:vuo(?:i|le)|voless[ei]|desider\w+|piace(?:re|sse)"
        rf"|interess\w+)\b[^.;!?,]{{0,10}}?\b(?:sapere|capire|conoscere) (?:che )?{_IT_HOW}"
    ),
    (rf"\b(?:su richiesta|volentieri)\b{_GAP}{{0,25}}?\b(?:spieg|illustr|comment)\w* {_IT}"),
    (
        r"\b(?:può|puoi|possono|potr\w+|possibile)\b[^.;!?,]{0,15}?\b(?:(?:ri)?chiedere|prendere visione|visionare"
        rf"|vedere|consultare)\b[^.;!?,]{{0,15}}?\b{_IT_MARKS}|\b{_IT_MARKS}[^.;!?,]{{0,15}}? (?:può|possono|potr\w+)"
        r" essere (?:richiest|vist|consultat|visionat)\w"
    ),
)

#: Dutch: what of a judgement is talked over, how it came about, and the marks of a test.
_NL = (
    r"(?:(?:een|één) van de(?:ze)? punten|deze punten|(?:het|je|jouw|uw) (?:resultaat|score|beoordeling)|(?:de|onze"
    r"|deze) (?:beslissing|keuze|beoordeling))\b"
)
_NL_HOW = (
    rf"(?:hoe (?:je|u|jouw|uw|we|wij)\b{_GAP}{{0,25}}?(?:scoorde|gescoord|beslist|besloten|beoordeeld|keuze)"
    rf"|wat\b{_GAP}{{0,15}}?(?:doorslag|ontbrak|miste[n]?)|waar (?:je|u) (?:\w+ )?(?:verloor|tekortschoot))"
)
_NL_MARKS = (
    r"(?:proefdossier|(?:(?:uw|je|jouw|het|de) (?:verbeterde )?(?:proef|examen(?:kopij)?|toets|test|scores?|puntenblad"
    r"|beoordelingsformulier)|individuele (?:punten|scores?)))\b"
)
_NL_OFFERS = (
    (
        rf"\b(?:kan ik|ik kan|kunnen (?:we|wij)|(?:we|wij) kunnen)\b{_GAP}{{0,25}}?\b(?:feedback"
        rf"|terugkoppeling)\b{_GAP}{{0,15}}?\b(?:geven|bieden|aanbieden)\b"
    ),
    (
        rf"\b(?:als|wil|wilt|mocht)\b{_GAP}{{0,25}}?\b(?:vraag ik|vragen (?:we|wij)|ik \w+ vragen)\b(?! (?:je|jou"
        rf"|u)\b){_GAP}{{0,30}}?\b(?:feedback|terugkoppeling|toelichting|reden(?:en)?)\b"
    ),
    (
        r"\b(?:als|mocht|indien|wil|wilt|zou) (?:je|jij|u)\b(?:[^.;!?,]{0,10}?\b(?:hier|daar"
        r"|er)\b[^.;!?,]{0,20}?\bover (?:\w+ ){0,2}?(?:babbelen|praten|spreken|doorpraten|napraten)\b"
        rf"|[^.;!?,]{{0,25}}?\b{_NL}[^.;!?,]{{0,20}}?\b(?:bespreken|overlopen|doornemen)\b|[^.;!?,]{{0,15}}?\bmeer"
        rf" (?:wilt? )?(?:weten|horen) over {_NL}|[^.;!?,]{{0,20}}?\b(?:weten|horen),? {_NL_HOW})"
    ),
    (rf"\b(?:op (?:verzoek|aanvraag)|graag|gerust)\b{_GAP}{{0,20}}?\b{_NL}{_GAP}{{0,12}}?\btoe(?:lichten)?\b"),
    (
        rf"\b(?:kunt?|kan|mag|mogen|kunnen)\b{_GAP}{{0,35}}?\b{_NL_MARKS}{_GAP}{{0,20}}?\b(?:inkijken|inzien"
        rf"|opvragen)\b|\b{_NL_MARKS}[^.;!?,]{{0,12}}? (?:kunt?|kan|mag|mogen|kunnen)\b{_GAP}{{0,25}}?\b(?:inkijken"
        r"|inzien|opvragen|ingekeken|ingezien|opgevraagd)\b"
    ),
)

#: Portuguese: what of a judgement is talked over, how it came about, and the marks of a test.
_PT = (
    r"(?:(?:(?:d?est|d?ess)es|dos|os) pontos|(?:o|do|seu|teu) resultado|(?:a|da|nossa|desta|sua|tua) (?:decisão|escolha"
    r"|avaliação|pontuação))\b"
)
_PT_HOW = (
    r"(?:como (?:cheg[áa]mos|decidimos|foi avaliad\w|foste avaliad\w|se saiu|te saíste)|o que (?:(?:nos|lhe|te)"
    r" )?(?:pesou|faltou|falhou|decidiu|fez decidir|levou a decidir)|onde (?:perd|falh)(?:eu|este|ou|aste))"
)
_PT_MARKS = (
    r"(?:espelho d[ao] \w+|(?:suas?|tuas?) (?:notas?|pontuaç(?:ão|ões)|prova)|(?:notas|pontuações) individuais|prova"
    r" corrigida|(?:folha|ficha|grelha) de avaliação)\b"
)
_PT_OFFERS = (
    (
        rf"\b(?:posso|podemos|disponíve(?:l|is) para)\b{_GAP}{{0,15}}?\b(?:dar|oferecer|fornecer|partilhar)\S* (?:(?:um"
        r"|algum) )?(?:feedback|retorno (?:oral|detalhad|sobre [oa] s))"
    ),
    (
        rf"\b(?:se|caso)\b{_GAP}{{0,25}}?\b(?<!lhe )(?<!te )(?:peço|pedimos|pedirei|posso pedir|solicito"
        rf"|pergunto)(?!-)\b{_GAP}{{0,30}}?\b(?:feedback|retorno|motivos|razões|mais detalhes)\b"
    ),
    (
        rf"\b(?:se|caso)\b{_GAP}{{0,15}}?\b(?:quis|quer|quei|desej|gost|pretend)\w*[^.;!?,]{{0,12}}?\b(?:(?:(?:fal"
        rf"|convers)ar (?:sobre|d)|discutir|rever|comentar|saber mais sobre|perceber melhor|esclarecer) ?{_PT}|(?:saber"
        rf"|perceber|entender) {_PT_HOW})"
    ),
    (
        rf"\bpod\w+\b[^.;!?,]{{0,15}}?\b(?:solicitar|pedir|consultar|ver|obter)\b[^.;!?,]{{0,15}}?\b{_PT_MARKS}"
        rf"|\b{_PT_MARKS}[^.;!?,]{{0,15}}? pod\w+ ser (?:solicitad|pedid|consultad|vist)\w+"
    ),
)

#: One pattern a language: each of the ways in which it offers feedback.
OFFERS = ByLanguage(
    {
        language: "|".join(f"(?:{pattern})" for pattern in patterns)
        for language, patterns in {
            "en": _EN_OFFERS,
            "de": _DE_OFFERS,
            "fr": _FR_OFFERS,
            "es": _ES_OFFERS,
            "it": _IT_OFFERS,
            "nl": _NL_OFFERS,
            "pt": _PT_OFFERS,
        }.items()
    }
)
