"""What of HTML is seen: cells without a size of their own, and what has none at all."""

from __future__ import annotations

from pipeline.adapters.parsing.html_text import html_to_text

CELL = '<table><tr><td style="font-size:0px;padding:0"><div style="font-size:{size}">{text}</div></td></tr></table>'


def test_what_stands_in_a_layout_cell_is_read() -> None:
    """MJML gives each cell no size, and what stands in it one of its own; many recruiting systems send that."""
    assert html_to_text(CELL.format(size="16px", text="We chose somebody else.")) == "We chose somebody else."
    assert html_to_text(CELL.format(size="0.8em", text="We chose somebody else.")) == "We chose somebody else."


def test_what_has_no_size_is_not_read() -> None:
    """As the lines that only a lock screen shows."""
    assert html_to_text('<div style="font-size:0">hidden</div><p>shown</p>') == "shown"
    assert html_to_text(CELL.format(size="0px", text="hidden") + "<p>shown</p>") == "shown"


def test_many_elements_without_a_size_take_no_time() -> None:
    """Beyond a reasonable number of them the rest counts as shown: nothing is missed."""
    text = html_to_text('<i style="font-size:0">x</i>' * 20_000)
    assert text == "x" * (20_000 - 200)
    assert html_to_text('<div style="font-size:0">' * 250 + '<p style="font-size:12px">deep</p>') == "deep"
