from __future__ import annotations

import base64
import logging
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from email.mime.message import MIMEMessage
from typing import Any, cast

import mailparser
import pytest
from hypothesis import given, settings, strategies as st

from pipeline.adapters.parsing.parser import MailParser
from pipeline.core.message import Address, Message, MessageKey, RawMessage, Unreadable

KEY = MessageKey("work/INBOX", 1, 7)
DAY = datetime(2026, 3, 10, 12, tzinfo=UTC)
SORRY = "We\u2019re sorry \u2013 für Sie"
TOO_DEEP = "its parts are too many, or lie too deep"
NO_ANSWER = "Réponse négative \u2013 désolé"
HEAD = b"From: Jo <jo@acme.example>\r\nSubject: x\r\n"


def outcome(data: bytes, internal_date: datetime | None = None) -> Message | Unreadable:
    """Return what the parser makes of some bytes."""
    return MailParser().parse(RawMessage(KEY, data, internal_date))


def read(data: bytes, internal_date: datetime | None = None) -> Message:
    """Return a message that must be readable."""
    message = outcome(data, internal_date)
    assert isinstance(message, Message), message
    return message


def text_of(headers: bytes, body: bytes) -> str:
    """Return the text of a message with some Content fields."""
    return read(HEAD + headers + b"\r\n\r\n" + body).text


def html(body: str) -> str:
    """Return the text of an HTML message."""
    return text_of(b"Content-Type: text/html; charset=utf-8", body.encode())


def multipart(kind: bytes, *parts: bytes) -> bytes:
    """Return a message of several parts, each with its own header."""
    body = b"".join(b"--B\r\n" + part + b"\r\n" for part in parts)
    return HEAD + b'Content-Type: multipart/%s; boundary="B"\r\n\r\n' % kind + body + b"--B--\r\n"


class TestHeader:
    """Who, when, about what."""

    def test_an_ordinary_message_is_read_whole(self) -> None:
        """Every field in its place."""
        message = read(
            b"From: Jo Recruiter <jo@acme.example>\r\nReply-To: team@acme.example\r\n"
            b"To: Me <me@example.org>, you@example.org\r\nCc: third@example.org\r\nSubject: Your application\r\n"
            b"Date: Tue, 10 Mar 2026 13:00:00 +0100\r\nMessage-ID: <m1@acme.example>\r\n"
            b"In-Reply-To: <m0@example.org>\r\nReferences: <a@example.org>\r\n <m0@example.org>\r\n\r\nHello\r\n"
        )
        assert message.key == KEY
        assert message.sender == Address("Jo Recruiter", "jo@acme.example")
        assert message.reply_to == Address("", "team@acme.example")
        assert [one.address for one in message.recipients] == ["me@example.org", "you@example.org", "third@example.org"]
        assert (message.subject, message.text) == ("Your application", "Hello")
        assert message.date == DAY
        assert (message.message_id, message.in_reply_to) == ("m1@acme.example", "m0@example.org")
        assert message.references == ("a@example.org", "m0@example.org")
        assert message.parser == "mail-parser"

    @pytest.mark.parametrize(
        "value",
        [
            NO_ANSWER.encode(),
            NO_ANSWER.encode("cp1252"),
            b"=?utf-8?q?R=C3=A9ponse_n=C3=A9gative_=E2=80=93_d=C3=A9sol=C3=A9?=",
            b"=?utf-8?b?UsOpcG9uc2UgbsOpZ2F0aXZlIOKAkyBkw6k=?=\r\n =?UTF-8?Q?sol=C3=A9?=",
            b"=?utf-8?q?R=C3?= =?utf-8?q?=A9ponse_n=C3=A9gative_=E2=80=93_d=C3=A9sol=C3=A9?=",
            b"=?utf-8?q?R=E9ponse_n=E9gative_=96_d=E9sol=E9?=",
            b"=?iso-8859-1*fr?q?R=E9ponse_n=E9gative_=96_d=E9sol=E9?=",
            b"=?x-unknown?q?R=E9ponse_n=E9gative_=96_d=E9sol=E9?=",
            b"  =?utf-8?q?R=C3=A9ponse?=\r\n\t=?utf-8?q?_n=C3=A9gative_=E2=80=93?= =?iso-8859-1?q?_d=E9sol=E9?= ",
        ],
    )
    def test_a_subject_is_decoded_whatever_its_bytes(self, value: bytes) -> None:
        """Raw UTF-8 and Windows-1252, encoded words split, mislabelled and unknown: no letter is lost."""
        assert read(b"Subject: " + value + b"\r\n\r\nx").subject == NO_ANSWER

    def test_a_name_in_raw_or_encoded_bytes_is_decoded(self) -> None:
        """In quotes, too, where RFC 2047 forbids encoded words and mail programs write them."""
        for value in (
            b"J\xfcrgen M\xfcller <jm@b.example>",
            "Jürgen Müller <jm@b.example>".encode(),
            b'"=?iso-8859-1?q?J=FCrgen_M=FCller?=" <jm@b.example>',
            b"=?utf-8?b?SsO8cmdlbiBNw7xsbGVy?= <jm@b.example>",
        ):
            assert read(b"From: " + value + b"\r\n\r\nx").sender == Address("Jürgen Müller", "jm@b.example")

    def test_a_comma_in_an_encoded_name_makes_no_second_address(self) -> None:
        """The words are decoded after the list is taken apart."""
        message = read(b"To: =?utf-8?q?M=C3=BCller=2C_Jo?= <a@b.example>, c@d.example\r\n\r\nx")
        assert message.recipients == (Address("Müller, Jo", "a@b.example"), Address("", "c@d.example"))

    @pytest.mark.parametrize(
        ("value", "expected"),
        [
            (b"Big Co jobs@big.example", Address("Big Co", "jobs@big.example")),
            (b"Recruiting Team", Address("Recruiting Team", "")),
            (b"<>", Address("", "")),
            (b"jo@acme.example (Jo)", Address("Jo", "jo@acme.example")),
        ],
    )
    def test_a_malformed_sender_keeps_what_it_says(self, value: bytes, expected: Address) -> None:
        """The company is often found there."""
        assert read(b"From: " + value + b"\r\nSubject: x\r\n\r\nx").sender == expected

    def test_subjects_and_names_are_one_line_without_direction_changes(self) -> None:
        """They are shown in terminals and letters of ours (CVE-2021-42574)."""
        message = read(
            "From: =?utf-8?q?Jo=0AX=00=1B[31m?= <a@b.example>\r\n"
            "Subject: invoice\u202efdp.exe\r\n\tnow\r\n\r\nx".encode()
        )
        assert message.sender.name == "Jo X[31m"
        assert message.subject == "invoicefdp.exe now"

    def test_a_message_without_message_id_gets_one_that_does_not_depend_on_line_endings(self) -> None:
        """The same message on a server and in a file is one message."""
        data = b"Subject: a\r\n\r\nHello\r\n"
        assert read(data).message_id == read(data.replace(b"\r\n", b"\n")).message_id
        assert read(data).message_id.startswith("sha256:")
        assert read(data).message_id != read(b"Subject: b\r\n\r\nHello\r\n").message_id

    @pytest.mark.parametrize(
        ("value", "expected"),
        [(b"<a@b> (added by x)", "a@b"), (b"a@b", "a@b"), (b"<a b@c>", "ab@c"), (b"<[bad]>", "[bad]")],
    )
    def test_an_odd_message_id_is_kept_without_brackets_and_spaces(self, value: bytes, expected: str) -> None:
        """It is the identity of the message in the log."""
        assert read(b"Subject: a\r\nMessage-ID: " + value + b"\r\n\r\nx").message_id == expected

    def test_a_message_id_longer_than_a_line_is_replaced(self) -> None:
        """Nobody's log wants it."""
        assert read(b"Subject: a\r\nMessage-ID: <" + b"a" * 2000 + b"@b>\r\n\r\nx").message_id.startswith("sha256:")

    @pytest.mark.parametrize(
        ("date", "expected"),
        [
            (b"Mon, 9 Mar 2026 10:00:00 +0000", datetime(2026, 3, 9, 10, tzinfo=UTC)),
            (b"Mon, 9 Mar 2026 10:00:00", datetime(2026, 3, 9, 10, tzinfo=UTC)),
            (b"Thu, 1 Jan 1970 00:00:00 +0000", DAY),
            (b"Fri, 1 Jan 2100 00:00:00 +0000", DAY),
            (b"yesterday", DAY),
            (b"Mon, 99 Foo 2026 99:99:99", DAY),
        ],
    )
    def test_a_date_that_makes_no_sense_gives_way_to_the_servers(self, date: bytes, expected: datetime) -> None:
        """Clocks are wrong, and spammers sort themselves to the top."""
        assert read(b"Subject: a\r\nDate: " + date + b"\r\n\r\nx", DAY).date == expected

    @pytest.mark.parametrize(
        ("fields", "expected"),
        [
            (b"Date: 2026-03-10T13:00:00+01:00\r\n", DAY),
            (b"Date: 2026-03-10 12:00\r\n", DAY),
            (b"Received: by b; Tue, 10 Mar 2026 12:00:00 +0000\r\nReceived: by a; 9 Mar 2026 12:00 +0000\r\n", DAY),
            (b"Received: by b; Tue, 10 Mar 2026 12:00:00 +0000\r\nDate: yesterday\r\n", DAY),
            (b"Received: from a\r\nReceived: by b; Tue, 10 Mar 2026 14:00:00 +0200 (CEST)\r\n", DAY),
            (b"Received: by b; Tue, 10 Mar 2026 12:00 +0000\r\nDate: Sun, 10 Mar 2046 12:00:00 +0000\r\n", DAY),
        ],
    )
    def test_a_message_in_a_file_is_dated_by_what_it_bears(self, fields: bytes, expected: datetime) -> None:
        """By a Date in the form of ISO 8601, too, or by the server that took it last."""
        assert read(fields + b"Subject: a\r\n\r\nx").date == expected

    def test_the_day_is_the_senders(self) -> None:
        """In Sydney it is the 22nd while it is the 21st by UTC; "in six months" counts from there."""
        sent = read(b"Subject: a\r\nDate: Tue, 22 Sep 2026 08:00:00 +1000\r\n\r\nx").date
        assert sent == datetime(2026, 9, 21, 22, tzinfo=UTC)
        assert sent.date().isoformat() == "2026-09-22"

    def test_a_message_without_any_date_is_of_the_epoch(self) -> None:
        """Aware all the same."""
        assert read(b"Subject: a\r\n\r\nx").date == datetime(1970, 1, 1, tzinfo=UTC)
        assert read(b"Subject: a\r\n\r\nx", DAY.astimezone()).date == DAY

    def test_facts_of_the_header_are_kept_short_and_in_lower_case(self) -> None:
        """They help to tell a person's letter from a newsletter."""
        facts = read(
            b"Subject: a\r\nLIST-UNSUBSCRIBE: <https://x.example/"
            + b"u" * 900
            + b">\r\nList-Id: Jobs <jobs.example>\r\n"
            b"Auto-Submitted: auto-generated\r\nPrecedence: bulk\r\nX-Afterword: debrief\r\nReturn-Path: <>\r\n"
            b"X-Mailer: " + b"m" * 900 + b"\r\n\r\nx"
        ).facts
        assert facts["list-unsubscribe"] == "yes"
        assert facts["list-id"] == "Jobs <jobs.example>"
        assert (facts["auto-submitted"], facts["precedence"]) == ("auto-generated", "bulk")
        assert (facts["x-afterword"], facts["return-path"]) == ("debrief", "empty")
        assert len(facts["x-mailer"]) == 200
        assert facts["content-type"] == "text/plain"

    def test_a_broken_line_does_not_end_the_header(self) -> None:
        """Mail systems break long fields without folding them."""
        message = read(b"Received: from a by b;\r\nWed, 1 Jan\r\nFrom: a@b.example\r\nSubject: kept\r\n\r\nText\r\n")
        assert (message.subject, message.sender.address, message.text) == ("kept", "a@b.example", "Text")

    def test_a_leading_mbox_line_and_empty_lines_are_passed_over(self) -> None:
        """Mail programs export such files."""
        assert read(b"\r\n\r\nFrom a@b Thu Mar  5 10:11:12 2026\r\nSubject: kept\r\n\r\nx").subject == "kept"
        assert read(b"From  : a@b.example\r\nSubject: kept\r\n\r\nx").sender.address == "a@b.example"


class TestFallback:
    """mail-parser first, the standard library where it raises."""

    def test_what_mail_parser_cannot_read_the_standard_library_reads(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """And the message says who did."""

        def failing(_: str) -> Any:
            raise RuntimeError("fuzzed")

        monkeypatch.setattr(mailparser, "parse_from_string", failing)
        message = read(
            b"From: =?utf-8?q?J=C3=BCrgen?= <j@b.example>\r\nTo: a@b.example, c@d.example\r\n"
            b"Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\r\nDate: Tue, 10 Mar 2026 12:00:00 +0000\r\n\r\nx"
        )
        assert message.parser == "stdlib"
        assert (message.sender, message.subject, message.date) == (Address("Jürgen", "j@b.example"), "Grüße", DAY)
        assert len(message.recipients) == 2

    @pytest.mark.parametrize(
        "data",
        [
            b"From: =?utf-8?b?A?= <a@b>\r\nSubject: kept\r\n\r\nText\r\n",
            b'Subject: kept\r\nContent-Type: text/plain; charset="a\x00b"\r\n\r\nText\r\n',
            b"Subject: kept\r\nContent-Type: text/plain; charset*=x'y'%E9\r\n\r\nText\r\n",
            b"Subject: kept\r\nContent-Type: text/plain; charset=idna\r\n\r\nText\r\n",
            b"Subject: kept\r\nContent-Type: text/plain; charset=hex\r\n\r\nText\r\n",
            b"Subject: kept\r\nMessage-ID: <a@[>\r\n\r\nText\r\n",
            multipart(b"mixed", b"\r\nText", b"Content-Type: multipart/alternative; boundary=C\r\n\r\n")[:-9].replace(
                b"Subject: x", b"Subject: kept"
            ),
        ],
    )
    def test_bytes_that_make_parsers_raise_are_read(self, data: bytes) -> None:
        """Each was found by fuzzing the libraries below."""
        message = read(data)
        assert (message.subject, message.text) == ("kept", "Text")

    def test_no_log_record_holds_anything_of_a_message(self, caplog: pytest.LogCaptureFixture) -> None:
        """mail-parser logs whole header values."""
        with caplog.at_level(logging.DEBUG):
            read(b"From: =?utf-8?b?A?= topsecret\r\nSubject: =?shift_jis?b?/////w==?= topsecret\r\n\r\nx")
        assert "topsecret" not in caplog.text


class TestText:
    """What the message says."""

    @pytest.mark.parametrize(
        ("charset", "encoded"),
        [
            ("utf-8", SORRY.encode()),
            ("utf-8", SORRY.encode("cp1252")),
            ("iso-8859-1", SORRY.encode("cp1252")),
            ("iso-8859-1", SORRY.encode()),
            ("us-ascii", SORRY.encode()),
            ("x-nonsense", SORRY.encode("cp1252")),
            ("utf-8;format=flowed", SORRY.encode()),
            ("utf-16", SORRY.encode("utf-16")),
            ("utf-16", b"We\x92re sorry \x96 f\xfcr Sie"),
        ],
    )
    def test_a_text_is_decoded_whatever_its_label_says(self, charset: str, encoded: bytes) -> None:
        """Senders label what they do not know."""
        assert text_of(f'Content-Type: text/plain; charset="{charset}"'.encode(), encoded) == SORRY

    @pytest.mark.parametrize(
        ("charset", "codec"),
        [("gb2312", "gb18030"), ("shift_jis", "cp932"), ("koi8-r", "koi8-r"), ("iso-2022-jp",) * 2],
    )
    def test_other_scripts_are_decoded(self, charset: str, codec: str) -> None:
        """With the wider charset that mail programs mean by the narrow name."""
        text = "Отказ" if charset == "koi8-r" else "採用"
        assert text_of(f"Content-Type: text/plain; charset={charset}".encode(), text.encode(codec)) == text

    def test_a_character_that_iso_2022_does_not_hold_takes_no_other_with_it(self) -> None:
        """As Japanese mail programs write a circled one or the sign of a stock company."""
        encoded = "採用".encode("iso-2022-jp").replace(b"\x1b(B", b"\x2d\x21\x1b(B")
        assert text_of(b"Content-Type: text/plain; charset=iso-2022-jp", encoded).startswith("採用")

    def test_transfer_encodings_are_undone_even_when_damaged(self) -> None:
        """Cut, with junk in it, or with a mailing list's footer under it."""
        encoded = base64.encodebytes(b"Unfortunately, no. " * 10)
        expected = ("Unfortunately, no. " * 10).strip()
        header = b"Content-Transfer-Encoding: base64"
        assert text_of(header, encoded) == expected
        assert text_of(header, encoded + b"____________\r\nList mailing list\r\n") == expected
        assert expected.startswith(text_of(header, encoded[:-7])[:-3])
        assert (
            text_of(header, b"This was never base64, whatever it says.") == "This was never base64, whatever it says."
        )
        assert text_of(b"Content-Transfer-Encoding: quoted-printable", b"f=C3=BCr=\r\n Sie=") == "für Sie="[:7]

    def test_flowed_text_has_its_paragraphs_joined(self) -> None:
        """RFC 3676: quote depth is kept, stuffing undone, the signature mark no soft end of line."""
        body = b"We are \r\nsorry.\r\n> You \r\n> wrote\r\n From here\r\n-- \r\nJo\r\n"
        header = b"Content-Type: text/plain; format=flowed"
        assert text_of(header, body) == "We are sorry.\n> You wrote\nFrom here\n-- \nJo"
        assert text_of(header + b"; delsp=yes", b"Donau \r\ndampf \r\nschiff") == "Donaudampfschiff"

    def test_the_richer_side_of_an_alternative_is_taken(self) -> None:
        """A stub loses, a plain text that says as much wins, an empty one loses."""
        page = b"Content-Type: text/html\r\n\r\n<p>Sadly, we will not be moving on.</p><p>Thank you for your time.</p>"
        full = "Sadly, we will not be moving on.\n\nThank you for your time."
        stub = (
            b"\r\nPlease view this e-mail in an HTML client or open it in your browser: https://x.example/a/b/c/d/e/f"
        )
        assert read(multipart(b"alternative", stub, page)).text == full
        assert read(multipart(b"alternative", b"\r\n\r\n", page)).text == full
        assert read(multipart(b"alternative", b"\r\nYour application", page)).text == full
        same = b"\r\nSadly, we will not be moving on. Thank you for the time."
        assert read(multipart(b"alternative", same, page)).text == same.strip().decode()

    def test_text_beside_an_attachment_is_read_and_the_attachment_is_not(self) -> None:
        """It is a fact that there is one."""
        attachment = b"Content-Type: text/plain\r\nContent-Disposition: attachment; filename=cv.txt\r\n\r\nMy CV"
        message = read(multipart(b"mixed", b"\r\nBody", attachment))
        assert (message.text, message.facts["has-attachment"]) == ("Body", "yes")
        assert read(multipart(b"mixed", attachment)).text == "My CV"

    def test_a_text_sent_twice_is_read_once(self) -> None:
        """Some programs put text and HTML side by side."""
        message = read(
            multipart(b"mixed", b"\r\nWe are sorry.", b"Content-Type: text/html\r\n\r\n<p>We are sorry.</p>")
        )
        assert message.text == "We are sorry."

    def test_a_multipart_without_a_usable_boundary_is_split_all_the_same(self) -> None:
        """The line before the first Content field is taken for one."""
        body = b"--XYZ\r\nContent-Type: text/plain\r\n\r\nWe are sorry.\r\n--XYZ--\r\n"
        assert text_of(b"Content-Type: multipart/mixed", body) == "We are sorry."
        assert text_of(b"Content-Type: multipart/mixed; boundary=other", body) == "We are sorry."
        assert text_of(b"Content-Type: multipart/mixed; boundary=other", b"No parts at all.") == "No parts at all."

    def test_parts_cut_short_are_read_as_far_as_they_go(self) -> None:
        """As a large message is fetched."""
        data = multipart(b"mixed", b"\r\nFirst", b"\r\nSecond and more")
        assert read(data[: data.index(b" and more")]).text == "First\n\nSecond"

    def test_a_forwarded_message_is_read_under_a_mark(self) -> None:
        """Who wrote it stays with it; the reading takes the mark for a forward."""
        inner, outer = EmailMessage(), EmailMessage()
        inner["From"], inner["Subject"] = "Jo Grün <jo@acme.example>", "Ihre Bewerbung"
        inner["Date"] = "Tue, 10 Mar 2026 12:00:00 +0000"
        inner.set_content("Leider nein.")
        outer["From"], outer["Subject"] = "me@example.org", "Fwd"
        outer.set_content("See below.")
        outer.make_mixed()
        cast("Any", outer).attach(MIMEMessage(inner))
        message = read(outer.as_bytes())
        assert message.text == (
            "See below.\n\n---------- Forwarded message ----------\nFrom: Jo Grün <jo@acme.example>\n"
            "Date: Tue, 10 Mar 2026 12:00:00 +0000\nSubject: Ihre Bewerbung\n\nLeider nein."
        )
        assert message.facts["has-forward"] == "yes"
        assert message.sender.address == "me@example.org"

    def test_a_delivery_report_says_its_reason_and_not_what_was_returned(self) -> None:
        """The user's own words must not be taken for an employer's."""
        status = b"Content-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; x\r\n\r\nStatus: 5.1.1\r\n"
        returned = b"Content-Type: message/rfc822\r\n\r\nSubject: My application\r\n\r\nI want this job."
        message = read(multipart(b"report", b"\r\nIt could not be delivered.", status, returned))
        assert (message.text, message.facts["content-type"]) == ("It could not be delivered.", "multipart/report")
        assert "5.1.1" in read(multipart(b"report", status)).text

    def test_an_invitation_is_read_where_there_is_no_other_text(self) -> None:
        """RFC 5545, with its lines unfolded."""
        event = (
            b"Content-Type: text/calendar; method=REQUEST\r\n\r\nBEGIN:VEVENT\r\n"
            b"SUMMARY;LANGUAGE=en:Interview\\, on\r\n"
            b" site\r\nDESCRIPTION:Bring\\nyour ID\r\nEND:VEVENT\r\n"
        )
        message = read(multipart(b"mixed", event))
        assert (message.text, message.facts["has-calendar"]) == ("Interview, onsite\nBring\nyour ID", "yes")
        assert read(multipart(b"mixed", b"\r\nSee you.", event)).text == "See you."

    def test_invisible_characters_go_and_accents_are_composed(self) -> None:
        """What is matched and quoted is what can be seen."""
        raw = "cafe\u0301\u200b zero\ufeff\u00ad\u202ewidth\x00\x07 👩\u200d💻\u00a0end  \r\n\r\n\r\n\r\n\u2028last\r"
        assert (
            text_of(b"Content-Type: text/plain; charset=utf-8", raw.encode()) == "café zerowidth 👩\u200d💻 end\n\nlast"
        )

    def test_a_text_is_capped(self) -> None:
        """A million characters are more than anybody wrote to an applicant."""
        assert len(text_of(b"Content-Type: text/plain", b"word " * 500_000)) <= 1_000_000


class TestHtml:
    """What a reader of the HTML sees."""

    def test_blocks_lists_tables_and_links_become_lines(self) -> None:
        """Inline tags split nothing, links are their text."""
        text = html(
            "<html><head><title>T</title><style>p{color:red}</style></head><body><h1>Dear <b>Jo</b>nas,</h1>"
            "<p>we are <a href='https://x.example'>sorry</a>.<br>Really.</p><ul><li>one</li><li><p>two</p></li></ul>"
            "<table><tr><td>left</td><td>right</td></tr></table><script>alert(1)</script></body></html>"
        )
        assert text == "Dear Jonas,\n\nwe are sorry.\nReally.\n\n- one\n- two\n\nleft right"

    def test_the_charset_that_only_the_document_names_counts(self) -> None:
        """A header that names one goes before it."""
        body = (
            '<html><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251"></head>Отказ</html>'
        )
        assert text_of(b"Content-Type: text/html", body.encode("cp1251")) == "Отказ"
        assert text_of(b"Content-Type: text/html; charset=koi8-r", body.encode("koi8-r")) == "Отказ"

    @pytest.mark.parametrize(
        "style",
        [
            *(
                "display:none",
                "DISPLAY : none !important",
                "visibility: hidden",
                "font-size:0",
                "font-size:0px;color:#fff",
            ),
            *("max-height:0;overflow:hidden", "opacity:0", "opacity: 0.0;", "mso-hide:all"),
        ],
    )
    def test_hidden_text_is_not_read(self, style: str) -> None:
        """Preheaders and tracking words would vote otherwise."""
        assert html(f"<div style='{style}'>hidden <b>deeply</b></div><p>seen</p>") == "seen"

    def test_text_that_is_merely_small_or_faint_is_read(self) -> None:
        """The patterns must not reach too far."""
        for style in ("font-size:0.9em", "opacity:0.5", "max-height:0.5em", "line-height:0", "font-size:05px"):
            assert html(f"<p style='{style}'>seen</p>") == "seen", style

    def test_preheader_padding_goes(self) -> None:
        """Dozens of invisible characters fill the preview line."""
        assert html("<div>Preview" + "&#847;&zwnj;&nbsp;&#8199;&shy;&#65279;" * 40 + "</div><p>x</p>") == "Preview\n\nx"

    def test_quoted_history_is_marked_and_a_forward_is_not(self) -> None:
        """Quoted history does not vote, a forwarded message does."""
        reply = (
            "<div>No, sorry.</div><div class='gmail_quote'><div class='gmail_attr'>On Mon, Me wrote:<br></div>"
            "<blockquote class='gmail_quote'><div>Any news?</div>"
            "<blockquote type='cite'>Older</blockquote></blockquote>"
        )
        assert html(reply) == "No, sorry.\nOn Mon, Me wrote:\n\n> Any news?\n>\n> > Older"
        forward = (
            "<div class='gmail_quote'><div class='gmail_attr'>"
            "---------- Forwarded message ---------<br>From: Acme</div>"
            "<blockquote type='cite'>We have decided against you.</blockquote></div>"
        )
        assert html(forward).endswith("\n\nWe have decided against you.")
        apple = "<div>Begin forwarded message:</div><blockquote type='cite'><b>From: </b>Acme<br>No.</blockquote>"
        assert html(apple) == "Begin forwarded message:\n\nFrom: Acme\nNo."

    def test_an_indented_paragraph_is_no_quote(self) -> None:
        """Feedback set off by its author must not be taken for old history."""
        text = html("<p>Their feedback:</p><blockquote style='margin-left:40px;border:none'>More SQL.</blockquote>")
        assert text == "Their feedback:\n\nMore SQL."

    def test_html_that_calls_itself_plain_is_read_as_html(self) -> None:
        """Some systems label every part text/plain."""
        assert text_of(b"Content-Type: text/plain", b"<html><body><p>We are <b>sorry</b>.</p></body></html>") == (
            "We are sorry."
        )


CLEAR = b"Content-Type: text/plain\r\n\r\nWe chose somebody else."
PGP = b"-----BEGIN PGP MESSAGE-----\r\n\r\nhQEMA5vZb8c\r\n=AbCd\r\n-----END PGP MESSAGE-----\r\n"
WINMAIL = b"Content-Type: application/ms-tnef; name=winmail.dat\r\nContent-Transfer-Encoding: base64\r\n\r\neJ8+IgAA"
SEALED = [
    (
        HEAD + b"Content-Type: application/pkcs7-mime; smime-type=%s; name=smime.p7m\r\n"
        b"Content-Transfer-Encoding: base64\r\n\r\nMIIBHgYJKoZIhvcNAQcD\r\n" % kind,
        "S/MIME",
    )
    for kind in (b"enveloped-data", b"signed-data")
] + [
    (HEAD + b"Content-Type: application/octet-stream; name=SMIME.p7m\r\n\r\n\x30\x82", "S/MIME"),
    (
        multipart(
            b"encrypted",
            b"Content-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n",
            b"Content-Type: application/octet-stream; name=encrypted.asc\r\n\r\n" + PGP,
        ),
        "OpenPGP",
    ),
    (HEAD + b"\r\n" + PGP, "OpenPGP"),
    (HEAD + b"\r\n" + PGP.partition(b"=AbCd")[0], "OpenPGP"),
    (multipart(b"mixed", b"Content-Type: text/plain\r\n\r\n \r\n", WINMAIL), "winmail.dat"),
    (HEAD + WINMAIL, "winmail.dat"),
]


class TestLongBodies:
    """What is no text, however long, hides none."""

    @pytest.mark.parametrize(
        "above",
        [
            '<img src="data:image/png;base64,' + "iVBORw0KGgo" * 200_000 + '">',
            "<img src=data:image/png;base64," + "iVBORw0KGgo" * 200_000 + ">",
            "<div style='background:url(data:image/png;base64," + "iVBORw0KGgo" * 200_000 + ")'>",
            "<head><style>" + ".a > b {color:red}" * 120_000 + "</style></head>",
            "<script>" + "if (a<b) c()" * 200_000 + "</SCRIPT >",
            "<!--" + "x>" * 1_100_000 + "-->",
            "<!--[if mso]>" + "<p>x</p>" * 300_000 + "<![endif]-->",
            " \r\n" * 800_000,
        ],
        ids=["uri", "bare", "background", "style", "script", "comment", "outlook", "blanks"],
    )
    def test_what_stands_below_something_long_that_is_not_seen_is_read(self, above: str) -> None:
        """Pictures within the HTML, styles, comments: a rejection below them was taken for an empty message."""
        assert html(f"<html>{above}<p>We are <b>sorry</b>.</p><!----><p>Jo</p>") == "We are sorry.\n\nJo"

    def test_what_stands_below_millions_of_empty_lines_is_read(self) -> None:
        """In plain text, with attachments or without."""
        assert text_of(b"Content-Type: text/plain", b"\r\n" * 2_100_000 + b"We are sorry.") == "We are sorry."

    @pytest.mark.parametrize(
        "data",
        [
            HEAD + b"Content-Type: text/html\r\n\r\n" + b"<p a=b c=d e=f>" * 140_000 + b"We are sorry.",
            HEAD + b"\r\n" + b"-" * 2_100_000 + b"\r\nWe are sorry.",
            multipart(b"mixed", *[b"\r\n" + b"-" * 1_000_000] * 3, b"\r\nWe are sorry."),
        ],
        ids=["html", "plain", "parts"],
    )
    def test_a_text_that_lies_too_far_down_is_told(self, data: bytes) -> None:
        """And is not judged by the nothing that stands above it."""
        result = outcome(data)
        assert isinstance(result, Unreadable)
        assert result.reason == "its text lies too far down"

    def test_parts_that_lie_too_deep_or_are_too_many_are_told(self) -> None:
        """Where nothing else was read: such a message was taken for one that says nothing."""
        deep = b"\r\nWe are sorry."
        for number in range(30):
            deep = b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n%s\r\n' % (number, number, deep)
        image = b"Content-Type: image/png\r\n\r\nx"
        for data in (HEAD + deep, multipart(b"mixed", *[image] * 300, b"\r\nWe are sorry.")):
            result = outcome(data)
            assert isinstance(result, Unreadable)
            assert result.reason == TOO_DEEP
        assert read(multipart(b"mixed", b"\r\nWe are sorry.", deep)).text == "We are sorry."
        assert read(multipart(b"mixed", *[image] * 100)).text == ""


class TestUnreadable:
    """Only where there is nothing to read."""

    @pytest.mark.parametrize(
        "data",
        [
            b"",
            b" \r\n\r\n",
            b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(32)) * 8,
            b"\xff\xd8\xff\xe0\x00" * 90,
        ],
    )
    def test_nothing_and_no_message_at_all_are_unreadable_with_a_reason(self, data: bytes) -> None:
        """With an identity, so that it can be quarantined."""
        result = outcome(data)
        assert isinstance(result, Unreadable)
        assert result.reason
        assert (result.key, result.size) == (KEY, len(data))
        assert result.message_id.startswith("sha256:")

    def test_an_empty_body_under_a_header_is_a_message(self) -> None:
        """Its subject may say everything."""
        message = read(b"Subject: Rejected\r\n\r\n")
        assert (message.subject, message.text) == ("Rejected", "")

    def test_text_without_a_header_is_a_message(self) -> None:
        """As pasted into standard input."""
        assert read(b"We regret to inform you.").text == "We regret to inform you."

    @pytest.mark.parametrize(("data", "word"), SEALED)
    def test_what_is_encrypted_is_told_with_what_it_is(self, data: bytes, word: str) -> None:
        """Its subject says nothing, so that a rejection in it would be missed in silence."""
        result = outcome(data)
        assert isinstance(result, Unreadable)
        assert word in result.reason

    @pytest.mark.parametrize(
        "data",
        [
            multipart(b"signed", CLEAR, b"Content-Type: application/pkcs7-signature; name=smime.p7s\r\n\r\nMIIB"),
            multipart(
                b"signed", CLEAR, b"Content-Type: application/pgp-signature\r\n\r\n-----BEGIN PGP SIGNATURE-----"
            ),
            multipart(b"mixed", CLEAR, WINMAIL),
            multipart(b"mixed", CLEAR, b"Content-Type: application/pkcs7-mime; name=smime.p7m\r\n\r\nMIIB"),
            HEAD + b"\r\n-----BEGIN PGP SIGNED MESSAGE-----\r\nHash: SHA256\r\n\r\nWe chose somebody else.\r\n"
            b"-----BEGIN PGP SIGNATURE-----\r\n\r\niQEz\r\n-----END PGP SIGNATURE-----\r\n",
            HEAD + b"\r\nWe chose somebody else.\r\n\r\n" + PGP,
        ],
    )
    def test_what_stands_in_the_clear_beside_it_is_read(self, data: bytes) -> None:
        """Signed mail is no encrypted mail."""
        assert "We chose somebody else." in read(data).text

    def test_what_signs_a_text_in_the_clear_is_none_of_it(self) -> None:
        """RFC 9580, section 7: an armor header, an escaped dash, a signature; a company was called after one."""
        data = HEAD + (
            b"\r\n-----BEGIN PGP SIGNED MESSAGE-----\r\nHash: SHA256\r\n\r\nWe chose somebody else.\r\n- --\r\nJo\r\n"
            b"-----BEGIN PGP SIGNATURE-----\r\nComment: x\r\n\r\niQEzBAEB\r\n=Ab1d\r\n-----END PGP SIGNATURE-----\r\n"
        )
        assert read(data).text == "We chose somebody else.\n--\nJo"


VALID = [
    multipart(
        b"mixed",
        b"Content-Type: text/plain; charset=utf-8; format=flowed\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        b"Gr=C3=BC=C3=9Fe \r\nund mehr",
        b"Content-Type: text/html; charset=iso-8859-1\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + base64.b64encode(b"<div style='display:none'>x</div><blockquote type=cite><ul><li>\xfc</ul>"),
        b"Content-Type: message/rfc822\r\n\r\nFrom: =?utf-8?b?w7w=?= <a@b.example>\r\nDate: x\r\n\r\nInner",
        b"Content-Type: text/calendar\r\n\r\nSUMMARY:x",
    ),
    (
        b'From: a@b.example\r\nTo: "x, y" <c@d.example>, (c) e@f\r\nMessage-ID: <m@x>\r\nReferences: <a> <b>\r\n'
        b"Date: Tue, 10 Mar 2026 13:00:00 +0100\r\nSubject: =?utf-8?q?a=20b?=\r\n\r\nHello\r\n"
    ),
]
MUTATIONS = st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 40), st.binary(max_size=12)), max_size=8)


class TestHostile:
    """Whatever the bytes, there is an answer."""

    @settings(max_examples=200)
    @given(st.sampled_from(VALID), MUTATIONS)
    def test_damaged_messages_are_read_or_refused_but_never_raise(
        self, data: bytes, mutations: list[tuple[int, int, bytes]]
    ) -> None:
        """Cuts and insertions at random; what comes out can be stored and printed."""
        for position, length, inserted in mutations:
            at = position % (len(data) + 1)
            data = data[:at] + inserted + data[at + length :]
        result = outcome(data, DAY)
        if isinstance(result, Unreadable):
            assert "parser failed" not in result.reason
            return
        for text in (result.subject, result.text, result.message_id, str(result.sender), *result.facts.values()):
            text.encode("utf-8")
            assert "\0" not in text
        assert "\n" not in result.subject
        assert result.date.tzinfo is not None
        assert result.date <= DAY + timedelta(days=2)

    @settings(max_examples=100)
    @given(st.binary(max_size=300))
    def test_random_bytes_never_raise(self, data: bytes) -> None:
        """Not even within the last fence."""
        result = outcome(data)
        assert isinstance(result, Message) or "parser failed" not in result.reason

    @pytest.mark.parametrize("number", [10_000, 60_000])
    def test_what_stands_below_a_very_long_header_is_the_text(self, number: int) -> None:
        """And no field of it is, even where no more of them are kept."""
        fields = b"".join(b"X-Filter-%d: %s\r\n" % (one, b"x" * 50) for one in range(number))
        message = read(HEAD + fields + b"Content-Type: text/html\r\n\r\n<p>We are <b>sorry</b>.</p>")
        assert (message.subject, message.text) == ("x", "We are sorry.")

    @pytest.mark.parametrize(
        "data",
        [
            HEAD + b"\r\na" + b" " * 400_000 + b"b",
            HEAD + b"Content-Type: text/html\r\n\r\n" + b"<blockquote>" * 60_000,
            HEAD
            + b"Content-Type: text/html\r\n\r\n<a "
            + b" ".join(b"x%d=1" % number for number in range(60_000))
            + b">",
            HEAD + b"Content-Type: text/html\r\n\r\n" + b"<a b='" * 60_000,
            HEAD + b"\r\na" + "\u0301\u0323".encode() * 100_000,
            HEAD + b"".join(b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (n, n) for n in range(5_000)),
            HEAD + b"Content-Type: message/rfc822\n\n" * 10_000,
            HEAD + b'Content-Type: multipart/mixed; boundary="B"\n\n' + b"--B\n\nx\n" * 50_000,
            b"".join(b"X-%d: y\n" % number for number in range(50_000)) + HEAD + b"\nx",
            b"From: " + b'"' * 20_000 + b"\nSubject: x\n\nx",
            b"From: " + b"(" * 20_000 + b"\nSubject: x\n\nx",
            b"To: " + b"a@b, " * 20_000 + b"\nSubject: " + b"=?utf-8?q?" * 5_000 + b"\n\nx",
        ],
        ids=[
            *("spaces", "depth", "attributes", "quotes", "marks", "multiparts", "forwards", "parts", "fields"),
            *("quoted", "comments", "lists"),
        ],
    )
    @pytest.mark.timeout(60)
    def test_messages_built_to_hang_a_parser_are_read(self, data: bytes) -> None:
        """Each takes minutes, or all memory, where time grows with the square of its length."""
        result = outcome(data)
        assert isinstance(result, Message) or result.reason == TOO_DEEP

    @pytest.mark.parametrize(
        "piece",
        [
            "<p style='font-size:0" + " " * 4_900 + "x'>x</p>",
            "<p style='max-height:0" + " " * 4_900 + "x'>x</p>",
            "<select>" + "<option>a" * 1_000,
            '<a =">" ' * 1_000,
            "<div><table><td></div></td></table>" * 200,
            "<div><style></div></style>" * 200,
            "<div><svg><![CDATA[></div>]]></svg>" * 200,
            "<a " + "".join(f"a{number}/" for number in range(2_000)) + ">",
            *("".join(f"<{name} a{number}>" for number in range(1_000)) for name in ("html", "body")),
            "<style>",
            "<!--" * 1_000,
        ],
        ids=[
            *("size", "height", "options", "quoted", "ends", "raw", "data", "attributes", "html", "body", "endless"),
            "comments",
        ],
    )
    @pytest.mark.timeout(60)
    def test_html_built_to_hang_a_parser_is_read(self, piece: str) -> None:
        """A megabyte of it, in whose first words it says what it is."""
        assert "We are sorry." in html("<p>We are sorry.</p>" + piece * (950_000 // len(piece)))

    @pytest.mark.timeout(60)
    def test_styles_that_are_opened_anew_in_each_paragraph_are_read(self) -> None:
        """As a browser does it, with a tree a hundred times as large as the message."""
        opened = "".join(f"<b id={number}>" for number in range(290))
        assert "We are sorry." in html(f"<p>{opened}We are sorry.</p>" + "<p>x</p>" * 200_000)

    @pytest.mark.timeout(60)
    def test_the_parts_of_a_message_are_read_up_to_one_bound_for_all(self) -> None:
        """And not each up to its own: hundreds of large ones took half a minute."""
        part = b"Content-Type: text/html\r\n\r\n<p>We are sorry.</p>" + b"<i>x</i>" * 12_500
        text = read(multipart(b"mixed", *(part + b"%d" % number for number in range(250)))).text
        assert text.startswith("We are sorry.")
        assert text.count("We are sorry.") == 20
