"""A wire that is cut, or acts, after so many octets: between the command and a real server."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress


class Tap:
    """Passes on what a server on this machine says until `limit` octets have gone by; then `then` is called, once.

    Attributes:
        port: Where to connect to in place of the server.
        limit: How many octets of the server's, over all connections since `arm`, go through.
    """

    def __init__(self, server_port: int) -> None:
        self._server_port = server_port
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listener.getsockname()[1])
        self._passed = 0
        self._limit: int | None = None
        self._then: Callable[[], None] = lambda: None
        threading.Thread(target=self._serve, daemon=True).start()

    def arm(self, limit: int | None, then: Callable[[], None] = lambda: None) -> None:
        """Cut the wire after so many octets from now on (None: never), and call `then` at that moment."""
        self._passed, self._limit, self._then = 0, limit, then

    @property
    def passed(self) -> int:
        """How many octets of the server's have gone by."""
        return self._passed

    def close(self) -> None:
        """Close the port."""
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                client, _ = self._listener.accept()
                server = socket.create_connection(("127.0.0.1", self._server_port))
                threading.Thread(target=self._pass_on, args=(client, server, False), daemon=True).start()
                threading.Thread(target=self._pass_on, args=(server, client, True), daemon=True).start()

    def _pass_on(self, source: socket.socket, target: socket.socket, counted: bool) -> None:  # noqa: FBT001 - a thread's argument
        with suppress(OSError):
            while data := source.recv(4096):
                if counted and self._limit is not None and self._passed + len(data) >= self._limit:
                    target.sendall(data[: max(0, self._limit - self._passed)])
                    self._limit = None
                    self._then()
                    break
                self._passed += len(data) if counted else 0
                target.sendall(data)
        for one in (source, target):
            with suppress(OSError):
                one.shutdown(socket.SHUT_RDWR)
            one.close()


@contextmanager
def tapped(server_port: int) -> Iterator[Tap]:
    """Yield a tap in front of a server."""
    tap = Tap(server_port)
    try:
        yield tap
    finally:
        tap.close()
