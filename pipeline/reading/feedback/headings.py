"""Headings above lists, and what they say of the items under them: `Strengths:`, `Puntos a mejorar:`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.core.feedback import FeedbackKind
from pipeline.core.reading import Reading
from pipeline.reading.feedback.none import is_advice_for_all, is_for_everybody
from pipeline.reading.reason.chosen import speaks_to_candidate
from pipeline.reading.text.sentences import ITEM, without_bullet

_LONGEST = 600

#: A heading has at most so many words; one that ends without a colon, or says nothing known, at most so many.
_MOST_WORDS = 9
_FEW_WORDS = 4

_ADVICE = re.compile(
    r"\b(?:advice|tips?|suggestions?|recommend\w*|next time|tipps?|empfehl\w*|ratschläge|nächste[ns]? mal|conseils?"
    r"|recommandations?|consejos?|recomendaci\w+|próxima|consigli\w?|suggeriment\w+|advies|aanbevelingen|dicas?"
    r"|conselhos?|recomendaç\w+)\b",
    re.IGNORECASE,
)

_GAP = re.compile(
    r"\b(?:weak(?:er)?\b|weakness\w*|gaps?|negatives?|cons|concerns?|reservations?|improvements?|shortcomings?|lack\w*"
    r"|(?:areas?|points?|room|things?) (?:for|to|of) (?:development|develop|growth|grow|work on|improve)|to work on"
    r"|development (?:areas?|points?|needs?)|f[ea]ll(?:s|ing)? short|f[ea]ll down|(?:was|were|is|are) (?:\w+ )?missing"
    r"|missed|(?:could|might) (?:be|have been|do|have done) (?:better|stronger|improved)|(?:could|can|to) improve\W*$"
    r"|(?:didn.t|did not) (?:work|go|like|convince)\w*|held you back|let you down|unconvinc\w+"
    r"|schwäche\w*|schwachpunkte?|verbesser\w+|gefehlt|fehlte?n?|vermiss\w+|entwicklungs\w+|negativ\w*|minuspunkte"
    r"|ausbaufähig\w*|defizite|kritikpunkte|bedenken|luft nach oben"
    r"|(?:points?|aspects?) (?:faibles?|négatifs?)|améliorer|amélioration|axes? de progr\w+|progresser"
    r"|(?:re)?travailler|faiblesses?|manqu\w+|réserves?|lacunes?|bémols?"
    r"|débil\w*|debilidad\w*|mejor(?:ar|as|a)\b|falt[óoa]\w*|carencias?|negativos?"
    r"|debol\w+|miglior\w+|manca\w*|criticità|negativi"
    r"|verbeterpunt\w*|verbeter\w*|zwak\w*|aandachtspunt\w*|ontwikkelpunt\w*|gemist|miste\w*|ontbr\w+|minpunt\w*"
    r"|frac[oa]s?|fraquezas?|melhor(?:ar|ia|ias)\b|faltou|faltaram)\b",
    re.IGNORECASE,
)

_STRENGTH = re.compile(
    r"\b(?:strengths?|best|strong(?:er)? (?:points?|areas?|sides?)|positives?|pros|highlights?|went well|did well"
    r"|worked well|liked?|loved|enjoyed|appreciated|impressed|stood out"
    r"|stärken?|positiv\w*|pluspunkte|gefallen|gefiel\w*|überzeugt\w*|gelungen|am besten|gut (?:war|lief|gelaufen)"
    r"|(?:points?|aspects?) (?:forts?|positifs?)|atouts?|plu|le meilleur|apprécié\w*|aimé\w*"
    r"|lo (?:mejor|bueno)|(?:puntos?|aspectos?) (?:fuertes?|positivos?)|fortalezas?|gust(?:ó|ado|aron)|encant\w+"
    r"|il meglio|punti di forza|punti forti|(?:aspetti|punti) positivi|piaciut\w+|apprezzat\w+"
    r"|mooi|leuke?|sterke? (?:punten|kanten)|sterktes|pluspunten|het beste?|positieve punten|goed (?:ging|was"
    r"|vonden)|beviel\w*"
    r"|o melhor|(?:pontos?|aspectos?) (?:fortes?|positivos?)|gost[aá]mos|agradou)\b",
    re.IGNORECASE,
)

#: With these a heading that names what was liked says the contrary: "What we liked less".
_NOT = re.compile(
    r"\b(?:less|least|not|didn.t|weniger|nicht|kaum|moins|pas|menos|no|meno|non|minder|niet|não)\b", re.IGNORECASE
)

#: What announces a list and says nothing itself.
_ANNOUNCES = re.compile(
    r"\b(?:feedback|comments?|notes?|scores?|results?|reasons?|follow(?:s|ing)|below|panel|here|rückmeldung\w*"
    r"|bewertung\w*"
    r"|punkte|gründe|folgend\w*|ergebnis\w*|retours?|commentaires?|raisons?|suivant\w*|voici|comentarios?|motivos?"
    r"|resultados?|siguientes?|riscontro|motivi|seguent\w+|terugkoppeling|redenen?|volgende|retorno|seguintes?)\b",
    re.IGNORECASE,
)

#: The heads of a table's columns: "Area | Score | Comment".
_COLUMN = (
    r"(?:areas?|questions?|competenc(?:y|ies)|criteri(?:on|a|um|o)|skills?|category|scores?|marks?|ratings?|grades?"
    r"|weight(?:ing)?|max(?:imum)?|points?|(?:panel )?(?:comments?|notes?|feedback)|results?"
    r"|bereich|frage|kompetenz|punkte|note|bewertung|kommentar|anmerkung|gewichtung|ergebnis"
    r"|domaine|critères?|compétences?|commentaires?|barème|áreas?|competencias?|puntuación|nota|comentarios?"
    r"|competenz[ae]|punteggio|voto|commenti?o?|onderdeel|competentie|cijfer|opmerking|toelichting"
    r"|critérios?|competências?|pontuação|observações)"
)
_COLUMNS = re.compile(rf"\W*{_COLUMN}(?:[\s|]+{_COLUMN}){{1,5}}\W*", re.IGNORECASE)

#: Behind such a word an item says something else than its heading.
_BUT = re.compile(
    r"\b(?:but|however|although|unfortunately|aber|jedoch|leider|allerdings|mais|cependant|pero|aunque|però|ma|tuttavia"
    r"|maar|echter|helaas|mas|porém|infelizmente)\b",
    re.IGNORECASE,
)

#: What announces what everybody was measured by, and marks of one candidate in the list below.
_CRITERIA = re.compile(
    r"\b(?:criteri\w+|requirements|person specification|kriterien|anforderungen|voraussetzungen|critères|grille"
    r"|requisitos|mínimos|requisiti|vereisten|functie-eisen)\b[^:]*:$",
    re.IGNORECASE,
)
_OF_ONE = re.compile(
    r"[:|=]|\s[-\u2013\u2014]\s|\b(?:met|unmet|not|no|yes|fully|partly|partially|erfüllt|nicht|kein\w*|ja|nein"
    r"|rempli|pas|aucune?"
    r"|oui|non|cumple|sí|soddisfatto|sì|niet|geen|voldaan|nee|não|sim|cumprido)\b",
    re.IGNORECASE,
)

#: What a firm may be short of itself: "but we lack the budget".
_MEANS = re.compile(
    r"\b(?:budgets?|fund(?:s|ing)|money|headcount|places?|vacanc(?:y|ies)|openings?|mittel|geld|plätze|stellen?"
    r"|moyens|places"
    r"|postes?|presupuesto|fondos|plazas?|vacantes?|puestos?|fondi|posti|posto|geld|plekken|plek|vacatures?|orçamento"
    r"|verbas?|vagas?"
    # Room and time
    r"|time(?! management)|room|space|capacity|zeit|platz|kapazität\w*|temps|espace|tiempo|espacio|hueco|tempo|spazio"
    r"|tijd|ruimte|espaço)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Headed:
    """The headings of a message, and the items under those that tell a kind, as numbers of sentences.

    `listed` are the items that a bullet or a number marks; `general` is what is told to everybody, as advice often is.
    """

    headings: frozenset[int] = frozenset()
    kinds: dict[int, FeedbackKind] = field(default_factory=dict)
    listed: frozenset[int] = frozenset()
    general: frozenset[int] = frozenset()


def headed(reading: Reading) -> Headed:
    """Return the headings of a message and what they say of the items under them."""
    layout = _Layout(reading)
    headings = frozenset(number for number in range(len(reading.sentences)) if layout.is_heading(number))
    kinds: dict[int, FeedbackKind] = {}
    for number in headings:
        kind = kind_of_heading(reading.sentences[number].text)
        if kind is not None:
            items = layout.items_under(number, headings)
            kinds.update((item, kind) for item in items if not _BUT.search(reading.sentences[item].text))
    kinds.update(layout.for_and_against())
    general = layout.criteria() | frozenset(
        item
        for number, sentence in enumerate(reading.sentences)
        if is_for_everybody(sentence.text, reading.language)
        for item in (number, *(layout.list_under(number) if is_advice_for_all(sentence.text) else ()))
    )
    return Headed(headings, kinds, frozenset(item for item in kinds if layout.is_listed(item)), general)


def kind_of_heading(text: str) -> FeedbackKind | None:
    """Return which kind of feedback a heading announces; None if it does not say."""
    if _ADVICE.search(text):
        return FeedbackKind.ADVICE
    if _GAP.search(text):
        return FeedbackKind.GAP
    if _STRENGTH.search(text):
        return FeedbackKind.GAP if _NOT.search(text) else FeedbackKind.STRENGTH
    return None


def turns(text: str) -> bool:
    """Return whether a sentence goes on with the opposite: it says "but"."""
    return _BUT.search(text[:_LONGEST]) is not None


def turns_from_praise(text: str) -> bool:
    """Return whether a sentence names what was liked and, behind a "but", what was missing of it."""
    text = text[:_LONGEST]
    turn = _BUT.search(text)
    if turn is None or not _STRENGTH.search(text[: turn.start()]):
        return False
    behind = text[turn.end() :]
    return _GAP.search(behind) is not None and not _MEANS.search(behind)


class _Layout:
    """How the sentences of a message stand on its lines."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.text
        self._sentences = reading.sentences
        self._language = reading.language

    def is_heading(self, number: int) -> bool:
        """Return whether a sentence stands right above others and announces them; at the end of a line only a list."""
        if number + 1 >= len(self._sentences) or self.is_listed(number):
            return False
        text, breaks = self._sentences[number].text, self._breaks_before(number + 1)
        words, listed = len(text.split()), self.is_listed(number + 1)
        if not 1 <= breaks <= 2 or words > (_MOST_WORDS if self._starts_line(number) else listed and _FEW_WORDS):
            return False
        tells = kind_of_heading(text) is not None
        if text.endswith(":"):
            return tells or words < _FEW_WORDS or bool(_ANNOUNCES.search(text))
        if not self._starts_line(number) or not text[-1].isalnum():
            return False
        begins = breaks == 1 and (number == 0 or self._breaks_before(number) > 1)
        return (tells and words <= _FEW_WORDS and (listed or begins)) or bool(_COLUMNS.fullmatch(text))

    def items_under(self, heading: int, headings: frozenset[int]) -> Iterator[int]:
        """Yield the numbers of the sentences that stand under a heading."""
        listed = self.is_listed(heading + 1)
        for number in range(heading + 1, len(self._sentences)):
            breaks = self._breaks_before(number)
            if number in headings or (breaks and not (self.is_listed(number) if listed else breaks == 1)):
                return
            yield number

    def list_under(self, number: int) -> Iterator[int]:
        """Yield the numbers of the items of the list that begins right below a sentence, if one does."""
        if number + 1 < len(self._sentences) and self.is_listed(number + 1):
            yield from self.items_under(number, frozenset())

    def criteria(self) -> frozenset[int]:
        """Return the items of lists that only name what everybody was measured by."""
        return frozenset(
            item
            for number, sentence in enumerate(self._sentences)
            if _CRITERIA.search(sentence.text) and not self._tells_of_one(sentence.text.rstrip(" :"))
            for item in self.list_under(number)
            if not self._tells_of_one(self._sentences[item].text)
        )

    def _tells_of_one(self, text: str) -> bool:
        """Return whether a line says how one candidate did."""
        return bool(_OF_ONE.search(without_bullet(text))) or speaks_to_candidate(text, self._language)

    def for_and_against(self) -> Iterator[tuple[int, FeedbackKind]]:
        """Yield the items that a plus or a minus marks, each with its kind, where one message has both."""
        marks = {number: self._text[self._sentences[number].start] for number in self._listed()}
        if {"+", "-"} <= set(marks.values()):
            kinds = {"+": FeedbackKind.STRENGTH, "-": FeedbackKind.GAP}
            yield from ((number, kinds[mark]) for number, mark in marks.items() if mark in kinds)

    def _listed(self) -> Iterator[int]:
        return (number for number in range(len(self._sentences)) if self.is_listed(number))

    def is_listed(self, number: int) -> bool:
        """Return whether a bullet or a number marks a sentence as an item."""
        return self._starts_line(number) and bool(ITEM.match(self._text, self._sentences[number].start))

    def _starts_line(self, number: int) -> bool:
        return number == 0 or self._breaks_before(number) > 0

    def _breaks_before(self, number: int) -> int:
        """Return how many line breaks stand between a sentence and the one before it."""
        return self._text.count("\n", self._sentences[number - 1].end, self._sentences[number].start) if number else 0
