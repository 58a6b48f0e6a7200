"""`afterword init`: from an address to a config whose logins work, tried on real servers."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
import sys
import tomllib

import pytest
from click.testing import CliRunner
from support.dovecot import PASSWORD
from support.newcomer import ADDRESS, Newcomer, lines
from support.ports import free_ports
from support.schedulers import Machine
from support.scripted_server import scripted_server
from support.smtp_server import USER as SMTP_USER
from support.terminal import ROOT, Terminal
from support.token_server import CLIENT, CODE, TokenServer

from pipeline import bootstrap, config, resources
from pipeline.bootstrap import scheduling
from pipeline.cli.app import cli


def test_a_password_is_asked_for_tried_and_kept_for_the_user_alone(newcomer: Newcomer) -> None:
    """The config names the file; nothing that was printed holds the password, and no letter was sent."""
    output = newcomer.sets_up(*newcomer.servers, stdin=lines(ADDRESS, PASSWORD))
    assert PASSWORD not in output
    assert "lets us in and has INBOX" in output
    assert newcomer.secret.read_text("utf-8") == f"{PASSWORD}\n"
    assert PASSWORD not in newcomer.config.read_text("utf-8")
    for path in (newcomer.config, newcomer.secret):
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(newcomer.config.parent.stat().st_mode) == 0o700
    assert newcomer.files() == [
        *(".config", ".config/afterword", ".config/afterword/config.toml", ".config/afterword/home.password")
    ]
    assert not newcomer.smtp_server.letters
    house = bootstrap.House(config.load(newcomer.config))
    house.postman().check()
    assert house.reads_replies  # the account is that of the address, whatever its login name


def test_the_config_says_what_is_needed_and_nothing_else(newcomer: Newcomer) -> None:
    """All else has its default, which may become better."""
    newcomer.sets_up(*newcomer.servers, stdin=lines(ADDRESS, PASSWORD))
    ca_file = str(newcomer.dovecot.ca_file)
    assert tomllib.loads(newcomer.config.read_text("utf-8")) == {
        "letters": {"to": ADDRESS},
        "delivery": {
            "host": "127.0.0.1",
            "port": newcomer.smtp_server.port,
            "security": "starttls",
            "user": SMTP_USER,
            "password_file": "home.password",
            "ca_file": ca_file,
        },
        "accounts": [
            {
                "name": "home",
                "host": "localhost",
                "port": newcomer.dovecot.port,
                "user": newcomer.user,
                "address": ADDRESS,
                "password_file": "home.password",
                "ca_file": ca_file,
            }
        ],
    }


def test_a_wrong_password_can_be_typed_again(newcomer: Newcomer) -> None:
    """And nothing else need be; the one that was refused is kept nowhere."""
    output = newcomer.sets_up(*newcomer.servers, stdin=lines(ADDRESS, "wr0ng", "password", PASSWORD))
    assert "refused the login" in output
    assert "Check user name and password" in output
    assert newcomer.secret.read_text("utf-8") == f"{PASSWORD}\n"
    assert "wr0ng" not in output + newcomer.config.read_text("utf-8")


def test_a_mistyped_address_can_be_typed_again(newcomer: Newcomer) -> None:
    """Else letters would go to a stranger."""
    again = lines("again", ADDRESS, PASSWORD)
    newcomer.sets_up(*newcomer.servers, stdin=lines("robni@home.example", "wr0ng") + again)
    assert "robni" not in newcomer.config.read_text("utf-8")


@pytest.mark.parametrize(("choice", "written"), [("stop", False), ("keep", True)])
def test_a_login_that_fails_need_not_be_the_end(choice: str, written: bool, newcomer: Newcomer) -> None:  # noqa: FBT001
    """The config can be kept all the same, as where a provider wants a setting changed first."""
    output = newcomer.sets_up(*newcomer.servers, stdin=lines(ADDRESS, "wr0ng", choice))
    assert newcomer.config.exists() is newcomer.secret.exists() is written
    assert written or "Nothing is written." in output


def test_a_port_that_does_not_listen_or_speaks_otherwise_is_told(newcomer: Newcomer) -> None:
    """Each with what to check; another port can be given at once."""
    [closed] = free_ports(1)
    listening = f"127.0.0.1:{newcomer.smtp_server.port}"
    servers = [f"127.0.0.1:{closed}" if word == listening else word for word in newcomer.servers]
    servers[1] = f"localhost:{newcomer.dovecot.plain_port}"
    again = lines("again", "", f"localhost:{newcomer.dovecot.port}", "tls", "")
    again += lines(listening, "starttls", "", "")
    output = newcomer.sets_up(*servers, stdin=lines(ADDRESS, PASSWORD) + again)
    assert "No encrypted connection could be made" in output
    assert "cannot be reached: Connection refused" in output
    assert "Check host, port and the network" in output
    assert "stays in the outbox" not in output
    assert "Another password?" not in output, "none was refused, and none would mend it"
    assert newcomer.account()["port"] == newcomer.dovecot.port


def test_a_certificate_that_is_not_trusted_is_told(newcomer: Newcomer) -> None:
    """There is no way around it but to trust its authority."""
    told, output = newcomer.refused(
        *newcomer.servers[:-2], "--address", ADDRESS, "--yes", "--password-command", f"printf {PASSWORD}"
    )
    assert output.count("cannot be trusted") == 2
    assert "ca_file" in output
    assert "--ca-file" in output
    assert "--untested" in told
    assert newcomer.files() == []


@pytest.mark.parametrize("source", ["command", "file", "env"])
def test_nothing_need_be_asked(source: str, newcomer: Newcomer, monkeypatch: pytest.MonkeyPatch) -> None:
    """The password comes from where the config says that it does."""
    own = newcomer.home / "my secret"
    own.write_text(f"{PASSWORD}\n", encoding="utf-8")
    monkeypatch.setenv("MAIL_PASSWORD", PASSWORD)
    value, said = {
        "command": (f"cat '{own}'", ["cat", str(own)]),
        "file": (str(own), str(own)),
        "env": ("MAIL_PASSWORD", "MAIL_PASSWORD"),
    }[source]
    newcomer.sets_up("--yes", "--address", ADDRESS, *newcomer.servers, f"--password-{source}", value)
    assert newcomer.account()[f"password_{source}"] == said
    assert not newcomer.secret.exists()


def test_what_is_missing_is_named_where_nothing_is_asked(newcomer: Newcomer) -> None:
    """Before any login is tried."""
    for arguments, word in (
        (["--yes", "--password-env", "X"], "--address"),
        (["--yes", "--address", ADDRESS], "--password-command"),
        (["--yes", "--address", ADDRESS, "--password-env", "X", "--password-command", "y"], "one of"),
        (["--yes", "--address", "robin", "--password-env", "X"], "not an e-mail address"),
        (["--yes", "--address", ADDRESS, "--password-command", "pass show 'mail"], "No closing quotation"),
        (["--yes", "--address", ADDRESS, "--imap", "https://imap.home.example"], "not a host name"),
        (["--yes", "--address", ADDRESS, "--imap", "imap.home.example:99300"], "no port"),
        (["--yes", "--address", ADDRESS, "--provider", "nobody"], "Gmail"),
    ):
        result = newcomer.init(*arguments)
        assert result.exit_code == 2
        assert word in result.output
    assert newcomer.files() == []


def test_without_a_test_nothing_is_connected_to(newcomer: Newcomer) -> None:
    """As where the network is elsewhere; the suggestions for an unknown domain are then taken as they are."""
    output = newcomer.sets_up("--untested", "--yes", "--address", ADDRESS, "--password-env", "X")
    assert "Trying" not in output
    assert newcomer.account() == {"name": "home", "host": "imap.home.example", "user": ADDRESS, "password_env": "X"}


def test_a_domain_that_is_not_known_is_asked_for_its_servers(newcomer: Newcomer) -> None:
    """With suggestions; encryption is asked for only where the port does not tell it."""
    answers = lines(ADDRESS, "", "mail.home.example:143", "robin", "", "", PASSWORD)
    output = newcomer.sets_up("--untested", stdin=answers)
    assert "[imap.home.example:993]" in output
    held = tomllib.loads(newcomer.config.read_text("utf-8"))
    assert held["accounts"][0] | {"password_file": ""} == {
        "name": "home",
        "host": "mail.home.example",
        "port": 143,
        "security": "starttls",
        "user": "robin",
        "address": ADDRESS,
        "password_file": "",
    }
    assert held["delivery"]["host"] == "mail.home.example"
    assert held["delivery"]["user"] == "robin"


def test_an_address_of_ipv6_can_be_suggested_and_given(newcomer: Newcomer) -> None:
    """In brackets, as its port would pass for a part of it."""
    output = newcomer.sets_up("--untested", stdin=lines(ADDRESS, "", "[::1]:1993", "tls", "", "", "", PASSWORD))
    assert "SMTP server [[::1]:465]" in output
    held = tomllib.loads(newcomer.config.read_text("utf-8"))
    assert (held["accounts"][0]["host"], held["accounts"][0]["port"]) == ("::1", 1993)
    assert held["delivery"]["host"] == "::1"


def test_a_domain_of_ones_own_can_be_run_by_a_provider(newcomer: Newcomer) -> None:
    """Its servers and its app password are those of the provider; the blanks in which it is shown are left out."""
    output = newcomer.sets_up("--untested", stdin=lines(ADDRESS, "gmail", "abcd efgh ijkl mnop"))
    assert "Gmail, Fastmail" in output
    for has_others_for_that in ("iCloud", "Zoho"):  # other login names, other servers
        assert has_others_for_that not in output
    assert "https://myaccount.google.com/apppasswords" in output
    assert newcomer.account()["host"] == "imap.gmail.com"
    assert newcomer.secret.read_text("utf-8") == "abcdefghijklmnop\n"


@pytest.fixture
def tokens_wanted(newcomer: Newcomer, token_server: TokenServer, monkeypatch: pytest.MonkeyPatch) -> TokenServer:
    """Return the token server of a provider that takes no password, whose servers are those of these tests."""
    newcomer.user = token_server.user
    facts = {key: value for key, value in token_server.config.items() if key != "client_id"}
    imap = {"host": newcomer.dovecot.host, "port": newcomer.dovecot.port, "security": "tls", "user": "local"}
    smtp = {**imap, "host": newcomer.smtp_server.host, "port": newcomer.smtp_server.port, "security": "starttls"}
    known = newcomer.home.parent / "providers.toml"
    keys = {"name": "Cloudy", "domains": ["cloudy.example"], "password": "none", "note": "Allow IMAP first."}
    tables = {**keys, "imap": imap, "smtp": smtp, "oauth2": facts}
    known.write_text("".join(["[[providers]]\n", *(f"{key} = {config.as_toml(it)}\n" for key, it in tables.items())]))
    monkeypatch.setattr(resources, "PROVIDERS", known)
    return token_server


def cloudy(newcomer: Newcomer) -> list[str]:
    """Return the options of somebody there."""
    return ["--address", f"{newcomer.user}@cloudy.example", "--ca-file", str(newcomer.dovecot.ca_file)]


def test_where_no_password_is_taken_access_is_granted_in_a_browser(
    newcomer: Newcomer, tokens_wanted: TokenServer
) -> None:
    """The client ID is asked for, the code is shown, both logins are tried; then every command can log in."""
    output = newcomer.sets_up(*cloudy(newcomer), stdin=lines(CLIENT))
    assert "takes no password" in output
    assert "Allow IMAP first." in output
    assert "docs/how-to/access-tokens.md" in output
    assert CODE in output
    assert "lets us in and has INBOX" in output
    assert newcomer.account()["oauth2"] == {"provider": "Cloudy", "client_id": CLIENT}
    assert not newcomer.secret.exists()
    assert not [one for one in tokens_wanted.secrets if one in output + newcomer.config.read_text("utf-8")]
    bootstrap.House(config.load(newcomer.config)).postman().check()
    assert len(tokens_wanted.asked) == 2


def test_access_that_was_refused_can_be_asked_for_again(newcomer: Newcomer, tokens_wanted: TokenServer) -> None:
    """Or nothing is written, and no token kept."""
    tokens_wanted.answers["/token"] = [(400, {"error": "access_denied"}), (400, {"error": "expired_token"})]
    output = newcomer.sets_up(*cloudy(newcomer), stdin=lines(CLIENT, "access", "again", *[""] * 8))
    assert "refused in the browser" in output
    assert "`afterword login" not in output
    assert output.count(CODE) == 3
    assert newcomer.config.exists()
    newcomer.config.unlink()
    shutil.rmtree(newcomer.home / ".local")
    tokens_wanted.user = "somebody-else"
    output = newcomer.sets_up(*cloudy(newcomer), "--client-id", CLIENT, stdin=lines("stop"))
    assert "Allow IMAP first." in output
    assert "--token-command" not in output
    assert "the very account" in output
    assert "Nothing is written." in output
    assert newcomer.files() == [".config", ".config/afterword"]


@pytest.mark.usefixtures("tokens_wanted")
def test_where_tokens_cannot_be_kept_no_config_is_written(newcomer: Newcomer) -> None:
    """Half of it would be found to be a config by the next try."""
    state = newcomer.home / ".local" / "state" / "afterword"
    state.parent.mkdir(parents=True)
    state.write_text("in the way")
    told, _ = newcomer.refused("--yes", *cloudy(newcomer), "--client-id", CLIENT)
    assert "token file" in told
    assert not newcomer.config.exists()


@pytest.mark.usefixtures("tokens_wanted")
def test_access_can_be_granted_later(newcomer: Newcomer) -> None:
    """As on another machine; what is still to do is said."""
    output = newcomer.sets_up("--untested", "--yes", *cloudy(newcomer), "--client-id", CLIENT)
    assert "`afterword login`" in output
    assert CODE not in output


@pytest.mark.usefixtures("tokens_wanted")
def test_what_is_missing_for_access_tokens_is_named(newcomer: Newcomer) -> None:
    """Where nothing is asked."""
    for arguments, word in (
        (["--yes", *cloudy(newcomer)], "--client-id or --token-command"),
        (["--yes", *cloudy(newcomer), "--client-id", "two words"], "not one word"),
        (["--yes", *cloudy(newcomer), "--client-id", CLIENT, "--token-command", "oama"], "one of"),
        (["--yes", "--address", ADDRESS, "--client-id", CLIENT], "Cloudy"),
    ):
        result = newcomer.init(*arguments)
        assert result.exit_code == 2
        assert word in result.output
    assert newcomer.files() == []


def test_a_command_can_give_the_access_token(newcomer: Newcomer, tokens_wanted: TokenServer) -> None:
    """Of a program that has it granted."""
    tokens_wanted.valid.add("access-99-x")
    newcomer.sets_up("--yes", *cloudy(newcomer), "--token-command", "printf access-99-x")
    assert newcomer.account()["oauth2"] == {"command": ["printf", "access-99-x"]}


def test_a_config_is_never_replaced_without_asking(newcomer: Newcomer) -> None:
    """The one that was there is kept, as is the password."""
    newcomer.config.parent.mkdir(parents=True)
    newcomer.config.write_text("# mine", encoding="utf-8")
    newcomer.secret.write_text("my app password", encoding="utf-8")
    before = newcomer.files()
    assert "Nothing is changed." in newcomer.sets_up(stdin="n\n")
    told, _ = newcomer.refused("--yes", "--address", ADDRESS, "--password-env", "X", "--untested")
    assert "3 problems" in told
    assert newcomer.files() == before
    newcomer.sets_up(*newcomer.servers, stdin=lines("y", ADDRESS, PASSWORD))
    assert newcomer.config.with_name("config.toml.old").read_text("utf-8") == "# mine"
    assert newcomer.secret.with_name("home.password.old").read_text("utf-8") == "my app password"
    config.load(newcomer.config)


def test_no_config_that_was_kept_is_lost(newcomer: Newcomer) -> None:
    """However often a new one is written: the first may be the one that was written by hand."""
    newcomer.config.parent.mkdir(parents=True)
    newcomer.config.write_text("# by hand", encoding="utf-8")
    for choice, password in (("y", "one"), ("new", "two"), ("new", "three")):
        output = newcomer.sets_up("--untested", *newcomer.servers, stdin=lines(choice, ADDRESS, password))
    assert newcomer.config.with_name("config.toml.old").read_text("utf-8") == "# by hand"
    assert newcomer.secret.with_name("home.password.old.2").read_text("utf-8") == "two\n"
    assert "config.toml.old.3" in output


def other(newcomer: Newcomer, user: str) -> list[str]:
    """Return the options that add a user of the same server, at a university, to a config."""
    servers = newcomer.servers[: newcomer.servers.index("--imap-user")]
    return [*servers, "--imap-user", user, *newcomer.servers[-2:], "--address", "robin@uni.example"]


def test_further_accounts_are_asked_for_at_the_end(newcomer: Newcomer, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each with a password of its own, nothing of how letters leave; one that does not work loses nothing."""
    monkeypatch.setenv("SSL_CERT_FILE", str(newcomer.dovecot.ca_file))
    at, user = f"localhost:{newcomer.dovecot.port}", newcomer.dovecot.new_user(mailboxes=())
    uni, again = ["y", "robin@uni.example", "", at, "tls"], ["y", "robin@uni.example", "", at, "tls", newcomer.user]
    answers = [ADDRESS, PASSWORD, *again, *uni, user, "wr0ng", "stop", *uni, user, "wr0ng", "keep", "n"]
    output = newcomer.sets_up(*newcomer.servers, stdin=lines(*answers))
    assert "it is account home" in output
    assert "A new password goes into home.password." in output
    assert "Nothing is added." in output
    assert output.count("SMTP") == 0
    held = config.load(newcomer.config)
    assert [(one.name, one.user, one.address) for one in held.accounts] == [
        ("home", newcomer.user, ADDRESS),
        ("uni", user, "robin@uni.example"),
    ]
    assert newcomer.secret.read_text("utf-8") == f"{PASSWORD}\n"
    assert newcomer.secret.with_name("uni.password").read_text("utf-8") == "wr0ng\n"
    assert sorted(path.name for path in newcomer.config.parent.iterdir()) == [
        *("config.toml", "home.password", "uni.password")
    ]
    result = CliRunner().invoke(cli, ["doctor"])
    assert "account home: localhost lets us in" in result.output
    assert "(account uni) refused the login" in result.output


def test_who_stops_at_a_further_account_has_the_first(newcomer: Newcomer) -> None:
    """And is told how to go on."""
    output = newcomer.sets_up(*newcomer.servers, stdin=lines(ADDRESS, PASSWORD, "y", "robin@gmail.com"))
    assert "run --dry-run" in output
    assert newcomer.account()["name"] == "home"


@pytest.mark.parametrize("ending", ["", "\n"])
def test_an_account_is_added_below_what_is_written(ending: str, newcomer: Newcomer) -> None:
    """Which stays as it is, and where it is; neither its servers nor its passwords are asked for anything."""
    written = newcomer.home / "dotfiles.toml"
    theirs = (
        '# mine\r\nstorage = { keep_text = false }\n[letters]\nto = "robin@home.example" # me\n'
        '[delivery]\nmethod = "folder"\nfolder = "letters"\n'
        '[[accounts]]\nname = "post"\nhost = "localhost"\nport = 1\nuser = "robin"\npassword_command = ["false"]\n'
        f'[accounts.teach]\n"Söme" = "other"{ending}'
    )
    written.write_bytes(theirs.encode())
    newcomer.config.parent.mkdir(parents=True)
    newcomer.config.symlink_to(written)
    output = newcomer.sets_up(*other(newcomer, newcomer.user), stdin=lines("", PASSWORD, "n"))
    assert "reads: post." in output
    assert "account uni: localhost lets us in" in output
    assert "schedule install" not in output
    assert newcomer.config.is_symlink()
    assert written.read_bytes().startswith(theirs.encode())
    assert "dotfiles.toml.old" not in newcomer.files()
    post, uni = config.load(newcomer.config).accounts
    assert (post.teach, uni.teach, uni.name) == ({"Söme": "other"}, {}, "uni")


def test_nothing_need_be_asked_to_add_an_account(newcomer: Newcomer, monkeypatch: pytest.MonkeyPatch) -> None:
    """What does not fit is told, and changes nothing."""
    monkeypatch.setenv("MAIL_PASSWORD", PASSWORD)
    newcomer.sets_up(*newcomer.servers, stdin=lines(ADDRESS, PASSWORD))
    adds = ["--yes", "--password-env", "MAIL_PASSWORD", *other(newcomer, newcomer.dovecot.new_user(mailboxes=()))]
    for more, word in (
        (["--smtp", "smtp.uni.example"], "letters leave by"),
        (["--name", "home"], "already"),
        (["--name", "delivery"], "[delivery]"),
        (["--name", "two words"], "letters without accents"),
    ):
        result = newcomer.init(*adds, *more)
        assert result.exit_code == 2
        assert word in result.output
    told, _ = newcomer.refused(*adds, "--imap-user", newcomer.user)
    assert "it is account home" in told
    monkeypatch.setenv("MAIL_PASSWORD", "wr0ng")
    newcomer.refused(*adds)
    assert newcomer.account()["name"] == "home"
    monkeypatch.setenv("MAIL_PASSWORD", PASSWORD)
    newcomer.sets_up(*adds, "--name", "study")
    newcomer.sets_up(*adds, "--imap-user", newcomer.dovecot.new_user(mailboxes=()))
    newcomer.sets_up(*adds, "--imap-user", newcomer.dovecot.new_user(mailboxes=()))
    assert [one.name for one in config.load(newcomer.config).accounts] == ["home", "study", "uni", "uni-2"]


def test_a_password_that_the_config_names_is_never_moved(newcomer: Newcomer) -> None:
    """However its account is called."""
    newcomer.sets_up(*newcomer.servers, stdin=lines(ADDRESS, PASSWORD))
    newcomer.config.write_text(newcomer.config.read_text("utf-8").replace('name = "home"', 'name = "post"'), "utf-8")
    adds = [*other(newcomer, newcomer.dovecot.new_user(mailboxes=())), "--untested", "--address", "kim@home.example"]
    newcomer.sets_up(*adds, stdin=lines("add", "another"))
    assert newcomer.secret.read_text("utf-8") == f"{PASSWORD}\n"
    assert config.load(newcomer.config).accounts[1].name == "home-2"


def test_accounts_that_are_written_as_a_list_are_told(newcomer: Newcomer) -> None:
    """TOML lets nothing be added to a list from below."""
    newcomer.sets_up(*newcomer.servers, stdin=lines(ADDRESS, PASSWORD))
    text = newcomer.config.read_text("utf-8").partition("[[accounts]]")[0]
    listed = f'accounts = [{{ name = "home", host = "imap.home.example", user = "robin" }}]\n{text}'
    newcomer.config.write_text(listed, encoding="utf-8")
    told, _ = newcomer.refused("--yes", "--password-env", "X", *other(newcomer, "robin"))
    assert "[[accounts]]" in told
    assert "Nothing is changed." in newcomer.sets_up(stdin="n\n")
    assert newcomer.config.read_text("utf-8") == listed


def test_access_is_granted_to_the_account_that_is_added(newcomer: Newcomer, tokens_wanted: TokenServer) -> None:
    """Beside one that logs in by a password, and one whose access is not granted yet."""
    servers = list(newcomer.servers)
    servers[servers.index("--imap-user") + 1] = newcomer.dovecot.new_user(mailboxes=())
    newcomer.sets_up(*servers, stdin=lines(ADDRESS, PASSWORD))
    waits = ["--address", "kim@cloudy.example", "--client-id", CLIENT, "--ca-file", str(newcomer.dovecot.ca_file)]
    assert "`afterword login cloudy`" in newcomer.sets_up("--untested", "--yes", *waits)
    output = newcomer.sets_up(*cloudy(newcomer), stdin=lines("add", CLIENT))
    assert output.count(CODE) == 1
    result = CliRunner().invoke(cli, ["doctor"])
    assert "account home: localhost lets us in" in result.output
    assert "account cloudy: Access was not granted yet" in result.output
    assert "account cloudy-2: localhost lets us in" in result.output
    assert len(tokens_wanted.asked) == 2


def test_another_place_for_the_config_is_kept_to(newcomer: Newcomer) -> None:
    """The password lies beside it, and the next commands are told with it."""
    own = newcomer.home / "my own.toml"
    arguments = ["--config", str(own), "init", *newcomer.servers]
    result = CliRunner().invoke(cli, arguments, input=lines(ADDRESS, PASSWORD))
    assert f"`afterword --config '{own}' run --dry-run`" in result.output
    assert newcomer.files() == ["home.password", "my own.toml"]
    config.load(own)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
@pytest.mark.parametrize("mode", [0o500, 0o000])
def test_a_folder_that_cannot_be_written_is_told_before_anything_is_asked(mode: int, newcomer: Newcomer) -> None:
    """And not after the last answer; nor looked into, where that is not allowed either."""
    newcomer.home.chmod(mode)
    told, output = newcomer.refused(stdin=lines(ADDRESS))
    newcomer.home.chmod(0o700)
    assert "cannot be written" in told
    assert "address" not in output


def test_a_place_that_is_a_folder_is_told_before_anything_is_asked(newcomer: Newcomer) -> None:
    """No file can be written there."""
    newcomer.config.mkdir(parents=True)
    told, output = newcomer.refused(stdin=lines(ADDRESS))
    assert "cannot be written" in told
    assert "address" not in output


def test_the_schedule_is_offered_and_installed(newcomer: Newcomer, monkeypatch: pytest.MonkeyPatch) -> None:
    """By what this machine has; where nobody answers, as at the end of a pipe, the config is written all the same."""
    machine = Machine(newcomer.home)
    machine.has("crontab")
    monkeypatch.setenv("PATH", f"{machine.programs}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr(scheduling, "schedulers", lambda: ["cron"])
    assert "schedule install" in newcomer.sets_up(*newcomer.servers, stdin=lines(ADDRESS, PASSWORD))
    newcomer.sets_up(*newcomer.servers, stdin=lines("new", ADDRESS, PASSWORD, "n", "n"))
    assert not machine.crontab.exists()
    output = newcomer.sets_up(*newcomer.servers, stdin=lines("new", ADDRESS, PASSWORD, "n", "y"))
    assert "Installed with cron." in output
    assert "# BEGIN afterword" not in output
    assert f"--config '{newcomer.config}' run" in machine.crontab.read_text("utf-8")


def test_answers_can_come_from_a_pipe(newcomer: Newcomer) -> None:
    """Where there is no terminal, that a password would be seen there is not told in the words of a program."""
    command = [sys.executable, "-m", "pipeline", "init", *newcomer.servers]
    surroundings = {"PATH": os.devnull, "PYTHONPATH": str(ROOT), "HOME": str(newcomer.home)}
    answers = lines(ADDRESS, PASSWORD).encode()
    done = subprocess.run(
        command, input=answers, env=surroundings, capture_output=True, check=True, cwd=ROOT, start_new_session=True
    )
    assert newcomer.secret.read_text("utf-8") == f"{PASSWORD}\n"
    assert b"GetPassWarning" not in done.stderr


def test_what_is_piped_in_another_encoding_is_asked_for_again(newcomer: Newcomer) -> None:
    """As from a terminal that sends Latin-1: no such address, password or name is kept, and none is a fault."""
    command = [sys.executable, "-m", "pipeline", "init", *newcomer.servers, "--mailbox", "Archives"]
    surroundings = {"PATH": os.devnull, "PYTHONPATH": str(ROOT), "HOME": str(newcomer.home)}
    answers = [b"zo\xeb@home.example", ADDRESS.encode(), b"p\xe4ssword", PASSWORD.encode()]
    answers += [b"mailboxes", b"Entw\xfcrfe", b"INBOX", b""]
    done = subprocess.run(
        command,
        input=b"\n".join(answers),
        env=surroundings | {"PYTHONIOENCODING": "utf-8:strict"},
        capture_output=True,
        check=True,
        cwd=ROOT,
        start_new_session=True,
    )
    assert done.stdout.count(b"that is not UTF-8 text") == 3
    assert b"has no mailbox 'Archives'" in done.stdout + done.stderr
    assert b"has no mailbox 'Entw" not in done.stdout + done.stderr
    assert newcomer.secret.read_text("utf-8") == f"{PASSWORD}\n"


def test_a_password_in_another_encoding_is_asked_for_again_on_a_terminal(newcomer: Newcomer) -> None:
    """Where it is read from the terminal itself, and not from standard input."""
    arguments = ["init", "--address", ADDRESS, *newcomer.servers]
    with Terminal(*arguments, environment={"HOME": str(newcomer.home)}) as terminal:
        terminal.waits_for("Password (not shown)")
        terminal.types("p\udce4ssword\n")
        terminal.waits_for("Password (not shown)")
        assert "that is not UTF-8 text" in terminal.output
        terminal.types(f"{PASSWORD}\n")
        terminal.waits_for("another account")
    assert newcomer.secret.read_text("utf-8") == f"{PASSWORD}\n"


def test_ctrl_c_leaves_nothing_behind(newcomer: Newcomer) -> None:
    """At the prompt for the password, which is not shown as it is typed, and while a server keeps one waiting."""
    environment = {"HOME": str(newcomer.home)}
    for typed in ("hunt", "hunter2\n"):
        with scripted_server(lambda connection: connection.recv(1)) as port:
            silent = f"localhost:{port}"
            servers = ["--imap", silent, "--smtp", silent, "--imap-security", "tls", "--smtp-security", "tls"]
            arguments = ["init", "--address", ADDRESS, *servers, "--imap-user", "robin", "--smtp-user", "robin"]
            with Terminal(*arguments, environment=environment) as terminal:
                terminal.waits_for("Password (not shown)")
                terminal.types(typed)
                if typed.endswith("\n"):
                    terminal.waits_for("Trying")
                terminal.types("\x03")
                assert terminal.ends() == 130
                assert "hunt" not in terminal.output
                assert "Stopped." in terminal.output
    assert newcomer.files() == []
