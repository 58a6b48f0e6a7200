"""A certificate authority for one test session, known to nobody else."""

from __future__ import annotations

import ssl
from datetime import datetime
from pathlib import Path

import trustme


class Authority:
    """Signs one certificate, for localhost and 127.0.0.1. `ca_file`, `certificate` and `key` are PEM files."""

    def __init__(self, folder: Path, *, not_after: datetime | None = None) -> None:
        authority = trustme.CA()
        leaf = authority.issue_cert("localhost", "127.0.0.1", not_after=not_after)
        self.ca_file = folder / "ca.pem"
        self.certificate = folder / "server.pem"
        self.key = folder / "server.key"
        authority.cert_pem.write_to_path(str(self.ca_file))
        self.certificate.write_bytes(b"".join(blob.bytes() for blob in leaf.cert_chain_pems))
        leaf.private_key_pem.write_to_path(str(self.key))

    def server_context(self) -> ssl.SSLContext:
        """Return what a server needs to speak TLS."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.certificate, self.key)
        return context
