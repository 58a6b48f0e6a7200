"""An IMAP server that says what a test tells it to, for the answers that a real one cannot be made to give."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress


@contextmanager
def scripted_imap(
    answers: Mapping[str, str | None], greeting: str = "* OK ready", *, heard: list[str] | None = None
) -> Iterator[int]:
    """Yield the port of a server for one plain connection after the other.

    Args:
        answers: By command (`LOGIN`, `UID FETCH`, ...), the text behind the tag, or None to hang up; lines before the
            last one are sent as they are. Other commands are answered with OK.
        greeting: The first line; empty for a server that never speaks.
        heard: Takes down each line that was heard, without its tag.
    """
    listener = socket.create_server(("127.0.0.1", 0))
    thread = threading.Thread(
        target=_serve, args=(listener, answers, greeting, heard if heard is not None else []), daemon=True
    )
    thread.start()
    try:
        yield int(listener.getsockname()[1])
    finally:
        with suppress(OSError):
            listener.shutdown(socket.SHUT_RDWR)
        listener.close()
        thread.join(10)


def _serve(listener: socket.socket, answers: Mapping[str, str | None], greeting: str, heard: list[str]) -> None:
    with suppress(OSError):
        while True:
            connection, _ = listener.accept()
            with connection, suppress(OSError):
                _speak(connection, answers, greeting, heard)


def _speak(connection: socket.socket, answers: Mapping[str, str | None], greeting: str, heard: list[str]) -> None:
    if greeting:
        connection.sendall(greeting.encode() + b"\r\n")
    with connection.makefile("rb") as lines:
        for line in lines:
            tag, *words = line.decode("ascii", "replace").split() or [""]
            if not words:  # no command: a client that speaks TLS to a server that does not
                return
            heard.append(" ".join(words))
            command = " ".join(words[:2] if words[0].upper() == "UID" else words[:1]).upper()
            default = "* CAPABILITY IMAP4rev1\r\nOK done" if command == "CAPABILITY" else "OK done"
            answer = answers.get(command, default)
            if answer is None:
                return
            *before, last = answer.split("\r\n")
            connection.sendall("".join(f"{one}\r\n" for one in [*before, f"{tag} {last}"]).encode())
