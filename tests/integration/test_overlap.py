"""`models/overlap.py`: the corpus holds nothing of what is measured on."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from pipeline import resources
from pipeline.classifier.corpus import Example, load, slots_in
from pipeline.classifier.features import words_of

_SCRIPT = Path(__file__).parents[2] / "models/overlap.py"


def _overlap(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(_SCRIPT), *arguments], capture_output=True, text=True, encoding="utf-8", check=False
    )


def _cases(folder: Path, *bodies: str) -> str:
    path = folder / "cases.jsonl"
    shared = {"label": "other", "subject": "Hello", "sender": "", "lang": "en"}
    cases = [{"id": f"case-{number}", "body": body, **shared} for number, body in enumerate(bodies)]
    path.write_text("\n".join(map(json.dumps, cases)), encoding="utf-8")
    return str(path)


def _longest(texts: Iterable[tuple[Example, str]]) -> tuple[Example, str]:
    """Return the text with the most words, which is nobody's formula."""
    return max(texts, key=lambda pair: len(words_of(pair[1])))


@pytest.fixture(scope="module")
def english() -> list[Example]:
    """Return the English part of the corpus."""
    return [example for example in load(resources.CORPUS) if example.language == "en"]


#: A message that nobody wrote before.
_UNRELATED = "Seven violet walruses juggle copper teapots beneath a crooked windmill."


def test_what_stands_in_the_corpus_is_listed(tmp_path: Path, english: list[Example]) -> None:
    """With the place where it stands, sentence and subject, which gives a message away as well; and nothing else."""
    sentence = _longest(
        (example, line.text) for example in english for line in example.lines if not slots_in(line.text)
    )
    subject = _longest((example, example.subject) for example in english if not slots_in(example.subject))

    done = _overlap(_cases(tmp_path, sentence[1], _UNRELATED, subject[1]))

    assert done.returncode == 1, done.stderr
    for example, text in (sentence, subject):
        assert f"{example.family} ## {example.name} | {text} | " in done.stdout
    assert "walruses" not in done.stdout


def test_of_an_unrelated_message_nothing_is_printed(tmp_path: Path) -> None:
    """Not even an empty line."""
    done = _overlap(_cases(tmp_path, _UNRELATED))

    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize("arguments", [[], ["cases.jsonl", "seven"]])
def test_without_a_file_the_usage_is_printed(arguments: list[str]) -> None:
    """On one line, with the exit code of a wrong call."""
    done = _overlap(*arguments)

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines() == ["usage: python models/overlap.py FILE [WORDS]"]


def test_a_file_that_is_not_there_is_told_in_a_sentence(tmp_path: Path) -> None:
    """With what to give in its place."""
    missing = tmp_path / "cases.jsonl"

    done = _overlap(str(missing))

    assert (done.returncode, done.stdout) == (2, "")
    said = f"{missing} cannot be read: No such file or directory. Give a JSON-lines file of labelled messages."
    assert done.stderr.splitlines() == [said]
