"""Which questions a debrief asks: the six steps, fitted to how far a candidacy had come and why it ended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.core.applications.application import Reason, Stage
from pipeline.core.feedback import Feedback, FeedbackKind
from pipeline.core.letters.wording import Voice
from pipeline.core.text import clean, excerpt

#: Reasons that are about the position or a formal condition: nobody is asked what went wrong.
NOT_ABOUT_THE_PERSON = frozenset({Reason.FILLED, Reason.CANCELLED, Reason.ON_HOLD, Reason.ELIGIBILITY})

#: No letter asks more.
QUESTIONS = 5
_GAPS = 3
_QUOTED = 160
#: Stages at which there was a conversation or a task: something to look back on.
SAW_SOMETHING = frozenset({Stage.INTERVIEW, Stage.ASSESSMENT})


@dataclass(frozen=True, slots=True)
class Situation:
    """What the questions depend on; `earlier` counts candidacies at the same company that ended before.

    `wants_no_other` says whether they ask not to apply there again. `is_chased` and `has_skill` say whether the user's
    lists know the company, and a skill that the feedback speaks of; `reapply_phrase` is the employer's sentence about a
    later application, where it is known.
    """

    stage: Stage
    reason: Reason
    feedback: tuple[Feedback, ...]
    earlier: int
    may_reapply: bool
    wants_no_other: bool = False
    is_chased: bool = False
    has_skill: bool = False
    reapply_phrase: str = ""

    @property
    def is_spared(self) -> bool:
        """Whether the reason is not about the person."""
        return self.reason in NOT_ABOUT_THE_PERSON

    def of_kind(self, kind: FeedbackKind) -> list[Feedback]:
        """Return the pieces of feedback of one kind."""
        return [one for one in self.feedback if one.kind is kind]


@dataclass(frozen=True, slots=True)
class Question:
    """A question to the reader: its step, its words, and the employer's words that it is about, if it is about some.

    In a letter about several rejections `label` names the application in question, and `about` is the rejection's
    number.
    """

    step: str
    text: str
    quote: str = ""
    label: str = ""
    about: int = 0


def missed(reason: Reason, feedback: Sequence[Feedback]) -> list[Feedback]:
    """Return what they missed in the candidate; a formal condition that is not met is nothing to work at."""
    if reason is Reason.ELIGIBILITY:
        return []
    return [one for one in feedback if one.kind is FeedbackKind.GAP and clean(one.text)]


def questions_about(situation: Situation, voice: Voice) -> tuple[Question, ...]:
    """Return at most five questions, in the order of the steps; a phrase that the user has emptied asks nothing."""
    questions = (
        Question(name.partition(".")[0], voice.say(name, turn), quote)
        for name, turn, quote in _phrases(situation, voice)
    )
    return tuple(one for one in questions if one.text)[:QUESTIONS]


def _phrases(situation: Situation, voice: Voice) -> Iterator[tuple[str, int, str]]:
    """Yield the phrase of each question, its turn among equals, and what it quotes."""
    spared, met = situation.is_spared, situation.stage is Stage.INTERVIEW
    saw_something = situation.stage in SAW_SOMETHING
    if met or (saw_something and not spared):
        yield f"weigh.{situation.stage}", 0, ""
    if situation.reason is Reason.ELIGIBILITY:
        yield "prepare.eligibility", 0, ""
    elif met or not spared:
        yield f"prepare.{'spared' if spared else situation.stage}", 0, ""
    yield from _about_feedback(situation, voice)
    if met and not spared and not situation.feedback:
        yield "apply.silence", 0, ""
    if chase := _chase(situation):
        yield chase, 0, about_later(situation, voice) if chase == "chase.date" else ""
    if situation.has_skill:
        yield "master.listed", 0, ""
    elif saw_something and not spared:
        yield f"master.{situation.stage}", 0, ""


def _about_feedback(situation: Situation, voice: Voice) -> Iterator[tuple[str, int, str]]:
    """Yield a question for each gap, at most three; without any, one about advice or else about the reason.

    Of a formal condition that is not met only the advice is asked about.
    """
    quote = voice.wording.quote
    name = "apply.gap" if situation.stage in SAW_SOMETHING else "apply.gap_on_paper"
    gaps = missed(situation.reason, situation.feedback)
    for turn, gap in enumerate(gaps[:_GAPS]):
        yield name, turn, quote(excerpt(gap.text, _QUOTED))
    if not gaps:
        reasons = [] if situation.reason is Reason.ELIGIBILITY else situation.of_kind(FeedbackKind.REASON)
        others = [*situation.of_kind(FeedbackKind.ADVICE), *reasons]
        for one in others[:1]:
            yield f"apply.{one.kind}", 0, quote(excerpt(one.text, _QUOTED))


def about_later(situation: Situation, voice: Voice) -> str:
    """Return what they wrote about a later application, unless it is quoted as feedback already."""
    phrase = excerpt(situation.reapply_phrase, _QUOTED)
    is_shown = any(situation.reapply_phrase in one.text for one in situation.feedback)
    return voice.wording.quote(phrase) if phrase and not is_shown else ""


def _chase(situation: Situation) -> str:
    if situation.may_reapply:
        return "chase.date"
    if situation.wants_no_other:
        # Whether it stays on a list of the user's own is for them to say.
        return "chase.listed" if situation.is_chased else ""
    if situation.is_spared and situation.reason is not Reason.ELIGIBILITY:
        return f"chase.{situation.reason}"
    if situation.is_chased and situation.reason is not Reason.ELIGIBILITY:
        return "chase.listed"
    if situation.earlier:
        return "chase.again"
    return "chase.interview" if situation.stage is Stage.INTERVIEW else ""
