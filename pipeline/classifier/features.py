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
from itertools import pairwise
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Ids = NDArray[np.uint32]

#: Writing that puts no space between words: each of its characters counts as one, and pairs of them as words do.
_UNSPACED = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"

_LETTER = rf"[^\W\d_{_UNSPACED}]"

#: One word, number or mark of punctuation that changes what a sentence does.
_TOKEN = re.compile(rf"[{_UNSPACED}]|{_LETTER}+(?:['-]{_LETTER}+)*|\d+|[?!:%€$£]")

#: Words of more than this are no words.
_LONGEST_WORD = 40

#: Lengths of the parts that a word is broken into.
_PARTS = (3, 4, 5)

#: What is written in several ways. A Turkish capital İ would fall into two characters in lower case.
_SAME = {"’": "'", "‘": "'", "ʼ": "'", "´": "'", "`": "'", "\xa0": " ", "\xad": "", "\u200b": "", "İ": "I"}  # noqa: RUF001
_COMPOSED = str.maketrans(_SAME)

#: Odd multipliers that spread pairs over 32 bits (Knuth, TAOCP 6.4).
_PAIR = np.uint32(2654435761)
_SKIP = np.uint32(2246822519)
_TRIPLE = np.uint32(3266489917)


#: What stands for a name.
NAME = "<name>"

#: Words inside a name that are written small.
_JOINING = frozenset(
    {"&", "and", "of", "for", "the", "de", "del", "di", "da", "do", "du", "van", "von", "der", "und", "et"}
)

#: Words written large that are no part of a name.
_NO_NAME = frozenset(
    {"i", "i'm", "i'd", "i'll", "i've", "sie", "ihnen", "ihr", "ihre", "ihrem", "ihren", "ihrer", "ihres"}
)

#: A single word that is a name whatever stands around it.
_CAMEL = re.compile("[a-z][A-Z]")

#: Where more than this share of the words is written large, it is a heading, and says nothing about names.
_HEADING = 0.6


def words_of(text: str) -> list[str]:
    """Return the words of a text in lower case, with apostrophes and composition made equal; a number becomes `0`."""
    return [_plain(token.lower()) for token in _TOKEN.findall(_composed(text))]


def words_and_names(text: str) -> tuple[list[str], list[str]]:
    """Return the words of a text, and the same with `NAME` in place of each name of two words or more, or in CamelCase.

    "Unfortunately Blue Anchor Foods has decided" is then as much like other sentences as it should be. A name is what
    is written large inside a sentence, two words or more in a row; in German, where nouns are, few such rows are not.
    """
    composed = _composed(text)
    matches = list(_TOKEN.finditer(composed))
    tokens = [match[0] for match in matches]
    plain = [_plain(token.lower()) for token in tokens]
    return plain, _without_names(composed, matches, tokens, plain)


def _without_names(
    composed: str, matches: Sequence[re.Match[str]], tokens: Sequence[str], plain: Sequence[str]
) -> list[str]:
    large = [token[0].isupper() and token.lower() not in _NO_NAME for token in tokens]
    if sum(large) > _HEADING * sum(token[0].isalpha() for token in tokens):
        return [*plain]
    runs_on = [not composed[one.end() : two.start()].strip(" .&/-(") for one, two in pairwise(matches)]
    words = [*plain[:1]]  # the first word of a sentence is written large whatever it is
    place = 1
    while place < len(tokens):
        end = _end_of_name(tokens, large, runs_on, place)
        words.append(NAME if end - place > 1 or _CAMEL.search(tokens[place]) else plain[place])
        place = max(end, place + 1)
    return words


def _end_of_name(tokens: Sequence[str], large: Sequence[bool], runs_on: Sequence[bool], start: int) -> int:
    """Return the place behind the name that begins at a place, which is that place if none does."""
    end = place = start
    while place < len(tokens) and (place == start or runs_on[place - 1]):
        if large[place]:
            end = place + 1
        elif place == start or not (tokens[place] in _JOINING or tokens[place].isdigit()):
            break
        place += 1
    return end


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text.translate(_COMPOSED))


def _plain(token: str) -> str:
    return "0" if token[0].isdigit() else token[:_LONGEST_WORD]


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
    """Return the hashes of words."""
    return np.fromiter((_word_id(word) for word in words), dtype=np.uint32, count=len(words))


def row_ids(words: Sequence[str]) -> Ids:
    """Return the hashes of pairs of words in a row, of pairs around one word, and of triples."""
    ids = word_ids(words)
    if len(ids) < 2:
        return _empty()
    pairs = ids[:-1] * _PAIR + ids[1:]
    skips = ids[:-2] * _SKIP + ids[2:]
    triples = pairs[:-1] * _TRIPLE + ids[2:]
    return np.concatenate((pairs, skips, triples))


def part_ids(words: Sequence[str]) -> Ids:
    """Return the hashes of the parts of words."""
    return np.concatenate([_empty(), *(_part_ids(word) for word in words)])


def tagged(tag: str, ids: Ids) -> Ids:
    """Return feature numbers moved to a space of their own, so that a word of the subject is not one of the body."""
    return ids ^ np.uint32(crc32(f"@{tag}".encode()))
