"""A corpus of a few dozen short messages, in families, on which a model is trained in a second."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pipeline import resources
from pipeline.classifier.augment import Fillers
from pipeline.classifier.corpus import Example, load
from pipeline.classifier.recipe import Recipe
from pipeline.classifier.training import Trained, Weighed, train

#: Small in everything.
RECIPE = Recipe(seed=20261122, folds=2, act_features=3000, label_features=3000, network_units=8)

_SENTENCES: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "rejection": (
        "declines",
        (
            "Unfortunately we have decided not to move forward with your application.",
            "We regret that you were not selected for the position of {role}.",
            "After careful thought we chose another candidate for {role}.",
            "We are sorry, we will not be taking your application any further.",
        ),
    ),
    "acknowledgement": (
        "acknowledges",
        (
            "We have received your application for {role}.",
            "Your documents have arrived safely.",
            "This is to confirm that your application reached us on {date}.",
            "Thank you, your CV is now in our system.",
        ),
    ),
    "interview": (
        "schedules",
        (
            "We would like to meet you on {weekday} at {time}.",
            "Could you join a call with {recruiter} on {date}?",
            "Your interview takes place in {city} on {weekday}.",
            "Please pick a time for a first conversation.",
        ),
    ),
    "other": (
        "informs",
        (
            "Your parcel {ref} is on its way to {city}.",
            "The invoice over {amount} is attached.",
            "The meeting notes of {weekday} are in the folder.",
            "Your password was changed on {date}.",
        ),
    ),
}

_MESSAGE = """## {name}
subject: {subject}
{facts}
greets: Dear {{first}},

thanks: Thank you for your interest in {{company}}.
{act}: {sentence}
{more}
signs: Kind regards,
signs: {{recruiter}}

"""

#: What one of three rejections says besides.
_FEEDBACK = "gap: We missed examples of {skill} in your answers.\n"

_SUBJECTS = {
    "rejection": "Your application",
    "acknowledgement": "We have it",
    "interview": "Let us talk",
    "other": "FYI",
}


def write(root: Path, families: int = 4) -> Path:
    """Write the corpus into a folder, each sentence in a family of its own, and return the folder."""
    for label, (act, sentences) in _SENTENCES.items():
        facts = "stage: application\nreason: unspecified\n" if label == "rejection" else ""
        for family, sentence in enumerate(sentences[:families]):
            path = root / "en" / label / f"family-{family}.txt"
            path.parent.mkdir(parents=True, exist_ok=True)
            texts = [
                _MESSAGE.format(
                    name=f"m{number}",
                    subject=_SUBJECTS[label],
                    facts=facts,
                    act=act,
                    sentence=sentence,
                    more=_FEEDBACK if label == "rejection" and number == 0 else "",
                )
                for number in range(3)
            ]
            path.write_text("".join(texts), encoding="utf-8")
    return root


def fillers() -> Fillers:
    """Return the fillers that ship."""
    return Fillers.load(resources.FILLERS)


def examples(root: Path) -> list[Example]:
    """Return the examples of the corpus, written into a folder."""
    return load(write(root))


def trained(root: Path, recipe: Recipe = RECIPE) -> Trained:
    """Return a model trained on the corpus, written into a folder."""
    return train([Weighed(example) for example in examples(root)], fillers(), recipe, "small")
