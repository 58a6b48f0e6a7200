"""What the tasks need from the world: one protocol for each wire, spoken by an adapter and by its in-memory twin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime
from typing import Protocol

from pipeline.core.access import Grant, Tokens
from pipeline.core.application import Application, Judged, Stage
from pipeline.core.calendar import Week
from pipeline.core.changes import Alias, Change, Entry, Question
from pipeline.core.digest import Coverage, WeekFacts
from pipeline.core.feedback import Feedback
from pipeline.core.letter import Letter, LetterKind, Owed, Point, SentLetter
from pipeline.core.lists import Asked
from pipeline.core.message import Batch, Cursor, Message, MessageKey, RawMessage, Unreadable
from pipeline.core.reading import Reading
from pipeline.core.rejection import Rejection
from pipeline.core.reply import Choice, Via, Words
from pipeline.core.schedule import Piece, Standing
from pipeline.core.verdict import Judgement, Label


class Mailbox(Protocol):
    """A mailbox that is only read."""

    @property
    def name(self) -> str:
        """The name under which its cursor is kept; unique among all mailboxes of an installation."""

    def fetch_since(self, cursor: Cursor | None, *, since: datetime | None = None) -> Iterator[Batch]:
        """Yield what is new, oldest first, in batches of bounded size.

        Given the stored cursor, yield messages with a larger UID; if the mailbox has a new UIDVALIDITY, begin again
        at UID 1. Given no cursor, yield messages received on or after `since`. The last batch may hold no message:
        it then only moves the cursor on.

        Raises:
            MailboxUnreachableError, MailboxMissingError, CredentialError, CertificateError.
        """


class Parser(Protocol):
    """Turns bytes into messages."""

    def parse(self, raw: RawMessage) -> Message | Unreadable:
        """Return the message, or why it cannot be read. Never raise for anything that the bytes hold."""


class Classifier(Protocol):
    """Judges readings."""

    @property
    def model(self) -> str:
        """The name of the model in use; cheap: does not load it."""

    def judge(self, readings: Sequence[Reading]) -> list[Judgement]:
        """Return one judgement for each reading, in order."""


class Letters(Protocol):
    """Composes letters. The same facts give the same bytes."""

    def debrief(self, rejection: Rejection) -> Letter:
        """Return the debrief about one rejection."""

    def day(self, rejections: Sequence[Rejection]) -> Letter:
        """Return the one debrief about several rejections, of which the first one gives it its place in a thread."""

    def digest(self, facts: WeekFacts, asked: Sequence[Asked] = ()) -> Letter:
        """Return the digest of one week."""

    def summary(self, about: str, rejections: Sequence[Rejection]) -> Letter:
        """Return the one letter that stands for the debriefs of many old rejections."""


class Postman(Protocol):
    """Hands letters over."""

    def deliver(self, raw: bytes) -> None:
        """Hand over one complete RFC 5322 message; return only when it was accepted.

        Raises:
            DeliveryDeferredError: It may be accepted later.
            DeliveryUnclearError: The answer never came: it may have been accepted, or may be later.
            DeliveryRefusedError: It will never be.
            UserError: The user has to do something first: a password, a certificate, a mailbox, a command.
        """

    def already_delivered(self, message_id: str) -> bool | None:
        """Return whether a letter with this Message-ID (without angle brackets) has arrived; None if nobody can tell.

        Asked before a letter is handed over again whose outcome is unclear. May raise what `deliver` raises.
        """

    def check(self) -> None:
        """Look whether letters could be handed over, and hand nothing over; raise what `deliver` would."""


class Log(Protocol):
    """The record of everything that was read, decided and owed."""

    def transaction(self) -> AbstractContextManager[None]:
        """Return a context in which everything is written, or nothing; it holds the write lock from the start."""

    # -- reading mailboxes
    def cursor(self, mailbox: str) -> Cursor | None:
        """Return how far a mailbox has been read."""

    def last_read(self, mailbox: str) -> datetime | None:
        """Return when something new was last read in a mailbox, or None if it never was."""

    def advance(self, cursor: Cursor, *, at: datetime) -> None:
        """Store how far a mailbox has been read; a new UIDVALIDITY replaces the old cursor."""

    def unknown(self, messages: Iterable[Message]) -> list[Message]:
        """Return the messages whose Message-ID the log does not hold, each Message-ID once, in order."""

    def is_own_letter(self, message_id: str) -> bool:
        """Return whether a Message-ID is that of a letter of ours."""

    def record(self, judged: Judged, *, at: datetime) -> int:
        """Write a judged message with its facts and feedback, and return its number; a known message stays as it is."""

    def revise(self, judged: Judged, *, is_labelled: bool = False) -> None:
        """Replace what was thought of a logged message, its facts and feedback included.

        If it was in no application, it is put into one. With `is_labelled`, the user says that it matters.
        """

    def uncertain(self) -> list[Message]:
        """Return the uncertain messages that have no label of the user's yet, with what is kept of them."""

    def number_of(self, message_id: str) -> int:
        """Return the number of a logged message; raise UnknownIdError."""

    def number_to_teach(self, message_id: str, label: Label) -> int | None:
        """Return the number of a logged message, unless this label is the last that a mailbox gave it; else None."""

    def complete(self, number: int, message: Message, text: str) -> None:
        """Keep the contents of a logged message of which only the verdict was kept."""

    def sight(self, key: MessageKey, message_id: str) -> None:
        """Note that a logged message lies under this key; one message may lie in several mailboxes."""

    def quarantine(self, unreadable: Unreadable, *, at: datetime) -> None:
        """Note a message that cannot be read."""

    def quarantined(self) -> list[Unreadable]:
        """Return the messages that could not be read, oldest first."""

    # -- what the log knows
    def applications(self) -> list[Application]:
        """Return every application with its timeline."""

    def application_of(self, number: int) -> Application:
        """Return the application of message `number`; raise UnknownIdError."""

    def open_application(self, company: str, role: str) -> int:
        """Write a new application and return its number."""

    def drop_application(self, number: int) -> None:
        """Take an application away for which there is no reason any more; its messages stay without one."""

    def application(self, number: int) -> Application:
        """Return an application with its timeline; raise UnknownIdError."""

    def rejections(self, *, start: datetime | None = None, end: datetime | None = None) -> list[Rejection]:
        """Return the rejections dated in [start, end), oldest first."""

    def rejection(self, reference: int | str) -> Rejection:
        """Return a rejection by its number or Message-ID; raise UnknownIdError."""

    def summarised(self, about: str) -> list[Rejection]:
        """Return the rejections recorded at that instant (ISO 8601, UTC) to which no debrief is owed, oldest first."""

    def message(self, number: int) -> Mapping[str, object]:
        """Return everything that is logged of message `number` under the names of `classify --json`."""

    def asked(self) -> list[Asked]:
        """Return the uncertain messages that have no label of the user's yet, oldest first."""

    def week(self, week: Week, *, start: datetime, end: datetime) -> WeekFacts:
        """Return what a digest of the week that spans [start, end) may speak of."""

    def coverage(self, *, start: datetime | None = None, end: datetime | None = None) -> Coverage:
        """Return what was read in [start, end)."""

    # -- applications, arranged by hand
    def add_by_hand(self, entry: Entry, *, at: datetime) -> Change:
        """Write an entry onto the timeline of its application, or of a new one; raise UnknownIdError."""

    def rename_application(self, number: int, company: str, role: str, *, at: datetime) -> Change:
        """Give an application these names, which then count for all its messages; raise UnknownIdError."""

    def merge_applications(self, number: int, into: int, *, at: datetime) -> Change:
        """Put all messages of an application into another one; raise UnknownIdError."""

    def move_message(self, message: int, into: int, *, at: datetime) -> Change:
        """Put a message into another application; raise UnknownIdError."""

    def split_message(self, message: int, company: str, role: str, *, by_hand: bool, at: datetime) -> Change:
        """Begin an application with a message; raise UnknownIdError."""

    def delete_application(self, number: int, *, at: datetime) -> Change:
        """Take an application away; its messages stay without one. Raise UnknownIdError."""

    def ask_application(self, message: int, candidates: Sequence[int], *, at: datetime) -> None:
        """Note that only the user can tell to which of some applications a message belongs."""

    def questions(self) -> list[Question]:
        """Return the messages of which the user has to tell to which application they belong, oldest first."""

    def unmatched(self) -> int:
        """Return how many such messages there are."""

    def answer_question(
        self, message: int, into: int | None, names: tuple[str, str], *, at: datetime, others: Sequence[int] = ()
    ) -> Change:
        """Put a message that was asked about into an application, or begin one with it; raise UnknownIdError.

        `others` are messages that were asked about, too, and go with it.
        """

    def aliases(self) -> list[Alias]:
        """Return the spellings of companies that lead to another name."""

    def aliases_by_name(self) -> Mapping[str, str]:
        """Return the names of companies by the spellings that lead to them, as spellings are compared."""

    def remove_alias(self, number: int, *, at: datetime) -> Change:
        """Take an alias away; raise UnknownIdError."""

    def put_first(self, number: int, *, before: int) -> None:
        """Note that rejection `before` is told again, and with more, by rejection `number`."""

    def settle_stages(self, number: int, stated: Mapping[int, Stage] | None = None) -> None:
        """Settle at which stages the rejections of application `number` came, by what stands before them by now.

        `stated` is what some of them say themselves, by their numbers; of the others the stage is taken that is known.
        """

    def feedback(self, number: int) -> tuple[Feedback, ...]:
        """Return the feedback that was found in message `number`."""

    def undo_change(self, *, at: datetime) -> Change:
        """Undo the last change that still stands; raise UserError if none does."""

    def changes(self, number: int | None = None) -> list[Change]:
        """Return the history of all applications or of one, oldest first."""

    # -- forgetting
    def dated_before(self, moment: datetime) -> list[int]:
        """Return the numbers of all messages dated before then."""

    def to_forget(self, number: int) -> Mapping[str, object]:
        """Return `date`, `company`, `role`, `subject` and `label` of any message, also one of a timeline that is gone.

        Raise UnknownIdError.
        """

    def forget(self, numbers: Iterable[int]) -> None:
        """Remove messages for good, down to the bytes of the file; raise UnknownIdError. Not in a transaction."""

    def drop_texts(self, before: datetime) -> int:
        """Remove the text of messages recorded before then, down to the bytes of the file, and return how many went.

        Verdict, evidence, facts and feedback stay, and so do the user's own notes. Not in a transaction.
        """

    def scrub(self) -> None:
        """Remove bytes of what was removed that could not leave the file then. Not in a transaction."""

    def is_forgotten(self, message_id: str) -> bool:
        """Return whether the message with this Message-ID was forgotten."""

    # -- labels
    def is_rejection(self, number: int) -> bool:
        """Return whether message `number` counts as a rejection; raise UnknownIdError."""

    def told_by(self, number: int) -> int | None:
        """Return the number of the rejection that message `number` tells again, or None; raise UnknownIdError."""

    def tellings(self, number: int) -> list[tuple[int, str]]:
        """Return numbers and Message-IDs of rejection `number` and of what tells it again, oldest first."""

    def kept(self, number: int) -> Message:
        """Return what is kept of message `number`; raise UnknownIdError."""

    def set_label(self, number: int, label: Label, *, by: str, at: datetime) -> None:
        """Store the user's label, which is final; raise UnknownIdError."""

    def thread(self, number: int) -> list[int]:
        """Return the numbers of the messages in the thread of message `number`, oldest first; raise UnknownIdError."""

    def withdraw_label(self, number: int) -> None:
        """Take back the user's last label of a message; the one before it counts again, or the model's."""

    def closest(self, *, limit: int) -> list[Asked]:
        """Return messages without a label of the user's: the uncertain ones first, then the least sure verdicts."""

    def labelled(self) -> list[tuple[Message, str, Label]]:
        """Return each message that the user labelled, with its language and label, oldest label first."""

    # -- the outbox
    def owe(self, kind: LetterKind, about: str, due: datetime) -> None:
        """Put a letter into the outbox; a second one about the same thing changes nothing.

        One that was refused or dropped is owed anew.
        """

    def owe_again(self, kind: LetterKind, about: str, due: datetime) -> None:
        """Owe a letter anew that was refused or dropped; any other stays as it is."""

    def claim(
        self, now: datetime, *, kinds: Iterable[LetterKind] = LetterKind, about: str | None = None
    ) -> Owed | None:
        """Take the next due letter of some kinds in one statement, so that no other process takes it too.

        Return None if none is due. With `about`, take the one letter about that, due or not.
        """

    def join(self, owed: Owed, now: datetime) -> None:
        """Let a claimed debrief speak also of the messages whose debriefs are due now and not yet composed."""

    def joined(self, owed: Owed) -> list[str]:
        """Return what else a claimed debrief speaks of, oldest debt first."""

    def part(self, owed: Owed, about: str, reason: str) -> None:
        """Drop what a claimed debrief was to speak of as well, as when its message was labelled otherwise."""

    def spoken_of(self, message_id: str) -> list[str]:
        """Return what a letter of ours is about, by its Message-ID; a debrief may be about several messages."""

    def letters_sent(self, kinds: Iterable[LetterKind], *, start: datetime, end: datetime) -> int:
        """Return how many letters of some kinds were accepted in [start, end); one about many things is one."""

    def drop_overtaken(self, moment: datetime) -> None:
        """Drop the digests that were due before then, but for the last of them: they have piled up."""

    def renew_summaries(self, now: datetime) -> None:
        """Owe the refused summaries anew since whose refusal another letter was accepted: no command names one."""

    def keep(self, owed: Owed, raw: bytes, message_id: str) -> None:
        """Store a claimed letter as composed, before it is handed over."""

    def sent(self, owed: Owed, *, at: datetime) -> None:
        """Note that a letter was accepted."""

    def deferred(self, owed: Owed, until: datetime, reason: str, *, unclear: bool = False) -> None:
        """Note that a letter has to wait, and whether it may have been accepted all the same."""

    def refused(self, owed: Owed, reason: str) -> None:
        """Note that a letter was refused for good."""

    def dropped(self, owed: Owed, reason: str) -> None:
        """Note that a letter is no longer owed, as when its message was labelled otherwise."""

    def was_sent(self, kind: LetterKind, about: str) -> bool:
        """Return whether the letter about something was accepted, by itself or in another one."""

    def outbox(self) -> list[Mapping[str, object]]:
        """Return the letters that were not yet accepted, with kind, about, status, due, attempts and last reason."""

    # -- replies
    def keep_points(self, owed: Owed, said: str, points: Sequence[Point]) -> None:
        """Store what a claimed letter says and numbers, in place of what was stored of an earlier draft of it."""

    def letter_with_id(self, message_id: str) -> SentLetter | None:
        """Return the letter with a Message-ID, or None if the log has none."""

    def letter_with_name(self, name: str) -> SentLetter | None:
        """Return the letter whose Message-ID begins with the name that stands in its subject, or None."""

    def asked_about(self, number: int) -> list[Point]:
        """Return the questions that the last letter asked about message `number`; none if there was no letter."""

    def take_reply(self, message_id: str, letter: SentLetter | None, *, date: datetime, at: datetime) -> int | None:
        """Note that a reply was read and return its number; None if it was read before."""

    def add_answer(self, message: int, point: Point, text: str, *, at: datetime, via: Via, reply: int | None) -> bool:
        """Keep an answer about a message; return whether it is new."""

    def add_decision(
        self, message: int, choice: Choice, day: date | None, *, at: datetime, via: Via, reply: int | None
    ) -> None:
        """Keep a decision about the company behind a message; the last one counts."""

    def add_note(
        self, message: int | None, text: str, *, is_matched: bool, at: datetime, via: Via, reply: int | None
    ) -> None:
        """Keep a note."""

    def finish(self, answers: Iterable[int], *, at: datetime) -> None:
        """Take answers off the list that they are on."""

    def words(self, number: int | None = None) -> Words:
        """Return what the user said about message `number` and the others of its application; without one, all."""

    # -- runs and settings
    def begin_run(self, *, at: datetime) -> int:
        """Note that a run began and return its number."""

    def end_run(self, run: int, coverage: Coverage, *, at: datetime, fault: str = "") -> None:
        """Note how a run ended; `fault` says what it could not read, as `mailbox: error; mailbox: error`."""

    def unread_since(self, mailbox: str) -> tuple[datetime, datetime] | None:
        """Return the first and the last of the runs that could not read a mailbox, up to the last one that ended.

        None if the last one did read it.
        """

    def setting(self, name: str) -> str:
        """Return a stored setting, or an empty string."""

    def store_setting(self, name: str, value: str) -> None:
        """Store a setting."""


class Schedule(Protocol):
    """One of the programs that can start the command regularly: systemd, cron or launchd."""

    @property
    def name(self) -> str:
        """Return its name."""

    def pieces(self) -> list[Piece]:
        """Return what would be put where."""

    def steps(self) -> list[str]:
        """Return the commands that put it to work, as a shell takes them."""

    def standing(self) -> Standing:
        """Return whether it is in place; raise UserError if the program is missing or does not say."""

    def install(self) -> None:
        """Put it in place and to work, whatever was there of it before; raise UserError if that cannot be done."""

    def remove(self) -> None:
        """Take away all of it that is there, and nothing else; raise UserError if that cannot be done."""


class TokenServer(Protocol):
    """Grants access to a mail server in place of a password."""

    def begin(self) -> Grant:
        """Ask for access.

        Raises:
            CredentialError: It does not know this program, or not for this.
            TokenServerUnreachableError, CertificateError.
        """

    def granted(self, grant: Grant) -> Tokens | Grant:
        """Return the tokens once access is granted; until then the grant, perhaps with a longer pause.

        Raises:
            CredentialError: The person refused, or the code has ended.
            TokenServerUnreachableError, CertificateError.
        """
