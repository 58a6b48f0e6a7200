"""The table of the config that says what letters are like, where they go and when they leave."""

from __future__ import annotations

from datetime import time, timedelta
from typing import Annotated

from pydantic import Field, model_validator

from pipeline.config.basics import EmailAddress, LettersAddress, Number, PathName, Table, TimeZone, Truth, Whole
from pipeline.config.clock import SpanOfDay, TimeOfDay, clock

#: The languages in which letters can be written with the words that ship.
_SHIPPED = ("en", "de")


class LetterOptions(Table):
    """What the letters are like."""

    to: Annotated[
        LettersAddress,
        Field(description="Your own address: every letter goes here and nowhere else.", examples=["you@example.org"]),
    ]
    sender: Annotated[
        LettersAddress | None,
        Field(
            default=None,
            description="The address that letters come from; left out, it is your own.",
            examples=["afterword@example.org"],
        ),
    ]
    addresses: Annotated[
        tuple[EmailAddress, ...],
        Field(
            default=(),
            description="Further addresses that you write from: what comes from them is yours, replies to letters too.",
            examples=[["you@other.example.org"]],
        ),
    ]
    read_replies: Annotated[
        Truth | None,
        Field(
            default=None,
            description="Whether letters ask for replies, which are read; left out, if an account is that of `to`.",
            examples=[True],
        ),
    ]
    language: Annotated[
        str,
        Field(default="en", description="The language of the letters: en or de, or one that your own steps has."),
    ]
    timezone: Annotated[
        TimeZone,
        Field(default="", description="Your time zone; left out, it is this machine's.", examples=["Europe/Berlin"]),
    ]
    debriefs: Annotated[Truth, Field(default=True, description="Whether a rejection is followed by a debrief.")]
    debrief_at: Annotated[
        TimeOfDay,
        Field(
            default="08:30",
            description="When a debrief leaves on the morning after its rejection was found, by your time zone.",
        ),
    ]
    debrief_after_hours: Annotated[
        Number | None,
        Field(
            default=None,
            ge=0,
            le=336,
            description="In place of debrief_at: how many hours a debrief waits after its rejection was found; "
            "0 sends it at once.",
            examples=[24],
        ),
    ]
    share_letter: Annotated[
        Truth, Field(default=True, description="Whether debriefs that are due together share one letter.")
    ]
    letters_a_day: Annotated[
        Whole,
        Field(default=2, ge=1, le=1000, description="How many letters about rejections leave on one day at most."),
    ]
    quiet_hours: Annotated[
        SpanOfDay,
        Field(
            default="20:00-08:00",
            description="When no letter leaves by itself, by your time zone; empty for never. What you ask for with a "
            "command comes all the same.",
        ),
    ]
    stale_after_days: Annotated[
        Whole,
        Field(
            default=14,
            ge=1,
            le=3650,
            description="Rejections older than this when found share one summary in place of debriefs, in days.",
        ),
    ]
    steps: Annotated[
        PathName | None,
        Field(
            default=None,
            description="Your own copy of steps.toml, which holds the wording of the letters.",
            examples=["~/.config/afterword/steps.toml"],
        ),
    ]

    @model_validator(mode="after")
    def _has_words(self) -> LetterOptions:
        """Check that there can be words in the language; those of one's own are read with the first letter."""
        if self.language not in _SHIPPED and self.steps is None:
            raise ValueError(
                f"language {self.language!r} is neither {' nor '.join(_SHIPPED)}; another one needs words in steps"
            )
        return self

    @model_validator(mode="after")
    def _one_pause(self) -> LetterOptions:
        """Check that a debrief has one time to leave."""
        usual = type(self).model_fields["debrief_at"].default
        if self.debrief_after_hours is not None and self.debrief_at != usual:
            raise ValueError("give debrief_at or debrief_after_hours, not both")
        return self

    @property
    def morning(self) -> time | None:
        """When on the next morning a debrief leaves; None if it waits for some hours instead."""
        return clock(self.debrief_at) if self.debrief_after_hours is None else None

    @property
    def debrief_after(self) -> timedelta:
        """How long a debrief waits that does not wait for the morning."""
        return timedelta(hours=self.debrief_after_hours or 0)

    @property
    def quiet(self) -> tuple[time, time] | None:
        """When no letter leaves by itself."""
        start, _, end = self.quiet_hours.partition("-")
        return (clock(start), clock(end)) if end else None

    @property
    def stale_after(self) -> timedelta:
        """From which age on a rejection gets no debrief of its own."""
        return timedelta(days=self.stale_after_days)
