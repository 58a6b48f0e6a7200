"""Which sentences only sign a message."""

from __future__ import annotations

from support.judgements import message

from pipeline.reading.read import read


def signs(text: str) -> list[str]:
    """Return the sentences that only sign a message of this text."""
    reading = read(message(text))
    return [sentence.text for number, sentence in enumerate(reading.sentences) if number in reading.sign_off]


def test_what_stands_below_the_closing_signs() -> None:
    """Names, titles, telephone numbers; a whole sentence there still says something, and so does a postscript."""
    told = signs(
        "The post went to somebody else.\n\nKind regards\nDana Reyes\nHead of Sales\n+44 20 7946 0012\n\n"
        "We keep your letter for a year.\n\nPS: your portfolio is lovely"
    )
    assert told == ["Kind regards", "Dana Reyes", "Head of Sales", "+44 20 7946 0012"]


def test_a_name_with_kisses_closes_a_message() -> None:
    """On whichever side they stand; a sentence is none for its last letter."""
    assert signs("It went to Bo.\n\nxx Peg\nBakery, The Old Mill") == ["xx Peg", "Bakery, The Old Mill"]
    assert signs("It went to Bo.\n\nPeg Ash x\nBakery, The Old Mill") == ["Peg Ash x", "Bakery, The Old Mill"]
    assert signs("We chose plan x\nBakery, The Old Mill") == []
    assert signs("Hi Peg x\n\nYour sponges were dry\nWe chose Bo") == [], "so begins a message"
    assert signs("We chose from two.\nPlan x\nYour sponges were far too dry for the window, and too dear") == []


def test_two_dashes_part_the_signature_off() -> None:
    """As mail programs write it; a dash before words, or three of them, does not."""
    assert signs("We took another.\n\n-- \nLending Desk\nOpen Mon, Tue 10-7") == [
        "--",
        "Lending Desk",
        "Open Mon, Tue 10-7",
    ]
    assert signs("We took another.\n\n---\nYour blue coat is ready") == []
