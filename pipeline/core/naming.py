"""How people, companies and messages are named in a letter."""

from __future__ import annotations

import re
from urllib.parse import quote as percent_encode

from pipeline.core.message import Address
from pipeline.core.wording import clean, excerpt

#: The IMAP servers of Gmail: its web pages open a message that is searched for by its Message-ID.
GMAIL = frozenset({"imap.gmail.com", "imap.googlemail.com"})

_NAME = 60

#: A Message-ID that survives every header and URL as it is: RFC 5322 §3.6.4, less what needs quoting.
_PLAIN_ID = re.compile(r"(?!sha256:)[\w.!#$%&'*+/=^`{|}~@:\[\]-]{3,250}", re.ASCII)
_TAKES_NO_ANSWER = re.compile(
    r"\b(no|not|do[-_. ]?not)[-_. ]?reply\b|nicht[-_. ]?antworten|keine[-_. ]?antwort|mailer-daemon"
    r"|\bnotifications?\b|\bbounces?\b",
    re.IGNORECASE,
)
_NOT_A_PERSON = re.compile(
    r"\b(team|recruit\w*|talent|careers?|jobs?|hr|human|people|hiring|acquisition|bewerb\w*|karriere|personal\w*"
    r"|via|gmbh|ag|se|inc|ltd|llc|plc)\b|[\d@|/]",
    re.IGNORECASE,
)
_LAST_FIRST = re.compile(r"([^\W\d_][\w'\u2019-]+), ([^\W\d_][\w'\u2019-]+)")
_WORDS_OF_A_NAME = range(2, 5)


def company_name(company: str) -> str:
    """Return a company's name as it may stand in a line; empty if there is none."""
    return excerpt(company, _NAME)


def who_wrote(sender: Address, company: str) -> str:
    """Return who a message is from, in reading order: the sender's name, else the company, else nothing."""
    name = excerpt(sender.name, _NAME)
    if not name or "@" in name or _TAKES_NO_ANSWER.search(name):
        return company_name(company)
    match = _LAST_FIRST.fullmatch(name)
    # Exchange writes `Falk, Ines`; `Northwind, Inc` stays.
    return f"{match[2]} {match[1]}" if match and not _NOT_A_PERSON.search(name) else name


def person(sender: Address, company: str) -> str:
    """Return the sender's name if it looks like that of a person, for a salutation; else an empty string."""
    name = who_wrote(sender, company)
    is_named_after_company = bool(company) and clean(company).casefold() in name.casefold()
    is_person = len(name.split()) in _WORDS_OF_A_NAME and not _NOT_A_PERSON.search(name) and not is_named_after_company
    return name if is_person and takes_answers(sender) else ""


def takes_answers(sender: Address) -> bool:
    """Return whether there is an address, and an answer to it has a chance of being read by a person."""
    return bool(sender.address) and not _TAKES_NO_ANSWER.search(sender.local_part)


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
