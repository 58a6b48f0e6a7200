"""Mailboxes in which rejections lie: what is told of them, and what is read then."""

from __future__ import annotations

from pipeline.core import special_use


def test_what_is_read_or_teaches_already_is_not_told() -> None:
    """Several mailboxes may be marked for one use; other uses hold no rejections."""
    marked = {
        "INBOX": ["\\Junk"],
        "Spam": ["\\Junk"],
        "2025": ["\\Archive"],
        "2026": ["\\HasNoChildren", "\\ARCHIVE"],
        "Old": ["\\Archive"],
        "Sent": ["\\Sent"],
    }
    assert special_use.unread(marked, ["INBOX", "Old"]) == {
        "2025": "the archive",
        "2026": "the archive",
        "Spam": "spam",
    }
    assert special_use.unmarked(marked, ["INBOX"]) == []


def test_all_mail_holds_inbox_and_archive() -> None:
    """Whether it is read already or not; what the user reads besides is kept."""
    marked = {"All": ["\\All"], "Old": ["\\Archive"], "Spam": ["\\Junk"]}
    assert special_use.unread(marked, ["All"]) == {"Spam": "spam"}
    places = special_use.unread(marked, ["INBOX"])
    assert special_use.told(places) == "All (all mail), Spam (spam)"
    assert special_use.also(["Inbox", "Trash"], places) == ("Trash", "All", "Spam")


def test_where_no_archive_is_marked_it_may_be_any_that_has_no_use() -> None:
    """Spam alone may be marked."""
    marked = {"Spam": ["\\Junk"], "Jobs": [], "Sent": ["\\sent"], "Archive": ["\\HasNoChildren"], "INBOX": []}
    assert special_use.unmarked(marked, ["INBOX"]) == ["Archive", "Jobs"]
