"""Weeks, and what the letters about many rejections say."""

from __future__ import annotations

import tomllib
from datetime import UTC, date, datetime
from typing import Any

import pytest
from golden.facts import BERLIN, make_rejection, make_week
from hypothesis import given, settings, strategies as st

from pipeline import resources
from pipeline.core.calendar import Week
from pipeline.core.letters.digest import write_digest
from pipeline.core.letters.overview import Overview
from pipeline.core.letters.summary import write_summary
from pipeline.core.letters.wording import Section, Wording

TABLES = tomllib.loads(resources.STEPS.read_text(encoding="utf-8"))
ENGLISH, GERMAN = (Wording.of(language, TABLES[language]) for language in ("en", "de"))
RAN = {"runs": 3, "mailboxes": 2, "messages": 1214, "last_run": datetime(2026, 11, 22, 23, 30, tzinfo=UTC)}
GAP = {"kind": "gap", "text": "We missed an example.", "topics": ["team_work"]}


def digest(wording: Wording = ENGLISH, **facts: Any) -> Overview:
    """Return the content of a digest of the week from 16 November 2026."""
    week = make_week({"week": "2026-W47", "coverage": RAN, **facts})
    return write_digest(week, (), wording, BERLIN)


def section(letter: Overview, heading: str) -> Section | None:
    """Return the part of a letter under a heading, if it has one."""
    return next((one for one in letter.sections if one.heading == heading), None)


def texts(part: Section | None) -> list[str]:
    """Return what the entries of a part say, each on one line."""
    assert part, "no such part"
    items = [item for group in part.groups for item in group.items]
    return [" | ".join(filter(None, (one.text, one.by, one.quote, one.source, one.question))) for one in items]


def asked(number: int, **changes: Any) -> dict[str, Any]:
    """Return an uncertain message."""
    date = datetime(2026, 11, 20, tzinfo=UTC)
    return {"id": number, "subject": "Hm", "sender": "A", "date": date, "score": 0.5, "evidence": "E."} | changes


# -- weeks


@given(st.dates(min_value=date(1990, 1, 8), max_value=date(9998, 12, 31)))
def test_a_week_holds_the_days_it_is_made_of(day: date) -> None:
    """Its text names it again, its Monday and Sunday enclose the day, and the one before ends where it begins."""
    week = Week.of(day)
    assert Week.parse(str(week)) == week
    assert week.monday <= day <= week.sunday
    assert (week.monday - week.before().sunday).days == 1


@pytest.mark.parametrize("text", ["2026-W54", "2026-W00", "2026", "W47", "", "2026-W4x"])
def test_a_week_that_does_not_exist_is_refused(text: str) -> None:
    """A misspelt week is an error rather than another week."""
    with pytest.raises(ValueError):
        Week.parse(text)


# -- the digest


def test_the_first_sentence_counts_what_came_in() -> None:
    """News of applications and rejections are counted in words; what is no such news is not."""
    labels = [["job_alert", 9], ["interview", 1], ["acknowledgement", 2], ["other", 4]]
    assert digest(labels=labels, rejection=[{}, {"id": 18}]).opening == (
        "This week brought a message about an interview, two confirmations that applications arrived "
        "and two rejections."
    )


def test_a_week_without_a_rejection_says_so() -> None:
    """With other news it brought no rejection; without any it was quiet."""
    assert digest(labels=[["offer", 1]]).opening == "This week brought an offer, and no rejection."
    assert digest(labels=[["job_alert", 5]]).opening == digest().opening == "No answer came this week."
    assert digest().sections == ()


def test_the_coverage_says_what_was_read_and_when_last() -> None:
    """Mailboxes, messages, rejections, uncertain and unreadable ones, with the reader's clock."""
    coverage = {**RAN, "rejections": 1, "uncertain": 2, "unreadable": 0}
    assert digest(coverage=coverage).coverage == (
        "Read in 3 runs: 1,214 messages in 2 mailboxes; 1 rejection, 2 uncertain, none unreadable. "
        "Last run: 23 November, 00:30."
    )


@pytest.mark.parametrize(
    ("explained", "silent", "denied", "english", "german"),
    [
        (0, 1, 1, "message. They write that", "zu finden. Sie schreiben, dass"),
        (0, 2, 2, "messages. In each of these they write that", "zu finden. In jeder von diesen schreiben sie, dass"),
        (0, 2, 1, "messages. In one of these they write that", "zu finden. In einer von diesen schreiben sie, dass"),
        (
            1,
            1,
            1,
            "In one of them no reason was found. They write that",
            "In einer davon war kein Grund zu finden. Sie",
        ),
        (
            1,
            3,
            2,
            "no reason was found. In two of these they",
            "kein Grund zu finden. In zwei von diesen schreiben sie",
        ),
    ],
)
def test_it_says_how_many_of_those_without_a_reason_write_that_they_give_none(
    explained: int, silent: int, denied: int, english: str, german: str
) -> None:
    """Not of those that give one all the same; and nothing where none does."""
    told = [{"reason": "filled", "denies_feedback": True}] * explained
    for wording, sentence, word in ((ENGLISH, english, "feedback"), (GERMAN, german, "Rückmeldung")):
        facts = [*told, *[{"denies_feedback": place < denied} for place in range(silent)]]
        came = digest(wording, rejection=[{**one, "id": number} for number, one in enumerate(facts)]).sections[0]
        assert sentence in came.note
        assert came.note.count(word) == 1
        facts = [*told, *[{}] * silent]
        came = digest(wording, rejection=[{**one, "id": number} for number, one in enumerate(facts)]).sections[0]
        assert word not in came.note


def test_a_run_that_caught_up_says_how_many_are_older() -> None:
    """Else the number of rejections that were read is not that of those that came, and nobody knows why."""
    caught_up = digest(coverage={**RAN, "rejections": 15, "older": 10}, rejection=[{}])
    assert "15 rejections, none uncertain" in caught_up.coverage
    assert "Of the rejections, 10 came before this week." in caught_up.coverage


def test_a_week_without_a_run_is_never_called_quiet() -> None:
    """No silent miss: the letter says that it does not know, since when, and how to catch up."""
    letter = digest(coverage={"last_run": datetime(2025, 12, 30, tzinfo=UTC)}, history=[[1, 0]])
    assert letter.subject == "Your week, 16 to 22 November (nothing read)"
    assert "cannot say what came in. The last run was on 30 December 2025." in letter.opening
    assert [part.command for part in letter.sections] == ["afterword run"]
    assert letter.chart is None
    assert "There is no run on record yet." in digest(coverage={}).opening


def test_a_mailbox_that_was_not_read_is_named_with_its_remedy() -> None:
    """Else a week in which half the mail was missing reads like any other, and one without any like no run at all."""
    unread = [["work/INBOX", datetime(2025, 12, 30, tzinfo=UTC)], ["home/INBOX", datetime(2026, 11, 18, tzinfo=UTC)]]
    some, none = digest(unread=unread[:1], rejection=[{}]), digest(coverage={}, unread=unread)
    assert some.opening.startswith("This week brought one rejection")
    assert texts(section(some, "")) == ["work/INBOX could not be read since 30 December 2025."]
    assert none.opening == "Afterword could read no mailbox this week, so this letter cannot say what came in."
    assert texts(section(none, ""))[1:] == ["home/INBOX could not be read since 18 November."]
    assert [[part.command for part in one.sections] for one in (some, none)] == [
        ["afterword doctor", ""],
        ["afterword doctor"],
    ]
    assert "Postfach" in digest(GERMAN, coverage={}, unread=unread).opening


def test_a_week_that_was_read_later_is_told_in_full() -> None:
    """Rejections of a week without a run are there once a later run has read them."""
    letter = digest(coverage={}, rejection=[{}])
    assert letter.opening.startswith("Afterword did not run this week. What follows was read later.")
    assert letter.coverage == ""  # it would say that there was no rejection
    assert texts(section(letter, "What ended")) == ["Northwind, Data Engineer | after the interview, 18 November"]


def test_a_week_without_news_that_was_read_later_is_a_quiet_one() -> None:
    """It is read by now: the letter does not say that nobody knows, nor ask for a run that has been."""
    letter = digest(coverage={}, is_read_later=True)
    assert letter.subject == "Your week, 16 to 22 November"
    opening = "Afterword did not run this week. What follows was read later. No answer came this week."
    assert letter.opening == opening
    assert letter.sections == ()
    assert "Nothing is lost" not in letter.closing


def test_what_they_said_of_an_earlier_end_is_quoted_and_ends_nothing_again() -> None:
    """Feedback that came in another week than the rejection is news about that application, and to practise."""
    letter = digest(added=[{"feedback": [GAP]}])
    assert letter.opening == "This week brought news of a running application, and no rejection."
    assert section(letter, "What ended") is None
    assert texts(section(letter, "What they said")) == ["“We missed an example.” | Northwind"]
    assert section(letter, "To practise") is not None


def test_what_they_said_is_quoted_with_its_company() -> None:
    """Feedback stands word for word under its kind, gaps a second time as something to practise."""
    letter = digest(rejection=[{"feedback": [GAP]}])
    assert texts(section(letter, "What they said")) == ["“We missed an example.” | Northwind"]
    practise = texts(section(letter, "To practise"))
    assert len(practise) == 1
    assert practise[0].startswith("“We missed an example.” | Northwind | ")
    assert practise[0].endswith("?")
    condition = digest(rejection=[{"feedback": [GAP], "reason": "eligibility"}])
    assert "To practise" not in [one.heading for one in condition.sections]


@pytest.mark.parametrize(
    ("rejections", "note"),
    [
        ([{}], "No reason was found in the message."),
        ([{}, {"id": 18}], "No reason was found in any of the messages."),
        ([{}, {"id": 18, "feedback": [GAP]}], "In one of them no reason was found."),
        ([{"feedback": [GAP]}], ""),
        ([{"reason": "cancelled"}], ""),
        ([{"reason": "other_candidate"}], ""),
        ([{}, {"id": 18, "reason": "qualifications"}], "In one of them no reason was found."),
    ],
)
def test_silence_is_counted(rejections: list[Any], note: str) -> None:
    """Who gave no reason is said, and of nobody else than the debrief says it of."""
    came = section(digest(rejection=rejections), "What ended")
    assert came
    assert came.note == note


def test_companies_to_try_again_are_listed_by_date() -> None:
    """Those whose day has come, those at any time, then those to come."""
    chased = [
        {"message": 1, "company": "Northwind", "role": "", "day": date(2027, 5, 1)},
        {"message": 2, "company": "Corvus", "role": "", "day": date(2026, 12, 1)},
        {"message": 3, "company": "Halden", "role": "Clerk"},
        {"message": 4, "company": "", "role": "Cook", "day": date(2026, 11, 1)},
    ]
    assert texts(section(digest(lists={"chased": chased}), "To try again")) == [
        "Cook, since 1 November 2026",
        "Halden, Clerk",
        "Corvus, from 1 December 2026",
        "Northwind, from 1 May 2027",
    ]


def test_what_the_user_said_and_keeps_comes_in_order() -> None:
    """Their words, what to practise with what they added, what to learn; each only if there is something."""
    then = datetime(2026, 11, 18, 12, tzinfo=UTC)
    remark = {"text": "Why Kafka?", "at": then, "message": 1, "answer": 7, "company": "Acme"}
    lists = {
        "said": [remark, {"text": "Where is this from?", "at": then, "is_matched": False}],
        "practice": [remark | {"added": ("Because of replay.",)}],
        "skills": [remark | {"text": "Window functions"}],
    }
    letter = digest(lists=lists, rejection=[{"feedback": [GAP]}], topics={"team_work": 3}, explained=7)
    headings = [one.heading for one in letter.sections]
    assert headings == ["What ended", "What they said", "Your words", "To practise", "To keep learning"]
    words = section(letter, "Your words")
    assert texts(words) == ["“Why Kafka?” | Acme", "“Where is this from?”"]
    assert words
    assert "no longer on record" in words.note
    assert (
        texts(section(letter, "To practise"))[0] == "“Why Kafka?” | Acme, 18 November | You added: “Because of replay.”"
    )
    assert texts(section(letter, "To keep learning")) == ["“Window functions” | Acme, 18 November"]
    said = section(letter, "What they said")
    assert said
    assert said.groups[0].label == "Team work (this week 1, so far 3 of 7 with feedback)"
    assert letter.points == ()


def test_long_lists_are_shown_in_part() -> None:
    """Twenty of what was said, of the companies to try again and of the skills; ten to practise."""
    then = datetime(2026, 11, 18, 12, tzinfo=UTC)
    remarks = [{"text": f"Word {number}", "at": then, "message": number, "answer": number} for number in range(30)]
    chased = [{"message": number, "company": f"Co {number}", "role": ""} for number in range(30)]
    letter = digest(lists={"said": remarks, "practice": remarks, "skills": remarks, "chased": chased})
    shown = {one.heading: len(texts(one)) for one in letter.sections}
    assert shown == {"Your words": 20, "To practise": 10, "To try again": 20, "To keep learning": 20}
    words = section(letter, "Your words")
    assert words
    assert (words.rest, words.command) == ("More are in the log (10):", "afterword export FOLDER")


def test_debriefs_that_asked_alike_are_told_with_different_questions() -> None:
    """As far as they have others; and an answer is stored with the step of the question that is told."""
    debrief = {"role": "", "step": "weigh", "question": "Which?", "further": (("prepare", "What?"),)}
    debriefs = [{"message": number, "company": f"Co {number}"} | debrief for number in range(3)]
    week = make_week({"week": "2026-W47", "coverage": RAN, "lists": {"open": debriefs}})
    letter = write_digest(week, (), ENGLISH, BERLIN, reads_replies=True)
    assert [(one.step, one.text) for one in letter.points] == [
        ("weigh", "Which?"),
        ("prepare", "What?"),
        ("weigh", "Which?"),
    ]


def test_where_replies_are_read_everything_answerable_has_one_number() -> None:
    """They run through the letter, and the examples name the first that each is good for; no command is shown."""
    then = datetime(2026, 11, 18, 12, tzinfo=UTC)
    remark = {"text": "Why Kafka?", "at": then, "message": 1, "answer": 7, "company": "Acme"}
    debriefs = [
        {"message": 10 + number, "company": f"Co {number}", "role": "", "step": "weigh", "question": "Which?"}
        for number in range(4)
    ]
    facts = {
        "lists": {"practice": [remark], "skills": [remark], "open": debriefs}
        | {"chased": [{"message": 2, "company": "Corvus", "role": ""}]},
        "asked": [asked(35), asked(41)],
    }
    week = make_week({"week": "2026-W47", "coverage": RAN, **facts})
    letter = write_digest(week, (), ENGLISH, BERLIN, reads_replies=True)
    assert [(one.number, one.kind.value, one.message, one.answer) for one in letter.points] == [
        (1, "practice", 1, 7),
        (2, "chase", 2, None),
        (3, "skill", 1, 7),
        (4, "question", 10, None),
        (5, "question", 11, None),
        (6, "question", 12, None),
        (7, "uncertain", 35, None),
        (8, "uncertain", 41, None),
    ]
    waiting = section(letter, "Waiting for you")
    assert waiting
    assert "“7 rejection” or “7 not”" in waiting.note
    assert "“4: ...”" in waiting.note
    assert not [item for one in letter.sections for group in one.groups for item in group.items if item.commands]
    assert "pause" in letter.replies


def test_an_uncertain_message_comes_with_the_commands_that_answer() -> None:
    """Number, subject, sender, date and the deciding sentence, and one command for yes and one for no."""
    part = section(digest(asked=[asked(35, subject="Your <b>news</b>\n")]), "Waiting for you")
    assert texts(part) == ["35: “Your <b>news</b>” | A, 20 November | “E.”"]
    assert part
    commands = [command for _, command in part.groups[0].items[0].commands]
    assert commands == ["afterword label 35 rejection", "afterword label 35 other"]


def test_many_waiting_messages_are_shown_in_part_and_counted() -> None:
    """Ten are shown; the rest is a number and the command that goes through all."""
    part = section(digest(asked=[asked(number) for number in range(1, 31)]), "Waiting for you")
    assert part
    assert len(texts(part)) == 10
    assert (part.rest, part.command) == ("More are waiting (20). This goes through all of them:", "afterword label")


def test_whoever_says_much_leaves_room_for_whoever_says_little() -> None:
    """Ten gaps of one company do not crowd out the one of another, neither as a quotation nor to practise."""
    many = [{"kind": kind, "text": f"{kind} {number}."} for kind in ("strength", "gap") for number in range(10)]
    letter = digest(rejection=[{"feedback": many}, {"id": 18, "company": "Halden", "feedback": [GAP]}])
    for heading in ("What they said", "To practise"):
        assert any(one.startswith("“We missed an example.” | Halden") for one in texts(section(letter, heading)))
    said = section(letter, "What they said")
    assert said
    assert (said.rest, said.command) == ("More are in the log (9):", "afterword log --with-feedback")


def test_a_topic_that_was_not_counted_hides_no_quotation() -> None:
    """What speaks of it stands under its kind."""
    letter = digest(rejection=[{"feedback": [GAP]}], topics={"experience": 3}, explained=3)
    assert texts(section(letter, "What they said")) == ["“We missed an example.” | Northwind"]


def test_a_storm_of_rejections_stays_a_letter() -> None:
    """Hundreds of rejections in one week are counted in full and listed in part."""
    letter = digest(rejection=[{"id": number, "feedback": [GAP]} for number in range(1, 400)])
    assert "399 rejections" in letter.opening
    assert sum(len(texts(part)) for part in letter.sections) < 60
    assert [part.command for part in letter.sections if part.rest] == ["afterword log", "afterword log --with-feedback"]


def test_the_chart_counts_twelve_weeks_under_their_months() -> None:
    """One row before and one after a meeting or a task; a month stands over the first week that begins in it."""
    chart = digest(history=[[number, 12 - number] for number in range(12)]).chart
    assert chart
    assert chart.rows[0] == ("before a meeting or a task", tuple(range(12)))
    assert chart.rows[1] == ("after a meeting or a task", tuple(range(12, 0, -1)))
    assert chart.months == ("", "Sep", "", "", "", "Oct", "", "", "", "Nov", "", "")


def test_weeks_without_any_rejection_are_a_sentence_instead() -> None:
    """An empty chart is not drawn."""
    chart = digest(history=[[0, 0]] * 12).chart
    assert chart
    assert (chart.heading, chart.rows) == ("There was no rejection in the last twelve weeks.", ())


@pytest.mark.parametrize(
    ("history", "is_nearer"),
    [
        ([[2, 0]] * 8 + [[1, 1]] * 4, True),
        ([[1, 1]] * 8 + [[2, 0]] * 4, False),
        ([[1, 1]] * 12, False),
        ([[0, 0]] * 8 + [[1, 1]] * 4, False),
        ([[2, 0]] * 8 + [[0, 0], [0, 0], [0, 0], [1, 1]], False),
    ],
)
def test_coming_nearer_is_said_only_where_the_numbers_say_it(history: list[list[int]], is_nearer: bool) -> None:  # noqa: FBT001 - a case of the table
    """More of the latest than of the earlier ones met the reader first, and there are enough of both."""
    closing = digest(rejection=[{}], history=history).closing
    assert ("came after a meeting or a task" in closing) == is_nearer


@settings(max_examples=40)
@given(
    year=st.integers(2020, 2040),
    number=st.integers(1, 52),
    history=st.lists(st.tuples(st.integers(0, 99), st.integers(0, 99)), max_size=12),
    company=st.text(max_size=80),
)
def test_a_digest_can_be_written_of_any_week(year: int, number: int, history: list[Any], company: str) -> None:
    """Whatever week, history and names, both languages have words for it."""
    facts = {
        "week": f"{year}-W{number:02d}",
        "history": history,
        "rejection": [{"company": company, "feedback": [GAP]}],
    }
    for wording in (ENGLISH, GERMAN):
        letter = digest(wording, **facts)
        assert letter.opening
        assert letter.closing
        assert "\n" not in letter.subject + letter.opening


# -- the summary


def test_the_summary_lists_old_rejections_by_month_and_asks_nothing() -> None:
    """Each with its number, oldest first, and not one question."""
    old = make_rejection(id=4, date=datetime(2026, 8, 24, tzinfo=UTC), company="Corvus", role="")
    letter = write_summary("2026-11-22", [make_rejection(), old], ENGLISH, BERLIN)
    found = section(letter, "What was found")
    assert found
    assert [group.label for group in found.groups] == ["August 2026", "November 2026"]
    assert texts(found)[0] == "Corvus | after the interview, 24 August, no.\u00a04"
    assert "two older rejections, from 24 August to 18 November." in letter.opening
    assert "?" not in letter.opening + letter.closing + letter.correct


def test_the_summary_tells_a_rejection_under_the_day_on_which_it_ended() -> None:
    """What was added since moves neither its month, nor its place, nor the span of all of them."""
    added = make_rejection(id=4, company="Corvus", role="", first_told=datetime(2026, 8, 24, tzinfo=UTC))
    between = make_rejection(id=3, company="Larch", role="", date=datetime(2026, 9, 7, tzinfo=UTC))
    assert added.date > between.date
    letter = write_summary("2026-11-22", [between, added], ENGLISH, BERLIN)
    found = section(letter, "What was found")
    assert found
    assert [group.label for group in found.groups] == ["August 2026", "September 2026"]
    assert texts(found) == [
        "Corvus | after the interview, 24 August, no.\u00a04",
        "Larch | after the interview, 7 September, no.\u00a03",
    ]
    assert "from 24 August to 7 September." in letter.opening


def test_a_summary_of_hundreds_shows_the_newest_and_counts_the_rest() -> None:
    """A hundred are listed; the log has all."""
    many = [make_rejection(id=number, message_id=f"{number}@a.example") for number in range(1, 251)]
    found = section(write_summary("x", many, ENGLISH, BERLIN), "What was found")
    assert found
    assert len(texts(found)) == 100
    assert (found.rest, found.command) == ("More are in the log (150):", "afterword log")


def test_a_summary_of_nothing_and_of_undated_rejections_can_be_written() -> None:
    """All of them may have been labelled otherwise since, and none may have a date."""
    assert "found no rejection." in write_summary("x", [], ENGLISH, BERLIN).opening
    undated = write_summary("x", [make_rejection(date=datetime(1970, 1, 1, tzinfo=UTC))], ENGLISH, BERLIN)
    found = section(undated, "What was found")
    assert found
    assert found.groups[0].label == "Without a date"
    assert "one older rejection. It is" in undated.opening


@pytest.mark.parametrize(
    ("wording", "heading", "count", "words"),
    [
        (ENGLISH, "Which application?", 1, "One message could belong to several of your applications. You decide:"),
        (
            GERMAN,
            "Welche Bewerbung?",
            2,
            "2 Nachrichten könnten zu mehreren deiner Bewerbungen gehören. Du entscheidest:",
        ),
    ],
)
def test_messages_that_could_belong_to_several_applications_are_counted(
    wording: Wording, heading: str, count: int, words: str
) -> None:
    """With the command that asks; and nothing is said where there are none."""
    part = section(digest(wording, unmatched=count), heading)
    assert part is not None
    assert (part.rest, part.command) == (words, "afterword application match")
    assert section(digest(wording), heading) is None


# -- what was not heard of


def unheard(number: int, **changes: Any) -> dict[str, Any]:
    """Return an application of which nothing was heard."""
    since = datetime(2026, 10, 19, 23, 30, tzinfo=UTC)
    return {"application": number, "company": "Oakmere", "role": "Archivist", "since": since} | changes


def test_an_application_without_a_word_is_told_with_the_day_of_the_last() -> None:
    """By the reader's calendar, as far as names are known."""
    letter = digest(unheard=[unheard(1), unheard(2, company="", role="Cook")])
    assert texts(section(letter, "No word for a month")) == [
        "Oakmere, Archivist | nothing since 20 October",
        "Cook | nothing since 20 October",
    ]


def test_silence_is_not_told_where_a_word_may_lie_unread() -> None:
    """In a mailbox that could not be read, or before a run that did not come."""
    unread = [["home/INBOX", datetime(2026, 11, 17, tzinfo=UTC)]]
    assert section(digest(unheard=[unheard(1)], unread=unread), "No word for a month") is None
    nothing = {"runs": 0, "mailboxes": 0, "messages": 0, "last_run": None}
    assert section(digest(unheard=[unheard(1)], coverage=nothing), "No word for a month") is None


def test_how_to_see_the_others_is_said() -> None:
    """A long list is cut."""
    part = section(digest(unheard=[unheard(number) for number in range(23)]), "No word for a month")
    assert part is not None
    assert len(texts(part)) == 20
    assert (part.rest[:18], part.command) == ("There are more (3)", "afterword application --unheard")
