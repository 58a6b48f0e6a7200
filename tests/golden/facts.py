"""Read the facts of a golden letter: `facts.toml` in, a composed letter out."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from pipeline import resources
from pipeline.adapters.letters import TemplateLetters
from pipeline.core.applications.application import Application, Event, Reason, Stage
from pipeline.core.calendar import Week
from pipeline.core.feedback import Feedback, FeedbackKind
from pipeline.core.letters.digest import Coverage, WeekFacts
from pipeline.core.letters.letter import Letter
from pipeline.core.letters.lists import Asked, Chased, Lists, OpenDebrief, Remark, Unheard
from pipeline.core.letters.rejection import Rejection
from pipeline.core.message import Address
from pipeline.core.verdict import Label

GOLDEN = Path(__file__).parent
BERLIN = ZoneInfo("Europe/Berlin")


def make_letters(steps: Path = resources.STEPS, **changes: Any) -> TemplateLetters:
    """Return letters of a made-up installation."""
    settings: dict[str, Any] = {
        "sender": Address("", "sam@reader.example"),
        "recipient": Address("Sam Reader", "sam@reader.example"),
        "secret": "a secret of this installation",
        "language": "en",
        "clock": lambda: datetime(2026, 11, 22, 17, 30, tzinfo=UTC),
        "timezone": BERLIN,
        "gmail": {"gmail": "sam@gmail.example"},
    }
    return TemplateLetters(steps, **{**settings, **changes})


def make_rejection(**changes: Any) -> Rejection:
    """Return a rejection, by default one after an interview with Northwind; `changes` as in a facts.toml."""
    facts: dict[str, Any] = {
        "id": 17,
        "message_id": "20261118.0917@mail.northwind.example",
        "references": [],
        "date": datetime(2026, 11, 18, 9, 17, tzinfo=UTC),
        "from": ["Ines Falk", "ines.falk@northwind.example"],
        "subject": "Your application at Northwind",
        "language": "en",
        "company": "Northwind",
        "role": "Data Engineer",
        "stage": "interview",
        "reason": "unspecified",
        "evidence": "",
        "offers_feedback": False,
        "reapply_after": None,
        "earlier": 0,
        "is_chased": False,
        "skills": [],
        "mailboxes": ["home/INBOX"],
        # As it is read where nobody shows but the sender.
        "recruiter": ["", changes["from"][1]] if "from" in changes else ["Ines Falk", "ines.falk@northwind.example"],
        "feedback": [],
        "events": [],
    } | changes
    feedback = tuple(
        Feedback(FeedbackKind(one["kind"]), " ".join([one["text"]] * one.get("times", 1)), tuple(one.get("topics", ())))
        for one in facts.pop("feedback")
    )
    application = _application(facts)
    name, address = facts.pop("from")
    facts["recruiter"] = Address(*facts["recruiter"])
    facts |= {"stage": Stage(facts["stage"]), "reason": Reason(facts["reason"])}
    facts |= {name: tuple(facts[name]) for name in ("references", "skills", "mailboxes")}
    return Rejection(**facts, sender=Address(name, address), feedback=feedback, application=application)


def _application(facts: dict[str, Any]) -> Application | None:
    events = facts.pop("events")
    if not events:
        return None
    earlier = [
        Event(number, f"{number}@events.example", one["date"], Label(one["label"]), "", Address())
        for number, one in enumerate(events, start=1)
    ]
    last = Event(facts["id"], facts["message_id"], facts["date"], Label.REJECTION, facts["subject"], Address())
    return Application(3, facts["company"], facts["role"], (*earlier, last))


def make_week(facts: Mapping[str, Any]) -> WeekFacts:
    """Return the facts of a week from the table `digest` of a facts.toml."""
    return WeekFacts(
        week=Week.parse(facts["week"]),
        coverage=Coverage(**facts["coverage"]),
        rejections=[make_rejection(**one) for one in facts.get("rejection", [])],
        added=[make_rejection(**one) for one in facts.get("added", [])],
        labels=[(label, count) for label, count in facts.get("labels", [])],
        asked=[Asked(**one) for one in facts.get("asked", [])],
        history=[(paper, met) for paper, met in facts.get("history", [])],
        unmatched=facts.get("unmatched", 0),
        lists=_lists(facts.get("lists", {})),
        topics=facts.get("topics", {}),
        explained=facts.get("explained", 0),
        unread=[(mailbox, since) for mailbox, since in facts.get("unread", [])],
        unheard=[Unheard(**one) for one in facts.get("unheard", [])],
        is_read_later=facts.get("is_read_later", False),
    )


def _lists(facts: Mapping[str, Any]) -> Lists:
    """Return what the user said and what is on their lists."""
    kinds = {"said": Remark, "practice": Remark, "skills": Remark, "chased": Chased, "open": OpenDebrief}
    made = {name: tuple(kind(**_frozen(one)) for one in facts.get(name, [])) for name, kind in kinds.items()}
    return Lists(**made)


def _frozen(table: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}


def compose(name: str) -> Letter:
    """Return the letter about the facts in `golden/<name>/facts.toml`."""
    facts = tomllib.loads((GOLDEN / name / "facts.toml").read_text(encoding="utf-8"))
    letters = make_letters(language=facts.get("language", "en"), reads_replies=facts.get("replies", False))
    if "digest" in facts:
        return letters.digest(make_week(facts["digest"]))
    if "day" in facts:
        return letters.day([make_rejection(**one) for one in facts["day"]["rejection"]])
    if "summary" in facts:
        return letters.summary("2026-11-22", [make_rejection(**one) for one in facts["summary"]["rejection"]])
    return letters.debrief(make_rejection(**facts["rejection"]))
