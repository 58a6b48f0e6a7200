"""`afterword classify`: the contract with other programs, on every kind of source."""

from __future__ import annotations

import json
import mailbox
import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from support.installation import COMMAND, Home, says_one_sentence
from support.mail import acknowledgement, note, rejection, unreadable

from pipeline.adapters.parsing.parser import MailParser
from pipeline.core.applications.application import Reason, Stage
from pipeline.core.feedback import FeedbackKind
from pipeline.core.message import Message, MessageKey, RawMessage, Unreadable
from pipeline.core.verdict import Decision, Label
from pipeline.resources import SAMPLE_MAILBOX
from pipeline.tasks.classify import classify
from pipeline.tasks.judge import Judge

FIELDS = [
    "message_id",
    "date",
    "from",
    "subject",
    "language",
    "label",
    "score",
    "verdict",
    "evidence",
    "stage",
    "reason",
    "company",
    "role",
    "feedback",
    "offers_feedback",
    "reapply_after",
    "model",
    "requisition",
    "place",
    "recruiter",
    "recruiter_address",
    "answerable",
    "reapply_phrase",
    "kept_until",
    "kept_phrase",
    "familiar",
    "denies_feedback",
]

#: In KiB, as getrusage counts on Linux: at most in all, and beyond what three messages take.
MEMORY_LIMIT = 400 * 1024
MARGIN = 60 * 1024


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Return a home without a config."""
    return Home(tmp_path_factory.mktemp("home"))


def folded(text: str) -> str:
    """Return text with its white space folded."""
    return " ".join(text.split())


def text_of(path: Path) -> str:
    """Return the decoded text of a message."""
    parsed = MailParser().parse(RawMessage(MessageKey("file", 0, 1), path.read_bytes()))
    assert isinstance(parsed, Message)
    return folded(parsed.text)


def test_the_sample_mailbox_gives_the_fields_of_the_contract(home: Home) -> None:
    """Names, order, types and values as other programs rely on them, in the order of the source, offline, unwritten."""
    outcome = home.afterword("classify", "--json", str(SAMPLE_MAILBOX), probed=True)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.reached == ()
    assert outcome.loaded("sklearn", "scipy") == set()
    assert not home.state.exists()
    assert not home.config_path.exists()
    paths = sorted(SAMPLE_MAILBOX.glob("*.eml"))
    records = outcome.records
    assert len(records) == len(paths)
    feedback = 0
    for path, record in zip(paths, records, strict=True):
        if path.name == "44-unreadable.eml":
            assert list(record) == ["message_id", "error", "mailbox", "uid"]
            assert record["message_id"].startswith("sha256:")
            assert (record["mailbox"], record["uid"]) == (str(path), 44)
            continue
        assert list(record) == FIELDS, path.name
        assert 0 <= record["score"] <= 1
        assert record["label"] in set(Label)
        assert record["verdict"] in set(Decision)
        assert record["stage"] in set(Stage)
        assert record["reason"] in set(Reason)
        assert isinstance(record["offers_feedback"], bool)
        assert (record["label"] == "rejection") >= (record["verdict"] == "rejection")
        assert folded(record["evidence"]) in text_of(path), path.name
        for piece in record["feedback"]:
            assert list(piece) == ["kind", "text"]
            assert piece["kind"] in set(FeedbackKind)
            assert folded(piece["text"]) in text_of(path), path.name
            feedback += 1
    assert feedback


def test_every_kind_of_source_holds_the_same_messages(home: Home, tmp_path: Path) -> None:
    """Files, a folder of them, mbox, Maildir and standard input give the same judgement."""
    raws = [rejection("no"), acknowledgement("ack"), note("private")]
    folder = tmp_path / "folder"
    folder.mkdir()
    box, maildir = mailbox.mbox(tmp_path / "box"), mailbox.Maildir(tmp_path / "maildir", create=True)
    for number, raw in enumerate(raws):
        (folder / f"{number}.eml").write_bytes(raw)
        box.add(raw.replace(b"\r\n", b"\n"))
        maildir.add(raw)
    box.close()
    expected = home.afterword("classify", "--json", str(folder)).records
    assert [one["message_id"] for one in expected] == ["no@mail.example", "ack@mail.example", "private@mail.example"]
    assert [one["verdict"] for one in expected] == ["rejection", "not_rejection", "not_rejection"]
    single = [str(folder / f"{number}.eml") for number in (2, 0)]
    assert home.afterword("classify", "--json", *single).records == [expected[2], expected[0]]
    assert home.afterword("classify", "--json", f"mbox:{tmp_path / 'box'}").records == expected
    found = home.afterword("classify", "--json", f"maildir:{tmp_path / 'maildir'}").records
    assert sorted(found, key=str) == sorted(expected, key=str)
    assert home.afterword("classify", "--json", "-", stdin=raws[0]).records == [expected[0]]


def test_a_message_that_cannot_be_read_does_not_stop_the_rest(home: Home, tmp_path: Path) -> None:
    """It has a line of its own, in its place, and the command still ends well."""
    for number, raw in enumerate([rejection("no"), unreadable(), note("private"), b""]):
        (tmp_path / f"{number}.eml").write_bytes(raw)
    (tmp_path / "4.eml").symlink_to(tmp_path / "gone")
    outcome = home.afterword("classify", "--json", str(tmp_path))
    assert outcome.code == 0
    assert ["error" in one for one in outcome.records] == [False, True, False, True, True]
    words = home.afterword("classify", str(tmp_path)).out.splitlines()
    assert [line.split()[0] for line in words] == [
        "rejection",
        "unreadable",
        "not_rejection",
        "unreadable",
        "unreadable",
    ]


def test_a_message_that_cannot_be_read_is_found_among_others(home: Home, tmp_path: Path) -> None:
    """By its file in a folder or a Maildir, by its place in an mbox file."""
    box = mailbox.mbox(tmp_path / "box")
    maildir = mailbox.Maildir(tmp_path / "maildir", create=True)
    for number, raw in enumerate([note("private"), b""]):
        (tmp_path / f"{number}.eml").write_bytes(raw)
        box.add(raw.replace(b"\r\n", b"\n"))
        name = maildir.add(raw)
    box.close()
    (tmp_path / "2.eml").symlink_to(tmp_path / "gone")
    sources = (str(tmp_path), f"mbox:{tmp_path / 'box'}", f"maildir:{tmp_path / 'maildir'}")
    said = [line.split(maxsplit=1)[1] for line in home.afterword("classify", *sources).out.splitlines()]
    assert [line for line in said if str(tmp_path) in line] == [
        f"{tmp_path / '1.eml'}: it is empty",
        f"{tmp_path / '2.eml'} cannot be read: it is no file",
        f"{tmp_path / 'box'}, message 2: it is empty",
        f"{tmp_path / 'maildir' / 'new' / name}: it is empty",
    ]


@pytest.mark.parametrize("source", ["nowhere.eml", "mbox:nowhere", "maildir:nowhere", "empty"])
def test_a_source_that_is_none_is_refused_before_anything_is_judged(home: Home, tmp_path: Path, source: str) -> None:
    """Even if it is not the first one."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "no.eml").write_bytes(rejection("no"))
    kind, colon, name = source.rpartition(":")
    outcome = home.afterword("classify", "--json", str(tmp_path / "no.eml"), f"{kind}{colon}{tmp_path / name}")
    assert (outcome.code, outcome.out) == (2, "")
    says_one_sentence(outcome, name)


def test_nothing_on_standard_input_is_refused(home: Home) -> None:
    """A pipe that broke before it must not look like mail without a rejection."""
    outcome = home.afterword("classify", "-")
    assert outcome.code == 2
    says_one_sentence(outcome, "Standard input holds no message.")


def test_without_a_source_the_usage_is_shown(home: Home) -> None:
    """As for any slip."""
    outcome = home.afterword("classify")
    assert outcome.code == 2
    assert "SOURCE" in outcome.err


def test_a_large_mbox_streams_in_bounded_memory(home: Home, tmp_path: Path) -> None:
    """1,500 messages with attachments, 75 MiB, take hardly more memory than 100; answers come while it is read."""
    attachment = b"\n".join([b"x" * 76] * 660)
    for name, count in (("small", 100), ("large", 1500)):
        with (tmp_path / name).open("wb") as box:
            for number in range(count):
                box.write(b"From someone Fri Nov 20 10:00:00 2026\n" + with_attachment(number, attachment) + b"\n\n")
    peak = {}
    for name, count in (("small", 100), ("large", 1500)):
        with home.start("classify", "--json", f"mbox:{tmp_path / name}") as process:
            assert process.stdout is not None
            assert json.loads(process.stdout.readline())["message_id"] == "n0@mail.example"
            assert name == "small" or process.poll() is None
            seen = [most_memory(process.pid) if number % 20 == 0 else 0 for number, _ in enumerate(process.stdout)]
            assert 1 + len(seen) == count
        assert process.returncode == 0
        peak[name] = max(seen)
    assert peak["large"] < peak["small"] + MARGIN
    assert peak["large"] < MEMORY_LIMIT


def test_no_message_waits_in_memory_for_the_others() -> None:
    """Each is parsed before the next is read: sixteen with large attachments took most of a gigabyte."""
    events: list[str] = []

    def source() -> Iterator[RawMessage]:
        for number in range(3):
            events.append("read")
            yield RawMessage(MessageKey("file", 0, number), note(f"n{number}"))

    class Parser(MailParser):
        def parse(self, raw: RawMessage) -> Message | Unreadable:
            events.append("parsed")
            return Unreadable(raw.key, "", "it is not asked for here", 0)

    assert len(list(classify(source(), parser=Parser(), judge=cast("Judge", lambda _: [])))) == 3
    assert events == ["read", "parsed"] * 3


def test_a_name_of_a_file_cannot_break_a_line(home: Home, tmp_path: Path) -> None:
    """Nor is there a byte in it that JSON cannot hold."""
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/no\n\xff.eml")).symlink_to(tmp_path / "gone")
    (line,) = home.afterword("classify", str(tmp_path)).out.splitlines()
    assert line.startswith("unreadable ")
    (line,) = home.afterword("classify", "--json", str(tmp_path)).out.splitlines()
    assert "no\n\ufffd.eml cannot be read" in json.loads(line)["error"]


def most_memory(process: int) -> int:
    """Return the most memory that a running process has had, in KiB; 0 if it has just ended.

    What `wait4` says would not do: a child begins with the high-water mark of its parent.
    """
    status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    return next((int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM")), 0)


def with_attachment(number: int, attachment: bytes) -> bytes:
    """Return a short message with a file on it."""
    head, gap, text = note(f"n{number}").replace(b"\r\n", b"\n").partition(b"\n\n")
    plain = b"text/plain; charset=utf-8"
    parts = [b"Content-Type: " + plain + gap + text, b"Content-Type: application/pdf" + gap + attachment + b"\n"]
    body = b"".join(b"--part\n" + part for part in parts) + b"--part--\n"
    return head.replace(plain, b"multipart/mixed; boundary=part") + gap + body


def test_a_reader_that_has_seen_enough_ends_it_quietly(home: Home, tmp_path: Path) -> None:
    """As in `afterword classify ... | head -1`: no complaint, and no failure."""
    for number in range(200):
        (tmp_path / f"{number:03}.eml").write_bytes(note(f"n{number}"))
    for arguments in (["--json"], []):
        with home.start("classify", *arguments, str(tmp_path)) as process:
            assert process.stdout is not None
            assert process.stdout.readline()
            process.stdout.close()
            assert process.stderr is not None
            assert process.stderr.read() == b""
        assert process.returncode == 0


def test_interrupted_from_the_keyboard_it_stops_in_one_line(home: Home, tmp_path: Path) -> None:
    """With the code by which shells know it."""
    for number in range(200):
        (tmp_path / f"{number:03}.eml").write_bytes(note(f"n{number}"))
    # A shell that runs the tests in the background has them ignore it, and what they start would do likewise.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    process = home.start("classify", str(tmp_path))
    signal.signal(signal.SIGINT, before)
    assert process.stdout is not None
    assert process.stdout.readline()
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (130, b"\nStopped.\n")


def test_the_module_is_the_command() -> None:
    """`python -m pipeline` and `afterword` say the same."""
    python = COMMAND.parent / "python"
    versions = {
        subprocess.run(command, capture_output=True, check=True).stdout
        for command in ([str(COMMAND), "--version"], [str(python), "-m", "pipeline", "--version"])
    }
    assert len(versions) == 1
