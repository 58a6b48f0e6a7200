"""The points of a letter: what it numbers, so that a reply can name it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pipeline.core.letters.letter import Point, PointKind
from pipeline.core.letters.naming import company_name
from pipeline.core.letters.questions import Question
from pipeline.core.letters.rejection import Rejection


def points_of(questions: Sequence[Question], message: int | None = None) -> tuple[Point, ...]:
    """Return the questions of a letter about message `message`; one that says what it is about is about that."""
    return tuple(
        Point(
            number,
            PointKind.QUESTION,
            one.about or message,
            one.step,
            text=" ".join(filter(None, (one.quote, one.text))),
            anchor=" ".join(filter(None, (one.label, one.quote, one.text))),
        )
        for number, one in enumerate(questions, start=1)
    )


def rejections_as_points(rejections: Iterable[Rejection]) -> tuple[Point, ...]:
    """Return rejections that a letter calls by their numbers in the log."""
    return tuple(Point(one.id, PointKind.REJECTION, one.id, text=company_name(one.company)) for one in rejections)
