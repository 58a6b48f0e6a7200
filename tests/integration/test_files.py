from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from pipeline.adapters import files
from pipeline.adapters.files import FileMailbox, open_source
from pipeline.adapters.parsing.parser import MailParser
from pipeline.core.message import RawMessage, Unreadable
from pipeline.errors import SourceError


def message(number: int) -> bytes:
    """Return a small message."""
    return b"From: a@b.example\nSubject: message %d\n\nText %d\n" % (number, number)


def data_of(source: str) -> list[bytes]:
    """Return the bytes of a source's messages, all of which must be readable."""
    entries = list(open_source(source))
    assert all(isinstance(one, RawMessage) for one in entries)
    return [one.data for one in entries if isinstance(one, RawMessage)]


class TestSources:
    """What `classify` can be given."""

    def test_a_file_is_one_message(self, tmp_path: Path) -> None:
        """Its bytes are not touched."""
        (tmp_path / "one.eml").write_bytes(message(1) + b"\xff\x00")
        (entry,) = open_source(str(tmp_path / "one.eml"))
        assert isinstance(entry, RawMessage)
        assert (entry.data, entry.size, entry.internal_date) == (message(1) + b"\xff\x00", len(message(1)) + 2, None)
        assert (entry.key.uidvalidity, entry.key.uid) == (0, 1)

    def test_a_folder_gives_its_eml_files_in_the_order_of_their_names(self, tmp_path: Path) -> None:
        """With those of its subfolders, and without anything else."""
        (tmp_path / "sub" / "deeper").mkdir(parents=True)
        for name, number in {"b.eml": 2, "a.EML": 1, "sub/c.eml": 3, "sub/deeper/d.eml": 4}.items():
            (tmp_path / name).write_bytes(message(number))
        (tmp_path / "notes.txt").write_text("no message")
        assert data_of(str(tmp_path)) == [message(number) for number in (1, 2, 3, 4)]

    def test_an_mbox_file_is_split_at_its_separators_only(self, tmp_path: Path) -> None:
        """`From there` in a text is no separator; quoted ones lose their mark (mboxrd)."""
        text = b"From here on we disagree.\n\nFrom there we went on.\n>From the start.\n>>From afar.\n"
        (tmp_path / "mail").write_bytes(
            b"From alice@b.example Thu Mar  5 10:11:12 2026\n"
            + message(1)
            + b"\nFrom - Fri Mar 06 2026\n"
            + message(2)
            + text
            + b"\nFrom MAILER-DAEMON Fri Mar  6 10:11:12 2026\n"
            + message(3)
        )
        first, second, third = data_of(f"mbox:{tmp_path / 'mail'}")
        assert first.rstrip() == message(1).rstrip()
        assert second.rstrip() == (message(2) + text.replace(b">From", b"From")).rstrip()
        assert third == message(3)

    def test_an_mbox_file_larger_than_a_message_may_be_is_read_in_bounded_memory(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Of a huge message the beginning is kept, and its size is known."""
        monkeypatch.setattr(files, "MAX_OCTETS", 1000)
        monkeypatch.setattr(files, "_LINE_OCTETS", 100)
        separator = b"From a@b.example Thu Mar  5 10:11:12 2026\n"
        (tmp_path / "mail").write_bytes(separator + message(1) + b"x" * 50_000 + b"\n\n" + separator + message(2))
        large, small = open_source(f"mbox:{tmp_path / 'mail'}")
        assert isinstance(large, RawMessage)
        assert isinstance(small, RawMessage)
        assert large.data.startswith(message(1))
        assert len(large.data) < 1200
        assert large.size > 50_000
        assert small.data == message(2)

    def test_an_mbox_file_may_begin_with_a_byte_order_mark(self, tmp_path: Path) -> None:
        """Editors of Windows leave one; a file of one message may have it, too."""
        separator = b"From a@b.example Thu Mar  5 10:11:12 2026\n"
        (tmp_path / "mail").write_bytes(b"\xef\xbb\xbf" + separator + message(1) + b"\n" + separator + message(2))
        assert [data.strip() for data in data_of(f"mbox:{tmp_path / 'mail'}")] == [
            message(number).strip() for number in (1, 2)
        ]

    def test_an_empty_mbox_file_holds_no_message(self, tmp_path: Path) -> None:
        """Mail programs leave such files behind."""
        (tmp_path / "mail").touch()
        assert data_of(f"mbox:{tmp_path / 'mail'}") == []

    def test_a_maildir_gives_cur_and_new_of_all_its_subfolders(self, tmp_path: Path) -> None:
        """In tmp lies what is still being delivered."""
        for number, name in enumerate(("cur", "new", "tmp", ".Jobs/cur", ".Jobs/new"), 1):
            (tmp_path / name).mkdir(parents=True)
            (tmp_path / name / "1700000000.M1.host:2,S").write_bytes(message(number))
        (tmp_path / "dovecot.index").write_bytes(b"\0")
        (tmp_path / "cur" / ".hidden").write_bytes(b"no message")
        assert sorted(data_of(f"maildir:{tmp_path}")) == [message(number) for number in (1, 2, 4, 5)]

    def test_standard_input_is_one_message(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Read as bytes, whatever the locale."""
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(message(1) + b"\xe9")))
        assert data_of("-") == [message(1) + b"\xe9"]

    def test_a_file_that_cannot_be_read_stands_in_its_place_with_its_reason(self, tmp_path: Path) -> None:
        """A dangling link, and a pipe that would never end; the rest is read."""
        (tmp_path / "a.eml").write_bytes(message(1))
        (tmp_path / "b.eml").symlink_to(tmp_path / "nowhere")
        os.mkfifo(tmp_path / "c.eml")
        (tmp_path / "d.eml").write_bytes(message(4))
        entries = list(open_source(str(tmp_path)))
        assert [type(one) for one in entries] == [RawMessage, Unreadable, Unreadable, RawMessage]
        assert [one.key.uid for one in entries] == [1, 2, 3, 4]
        assert isinstance(entries[1], Unreadable)
        assert "b.eml cannot be read" in entries[1].reason
        assert len({one.message_id for one in entries if isinstance(one, Unreadable)}) == 2

    @pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
    def test_a_folder_without_permission_is_reported(self, tmp_path: Path) -> None:
        """Its messages are missing, and the user is told."""
        (tmp_path / "a.eml").write_bytes(message(1))
        (tmp_path / "closed").mkdir(mode=0)
        entries = list(open_source(str(tmp_path)))
        assert [type(one) for one in entries] == [Unreadable, RawMessage]


class TestWrongSources:
    """Each names the path and what is possible, before anything is read."""

    @pytest.mark.parametrize("source", ["nowhere.eml", "mbox:nowhere", "maildir:nowhere", "maildir:.", ".", "mbox:."])
    def test_a_source_that_is_not_there_is_named(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, source: str
    ) -> None:
        """Also a folder without a message in it."""
        monkeypatch.chdir(tmp_path)
        with pytest.raises(SourceError, match=source.rpartition(":")[2]) as caught:
            open_source(source)
        assert "mbox:PATH" in caught.value.hint

    def test_an_mbox_file_without_its_prefix_is_recognised(self, tmp_path: Path) -> None:
        """Else only its first message would be read, and nobody would know."""
        (tmp_path / "mail").write_bytes(b"From a@b.example Thu Mar  5 10:11:12 2026\n" + message(1))
        with pytest.raises(SourceError) as caught:
            open_source(str(tmp_path / "mail"))
        assert f"mbox:{tmp_path / 'mail'}" in caught.value.hint

    def test_a_maildir_without_its_prefix_is_recognised(self, tmp_path: Path) -> None:
        """The hint is what to type."""
        (tmp_path / "cur").mkdir()
        with pytest.raises(SourceError) as caught:
            open_source(str(tmp_path))
        assert f"maildir:{tmp_path}" in caught.value.hint

    def test_a_file_that_is_no_mbox_is_refused(self, tmp_path: Path) -> None:
        """No `From ` line, no messages: better to say so than to find none."""
        (tmp_path / "photo").write_bytes(b"\x89PNG\r\n")
        with pytest.raises(SourceError, match="no mbox"):
            open_source(f"mbox:{tmp_path / 'photo'}")

    def test_empty_standard_input_is_an_error(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A broken pipe upstream must not look like a message."""
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
        with pytest.raises(SourceError, match="Standard input"):
            open_source("-")

    def test_several_messages_on_standard_input_are_refused(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """All but the first would be lost; one with the line that a delivery agent puts before it is read."""
        line = b"From ann@acme.example Sun Nov 22 10:00:00 2026\n"
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(line + message(1) + b"\n" + line + message(2))))
        with pytest.raises(SourceError, match="more than one message") as caught:
            open_source("-")
        assert "mbox:PATH" in caught.value.hint
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(line + message(1))))
        assert data_of("-") == [line + message(1)]


class TestFileMailbox:
    """A source read as a mailbox, as the demo does."""

    def test_it_yields_batches_whose_cursor_leads_on(self, tmp_path: Path) -> None:
        """UIDs count in the order of the source."""
        for number in range(60):
            (tmp_path / f"{number:03}.eml").write_bytes(message(number))
        first, second = FileMailbox("demo", str(tmp_path)).fetch_since(None)
        assert [len(first.messages), len(second.messages)] == [50, 10]
        assert (first.cursor.mailbox, first.cursor.uidvalidity, first.cursor.uid) == ("demo", 1, 50)
        (again,) = FileMailbox("demo", str(tmp_path)).fetch_since(first.cursor)
        assert again == second
        assert list(FileMailbox("demo", str(tmp_path)).fetch_since(second.cursor)) == []

    def test_it_weighs_what_it_holds_in_memory(self, tmp_path: Path) -> None:
        """Files are read with their attachments: twenty with large ones are no single batch."""
        for number in range(4):
            (tmp_path / f"{number}.eml").write_bytes(message(number) + b"x" * 3_000_000)
        batches = FileMailbox("demo", str(tmp_path)).fetch_since(None)
        assert [len(batch.messages) for batch in batches] == [2, 2]

    def test_a_file_that_cannot_be_read_becomes_an_unreadable_message(self, tmp_path: Path) -> None:
        """A run quarantines it."""
        (tmp_path / "a.eml").symlink_to(tmp_path / "nowhere")
        (batch,) = FileMailbox("demo", str(tmp_path)).fetch_since(None)
        assert isinstance(MailParser().parse(batch.messages[0]), Unreadable)
