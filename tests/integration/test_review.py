"""What hostile input, odd callers and mail of the user's own must not bring about."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from support.installation import Home, Outcome
from support.log_examples import judged
from support.mail import message, rejection
from support.smtp_server import USER, SmtpServer
from support.sure import sure_judge

from pipeline import bootstrap, resources
from pipeline.adapters.letters import TemplateLetters
from pipeline.adapters.log import SqliteLog
from pipeline.adapters.memory import MemoryMailbox, MemoryPostman
from pipeline.adapters.smtp import SmtpPostman
from pipeline.core.message import Address
from pipeline.core.plan import Policy
from pipeline.core.verdict import Decision, Label
from pipeline.errors import CredentialError
from pipeline.reading.text.split import split_history
from pipeline.tasks.deliver import deliver
from pipeline.tasks.digest import span_in
from pipeline.tasks.rejudge import rejudge
from pipeline.tasks.run import Run

_NOW = datetime.now(UTC).replace(microsecond=0)
_ROBIN = Address("Robin", "robin@home.example")


@pytest.fixture
def log() -> SqliteLog:
    """An empty log."""
    return SqliteLog.open(None)


def _run(log: SqliteLog, *, since: datetime | None = None) -> Run:
    return Run(
        parser=bootstrap.parser(),
        judge=sure_judge(),
        log=log,
        policy=Policy(),
        look_back=lambda _: timedelta(days=90),
        since=since,
        own_addresses=frozenset({_ROBIN.address}),
    )


def _send(log: SqliteLog) -> list[bytes]:
    """Empty the outbox and return what left."""
    letters = TemplateLetters(
        resources.STEPS,
        sender=_ROBIN,
        recipient=_ROBIN,
        secret="s",
        language="en",
        clock=lambda: _NOW,
        timezone=UTC,
    )
    postman = MemoryPostman()
    deliver(log, letters, postman, now=_NOW, week_span=span_in(UTC))
    return postman.letters


def _own(name: str, subject: str, body: str) -> bytes:
    return message(name, body, sender=str(_ROBIN), subject=subject)


def test_nothing_of_the_users_own_is_judged(log: SqliteLog) -> None:
    """A letter under a new Message-ID, an answer to one, and sent mail bring no second letter, whatever they say."""
    mailbox = MemoryMailbox("home/INBOX")
    mailbox.append(rejection("one"), _NOW)
    _run(log)([mailbox], now=_NOW)
    (letter,) = _send(log)
    begin = letter.index(b"Message-ID: <") + len(b"Message-ID: <")
    name = letter[begin : letter.index(b">", begin)]
    mailbox.append(letter.replace(name, b"0100-abc@relay.example"), _NOW)
    answer = message("answer", "They rejected me.\n", sender="r@work.example", subject="Re: Notes")
    mailbox.append(answer.replace(b"MIME-Version", b"In-Reply-To: <" + name + b">\r\nMIME-Version", 1), _NOW)
    mailbox.append(_own("sent", "Your offer", "Unfortunately I have to decline.\n"), _NOW)

    report = _run(log)([mailbox], now=_NOW)

    assert report.messages == 3
    assert report.judged == []
    assert _send(log) == []


def test_what_the_user_forwards_to_themselves_is_judged(log: SqliteLog) -> None:
    """A rejection that came to another address is passed on so that it counts."""
    mailbox = MemoryMailbox("home/INBOX")
    body = (
        "---------- Forwarded message ----------\nFrom: Acme <jobs@acme.example>\nSubject: Your application\n\n"
        "Unfortunately, we have decided to move forward with other candidates.\n"
    )
    mailbox.append(_own("forward", "Fwd: Your application", body), _NOW)

    assert len(_run(log)([mailbox], now=_NOW).rejections) == 1


def test_reading_again_does_not_undo_what_the_user_said_later(log: SqliteLog) -> None:
    """A message still lies where it was filed, but its label was corrected since."""
    teaching = MemoryMailbox("home/Rejections")
    teaching.append(rejection("one"), _NOW)
    _run(log)([], now=_NOW, teaching=[(teaching, Label.REJECTION)])
    log.set_label(1, Label.OTHER, by="user", at=_NOW)

    _run(log, since=_NOW - timedelta(days=30))([], now=_NOW, teaching=[(teaching, Label.REJECTION)])

    assert [label for _, _, label in log.labelled()] == [Label.OTHER]


def test_since_reaches_further_back_in_a_teaching_mailbox_that_was_never_read(log: SqliteLog) -> None:
    """What was filed there long ago can be learnt from all the same."""
    teaching = MemoryMailbox("home/Rejections")
    teaching.append(rejection("one"), _NOW - timedelta(days=200))

    _run(log, since=_NOW - timedelta(days=300))([], now=_NOW, teaching=[(teaching, Label.REJECTION)])

    assert [label for _, _, label in log.labelled()] == [Label.REJECTION]


def test_a_message_without_its_text_keeps_waiting_for_the_user(log: SqliteLog) -> None:
    """A new model must not decide by the subject alone what the old one could not by the whole."""
    log.record(judged("unsure@x", label=Label.REJECTION, decision=Decision.UNCERTAIN, text=""), at=_NOW)

    rejudge(log, sure_judge(), policy=Policy(), now=_NOW)

    assert len(log.asked()) == 1


@pytest.mark.parametrize(
    "text",
    [
        (" " * 280 + "x\n") * 3_000,
        (" " * 140 + "-" * 140 + "x\n") * 3_000,
        "---------- Forwarded message ----------\n" + "From: a\n" * 300_000,
    ],
    ids=["spaces", "dashes", "headers"],
)
def test_history_is_found_in_linear_time(text: str) -> None:
    """Each of these took minutes or hours; now it is over before anybody waits."""
    assert split_history(text, subject="Fwd: x").form in {"new", "forward"}


@pytest.mark.parametrize(
    "mark",
    [
        "----- Original Message -----",
        "  -----Ursprüngliche Nachricht-----",
        "--- Message original ---",
        "** Mensagem original **",
    ],
)
def test_marks_of_history_are_still_known(mark: str) -> None:
    """With or without space before them."""
    assert split_history(f"No.\n\n{mark}\nYes?").new == "No."


@pytest.mark.parametrize(
    "mark",
    [
        "---------- Forwarded message ---------",
        "Begin forwarded message:",
        " Weitergeleitete Nachricht",
        "=== Message transféré",
    ],
)
def test_marks_of_a_forward_are_still_known(mark: str) -> None:
    """With or without lines drawn around them."""
    assert split_history(f"See below.\n\n{mark}\nFrom: a@b.example\n\nNo.").form == "forward"


def test_a_password_that_smtp_cannot_carry_is_the_users_to_mend(smtp_server: SmtpServer) -> None:
    """It is said before it is sent, without the password."""
    postman = SmtpPostman(
        smtp_server.host,
        smtp_server.port,
        security="starttls",
        sender=_ROBIN.address,
        recipient=_ROBIN.address,
        user=USER,
        password=lambda: "sécret",
        ca_file=smtp_server.ca_file,
    )
    with pytest.raises(CredentialError) as caught:
        postman.deliver(b"Subject: x\r\n\r\nx\r\n")
    assert "cret" not in f"{caught.value} {caught.value.hint}"


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """An installation whose log holds one rejection with awkward characters."""
    home = Home(tmp_path / "home")
    home.config_path.parent.mkdir(parents=True, exist_ok=True)
    home.config_path.write_text(
        '[letters]\nto = "robin@home.example"\ntimezone = "Europe/Berlin"\n'
        '[delivery]\nmethod = "folder"\nfolder = "letters"\n'
        '[[accounts]]\nname = "home"\nhost = "127.0.0.1"\nport = 1\nuser = "robin"\npassword_env = "NOWHERE"\n',
        encoding="utf-8",
    )
    with SqliteLog.open(home.log_path) as log:
        log.record(judged("one@x", company="Caf\u00e9 \u9b31\x9b31m\u202e", text="\u201cNo.\u201d"), at=_NOW)
    return home


def _through(home: Home, redirection: str, *arguments: str, **options: dict[str, str]) -> Outcome:
    """Run the command with a redirection of the shell."""
    return home.afterword(*arguments, before=("sh", "-c", f'exec "$@" {redirection}', "sh"), **options)


@pytest.mark.parametrize(
    ("redirection", "code"), [(">&-", 0), ("<&-", 0), (">&- 2>&- <&-", 0), ("> /dev/full", 2)], ids=str
)
def test_streams_that_a_caller_closed_or_that_are_full_are_no_fault_of_ours(
    home: Home, redirection: str, code: int
) -> None:
    """What cannot be printed is lost, and only a full disk is worth a sentence."""
    outcome = _through(home, redirection, "log")
    assert outcome.code == code, outcome.err
    assert home.fault_reports() == []
    assert "Traceback" not in outcome.err


def test_a_closed_standard_input_holds_no_message(home: Home) -> None:
    """As an empty one does."""
    outcome = _through(home, "<&-", "classify", "-")
    assert outcome.code == 2
    assert "holds no message" in outcome.err


def test_a_terminal_of_few_characters_shows_the_others_as_escapes(home: Home) -> None:
    """Nothing is refused because a company has an accent."""
    process = home.start("show", "1", environment={"PYTHONIOENCODING": "latin-1"})
    out, err = process.communicate(timeout=60)
    assert process.returncode == 0, err
    assert b"\\u201cNo.\\u201d" in out
    assert "Café".encode("latin-1") in out


@pytest.mark.parametrize("command", [("log",), ("show", "1"), ("search", "No")])
def test_json_does_nothing_to_a_terminal_and_loses_nothing(home: Home, command: tuple[str, ...]) -> None:
    """Control and bidi characters are written as escapes, which every program reads back."""
    outcome = home.afterword(*command, "--json")
    assert outcome.code == 0, outcome.err
    assert not {"\x9b", "\u202e"} & set(outcome.out)
    assert json.loads(outcome.out)["company"] == "Caf\u00e9 \u9b31\x9b31m\u202e"


@pytest.mark.parametrize(("day", "code"), [("0001-01-01", 75), ("1950-05-05", 75), ("2026-11-01T10:00+02:00", 2)])
def test_a_day_before_all_mail_is_a_day_and_a_time_is_none(home: Home, day: str, code: int) -> None:
    """The run goes on until the server, which is not there; an hour that would be ignored is refused."""
    outcome = home.afterword("run", "--since", day, environment={"NOWHERE": "x"})
    assert outcome.code == code, outcome.err
    assert home.fault_reports() == []
