"""What a piece of feedback speaks of: its topics, by words of seven languages."""

from __future__ import annotations

import re

#: Words by which a piece of feedback speaks of a topic; `*` at the end stands for any ending.
TOPICS = {
    "technical skill": "technical* technisch* technique* técnic* tecnic* coding code programming"
    " programmier* python java javascript sql"
    " react kubernetes docker aws terraform git algorithm* algorithme* algoritm* concurrency"
    " architecture architektur arquitectura architettura"
    " debugging testing tests unit refactor* api apis database* datenbank* excel sap software"
    " engineering statistic* statisti* modelling"
    " regression machine cloud fachlich* fachkenntnis* framework* linux query queries joins"
    " system-design design-system",
    "experience": "experience* erfahrung* berufserfahrung expérience* expériment* experiencia*"
    " esperienza* ervaring* werkervaring experiência*"
    " track-record background praxis hands-on years jahre años anni jaren anos",
    "communication": "communicat* kommuni* comunica* explain* explained explanation* erklär*"
    " expliqu* explica* spiega* uitleg* articulat* listen*"
    " zuhör* écoute escucha* ascolt* luister* concise answers antworten réponses respuestas risposte"
    " antwoorden respostas rambl* brief clear* clarity",
    "examples": (
        "example* beispiel* exemple* ejemplo* esempi* voorbeeld* exemplo* concrete konkret*"
        " concret* star specific* evidence details"
    ),
    "motivation": "motivat* motivation motivación motivazione motivatie motivação enthusias*"
    " begeister* passion* energy why warum pourquoi interest"
    " interesse drive curiosity neugier*",
    "culture": "culture* kultur* cultur* team-fit values werte valeurs valores valori waarden fit"
    " teamwork teamfähig* collaborat* zusammenarbeit collabora*"
    " samenwerk* équipe equipo squadra",
    "domain knowledge": "industry branche* sector* secteur settore domain* market* markt* marché"
    " mercado mercato product* produkt* produit* regulation*"
    " regulator* regulatory ifrs gdpr compliance fintech healthcare pharma retail logistik insurance banking company's",
    "language": "english englisch* anglais inglés inglese engels inglês german deutsch* allemand"
    " alemán tedesco duits alemão french französisch* français*"
    " francés francese frans francês spanish spanisch* espagnol español spagnolo spaans espanhol"
    " dutch niederländisch* néerlandais nederlands"
    " fluent fluency fließend sprachkenntnis* b1 b2 c1 c2",
    "seniority": "senior* junior* lead* führung* leadership management managing mentor* encadrement"
    " liderazgo leiding liderança überqualif* overqualif*"
    " surqualif* sobrecualif* level niveau nivel livello",
    "salary": (
        "salary salaries gehalt* salaire* salario* stipendio ral salaris salário* compensation"
        " budget rate rates pay pretensión prétentions"
    ),
    "eligibility": "permit visa visum arbeitserlaubnis permis permiso permesso vergunning licence"
    " license führerschein certificate* zertifikat*"
    " diploma diplôme degree abschluss titulación laurea diploma* relocation relocate umzug residence",
    "presentation": "presentation* präsentation* présentation* presentación* presentazion*"
    " presentatie* apresentação* slides folien pitch demo talk lecture"
    " vortrag lesson lehrprobe exposé",
    "portfolio": (
        "portfolio* book mappe arbeitsproben github repo* project* projekt* projet* proyecto* progett* projeto*"
    ),
    "preparation": "prepar* vorbereit* prépar* voorbereid* research* homework recherch* website informier* studied",
    "problem solving": "problem* problème* problema* case fallstudie edge-case* edge trade-off*"
    " tradeoff* structure* struktur* structured approach"
    " ansatz approche enfoque approccio aanpak abordagem solution lösung* reasoning",
    "application papers": (
        "cv résumé resume lebenslauf anschreiben letter lettre carta lettera brief"
        " application unterlagen dossier typos spelling"
    ),
    "test": (
        "test* score* points punkte points puntos punti punten pontos assessment* exam prüfung* épreuve examen prova"
    ),
}


def _topic_pattern(words: str) -> re.Pattern[str]:
    """Return the pattern of one topic's words."""
    parts = (re.escape(word.rstrip("*")) + (r"\w*" if word.endswith("*") else "") for word in words.split())
    return re.compile(rf"\b(?:{'|'.join(parts)})\b", re.IGNORECASE)


_TOPIC_PATTERNS = {topic: _topic_pattern(words) for topic, words in TOPICS.items()}


def topics_of(text: str) -> tuple[str, ...]:
    """Return the topics that a piece of feedback speaks of, in a fixed order."""
    return tuple(topic for topic, pattern in _TOPIC_PATTERNS.items() if pattern.search(text))
