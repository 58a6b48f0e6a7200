"""What a user may do to logged messages, in any order: what belongs together stays so, and each rejection is told once.

Beside `test_log_any_order.py`, which is about crashes, and the contract of applications, which is about undoing them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from email.message import EmailMessage
from itertools import count
from typing import Any, cast

from hypothesis import settings, strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from support.log_examples import NOON, days

from pipeline.adapters.log import SqliteLog
from pipeline.adapters.memory import MemoryMailbox
from pipeline.core.applications.application import Application, Facts, Judged, Stage
from pipeline.core.applications.changes import Change, Entry
from pipeline.core.applications.correspondence import is_within_candidacy
from pipeline.core.feedback import Feedback, FeedbackKind
from pipeline.core.letters.letter import Letter, LetterKind
from pipeline.core.message import Message, RawMessage
from pipeline.core.plan import Policy
from pipeline.core.verdict import JOB_LABELS, Decision, Label, Verdict
from pipeline.errors import UserError
from pipeline.tasks import application as by_hand
from pipeline.tasks.deliver import deliver
from pipeline.tasks.forget import forget, these
from pipeline.tasks.label import label, label_thread, withdraw
from pipeline.tasks.rejudge import rejudge
from pipeline.tasks.run import Run

LABELS = (Label.REJECTION, Label.INTERVIEW, Label.ACKNOWLEDGEMENT, Label.OTHER, Label.JOB_ALERT)

#: What a message is, whether the model is sure of it, its company and role, and how much feedback it gives.
KINDS = st.tuples(
    st.sampled_from(LABELS),
    st.sampled_from(["sure", "sure", "unsure", "hint"]),
    st.sampled_from(["Acme", "Acme", "Borealis"]),
    st.sampled_from(["", "Data Engineer", "Chef"]),
    st.sampled_from(["", "x", "xx"]),
)


class Told:
    """A judge and a parser that are told in a message what it is."""

    def __init__(self, *, is_better: bool = False) -> None:
        self._is_better = is_better

    def parse(self, raw: RawMessage) -> Message:
        """Return a message: its Message-ID, what it answers, how many days old it is and its kind, a line each."""
        name, answers, ago, kind = raw.data.decode().split("\n")
        references = (answers,) if answers else ()
        return Message(raw.key, name, NOON - days(int(ago)), subject=kind, references=references)

    def __call__(self, messages: Sequence[Message]) -> list[Judged]:
        """Return the messages judged."""
        return [self._judged(one) for one in messages]

    def beside(self, judged: Judged, applications: Sequence[Application]) -> Judged:
        """Return a message that is a hint as uncertain where an application was with whoever writes."""
        is_hint = judged.message.subject.split("|")[1] == "hint" and not judged.verdict.is_rejection
        if is_hint and is_within_candidacy(judged.message, applications, address=judged.message.sender.address):
            return replace(judged, verdict=replace(judged.verdict, decision=Decision.UNCERTAIN))
        return judged

    def read_as(self, message: Message, chosen: Label, applications: Sequence[Application] = ()) -> Judged:
        """Return a message with the facts that it has with a label."""
        return self.beside(self._judged(message, chosen), applications)

    def _judged(self, message: Message, chosen: Label | None = None) -> Judged:
        kind, sure, company, role, feedback = message.subject.split("|")
        is_rejection = (chosen or kind) == Label.REJECTION
        decision = Decision.REJECTION if kind == Label.REJECTION else Decision.NOT_REJECTION
        facts = Facts(
            company=company if (chosen or kind) in JOB_LABELS else "",
            role=role,
            stage=Stage.APPLICATION if is_rejection else Stage.UNKNOWN,
            feedback=(Feedback(FeedbackKind.GAP, feedback),) if is_rejection and feedback else (),
        )
        if sure == "unsure" and not self._is_better:
            decision = Decision.UNCERTAIN
        return Judged(message, "en", Verdict(decision, Label(kind), 0.5, "", "told"), facts, "text")


class Office:
    """Writes letters without words, and takes them."""

    def __init__(self) -> None:
        self._numbers = count()

    def debrief(self, _: object, __: object = ()) -> Letter:
        """Return the letter about one rejection."""
        email = EmailMessage()
        email["Message-ID"] = f"<{next(self._numbers)}@afterword.invalid>"
        return Letter(LetterKind.DEBRIEF, "", email, "", "", "")

    def summary(self, _: str, __: object) -> Letter:
        """Return the letter about old rejections."""
        return self.debrief(__)

    def deliver(self, _: bytes) -> None:
        """Take a letter."""


class TasksMachine(RuleBasedStateMachine):
    """Mail comes, letters leave, and the user labels, arranges, undoes and forgets."""

    @initialize()
    def begin(self) -> None:
        """Open an empty log."""
        self.log = SqliteLog.open(None)
        self.box, self.office, self.judge = MemoryMailbox(), cast("Any", Office()), cast("Any", Told())
        self.choices: Any = {"policy": Policy(), "now": NOON}
        self.count = 0
        self.sent: set[str] = set()
        self.arranged: set[int] = set()
        self.by_hand: set[int] = set()

    def teardown(self) -> None:
        """Close it."""
        self.log.close()

    def some_message(self, data: st.DataObject) -> int:
        """Return one that can be seen."""
        return data.draw(st.sampled_from([row["id"] for row in self.log._rows("SELECT id FROM verdicts")]))

    def some_application(self, data: st.DataObject) -> int:
        """Return one that exists."""
        return data.draw(st.sampled_from([one.id for one in self.log.applications()]))

    def together(self, message_id: str) -> set[str]:
        """Return the Message-IDs of all that tell the same rejection."""
        rows = self.log._rows("SELECT message_id, coalesce(repeats, id) AS first FROM verdicts")
        first = {row["message_id"]: row["first"] for row in rows}
        return {name for name in first if first[name] == first.get(message_id)}

    def places(self) -> dict[int, int | None]:
        """Return the application of each message that is about a candidacy."""
        rows = self.log._rows("SELECT id, application, final_label FROM verdicts")
        return {row["id"]: row["application"] for row in rows if row["final_label"] in JOB_LABELS}

    def is_placed(self, number: int) -> bool:
        """Return whether a message is job mail that belongs to an application, or the user is asked to which."""
        return self.places().get(number) is not None or number in {one.message for one in self.log.questions()}

    @contextmanager
    def all_stay(self, *but: int) -> Iterator[None]:
        """Check that every message but these stays where it is, as far as it is about a candidacy."""
        before = {number: place for number, place in self.places().items() if place and number not in but}
        yield
        after = self.places()
        assert {number: after.get(number, place) for number, place in before.items()} == before

    @contextmanager
    def arranging(self) -> Iterator[None]:
        """Note what counts by itself, or may once more, when the user has arranged what does: it owes nothing."""
        before = {one.id for one in self.log.rejections()}
        yield
        after = {one.id for one in self.log.rejections()}
        self.arranged |= after if after != before else set()
        loose = self.log._rows(
            "SELECT id FROM verdicts WHERE is_rejection AND repeats IS NOT NULL AND application IS NULL"
        )
        self.arranged |= {row["id"] for row in loose}
        self.by_hand |= {one.id for one in self.log.applications() if self.log.changes(one.id)}

    # -- mail and letters

    @rule(kind=KINDS, ago=st.integers(0, 16), answers=st.integers(0, 9))
    def receive(self, kind: tuple[str, ...], ago: int, answers: int) -> None:
        """Read a message, which may answer an earlier one."""
        self.count += 1
        answered = f"{answers}@x" if 0 < answers < self.count else ""
        self.box.append("\n".join([f"{self.count}@x", answered, str(ago), "|".join(kind)]).encode(), NOON)
        with self.all_stay():
            run = Run(self.judge, self.judge, self.log, Policy(), look_back=lambda _: days(90))
            assert run([self.box], now=NOON).faults == []

    @rule()
    def send(self) -> None:
        """Send what is owed: nothing of which a letter has told, unless the user has put two together."""
        report = deliver(self.log, self.office, self.office, now=NOON, week_span=cast("Any", None))
        for about in (about for kind, about in report.sent if kind is LetterKind.DEBRIEF):
            assert self.log.changes() or not self.together(about) & self.sent
            self.sent.add(about)

    @rule()
    def judge_again(self) -> None:
        """Judge what is uncertain with a better model."""
        with self.all_stay():
            rejudge(self.log, cast("Any", Told(is_better=True)), **self.choices)

    # -- what the user says

    @precondition(lambda self: self.count)
    @rule(data=st.data(), chosen=st.sampled_from(LABELS), whole_thread=st.booleans())
    def say(self, data: st.DataObject, chosen: Label, whole_thread: bool) -> None:  # noqa: FBT001 - passed by name
        """Label a message, or all of its thread."""
        if not self.log._rows("SELECT 1 FROM verdicts"):
            return
        number = self.some_message(data)
        if whole_thread:
            with self.all_stay(*self.log.thread(number)), self.arranging():  # of several the newest is told alone
                label_thread(self.log, number, chosen, judge=self.judge, **self.choices)
            return
        was_placed = self.is_placed(number)
        with self.all_stay(number):
            label(self.log, number, chosen, judge=self.judge, **self.choices)
        assert was_placed <= (self.is_placed(number) or chosen not in JOB_LABELS)

    @precondition(lambda self: self.count)
    @rule(data=st.data(), chosen=st.sampled_from(LABELS))
    def take_back(self, data: st.DataObject, chosen: Label) -> None:
        """Label a message and think better of it: it is on a timeline again if it was on one, and on none else.

        What is asked about begins none: it may have stood alone on the one that an earlier label had begun.
        """
        if not self.log._rows("SELECT 1 FROM verdicts WHERE user_label IS NOT ?", (chosen,)):
            return
        number = self.some_message(data)
        if self.log.message(number)["user_label"] == chosen:
            return
        was_placed = self.is_placed(number)
        with self.all_stay(number):
            given = label(self.log, number, chosen, judge=self.judge, **self.choices)
            assert given is not None
            withdraw(self.log, number, given, now=NOON, judge=self.judge)
        assert was_placed <= (self.is_placed(number) or self.log.message(number)["verdict"] == Decision.UNCERTAIN)
        assert self.is_placed(number) <= was_placed

    @precondition(lambda self: self.count)
    @rule(data=st.data(), many=st.integers(1, 3))
    def forget(self, data: st.DataObject, many: int) -> None:
        """Forget some messages."""
        if not self.log._rows("SELECT 1 FROM verdicts"):
            return
        numbers = {self.some_message(data) for _ in range(many)}
        told = {
            one.id for one in self.log.applications() for one in one.events if self.together(one.message_id) & self.sent
        }
        with self.all_stay(*numbers):
            forget(self.log, these(self.log, numbers, UTC), **self.choices)
        self.arranged |= told

    # -- what the user arranges

    def arrange(self, change: Callable[..., Change], *arguments: Any) -> None:
        """Change something by hand, as far as it can be."""
        with suppress(UserError), self.arranging():
            change(self.log, *arguments, now=NOON)

    @rule(data=st.data(), outcome=st.sampled_from([Label.REJECTION, Label.ACKNOWLEDGEMENT]), ago=st.integers(0, 16))
    def add(self, data: st.DataObject, outcome: Label, ago: int) -> None:
        """Write an entry, onto a timeline or a new one."""
        into = self.some_application(data) if self.log.applications() and data.draw(st.booleans()) else None
        self.arrange(by_hand.add, Entry("Acme", "", NOON - days(ago), outcome, application=into))

    @precondition(lambda self: self.log.applications())
    @rule(data=st.data(), company=st.sampled_from(["Acme", "Cirrus"]))
    def arrange_application(self, data: st.DataObject, company: str) -> None:
        """Merge, delete or rename an application."""
        number = self.some_application(data)
        change, *arguments = data.draw(
            st.sampled_from(
                [
                    (by_hand.merge, self.some_application(data)),
                    (by_hand.delete,),
                    (by_hand.rename, by_hand.Names(company)),
                ]
            )
        )
        self.arrange(cast("Any", change), number, *arguments)

    @precondition(lambda self: self.log.applications())
    @rule(data=st.data(), is_new=st.booleans())
    def arrange_message(self, data: st.DataObject, is_new: bool) -> None:  # noqa: FBT001 - passed by name
        """Put a message into another application, or begin one with it."""
        into = None if is_new else self.some_application(data)
        self.arrange(by_hand.split, self.some_message(data), into, by_hand.Names())

    @precondition(lambda self: self.log.questions())
    @rule(is_new=st.booleans())
    def answer(self, is_new: bool) -> None:  # noqa: FBT001 - hypothesis passes it by name
        """Say where a message belongs."""
        question = self.log.questions()[0]
        into = None if is_new or not question.candidates else question.candidates[0].id
        self.arrange(by_hand.answer, question.message, into)

    @precondition(lambda self: self.log.questions())
    @rule(is_new=st.booleans())
    def think_better_of_an_answer(self, is_new: bool) -> None:  # noqa: FBT001 - hypothesis passes it by name
        """Say where a message belongs, and take it back: all is as it was."""
        tables = ("SELECT id, application, stage, repeats FROM messages", "SELECT * FROM application_questions")
        before = [[tuple(row) for row in self.log._rows(one)] for one in tables]
        question = self.log.questions()[0]
        into = None if is_new or not question.candidates else question.candidates[0].id
        with suppress(UserError):
            by_hand.answer(self.log, question.message, into, now=NOON)
            by_hand.undo(self.log, now=NOON)
        assert [[tuple(row) for row in self.log._rows(one)] for one in tables] == before

    @rule()
    def undo(self) -> None:
        """Undo the last change."""
        self.arrange(by_hand.undo)

    # -- what is always true

    @invariant()
    def applications_are_candidacies(self) -> None:
        """None is empty; one without job mail is there only if the user has arranged it."""
        for one in self.log.applications():
            assert one.events
            assert one.is_candidacy or one.id in self.by_hand

    @invariant()
    def each_fresh_rejection_has_its_letter(self) -> None:
        """Sent or owed, about itself or what tells the same, unless the user has arranged it."""
        outbox = self.log._rows("SELECT about FROM outbox WHERE kind = 'debrief' AND status <> 'dropped'")
        known = {row["about"] for row in outbox}
        for one in self.log.rejections():
            is_by_hand = one.application is not None and any(event.by_hand for event in one.application.events)
            if one.id not in self.arranged and NOON - one.date <= days(14) and not is_by_hand:
                assert self.together(one.message_id) & known

    @invariant()
    def lists_say_what_letters_say(self) -> None:
        """The list of rejections calls and dates each as its debrief does."""
        told = {one.id: (one.company, one.role, one.ended) for one in self.log.rejections()}
        listed = self.log.log_entries()
        assert {
            one["id"]: (one["company"], one["role"], datetime.fromisoformat(str(one["date"]))) for one in listed
        } == told

    @invariant()
    def what_is_referred_to_is_there(self) -> None:
        """No row points to one that is gone."""
        assert self.log._rows("PRAGMA foreign_key_check") == []


TestTasksInAnyOrder = TasksMachine.TestCase
TestTasksInAnyOrder.settings = settings(max_examples=50, stateful_step_count=25)
