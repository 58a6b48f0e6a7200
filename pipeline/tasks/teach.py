"""Learn from mailboxes that teach: what the user files there gets the label of the mailbox."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from pipeline.core.message import Message
from pipeline.core.plan import Policy
from pipeline.core.ports import Log
from pipeline.core.verdict import Label
from pipeline.errors import AfterwordError, ConfigError, LogError, ModelError
from pipeline.tasks.judge import Judge
from pipeline.tasks.label import label as set_label


def learn(  # noqa: PLR0913 - what was filed where, and what a label needs, the latter by name
    log: Log, filed: Iterable[Message], label: Label, *, policy: Policy, now: datetime, judge: Judge, keeps_text: bool
) -> list[AfterwordError]:
    """Label what the user has filed into a mailbox that teaches, and return what went wrong.

    A mailbox that has said so of a message before says nothing new. Of the others what a retraining learns from is
    kept, their texts only with `keeps_text`. A message that cannot be labelled is passed over: it must not hold up the
    others, today and at every run.

    Raises:
        LogError, ModelError, ConfigError: What is at fault is no message.
    """
    faults: list[AfterwordError] = []
    for message in filed:
        try:
            with log.transaction():
                number = log.number_to_teach(message.message_id, label)
                if number is None:
                    continue
                if keeps_text:
                    from pipeline.reading.read import read  # noqa: PLC0415 - loaded when there is something to read

                    log.complete(number, message, read(message).text)
                set_label(log, number, label, policy=policy, now=now, judge=judge, by="mailbox")
        except (LogError, ModelError, ConfigError):
            raise  # no fault of this message
        except AfterwordError as error:
            faults.append(error)
    return faults
