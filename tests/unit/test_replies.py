"""Which messages answer a letter of ours, and that a run does what they say, once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from email.message import EmailMessage

import pytest
from support.by_subject import BySubject
from support.clients import answer, gmail, text_of
from support.installation import parsed
from support.mail import message

from pipeline import resources
from pipeline.adapters.letters import TemplateLetters
from pipeline.adapters.log import SqliteLog
from pipeline.adapters.memory import MemoryMailbox, MemoryPostman
from pipeline.adapters.parsing.parser import MailParser
from pipeline.core.letters.manners import FOREVER, PAUSED_UNTIL
from pipeline.core.letters.marks import is_genuine, letter_id, mark_of, names_in
from pipeline.core.message import Address
from pipeline.core.plan import Policy
from pipeline.core.replies.reply import FROM_ELSEWHERE_AT, Choice
from pipeline.core.verdict import Label
from pipeline.errors import LogError
from pipeline.tasks.deliver import deliver
from pipeline.tasks.digest import span_in
from pipeline.tasks.judge import Judge
from pipeline.tasks.label import label
from pipeline.tasks.replies import Replies
from pipeline.tasks.run import Run, RunReport

NOON = datetime(2026, 11, 25, 12, tzinfo=UTC)
SECRET = "the secret of this installation"
ME = "robin@home.example"
THEM, NO = "Acme <jobs@acme.example>", "Role rejection"


class Desk:
    """A log with one debrief sent, a mailbox, and a run over it."""

    def __init__(self, log: SqliteLog) -> None:
        self.log = log
        self.judge = Judge(BySubject(), resources.SENDERS)
        self.inbox = MemoryMailbox("home/INBOX")
        self.inbox.append(
            message("no", "Dear Robin,\n\nthis is about the role of Data Engineer at Acme.\n", sender=THEM, subject=NO),
            NOON,
        )
        self.run()
        postman = MemoryPostman()
        letters = TemplateLetters(
            resources.STEPS,
            sender=Address("", ME),
            recipient=Address("", ME),
            secret=SECRET,
            language="en",
            clock=lambda: NOON,
            timezone=UTC,
            reads_replies=True,
        )
        deliver(log, letters, postman, now=NOON, week_span=span_in(UTC))
        (self.raw,) = postman.letters
        self.letter: EmailMessage = parsed(self.raw)

    def run(
        self, *mailboxes: MemoryMailbox, since: datetime | None = None, left_out: tuple[str, ...] = ()
    ) -> RunReport:
        """Make one pass."""

        def set_label(number: int, chosen: Label, now: datetime) -> None:
            label(self.log, number, chosen, policy=Policy(), now=now, judge=self.judge, by="reply")

        run = Run(
            parser=MailParser(),
            judge=self.judge,
            log=self.log,
            policy=Policy(),
            look_back=lambda _: timedelta(days=90),
            since=since,
            own_addresses=frozenset({ME}),
            replies=Replies(self.log, SECRET, frozenset({ME}), UTC, set_label),
        )
        return run(mailboxes or [self.inbox], now=NOON, left_out=left_out)

    def hear(self, said: str, **choices: object) -> RunReport:
        """Receive a reply as Gmail writes it, and make a pass."""
        self.inbox.append(answer(self.letter, gmail(text_of(self.letter), said), **{"date": NOON, **choices}), NOON)
        return self.run()

    @property
    def is_untouched(self) -> bool:
        """Whether nothing that a reply could change was changed."""
        tables = ("replies", "answers", "decisions", "notes", "labels")
        rows = [self.log._rows(f"SELECT * FROM {table}") for table in tables]  # noqa: S608 - names from above
        return not any(rows) and not self.paused

    @property
    def paused(self) -> str:
        """Until when letters are paused."""
        return self.log.setting(PAUSED_UNTIL)


@pytest.fixture
def desk() -> Iterator[Desk]:
    """Give a desk."""
    with SqliteLog.open(None) as log:
        yield Desk(log)


def test_a_reply_from_an_unknown_address_is_counted_and_not_obeyed(desk: Desk) -> None:
    """It may be the user's own; what a machine sends back is none, nor what an employer answers further down."""
    elsewhere = "Robin <robin@work.example>"
    assert desk.hear("pause", sender=elsewhere).from_elsewhere == 1
    assert desk.is_untouched
    assert desk.hear("pause", sender=elsewhere, name="marked", threaded=False).from_elsewhere == 1
    bounce = answer(desk.letter, "pause", sender=elsewhere, name="bounce")
    further = answer(desk.letter, "pause", sender=THEM, name="further")
    ours = f"In-Reply-To: {desk.letter['Message-ID']}".encode()
    assert ours in further
    desk.inbox.append(bounce.replace(b"Subject:", b"Auto-Submitted: auto-replied\r\nSubject:"), NOON)
    last = f" {desk.letter['Message-ID']}".encode()
    changed = further.replace(ours, b"In-Reply-To: <sent@home.example>").replace(
        last, last + b" <sent@home.example>", 1
    )
    desk.inbox.append(changed, NOON)
    assert desk.run().from_elsewhere == 0
    assert desk.is_untouched


def test_a_reply_that_was_left_unread_is_remembered_until_a_run_looks_again_and_finds_none(desk: Desk) -> None:
    """By when it was sent: neither is it news when it is found again, nor is it gone where nobody looked."""
    sent = NOON - timedelta(days=3)
    assert desk.hear("pause", sender="Robin <robin@work.example>", date=sent).from_elsewhere == 1
    assert desk.log.setting(FROM_ELSEWHERE_AT) == sent.isoformat()
    assert desk.run(since=sent - timedelta(days=1)).from_elsewhere == 1
    assert desk.log.setting(FROM_ELSEWHERE_AT) == sent.isoformat()
    empty, gone = MemoryMailbox("home/INBOX"), MemoryMailbox("home/Sent")
    gone.remove()
    desk.run(empty)
    desk.run(empty, since=sent + timedelta(days=1))
    desk.run(empty, since=sent, left_out=("home/Sent",))
    desk.run(empty, gone, since=sent)
    assert desk.log.setting(FROM_ELSEWHERE_AT) == sent.isoformat()
    desk.run(empty, since=sent)
    assert desk.log.setting(FROM_ELSEWHERE_AT) == ""


def test_a_reply_does_what_it_says(desk: Desk) -> None:
    """An answer, a decision and a note are kept; the reply itself is not judged."""
    report = desk.hear("1. I would name the migration.\nremind me in 3 months\nThey were kind.\n")
    (heard,) = report.replies
    assert len(heard.actions) == 3
    words = desk.log.words(1)
    assert [one.text for one in words.answers] == ["I would name the migration."]
    assert [(one.choice, one.day) for one in words.decisions] == [(Choice.REMIND, date(2027, 2, 25))]
    assert [one.text for one in words.notes] == ["They were kind."]
    assert report.judged == []


def test_not_a_rejection_labels_as_the_command_does(desk: Desk) -> None:
    """It is final, by way of a reply."""
    desk.hear("not a rejection")
    assert desk.log.rejections() == []
    assert [tuple(row) for row in desk.log._rows("SELECT label, by FROM labels")] == [("other", "reply")]


@pytest.mark.parametrize(
    ("said", "until"),
    [("pause", FOREVER), ("Pause bis 1. Februar", "2027-02-01T00:00:00+00:00"), ("resume", NOON.isoformat())],
)
def test_pausing_is_stored_as_a_setting(desk: Desk, said: str, until: str) -> None:
    """Until further notice, until a day, or not any more."""
    desk.log.store_setting(PAUSED_UNTIL, "2026-12-01T00:00:00+00:00")
    desk.hear(said)
    assert desk.paused == until


def test_the_same_reply_in_two_mailboxes_is_stored_once(desk: Desk) -> None:
    """A message to oneself lies in INBOX and in Sent."""
    reply = answer(desk.letter, gmail(text_of(desk.letter), "1. The migration."))
    sent = MemoryMailbox("home/Sent")
    desk.inbox.append(reply, NOON)
    sent.append(reply, NOON)
    report = desk.run(desk.inbox, sent)
    assert len(report.replies) == 1
    assert len(desk.log.words(1).answers) == 1
    assert desk.run(desk.inbox, sent).replies == []


def test_a_reply_without_any_reference_is_known_by_the_subject(desk: Desk) -> None:
    """Some programs name no message that they answer; some servers gave the letter another Message-ID."""
    desk.hear("1. The migration.", threaded=False)
    assert [one.text for one in desk.log.words(1).answers] == ["The migration."]


@pytest.mark.parametrize("prefix", ["Re: ", "AW: ", "RE: [EXTERN] "])
def test_prefixes_of_mail_programs_do_not_matter(desk: Desk, prefix: str) -> None:
    """The mark stands at the end."""
    desk.hear("1. The migration.", threaded=False, prefix=prefix)
    assert len(desk.log.words(1).answers) == 1


def test_nobody_else_can_answer(desk: Desk) -> None:
    """Whoever was shown the letter knows its Message-ID; the address must be the user's as well."""
    report = desk.hear("not a rejection\npause", sender="Robin <robin@elsewhere.example>")
    assert report.replies == []
    assert desk.is_untouched


def test_whoever_forges_the_sender_has_to_guess_a_letter(desk: Desk) -> None:
    """An id of our form with another secret, none at all, or a mark of our form: nothing changes."""
    for guess in (letter_id("another secret", "debrief", "no@mail.example"), "0" * 40 + "@afterword.invalid"):
        forged = EmailMessage()
        for name in ("From", "To"):
            forged[name] = str(desk.letter[name])
        forged["Subject"] = f"Notes on Acme {mark_of(guess)}"
        forged["Message-ID"] = f"<{guess}>"
        desk.inbox.append(answer(forged, "not a rejection\npause", name=f"forged-{guess[:5]}"), NOON)
    assert desk.run().replies == []
    assert desk.is_untouched


def test_what_a_machine_answers_is_no_reply(desk: Desk) -> None:
    """An absence notice goes out under the user's name."""
    raw = answer(desk.letter, "I am away. pause\n\npause\n")
    for header in (b"Auto-Submitted: auto-replied", b"Precedence: bulk", b"X-Autoreply: yes"):
        name = header[:4].lower() + b"@x"
        desk.inbox.append(raw.replace(b"reply@phone", name).replace(b"Subject:", header + b"\r\nSubject:"), NOON)
    assert desk.run().replies == []
    assert desk.is_untouched


def test_a_letter_that_the_user_sends_on_to_a_friend_is_no_reply(desk: Desk) -> None:
    """What they write to somebody else is none of ours."""
    raw = answer(desk.letter, gmail(text_of(desk.letter), "Look at this.\npause"))
    desk.inbox.append(raw.replace(b"To: Afterword <robin@home.example>", b"To: friend@people.example"), NOON)
    assert desk.run().replies == []
    assert desk.is_untouched


def test_a_reply_to_a_forgotten_letter_is_kept_as_a_note(desk: Desk) -> None:
    """The letter is known as ours by its seal alone; what was asked in it is not."""
    desk.log.forget([1])
    (heard,) = desk.hear("1. The migration.\n").replies
    assert heard.letter is None
    assert [(one.text, one.message, one.is_matched) for one in desk.log.words().notes] == [
        ("1. The migration.", None, False)
    ]


def test_a_reply_comes_with_its_batch_or_not_at_all(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """A crash before the end of the transaction leaves nothing behind, and the next run stores all of it, once."""
    desk.inbox.append(answer(desk.letter, gmail(text_of(desk.letter), "1. The migration.\nchase")), NOON)

    def crash(*_: object, **__: object) -> None:
        raise LogError("the disk is full")

    with monkeypatch.context() as patched:
        patched.setattr(desk.log, "advance", crash)
        desk.run()
    assert desk.is_untouched
    desk.run()
    assert len(desk.log.words(1).answers) == len(desk.log.words(1).decisions) == 1
    assert desk.run().replies == []


def test_without_the_wish_for_it_replies_are_not_read(desk: Desk) -> None:
    """Nor are they judged: they are the user's own."""
    desk.inbox.append(answer(desk.letter, gmail(text_of(desk.letter), "pause")), NOON)
    run = Run(
        parser=MailParser(),
        judge=desk.judge,
        log=desk.log,
        policy=Policy(),
        look_back=lambda _: timedelta(days=90),
        own_addresses=frozenset({ME}),
    )
    report = run([desk.inbox], now=NOON)
    assert (report.replies, report.judged) == ([], [])
    assert desk.is_untouched


# -- the names of letters


def test_an_id_follows_from_its_letter_and_shows_that_it_is_ours() -> None:
    """Another letter has another one, and another secret knows neither."""
    one = letter_id(SECRET, "debrief", "a@x")
    assert one == letter_id(SECRET, "debrief", "a@x")
    assert one != letter_id(SECRET, "digest", "a@x") != letter_id(SECRET, "debrief", "b@x")
    assert is_genuine(SECRET, one)
    assert not is_genuine("another", one)
    assert not is_genuine(SECRET, one.replace(one[0], "0" if one[0] != "0" else "1", 1))
    assert not is_genuine(SECRET, "no@mail.example")


def test_the_mark_is_found_wherever_it_stands_in_a_subject() -> None:
    """The last one goes first, for what stands before it may be quoted."""
    one, two = letter_id(SECRET, "debrief", "a@x"), letter_id(SECRET, "debrief", "b@x")
    assert names_in(f"Re: Notes {mark_of(one)} (was: Notes {mark_of(two).upper()})") == [two[:12], one[:12]]
    assert names_in("Re: [team] Notes [0123]") == []
