"""Mailboxes over IMAP (RFC 9051), only ever read: EXAMINE and BODY.PEEK, no command that changes anything."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from typing import Any

from imapclient import IMAPClient

from pipeline.adapters.batches import bounded
from pipeline.adapters.imap.connection import ImapConnection, Selected, is_network
from pipeline.adapters.imap.parts import PART_OCTETS, compose, sections, tree_of
from pipeline.core.message import Batch, Cursor, MessageKey, RawMessage
from pipeline.errors import MailboxUnreachableError

#: A message up to this size is read whole; of a larger one only headers and text.
_WHOLE_OCTETS = 256 * 1024
#: UIDs in one FETCH: the client writes each in full, and servers refuse long lines (Dovecot above 64 KiB).
_FETCH_UIDS = 500
#: How a draft is marked (RFC 9051 §2.3.2); Gmail does it by a label alone.
_DRAFT = frozenset({"\\draft", "\\drafts"})
#: Messages searched at once: a SEARCH answer is one line, which imaplib refuses above 1,000,000 octets.
_SEARCH_MESSAGES = 50_000


@dataclass(frozen=True, slots=True)
class _Found:
    """A message to fetch."""

    uid: int
    size: int
    date: datetime | None
    thread: str = ""
    is_sent: bool = False


def _held(found: _Found) -> int:
    """Return about how much of a message is held in memory once it is fetched."""
    return min(found.size, _WHOLE_OCTETS)


class ImapMailbox:
    """A mailbox on an IMAP server, read through a shared connection.

    Its cursor is kept under `account/mailbox`.
    """

    def __init__(self, connection: ImapConnection, mailbox: str) -> None:
        self.name = f"{connection.account.name}/{mailbox}"
        self._connection = connection
        self._mailbox = mailbox

    def fetch_since(self, cursor: Cursor | None, *, since: datetime | None = None) -> Iterator[Batch]:
        """Yield what is new, as `core.ports.Mailbox` describes.

        `since` (aware) is compared with the server's date of each message. Of a message above 256 KiB only headers and
        text parts are fetched. Without news, the server is asked nothing beyond EXAMINE.

        Raises:
            MailboxUnreachableError, MailboxMissingError, CredentialError, CertificateError.
        """
        state = self._connection.examine(self._mailbox)
        known = cursor if cursor is not None and cursor.uidvalidity == state.uidvalidity else None
        done = known.uid if known else 0
        begun = known is not None
        for group in bounded(self._found(state, done + 1, None if known else since), _held):
            messages = tuple(self._messages(state, group))
            done, begun = group[-1].uid, True
            if messages:
                yield Batch(messages, Cursor(self.name, state.uidvalidity, done))
        if done < state.uidnext - 1 or not begun:
            yield Batch((), Cursor(self.name, state.uidvalidity, max(done, state.uidnext - 1)))

    def _found(self, state: Selected, first: int, since: datetime | None) -> Iterator[_Found]:
        """Yield the messages from UID `first` on that were received on or after `since`, in order of UID.

        Drafts are left out, which lie where a server shows all mail: what is not finished says nothing yet.
        """
        # https://developers.google.com/workspace/gmail/imap/imap-extensions
        is_gmail = self._connection.call(self._mailbox, lambda client: client.has_capability("X-GM-EXT-1"))
        items = ["RFC822.SIZE", "INTERNALDATE", "FLAGS", *(["X-GM-THRID", "X-GM-LABELS"] if is_gmail else [])]
        for uids in self._search(state, first, since):
            for start in range(0, len(uids), _FETCH_UIDS):
                answer = self._fetch(state, uids[start : start + _FETCH_UIDS], items)
                for uid in sorted(answer):
                    given = answer[uid].get(b"INTERNALDATE")
                    date = given.astimezone(UTC) if given is not None else None
                    marks = _marks(answer[uid])
                    if not marks & _DRAFT and (since is None or date is None or date >= since):
                        thread = str(answer[uid].get(b"X-GM-THRID") or "")
                        size = int(answer[uid].get(b"RFC822.SIZE") or 0)
                        yield _Found(uid, size, date, thread, self._is_sent(marks))

    def _is_sent(self, marks: frozenset[str]) -> bool:
        """Return whether Gmail says that the user sent a message to others; of INBOX it does not name its own label."""
        return "\\sent" in marks and "\\inbox" not in marks and self._mailbox.upper() != "INBOX"

    def _search(self, state: Selected, first: int, since: datetime | None) -> Iterator[list[int]]:
        """Yield UIDs in order, in windows that keep each answer short.

        `UID n:*` always answers with the last message, even if its UID is smaller: hence the filter. SINCE compares
        days without regard to time zones (RFC 9051 §6.4.4): hence the day before.
        """
        if first >= state.uidnext:
            return
        criteria = ["SINCE", (since - timedelta(days=1)).date()] if since else []
        for low, high in self._windows(state, first):
            self._connection.ensure_selected(self._mailbox, state)
            query: list[object] = ["UID", f"{low}:{high}", *criteria]
            found = self._connection.call(self._mailbox, partial(_search, query))
            yield sorted({uid for uid in found if first <= uid < state.uidnext and low <= uid})

    def _windows(self, state: Selected, first: int) -> Iterator[tuple[int, int | str]]:
        """Yield ranges of UIDs that hold at most 50,000 messages each; the borders are asked of the server."""
        if state.exists > _SEARCH_MESSAGES:
            numbers = list(range(_SEARCH_MESSAGES, state.exists, _SEARCH_MESSAGES))
            borders = self._connection.call(self._mailbox, lambda client: _uids_of(client, numbers))
            for border in borders:
                if border >= first:
                    yield first, border
                    first = border + 1
        yield first, "*"

    def _messages(self, state: Selected, group: Sequence[_Found]) -> Iterator[RawMessage]:
        """Yield a group's messages; one that was expunged since the search is left out."""
        small = [one.uid for one in group if one.size <= _WHOLE_OCTETS]
        bodies = self._whole(state, small)
        for one in group:
            is_cut = False
            if one.size <= _WHOLE_OCTETS:
                data = bodies.get(one.uid)
            else:
                data, is_cut = self._partial(state, one.uid)
            if data is not None:
                key = MessageKey(self.name, state.uidvalidity, one.uid)
                yield RawMessage(key, data, one.date, one.size or len(data), one.thread, one.is_sent, is_cut)

    def _whole(self, state: Selected, uids: list[int]) -> dict[int, bytes]:
        """Return messages by UID. One that the server cannot give is empty: it will be quarantined, not lost."""
        try:
            answer = self._fetch(state, uids, ["BODY.PEEK[]"])
        except MailboxUnreachableError as error:
            if is_network(error):
                raise
            if len(uids) > 1:
                return {uid: data for one in uids for uid, data in self._whole(state, [one]).items()}
            answer = {uid: {} for uid in uids}
        bodies = {uid: answer[uid].get(b"BODY[]") or b"" for uid in answer}
        hollow = [uid for uid, data in bodies.items() if not data]
        gone = set(hollow) - self._still_there(state, hollow)
        return {uid: data for uid, data in bodies.items() if uid not in gone}

    def _still_there(self, state: Selected, uids: list[int]) -> set[int]:
        """Return which messages were not expunged: servers answer for those with NIL or NO until they may say so."""
        if not uids:
            return set()
        self._connection.call(self._mailbox, lambda client: client.noop())
        return set(self._fetch(state, uids, ["FLAGS"]))

    def _partial(self, state: Selected, uid: int) -> tuple[bytes | None, bool]:
        """Return a large message without attachments, and whether text of it was left, too.

        None if it is gone; its beginning if its structure is broken.
        """
        wanted: dict[str, int] = {}
        answers: dict[str, bytes] = {}
        try:
            structure = self._fetch(state, [uid], ["BODYSTRUCTURE"])
            tree = tree_of(structure[uid][b"BODYSTRUCTURE"])
            wanted = sections(tree)
            answers = self._sections(state, uid, wanted)
            data = compose(tree, answers)
        except (ValueError, TypeError, LookupError, AttributeError, RecursionError):
            wanted = {"": PART_OCTETS}
            answers = self._sections(state, uid, wanted)
            data = answers[""]
        except MailboxUnreachableError as error:
            if is_network(error):
                raise
            data = b""
        if not any(answers.values()) and uid not in self._still_there(state, [uid]):
            return None, False
        return data, any(len(answer) >= wanted[section] for section, answer in answers.items())

    def _sections(self, state: Selected, uid: int, wanted: Mapping[str, int]) -> dict[str, bytes]:
        """Return sections of one message, each up to as many octets as are wanted of it."""
        items = [f"BODY.PEEK[{section}]<0.{octets}>" for section, octets in wanted.items()]
        answer = self._fetch(state, [uid], items).get(uid, {})
        return {section: answer.get(f"BODY[{section}]<0>".encode()) or b"" for section in wanted}

    def _fetch(self, state: Selected, uids: list[int], items: list[str]) -> dict[int, dict[bytes, Any]]:
        """Return what the server answers to a FETCH, by UID."""
        if not uids:
            return {}
        self._connection.ensure_selected(self._mailbox, state)
        answer: dict[int, dict[bytes, Any]] = self._connection.call(
            self._mailbox, lambda client: client.fetch(uids, items)
        )
        return answer


def _marks(answer: dict[bytes, Any]) -> frozenset[str]:
    """Return the flags and Gmail's labels of a message, in lower case."""
    marks = (*(answer.get(b"FLAGS") or ()), *(answer.get(b"X-GM-LABELS") or ()))
    return frozenset(one.decode("ascii", "replace").lower() for one in marks if isinstance(one, bytes))


def _search(query: list[object], client: IMAPClient) -> list[int]:
    return list(client.search(query))


def _uids_of(client: IMAPClient, numbers: list[int]) -> list[int]:
    """Return the UIDs of messages given by sequence number."""
    client.use_uid = False
    try:
        answer = client.fetch(numbers, ["UID"])
    finally:
        client.use_uid = True
    return sorted(item[b"UID"] for item in answer.values())
