"""Doubts: what may as well be about the firm, or something practical, as about the candidate."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pipeline.core.verdict import ENDING_ACTS, FEEDBACK_ACTS, Act
from pipeline.reading.feedback.fits import is_particular
from pipeline.reading.feedback.marks import finds_fault, measures
from pipeline.reading.feedback.topics import topics_of
from pipeline.reading.told.addressed import speaks_to_candidate
from pipeline.reading.told.chosen import chose_another
from pipeline.reading.told.circumstances import is_circumstance

#: Sentences none of which says "you" may as well be about the firm or everybody: one has to be so surely feedback.
SURELY_UNADDRESSED = 0.7

#: What is by itself as likely to tell how somebody did is about nothing else, whatever its words.
DID_SURELY = 0.5

#: The only such sentence of a message has to be surer still, unless it looks like feedback by itself as well.
_SURELY_ALONE = 0.9
_HARDLY_ALONE = 0.3

#: Topics of which firms tell of themselves, too.
_OF_THE_FIRM = frozenset({"salary", "domain knowledge", "seniority", "culture"})

#: A word for the reason and a colon, behind which it stands: "The panel gave this explanation: ...".
_EXPLAINS = re.compile(
    r"\b(?:explanations?|reasons?|feedback|comments?|begründung|gründe?|rückmeldung|explication|motifs?|raisons?|retour"
    r"|explicación|motivos?|raz[oó]n\w*|motivazion[ei]|motivi|riscontro|toelichting|redenen?|terugkoppeling|explicação"
    r"|raz(?:ão|ões))\b[^:.;!?]{0,40}: ?\S",
    re.IGNORECASE,
)


#: The reader's own obstacle behind the firm's: "Our rota is full on weekdays, and you cannot work weekends".
_AND_YOU = re.compile(
    r",? (?:and|but|und|aber|et|mais|y|pero|e|ma|en|maar|mas) (?:\w+ ){0,2}(?:you|(?-i:Sie)|du|vous|tu|tú|usted|lei"
    r"|jij|je|u"
    r"|você)\b",
    re.IGNORECASE,
)


def any_of(kinds: frozenset[Act], acts: Mapping[Act, float]) -> float:
    """Return how likely a sentence does any of some acts, by itself."""
    return sum(acts.get(act, 0.0) for act in kinds)


def is_doubtful(whole: str, acts: Mapping[Act, float], likely: float, language: str) -> bool:
    """Return whether a sentence may as well tell of the firm: it says neither "you" nor why, and alone is unlikely."""
    if likely >= _SURELY_ALONE or any_of(FEEDBACK_ACTS, acts) >= _HARDLY_ALONE:
        return False
    told = speaks_to_candidate(whole, language) or is_particular(whole) or measures(whole) or finds_fault(whole)
    return not told and _OF_THE_FIRM.issuperset(topics_of(whole))


def is_faint(text: str, acts: Mapping[Act, float], likely: float) -> bool:
    """Return whether a sentence looks like anything else by itself, and is not all that likely beside the others."""
    if likely >= SURELY_UNADDRESSED or any_of(FEEDBACK_ACTS, acts) >= _HARDLY_ALONE:
        return False
    looks_it = max(acts, key=lambda act: acts[act], default=None) in FEEDBACK_ACTS | ENDING_ACTS
    return not (looks_it or chose_another(text) or _EXPLAINS.search(text) or finds_fault(text))


def tells_of_the_firm(text: str, acts: Mapping[Act, float], language: str) -> bool:
    """Return whether a sentence is about the firm's circumstances: to the candidate it only refuses with them."""
    if any_of(FEEDBACK_ACTS - {Act.ADVICE}, acts) >= DID_SURELY or is_particular(text) or _AND_YOU.search(text):
        return False
    refuses = max(acts, key=lambda act: acts[act], default=None) in ENDING_ACTS
    return (refuses or not speaks_to_candidate(text, language)) and is_circumstance(text)
