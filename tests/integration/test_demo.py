"""`afterword demo`: everything at work, with no account and no network."""

from __future__ import annotations

import tomllib
from email import policy
from email.parser import BytesParser
from pathlib import Path

from support.installation import Home, says_one_sentence

from pipeline import bootstrap, resources
from pipeline.adapters.parsing.parser import MailParser
from pipeline.core.message import Message, MessageKey, RawMessage
from pipeline.core.verdict import Label
from pipeline.resources import SAMPLE_MAILBOX
from pipeline.tasks.judge import Judge


def test_the_demo_shows_what_it_found_and_leaves_the_letters(tmp_path: Path) -> None:
    """Company, role, stage, reason, feedback and evidence; letters as .eml and .html; no socket; nothing installed."""
    home = Home(tmp_path / "home")
    out = tmp_path / "letters"
    outcome = home.afterword("demo", "--out", str(out), probed=True)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.reached == ()
    assert outcome.loaded("sklearn", "scipy") == set()
    assert not home.state.exists()
    text = outcome.out
    messages = len(list(SAMPLE_MAILBOX.glob("*.eml")))
    assert f"\n{messages} messages read: " in text
    assert "1 unreadable" in text
    assert str(out) in text
    for shown in ("rejection", "stage interview", "reason ", "evidence   “", "no feedback was given", "gap ", "Tilia"):
        assert shown in text, shown
    letters = sorted(out.glob("*.eml"))
    assert [path.with_suffix(".html") for path in letters] == sorted(out.glob("*.html"))
    kinds = [str(BytesParser(policy=policy.default).parsebytes(one.read_bytes())["X-Afterword"]) for one in letters]
    assert kinds.count("digest") == 1
    assert kinds.count("summary") == 1
    assert kinds.count("debrief") >= 5


def test_nothing_in_the_demo_is_called_a_rejection_that_is_none() -> None:
    """Nor is a rejection missed, in all seven languages; the newsletter that quotes one is asked about at most."""
    entries = tomllib.loads((SAMPLE_MAILBOX / "manifest.toml").read_text(encoding="utf-8"))["message"]
    truth = {entry["file"]: entry["label"] == Label.REJECTION for entry in entries if not entry.get("unreadable")}
    raw = [RawMessage(MessageKey("INBOX", 1, 1), (SAMPLE_MAILBOX / name).read_bytes()) for name in truth]
    messages = [one for one in map(MailParser().parse, raw) if isinstance(one, Message)]
    judged = Judge(bootstrap.classifier(), resources.SENDERS)(messages)
    assert {name: one.verdict.is_rejection for name, one in zip(truth, judged, strict=True)} == truth


def test_the_demo_shows_the_same_on_every_day(tmp_path: Path) -> None:
    """Its mailbox does not age, and its letters are the same to the byte."""
    texts, letters = [], []
    for name in ("first", "second"):
        home = Home(tmp_path / name)
        texts.append(home.afterword("demo", "--out", "out").out)
        letters.append({path.name: path.read_bytes() for path in (home.folder / "out").iterdir()})
    assert texts[0] == texts[1]
    assert letters[0] == letters[1]


def test_without_a_folder_the_demo_makes_one_and_says_where(tmp_path: Path) -> None:
    """It can be run with no argument at all."""
    home = Home(tmp_path / "home")
    out = home.afterword("demo").out
    (made,) = (home.folder / "tmp").glob("afterword-demo-*")
    assert str(made) in out
    assert list(made.glob("*.html"))


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    """A file stands in the way: one sentence and a next step."""
    home = Home(tmp_path / "home")
    (home.folder / "file").write_text("in the way")
    outcome = home.afterword("demo", "--out", "file/letters")
    assert outcome.code == 2
    says_one_sentence(outcome, "cannot be made")
