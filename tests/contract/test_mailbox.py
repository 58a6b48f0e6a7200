"""What every mailbox promises, asked of the one in memory and of one on a real IMAP server."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from typing import Protocol

import pytest
from hypothesis import given, strategies as st
from support.dovecot import PASSWORD, Dovecot

from pipeline.adapters.imap.connection import ImapConnection
from pipeline.adapters.imap.mailbox import ImapMailbox
from pipeline.adapters.imap.session import Account
from pipeline.adapters.memory import MemoryMailbox
from pipeline.core.message import Batch, Cursor
from pipeline.core.ports import Mailbox
from pipeline.errors import MailboxMissingError

DAY = datetime(2026, 3, 10, 12, tzinfo=UTC)


def message(number: int, padding: int = 0) -> bytes:
    """Return a small message that can be told from others."""
    return b"Subject: message %d\r\n\r\nText %d\r\n%s" % (number, number, b"x" * padding)


class House(Protocol):
    """A mailbox and the hands that change it from outside."""

    def mailbox(self) -> Mailbox:
        """Return the mailbox as a run would open it."""

    def append(self, *messages: bytes, date: datetime = DAY) -> list[int]:
        """Put messages in and return their UIDs."""

    def expunge(self, uid: int) -> None:
        """Take a message out."""

    def reset(self) -> None:
        """Make all UIDs invalid; the messages stay."""

    def remove(self) -> None:
        """Take the mailbox away."""


class MemoryHouse:
    """The twin."""

    def __init__(self) -> None:
        self._mailbox = MemoryMailbox("memory/Jobs")

    def mailbox(self) -> Mailbox:
        """Return the mailbox."""
        return self._mailbox

    def append(self, *messages: bytes, date: datetime = DAY) -> list[int]:
        """Put messages in."""
        return [self._mailbox.append(one, date) for one in messages]

    def expunge(self, uid: int) -> None:
        """Take one out."""
        self._mailbox.expunge(uid)

    def reset(self) -> None:
        """Renumber."""
        self._mailbox.reset()

    def remove(self) -> None:
        """Take the mailbox away."""
        self._mailbox.remove()


class DovecotHouse:
    """The real thing: each `mailbox` is a new TLS connection."""

    def __init__(self, server: Dovecot, stack: ExitStack) -> None:
        self._server, self._stack = server, stack
        self._user = server.new_user()
        self._kept: list[tuple[bytes, datetime]] = []
        server.create(self._user, "Jobs")

    def mailbox(self) -> Mailbox:
        """Return the mailbox."""
        account = Account(
            name="work",
            host=self._server.host,
            port=self._server.port,
            user=self._user,
            password=lambda: PASSWORD,
            ca_file=self._server.ca_file,
        )
        return ImapMailbox(self._stack.enter_context(ImapConnection(account)), "Jobs")

    def append(self, *messages: bytes, date: datetime = DAY) -> list[int]:
        """Put messages in."""
        self._kept += [(one, date) for one in messages]
        return self._server.append(self._user, *messages, mailbox="Jobs", date=date)

    def expunge(self, uid: int) -> None:
        """Take one out."""
        self._server.expunge(self._user, uid, "Jobs")

    def reset(self) -> None:
        """Renumber."""
        self._server.recreate(self._user, "Jobs")
        for data, date in self._kept:
            self._server.append(self._user, data, mailbox="Jobs", date=date)

    def remove(self) -> None:
        """Take the mailbox away."""
        with self._server.session(self._user) as client:
            client.delete("Jobs")


@pytest.fixture(params=["memory", "dovecot"])
def house(request: pytest.FixtureRequest) -> Iterator[House]:
    """Yield a fresh, empty mailbox of either kind."""
    if request.param == "memory":
        yield MemoryHouse()
        return
    with ExitStack() as stack:
        yield DovecotHouse(request.getfixturevalue("dovecot"), stack)


def texts(batches: list[Batch]) -> list[bytes]:
    """Return the bytes of all messages, in order."""
    return [one.data for batch in batches for one in batch.messages]


class TestMailbox:
    """The contract."""

    def test_a_first_run_yields_everything_oldest_first_with_bytes_and_dates_intact(self, house: House) -> None:
        """Nothing is decided about a message on its way in."""
        uids = house.append(message(1), message(2), b"no header at all \xff\xfe\r\n")
        mailbox = house.mailbox()
        (batch,) = mailbox.fetch_since(None)
        assert texts([batch]) == [message(1), message(2), b"no header at all \xff\xfe\r\n"]
        assert [one.key.uid for one in batch.messages] == uids
        assert {one.internal_date for one in batch.messages} == {DAY}
        assert [one.size for one in batch.messages] == [len(one.data) for one in batch.messages]
        assert {one.key.mailbox for one in batch.messages} == {mailbox.name} == {batch.cursor.mailbox}
        assert {one.key.uidvalidity for one in batch.messages} == {batch.cursor.uidvalidity}

    def test_a_second_run_without_news_yields_nothing(self, house: House) -> None:
        """`UID n:*` would answer with the last message."""
        house.append(message(1), message(2))
        (batch,) = house.mailbox().fetch_since(None)
        assert list(house.mailbox().fetch_since(batch.cursor)) == []

    def test_a_second_run_yields_only_what_is_new(self, house: House) -> None:
        """Also if it was received before `since`: the cursor decides."""
        house.append(message(1))
        (first,) = house.mailbox().fetch_since(None)
        house.append(message(2), date=DAY - timedelta(days=400))
        batches = list(house.mailbox().fetch_since(first.cursor, since=DAY))
        assert texts(batches) == [message(2)]

    def test_a_first_run_leaves_out_what_is_older_than_since_for_good(self, house: House) -> None:
        """The line is drawn to the second, and the cursor passes over what was left out."""
        house.append(message(1), date=DAY - timedelta(days=30))
        house.append(message(2), date=DAY - timedelta(seconds=1))
        house.append(message(3), date=DAY)
        house.append(message(4), date=DAY - timedelta(days=2))
        batches = list(house.mailbox().fetch_since(None, since=DAY))
        assert texts(batches) == [message(3)]
        assert list(house.mailbox().fetch_since(batches[-1].cursor)) == []

    def test_an_empty_mailbox_yields_a_cursor_from_which_the_first_message_is_found(self, house: House) -> None:
        """A run over an empty mailbox has dealt with it."""
        (batch,) = house.mailbox().fetch_since(None)
        assert batch.messages == ()
        house.append(message(1))
        assert texts(list(house.mailbox().fetch_since(batch.cursor))) == [message(1)]

    def test_messages_that_are_gone_are_passed_over(self, house: House) -> None:
        """Also the last one: its UID is not given out again."""
        uids = house.append(message(1), message(2), message(3))
        house.expunge(uids[0])
        house.expunge(uids[2])
        batches = list(house.mailbox().fetch_since(None))
        assert texts(batches) == [message(2)]
        assert list(house.mailbox().fetch_since(batches[-1].cursor)) == []
        house.append(message(4))
        assert texts(list(house.mailbox().fetch_since(batches[-1].cursor))) == [message(4)]

    def test_a_new_uidvalidity_begins_again_at_the_first_uid(self, house: House) -> None:
        """Old UIDs mean nothing there; `since` still holds."""
        house.append(message(1), date=DAY - timedelta(days=30))
        house.append(message(2), message(3))
        *_, last = house.mailbox().fetch_since(None)
        house.reset()
        batches = list(house.mailbox().fetch_since(last.cursor, since=DAY))
        assert texts(batches) == [message(2), message(3)]
        assert batches[-1].cursor.uidvalidity != last.cursor.uidvalidity
        assert list(house.mailbox().fetch_since(batches[-1].cursor, since=DAY)) == []

    def test_batches_hold_fifty_messages_and_cursors_move_with_them(self, house: House) -> None:
        """A crash between batches costs at most one of them."""
        house.append(*(message(number) for number in range(120)))
        batches = list(house.mailbox().fetch_since(None))
        assert [len(batch.messages) for batch in batches] == [50, 50, 20]
        assert [batch.cursor.uid for batch in batches] == [batch.messages[-1].key.uid for batch in batches]
        rest = list(house.mailbox().fetch_since(batches[0].cursor))
        assert texts(rest) == texts(batches[1:])

    def test_batches_hold_about_eight_mebibytes(self, house: House) -> None:
        """Memory is bounded however long the messages are."""
        house.append(*(message(number, padding=250_000) for number in range(36)))
        batches = list(house.mailbox().fetch_since(None))
        assert len(batches) == 2
        assert all(sum(len(one.data) for one in batch.messages) <= 8 * 1024 * 1024 for batch in batches)
        assert len(texts(batches)) == 36

    def test_a_message_that_goes_during_the_run_is_left_out(self, house: House) -> None:
        """Between search and fetch, another program may expunge."""
        uids = house.append(*(message(number) for number in range(55)))
        run = house.mailbox().fetch_since(None)
        next(run)
        house.expunge(uids[52])
        assert texts(list(run)) == [message(50), message(51), message(53), message(54)]

    def test_a_message_that_comes_during_the_run_is_found_by_the_next_one(self, house: House) -> None:
        """The last cursor never passes over what was not yielded."""
        house.append(*(message(number) for number in range(55)))
        run = house.mailbox().fetch_since(None)
        first = next(run)
        house.append(message(99))
        *_, last = run
        found = texts([first, *house.mailbox().fetch_since(first.cursor)])
        assert message(99) in found
        assert texts(list(house.mailbox().fetch_since(last.cursor))) in ([message(99)], [])

    def test_a_missing_mailbox_is_named(self, house: House) -> None:
        """The user has to put the config right."""
        house.remove()
        with pytest.raises(MailboxMissingError, match="Jobs"):
            list(house.mailbox().fetch_since(None))


@given(st.lists(st.sampled_from(["append", "expunge", "reset", "read", "crash"]), max_size=40))
def test_whatever_happens_between_runs_no_message_is_missed_or_yielded_twice(steps: list[str]) -> None:
    """A run reads exactly what was put in since the last one; only a new UIDVALIDITY gives messages again."""
    mailbox = MemoryMailbox()
    cursor: Cursor | None = None
    number = 0
    waiting: dict[int, bytes] = {}
    present: dict[int, bytes] = {}
    for step in steps:
        if step == "append":
            number += 1
            uid = mailbox.append(message(number))
            waiting[uid] = present[uid] = message(number)
        elif step == "expunge" and present:
            uid = min(present)
            mailbox.expunge(uid)
            del present[uid]
            waiting.pop(uid, None)
        elif step == "reset":
            mailbox.reset()
            present = dict(enumerate((present[uid] for uid in sorted(present)), 1))
            waiting = dict(present)
        elif step == "crash":
            assert texts(list(mailbox.fetch_since(cursor))) == list(waiting.values())
        elif step == "read":
            batches = list(mailbox.fetch_since(cursor))
            assert texts(batches) == list(waiting.values())
            cursor = batches[-1].cursor if batches else cursor
            waiting = {}
