"""What stands behind the comma of a role that subject and text both go on with: `Scientist II, Process Development`."""

from __future__ import annotations

import re
from collections.abc import Collection

from pipeline.reading.role.cut import cut

#: So many words at most belong to a role behind its comma.
_MOST_WORDS = 5
_WORDS = re.compile(r"[^\W_][^\s,;:|()]*")


def continued(role: str, subject: str, text: str, language: str, others: Collection[str]) -> str:
    """Return a role with what stands behind its comma in the subject, as far as the text has the same behind it.

    Either alone may go on with a place or a firm; `others` are names of such, in folded case, which are no part of it.
    """
    found = re.search(rf"(?<!\w){re.escape(role)}, (?=[A-ZÀ-Þ\d])", subject)
    if not role or not found:
        return role
    words = cut(subject[found.end() :], language).split()[:_MOST_WORDS]
    for count in range(len(words), 0, -1):
        more = " ".join(words[:count])
        if not _WORDS.match(words[count - 1]) or more.casefold() in others:
            continue
        if re.search(rf"(?<!\w){re.escape(role)}, {re.escape(more)}(?!\w)", text):
            return f"{role}, {more}"
    return role
