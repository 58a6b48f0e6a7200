"""How fast the parts are, each against a named alternative measured in the same run: `make bench`.

Prints ratios; times on another machine say nothing. Nothing here is asserted.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from email import message_from_bytes, policy
from statistics import median

from pipeline import bootstrap, resources
from pipeline.core.message import Message, RawMessage
from pipeline.reading.read import read

_ROUNDS = 5


def main() -> None:
    """Measure and print."""
    raws = [raw for raw in bootstrap.source(str(resources.SAMPLE_MAILBOX)) if isinstance(raw, RawMessage)]
    parsed = [one for raw in raws if isinstance(one := bootstrap.parser().parse(raw), Message)]
    readings = [read(message) for message in parsed]
    classifier = bootstrap.classifier()
    classifier.judge(readings)  # loads the model
    print(f"{len(raws)} sample messages, median of {_ROUNDS} rounds\n")
    _compare(
        "parse",
        lambda: [bootstrap.parser().parse(raw) for raw in raws],
        "email.policy.default",
        lambda: _stdlib(raws),
        len(raws),
    )
    _compare(
        "judge",
        lambda: classifier.judge(readings),
        "scikit-learn TF-IDF and logistic regression",
        _sklearn([one.text for one in readings]),
        len(readings),
    )
    _compare_processes()


def _compare(name: str, ours: Callable[[], object], other: str, theirs: Callable[[], object], messages: int) -> None:
    mine, his = _time(ours), _time(theirs)
    print(f"{name:<8} {messages / mine:>8.0f} messages/s   {other}: {messages / his:.0f}   ratio {his / mine:.2f}")


def _time(action: Callable[[], object]) -> float:
    """Return the median seconds of some rounds."""
    seconds = []
    for _ in range(_ROUNDS):
        start = time.perf_counter()
        action()
        seconds.append(time.perf_counter() - start)
    return median(seconds)


def _stdlib(raws: list[RawMessage]) -> None:
    for raw in raws:
        message = message_from_bytes(raw.data, policy=policy.default)
        for part in message.walk():
            if part.get_content_maintype() == "text":
                try:
                    part.get_content()
                except (LookupError, ValueError):
                    continue


def _sklearn(texts: list[str]) -> Callable[[], object]:
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline

    model = make_pipeline(TfidfVectorizer(ngram_range=(1, 2)), LogisticRegression())
    model.fit(texts, [number % 2 for number in range(len(texts))])
    return lambda: [model.predict_proba([text]) for text in texts]


def _compare_processes() -> None:
    """Compare whole processes: what each run under cron costs before it does anything."""
    help_text = _time(lambda: _run("-m", "pipeline", "--help"))
    sklearn = _time(lambda: _run("-c", "import sklearn.linear_model"))
    ratio = sklearn / help_text
    print(f"{'--help':<8} {help_text:>8.2f} s            importing scikit-learn: {sklearn:.2f} s   ratio {ratio:.1f}")


def _run(*arguments: str) -> None:
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main()
