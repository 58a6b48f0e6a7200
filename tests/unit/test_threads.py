"""Which messages hang together."""

from __future__ import annotations

from hypothesis import given, strategies as st

from pipeline.core.applications.threads import thread_of

ANSWERS = {
    "first": [],
    "second": ["first"],
    "third": ["own", "second"],
    "fourth": ["own"],
    "alone": [],
    "other": ["elsewhere"],
}


def test_a_thread_is_the_same_from_wherever_it_is_taken_up() -> None:
    """Also through a message of the user's that is not logged itself."""
    thread = {"first", "second", "third", "fourth"}
    for one in thread:
        assert thread_of(one, ANSWERS.items()) == thread
    assert thread_of("alone", ANSWERS.items()) == {"alone"}
    assert thread_of("other", ANSWERS.items()) == {"other"}
    assert thread_of("unknown", ANSWERS.items()) == {"unknown"}


@given(st.dictionaries(st.integers(0, 9).map(str), st.lists(st.integers(0, 14).map(str), max_size=3)))
def test_threads_part_all_messages(answers: dict[str, list[str]]) -> None:
    """Every message is in its own thread, and two threads are one or have nothing in common."""
    threads = [thread_of(one, answers.items()) for one in answers]
    assert all(one in thread for one, thread in zip(answers, threads, strict=True))
    assert all(left == right or not left & right for left in threads for right in threads)
