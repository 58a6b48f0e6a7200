"""Words that the user types, as an argument or an answer: a terminal may send another encoding than Python expects."""

from __future__ import annotations

import click

from pipeline.core.text import well_formed


def as_text(typed: str) -> str:
    """Return what was typed; raise ValueError if it is not UTF-8: what is kept of it would be broken characters."""
    if well_formed(typed) != typed:
        raise ValueError("that is not UTF-8 text; set the terminal to UTF-8")
    return typed


class Text(click.ParamType[str]):
    """Words of the user's as an option or argument, to be kept."""

    name = "text"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the words; fail if they are not UTF-8."""
        try:
            return as_text(value)
        except ValueError as error:
            self.fail(f"{error}.", param, ctx)
