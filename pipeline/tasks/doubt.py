"""Judge what a message says itself: what it cites in quotation marks ends nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from pipeline.core.reading import Reading
from pipeline.core.verdict import Decision, Judgement, Label, decide, label_for

#: What judges readings, in order.
Judging = Callable[[Sequence[Reading]], list[Judgement]]

#: What writes about the rejections of others, or of everybody.
_ABOUT_OTHERS = frozenset({Label.OTHER, Label.JOB_ALERT})


def by_own_words(readings: Sequence[Reading], judge: Judging) -> list[Judgement]:
    """Return the judgements of readings; a rejection by nothing but what it cites is no more than asked about.

    "Unfortunately, you were not selected" heads an article as well as a letter. A board that passes on what an employer
    wrote is about a candidacy without that as well, and so is an agent: those are believed.
    """
    from pipeline.reading.read import read  # noqa: PLC0415 - loaded when there is something to judge
    from pipeline.reading.text.cited import without_cited  # noqa: PLC0415 - the same

    judgements = judge(readings)
    rest: dict[int, Reading] = {}
    for place, (reading, judgement) in enumerate(zip(readings, judgements, strict=True)):
        if decide(judgement.score, judgement.thresholds) is Decision.REJECTION:
            said = without_cited(reading.message.text)
            if said != reading.message.text:
                rest[place] = read(replace(reading.message, text=said))
    for place, other in zip(rest, judge([*rest.values()]) if rest else (), strict=True):
        decision = decide(other.score, other.thresholds)
        if decision is not Decision.REJECTION and label_for(other.probabilities, decision) in _ABOUT_OTHERS:
            own = judgements[place]
            judgements[place] = replace(own, thresholds=replace(own.thresholds, only_asks=True))
    return judgements
