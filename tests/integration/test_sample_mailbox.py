"""The sample mailbox holds what the demo promises, read with the standard library alone."""

from __future__ import annotations

import datetime as dt
import email
import email.policy
import re
import tomllib
from collections import Counter
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from pipeline.core.applications.application import Reason, Stage
from pipeline.core.feedback import FeedbackKind
from pipeline.core.verdict import Label
from pipeline.resources import SAMPLE_MAILBOX

MANIFEST: dict[str, dict[str, Any]] = {
    entry["file"]: entry
    for entry in tomllib.loads((SAMPLE_MAILBOX / "manifest.toml").read_text(encoding="utf-8"))["message"]
}
READABLE = sorted(name for name, entry in MANIFEST.items() if not entry.get("unreadable"))
RAW = {name: (SAMPLE_MAILBOX / name).read_bytes() for name in READABLE}
PARSED: dict[str, EmailMessage] = {
    name: email.message_from_bytes(raw, policy=email.policy.default) for name, raw in RAW.items()
}
REJECTIONS = [name for name in READABLE if MANIFEST[name]["label"] == Label.REJECTION]
DIGEST_WEEK = (2026, 47)


def header_of(name: str) -> bytes:
    """Return the raw header of a message."""
    return RAW[name].partition(b"\n\n")[0]


def types_of(name: str) -> set[str]:
    """Return the content types of all parts of a message, its own included."""
    return {part.get_content_type() for part in PARSED[name].walk()}


def texts_of(name: str) -> dict[str, str]:
    """Return the decoded text parts of a message by content type."""
    return {
        part.get_content_type(): part.get_content()
        for part in PARSED[name].walk()
        if part.get_content_maintype() == "text"
    }


def with_header(pattern: bytes) -> list[str]:
    """Return the messages whose raw header matches a pattern, cases folded."""
    return [name for name in READABLE if re.search(pattern, header_of(name), re.IGNORECASE | re.MULTILINE)]


def with_part(pattern: bytes) -> list[str]:
    """Return the messages that match a pattern anywhere, cases folded."""
    return [name for name in READABLE if re.search(pattern, RAW[name], re.IGNORECASE | re.MULTILINE)]


def rejections_with(**facts: str) -> list[str]:
    """Return the rejections that the manifest gives these facts."""
    return [name for name in REJECTIONS if all(MANIFEST[name][key] == value for key, value in facts.items())]


def test_manifest_and_files_name_the_same_messages_in_numbered_order() -> None:
    """No message is without a label, no label without a message, and the numbers run without a hole."""
    files = sorted(path.name for path in SAMPLE_MAILBOX.glob("*.eml"))
    assert files == list(MANIFEST)
    assert len(files) >= 46
    assert [int(name.partition("-")[0]) for name in files] == list(range(1, len(files) + 1))


def test_manifest_uses_the_words_of_the_product() -> None:
    """Labels, stages, reasons and feedback kinds are those that the code knows."""
    for name in READABLE:
        assert MANIFEST[name]["label"] in set(Label), name
    for name in REJECTIONS:
        entry = MANIFEST[name]
        assert entry["stage"] in set(Stage) - {Stage.UNKNOWN}, name
        assert entry["reason"] in set(Reason), name
        assert entry["company"], name
        assert entry["role"], name
        assert set(entry["feedback"]) <= set(FeedbackKind), name


def test_all_nine_labels_occur_with_at_least_sixteen_rejections() -> None:
    """The demo can show every label; one of the seventeen rejections is a second copy."""
    counts = Counter(MANIFEST[name]["label"] for name in READABLE)
    assert set(counts) == set(Label)
    assert counts[Label.REJECTION] == 17
    assert counts[Label.OTHER] >= 10


@pytest.mark.parametrize(
    ("language", "messages", "rejections"),
    [("de", 3, 1), ("fr", 2, 1), ("es", 1, 1), ("it", 1, 1), ("nl", 1, 1), ("pt", 1, 0)],
)
def test_each_language_occurs_as_promised(language: str, messages: int, rejections: int) -> None:
    """Six languages besides English, five of them with a rejection."""
    assert sum(MANIFEST[name]["language"] == language for name in READABLE) == messages
    assert sum(MANIFEST[name]["language"] == language for name in REJECTIONS) == rejections


def test_rejections_come_at_every_stage_and_for_every_reason() -> None:
    """On paper, after an assessment and after an interview; filled, on hold, cancelled and ineligible among them."""
    assert {MANIFEST[name]["stage"] for name in REJECTIONS} == set(Stage) - {Stage.UNKNOWN}
    assert {MANIFEST[name]["reason"] for name in REJECTIONS} == set(Reason)
    for reason in (Reason.FILLED, Reason.ON_HOLD, Reason.CANCELLED, Reason.ELIGIBILITY):
        assert len(rejections_with(reason=reason)) == 1


def test_feedback_of_all_four_kinds_is_there() -> None:
    """At least four rejections hold feedback, each kind occurs, and some hold none."""
    kinds = Counter(kind for name in REJECTIONS for kind in MANIFEST[name]["feedback"])
    assert set(kinds) == set(FeedbackKind)
    assert sum(bool(MANIFEST[name]["feedback"]) for name in REJECTIONS) >= 4
    assert sum(not MANIFEST[name]["feedback"] for name in REJECTIONS) >= 4


def test_the_last_week_holds_five_rejections_of_different_kinds() -> None:
    """The digest of 16 to 22 November 2026 has something to say."""
    week = [name for name in REJECTIONS if PARSED[name]["Date"].datetime.isocalendar()[:2] == DIGEST_WEEK]
    assert len(week) == 5
    assert {MANIFEST[name]["language"] for name in week} == {"en", "de", "nl"}
    assert {MANIFEST[name]["reason"] for name in week} == {
        Reason.OTHER_CANDIDATE,
        Reason.QUALIFICATIONS,
        Reason.ON_HOLD,
    }


def test_dates_ascend_over_six_weeks_to_friday_20_november() -> None:
    """The numbers of the files follow the dates, and the story ends where the demo says."""
    dates = [PARSED[name]["Date"].datetime for name in READABLE if PARSED[name]["Date"]]
    assert dates == sorted(dates)
    assert dates[0].date() == dt.date(2026, 10, 12)
    assert dates[-1].date() == dt.date(2026, 11, 20)


def test_at_least_eight_applications_have_a_timeline_that_ends_in_a_rejection() -> None:
    """An application is more than its last message."""
    messages: dict[tuple[str, str], list[str]] = {}
    for entry in MANIFEST.values():
        if "company" in entry:
            messages.setdefault((entry["company"], entry["role"]), []).append(entry["label"])
    timelines = [labels for labels in messages.values() if len(labels) >= 3]
    assert len(timelines) >= 8
    assert sum(labels[-1] == Label.REJECTION for labels in timelines) >= 6
    assert [labels[-1] for labels in timelines].count(Label.OFFER) == 1


def test_each_answer_refers_to_an_earlier_message_of_its_application() -> None:
    """In-Reply-To and References join every timeline whose sender does not use new threads."""
    seen: dict[str, str] = {}
    joined = Counter[str]()
    for name in READABLE:
        company = MANIFEST[name].get("company", "")
        ids = re.findall(r"<([^>]+)>", f"{PARSED[name]['In-Reply-To'] or ''} {PARSED[name]['References'] or ''}")
        known = [seen[one] for one in ids if one in seen]
        assert not company or set(known) <= {company, ""}, name
        joined[company] += bool(known)
        seen[(PARSED[name]["Message-ID"] or "").strip("<>")] = company
    assert sum(count >= 1 for company, count in joined.items() if company) >= 8


def test_html_only_messages_come_in_the_manner_of_applicant_tracking_systems() -> None:
    """At least four, with tables, a hidden preheader, a tracking pixel and inline CSS."""
    html_only = [name for name in READABLE if PARSED[name].get_content_type() == "text/html"]
    assert len(html_only) >= 4
    assert {MANIFEST[name]["label"] for name in html_only} >= {Label.REJECTION, Label.ACKNOWLEDGEMENT}
    for name in html_only:
        html = texts_of(name)["text/html"]
        assert all(mark in html for mark in ("<table", "display:none", "<img src=", 'style="')), name
        assert re.search(r'(?:width|height)="1"', html), name


def test_a_stub_text_part_stands_beside_the_html_that_matters() -> None:
    """Who reads only the text part of these learns nothing; one of them is a rejection."""
    stubs = [
        name
        for name in READABLE
        if types_of(name) == {"multipart/alternative", "text/plain", "text/html"}
        and len(texts_of(name)["text/plain"]) < 120 < len(texts_of(name)["text/html"])
    ]
    assert len(stubs) >= 2
    assert {MANIFEST[name]["label"] for name in stubs} >= {Label.REJECTION}


@pytest.mark.parametrize(
    "pattern", [rb"=\?utf-8\?B\?", rb"=\?iso-8859-1\?Q\?", rb"=\?windows-1252\?B\?"], ids=["utf-8", "latin-1", "cp1252"]
)
def test_encoded_headers_occur(pattern: bytes) -> None:
    """RFC 2047 in both encodings and three character sets."""
    assert with_header(pattern)


@pytest.mark.parametrize(
    "pattern",
    [
        rb"^Content-Transfer-Encoding: quoted-printable$",
        rb"^Content-Transfer-Encoding: base64$",
        rb"^Content-Transfer-Encoding: 8bit$",
        rb"charset=iso-8859-1",
        rb"charset=windows-1252",
        rb"format=flowed",
        rb"^Content-Type: text/calendar; .*method=REQUEST",
        rb"^Content-Type: application/pdf",
        rb"^Auto-Submitted: auto-replied$",
        rb"^List-Id: ",
        rb"^From: Robin Example <robin@home\.example>$",
    ],
)
def test_each_promised_form_of_message_occurs(pattern: bytes) -> None:
    """The forms of mail that a parser stumbles over are all there."""
    assert with_part(pattern)


def test_every_text_part_decodes_in_its_own_charset() -> None:
    """A message is odd only where it is meant to be: no defects and no replacement characters."""
    for name in READABLE:
        assert not PARSED[name].defects, name
        for text in texts_of(name).values():
            assert "\N{REPLACEMENT CHARACTER}" not in text, name


def test_one_message_lacks_its_message_id_and_one_its_date() -> None:
    """Neither is a rejection, so nothing about the demo depends on the fallback."""
    no_id = [name for name in READABLE if PARSED[name]["Message-ID"] is None]
    no_date = [name for name in READABLE if PARSED[name]["Date"] is None]
    assert [MANIFEST[name]["label"] for name in (*no_id, *no_date)] == [Label.OTHER, Label.OTHER]
    assert no_id != no_date


def test_one_header_holds_raw_eight_bit_bytes() -> None:
    """RFC 5322 forbids them; old senders write them all the same."""
    assert [name for name in READABLE if not header_of(name).isascii()] == ["50-outreach-raw-header.eml"]


def test_the_second_copy_bears_the_message_id_and_the_words_of_the_first() -> None:
    """One Message-ID occurs twice, and the manifest says whose copy it is."""
    twice = [name for name, entry in MANIFEST.items() if "same_as" in entry]
    ids = Counter(str(PARSED[name]["Message-ID"]) for name in READABLE)
    assert len(twice) == 1
    assert [count for count in ids.values() if count > 1] == [2]
    first = MANIFEST[twice[0]]["same_as"]
    assert PARSED[first]["Message-ID"] == PARSED[twice[0]]["Message-ID"]
    assert texts_of(first) == texts_of(twice[0])


def test_the_unreadable_message_holds_no_header_at_all() -> None:
    """The one message without a label is NULs, as a full disk leaves them."""
    unreadable = [name for name in MANIFEST if name not in READABLE]
    assert len(unreadable) == 1
    data = (SAMPLE_MAILBOX / unreadable[0]).read_bytes()
    assert data.strip(b"\0") == b""
    assert not email.message_from_bytes(data).items()


def test_a_rejection_in_a_reply_quotes_an_earlier_invitation() -> None:
    """The new text declines, the quoted history invites: whoever lets the history vote goes wrong."""
    text = texts_of("52-northwind-answer.eml")["text/plain"]
    new, _, history = text.partition("\nOn Fri, 13 Nov 2026")
    assert "to another candidate" in new
    assert ">> Tomasz has not stopped talking about beans. We would like to invite" in history
    assert "invite" not in new


def test_rejections_are_forwarded_by_hand_and_as_attached_messages() -> None:
    """One with a header block in its text, one as message/rfc822."""
    by_hand = [name for name in REJECTIONS if "Forwarded message" in texts_of(name).get("text/plain", "")]
    attached = [name for name in REJECTIONS if "message/rfc822" in types_of(name)]
    assert len(by_hand) == len(attached) == 1
    assert all(str(PARSED[name]["Subject"]).startswith("Fwd: ") for name in (*by_hand, *attached))


def test_traps_speak_like_rejections_without_being_any() -> None:
    """An acknowledgement with a condition, a rescheduling that regrets, refusals of other kinds, a job description."""
    traps = {
        "if you are not selected": Label.ACKNOWLEDGEMENT,
        "unfortunately tomasz": Label.INTERVIEW,
        "unable to approve": Label.OTHER,
        "in favour of another applicant": Label.OTHER,
        "has not been accepted": Label.OTHER,
        "move forward with another candidate": Label.OTHER,
        "your application was not successful": Label.JOB_ALERT,
        "you have withdrawn your application": Label.STATUS_UPDATE,
    }
    for words, label in traps.items():
        hits = [
            name
            for name in READABLE
            if any(words in " ".join(text.lower().split()) for text in texts_of(name).values())
        ]
        assert [MANIFEST[name]["label"] for name in hits] == [label], words


def test_every_domain_and_address_is_reserved_for_examples() -> None:
    """RFC 2606 domains and RFC 5737 addresses only, in headers, bodies and attachments alike."""
    for name in READABLE:
        text = "\n".join([header_of(name).decode("latin-1"), RAW[name].decode("latin-1"), *texts_of(name).values()])
        text = re.sub(r"=\n", "", text)
        hosts = re.findall(r"(?:@|https?://)([A-Za-z0-9.-]+)", text)
        hosts += re.findall(r"^(?:Received: from|\s+by) (\S+)", text, re.MULTILINE)
        assert hosts, name
        assert not [host for host in hosts if not host.rstrip(".").endswith(".example") and "." in host], name
        assert not re.findall(r"\b[\w-]+\.(?:com|net|org|io|de|fr|es|nl|pt|eu|uk|ch|co)\b", text), name
        for address in re.findall(r"\b\d{1,3}(?:\.\d{1,3}){3}\b", text):
            assert address.startswith(("192.0.2.", "198.51.100.", "203.0.113.")), name


def test_messages_are_kept_byte_for_byte_by_git() -> None:
    """The attributes at the root of the checkout keep git from touching line ends of messages."""
    attributes = Path(__file__).parents[2] / ".gitattributes"
    assert "*.eml -text" in attributes.read_text(encoding="utf-8").splitlines()
    assert not [name for name in READABLE if b"\r" in RAW[name]]
