"""Which sentence of a message decided."""

from __future__ import annotations

import numpy as np

from pipeline.classifier.columns import ACTS, LABELS, SPEAKING_ACTS
from pipeline.classifier.linear import Floats
from pipeline.classifier.model import Models
from pipeline.classifier.told import Told
from pipeline.core.verdict import Label

#: Sentences that speak at least this much of the strongest one's part may have decided as well.
_RIVAL = 0.6

#: Digits that count where sentences are compared: of two that are equal the first has decided.
_DIGITS = 5

#: So many of them are compared.
_MOST_RIVALS = 4


def decisive_sentence(models: Models, message: Told, label: Label, candidacy: Floats) -> int | None:
    """Return the sentence that decided for a label, or None if there is none; a line that only signs does where all do.

    Of the few that speak most for the label it is the one without which the label would be least likely. For a
    rejection only sentences that end the candidacy, in whichever way, before they do anything else come into question,
    where there is one: a sentence about a gap often sounds like an ending as well and does not say that it came.

    Args:
        models: The models.
        message: The message.
        label: Its label.
        candidacy: What `Models.candidacy_margins` says of it, by all its words: it is not told anew without a sentence.
    """
    acts = message.said.acts
    if not len(acts):
        return None
    columns = [index for index, act in enumerate(ACTS) if act in SPEAKING_ACTS[label]]
    speaking = acts[:, columns].sum(axis=1).round(_DIGITS)  # the last digits hang on what is judged beside it
    ending = speaking > np.delete(acts[:, : len(ACTS)], columns, axis=1).max(axis=1)
    if label is Label.REJECTION and ending.any():
        speaking = np.where(ending, speaking, 0)
    rivals: list[int] = [
        message.speaking[place]
        for place in np.argsort(-speaking, kind="stable")[:_MOST_RIVALS]
        if speaking[place] >= _RIVAL * speaking.max()
    ]
    if len(rivals) == 1 or label is Label.OTHER:  # nobody asks what decided for ordinary mail: the first is good enough
        return rivals[0]
    shorter = [message.without(place) for place in rivals]
    left = models.label_probabilities(shorter, np.repeat(candidacy, len(shorter), axis=0))[:, LABELS.index(label)]
    return rivals[int(left.round(_DIGITS).argmin())]
