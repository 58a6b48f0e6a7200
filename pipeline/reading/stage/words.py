"""Words of tests and papers in seven languages, for telling the stage of a rejection."""

from __future__ import annotations

import re

from pipeline.reading.text.by_language import by_language

_ASSESSMENT = {
    "en": (
        (
            r"\b(?:your|the|our|coding|technical|online|written|skills?|complet\w+|taking|sitting|sat"
            r"|results?(?: of)?|aptitude|psychometric|personality|practical|typing"
            r"|listening)\s(?:[\w-]+ ){0,3}?"
            r"(?:tests?|assessments?(?! cent| day| of (?:\w+ ){0,3}(?:applica|candid|cvs?\b|submission))|challenge"
            r"|take-home|case study|assignment|exercises?"
            r"|homework|questionnaire|quiz|exam|work sample)\b"
        ),
        (
            r"\b(?:take-?home|hackerrank|codility|codesignal|hirevue|situational judg\w+|psychometric"
            r"|in-tray|e-tray|(?:one-way|recorded|on-demand|digital|pre-recorded) (?:video )?interview"
            r"|video (?:interview )?(?:answers?|recordings?|responses?|submission)"
            r"|(?:record|complet)\w+ (?:the |a |your )?(?:video interview|answers)"
            r"|your solution|video interview element"
            r"|test (?:results?|scores?|cent(?:re|er))|(?:written|coding|online) task)\b"
        ),
    ),
    "de": (
        (
            r"\b(?:tests?|\w*(?:eignungs|einstellungs|aufnahme|online|programmier|persönlichkeits"
            r"|leistungs|sport|schreib|kompetenz|auswahl|fitness|sprach)-?test\w*|testergebnis\w*"
            r"|testverfahren|\w+-?aufgaben?|deine aufgabe|ihre aufgabe|arbeitsproben?"
            r"|case study|case|fallstudie|videointerview\w*|(?:code|coding)-?challenge|deine[mnr]? lösung"
            r"|ihre[mnr]? lösung|(?:ihre|deine) abgabe|online-?assessment\w*|eignungsprüfung"
            r"|aufnahmeprüfung)\b"
        ),
    ),
    "fr": (
        (
            r"\b(?:tests?|(?:votre|ta) solution"
            r"|votre exercice|ton exercice|l['\u2019]exercice|étude de cas|cas pratique"
            r"|épreuves? écrites?|l['\u2019]épreuve|mise en situation|devoir|ton code|votre code|qcm"
            r"|rendu|vidéo différée|entretien vidéo différé|questionnaire)\b"
        ),
    ),
    "es": (
        (
            r"\b(?:pruebas?|(?:tu|su) solución"
            r"|test|tests|ejercicios?|caso práctico|reto|examen|cuestionario|psicotécnic\w+"
            r"|psicométric\w+|videoentrevista)\b"
        ),
    ),
    "it": (
        (
            r"\b(?:(?:superat\w+|svolt\w+|sostenut\w+) (?:la |le |una )?prov[ae]|prov[ae] (?:scritt|tecnic|onlin"
            r"|preselett"
            r"|attitud|logic|pratic|psico|d['\u2019]esame|di (?:cod|selez|ammiss|preselez))\w*|test|esercizio|caso"
            r" (?:pratico|di studio)|questionario|elaborat[oi]|compito"
            r"|esercitazione|(?:tua|sua) soluzione|lo scritto|video colloquio|videocolloquio)\b"
        ),
    ),
    "nl": (
        (
            r"\b(?:\w*toets\w*|tests?|test\w*|opdracht|casus|case|opgave|proefopdracht|capaciteiten\w*"
            r"|vragenlijst|(?:je|jouw|uw) oplossing"
            r"|schriftelijke? (?:gedeelte|deel|proef|selectie\w*)|uitwerking|assessment\w*|examen|je"
            r" score|videosollicitatie"
            r"|video-interview)\b"
        ),
    ),
    "pt": (
        (
            r"\b(?:testes?|prova|provas|exercício|desafio|estudo de caso|case|questionário|(?:tua|sua) solução"
            r"|entrevista em vídeo|vídeo gravado|seu vídeo)\b"
        ),
    ),
}

#: How feedback speaks of somebody who was there.
SEEN = re.compile(
    r"\b(?:when (?:we|i|asked)|your answers?|your questions?|you (?:told|described|explained|said"
    r"|brought|showed|came across|answered|seemed|struggled|gave|asked)|how you|the way you"
    r"|(?:Sie|du) (?:haben|hast|wirkte\w*|erklärte\w*)|Ihre Antworten|deine Antworten|vos réponses"
    r"|tes réponses|tus respuestas|sus respuestas|le (?:tue|sue) risposte|je antwoorden|uw antwoorden"
    r"|suas respostas)\b",
    re.IGNORECASE,
)

#: What is only on paper.
PAPER = re.compile(
    r"\b(?:cvs?|résumés?|resumes?|cover letters?|letters?|application form|supporting (?:statement"
    r"|information)|on paper|criteri\w+|sift\w*|short-?list\w*|portfolio|applications?|folder"
    r"|proposal|quote|recordings?|demo tapes?"
    r"|lebenslauf|anschreiben|unterlagen|mappe|zeugnisse?|\w*bewerbung|exposé|dossiers?|lettre"
    r"|candidature|currículum|carta|curriculum|domanda|lettera|sollicitatie|brief|currículo"
    r"|(?:je|jouw|uw) reactie (?:op|kwam|is|hebben)"
    r"|inscrição"
    # What is sent without being asked for
    r"|your (?:\w+ )?(?:notes?|photos?|pictures?|drawings?)|(?:ihre|deine) (?:\w+ )?(?:nachricht|fotos?|zeilen)"
    r"|(?:votre|ton|ta|vos|tes) (?:\w+ )?(?:mot|message|photos?)|(?:tus?|sus?) (?:\w+ )?(?:mensaje|nota|fotos?)"
    r"|(?:tuo|tua|suo|sua|tue|sue) (?:\w+ )?(?:messaggio|foto)|(?:je|jouw|uw) (?:\w+ )?(?:bericht|briefje|foto)"
    r"|(?:seu|sua|teu|tua) (?:\w+ )?(?:mensagem|fotos?))\b",
    re.IGNORECASE,
)

TESTED = by_language(_ASSESSMENT)
