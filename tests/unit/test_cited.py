"""What a message cites in quotation marks is said by somebody else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, strategies as st
from support.judgements import judged, reading

from pipeline.core.reading import Reading
from pipeline.core.verdict import Act, Decision, Judgement, Label, Thresholds, decide
from pipeline.reading.text.cited import without_cited
from pipeline.tasks.doubt import by_own_words

CITED = "we have chosen somebody else for the post"
PASSED = f'It said "{CITED}" again.'


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (f'Have you read "{CITED}" this week?', "Have you read  this week?"),
        (f"Have you read \u201c{CITED}\u201d this week?", "Have you read  this week?"),
        (f"\u201e{CITED}\u201c steht da. \u201e{CITED}\u201c auch dort.", " steht da.  auch dort."),
        (f"On lit \u00ab {CITED} \u00bb partout.", "On lit  partout."),
        (f"\u00bb{CITED}\u00ab stand da.", " stand da."),
        ('It said "we have chosen\nsomebody else for the post".', "It said ."),
        ('The post of "Head of Care" is filled.', 'The post of "Head of Care" is filled.'),
        (
            'It said "we have chosen\n\nsomebody else for the post".',
            'It said "we have chosen\n\nsomebody else for the post".',
        ),
        ('A 5" pipe is not what we ordered, nor was a 3" one.', 'A 5" pipe is not what we ordered, nor was a 3" one.'),
        ("Don't think that it's all we've got to say.", "Don't think that it's all we've got to say."),
    ],
)
def test_a_citation_goes_and_titles_names_and_inches_stay(text: str, left: str) -> None:
    """Within a paragraph, by the quotation marks of the seven languages."""
    assert without_cited(text) == left


@given(st.text(alphabet='ab \n"\u201c\u201d\u201e\u00ab\u00bb', max_size=300))
def test_nothing_is_added(text: str) -> None:
    """What is left stands in the text in this order."""
    letters = iter(text)
    assert all(one in letters for one in without_cited(text))


@pytest.mark.timeout(30)
@pytest.mark.parametrize("mark", ['"', "\u201c", "\u00ab", 'a "', '"\n'])
def test_marks_without_end_take_no_time(mark: str) -> None:
    """As much of them as a message can hold."""
    assert without_cited(mark * 100_000).count(mark[0]) <= 100_000


@pytest.mark.parametrize(
    ("rest", "text", "decision"),
    [
        ({Label.REJECTION: 0.1, Label.OTHER: 0.9}, PASSED, Decision.UNCERTAIN),
        ({Label.REJECTION: 0.4, Label.JOB_ALERT: 0.6}, PASSED, Decision.UNCERTAIN),
        ({Label.REJECTION: 0.1, Label.STATUS_UPDATE: 0.9}, PASSED, Decision.REJECTION),
        ({Label.REJECTION: 0.6, Label.OTHER: 0.4}, PASSED, Decision.REJECTION),
        ({Label.REJECTION: 0.1, Label.OTHER: 0.9}, CITED, Decision.REJECTION),
    ],
)
def test_a_rejection_by_a_citation_alone_is_asked_about(
    rest: dict[Label, float], text: str, decision: Decision
) -> None:
    """Unless what is left refuses as well, or is about a candidacy, as what a job board passes on is."""

    def judge(readings: Sequence[Reading]) -> list[Judgement]:
        surely = {Label.REJECTION: 0.9, Label.OTHER: 0.1}
        return [
            replace(
                judged(one, others=Act.INFORMS),
                probabilities=surely if CITED in one.text else rest,
                thresholds=Thresholds(0.3, 0.5),
            )
            for one in readings
        ]

    (judgement,) = by_own_words([reading(text)], judge)
    assert decide(judgement.score, judgement.thresholds) is decision
    assert judgement.score == 0.9
