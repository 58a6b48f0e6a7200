"""Phrases of English around the name of a role, which stands before a word for the job as often as behind one."""

from __future__ import annotations

import re

_APPLY_EN = (
    r"(?:application|applications|applying|applied|apply|candidacy|candidature|submission"
    r"|considered|interview(?:ing|ed|s)?|shortlist(?:ed)?)"
)
_JOB_EN = r"(?:position|role|post|job|vacancy|opening|opportunity|requisition|headcount)"

#: The same as people say it, behind a role alone.
SAID_EN = re.compile(r"(?:seat|slot|spot|gig|thing|scheme|desk|berth|chair|place)", re.IGNORECASE)

#: Phrases behind which a role begins, with the weight of a role that names no known occupation.
PHRASES_EN = (
    (r"\b(?:appl\w+|invit\w+|like you) to (?:become|be) (?:an? |the |our )", 1.0),
    (rf"\b{_JOB_EN} (?:of|as|for|titled) (?:an? |the |our )?", 1.0),
    (r"\b(?:application|applying|applied|candidacy) for (?:the )?(?=(?-i:[A-Z])\S* (?-i:[A-Z]))", 0.4),
    (
        (
            rf"\b{_APPLY_EN} (?:for|as|to become|to be|to(?= (?:the|an?|our) )) "
            rf"(?:an? |the |our )?(?:{_JOB_EN} (?:of"
            rf"|as) )?(?:an? |the )?"
        ),
        0.6,
    ),
    (rf"\b{_APPLY_EN} to (?:the |our )?(?=(?-i:[A-Z]))", 0.01),
    (
        (
            r"\b(?:interest(?:ed)?|news|update|talk|candidates?|hiring|hire|shortlist|search|loop"
            r"|process|feedback) (?:in|for|on|about|as) (?:an? |the |our |becoming an? )?"
        ),
        0.2,
    ),
    (
        (
            r"\b(?:(?:with|to) (?:another|an?|a different)|(?:hired|hire|picked|chosen|chose|appointed|found"
            r"|taken on|took on|offered|given|filled|closed) (?:another|an?|the|a different|our))"
            r" (?:more \w+ |different |new )?(?=\w)"
        ),
        0.0,
    ),
    (r"(?<![/(·])\b(?:for|as|on|of|about|regarding|next|an?|to be) (?:an? |the |our )?(?=(?-i:[A-Z]))", 0.0),
    (
        (
            r"\b(?:you as|as(?= our)|about|without|(?:need|want|seek|hire|find|look\w* for"
            r"|ad(?:vert)? for)\b(?: \w+)?) "
            r"(?:an?|the|our) (?:second |new )?"
        ),
        0.0,
    ),
    # what nobody is taken on as
    (
        (
            r"\b(?:(?:not|n['\u2019]t|no longer) (?:\w+ ){0,2}?(?:taking on|hiring|recruiting|looking for"
            r"|bringing on)(?: for)?"
            r"|(?:not|n['\u2019]t) (?:\w+ ){0,2}?(?:need|want|take on|hire)) (?:an? |any )(?:new |more )?"
        ),
        0.0,
    ),
    # what one is tested, met or considered for
    (
        (
            r"\b(?:(?:with|consider(?:ed|ing)?|put|hire|see|want|have|take) you|round|tests?|assessments?|questions"
            r"|on video|in the ring|interviews?|shift|trial|offer|contract|vacanc(?:y|ies)) for:? "
            r"(?:an? |the |our )?(?=(?-i:[A-Z])\S* (?-i:[A-Z]))"
        ),
        1.0,
    ),
    # a requisition number, and in brackets or behind it what it is for
    (
        (
            r"\b(?:for|to|of|as|regarding) (?:(?:req|job|vacancy|requisition|position|ref)\b[\s.:#-]*(?:id|no"
            r"|number)?[\s.:#-]*)?"
            r"(?=[\w/-]*\d\d)(?!(?:19|20)\d\d\b)(?-i:[A-Z0-9][A-Z0-9/-]{3,}) \(?(?=(?-i:[A-Z][a-z]))"
        ),
        1.0,
    ),
)

#: Words that cannot stand in a role that is followed by "position".
_NOT_INSIDE = (
    r"(?:to|for|the|with|your|our|an?|this|that|these|those|is|are|was|were|be|been|on(?! Rails)|at|from|by|as"
    r"|not|we|you|have|has|had|any|other"
    r"|another|both|current|every|each|no|some|which|who|all|such|its?|their|his|her|my|me|us|will|would"
    r"|available|open|advertised|particular"
    r"|following|right|same|new|next|similar|suitable|specific|present|vacant|called|one|said|future"
    r"|above|whole|entire|first|good)\b"
)
BEHIND_EN = re.compile(
    rf"\b(?:the|both|last|our|this|an?|your|in|for|as)\s((?:(?!{_NOT_INSIDE})[^\s.;:!?]+\s){{1,9}})"
    rf"({_JOB_EN}|{SAID_EN.pattern}|application|internship|traineeship)s?\b",
    re.IGNORECASE,
)

#: `places in the Spring Analyst Programme`: the programme is a part of the role's name.
PROGRAMME_EN = re.compile(
    r"\b(?:the|our|this|your|\d{4}) (?=[^.]{0,60}\b(?:graduate|trainee|analyst|apprentice|intern|internship|leadership"
    r"|rotation\w*|associate|fellow|fellowship|scholar|early career\w*|summer|spring|insight)\b)("
    r"(?:(?-i:[A-Z])[\w&/+-]*\s){0,5}(?-i:[A-Z])[\w&/+-]*\s(?:programme|program)"
    r"(?:\s(?-i:[A-Z])[\w&/+-]*){0,3})(?!\w)",
    re.IGNORECASE,
)

#: `Halden's Data Analyst coding test`.
BEFORE_TEST_EN = re.compile(
    r"\b(?:[Tt]he|[Oo]ur|[Yy]our|[Aa]n?|\w+['\u2019]s?) ((?:[A-Z][\w/+&.-]*\s){1,6})"
    r"(?:(?:online|technical|coding|skills|written|take-home) )?(?:assessment|challenge|test|exercise"
    r"|interview|process|search|shortlist|competition)\b"
)
