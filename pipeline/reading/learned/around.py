"""What stands around a name where a text first has it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.reading.learned.spans import Features

#: The last word of a text, with a space or a sign or two behind it.
_LAST_WORD = re.compile(r"[^\W_]+(?=[^\w\n]{1,3}\Z)")

#: The first word behind a text.
_NEXT_WORD = re.compile(r" [^\W_]+")

#: Text that is looked at before a name.
_BEFORE = 60


@dataclass(frozen=True, slots=True)
class Around:
    """The neighbours of a name, in folded case.

    Attributes:
        found: Whether the text has the name.
        place: Where, from 0 at the beginning of the text to 1 at its end; -1 where it does not stand.
        from_end: How many characters before the end.
        text: What stands before it, up to 60 characters.
        before: The word before it in the same line, or an empty string.
        behind: The character behind it, or an empty string.
        after: The word behind it in the same line, or an empty string.
    """

    found: bool
    place: float
    from_end: int
    text: str
    before: str
    behind: str
    after: str

    @classmethod
    def of(cls, text: str, name: str) -> Around:
        """Return what stands around a name in a text; both in folded case."""
        at = text.find(name)
        if at < 0:
            return cls(False, -1.0, len(text), "", "", "", "")
        before = text[max(at - _BEFORE, 0) : at]
        last = _LAST_WORD.search(before)
        end = at + len(name)
        following = _NEXT_WORD.match(text, end)
        return cls(
            found=True,
            place=at / max(len(text), 1),
            from_end=len(text) - at,
            text=before,
            before=last[0] if last else "",
            behind=text[end : end + 1],
            after=following[0].strip() if following else "",
        )

    @property
    def begins_line(self) -> bool:
        """Whether nothing stands before it in its line."""
        return self.found and (not self.text or self.text.endswith("\n"))

    @property
    def ends_line(self) -> bool:
        """Whether nothing stands behind it in its line."""
        return self.found and self.behind in {"", "\n"}

    def told(self, kinds: Mapping[str, frozenset[str]]) -> Features:
        """Return as features of which kind the word before is, and whether the name begins or ends its line."""
        return {
            **{f"before: {kind}": float(self.before in words) for kind, words in kinds.items()},
            "begins line": float(self.begins_line),
            "ends line": float(self.ends_line),
        }
