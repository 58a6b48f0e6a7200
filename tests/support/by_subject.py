"""A classifier that believes the subject, for tests of what is done with its judgement."""

from __future__ import annotations

from collections.abc import Sequence

from support.judgements import THRESHOLDS, by_acts

from pipeline.core.reading import Reading
from pipeline.core.verdict import Act, Judgement, Label, Thresholds

#: What a sentence does that decides on a label; of no weight for the others.
_ACTS = {Label.REJECTION: Act.DECLINES, Label.INTERVIEW: Act.SCHEDULES, Label.ACKNOWLEDGEMENT: Act.ACKNOWLEDGES}

#: How likely a rejection is that would be let pass: just above half of the lower line, and just below it.
_HINTS = {"hint": 0.16, "trace": 0.14}


class BySubject:
    """Takes the last word of the subject for the label, as in `Engineer interview`; `unsure` stands for uncertain.

    `unsure` alone is likeliest a rejection, `unsure/other` likeliest `other`. A `hint` is uncertain only where it is
    known to be about a candidacy, and `vague` an interview only there; a `trace` is let pass even there.
    """

    model = "by-subject"

    def __init__(self) -> None:
        self.judged: list[str] = []

    def judge(self, readings: Sequence[Reading], *, within_candidacy: bool = False) -> list[Judgement]:
        """Return one judgement for each reading, in order."""
        self.judged += [reading.message.message_id for reading in readings]
        return [
            _judgement(reading, THRESHOLDS.within_candidacy if within_candidacy else THRESHOLDS) for reading in readings
        ]


def _judgement(reading: Reading, thresholds: Thresholds) -> Judgement:
    word = (reading.message.subject.split() or ["other"])[-1]
    unsure, _, rest = word.partition("/")
    if unsure == "unsure":
        likeliest = Label(rest or "rejection")
        share = 0.6 if likeliest is Label.REJECTION else 0.4
        probabilities = {Label.REJECTION: share, **({likeliest: 1 - share} if likeliest is not Label.REJECTION else {})}
    elif word == "vague" and thresholds is not THRESHOLDS:
        likeliest = Label.INTERVIEW
        probabilities = {Label.INTERVIEW: 1.0}
    elif word in _HINTS:
        likeliest = Label.OTHER
        probabilities = {Label.REJECTION: _HINTS[word], Label.OTHER: 1 - _HINTS[word]}
    else:
        likeliest = Label(word) if word in set(Label) else Label.OTHER
        probabilities = dict.fromkeys(Label, 0.0) | {likeliest: 1.0}
    acts = tuple({_ACTS.get(likeliest, Act.INFORMS): 1.0} for _ in reading.sentences)
    return by_acts(probabilities, acts, 0 if acts else None, BySubject.model, thresholds)
