"""One pass: read what is new in the mailboxes, judge it, write it down, and send what is owed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from pipeline.core.applications.application import STAGED, Application, Judged
from pipeline.core.letters.digest import OVERDUE, Coverage
from pipeline.core.letters.letter import DOMAIN
from pipeline.core.message import Batch, Message, Unreadable
from pipeline.core.plan import (
    Action,
    AskForApplication,
    AskForLabel,
    OweLetter,
    Policy,
    PutFirst,
    Quarantine,
    Record,
    letters_in,
    plan,
)
from pipeline.core.ports import Log, Mailbox, Parser
from pipeline.core.verdict import JOB_LABELS, Decision, Label
from pipeline.errors import AfterwordError, OverdueError, TransientError
from pipeline.tasks.deliver import DeliveryReport
from pipeline.tasks.judge import Judge
from pipeline.tasks.place import place
from pipeline.tasks.replies import Found, Heard, Replies
from pipeline.tasks.teach import learn

#: So far before its last message was read a rebuilt mailbox is read again: clocks differ, and what is known is skipped.
_OVERLAP = timedelta(days=1)


@dataclass(slots=True)
class RunReport:
    """What a run did: how much was read, what was decided, what went wrong.

    `paused_until` is what the setting of that name holds if letters are paused, else empty. `waiting` is how many
    letters wait, `next_at` when the first of them may leave, if that is known. `from_elsewhere` counts the replies to
    letters of ours that were not read, for they came from an address that is not known as the user's.
    """

    mailboxes: int = 0
    messages: int = 0
    judged: list[Judged] = field(default_factory=list)
    unreadable: list[Unreadable] = field(default_factory=list)
    letters: list[OweLetter] = field(default_factory=list)
    replies: list[Heard] = field(default_factory=list)
    from_elsewhere: int = 0
    delivery: DeliveryReport = field(default_factory=DeliveryReport)
    faults: list[tuple[str, AfterwordError]] = field(default_factory=list)
    paused_until: str = ""
    waiting: int = 0
    next_at: datetime | None = None

    @property
    def rejections(self) -> list[Judged]:
        """The new rejections, each once."""
        return [one for one in self.judged if one.verdict.decision is Decision.REJECTION and one.repeats is None]

    @property
    def uncertain(self) -> list[Judged]:
        """The new messages that are put to the user."""
        return [one for one in self.judged if one.verdict.decision is Decision.UNCERTAIN]

    @property
    def unmatched(self) -> list[Judged]:
        """The new messages of which only the user can tell to which application they belong."""
        return [one for one in self.judged if one.candidates]

    @property
    def coverage(self) -> Coverage:
        """What was read, in numbers."""
        return Coverage(
            mailboxes=self.mailboxes,
            messages=self.messages,
            rejections=len(self.rejections),
            uncertain=len(self.uncertain),
            unreadable=len(self.unreadable),
        )


@dataclass(frozen=True, slots=True)
class Run:
    """The parts of a run, and the user's choices about it.

    `look_back` says for a mailbox's name how far back it is read if it never was before. With `since`, everything from
    that instant on is read again, besides what is new. Texts are kept for `text_lasts`, None for ever; with no time at
    all none is stored, even of job mail.
    `own_addresses` are the user's, in folded case. Without `replies`, what the user answers to letters is not read.
    `tell` is called after each batch with how many messages were read so far.
    """

    parser: Parser
    judge: Judge
    log: Log
    policy: Policy
    look_back: Callable[[str], timedelta]
    since: datetime | None = None
    text_lasts: timedelta | None = None
    own_addresses: frozenset[str] = frozenset()
    replies: Replies | None = None
    tell: Callable[[int], None] = lambda _: None

    def __call__(
        self,
        mailboxes: Iterable[Mailbox],
        *,
        now: datetime,
        teaching: Iterable[tuple[Mailbox, Label]] = (),
        left_out: Sequence[str] = (),
    ) -> RunReport:
        """Read every mailbox, then those that teach. One that cannot be read does not stop the others.

        One of the `left_out` that could not be read before counts as unread still.
        """
        report = RunReport()
        number = self.log.begin_run(at=now)
        for mailbox in mailboxes:
            self._read(mailbox, None, report, now)
        for mailbox, label in teaching:
            self._read(mailbox, label, report, now)
        report.faults = [(name, self._overdue(name, error, now) or error) for name, error in report.faults]
        unread = [f"{name}: {type(error).__name__}" for name, error in report.faults]
        unread += [f"{name}: left out" for name in left_out if self.log.unread_since(name)]
        if self.replies and self.since and not (report.faults or left_out or report.from_elsewhere):
            self.replies.none_missed(self.since)
        self.log.end_run(number, report.coverage, at=now, fault="; ".join(unread))
        if self.text_lasts is not None:
            self.log.drop_texts(now - self.text_lasts)
        self.log.scrub()
        return report

    def _overdue(self, mailbox: str, error: AfterwordError, now: datetime) -> AfterwordError | None:
        """Return what to say in place of an error that has not passed for another day; None while it may."""
        unread = self.log.unread_since(mailbox) if isinstance(error, TransientError) else None
        if unread is None:
            return None
        first, last = unread
        if (now - first) // OVERDUE <= (last - first) // OVERDUE:
            return None
        return OverdueError.of(error, f"since {first:%Y-%m-%d %H:%M} UTC")

    @property
    def _keeps_text(self) -> bool:
        return self.text_lasts != timedelta(0)

    def _read(self, mailbox: Mailbox, label: Label | None, report: RunReport, now: datetime) -> None:
        """Read what is new in one mailbox; with a label, everything in it was filed there by the user to say so."""
        try:
            for batch in self._batches(mailbox, now, teaches=label is not None):
                faults = self._take(batch, label, report, now)
                report.faults += [(mailbox.name, error) for error in faults]
            report.mailboxes += 1
        except AfterwordError as error:
            report.faults.append((mailbox.name, error))

    def _batches(self, mailbox: Mailbox, now: datetime, *, teaches: bool) -> Iterator[Batch]:
        """Yield what is new in a mailbox, then what is to be read again.

        What is new comes first whatever `since` says: reading again moves the cursor to the end. A mailbox that
        teaches is read whole the first time, however old what the user has filed there, and is not read again: what was
        filed there once would go before what the user said later.
        """
        cursor = self.log.cursor(mailbox.name)
        if teaches:
            yield from mailbox.fetch_since(cursor)
            return
        if cursor is not None or self.since is None:
            yield from mailbox.fetch_since(cursor, since=self._start(mailbox.name, now))
        if self.since is not None:
            yield from mailbox.fetch_since(None, since=self.since)

    def _start(self, mailbox: str, now: datetime) -> datetime:
        """Return from when on a mailbox without a cursor is read, or with one that a new UIDVALIDITY has made void.

        What came since it was last read is among it, however long ago that was.
        """
        start = now - self.look_back(mailbox)
        last = self.log.last_read(mailbox)
        return start if last is None else min(start, last - _OVERLAP)

    def _take(self, batch: Batch, label: Label | None, report: RunReport, now: datetime) -> list[AfterwordError]:
        """Judge a batch and write everything about it in one transaction, cursor included; return what went wrong."""
        parsed = [self.parser.parse(raw) for raw in batch.messages]
        readable = self.log.told_apart(one for one in parsed if isinstance(one, Message))
        messages = [one for one in readable if not self.log.is_forgotten(one.message_id)]
        unreadable = [one for one in parsed if isinstance(one, Unreadable)]
        unknown = self.log.unknown(messages)
        replies = self._replies_in(unknown)
        # Not recorded either: it would be known, and passed over when its sender's address is told.
        strange = [one for one in unknown if self.replies and self.replies.is_from_elsewhere(one)]
        judged = self.judge([one for one in unknown if one not in strange and not self._is_own(one)])
        with self.log.transaction():
            placed, letters = self._write_down(judged, unreadable, now)
            heard = [self.replies.take(one, now=now) for one in replies] if self.replies else []
            for message in messages:
                self.log.sight(message.key, message.message_id)
            filed = [one for one in messages if one not in strange and not self._is_own(one)]
            faults = self._learn(filed, label, now) if label is not None else []
            if self.replies and strange:
                self.replies.missed(strange, now=now)
            self.log.advance(batch.cursor, at=now)
        report.messages += len(batch.messages)
        # Without the texts, which would add up to all that a first run reads.
        report.judged += [replace(one, text="", message=replace(one.message, text="")) for one in placed]
        report.unreadable += unreadable
        report.from_elsewhere += len(strange)
        report.replies += [one for one in heard if one is not None]
        # The batches of one run share a summary.
        report.letters = list(dict.fromkeys([*report.letters, *letters]))
        self.tell(report.messages)
        return faults

    def _write_down(
        self, judged: Sequence[Judged], unreadable: Sequence[Unreadable], now: datetime
    ) -> tuple[list[Judged], list[OweLetter]]:
        """Carry out what is planned, oldest message first: each is placed beside those that were written before it."""
        placed: list[Judged] = []
        letters: list[OweLetter] = []
        known = {one.id: one for one in self.log.applications()} if judged else {}
        for one in sorted(judged, key=lambda one: one.message.date):
            applications = list(known.values())
            placed.append(self._place(self.judge.beside(one, applications), applications))
            actions = plan(placed[-1:], (), policy=self.policy, now=now)
            self._carry_out(actions, now)
            number = placed[-1].application
            if number is not None:
                if placed[-1].verdict.label in STAGED:  # another mailbox may have told the end before
                    self.log.settle_stages(number)
                known[number] = self.log.application(number)
            letters += letters_in(actions)
        self._carry_out(plan((), unreadable, policy=self.policy, now=now), now)
        return placed, letters

    def _learn(self, filed: Sequence[Message], label: Label, now: datetime) -> list[AfterwordError]:
        return learn(self.log, filed, label, policy=self.policy, now=now, judge=self.judge, keeps_text=self._keeps_text)

    def _replies_in(self, messages: Sequence[Message]) -> list[Found]:
        """Return the user's replies to our letters among some messages, oldest first."""
        if self.replies is None:
            return []
        found = [self.replies.find(one) for one in messages]
        return sorted((one for one in found if one is not None), key=lambda one: one.message.date)

    def _is_own(self, message: Message) -> bool:
        """Return whether a message is a letter of ours, an answer to one, or written by the user: none is judged.

        Some mail servers give a letter another Message-ID, but leave our mark on it. What the user forwards to
        themselves is somebody else's; what they forward to others was read when it came.
        """
        if "x-afterword" in message.facts or message.message_id.endswith(f"@{DOMAIN}"):
            return True
        if self.log.is_own_letter(message.message_id) or self.log.is_own_letter(message.in_reply_to):
            return True
        is_sent = "x-gm-sent" in message.facts
        if not is_sent and message.sender.address.casefold() not in self.own_addresses:
            return False
        comes_back = any(one.address.casefold() in self.own_addresses for one in message.recipients)
        return (is_sent and not comes_back) or not _is_forward(message)

    def _place(self, judged: Judged, known: Sequence[Application]) -> Judged:
        """Return a judged message placed beside the others, with as much of its text as may be kept."""
        is_asked = judged.verdict.decision is Decision.UNCERTAIN
        is_kept = self._keeps_text and (is_asked or judged.verdict.label in JOB_LABELS)
        return place(self.log, replace(judged, text=judged.text if is_kept else ""), known)

    def _carry_out(self, actions: Sequence[Action], now: datetime) -> None:
        """Write actions to the log."""
        for action in actions:
            match action:
                case Record(judged):
                    self.log.record(judged, at=now)
                case OweLetter(kind, about, due):
                    self.log.owe(kind, about, due)
                case Quarantine(unreadable):
                    self.log.quarantine(unreadable, at=now)
                case AskForLabel():
                    pass  # an uncertain record without a label of the user's is what is asked
                case AskForApplication(judged):
                    self.log.ask_application(self.log.number_of(judged.message.message_id), judged.candidates, at=now)
                case PutFirst(judged, before):
                    self.log.put_first(self.log.number_of(judged.message.message_id), before=before)


def _is_forward(message: Message) -> bool:
    """Return whether a message passes another one on."""
    from pipeline.reading.text.split import split_history  # noqa: PLC0415 - loaded when there is something to read

    return split_history(message.text, subject=message.subject).form == "forward"
