"""Store the user's label: it is final for that message."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from pipeline.core.applications.changes import ChangeKind
from pipeline.core.letters.letter import LetterKind
from pipeline.core.plan import Policy
from pipeline.core.ports import Applications, Known, Log, Owing
from pipeline.core.text import counted
from pipeline.core.verdict import JOB_LABELS, Label, LabelRow
from pipeline.errors import UnknownIdError, UserError
from pipeline.tasks.judge import Judge
from pipeline.tasks.place import clear, place_again, settle_stages

#: Changes that put messages into an application.
_MOVES = frozenset({ChangeKind.SPLIT, ChangeKind.MATCH, ChangeKind.MERGE})


@dataclass(frozen=True, slots=True)
class Given:
    """A label that was given: its number, and the application of its message before it and after; None for none."""

    number: int
    before: int | None
    after: int | None


def label(  # noqa: PLR0913 - whose label it is and by which way it came, each by name
    log: Log, number: int, chosen: Label, *, policy: Policy, now: datetime, judge: Judge, by: str = "user"
) -> Given | None:
    """Label message `number`, and owe a debrief if it turns out to be a fresh rejection.

    Return the label, for `withdraw`; None if the message had that label and nothing was stored.

    A rejection that the model had missed is read again for what it says (stage, reason, feedback) and placed beside the
    others. One that tells another again owes nothing, and neither does one about which a letter has left; of one that
    was known as a rejection, a debrief that was refused or dropped is owed again. A debrief that waits in the outbox
    for a message that is no rejection is dropped when its turn comes; what told it again counts by itself then. Job
    mail that was in no application is placed, and an application without any job mail goes. `by` says by which way the
    label came: the command line or a mailbox that teaches.

    Raises:
        UnknownIdError: The log has no message with that number.
    """
    with log.transaction():
        before = _application(log, number)
        given, debts = _store(log, number, chosen, now=now, judge=judge, by=by)
        _owe(debts, log, policy=policy, now=now)
        return None if given is None else Given(given, before, _application(log, number))


def _application(log: Known, number: int) -> int | None:
    """Return the number of the application that message `number` is in; raise UnknownIdError if there is no such."""
    application = log.message(number)["application"]
    return application if isinstance(application, int) else None


def withdraw(log: Log, number: int, given: Given, *, now: datetime, judge: Judge) -> None:
    """Take back the label `given` of message `number`; it stands again where the one before it, or the model, puts it.

    Where it was in no application before, it is in none again; unless it stands alone in one that the user arranged, or
    was put into one by hand since.

    Raises:
        UnknownIdError: The log has no message with that number.
    """
    with log.transaction():
        was_rejection = log.is_rejection(number)
        log.withdraw_label(number, given.number)
        settle_stages(log, number)
        is_out = _take_out(log, number, given)
        record, kept = log.message(number), log.kept(number)
        before = Label(str(record["user_label"])) if record["user_label"] else None
        is_apart = given.before is None and record["application"] is None
        if kept.text:
            # What the message itself has begun says nothing about it.
            known = [one for one in log.applications() if one.message_ids != {kept.message_id}]
            again = judge.read_as(kept, before, known) if before else judge.beside(judge([kept])[0], known)
            is_missing = (before or record["label"]) in JOB_LABELS and record["application"] is None
            if is_out or is_missing or (was_rejection and not log.is_rejection(number)):
                place_again(log, again, now=now, label=before)
        if is_apart:
            log.take_out(number)  # from one that has been begun since it came, or that the user had deleted
        clear(log, number)


def _take_out(log: Applications, number: int, given: Given) -> bool:
    """Take message `number` out of the application that it joined by a label, and return whether it left one."""
    joined = given.after if given.before is None else None
    if joined is None or _application(log, number) != joined:
        return False
    if len(log.application_of(number).events) == 1 and log.changes(joined):
        return False
    log.take_out(number)
    return True


def label_thread(log: Log, number: int, chosen: Label, *, policy: Policy, now: datetime, judge: Judge) -> list[int]:
    """Label every message in the thread of message `number`, and return their numbers.

    A thread of rejections is one rejection to the user: a debrief is owed about the newest of them alone.

    Raises:
        UnknownIdError: The log has no message with that number.
    """
    with log.transaction():
        numbers = log.thread(number)
        # The newest first: if they are one rejection, it is the one that the others tell again.
        stored = [_store(log, one, chosen, now=now, judge=judge, by="user") for one in reversed(numbers)]
        debts = [debt for _, each in stored for debt in each]
        _owe(debts, log, policy=policy, now=now)
    return numbers


def import_labels(log: Log, rows: Sequence[LabelRow], *, policy: Policy, now: datetime, judge: Judge) -> list[int]:
    """Give messages the labels of a file, all or none, and return their numbers.

    Raises:
        UserError: A row names no label, or no message of the log, or two rows contradict each other; all are told.
    """
    with log.transaction():
        chosen: dict[int, tuple[Label, int]] = {}
        problems = [problem for row in rows for problem in _take(log, row, chosen)]
        if problems:
            count = counted(len(problems), "problem")
            raise UserError(
                f"The file has {count}; no label was stored.", problems=problems, hint="Mend those lines and try again."
            )
        for number, (one, _) in chosen.items():
            label(log, number, one, policy=policy, now=now, judge=judge, by="import")
    return list(chosen)


def _take(log: Known, row: LabelRow, chosen: dict[int, tuple[Label, int]]) -> Iterator[str]:
    """Add what a row chooses, and yield what is wrong with it."""
    try:
        known = Label(row.label)
    except ValueError:
        known = None
        yield f"line {row.line}: there is no label {row.label[:40]!r}; one of {', '.join(Label)}"
    try:
        number = _number(log, row)
    except (UnknownIdError, ValueError) as error:
        yield f"line {row.line}: {str(error).rstrip('.')}"
        return
    before = chosen.get(number)
    if known is not None:
        chosen.setdefault(number, (known, row.line))
        if before and before[0] is not known:
            yield f"line {row.line}: message {number} is {known} here and {before[0]} in line {before[1]}"


def _number(log: Known, row: LabelRow) -> int:
    """Return the number of the message that a row names; raise UnknownIdError, or ValueError if there is none."""
    by_id = log.number_of(row.message_id.removeprefix("<").removesuffix(">")) if row.message_id else None
    if row.number:
        if not (row.number.isascii() and row.number.isdigit()):
            raise ValueError(f"{row.number[:40]!r} is no number of a message")
        number = int(row.number[:20])
        log.is_rejection(number)
        if by_id not in {None, number}:
            raise ValueError(f"message {number} has another Message-ID")
        return number
    if by_id is None:
        raise ValueError("it names no message")
    return by_id


@dataclass(frozen=True, slots=True)
class _Debt:
    """What a label may owe: a debrief about message `number`; it `was_known` as a rejection, or is one only now."""

    number: int
    was_known: bool


def _store(
    log: Log, number: int, chosen: Label, *, now: datetime, judge: Judge, by: str
) -> tuple[int | None, list[_Debt]]:
    """Store a label, put the message where it belongs by it; return the label's number, if new, and what it may owe."""
    was_known = log.is_rejection(number)
    again = telling_again(log, number) if was_known else []
    given = log.set_label(number, chosen, by=by, at=now)
    settle_stages(log, number)
    if chosen is Label.REJECTION:
        is_told = not was_known and _read_again(log, number, judge, now, chosen)
        return given, [] if is_told else [_Debt(number, was_known)]
    if chosen in JOB_LABELS and log.message(number)["application"] is None:
        _read_again(log, number, judge, now, chosen)
    if chosen not in JOB_LABELS:
        _leave(log, number)
    clear(log, number)
    return given, [_Debt(one, was_known=False) for one in again]


def _leave(log: Applications, number: int) -> None:
    """Take a message that is no job mail out of an application that it can have joined by an earlier label alone.

    What the model took for job mail stays: `other` is also said of an invitation that is no rejection. So does what may
    have been put there by hand.
    """
    application = _application(log, number)
    if application is None or log.message(number)["label"] in JOB_LABELS:
        return
    if not any(one.kind in _MOVES and one.undone_at is None for one in log.changes(application)):
        log.take_out(number)


def telling_again(log: Owing, number: int) -> list[int]:
    """Return the rejections that tell rejection `number` again, oldest first; none if a letter about any has left."""
    return (
        []
        if _is_told(log, number)
        else [one for one, _ in log.tellings(number) if one != number and log.is_rejection(one)]
    )


def _is_told(log: Owing, number: int) -> bool:
    """Return whether a letter about rejection `number`, or about what tells it again, has left."""
    return any(log.was_sent(LetterKind.DEBRIEF, message_id) for _, message_id in log.tellings(number))


def owe_first(log: Owing, numbers: Sequence[int], *, policy: Policy, now: datetime) -> None:
    """Owe the debrief about the first of some messages that is a rejection told by itself, if there is one."""
    _owe([_Debt(one, was_known=False) for one in numbers], log, policy=policy, now=now)


def _owe(debts: Sequence[_Debt], log: Owing, *, policy: Policy, now: datetime) -> None:
    """Owe the debrief about the first of some messages that is a rejection by now, and told by itself."""
    debt = next((one for one in debts if log.is_rejection(one.number) and log.told_by(one.number) is None), None)
    if debt is None or not policy.debriefs or _is_told(log, debt.number):
        return
    rejection = log.rejection(debt.number)
    if now - rejection.date <= policy.stale_after:
        owe = log.owe_again if debt.was_known else log.owe
        owe(LetterKind.DEBRIEF, rejection.message_id, policy.due(now))


def _read_again(log: Log, number: int, judge: Judge, now: datetime, chosen: Label) -> bool:
    """Draw the facts of job mail from a message that was taken for something else, as far as its text was kept.

    Return whether a letter about it has left, since it tells again what another message told.
    """
    message = log.kept(number)
    if not message.text:
        return False
    again = judge.read_as(message, chosen, log.applications())
    return place_again(log, again, now=now, label=chosen).is_told
