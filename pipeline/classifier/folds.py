"""The deal of the corpus into folds: no manner of writing stands on both sides."""

from __future__ import annotations

import random
from collections.abc import Sequence

from pipeline.classifier.corpus import Example
from pipeline.core.verdict import Label


def folds_of(examples: Sequence[Example], count: int, seed: int) -> list[int]:
    """Return the fold of each example: families are dealt out whole, the large ones first to the emptiest fold."""
    sizes: dict[str, int] = {}
    for example in examples:
        sizes[example.family] = sizes.get(example.family, 0) + 1
    families = sorted(sizes)
    random.Random(seed).shuffle(families)  # noqa: S311 - variety, not secrecy
    load: list[dict[Label, int]] = [{} for _ in range(count)]
    label_of = {example.family: example.label for example in examples}
    fold: dict[str, int] = {}
    for family in sorted(families, key=lambda one: -sizes[one]):
        label = label_of[family]
        chosen = min(range(count), key=lambda index: load[index].get(label, 0))
        fold[family] = chosen
        load[chosen][label] = load[chosen].get(label, 0) + sizes[family]
    return [fold[example.family] for example in examples]
