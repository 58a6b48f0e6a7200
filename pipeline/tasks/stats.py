"""Count what the log knows of rejections."""

from __future__ import annotations

from datetime import tzinfo

from pipeline.core.figures import Figures, figures_of
from pipeline.core.ports import Known


def stats(log: Known, *, timezone: tzinfo) -> Figures:
    """Return the figures over all logged rejections, with months and days told in `timezone`."""
    return figures_of(log.rejections(), timezone)
