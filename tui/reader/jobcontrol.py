"""The reader as a job of a shell: stopped, let go on, ended by a signal.

Textual's own handlers start its threads a second time where a stopped process goes on that had
not been told before (SIGSTOP), and keep the terminal raw after that; these take their place.
"""

from __future__ import annotations

import asyncio
import contextlib
import contextvars
import os
import signal
import time
from collections.abc import Callable
from typing import Any

from textual.app import App

ENDING = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)


def end_on_signals(end: Callable[[int], None]) -> None:
    """Call `end` with the exit status, in the running loop, on a signal that asks for the end."""
    loop = asyncio.get_running_loop()
    for number in ENDING:
        loop.add_signal_handler(number, end, 128 + number)


NEWS = 0.2
"""Seconds after which a signal is taken as not sent."""


class Job:
    """Gives the terminal back to the shell while the reader is stopped."""

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._away = False
        self._continued = False

    def listen(self) -> None:
        """Follow SIGTSTP and SIGCONT from now on, in place of Textual's driver."""
        loop, context = asyncio.get_running_loop(), contextvars.copy_context()

        def stop(*_: object) -> None:
            loop.call_soon_threadsafe(self.suspend, context=context)

        def go_on(*_: object) -> None:
            self._continued = True
            if not self._away:
                loop.call_soon_threadsafe(self.renew, context=context)

        self._stop_handler = stop
        signal.signal(signal.SIGTSTP, stop)
        signal.signal(signal.SIGCONT, go_on)

    def suspend(self) -> bool:
        """Stop with all of the job until the shell lets it go on; then draw the screen anew.

        Returns whether it was stopped: where there is no shell to let it go on, it is not.
        """
        if os.getsid(0) == os.getpid() or not os.isatty(0):
            return False
        with self._away_from_screen():
            return self._stop()

    def renew(self) -> None:
        """Set the terminal up and draw the screen anew, once the terminal is ours."""
        with self._away_from_screen():
            if not _in_foreground():
                self._stop()

    def _stop(self) -> bool:
        """Stop until the terminal is ours again; whether the system did stop it."""
        signal.signal(signal.SIGTSTP, signal.SIG_DFL)
        try:
            while True:
                self._continued = False
                # The shell waits for the whole job. Where nobody could let it go on, the
                # system ignores this signal.
                os.killpg(0, signal.SIGTSTP)
                self._wait_for_news()
                # In the background (`bg`) there is no screen to read on.
                if not self._continued or _in_foreground():
                    return self._continued
        finally:
            signal.signal(signal.SIGTSTP, self._stop_handler)

    def _wait_for_news(self) -> None:
        """Another thread may be the first to get the signal that one may go on."""
        until = time.monotonic() + NEWS
        while not self._continued and time.monotonic() < until:
            time.sleep(NEWS / 20)

    @contextlib.contextmanager
    def _away_from_screen(self) -> Any:
        if self._away:
            yield
            return
        self._away = True
        try:
            with self._app.suspend():
                yield
        finally:
            self._away = False


def _in_foreground() -> bool:
    try:
        return os.tcgetpgrp(0) == os.getpgrp()
    except OSError:
        return True
