"""What helps at once: a draft to the sender, as text and as a link that opens it, and a date to try again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote as percent_encode

from pipeline.core.applications.application import Reason, Stage
from pipeline.core.feedback import FeedbackKind
from pipeline.core.letters.naming import is_plain_id, who_wrote
from pipeline.core.letters.questions import NOT_ABOUT_THE_PERSON
from pipeline.core.letters.rejection import Rejection
from pipeline.core.letters.wording import Voice, Wording
from pipeline.core.letters.writer import FORWARDED, addressee, is_forwarded
from pipeline.core.text import excerpt

_SUBJECT = 100
#: What Windows hands to a mail program is cut at 2,048 characters.
_LONGEST_LINK = 2000

#: The addresses that every mail program takes from a link as they are: a dot-atom, and a domain (RFC 5322 §3.4.1).
_ATOM = r"[\w!#$%&'*+/=?^`{|}~-]+"
_ADDRESS = re.compile(rf"(?=.{{3,254}}\Z){_ATOM}(?:\.{_ATOM})*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+", re.ASCII)
_REPLY = re.compile(r"\s*(?:re|aw|antw)\s*:\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Draft:
    """A short message to the sender, in their language: what leads to it, its lines, and links that open it.

    `address` is empty where it goes to somebody else than the sender. `link` is a `mailto:` URL with subject, text and
    thread; `short` is one without the text, for a letter in which links are seen. Both may be empty.
    """

    lead: str
    lines: tuple[str, ...]
    language: str
    address: str = ""
    link: str = ""
    short: str = ""
    open: str = ""


def draft_for(rejection: Rejection, voice: Voice, theirs: Wording) -> Draft | None:
    """Return a draft if feedback is offered or a person wrote; `voice` leads to it, `theirs` writes it."""
    to = addressee(rejection)
    named = who_wrote(to.name, "")
    if not (rejection.offers_feedback or named):
        return None
    wording = theirs.draft(familiar=rejection.familiar)
    person = _first_name(named) if rejection.familiar else named
    written = Voice(wording, rejection.message_id, {"person": person}, voice.earlier)
    lines = tuple(filter(None, _lines(rejection, written)))
    lead = voice.say(f"next.{_lead(rejection, answerable=bool(to.address))}", who=named)
    link, short = _links(rejection, to.address, lines)
    return Draft(lead, lines, theirs.language, to.address if link else "", link, short, voice.say("next.write"))


def _first_name(name: str) -> str:
    """Return the first name in the name of a person; all of it where a title stands first, or the surname."""
    first, _, rest = name.partition(" ")
    return name if not rest or first.endswith((".", ",")) else first


def later_date(rejection: Rejection) -> date | None:
    """Return the date from which on one may apply again, if it lies after the rejection."""
    again = rejection.reapply_after
    return again if again is not None and again > rejection.date.date() else None


def _lead(rejection: Rejection, *, answerable: bool) -> str:
    if not rejection.offers_feedback:
        return "thanks_unwanted" if rejection.wants_no_other else "thanks"
    return "feedback" if answerable else "feedback_elsewhere"


def _lines(rejection: Rejection, voice: Voice) -> Iterator[str]:
    """Yield thanks, the request for feedback, and a line to keep the door open.

    Nothing is asked of whoever writes that there is no feedback, and no door kept open that they have closed.
    """
    say = voice.say
    yield say("draft.greeting")
    thanks = say("draft.thanks_interview" if rejection.stage is Stage.INTERVIEW else "draft.thanks")
    # Whoever names a condition has said nothing of what they saw.
    is_condition = rejection.reason is Reason.ELIGIBILITY
    said = [one for one in rejection.said if not (is_condition and one.kind is FeedbackKind.REASON)]
    if rejection.offers_feedback:
        thanks = f"{thanks} {say('draft.offered_more' if said else 'draft.offered')}"
    elif rejection.reason not in NOT_ABOUT_THE_PERSON and not said and not rejection.denies_feedback:
        thanks = f"{thanks} {say('draft.not_offered')}"
    elif said:
        thanks = f"{thanks} {say('draft.given')}"
    yield thanks
    if not rejection.wants_no_other:
        yield say("draft.door_on_hold" if rejection.reason is Reason.ON_HOLD else "draft.door")
    yield say("draft.close")


def _links(rejection: Rejection, address: str, lines: tuple[str, ...]) -> tuple[str, str]:
    """Return the `mailto:` URLs with and without the text (RFC 6068); empty where the address is an odd one."""
    if not _ADDRESS.fullmatch(address):
        return "", ""
    fields = {"subject": _subject(rejection)}
    # The writer of a forwarded message has never seen the message that it was forwarded in.
    if is_plain_id(rejection.message_id) and not is_forwarded(rejection):
        fields["In-Reply-To"] = f"<{rejection.message_id}>"
    short = _mailto(address, fields)
    link = _mailto(address, fields | {"body": "\r\n\r\n".join(lines) + "\r\n"})
    return (link if len(link) <= _LONGEST_LINK else short), short


def _subject(rejection: Rejection) -> str:
    subject = FORWARDED.sub("", excerpt(rejection.subject, _SUBJECT), count=1)
    subject = _REPLY.sub("", subject, count=1)
    return f"Re: {subject or excerpt(rejection.role, _SUBJECT)}".rstrip(" :") or "Re:"


def _mailto(address: str, fields: dict[str, str]) -> str:
    query = "&".join(f"{name}={percent_encode(value, safe='')}" for name, value in fields.items())
    return f"mailto:{percent_encode(address, safe='@')}?{query}"
