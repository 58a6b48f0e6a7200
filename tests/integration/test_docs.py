"""The docs say what the program does: what can be made from it is, and the rest is compared with it.

`REGEN_DOCS=1 python -m pytest tests/integration/test_docs.py` writes anew what is made from the program.
"""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from pydantic import BaseModel
from pydantic.fields import FieldInfo
from sqlite_utils import Database

from pipeline import __version__, config, errors, resources
from pipeline.adapters.log.migrations import migrations
from pipeline.cli.app import cli
from pipeline.config.providers import Server
from pipeline.core.applications.application import Reason, Stage
from pipeline.core.applications.changes import ChangeKind
from pipeline.core.verdict import Decision, Label
from pipeline.reading.senders.known import Senders

ROOT = Path(__file__).parents[2]
REFERENCE = ROOT / "docs/reference"
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("cron/*.md")])

#: The message of the sample whose letter the README shows.
SHOWN = "<CA+mo.1117.answer@northwind.example>"


def held(page: Path, mark: str, made: str) -> None:
    """Check that a page holds, between its marks, what was made from the program; write it there if asked to."""
    text = page.read_text(encoding="utf-8")
    [(head, old, end)] = re.findall(rf"(<!-- {mark}:[^\n]*-->\n)(.*?)(<!-- end -->)", text, re.DOTALL)
    if os.environ.get("REGEN_DOCS") == "1":
        page.write_text(text.replace(head + old + end, f"{head}{made}{end}"), encoding="utf-8")
        return
    assert old == made, f"{page.name} is out of date: REGEN_DOCS=1 pytest tests/integration/test_docs.py"


def commands(command: click.Command = cli, name: str = "") -> Iterator[tuple[str, click.Command]]:
    """Yield every command under the words that call it; the program itself has none."""
    yield name, command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for word in command.list_commands(context):
            inner = command.get_command(context, word)
            assert inner is not None
            yield from commands(inner, f"{name} {word}".strip())


COMMANDS = dict(commands())


def help_text(name: str) -> str:
    """Return what a command prints with --help."""
    done = CliRunner().invoke(cli, [*name.split(), "--help"], prog_name="afterword", terminal_width=100)
    assert done.exit_code == 0
    return done.output


def tables() -> Iterator[tuple[str, type[BaseModel]]]:
    """Yield each table of the config with its model."""
    for name, found in config.Config.model_fields.items():
        model = config.table_in(found.annotation)
        assert model is not None
        yield name, model


def key_row(name: str, found: FieldInfo) -> str:
    """Return the row of the reference for one key of the config."""
    default = "required" if found.is_required() else f"`{config.as_toml(found.default)}`"
    if not found.is_required() and found.default in (None, "", (), {}):
        default = "none"
    example = f" Example: `{name} = {config.as_toml(found.examples[0])}`." if found.examples else ""
    return f"| `{name}` | {found.description}{example} | {default} |"


def server_cell(server: Server, usual_port: int) -> str:
    """Return what a table says of a server of a provider."""
    port = [f"`port = {server.port}`"] if server.port != usual_port else []
    security = [f'`security = "{server.security}"`'] if server.security != "tls" else []
    return ", ".join([f"`{server.host}`", *port, *security, *(["*local*"] if server.user == "local" else [])])


def called(text: str) -> Iterator[list[str]]:
    """Yield the words after `afterword` wherever a page shows a command, in a block or within a line."""
    blocks = re.findall(r"```(?:sh|ini)\n(.*?)```", text, re.DOTALL)
    lines = [line.strip() for block in blocks for line in block.splitlines()]
    lines += re.findall(r"`([^`\n]+)`", re.sub(r"```.*?```", "", text, flags=re.DOTALL))
    for line in lines:
        if line.startswith("afterword "):
            yield shlex.split(line, comments=True)[1:]


def documented(page: str) -> str:
    """Return the text of a page of the docs."""
    return (ROOT / page).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def letters(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder with the letters of a demo run."""
    folder = tmp_path_factory.mktemp("demo")
    subprocess.run([sys.executable, "-m", "pipeline", "demo", "--out", str(folder)], check=True, capture_output=True)
    return folder


def test_the_letter_in_the_readme_is_that_of_the_demo(letters: Path) -> None:
    """Nobody is shown a letter that Afterword does not write."""
    parser = BytesParser(EmailMessage, policy=policy.default)
    every = [parser.parsebytes(path.read_bytes()) for path in letters.glob("*.eml")]
    [letter] = [one for one in every if one["In-Reply-To"] == SHOWN]
    part = letter.get_body(("plain",))
    assert part is not None
    body = "\n".join(line.rstrip() for line in part.get_content().rstrip().splitlines())
    held(ROOT / "README.md", "letter", f"```text\nSubject: {letter['Subject']}\n\n{body}\n```\n")


def test_the_command_line_is_documented_as_it_is() -> None:
    """Each command is there with the text of its --help."""
    made = "".join(f"## {f'afterword {name}'.strip()}\n\n```text\n{help_text(name)}```\n\n" for name in COMMANDS)
    held(REFERENCE / "command-line.md", "commands", f"\n{made}")


def test_the_config_is_documented_as_it_is() -> None:
    """Each key is there with its meaning and its default."""
    made = ""
    headings = {"accounts": "[[accounts]]", "oauth2": "oauth2 = { ... }"}
    for table, model in [*tables(), ("oauth2", config.OAuth2)]:
        heading = headings.get(table, f"[{table}]")
        rows = "\n".join(key_row(name, found) for name, found in model.model_fields.items())
        made += f"## `{heading}`\n\n{model.__doc__}\n\n| key | meaning | default |\n|---|---|---|\n{rows}\n\n"
    held(REFERENCE / "configuration.md", "keys", f"\n{made}")


def test_the_providers_are_documented_as_they_are_known() -> None:
    """Each provider that can be logged in to is there with what has to be written for it."""
    kinds = {"own": "your own", "app": "an app password", "none": "none: [access tokens](access-tokens.md)"}
    rows = [
        f"| {one.name} | {server_cell(one.imap, 993)} | {server_cell(one.smtp, 465)} | {kinds[one.password]} |"
        for one in config.providers()
    ]
    head = "| provider | IMAP `host` | SMTP `host` | password |\n|---|---|---|---|\n"
    said = "\n`user` is the address, and where it says *local* what stands before the @.\n\n"
    held(ROOT / "docs/how-to/providers.md", "providers", f"\n{head}" + "\n".join(rows) + f"\n{said}")


def test_no_domain_is_of_two_providers() -> None:
    """Each is written as it is looked for, and every provider that takes no password has a token server."""
    known = [domain for one in config.providers() for domain in one.domains]
    assert len(known) == len(set(known))
    assert not [domain for domain in known if domain != domain.strip().casefold()]
    for one in config.providers():
        assert (one.password == "none") is (one.oauth2 is not None)


def test_the_errors_are_documented_as_they_are() -> None:
    """Each error is there with its meaning and its exit code."""
    known = [one for one in vars(errors).values() if isinstance(one, type) and issubclass(one, errors.AfterwordError)]
    rows = "\n".join(
        f"| `{one.__name__}` | {one.__doc__.splitlines()[0]} | {one.exit_code:d} |" for one in known if one.__doc__
    )
    held(REFERENCE / "exit-codes.md", "errors", f"\n| error | meaning | exit code |\n|---|---|---|\n{rows}\n\n")


def test_each_exit_code_is_documented() -> None:
    """Each code stands in the table with its number and name."""
    text = documented("docs/reference/exit-codes.md")
    for code in errors.ExitCode:
        assert f"| {code:d} | `{code.name}` |" in text


def test_each_table_and_column_of_the_log_is_documented() -> None:
    """Whoever opens log.db finds every table, view and column in the reference."""
    database = Database(memory=True)
    migrations.apply(database)
    text = documented("docs/reference/log.md")
    names = [name for name in database.table_names() if not name.startswith(("messages_fts", "_", "sqlite_"))]
    for name in [*names, *database.view_names()]:
        assert f"`{name}`" in text
    for name in names:
        assert not [column for column in database[name].columns_dict if f"`{column}`" not in text]


def test_the_fields_of_classify_are_documented_in_their_order() -> None:
    """What `classify --json` prints has the fields of its table, in the same order."""
    sample = resources.SAMPLE_MAILBOX / "52-northwind-answer.eml"
    done = CliRunner().invoke(cli, ["classify", "--json", str(sample)])
    section = documented("docs/reference/json.md").split("## `classify --json`")[1].split("\n## ")[0]
    rows = [line.split("|")[1] for line in section.splitlines() if line.startswith("| `")]
    assert [name for row in rows for name in re.findall(r"`(\w+)`", row)] == list(json.loads(done.output))


def test_each_json_option_is_documented() -> None:
    """A command that can print JSON has a section that says what."""
    text = documented("docs/reference/json.md")
    for name, command in COMMANDS.items():
        if any("--json" in parameter.opts for parameter in command.params):
            assert re.search(rf"^## `{name} .*--json`|^## `{name} --json`", text, re.MULTILINE), name


def test_each_kind_of_change_is_documented() -> None:
    """For those who read the history as JSON, and for those who read the table."""
    section = documented("docs/reference/json.md").split("## `application history --json`")[1].split("\n## ")[0]
    assert not [kind for kind in ChangeKind if f"`{kind}`" not in section]
    section = documented("docs/reference/log.md").split("**`application_events`**")[1].split("\n**`")[0]
    assert not [kind for kind in ChangeKind if f"`{kind}`" not in section]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_a_page_shows_no_command_that_does_not_exist(page: Path) -> None:
    """Each command that a page shows is there, with its options, and its arguments are taken."""
    for words in called(page.read_text(encoding="utf-8")):
        arguments = [word for word in words if word not in {">", "..."}]
        name = next(
            (" ".join(arguments[:length]) for length in (2, 1) if " ".join(arguments[:length]) in COMMANDS), None
        )
        assert name is not None, f"{page.name}: afterword {' '.join(words)}"
        options = {option for parameter in COMMANDS[name].params for option in parameter.opts} | {"--help"}
        assert not [word for word in arguments if word.startswith("--") and word not in options], words


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_a_page_links_to_what_is_there(page: Path) -> None:
    """Each relative link leads to a file, and each part after # to a heading in it."""
    for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text(encoding="utf-8")):
        if target.startswith(("http:", "https:")):
            continue
        path, _, part = target.partition("#")
        file = (page.parent / path).resolve() if path else page
        assert file.exists(), f"{page.name} links to {target}"
        headings = re.findall(r"^#+ (.*)$", file.read_text(encoding="utf-8"), re.MULTILINE) if part else []
        assert not part or part in {re.sub(r"[^\w -]", "", one).lower().replace(" ", "-") for one in headings}, target


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_a_piece_of_config_on_a_page_is_valid(page: Path, tmp_path: Path) -> None:
    """Each TOML block has keys that the config knows, or the file of senders."""
    for block in re.findall(r"```toml\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL):
        held_keys = tomllib.loads(block)
        if block.startswith("# ~/.config/afterword/senders.toml"):
            own = tmp_path / "senders.toml"
            own.write_text(block, encoding="utf-8")
            Senders.load(resources.SENDERS, own)
            continue
        if "accounts" in held_keys:
            config.parse(held_keys, page.name, base=ROOT)
        models = dict(tables())
        known = {name for model in models.values() for name in model.model_fields}
        for key, value in held_keys.items():
            inner = set(value) if key in models and isinstance(value, dict) else set()
            assert key in known or key in models
            assert inner <= set(models[key].model_fields if key in models else ())


def test_the_commands_that_a_beginner_meets_work(tmp_path: Path) -> None:
    """What can be run without an account is run as it is written there, and ends well."""
    sample = resources.SAMPLE_MAILBOX / "52-northwind-answer.eml"
    (tmp_path / "message.eml").write_bytes(sample.read_bytes())
    (tmp_path / ".config/afterword").mkdir(parents=True)
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    surroundings = {**os.environ, "HOME": str(tmp_path), "TMPDIR": str(tmp_path), "PATH": path}
    pages = "".join(map(documented, ("README.md", "docs/tutorial.md", "docs/how-to/own-mailbox.md")))
    blocks = re.findall(r"```sh\n(.*?)```", pages, re.DOTALL)
    lines = {line.strip() for block in blocks for line in block.splitlines()}
    runnable = {line for line in lines if re.match(r"afterword (demo|classify|config default)\b", line)}
    assert len(runnable) >= 4
    for line in sorted(runnable):
        done = subprocess.run(["/bin/sh", "-c", line], cwd=tmp_path, env=surroundings, capture_output=True, check=False)
        assert (done.returncode, done.stderr) == (0, b""), line
    assert (tmp_path / ".config/afterword/config.toml").read_bytes() == resources.DEFAULT_CONFIG.read_bytes()


#: Words of which the glossary has a better one. The IMAP mailbox INBOX and the config's own keys are no prose.
BANNED = re.compile(
    r"\b(inbox(?:es)?|notifications?|confidence(?! interval)|datasets?|pickles?|category|categories|intents?)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_a_page_has_one_word_for_each_thing(page: Path) -> None:
    """No page calls a thing by a word that the glossary has another for."""
    prose = re.sub(r"```.*?```|`[^`\n]*`|<!--.*?-->", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert not BANNED.findall(prose)


def test_the_glossary_has_every_word_that_a_verdict_can_hold() -> None:
    """Whatever stands under label, verdict, stage or reason is looked up in one place."""
    text = documented("docs/glossary.md")
    assert not [word for kind in (Label, Decision, Stage, Reason) for word in kind if f"`{word}`" not in text]


def test_help_has_one_word_for_each_thing() -> None:
    """Nor does any --help."""
    assert not [name for name in COMMANDS if BANNED.search(help_text(name).replace("INBOX", ""))]


def test_the_architecture_fits_on_two_screens() -> None:
    """Whoever is new reads it to the end."""
    assert len(documented("ARCHITECTURE.md").splitlines()) <= 120


def test_the_changelog_speaks_of_this_version() -> None:
    """The version in use has a section, and there is a place for what comes next."""
    text = documented("CHANGELOG.md")
    assert "## [Unreleased]" in text
    assert f"## {__version__}" in text or f"## [{__version__}]" in text
