"""What the models tell: the names and the order of their columns, and which acts speak for which label."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.core.verdict import ENDING_ACTS, Act, Label

#: The columns of the act model, in the order in which they are stored, and the labels in theirs.
ACTS = tuple(Act)
LABELS = tuple(Label)

#: The columns of the act model: the acts, and whether a sentence gives feedback besides whatever it does. Apart from
#: the acts, since what is told from those must not move when a refusal also says why.
TELLS = (*(act.value for act in ACTS), "feedback")

#: The columns of the label model. The first tells whether a message ends or refuses anything; together with the one
#: column of the candidacy model, whether what it ends is a candidacy of its reader, it makes the score of `rejection`.
COLUMNS = ("ends", *(label.value for label in LABELS if label is not Label.REJECTION))
CANDIDACY = ("candidacy",)

#: The class of the endings network: whether a sentence, beside the others, ends a candidacy of the reader.
ENDING = ("ending",)

#: The classes of the feedback network: what was missing, why another was chosen or what to do; and praise of this
#: candidate in particular.
FEEDBACK = ("useful", "strength")

#: Acts that a message can have which ends or refuses something, whatever it is.
REFUSING_ACTS = ENDING_ACTS | {Act.REFUSES}

#: Where the acts that end a candidacy stand among `ACTS`.
ENDING_PLACES = [place for place, act in enumerate(ACTS) if act in ENDING_ACTS]

#: The acts that speak for each label; the decisive sentence is the one that does most of them.
SPEAKING_ACTS: Mapping[Label, frozenset[Act]] = {
    Label.REJECTION: ENDING_ACTS,
    Label.ACKNOWLEDGEMENT: frozenset({Act.ACKNOWLEDGES, Act.CONDITIONAL}),
    Label.INTERVIEW: frozenset({Act.ADVANCES, Act.SCHEDULES}),
    Label.ASSESSMENT: frozenset({Act.ASSIGNS}),
    Label.OFFER: frozenset({Act.OFFERS}),
    Label.OUTREACH: frozenset({Act.APPROACHES}),
    Label.JOB_ALERT: frozenset({Act.ADVERTISES}),
    Label.STATUS_UPDATE: frozenset({Act.PENDING, Act.REQUESTS, Act.WITHDRAWS, Act.REOPENS}),
    Label.OTHER: frozenset(
        {Act.REFUSES, Act.INFORMS, Act.CHATS, Act.REPORTS, Act.ADVERTISES, Act.REQUESTS, Act.SCHEDULES}
    ),
}
