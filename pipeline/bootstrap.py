"""From a config to the real parts: the only place that knows both the ports and what stands behind them."""

from __future__ import annotations

import os
import secrets
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, tzinfo
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from filelock import FileLock, Timeout

from pipeline import resources
from pipeline.adapters import files, imap, labelled
from pipeline.adapters.crontab import CrontabSchedule
from pipeline.adapters.folder import FolderPostman
from pipeline.adapters.imap_postman import ImapPostman, holds
from pipeline.adapters.launchd import LaunchdSchedule
from pipeline.adapters.letters import TemplateLetters
from pipeline.adapters.log import SqliteLog
from pipeline.adapters.oauth2 import OAuth2Server
from pipeline.adapters.parser import MailParser
from pipeline.adapters.secrets import PasswordSource
from pipeline.adapters.sendmail import SendmailPostman
from pipeline.adapters.smtp import SmtpPostman
from pipeline.adapters.systemd import SystemdSchedule
from pipeline.adapters.tokens import AccessToken, FileTokens
from pipeline.config import Account, Config, Delivery
from pipeline.core import schedule
from pipeline.core.evaluation import Case
from pipeline.core.manners import PAUSED_UNTIL, Manners, Morning, QuietHours
from pipeline.core.message import Address, RawMessage, Unreadable
from pipeline.core.naming import GMAIL
from pipeline.core.plan import Policy
from pipeline.core.ports import Classifier, Log, Mailbox, Postman, Schedule
from pipeline.core.schedule import Job
from pipeline.core.verdict import Label
from pipeline.errors import AfterwordError, CredentialError, LogError, ModelError, RunLockedError, UserError, why

#: The setting that holds the installation's secret: nobody can foretell the Message-ID of a letter without it.
_SECRET = "secret"  # noqa: S105 - the name of a setting, not a secret

#: Is there where systemd runs the machine (sd_booted(3)).
_BOOTED = Path("/run/systemd/system")

#: Where programs are looked for after the folders that a config needs.
_PATH = "/usr/local/bin:/usr/bin:/bin"

_BLANK = ord(" ")

LOG_FILE = "log.db"
MODELS = "models"
_TOKENS = "tokens"
#: How the delivery is called where accounts are called by their names.
_DELIVERY = "delivery"


@dataclass(slots=True)
class Opened:
    """The mailboxes of a run, those that teach, each with the label that it gives, and the names of those left out."""

    mailboxes: list[Mailbox] = field(default_factory=list)
    teaching: list[tuple[Mailbox, Label]] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class House:
    """An installation: its config and where its things lie. Everything heavier is made when asked for."""

    config: Config
    #: A password that was just typed, in place of what the config names: it is tried before anything is written.
    typed: str | None = field(default=None, repr=False)

    @property
    def directory(self) -> Path:
        """The state directory."""
        return self.config.state_directory

    @property
    def log_path(self) -> Path:
        """Where the log lies."""
        return self.directory / LOG_FILE

    @property
    def timezone(self) -> tzinfo:
        """The user's time zone."""
        name = self.config.letters.timezone
        return ZoneInfo(name) if name else machine_timezone()

    @property
    def own_addresses(self) -> frozenset[str]:
        """The addresses under which the user, or Afterword, writes, in folded case; a login name is often one."""
        letters = self.config.letters
        users = (account.user for account in self.config.accounts)
        known = (letters.to, letters.sender or "", *letters.addresses, *users)
        return frozenset(address.casefold() for address in known if "@" in address)

    @property
    def reads_replies(self) -> bool:
        """Whether a reply to a letter gets into a mailbox that is read: as the user says, else as the names suggest."""
        letters = self.config.letters
        if letters.read_replies is not None:
            return letters.read_replies
        if self.config.delivery.method == "folder":
            return False
        return any(_reads(account, letters.to.casefold()) for account in self.config.accounts)

    @property
    def from_environment(self) -> list[str]:
        """The names of those whose passwords stand in environment variables, as of its shell."""
        return [name for name, source in self._sources.items() if source.password_env]

    @property
    def _sources(self) -> dict[str, Account | Delivery]:
        """Who logs in, by name."""
        return {**{account.name: account for account in self.config.accounts}, _DELIVERY: self.config.delivery}

    @property
    def policy(self) -> Policy:
        """What the user has chosen about letters."""
        chosen = self.config.letters
        morning = Morning(chosen.morning, self.timezone) if chosen.morning else None
        return Policy(chosen.debriefs, chosen.debrief_after, chosen.stale_after, morning)

    def manners(self, log: Log) -> Manners:
        """Return when letters may leave by themselves, a pause that the log holds included."""
        chosen = self.config.letters
        quiet = QuietHours(*chosen.quiet) if chosen.quiet else None
        paused = log.setting(PAUSED_UNTIL)
        return Manners(self.timezone, quiet, chosen.letters_a_day, chosen.share_letter, paused)

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Hold the lock of this installation; raise RunLockedError if another process holds it."""
        try:
            self.directory.mkdir(parents=True, exist_ok=True, mode=0o700)
            held = FileLock(self.directory / "run.lock", timeout=0, mode=0o600)
            held.acquire()
        except Timeout:
            raise RunLockedError(
                f"Another run holds the lock in {self.directory}.", hint="Wait for it to end; this one changed nothing."
            ) from None
        except OSError as error:
            raise LogError(
                f"The state directory {self.directory} cannot be written: {why(error)}.",
                hint="Make it writable to this user, or set storage.directory to one that is.",
            ) from error
        try:
            yield
        finally:
            held.release()

    def log(self, *, read_only: bool = False) -> SqliteLog:
        """Open the log."""
        return SqliteLog.open(self.log_path, read_only=read_only)

    def rehearsal_log(self) -> SqliteLog:
        """Return a copy of the log in memory, so that a dry run takes the same path and changes nothing."""
        return SqliteLog.copy_of(self.log_path)

    @contextmanager
    def mailboxes(self, only: str | None = None) -> Iterator[Opened]:
        """Open the configured mailboxes: all of them, or those of one name (`INBOX` or `home/INBOX`)."""
        opened = Opened()
        connections = []
        for account in self.config.accounts:
            connection = imap.connect(self.imap_account(account))
            connections.append(connection)
            for name in account.mailboxes:
                full = f"{account.name}/{name}"
                if only in {None, name, full}:
                    opened.mailboxes.append(connection.mailbox(name, name=full))
                else:
                    opened.left_out.append(full)
            if only is not None:
                opened.left_out += [f"{account.name}/{name}" for name in account.teach]
            else:
                opened.teaching += [
                    (connection.mailbox(name, name=f"{account.name}/{name}"), label)
                    for name, label in account.teach.items()
                ]
        try:
            yield opened
        finally:
            for connection in connections:
                connection.close()

    def imap_account(self, account: Account) -> imap.Account:
        """Return what the IMAP adapter needs to know of an account."""
        return imap.Account(
            name=account.name,
            host=account.host,
            port=account.port,
            user=account.user,
            password=self._password(account.name, account),
            security=account.security,
            by_token=account.oauth2 is not None,
            ca_file=account.ca_file,
        )

    def letters(self, log: Log, clock: Callable[[], datetime]) -> TemplateLetters:
        """Return what composes letters for this installation."""
        return self.letters_under(installation_secret(log), clock)

    def letters_under(self, secret: str, clock: Callable[[], datetime]) -> TemplateLetters:
        """Return what composes letters whose Message-IDs are made with a secret."""
        chosen = self.config.letters
        return TemplateLetters(
            chosen.steps or resources.STEPS,
            sender=Address("", chosen.sender or chosen.to),
            recipient=Address("", chosen.to),
            secret=secret,
            language=chosen.language,
            clock=clock,
            timezone=self.timezone,
            gmail={one.name: one.user for one in self.config.accounts if one.host.casefold() in GMAIL},
            reads_replies=self.reads_replies,
        )

    def postman(self) -> Postman:
        """Return what hands letters over."""
        chosen = self.config.delivery
        if chosen.method == "folder" and chosen.folder is not None:
            return FolderPostman(chosen.folder)
        if chosen.method == "imap":
            return ImapPostman(self._letter_account(), chosen.mailbox)
        if chosen.method == "sendmail":
            return SendmailPostman(chosen.command, arrived=self._arrived())
        return SmtpPostman(
            chosen.host,
            chosen.server_port,
            security=chosen.security,
            sender=self.config.letters.sender or self.config.letters.to,
            recipient=self.config.letters.to,
            user=chosen.user or None,
            password=self._password(_DELIVERY, chosen) if chosen.user else None,
            by_token=chosen.oauth2 is not None,
            ca_file=chosen.ca_file,
            arrived=self._arrived(),
        )

    def is_locked_out(self, faults: Iterable[tuple[str, AfterwordError]]) -> bool:
        """Return whether letters go to an account whose login was just refused: who repeats that gets locked out.

        Args:
            faults: What could not be read: names of mailboxes, each with its error.
        """
        if self.config.delivery.method != "imap":
            return False
        letters = self._letter_account()
        same = {one.name for one in self.config.accounts if (one.host, one.user) == (letters.host, letters.user)}
        return any(name.partition("/")[0] in same and isinstance(error, CredentialError) for name, error in faults)

    def _letter_account(self) -> imap.Account:
        """Return the account that the imap method puts letters into: one of the accounts that are read, or its own."""
        chosen = self.config.delivery
        if chosen.account and self.config.arrivals is not None:
            return self.imap_account(self.config.arrivals)
        return imap.Account(
            name=_DELIVERY,
            host=chosen.host,
            port=chosen.server_port,
            user=chosen.user,
            password=self._password(_DELIVERY, chosen),
            security=chosen.security,
            by_token=chosen.oauth2 is not None,
            ca_file=chosen.ca_file,
        )

    def _password(self, name: str, source: Account | Delivery) -> Callable[[], str]:
        """Return what fetches a password, or an access token, when it is needed."""
        typed = self.typed
        if typed is not None:
            return lambda: typed
        access = self._access(name, source)
        if access is not None:
            return access
        if source.oauth2 is not None:
            by_command = PasswordSource(name, source.oauth2.command, what="token")
            return lambda: by_command({})  # what systemd hands over by that name is a password
        found = PasswordSource(name, source.password_command, source.password_file, source.password_env)
        return lambda: found(os.environ)

    def accesses(self) -> dict[str, AccessToken]:
        """Return what `afterword login` has access granted for: by the name of each account, and `delivery`."""
        found = {name: self._access(name, source) for name, source in self._sources.items()}
        return {name: access for name, access in found.items() if access is not None}

    def _access(self, name: str, source: Account | Delivery) -> AccessToken | None:
        """Return what gives the access tokens that `afterword login` had granted; None where no such are used."""
        chosen = source.oauth2
        if chosen is None or chosen.command:
            return None
        known = chosen.server
        server = OAuth2Server(
            device_url=known.device_url,
            token_url=known.token_url,
            client_id=chosen.client_id,
            scope=known.scope,
            again=f"`afterword login {name}`",
            clock=lambda: datetime.now(UTC),
        )
        tokens = FileTokens(
            self.directory / _TOKENS, user=source.user, token_url=known.token_url, client_id=chosen.client_id
        )
        return AccessToken(tokens, server)

    def _arrived(self) -> Callable[[str], bool] | None:
        """Return what looks for a letter where letters arrive; None if that is not known."""
        account = self.config.arrivals
        return partial(holds, self.imap_account(account)) if account is not None else None

    @property
    def model(self) -> Path:
        """The folder of the model in use: the user's own if there is one, else the shipped one."""
        return model_in_use(self.directory)

    def look_back(self, mailbox: str) -> timedelta:
        """Return how far back a mailbox (`account/mailbox`) that was never read is looked through."""
        days = {account.name: account.look_back_days for account in self.config.accounts}
        return timedelta(days=days[mailbox.partition("/")[0]])


def _reads(account: Account, address: str) -> bool:
    """Return whether an account seems to be that of an address: its login name is it, whole or without the domain."""
    user, host = account.user.casefold(), account.host.casefold()
    local, _, domain = address.rpartition("@")
    return user == address or (user == local and f".{host}".endswith(f".{domain}"))


def machine_timezone() -> tzinfo:
    """Return the time zone of this machine with its rules for summer time, or its present offset if they are not found.

    $TZ goes first, then /etc/localtime (tzset(3), localtime(5)).
    """
    try:
        name = os.environ.get("TZ", "").removeprefix(":")
        if name:
            return ZoneInfo(name)
        with Path("/etc/localtime").open("rb") as file:
            return ZoneInfo.from_file(file)
    except (OSError, ValueError, ZoneInfoNotFoundError):
        return datetime.now(UTC).astimezone().tzinfo or UTC


def source(name: str) -> Iterator[RawMessage | Unreadable]:
    """Return the messages of a file, a folder, `mbox:PATH`, `maildir:PATH` or `-`; raise SourceError if it is none."""
    return files.open_source(name)


def cases(path: Path) -> Iterator[Case]:
    """Return the labelled messages of a JSON-lines file."""
    return labelled.read_cases(path)


def parser() -> MailParser:
    """Return the parser."""
    return MailParser()


def classifier(model: Path = resources.BASELINE_MODEL) -> Classifier:
    """Return a classifier with the model in a folder; the model is loaded when there is something to judge."""
    from pipeline.classifier.scoring import ArtifactClassifier  # noqa: PLC0415 - numpy, which not every command needs

    return ArtifactClassifier(model)


def model_in_use(directory: Path) -> Path:
    """Return the folder of the model in use for a state directory."""
    current = directory / MODELS / "current"
    try:
        name = current.read_text(encoding="utf-8", errors="replace").strip()  # what is no name is no model either
    except OSError:
        return resources.BASELINE_MODEL
    return directory / MODELS / name if name else resources.BASELINE_MODEL


def incumbent(model: Path) -> tuple[Path, ModelError | None]:
    """Return the model that a new one has to beat: that in a folder, or the shipped one and why that cannot be used."""
    from pipeline.classifier import artifact  # noqa: PLC0415 - numpy, which not every command needs

    try:
        artifact.load(model)
    except ModelError as error:
        return resources.BASELINE_MODEL, error
    return model, None


def use_model(directory: Path, name: str) -> None:
    """Make a model current, in one step; an empty name means the shipped one."""
    models = directory / MODELS
    models.mkdir(parents=True, exist_ok=True)
    draft = models / ".current.new"
    draft.write_text(f"{name}\n", encoding="utf-8")
    draft.replace(models / "current")


def installation_secret(log: Log) -> str:
    """Return the installation's secret, made at its first use."""
    known = log.setting(_SECRET)
    if not known:
        known = secrets.token_hex(32)
        log.store_setting(_SECRET, known)
    return known


def schedules(job: Job) -> dict[str, Schedule]:
    """Return what can start a job regularly, by name, whether this machine has it or not."""
    odd = next((word for word in job.words if any(ord(character) < _BLANK for character in word)), None)
    if odd is not None:
        raise UserError(f"A schedule cannot name {odd!r}.", hint="Take a path without line breaks and tabs.")
    table = schedule.crontab(_shipped_schedule("afterword.crontab"), job)
    own = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "systemd" / "user"
    return {
        "systemd": SystemdSchedule(
            own,
            {name: schedule.unit(_shipped_schedule(name), job) for name in schedule.UNITS},
            [Path(folder) for folder in (job.state, job.letters) if folder],
        ),
        "cron": CrontabSchedule(table),
        "launchd": LaunchdSchedule(
            Path.home() / "Library" / "LaunchAgents",
            {name: schedule.property_list(_shipped_schedule(name), job) for name in schedule.PROPERTY_LISTS},
        ),
    }


def _shipped_schedule(name: str) -> str:
    return (resources.SCHEDULES / name).read_text(encoding="utf-8")


def schedulers() -> list[str]:
    """Return the names of the schedules that this machine can keep, the best one first."""
    there = {
        "launchd": shutil.which("launchctl"),
        "systemd": _BOOTED.is_dir() and shutil.which("systemctl"),
        "cron": shutil.which("crontab"),
    }
    return [name for name, found in there.items() if found]


def job(config_path: Path, house: House | None) -> Job:
    """Return what a schedule has to start for a config; without an installation just enough to take one away."""
    where = str(config_path.absolute())
    command = (*_own_command(), "--config", where)
    if house is None:
        return Job(command, where, "")
    if variables := list(_variables(house.config)):
        command = ("/usr/bin/env", *variables, *command)
    letters = house.config.delivery.folder if house.config.delivery.method == "folder" else None
    return Job(command, where, str(house.directory.absolute()), str(letters or ""))


def _variables(chosen: Config) -> Iterator[str]:
    """Yield what a config needs of the profile of the user's shell, which no schedule reads."""
    state_home = os.environ.get("XDG_STATE_HOME", "")
    if state_home and chosen.storage.directory is None:
        yield f"XDG_STATE_HOME={state_home}"
    sources = (chosen.delivery, *chosen.accounts)
    commands = [chosen.delivery.command, *(one.password_command for one in sources)]
    commands += [one.oauth2.command for one in sources if one.oauth2]
    found = filter(None, (shutil.which(command[0]) for command in commands if command))
    folders = {str(Path(program).absolute().parent) for program in found} - set(os.defpath.split(os.pathsep))
    if folders:
        yield f"PATH={os.pathsep.join([*sorted(folders), _PATH])}"


def _own_command() -> tuple[str, ...]:
    """Return how this program is called from anywhere: as it was, if it was as `afterword`."""
    called, beside = Path(sys.argv[0]), Path(sys.executable).parent / "afterword"
    for path in (called if called.name == "afterword" else beside, beside):
        if os.access(path, os.X_OK):
            return (os.path.abspath(path),)  # noqa: PTH100 - a link stays what it is: pipx turns it at an update
    return (sys.executable, "-m", "pipeline")


def demo_log() -> SqliteLog:
    """Return an empty log in memory."""
    return SqliteLog.open(None)


def sample_mailbox() -> Mailbox:
    """Return the sample mailbox that ships with the package."""
    return files.FileMailbox("sample/INBOX", str(resources.SAMPLE_MAILBOX))


def demo_letters(folder: Path, now: datetime) -> tuple[TemplateLetters, Postman]:
    """Return what composes letters for the sample's job seeker, and what leaves them in a folder as .eml and .html."""
    seeker = Address("Robin Example", "robin@home.example")
    letters = TemplateLetters(
        resources.STEPS,
        sender=seeker,
        recipient=seeker,
        secret="the sample mailbox has no secrets",  # noqa: S106 - invented people, and letters that go nowhere
        language="en",
        clock=lambda: now,
        timezone=UTC,
        reads_replies=True,
    )
    return letters, FolderPostman(folder, with_pages=True)
