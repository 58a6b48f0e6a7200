"""Feedback: what a rejection says about this candidate, in its own words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from pipeline.core.feedback import GROUNDS, Feedback, FeedbackKind
from pipeline.core.reading import Reading
from pipeline.core.verdict import ENDING_ACTS, FEEDBACK_ACTS, USEFUL_ACTS, Act, Judgement
from pipeline.reading.feedback.announced import is_announced
from pipeline.reading.feedback.doubts import (
    DID_SURELY,
    SURELY_UNADDRESSED,
    any_of,
    is_doubtful,
    is_faint,
    tells_of_the_firm,
)
from pipeline.reading.feedback.errands import is_errand
from pipeline.reading.feedback.fits import is_mere_fit, is_particular
from pipeline.reading.feedback.headings import headed, kind_of_label, turns, turns_against, turns_from_praise
from pipeline.reading.feedback.marks import measures
from pipeline.reading.feedback.offers import is_offered, is_refused, says_no
from pipeline.reading.feedback.ratings import kind_of_mark, kind_of_rating
from pipeline.reading.feedback.topics import topics_of
from pipeline.reading.senders.sign_off import below_name, naming
from pipeline.reading.text.sentences import fold, shorten, without_bullet
from pipeline.reading.told.addressed import speaks_to_candidate
from pipeline.reading.told.chosen import chose_another, is_about_another
from pipeline.reading.told.denied import is_denied
from pipeline.reading.told.terms import is_about_excess, is_about_terms

#: A sentence is feedback if it is this probable that it says what was missing, why another was chosen or what to do, or
#: that it praises in particular beside such feedback. Most praise is what everybody gets, and all the more where
#: nothing else is said.
_BELIEVED = 0.5
_PRAISED = 0.2
_PRAISED_ALONE = 0.9

#: Whom they took is mostly told in the sentence that refuses, which hides it.
_BELIEVED_OF_ANOTHER = 0.2

#: What by itself looks likeliest to be something else, as an information or a request does, has to be so probable by
#: both together: by all that stands around it, and by itself.
_BELIEVED_BY_BOTH = 0.66
_PRAISED_BY_BOTH = 0.45

#: "We liked your draft but missed the costs" is likely praise and likely of use by halves: each at least so likely, and
#: by itself.
_MIXED = 0.2

#: What only ends the candidacy, by itself, has to be as sure, unless it says why: it is hardly ever feedback as well.
_HARDLY = 0.12

#: Below this even a line that looks like a rating is none, nor is one under a heading that no bullet marks.
_LEAST = 0.1

#: What is by itself as likely to tell how somebody did is no errand; that others fit better tells it only so surely.
_DID = 0.15

#: An offer of feedback is believed from here on.
_OFFERED = 0.35

#: And from here on that there is none.
_DENIED = 0.3

#: Words of a name that stands alone at the end.
_MOST_NAMES = 2

#: Sentences of feedback that are kept, and how long each may be.
_MOST = 40
_LONGEST = 600

#: What a sentence that ends the candidacy can say besides: neither praise nor advice.
_GROUNDS = frozenset({Act.GAP, Act.REASON})

#: What only the candidate can have, or be told to do.
_OF_THE_READER = frozenset({FeedbackKind.GAP, FeedbackKind.ADVICE})

#: What judges how the candidate did.
_JUDGES = frozenset({FeedbackKind.GAP, FeedbackKind.STRENGTH})

_KIND = {
    Act.GAP: FeedbackKind.GAP,
    Act.STRENGTH: FeedbackKind.STRENGTH,
    Act.REASON: FeedbackKind.REASON,
    Act.ADVICE: FeedbackKind.ADVICE,
}


@dataclass(frozen=True, slots=True)
class _Piece:
    """What may be feedback: if praise, whether it surely is, and whether it is plainly about this candidacy.

    One that is doubtful does not count where it is the only one, and neither do several of which all are faint.
    """

    feedback: Feedback
    is_sure: bool
    is_personal: bool
    is_doubtful: bool
    is_faint: bool


def feedback_of(reading: Reading, judgement: Judgement, recruiter: str = "") -> tuple[Feedback, ...]:
    """Return the pieces of feedback in a rejection, in order, each once.

    Each is an exact substring of the text with its white space folded. What everybody gets is none, and neither is
    what only signs: `recruiter` is the name of whoever may have written the message, besides that of the sender.
    """
    found: dict[str, _Piece] = {}
    for piece in islice(_pieces(reading, judgement, recruiter), _MOST):
        found.setdefault(piece.feedback.text, piece)
    pieces = found.values()
    lone = len(found) == 1 and all(piece.is_doubtful for piece in pieces)
    if lone or all(piece.is_faint for piece in pieces) or not any(piece.is_personal for piece in pieces):
        return ()
    more_than_praise = any(piece.feedback.kind is not FeedbackKind.STRENGTH for piece in pieces)
    return tuple(piece.feedback for piece in pieces if more_than_praise or piece.is_sure)


def _pieces(reading: Reading, judgement: Judgement, recruiter: str) -> Iterator[_Piece]:
    """Yield what of a message may be feedback, in order."""
    signs, under = reading.sign_off | naming(reading, recruiter) | below_name(reading, recruiter), headed(reading)
    none = signs | under.headings | under.general | (_names_at_the_end(reading) - under.kinds.keys())
    for number, (sentence, acts, useful, strength) in enumerate(
        zip(reading.sentences, judgement.acts, judgement.feedback, judgement.strengths, strict=True)
    ):
        whole = reading.text[sentence.start : sentence.end]
        text = _quotable(whole)
        if number in none or not text:
            continue
        plain = _plain_kind(text, acts, max(useful, strength), under.kinds.get(number), listed=number in under.listed)
        kind = plain or _as_worded(_kind_of(text, acts, useful, strength), text)
        if kind in _OF_THE_READER and is_about_another(text, reading.language):
            kind = FeedbackKind.REASON
        if kind is FeedbackKind.GAP and (is_about_terms(text) or is_about_excess(text)):
            kind = FeedbackKind.REASON
        # What says why may be denied: "It was not that you lacked experience."
        if kind is None or (kind in GROUNDS and is_denied(text)):
            continue
        if plain is None and tells_of_the_firm(text, acts, reading.language):
            continue
        likely = useful + strength if _is_mixed(acts, useful, strength) else max(useful, strength)
        yield _Piece(
            Feedback(kind, text, topics_of(text)),
            is_sure=plain is not None or likely >= _PRAISED_ALONE,
            is_personal=plain is not None or likely >= SURELY_UNADDRESSED or _is_personal(whole, reading.language),
            is_doubtful=plain is None and is_doubtful(whole, acts, likely, reading.language),
            is_faint=plain is None and is_faint(text, acts, likely),
        )


def offers_feedback(reading: Reading, judgement: Judgement) -> bool:
    """Return whether a sentence offers feedback, or the reasons of the decision, to whoever asks."""
    return any(
        acts.get(Act.OFFERS_FEEDBACK, 0.0) >= _OFFERED or is_offered(sentence.text, reading.language)
        for sentence, acts in zip(reading.sentences, judgement.acts, strict=False)
    )


def denies_feedback(reading: Reading, judgement: Judgement) -> bool:
    """Return whether a sentence says that none is given, or no reasons; what is offered elsewhere in it goes before."""
    is_denied_somewhere = any(
        (acts.get(Act.NO_FEEDBACK, 0.0) >= _DENIED and says_no(sentence.text)) or is_refused(sentence.text)
        for sentence, acts in zip(reading.sentences, judgement.acts, strict=False)
    )
    return is_denied_somewhere and not offers_feedback(reading, judgement)


def _kind_of(text: str, acts: Mapping[Act, float], useful: float, strength: float) -> FeedbackKind | None:
    """Return the likeliest kind of feedback that a sentence is, or None if it is more likely none."""
    if _announces(text, acts) or _says_nothing(text, acts):
        return None
    if _is_mixed(acts, useful, strength):
        # Beside a ground everything looks a little like a fault: what the sentence itself does tells praise from one.
        is_praise = acts.get(Act.STRENGTH, 0.0) > any_of(_GROUNDS, acts)
        praises = (strength >= useful or is_praise) and not turns(text)
        return _likeliest(_GROUNDS | {Act.STRENGTH} if praises else _GROUNDS, acts)
    by_itself = any_of(FEEDBACK_ACTS, acts)
    likeliest = max(acts, key=lambda act: acts[act], default=None)
    if strength >= max(_PRAISED, useful):
        looks_it = likeliest in FEEDBACK_ACTS or likeliest is Act.PRAISES
        return FeedbackKind.STRENGTH if looks_it or strength + by_itself >= _PRAISED_BY_BOTH else None
    looks_it = likeliest in FEEDBACK_ACTS | ENDING_ACTS
    believed = _BELIEVED_OF_ANOTHER if chose_another(text) else _BELIEVED
    if useful < believed or not (looks_it or useful + by_itself >= _BELIEVED_BY_BOTH):
        return None
    if likeliest not in ENDING_ACTS:
        return _likeliest(USEFUL_ACTS, acts)
    says_why = chose_another(text) or is_particular(text) or measures(text)
    only_ends = by_itself < _HARDLY and useful < SURELY_UNADDRESSED and not says_why
    return None if only_ends else _likeliest(_GROUNDS, acts)


def _as_worded(kind: FeedbackKind | None, text: str) -> FeedbackKind | None:
    """Return praise or a gap as its words plainly tell it: by a mark, a label, or a "but" behind praise."""
    if kind not in _JUDGES:
        return kind
    by_words = kind_of_mark(text) or kind_of_label(text)
    return by_words or (FeedbackKind.GAP if turns_against(text) else kind)


def _likeliest(kinds: frozenset[Act], acts: Mapping[Act, float]) -> FeedbackKind:
    """Return the likeliest of some kinds; a gap, if it is as likely as another."""
    return _KIND[max(kinds, key=lambda act: (acts.get(act, 0.0), act is Act.GAP))]


def _is_mixed(acts: Mapping[Act, float], useful: float, strength: float) -> bool:
    """Return whether a sentence praises and then says what was missing, which parts its likelihood in two."""
    return min(useful, strength, any_of(FEEDBACK_ACTS, acts)) >= _MIXED


def _plain_kind(
    text: str, acts: Mapping[Act, float], likely: float, headed_as: FeedbackKind | None, *, listed: bool
) -> FeedbackKind | None:
    """Return the kind that the form of a line tells: points, a "but", or the heading above it; None if none does.

    `likely` is how likely it is feedback by all that stands around it.
    """
    if listed and headed_as:
        return headed_as
    if max(likely, any_of(FEEDBACK_ACTS, acts)) < _LEAST:
        return None
    return kind_of_rating(text) or (FeedbackKind.GAP if turns_from_praise(text) else headed_as)


def _is_personal(whole: str, language: str) -> bool:
    """Return whether a sentence is plainly about this candidacy: it says "you", or whom they took instead.

    An item of a list may be: it is short, and leaves out whom it speaks to.
    """
    return speaks_to_candidate(whole, language) or chose_another(whole) or without_bullet(whole) != whole


def _announces(text: str, acts: Mapping[Act, float]) -> bool:
    """Return whether a sentence only says that something follows: "These were the panel's comments on your test:"."""
    if is_announced(text):
        return True
    return text.endswith(":") and max(acts, key=lambda act: acts[act], default=None) not in FEEDBACK_ACTS


def _says_nothing(text: str, acts: Mapping[Act, float]) -> bool:
    """Return whether a sentence is about an errand, as "Send us your train tickets" is, or only that others fit better.

    A trial may have been about an errand: what by itself may be a gap or praise is one, whatever its words.
    """
    by_itself = any_of(FEEDBACK_ACTS - {Act.ADVICE}, acts)
    return (by_itself < _DID and is_errand(text)) or (by_itself < DID_SURELY and is_mere_fit(text))


def _names_at_the_end(reading: Reading) -> frozenset[int]:
    """Return the last line if it is too short for anything but a name and no item: "Claire", whatever closes above."""
    last = len(reading.sentences) - 1
    text = reading.sentences[last].text if last > 0 else ""
    above = reading.text[reading.sentences[last - 1].end : reading.sentences[last].start] if text else ""
    is_name = "\n" in above and text.istitle() and text.replace(" ", "").isalpha() and len(text.split()) <= _MOST_NAMES
    return frozenset({last} if is_name else ())


def _quotable(text: str) -> str:
    """Return a sentence without its bullet, cut at a word if it is very long."""
    return shorten(fold(without_bullet(text)), _LONGEST)
