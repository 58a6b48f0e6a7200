"""Bad input to the reading: a clear result, and bounded work, whatever a message holds.

Work is counted in calls, not in seconds: a message ten times as long must not take ten times the work once it is long.
"""

from __future__ import annotations

import re
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime
from types import FrameType

import pytest
from hypothesis import given, settings, strategies as st
from support.invariants import facts_of
from support.judgements import message

from pipeline.adapters.parsing.parser import MailParser
from pipeline.core.applications.application import Facts
from pipeline.core.message import Address, Message, MessageKey, RawMessage
from pipeline.reading.company.names import NAME
from pipeline.reading.company.words import PARTS, SUBJECT_PARTS, VIA
from pipeline.reading.learned import role_features
from pipeline.reading.read import MOST_RAW, MOST_TEXT, read
from pipeline.reading.replies import numbered
from pipeline.reading.role import ends, names, subject
from pipeline.reading.role.words import names_occupation
from pipeline.reading.stage.denied import NEVER_WAS
from pipeline.reading.text.sentences import MOST_SENTENCES, sentences_of

#: Pieces that messages are made of, from several languages, scripts and directions.
# fmt: off
PIECES = (
    "Thank you for applying to Halden. ", "Unfortunately, ", "leider ", "Anna Bauer\n", "The Halden Team\n",
    "> quoted\n", "On 3 May 2026, Kofi wrote:\n", "---------- Forwarded message ---------\n",
    "From: Ann <a@x.example>\n", "Job ID 12/3 ", "reapply in six months. ", "Wir bewahren Ihre Daten ein Jahr. ",
    "株式会社ひなた", "Команда Веснушка ", "شركة النور ", "\u202e", "\u0301", "\u00a0", "\ud800", "\x00", "A", " & ",
    "GmbH & Co. KG", "(", "“", "@", "jo@x.example", "31.02.2027", "\r\n", "\t",
)
# fmt: on


def work(message: Message) -> int:
    """Return how many calls it takes to read a message and draw its facts."""
    count = 0

    def counting(_: FrameType, event: str, __: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(counting)
    try:
        facts_of(message)
    finally:
        sys.setprofile(before)
    return count


def test_evidence_stands_in_the_message_but_for_quote_marks() -> None:
    """What was forwarded with a mark on each line is quoted without the marks in the middle of a sentence."""
    text = "> Dear Robin,\n>\n> Unfortunately, we will not be moving forward with\n> your application."
    forwarded = message(text, subject="Fwd: no")
    said = [one.text for one in read(forwarded).sentences]
    assert "Unfortunately, we will not be moving forward with your application." in said
    facts_of(forwarded)


def test_no_sentence_goes_on_behind_a_quotation() -> None:
    """What is told as evidence would else stand nowhere in the message."""
    answer = message("Unfortunately we\n> Is the job taken?\ncannot tell you yet", subject="Re: x")
    assert [one.text for one in read(answer).sentences] == ["Unfortunately we", "cannot tell you yet"]
    facts_of(answer)


@settings(max_examples=150)
@given(
    st.lists(st.sampled_from(PIECES) | st.text(max_size=20), max_size=60), st.text(max_size=60), st.text(max_size=60)
)
def test_any_message_gives_facts_that_hold(pieces: list[str], subject: str, name: str) -> None:
    """On one line, short, quoted word for word, with dates that lie ahead."""
    facts_of(replace(message("".join(pieces), subject=subject), sender=Address(name, "x@halden.example")))


@pytest.mark.parametrize(
    "piece",
    [
        "We are sorry to say no. ",
        "Acme Foods Group of The North and Sons ",
        "Acme Foods\n",
        "Anna Bauer, anna@x.example ",
        "“Data Analyst ",
        "our client, Halden, has decided ",
        "in six months apply again ",
        "株式会社ひなた ",
        "شركة النور ",
        "A & B, C & D, ",
        "Job ID 12/3/4-5 ",
        "---------- Forwarded message ---------\nFrom: A <a@x.example>\nSubject: x\n\n",
    ],
)
def test_a_very_long_message_takes_no_more_work_than_a_long_one(piece: str) -> None:
    """Ten thousand sentences are read as far as anything could matter."""
    long = MOST_RAW // len(piece) + 1
    first, second = (work(message(piece * times)) for times in (long, 10 * long))
    assert second <= 1.2 * first + 1_000


def test_ten_thousand_sentences_give_a_clear_result() -> None:
    """The company that the first ones name, and no more sentences than are read."""
    text = "Thank you for applying to Halden & Sons. " + "We are sorry to say no. " * 10_000
    assert facts_of(message(text)).company == "Halden & Sons"
    assert len(read(message(text)).sentences) <= 1_000


@pytest.mark.parametrize("text", ["", " \n\t", "\u00a0", "\x00", "\u202e\u202d", "\ud800", "\ufeff"])
def test_an_empty_body_says_nothing(text: str) -> None:
    """Not even a language."""
    facts = facts_of(message(text))
    assert replace(facts, recruiter=Address()) == Facts()


def parsed(raw: bytes) -> Message:
    """Return what the parser makes of some bytes."""
    made = MailParser().parse(RawMessage(MessageKey("INBOX", 1, 1), raw))
    assert isinstance(made, Message)
    return made


HEADER = (
    b"From: Halden Careers <no-reply@greenhouse.io>\r\nSubject: Your application\r\n"
    b"Date: Mon, 9 Nov 2026 10:00:00 +0000\r\n"
)


def test_a_message_that_is_only_an_image_is_told_by_its_header() -> None:
    """Nothing is read out of the picture."""
    image = (
        HEADER
        + b"MIME-Version: 1.0\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n"
    )
    facts = facts_of(parsed(image))
    assert (facts.company, facts.role, facts.feedback) == ("Halden", "", ())


def test_five_megabytes_of_html_are_read_as_far_as_it_goes() -> None:
    """Nested tables, styles and all; the name at the top is found."""
    rows = b"<tr><td><div style='color:red'><b>We are sorry.</b></div></td></tr>" * 80_000
    html = b"<html><body><p>Thank you for applying to Halden &amp; Sons.</p><table>" + rows + b"</table></body></html>"
    assert len(html) > 5_000_000
    raw = (
        HEADER.replace(b"Halden Careers ", b"")
        + b"MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"
        + html
    )
    assert facts_of(parsed(raw)).company == "Halden & Sons"


def test_forwards_within_forwards_end() -> None:
    """A hundred deep, as marks in the text and as attached messages."""
    inner = b"From: Halden Careers <jobs@halden.example>\r\nSubject: no\r\n\r\nThank you for applying to Halden.\r\n"
    for depth in range(100):
        mark = f"b{depth}".encode()
        inner = (
            b"From: a@b.example\r\nSubject: Fwd: no\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="
            + mark + b"\r\n\r\n--" + mark + b"\r\nContent-Type: message/rfc822\r\n\r\n"
            + inner + b"\r\n--" + mark + b"--\r\n"
        )  # fmt: skip
    facts_of(parsed(inner))
    marks = "---------- Forwarded message ---------\nFrom: Ann <ann@x.example>\nSubject: no\n\n" * 100
    facts_of(message(f"{marks}Thank you for applying to Halden.", subject="Fwd: Fwd: no"))


def test_right_to_left_text_and_mixed_scripts_keep_names_whole() -> None:
    """A name in one script is not glued to that of another."""
    text = "شكرا لك. Thank you for applying to Halden & Sons. Извините. 株式会社ひなた"
    assert facts_of(message(text)).company == "Halden & Sons"


def test_a_display_name_cannot_bring_a_header_along() -> None:
    """A line break in a name, encoded or not, reaches no fact."""
    name = b"=?utf-8?q?Halden=0D=0ABcc=3A_victim=40x=2Eexample?="
    raw = b"From: " + name + b" <anna@halden.example>\r\nSubject: no\r\n\r\nWe said no.\r\n"
    facts = facts_of(parsed(raw))
    assert "victim" not in facts.recruiter.address
    assert "\n" not in facts.company + facts.recruiter.name
    facts_of(replace(message("We said no."), sender=Address("Anna\r\nBcc: victim@x.example", "anna@halden.example")))


@pytest.mark.parametrize("words", ["in six months", "next spring", "in Q1", "next year", "next month", "in 3 weeks"])
def test_a_forged_date_at_the_end_of_the_calendar_gives_none(words: str) -> None:
    """No span reaches beyond it, and none makes a run fail."""
    text = f"You may reapply {words}. We keep your CV on file for a year."
    end = datetime(9999, 12, 31, tzinfo=UTC)
    facts = facts_of(message(text, date=end))
    assert (facts.reapply_after, facts.kept_until) == (None, None)
    assert facts_of(message(text, date=datetime(1, 1, 1, tzinfo=UTC))).kept_until is not None


@pytest.mark.parametrize(
    "pattern",
    [
        *(PARTS, SUBJECT_PARTS, VIA),
        *(ends._REMOTE_TAIL, names._PLACE_BEHIND, names._NUMBER_IN_BRACKETS, subject._PARTS),
        *(role_features._PARTS, numbered._SEVERAL),
    ],
)
def test_a_long_row_of_blanks_is_read_at_once(pattern: re.Pattern[str]) -> None:
    """And not looked at from each of its places, which takes seconds."""
    start = time.process_time()
    assert [match[0].strip() for match in pattern.finditer(f"x{' ' * 20_000}x")] == []
    assert time.process_time() - start < 3.0


def test_a_long_row_of_words_that_call_off_is_read_at_once() -> None:
    """The verb that may stand behind is not looked for to the end of the text from each of them."""
    start = time.process_time()
    NEVER_WAS["de"].sub(" ", "sagen " * 10_000)
    assert time.process_time() - start < 1.0


@pytest.mark.parametrize(
    "piece", ["leider ", "Manager ", "Engineer, ", "(m/w", "https://x.example/a ", "f.eks. ", "a! "]
)
def test_a_message_of_one_word_is_read_at_once(piece: str) -> None:
    """Though each word could be a name, and each of its points end a sentence."""
    hostile = message((piece * MOST_TEXT)[:MOST_TEXT])
    facts_of(message("Loads what is loaded once."))
    start = time.process_time()
    facts_of(hostile)
    assert time.process_time() - start < 6.0


@pytest.mark.timeout(60)
@pytest.mark.parametrize("letter", ["a", "é"])
def test_a_word_without_end_is_no_name(letter: str) -> None:
    """Nor is one looked for from each of its letters, which takes minutes."""
    assert [match[0] for match in NAME.finditer(f"at {letter * 300_000} of eBay")] == ["eBay"]


def test_an_occupation_is_looked_for_in_a_few_words() -> None:
    """In a paragraph that was taken for a heading it would cost half a second, a hundred times over."""
    assert names_occupation("We look for an engineer" + " who is" * 1_000)
    assert not names_occupation("x " * 1_000 + "engineer")


@pytest.mark.parametrize("language", ["da", "it"])
@pytest.mark.parametrize("piece", ["f.eks. ", "a! ", "A.", "i.o.v.\n"])
def test_thousands_of_stops_are_told_apart_at_once(language: str, piece: str) -> None:
    """Whatever the rules of the language cost at each of them."""
    start = time.process_time()
    assert len(sentences_of((piece * MOST_TEXT)[:MOST_TEXT], language)) <= MOST_SENTENCES
    assert time.process_time() - start < 3.0


def test_danish_sentences_keep_their_abbreviations() -> None:
    """In a text that has no more stops than a letter."""
    found = sentences_of("Vi søger bl.a. en udvikler. Du hører fra os ca. 3. maj.", "da")
    assert [one.text for one in found] == ["Vi søger bl.a. en udvikler.", "Du hører fra os ca. 3. maj."]
