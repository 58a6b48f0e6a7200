"""At which stage a rejection came, as far as it says so itself.

"Thank you for talking to us" tells an interview, "we will not be inviting you to an interview" that there was none. So
what is said of interviews that never were is taken off first.
"""

from __future__ import annotations

from pipeline.core.applications.application import Stage
from pipeline.core.reading import Reading, Sentence
from pipeline.core.verdict import Act, Judgement
from pipeline.reading.role.words import name_of
from pipeline.reading.stage.denied import NEVER_TESTED, NEVER_WAS, NOT_LISTED, TO_READER
from pipeline.reading.stage.described import DESCRIBED
from pipeline.reading.stage.met import MET, TALK
from pipeline.reading.stage.polite import without_politeness
from pipeline.reading.stage.trials import TRIAL
from pipeline.reading.stage.words import PAPER, SEEN, TESTED
from pipeline.reading.text.bounds import FIRST_SENTENCES, LONGEST_SENTENCE
from pipeline.reading.told.everybody import is_advice_for_all, is_for_everybody

#: Acts whose sentences speak of everybody, of the future or of other things.
_SILENT = frozenset({Act.CONDITIONAL, Act.FOOTER, Act.ADVERTISES, Act.INVITES_BACK, Act.KEEPS, Act.WISHES, Act.REPORTS})

#: Acts that only somebody who has met or tested the candidate is likely to perform.
_PERSONAL = frozenset({Act.GAP, Act.STRENGTH, Act.REASON})

#: A sentence that says no more than that the reader is not one of those named before it.
_SHORT = 80


def stage_of(reading: Reading, judgement: Judgement, role: str = "") -> Stage:
    """Return the stage that a rejection itself speaks of; `unknown` if it speaks of none.

    A test in the name of the role, if that names an occupation, was taken by nobody: `Test Engineer`.
    """
    language = reading.language if reading.language in MET else "en"
    told = [
        DESCRIBED[language].sub(" ", sentence.text[:LONGEST_SENTENCE])
        for sentence in _of(reading, judgement, frozenset(Act) - _SILENT)
        if not is_advice_for_all(sentence.text)
    ]
    text = [reading.message.subject[:LONGEST_SENTENCE], *told]
    happened = _without_others([NEVER_WAS[language].sub(" ", part) for part in text], text, language)
    # A subject may name what the message then refuses.
    met = without_politeness(happened if happened[1:] == text[1:] else happened[1:], text, language)
    thanks = (one.text[:LONGEST_SENTENCE] for one in _of(reading, judgement, frozenset({Act.THANKS})))
    if any(MET[language].search(part) for part in met) or any(
        TALK.search(part) and not PAPER.search(part) for part in thanks
    ):
        return Stage.INTERVIEW
    # A trial that is named and was not met with above was refused, and is no other test.
    name = name_of(role)
    untried = (name.sub(" ", TRIAL[language].sub(" ", part)) for part in text if not NEVER_TESTED.search(part))
    if any(TESTED[language].search(part) for part in untried):
        return Stage.ASSESSMENT
    # Whoever is told what was missing has been met, unless it is the papers that are spoken of.
    personal = [
        one.text for one in _of(reading, judgement, _PERSONAL) if not is_for_everybody(one.text, reading.language)
    ]
    on_paper = happened != text or any(PAPER.search(part) for part in text)
    if any(SEEN.search(part) for part in personal) or (personal and not on_paper):
        return Stage.INTERVIEW
    return Stage.APPLICATION if on_paper else Stage.UNKNOWN


def _without_others(happened: list[str], text: list[str], language: str) -> list[str]:
    """Return the sentences without those that tell of the others, who were chosen for a meeting.

    What stands before "you are not among them" tells of them too, unless it speaks to the reader.
    """
    others = {number for number, part in enumerate(text) if number and NOT_LISTED[language].search(part)}
    before = {number - 1 for number in others if number > 1 and len(text[number]) <= _SHORT}
    before = {number for number in before if not TO_READER[language].search(text[number])}
    return [" " if number in others or number in before else part for number, part in enumerate(happened)]


def _of(reading: Reading, judgement: Judgement, acts: frozenset[Act]) -> list[Sentence]:
    """Return the sentences whose likeliest act is one of these."""
    pairs = zip(reading.sentences[:FIRST_SENTENCES], range(len(judgement.acts)), strict=False)
    return [sentence for sentence, index in pairs if judgement.act(index) in acts]
