"""A running call to a model, and how another thread ends it.

Closing a generator or a socket from another thread does not wake a thread that waits in `recv`; shutting the
socket down does. So the HTTP side reports its sockets here, and `end` shuts them down: the server
sees the disconnect at once and the waiting thread returns.
"""

from __future__ import annotations

import contextlib
import socket
import threading
from contextvars import ContextVar


class ModelCall:
    """One call: the sockets it uses, and whether it has been ended. Safe to use from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._sockets: list[socket.socket] = []
        self._ended = threading.Event()

    @property
    def is_ended(self) -> bool:
        """Say whether nobody waits for this call any more."""
        return self._ended.is_set()

    def uses(self, connection: socket.socket) -> None:
        """Remember a socket of this call; on an ended call it is shut down at once."""
        with self._lock:
            self._sockets.append(connection)
            if self._ended.is_set():
                _shut_down(connection)

    def end(self) -> None:
        """Mark the call as ended and shut its sockets down. May be called more than once."""
        with self._lock:
            self._ended.set()
            for connection in self._sockets:
                _shut_down(connection)
            self._sockets.clear()


def _shut_down(connection: socket.socket) -> None:
    """End both directions below TLS, so that a thread that waits in a read wakes up."""
    with contextlib.suppress(OSError):
        socket.socket.shutdown(connection, socket.SHUT_RDWR)


CURRENT_CALL: ContextVar[ModelCall | None] = ContextVar("current_model_call", default=None)
"""The call that the running thread works for; set by the guard, read where sockets are opened."""
