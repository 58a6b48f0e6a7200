"""What a reply says, whatever mail program wrote it; whose words are whose."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from functools import cache

import pytest
from golden.facts import GOLDEN, make_letters, make_rejection
from hypothesis import given, settings, strategies as st
from support.clients import apple, gmail, outlook, quoted, thunderbird, under

from pipeline.adapters.parsing.html_text import html_to_text
from pipeline.core.letters.letter import Letter, LetterKind, Point, PointKind, SentLetter
from pipeline.core.replies.plan import (
    Finish,
    Pause,
    Relabel,
    StoreAnswer,
    StoreDecision,
    StoreNote,
    plan_reply,
    takes_yes_or_no,
)
from pipeline.core.replies.reply import Choice, Verb
from pipeline.core.verdict import Label
from pipeline.reading.replies.commands import command_in, day_in
from pipeline.reading.replies.numbered import commands_in
from pipeline.reading.replies.rules import read_answer, read_reply

SENT = date(2026, 11, 25)
WORDS = "The one about Kafka: why, not what.\nI would start with the outage."


@cache
def letter(language: str = "en", name: str = "interview-three-gaps") -> Letter:
    """Return a debrief with five questions."""
    facts = tomllib.loads((GOLDEN / name / "facts.toml").read_text(encoding="utf-8"))
    return make_letters(language=language, reads_replies=True).debrief(make_rejection(**facts["rejection"]))


def sent(one: Letter) -> SentLetter:
    """Return a letter as the log knows it."""
    return SentLetter(1, LetterKind.DEBRIEF, one.about, 17, one.said, one.points)


def said(one: Letter, text: str) -> tuple[dict[int, str], str]:
    """Return the answers in a reply by number, and what else it says."""
    spoken = read_reply(text, sent(one), SENT)
    return dict(spoken.answers), spoken.free


LANGUAGES = pytest.mark.parametrize("language", ["en", "de"])


# -- inline


@LANGUAGES
@pytest.mark.parametrize("number", [1, 2, 4, 5])
def test_an_answer_below_a_quoted_question_is_its_answer(language: str, number: int) -> None:
    """The last question too, with the rest of the letter below it."""
    one = letter(language)
    body = gmail("", language=language) + under(quoted(one.text), number, WORDS, "> ")
    assert said(one, body) == ({number: WORDS}, "")


@LANGUAGES
def test_an_answer_behind_the_quoted_placeholder_counts(language: str) -> None:
    """Where the letter has a `>` of its own for it."""
    one = letter(language)
    lines = quoted(one.text).splitlines()
    place = [number for number, line in enumerate(lines) if line == ">    >"][2]
    lines[place] += " " + WORDS.splitlines()[0]
    assert said(one, gmail("", language=language) + "\n".join(lines)) == ({3: WORDS.splitlines()[0]}, "")


@LANGUAGES
def test_outlook_marks_nothing_and_is_read_all_the_same(language: str) -> None:
    """The letter's words are known, so what stands between them is the user's."""
    one = letter(language)
    assert said(one, outlook(under(one.text, 2, WORDS), "See below.", language)) == ({2: WORDS}, "See below.")


@LANGUAGES
def test_html_of_outlook_without_a_quotation(language: str) -> None:
    """Paragraph by paragraph, the question unwrapped, the answer in one of its own."""
    one = letter(language)
    question = one.points[1].text
    html = one.html.replace(f"{question}</p>", f"{question}</p><p>{WORDS}</p>")
    assert said(one, outlook(html_to_text(html), "", language)) == ({2: WORDS.replace("\n", " ")}, "")


@LANGUAGES
def test_html_of_gmail_with_the_quotation_broken_up(language: str) -> None:
    """Its editor closes the quotation, and opens another one behind the answer."""
    one = letter(language)
    question = one.points[1].text
    broken = f"{question}</p></blockquote><div>{WORDS}</div><blockquote class=gmail_quote>"
    html = f'<div class="gmail_quote"><blockquote class=gmail_quote>{one.html.replace(question + "</p>", broken)}'
    assert said(one, html_to_text(html)) == ({2: WORDS.replace("\n", " ")}, "")


#: The words of mail programs in languages that nothing here knows, or knows in part.
UNKNOWN_HEADERS = {
    "Spanish": ("De:", "Enviado el:", "Para:", "Asunto:"),
    "Swedish": ("Från:", "Skickat:", "Till:", "Ämne:"),
    "Polish": ("Od:", "Wysłano:", "Do:", "Temat:"),
    "Japanese": ("差出人:", "送信日時:", "宛先:", "件名:"),
    "Chinese": (
        "\u53d1\u4ef6\u4eba\uff1a",
        "\u53d1\u9001\u65f6\u95f4\uff1a",
        "\u6536\u4ef6\u4eba\uff1a",
        "\u4e3b\u9898\uff1a",
    ),
}
UNKNOWN_ATTRIBUTIONS = (
    "Afterword <robin@home.example> escreveu (terça, 24/11/2026 à(s) 08:30):",
    "No dia 24/11/2026, às 08:30, Afterword <robin@home.example> escreveu:",
    "Op 24 nov 2026 om 08:30 heeft Afterword <robin@home.example> het volgende geschreven:",
    "Às 08:30 de 24/11/2026, Afterword escreveu:",
    "Den tis 24 nov. 2026 kl 08:30 skrev Afterword <robin@home.example>:",
    "24. nov. 2026 kl. 08:30 skrev Afterword <robin@home.example>:",
    "W dniu 24.11.2026 o 08:30, Afterword pisze:",
    "No dia 24/11/2026, às 08:30, Afterword <robin@home.example>\nescreveu:",
    "Op 24 nov 2026 om 08:30 heeft Afterword\n<robin@home.example> het volgende geschreven:",
    "Afterword wrote:",
    "Quoting Afterword:",
)


def unknown_outlook(text: str, said: str, words: tuple[str, ...], above: str = "_" * 32 + "\n") -> str:
    """Return a reply under header lines in other words, with the letter below them without any mark."""
    values = ("Afterword <robin@home.example>", "24/11/2026 08:30", "robin@home.example", "RE: Notes on Acme")
    block = "\n".join(f"{word} {value}" for word, value in zip(words, values, strict=True))
    return f"{said}\n\n{above}{block}\n\n{text}\n"


@LANGUAGES
@pytest.mark.parametrize("words", UNKNOWN_HEADERS.values(), ids=UNKNOWN_HEADERS)
def test_the_letter_is_known_under_header_lines_in_any_language(language: str, words: tuple[str, ...]) -> None:
    """It is nobody's answer, nor are the header lines; what is written between its lines still is."""
    for name in ("interview-three-gaps", "application-no-reason"):
        one = letter(language, name)
        for text in (one.text, html_to_text(one.html)):
            for above in ("_" * 32 + "\n", "-----Ursprungligt meddelande-----\n", ""):
                assert said(one, unknown_outlook(text, "1. Kafka.", words, above)) == ({1: "Kafka."}, "")
    one = letter(language)
    body = unknown_outlook(under(one.text, 2, WORDS), "1. Kafka.", words)
    assert said(one, body) == ({1: "Kafka.", 2: WORDS}, "")


@pytest.mark.parametrize("line", UNKNOWN_ATTRIBUTIONS)
def test_an_attribution_in_any_language_is_nobodys_answer(line: str) -> None:
    """Right above what is quoted stands who wrote it, with an address, a time or the name that letters bear."""
    one = letter()
    for between in ("\n", "\n\n"):
        body = f"2. Kafka.\nWhy, not what.\n\n{line}{between}{quoted(under(one.text, 4, 'Yes.'))}"
        assert said(one, body) == ({2: "Kafka.\nWhy, not what.", 4: "Yes."}, "")


def test_what_only_looks_like_a_mail_programs_words_is_kept() -> None:
    """Lines with a colon, a question put above its answer, a sentence of the letter in the user's own."""
    one = letter()
    listed = "Strength: Kafka\nWeakness: 2 outages\nPlan: read"
    assert said(one, f"{listed}\n\n{one.text}") == ({}, listed)
    for shown in ("This is what I showed them:", "This is what I told Afterword before:"):
        assert said(one, f"4. {shown}\n\n{quoted(one.text)}")[0] == {4: shown}
    assert said(one, gmail(one.text, f"2. Which question made you stop and think? {WORDS}"))[0] == {
        2: f"Which question made you stop and think? {WORDS}"
    }
    question = one.points[1].text
    for program in (gmail, outlook):
        assert said(one, program(one.text, f"2. {question}\nKafka."))[0] == {2: f"{question}\nKafka."}
    assert said(one, f"{question}\nKafka.") == ({2: "Kafka."}, "")
    assert said(one, "2. Which question made you stop and think?\nKafka.")[0][2].endswith("Kafka.")


def test_several_answers_and_a_letter_cut_short() -> None:
    """People delete what they do not answer."""
    one = letter()
    lines = under(under(quoted(one.text), 1, "First.", "> "), 4, "Fourth.", "> ").splitlines()
    end = next(place for place, line in enumerate(lines) if line == "Fourth.")
    assert said(one, "\n".join(lines[10 : end + 1])) == ({1: "First.", 4: "Fourth."}, "")


# -- on top, below


@LANGUAGES
@pytest.mark.parametrize("program", [gmail, outlook, thunderbird])
def test_numbers_on_top_or_below_name_their_questions(language: str, program: object) -> None:
    """`2.`, `4:` or `5)`; paragraphs go on until the next number, and a signature ends it."""
    one = letter(language)
    text = "2. Kafka.\nWhy, not what.\n\nAnd the outage.\n\n4: It is true.\n5) Yes\n\n-- \nRobin"
    assert callable(program)
    expected = {2: "Kafka.\nWhy, not what.\n\nAnd the outage.", 4: "It is true.", 5: "Yes"}
    answers, rest = said(one, program(one.text, text, language))
    assert {number: answer.partition("\n\n-- ")[0] for number, answer in answers.items()} == expected
    assert rest == ""


@LANGUAGES
@pytest.mark.parametrize("program", [gmail, outlook, thunderbird])
def test_free_words_are_kept_apart_from_the_quotation(language: str, program: object) -> None:
    """Without a number they belong to no question of several."""
    one = letter(language)
    assert callable(program)
    assert said(one, program(one.text, WORDS, language)) == ({}, WORDS)


def test_a_phone_adds_where_it_was_sent_from() -> None:
    """Which nobody wrote."""
    assert said(letter(), apple(letter().text, WORDS)) == ({}, WORDS)


@pytest.mark.parametrize(
    "line",
    [
        "Sent from Outlook for iOS",
        "Get Outlook for iOS<https://aka.ms/o0ukef>",
        "Yahoo Mail: Search, Organize, Conquer",
        "Von meinem iPhone gesendet",
        "Von meinem Samsung Galaxy Smartphone gesendet.",
        "Gesendet mit der GMX Mail App",
        "Holen Sie sich Outlook für iOS",
        "Laden Sie Outlook für Android herunter",
        "Envoyé de mon iPhone",
        "Envoyé à partir de Outlook pour iOS",
        "Envoyé depuis mon appareil Galaxy",
        "Envoyé depuis l\u2019application Mail Orange",
        "Envoyé avec la messagerie sécurisée Proton Mail.",
        "Télécharger Outlook pour iOS",
        "Obtenir Outlook pour Android",
        "Enviado desde mi iPhone",
        "Enviado desde Yahoo Mail para Android",
        "Enviado desde mi smartphone Samsung Galaxy.",
        "Obtener Outlook para Android",
        "Inviato da iPhone",
        "Inviato dal mio Galaxy",
        "Inviato da Yahoo Mail su Android",
        "Scarica Outlook per iOS",
        "Verstuurd vanaf mijn iPhone",
        "Verzonden vanuit Outlook voor iOS",
        "Verzonden vanaf mijn mobiele telefoon",
        "Download Outlook voor Android",
        "Outlook voor iOS downloaden",
        "Enviado do meu iPhone",
        "Enviado do Yahoo Mail no Android",
        "Enviado a partir do Outlook para iOS",
        "Obter o Outlook para iOS",
        "Baixe o Outlook para Android",
    ],
)
def test_the_line_of_a_phone_is_nobodys_answer(line: str) -> None:
    """In each of the seven languages, on top and below a question."""
    one = letter()
    assert said(one, gmail(one.text, f"2. Kafka.\n\n{line}")) == ({2: "Kafka."}, "")
    assert said(one, gmail("") + under(quoted(one.text), 2, f"Kafka.\n\n{line}", "> ")) == ({2: "Kafka."}, "")


@pytest.mark.parametrize(
    "line",
    [
        "Von meinem letzten Team habe ich das Reviewen gelernt.",
        "Envoyé de Paris par mon ancienne équipe.",
        "Enviado de Madrid a Berlín, eso fue lo mejor.",
        "Inviato da un collega, il caso era diverso.",
        "Verzonden met te veel haast.",
        "Download the case study first.",
        "Descargar menos y leer más.",
    ],
)
def test_a_sentence_that_begins_as_a_phones_line_is_an_answer(line: str) -> None:
    """It names no device."""
    one = letter()
    assert said(one, gmail(one.text, f"2. {line}\n{line}")) == ({2: f"{line}\n{line}"}, "")


def test_a_word_above_an_attribution_is_not_taken_for_part_of_it() -> None:
    """Some programs put no empty line between the two."""
    body = gmail(letter().text, WORDS).replace("\n\nOn Tue", "\nOn Tue")
    assert said(letter(), body) == ({}, WORDS)


def test_a_reply_without_any_quotation_is_all_the_users() -> None:
    """As from a watch."""
    assert said(letter(), WORDS) == ({}, WORDS)


def test_a_greeting_alone_is_no_note() -> None:
    """Beside answers it says nothing."""
    assert said(letter(), gmail(letter().text, "Hello,\n\n2. Kafka.")) == ({2: "Kafka."}, "")


def test_the_letter_itself_sent_back_says_nothing() -> None:
    """In whatever way it is quoted, as text or as HTML."""
    for language in ("en", "de"):
        for name in ("interview-three-gaps", "interview-three-kinds", "application-no-reason"):
            one = letter(language, name)
            for text in (one.text, html_to_text(one.html)):
                for body in (gmail(text), outlook(text), thunderbird(text), apple(text)):
                    spoken = read_reply(body, sent(one), SENT)
                    assert (spoken.answers, spoken.commands, spoken.free) == ((), (), "")


def test_a_letter_that_is_not_on_record_leaves_what_is_not_quoted() -> None:
    """Nothing of it is known, so a quotation without marks cannot be told from an answer in it."""
    assert read_reply(gmail("An old letter.", WORDS), None, SENT).free == WORDS
    assert read_reply(outlook("An old letter.", WORDS), None, SENT).free == WORDS


# -- commands


@pytest.mark.parametrize(
    ("line", "verb", "day"),
    [
        ("not a rejection", Verb.NOT_REJECTION, None),
        ("  Not a Rejection!  ", Verb.NOT_REJECTION, None),
        ("“not a rejection”", Verb.NOT_REJECTION, None),
        ("Keine Absage.", Verb.NOT_REJECTION, None),
        ("chase", Verb.CHASE, None),
        ("Dranbleiben", Verb.CHASE, None),
        ("Let go.", Verb.LET_GO, None),
        ("loslassen", Verb.LET_GO, None),
        ("remind me in 3 months", Verb.REMIND, date(2027, 2, 25)),
        ("Remind me in May", Verb.REMIND, date(2027, 5, 1)),
        ("remind me May 3", Verb.REMIND, date(2027, 5, 3)),
        ("Erinnere mich in drei Monaten", Verb.REMIND, date(2027, 2, 25)),
        ("erinnere mich am 1.3.", Verb.REMIND, date(2027, 3, 1)),
        ("Erinnere mich im März, bitte", Verb.REMIND, date(2027, 3, 1)),
        ("pause", Verb.PAUSE, None),
        ("PAUSE PLEASE", Verb.PAUSE, None),
        ("pause for 2 weeks", Verb.PAUSE, date(2026, 12, 9)),
        ("Pause bis 1. Februar", Verb.PAUSE, date(2027, 2, 1)),
        ("pause until Monday", Verb.PAUSE, date(2026, 11, 30)),
        ("Pause until next Wednesday.", Verb.PAUSE, date(2026, 12, 2)),
        ("Pause bis Montag", Verb.PAUSE, date(2026, 11, 30)),
        ("pause bis zum nächsten Freitag", Verb.PAUSE, date(2026, 11, 27)),
        ("pause until 24 Dec", Verb.PAUSE, date(2026, 12, 24)),
        ("Pause until Dec 24, 2027", Verb.PAUSE, date(2027, 12, 24)),
        ("pause until 1 Feb", Verb.PAUSE, date(2027, 2, 1)),
        ("pause until Sept 1", Verb.PAUSE, date(2027, 9, 1)),
        ("pause until Jan", Verb.PAUSE, date(2027, 1, 1)),
        ("Pause bis 3. Mär.", Verb.PAUSE, date(2027, 3, 3)),
        ("pause until 24/12/2026", Verb.PAUSE, date(2026, 12, 24)),
        ("pause until 12/24", Verb.PAUSE, date(2026, 12, 24)),
        ("pause bis 24.12.26", Verb.PAUSE, date(2026, 12, 24)),
        ("Pause für eine Woche", Verb.PAUSE, date(2026, 12, 2)),
        ("Pause für einen Monat", Verb.PAUSE, date(2026, 12, 25)),
        ("pause 2 weeks", Verb.PAUSE, date(2026, 12, 9)),
        ("pause 2w", Verb.PAUSE, date(2026, 12, 9)),
        ("Pause zwei Wochen", Verb.PAUSE, date(2026, 12, 9)),
        ("pause for 10d", Verb.PAUSE, date(2026, 12, 5)),
        ("pause for now", Verb.PAUSE, None),
        ("Pause until further notice", Verb.PAUSE, None),
        ("Pause bis auf Weiteres", Verb.PAUSE, None),
        ("STOP", Verb.PAUSE, None),
        ("Unsubscribe", Verb.PAUSE, None),
        ("Abmelden, bitte", Verb.PAUSE, None),
        ("remind me on 1 Feb", Verb.REMIND, date(2027, 2, 1)),
        ("remind me on Monday", Verb.REMIND, date(2026, 11, 30)),
        ("This isn\u2019t a rejection", Verb.NOT_REJECTION, None),
        ("that wasn't a rejection!", Verb.NOT_REJECTION, None),
        ("It was not a rejection.", Verb.NOT_REJECTION, None),
        ("Das war keine Absage", Verb.NOT_REJECTION, None),
        ("Das ist doch keine Absage!", Verb.NOT_REJECTION, None),
        ("its not a rejection", Verb.NOT_REJECTION, None),
        ("This one is definitely not a rejection", Verb.NOT_REJECTION, None),
        ("not a rejection at all", Verb.NOT_REJECTION, None),
        ("Das ist ja noch keine Absage", Verb.NOT_REJECTION, None),
        ("keine Absage \N{SMILING FACE WITH OPEN MOUTH}", Verb.NOT_REJECTION, None),
        ("Please stop sending me letters", Verb.PAUSE, None),
        ("resume", Verb.RESUME, None),
        ("weiter", Verb.RESUME, None),
    ],
)
def test_a_line_that_is_a_command(line: str, verb: Verb, day: date | None) -> None:
    """In English and German, whatever its case and punctuation."""
    (command,) = commands_in(line, SENT)
    assert (command.verb, command.day) == (verb, day)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "It was not a rejection letter that I expected.",
        "I will let go of it when I am ready.",
        "remind me later",
        "remind me on 3 May 2020",
        "3 years ago I did that",
        "rejection",
        "yes",
        "1 rejection, and I am glad",
        "I should pause before I answer",
        "Pause before answering.",
        "pause until 5/6/2027",
        "pause 3 times",
        "I would stop",
        "Noch keine Absage in dieser Woche",
        "That would not be a rejection of mine",
    ],
)
def test_a_line_that_is_none(line: str) -> None:
    """What is part of a sentence, names no day to come, or does not say which message it means."""
    assert commands_in(line, SENT) == ()


def test_numbered_commands_may_share_a_line() -> None:
    """`1 rejection, 2 not`."""
    found = commands_in("1 rejection, 2 not; done 3 and 4: keine Absage", SENT)
    assert [(one.number, one.verb) for one in found] == [
        (1, Verb.LABEL),
        (2, Verb.NO),
        (3, Verb.DONE),
        (4, Verb.NOT_REJECTION),
    ]


def test_days_are_counted_from_the_day_of_the_reply() -> None:
    """A month alone means its next first day."""
    assert day_in("tomorrow", SENT) == date(2026, 11, 26)
    assert day_in("nächste Woche", SENT) == date(2026, 11, 30)
    assert day_in("November", SENT) == date(2027, 11, 1)
    assert day_in("Wednesday", SENT) == date(2026, 12, 2)
    assert day_in("Thursday", SENT) == date(2026, 11, 26)
    assert day_in("Jan sounded keen", SENT) is None
    assert day_in("I heard of it on Monday", SENT) is None
    assert day_in("yesterday", SENT) is None
    assert command_in("March 2027", SENT, 4, may_be_bare=True) is not None


# -- what is to be done


def test_the_question_about_trying_again_is_answered_and_decided() -> None:
    """`let go`, or a month, under the question that asks for it; `no` under another one is only an answer."""
    one = letter(name="interview-no-feedback")
    (number,) = [point.number for point in one.points if point.step == "chase"]
    (other, *_) = [point.number for point in one.points if point.step != "chase"]
    for text, choice, day in (
        ("let go", Choice.LET_GO, None),
        ("Chase, I liked them.", Choice.CHASE, None),
        ("In May.", Choice.REMIND, date(2027, 5, 1)),
        ("yes", Choice.CHASE, None),
    ):
        actions = plan_reply(sent(one), read_reply(gmail(one.text, f"{other}. No.\n{number}. {text}"), sent(one), SENT))
        assert StoreDecision(17, choice, day) in actions
        answers = [(action.point.number, action.text) for action in actions if isinstance(action, StoreAnswer)]
        assert answers == sorted([(other, "No."), (number, text)])


def test_a_command_may_stand_anywhere_on_a_line_of_its_own() -> None:
    """On top, below, or under a question; what is beside it stays an answer."""
    one = letter()
    for body in (
        gmail(one.text, "not a rejection"),
        thunderbird(one.text, "not a rejection"),
        outlook(one.text, "not a rejection"),
    ):
        assert plan_reply(sent(one), read_reply(body, sent(one), SENT)) == [Relabel(17, Label.OTHER)]
    body = under(quoted(one.text), 2, "It was Kafka.\nnot a rejection", "> ")
    actions = plan_reply(sent(one), read_reply(body, sent(one), SENT))
    assert actions[0] == Relabel(17, Label.OTHER)
    assert [action.text for action in actions if isinstance(action, StoreAnswer)] == ["It was Kafka."]


def test_a_correction_without_a_number_is_about_the_only_rejection_that_a_letter_tells() -> None:
    """Whatever else a digest numbers; of two nobody knows which is meant."""
    points = [Point(1, PointKind.CHASE, 5), *(Point(one, PointKind.REJECTION, one) for one in (17, 18))]
    one, two = (SentLetter(1, LetterKind.DIGEST, "2026-W47", points=tuple(points[:end])) for end in (2, 3))
    said = "not a rejection"
    assert plan_reply(one, read_reply(said, one, SENT)) == [Relabel(17, Label.OTHER)]
    assert plan_reply(two, read_reply(said, two, SENT)) == [StoreNote(None, said, is_undone=True)]


def test_free_words_answer_the_only_question_there_is() -> None:
    """Otherwise they are a note on the application."""
    one = letter(name="application-no-reason")
    assert len(one.points) == 1
    (action,) = plan_reply(sent(one), read_reply(gmail(one.text, WORDS), sent(one), SENT))
    assert isinstance(action, StoreAnswer)
    assert (action.point.number, action.text) == (1, WORDS)
    five = letter()
    assert plan_reply(sent(five), read_reply(gmail(five.text, WORDS), sent(five), SENT)) == [StoreNote(17, WORDS)]


@pytest.mark.parametrize("name", ["interview-three-gaps", "application-no-reason"])
@pytest.mark.parametrize(
    "line",
    ["Not a rejection, they invited me.", "This isn't a rejection - see below", "Keine Absage: sie laden mich ein"],
)
def test_a_correction_may_stand_before_a_sentence(name: str, line: str) -> None:
    """It is carried out, and the whole is kept as a note rather than as an answer."""
    one = letter(name=name)
    for said in (line, f"Hi,\n{line}\nOn Thursday."):
        actions = plan_reply(sent(one), read_reply(gmail(one.text, said), sent(one), SENT))
        assert actions == [Relabel(17, Label.OTHER), StoreNote(17, said)]


@pytest.mark.parametrize(
    "line", ["No, this is not a rejection.", "Hallo, das ist keine Absage", "Falsch: keine Absage"]
)
def test_a_correction_may_begin_with_an_objection(line: str) -> None:
    """People say no before they say what is so."""
    one = letter(name="application-no-reason")
    first, *_ = plan_reply(sent(one), read_reply(gmail(one.text, line), sent(one), SENT))
    assert first == Relabel(17, Label.OTHER)


@pytest.mark.parametrize(
    "close", ["LG Robin", "Mit freundlichen Grüßen\n\nRobin Example", "Viele Grüße, Robin", "Best regards,\nRobin"]
)
def test_who_signs_a_command_has_written_no_note(close: str) -> None:
    """A mail program adds it to every message, and the digest would tell it as the user's words."""
    one = letter(name="application-no-reason")
    for said in ("keine Absage", "Hallo,\n\nkeine Absage"):
        body = outlook(one.text, f"{said}\n\n{close}")
        assert plan_reply(sent(one), read_reply(body, sent(one), SENT)) == [Relabel(17, Label.OTHER)]
    five = letter()
    for told in (f"They were kind to me.\n\n{close}", "Best thing about it"):
        assert plan_reply(sent(five), read_reply(outlook(five.text, told), sent(five), SENT)) == [StoreNote(17, told)]


def test_words_of_a_correction_within_an_answer_are_the_answers() -> None:
    """A line may begin with them because it was wrapped."""
    one = letter(name="application-no-reason")
    said = "What I got from them was\nnot a rejection, but a talk."
    (action,) = plan_reply(sent(one), read_reply(gmail(one.text, said), sent(one), SENT))
    assert isinstance(action, StoreAnswer)
    five = letter()
    (action,) = plan_reply(sent(five), read_reply(gmail(five.text, f"2. Kafka.\n\n{said}"), sent(five), SENT))
    assert isinstance(action, StoreAnswer)


@pytest.mark.parametrize("line", ["Pause until Ada writes.", "pause bis nach den Ferien", "Pause until 5/6/2027"])
def test_a_pause_whose_end_cannot_be_read_lasts_until_it_is_ended(line: str) -> None:
    """Its words are kept as a note, so that nothing that somebody wrote is lost."""
    one = letter(name="application-no-reason")
    for said in (line, f"Hello,\n\n{line}\n\nThanks!"):
        actions = plan_reply(sent(one), read_reply(gmail(one.text, said), sent(one), SENT))
        assert actions == [Pause(), StoreNote(17, line)]
    assert plan_reply(None, read_reply(line, None, SENT)) == [Pause(), StoreNote(None, line, is_matched=False)]


@pytest.mark.parametrize(
    "answer",
    [
        "Pause before answering.",
        "Pause until they have finished, then answer.",
        "Pause until they finish.\nThen answer.",
        "I would listen more.\n\nPause until they finish.",
        "Pause, breathe, and ask what they mean.",
        "Stop rambling.",
    ],
)
def test_an_answer_that_begins_as_a_request_for_quiet_is_an_answer(answer: str) -> None:
    """Only a few words that name an end, and nothing else above or beside them, ask for quiet."""
    one = letter(name="application-no-reason")
    (action,) = plan_reply(sent(one), read_reply(gmail(one.text, answer), sent(one), SENT))
    assert isinstance(action, StoreAnswer)
    assert action.text == answer


def test_stop_beside_a_company_lets_it_go() -> None:
    """Alone it asks for quiet."""
    one = letter(name="interview-no-feedback")
    (number,) = [point.number for point in one.points if point.step == "chase"]
    for text, action in ((f"{number}. Stop.", StoreDecision(17, Choice.LET_GO, None)), ("Stop.", Pause())):
        assert plan_reply(sent(one), read_reply(gmail(one.text, text), sent(one), SENT))[0] == action


@pytest.mark.parametrize(
    ("text", "is_kept"),
    [
        ("remind me in two weeks, because I want to reapply", True),
        ("remind me in two weeks because I want to reapply", True),
        ("erinnere mich am 1. März, dann ist die Prüfung vorbei", True),
        ("remind me next week about Acme", True),
        ("pause until 4 January, I have an exam", True),
        ("remind me in two weeks", False),
        ("Please remind me on 3 May 2027, thanks", False),
        ("pause until the end of January", False),
    ],
)
def test_what_is_said_behind_a_day_is_kept_beside_the_command(
    text: str,
    is_kept: bool,  # noqa: FBT001 - a table
) -> None:
    """The command is carried out, and nothing of what somebody wrote is lost."""
    plain = command_in(re.split(r", (?!thanks)| because| about", text, maxsplit=1)[0], SENT)
    command = command_in(text, SENT)
    assert command
    assert plain
    assert (command.verb, command.day, command.is_kept) == (plain.verb, plain.day, is_kept)
    actions = plan_reply(sent(letter()), read_reply(text, sent(letter()), SENT))
    assert [one.text for one in actions if isinstance(one, StoreNote)] == [text] * is_kept
    assert len(actions) == 1 + is_kept


def test_many_commands_on_one_line_are_all_carried_out() -> None:
    """A digest lists more than fit into a short line; a sentence among them is no command, and all of it is kept."""
    points = tuple(Point(number, PointKind.UNCERTAIN, number + 100) for number in range(1, 61))
    digest = SentLetter(1, LetterKind.DIGEST, "2026-W47", points=points)
    line = ", ".join(f"{number} rejection" for number in range(1, 61))
    assert plan_reply(digest, read_reply(line, digest, SENT)) == [
        Relabel(number + 100, Label.REJECTION) for number in range(1, 61)
    ]
    told = f"{line}, and I am tired"
    assert plan_reply(digest, read_reply(told, digest, SENT)) == [StoreNote(None, told)]


def test_what_is_said_behind_a_choice_in_a_digest_is_kept_too() -> None:
    """About the company, and once; below a question it is the answer to that already."""
    chased = Point(6, PointKind.CHASE, 17, "chase", "Acme")
    digest = SentLetter(1, LetterKind.DIGEST, "2026-W47", points=(chased,))
    for text in ("6: let go, they were rude", "6: in May, when the course is over"):
        decision, note = plan_reply(digest, read_reply(text, digest, SENT))
        assert isinstance(decision, StoreDecision)
        assert note == StoreNote(17, text)
    asked = SentLetter(1, LetterKind.DEBRIEF, "a@x", 17, points=(Point(1, PointKind.QUESTION, 17, "chase", "Again?"),))
    spoken = read_reply("1: in May, when the course is over", asked, SENT)
    assert [type(one) for one in plan_reply(asked, spoken)] == [StoreDecision, StoreAnswer]


@pytest.mark.parametrize(
    "said",
    [
        "17 Remind me in May, when Nora is back from the Straße office",
        "#17: Remind me in May, when Nora is back from the Straße office",
        "Please 17 Remind me in May, when Nora is back from the Straße office",
    ],
)
def test_what_is_kept_of_a_command_with_a_number_is_in_the_users_own_letters(said: str) -> None:
    """Their capitals, and their ß."""
    points = (Point(17, PointKind.REJECTION, 7, text="Acme"), Point(18, PointKind.REJECTION, 8, text="Bolt"))
    day = SentLetter(1, LetterKind.DEBRIEF, "a@x", 7, points=points, is_shared=True)
    decision, note = plan_reply(day, read_reply(said, day, SENT))
    assert isinstance(decision, StoreDecision)
    assert note == StoreNote(7, "17: Remind me in May, when Nora is back from the Straße office")


def test_a_command_that_does_not_say_which_of_several_it_means_is_known_to_be_undone() -> None:
    """With the number of the rejection in front it is done; what was no command is a note like any other."""
    points = (Point(17, PointKind.REJECTION, 17, text="Acme"), Point(18, PointKind.REJECTION, 18, text="Bolt"))
    day = SentLetter(1, LetterKind.DEBRIEF, "a@x", 17, points=points, is_shared=True)
    for text in ("let go", "not a rejection", "remind me in May"):
        assert plan_reply(day, read_reply(text, day, SENT)) == [StoreNote(None, text, is_undone=True)]
        (done,) = plan_reply(day, read_reply(f"18 {text}", day, SENT))
        assert isinstance(done, StoreDecision | Relabel)
        assert done.message == 18
    assert plan_reply(day, read_reply("They were kind.", day, SENT)) == [StoreNote(None, "They were kind.")]


@pytest.mark.parametrize(
    ("said", "about", "kept"),
    [
        ("17 yes", 17, "17: yes"),
        ("17: Yes please", 17, "17: Yes please"),
        ("17 done", 17, "17: done"),
        ("99 let go", None, "99: let go"),
        ("yes", None, "yes"),
        ("Hi,\n\nNo, thanks!\n\nBest,\nRobin", None, "No, thanks!"),
        ("2 yes", None, "2: yes"),
    ],
)
def test_a_command_that_cannot_be_done_is_known_to_be_undone(said: str, about: int | None, kept: str) -> None:
    """A number beside which it means nothing, or that there is not, a word without any, a company that is not named.

    It is kept with the application if that is known.
    """
    points = (
        Point(17, PointKind.REJECTION, 17, text="Acme"),
        Point(18, PointKind.REJECTION, 18, text="Bolt"),
        Point(1, PointKind.QUESTION, 17, step="prepare"),
        Point(2, PointKind.QUESTION, None, step="chase"),
    )
    day = SentLetter(1, LetterKind.DEBRIEF, "a@x", 17, points=points, is_shared=True)
    assert plan_reply(day, read_reply(said, day, SENT)) == [StoreNote(about, kept, is_undone=True)]


@pytest.mark.parametrize(
    ("said", "choice"),
    [
        ("4 yes", Choice.CHASE),
        ("4 - Yes please!", Choice.CHASE),
        ("4 let go", Choice.LET_GO),
        ("4 yes\n\nBest,\nRobin", Choice.CHASE),
        ("17 yes", Choice.CHASE),
        ("17: no thanks", Choice.LET_GO),
        ("let go 17", Choice.LET_GO),
        ("chase #17", Choice.CHASE),
    ],
)
def test_a_number_before_a_command_is_that_of_the_question_or_of_the_rejection(said: str, choice: Choice) -> None:
    """As letters about several are answered, `17 yes` was kept as a note in silence: by mail and in the terminal."""
    one = letter(name="interview-no-feedback")
    assert [point.number for point in one.points if takes_yes_or_no(point)] == [4]

    for body in (gmail(one.text, said), thunderbird(one.text, said), under(quoted(one.text), 4, said, "> ")):
        assert StoreDecision(17, choice) in plan_reply(sent(one), read_reply(body, sent(one), SENT))
    assert StoreDecision(17, choice) in plan_reply(sent(one), read_answer(said, sent(one), 4, SENT))


def test_a_number_of_the_rejection_before_a_correction_is_no_answer_to_the_one_question() -> None:
    """It was told as what the user says about the question."""
    one = letter(name="application-no-reason")
    for said in ("17 not a rejection", "not a rejection: 17"):
        assert plan_reply(sent(one), read_reply(gmail(one.text, said), sent(one), SENT)) == [Relabel(17, Label.OTHER)]
    assert plan_reply(sent(one), read_reply(gmail(one.text, "16 not a rejection"), sent(one), SENT)) == [
        StoreNote(17, "16: not a rejection", is_undone=True)
    ]


@pytest.mark.parametrize(
    ("said", "choice", "day"),
    [
        ("Yes.", Choice.CHASE, None),
        ("Yes, please", Choice.CHASE, None),
        ("Ja, gern!", Choice.CHASE, None),
        ("no thank you", Choice.LET_GO, None),
        ("In May", Choice.REMIND, date(2027, 5, 1)),
        ("Hi,\n\nYes please\n\nBest,\nRobin", Choice.CHASE, None),
        ("Yes\n\n-- \nRobin", Choice.CHASE, None),
        ("No\n\nRobin", Choice.LET_GO, None),
    ],
)
def test_the_one_question_is_decided_without_a_number(said: str, choice: Choice, day: date | None) -> None:
    """Whether to try again: the word was kept as an answer, and the company was on no list. A sentence only answers."""
    question = Point(1, PointKind.QUESTION, 17, step="chase", text="Do you want to try there again?")
    one = SentLetter(1, LetterKind.DEBRIEF, "a@x", 17, points=(question,))
    decision, answer = plan_reply(one, read_reply(said, one, SENT))
    assert decision == StoreDecision(17, choice, day)
    assert isinstance(answer, StoreAnswer)
    for sentence in ("I wrote to them in May, and again in June.", "No. I am done with them."):
        assert plan_reply(one, read_reply(sentence, one, SENT)) == [StoreAnswer(17, question, sentence)]


def test_several_numbers_may_stand_before_one_command() -> None:
    """As people write it who go through a list; each is labelled, and what names a number that there is not is told."""
    points = (*(Point(one, PointKind.UNCERTAIN, 10 + one) for one in (1, 2, 3)), Point(4, PointKind.CHASE, 20))
    digest = SentLetter(1, LetterKind.DIGEST, "2026-W47", points=points)
    for said in ("1, 2 not", "1 and 2: no", "1 & 2 not a rejection", "1,2 not"):
        told = plan_reply(digest, read_reply(said, digest, SENT))
        assert told == [Relabel(11, Label.OTHER), Relabel(12, Label.OTHER)], said
    assert plan_reply(digest, read_reply("1, 2 and 3 rejection", digest, SENT)) == [
        Relabel(one, Label.REJECTION) for one in (11, 12, 13)
    ]
    for said in ("1: yes, it is", "1 is a rejection", "1 it's a rejection", "1 Rejection!"):
        assert plan_reply(digest, read_reply(said, digest, SENT)) == [Relabel(11, Label.REJECTION)], said
    for said in ("No 4", "Interview 2:", "In 2 and 3 I see a pattern.", "I got 1 rejection 2 weeks ago"):
        assert plan_reply(digest, read_reply(said, digest, SENT)) == [StoreNote(None, said)], said


def test_each_command_to_a_letter_that_is_not_on_record_is_known_to_be_undone() -> None:
    """One by one, so that they can be counted; what else is said is no command."""
    said = "let go\nnot a rejection\nremind me in May\nThey were kind.\npause"
    assert plan_reply(None, read_reply(said, None, SENT)) == [
        StoreNote(None, "let go", is_matched=False, is_undone=True),
        StoreNote(None, "not a rejection", is_matched=False, is_undone=True),
        StoreNote(None, "remind me in May", is_matched=False, is_undone=True),
        Pause(),
        StoreNote(None, "They were kind.", is_matched=False),
    ]


def test_what_cannot_be_told_is_kept_as_a_note() -> None:
    """A number that the letter does not have, a command that names nothing, a letter that is not on record."""
    one = letter()
    actions = plan_reply(sent(one), read_reply("9. What is this?\ndone 7", sent(one), SENT))
    assert actions == [StoreNote(17, "7: done", is_undone=True), StoreNote(17, "9. What is this?")]
    actions = plan_reply(None, read_reply("let go\nI am tired.", None, SENT))
    assert actions == [
        StoreNote(None, "let go", is_matched=False, is_undone=True),
        StoreNote(None, "I am tired.", is_matched=False),
    ]
    assert not any(isinstance(action, Finish) for action in actions)


# -- hostile text


_PIECES = st.sampled_from(
    ["> ", ">", "\n", "\n\n", "On ", " wrote:", "1. ", "2: ", "pause", "From: a", "---Original Message---", "\u202e"]
)


@settings(max_examples=150)
@given(st.lists(st.one_of(_PIECES, st.text(max_size=30)), max_size=40).map("".join))
def test_no_text_breaks_the_reading(text: str) -> None:
    """Nor is anything made up: every answer stands in the reply, and all of it is planned."""
    one = letter()
    spoken = read_reply(text, sent(one), SENT)
    squeezed = "".join(text.split())
    for _, answer in spoken.answers:
        assert all("".join(line.split()) in squeezed for line in answer.splitlines())
    assert len(plan_reply(sent(one), spoken)) >= len(spoken.answers) + len(spoken.commands) + bool(spoken.free)


@pytest.mark.parametrize(
    "text",
    [
        "On " * 40_000,
        "> " * 60_000,
        "\n" * 120_000,
        "1. " * 40_000,
        "On a 1\n" * 20_000,
        "remind me in " * 10_000,
        "From: a\n" * 15_000,
        (letter().text + "\n") * 60,
        ">" * 120_000,
        "wrote: " * 20_000,
        "which question made you " * 5_000,
    ],
    ids=lambda text: text[:12].strip() or "white",
)
def test_hostile_text_takes_bounded_time(text: str) -> None:
    """Some libraries need hours for such a text: then this test would not end."""
    one = letter()
    spoken = read_reply(text, sent(one), SENT)
    assert len(spoken.free) + sum(len(answer) for _, answer in spoken.answers) <= len(text)


# -- one letter about several rejections


def shared(language: str = "en") -> tuple[Letter, SentLetter]:
    """Return a letter about two rejections, and as the log knows it."""
    one = make_letters(language=language, reads_replies=True).day(
        [
            make_rejection(id=4, message_id="a@x", company="Nordlicht GmbH"),
            make_rejection(id=5, message_id="b@x", company="Brightside", stage="application"),
        ]
    )
    return one, SentLetter(1, LetterKind.DEBRIEF, "a@x", 4, one.said, one.points, is_shared=True)


def test_a_letter_about_several_calls_them_by_their_numbers() -> None:
    """A label is about the message; a bare command names none, and is kept as a note."""
    one, known = shared()
    said = "5 not a rejection\nlet go\n4: keine Absage\n"
    assert plan_reply(known, read_reply(gmail(one.text, said), known, SENT)) == [
        Relabel(5, Label.OTHER),
        StoreNote(None, "let go", is_undone=True),
        Relabel(4, Label.OTHER),
    ]
    for said in ("5 not a rejection, they invited me", "5: not a rejection, they invited me"):
        first, note = plan_reply(known, read_reply(gmail(one.text, said), known, SENT))
        assert first == Relabel(5, Label.OTHER)
        assert isinstance(note, StoreNote)
        assert note.text.endswith("not a rejection, they invited me")


@LANGUAGES
def test_its_question_about_trying_again_wants_a_name(language: str) -> None:
    """The company that is named is the one that the decision is about."""
    one, known = shared(language)
    (number,) = [point.number for point in known.of_kind(PointKind.QUESTION) if point.step == "chase"]
    body = under(quoted(one.text), number, "Brightside, im Mai", "> ")
    actions = plan_reply(known, read_reply(gmail("", language=language) + body, known, SENT))
    assert actions[0] == StoreDecision(5, Choice.REMIND, date(2027, 5, 1))
    assert isinstance(actions[1], StoreAnswer)
    assert (actions[1].message, actions[1].text) == (5, "Brightside, im Mai")


def test_its_other_questions_say_which_one_they_are_about() -> None:
    """What is said of neither is kept without one; the first word of a company is enough to name it."""
    one, known = shared()
    (about,) = [point for point in known.of_kind(PointKind.QUESTION) if point.message == 4]
    actions = plan_reply(known, read_reply(gmail(one.text, f"1. Neither.\n{about.number}. Kafka."), known, SENT))
    assert [(one.message, one.text) for one in actions if isinstance(one, StoreAnswer)] == [(4, "Kafka.")]
    assert StoreNote(None, "Neither.") in actions
    named = plan_reply(known, read_reply(gmail(one.text, "1. Nordlicht, for the people."), known, SENT))
    assert [(one.message, one.text) for one in named if isinstance(one, StoreAnswer)] == [
        (4, "Nordlicht, for the people.")
    ]


@pytest.mark.parametrize("said", ["2: interview", "2 offer", "2 not a rejection"])
def test_a_label_is_given_to_messages_and_to_nothing_else_that_a_letter_numbers(said: str) -> None:
    """Beside something to learn, or somebody to write to, such a word is an answer like any other."""
    points = (Point(1, PointKind.UNCERTAIN, 17), Point(2, PointKind.SKILL, 18, answer=3), Point(3, PointKind.CHASE, 19))
    known = SentLetter(1, LetterKind.DIGEST, "2026-W47", points=points)
    for number, kind in ((2, PointKind.SKILL), (3, PointKind.CHASE)):
        told = plan_reply(known, read_reply(said.replace("2", str(number), 1), known, SENT))
        assert not [one for one in told if isinstance(one, Relabel)], kind
        assert told
    (uncertain,) = plan_reply(known, read_reply(said.replace("2", "1", 1), known, SENT))
    assert isinstance(uncertain, Relabel)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("pause until the end of January", date(2027, 1, 31)),
        ("pause until the end of the year", date(2026, 12, 31)),
        ("pause bis Mitte Februar", date(2027, 2, 28)),
        ("pause until late February", date(2027, 2, 28)),
        ("pause until the end of next week", date(2026, 12, 6)),
        ("remind me at the end of March", date(2027, 3, 31)),
        ("pause until February", date(2027, 2, 1)),
        ("remind me next week", date(2026, 11, 30)),
    ],
)
def test_a_span_that_is_named_by_its_end_is_over_then_and_no_sooner(line: str, day: date) -> None:
    """Who asks for quiet until the end of January is not written to on its first day."""
    (command,) = commands_in(line, date(2026, 11, 23))
    assert command.day == day


def test_half_a_year_is_no_half_of_a_month() -> None:
    """Counted from the first of a month it ends on one."""
    assert day_in("half a year", date(2026, 12, 1)) == day_in("6 months", date(2026, 12, 1)) == date(2027, 6, 1)
