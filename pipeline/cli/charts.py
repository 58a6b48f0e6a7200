"""Two charts of an evaluation as SVG: drawn by hand, since a plotting library would weigh more than the product."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.tasks.evaluate import Evaluation

_SIZE = 420
_MARGIN = 50
_SPAN = _SIZE - 2 * _MARGIN

_FRAME = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" role="img" aria-label="{title}"
 font-family="sans-serif" font-size="12">
<rect width="100%" height="100%" fill="white"/>
<text x="{middle}" y="24" text-anchor="middle" font-size="14">{title}</text>
<rect x="{margin}" y="{margin}" width="{span}" height="{span}" fill="none" stroke="#888"/>
{ticks}
<text x="{middle}" y="{bottom}" text-anchor="middle">{across}</text>
<text x="14" y="{middle}" text-anchor="middle" transform="rotate(-90 14 {middle})">{up}</text>
{drawing}
</svg>
"""

_NO_CURVE = f'<text x="{_SIZE // 2}" y="{_SIZE // 2}" text-anchor="middle">no rejection among the messages</text>'


def draw(done: Evaluation, folder: Path) -> None:
    """Write `precision-recall.svg` and `reliability.svg` into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    curve = [(recall, precision) for _, recall, precision in done.curve]
    drawing = _line(curve, "#1a5fb4") if curve else _NO_CURVE
    chart = _chart("Precision and recall of rejections", "recall", "precision", drawing)
    (folder / "precision-recall.svg").write_text(chart, encoding="utf-8")
    points = [(one.mean_score, one.share.value) for one in done.bins if one.share.total]
    diagonal = _line([(0.0, 0.0), (1.0, 1.0)], "#bbb")
    dots = "\n".join(f'<circle cx="{_x(x):.1f}" cy="{_y(y):.1f}" r="4" fill="#1a5fb4"/>' for x, y in points)
    chart = _chart(
        "Reliability", "mean score", "share of rejections", "\n".join((diagonal, _line(points, "#1a5fb4"), dots))
    )
    (folder / "reliability.svg").write_text(chart, encoding="utf-8")


def _chart(title: str, across: str, up: str, drawing: str) -> str:
    ticks = "\n".join(
        f'<text x="{_x(value):.0f}" y="{_SIZE - _MARGIN + 16}" text-anchor="middle">{value:g}</text>'
        f'<text x="{_MARGIN - 6}" y="{_y(value) + 4:.0f}" text-anchor="end">{value:g}</text>'
        for value in (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
    )
    return _FRAME.format(
        size=_SIZE,
        margin=_MARGIN,
        span=_SPAN,
        middle=_SIZE // 2,
        bottom=_SIZE - 12,
        title=title,
        across=across,
        up=up,
        ticks=ticks,
        drawing=drawing,
    )


def _line(points: Sequence[tuple[float, float]], colour: str) -> str:
    path = " ".join(f"{_x(x):.1f},{_y(y):.1f}" for x, y in points)
    return f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>'


def _x(value: float) -> float:
    return _MARGIN + value * _SPAN


def _y(value: float) -> float:
    return _SIZE - _MARGIN - value * _SPAN
