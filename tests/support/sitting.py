"""A command on a terminal, driven key by key."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import termios
import time

from support.commands import Desk
from support.installation import COMMAND


class Sitting:
    """A command that asks for one key after another, on a terminal of its own."""

    def __init__(self, desk: Desk, *arguments: str) -> None:
        self._master, slave = pty.openpty()
        command = [str(COMMAND), "--config", str(desk.folder / "config.toml"), *arguments]
        environment = {**os.environ, "TERM": "dumb", "COLUMNS": "80"}
        self._process = subprocess.Popen(command, stdin=slave, stdout=slave, stderr=slave, env=environment)
        os.close(slave)
        self.text = ""
        self._seen = 0

    def until(self, words: str) -> None:
        """Read on until the terminal shows these words, behind those that were waited for last."""
        while words not in self.text[self._seen :]:
            ready, _, _ = select.select([self._master], [], [], 60)
            assert ready, self.text
            self.text += os.read(self._master, 4096).decode()
        self._seen = self.text.index(words, self._seen) + len(words)

    def press(self, key: str) -> None:
        """Press a key once the command waits for one: what is typed before is thrown away."""
        while termios.tcgetattr(self._master)[3] & termios.ICANON:
            assert self._process.poll() is None, self.text
            time.sleep(0.01)
        os.write(self._master, key.encode())

    def end(self) -> int:
        """Wait for the end and return its code."""
        return self._process.wait(60)

    def close(self) -> None:
        """Take the terminal away."""
        self._process.kill()
        self._process.wait()
        os.close(self._master)
