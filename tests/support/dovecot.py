"""A private Dovecot 2.3: a real IMAP server in a folder of its own, for any user name with the password `secret`.

Access tokens (XOAUTH2) it takes as a `TokenServer` on its `token_port` says.
"""

from __future__ import annotations

import grp
import imaplib
import itertools
import os
import pwd
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from imapclient import imap_utf7
from support.certificates import Authority
from support.ports import free_ports

PASSWORD = "secret"
#: Lets in as well, by PLAIN.
BEYOND_ASCII = "größe-пароль"
PROGRAM = shutil.which("dovecot") or shutil.which("dovecot", path="/usr/sbin")

_THEN = datetime(2026, 1, 1, tzinfo=UTC)
_START_SECONDS = 20

_CONFIG = """
base_dir = {home}/run
state_dir = {home}/state
instance_name = {name}
log_path = {home}/dovecot.log
info_log_path = {home}/dovecot.log
protocols = imap
listen = 127.0.0.1
default_internal_user = {service_user}
default_internal_group = {service_group}
default_login_user = {service_user}
first_valid_uid = 1
ssl = yes
ssl_cert = <{certificate}
ssl_key = <{key}
ssl_dh =
disable_plaintext_auth = no
auth_mechanisms = plain login xoauth2
auth_failure_delay = 0
mail_location = maildir:{home}/mail/%n
mail_fsync = never
protocol imap {{
  mail_max_userip_connections = 100
}}
passdb {{
  driver = oauth2
  mechanisms = xoauth2
  args = {home}/oauth2.conf
}}
passdb {{
  driver = static
  mechanisms = plain login
  args = password={password}
}}
passdb {{
  driver = static
  mechanisms = plain
  args = password={beyond_ascii}
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={home}/mail/%n
}}
namespace inbox {{
  inbox = yes
  separator = /
  mailbox Archive {{
    special_use = \\Archive
  }}
  mailbox Junk {{
    special_use = \\Junk
  }}
  mailbox Архів {{
    special_use = \\Archive
  }}
  mailbox "Courrier indésirable & co" {{
    special_use = \\Junk
  }}
  mailbox Everything {{
    special_use = \\All
  }}
}}
service imap-login {{
  chroot =
  service_count = 0
  inet_listener imap {{
    port = {plain_port}
  }}
  inet_listener imaps {{
    port = {port}
    ssl = yes
  }}
}}
service imap {{
  service_count = 0
}}
service anvil {{
  chroot =
  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
service auth {{
  client_limit = 2000
}}
service stats {{
  chroot =
}}
"""


_OAUTH2 = """
introspection_mode = post
introspection_url = http://127.0.0.1:{token_port}/introspect
username_attribute = username
active_attribute = active
active_value = true
"""


class Dovecot:
    """A running server.

    `port` speaks TLS from the first byte; `plain_port` speaks plain text and STARTTLS. `ca_file` is the authority to
    trust. Each test takes a user of its own from `new_user`.
    """

    host = "localhost"

    def __init__(self, authority: Authority) -> None:
        self.ca_file = authority.ca_file
        # Sockets lie below this folder, and their paths may have 107 characters at most.
        self._home = Path(tempfile.mkdtemp(prefix="dovecot-", dir="/tmp"))
        self.port, self.plain_port, self.token_port = free_ports(3)
        self._users = itertools.count(1)
        self._process = self._start(authority)

    def _start(self, authority: Authority) -> subprocess.Popen[bytes]:
        root = os.geteuid() == 0
        owner = pwd.getpwnam("nobody") if root else pwd.getpwuid(os.geteuid())
        service = pwd.getpwnam("dovecot") if root else owner
        mail = self._home / "mail"
        mail.mkdir()
        os.chown(mail, owner.pw_uid, owner.pw_gid)
        self._home.chmod(0o755)
        config = self._home / "dovecot.conf"
        config.write_text(
            _CONFIG.format(
                home=self._home,
                name=self._home.name,
                service_user=service.pw_name,
                service_group=grp.getgrgid(service.pw_gid).gr_name,
                certificate=authority.certificate,
                key=authority.key,
                password=PASSWORD,
                beyond_ascii=BEYOND_ASCII,
                uid=owner.pw_uid,
                gid=owner.pw_gid,
                port=self.port,
                plain_port=self.plain_port,
            ),
            encoding="utf-8",
        )
        (self._home / "oauth2.conf").write_text(_OAUTH2.format(token_port=self.token_port))
        process = subprocess.Popen(
            [str(PROGRAM), "-F", "-c", str(config)], start_new_session=True, stdout=subprocess.DEVNULL
        )
        deadline = time.monotonic() + _START_SECONDS
        while not _listens(self.plain_port):
            if process.poll() is not None or time.monotonic() > deadline:
                log = self._home / "dovecot.log"
                raise RuntimeError(f"dovecot did not start: {log.read_text() if log.exists() else 'no log'}")
            time.sleep(0.02)
        return process

    def stop(self) -> None:
        """End the server and all its children, and remove its folder."""
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        shutil.rmtree(self._home, ignore_errors=True)

    def new_user(self, *, mailboxes: Iterable[str] = ("Archive", "Junk")) -> str:
        """Return the name of a user without any message, who has these mailboxes beside INBOX.

        `Archive`, `Junk`, `Everything` and two with names beyond ASCII are marked for their use, as the config says.
        """
        user = f"user{next(self._users)}"
        for mailbox in mailboxes:
            self.create(user, mailbox)
        return user

    @contextmanager
    def session(self, user: str) -> Iterator[imaplib.IMAP4]:
        """Yield a second, independent connection, to look and to change things behind the reader's back."""
        client = imaplib.IMAP4("127.0.0.1", self.plain_port, timeout=20)
        try:
            client.login(user, PASSWORD)
            yield client
        finally:
            client.logout()

    def append(
        self, user: str, *messages: bytes, mailbox: str = "INBOX", date: datetime = _THEN, flags: str = ""
    ) -> list[int]:
        """Put messages into a mailbox, received at `date`, and return their UIDs."""
        with self.session(user) as client:
            return [self._append(client, mailbox, date, one, flags) for one in messages]

    def _append(self, client: imaplib.IMAP4, mailbox: str, date: datetime, message: bytes, flags: str = "") -> int:
        name = imap_utf7.encode(mailbox).decode("ascii")
        answer: Any = client.append(f'"{name}"', flags, imaplib.Time2Internaldate(date), message)
        _must(answer)
        uid = re.search(rb"APPENDUID \d+ (\d+)", answer[1][0])
        return int(uid.group(1)) if uid else 0

    def messages(self, user: str, mailbox: str = "INBOX") -> list[bytes]:
        """Return the messages of a mailbox, oldest first."""
        with self.session(user) as client:
            _must(client.select(f'"{mailbox}"', readonly=True))
            lines: Any = client.uid("FETCH", "1:*", "(BODY.PEEK[])")[1]
        return [line[1] for line in lines if isinstance(line, tuple)]

    def create(self, user: str, mailbox: str) -> None:
        """Create a mailbox."""
        with self.session(user) as client:
            _must(client.create(f'"{imap_utf7.encode(mailbox).decode("ascii")}"'))

    def recreate(self, user: str, mailbox: str) -> None:
        """Delete a mailbox and create it again, empty and with a new UIDVALIDITY."""
        with self.session(user) as client:
            _must(client.delete(f'"{mailbox}"'))
            _must(client.create(f'"{mailbox}"'))

    def expunge(self, user: str, uid: int, mailbox: str = "INBOX") -> None:
        """Take a message out for good."""
        with self.session(user) as client:
            _must(client.select(f'"{mailbox}"'))
            _must(client.uid("STORE", str(uid), "+FLAGS", r"(\Deleted)"))
            _must(client.expunge())

    def flags(self, user: str, mailbox: str = "INBOX") -> dict[int, set[str]]:
        """Return the flags of each message by UID."""
        with self.session(user) as client:
            _must(client.select(f'"{mailbox}"', readonly=True))
            lines: Any = client.uid("FETCH", "1:*", "(FLAGS)")[1]
        found = (re.search(rb"UID (\d+) FLAGS \(([^)]*)\)", line) for line in lines if line)
        return {int(one.group(1)): set(one.group(2).decode().split()) for one in found if one}


def _must(answer: tuple[str, Any]) -> None:
    if answer[0] != "OK":
        raise RuntimeError(f"dovecot answered {answer}")


def _listens(port: int) -> bool:
    with socket.socket() as one:
        return one.connect_ex(("127.0.0.1", port)) == 0
