"""The card of a model: its passport for people (Mitchell et al. 2019, Model Cards for Model Reporting)."""

from __future__ import annotations

import dataclasses
import platform
from collections.abc import Mapping
from importlib.metadata import version
from typing import TYPE_CHECKING

from pipeline.classifier.model import Models
from pipeline.core.text import counted

if TYPE_CHECKING:
    from pipeline.classifier.recipe import Recipe

_CARD = """# {name}

Recognises rejections of job applications in e-mail, says what each sentence of a message does, and gives one of nine
labels. Three linear models over words, word pairs and parts of words, a small network over word vectors, and
three more that tell feedback, endings and the matter of a message by what its sentences do, the last also by what they
are about. Everything runs on numpy alone.

## Trained on

{examples} messages in {families} families of wording ({sentences} sentences), written for Afterword{mail} {corpus}.

## Thresholds

At {upper} or above a message is a rejection; below {lower} it is not; between them the user is asked.

## Out of fold, on its own corpus

Folds are grouped by family, so no manner of wording was seen before it was judged. The corpus is harder than ordinary
mail in that it was written to hold the exceptions, and easier in that few people wrote it: these figures compare one
model with another, and do not say how it does on your mail. `docs/evaluation.md` has figures on mail by other people.

{figures}

## Recipe

{recipe}

## Limits

English first; German, French, Spanish, Italian, Dutch and Portuguese; of eighteen more languages only the usual
wordings. A rejection that says so only between the lines may be missed, and a refusal of something other than a job
may be taken for one. That is why there is a third answer, *uncertain*, and why your label is final.

Made with Afterword {afterword}, {libraries}.
"""

#: What is said of mail, where none of the user's is among what was learned from, and where some is.
_NO_MAIL = """. No mail of
other people is in it. Corpus"""
_YOUR_MAIL = """, but for {labels} of your own
mailbox, with the labels that you gave them. No text of these is kept here, but numbers that were learned from their
words, and for each its score under a hash of its Message-ID. From both it can be found out whether a message is among
them, and guessed what stands in it: pass this model on to nobody who may not read that mail. Corpus"""


def versions() -> dict[str, str]:
    """Return the versions of what a training depends on."""
    return {
        "python": platform.python_version(),
        **{name: version(name) for name in ("numpy", "scikit-learn", "scipy")},
    }


def as_facts(recipe: Recipe) -> dict[str, object]:
    """Return a recipe for a passport."""
    return dataclasses.asdict(recipe)


def card(models: Models, facts: Mapping[str, object]) -> str:
    """Return the card of a model in Markdown, from what its passport says."""
    figures, recipe, libraries = (_table(facts[key]) for key in ("figures", "recipe", "libraries"))
    labels = facts.get("labels_of_yours", 0)
    return _CARD.format(
        name=models.name,
        examples=figures["examples"],
        families=figures["families"],
        sentences=figures["sentences"],
        mail=_YOUR_MAIL.format(labels=counted(int(str(labels)), "message")) if labels else _NO_MAIL,
        corpus=str(facts["corpus"])[:12],
        upper=models.thresholds.upper,
        lower=models.thresholds.lower,
        figures=_list(figures),
        recipe=_list(recipe),
        libraries=", ".join(f"{name} {number}" for name, number in libraries.items()),
        afterword=facts["afterword"],
    )


def _table(value: object) -> Mapping[str, object]:
    """Return a table of the passport."""
    if not isinstance(value, Mapping):
        raise TypeError("a passport's figures, recipe and libraries are tables")
    return value


def _list(values: Mapping[str, object]) -> str:
    """Return a table as a Markdown list."""
    return "\n".join(f"- {name.replace('_', ' ')}: {value}" for name, value in values.items())
