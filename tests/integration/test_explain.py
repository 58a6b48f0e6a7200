"""`afterword explain`: the sentences and words that moved a score."""

from __future__ import annotations

from support.mail import rejection

from pipeline import bootstrap
from pipeline.core.message import Message, MessageKey, RawMessage
from pipeline.core.verdict import ENDING_ACTS
from pipeline.tasks.explain import explain


def test_the_decisive_sentence_moves_the_score_most_and_ends_the_candidacy() -> None:
    """Without the sentence that declines, the score falls further than without any courtesy."""
    message = bootstrap.parser().parse(RawMessage(MessageKey("x", 1, 1), rejection("one")))
    assert isinstance(message, Message)

    done = explain(message, bootstrap.classifier())

    heaviest = max(done.sentences, key=lambda one: one.influence)
    assert heaviest.acts[0][0] in ENDING_ACTS
    assert "other candidates" in heaviest.text or "not be moving forward" in heaviest.text
    thanks = next(one for one in done.sentences if one.text.startswith("Dear"))
    assert abs(thanks.influence) < heaviest.influence
    assert abs(done.words[0].influence) >= abs(done.words[-1].influence)


def test_a_message_without_text_is_explained_too() -> None:
    """Nothing to leave out is no fault."""
    raw = RawMessage(MessageKey("x", 1, 1), b"From: a@b.example\r\nSubject: \r\n\r\n")
    message = bootstrap.parser().parse(raw)
    assert isinstance(message, Message)

    assert explain(message, bootstrap.classifier()).sentences == ()
