"""Parts that need no config: messages in files, the parser, models, and what the demo is made of."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from pipeline import resources
from pipeline.adapters import files, labelled
from pipeline.adapters.folder import FolderPostman
from pipeline.adapters.letters import TemplateLetters
from pipeline.adapters.log import SqliteLog
from pipeline.adapters.parsing.parser import MailParser
from pipeline.core.evaluation.cases import Case
from pipeline.core.message import Address, RawMessage, Unreadable
from pipeline.core.ports import Classifier, Mailbox, Postman
from pipeline.core.verdict import Thresholds
from pipeline.errors import ModelError, UserError, why

MODELS = "models"


def source(name: str) -> Iterator[RawMessage | Unreadable]:
    """Return the messages of a file, a folder, `mbox:PATH`, `maildir:PATH` or `-`; raise SourceError if it is none."""
    return files.open_source(name)


def cases(path: Path) -> Iterator[Case]:
    """Return the labelled messages of a JSON-lines file."""
    return labelled.read_cases(path)


def parser() -> MailParser:
    """Return the parser."""
    return MailParser()


def classifier(model: Path = resources.BASELINE_MODEL) -> Classifier:
    """Return a classifier with the model in a folder; the model is loaded when there is something to judge."""
    from pipeline.classifier.scoring import ArtifactClassifier  # noqa: PLC0415 - numpy, which not every command needs

    return ArtifactClassifier(model)


def thresholds(model: Path) -> Thresholds:
    """Return the two lines of the model in a folder; raise ModelError if they cannot be read."""
    from pipeline.classifier import artifact  # noqa: PLC0415 - numpy, which not every command needs

    return artifact.thresholds(model)


def model_in_use(directory: Path) -> Path:
    """Return the folder of the model in use for a state directory."""
    current = directory / MODELS / "current"
    try:
        name = current.read_text(encoding="utf-8", errors="replace").strip()  # what is no name is no model either
    except OSError:
        return resources.BASELINE_MODEL
    return directory / MODELS / name if name else resources.BASELINE_MODEL


def incumbent(model: Path) -> tuple[Path, ModelError | None]:
    """Return the model that a new one has to beat: that in a folder, or the shipped one and why that cannot be used."""
    from pipeline.classifier import artifact  # noqa: PLC0415 - numpy, which not every command needs

    try:
        artifact.load(model)
    except ModelError as error:
        return resources.BASELINE_MODEL, error
    return model, None


def use_model(directory: Path, name: str) -> None:
    """Make a model current, in one step; an empty name means the shipped one.

    Raises:
        UserError: The file that names it cannot be written.
    """
    models = directory / MODELS
    current, draft = models / "current", models / ".current.new"
    try:
        models.mkdir(parents=True, exist_ok=True)
        draft.write_text(f"{name}\n", encoding="utf-8")
        draft.replace(current)
    except OSError as error:
        raise UserError(
            f"The file {current}, which names the model in use, cannot be written: {why(error)}.",
            hint="Move away what stands in its place, or make the folder writable to this user. The one in use stays.",
        ) from error


def demo_log() -> SqliteLog:
    """Return an empty log in memory."""
    return SqliteLog.open(None)


def sample_mailbox() -> Mailbox:
    """Return the sample mailbox that ships with the package."""
    return files.FileMailbox("sample/INBOX", str(resources.SAMPLE_MAILBOX))


def demo_letters(folder: Path, now: datetime) -> tuple[TemplateLetters, Postman]:
    """Return what composes letters for the sample's job seeker, and what leaves them in a folder as .eml and .html."""
    seeker = Address("Robin Example", "robin@home.example")
    letters = TemplateLetters(
        resources.STEPS,
        sender=seeker,
        recipient=seeker,
        secret="the sample mailbox has no secrets",  # noqa: S106 - invented people, and letters that go nowhere
        language="en",
        clock=lambda: now,
        timezone=UTC,
        reads_replies=True,
    )
    return letters, FolderPostman(folder, with_pages=True)
