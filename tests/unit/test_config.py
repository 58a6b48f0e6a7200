"""The config: every problem at once, each with its path and what was meant."""

from __future__ import annotations

import copy
from contextlib import suppress
from datetime import time, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from pipeline.bootstrap import House
from pipeline.config import Config, parse
from pipeline.errors import ConfigError

BASE = Path("/etc/afterword")
GOOD: dict[str, Any] = {
    "letters": {"to": "robin@home.example"},
    "delivery": {"host": "smtp.home.example"},
    "accounts": [{"name": "home", "host": "imap.home.example", "user": "robin"}],
}


SLIPS = ["a..b@home.example", "robin,kim@home.example", "robin@home.example.", "=?utf-8?q?r?=@home.example"]
ASCII = "holds more than ASCII; a domain such as müller.example is written xn--mller-kva.example"
WHERE_IT_IS = "password_command, password_file or password_env says where it is found"
HOST = "not a host name such as imap.example.org; a port stands in port, encryption in security"


def changed(path: str, value: Any) -> dict[str, Any]:
    """Return a good config with one value changed, as in `accounts.0.port`; None takes the key away."""
    data = copy.deepcopy(GOOD)
    *parents, last = path.split(".")
    place: Any = data
    for part in parents:
        place = place[int(part)] if part.isdigit() else place.setdefault(part, {})
    if value is None:
        del place[last]
    else:
        place[last] = value
    return data


def told(path: str) -> str:
    """Return a path as a problem bears it: an account by its name, unless that is what is wrong."""
    return path.replace("accounts.0", "accounts.1" if path.endswith(".name") else "accounts.home")


def problems(data: dict[str, Any]) -> list[str]:
    """Return the problems of a config that has some."""
    with pytest.raises(ConfigError) as caught:
        parse(data, "config.toml", base=BASE)
    assert caught.value.hint
    return list(caught.value.problems)


@pytest.mark.parametrize("written", ["inbox", "Inbox", "INBOX"])
def test_the_inbox_is_read_once_however_it_is_spelt(written: str) -> None:
    """As the user wrote it first, or later: else all of it would be read a second time."""
    (account,) = parse(changed("accounts.0.mailboxes", [written, "inbox/old"]), "config.toml", base=BASE).accounts
    assert account.mailboxes == ("INBOX", "inbox/old")


def test_a_mailbox_that_is_named_twice_is_read_once() -> None:
    """Else a second cursor would be in the way of the first; what is nearly the same is not the same."""
    data = changed("accounts.0.mailboxes", ["Inbox", "Archive", "INBOX", "archive", "Archive"])
    (account,) = parse(data, "config.toml", base=BASE).accounts
    assert account.mailboxes == ("INBOX", "Archive", "archive")


def test_two_accounts_that_read_one_mailbox_are_told_by_name() -> None:
    """Each would read all of it; the parts of an account may be shared out among two."""
    data = copy.deepcopy(GOOD)
    data["accounts"].append(data["accounts"][0] | {"name": "again", "host": "IMAP.home.example"})
    said = "the accounts 'home' and 'again' both read 'INBOX' of robin at IMAP.home.example; name it in one of them"
    assert problems(data) == [f"config: {said}"]
    data["accounts"][1]["mailboxes"] = ["Archive"]
    assert len(parse(data, "config.toml", base=BASE).accounts) == 2
    data["accounts"][1] |= {"mailboxes": ["INBOX"], "user": "kim"}
    assert len(parse(data, "config.toml", base=BASE).accounts) == 2


@pytest.mark.parametrize("written", ["inbox", "home/Inbox", "home", "home/INBOX"])
def test_the_inbox_is_chosen_however_it_is_spelt(written: str) -> None:
    """As in the config."""
    house = House(parse(changed("accounts.0.mailboxes", ["INBOX", "old/inbox"]), "config.toml", base=BASE))
    with house.mailboxes(written) as opened:
        assert opened.mailboxes[0].name == "home/INBOX"
        assert len(opened.mailboxes) == (2 if written == "home" else 1)
    with house.mailboxes("old/inbox") as opened:
        assert [one.name for one in opened.mailboxes] == ["home/old/inbox"]


def test_of_several_accounts_the_one_with_the_mistake_is_named() -> None:
    """By what the user calls it; one without a name by its place, counted from one as people do."""
    data = copy.deepcopy(GOOD)
    data["accounts"] += [{"name": "uni", "host": "imap.uni.example", "usr": "x"}, {"host": "a.example", "user": "x"}]
    assert {one.partition(":")[0] for one in problems(data)} == {
        "accounts.uni.usr",
        "accounts.uni.user",
        "accounts.3.name",
    }


def test_the_least_that_is_needed() -> None:
    """Everything else has a default: TLS, INBOX, 90 days, debriefs in the morning, a fortnight."""
    config = parse(GOOD, "config.toml", base=BASE)
    (account,) = config.accounts
    assert (account.port, account.security, account.mailboxes, account.look_back_days) == (993, "tls", ("INBOX",), 90)
    assert (config.delivery.method, config.delivery.server_port, config.delivery.security) == ("smtp", 465, "tls")
    assert config.letters.debriefs
    assert config.letters.morning == time(8, 30)
    assert config.letters.quiet == (time(20), time(8))
    assert (config.letters.letters_a_day, config.letters.share_letter) == (2, True)
    assert config.letters.stale_after == timedelta(days=14)
    assert config.storage.keep_text
    assert config.storage.text_lasts is None


@pytest.mark.parametrize(("hours", "pause"), [(0, timedelta(0)), (24, timedelta(days=1)), (0.5, timedelta(minutes=30))])
def test_a_debrief_may_wait_for_some_hours_in_place_of_the_morning(hours: float, pause: timedelta) -> None:
    """As it did before there was a morning: what an older config says still counts."""
    letters = parse(changed("letters.debrief_after_hours", hours), "config.toml", base=BASE).letters
    assert (letters.morning, letters.debrief_after) == (None, pause)


def test_times_of_day_are_read_as_they_stand_on_the_wall() -> None:
    """A zero in front may be left out; no quiet hours are none."""
    data = changed("letters.quiet_hours", "22:15 - 7:00")
    data["letters"]["debrief_at"] = "9:05"
    letters = parse(data, "config.toml", base=BASE).letters
    assert (letters.morning, letters.quiet) == (time(9, 5), (time(22, 15), time(7)))
    assert parse(changed("letters.quiet_hours", ""), "config.toml", base=BASE).letters.quiet is None


def test_a_debrief_has_one_time_to_leave() -> None:
    """Two would leave open which counts."""
    data = changed("letters.debrief_after_hours", 3)
    data["letters"]["debrief_at"] = "09:00"
    assert problems(data) == ["letters: give debrief_at or debrief_after_hours, not both"]


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        ("letters.debrief_at", "24:00", "letters.debrief_at: not a time of day such as 08:30"),
        ("letters.debrief_at", "half past", "letters.debrief_at: not a time of day such as 08:30"),
        ("letters.quiet_hours", "20:00", "letters.quiet_hours: not a span of the day such as 20:00-08:00"),
        ("letters.quiet_hours", "8:00-8:00", "letters.quiet_hours: not a span of the day such as 20:00-08:00"),
        ("letters.timezon", "Europe/Berlin", "letters.timezon: there is no such key; did you mean timezone?"),
        ("accounts.0.mailbox", ["INBOX"], "accounts.home.mailbox: there is no such key; did you mean mailboxes?"),
        ("lettres", {}, "lettres: there is no such key; did you mean letters?"),
        ("letters.zzz", 1, "letters.zzz: there is no such key"),
        ("letters.to", None, "letters.to: is missing"),
        ("letters.to", "robin", "letters.to: not an e-mail address such as you@example.org"),
        (
            "letters.to",
            "robin@home.example\nBcc: x@y.example",
            "letters.to: not an e-mail address such as you@example.org",
        ),
        *(("letters.to", slip, "letters.to: not an e-mail address such as you@example.org") for slip in SLIPS),
        ("letters.to", "robin@müller.example", f"letters.to: {ASCII}"),
        ("letters.sender", "jürgen@home.example", f"letters.sender: {ASCII}"),
        ("letters.timezone", "Mars/Olympus", "letters.timezone: not a time zone such as Europe/Berlin"),
        ("letters.timezone", "../../etc/passwd", "letters.timezone: not a time zone such as Europe/Berlin"),
        ("accounts.0.host", "imap..example", "accounts.home.host: not a host name such as imap.example.org"),
        ("delivery.host", f"{'x' * 64}.example", "delivery.host: not a host name such as imap.example.org"),
        ("accounts.0.host", "imaps://imap.example.org", f"accounts.home.host: {HOST}"),
        ("accounts.0.host", "imap.example.org:993", f"accounts.home.host: {HOST}"),
        ("delivery.host", "smtp.example.org/", f"delivery.host: {HOST}"),
        ("delivery.host", " smtp.example.org", f"delivery.host: {HOST}"),
        ("accounts.0.security", "starttls", "accounts.home: port 993 is that of tls; with starttls it is usually 143"),
        (
            "accounts.0.security",
            "plain",
            "accounts.home: security plain is for this machine alone; use tls or starttls",
        ),
        ("delivery.security", "plain", "delivery: security plain is for this machine alone; use tls or starttls"),
        ("delivery.host", None, "delivery: method smtp needs a host"),
        ("delivery.method", "folder", "delivery: method folder needs a folder"),
        ("delivery.method", "sendmail", 'delivery: method sendmail needs a command such as ["msmtp", "-t"]'),
        (
            "letters.language",
            "tlh",
            "letters: language 'tlh' is neither en nor de; another one needs words in steps",
        ),
        ("letters.letters_a_day", 0, "letters.letters_a_day: less than 1"),
        ("letters.letters_a_day", "two", "letters.letters_a_day: not a whole number, but a text"),
        ("letters.letters_a_day", "2", "letters.letters_a_day: not a whole number, but a text"),
        ("accounts.0.port", True, "accounts.home.port: not a whole number, but a truth value"),
        (
            "letters.letters_a_day",
            1.5,
            "letters.letters_a_day: not a whole number, but a number with a point",
        ),
        ("letters.debrief_after_hours", "two", "letters.debrief_after_hours: not a number, but a text"),
        ("letters.steps", 3, 'letters.steps: not a text, but a whole number; write it in " "'),
        ("letters", 3, "letters: not a table, but a whole number"),
        ("accounts.0.teach", "Rejected", "accounts.home.teach: not a table, but a text"),
        ("letters.to", 3, 'letters.to: not a text, but a whole number; write it in " "'),
        ("letters.debriefs", "no!", "letters.debriefs: neither true nor false, but a text"),
        ("delivery.port", 99_999, "delivery.port: more than 65535"),
        ("delivery.method", "pigeon", "delivery.method: not one of 'smtp', 'sendmail', 'imap' or 'folder'"),
        ("accounts.0.host", "", "accounts.home.host: is empty"),
        ("accounts.0.user", "", "accounts.home.user: is empty"),
        (
            "accounts.0.mailboxes",
            "INBOX",
            "accounts.home.mailboxes: not a list, but a text; write it in [ ], with commas between",
        ),
        (
            "accounts.0.name",
            "my home",
            "accounts.1.name: may hold letters without accents, digits, - and _ alone, 40 at the most",
        ),
        (
            "accounts.0.password",
            "s3cret",
            "accounts.home.password: no password stands here; " + WHERE_IT_IS,
        ),
        ("accounts", {"name": "home"}, "accounts: not a list of tables, but a table; write [[accounts]]"),
        ("accounts", [], "accounts: is empty"),
        ("delivery.account", "work", "config: delivery.account names 'work'; the accounts are: home"),
    ],
)
def test_each_mistake_is_told_with_its_path(path: str, value: Any, said: str) -> None:
    """And with the key that was probably meant."""
    assert problems(changed(path, value)) == [said]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("accounts.0.port", 0),
        ("accounts.0.port", "many"),
        ("accounts.0.name", "my home"),
        ("accounts.0.name", "../x"),
        ("accounts.0.mailboxes", []),
        ("accounts.0.mailboxes", [3]),
        ("accounts.0.mailboxes", ["INBOX", ""]),
        ("accounts.0.teach", {"": "rejection"}),
        ("accounts.0.look_back_days", -1),
        ("accounts.0.password_command", "pass show x"),
        ("letters.stale_after_days", 0),
        ("storage.keep_text_days", 0),
        ("delivery.method", "pigeon"),
        ("accounts", []),
        ("accounts", {"name": "home"}),
    ],
)
def test_values_out_of_bounds_are_refused(path: str, value: Any) -> None:
    """One problem, under the path of the value."""
    (problem,) = problems(changed(path, value))
    assert problem.startswith(told(path))


@pytest.mark.parametrize(
    ("storage", "lasts"),
    [
        ({"keep_text_days": 30}, timedelta(days=30)),
        ({"keep_text": False}, timedelta(0)),
        ({"keep_text": False, "keep_text_days": 30}, timedelta(0)),
    ],
)
def test_texts_last_as_long_as_is_chosen(storage: dict[str, Any], lasts: timedelta) -> None:
    """Not to keep any goes before how long."""
    assert parse(GOOD | {"storage": storage}, "config.toml", base=BASE).storage.text_lasts == lasts


def test_all_problems_come_at_once() -> None:
    """Nobody wants to mend one and meet the next."""
    data = changed("letters.to", "robin")
    data["accounts"][0] |= {"port": -1, "hots": "x"}
    del data["accounts"][0]["user"]
    found = problems(data)
    assert {one.split(":")[0] for one in found} == {
        "letters.to",
        "accounts.home.port",
        "accounts.home.hots",
        "accounts.home.user",
    }


@pytest.mark.parametrize(
    ("delivery", "said"),
    [
        ({"method": "imap"}, "method imap needs an account of [[accounts]], or else a host and a user of its own"),
        (
            {"method": "imap", "account": "home", "host": "imap.example.org", "user": "robin"},
            "method imap needs an account of [[accounts]], or else a host and a user of its own",
        ),
        ({"method": "imap", "host": "imap.example.org"}, "method imap needs a user for its host"),
    ],
)
def test_a_mailbox_for_letters_has_one_way_to_it(delivery: dict[str, Any], said: str) -> None:
    """Writing into a mailbox is switched on by name, and it is clear into which."""
    assert problems(GOOD | {"delivery": delivery}) == [f"delivery: {said}"]


@pytest.mark.parametrize(
    ("delivery", "port"),
    [
        ({"host": "smtp.example.org"}, 465),
        ({"host": "smtp.example.org", "security": "starttls"}, 587),
        ({"host": "smtp.example.org", "security": "starttls", "port": 2525}, 2525),
        ({"method": "imap", "host": "imap.example.org", "user": "robin"}, 993),
        ({"method": "imap", "host": "imap.example.org", "user": "robin", "security": "starttls"}, 143),
    ],
)
def test_a_port_that_is_left_out_is_the_usual_one(delivery: dict[str, Any], port: int) -> None:
    """It follows from method and encryption."""
    assert parse(GOOD | {"delivery": delivery}, "config.toml", base=BASE).delivery.server_port == port


@pytest.mark.parametrize(
    ("delivery", "said"),
    [
        ({"host": "smtp.example.org", "port": 465}, "port 465 is that of tls; with starttls it is usually 587"),
        (
            {"method": "imap", "host": "imap.example.org", "user": "robin", "port": 993},
            "port 993 is that of tls; with starttls it is usually 143",
        ),
    ],
)
def test_starttls_on_the_port_of_tls_is_told_at_once(delivery: dict[str, Any], said: str) -> None:
    """There each side would wait for the other to begin, and a run could only say that nobody answered."""
    assert problems(GOOD | {"delivery": {**delivery, "security": "starttls"}}) == [f"delivery: {said}"]


BY_HAND = {"device_url": "https://login.example/d", "token_url": "https://login.example/t", "scope": "mail"}


@pytest.mark.parametrize(
    ("oauth2", "said"),
    [
        ({}, "give a client_id or a command"),
        ({"provider": "Outlook.com"}, "give a client_id or a command"),
        ({"client_id": "c"}, "give a provider, or else device_url, token_url and scope"),
        ({"client_id": "c", **BY_HAND, "scope": ""}, "give a provider, or else device_url, token_url and scope"),
        ({"client_id": "c", "provider": "Outlook.com", **BY_HAND}, "not both"),
        ({"client_id": "c", "command": ["oama"]}, "give a command, or else a client_id, not both"),
        ({"client_id": "c", "provider": "Gmail"}, "a token server is known of Outlook.com and Microsoft 365 alone"),
        ({"client_id": "c", **BY_HAND, "token_url": "http://login.example/t"}, "not an address such as https://"),
        ({"client_id": "c", **BY_HAND, "token_url": "https://a@login.example/t"}, "not an address such as https://"),
        (
            {"client_id": "c", **BY_HAND, "token_url": "https://login.example:99999/t"},
            "not an address such as https://",
        ),
        ({"client_id": "c", **BY_HAND, "token_url": "https:///t"}, "not an address such as https://"),
        ({"client_id": "c", **BY_HAND, "token_url": "https://login..example/t"}, "not an address such as https://"),
    ],
)
def test_access_tokens_come_from_one_place_that_is_wholly_known(oauth2: dict[str, Any], said: str) -> None:
    """A token server in the clear would give the mailbox to whoever listens."""
    [problem] = problems(changed("accounts.0.oauth2", oauth2))
    assert said in problem
    assert problem.startswith("accounts.home.oauth2")


@pytest.mark.parametrize(
    ("oauth2", "token_url"),
    [
        ({"client_id": "c", **BY_HAND}, "https://login.example/t"),
        ({"client_id": "c", **BY_HAND, "token_url": "http://127.0.0.1:80/t"}, "http://127.0.0.1:80/t"),
        (
            {"client_id": "c", "provider": "outlook.COM"},
            "https://login.microsoftonline.com/consumers/oauth2/v2.0/token",
        ),
    ],
)
def test_a_token_server_is_that_of_a_provider_or_written_out(oauth2: dict[str, Any], token_url: str) -> None:
    """Facts about providers ship."""
    account = parse(changed("accounts.0.oauth2", oauth2), "config.toml", base=BASE).accounts[0]
    assert account.oauth2 is not None
    assert account.oauth2.server.token_url == token_url


def test_there_is_one_way_to_log_in() -> None:
    """A password beside it would never be used; and without a user there is no login."""
    both = {"name": "home", "host": "imap.home.example", "user": "robin", "oauth2": {"command": ["oama"]}}
    assert "not both" in problems(changed("accounts", [{**both, "password_env": "X"}]))[0]
    assert "oauth2 needs a user" in problems(changed("delivery.oauth2", {"command": ["oama"]}))[0]
    unused = {"method": "folder", "folder": "letters", "oauth2": {"command": ["oama"]}}
    assert "oauth2 needs a user" in problems(changed("delivery", unused))[0]


@pytest.mark.parametrize("host", ["::1", "192.0.2.1", "localhost", "imap.müller.example", "mail_in.lan"])
def test_whatever_names_a_machine_is_a_host(host: str) -> None:
    """Addresses and names of any script; who checks more forbids what works."""
    parse(changed("accounts.0.host", host), "config.toml", base=BASE)


def test_an_address_that_is_only_compared_may_hold_anything() -> None:
    """No letter bears it."""
    parse(changed("letters.addresses", ["robin@müller.example"]), "config.toml", base=BASE)


@pytest.mark.parametrize(
    ("users", "named", "found"),
    [
        (["robin"], "", 0),
        (["other", "ROBIN@home.example"], "", 1),
        (["other", "robin"], "", None),
        (["other", "robin@home.example"], "account-0", 0),
    ],
)
def test_letters_arrive_in_the_named_account_or_that_of_the_address_or_the_only_one(
    users: list[str], named: str, found: int | None
) -> None:
    """Where that is not known, no account is looked into."""
    data = changed("letters.to", "robin@home.example")
    data["accounts"] = [GOOD["accounts"][0] | {"name": f"account-{n}", "user": user} for n, user in enumerate(users)]
    data["delivery"]["account"] = named
    arrivals = parse(data, "config.toml", base=BASE).arrivals
    assert (arrivals.name if arrivals else None) == (None if found is None else f"account-{found}")


def test_two_accounts_of_one_name_are_refused() -> None:
    """Their cursors would be one."""
    data = copy.deepcopy(GOOD)
    data["accounts"] *= 2
    assert problems(data) == ["config: two accounts are named 'home'; give each a name of its own"]


def test_an_account_is_not_called_as_the_delivery_is() -> None:
    """One systemd credential and one `afterword login` would be for both."""
    assert problems(changed("accounts.0.name", "delivery")) == [
        "accounts.1.name: 'delivery' is what the table [delivery] is called by; give the account another name"
    ]


def test_an_account_can_be_that_of_an_address_which_is_not_its_login_name() -> None:
    """Letters arrive there, however many others are read."""
    data = changed("accounts.0.address", "Robin@Home.example")
    data["accounts"].append(GOOD["accounts"][0] | {"name": "other", "user": "kim"})
    arrivals = parse(data, "config.toml", base=BASE).arrivals
    assert arrivals is not None
    assert arrivals.name == "home"


def test_a_wrong_value_is_never_shown() -> None:
    """It may be a password on the wrong line."""
    data = changed("accounts.0.port", "hunter2")
    data["accounts"][0]["pasword_env"] = "hunter2"
    assert "hunter2" not in " ".join(problems(data))


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=8),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from([*Config.model_fields, "to", "host", "name", "port", "x"]), inner, max_size=4
            )
        ),
        max_leaves=12,
    )
)
def test_whatever_stands_in_the_file_it_is_a_config_or_a_config_error(data: Any) -> None:
    """Never another exception, and never an error without a problem to mend."""
    tables = data if isinstance(data, dict) else {"letters": data}
    with suppress(ConfigError):
        parse(tables, "config.toml", base=BASE)
        return
    assert problems(tables)


# -- kinds of values

#: A value of each kind that TOML has, and how a problem calls it (https://toml.io/en/v1.0.0).
KINDS = {
    "string": (st.text(max_size=8), "a text"),
    "integer": (st.integers(), "a whole number"),
    "number": (st.floats(), "a number with a point"),
    "boolean": (st.booleans(), "a truth value"),
    "array": (st.lists(st.integers() | st.text(max_size=3), max_size=2), "a list"),
    "object": (st.dictionaries(st.text(max_size=3), st.integers(), max_size=2), "a table"),
    "date": (st.dates() | st.datetimes(), "a date"),
    "time": (st.times(), "a time"),
}
TABLES = {"letters": "LetterOptions", "delivery": "Delivery", "accounts.0": "Account", "storage": "Storage"}
TABLES |= {f"{table}.oauth2": "OAuth2" for table in ("delivery", "accounts.0")}
SCHEMA = Config.model_json_schema()


def kinds_of(schema: dict[str, Any]) -> set[str]:
    """Return the kinds that a key takes, by the published schema; a whole number is a number."""
    if "$ref" in schema:
        return kinds_of(SCHEMA["$defs"][schema["$ref"].rpartition("/")[2]])
    kinds = {kind for part in schema.get("anyOf", ()) for kind in kinds_of(part)} | {schema.get("type", "null")}
    return kinds | ({"integer"} if "number" in kinds else set())


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        (f"{table}.{key}", kind)
        for table, name in TABLES.items()
        for key, schema in SCHEMA["$defs"][name]["properties"].items()
        for kind in sorted(KINDS.keys() - kinds_of(schema))
    ],
)
@settings(max_examples=5)
@given(data=st.data())
def test_a_value_of_another_kind_is_refused_by_name_and_kind(path: str, kind: str, data: st.DataObject) -> None:
    """No text is read as a number, no number as true: whoever writes so has slipped, and is told where and what."""
    values, name = KINDS[kind]
    table, _, key = path.rpartition(".")
    base = {"provider": "Outlook.com", "client_id": "x"} if table.endswith("oauth2") else {}
    config = changed(path, data.draw(values)) if not base else changed(table, base | {key: data.draw(values)})
    found = [one for one in problems(config) if one.startswith(f"{told(path)}: ")]
    assert len(found) == 1
    assert f", but {name}" in found[0]
