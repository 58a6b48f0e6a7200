"""What a reply of a few words answers, as far as it is quoted."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.judgements import message

from pipeline.core.reading import Reading
from pipeline.reading.read import MOST_TEXT, read

ASKED = ["Is the post of gardener still open?", "I could start in May."]

GMAIL = "On Mon, 5 Oct 2026 at 10:00, Ada Wood <ada@post.example> wrote:\n> {}\n> {}"
WRAPPED = "On Mon, 5 Oct 2026 at 10:00, Ada Wood\n<ada@post.example> wrote:\n\n> {}\n>\n> {}"
OUTLOOK = (
    "-----Ursprüngliche Nachricht-----\nVon: Ada Wood <ada@post.example>\nGesendet: Montag, 5. Oktober 2026 10:00\n"
    "An: Bo Hill <bo@hill.example>\nBetreff: Gardener\n\n{}\n{}"
)
NESTED = GMAIL + "\n>\n> On Sun, 4 Oct 2026 at 9:00, Bo Hill <bo@hill.example> wrote:\n>> We look for one."


def reply(text: str) -> Reading:
    """Return the reading of a message that answers another."""
    return read(replace(message(text, subject="Re: Gardener"), in_reply_to="asked@post.example"))


@pytest.mark.parametrize("history", [GMAIL, WRAPPED, OUTLOOK, NESTED], ids=["gmail", "wrapped", "outlook", "nested"])
def test_it_is_kept_without_who_wrote_it_and_without_what_came_before(history: str) -> None:
    """An address would tell of somebody's employer, and what is older of something else."""
    found = reply("Sorry, no.\n\n" + history.format(*ASKED))
    assert [sentence.text for sentence in found.answered] == ASKED
    assert found.text == "Sorry, no."


def test_of_a_reply_that_says_more_nothing_is_kept() -> None:
    """It tells by itself what it is about."""
    assert reply("We have talked about it at length. " * 40 + "\n\n" + GMAIL.format(*ASKED)).answered == ()


@pytest.mark.parametrize("text", ["Sorry, no.", "", "Sorry, no.\n\n" + "> \n" * 20])
def test_where_nothing_is_quoted_nothing_is_kept(text: str) -> None:
    """Empty lines of a quotation are none."""
    assert reply(text).answered == ()


def test_however_much_is_quoted_a_bounded_part_of_it_is_read() -> None:
    """Of megabytes that somebody answers with a word."""
    quoted = "> This line is one of very many that were quoted.\n" * 60_000
    assert sum(len(sentence.text) for sentence in reply("No.\n\nAda wrote:\n" + quoted).answered) <= MOST_TEXT
