"""Messages that are passed on: whom the message within is from, and what whoever passes it on says above it."""

from __future__ import annotations

import re

from pipeline.core.message import Address
from pipeline.core.reading import Reading
from pipeline.reading.senders.people import is_salutation
from pipeline.reading.text.history import header_line, history_start
from pipeline.reading.text.spelling import words_of

#: Characters of a message that is passed on, and lines of a header.
_LONGEST = 5_000
_LINES = 12

ADDRESS = re.compile(r"(?<![\w.+-])[A-Za-z0-9][\w.+-]{0,63}@(?:[A-Za-z0-9-]{1,63}\.){1,4}[A-Za-z]{2,12}(?![\w-])")

#: The header line that names to whom the message within was sent.
_RECEIVER = re.compile(r"^[\s>]*\*?(?:to|an|à|para|a|aan)\s?\*?\s?:\*?\s?\S", re.IGNORECASE)

#: A line that greets, with whatever word: `Afternoon Lee,`.
_GREETING = re.compile(r"\w+(?: [\w'\u2019-]+){0,3}\s?[,!]\s*")

#: What is said to a candidate.
_CANDIDACY = re.compile(
    r"\b(?:your|ihrer?n?|deiner?n?|votre|ta|tu|su|tua|sua|jouw|je|uw)\s+(?:\w+\s+)?(?:\w*bewerbung|application|candidacy"
    r"|candidature|candidatura|solicitud|sollicitatie|inscrição)\b",
    re.IGNORECASE,
)


def sender_within(reading: Reading) -> Address:
    """Return whom a forwarded message is from, by its header lines; either part may be empty."""
    headers = (header_line(line.lstrip("> ")) for line in reading.message.text[:_LONGEST].splitlines())
    value = next((one["value"][:200] for one in headers if one and one["sender"] and len(one["value"]) > 2), "")
    address = ADDRESS.search(value)
    name = re.split(r"[<\[(]", value)[0].strip(" \t\"'*")
    return Address("" if "@" in name else name, address[0] if address else "")


def said_above(reading: Reading) -> str:
    """Return what stands above a forwarded message whose sender was told something and tells the reader; else nothing.

    It was sent to who passes it on and speaks to no candidate, and who passes it on greets somebody, or sends it to
    somebody of another name. What candidates pass on, from one mailbox to another, was written to them.
    """
    if reading.form != "forward":
        return ""
    lines = reading.message.text[:_LONGEST].splitlines()
    start = history_start(lines)
    above, within = "\n".join(lines[: start.line]).strip(), lines[start.line :]
    sender = reading.message.sender
    own = set(words_of(sender.name))
    told = next((line.casefold() for line in within[:_LINES] if _RECEIVER.match(line)), "")
    is_theirs = sender.address.casefold() in told or own <= set(words_of(told))
    if not (above and own and told and is_theirs) or _CANDIDACY.search("\n".join(within)):
        return ""
    greeting = above.partition("\n")[0]
    greets = (is_salutation(greeting) or _GREETING.fullmatch(greeting)) and own.isdisjoint(words_of(greeting))
    others = any(one.name and own.isdisjoint(words_of(one.name)) for one in reading.message.recipients)
    return above if greets or others else ""
