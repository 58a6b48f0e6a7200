"""What stands behind the comma of a role that subject and text both go on with: `Scientist II, Process Development`."""

from __future__ import annotations

import re
from collections.abc import Collection

from pipeline.core.reading import Reading
from pipeline.reading.role.cut import cut
from pipeline.reading.text.bounds import LONGEST_SENTENCE, MOST_TEXT

#: So many words at most belong to a role behind its comma.
_MOST_WORDS = 5
_WORD = re.compile(r"[^\W_][^\s,;:|()]*")


def continued(role: str, reading: Reading, company: str, places: Collection[str]) -> str:
    """Return a role with what stands behind its comma in the subject, as far as the text has the same behind it.

    What is a place, of those known in folded case, or the company is no part of it.
    """
    subject = reading.message.subject[:LONGEST_SENTENCE]
    found = re.search(rf"(?<!\w){re.escape(role)}, (?=[A-ZÀ-Þ\d])", subject)
    if not role or not found:
        return role
    words = cut(subject[found.end() :], reading.language).split()[:_MOST_WORDS]
    for count in range(len(words), 0, -1):
        more = " ".join(words[:count])
        if more.casefold() in places or company.casefold().startswith(more.casefold()):
            return role
        if _WORD.match(words[count - 1]) and re.search(
            rf"(?<!\w){re.escape(role)}, {re.escape(more)}(?!\w)", reading.text[:MOST_TEXT]
        ):
            return f"{role}, {more}"
    return role
