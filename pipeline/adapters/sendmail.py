"""Giving letters to a command that works as sendmail(8) does: msmtp, the one of Postfix or Exim, a script."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import IO

from pipeline.errors import (
    LETTER_KEPT,
    AfterwordError,
    ConfigError,
    CredentialError,
    DeliveryDeferredError,
    DeliveryRefusedError,
    DeliveryUnclearError,
    UserError,
    why,
)
from pipeline.resources import with_home

#: So much of what the command complains about is looked at; none of it is ever shown, for it holds addresses.
_COMPLAINTS = 65536

_BY_HAND = "Run it by hand with one letter, as the user that Afterword runs as."

#: Exit codes of sysexits.h that may pass: EX_NOHOST (without a network no host is found), EX_OSERR, EX_TEMPFAIL,
#: EX_PROTOCOL.
_PASSING = frozenset({68, 71, 75, 76})
#: The only ones that speak of the letter: EX_DATAERR, EX_UNAVAILABLE.
_OF_THE_LETTER = frozenset({65, 69})
#: EX_NOUSER: said of the address that every letter goes to.
_NO_USER = 67
#: EX_IOERR: msmtp says so of a server that hung up, be it before or after it took the letter.
_HUNG_UP = 74
#: EX_NOPERM: msmtp says so of a login that was refused.
_NO_PERMISSION = 77
#: msmtp ends with 69 whether the server says 4xx or 5xx, and of what; both stand in what it prints.
_SERVER_SAYS = re.compile(rb"^msmtp: server message: ([45])\d\d", re.MULTILINE)
_OF_AN_ADDRESS = re.compile(rb"^msmtp: (?:envelope from|recipient) address .* not accepted by the server", re.MULTILINE)


class SendmailPostman:
    """Gives each letter to a command on its standard input. No shell is involved, and nothing is added to the command.

    Args:
        command: The program and its arguments; it has to take the recipient from the letter.
        timeout: How long it may take, in seconds.
        arrived: Says whether a letter has arrived, by its Message-ID; None where nobody can tell.
    """

    def __init__(
        self, command: Sequence[str], *, timeout: float = 120.0, arrived: Callable[[str], bool] | None = None
    ) -> None:
        self._command = [with_home(command[0]), *command[1:]]
        self._timeout = timeout
        self._arrived = arrived

    def deliver(self, raw: bytes) -> None:
        """Run the command with one complete RFC 5322 message; return only if it ends with 0.

        It gets the line ends of this system, as programs do that call sendmail.

        Raises:
            DeliveryDeferredError: It ends with EX_TEMPFAIL, or another code of what may pass.
            DeliveryUnclearError: It did not end in time, was killed, or ends with EX_IOERR.
            DeliveryRefusedError: It ends with EX_DATAERR or EX_UNAVAILABLE, which speak of the letter.
            ConfigError, CredentialError: It cannot be run, refuses an address or its login, or fails with any other
                code: it would do so with every letter, and all stay owed until it is mended.
        """
        with tempfile.TemporaryFile() as complaints:  # not a pipe, which a child of the command could hold open
            code = self._run(raw.replace(b"\r\n", b"\n"), complaints)
            complaints.seek(0)
            printed = complaints.read(_COMPLAINTS)
        if code == 0:
            return
        said = _SERVER_SAYS.findall(printed)
        if said and said[-1] == b"4":
            raise self._deferred(code)
        raise self._answered(_NO_USER if _OF_AN_ADDRESS.search(printed) else code)

    def already_delivered(self, message_id: str) -> bool | None:
        """Return whether a letter has arrived in the mailbox that can be looked into; None if none can."""
        return self._arrived(message_id) if self._arrived is not None else None

    def check(self) -> None:
        """See that there is such a program, which may be run; raise ConfigError."""
        if shutil.which(self._command[0]) is None:
            raise self._not_run("there is no such program, or it may not be run")

    def _run(self, raw: bytes, complaints: IO[bytes]) -> int:
        """Return the command's exit code; one that takes too long is ended, with whatever it started."""
        try:
            # The command is the user's own, from the user's own config, and never goes through a shell.
            process = subprocess.Popen(  # noqa: S603
                self._command,
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=complaints,
                start_new_session=True,
            )
        except OSError as error:
            raise self._not_run(why(error)) from error
        try:
            process.communicate(raw, timeout=self._timeout)
        except subprocess.TimeoutExpired as error:
            raise DeliveryUnclearError(
                f"The command {self._name} did not end within {self._timeout:g} seconds.", hint=LETTER_KEPT
            ) from error
        finally:
            if process.returncode is None:
                with suppress(ProcessLookupError):
                    os.killpg(process.pid, signal.SIGKILL)
                process.wait()
        return process.returncode

    @property
    def _name(self) -> str:
        return repr(self._command[0])

    def _answered(self, code: int) -> AfterwordError:
        """Return the error for an exit code (sysexits.h)."""
        if code < 0:
            return DeliveryUnclearError(f"The command {self._name} was killed by signal {-code}.", hint=LETTER_KEPT)
        if code == _HUNG_UP:
            return DeliveryUnclearError(f"The command {self._name} lost its connection ({code}).", hint=LETTER_KEPT)
        if code in _PASSING:
            return self._deferred(code)
        if code in _OF_THE_LETTER:
            return DeliveryRefusedError(f"The command {self._name} refused the letter ({code}).", hint=_BY_HAND)
        return self._unfit(code)

    def _unfit(self, code: int) -> UserError:
        """Return the error for an exit code that every other letter would meet, too."""
        if code == _NO_PERMISSION:
            return CredentialError(f"The command {self._name} may not send, or its login was refused.", hint=_BY_HAND)
        if code == _NO_USER:
            return ConfigError(
                f"The command {self._name} refused the address that letters go to, or that they come from.",
                hint=f"Check letters.to and letters.sender in the config. {LETTER_KEPT}",
            )
        return ConfigError(f"The command {self._name} failed, or has a fault in its settings ({code}).", hint=_BY_HAND)

    def _deferred(self, code: int) -> DeliveryDeferredError:
        return DeliveryDeferredError(f"The command {self._name} asks to try again later ({code}).", hint=LETTER_KEPT)

    def _not_run(self, why: str) -> ConfigError:
        return ConfigError(
            f"The command {self._name} for letters cannot be run: {why}.",
            hint="Give its whole path in delivery.command: cron and systemd do not know your shell's PATH.",
        )
