"""What stands around feedback is none: a sentence that only passes it on, and a firm below the name of who wrote."""

from __future__ import annotations

import pytest
from support.judgements import judged, reading

from pipeline.core.verdict import Act
from pipeline.reading.feedback.rules import feedback_of

GAP = "Too slow with the drill, and no experience of leading a crew."


def quoted(text: str) -> list[str]:
    """Return what is quoted of a rejection by Rosa Diaz, every sentence of which looks like a gap."""
    what = reading(text, sender="Rosa Diaz <rosa@diaz.example>")
    return [one.text for one in feedback_of(what, judged(what, others=Act.GAP))]


@pytest.mark.parametrize(
    "text",
    [
        "See below what Martin wrote, I thought you would want it unvarnished.",
        "You asked for our notes, so I have typed them out as they stand.",
        "Hier ist, was der Fachbereich mir geschickt hat, ich dachte, Sie möchten es ungeschönt.",
        "Sie hatten um unsere Notizen gebeten, ich habe sie Ihnen abgeschrieben.",
        "Vous m'aviez demandé nos remarques, je vous les recopie telles quelles.",
        "Me pediste nuestras notas, así que te las copio tal cual.",
        "Mi avevi chiesto i nostri appunti, eccoli così come sono.",
        "Je vroeg om onze aantekeningen, dus ik heb ze voor je overgetypt.",
        "Pediste as nossas notas, por isso copio-as tal como estão.",
    ],
)
def test_a_sentence_that_passes_on_the_words_of_others_is_no_feedback(text: str) -> None:
    """Those follow."""
    assert quoted(f"{text}\n\n{GAP}") == [GAP]


@pytest.mark.parametrize(
    "text",
    [
        "You asked for our notes on your test before it was marked, which the panel found pushy.",
        "Here is what Martin wrote: your mortar was too wet.",
        "Here are our comments, you were too slow at the bench.",
        "Your notes were copied out of a textbook.",
        "You sent over a plan that copied ours, and it did not convince us.",
        "Hier sind Ihre Notizen zu kurz geblieben.",
        "Te pedimos un plan y copiaste el nuestro, sin ideas propias.",
    ],
)
def test_what_says_something_beside_it_is_feedback(text: str) -> None:
    """Behind a colon, of what the reader was, or of the reader's own notes."""
    assert quoted(f"{text}\n\n{GAP}") == [text, GAP]


@pytest.mark.parametrize(
    "firm",
    ["Diaz y Cía. Consultores de RR. HH.", "Diaz et Cie. Conseil en R. H.", "Hnos. Diaz"],
)
def test_a_firm_below_the_name_of_who_wrote_is_no_feedback(firm: str) -> None:
    """However often its full stops cut it, and without any closing above."""
    assert quoted(f"Hola Ana,\n\n{GAP}\n\nRosa Diaz\n{firm}")[-1] == GAP


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (f"{GAP}\n\nRosa Diaz\n\n- too slow", "too slow"),
        (f"{GAP}\n\nRosa Diaz\n\nYour French was also a little weak.", "Your French was also a little weak."),
        (f"Rosa Diaz\n\nHi Ana,\n\n{GAP}\n\nToo slow again.", "Too slow again."),
    ],
)
def test_an_item_and_a_whole_sentence_there_are_and_so_is_all_below_a_letterhead(text: str, last: str) -> None:
    """A name at the top signs nothing."""
    assert quoted(text)[-1] == last
