"""What must hold of the facts of every message, whatever it says."""

from __future__ import annotations

import re
from datetime import timedelta

from support.judgements import by_acts
from support.shipped import READER

from pipeline.core.applications.application import Facts
from pipeline.core.message import Message
from pipeline.core.reading import Reading
from pipeline.core.text import well_formed
from pipeline.core.verdict import Act, Judgement, Label
from pipeline.reading.facts import LONGEST_EVIDENCE, evidence_of
from pipeline.reading.read import MOST_TEXT, read

#: A fact is short, whatever the message: it has to fit a line.
_LONGEST_NAME = 200
_LONGEST_ADDRESS = 320
_LONGEST_PHRASE = 600
_MOST_SENTENCES = 1_000

_QUOTE_MARKS = re.compile(r"^(?:[^\S\n]*>)+", re.MULTILINE)

#: Acts that a hostile message may be thought to do, one after the other.
_ACTS = (Act.DECLINES, Act.GAP, Act.INVITES_BACK, Act.KEEPS, Act.STRENGTH, Act.INFORMS)


def folded(text: str) -> str:
    """Return a text with its white space folded."""
    return " ".join(text.split())


def without_quote_marks(text: str) -> str:
    """Return a message's text with its white space folded, and without the quote marks at the start of its lines."""
    return folded(_QUOTE_MARKS.sub("", well_formed(text)))


def judgement_of(reading: Reading) -> Judgement:
    """Return a judgement that makes every reader of facts look at every sentence."""
    acts = tuple({_ACTS[number % len(_ACTS)]: 1.0} for number in range(len(reading.sentences)))
    decisive = 0 if reading.sentences else None
    return by_acts({Label.REJECTION: 1.0}, acts, decisive)


def facts_of(message: Message) -> Facts:
    """Return the facts of a message taken for a rejection, having checked that all that must hold of them does."""
    reading = read(message)
    assert len(reading.text) <= MOST_TEXT
    assert len(reading.sentences) <= _MOST_SENTENCES
    for sentence in reading.sentences:
        assert folded(reading.text[sentence.start : sentence.end]) == folded(sentence.text)
    judgement = judgement_of(reading)
    facts = READER.facts_of(reading, judgement, Label.REJECTION)
    evidence = evidence_of(reading, judgement)
    assert len(evidence) <= LONGEST_EVIDENCE
    said = without_quote_marks(message.text)
    assert evidence in said
    _check_names(facts)
    _check_words(facts, said)
    for day in (facts.reapply_after, facts.kept_until):
        assert day is None or timedelta(0) < day - message.date.date() <= timedelta(days=5 * 366)
    return facts


def _check_names(facts: Facts) -> None:
    """Names stand on one line, and are short."""
    for name in (facts.company, facts.role, facts.requisition, facts.place, facts.recruiter.name):
        assert "\n" not in name
        assert "\r" not in name
        assert len(name) <= _LONGEST_NAME, name
        assert name == name.strip()
    address = facts.recruiter.address
    assert len(address) <= _LONGEST_ADDRESS
    assert "\n" not in address
    assert facts.answerable == bool(address)


def _check_words(facts: Facts, text: str) -> None:
    """What is quoted stands in the message, word for word."""
    for phrase in (facts.reapply_phrase, facts.kept_phrase, *(one.text for one in facts.feedback)):
        assert len(phrase) <= _LONGEST_PHRASE
        assert phrase in text
    assert bool(facts.reapply_phrase) >= bool(facts.reapply_after)
    assert bool(facts.kept_until) == bool(facts.kept_phrase)
