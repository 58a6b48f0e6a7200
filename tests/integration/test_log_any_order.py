"""The log under any order of events, with crashes between them."""

from __future__ import annotations

import sqlite3
import tempfile
from pathlib import Path

from hypothesis import settings, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from support.log_examples import NOON, days, judged

from pipeline.adapters.log import SqliteLog
from pipeline.core.letters.letter import LetterKind, Owed
from pipeline.core.message import Cursor
from pipeline.core.verdict import Label


class LogMachine(RuleBasedStateMachine):
    """Runs, letters, labels and crashes in any order, beside a model of what must be true."""

    def __init__(self) -> None:
        super().__init__()
        self.directory = tempfile.TemporaryDirectory()
        self.path = Path(self.directory.name) / "log.db"
        self.uid = 0
        self.now = NOON
        self.saved: dict[str, Label] = {}
        self.labels: dict[str, Label] = {}
        self.owed: set[str] = set()
        self.sent: list[str] = []
        self.claims: list[Owed] = []

    @initialize()
    def begin(self) -> None:
        """Open an empty log."""
        self.log = SqliteLog.open(self.path)

    def teardown(self) -> None:
        """Put everything away."""
        self.log.close()
        self.directory.cleanup()

    @rule(
        batch=st.lists(
            st.tuples(st.integers(0, 9), st.sampled_from([Label.REJECTION, Label.INTERVIEW, Label.OTHER])), max_size=4
        ),
        crash=st.booleans(),
    )
    def run(self, batch: list[tuple[int, Label]], *, crash: bool) -> None:
        """Record a batch with letters and cursor in one transaction, or die just before it is committed."""
        ones = [judged(f"{name}@x", label=label, uid=self.uid + place + 1) for place, (name, label) in enumerate(batch)]
        by_message = {one.message.message_id: one for one in reversed(ones)}
        fresh = [by_message[message.message_id] for message in self.log.unknown(one.message for one in ones)]
        try:
            with self.log.transaction():
                for one in fresh:
                    self.log.record(one, at=self.now)
                    if one.verdict.is_rejection:
                        self.log.owe(LetterKind.DEBRIEF, one.message.message_id, self.now)
                self.log.advance(Cursor("INBOX", 7, self.uid + len(batch)), at=self.now)
                if crash:
                    self.log.close()
        except sqlite3.ProgrammingError:
            assert crash
            self.log = SqliteLog.open(self.path)
            return
        self.uid += len(batch)
        self.saved |= {one.message.message_id: one.verdict.label for one in fresh}
        self.owed |= {one.message.message_id for one in fresh if one.verdict.is_rejection}

    @precondition(lambda self: self.saved)
    @rule(data=st.data(), label=st.sampled_from([Label.REJECTION, Label.OFFER]))
    def correct(self, data: st.DataObject, label: Label) -> None:
        """Let the user label a message."""
        message_id = data.draw(st.sampled_from(sorted(self.saved)))
        number = self.log.record(judged(message_id), at=self.now)
        self.log.set_label(number, label, by="terminal", at=self.now)
        self.labels[message_id] = label

    @rule()
    def claim(self) -> None:
        """Claim the next letter: never one that was sent or that somebody holds."""
        owed = self.log.claim(self.now)
        free = self.owed - set(self.sent) - {one.about for one in self.claims}
        assert (owed is not None) == bool(free)
        if owed is not None:
            assert owed.about in free
            assert owed.raw in {b"", owed.about.encode()}
            self.log.keep(owed, owed.about.encode(), f"letter-{owed.about}")
            self.claims.append(owed)

    @precondition(lambda self: self.claims)
    @rule()
    def send(self) -> None:
        """Send a claimed letter."""
        owed = self.claims.pop()
        self.sent.append(owed.about)
        self.log.sent(owed, at=self.now)
        assert self.log.is_own_letter(f"letter-{owed.about}")

    @precondition(lambda self: self.claims)
    @rule()
    def defer(self) -> None:
        """Put a claimed letter back."""
        self.log.deferred(self.claims.pop(), self.now, "greylisted")

    @rule()
    def crash(self) -> None:
        """Die without a word, claims in hand, and start again an hour later."""
        self.log.close()
        self.claims.clear()
        self.now += days(1) / 24
        self.log = SqliteLog.open(self.path)

    @invariant()
    def each_rejection_is_logged_once(self) -> None:
        """With the user's labels, and none that was not saved."""
        final = self.saved | self.labels
        expected = sorted(self.log.number_of(name) for name, label in final.items() if label is Label.REJECTION)
        assert sorted(one.id for one in self.log.rejections()) == expected

    @invariant()
    def each_letter_is_sent_once(self) -> None:
        """And none is lost: what was not sent is still in the outbox, unless the user says that it is no rejection."""
        assert len(self.sent) == len(set(self.sent))
        otherwise = {name for name, label in self.labels.items() if label is not Label.REJECTION}
        assert {row["about"] for row in self.log.outbox()} == self.owed - set(self.sent) - otherwise

    @invariant()
    def the_cursor_is_never_ahead(self) -> None:
        """It stands where the last committed batch ended."""
        cursor = self.log.cursor("INBOX")
        assert (cursor.uid if cursor else 0) == self.uid


TestLogInAnyOrder = LogMachine.TestCase
TestLogInAnyOrder.settings = settings(max_examples=25, stateful_step_count=25)
