"""What `doctor` looks at, for an installation."""

from __future__ import annotations

import os
import shlex
import stat
from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from pipeline import resources
from pipeline.adapters.imap.connection import ImapConnection
from pipeline.bootstrap import House
from pipeline.cli import setting
from pipeline.cli.application_match import reminder
from pipeline.cli.outbox_probe import outbox
from pipeline.cli.pause import told
from pipeline.config import DELIVERY, INBOX_ALONE, Account, as_toml
from pipeline.core import special_use
from pipeline.core.letters.manners import PAUSED_UNTIL, is_paused
from pipeline.core.replies.reply import FROM_ELSEWHERE_AT
from pipeline.core.text import counted
from pipeline.errors import AfterwordError, MailboxMissingError, RunLockedError
from pipeline.tasks.application import begun
from pipeline.tasks.doctor import Finding, Probe, State

#: Said to `init`, which has no config yet.
_NAME_OTHERS = "Name others with --mailbox, or leave it out."

#: Whoever let a run be started regularly has had none for so long: what starts it has died, and that tells nobody.
_LONG_AGO = timedelta(days=3)

#: A reply that was not read is told for so long.
_LATELY = timedelta(days=14)


def without_config() -> Iterator[tuple[str, Probe]]:
    """Yield the probes that need no config."""
    yield "model", partial(_model, resources.BASELINE_MODEL)


def of(house: House, config_path: Path, *, offline: bool) -> Iterator[tuple[str, Probe]]:
    """Yield the probes of an installation, those on this machine first."""
    yield "config", partial(_config, config_path)
    if setting.own_senders().exists():
        yield "senders", partial(_senders, setting.own_senders())
    if house.config.letters.steps:
        yield "steps", partial(_steps, house)
    if files := _password_files(house):
        yield "passwords", partial(_passwords, files)
    yield "state", partial(_state, house)
    yield "log", partial(_log, house)
    yield "model", partial(_model, house.model)
    yield "quarantine", partial(_quarantine, house)
    yield "applications", partial(_applications, house)
    yield "outbox", partial(outbox, house)
    yield "letters", partial(_letters, house)
    if house.config.letters.read_replies is not False and house.log_path.exists():
        yield "replies", partial(_replies, house)
    if offline:
        return
    yield from logins(house, [*(account.name for account in house.config.accounts), DELIVERY])


def logins(
    house: House, names: Collection[str], marked: dict[str, frozenset[str]] | None = None
) -> Iterator[tuple[str, Probe]]:
    """Yield the probes that log in: to the accounts of these names, and where letters are handed over.

    With `marked`, an account's mailboxes with their flags are put there, in place of a word on those that are not read.
    """
    for account in house.config.accounts:
        if account.name in names:
            yield f"account {account.name}", partial(_account, house, account, marked)
    if DELIVERY in names:
        yield "delivery", partial(_delivery, house)


def raiser(error: AfterwordError) -> Probe:
    """Return a probe that fails with a known error."""

    def probe() -> str:
        raise error

    return probe


def _config(path: Path) -> str | Finding:
    if _allows(path, 0o022):
        remedy = f"Run `chmod go-w {shlex.quote(str(path))}`."
        return Finding("config", State.WARN, f"{path} can be changed by others.", remedy)
    return f"{path} is valid."


def _allows(path: Path, bits: int) -> bool:
    """Return whether a file's mode has one of some bits; one that cannot be looked at has none."""
    try:
        return bool(stat.S_IMODE(path.stat().st_mode) & bits)
    except OSError:
        return False


def _password_files(house: House) -> list[Path]:
    """Return the files that hold passwords or tokens, each once; what cannot be read is told where it is needed."""
    named = [one.password_file for one in (*house.config.accounts, house.config.delivery)]
    named += [access.tokens.path for access in house.logins.accesses().values()]
    return [path for path in dict.fromkeys(filter(None, named)) if os.access(path, os.R_OK)]


def _passwords(files: Sequence[Path]) -> str | Finding:
    open_ones = [str(path) for path in files if _allows(path, 0o077)]
    if open_ones:
        return Finding(
            "passwords",
            State.WARN,
            f"{', '.join(open_ones)} can be read by others.",
            f"Run `chmod 600 {shlex.join(open_ones)}`.",
        )
    return f"{', '.join(map(str, files))} can be read by you alone."


def _steps(house: House) -> str:
    house.letters_under("", setting.now)
    return f"{house.config.letters.steps} words the letters."


def _senders(own: Path) -> str:
    from pipeline.reading.senders.known import Senders  # noqa: PLC0415 - only where there is such a file

    Senders.load(resources.SENDERS, own)
    return f"{own} adds your own facts about senders."


def _state(house: House) -> str:
    try:
        house.check_directory()
    except RunLockedError:
        return f"{house.directory} is in use by a run."
    return f"{house.directory} can be written."


def _log(house: House) -> str | Finding:
    if not house.log_path.exists():
        return Finding("log", State.WARN, "nothing was read yet.", "Run `afterword run`.")
    with house.log(read_only=True) as log:
        log.check()
        coverage = log.coverage()
    # That it can be read does not say that a run could write to it; while one does, nobody has to ask.
    with suppress(RunLockedError), house.lock(), house.log() as log:
        log.check_writable()
    read_at = f"{coverage.last_run:%Y-%m-%d %H:%M} UTC" if coverage.last_run else ""
    since = setting.now() - coverage.last_run if coverage.last_run else timedelta()
    if since > _LONG_AGO:
        return Finding(
            "log",
            State.WARN,
            f"no run has read a mailbox for {counted(since.days, 'day')}: the last ended {read_at}.",
            "Run `afterword run`; `afterword schedule` shows what should do so by itself.",
        )
    last = f"the last run that read a mailbox ended {read_at}" if read_at else "no run has read a mailbox yet"
    read, found = counted(coverage.messages, "message"), counted(coverage.rejections, "rejection")
    return f"{read} read, {found}; {last}."


def _model(folder: Path) -> str:
    from pipeline.classifier import artifact  # noqa: PLC0415 - numpy, which no other probe needs

    return f"{artifact.load(folder).name} in {folder} is whole."


def _quarantine(house: House) -> str | Finding:
    if not house.log_path.exists():
        return "it is empty."
    with house.log(read_only=True) as log:
        kept = log.quarantined()
    if not kept:
        return "it is empty."
    last = kept[-1]
    return Finding(
        "quarantine",
        State.WARN,
        f"{counted(len(kept), 'message')} could not be read; "
        f"the last is UID {last.key.uid} in {last.key.mailbox}: {last.reason}.",
        "Look in your mail program what it is; Afterword cannot judge it.",
    )


def _applications(house: House) -> str | Finding:
    if not house.log_path.exists():
        return "there are none yet."
    with house.log(read_only=True) as log:
        waiting, count = log.unmatched(), len(begun(log))
    if waiting:
        text = reminder(waiting).partition(":")[0]
        return Finding("applications", State.WARN, f"{text}.", "Say which with `afterword application match`.")
    return f"{counted(count, 'application')}; every message is where it belongs."


def _letters(house: House) -> str | Finding:
    chosen = house.config.letters
    if house.log_path.exists():
        with house.log(read_only=True) as log:
            paused_until = log.setting(PAUSED_UNTIL)
        if is_paused(paused_until, setting.now()):
            return Finding("letters", State.WARN, told(paused_until, house), "`afterword resume` ends the pause.")
    if not chosen.debriefs:
        return "no debriefs, by debriefs = false; the digest alone. Those that are owed stay in the outbox."
    hours = chosen.debrief_after_hours
    later = f"{hours:g} hours after the rejection was found" if hours else "with the run that finds the rejection"
    when = f"at {chosen.debrief_at} on the next morning" if chosen.morning else later
    quiet = (
        f"none leaves by itself from {chosen.quiet_hours.replace('-', ' to ')}" if chosen.quiet else "no quiet hours"
    )
    return f"debriefs leave {when}, at most {counted(chosen.letters_a_day, 'letter')} a day; {quiet}."


def _replies(house: House) -> str | Finding:
    """Say whether a reply was lately left unread: a run that nobody watches has told nobody."""
    with house.log(read_only=True) as log:
        last = log.setting(FROM_ELSEWHERE_AT)
    came = datetime.fromisoformat(last).astimezone(house.timezone) if last else None
    if came is None or setting.now() - came > _LATELY:
        if not house.reads_replies:
            return "letters ask for none, and name commands instead."
        return "none came lately from an address that is not known as yours."
    text = f"one of {came:%Y-%m-%d} was not read: its sender's address is not known as yours."
    remedy = "If it is yours, add it to letters.addresses in the config, then `afterword run --since DATE`."
    return Finding("replies", State.WARN, text, remedy)


def _account(house: House, account: Account, marked: dict[str, frozenset[str]] | None) -> str | Finding:
    with ImapConnection(house.logins.imap_account(account)) as connection:
        listed = connection.list_mailboxes()
        flags = {one.name: one.flags for one in listed}
        if marked is not None:
            marked.update(flags)
        names = set(flags)
        missing = [
            name for name in (*account.mailboxes, *account.teach) if name not in names and name.upper() != "INBOX"
        ]
        if missing:
            written = f"Write those that you mean under mailboxes or teach of account {account.name} in the config."
            raise MailboxMissingError(
                f"{account.host} has no mailbox {', '.join(map(repr, missing))}.",
                hint=f"It has: {', '.join(sorted(names))}. {written if marked is None else _NAME_OTHERS}",
            )
        for name in account.mailboxes:
            connection.examine(name)
    text = f"{account.host} lets us in and has {', '.join(account.mailboxes)}."
    others = special_use.unmarked(flags, account.mailboxes) if account.mailboxes == INBOX_ALONE else []
    if others:
        text += f" It marks no archive; it also has {', '.join(others)}."
    if marked is None:
        return _unread(account, text, flags)
    return text


def _unread(account: Account, text: str, marked: special_use.Marked) -> str | Finding:
    """Return the finding that an account can be read, and which mailboxes with rejections are not."""
    places = special_use.unread(marked, (*account.mailboxes, *account.teach))
    if not places:
        return text
    named = f"{text} Not read: {special_use.told(places)}."
    if set(places.values()) == {special_use.JUNK}:
        return named
    line = f"mailboxes = {as_toml(special_use.also(account.mailboxes, places))}"
    remedy = f"To have rejections found there, too, write {line} under account {account.name} in the config."
    return Finding(f"account {account.name}", State.WARN, named, remedy)


def _delivery(house: House) -> str:
    chosen = house.config.delivery
    house.postman().check()
    program = chosen.command[0] if chosen.command else ""
    return {
        "smtp": f"{chosen.host}:{chosen.server_port} lets us in.",
        "sendmail": f"{program} can be run; whether it delivers shows with the first letter.",
        "imap": f"{chosen.account or chosen.host} lets us in and has {chosen.mailbox}, which letters are put into.",
        "folder": f"letters are written into {chosen.folder}.",
    }[chosen.method]
