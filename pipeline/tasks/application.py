"""Arrange applications by hand: each change is dated and can be undone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from pipeline.core.applications.application import Application, Stage
from pipeline.core.applications.changes import Change, Entry
from pipeline.core.calendar import day_of
from pipeline.core.ports import Applications
from pipeline.core.text import clean, excerpt
from pipeline.core.verdict import Label
from pipeline.errors import UserError

_LONGEST_NAME = 200
_NAME_IT = "Name the company with --company."


@dataclass(frozen=True, slots=True)
class Names:
    """Company and role as the user typed them; None where nothing was typed."""

    company: str | None = None
    role: str | None = None

    def __bool__(self) -> bool:
        return self.company is not None or self.role is not None

    def over(self, company: str, role: str) -> tuple[str, str]:
        """Return these names on one line each, and the given ones where nothing was typed."""
        typed = (company if self.company is None else self.company, role if self.role is None else self.role)
        return excerpt(typed[0], _LONGEST_NAME), excerpt(typed[1], _LONGEST_NAME)


def begun(log: Applications) -> list[Application]:
    """Return the applications, by number, but for those of which nothing came but an approach to the user.

    One that the user arranged by hand is among them whatever came.
    """
    arranged = log.arranged()
    return [one for one in log.applications() if one.is_begun or one.id in arranged]


def add(log: Applications, entry: Entry, *, now: datetime) -> Change:
    """Write what mail did not tell onto a timeline: that one applied, or was declined.

    Raises:
        UserError: The entry is dated in the future or too long ago, or begins an application without a company.
        UnknownIdError: There is no application with that number.
    """
    if entry.date > now:
        raise UserError(f"{entry.date:%Y-%m-%d} has not come yet.", hint="Give the day on which it happened.")
    if day_of(entry.date, UTC) is None:
        raise UserError(f"{entry.date.date()} is too long ago.", hint="Give the day on which it happened.")
    company, role = Names().over(entry.company, entry.role)
    if entry.application is None and not company:
        raise UserError("An application needs a company.", hint="As in `afterword application add Acme Engineer`.")
    with log.transaction():
        stage = entry.stage if entry.label is Label.REJECTION else Stage.UNKNOWN
        whole = replace(entry, company=company, role=role, stage=stage, note=clean(entry.note))
        return log.add_by_hand(whole, at=now)


def rename(log: Applications, number: int, names: Names, *, now: datetime) -> Change:
    """Give an application another company, another role, or both.

    Raises:
        UserError: Nothing would change, or no company would be left.
        UnknownIdError: There is no application with that number.
    """
    with log.transaction():
        application = log.application(number)
        company, role = names.over(application.company, application.role)
        if not company:
            raise UserError("An application needs a company.", hint=_NAME_IT)
        if not names or (company, role) == (application.company, application.role):
            raise UserError(f"Application {number} is called that already.", hint="Give --company, --role or both.")
        return log.rename_application(number, company, role, at=now)


def merge(log: Applications, number: int, into: int, *, now: datetime) -> Change:
    """Put everything of one application into another.

    Raises:
        UserError: Both are the same.
        UnknownIdError: One of them does not exist.
    """
    if number == into:
        raise UserError("An application cannot be merged into itself.", hint="Give two numbers.")
    return log.merge_applications(number, into, at=now)


def split(log: Applications, message: int, into: int | None, names: Names, *, now: datetime) -> Change:
    """Put a message into another application, or begin a new one with it.

    Without names a new application takes those that the message has: those that it states, or that the user gave.

    Raises:
        UserError: The message is there already, is the only one of its application, or names no company.
        UnknownIdError: There is no such message or application.
    """
    with log.transaction():
        record = log.message(message)
        if into is not None:
            if names:
                raise UserError("An application that exists has its names.", hint="Leave out --company and --role.")
            if record["application"] == into:
                raise UserError(f"Message {message} belongs to application {into} already.")
            return log.move_message(message, into, at=now)
        source = None if record["application"] is None else log.application_of(message)
        if source is not None and len(source.events) == 1:
            hint = "`afterword application rename` gives it another name, --to another application."
            raise UserError(f"Message {message} is the only one of application {source.id}.", hint=hint)
        company, role = names.over(str(record["company"]), str(record["role"]))
        if not company:
            raise UserError(f"Message {message} names no company.", hint=_NAME_IT)
        by_hand = bool(names) or (source is not None and source.is_named)
        return log.split_message(message, company, role, by_hand=by_hand, at=now)


def answer(log: Applications, message: int, into: int | None, *, now: datetime) -> Change:
    """Say to which application a message belongs that was asked about; None begins a new one with it.

    What was asked about in its thread goes with it: a message belongs where those do that it answers.

    Raises:
        UserError: The message was not asked about, or it names no company to begin an application with.
        UnknownIdError: There is no such message or application.
    """
    with log.transaction():
        questions = log.questions()
        question = next((one for one in questions if one.message == message), None)
        if question is None:
            log.message(message)
            hint = "`afterword application split` puts any message elsewhere."
            raise UserError(f"Nobody asks where message {message} belongs.", hint=hint)
        if into is None and not question.company:
            hint = f"Begin one with `afterword application split {message} --company NAME`."
            raise UserError(f"Message {message} names no company.", hint=hint)
        thread = {*log.thread(message)} - {message}
        others = [one.message for one in questions if one.message in thread]
        return log.answer_question(message, into, (question.company, question.role), at=now, others=others)


def remove_alias(log: Applications, number: int, *, now: datetime) -> Change:
    """Take an alias away: its spelling leads nowhere any more. Raise UnknownIdError if there is none."""
    return log.remove_alias(number, at=now)


def delete(log: Applications, number: int, *, now: datetime) -> Change:
    """Take an application away; its messages stay. Raise UnknownIdError if there is none with that number."""
    return log.delete_application(number, at=now)


def undo(log: Applications, *, now: datetime) -> Change:
    """Undo the last change that still stands; raise UserError if none does."""
    return log.undo_change(at=now)
