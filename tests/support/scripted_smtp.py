"""An SMTP server that says what a test tells it to, for the answers that a real one cannot be made to give."""

from __future__ import annotations

import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from support.scripted_server import scripted_server

_ANSWERS = {"DATA": "354 go on", "QUIT": "221 bye"}


@contextmanager
def scripted_smtp(answers: Mapping[str, str | None], greeting: str | None = "220 ready") -> Iterator[int]:
    """Yield the port of a server for one plain connection after the other.

    Args:
        answers: By command (`EHLO`, `MAIL`, ...), what is said, or None to hang up; `.` is the end of a letter. Other
            commands are answered with 250.
        greeting: The first line; None to hang up in its place.
    """
    with scripted_server(lambda connection: _speak(connection, answers, greeting)) as port:
        yield port


def _speak(connection: socket.socket, answers: Mapping[str, str | None], greeting: str | None) -> None:
    if greeting is None:
        return
    connection.sendall(greeting.encode() + b"\r\n")
    in_letter = False
    with connection.makefile("rb") as lines:
        for line in lines:
            if in_letter and line != b".\r\n":
                continue
            command = (line.decode("ascii", "replace").split() or [""])[0].upper()
            answer = answers.get(command, _ANSWERS.get(command, "250 fine"))
            if answer is None:
                return
            connection.sendall(answer.encode() + b"\r\n")
            in_letter = command == "DATA" and answer.startswith("354")
