"""Train the model that ships, from the messages beside this file: `make model`.

The same texts, fillers, library versions and kind of processor give the same bytes; on another, sums are rounded
otherwise in their last digits, and figures differ in the third.
"""

from __future__ import annotations

from pipeline import resources
from pipeline.classifier.recipe import Recipe
from pipeline.tasks.lessons import Lessons
from pipeline.tasks.retrain import train_baseline


def main() -> None:
    """Train, save, and print the figures."""
    lessons = Lessons(resources.CORPUS, resources.UNMARKED, resources.FILLERS)
    trained = train_baseline(lessons, resources.BASELINE_MODEL, Recipe())
    print(f"{trained.models.name}: thresholds {trained.models.thresholds.lower} and {trained.models.thresholds.upper}")
    for name, value in trained.figures.items():
        print(f"  {name}: {value}")


if __name__ == "__main__":
    main()
