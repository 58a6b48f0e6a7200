"""`afterword evaluate`: figures on labelled messages, with the product's own thresholds."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner, Result

from pipeline.cli.app import cli
from pipeline.errors import SourceError, UserError

_REJECTION = (
    "Thank you for your interest in the role. Unfortunately, we have decided to move forward with other candidates. "
    "We wish you all the best."
)
_NOTE = "Dinner is at seven on Sunday. Bring the pictures of the garden and a pie."


def _case(number: int, label: str, body: str, **more: object) -> str:
    return json.dumps(
        {"id": f"case-{number}", "label": label, "subject": "Hello", "sender": "", "body": body, "lang": "en", **more}
    )


def _evaluate(path: Path, *options: str) -> Result:
    return CliRunner().invoke(cli, ["--config", str(path.parent / "none.toml"), "evaluate", str(path), *options])


def test_figures_count_every_case_by_language_kind_tag_and_label(tmp_path: Path) -> None:
    """Recall, precision and false alarms are shares of the very messages that were given."""
    lines = [_case(n, "rejection", _REJECTION, kind="real", feedback=[], stage="application") for n in range(3)]
    lines += [_case(n + 10, "other", _NOTE, kind="real", tags=["ordinary"]) for n in range(5)]
    path = tmp_path / "cases.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")

    done = _evaluate(path, "--json")

    assert done.exit_code == 0, done.output
    groups = json.loads(done.output)["groups"]
    assert groups["all"]["recall"]["hits"] == groups["all"]["recall"]["total"] == 3
    assert groups["all"]["precision"]["total"] == 3
    assert groups["tag ordinary"]["false_alarms"] == {
        "hits": 0,
        "total": 5,
        "share": 0.0,
        "low": 0.0,
        "high": groups["tag ordinary"]["false_alarms"]["high"],
    }
    assert 0.3 < groups["tag ordinary"]["false_alarms"]["high"] < 0.5
    assert {"language en", "kind real", "label rejection", "label other"} <= groups.keys()


def test_what_would_change_if_candidacies_were_known_is_told(tmp_path: Path) -> None:
    """Of the job mail that was let pass: the missed rejections that would be asked about, and the others."""
    hint = "Hello Robin,\n\nJonas starts at the bindery on Monday. All the best with the others.\n\nMarit"
    lines = [_case(1, "rejection", hint), _case(2, "rejection", _REJECTION)]
    lines += [_case(3, "interview", "Would Tuesday at ten suit you for the interview?"), _case(4, "other", _NOTE)]
    path = tmp_path / "cases.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")

    known = json.loads(_evaluate(path, "--json").output)["within_candidacy"]

    assert (known["rescued"]["hits"], known["rescued"]["total"]) == (1, 1)
    assert (known["needless"]["hits"], known["needless"]["total"]) == (0, 1)
    assert "rejections asked about all the same" in _evaluate(path).output


def test_what_would_be_asked_about_if_no_application_were_known_is_told(tmp_path: Path) -> None:
    """A refusal that names neither company nor role and sounds like none of a job; not one that names both."""
    plot = "Hi Robin,\n\nthanks for coming to see the allotment. We've decided to give it to someone else.\n\nKim"
    named = "Thank you for applying for Data Engineer at Halden GmbH.\nUnfortunately we chose another candidate."
    path = tmp_path / "cases.jsonl"
    path.write_text("\n".join([_case(1, "other", plot), _case(2, "rejection", named)]), encoding="utf-8")

    figures = json.loads(_evaluate(path, "--json").output)["out_of_the_blue"]

    assert {name: (one["hits"], one["total"]) for name, one in figures.items()} == {
        "doubted": (0, 1),
        "spared": (1, 1),
    }
    assert "what is called a rejection, where no application is known" in _evaluate(path).output


def test_how_ordinary_and_job_mail_are_told_apart_is_told(tmp_path: Path) -> None:
    """Neither note is job mail, and the one that is by a firm would begin no application; the invitation is one."""
    lines = [_case(1, "other", _NOTE), _case(2, "other", "Your parcel from Halden comes on Friday.")]
    lines += [
        _case(3, "interview", "Would Tuesday at ten suit you for the interview?"),
        _case(4, "rejection", _REJECTION),
    ]
    path = tmp_path / "cases.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")

    mail = json.loads(_evaluate(path, "--json").output)["mail"]

    assert {name: (one["hits"], one["total"]) for name, one in mail.items()} == {
        "strayed": (0, 2),
        "begun": (0, 2),
        "lost": (0, 1),
    }
    assert "ordinary mail taken for job mail" in _evaluate(path).output


def test_errors_are_listed_with_what_decided(tmp_path: Path) -> None:
    """A wrongly labelled case shows up among the errors under its own id."""
    path = tmp_path / "cases.jsonl"
    path.write_text("\n".join([_case(1, "other", _REJECTION), _case(2, "rejection", _NOTE)]), encoding="utf-8")

    words = _evaluate(path, "--errors").output

    missed, alarms = words.split("others that were called rejections")
    assert "case-2" in missed
    assert "case-1" in alarms
    assert "move forward with other candidates" in alarms


_NAMED = (
    "Thank you for applying for the position of Data Analyst at Halden. "
    "Unfortunately, we have chosen another candidate."
)


def test_company_and_role_are_measured_where_they_are_noted(tmp_path: Path) -> None:
    """Right in any noted spelling, wrong, or given where none is named; what is not noted does not count."""
    cases = [
        _case(1, "rejection", _NAMED, company=["halden  GmbH"], role=["DATA ANALYST (m/f/d)"]),
        _case(2, "rejection", _NAMED, company=["Fjordline", "FJL"], role=["Data Analyst"]),
        _case(3, "rejection", _NAMED, company=[], role=[]),
        _case(4, "rejection", _REJECTION, company=["Halden"], role=[]),
        _case(5, "rejection", _NAMED),
    ]
    path = tmp_path / "cases.jsonl"
    path.write_text("\n".join(cases), encoding="utf-8")

    fields = json.loads(_evaluate(path, "--json").output)["fields"]
    words = _evaluate(path).output

    counts = {
        field: {name: (share["hits"], share["total"]) for name, share in figures.items()}
        for field, figures in fields.items()
    }
    assert counts == {
        "company": {"right": (1, 3), "wrong": (1, 3), "given": (1, 1), "precision": (1, 3)},
        "role": {"right": (2, 2), "wrong": (0, 2), "given": (1, 2), "precision": (2, 3)},
    }
    assert fields["company"]["right"]["low"] < 1 / 3 < fields["company"]["right"]["high"]
    assert "company right, where one is named      0.333 [" in words
    assert "company given where none is named" in words
    assert "role right, where one is named         1.000 [" in words


def test_without_notes_company_and_role_are_not_spoken_of(tmp_path: Path) -> None:
    """An absent field is no claim that none is named."""
    path = tmp_path / "cases.jsonl"
    path.write_text(_case(1, "rejection", _NAMED), encoding="utf-8")

    assert json.loads(_evaluate(path, "--json").output)["fields"] == {}
    assert "what was read" not in _evaluate(path).output


def test_the_day_to_apply_again_counts_from_the_day_of_the_message(tmp_path: Path) -> None:
    """Right, wrong and made up, of rejections alone."""
    again = f"{_NAMED} You are welcome to apply again in six months."
    cases = [
        _case(1, "rejection", again, date="2026-03-14", reapply=["2026-09-14"]),
        _case(2, "rejection", again, date="2026-04-14", reapply=["2026-09-14"]),
        _case(3, "rejection", _NAMED, date="2026-03-14", reapply=["2026-09-14"]),
        _case(4, "rejection", again, date="2026-03-14", reapply=[]),
        _case(5, "rejection", again, date="2026-03-14"),
        _case(6, "other", again, date="2026-03-14", reapply=["2026-09-14"]),
    ]
    path = tmp_path / "cases.jsonl"
    path.write_text("\n".join(cases), encoding="utf-8")

    figures = json.loads(_evaluate(path, "--json").output)["fields"]["reapply"]

    counts = {name: (share["hits"], share["total"]) for name, share in figures.items()}
    assert counts == {"right": (1, 3), "wrong": (1, 3), "given": (1, 1), "precision": (1, 3)}
    assert "reapply right, where one is named      0.333 [" in _evaluate(path).output


def test_a_sender_without_an_address_is_a_display_name(tmp_path: Path) -> None:
    """Collections often keep no more than that."""
    path = tmp_path / "cases.jsonl"
    path.write_text(
        _case(1, "rejection", _REJECTION, company=["Halden"]).replace('"sender": ""', '"sender": "Halden Careers"'),
        encoding="utf-8",
    )

    assert json.loads(_evaluate(path, "--json").output)["fields"]["company"]["right"]["hits"] == 1


def test_a_company_that_is_no_list_is_named(tmp_path: Path) -> None:
    """A text would count as its letters."""
    path = tmp_path / "cases.jsonl"
    path.write_text(_case(1, "rejection", _NAMED, company="Halden"), encoding="utf-8")

    assert isinstance(_evaluate(path).exception, SourceError)


def test_charts_are_svg_that_parses(tmp_path: Path) -> None:
    """Both charts are left in the folder, and are XML."""
    path = tmp_path / "cases.jsonl"
    path.write_text("\n".join([_case(1, "rejection", _REJECTION), _case(2, "other", _NOTE)]), encoding="utf-8")

    assert _evaluate(path, "--charts", str(tmp_path / "charts")).exit_code == 0

    for name in ("precision-recall.svg", "reliability.svg"):
        root = ET.parse(tmp_path / "charts" / name).getroot()  # noqa: S314 - our own file
        assert root.tag.endswith("svg")


def test_charts_that_cannot_be_left_are_no_fault_and_cost_no_figures(tmp_path: Path) -> None:
    """The measuring may have taken minutes; what to do next is said."""
    path = tmp_path / "cases.jsonl"
    path.write_text(_case(1, "rejection", _REJECTION), encoding="utf-8")

    done = _evaluate(path, "--charts", str(path / "charts"))

    assert isinstance(done.exception, UserError)
    assert "Not a directory" in str(done.exception)
    assert done.output.startswith("model baseline-")


@pytest.mark.parametrize("options", [("--errors",), ("--charts", "charts")])
def test_charts_and_errors_want_a_source(options: tuple[str, ...]) -> None:
    """Without one there is nothing to draw, and nothing is drawn in silence."""
    done = CliRunner().invoke(cli, ["--config", "/nonexistent/none.toml", "evaluate", *options])
    assert done.exit_code == 2
    assert "SOURCE" in done.output


def test_a_line_that_is_no_case_is_named(tmp_path: Path) -> None:
    """The error says which line of which file."""
    path = tmp_path / "cases.jsonl"
    path.write_text(_case(1, "other", _NOTE) + '\n{"id": 2, "label": "nonsense", "body": ""}\n', encoding="utf-8")

    done = _evaluate(path)

    assert isinstance(done.exception, SourceError)
    assert f"{path}:2" in str(done.exception)


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"body": None}, "`body` is null"),
        ({"body": ["a"]}, "`body` must be text"),
        ({"id": None}, "`id` is null"),
        ({"id": True}, "`id` must be text"),
        ({"label": "reject"}, "`label` must be one of rejection, "),
        ({"label": None}, "`label` is null"),
        ({"subject": 9}, "`subject` must be text"),
        ({"stage": "nope"}, "`stage` must be one of application, "),
        ({"date": "yesterday"}, "`date` must be a date such as 2026-03-14"),
        ({"tags": "urgent"}, "`tags` must be a list of texts"),
        ({"tags": {"a": 1}}, "`tags` must be a list of texts"),
        ({"tags": [1]}, "`tags` must be a list of texts"),
        ({"reapply": "2026-09-14"}, "`reapply` must be a list of texts"),
        ({"reapply": ["2026-09-14", "foo"]}, "`reapply` must be a list of dates such as 2026-03-14"),
        ({"feedback": "x"}, "`feedback` must be a list of texts"),
    ],
)
def test_a_field_that_is_not_what_it_must_be_is_named(
    tmp_path: Path, changed: dict[str, object], sentence: str
) -> None:
    """With file and line; nothing is guessed from it, and nothing of the message is told."""
    path = tmp_path / "cases.jsonl"
    wrong = json.dumps({**json.loads(_case(2, "other", _NOTE)), **changed})
    path.write_text(f"{_case(1, 'other', _NOTE)}\n{wrong}\n", encoding="utf-8")

    error = _evaluate(path).exception

    assert isinstance(error, SourceError)
    assert f"{path}:2: {sentence}" in str(error)
    assert "Dinner" not in str(error)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('{"label": "other", "body": ""}', ":1: `id` is missing."),
        ('{"id": 1, "label": "other"}', ":1: `body` is missing."),
        ("[1]", ":1 is not a JSON object."),
        ("{'id': 1}", ":1 is not JSON."),
        ("[" * 100_000, ":1 is not JSON."),
        ("", " holds no labelled message."),
        ("\n \n", " holds no labelled message."),
    ],
)
def test_what_holds_no_labelled_message_is_refused(tmp_path: Path, text: str, sentence: str) -> None:
    """Figures of nothing would look like figures."""
    path = tmp_path / "cases.jsonl"
    path.write_text(text, encoding="utf-8")

    error = _evaluate(path).exception

    assert isinstance(error, SourceError)
    assert str(error) == f"{path}{sentence}"


def test_a_byte_order_mark_a_number_for_a_name_and_half_a_character_are_taken(tmp_path: Path) -> None:
    """Spreadsheets and scripts write such."""
    path = tmp_path / "cases.jsonl"
    half = '{"id": 5, "label": "rejection", "subject": null, "body": "Hello. \\ud83d", "lang": "en"}'
    path.write_text(half, encoding="utf-8-sig")

    assert json.loads(_evaluate(path, "--json").output)["missed"] == ["5"]
    assert "5" in _evaluate(path, "--errors").output


def test_a_true_label_has_no_precision(tmp_path: Path) -> None:
    """Among rejections whatever is called one is one; the false alarms are elsewhere."""
    path = tmp_path / "cases.jsonl"
    cases = [_case(1, "rejection", _REJECTION), _case(2, "rejection", _NOTE), _case(3, "other", _REJECTION)]
    path.write_text("\n".join(cases), encoding="utf-8")

    groups = json.loads(_evaluate(path, "--json").output)["groups"]

    assert (groups["all"]["precision"]["hits"], groups["all"]["precision"]["total"]) == (1, 2)
    assert groups["label rejection"]["recall"]["share"] == 0.5
    assert groups["label rejection"]["precision"]["share"] is None
    assert groups["label other"]["precision"]["share"] is None
    assert groups["label other"]["false_alarms"]["hits"] == 1


def test_both_curves_can_be_read_by_a_program(tmp_path: Path) -> None:
    """All of what the charts draw, and nothing that is not JSON."""
    path = tmp_path / "cases.jsonl"
    path.write_text("\n".join([_case(1, "rejection", _REJECTION), _case(2, "other", _NOTE)]), encoding="utf-8")

    done = json.loads(_evaluate(path, "--json").output, parse_constant=pytest.fail)

    assert done["curve"][0].keys() == {"threshold", "recall", "precision"}
    assert (done["curve"][0]["recall"], done["curve"][0]["precision"]) == (1.0, 1.0)
    assert done["curve"][0]["threshold"] > done["curve"][-1]["threshold"]
    scores = {one["mean_score"] for one in done["reliability"]}
    assert scores == {None, done["curve"][0]["threshold"], done["curve"][-1]["threshold"]}


def test_without_a_rejection_there_is_no_curve(tmp_path: Path) -> None:
    """Neither in the chart, which says so, nor in the JSON."""
    path = tmp_path / "cases.jsonl"
    path.write_text(_case(1, "other", _NOTE), encoding="utf-8")

    done = _evaluate(path, "--json", "--charts", str(tmp_path / "charts"))

    assert json.loads(done.output, parse_constant=pytest.fail)["curve"] == []
    chart = (tmp_path / "charts" / "precision-recall.svg").read_text(encoding="utf-8")
    assert "nan" not in chart
    assert "no rejection among the messages" in chart


def test_without_a_source_the_passport_speaks() -> None:
    """The card of the model in use says what it was trained on and its thresholds."""
    done = CliRunner().invoke(cli, ["--config", "/nonexistent/none.toml", "evaluate"])

    assert done.exit_code == 0, done.output
    assert "## Thresholds" in done.output
