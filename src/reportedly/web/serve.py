"""Starting the desk: an HTTP server on one address, until it is interrupted."""

from __future__ import annotations

import socket
import threading
import webbrowser
from collections.abc import Callable
from types import FrameType

import uvicorn

from reportedly.errors import UsageError
from reportedly.web.app import create_app
from reportedly.web.desk import Desk, Setup

BACKLOG = 1024
LAST_WORDS = 2  # seconds that answers under way have when it ends
IDLE = 75  # seconds that a connection may rest between two questions: one that is closed sooner is closed while somebody slow asks again


class Server(uvicorn.Server):
    """A server whose streams end as soon as it is to end, else it would wait for them."""

    def __init__(self, setup: Setup) -> None:
        app = create_app(setup)
        self.desk: Desk = app.state.desk
        super().__init__(uvicorn.Config(app, log_level="warning", proxy_headers=False, server_header=False, timeout_keep_alive=IDLE, timeout_graceful_shutdown=LAST_WORDS, lifespan="on"))

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self.desk.closing.set()
        super().handle_exit(sig, frame)

    def end(self) -> None:
        """End soon, from another thread."""
        self.desk.closing.set()
        self.should_exit = True


def serve(setup: Setup, *, say: Callable[[str], None], open_page: bool = False) -> None:
    """Serve until interrupted. UsageError when the address is taken."""
    with listen(setup) as listening:
        server = Server(setup)
        address = address_of(setup, listening.getsockname()[1])
        say(f"the desk is at {address} (Ctrl-C ends it)")
        if not setup.local:
            say("it is not encrypted: put a server that speaks TLS before it, or reach it through `ssh -L`")
        threading.Thread(target=_warm, args=(server.desk, say), daemon=True).start()  # so that the first question need not wait
        if open_page:
            threading.Timer(0.5, webbrowser.open, [address]).start()
        server.run(sockets=[listening])


def _warm(desk: Desk, say: Callable[[str], None]) -> None:
    desk.warm()
    waiting = desk.shelf.incidents.get().value.counts["uncompared"]
    if waiting:
        say(f"{waiting} claims have not been compared yet: reportedly compare --store {desk.setup.store}")


def address_of(setup: Setup, port: int) -> str:
    host = "localhost" if setup.local else f"[{setup.host}]" if ":" in setup.host else setup.host
    return f"http://{host}:{port}/"


def listen(setup: Setup) -> socket.socket:
    """A socket on the address. UsageError when it is taken, or none of this machine."""
    family = socket.AF_INET6 if ":" in setup.host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)  # named as TCP, so that answers go out at once
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((setup.host, setup.port))
        listening.listen(BACKLOG)  # now, so that whoever comes as soon as the address is said waits, and is not refused
    except OSError as error:
        listening.close()
        raise UsageError(f"{setup.host}:{setup.port}: {error.strerror or error}", hint="another --port, or --port 0 for any that is free") from error
    return listening
