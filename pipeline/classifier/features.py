"""From text to features: hashed words, word pairs and word parts, and facts of the envelope.

A feature is a 32-bit number: a hash of what it stands for. The model keeps only numbers, so that it holds none of
anybody's words, and needs no vocabulary to load. Word parts (as in fastText: Bojanowski et al. 2017,
arXiv:1607.04606) carry what inflection and compounding would hide in German or Dutch. Everything a word gives is
computed once and remembered, since mail repeats itself.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Ids = NDArray[np.uint32]

#: One word, number or mark of punctuation that changes what a sentence does.
_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+|[?!:%€$£]")  # noqa: RUF001 - the curly apostrophe is meant

#: Words of more than this are no words.
_LONGEST_WORD = 40

#: Lengths of the parts that a word is broken into.
_PARTS = (3, 4, 5)

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "´": "'", "`": "'", "\xa0": " ", "\xad": "", "\u200b": ""})  # noqa: RUF001

#: Odd multipliers that spread pairs over 32 bits (Knuth, TAOCP 6.4).
_PAIR = np.uint32(2654435761)
_SKIP = np.uint32(2246822519)
_TRIPLE = np.uint32(3266489917)


def normalise(text: str) -> str:
    """Return a text with apostrophes, spaces, case and Unicode composition made equal."""
    return unicodedata.normalize("NFC", text.translate(_APOSTROPHES)).lower()


def words_of(text: str) -> list[str]:
    """Return the words of a text, normalised; every number becomes `0`."""
    return ["0" if token[0].isdigit() else token[:_LONGEST_WORD] for token in _TOKEN.findall(normalise(text))]


@lru_cache(maxsize=1)
def _empty() -> Ids:
    return np.zeros(0, dtype=np.uint32)


@lru_cache(maxsize=200_000)
def _word_id(word: str) -> int:
    return crc32(word.encode())


@lru_cache(maxsize=50_000)
def _part_ids(word: str) -> Ids:
    """Return the hashes of a word's parts; short words have none beside themselves."""
    if len(word) < 4:
        return _empty()
    marked = f"<{word}>"
    parts = {marked[i : i + size] for size in _PARTS for i in range(len(marked) - size + 1)}
    return np.fromiter((crc32(f"#{part}".encode()) for part in sorted(parts)), dtype=np.uint32, count=len(parts))


def word_ids(words: Sequence[str]) -> Ids:
    """Return the hashes of words, of pairs in a row, of pairs around one word, and of triples."""
    ids = np.fromiter((_word_id(word) for word in words), dtype=np.uint32, count=len(words))
    if len(ids) < 2:
        return ids
    pairs = ids[:-1] * _PAIR + ids[1:]
    skips = ids[:-2] * _SKIP + ids[2:]
    triples = pairs[:-1] * _TRIPLE + ids[2:]
    return np.concatenate((ids, pairs, skips, triples))


def part_ids(words: Sequence[str]) -> Ids:
    """Return the hashes of the parts of words."""
    return np.concatenate([_empty(), *(_part_ids(word) for word in words)])


def tagged(tag: str, ids: Ids) -> Ids:
    """Return feature numbers moved to a space of their own, so that a word of the subject is not one of the body."""
    return ids ^ np.uint32(crc32(f"@{tag}".encode()))


def flags(names: Sequence[str]) -> Ids:
    """Return a feature number for each named fact."""
    return np.fromiter((crc32(f"!{name}".encode()) for name in names), dtype=np.uint32, count=len(names))
