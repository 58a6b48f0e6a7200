"""The error tree: every error has the exit code that is documented, and says what to do."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from pipeline import errors
from pipeline.cli.output import gravest
from pipeline.errors import AfterwordError, ExitCode

DOCUMENTED = Path(__file__).parents[2] / "docs" / "reference" / "exit-codes.md"
TREE = sorted(
    (one for one in vars(errors).values() if isinstance(one, type) and issubclass(one, AfterwordError)),
    key=lambda one: one.__name__,
)


def test_exit_codes_are_those_of_the_contract() -> None:
    """Callers rely on them; 75 is EX_TEMPFAIL."""
    assert {code.name: code.value for code in ExitCode} == {
        "DONE": 0,
        "FAULT": 1,
        "USAGE": 2,
        "GATE_NOT_MET": 3,
        "TRY_AGAIN": 75,
    }


def test_every_exit_code_is_documented_and_no_other() -> None:
    """In the table of the reference, with what it means; 130 is the shell's word for Ctrl-C."""
    rows = re.findall(r"^\|\s*`?(\d+)`?\s*\|\s*(\S.*?)\s*\|", DOCUMENTED.read_text(encoding="utf-8"), re.MULTILINE)
    assert {int(code) for code, _ in rows} - {130} == {code.value for code in ExitCode}
    assert all(meaning for _, meaning in rows)


@pytest.mark.parametrize("kind", TREE, ids=lambda one: one.__name__)
def test_every_error_is_drawn_in_the_tree_with_its_code(kind: type[AfterwordError]) -> None:
    """The drawing on top of the module is what people read."""
    drawing = errors.__doc__ or ""
    assert kind.__doc__
    (line,) = [
        one for one in drawing.splitlines() if re.search(rf"\b{kind.__name__}\b", one) and "exception" not in one
    ]
    drawn = re.search(r"exit (\d+)", line)
    above = kind.__bases__[0]
    assert issubclass(kind, AfterwordError)
    assert int(drawn.group(1)) == kind.exit_code if drawn else kind.exit_code == above.exit_code


def test_an_error_is_a_sentence_with_a_next_step_and_its_problems() -> None:
    """What the command line prints of it."""
    error = errors.ConfigError("The config has two problems.", hint="Mend them.", problems=["a", "b"])
    assert (str(error), error.hint, error.problems) == ("The config has two problems.", "Mend them.", ("a", "b"))
    assert (AfterwordError("x").hint, AfterwordError("x").problems) == ("", ())


@pytest.mark.parametrize(
    ("raised", "code"),
    [
        ([], 0),
        ([errors.MailboxUnreachableError("x")], 75),
        ([errors.MailboxUnreachableError("x"), errors.CredentialError("x")], 2),
        ([errors.DeliveryRefusedError("x"), errors.DeliveryDeferredError("x")], 1),
        ([errors.ModelCorruptError("x"), errors.MailboxMissingError("x")], 2),
    ],
)
def test_of_several_faults_the_one_that_the_user_must_mend_gives_the_code(
    raised: list[AfterwordError], code: int
) -> None:
    """Then what is final, then what may pass by itself."""
    assert gravest(raised) == code
