"""A reply of a few words is judged by what it answers; where it quotes nothing of that, the user is asked."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from support.judgements import message
from support.verdicts import decisions_on, scores_of

from pipeline.adapters.labelled import Case, read_cases
from pipeline.core.message import Message
from pipeline.core.verdict import Decision, Label
from pipeline.reading.read import read

CASES = list(read_cases(Path(__file__).parents[2] / "models" / "trial" / "eleventh.jsonl"))

_ANSWERS = re.compile(r"^(?:\s*(?:re|aw|r|res|sv|tr|antw)\s*:)+\s*", re.IGNORECASE)


def decisions(cases: list[Case], *, answering: bool, behind: str = "") -> Counter[Decision]:
    """Return what the messages are called, as replies or as messages that answer nothing, with more said behind."""
    messages = [
        replace(
            case.message,
            subject=("Re: " if answering else "") + _ANSWERS.sub("", case.message.subject),
            text=case.message.text + behind,
        )
        for case in cases
        if read(case.message).quoted == ""
    ]
    assert {read(one).form for one in messages} == {"reply" if answering else "new"}
    return Counter(decisions_on(messages))


def test_a_private_no_in_a_line_is_asked_about_and_not_called() -> None:
    """A fifth is left of what is called; as much as before is let pass without a word."""
    private = [case for case in CASES if case.label is Label.OTHER]
    alone, reply = decisions(private, answering=False), decisions(private, answering=True)
    assert reply[Decision.REJECTION] * 4 <= alone[Decision.REJECTION]
    assert reply[Decision.NOT_REJECTION] >= alone[Decision.NOT_REJECTION] - 5


def test_a_refusal_of_work_in_a_line_is_asked_about_rather_than_missed() -> None:
    """Some are plain enough to be called all the same."""
    rejections = [case for case in CASES if case.label is Label.REJECTION]
    alone, reply = decisions(rejections, answering=False), decisions(rejections, answering=True)
    assert reply[Decision.NOT_REJECTION] <= 0.18 * len(rejections)
    assert reply[Decision.UNCERTAIN] > alone[Decision.UNCERTAIN]
    assert 0.3 * len(rejections) < reply[Decision.REJECTION] < alone[Decision.REJECTION]


def test_what_says_more_is_judged_as_ever() -> None:
    """A reply that goes on for a line more."""
    rejections = [case for case in CASES if case.label is Label.REJECTION and case.language == "en"]
    more = "\n\nThank you for coming by on Tuesday and for waiting so long for this answer, it took us a while."
    told = [decisions(rejections, answering=one, behind=more)[Decision.REJECTION] for one in (False, True)]
    assert abs(told[0] - told[1]) <= 1


#: A reply of a few words, what a candidate wrote, and what somebody else did who got the same answer.
ANSWERS = [
    (
        "Sorry, filled already.",
        "I saw the card in your window and would like to work for you as a florist's assistant. I can start in May.",
        "Are there two seats left for the pottery course on Thursday evenings? My sister would come along.",
    ),
    (
        "No, I'm afraid not.",
        "Is there any news about my application as a lab technician? I enjoyed the interview a fortnight ago.",
        "Could you feed the cats over the bank holiday? We'd leave the key with the neighbours as usual.",
    ),
    (
        "Leider nein.",
        "hiermit bewerbe ich mich um die Stelle als Köchin in Ihrem Gasthof. Meinen Lebenslauf finden Sie im Anhang.",
        "ist der Kinderwagen aus der Anzeige noch zu haben? Ich könnte ihn am Samstag bei Ihnen abholen.",
    ),
    (
        "Non, désolée.",
        "Je me permets de vous demander où en est ma candidature au poste de libraire. Je reste disponible.",
        "Tu pourrais nous prêter ta remorque samedi pour le déménagement ? On la rend dimanche soir.",
    ),
    (
        "Lo siento, no.",
        "Os escribo para saber si hay novedades sobre mi candidatura al puesto de cocinero. Quedo a la espera.",
        "¿Te vienes el domingo a comer a casa de mi madre? Hace paella y vienen también los primos.",
    ),
    (
        "Purtroppo no.",
        "Vorrei sapere se ci sono novità sulla mia candidatura come segretaria. Il colloquio mi è piaciuto molto.",
        "Sabato riesci ad accompagnare i bambini in piscina? Noi siamo fuori fino alle quattro.",
    ),
    (
        "Helaas niet.",
        "Is er al nieuws over mijn sollicitatie naar de functie van tuinman? Ik hoor het graag.",
        "Kunnen jullie zaterdag helpen met verhuizen? We hebben een busje en daarna is er pizza.",
    ),
    (
        "Infelizmente não vai dar.",
        "Gostaria de saber se há novidades sobre a minha candidatura à vaga de enfermeira. Fico a aguardar.",
        "Consegues emprestar-nos a tenda para o fim de semana? Devolvemos na segunda-feira à noite.",
    ),
]


def answer(text: str, asked: str) -> Message:
    """Return a reply that quotes what it answers."""
    quoted = f"On Mon, 5 Oct 2026 at 10:00, Ada Wood <ada@post.example> wrote:\n> {asked}"
    return replace(message(f"{text}\n\n{quoted}", subject="Re: a question"), in_reply_to="asked@post.example")


@pytest.mark.parametrize(("text", "by_candidate", "by_others"), ANSWERS, ids=[text for text, _, _ in ANSWERS])
def test_a_no_is_judged_by_what_it_answers(text: str, by_candidate: str, by_others: str) -> None:
    """The same words end a candidacy and refuse a favour; who quotes what was asked for has said which."""
    told = decisions_on([answer(text, by_candidate), answer(text, by_others)])
    assert told == [Decision.REJECTION, Decision.NOT_REJECTION]


@pytest.mark.parametrize("text", ["Thanks all the same!", "OK.", "Schade, danke!", "Oh no! Ring me tonight x"])
def test_what_is_quoted_ends_nothing(text: str) -> None:
    """Somebody answers a rejection, or passes it on with a word of comfort."""
    rejection = "We are sorry to tell you that we have decided not to take your application for the post further."
    assert decisions_on([answer(text, rejection)]) == [Decision.NOT_REJECTION]


def test_a_reply_that_tells_its_matter_is_judged_by_its_own_words() -> None:
    """Below a refusal of work that is long enough nothing that is quoted counts."""
    refusal = (
        "Thank you for coming in to meet the team on Tuesday. We have decided to go with another candidate for the "
        "position and will not be taking your application any further."
    )
    alone = replace(message(refusal, subject="Re: a question"), in_reply_to="asked@post.example")
    first, second = scores_of([alone, answer(refusal, ANSWERS[0][2])])
    assert first == pytest.approx(second, abs=1e-6)
