"""What a debrief says, by stage, reason and feedback."""

from __future__ import annotations

import re
import tomllib
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from golden.facts import BERLIN, make_rejection
from hypothesis import given, settings, strategies as st

from pipeline import resources
from pipeline.core.applications.application import Reason, Stage
from pipeline.core.feedback import FeedbackKind
from pipeline.core.letters.debrief import Debrief, write_debrief
from pipeline.core.letters.naming import mid_url
from pipeline.core.letters.wording import Wording
from pipeline.core.text import clean

TABLES = tomllib.loads(resources.STEPS.read_text(encoding="utf-8"))
ENGLISH, GERMAN = (Wording.of(language, TABLES[language]) for language in ("en", "de"))
GAP = {"kind": "gap", "text": "We missed an example."}
STRENGTH = {"kind": "strength", "text": "Your SQL was strong."}
ADVICE = {"kind": "advice", "text": "Bring a project."}
STAGES, REASONS = [str(one) for one in Stage], [str(one) for one in Reason]
NOT_ABOUT_THE_PERSON = ["filled", "cancelled", "on_hold", "eligibility"]

feedback = st.lists(
    st.fixed_dictionaries(
        {"kind": st.sampled_from([str(kind) for kind in FeedbackKind]), "text": st.text(max_size=900)}
    ),
    max_size=8,
)


def debrief(wording: Wording = ENGLISH, zone: Any = BERLIN, **facts: Any) -> Debrief:
    """Return the content of a debrief."""
    return write_debrief(make_rejection(**facts), wording, zone)


def steps(letter: Debrief) -> list[str]:
    """Return the steps that a letter asks about, in order."""
    return [one.step for one in letter.questions]


def is_variant(text: str, *names: str) -> bool:
    """Return whether a text is one of the variants of some phrases that need nothing."""
    return any(text in ENGLISH.phrases[name] for name in names)


def test_after_an_interview_all_six_steps_are_there() -> None:
    """Weigh, prepare, apply, chase and master are asked in this order, and the last line goes on."""
    letter = debrief(feedback=[GAP])
    assert steps(letter) == ["weigh", "prepare", "apply", "chase", "master"]
    assert is_variant(letter.closing, "go_on.interview")


def test_where_gaps_fill_the_questions_the_other_steps_are_said() -> None:
    """Chase and master become sentences when three gaps take the place of their questions."""
    letter = debrief(feedback=[GAP, {**GAP, "text": "Two."}, {**GAP, "text": "Three."}, {**GAP, "text": "Four."}])
    assert steps(letter) == ["weigh", "prepare", "apply", "apply", "apply"]
    assert ENGLISH.phrases["chase.note_interview"][0] in letter.steps
    assert ENGLISH.phrases["master.note"][0] in letter.steps


def test_a_gap_too_many_takes_the_place_of_no_other_question() -> None:
    """On paper, where the other steps ask little: three gaps, then the chase."""
    gaps = [{**GAP, "text": text} for text in ("One.", "Two.", "Three.", "Four.")]
    assert steps(debrief(stage="application", feedback=gaps, earlier=1)) == ["prepare", *["apply"] * 3, "chase"]


def test_each_gap_has_its_own_question_under_its_own_words() -> None:
    """Two gaps are quoted apart and are not asked about in the same words."""
    asked = [one for one in debrief(feedback=[GAP, {**GAP, "text": "too quiet"}]).questions if one.step == "apply"]
    assert [one.quote for one in asked] == ["“We missed an example.”", "“too quiet”"]
    assert asked[0].text != asked[1].text


@pytest.mark.parametrize("stage", ["application", "unknown"])
def test_nothing_is_asked_about_a_meeting_that_never_was(stage: str) -> None:
    """Before an interview the letter asks one thing, and weighs nothing."""
    letter = debrief(stage=stage)
    assert steps(letter) == ["prepare"]
    assert is_variant(letter.questions[0].text, f"prepare.{stage}")
    assert letter.heading == "One question"


def test_a_decision_on_paper_is_called_that_and_an_unknown_stage_is_not() -> None:
    """The letter claims no more about the stage than is known."""
    assert "on paper" in debrief(stage="application").opening
    unknown = debrief(stage="unknown").opening
    assert "on paper" not in unknown
    assert "does not say how far" in unknown


def test_after_an_assessment_the_task_is_asked_about() -> None:
    """The form between: no interview is spoken of, the task is."""
    letter = debrief(stage="assessment", feedback=[GAP])
    assert steps(letter) == ["weigh", "prepare", "apply", "master"]
    assert is_variant(letter.questions[0].text, "weigh.assessment")
    assert "interview" not in letter.opening


@pytest.mark.parametrize("stage", STAGES)
@pytest.mark.parametrize("reason", NOT_ABOUT_THE_PERSON)
def test_nobody_is_asked_what_went_wrong_where_nothing_did(reason: str, stage: str) -> None:
    """A filled, cancelled or paused position or a condition is named, and no answer is picked apart."""
    letter = debrief(reason=reason, stage=stage)
    blaming = ("prepare.interview", "prepare.application", "prepare.assessment", "prepare.unknown", "apply.silence")
    assert not any(is_variant(one.text, *blaming) for one in letter.questions)
    assert "no reason" not in letter.opening
    words = {"filled": "filled", "cancelled": "called off", "on_hold": "on hold", "eligibility": "a condition"}
    assert words[reason] in letter.opening


@pytest.mark.parametrize("reason", ["cancelled", "on_hold"])
def test_a_letter_that_asks_about_a_gap_does_not_end_with_nothing_to_change(reason: str) -> None:
    """Some say that the search has ended and what they missed, too; the last line denies neither."""
    assert is_variant(debrief(reason=reason).closing, "go_on.not_about_you")
    assert is_variant(debrief(reason=reason, feedback=[STRENGTH]).closing, "go_on.not_about_you")
    assert is_variant(debrief(reason=reason, feedback=[GAP]).closing, "go_on.interview")


def test_a_condition_that_is_not_met_is_nothing_to_work_at() -> None:
    """What they say of it is quoted and not asked about; advice is, and no skill is spoken of."""
    letter = debrief(reason="eligibility", stage="application", feedback=[GAP, {**GAP, "kind": "reason"}])
    assert steps(letter) == ["prepare"]
    assert letter.told is not None
    assert [group.label for group in letter.told.groups] == ["Their reason"]
    assert letter.steps == ""
    assert steps(debrief(reason="eligibility", stage="application", feedback=[GAP, ADVICE])) == ["prepare", "apply"]


@pytest.mark.parametrize(
    ("reason", "said", "sentence"),
    [
        ("unspecified", [], "No reason was found in the message."),
        ("unspecified", [STRENGTH, ADVICE], "No reason was found in the message."),
        (
            "other_candidate",
            [],
            "No feedback on your application was found in the message.",
        ),
        ("other_candidate", [GAP], "They chose another candidate."),
        ("other_candidate", [STRENGTH], "They chose another candidate."),
        ("other_candidate", [ADVICE], "They chose another candidate."),
        ("qualifications", [], "They point to qualifications and do not say which."),
        ("qualifications", [GAP], "The decision was about qualifications."),
    ],
)
def test_what_they_gave_as_a_reason_is_one_full_sentence(reason: str, said: list[Any], sentence: str) -> None:
    """None given is said; a strength or a piece of advice is no reason."""
    assert debrief(reason=reason, feedback=said).opening.endswith(sentence)


@pytest.mark.parametrize("reason", ["unspecified", "other_candidate", "qualifications", "filled"])
def test_who_writes_that_nobody_is_told_is_not_asked(reason: str) -> None:
    """The letter says so, unless they told something all the same; and the draft asks for none."""
    letter = debrief(reason=reason, denies_feedback=True)
    assert letter.opening.endswith("write that they give no feedback.")
    assert letter.draft is not None
    assert "stronger" not in " ".join(letter.draft.lines)
    assert "no feedback" not in debrief(reason=reason, denies_feedback=True, feedback=[GAP]).opening


@pytest.mark.parametrize(
    ("text", "english", "german"),
    [
        ("We can only take applicants who hold a work permit for Norway.", "a work permit or a visa", "Visum"),
        ("We cannot sponsor visas.", "a work permit or a visa", "Visum"),
        ("Sie wohnen zu weit weg für die Frühschicht.", "the place or the way there", "am Ort"),
        ("Vos prétentions sont trop hautes.", "the pay", "am Gehalt"),
        ("Your form reached us after the closing date.", "a deadline", "einer Frist"),
        ("Sin el carnet C no te puedo coger.", "a licence or a certificate", "Führerschein"),
        ("This desk needs C1 German.", "a language", "einer Sprache"),
        ("You have to be 18 to work behind our bar.", "an age limit", "einer Altersgrenze"),
        ("Tu hai sessanta giorni di preavviso.", "a date or on hours", "einem Termin"),
        # Of two conditions, or of none that is told by a word, nothing is claimed.
        ("You need a driving licence and a visa.", "a condition, such as", "einer Bedingung, etwa"),
        ("The rules of the scheme do not allow it.", "a condition, such as", "einer Bedingung, etwa"),
        ("Votre logement est sur place et le budget suffit.", "a condition, such as", "einer Bedingung, etwa"),
    ],
)
@pytest.mark.parametrize("kind", ["", "gap", "reason"])
def test_a_condition_is_called_what_they_call_it(text: str, english: str, german: str, kind: str) -> None:
    """Whether it stands in what they said of the reader or in the sentence that decided; in praise it is none."""
    said = {"feedback": [{"kind": kind, "text": text}]} if kind else {"evidence": text}
    for wording, word in ((ENGLISH, english), (GERMAN, german)):
        opening = debrief(wording, reason="eligibility", **said).opening
        assert word in opening
        assert opening.count(" turned on ") + opening.count(" hing a") == 1
    other = debrief(reason="eligibility", **said | {"feedback": [GAP, *said.get("feedback", ())]})
    assert "a condition, such as" in other.opening, "what else they name may be it"
    praise = debrief(reason="eligibility", feedback=[{"kind": "strength", "text": text}])
    assert "a condition, such as" in praise.opening


@pytest.mark.parametrize("wording", [ENGLISH, GERMAN])
@pytest.mark.parametrize("reason", ["unspecified", "filled", "on_hold", "eligibility"])
@pytest.mark.parametrize("stage", ["application", "interview"])
def test_who_asks_not_to_apply_again_is_taken_at_their_word(wording: Wording, reason: str, stage: str) -> None:
    """The letter says so; it asks of no new try, speaks of none and names no day, and the draft only thanks."""
    facts: dict[str, Any] = {"reason": reason, "stage": stage, "earlier": 1}
    letter = debrief(wording, **facts, reapply_phrase="Please do not apply again.")
    assert letter.opening.endswith(wording.phrases["again.unwanted"][0])
    assert letter.draft is not None
    own = f"{letter.next_heading} {letter.reapply} {letter.calendar} {letter.steps} {letter.draft.lead}"
    told = " ".join([own, *(one.text for one in letter.questions), *letter.draft.lines])
    spoken_of = r"try (?:there )?again|keep the door|go on with|glad to hear|another application|write to them"
    gesagt = r"wieder versuchen|noch einmal versuchen|Tür offen|weitermachen|freue ich mich|dranbleiben"
    assert not re.search(f"{spoken_of}|{gesagt}", told)
    assert "chase" not in steps(letter)
    kept = debrief(wording, **{**facts, "reason": "unspecified"}, is_chased=True, reapply_phrase="Do not apply again.")
    assert "chase" in steps(kept), "what is on a list of the user's own is theirs to take off"


def test_a_given_reason_is_not_called_none() -> None:
    """Where a gap says why, the letter does not claim silence."""
    assert "reason" not in debrief(feedback=[GAP]).opening


def test_silence_after_an_interview_asks_what_was_said_in_the_room() -> None:
    """The step apply looks for feedback that is not in the message."""
    letter = debrief()
    assert letter.told is None
    assert is_variant(letter.questions[2].text, "apply.silence")


@settings(max_examples=60)
@given(stage=st.sampled_from(STAGES), reason=st.sampled_from(REASONS), said=feedback, earlier=st.integers(0, 40))
def test_a_debrief_asks_little_whatever_happened(stage: str, reason: str, said: list[Any], earlier: int) -> None:
    """Between one and five questions, at most three about gaps, in the order of the steps, in both languages."""
    order = ["weigh", "prepare", "apply", "chase", "master"]
    for wording in (ENGLISH, GERMAN):
        letter = debrief(wording, stage=stage, reason=reason, feedback=said, earlier=earlier)
        asked = steps(letter)
        assert 1 <= len(asked) <= 5
        assert asked.count("apply") <= 3
        assert asked == sorted(asked, key=order.index)
        assert letter.opening
        assert letter.closing


@settings(max_examples=60)
@given(said=feedback)
def test_feedback_is_quoted_word_for_word(said: list[Any]) -> None:
    """Every quotation is a piece of the feedback, cut only at its end, and marked where it is cut."""
    letter = debrief(feedback=said)
    marks = ' "“„”«»'  # those that a text has around it itself are not shown beside ours
    sources = [clean(one["text"]) for one in said]
    bare = [source.strip(marks) for source in sources]
    groups = letter.told.groups if letter.told else ()
    quotes = [item.quote for group in groups for item in group.items]
    for quoted in [one.strip(marks) for one in (*quotes, *(question.quote for question in letter.questions)) if one]:
        assert any(source == quoted or (quoted.endswith("…") and source.startswith(quoted[:-1])) for source in bare)
    assert len(quotes) == sum(bool(source) for source in sources) or (letter.told and letter.told.rest)


def test_feedback_is_grouped_by_kind_with_who_said_it() -> None:
    """What they liked comes first, then what they missed, under the name of the sender."""
    told = debrief(feedback=[ADVICE, GAP, STRENGTH]).told
    assert told
    assert [group.label for group in told.groups] == ["What they liked", "What they missed", "What they suggest"]
    assert told.lead == "Ines Falk, 18 November"
    assert not told.rest


def test_who_said_it_is_told_once() -> None:
    """Not a second time under the heading where the deciding sentence stands above it with its sender."""
    told = debrief(feedback=[GAP], evidence="We go on without you.").told
    assert told
    assert told.lead == ""


def test_long_feedback_is_shortened_and_says_where_the_rest_is() -> None:
    """Three thousand words become a paragraph and the command that shows all of them."""
    told = debrief(id=41, feedback=[{**GAP, "text": "many words " * 1500}]).told
    assert told
    assert len(told.groups[0].items[0].quote) < 620
    assert told.command == "afterword show 41"


def test_the_deciding_sentence_is_quoted_once() -> None:
    """It stands under the sender's name, unless it is quoted as feedback anyway."""
    assert debrief(evidence="We  go on\nwithout you.").evidence == "“We go on without you.”"
    assert debrief(evidence="We missed", feedback=[GAP]).evidence == ""


@pytest.mark.parametrize(
    ("sender", "recruiter", "wrote"),
    [
        (["Falk, Ines", "i@n.example"], ["Ines Falk", "i@n.example"], "Ines Falk wrote:"),
        (["Northwind", "jobs@n.example"], ["Ines Falk", "jobs@n.example"], "Ines Falk wrote:"),
        (["Ines Falk via Workbench", "no-reply@w.example"], ["Ines Falk", ""], "Ines Falk wrote:"),
        (["Northwind", "no-reply@n.example"], ["Ines Falk", "i@n.example"], "Northwind wrote:"),
        (["Northwind, Inc", "i@n.example"], ["", "i@n.example"], "Northwind wrote:"),
        (["Human Resources", "hr@n.example"], ["", "hr@n.example"], "Northwind wrote:"),
        (["JobPortal", "notifications@portal.example"], ["", ""], "Northwind wrote:"),
        (["JobPortal", "chat@portal.example"], ["Ines Falk", "i@n.example"], "Northwind wrote:"),
        (["", "i@n.example"], ["", "i@n.example"], "Northwind wrote:"),
        (["no-reply", "no-reply@n.example"], ["", ""], "Northwind wrote:"),
        (["Ne pas répondre", "rh@n.example"], ["", ""], "Northwind wrote:"),
        (["jobs@n.example", "jobs@n.example"], ["", "jobs@n.example"], "Northwind wrote:"),
    ],
)
def test_the_sender_is_named_as_a_reader_would(sender: list[str], recruiter: list[str], wrote: str) -> None:
    """The person who signs, else the company, whatever passes it on. Whom one may write to has not written."""
    assert debrief(**{"from": sender, "recruiter": recruiter}).wrote == wrote


@pytest.mark.parametrize(
    ("company", "role", "subject"),
    [
        ("Northwind", "Elektroniker (m/w/d)", "Notes on Northwind, Elektroniker"),
        ("Northwind", "Head of Product (f/m/x), Payments", "Notes on Northwind, Head of Product, Payments"),
        ("Northwind", "Comptable H/F", "Notes on Northwind, Comptable"),
        ("Northwind", "Developer [Remote] <C++>", "Notes on Northwind, Developer [Remote] <C++>"),
        ("{{company_name}}", "{{job_title}}", "Notes on an application"),
        ("Northwind", "[Job Title]", "Notes on Northwind"),
        ("Northwind", "%ROLE%", "Notes on Northwind"),
        ("Northwind", "{{job_title}} (m/w/d)", "Notes on Northwind"),
        ("Northwind", "<<role>> in Berlin", "Notes on Northwind"),
        ("Northwind", "{{job_title}} (m/w/d) bei {{company}}", "Notes on Northwind"),
        ("Northwind", "{{job_title}} - R1042", "Notes on Northwind"),
        ("Northwind", "{{title}}, Berlin", "Notes on Northwind"),
        ("Northwind", "Data Engineer, {{city}}", "Notes on Northwind, Data Engineer"),
        ("__COMPANY__", "%JOB_TITLE% (m/w/d)", "Notes on an application"),
        ("Team [Company]", "<Job Title>", "Notes on an application"),
        ("<Company Name>", "__TITLE__", "Notes on an application"),
        ("Northwind", "{{team}} IT-Admin in Berlin", "Notes on Northwind, IT-Admin in Berlin"),
    ],
)
def test_names_are_those_that_a_person_would_say(company: str, role: str, subject: str) -> None:
    """Nobody says whom an advert is for; a name that a system left unfilled is none."""
    assert debrief(company=company, role=role).subject == subject


def test_where_no_company_is_known_the_sender_is_named() -> None:
    """It is all there is; who passes something on is not even that."""
    facts = {"company": "", "from": ["Human Resources", "hr@n.example"]}
    assert debrief(**facts).wrote == "Human Resources wrote:"
    assert debrief(**facts, subject="Fwd: Your application").wrote == "They wrote:"


@pytest.mark.parametrize("subject", ["Fwd: Your application", "WG: Ihre Bewerbung", "Re: FW: Your application"])
def test_whoever_passed_it_on_is_not_said_to_have_written_it(subject: str) -> None:
    """The person who signed what was passed on did, else the company."""
    passed_on = {"from": ["Alex Reader", "alex@family.example"], "subject": subject}
    assert debrief(**passed_on).wrote == "Northwind wrote:"
    signed = {"recruiter": ["Nadia Brandt", "nadia@n.example"]}
    assert debrief(**passed_on, **signed).wrote == "Nadia Brandt wrote:"


@pytest.mark.parametrize(
    ("label", "days", "sentence"),
    [
        ("acknowledgement", 9, "on 18 November, nine days after they confirmed your application."),
        ("acknowledgement", 31, "on 18 November, 31 days after they confirmed your application."),
        ("acknowledgement", 1, "on 18 November, one day after they confirmed your application."),
        ("acknowledgement", 0, "on 18 November, the day they confirmed your application."),
        ("outreach", 2, "on 18 November, two days after the first message about it."),
        ("outreach", 0, "on 18 November."),
    ],
)
def test_the_wait_is_counted_from_the_first_message(label: str, days: int, sentence: str) -> None:
    """Days are counted where the timeline knows a beginning, and named for what it was."""
    first = datetime(2026, 11, 18, 8, tzinfo=UTC) - timedelta(days=days)
    assert sentence in debrief(events=[{"label": label, "date": first}]).opening


@pytest.mark.parametrize(
    "slot", ["{{company_name}}", "{{ recruiter_name }} Team", "*|FNAME|*", "%%sender%%", "<<Name>>"]
)
def test_what_a_system_filled_nothing_into_is_nobodys_name(slot: str) -> None:
    """Neither of who wrote, nor of the company, nor of a part of the role."""
    told = write_debrief(
        make_rejection(
            company=slot, role=f"Data Engineer {slot}", recruiter=[slot, ""], **{"from": [slot, "jobs@mail.example"]}
        ),
        ENGLISH,
        BERLIN,
    )
    whole = repr(told)
    assert not any(sign in whole for sign in ("{{", "*|", "%%", "<<"))
    assert "Data Engineer" in whole


def test_feedback_that_comes_later_moves_no_end() -> None:
    """The application ended with the first word of it, and is told under that day."""
    told = datetime(2026, 11, 12, 9, tzinfo=UTC)
    assert "on 12 November" in debrief(first_told=told).opening
    first = datetime(2026, 11, 9, 8, tzinfo=UTC)
    events = [{"label": "acknowledgement", "date": first}]
    assert "on 12 November, three days after" in debrief(first_told=told, events=events).opening


def test_no_wait_is_claimed_without_a_timeline() -> None:
    """A rejection that is the first message known has a date and no count."""
    assert "The answer came on 18 November. " in debrief().opening


def test_dates_are_those_of_the_readers_time_zone() -> None:
    """A message of late evening in UTC came the next day in Berlin."""
    late = datetime(2026, 11, 18, 23, 30, tzinfo=UTC)
    assert "19 November" in debrief(date=late).opening
    assert "18 November" in debrief(date=late, zone=ZoneInfo("America/New_York")).opening


@pytest.mark.parametrize(
    "moment", [datetime(1970, 1, 1, tzinfo=UTC), datetime.max.replace(tzinfo=UTC), datetime.min.replace(tzinfo=UTC)]
)
def test_an_impossible_date_is_not_told(moment: datetime) -> None:
    """A message without a usable date is spoken of without one."""
    letter = debrief(date=moment, events=[{"label": "acknowledgement", "date": moment}])
    assert "The answer came" not in letter.opening
    assert letter.original == "The message: “Your application at Northwind”"


@pytest.mark.parametrize(
    ("earlier", "sentence"),
    [
        (1, "It is your second application there that has ended."),
        (11, "It is your twelfth application there that has ended."),
        (12, "It is one of 13 applications there that have ended."),
    ],
)
def test_an_earlier_rejection_by_the_same_company_is_known(earlier: int, sentence: str) -> None:
    """The letter says so and asks about the company rather than the position."""
    letter = debrief(earlier=earlier, stage="application")
    assert sentence in letter.opening
    assert is_variant(letter.questions[-1].text, "chase.again")


@pytest.mark.parametrize("said", [[], [GAP] * 3])
@pytest.mark.parametrize("stage", STAGES)
def test_a_date_for_another_application_is_always_named(stage: str, said: list[Any]) -> None:
    """In the question about the company or, where there is no room for it, in a sentence."""
    letter = debrief(stage=stage, reapply_after=date(2027, 5, 1), feedback=said)
    assert "1 May 2027" in letter.reapply + " ".join(one.text for one in letter.questions)
    assert bool(letter.reapply) != ("chase" in steps(letter))


def test_the_question_about_a_later_application_stands_under_their_words() -> None:
    """The day is ours to read out of them; unless they are quoted as feedback already."""
    later = {"reapply_after": date(2027, 5, 1), "reapply_phrase": "Do write again in May."}
    quotes = {one.step: one.quote for one in debrief(**later).questions}
    assert quotes["chase"] == "“Do write again in May.”"
    advice = {"kind": "advice", "text": "Do write again in May."}
    assert {one.step: one.quote for one in debrief(**later, feedback=[advice]).questions}["chase"] == ""


@pytest.mark.parametrize("wording", [ENGLISH, GERMAN])
def test_a_day_that_was_read_out_of_their_words_is_not_called_theirs(wording: Wording) -> None:
    """Whoever writes "in a year" names no day: it is told as what follows from their words, and these stand above."""
    later = {"reapply_after": date(2027, 11, 18), "reapply_phrase": "Do write again in a year."}
    letter = debrief(wording, **later, feedback=[GAP] * 3)
    assert letter.reapply_words == wording.quote("Do write again in a year.")
    assert not re.search(r"\b(?:name|names|nennen)\b", letter.reapply)
    assert debrief(wording, **later).reapply_words == ""
    advice = {"kind": "advice", "text": "Do write again in a year."}
    assert debrief(wording, **later, feedback=[GAP, GAP, GAP, advice]).reapply_words == ""


@pytest.mark.parametrize(
    ("recruiter", "greeting"),
    [
        (["Ines Falk", "ines@northwind.example"], "Hello Ines Falk,"),
        (["Ines", "ines@northwind.example"], "Hello Ines,"),
        (["", "jobs@northwind.example"], "Hello,"),
        (["Ines Falk", ""], "Hello,"),
    ],
)
def test_offered_feedback_comes_with_lines_to_ask_for_it(recruiter: list[str], greeting: str) -> None:
    """They greet a person by name, and nobody else."""
    draft = debrief(offers_feedback=True, recruiter=recruiter).draft
    assert draft is not None
    assert draft.lines[0] == greeting


def test_lines_for_the_sender_are_in_the_senders_language() -> None:
    """An English letter about a German message holds German lines to send."""
    letter = write_debrief(make_rejection(offers_feedback=True, language="de"), ENGLISH, BERLIN, theirs=GERMAN)
    assert letter.draft is not None
    assert letter.draft.lines[0] == "Guten Tag Ines Falk,"
    assert letter.draft.lead.startswith("They offer feedback")


@pytest.mark.parametrize("said", [[], [GAP], [GAP] * 3])
@pytest.mark.parametrize("stage", STAGES)
def test_a_company_on_the_chase_list_and_a_skill_on_the_skill_list_are_named(stage: str, said: list[Any]) -> None:
    """In a question or, where gaps leave no room for one, in a sentence."""
    letter = debrief(stage=stage, feedback=said, is_chased=True, skills=["Kubernetes"])
    text = " ".join([*(one.text for one in letter.questions), letter.steps])
    assert "chase list" in text
    assert "Kubernetes" in text
    assert "skill list" in text
    without = debrief(stage=stage, feedback=said)
    assert "list" not in " ".join([*(one.text for one in without.questions), without.steps])


def test_a_message_in_gmail_can_be_found_there() -> None:
    """Besides the link that other mail programs open."""
    letter = write_debrief(make_rejection(), ENGLISH, BERLIN, gmail_user="sam@gmail.example")
    assert letter.search.startswith("https://mail.google.com/")
    assert letter.link.startswith("mid:")
    assert debrief().search == ""


def test_letters_differ_from_each_other_but_never_from_themselves() -> None:
    """The message decides between variants: always in the same way, and differently for different messages."""
    first = {debrief(message_id=f"{number}@a.example").questions[0].text for number in range(40)}
    assert first == set(ENGLISH.phrases["weigh.interview"])
    assert debrief() == debrief()


def test_the_correction_names_the_number_of_the_message() -> None:
    """The footer holds the command for this message and a link to it."""
    letter = debrief(id=1234)
    assert letter.command == "afterword label 1234 other"
    assert letter.link == "mid:20261118.0917@mail.northwind.example"


def test_a_link_to_a_message_holds_nothing_that_a_url_cannot() -> None:
    """RFC 2392: what is reserved is percent-encoded."""
    assert mid_url("a+b/c=d%e@x.example") == "mid:a%2Bb%2Fc%3Dd%25e@x.example"
    assert mid_url("a b@x.example") == mid_url("sha256:00ff") == mid_url("") == ""


def test_a_question_that_the_user_has_emptied_is_not_asked() -> None:
    """An empty list in the steps file leaves a question out, and a step without questions the whole part."""
    table = {**TABLES["en"], "prepare": {**TABLES["en"]["prepare"], "application": []}}
    letter = debrief(Wording.of("en", table), stage="application")
    assert letter.questions == ()
    assert steps(debrief(Wording.of("en", table))) == ["weigh", "prepare", "apply", "chase", "master"]


@pytest.mark.parametrize("wording", [ENGLISH, GERMAN], ids=["en", "de"])
def test_two_letters_in_a_week_need_not_say_the_same(wording: Wording) -> None:
    """Every step that most letters speak of, if only in a sentence, has more than one way to say it."""
    for name in ("master.note", "chase.note", "apply.gap", "apply.gap_on_paper", "master.strength", "go_on.interview"):
        assert len(wording.phrases[name]) > 1, name
