"""An IMAP server that says what a test tells it to, for the answers that a real one cannot be made to give."""

from __future__ import annotations

import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from support.scripted_server import scripted_server


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
    heard = [] if heard is None else heard
    with scripted_server(lambda connection: _speak(connection, answers, greeting, heard)) as port:
        yield port


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
