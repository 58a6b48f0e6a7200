"""Addresses, threads and letters: the small values that everything passes around."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pipeline.core.letters.letter import DOMAIN, LetterKind
from pipeline.core.message import Address, Message, MessageKey


@pytest.mark.parametrize(
    ("address", "domain", "shown"),
    [
        (Address("Ann", "ann@Acme.Example"), "acme.example", "Ann <ann@Acme.Example>"),
        (Address("", "ann@acme.example"), "acme.example", "ann@acme.example"),
        (Address("Ann", ""), "", "Ann"),
        (Address(), "", ""),
        (Address("", '"a@b"@acme.example'), "acme.example", '"a@b"@acme.example'),
        (Address("", "nobody"), "", "nobody"),
    ],
)
def test_an_address_has_a_domain_and_is_shown_as_in_a_header(address: Address, domain: str, shown: str) -> None:
    """Either of its parts may be missing."""
    assert (address.domain, str(address)) == (domain, shown)


@pytest.mark.parametrize(
    ("references", "answered", "thread"),
    [
        ((), "", ()),
        (("a@x", "b@x"), "b@x", ("a@x", "b@x")),
        (("a@x",), "c@x", ("a@x", "c@x")),
        ((), "c@x", ("c@x",)),
        (("a@x", "a@x"), "", ("a@x",)),
    ],
)
def test_a_thread_holds_each_message_once_oldest_first(
    references: tuple[str, ...], answered: str, thread: tuple[str, ...]
) -> None:
    """References first, then what is answered if they do not name it."""
    date = datetime(2026, 11, 20, tzinfo=UTC)
    message = Message(MessageKey("INBOX", 1, 1), "z@x", date, in_reply_to=answered, references=references)
    assert message.thread == thread


def test_keys_sort_by_mailbox_uidvalidity_and_uid() -> None:
    """The order in which they were read."""
    keys = [MessageKey("B", 1, 1), MessageKey("A", 2, 1), MessageKey("A", 1, 10), MessageKey("A", 1, 9)]
    assert sorted(keys) == keys[::-1]


def test_the_kinds_of_letters_and_the_domain_of_their_ids_never_change() -> None:
    """Outboxes of earlier versions hold them, and replies refer to them."""
    assert [kind.value for kind in LetterKind] == ["debrief", "digest", "summary"]
    assert DOMAIN == "afterword.invalid"
