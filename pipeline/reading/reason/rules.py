"""Why a candidacy ended, as far as a rejection says so."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from pipeline.core.applications.application import Reason
from pipeline.core.feedback import GROUNDS, Feedback, FeedbackKind
from pipeline.core.reading import Reading
from pipeline.core.verdict import ENDING_ACTS, Act, Judgement
from pipeline.reading.reason.candidate_words import (
    CONCEDED,
    INELIGIBLE,
    MISSING,
    OTHERS,
    PREFERRED,
    REQUIREMENTS,
    RIGHTS,
    SOUGHT,
    VACANCY,
)
from pipeline.reading.reason.words import ALREADY, CANCELLED, FILLED, FOR_NOW, ON_HOLD, OVER_A_FREEZE, SUPPOSED
from pipeline.reading.role.words import name_of
from pipeline.reading.text.bounds import FIRST_SENTENCES, LONGEST_SENTENCE
from pipeline.reading.told.chosen import chose_another, is_about_another
from pipeline.reading.told.denied import is_denied
from pipeline.reading.told.terms import is_about_excess, is_about_terms

#: What an act says of the reason by itself, and from which probability it is believed. These acts are rare, so that the
#: model gives them little even where they are meant; sentences of other acts lie well below.
_BY_ACT = (
    (Act.INELIGIBLE, Reason.ELIGIBILITY, 0.08),
    (Act.CANCELS, Reason.CANCELLED, 0.07),
    (Act.HOLDS, Reason.ON_HOLD, 0.05),
    (Act.FILLED, Reason.FILLED, 0.4),
)

#: From here on a position counts as filled where nobody is said to have been preferred: an offer to another tells both.
_FILLED_PERHAPS = 0.13

#: And from here on where that is so already: "Obrigado, mas já arranjámos pessoa."
_FILLED_ALREADY = 0.04

#: What words say of the reason, the most particular first.
_BY_WORDS = (
    (INELIGIBLE, Reason.ELIGIBILITY),
    (ON_HOLD, Reason.ON_HOLD),
    (CANCELLED, Reason.CANCELLED),
    (FILLED, Reason.FILLED),
)

#: Acts whose sentences speak of everybody, of other jobs or of later.
_SILENT = frozenset({Act.CONDITIONAL, Act.FOOTER, Act.ADVERTISES, Act.INVITES_BACK, Act.KEEPS})

#: Acts whose sentences say who or what was preferred.
_TELLING = ENDING_ACTS | {Act.EXPLAINS, Act.REASON, Act.GAP}


def reason_of(reading: Reading, judgement: Judgement, role: str = "", feedback: Collection[Feedback] = ()) -> Reason:
    """Return why a rejection says that the candidacy ended; `unspecified` if it does not say.

    What the name of the role says, if that names an occupation, is no reason: `Eligibility Specialist`. What is quoted
    as feedback tells the reason too, by its kind: whom they took, or what was missing; pay, a way to work or hours that
    do not suit are a condition that is not met.
    """
    name = name_of(role)
    terms = [one for one in feedback if one.kind in GROUNDS and is_about_terms(one.text)]
    excess = [one for one in feedback if one.kind in GROUNDS and is_about_excess(one.text)]
    kinds = {one.kind for one in feedback if one not in (*terms, *excess)}
    told = [
        (judgement.act(index), name.sub(" ", sentence.text[:LONGEST_SENTENCE]), index)
        for index, sentence in enumerate(reading.sentences[: min(FIRST_SENTENCES, len(judgement.acts))])
        if not is_denied(sentence.text)
    ]
    particular = _by_words(text for act, text, _ in told if act not in _SILENT) or _by_acts(reading, judgement)
    if particular:
        return particular
    if terms and FeedbackKind.GAP not in kinds:
        return Reason.ELIGIBILITY
    telling = [(act, text, index) for act, text, index in told if act in _TELLING or index == judgement.decisive]
    declining = [text for act, text, _ in telling if act is not Act.GAP]
    preferred = (
        FeedbackKind.REASON in kinds
        or any(OTHERS.search(SOUGHT.sub(" ", text)) for text in declining)
        or any(PREFERRED.search(text) or chose_another(text) for _, text, _ in telling)
        or any(is_about_another(text, reading.language) for act, text, _ in told if act not in _SILENT)
    )
    if preferred or any(act is Act.REASON for act, *_ in telling):
        return Reason.OTHER_CANDIDATE
    filled, place = _strongest(judgement, Act.FILLED)
    is_so_already = any(index == place and ALREADY.search(text) for _, text, index in telling)
    if filled >= (_FILLED_ALREADY if is_so_already else _FILLED_PERHAPS):
        return Reason.FILLED
    missed = excess or FeedbackKind.GAP in kinds or any(act is Act.GAP for act, *_ in telling)
    lacking = missed or any(
        REQUIREMENTS.search(VACANCY.sub(" ", CONCEDED.sub(" ", text))) or MISSING.search(text) for text in declining
    )
    return Reason.QUALIFICATIONS if lacking else Reason.UNSPECIFIED


def _by_acts(reading: Reading, judgement: Judgement) -> Reason | None:
    """Return the reason of the act that lies furthest above what makes it believed.

    A sentence that fills the position and says with whom tells whom they preferred; one that names a skill that is
    missing tells no rule by which nobody like the reader may be taken, and neither does one beside whom they took.
    """
    took = any(chose_another(sentence.text[:LONGEST_SENTENCE]) for sentence in reading.sentences[:FIRST_SENTENCES])
    best, reason = 1.0, None
    for act, said, believed in _BY_ACT:
        probability, place = _strongest(judgement, act)
        strength = probability / believed
        text = reading.sentences[place].text[:LONGEST_SENTENCE] if reading.sentences else ""
        another = act is Act.FILLED and (OTHERS.search(text) or PREFERRED.search(text) or chose_another(text))
        gap = judgement.acts[place].get(Act.GAP, 0.0) if judgement.acts else 0.0
        skill = MISSING.search(text) or REQUIREMENTS.search(text) or (gap > probability and SOUGHT.search(text))
        no_rule = act is Act.INELIGIBLE and (took or skill)
        if strength >= best and not (another or no_rule):
            best, reason = strength, said
    return reason


def _strongest(judgement: Judgement, act: Act) -> tuple[float, int]:
    """Return the highest probability of an act among the sentences, and the place of the sentence that has it."""
    probabilities = [acts.get(act, 0.0) for acts in judgement.acts] or [0.0]
    highest = max(probabilities)
    return highest, probabilities.index(highest)


#: What stands right before a job that an application, not the job, was taken out of.
_APPLICATION_FOR = re.compile(r"\b(?:application|candidacy|candidature)\b[^,.;]{0,30}$", re.IGNORECASE)


def _tells_otherwise(text: str, match: re.Match[str], reason: Reason) -> bool:
    """Return whether a sentence says that somebody else was preferred, or that an application was withdrawn.

    What was called off over a freeze does not wait for its end.
    """
    if reason is Reason.FILLED:
        return chose_another(text)
    if reason is Reason.ON_HOLD and not FOR_NOW.search(text):
        rest = OVER_A_FREEZE.sub(" ", text)
        if rest != text and CANCELLED.search(rest) and not ON_HOLD.search(rest):
            return True
    if reason is Reason.CANCELLED and _APPLICATION_FOR.search(text[: match.start()]):
        return True
    return PREFERRED.search(text) is not None


def _by_words(texts: Iterable[str]) -> Reason | None:
    """Return the reason that words give, leaving aside what is only supposed.

    What is not filled for now was not called off: it waits.
    """
    said = [text for text in texts if not RIGHTS.search(text)]
    for pattern, reason in _BY_WORDS:
        for text in said:
            match = pattern.search(text)
            if match and not SUPPOSED.search(text[: match.start()]) and not _tells_otherwise(text, match, reason):
                return Reason.ON_HOLD if reason is Reason.CANCELLED and FOR_NOW.search(text) else reason
    return None
