"""Places of a template that a system filled nothing into."""

from __future__ import annotations

import pytest

from pipeline.core.unfilled import is_unfilled, without_places


@pytest.mark.parametrize(
    "name",
    [
        "__COMPANY__",
        "__company_name__",
        "Team [Company]",
        "[[company]]",
        "[JOB_TITLE]",
        "[insert company]",
        "[Name des Unternehmens]",
        "[Nom de l'entreprise]",
        "{{title}}, Berlin",
        "{{ recruiter_name }} Team",
        "{company_name}",
        "{0}",
        "${company}",
        "{% company %}",
        "%JOB_TITLE%",
        "%%company%%",
        "at %s",
        "#COMPANY#",
        "##COMPANY##",
        "$COMPANY$",
        "@@company@@",
        "*|COMPANY|*",
        "<Company Name>",
        "<job_title>",
        "<<Company>>",
        "&lt;Company&gt;",
        "(Company Name)",
        "XXXX",
    ],
)
def test_a_place_that_was_not_filled_is_known_by_its_signs(name: str) -> None:
    """Or by what it is called, where its brackets may hold other things."""
    assert is_unfilled(name)
    assert len(without_places(name)) == len(name)


@pytest.mark.parametrize(
    "name",
    [
        "Developer [Remote] <C++>",
        "Lead [Data] Engineer",
        "Engineer <Node.js>",
        "C# / F# Developer",
        "Pflegekraft, 80%-100%",
        "10% or 20% of 50%",
        "Sales #1 and #2",
        "#jobs #hiring",
        "$100-$200",
        "[EXTERN] Absage",
        "Halden <hr@halden.example>",
        "Job Title: Nurse (job share)",
        "Company Secretary",
        "XXXLutz",
        "_________",
        "____ Name ____",
    ],
)
def test_what_names_have_is_no_such_place(name: str) -> None:
    """Brackets, percentages, hashes and lines to write on stay as they are."""
    assert without_places(name) == name
