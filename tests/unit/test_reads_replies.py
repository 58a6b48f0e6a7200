"""Whether letters ask for replies: where the user says so, or an account is that of the address they go to."""

from __future__ import annotations

from typing import Any

import pytest

from pipeline.bootstrap import House
from pipeline.config import Config


def house(
    user: str = "robin", host: str = "imap.home.example", address: str | None = None, folder: str = "", **letters: Any
) -> House:
    """Return an installation whose letters go to robin@home.example."""
    delivery = {"method": "folder", "folder": folder} if folder else {"host": "smtp.home.example"}
    account = {"name": "home", "host": host, "user": user, "address": address}
    tables = {"letters": {"to": "Robin@home.example", **letters}, "delivery": delivery, "accounts": [account]}
    return House(Config.model_validate(tables))


@pytest.mark.parametrize(
    ("choices", "asked"),
    [
        ({"user": "robin@home.example"}, True),
        ({"user": "robin"}, True),
        ({"user": "robin", "host": "home.example"}, True),
        ({"user": "robin", "host": "imap.elsewhere.example"}, False),
        ({"user": "robin", "host": "imap.notmyhome.example"}, False),
        ({"user": "someone@home.example"}, False),
        ({"user": "4711", "address": "Robin@home.example"}, True),
        ({"user": "robin", "address": "robin@elsewhere.example"}, False),
        ({"user": "someone", "read_replies": True}, True),
        ({"user": "robin", "read_replies": False}, False),
        ({"user": "robin", "folder": "/letters"}, False),
    ],
)
def test_letters_ask_for_replies_where_these_are_read(choices: dict[str, Any], asked: bool) -> None:  # noqa: FBT001 - a case
    """A wrong guess would have the user write to nobody."""
    assert house(**choices).reads_replies is asked


def test_the_users_addresses_are_those_that_the_config_names() -> None:
    """Letters, login names that are one, and further ones; case does not matter."""
    found = house(user="R@work.example", sender="aw@home.example", addresses=["robin@other.example"]).own_addresses
    assert found == {"robin@home.example", "aw@home.example", "robin@other.example", "r@work.example"}
    assert house(user="robin").own_addresses == {"robin@home.example"}
    found = house(user="r@work.example", address="Robin.R@work.example").own_addresses
    assert found == {"robin@home.example", "r@work.example", "robin.r@work.example"}
