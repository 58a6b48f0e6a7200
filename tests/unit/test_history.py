"""What a message says now, apart from what it quotes, whatever mail program quoted it and wherever people wrote."""

from __future__ import annotations

import pytest
from support.clients import quoted

from pipeline.reading.text.split import Split, split_history

ASKED = "Was there any feedback? I know that I lacked experience with SAP."
ON = "On Mon, Mar 9, 2026 at 9:00 AM Sam Ode <sam@home.example> wrote:"
OLD = "Unfortunately we have chosen somebody else."
BLOCK = "From: Dana <d@x.example>\nSent: Tuesday, March 10, 2026 9:00 AM\nTo: Sam\nSubject: {}"


# -- a sentence that ends in "wrote:" is none of a mail program's


@pytest.mark.parametrize(
    "line",
    [
        "Our CTO, who interviewed you on 3 March, wrote:",
        "This is what the 2 panel members wrote:",
        "In question 2 you wrote:",
        "On 3 March 2026 you wrote:",
        "Unser Teamleiter, der am 3. März mit Ihnen sprach, schrieb:",
        "Zu Aufgabe 2 schrieb uns der Teamleiter:",
    ],
)
@pytest.mark.parametrize("subject", ["Your application", "Re: Your application"])
def test_what_somebody_is_said_to_have_written_is_new(line: str, subject: str) -> None:
    """All of the feedback stands below such a line."""
    text = f"Sorry, it is a no.\n\n{line}\n\nLovely code. You went blank at database locks.\n\nAidan"
    assert split_history(text, subject=subject).new == text


def test_a_day_in_front_is_an_attribution_only_above_quote_marks_or_in_an_answer() -> None:
    """Mail programs write a time or an address as well; a first message quotes nothing."""
    line = "On 3 March 2026 our CTO wrote:"
    text = f"Sorry, no.\n\n{line}\n\nLovely code."
    assert split_history(text, subject="Your application").new == text
    assert split_history(text, is_reply=True).new == "Sorry, no."
    assert split_history(f"Sorry, no.\n\n{line}\n> Lovely code.", subject="Your application").new == "Sorry, no."


# -- above, below, in between


@pytest.mark.parametrize("subject", ["Re: Buyer", "Buyer"])
def test_answers_between_quotations_are_new(subject: str) -> None:
    """And what the candidate wrote is not read as the employer's."""
    text = f"{ON}\n> Is there any news?\n\nYes. {OLD}\n\n{quoted(ASKED)}\n\nYour SQL was slow.\n\nDana"
    for greeting in ("", "Hi Sam, answers below.\n\n", "Hi Sam, answers below.\n"):
        split = split_history(greeting + text, subject=subject)
        assert split.new == f"{greeting.rstrip()}\n\nYes. {OLD}\n\nYour SQL was slow.\n\nDana".strip()
        assert split.form == "reply"
        assert ASKED in split.quoted


def test_an_answer_below_a_quotation_is_new() -> None:
    """With the attribution above it, wrapped or not."""
    for line in (ON, ON.replace("<sam", "<\nsam")):
        split = split_history(f"{line}\n\n{quoted(ASKED)}\n\nI will ask.\n\n-- \nDana", is_reply=True)
        assert (split.new, split.form) == ("I will ask.\n\n--\nDana", "reply")


def test_a_signature_or_the_end_of_a_wrapped_line_below_a_quotation_is_not_new() -> None:
    """Neither was written as an answer."""
    wide = "> I am sorry that I was not successful, I know that my SQL was too slow and I"
    for rest in ("lacked experience.\n> Could you confirm?", "lacked experience.\n\n-- \nDana Reyes\nBrightloom"):
        split = split_history(f"{OLD}\n\n{ON}\n{wide}\n{rest}", is_reply=True)
        assert split.new == OLD


def test_below_an_attribution_without_quote_marks_everything_is_history() -> None:
    """Nothing tells there where the quotation ends."""
    split = split_history(f"Thanks.\n\n{ON}\n\n{ASKED}\n> Older.\n\nMore.", subject="Re: Buyer")
    assert split.new == "Thanks."


def test_a_forward_shows_what_was_passed_on_without_what_that_quotes() -> None:
    """Neither the candidate's older words nor the employer's."""
    passed = f"From: Dana <d@x.example>\nDate: Tue\nSubject: Re: Buyer\nTo: Sam\n\n{OLD}\n\n{ON}\n{quoted(ASKED)}"
    for text in (passed, quoted(passed)):
        split = split_history(f"fyi\n\n---------- Forwarded message ---------\n{text}", subject="Fwd: Re: Buyer")
        assert (split.new, split.form) == (f"fyi\n\n{OLD}", "forward")
        assert ASKED in split.quoted


def test_what_was_passed_on_twice_is_still_shown() -> None:
    """The header block inside says that it was."""
    inner = f"See below.\n\n{BLOCK.format('Buyer')}\n\n{OLD}\n\n{BLOCK.format('Old')}\n\n{ASKED}"
    split = split_history(f"fyi\n\n{BLOCK.format('FW: Buyer')}\n\n{inner}", subject="FW: Buyer")
    assert split.new == f"fyi\n\nSee below.\n\n{OLD}"


def test_an_answer_to_a_forward_quotes_it() -> None:
    """A friend's word of comfort is no rejection."""
    text = f"Bad luck. Lunch?\n\n{ON}\n> look\n>\n> ---------- Forwarded message ---------\n> From: Dana\n>\n> {OLD}"
    split = split_history(text, subject="Re: Fwd: Buyer")
    assert (split.new, split.form) == ("Bad luck. Lunch?", "reply")


def test_nothing_but_a_quotation_is_the_message() -> None:
    """As when somebody sends an old message once more."""
    for text in (quoted(OLD), f"{ON}\n{quoted(OLD)}", quoted(f"{OLD}\n\n{ON}\n{quoted(ASKED)}")):
        split = split_history(text)
        assert (OLD in split.new, ASKED in split.new, split.form) == (True, False, "forward")


# -- what mail programs write in other languages


@pytest.mark.parametrize(
    "block",
    [
        "De: Dana <d@x.example>\nEnviado el: martes, 10 de marzo de 2026 9:00\nPara: Sam\nAsunto: RE: Buyer",
        "De: Dana <d@x.example>\nEnviada em: terça-feira, 10 de março de 2026 09:00\nPara: Sam\nAssunto: RES: Buyer",
        "De: Dana <d@x.example>\nEnviada: 10 de março de 2026 09:00\nPara: Sam\nAssunto: RE: Buyer",
        BLOCK.format("Buyer").replace("\n", "\n\n"),
        BLOCK.format("Buyer").replace("Subject", "Priority: high\nSubject").replace("To:", "Someone: x\nTo:"),
        BLOCK.format("Buyer").replace("> ", ">\n").replace("Sent", "<d@x.example>\nSent"),
        "Op 10 mrt 2026, om 09:00 heeft Dana <d@x.example> het volgende geschreven:",
        "No dia 10/03/2026, às 09:00, Dana <d@x.example> escreveu:",
        "Às 09:00 de 10/03/2026, Dana Reyes escreveu:",
        "Dana Reyes <d@x.example> escreveu (terça, 10/03/2026 à(s) 09:00):",
        "Dana Reyes <d@x.example> wrote on 10.03.2026 09:00:",
        "-----Message d\u2019origine-----\nDe : Dana",
        "Fra: Dana <d@x.example>\nSendt: 10. marts 2026 09:00\nTil: Sam\nEmne: SV: Buyer",
        "Från: Dana <d@x.example>\nSkickat: den 10 mars 2026 09:00\nTill: Sam\nÄmne: SV: Buyer",
        "Od: Dana <d@x.example>\nWysłano: wtorek, 10 marca 2026 09:00\nDo: Sam\nTemat: ODP: Buyer",
        "Od: Dana <d@x.example>\nOdesláno: úterý 10. března 2026 9:00\nKomu: Sam\nPředmět: RE: Buyer",
        "Den tis 10 mars 2026 kl 09:00 skrev Dana <d@x.example>:",
        "tir. 10. mar. 2026 kl. 09.00 skrev Dana <d@x.example>:",
        "wt., 10 mar 2026 o 09:00 Dana <d@x.example> napisał(a):",
        "Am Dienstag, 10. März 2026 um 09:00:00 MEZ hat Dana Reyes <d@x.example> Folgendes geschrieben:",
        "Dana Reyes <d@x.example> hat am 10.03.2026 09:00 CET geschrieben:",
        "Dana Reyes <d@x.example> schreef op 10 maart 2026 09:00:",
        "Dana Reyes a écrit le 10/03/2026 09:00 :",
        "Dana Reyes ha scritto il 10/03/2026 09:00:",
        "Dana Reyes escreveu no dia 10/03/2026 09:00:",
        "---- On Tue, 10 Mar 2026 09:00:00 +0100 Dana Reyes <d@x.example> wrote ----",
        "10 Mar 2026 Sal, 09:00 tarihinde Dana <d@x.example> şunu yazdı:",  # noqa: RUF001 - as it is written there
        "вт, 10 мар. 2026 г. в 09:00, Dana <d@x.example>:",  # noqa: RUF001 - as it is written there
        "Dana <d@x.example> ezt írta (időpont: 2026. márc. 10., K, 9:00):",
        "Dana <d@x.example> 于2026年3月10日周二 09:00写道：",  # noqa: RUF001 - as it is written there
        "-------- Original-Nachricht --------\nVon: Dana <d@x.example>",
        "Od: Dana <d@x.example>\nWysłane: wtorek, 10 marca 2026 09:00\nDo: Sam\nTemat: ODP: Buyer",
        "差出人: Dana <d@x.example>\n送信日時: 2026年3月10日 9:00\n宛先: Sam\n件名: Re: Buyer",
        "发件人: Dana <d@x.example>\n发送时间: 2026年3月10日 9:00\n收件人: Sam\n主题: Re: Buyer",
        "보낸 사람: Dana <d@x.example>\n보낸 날짜: 2026년 3월 10일\n받는 사람: Sam\n제목: Re: Buyer",
    ],
)
def test_history_is_known_in_every_language(block: str) -> None:
    """An old rejection below an answer must not vote."""
    split = split_history(f"Gracias a ti, Sam.\n\n{block}\n\n{OLD}", subject="RE: Buyer", is_reply=True)
    assert (split.new, split.form) == ("Gracias a ti, Sam.", "reply")


@pytest.mark.parametrize(
    ("mark", "subject"),
    [
        ("De: Dana\nEnviada em: terça-feira\nPara: Sam\nAssunto: Analista", "ENC: Analista"),
        ("De: Dana\nEnviado el: martes\nPara: Sam\nAsunto: Analista", "RV: Analista"),
        ("Début du message réexpédié :\n\nDe: Dana\nObjet: Analyste\nÀ: Sam", "Tr : Analyste"),
        ("Inicio del mensaje reenviado:\n\nDe: Dana\nAsunto: Analista\nPara: Sam", "Analista"),
        ("-------- Mensagem reencaminhada --------\nAssunto: Analista\nDe: Dana\nPara: Sam", "Analista"),
        ("-------- Message transféré --------\nSujet : Analyste\nDe : Dana\nPour : sam@x.example", "Fwd: Analyste"),
        ("-------- Messaggio Inoltrato --------\nOggetto: Analista\nMittente: Dana\nA: Sam", "Fwd: Analista"),
        ("----- Mail transféré -----\nDe: Dana\nÀ: Sam\nEnvoyé: Mardi\nObjet: Analyste", "Analyste"),
        ("----- Forwarded Message ----- From: Dana <d@x.example>To: Sam <s@x.example>Sent: Tuesday", "Fwd: Analyst"),
        ("From: Dana\nSent: Tuesday\nTo: Sam\nSubject: Analyst", "[EXTERNAL] FW: Analyst"),
        ("From: Dana\nDate: Tuesday\nSubject: Analyst", "Dana has sent you a message"),
    ],
)
def test_a_forward_is_known_in_every_language(mark: str, subject: str) -> None:
    """What stands above the forwarded text falls off."""
    split = split_history(f"oi\n\n{mark}\n\n{OLD}", subject=subject)
    assert (split.new, split.form) == (f"oi\n\n{OLD}", "forward")


def test_a_message_that_answers_nothing_has_no_history() -> None:
    """A portal quotes what an employer wrote to you; feedback stands between quote marks."""
    text = "Dana has sent you a message:\n\n> Sorry, it is a no.\n> Your SQL was slow.\n\nAnswer on our site."
    split = split_history(text, subject="A message for you")
    assert (split.new, split.form) == (text.replace("> ", ""), "new")
    for subject in ("Re: A message", "[EXTERNAL] Re: A message", "[Jobs] [EXT] AW: A message"):
        assert "SQL" not in split_history(text, subject=subject).new


def test_the_hours_of_an_appointment_are_no_header_lines() -> None:
    """Nor is what stands below them history."""
    text = "The interview was moved.\n\nDate: 12 March 2026\nFrom: 10:00\nTo: 11:00\n\nPlease confirm."
    for subject in ("Re: Interview", "Interview"):
        assert split_history(text, subject=subject).new == text


def test_documents_that_are_asked_for_by_a_day_are_new() -> None:
    """A line with address, day and time attributes nothing, unless it is written as mail programs write it."""
    text = "Please send to jo@x.example by 3 March 2026, 10:00:\n\n- your diploma"
    assert split_history(text, is_reply=True).new == text
    bracketed = f"Sorry, no.\n\n{text.replace('jo@x.example', 'Jo <jo@x.example>')}"
    assert split_history(bracketed, subject="Your diploma").new == bracketed


def test_a_sentence_that_tells_of_a_message_passed_on_is_no_mark() -> None:
    """Whoever forwards by a program has a line of its own for it, and what stands behind it is set off."""
    for line in ("Message transmis au service RH (rh@x.example), sans suite.", "Mail transmis à rh@x.example hier."):
        text = f"Bonjour,\n\n{line}\n\nCordialement"
        assert split_history(text, subject="Candidature") == Split(text, "", "new")


def test_what_was_passed_on_twice_is_what_the_first_one_quotes() -> None:
    """One mark of the subject is for each time; inside a name it is none."""
    text = f"FYI\n\nBegin forwarded message:\n\nSee below.\n\n{ON}\n\n{quoted(OLD)}"
    assert OLD in split_history(text, subject="Fwd: Fwd: Lead").new
    assert OLD not in split_history(text, subject="Fwd: Wi-Fi: Lead").new


@pytest.mark.parametrize(
    "text",
    [
        f"{ON}\n>\n" * 20_000,
        f"{ON}\n" * 20_000,
        (ON + "\n" + "\n" * 50) * 2_000 + "> x",
        "---------- Forwarded message ----------\n" * 50_000,
        "> " * 20_000 + "x\n",
        (">" * 50 + "x\n") * 20_000,
        ("From: a\n\nTo: b\n\nx:\n" * 20_000),
        ("1:00 2026 " + "<a@b>" * 50 + "\n") * 2_000,
        "hi\n" + "a>" * 200_000 + "\nbye\n",
    ],
    ids=["marked", "attributions", "blank", "forwards", "deep", "marks", "headers", "brackets", "one long line"],
)
def test_hostile_history_takes_bounded_time(text: str) -> None:
    """Each line is looked at a few times at most: otherwise this test would not end."""
    assert split_history(text, subject="Re: x").form in {"reply", "forward"}
