"""Groups of words that mean like things, in seven languages: what is learned of one of them holds for the others.

A name is told by the words around it, and of these most were never seen beside one. So each word also stands for a
group of its like, a wide one and a narrow one ("appointed", "eingestellt" and "embauché" share theirs). The groups are
clusters of word vectors (Turian, Ratinov and Bengio 2010, "Word representations: a simple and general method for
semi-supervised learning"); `models/train_names.py` makes them of those that the classifier uses.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from zlib import crc32

import numpy as np
import numpy.typing as npt

#: The last word of a token: the noun of `front-office-assistant`, what follows the apostrophe of `l'agence`.
_LAST_WORD = re.compile(r"[^\W\d_]+(?=[\W\d_]*\Z)")


@dataclass(frozen=True)
class Meanings:
    """The groups that words are in.

    Attributes:
        groups: By the hash of a word its wide group and its narrow one.
    """

    groups: Mapping[int, tuple[int, int]]

    def of(self, token: str) -> tuple[int, int] | None:
        """Return the wide and the narrow group of a token's last word, or None if it is not known."""
        last = _LAST_WORD.search(token)
        return self.groups.get(hash_of(last[0])) if last else None


def hash_of(word: str) -> int:
    """Return what stands for a word, in whatever case, in the file."""
    return crc32(word.lower().encode())


def arrays_of(meanings: Meanings) -> dict[str, npt.NDArray[np.generic]]:
    """Return the arrays that `of_arrays` makes the same of."""
    words = sorted(meanings.groups)
    groups = np.array([meanings.groups[word] for word in words], np.uint8).reshape(-1, 2)
    return {"words": np.array(words, np.uint32), "groups": groups}


def of_arrays(words: npt.NDArray[np.uint32], groups: npt.NDArray[np.uint8]) -> Meanings:
    """Return what the arrays hold; raise ValueError if they do not go together."""
    pairs = ((wide, narrow) for wide, narrow in groups.tolist())
    return Meanings(dict(zip(words.tolist(), pairs, strict=True)))
