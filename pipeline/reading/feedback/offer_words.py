"""Words by which feedback is offered to whoever asks, by language.

They give it themselves ("I am able to offer some telephone feedback"), or would ask whoever decided; whoever wants to
may talk over how they were judged or hear more of it, or see the marks of a test. What the reader is asked for, is to
send in or should ask others for is another thing, and so are the next step and other jobs.
"""

from __future__ import annotations

from pipeline.reading.feedback.papers import SEEN
from pipeline.reading.text.by_language import ByLanguage

_GAP = r"[^.;!?]"

#: English: what of a judgement is talked over, and how it came about.
_EN = (
    r"(?:(?:any (?:of |part of )?|all (?:of )?)(?:this|these|it)|(?:these|those|any of the|the) (?:\w+ )?points|your"
    r" (?:interview |test )?(?:results?|scores?|marks?|assessment)\b(?! (?:day|centre|center))|the results?|(?:the|our"
    r"|their|the panel['\u2019]s) (?:outcome|scores|scoring|marks|marking|decision|reasoning))\b(?! of (?:our|your)\b)"
)
_EN_HOW = (
    r"(?:how (?:you|your \w+) (?:\w+ )?(?:scored|did\b|fared|got on|compared|w(?:ere|as) (?:scored|marked|rated|ranked"
    r"|judged|seen))|how (?:we|the panel|they) (?:\w+ )?(?:reasoned|decided|scored|judged|saw (?:it|you)|came to"
    r"|reached|arrived at)|how close (?:it|you)|what (?:tipped|swung|swayed|decided|cost you|let you down|was missing"
    r"|made the difference|(?:made|led) us (?:to )?(?:decide|choose|hesitate))|how (?:it|the interview|the test) went"
    r"|where (?:you|your \w+) (?:lost|fell|stood|ranked)|where the \w+ (?:\w+ )?let you down)"
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
        r"|discuss|(?:talk|chat) about(?= how)|talk (?:you )?(?:through|over)|go (?:through|over)|run (?:you"
        rf" )?(?:through|over)|walk you through)\b[^.;!?,]{{0,12}}?\b(?:{_EN}|{_EN_HOW})"
    ),
)

#: German: what of a judgement is talked over, and how it came about.
_DE = (
    r"(?:(?:eine[mn]|einzelnen|den|diesen|die) (?:der |dieser |genannten )?punkten?|(?:das|ihre?m?|deine?m?|zum|dem)"
    r" ergebnis|(?:die|der|unsere[rn]?|ihre[rn]?|deine[rn]?|zur) (?:entscheidung|bewertung|beurteilung))\b"
)
_DE_HOW = (
    rf"(?:wie (?!(?:ihre|deine) daten)(?:knapp|(?:sie|du|wir|ihre?|deine?)\b{_GAP}{{0,40}}?(?:abgeschnitten|bewertet"
    rf"|entschieden|beurteilt|eingeschätzt|entscheidung))|was\b{_GAP}{{0,25}}?(?:ausschlag|gefehlt|fehlte|dagegen"
    rf"|entscheidend)|wo\b{_GAP}{{0,25}}?(?:gehapert|gehakt|gefehlt|verloren))"
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
        rf"\b(?:wenn|falls|auf wunsch|gern\w?|komm\w*)\b{_GAP}{{0,60}}?\b(?:erläuter|erklär|erzähl"
        rf"|sag)\w*\b{_GAP}{{0,25}}?, {_DE_HOW}(?!{_GAP}*:)|\b(?:auf (?:wunsch|anfrage|nachfrage)"
        rf"|gern\w?)\b{_GAP}{{0,30}}?\b(?:erläuter|erklär|besprech|begründ)\w*\b{_GAP}{{0,30}}?\b{_DE}"
    ),
)

#: French: what of a judgement is talked over, and how it came about.
_FR = (
    r"(?:ces points|(?:[dl]['\u2019])?un de ces points|(?:l[ea]s?|ce|du|vos?t?r?e?|tes|ton) (?:résultats?|notes)"
    r"|(?:notre|cette|la|ce|de ce) (?:décision|choix))\b"
)
_FR_HOW = (
    r"(?:comment (?:vous avez|tu as|nous avons|on a) (?:été )?(?:noté|évalué|décidé|choisi|tranché|classé|jugé)\w*|ce"
    r" qui (?:n(?:ous|['\u2019]) |vous |t['\u2019])?a (?:\w+ )?(?:manqué|fait|décidé|pesé|joué|coûté)|où (?:vous|tu)"
    r" (?:avez|as) (?:perdu|péché))"
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
        rf"\bs(?:i|['\u2019]il)\b{_GAP}{{0,30}}?\b(?:souhait|voul|veu|désir|aimer|intéress"
        r"|envie)\w*[^.;!?,]{0,15}?\b(?:(?:revenir sur|(?:re)?parler de|discuter de|échanger sur|(?:en )?savoir plus"
        rf" sur|comprendre)\b[^.;!?,]{{0,12}}?\b{_FR}|(?:savoir|comprendre|connaître) {_FR_HOW})|\bje (?:vous|te)"
        rf" (?:explique|raconte|dis|dirai|expliquerai) {_FR_HOW}(?!{_GAP}*:)"
    ),
    (
        rf"\b(?:sur (?:simple )?demande|volontiers|avec plaisir)\b{_GAP}{{0,40}}?\b(?:expliqu|détaill"
        rf"|comment)(?!aire)\w*{_GAP}{{0,20}}?\b{_FR}|\b(?:expliqu|détaill"
        rf"|comment)(?!aire)\w*{_GAP}{{0,20}}?\bvolontiers {_FR}"
    ),
)

#: Spanish: what of a judgement is talked over, and how it came about.
_ES = (
    r"(?:est[eo]s? puntos?|los puntos|(?:el|tu|su|tus|sus|del?) resultados?|(?:tu|su) (?:puntuación|nota|evaluación"
    r"|valoración)|(?:la|nuestra|esta) (?:decisión|elección))\b"
)
_ES_HOW = (
    r"(?:cómo (?:(?:te|le|lo|la|se|hemos|fue|has|ha) ){1,2}(?:puntu|valor|decid|qued|calific|evalu)\w*|qué (?:(?:nos|te"
    r"|le|ha|hizo) ){0,2}(?:pes|falt|inclin|decid|fall|decant)\w*)"
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
    (
        rf"\b(?:te|le) (?:cuento|explico|contamos|explicamos|contaré|explicaré) {_ES_HOW}(?!{_GAP}*:)|\b(?:a petición"
        rf"|encantad[oa]s? de|con (?:mucho )?gusto)\b{_GAP}{{0,20}}?\b(?:explic|coment|repas)\w* {_ES}"
    ),
)

#: Italian: what of a judgement is talked over, and how it came about.
_IT = (
    r"(?:(?:questi|quei|dei|uno di questi) punti|(?:l|dell|sull)['\u2019]esito|(?:il|del|sul|suo|tuo) (?:risultato"
    r"|punteggio)|(?:la|nostra|questa|della|sulla) (?:decisione|scelta))\b"
)
_IT_HOW = (
    r"(?:cosa (?:(?:ci|ti|le|non) ){0,2}(?:ha|abbia|è|sia) (?:fatto|mancat\w|decis\w|pesato)|com(?:e "
    r"|['\u2019]\s?)(?:(?:sei|è|siamo|abbiamo) )(?:stat\w )?(?:andat\w|arrivati|decis\w|valutat\w)|dove (?:hai|ha)"
    r" perso)"
)
_IT_OFFERS = (
    (
        rf"\b(?:posso|possiamo|disponibil[ei] a|in grado di)\b{_GAP}{{0,15}}?\b(?:dar|offrir|fornir)\w* (?:(?:un|del)"
        r" )?(?:feedback|riscontro (?:a voce|oral|dettagliat|telefonic|più|personal))"
    ),
    (
        rf"\bse\b{_GAP}{{0,25}}?\b(?<!ti )(?<!le )(?<!vi )(?:chied(?:o|iamo|erò|ere"
        rf"|ergli))\b{_GAP}{{0,30}}?\b(?:riscontro|feedback|motiv[io]|motivazioni|spiegazion[ei]|dettagli)\b|\b(?:posso"
        rf"|possiamo) chiedere\b{_GAP}{{0,30}}?\b(?:riscontro|feedback|motiv[io]|dettaglio?)\b{_GAP}{{0,20}}?\bse\b"
    ),
    (
        rf"\bse\b{_GAP}{{0,15}}?\b(?:vuo(?:i|le)|voless[ei]|desider\w+|piace(?:re|sse)"
        r"|interess\w+)\b[^.;!?,]{0,15}?\b(?:(?:(?:ri)?parl|discut|rived|approfond|commentar)\w*(?: di| insieme)?"
        rf"|saper(?:ne)? di più) {_IT}|\bse\b{_GAP}{{0,15}}?\b(?:vuo(?:i|le)|voless[ei]|desider\w+|piace(?:re|sse)"
        rf"|interess\w+)\b[^.;!?,]{{0,10}}?\b(?:sapere|capire|conoscere) (?:che )?{_IT_HOW}"
    ),
    (
        rf"\bse\b{_GAP}{{0,20}}?\bpiacere (?:parlarne|discuterne)\b|\b(?:ti|le|glielo|te lo) (?:spiego|racconto"
        rf"|spieghiamo|raccontiamo) (?:che )?{_IT_HOW}(?!{_GAP}*:)|\b(?:su richiesta"
        rf"|volentieri)\b{_GAP}{{0,25}}?\b(?:spieg|illustr|comment)\w* {_IT}"
    ),
)

#: Dutch: what of a judgement is talked over, and how it came about.
_NL = (
    r"(?:(?:een|één) van de(?:ze)? punten|deze punten|(?:het|je|jouw|uw) (?:resultaat|score|beoordeling)|(?:de|onze"
    r"|deze) (?:beslissing|keuze|beoordeling))\b"
)
_NL_HOW = (
    rf"(?:hoe (?:je|u|jouw|uw|we|wij)\b{_GAP}{{0,25}}?(?:scoorde|gescoord|beslist|besloten|beoordeeld|keuze)"
    rf"|wat\b{_GAP}{{0,15}}?(?:doorslag|ontbrak|miste[n]?)|waar (?:je|u) (?:\w+ )?(?:verloor|tekortschoot))"
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
)

#: Portuguese: what of a judgement is talked over, and how it came about.
_PT = (
    r"(?:(?:(?:d?est|d?ess)es|dos|os) pontos|(?:o|do|seu|teu) resultado|(?:a|da|nossa|desta|sua|tua) (?:decisão|escolha"
    r"|avaliação|pontuação))\b"
)
_PT_HOW = (
    r"(?:como (?:cheg[áa]mos|decidimos|foi avaliad\w|foste avaliad\w|se saiu|te saíste)|o que (?:(?:nos|lhe|te)"
    r" )?(?:pesou|faltou|falhou|decidiu|fez decidir|levou a decidir)|onde (?:perd|falh)(?:eu|este|ou|aste))"
)
_PT_OFFERS = (
    (
        rf"\b(?:posso|podemos|disponíve(?:l|is) para)\b{_GAP}{{0,15}}?\b(?:dar|oferecer|fornecer|partilhar)\S* (?:(?:um"
        r"|algum) )?(?:feedback|retorno (?:oral|detalhad|sobre [oa] s))"
    ),
    (
        rf"\b(?:se|caso)\b{_GAP}{{0,25}}?\b(?<!lhe )(?<!te )(?:peço|pedimos|pedirei|posso pedir|solicito"
        rf"|pergunto)(?!-)\b{_GAP}{{0,30}}?\b(?:feedback|retorno|motivos|razões|mais detalhes)\b|\b(?:posso|podemos)"
        rf" pedir (?!-){_GAP}{{0,30}}?\b(?:feedback|retorno|motivos|razões|mais detalhes)\b{_GAP}{{0,20}}?\b(?:se"
        r"|caso)\b"
    ),
    (
        rf"\b(?:se|caso)\b{_GAP}{{0,15}}?\b(?:quis|quer|quei|desej|gost|pretend)\w*[^.;!?,]{{0,12}}?\b(?:(?:(?:fal"
        rf"|convers)ar (?:sobre|d)|discutir|rever|comentar|saber mais sobre|perceber melhor|esclarecer) ?{_PT}|(?:saber"
        rf"|perceber|entender) {_PT_HOW})|\b(?:explico|conto|digo|explicamos|contamos)-(?:lhe|te) {_PT_HOW}(?!{_GAP}*:)"
    ),
)

#: One pattern a language: each of the ways in which it offers feedback.
OFFERS = ByLanguage(
    {
        language: "|".join(f"(?:{pattern})" for pattern in (*patterns, *SEEN[language]))
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
