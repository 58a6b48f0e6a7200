"""List what teaches, sentence or subject, and comes near to labelled messages that are kept for measuring.

What is measured on must not be learnt from. A run of words that the file has from one source alone, and that stands in
few families of what teaches, is hardly everybody's formula: its sentence wants other words.

    python models/overlap.py FILE [WORDS]

FILE holds labelled messages as `afterword evaluate` reads them; WORDS is the length of a run, seven unless told.
Exit code 1 if there are any, 2 without a file that can be read.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from pipeline import bootstrap, resources
from pipeline.classifier.features import words_of
from pipeline.errors import SourceError
from pipeline.reading.read import read
from pipeline.tasks.lessons import Lessons

#: In more families than this a run of words is everybody's.
FAMILIES = 3

Run = tuple[str, ...]


def runs(text: str, length: int) -> Iterator[Run]:
    """Yield the runs of so many words in a row of a text."""
    words = words_of(text)
    yield from (tuple(words[start : start + length]) for start in range(len(words) - length + 1))


def measured(path: Path, length: int) -> dict[Run, set[str]]:
    """Return the sources in which each run of the file stands; a source is an id without the number at its end."""
    sources: dict[Run, set[str]] = defaultdict(set)
    for case in bootstrap.cases(path):
        source = case.message.message_id.rpartition("-")[0]
        for text in (case.message.subject, *(sentence.text for sentence in read(case.message).sentences)):
            for run in runs(text, length):
                sources[run].add(source)
    return sources


def near(path: Path, length: int) -> Iterator[str]:
    """Yield a line for each sentence and subject that teaches and comes near to one of the file."""
    sources = measured(path, length)
    families: dict[Run, set[str]] = defaultdict(set)
    found = []
    for example in Lessons(resources.CORPUS, resources.UNMARKED, resources.FILLERS).examples():
        for text in (example.subject, *(line.text for line in example.lines)):
            shared = [run for run in runs(text, length) if run in sources]
            found += [(example, text, shared)] if shared else []
            for run in shared:
                families[run].add(example.family)
    for example, text, shared in found:
        odd = [run for run in shared if len(sources[run]) == 1 and len(families[run]) <= FAMILIES]
        if odd:
            yield f"{example.family} ## {example.name} | {text} | {' '.join(odd[0])}"


def main() -> int:
    """Print what there is; return the exit code."""
    path, *length = sys.argv[1:] or [""]
    if not path or not all(one.isdecimal() for one in length):
        print("usage: python models/overlap.py FILE [WORDS]", file=sys.stderr)
        return 2
    try:
        lines = list(near(Path(path), int(length[0]) if length else 7))
    except SourceError as error:
        print(f"{error} {error.hint}", file=sys.stderr)
        return 2
    for line in lines:
        print(line)
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
