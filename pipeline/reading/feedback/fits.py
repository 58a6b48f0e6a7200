"""Sentences that only say that others fit better."""

from __future__ import annotations

import re

from pipeline.reading.text.bounds import LONGEST_SENTENCE

#: Others are "closer to what we need": everybody is told so.
_FITS = re.compile(
    r"\b(?:closer|closest|closely|nearer|better|best|stronger|neatly)\b[^.;!?]{0,40}\b(?:fit\w*|match\w*|suit\w*"
    r"|align\w*"
    r"|lines? up|correspond\w*|requirements|criteria|(?:we|they|line|team|client|role|business) (?:need|ask|want"
    r"|look|requir)\w*)\b"
    r"|\b(?:fit\w*|match\w*|suit\w*|align\w*|lines? up)\b[^.;!?]{0,20}\b(?:better|more|best)\b"
    r"|\b(?:besser|näher|eher|mehr|genauer|stärker)\b[^.;!?]{0,40}\b(?:pass\w*|entspr\w+|überein\w*|anforderung\w*)"
    r"|\b(?:mieux|davantage|plus)\b[^.;!?]{0,30}\b(?:correspond\w*|répond\w*|proches?|adéquation|phase|adapté\w*)\b"
    r"|\b(?:correspond|répond)\w* (?:\w+ )?(?:mieux|davantage|plus)\b"
    r"|\b(?:mejor|más)\b[^.;!?]{0,30}\b(?:ajust\w*|encaj\w*|adapt\w*|acerc\w*|cercan\w*|alinead\w*|afín|afines)\b"
    r"|\b(?:ajust|encaj|adapt|acerc)\w+ (?:\w+ )?(?:mejor|más)\b"
    r"|\b(?:più|meglio|maggiormente)\b[^.;!?]{0,30}\b(?:linea|vicin\w*|corrispond\w*|rispond\w*|adatt\w*|aderent\w*)\b"
    r"|\b(?:corrispond|rispond|adatt)\w+ (?:\w+ )?(?:meglio|di più|maggiormente)\b"
    r"|\b(?:beter|meer|nauwer|dichter)\b[^.;!?]{0,30}\b(?:pas\w*|aansluit\w*|aanslo\w*|match\w*|voldo\w*)\b"
    r"|\b(?:mais|melhor)\b[^.;!?]{0,30}\b(?:ajust\w*|alinhad\w*|próxim\w*|adequ\w*|encaix\w*|enquadr\w*)\b"
    r"|\b(?:ajust|adequ|encaix|enquadr)\w+ (?:\w+ )?(?:melhor|mais)\b",
    re.IGNORECASE,
)

#: What says in what they fit better: "whose experience with cold chains fits better".
_PARTICULAR = re.compile(
    r"\d|[:;]|\b(?:because|since|car|parce que|puisque|porque|ya que|perché|poiché|omdat|doordat"
    r"|years|skills?|experience|background (?:in|as|with)|knowledge|qualifi\w+|weil|jahre\w*"
    r"|\w*erfahrung\w*"
    r"|\w*kenntnis\w*|expérience|compétences?|connaissances?|experiencia|competencias?|conocimientos?|esperienz\w"
    r"|competenz\w|conoscenz\w|ervaring|vaardigheden|kennis|experiência|competências?|conhecimentos?)\b"
    r"|\bwho (?:has|have|had|already|can|speaks?|knows?)\b",
    re.IGNORECASE,
)


def is_mere_fit(text: str) -> bool:
    """Return whether a sentence says that others fit better, and nothing in what."""
    return _FITS.search(text[:LONGEST_SENTENCE]) is not None and not is_particular(text)


def is_particular(text: str) -> bool:
    """Return whether a sentence says in what, or why: it names experience or skills, or it says "because"."""
    return _PARTICULAR.search(text[:LONGEST_SENTENCE]) is not None
