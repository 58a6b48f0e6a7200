"""The HTML of letters holds nothing that the stated mail programs cannot show, or can do without.

The facts stand in `tests/golden/mail-programs.toml`, with what a reader sees where a program lacks one of them.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from typing import Any

import pytest
from golden.facts import GOLDEN

NAMES = sorted(path.parent.name for path in GOLDEN.glob("*/facts.toml"))
KNOWN = tomllib.loads((GOLDEN / "mail-programs.toml").read_text(encoding="utf-8"))

#: Every program has these: Can I email has no page on them.
EVERYWHERE = frozenset({"html", "head", "title", "meta", "a", "color", ":root"}) | {
    f"{name}="
    for name in (
        *("class", "style", "href", "scope", "colspan", "border", "bgcolor", "content", "http-equiv", "name", "type"),
        *("media", "xmlns", "xmlns:o", "xmlns:v", "aria-roledescription"),
    )
}
#: Written for one program each, and passed over by the others.
ONE_PROGRAM = ("mso-", "-ms-", "-webkit-")


class Uses(HTMLParser):
    """Collects what an HTML part uses, under the names of the facts."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.feed(html)
        # A comment that only Outlook reads is MJML's business.
        for sheet in re.findall(
            r"<style[^>]*>(.*?)</style>", re.sub(r"<!--.*?-->", "", html, flags=re.DOTALL), re.DOTALL
        ):
            self.found |= set(of_sheet(sheet))

    def handle_decl(self, decl: str) -> None:
        """Note the doctype."""
        self.found.add(decl.split(maxsplit=1)[0].lower())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element, its attributes and its style."""
        values = dict(attrs)
        self.found |= {tag} | {f"{name}=" for name in values}
        self.found |= set(of_declarations(values.get("style") or ""))
        if tag == "meta" and "color-scheme" in (values.get("name") or ""):
            self.found.add("meta color-scheme")
        if (values.get("href") or "").startswith("mailto:"):
            self.found.add("mailto:")


def of_declarations(text: str) -> Iterator[str]:
    """Yield the properties in some declarations, and what is particular of their values."""
    for declaration in text.split(";"):
        name, colon, value = (part.strip() for part in declaration.partition(":"))
        if colon and not name.startswith(ONE_PROGRAM):
            yield "display:none" if (name, value) == ("display", "none") else name
        if "!important" in value:
            yield "!important"


def of_sheet(sheet: str) -> Iterator[str]:
    """Yield what a style sheet uses: at-rules, kinds of selectors, properties."""
    for condition in re.findall(r"@media([^{]*)", sheet):
        yield "@media"
        if "prefers-color-scheme" in condition:
            yield "@media prefers-color-scheme"
    for selectors, declarations in re.findall(r"([^{}@]+)\{([^{}]*)\}", re.sub(r"@media[^{]*\{", "", sheet)):
        for selector in selectors.split(","):
            yield from of_selector(selector.strip())
        yield from of_declarations(declarations)


def of_selector(selector: str) -> Iterator[str]:
    """Yield the kinds of selectors that one is made of."""
    if "." in selector:
        yield ".class"
    if " " in selector:
        yield "descendant"
    if "[" in selector:
        yield "[attribute]"
    if ":" in selector:
        yield selector


@cache
def used() -> frozenset[str]:
    """Return what any golden letter uses."""
    pages = [(GOLDEN / name / "body.html").read_text(encoding="utf-8") for name in NAMES]
    return frozenset().union(*(Uses(page).found for page in pages)) - EVERYWHERE


def covered() -> dict[str, str]:
    """Return which feature covers each thing."""
    return {thing: name for name, fact in KNOWN["features"].items() for thing in fact["covers"]}


def test_nothing_is_used_of_which_it_is_not_known_who_can_show_it() -> None:
    """Whoever uses something new looks it up, and writes down what is seen without it."""
    assert sorted(used() - set(covered())) == []


@pytest.mark.parametrize(("name", "fact"), KNOWN["features"].items())
def test_each_fact_is_used_and_says_what_is_seen_without_it(name: str, fact: dict[str, Any]) -> None:
    """A gap without a word on it is not accepted; nor is a fact that concerns no letter."""
    gaps = {*fact.get("partly", []), *fact.get("lacking", [])}
    assert bool(gaps) == bool(fact.get("without"))
    assert gaps | set(fact.get("untested", [])) <= set(KNOWN["programs"])
    assert used() & set(fact["covers"]), f"no letter uses {name}"


@pytest.mark.parametrize("feature", ["html-table", "html-p", "html-h1-h6", "html-span", "css-font"])
def test_what_a_letter_cannot_do_without_is_known_everywhere(feature: str) -> None:
    """Text, headings and tables are shown by every stated program."""
    assert not {"partly", "lacking", "untested"} & set(KNOWN["features"][feature])
