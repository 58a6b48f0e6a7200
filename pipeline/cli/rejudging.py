"""What follows when another model is taken into use: the uncertain messages are judged again, and that is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.cli import setting
from pipeline.core.text import counted

if TYPE_CHECKING:
    from pipeline.bootstrap import House
    from pipeline.tasks.judge import Judge

#: So many messages are named by their numbers.
_NAMED = 10


def judge_again(house: House, judge: Judge) -> str:
    """Judge the uncertain messages by another model, and return what to tell of it; empty if all stay uncertain."""
    from pipeline.tasks.rejudge import rejudge  # noqa: PLC0415 - not for --help

    with house.log() as log:
        settled = rejudge(log, judge, policy=house.policy, now=setting.now())
        numbers = sorted(log.number_of(one.message.message_id) for one in settled)
    if not settled:
        return ""
    found = sum(one.verdict.is_rejection for one in settled)
    return f"No longer uncertain: {counted(len(settled), 'message')} ({_listed(numbers)}), {found} of them rejections."


def _listed(numbers: list[int]) -> str:
    """Return the first numbers of messages, and how many more there are."""
    more = f" and {len(numbers) - _NAMED} more" if len(numbers) > _NAMED else ""
    return ", ".join(map(str, numbers[:_NAMED])) + more
