"""Fuzz target: any bytes are parsed, read, and drawn facts from, and what must hold of them holds.

`make fuzz` runs it. A crash is written to out/fuzz; `python tests/fuzz/fuzz_reading.py FILE` runs it again.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

import atheris

sys.path.insert(0, str(Path(__file__).parents[1]))

with atheris.instrument_imports(include=["pipeline.reading", "pipeline.adapters", "pipeline.core"]):
    from support.invariants import facts_of

    from pipeline.adapters.parsing.parser import MailParser
    from pipeline.core.message import Address, Message, MessageKey, RawMessage, Unreadable

KEY = MessageKey("fuzz", 0, 1)
PARSER = MailParser()


#: What messages are put together from, a piece for each byte, so that the fuzzer gets past the header.
# fmt: off
PIECES = (
    "\n", " ", ". ", ", ", "\n\n", " - ", ": ", "| ", "(", ")", "\u201c", "\u201d", "> ", "@", "/", "&", "\u00a0",
    "\u202e", "\u0301", "Halden", "GmbH & Co. KG", "Acme", "S.p.A.", "Anna", "Bauer", "株式会社", "Команда", "شركة",
    "HP", "PHP", "IT", "The", "of", "Bank", "Thank you for applying to ", "on behalf of our client ", "Team",
    "Recruiting", "no-reply", "Data Analyst", "position of ", "als ", "Ihre Bewerbung bei der ", "poste de ",
    "puesto de ", "posizione di ", "functie van ", "vaga de ", "(m/w/d)", "Job ID ", "R-20418", "2026",
    "We keep your CV on file for ", "reapply in ", "six months", "zwölf Monaten", "31 February 2027",
    "next hiring season", "Q9 2027", "in ", "Location: ", "Berlin", "jo.doe@example.com", "Kind regards",
    "On 3 May, Ann wrote:", "---------- Forwarded message ---------", "From: ", "Subject: ", "Unfortunately ",
    "leider ", "has decided ", "your application ", "1" * 50, "A " * 30, "a-b_c.d", "\ud800",
)
# fmt: on
SENT = datetime(2026, 11, 15, tzinfo=UTC)


def built(data: bytes) -> Message:
    """Return a message put together from pieces; the first two bytes say how long subject and sender are."""
    subject, sender = data[0] % 32, data[1] % 16
    pieces = [PIECES[byte % len(PIECES)] for byte in data[2:]]
    name, rest = "".join(pieces[:sender]), pieces[sender:]
    address = "jobs@halden.example" if data[0] & 64 else "anna@myworkday.com"
    text, title = "".join(rest[subject:]), "".join(rest[:subject])
    return Message(KEY, "fuzz@x", SENT, sender=Address(name, address), subject=title, text=text)


def target(data: bytes) -> None:
    """Read one message of these bytes, or one that they put together."""
    if len(data) > 2 and data[0] & 128:
        facts_of(built(data))
        return
    parsed = PARSER.parse(RawMessage(KEY, data))
    if isinstance(parsed, Unreadable):
        assert not parsed.reason.startswith("its parser failed"), parsed.reason
    assert isinstance(parsed, Message | Unreadable)
    if isinstance(parsed, Message):
        facts_of(parsed)


if __name__ == "__main__":
    atheris.Setup(sys.argv, target)
    atheris.Fuzz()
