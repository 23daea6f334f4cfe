"""Ends this process when it looks up a name or connects to anything but a local socket."""

import os
import sys

GUARDED = {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "urllib.Request"}
LOCAL = ("127.0.0.1", "::1", "localhost")


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if event not in GUARDED:
        return
    if event in ("socket.connect", "socket.sendto") and not isinstance(arguments[1], tuple):
        return
    target = arguments[1][0] if event in ("socket.connect", "socket.sendto") else arguments[0]  # type: ignore[index]
    if target not in LOCAL:
        os.write(2, f"the network was tried: {event} {target}\n".encode())
        os._exit(99)


sys.addaudithook(_watch)
