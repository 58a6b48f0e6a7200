"""Judge messages: read, score, decide, and draw out the facts. `run`, `classify` and `demo` share it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline import resources
from pipeline.core.applications.application import Application, Judged
from pipeline.core.applications.correspondence import is_within_candidacy
from pipeline.core.message import Message
from pipeline.core.ports import Classifier
from pipeline.core.reading import Reading
from pipeline.core.verdict import Decision, Judgement, Label, Verdict, decide, label_for
from pipeline.tasks.doubt import by_own_words

if TYPE_CHECKING:
    from pipeline.reading.facts import FactReader
    from pipeline.reading.senders.known import Senders


class Judge:
    """A classifier together with what reads messages and draws facts from them.

    Nothing is loaded before there is a message to judge: a run with nothing new must cost nothing.

    Args:
        classifier: Judges readings.
        senders: The file with facts about senders (`config/senders.toml`).
        own_senders: The user's own file of that kind, laid over it where there is one.
    """

    def __init__(self, classifier: Classifier, senders: Path, own_senders: Path | None = None) -> None:
        self._classifier = classifier
        self._senders = senders
        self._own_senders = own_senders

    def prepare(self) -> None:
        """Read the files with facts about senders now; raise ConfigError if the user's own has faults."""
        _ = self._known_senders

    @cached_property
    def _known_senders(self) -> Senders:
        from pipeline.reading.senders.known import Senders  # noqa: PLC0415 - loaded when there is something to judge

        return Senders.load(self._senders, self._own_senders)

    @cached_property
    def _facts(self) -> FactReader:
        from pipeline.reading.facts import FactReader  # noqa: PLC0415 - loaded when there is something to judge
        from pipeline.reading.learned import stage, weights  # noqa: PLC0415 - the same

        return FactReader(self._known_senders, weights.load(resources.NAMES), stage.load(resources.STAGE))

    def __call__(self, messages: Sequence[Message]) -> list[Judged]:
        """Return the messages with verdict and facts, in order."""
        if not messages:
            return []
        from pipeline.reading.read import read  # noqa: PLC0415 - loaded when there is something to judge

        readings = [read(message) for message in messages]
        judgements = by_own_words(readings, self._classifier.judge)
        return [self._judged(*pair) for pair in zip(readings, judgements, strict=True)]

    def read_as(self, message: Message, label: Label, applications: Iterable[Application] = ()) -> Judged:
        """Return a message judged anew beside these, with the facts that a label bears, whatever the model thinks."""
        from pipeline.reading.read import read  # noqa: PLC0415 - loaded when there is something to judge

        reading = read(message)
        (judgement,) = by_own_words([reading], self._classifier.judge)
        again = self.beside(self._judged(reading, judgement), applications)
        return replace(again, facts=self._facts.facts_of(reading, judgement, label))

    def beside(self, judged: Judged, applications: Iterable[Application]) -> Judged:
        """Return a judged message as it is seen beside the user's applications.

        Judged by itself it has to say two things, what happens and that it happens to a candidacy. The second is known
        where it comes from an employer whom an application was with; people who write to each other leave it out. What
        may end a candidacy is asked about then, and what seemed to be about something else is more likely job mail.
        """
        if judged.verdict.decision is not Decision.NOT_REJECTION or not self.is_within(judged.message, applications):
            return judged
        return self.within_candidacy(judged)

    def is_within(self, message: Message, applications: Iterable[Application]) -> bool:
        """Return whether a message comes from an employer whom an application of the user was with at the time.

        Many employers write from an address that takes no answer. Of those who write from the employer's domain people
        count alone: a bank, a town or a university writes to its applicants about other matters, too, but from the
        mailboxes of its departments. What goes to a list goes to all.
        """
        sender, known = message.sender, self._known_senders
        is_listed = "list-id" in message.facts
        return is_within_candidacy(
            message,
            applications,
            address="" if is_listed or known.is_unanswered(sender.address) else sender.address,
            own_domain="" if is_listed else known.own_domain(sender.domain),
            is_personal=lambda: self._is_by_its_owner(message),
        )

    def _is_by_its_owner(self, message: Message) -> bool:
        """Return whether a message comes from the address of the person who writes it."""
        from pipeline.reading.read import read  # noqa: PLC0415 - loaded when there is something to judge
        from pipeline.reading.recruiter import recruiter_of  # noqa: PLC0415 - the same
        from pipeline.reading.senders.people import names_its_owner  # noqa: PLC0415 - the same

        person, _ = recruiter_of(read(message), self._known_senders)
        return names_its_owner(person.name, message.sender)

    def within_candidacy(self, judged: Judged) -> Judged:
        """Return a message that is judged to be no rejection as it is judged where a candidacy is known."""
        from pipeline.reading.read import read  # noqa: PLC0415 - loaded when there is something to judge

        reading = read(judged.message)
        (judgement,) = self._classifier.judge([reading], within_candidacy=True)
        again = self._judged(reading, judgement)
        is_passed = again.verdict.decision is Decision.NOT_REJECTION
        return judged if is_passed and judged.verdict.label is not Label.OTHER else again

    def _judged(self, reading: Reading, judgement: Judgement) -> Judged:
        """Return one message with its verdict and facts; an uncertain one has those of what it may be."""
        from pipeline.reading.facts import evidence_of  # noqa: PLC0415 - loaded when there is something to judge

        decision = decide(judgement.score, judgement.thresholds)
        label = label_for(judgement.probabilities, decision)
        likely = Label.REJECTION if decision is not Decision.NOT_REJECTION else label
        verdict = Verdict(
            decision,
            label,
            judgement.score,
            evidence_of(reading, judgement),
            judgement.model,
            job_mail=1 - judgement.probabilities.get(Label.OTHER, 0.0),
        )
        return Judged(
            message=reading.message,
            language=reading.language,
            verdict=verdict,
            facts=self._facts.facts_of(reading, judgement, likely),
            text=reading.text,
        )
