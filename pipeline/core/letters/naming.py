"""How people, companies and messages are named in a letter."""

from __future__ import annotations

import re
from urllib.parse import quote as percent_encode

from pipeline.core.text import clean, excerpt
from pipeline.core.unfilled import is_unfilled, without_places

#: The IMAP servers of Gmail: its web pages open a message that is searched for by its Message-ID.
GMAIL = frozenset({"imap.gmail.com", "imap.googlemail.com"})

_NAME, _ROLE, _LONGEST = 60, 70, 500

#: A Message-ID that survives every header and URL as it is: RFC 5322 §3.6.4, less what needs quoting.
_PLAIN_ID = re.compile(r"(?!sha256:)[\w.!#$%&'*+/=^`{|}~@:\[\]-]{3,250}", re.ASCII)
#: How a sender that takes no answers is displayed.
_ROBOT = re.compile(
    r"\b(?:no|not|do[-_. ]?not)[-_. ]?reply\b|nicht[-_. ]?antworten|keine[-_. ]?antwort|ne[-_. ]?pas[-_. ]?r[eé]pondre"
    r"|\bno[-_. ]?responder|\bn[aã]o[-_. ]?respond|\bnon[-_. ]?rispondere|niet[-_. ]?(?:be)?antwoorden|mailer-daemon"
    r"|\bnotifications?\b|\bbounces?\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"\b[^\W\d_]+\b")
#: What stands in front of the place or the employer behind a role, as it is written there.
_SMALL = re.compile(
    r"in|at|for|of|on|near|with|from|im|am|bei|beim|für|mit|von|zu|à|au|chez|pour|en|dans|de|du|des|a|para|con|da|do|em"
    r"|na|no|per|presso|di|del|della|bij|voor|van|op"
)
#: Whom an advert is for: (m/w/d), f/m/x.
_GENDERS = re.compile(r"\s*(?:\(\s*)?\b[mwfdhvx](?:\s?[/|*]\s?[mwfdhvx]){1,3}\b(?:\s*\))?", re.IGNORECASE)


def company_name(company: str) -> str:
    """Return a company's name as it may stand in a line; empty if there is none."""
    return "" if is_unfilled(company) else excerpt(company, _NAME)


def role_name(role: str) -> str:
    """Return a role as it may stand in a line, without marks of gender; empty if there is none."""
    role = role[:_LONGEST]
    filled = without_places(role)
    named = _GENDERS.sub("", filled)
    if not is_unfilled(role):
        return excerpt(named or role, _ROLE)
    return "" if filled == role or _names_nothing(named) else excerpt(named.rstrip(" ,;:|/\u2013-"), _ROLE)


def who_wrote(name: str, company: str) -> str:
    """Return by whom a message was written: the name of the writer, else the company, else nothing."""
    is_nobody = not clean(name) or "@" in name or is_unfilled(name) or _ROBOT.search(name)
    return company_name(company) if is_nobody else excerpt(name, _NAME)


def _names_nothing(rest: str) -> bool:
    """Return whether what stands around an unfilled place only says more of it: `in Berlin`, `, Berlin`, a number."""
    first = _WORD.search(rest)
    return first is None or _SMALL.fullmatch(first[0]) is not None or rest.lstrip()[:1] in set(",;:|/\u2013-(")


def is_plain_id(message_id: str) -> bool:
    """Return whether a Message-ID may stand in a header or a URL: it exists and holds no odd characters."""
    return _PLAIN_ID.fullmatch(message_id) is not None and "=?" not in message_id


def gmail_url(message_id: str, user: str) -> str:
    """Return the page of Gmail that finds a message for a user, or an empty string where it has no plain Message-ID."""
    if not is_plain_id(message_id):
        return ""
    account, words = percent_encode(user, safe="@"), percent_encode(f"rfc822msgid:{message_id}", safe="")
    return f"https://mail.google.com/mail/u/?authuser={account}#search/{words}"


def mid_url(message_id: str) -> str:
    """Return the `mid:` URL of a message (RFC 2392), or an empty string where it has no plain Message-ID."""
    return f"mid:{percent_encode(message_id, safe='@')}" if is_plain_id(message_id) else ""
