"""When an employer says that another application is welcome.

Only sentences count that speak of applying again or of the next search: "we keep your data for twelve months" names a
time and no invitation.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from pipeline.core.message import UNDATED
from pipeline.core.reading import Reading
from pipeline.core.verdict import Act, Judgement
from pipeline.reading.reapply.appeals import asked_for, asks
from pipeline.reading.reapply.unwanted import asks_not_to
from pipeline.reading.reapply.words import AGAIN, APPLIES, CLOSES, GONE, ON_FILE, OPENS, OTHERS_TEST, THEIRS
from pipeline.reading.text.bounds import FIRST_SENTENCES, LONGEST_SENTENCE
from pipeline.reading.text.sentences import fold, shorten
from pipeline.reading.times.date_words import HESITATES
from pipeline.reading.times.dates import date_in
from pipeline.reading.times.span_words import ONCE_IN
from pipeline.reading.times.spans import is_barred
from pipeline.reading.times.starts import only_ends, only_starts
from pipeline.reading.times.then_words import THEN

#: From here on a sentence is taken for an invitation to come back, or to keep the application, whatever its words.
_BELIEVED, _KEPT = 0.3, 0.5

#: What invites, and what only asks to call or write, is more than any probability.
_CERTAIN, _ASKED = 2.0, 1.5

#: Characters of the sentence that is kept.
_LONGEST_PHRASE = 300

#: A date further ahead was misread.
_FURTHEST = timedelta(days=5 * 366)


@dataclass(frozen=True, slots=True)
class When:
    """A day and the sentence that names it; None and nothing where none does.

    A sentence without a day asks not to apply again.
    """

    day: date | None = None
    phrase: str = ""


def reapply_after(reading: Reading, judgement: Judgement) -> When:
    """Return the day from which a rejection welcomes another application, with the sentence that says so.

    Spans are counted from the day on which the message was sent. What invites in so many words goes before what is
    taken for an invitation, the surest first, and that before the day on which the next search begins, wherever they
    stand. In a message without a date none can be told. Of one that asks not to apply again, and does not invite in so
    many words to do so later, there is that sentence and no day.
    """
    unwanted = next((one.text for one in reading.sentences[:FIRST_SENTENCES] if asks_not_to(one.text)), "")
    found: list[tuple[float, When]] = []
    before = ""
    for text, acts in _sentences(reading, judgement):
        if asks_not_to(text):
            continue
        named: dict[bool, When] = {}
        for strength in _welcomes(text, acts):
            asked = strength == _ASKED
            when = named[asked] = named.get(asked) or _first_of(text, reading, asked=asked)
            if not when.day and strength and THEN.search(text):
                when = _first_of(before, reading)
            found += [(strength, when)] if when.day else []
        before = text
    strength, when = max(found, key=lambda one: one[0], default=(0.0, When()))
    return When(None, shorten(fold(unwanted), _LONGEST_PHRASE)) if unwanted and strength < _CERTAIN else when


def _welcomes(text: str, acts: Mapping[Act, float]) -> Iterator[float]:
    """Yield how surely a sentence welcomes another application, once for each way in which it does.

    By its words it does so altogether, by what it seems to do with that probability. Where it only says when the next
    search begins it is 0.
    """
    theirs, tested = THEIRS.search(text), OTHERS_TEST.search(text)
    text = OTHERS_TEST.sub(";", text)
    once = APPLIES.search(text) and (ONCE_IN.search(text) or is_barred(text))
    if not theirs and (once or AGAIN.search(text)):
        yield _CERTAIN
    if not theirs and asks(text):
        yield _ASKED
    if acts.get(Act.INVITES_BACK, 0.0) >= _BELIEVED and not (GONE.search(text) or theirs or tested):
        yield acts[Act.INVITES_BACK]
    elif OPENS.search(text) and not (CLOSES.search(HESITATES.sub("", text)) or theirs):
        yield 0.0


def kept_until(reading: Reading, judgement: Judgement) -> When:
    """Return the day until which a rejection says that the application is kept on file, with the sentence.

    The day on which it came, or by which something is to be answered, is no such day.
    """
    for text, acts in _sentences(reading, judgement):
        if acts.get(Act.KEEPS, 0.0) >= _KEPT or ON_FILE.search(text):
            sent = reading.message.date.date()
            among = only_ends(text, sent, day_first=_day_first(reading))
            found = _dated(text, reading, keeping=True, among=among)
            if found.day:
                return found
    return When()


def _first_of(text: str, reading: Reading, *, asked: bool = False) -> When:
    """Return the day from which on something is open by what a sentence says, or for which the reader is `asked`."""
    sent, day_first = reading.message.date.date(), _day_first(reading)
    among = only_starts(OTHERS_TEST.sub(";", text), sent, (AGAIN, OPENS), day_first=day_first)
    if asked:
        among = asked_for(among, sent, day_first=day_first)
    return _dated(text, reading, keeping=False, among=among)


def _day_first(reading: Reading) -> bool:
    """Return whether a day in figures begins with the day: in English either may."""
    return reading.language not in ("", "en")


def _sentences(reading: Reading, judgement: Judgement) -> Iterator[tuple[str, Mapping[Act, float]]]:
    """Yield the sentences that are read, with what each does; none of a message without a date, from which to count."""
    if reading.message.date == UNDATED:
        return
    for index, sentence in enumerate(reading.sentences[: min(FIRST_SENTENCES, len(judgement.acts))]):
        yield sentence.text[:LONGEST_SENTENCE], judgement.acts[index]


def _dated(text: str, reading: Reading, *, keeping: bool, among: str) -> When:
    """Return the day that is named in what of a sentence is looked `among`, if it lies ahead, but not too far."""
    sent = reading.message.date.date()
    day = date_in(among, sent, keeping=keeping, day_first=_day_first(reading))
    return When(day, shorten(fold(text), _LONGEST_PHRASE)) if day and timedelta(0) < day - sent <= _FURTHEST else When()
