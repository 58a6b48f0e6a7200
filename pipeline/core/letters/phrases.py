"""Which phrases the letters have, what is known in each, and what keeps a table of the user's from being a wording."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

PLACEHOLDER = re.compile(r"\{(\w*)\}")
_BRACE = re.compile(r"[{}]")

#: The placeholders of a debrief that may be unknown.
_MAYBE = frozenset({"company", "role", "who", "date", "person", "reapply", "skill"})
#: The tables whose entries may be emptied by the user.
_STEPS = ("weigh", "prepare", "apply", "chase", "master", "go_on")
#: Phrases that say nothing where nothing is known.
_MAY_BE_SILENT = frozenset({"told.by", "footer.original"})
#: The table of the lines to a sender. A language may have no other: then no letter is written in it.
DRAFT = "draft"
#: The table in it of the phrases that are other ones to a sender who says `du`; a language may have none.
FAMILIAR = "familiar"
#: Phrases that are not variants of each other but a fixed number of entries, in order.
_LENGTHS = {"words.numbers": 13, "words.ordinals": 12, "words.months": 12, "words.short_months": 12}

_GROUPS = {
    "weigh": "interview assessment",
    "prepare": "interview spared assessment application unknown eligibility",
    "apply": "gap gap_on_paper advice reason silence",
    "chase": "interview again listed date filled cancelled on_hold note_interview note_listed note",
    "master": "interview assessment listed note note_listed strength",
    "go_on": "interview assessment application unknown filled not_about_you eligibility",
    "subject": "debrief day:count digest:range unread:range summary preview",
    "happened": "interview assessment application filled cancelled on_hold",
    "stage": "application unknown interview assessment",
    "when": "confirmed:date,span same_day:date first_message:date,span plain:date",
    "why": "other_candidate qualifications eligibility eligibility_permit eligibility_place eligibility_pay "
    "eligibility_deadline eligibility_licence eligibility_language eligibility_age eligibility_time "
    "filled_silent cancelled on_hold unspecified_silent "
    "other_candidate_silent qualifications_silent filled_denied unspecified_denied other_candidate_denied "
    "qualifications_denied",
    "again": "nth:nth many:count unwanted",
    "told": "wrote heading strength gap reason advice by rest",
    "questions": "heading_one heading:count lead_one lead lead_one_read lead_read",
    "next": "heading heading_unwanted date:reapply calendar:reapply event feedback feedback_elsewhere thanks "
    "thanks_unwanted write",
    "draft": "greeting thanks thanks_interview offered offered_more not_offered given door door_on_hold close",
    "day": "opening:count,date? opening_span:count,range ended:outcome feedback first paper chase also "
    "calendar:days closing correct replies_read:number",
    "footer": "correct original:subject? open search replies replies_read",
    "digest": "brought:what brought_no_rejection:what quiet unread unread_since:date unread_never unread_catch_up "
    "unread_tried not_read:mailbox,date not_read_why "
    "read_later came name silent_one silent silent_some:count denied_one denied "
    "denied_some:count said practise practise_lead practise_gap again "
    "again_item:reapply waiting waiting_lead_one waiting_lead no_subject waiting_yes waiting_no "
    "words lost_one lost topic:topic,week,n,all practise_reply:number done_command added:text again_since:reapply "
    "again_reply:number skills skills_reply:number open_lead open_command open_reply:number waiting_reply:number "
    "replies_read unheard unheard_lead_one unheard_lead unheard_since:date unheard_rest:n "
    "waiting_rest:n unmatched unmatched_one unmatched_some:n rest:n chart:count chart_none:count chart_paper "
    "chart_met "
    "coverage:runs,messages,mailboxes,rejections,uncertain,unreadable coverage_older:n last_run:date,time "
    "closing_nearer:ended,met,ended_before,met_before closing closing_plain closing_no_rejection "
    "closing_quiet closing_unread",
    "summary": "opening:rejections,range? noted noted_one heading undated number:number said correct correct_one "
    "closing",
    "outcome": "interview assessment application unknown filled cancelled on_hold eligibility",
    "counts": "days offer interview assessment outreach status_update acknowledgement rejection older runs "
    "messages mailboxes rejections uncertain unreadable",
    "topics": "technical_skill experience communication examples motivation culture domain_knowledge language "
    "seniority salary eligibility presentation portfolio preparation problem_solving application_papers test",
    "words": "and quote:text thousands date:day,month full_date:day,month,year month:month,year range:first,last "
    "range_one_month:first_day,last numbers ordinals months short_months",
}


def problems(language: str, table: Mapping[str, object]) -> list[str]:
    """Return what keeps a table of a TOML file from being a wording, each with its path; empty if it is one."""
    phrases = dict(flat(table))
    schema = dict(_schema([DRAFT] if set(table) == {DRAFT} else _GROUPS))
    found = [f"{language}.{name}: missing" for name in schema if name not in phrases]
    schema |= {
        name.replace(".", f".{FAMILIAR}.", 1): needs for name, needs in schema.items() if name.startswith(f"{DRAFT}.")
    }
    for name, value in phrases.items():
        path = f"{language}.{name}"
        if name not in schema:
            found.append(f"{path}: no letter has such a phrase")
        elif not _is_texts(value):
            found.append(f"{path}: expected a text or a list of texts")
        else:
            found.extend(f"{path}: {reason}" for reason in _faults(name, variants_of(value), schema[name]))
    return found


def _faults(name: str, variants: tuple[str, ...], known: tuple[frozenset[str], frozenset[str]]) -> Iterator[str]:
    sure, maybe = known
    for one in variants:
        unknown = sorted(needs_of(one) - sure - maybe)
        if unknown:
            yield f"{{{unknown[0]}}} is not known here"
        if _BRACE.search(PLACEHOLDER.sub("", one)):
            yield "a brace without its partner"
    if length := _LENGTHS.get(name, 3 if name.startswith("counts.") else 0):
        if len(variants) != length:
            yield f"expected {length} entries, found {len(variants)}"
    elif (
        name.partition(".")[0] not in _STEPS
        and name not in _MAY_BE_SILENT
        and not any(needs_of(one) <= sure for one in variants)
    ):
        yield "one variant must do without what may be unknown"


def _schema(groups: Iterable[str]) -> Iterator[tuple[str, tuple[frozenset[str], frozenset[str]]]]:
    """Yield each phrase of these groups with the placeholders that are always known in it and those that may not be."""
    for group in groups:
        for name, _, needs in (one.partition(":") for one in _GROUPS[group].split()):
            all_needs = frozenset(filter(None, needs.split(",")))
            sure = frozenset(one for one in all_needs if not one.endswith("?"))
            maybe = frozenset(one.removesuffix("?") for one in all_needs - sure)
            if group == "counts":
                sure = frozenset({"count", "n"})
            yield f"{group}.{name}", (sure, (maybe | _MAYBE) - sure)


def flat(table: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, object]]:
    """Yield the phrases of a table and of those in it, each with its path."""
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", value


def _is_texts(value: object) -> bool:
    entries = [value] if isinstance(value, str) else value
    return isinstance(entries, list) and all(isinstance(one, str) and one.strip() for one in entries)


def variants_of(value: object) -> tuple[str, ...]:
    """Return the variants of a phrase as it stands in a table."""
    if isinstance(value, str):
        return (value,)
    return tuple(str(one) for one in value) if isinstance(value, Iterable) else ()


def needs_of(variant: str) -> frozenset[str]:
    """Return the names of the placeholders of a variant."""
    return frozenset(name.lower() for name in PLACEHOLDER.findall(variant))
