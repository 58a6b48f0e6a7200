"""Letters: content and templates in, complete RFC 5322 messages out."""

from __future__ import annotations

import re
import textwrap
import tomllib
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, tzinfo
from email.errors import MessageError
from email.header import Header
from email.headerregistry import Address as HeaderAddress
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import format_datetime
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from pipeline.adapters.calendar import Day, calendar_file
from pipeline.adapters.parsing.html_text import html_to_text
from pipeline.core.letters.day import DayLetter, write_day
from pipeline.core.letters.debrief import Debrief, known_values, write_debrief
from pipeline.core.letters.digest import WeekFacts, write_digest
from pipeline.core.letters.help import later_date
from pipeline.core.letters.letter import DOMAIN, Letter, LetterKind
from pipeline.core.letters.lists import Asked
from pipeline.core.letters.marks import letter_id, mark_of, token
from pipeline.core.letters.naming import is_plain_id, mid_url
from pipeline.core.letters.overview import Overview
from pipeline.core.letters.phrases import problems
from pipeline.core.letters.rejection import Rejection
from pipeline.core.letters.summary import write_summary
from pipeline.core.letters.wording import Voice, Wording
from pipeline.core.message import Address
from pipeline.core.text import clean
from pipeline.errors import ConfigError

_TEMPLATES = Path(__file__).parents[1] / "templates"
_WIDTH = 72
#: RFC 2045 §6.7 and RFC 2047 §2: lines of quoted-printable and encoded words.
_LINE = 76
#: RFC 5322 §3.6.4 lets References grow without end; mail programs thread by its two ends.
_REFERENCES = 20
_CALENDAR = "try-again.ics"
_OWN_WORDS = "Correct it, or start again from what `afterword config steps` prints."


class _LetterPolicy(EmailPolicy):
    """SMTP line ends; headers folded, but Message-IDs left whole.

    The standard policies turn a Message-ID that is longer than a line into encoded words, which no mail program
    takes for a Message-ID (https://github.com/python/cpython/issues/79986). A longer line for all headers would
    avoid that and give encoded words and body lines that are too long in turn.
    """

    _IDS = frozenset({"message-id", "in-reply-to", "references"})

    def fold(self, name: str, value: str) -> str:
        if name.lower() in self._IDS:
            return f"{name}: {f'{self.linesep} '.join(value.split())}{self.linesep}"
        if name.lower() == "subject" and value.isascii():
            # The standard policies may leave the first line empty, and some programs then show a space before the rest.
            lines = textwrap.wrap(f"{name}: {value}", _LINE - 1, break_long_words=False, break_on_hyphens=False)
            return f"{self.linesep} ".join(lines) + self.linesep
        if name.lower() == "subject":
            # The standard policies lose a space between two encoded words, or double one beside them.
            told = Header(value, "utf-8", maxlinelen=_LINE, header_name=name).encode(linesep=self.linesep)
            return f"{name}: {told}{self.linesep}"
        return str(super().fold(name, value))

    def fold_binary(self, name: str, value: str) -> bytes:
        if name.lower() in self._IDS or name.lower() == "subject":
            return self.fold(name, value).encode("ascii")
        return super().fold_binary(name, value)


class TemplateLetters:
    """Composes letters from the steps file and the templates of the package (`core.ports.Letters`).

    Args:
        steps: The TOML file with the words of every letter; one table for each language.
        sender: Whose address the letters come from; the name shown is Afterword's.
        recipient: Who gets them.
        secret: The installation's secret: without it nobody can foretell a letter's Message-ID.
        language: The table of the steps file to write in, such as `en`.
        clock: Returns the moment (aware) for the Date header; nothing else in a letter depends on it.
        timezone: The time zone in which dates are told.
        gmail: The accounts that are Gmail's, each with its user: what lies there can be searched for by a link.
        reads_replies: Whether replies to the letters are read; they then say what a reply can do.

    Raises:
        ConfigError: The steps file cannot be read, has faults, or lacks the language; or an address cannot be used.
    """

    def __init__(  # noqa: PLR0913 - what an installation chooses about its letters, each by name
        self,
        steps: Path,
        *,
        sender: Address,
        recipient: Address,
        secret: str,
        language: str,
        clock: Callable[[], datetime],
        timezone: tzinfo,
        gmail: Mapping[str, str] | None = None,
        reads_replies: bool = False,
    ) -> None:
        self._wordings = load_wordings(steps)
        written = [one for one, wording in self._wordings.items() if wording.writes_letters]
        if language not in written:
            raise ConfigError(
                f"With the words in {steps}, no letter can be written in the language {language!r}.",
                hint=f"Choose one of: {', '.join(written)}.",
            )
        self._wording = self._wordings[language]
        self._sender = _header_address("Afterword", sender)
        self._recipient = _header_address(recipient.name, recipient)
        self._secret = secret
        self._clock = clock
        self._timezone = timezone
        self._gmail = gmail or {}
        self._reads_replies = reads_replies
        self._templates = _templates()

    def debrief(self, rejection: Rejection, earlier: Sequence[str] = ()) -> Letter:
        """Return the debrief about one rejection, threaded under it."""
        theirs = self._wordings.get(rejection.language)
        users = (self._gmail.get(name.partition("/")[0], "") for name in rejection.mailboxes)
        content = write_debrief(
            rejection,
            self._wording,
            self._timezone,
            theirs=theirs,
            gmail_user=next(filter(None, users), ""),
            reads_replies=self._reads_replies,
            earlier=earlier,
        )
        thread = (*rejection.references, rejection.message_id)
        days = self._days([rejection])
        return self._letter(LetterKind.DEBRIEF, rejection.message_id, "debrief", content, thread, days)

    def day(self, rejections: Sequence[Rejection], earlier: Sequence[str] = ()) -> Letter:
        """Return the one debrief about several rejections. It lies under none of them."""
        about = "\n".join(one.message_id for one in rejections)
        content = write_day(
            about, rejections, self._wording, self._timezone, reads_replies=self._reads_replies, earlier=earlier
        )
        return self._letter(LetterKind.DEBRIEF, about, "day", content, days=self._days(rejections))

    def digest(self, facts: WeekFacts, asked: Sequence[Asked] = ()) -> Letter:
        """Return the digest of one week."""
        content = write_digest(facts, asked, self._wording, self._timezone, reads_replies=self._reads_replies)
        return self._letter(LetterKind.DIGEST, str(facts.week), "overview", content)

    def summary(self, about: str, rejections: Sequence[Rejection]) -> Letter:
        """Return the one letter that stands for the debriefs of many old rejections."""
        content = write_summary(about, rejections, self._wording, self._timezone, reads_replies=self._reads_replies)
        return self._letter(LetterKind.SUMMARY, about, "overview", content)

    def _days(self, rejections: Sequence[Rejection]) -> list[Day]:
        """Return the days from which on one may apply again, for a calendar."""
        return [self._day(one, again) for one in rejections if (again := later_date(one))]

    def _day(self, rejection: Rejection, again: date) -> Day:
        voice = Voice(self._wording, rejection.message_id, known_values(rejection, self._wording, self._timezone))
        return Day(
            uid=f"{token(self._secret, 'day', rejection.message_id)}@{DOMAIN}",
            day=again,
            noted=rejection.date,
            summary=voice.say("next.event"),
            description=" ".join(filter(None, (voice.say("next.date"), mid_url(rejection.message_id)))),
        )

    def _letter(
        self,
        kind: LetterKind,
        about: str,
        template: str,
        content: Debrief | DayLetter | Overview,
        thread: Sequence[str] = (),
        days: Sequence[Day] = (),
    ) -> Letter:
        preview = Voice(self._wording, about).say("subject.preview")
        known = {"letter": content, "language": self._wording.language, "preview": preview}
        text = _tidy(self._templates.get_template(f"{template}.text.j2").render(known))
        html = self._templates.get_template(f"{template}.html.j2").render(known) + "\n"
        email = self._email(kind, about, content.subject, thread)
        _set_parts(email, text, html, boundary=f"=_{token(self._secret, 'boundary', kind, about)}")
        if days:
            _attach(email, calendar_file(days), boundary=f"=_{token(self._secret, 'outer boundary', kind, about)}")
        # Of the whole, so it comes last: the standard library moves what begins with Content- into the first part.
        email["Content-Language"] = self._wording.language
        said = f"{text}\n\n{html_to_text(html)}"
        return Letter(kind, about, email, text, html, content.subject, content.points, said)

    def _email(self, kind: LetterKind, about: str, subject: str, thread: Sequence[str]) -> EmailMessage:
        email = EmailMessage(policy=_LetterPolicy(linesep="\r\n", max_line_length=_LINE))
        email["From"] = self._sender
        email["To"] = self._recipient
        if self._reads_replies and self._sender.addr_spec != self._recipient.addr_spec:
            email["Reply-To"] = self._recipient
        own_id = letter_id(self._secret, kind, about)
        # At the end, where a phone cuts it off: for servers that change a Message-ID, and programs that do not name it.
        email["Subject"] = _header_text(f"{subject} {mark_of(own_id)}")
        email["Date"] = format_datetime(self._clock())
        email["Message-ID"] = f"<{own_id}>"
        for name, value in _threading(thread).items():
            email[name] = value
        email["Auto-Submitted"] = "auto-generated"
        email["X-Auto-Response-Suppress"] = "All"
        email["X-Afterword"] = str(kind)
        email["List-Id"] = f"Afterword <letters.{DOMAIN}>"
        return email


def load_wordings(steps: Path) -> Mapping[str, Wording]:
    """Return the wording of each language in a steps file; raise ConfigError with every fault in it."""
    try:
        tables = tomllib.loads(steps.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise ConfigError(f"{steps} cannot be read: {error.strerror}.", hint=_OWN_WORDS) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{steps} is not valid TOML: {error}.", hint=_OWN_WORDS) from error
    found = [
        problem
        for language, table in tables.items()
        for problem in (problems(language, table) if isinstance(table, dict) else [f"{language}: expected a table"])
    ]
    if found or not tables:
        raise ConfigError(f"{steps} cannot be used for letters.", hint=_OWN_WORDS, problems=found)
    return {language: Wording.of(language, table) for language, table in tables.items()}


def _threading(thread: Sequence[str]) -> dict[str, str]:
    """Return the headers that put a letter under the last message of a thread (RFC 5322 §3.6.4).

    A message whose Message-ID is missing or holds odd characters cannot be named; the ones before it still can.
    """
    plain = list(dict.fromkeys(one for one in thread if is_plain_id(one)))
    if not plain:
        return {}
    kept = plain if len(plain) <= _REFERENCES else [plain[0], *plain[1 - _REFERENCES :]]
    return {"In-Reply-To": f"<{plain[-1]}>", "References": " ".join(f"<{one}>" for one in kept)}


def _set_parts(email: EmailMessage, text: str, html: str, *, boundary: str) -> None:
    email.set_content(text, cte="quoted-printable")
    email.add_alternative(html, subtype="html", cte="quoted-printable")
    # The standard library would draw one at random, and the same facts give the same bytes.
    email.set_boundary(boundary)


def _attach(email: EmailMessage, calendar: str, *, boundary: str) -> None:
    """Attach a calendar file. Mail programs offer to take it in; `method` is said in both places (RFC 6047 §2.4)."""
    part = calendar.encode()
    email.add_attachment(
        part, "text", "calendar", cte="base64", filename=_CALENDAR, params={"charset": "utf-8", "method": "PUBLISH"}
    )
    email.set_boundary(boundary)


def _header_text(text: str) -> str:
    """Return text as it may be given to a header.

    The standard library decodes encoded words (RFC 2047) in what it is given, line ends among them, and would write
    these out as new headers. So nothing may look like one.
    """
    return clean(text).replace("=?", "= ?")


def _header_address(name: str, address: Address) -> HeaderAddress:
    problem = ConfigError(
        f"{clean(address.address)!r} cannot be used as the address of a letter.",
        hint="Write it in ASCII, as you@example.org, under letters.to or letters.sender in the config.",
    )
    # The standard library encodes other characters in a way that no mail server takes (RFC 5322 §3.4.1).
    if not address.address.isascii() or "@" not in address.address or "=?" in address.address:
        raise problem
    try:
        return HeaderAddress(display_name=_header_text(name), addr_spec=address.address)
    except (ValueError, IndexError, MessageError) as error:
        raise problem from error


def _templates() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=select_autoescape(enabled_extensions=("html.j2",), disabled_extensions=("text.j2",), default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["wrap"] = _wrap
    return environment


def _wrap(text: str, first: str = "", then: str | None = None) -> str:
    """Return text in lines of 72 columns, the first indented by `first` and those below it by `then`."""
    indent = " " * len(first) if then is None else then
    return textwrap.fill(text, _WIDTH, initial_indent=first, subsequent_indent=indent, break_on_hyphens=False)


def _tidy(text: str) -> str:
    """Return a rendered text part with single empty lines between its paragraphs and none at its ends."""
    lines = "\n".join(line.rstrip() for line in text.splitlines())
    return re.sub(r"\n{3,}", "\n\n", lines).strip("\n") + "\n"
