"""Words by which whoever asks may see the marks of a test, or the marked paper, by language.

What the reader is to send in is another thing.
"""

from __future__ import annotations

_GAP = r"[^.;!?]"

#: What is seen, in each language.
_EN_MARKS = (
    r"(?:(?:individual|detailed|your|their|own|the) (?:\w+ )?)(?:marks?|scores?|scor(?:e|ing) ?sheets?|mark ?sheets?"
    r"|marked \w+|(?:test|exam\w*) papers?)\b"
)
_DE_MARKS = (
    r"(?:(?:korrigierte|bewertete)[nr]? \w+|(?:einzel|teil|test|prüfungs)ergebniss?e?\w*|(?:einzel"
    r"|gesamt)?punktzahl(?:en)?|prüfungs(?:unterlagen|arbeit|bogen|akten?)|bewertungsb[oö]gen|klausur(?:en)?"
    r"|einzelbewertung(?:en)?)\b"
)
_FR_MARKS = (
    r"(?:(?:vo[st](?:re)?|tes|ta|leurs?|ses|sa) (?:notes?|copies?(?: corrigées?)?)|l[ae]s? (?:grille|fiche)s?"
    r" d['\u2019]évaluation)\b"
)
_ES_MARKS = (
    r"(?:(?:sus?|tus?|el|los) ex[aá]men(?:es)?(?: corregidos?)?|(?:sus?|tus?) (?:puntuaci[oó]n(?:es)?"
    r"|calificaci[oó]n(?:es)?|notas?)|las (?:puntuaciones|calificaciones|notas) individuales|la hoja de evaluación)\b"
)
_IT_MARKS = (
    r"(?:(?:propri[oie]|suo|tuo|gli|singoli) (?:elaborat[oi]|punteggi[o]?)|sched[ae] di valutazione|(?:elaborato"
    r"|compito) corretto|punteggi (?:individuali|parziali|dettagliati))\b"
)
_NL_MARKS = (
    r"(?:proefdossier|(?:(?:uw|je|jouw|het|de) (?:verbeterde )?(?:proef|examen(?:kopij)?|toets|test|scores?|puntenblad"
    r"|beoordelingsformulier)|individuele (?:punten|scores?)))\b"
)
_PT_MARKS = (
    r"(?:espelho d[ao] \w+|(?:suas?|tuas?) (?:notas?|pontuaç(?:ão|ões)|prova)|(?:notas|pontuações) individuais|prova"
    r" corrigida|(?:folha|ficha|grelha) de avaliação)\b"
)

#: The ways in which each language says so.
SEEN = {
    "en": (
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
    ),
    "de": (
        (
            r"\b(?:können|kannst|auf (?:wunsch|antrag"
            rf"|anfrage))\b{_GAP}{{0,50}}?\b{_DE_MARKS}{_GAP}{{0,30}}?\b(?:einsehen|erfragen|anfordern|einsicht"
            r"|erhalten|mit|nehmen)\b"
        ),
        (
            rf"\b(?:können|kann|auf (?:wunsch|antrag|anfrage))\b{_GAP}{{0,40}}?\beinsicht in"
            rf" {_GAP}{{0,20}}?\b{_DE_MARKS}|\bauf (?:wunsch|antrag|anfrage) (?:erhalten"
            rf"|bekommen)\b{_GAP}{{0,20}}?\b{_DE_MARKS}|\b{_DE_MARKS}{_GAP}{{0,15}}?\b(?:können"
            rf"|kann)\b{_GAP}{{0,40}}?\b(?:eingesehen|erfragt|erfragen|angefordert|einsehen|anfordern)\b"
        ),
    ),
    "fr": (
        (
            r"\b(?:pou[vr]\w+|peu\w+|possib\w+ (?:de|d['\u2019]))\b[^.;!?,]{0,15}?\b(?:demand|consult|obten|voir"
            rf"|recev)\w*[^.;!?,]{{0,20}}?\b{_FR_MARKS}|\b{_FR_MARKS}[^.;!?,]{{0,20}}? (?:(?:peu|pou)\w+ être (?:demand"
            r"|consult|obten|communiqu)|(?:est|sont) consultable)\w*"
        ),
    ),
    "es": (
        (
            r"\b(?:pued|podr|podéis)\w*\b[^.;!?,]{0,15}?\b(?:solicitar|consultar|pedir|ver"
            rf"|obtener)\b[^.;!?,]{{0,15}}?\b{_ES_MARKS}|\b{_ES_MARKS}[^.;!?,]{{0,15}}? (?:se (?:pued|podr)\w+"
            r" (?:solicitar|consultar|pedir|ver)|(?:pued|podr)\w+ (?:solicitarse|consultarse|ser (?:solicitad"
            r"|consultad)\w+))"
        ),
    ),
    "it": (
        (
            r"\b(?:può|puoi|possono|potr\w+|possibile)\b[^.;!?,]{0,15}?\b(?:(?:ri)?chiedere|prendere visione"
            rf"|visionare|vedere|consultare)\b[^.;!?,]{{0,15}}?\b{_IT_MARKS}|\b{_IT_MARKS}[^.;!?,]{{0,15}}? (?:può"
            r"|possono|potr\w+) essere (?:richiest|vist|consultat|visionat)\w"
        ),
    ),
    "nl": (
        (
            rf"\b(?:kunt?|kan|mag|mogen|kunnen)\b{_GAP}{{0,35}}?\b{_NL_MARKS}{_GAP}{{0,20}}?\b(?:inkijken|inzien"
            rf"|opvragen)\b|\b{_NL_MARKS}[^.;!?,]{{0,12}}? (?:kunt?|kan|mag|mogen|kunnen)\b{_GAP}{{0,25}}?\b(?:inkijken"
            r"|inzien|opvragen|ingekeken|ingezien|opgevraagd)\b"
        ),
    ),
    "pt": (
        (
            rf"\bpod\w+\b[^.;!?,]{{0,15}}?\b(?:solicitar|pedir|consultar|ver|obter)\b[^.;!?,]{{0,15}}?\b{_PT_MARKS}"
            rf"|\b{_PT_MARKS}[^.;!?,]{{0,15}}? pod\w+ ser (?:solicitad|pedid|consultad|vist)\w+"
        ),
    ),
}
