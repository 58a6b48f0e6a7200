"""Everything that can go wrong, and what it means to whoever called.

    AfterwordError                    exit 1   base; str(error) is one sentence, .hint is the next step
    ├─ UserError                      exit 2   something to put right; .problems are listed as bullets
    │   ├─ ConfigError                         unreadable, unknown key, wrong value (all of them at once)
    │   ├─ CredentialError                     no password found, its command failed, or the server refused it
    │   ├─ CertificateError                    the server's TLS certificate cannot be trusted
    │   ├─ MailboxMissingError                 the server has no mailbox of that name
    │   ├─ OverdueError                        what should pass by itself has not for long; said once a day
    │   ├─ SourceError                         a file or folder given on the command line cannot be read
    │   ├─ UnknownIdError                      the log has no message with that number
    │   └─ TooFewLabelsError                   not enough labels to train on
    ├─ TransientError                 exit 75  the next run may well succeed
    │   ├─ MailboxUnreachableError             network, TLS handshake, timeout, the server hung up
    │   ├─ TokenServerUnreachableError         the same, of the server that access tokens come from
    │   ├─ DeliveryDeferredError               SMTP 4xx or no connection: the letter stays in the outbox
    │   │   └─ DeliveryUnclearError            no answer: it is looked for before it is sent again
    │   └─ RunLockedError                      another run holds the lock
    ├─ DeliveryRefusedError           exit 1   SMTP 5xx of the letter itself: it is kept, marked and shown by doctor
    ├─ ModelError                     exit 1
    │   ├─ ModelMissingError                   no artifact there
    │   ├─ ModelCorruptError                   its contents do not match its passport
    │   └─ ModelIncompatibleError              written in a format this version cannot read
    ├─ LogError                       exit 2   the log cannot be opened or written
    │   └─ SchemaTooNewError                   written by a later version of Afterword
    └─ GateNotMetError                exit 3   the candidate model is not better; the incumbent stays

An exception that is not an AfterwordError is a fault of ours: it ends in one line, a report file and exit 1.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum

#: The next step where something may pass. It is read after a command as well as after a run, which has a next one.
LATER = "Try again later; a run does so by itself."

#: That of a letter that was not handed over: it is not due again with the very next run.
LETTER_KEPT = "The letter stays in the outbox; a later run tries again."


class ExitCode(IntEnum):
    """What the command tells its caller (docs/reference/exit-codes.md; 75 is EX_TEMPFAIL of sysexits.h)."""

    DONE = 0
    FAULT = 1
    USAGE = 2
    GATE_NOT_MET = 3
    TRY_AGAIN = 75


def why(error: OSError) -> str:
    """Return in a few words why the system refused something, for the sentence of an error."""
    return error.strerror or type(error).__name__


class AfterwordError(Exception):
    """Base of every error that Afterword raises on purpose.

    Args:
        message: One sentence that says what happened and to which thing, without secrets or message text.
        hint: The next step for the user; may be empty.
        problems: Single findings to list under the sentence.
    """

    exit_code = ExitCode.FAULT

    def __init__(self, message: str, *, hint: str = "", problems: Sequence[str] = ()) -> None:
        super().__init__(message)
        self.hint = hint
        self.problems = tuple(problems)


class UserError(AfterwordError):
    """Something that the user can put right."""

    exit_code = ExitCode.USAGE


class ConfigError(UserError):
    """The config cannot be read, or holds unknown keys or wrong values."""


class CredentialError(UserError):
    """No password or access token could be had, or the server refused it."""


class CertificateError(UserError):
    """The server's TLS certificate cannot be trusted."""


class MailboxMissingError(UserError):
    """The server has no mailbox of that name."""


class OverdueError(UserError):
    """A mailbox could not be read, or a letter handed over, for so long that it may never pass; said once a day."""

    @classmethod
    def of(cls, error: AfterwordError, since: str) -> OverdueError:
        """Return what to say of an error that does not pass; `since` ends `It has been so ...`."""
        return cls(f"{error} It has been so {since}.", hint=error.hint)


class SourceError(UserError):
    """A file or folder given on the command line cannot be read."""


class UnknownIdError(UserError):
    """The log has no message with that number."""


class TooFewLabelsError(UserError):
    """There are not enough labels to train on."""


class TransientError(AfterwordError):
    """The next run may well succeed."""

    exit_code = ExitCode.TRY_AGAIN


class MailboxUnreachableError(TransientError):
    """The IMAP server cannot be reached, or hung up."""


class TokenServerUnreachableError(TransientError):
    """The server that access tokens come from cannot be reached, or is out of order."""


class DeliveryDeferredError(TransientError):
    """The letter could not be handed over now; it stays in the outbox."""


class DeliveryUnclearError(DeliveryDeferredError):
    """The letter may have been accepted, but the answer never came; it stays in the outbox."""


class RunLockedError(TransientError):
    """Another run holds the lock."""


class DeliveryRefusedError(AfterwordError):
    """The mail server refused the letter for good."""


class ModelError(AfterwordError):
    """The model cannot be used."""


class ModelMissingError(ModelError):
    """There is no artifact in that place."""


class ModelCorruptError(ModelError):
    """The artifact's contents do not match its passport."""


class ModelIncompatibleError(ModelError):
    """The artifact was written in a format that this version cannot read."""


class LogError(AfterwordError):
    """The log cannot be opened or written."""

    exit_code = ExitCode.USAGE


class SchemaTooNewError(LogError):
    """The log was written by a later version of Afterword."""


class GateNotMetError(AfterwordError):
    """The candidate model is not better than the incumbent."""

    exit_code = ExitCode.GATE_NOT_MET
