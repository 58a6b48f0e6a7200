"""The recipe of a training: every number that was chosen, and why there is a margin."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Recipe:
    """Every choice of a training; stored in the artifact's passport.

    Nothing is ever trained on mail by other people. Some of it, labelled by reading, served to choose between recipes
    (the pooling, the two parts of the score, the network and its share, the weights) where the corpus' own folds did
    not say otherwise, and to set `false_alarms` and `questions`. These two are the margin between the corpus and the
    world: most of the corpus' other messages were written to look like rejections, so that where 10 in 100 of them
    are called, out of fold, hardly any of the world's are. With the model that ships `false_alarms` decides nothing:
    the upper threshold that it gives is below one half, and none may be.

    Attributes:
        folds: Into how many parts the families are dealt.
        seed: Of every choice by chance. Of two trainings alike but for it, the one that ships did better on that mail.
        variants: Messages made of each example by trading sentences.
        excerpts: Excerpts made of each example.
        act_alpha: Regularisation of the act model on n-grams.
        act_features: The most features it may have; the most widespread ones stay.
        network_units: Hidden units of the act model on word vectors.
        network_share: Its share in what a sentence is said to do.
        feedback_units: Hidden units of each network that tells feedback by what the sentences seem to do.
        ending_units: Those of each network that tells endings by what the sentences around them seem to do.
        ending_share: Its share in whether a message ends or refuses anything.
        matter_units: Hidden units of each network that tells a candidacy by all that is known of a message.
        matter_share: Its share in whether it is a candidacy that a message ends.
        label_c: Inverse regularisation of the label model.
        label_features: The most features it may have.
        candidacy_c: That of the candidacy model.
        candidacy_features: The most features it may have.
        candidacy_rarity: The power of the inverse document frequencies there: the formulas of refusal, which all its
            messages hold, say nothing of what is refused.
        candidacy_balance: How far candidacies, of which far more are written here, and all else are brought to count
            the same there.
        candidacy_feedback_weight: What a rejection that gives feedback counts in the candidacy model.
        candidacy_sentences_weight: What a message counts there that teaches its sentences above all.
        parts_weight: Weight of the parts of words beside words, in a sentence.
        candidacy_parts_weight: The same, in the candidacy model.
        words_weight: Weight of the words of the body in the label model.
        subject_weight: That of the words of the subject.
        act_weight: That of what the sentences do.
        meaning_weight: That of what they are about.
        reports_weight: What a message counts that tells of another's refusal, as newsletters and friends do: most quote
            the very formulas of rejections, and would outvote them.
        unmarked_weight: What a message counts whose sentences nobody marked. They are whole messages, each of its own
            build, where many of the corpus vary one ground.
        false_alarms: The share of the corpus' other messages that may reach the upper threshold, out of fold; fewer do
            where that threshold would be below one half.
        questions: The share of them that reach the lower threshold.
    """

    folds: int = 3
    seed: int = 8
    variants: int = 1
    excerpts: int = 1
    act_alpha: float = 2e-6
    act_features: int = 365_000
    network_units: int = 192
    network_share: float = 0.3
    feedback_units: int = 64
    ending_units: int = 64
    ending_share: float = 0.4
    matter_units: int = 64
    matter_share: float = 0.3
    label_c: float = 3.0
    label_features: int = 365_000
    candidacy_c: float = 3.0
    candidacy_features: int = 465_000
    candidacy_rarity: float = 2.0
    candidacy_balance: float = 0.75
    candidacy_feedback_weight: float = 0.25
    candidacy_sentences_weight: float = 0.3
    parts_weight: float = 0.7
    candidacy_parts_weight: float = 1.0
    words_weight: float = 1.0
    subject_weight: float = 0.4
    act_weight: float = 1.0
    meaning_weight: float = 0.25
    reports_weight: float = 0.25
    unmarked_weight: float = 3.0
    false_alarms: float = 0.115
    questions: float = 0.162
