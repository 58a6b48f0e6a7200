"""Passwords: from a systemd credential, an environment variable, a command or a file, in that order.

A command may give an access token (OAuth 2.0) as well as a password.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from pipeline.errors import CredentialError, why
from pipeline.resources import with_home

#: A password manager may ask for a touch or a PIN, but nobody answers under cron.
_COMMAND_TIMEOUT = 60


#: The next step where a server does not take an access token, or takes none at all.
ACCESS_REFUSED = (
    "Check that user is the very account that access was granted for, and that its settings allow IMAP and SMTP; "
    "`afterword login`, or the program whose command prints the tokens, has access granted anew."
)
NO_ACCESS = "Check host and port, or give a password there in place of oauth2."


@dataclass(frozen=True, slots=True)
class PasswordSource:
    """Where the password of `name` may come from; the first place that is set is the one that is used.

    Attributes:
        what: What it is called in errors.
    """

    name: str
    command: Sequence[str] = ()
    file: Path | None = None
    variable: str = ""
    what: str = "password"

    def __call__(self, environment: Mapping[str, str] = os.environ) -> str:
        """Return the password.

        Looks at `$CREDENTIALS_DIRECTORY/<name>` (systemd.exec(5), LoadCredential), then at the environment variable,
        the command and the file of the config.

        Raises:
            CredentialError: None of them is set, or the one that is set gives nothing. It never holds the secret.
        """
        credential = Path(environment.get("CREDENTIALS_DIRECTORY", "/nonexistent")) / self.name
        if credential.is_file():
            return self._read(credential)
        if self.variable:
            return self._from_variable(environment)
        if self.command:
            return self._run()
        if self.file is not None:
            return self._read(self.file)
        raise CredentialError(
            f"No password is known for {self.name}.",
            hint="Set password_command, password_file or password_env there, or a systemd credential of that name.",
        )

    def _from_variable(self, environment: Mapping[str, str]) -> str:
        value = environment.get(self.variable, "")
        if not value:
            raise CredentialError(
                f"The environment variable {self.variable} for {self.name} is not set.",
                hint="Set it where Afterword runs; cron and systemd do not read your shell's profile.",
            )
        try:
            value.encode()
        except UnicodeEncodeError:
            raise self._no_text(f"The environment variable {self.variable}") from None
        return value

    def _run(self) -> str:
        program = with_home(self.command[0])
        try:
            # The command is the user's own, from the user's own config, and never goes through a shell.
            done = subprocess.run(  # noqa: S603
                [program, *self.command[1:]],
                capture_output=True,
                timeout=_COMMAND_TIMEOUT,
                check=False,
                stdin=subprocess.DEVNULL,
            )
        except subprocess.TimeoutExpired as error:
            raise CredentialError(
                f"The {self.what} command {program!r} for {self.name} did not end within {_COMMAND_TIMEOUT} seconds.",
                hint="It may ask for something that nobody answers under cron; is the keyring or the agent unlocked?",
            ) from error
        except OSError as error:
            raise CredentialError(
                f"The {self.what} command {program!r} for {self.name} could not be run: {why(error)}.",
                hint="Run it by hand, as the user and with the PATH that Afterword runs with.",
            ) from error
        if done.returncode != 0:
            raise CredentialError(
                f"The {self.what} command {program!r} for {self.name} ended with status {done.returncode}.",
                hint="Run it by hand, as the user that Afterword runs as; is the keyring or the agent unlocked?",
            )
        return self._first_line(done.stdout, f"The {self.what} command {program!r}")

    def _read(self, path: Path) -> str:
        try:
            data = path.read_bytes()
        except OSError as error:
            raise CredentialError(
                f"The password file {path} for {self.name} cannot be read: {why(error)}.",
                hint="Check that it exists and that the user Afterword runs as may read it.",
            ) from error
        return self._first_line(data, f"The password file {path}")

    def _first_line(self, data: bytes, source: str) -> str:
        try:
            line = data.split(b"\n", 1)[0].decode("utf-8-sig").rstrip("\r")
        except UnicodeDecodeError:
            raise self._no_text(source) from None
        if not line:
            raise CredentialError(
                f"{source} for {self.name} gives an empty first line.", hint=f"Put the {self.what} there."
            )
        return line

    def _no_text(self, source: str) -> CredentialError:
        # In place of a login with characters that nobody typed, which the server would refuse.
        return CredentialError(
            f"The {self.what} that {source[0].lower()}{source[1:]} gives for {self.name} is not UTF-8 text.",
            hint=f"Store the {self.what} as UTF-8.",
        )
