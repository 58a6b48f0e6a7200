"""Headings above lists, and what they say of the items under them: `Strengths:`, `Puntos a mejorar:`."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, field

from pipeline.core.feedback import FeedbackKind
from pipeline.core.reading import Reading
from pipeline.reading.text.bounds import LONGEST_SENTENCE
from pipeline.reading.text.sentences import ITEM, without_bullet
from pipeline.reading.told.addressed import speaks_to_candidate
from pipeline.reading.told.everybody import is_advice_for_all, is_for_everybody

#: A heading has at most so many words; one that ends without a colon at most so many.
_MOST_WORDS = 9
_FEW_WORDS = 4

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
    r"|frac[oa]s?|fraquezas?|melhor(?:ar|ia|ias)\b|faltou|faltaram|mal[oe]|peor|pior|schlecht\w*|minus|les moins)\b",
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
    r"|o melhor|(?:pontos?|aspectos?) (?:fortes?|positivos?)|gost[aá]mos|agradou)\b"
    r"|^\W*(?:(?:the|das|les|lo|o|il|het) )?(?:good|plus|gut|gute|bien|bon|bello|bene|bom|sterk|goed)\b",
    re.IGNORECASE,
)

#: With these a heading that names what was liked says the contrary: "What we liked less".
_NOT = re.compile(
    r"\b(?:less|least|not|didn.t|weniger|nicht|kaum|moins|pas|menos|no|meno|non|minder|niet|não|nem)\b", re.IGNORECASE
)

#: Behind such a word an item says something else than its heading.
_BUT_WORDS = (
    r"but|however|although|unfortunately|aber|jedoch|leider|allerdings|mais|cependant|pero|aunque|però|ma|tuttavia"
    r"|maar|echter|helaas|mas|porém|infelizmente"
)
_BUT = re.compile(rf"\b(?:{_BUT_WORDS})\b", re.IGNORECASE)

#: Behind a comma, with something to follow that is no second praise, it turns the whole sentence.
_TURN = re.compile(
    rf"[,;\u2013\u2014]\s*(?:{_BUT_WORDS})\s+(?!(?:also|too|above all|most of all|that['\u2019]s|auch|vor allem|das"
    r"|aussi|surtout|c['\u2019]est|también|sobre todo|anche|soprattutto|ook|vooral|dat|também|sobretudo)\b)"
    r"\S+(?:\s+\S+){2}",
    re.IGNORECASE,
)

#: What takes the place away and finds no fault: "but we had one place to give", "aber die Wahl fiel uns schwer".
_DECIDES = re.compile(
    r"\b(?:cho+s\w*|choice|decid\w+|decision|pick\w*|select\w*|appoint\w*|went|going|go (?:with|for)|places?|spots?"
    r"|posts?|position|role|vacanc\w+|only (?:one|take|hire)|close|difficult|hard|tough|competition|field|applica\w+"
    r"|budget|funding"
    r"|other candidates?|others|(?:some|any)(?:one|body)|unable|can(?:no|['\u2019])t"
    r"|entsch\w+|wahl|wähl\w*|stellen?|platz|plätze|schwer\w*|knapp\w*|jemand\w*|ander[en]\w*|bewerb\w+|können|konnten"
    r"|choi(?:x|si\w*)|décid\w+|décision|retenu\w*|postes?|places?|difficile|autres?|quelqu['\u2019]un|candidat\w*"
    r"|pouvons"
    r"|eleg\w+|elecci[óo]n|decid\w+|decisi[óo]n|plazas?|puestos?|difícil|otr[ao]s?|alguien|podemos"
    r"|scelt\w+|scegli\w+|decis\w+|post[oi]|difficile|altr[aeio]|qualcun\w*|possiamo"
    r"|keuze|kie[sz]\w*|gekozen|kozen|besl\w+|plek|plaats|moeilijk\w*|iemand|andere?|kunnen"
    r"|escolh\w+|decidi\w+|decis[ãõ]\w+|vagas?|lugar\w*|outr[ao]s?|alguém)\b",
    re.IGNORECASE,
)

#: What announces what everybody was measured by, and marks of one candidate there or in the list below.
_CRITERIA = re.compile(
    r"\b(?:criteri\w+|requirements|person specification|kriterien|anforderungen|voraussetzungen|critères|grille"
    r"|requisitos|mínimos|requisiti|vereisten|functie-eisen)\b[^:]*:$",
    re.IGNORECASE,
)
_OF_ONE = re.compile(
    r"[:|=]|\s[-\u2013\u2014]\s|\b(?:not|nicht|kein\w*|pas|aucune?|no|non|niet|geen|não)\b", re.IGNORECASE
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
    headings = layout.headings()
    kinds = {
        item: kind
        for number, kind in headings.items()
        for item in layout.items_under(number, headings)
        if not turns(reading.sentences[item].text)
    }
    kinds.update(layout.for_and_against())
    listed = frozenset(item for item in kinds if layout.is_listed(item))
    return Headed(layout.announcing().union(headings), kinds, listed, layout.advice_for_all() | layout.criteria())


def kind_of_heading(text: str) -> FeedbackKind | None:
    """Return which kind of feedback a heading announces; None if it does not say."""
    if _GAP.search(text):
        return FeedbackKind.GAP
    if _STRENGTH.search(text):
        return FeedbackKind.GAP if _NOT.search(text) else FeedbackKind.STRENGTH
    return None


def kind_of_label(text: str) -> FeedbackKind | None:
    """Return which kind of feedback a few words in front of a colon announce: `Strength: your sense of colour`."""
    label, colon, rest = text[:LONGEST_SENTENCE].partition(":")
    is_label = colon and rest.strip() and len(label.split()) <= _FEW_WORDS
    return kind_of_heading(label) if is_label else None


def turns_against(text: str) -> bool:
    """Return whether a sentence ends in a fault, though it praises first: "lovely with guests, but slow at tables"."""
    text = text[:LONGEST_SENTENCE]
    turn = _TURN.search(text)
    return turn is not None and not _DECIDES.search(text, turn.start())


def turns(text: str) -> bool:
    """Return whether a sentence goes on with the opposite: it says "but"."""
    return _BUT.search(text[:LONGEST_SENTENCE]) is not None


def turns_from_praise(text: str) -> bool:
    """Return whether a sentence names what was liked and, behind a "but", what was missing of it."""
    text = text[:LONGEST_SENTENCE]
    turn = _BUT.search(text)
    return turn is not None and bool(_STRENGTH.search(text[: turn.start()]) and _GAP.search(text[turn.end() :]))


class _Layout:
    """How the sentences of a message stand on its lines."""

    def __init__(self, reading: Reading) -> None:
        self._text = reading.text
        self._sentences = reading.sentences
        self._language = reading.language

    def headings(self) -> dict[int, FeedbackKind]:
        """Return the sentences that announce what stands right below them, each with its kind."""
        kinds: dict[int, FeedbackKind] = {}
        for number in filter(self._heads, range(len(self._sentences))):
            text = self._sentences[number].text
            kind = kind_of_heading(text) or (FeedbackKind.GAP if self._is_the_rest(text, kinds) else None)
            if kind is not None:
                kinds[number] = kind
        return kinds

    @staticmethod
    def _is_the_rest(text: str, above: dict[int, FeedbackKind]) -> bool:
        """Return whether a heading only says "less" or "not so", right after one that names what was liked."""
        return next(reversed(above.values()), None) is FeedbackKind.STRENGTH and _NOT.search(text) is not None

    def announcing(self) -> frozenset[int]:
        """Return the short lines right above a list that announce it by a colon, of whatever kind they are."""
        return frozenset(
            number
            for number, one in enumerate(self._sentences)
            if one.text.endswith(":") and len(one.text.split()) <= _FEW_WORDS and self._heads(number)
        )

    def _heads(self, number: int) -> bool:
        """Return whether a sentence stands as a heading does: at the end of a longer line only above a list."""
        if number + 1 >= len(self._sentences) or self.is_listed(number):
            return False
        text, above, below = self._sentences[number].text, self._breaks_before(number), self._breaks_before(number + 1)
        listed, starts_line = self.is_listed(number + 1), number == 0 or above > 0
        words = len(text.split())
        if not 1 <= below <= 2 or words > (_MOST_WORDS if starts_line and text.endswith(":") else _FEW_WORDS):
            return False
        if text.endswith(":"):
            return starts_line or listed
        begins = below == 1 and (number == 0 or above > 1)
        return starts_line and text[-1].isalnum() and (listed or begins)

    def items_under(self, number: int, headings: Container[int] = ()) -> Iterator[int]:
        """Yield the numbers of the sentences that stand under one: a list, or else the lines right below."""
        listed = number + 1 < len(self._sentences) and self.is_listed(number + 1)
        for item in range(number + 1, len(self._sentences)):
            breaks = self._breaks_before(item)
            if item in headings or (breaks and not (self.is_listed(item) if listed else breaks == 1)):
                return
            yield item

    def _list_under(self, number: int) -> Iterator[int]:
        """Yield the numbers of the items of the list that begins right below a sentence, if one does."""
        if number + 1 < len(self._sentences) and self.is_listed(number + 1):
            yield from self.items_under(number)

    def advice_for_all(self) -> frozenset[int]:
        """Return what is told to everybody, and the items of the lists of advice below it."""
        return frozenset(
            item
            for number, sentence in enumerate(self._sentences)
            if is_for_everybody(sentence.text, self._language)
            for item in (number, *(self._list_under(number) if is_advice_for_all(sentence.text) else ()))
        )

    def criteria(self) -> frozenset[int]:
        """Return the items of lists that only name what everybody was measured by."""
        return frozenset(
            item
            for number, sentence in enumerate(self._sentences)
            if _CRITERIA.search(sentence.text) and not self._tells_of_one(sentence.text.rstrip(" :"))
            for item in self._list_under(number)
            if not self._tells_of_one(self._sentences[item].text)
        )

    def _tells_of_one(self, text: str) -> bool:
        """Return whether a line says how one candidate did."""
        return bool(_OF_ONE.search(without_bullet(text))) or speaks_to_candidate(text, self._language)

    def for_and_against(self) -> dict[int, FeedbackKind]:
        """Return the items that a plus or a minus marks, each with its kind, where one message has both."""
        listed = (number for number in range(len(self._sentences)) if self.is_listed(number))
        marks = {number: self._text[self._sentences[number].start] for number in listed}
        kinds = {"+": FeedbackKind.STRENGTH, "-": FeedbackKind.GAP}
        return {
            number: kinds[mark]
            for number, mark in marks.items()
            if mark in kinds and kinds.keys() <= set(marks.values())
        }

    def is_listed(self, number: int) -> bool:
        """Return whether a bullet or a number marks a sentence as an item."""
        starts_line = number == 0 or self._breaks_before(number) > 0
        return starts_line and bool(ITEM.match(self._text, self._sentences[number].start))

    def _breaks_before(self, number: int) -> int:
        """Return how many line breaks stand between a sentence and the one before it."""
        return self._text.count("\n", self._sentences[number - 1].end, self._sentences[number].start) if number else 0
