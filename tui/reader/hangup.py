"""Noticing that the terminal itself is gone.

A closed window or a dropped connection sends SIGHUP only to the leader of the session. Any other
reader would go on for ever: the input thread finds an end of file again and again, and the
screen waits for an output that nobody takes.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import select
import signal
import threading
import time
from collections.abc import Callable

PATIENCE = 2.0
"""Seconds an orderly end may take; writing to a terminal that is gone can block for ever."""


def watch(terminal: int, end: Callable[[int], None]) -> None:
    """Call `end` with the exit status of a hang-up, in the running loop, once `terminal` is gone.

    The waiting is a thread's, which costs nothing until then. Does nothing where `terminal` is
    no terminal.
    """
    if not os.isatty(terminal):
        return
    loop = asyncio.get_running_loop()
    status = 128 + signal.SIGHUP

    def wait() -> None:
        poll = select.poll()
        # A hang-up is reported without being asked for, and nothing else is asked for.
        poll.register(terminal, 0)
        poll.poll()
        with contextlib.suppress(RuntimeError):
            loop.call_soon_threadsafe(end, status)
        time.sleep(PATIENCE)
        os._exit(status)

    threading.Thread(target=wait, name="hang-up", daemon=True).start()
