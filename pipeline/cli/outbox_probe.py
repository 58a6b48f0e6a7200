"""What `doctor` says of the outbox: which letters wait, and which were refused, each with what sends it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import datetime, tzinfo

from pipeline.adapters.log import SqliteLog
from pipeline.bootstrap import House
from pipeline.cli.output import day
from pipeline.core.letters.letter import LetterKind
from pipeline.core.letters.naming import company_name, role_name
from pipeline.core.ports import Log
from pipeline.core.text import counted
from pipeline.errors import UnknownIdError
from pipeline.tasks.deliver import waiting
from pipeline.tasks.doctor import Finding, State

#: So many refused letters are named, the last ones; who has more of them sees by these what is wrong.
_NAMED = 10


def outbox(house: House) -> str | Finding:
    """Return what stands in the outbox."""
    if not house.log_path.exists():
        return "it is empty."
    with house.log(read_only=True) as log:
        letters = log.outbox()
        refused = [letter for letter in letters if letter["status"] == "refused"]
        if refused:
            return _refused(refused, log, house.timezone)
        leaving = waiting(log, house.manners(log))
    told = f"{counted(len(leaving), 'letter')} wait{'s' * (len(leaving) == 1)}"
    put_off = [letter for letter in leaving if letter["reason"]]
    if put_off:
        return Finding(
            "outbox",
            State.WARN,
            f"{told}; the last reason: {put_off[-1]['reason']}",
            "They leave by themselves once it has passed or is mended; each is tried again within a day.",
        )
    if leaving:
        return f"{told}."
    return "no letter waits to leave." if letters else "it is empty."


def _refused(refused: Sequence[Mapping[str, object]], log: SqliteLog, zone: tzinfo) -> Finding:
    """Return the finding that letters were refused: which, when and why, and how each is sent once more."""
    # One rejection takes as long to look up as all of them, for how a candidacy ended is told by the others.
    known = {one["id"]: one for one in log.log_entries()}
    by_reason: dict[str, list[str]] = {}
    ways: list[str] = []
    for letter in refused[-_NAMED:]:
        name, way = _named(letter, log, known, zone)
        tried = letter["tried"]
        when = f", tried {day(tried, zone)}" if isinstance(tried, datetime) else ""
        by_reason.setdefault(str(letter["reason"]).removesuffix("."), []).append(f"{name}{when}")
        ways += [way] if way else []
    count = counted(len(refused), "letter was", "letters were")
    some = f"; the last {_NAMED} of them" if len(refused) > _NAMED else ""
    told = " ".join(f"{reason}: {'; '.join(names)}." for reason, names in by_reason.items())
    remedies = ["Mend delivery"]
    if ways:
        commands = " and ".join(filter(None, (", ".join(ways[:-1]), ways[-1])))
        remedies.append(f"then {commands} {'sends it' if len(ways) == 1 else 'send them'} anew")
    if any(letter["kind"] == LetterKind.SUMMARY for letter in refused):
        remedies.append("a summary is tried again once another letter got through")
    return Finding("outbox", State.FAIL, f"{count} refused{some}: {told}", f"{'; '.join(remedies)}.")


def _named(
    letter: Mapping[str, object], log: Log, known: Mapping[object, Mapping[str, object]], zone: tzinfo
) -> tuple[str, str]:
    """Return which letter one is, without any address, and the command that sends it; none sends a summary.

    `known` are the rejections by their numbers.
    """
    about = str(letter["about"])
    if letter["kind"] == LetterKind.DIGEST:
        return f"the digest of {about}", f"`afterword digest --week {about}`"
    if letter["kind"] == LetterKind.SUMMARY:
        return f"the summary of what was found on {day(datetime.fromisoformat(about), zone)}", ""
    with suppress(UnknownIdError):
        number = log.number_of(about)
        if found := known.get(number):
            names = ", ".join(filter(None, (company_name(str(found["company"])), role_name(str(found["role"])))))
            return f"the debrief about {number}{f' ({names})' * bool(names)}", f"`afterword debrief {number}`"
    return "a debrief about a message that the log does not have", ""
