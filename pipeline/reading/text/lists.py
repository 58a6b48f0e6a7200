"""Whether a message came through a mailing list, by its header or by the footer that the list's software adds.

Not all software sets a `List-Id` (RFC 2919), and mail that is moved between programs often loses its headers.
"""

from __future__ import annotations

import re

from pipeline.core.message import Message

#: Characters at the end of a text in which a footer is looked for.
_FOOTER = 1_500

#: How Mailman, Sympa, LISTSERV, Majordomo, ezmlm, Google Groups and Groups.io say where one leaves a list. A link to
#: "unsubscribe" alone says nothing: tracking systems put it below rejections.
_LEAVING = re.compile(
    r"/(?:listinfo|mailman3?/(?:lists|options))/[\w.@-]"
    r"|/sympa/(?:info|sigrequest|auto_signoff)/"
    r"|[?&]SUBED1="
    r"|\b(?:majordomo|listserv)@"
    r"|\b[\w.]+(?:-[\w.]+){0,5}-(?:unsubscribe|leave)@"
    r"|\bunsubscribe,? e?-?mail(?: to)?:? [\w.-]{1,60}-request@"
    r"|\bgoogle groups [\"\u201c]|\bgroups\.google\.com/(?:d/(?:msgid|optout)|group)/"
    r"|\bgroups\.io/g/",
    re.IGNORECASE,
)


def came_through_list(message: Message, text: str) -> bool:
    """Return whether a message came through a mailing list; `text` is its new text."""
    return "list-id" in message.facts or _LEAVING.search(text[-_FOOTER:]) is not None
