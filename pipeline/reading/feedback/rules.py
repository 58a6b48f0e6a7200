"""Feedback: what a rejection says about this candidate, in its own words."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.core.feedback import Feedback, FeedbackKind
from pipeline.core.reading import Reading
from pipeline.core.verdict import ENDING_ACTS, FEEDBACK_ACTS, USEFUL_ACTS, Act, Judgement
from pipeline.reading.feedback.advice import begins_with_advice
from pipeline.reading.feedback.errands import is_errand
from pipeline.reading.feedback.headings import headed, turns, turns_from_praise
from pipeline.reading.feedback.none import is_denied, is_mere_fit, is_offered
from pipeline.reading.feedback.ratings import kind_of_rating
from pipeline.reading.feedback.topics import topics_of
from pipeline.reading.reason.chosen import chose_another, is_about_another, speaks_to_candidate
from pipeline.reading.senders.sign_off import naming
from pipeline.reading.text.sentences import fold, shorten, without_bullet

#: A sentence is feedback if it is this probable that it says what was missing, why another was chosen or what to do, or
#: that it praises in particular: most praise is what everybody gets, and all the more where nothing else is said.
_BELIEVED = 0.5
_PRAISED = 0.4
_PRAISED_ALONE = 0.9

#: Whoever gives feedback gives more than one sentence of it: beside one that is so surely of use, these are enough.
_SURELY = 0.5
_BELIEVED_BESIDE = 0.4
_PRAISED_BESIDE = 0.2

#: Whom they took is mostly told in the sentence that refuses, which hides it.
_BELIEVED_OF_ANOTHER = 0.2

#: What by itself looks likeliest to be something else, as an information or a request does, has to be so probable by
#: both together: by all that stands around it, and by itself.
_BELIEVED_BY_BOTH = 0.66
_PRAISED_BY_BOTH = 0.4

#: Sentences none of which says "you" may as well be about the firm or everybody: one has to be so surely feedback.
_SURELY_UNADDRESSED = 0.65

#: Below this even a line that looks like a rating is none, nor is one under a heading that no bullet marks; there it
#: has to be likelier than the praise that everybody gets.
_LEAST = 0.1

#: What is so probably a courtesy is one under a heading as well, unless a bullet marks it.
_SURELY_COURTEOUS = 0.5

#: What is most likely one of these, and as probably as `_COURTEOUS`, is no feedback.
_COURTESIES = frozenset(
    {Act.GREETS, Act.SIGNS, Act.FOOTER, Act.THANKS, Act.WISHES, Act.INVITES_CONTACT, Act.INVITES_BACK, Act.KEEPS}
)

_COURTEOUS = 0.2

#: "We liked your draft but missed the costs" is likely praise and likely of use by halves: each at least so likely, and
#: by itself, and both together.
_MIXED = 0.2
_MIXED_BOTH = 0.6

#: An errand is hardly ever as likely to tell, by itself, how somebody did.
_DID = 0.15

#: An offer of feedback is believed from here on.
_OFFERED = 0.35

#: Sentences of feedback that are kept, and how long each may be.
_MOST = 40
_LONGEST = 600

#: What a sentence that ends the candidacy can say besides: neither praise nor advice.
_GROUNDS = frozenset({Act.GAP, Act.REASON})

_KIND = {
    Act.GAP: FeedbackKind.GAP,
    Act.STRENGTH: FeedbackKind.STRENGTH,
    Act.REASON: FeedbackKind.REASON,
    Act.ADVICE: FeedbackKind.ADVICE,
}


def feedback_of(reading: Reading, judgement: Judgement, recruiter: str = "") -> tuple[Feedback, ...]:
    """Return the pieces of feedback in a rejection, in order, each once.

    Each is an exact substring of the text with its white space folded. What everybody gets is none, and neither is
    what only signs: `recruiter` is the name of whoever may have written the message, besides that of the sender.
    """
    found: dict[str, Feedback] = {}
    personal = False
    sure: set[str] = set()
    told = judgement.feedback or tuple(map(_useful, judgement.acts))
    praised = judgement.strengths or tuple(acts.get(Act.STRENGTH, 0.0) for acts in judgement.acts)
    given = max(told, default=0.0) >= _SURELY
    least = (_BELIEVED_BESIDE, _PRAISED_BESIDE) if given else (_BELIEVED, _PRAISED)
    signs, under = reading.sign_off | naming(reading, recruiter), headed(reading)
    for number, (sentence, acts, useful, strength) in enumerate(
        zip(reading.sentences, judgement.acts, told, praised, strict=False)
    ):
        if number in signs or number in under.headings or number in under.general:
            continue
        whole = reading.text[sentence.start : sentence.end]
        text = _quotable(whole)
        plain = _plain_kind(text, acts, max(useful, strength), under.kinds.get(number), listed=number in under.listed)
        other = _announces(text, acts) or _says_nothing(text, acts)
        kind = plain or (None if other else _kind_of(text, acts, useful, strength, least))
        kind = _by_words(kind, text, reading.language, under.kinds.get(number))
        if kind is not None and text and text not in found:
            found[text] = Feedback(kind, text, topics_of(text))
            likely = useful + strength if _is_mixed(acts, useful, strength) else max(useful, strength)
            surely = plain is not None or likely >= _SURELY_UNADDRESSED
            personal = personal or surely or _is_personal(whole, reading.language)
            if kind is not FeedbackKind.STRENGTH or plain or strength >= _PRAISED_ALONE:
                sure.add(text)
        if len(found) == _MOST:
            break
    if not personal:
        return ()
    more_than_praise = any(one.kind is not FeedbackKind.STRENGTH for one in found.values())
    return tuple(one for text, one in found.items() if more_than_praise or text in sure)


def offers_feedback(reading: Reading, judgement: Judgement) -> bool:
    """Return whether a sentence offers feedback, or the reasons of the decision, to whoever asks."""
    return any(
        acts.get(Act.OFFERS_FEEDBACK, 0.0) >= _OFFERED or is_offered(sentence.text)
        for sentence, acts in zip(reading.sentences, judgement.acts, strict=False)
    )


def _useful(acts: Mapping[Act, float]) -> float:
    """Return how likely a sentence says what was missing, why another was chosen or what to do, by its acts alone."""
    return _any_of(USEFUL_ACTS, acts)


def _any_of(kinds: frozenset[Act], acts: Mapping[Act, float]) -> float:
    """Return how likely a sentence does any of some acts, by itself."""
    return sum(acts.get(act, 0.0) for act in kinds)


def _kind_of(
    text: str, acts: Mapping[Act, float], useful: float, strength: float, least: tuple[float, float]
) -> FeedbackKind | None:
    """Return the likeliest kind of feedback that a sentence is, or None if it is more likely none.

    `least` is how likely it has to be useful, and how likely it has to be praise.
    """
    believed, praised = least
    if chose_another(text):
        believed = min(believed, _BELIEVED_OF_ANOTHER)
    likeliest = max(acts, key=lambda act: acts[act], default=None)
    courtesy = max(acts.get(act, 0.0) for act in _COURTESIES)
    # What may as well be a courtesy has to be praise by itself: "I have kept your papers in the good drawer."
    by_itself = _any_of(FEEDBACK_ACTS, acts)
    if _is_mixed(acts, useful, strength):
        praises = strength >= useful and not turns(text)
        return _likeliest(_GROUNDS | {Act.STRENGTH} if praises else _GROUNDS, acts)
    if strength >= max(_PRAISED if courtesy >= _COURTEOUS else praised, useful):
        doubtful = likeliest not in FEEDBACK_ACTS and likeliest is not Act.PRAISES
        return None if doubtful and strength + by_itself < _PRAISED_BY_BOTH else FeedbackKind.STRENGTH
    if likeliest not in FEEDBACK_ACTS | ENDING_ACTS and useful + by_itself < _BELIEVED_BY_BOTH:
        return None
    advises = begins_with_advice(text)
    # Advice is given with an eye to the next time, as an invitation is: "I suggest a year of nights before you return."
    if useful < believed or (likeliest in _COURTESIES and courtesy >= _COURTEOUS and not advises):
        return None
    if advises and likeliest not in ENDING_ACTS:
        return FeedbackKind.ADVICE
    return _likeliest(_GROUNDS if likeliest in ENDING_ACTS else USEFUL_ACTS, acts)


def _likeliest(kinds: frozenset[Act], acts: Mapping[Act, float]) -> FeedbackKind:
    """Return the likeliest of some kinds; a gap, if it is as likely as another."""
    return _KIND[max(kinds, key=lambda act: (acts.get(act, 0.0), act is Act.GAP))]


def _is_mixed(acts: Mapping[Act, float], useful: float, strength: float) -> bool:
    """Return whether a sentence praises and then says what was missing, which parts its likelihood in two."""
    by_itself = _any_of(FEEDBACK_ACTS, acts)
    return min(useful, strength, by_itself) >= _MIXED and useful + strength >= _MIXED_BOTH


def _plain_kind(
    text: str, acts: Mapping[Act, float], likely: float, headed_as: FeedbackKind | None, *, listed: bool
) -> FeedbackKind | None:
    """Return the kind that the form of a line tells: points, a "but", or the heading above it; None if none does.

    `likely` is how likely it is feedback by all that stands around it.
    """
    likely = max(likely, _any_of(FEEDBACK_ACTS, acts))
    if rated := kind_of_rating(text):
        return rated if likely >= _LEAST else None
    if turns_from_praise(text):
        return FeedbackKind.GAP if likely >= _LEAST else None
    if headed_as is None or headed_as is FeedbackKind.ADVICE:
        return None
    courtesy = max(acts.get(act, 0.0) for act in _COURTESIES)
    least = max(_LEAST, acts.get(Act.PRAISES, 0.0))
    return headed_as if listed or (likely >= least and courtesy < _SURELY_COURTEOUS) else None


def _by_words(
    kind: FeedbackKind | None, text: str, language: str, headed_as: FeedbackKind | None
) -> FeedbackKind | None:
    """Return the kind of a sentence that is thought to be of `kind`, as its words or the heading above it have it."""
    if kind is None or headed_as is FeedbackKind.ADVICE:
        return kind and headed_as
    if kind is FeedbackKind.GAP and is_about_another(text, language):
        kind = FeedbackKind.REASON
    return None if kind in {FeedbackKind.GAP, FeedbackKind.REASON} and is_denied(text) else kind


def _is_personal(whole: str, language: str) -> bool:
    """Return whether a sentence is plainly about this candidacy: it says "you", or whom they took instead.

    An item of a list may be: it is short, and leaves out whom it speaks to.
    """
    return speaks_to_candidate(whole, language) or chose_another(whole) or without_bullet(whole) != whole


def _announces(text: str, acts: Mapping[Act, float]) -> bool:
    """Return whether a sentence only says that something follows: "These were the panel's comments on your test:"."""
    return text.endswith(":") and max(acts, key=lambda act: acts[act], default=None) not in FEEDBACK_ACTS


def _says_nothing(text: str, acts: Mapping[Act, float]) -> bool:
    """Return whether a sentence is about an errand, as "Send us your train tickets" is, or only that others fit better.

    A trial may have been about an errand: what by itself may be a gap or praise is one, whatever its words.
    """
    by_itself = _any_of(FEEDBACK_ACTS - {Act.ADVICE}, acts)
    return (by_itself < _DID and is_errand(text)) or (by_itself < _SURELY and is_mere_fit(text))


def _quotable(text: str) -> str:
    """Return a sentence without its bullet, cut at a word if it is very long."""
    return shorten(fold(without_bullet(text)), _LONGEST)
