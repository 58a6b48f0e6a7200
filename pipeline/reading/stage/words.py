"""Words of tests and papers in seven languages, for telling the stage of a rejection."""

from __future__ import annotations

import re

from pipeline.reading.by_language import by_language

_ASSESSMENT = {
    "en": (
        (
            r"\b(?:your|the|our|coding|technical|online|written|skills?|complet\w+|taking|sitting|sat"
            r"|results?(?: of)?|aptitude|psychometric|personality|practical|typing"
            r"|listening)\s(?:[\w-]+ ){0,3}?"
            r"(?:tests?|assessments?(?! cent| day)|challenge|take-home|case study|assignment|exercises?"
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

#: Words of a candidacy that went no further than paper, where nothing else is said.
APPLICATION = re.compile(
    r"\b(?:appl(?:y|ied|ying|ication\w*|icants?)|aplication|candid\w+|careers?|hir(?:e|es|ed|ing)|recruit\w+"
    r"|sponsor\w*|visas?|eligib\w+|(?:the|your|application) form|sift\w*|reach(?:ed|ing) out|get(?:ting)? in touch"
    r"|opportunit\w+|profile"
    r"|background|interest|screening"
    r"|qualifications|position|vacancy|role|post|job|opening|requisition|advert\w*|enquiry"
    r"|\w*bewerb\w*|beworben|interesse|profil\w*|vorauswahl|engere\w*|stellen?|vakanz\w*|zuschrift"
    r"|anzeige|annonce|praktikum|postul\w+|intérêt|poste|offre|stage"
    r"|kandidatu\w+|toepass\w+|aplicaci[oó]n|solicitudes|inscripción|currícul\w+|curricul\w+|est[áa]gio|inscriç\w+"
    r"|solicitud|postulaci[oó]n|perfil|inter[eé]s|puesto|vacante|plaza|oferta|profilo|posizione"
    r"|annuncio|posto|sollicit\w+|belangstelling|reactie|profiel|functie|vacature|vaga|interessado)\b",
    re.IGNORECASE,
)

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
    r"|inscrição)\b",
    re.IGNORECASE,
)

#: The mark of an interview: `Entrevista de competências: 12,00`.
SCORED = re.compile(
    r"\b(?:interview|oral exam|entretien|entrevista|colloquio|prova orale|prueba oral|prova oral|gespräch|gesprek)\b"
    r"[^:.;\n]{0,40}:\s{0,3}\d{1,3}(?:[.,/%]|\s*(?:points?|punti|puntos|pontos|punkte|punten)\b)",
    re.IGNORECASE,
)

#: Others were interviewed, and the reader among them: `applicants with a background such as yours`.
YOU_TOO = re.compile(
    r"\binterview\w*\b[^.;]{0,80}\b(?:as \w+ as|such as|like|including|yourself|among them) ?(?:you(?:rs|rself)?"
    r"|your own)?\b"
    r"(?:(?<=you)|(?<=yours)|(?<=yourself)|(?<=your own))",
    re.IGNORECASE,
)

TESTED = by_language(_ASSESSMENT)
