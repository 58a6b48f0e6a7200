"""Replies as mail programs write them: what each makes of the letter that it answers."""

from __future__ import annotations

import textwrap
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime

from support.mail import NOW


def answer(  # noqa: PLR0913 - what a mail program puts into a reply, each by name
    letter: EmailMessage,
    text: str,
    *,
    name: str = "reply",
    sender: str = "Robin <robin@home.example>",
    html: bool = False,
    threaded: bool = True,
    prefix: str = "Re: ",
    date: datetime = NOW,
) -> bytes:
    """Return a reply to a letter with this body, as it is sent."""
    reply = EmailMessage()
    reply["From"] = sender
    reply["To"] = str(letter["Reply-To"] or letter["From"])
    reply["Subject"] = prefix + str(letter["Subject"])
    reply["Date"] = format_datetime(date)
    reply["Message-ID"] = f"<{name}@phone.example>"
    if threaded:
        reply["In-Reply-To"] = str(letter["Message-ID"])
        reply["References"] = f"{letter['References'] or ''} {letter['Message-ID']}".strip()
    reply.set_content(text, subtype="html" if html else "plain", cte="quoted-printable")
    return reply.as_bytes().replace(b"\n", b"\r\n")


def text_of(letter: EmailMessage) -> str:
    """Return the text part of a letter."""
    return str(letter.get_body(("plain",)).get_content()).replace("\r\n", "\n")


def html_of(letter: EmailMessage) -> str:
    """Return the HTML part of a letter."""
    return str(letter.get_body(("html",)).get_content()).replace("\r\n", "\n")


def quoted(text: str, mark: str = "> ") -> str:
    """Return text with a quote mark before each line."""
    return "\n".join((mark + line).rstrip() for line in text.splitlines())


def gmail(text: str, said: str = "", language: str = "en") -> str:
    """Return a plain reply as Gmail writes it: `said` on top, `text` quoted below."""
    line = {
        "en": "On Tue, 24 Nov 2026 at 08:30, Afterword <robin@home.example> wrote:",
        "de": "Am Di., 24. Nov. 2026 um 08:30 Uhr schrieb Afterword <robin@home.example>:",
    }[language]
    return f"{said}\n\n{line}\n\n{quoted(text)}\n"


def thunderbird(text: str, said: str = "", language: str = "en") -> str:
    """Return a plain reply as Thunderbird writes it: below the quotation."""
    line = {"en": "On 24/11/2026 08:30, Afterword wrote:", "de": "Am 24.11.26 um 08:30 schrieb Afterword:"}[language]
    return f"{line}\n{quoted(text)}\n\n{said}\n"


def apple(text: str, said: str = "") -> str:
    """Return a plain reply as Apple Mail writes it."""
    line = "On 24 Nov 2026, at 08:30, Afterword <robin@home.example> wrote:"
    return f"{said}\n\nSent from my iPhone\n\n{quoted(line)}\n>\n{quoted(text)}\n"


def outlook(text: str, said: str = "", language: str = "en") -> str:
    """Return a plain reply as Outlook writes it: a block of header lines, then the letter without any mark."""
    block = {
        "en": """\
            -----Original Message-----
            From: Afterword <robin@home.example>
            Sent: Tuesday, 24 November 2026 08:30
            To: robin@home.example
            Subject: Notes on Acme""",
        "de": """\
            ________________________________
            Von: Afterword <robin@home.example>
            Gesendet: Dienstag, 24. November 2026 08:30
            An: robin@home.example
            Betreff: Notizen""",
    }[language]
    return f"{said}\n\n{textwrap.dedent(block)}\n\n{text}\n"


def under(text: str, question: int, said: str, mark: str = "") -> str:
    """Return the text of a letter, quoted with `mark` or not, with an answer written below a question of it."""
    lines = text.splitlines()
    start = next(place for place, line in enumerate(lines) if line.startswith(f"{mark}{question}. "))
    place = next(place for place in range(start, len(lines)) if lines[place] == f"{mark}   >")
    return "\n".join([*lines[: place + 1], *said.splitlines(), *lines[place + 1 :]])
