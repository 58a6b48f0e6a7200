"""Encryption of the two wires: certificates are always verified, and no password goes over an open one."""

from __future__ import annotations

import ipaddress
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.errors import CertificateError, ConfigError, CredentialError

#: A connection that broke, as any may: these say nothing about how the server speaks.
_BROKEN_OFF = (ssl.SSLEOFError, ssl.SSLZeroReturnError, ssl.SSLSyscallError)

#: X509_V_ERR_CERT_NOT_YET_VALID and X509_V_ERR_CERT_HAS_EXPIRED of OpenSSL.
_OUT_OF_DATE = frozenset({9, 10})
_CLOCK = "Check the clock of this machine; if it is right, whoever runs the server has to renew the certificate."
_AUTHORITY = (
    "Check the host name; if the server has a certificate of your own authority, set ca_file to its PEM file, or give "
    "it to `afterword init` as --ca-file."
)


def verified_context(ca_file: Path | None, server: str) -> ssl.SSLContext:
    """Return a context that verifies certificate and host name.

    Args:
        ca_file: A PEM file with a certificate authority to trust besides the system's.
        server: The server's name for the error text.

    Raises:
        CertificateError: The file cannot be read or holds no certificate.
    """
    context = ssl.create_default_context()
    if ca_file is not None:
        try:
            context.load_verify_locations(cafile=ca_file)
        except (OSError, ssl.SSLError) as error:
            raise CertificateError(
                f"The certificate file {ca_file} for {server} cannot be used.",
                hint="Point ca_file to a readable PEM file with the certificate authority of the server.",
            ) from error
    return context


def untrusted(server: str, error: ssl.SSLCertVerificationError) -> CertificateError:
    """Return the error to raise where a certificate was not trusted."""
    reason = error.verify_message or "verification failed"
    by_the_clock = error.verify_code in _OUT_OF_DATE
    return CertificateError(
        f"The TLS certificate of {server} cannot be trusted: {reason}.", hint=_CLOCK if by_the_clock else _AUTHORITY
    )


@contextmanager
def speaks_tls(server: str, hint: str) -> Iterator[None]:
    """Tell a server that speaks otherwise than `security` says from one that is out of order.

    Args:
        server: The server's name for the error text.
        hint: How to mend port and security.

    Raises:
        ConfigError: No encrypted connection could be made.
    """
    try:
        yield
    except (ssl.SSLCertVerificationError, *_BROKEN_OFF):
        raise
    except ssl.SSLError as error:
        raise ConfigError(f"No encrypted connection could be made to {server}.", hint=hint) from error


def refuse_open_wire(host: str, server: str, security: str) -> None:
    """Raise CredentialError if a password would leave this machine unencrypted."""
    if security == "plain" and not is_loopback(host):
        raise CredentialError(
            f"The password for {server} is not sent over an unencrypted connection.",
            hint="Set security to tls or starttls; plain is for servers on this machine.",
        )


def is_loopback(host: str) -> bool:
    """Return whether a host name can only mean this machine (RFC 6761 §6.3)."""
    if host.lower() == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
