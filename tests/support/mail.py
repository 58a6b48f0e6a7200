"""Messages that leave no doubt what they are, and the sample mailbox as if it had ended today."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime
from pathlib import Path

from pipeline.resources import SAMPLE_MAILBOX

#: The moment of the tests: the command looks at the clock, so dates count from here.
NOW = datetime.now(UTC).replace(microsecond=0)

#: The end of the sample mailbox.
_EVENING = datetime(2026, 11, 22, 18, 0, tzinfo=UTC)
_DATE = re.compile(rb"^Date: (.*(?:\n[ \t].*)*)$", re.MULTILINE)

_REJECTION = """\
Dear Robin,

Thank you for your interest in the role of {role} at {company} and for the time you took to apply.

After careful consideration, we regret to inform you that we will not be moving forward with your application. We have \
decided to proceed with other candidates whose experience more closely matches our needs.

We wish you every success in your job search.

Kind regards,
The {company} recruiting team
"""

_ACKNOWLEDGEMENT = """\
Dear Robin,

Thank you for applying for the role of {role} at {company}. We have received your application and will review it \
carefully. We will be in touch within two weeks.

Kind regards,
The {company} recruiting team
"""

_NOTE = """\
Hi Robin,

dinner is at seven on Sunday. Bring the pictures of the garden if you can, and a pie.

See you,
Mum
"""


def message(name: str, body: str, *, sender: str, subject: str, date: datetime = NOW) -> bytes:
    """Return a message with the Message-ID `name@mail.example`."""
    header = {
        "From": sender,
        "To": "robin@home.example",
        "Subject": subject,
        "Date": format_datetime(date),
        "Message-ID": f"<{name}@mail.example>",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
    }
    return (
        "".join(f"{key}: {value}\r\n" for key, value in header.items()) + "\r\n" + body.replace("\n", "\r\n")
    ).encode()


def rejection(name: str, company: str = "Acme", role: str = "Data Engineer", date: datetime = NOW) -> bytes:
    """Return a plain rejection."""
    sender, subject = f"{company} Recruiting <jobs@{domain(company)}>", f"Your application to {company}"
    return message(name, _REJECTION.format(company=company, role=role), sender=sender, subject=subject, date=date)


def acknowledgement(name: str, company: str = "Acme", role: str = "Data Engineer", date: datetime = NOW) -> bytes:
    """Return a plain acknowledgement."""
    sender, subject = f"{company} Recruiting <jobs@{domain(company)}>", "We have received your application"
    return message(name, _ACKNOWLEDGEMENT.format(company=company, role=role), sender=sender, subject=subject, date=date)


def note(name: str, date: datetime = NOW) -> bytes:
    """Return a message that has nothing to do with jobs."""
    return message(name, _NOTE, sender="Mum <mum@family.example>", subject="Sunday", date=date)


def unreadable() -> bytes:
    """Return what a full disk leaves of a message."""
    return b"\0" * 512


def domain(company: str) -> str:
    """Return the domain of a made-up company."""
    return re.sub(r"[^a-z0-9]+", "-", company.lower()).strip("-") + ".example"


def sample() -> Iterator[tuple[str, bytes, datetime]]:
    """Yield file name, bytes and date of each message of the sample mailbox, dated as if it had ended now."""
    last = _EVENING
    for path in sorted(SAMPLE_MAILBOX.glob("*.eml")):
        raw, date = _moved(path)
        last = date or last
        yield path.name, raw, last


def _moved(path: Path) -> tuple[bytes, datetime | None]:
    """Return a message with the date in its header moved, and that date."""
    raw = path.read_bytes()
    header, gap, body = raw.partition(b"\n\n")
    match = _DATE.search(header)
    if match is None:
        return raw, None
    date = parsedate_to_datetime(match[1].decode("ascii")) + (NOW - _EVENING) - timedelta(minutes=1)
    line = b"Date: " + format_datetime(date).encode("ascii")
    return header[: match.start()] + line + header[match.end() :] + gap + body, date.astimezone(UTC)
