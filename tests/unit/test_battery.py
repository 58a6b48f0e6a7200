"""Company, role, requisition, place and recruiter, over batteries of invented messages.

A floor is what a user may rely on, not what is reached: a change that falls below it reads mail worse than before.
"""

from __future__ import annotations

from functools import cache

import pytest
from support.battery import Score, entries, reading_of
from support.judgements import judged, reading
from support.shipped import NAMER

from pipeline.core.applications.identity import normalise_role
from pipeline.core.verdict import Label
from pipeline.reading.company.names import comparable
from pipeline.reading.place import place_of
from pipeline.reading.reapply.rules import kept_until, reapply_after
from pipeline.reading.recruiter import recruiter_of
from pipeline.reading.requisition import requisition_of
from pipeline.reading.senders.known import Senders
from pipeline.resources import SENDERS

BATTERIES = ("developed", "held-out")

#: The least precision and recall of each fact, on the messages at hand and on those that were held out.
FLOORS = {
    "company": {"developed": (0.97, 0.97), "held-out": (0.96, 0.96)},
    "role": {"developed": (0.94, 0.95), "held-out": (0.95, 0.94)},
    "requisition": {"developed": (0.95, 0.9), "held-out": (0.95, 0.9)},
    "place": {"developed": (0.9, 0.85), "held-out": (0.85, 0.8)},
    "recruiter": {"developed": (0.95, 0.95), "held-out": (0.93, 0.93)},
    "recruiter_address": {"developed": (0.95, 0.95), "held-out": (0.93, 0.93)},
}


@cache
def scores(battery: str) -> dict[str, Score]:
    """Return how the reading does on one battery, by fact."""
    senders = Senders.load(SENDERS)
    found = {fact: Score() for fact in FLOORS}
    for entry in entries(battery):
        what = reading_of(entry)
        company, role = NAMER.names_of(what, Label.REJECTION)
        recruiter, answerable = recruiter_of(what, senders)
        found["company"].add(entry, "company", company, lambda a, b: comparable(a) == comparable(b))
        found["role"].add(entry, "role", role, lambda a, b: normalise_role(a) == normalise_role(b))
        found["requisition"].add(entry, "requisition", requisition_of(what), str.__eq__)
        found["place"].add(entry, "place", place_of(what, role, company, senders), str.__eq__)
        found["recruiter"].add(entry, "recruiter", recruiter.name, str.__eq__)
        found["recruiter_address"].add(entry, "recruiter_address", recruiter.address, str.__eq__)
        assert answerable == bool(recruiter.address), entry["name"]
    return found


def test_there_are_enough_messages_a_third_of_them_held_out() -> None:
    """And each has a name of its own."""
    names = [entry["name"] for battery in BATTERIES for entry in entries(battery)]
    assert len(names) == len(set(names))
    assert len(names) >= 150
    assert 3 * len(entries("held-out")) >= 0.95 * len(names)


@pytest.mark.parametrize("battery", BATTERIES)
@pytest.mark.parametrize("fact", FLOORS)
def test_what_a_message_says_is_read_rightly(fact: str, battery: str) -> None:
    """A wrong company is worse than none, so precision has a floor of its own."""
    score = scores(battery)[fact]
    precision, recall = FLOORS[fact][battery]
    assert score.precision >= precision, score.wrong
    assert score.recall >= recall, score.wrong


def test_dates_are_read_in_seven_languages() -> None:
    """When to try again and how long one is kept on file: at least 19 of 20 right, none of them by chance."""
    wrong = []
    for entry in entries("dates"):
        what = reading(entry["text"])
        judgement = judged(what)
        again, kept = reapply_after(what, judgement), kept_until(what, judgement)
        assert (again.day is None) or again.phrase == entry["text"]
        assert (kept.day is None) or kept.phrase == entry["text"]
        if (again.day, kept.day) != (entry.get("again"), entry.get("kept")):
            wrong.append((entry["text"], again.day, kept.day))
    assert len(wrong) <= 0.05 * len(entries("dates")), wrong
