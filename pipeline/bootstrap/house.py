"""An installation: from its config to its real parts."""

from __future__ import annotations

import errno
import os
import secrets
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, tzinfo
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from filelock import FileLock, Timeout

from pipeline import resources
from pipeline.adapters.folder import FolderPostman
from pipeline.adapters.imap.connection import ImapConnection
from pipeline.adapters.imap.mailbox import ImapMailbox
from pipeline.adapters.imap.postman import ImapPostman, holds
from pipeline.adapters.letters import TemplateLetters
from pipeline.adapters.log import SqliteLog
from pipeline.adapters.sendmail import SendmailPostman
from pipeline.adapters.smtp import SmtpPostman
from pipeline.bootstrap.logins import Logins
from pipeline.bootstrap.parts import model_in_use
from pipeline.config import DELIVERY, Account, Config, mailbox_name
from pipeline.core.letters.manners import PAUSED_UNTIL, Manners, Morning, QuietHours
from pipeline.core.letters.naming import GMAIL
from pipeline.core.message import Address
from pipeline.core.plan import Policy
from pipeline.core.ports import Mailbox, Postman, Settings
from pipeline.core.verdict import Label
from pipeline.errors import LogError, RunLockedError, why

#: The setting that holds the installation's secret: nobody can foretell the Message-ID of a letter without it.
_SECRET = "secret"  # noqa: S105 - the name of a setting, not a secret

LOG_FILE = "log.db"

#: What a command needs to write at the least, in octets.
_ROOM = 64 * 1024


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
        names = (name for account in self.config.accounts for name in (account.user, account.owner))
        known = (letters.to, letters.sender or "", *letters.addresses, *names)
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
    def logins(self) -> Logins:
        """How one gets into the accounts, and into the server that letters go by."""
        return Logins(self.config, self.typed)

    @property
    def policy(self) -> Policy:
        """What the user has chosen about letters."""
        chosen = self.config.letters
        morning = Morning(chosen.morning, self.timezone) if chosen.morning else None
        return Policy(chosen.debriefs, chosen.debrief_after, chosen.stale_after, morning)

    def manners(self, log: Settings) -> Manners:
        """Return when letters may leave by themselves, a pause that the log holds included."""
        chosen = self.config.letters
        quiet = QuietHours(*chosen.quiet) if chosen.quiet else None
        paused = log.setting(PAUSED_UNTIL)
        return Manners(
            self.timezone, quiet, chosen.letters_a_day, chosen.share_letter, paused, debriefs=chosen.debriefs
        )

    @contextmanager
    def lock(self, work: str = "run", *, patience: float = 0) -> Iterator[None]:
        """Hold the lock of this installation; raise RunLockedError if another process holds it for `patience` seconds.

        `work` is `run` for whatever changes the log, and `retrain` for what must not happen while a model is trained.
        """
        try:
            self.directory.mkdir(parents=True, exist_ok=True, mode=0o700)
            held = FileLock(self.directory / f"{work}.lock", timeout=patience, mode=0o600)
            held.acquire()
        except Timeout:
            raise RunLockedError(
                f"Another {work} holds the lock in {self.directory}.",
                hint="Wait for it to end; this one changed nothing.",
            ) from None
        except OSError as error:
            raise self._not_writable(error) from error
        try:
            yield
        finally:
            held.release()

    def check_directory(self) -> None:
        """Hold the lock for a moment and write a file beside it: an old lock needs no right to, and no room.

        Raises:
            RunLockedError: Another process holds the lock.
            LogError: The state directory cannot be written.
        """
        with self.lock():
            try:
                with tempfile.TemporaryFile(dir=self.directory) as file:
                    file.write(bytes(_ROOM))
            except OSError as error:
                raise self._not_writable(error) from error

    def _not_writable(self, error: OSError) -> LogError:
        is_full = error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
        mend = "Make room on its disk" if is_full else "Make it writable to this user"
        return LogError(
            f"The state directory {self.directory} cannot be written: {why(error)}.",
            hint=f"{mend}, or set storage.directory to one that {'has it' if is_full else 'is'}.",
        )

    def log(self, *, read_only: bool = False) -> SqliteLog:
        """Open the log."""
        return SqliteLog.open(self.log_path, read_only=read_only)

    def rehearsal_log(self) -> SqliteLog:
        """Return a copy of the log in memory, so that a dry run takes the same path and changes nothing."""
        return SqliteLog.copy_of(self.log_path)

    @contextmanager
    def mailboxes(self, only: str | None = None) -> Iterator[Opened]:
        """Open the configured mailboxes: all, or those of one name (`home`, `INBOX` or `home/INBOX`)."""
        opened = Opened()
        connections = []
        for account in self.config.accounts:
            connection = ImapConnection(self.logins.imap_account(account))
            connections.append(connection)
            for name in account.mailboxes:
                mailbox = ImapMailbox(connection, name)
                inside = mailbox_name((only or "").removeprefix(f"{account.name}/"))
                if only in {None, account.name, mailbox.name} or name in {only, inside}:
                    opened.mailboxes.append(mailbox)
                else:
                    opened.left_out.append(mailbox.name)
            if only is not None:
                opened.left_out += [f"{account.name}/{name}" for name in account.teach]
            else:
                opened.teaching += [(ImapMailbox(connection, name), label) for name, label in account.teach.items()]
        try:
            yield opened
        finally:
            for connection in connections:
                connection.close()

    def letters(self, log: Settings, clock: Callable[[], datetime]) -> TemplateLetters:
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
            return ImapPostman(self.logins.letter_account(), chosen.mailbox)
        if chosen.method == "sendmail":
            return SendmailPostman(chosen.command, arrived=self._arrived())
        return SmtpPostman(
            chosen.host,
            chosen.server_port,
            security=chosen.security,
            sender=self.config.letters.sender or self.config.letters.to,
            recipient=self.config.letters.to,
            user=chosen.user or None,
            password=self.logins.password(DELIVERY, chosen) if chosen.user else None,
            by_token=chosen.oauth2 is not None,
            ca_file=chosen.ca_file,
            arrived=self._arrived(),
        )

    def _arrived(self) -> Callable[[str], bool] | None:
        """Return what looks for a letter where letters arrive; None if that is not known."""
        account = self.config.arrivals
        return partial(holds, self.logins.imap_account(account)) if account is not None else None

    @property
    def model(self) -> Path:
        """The folder of the model in use: the user's own if there is one, else the shipped one."""
        return model_in_use(self.directory)

    def look_back(self, mailbox: str) -> timedelta:
        """Return how far back a mailbox (`account/mailbox`) that was never read is looked through."""
        days = {account.name: account.look_back_days for account in self.config.accounts}
        return timedelta(days=days[mailbox.partition("/")[0]])


def _reads(account: Account, address: str) -> bool:
    """Return whether an account seems to be that of an address, be it that its login name lacks the domain."""
    owner, host = account.owner, account.host.casefold()
    local, _, domain = address.rpartition("@")
    return owner == address or (owner == local and f".{host}".endswith(f".{domain}"))


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


def installation_secret(log: Settings) -> str:
    """Return the installation's secret, made at its first use."""
    known = log.setting(_SECRET)
    if not known:
        known = secrets.token_hex(32)
        log.store_setting(_SECRET, known)
    return known
