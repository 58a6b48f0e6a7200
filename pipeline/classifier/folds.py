"""The deal of the corpus into folds: no manner of writing stands on both sides."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Sequence

from pipeline.classifier.corpus import Example, Teaches
from pipeline.core.verdict import Label

#: The families of messages that the user labelled begin with it; those of the corpus begin with a language.
YOURS = "yours/"


def folds_of(examples: Sequence[Example], count: int, seed: int) -> list[int]:
    """Return the fold of each example: families are dealt out whole, the large ones first to the emptiest fold.

    A family of the user's messages has the fold that its name gives, so that a further label moves nothing else: two
    trainings on the same corpus are told by the same folds. So has one that teaches messages alone, which moves nothing
    of what the models of sentences learn.
    """
    corpus = [one for one in examples if one.teaches is not Teaches.MESSAGES and not one.family.startswith(YOURS)]
    sizes: dict[str, int] = {}
    for example in corpus:
        sizes[example.family] = sizes.get(example.family, 0) + 1
    families = sorted(sizes)
    random.Random(seed).shuffle(families)  # noqa: S311 - variety, not secrecy
    load: list[dict[Label, int]] = [{} for _ in range(count)]
    label_of = {example.family: example.label for example in corpus}
    fold = {example.family: _by_name(example.family, count, seed) for example in examples}
    for family in sorted(families, key=lambda one: -sizes[one]):
        label = label_of[family]
        chosen = min(range(count), key=lambda index: load[index].get(label, 0))
        fold[family] = chosen
        load[chosen][label] = load[chosen].get(label, 0) + sizes[family]
    return [fold[example.family] for example in examples]


def _by_name(family: str, count: int, seed: int) -> int:
    """Return the fold that a name gives."""
    digest = hashlib.sha256(f"{seed} {family}".encode("utf-8", "replace")).digest()
    return int.from_bytes(digest[:8], "big") % count
