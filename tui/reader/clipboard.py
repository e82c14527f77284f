"""Text on its way to the clipboard, also from a machine that one sits far away from.

The terminal is asked by an escape sequence (OSC 52), which reaches it through SSH. tmux drops that
sequence under its own defaults, so that it is also handed the text itself.
"""

from __future__ import annotations

import asyncio
import os

LIMIT = 74_994
"""Bytes of UTF-8 at most: more than 100,000 of base64 and its frame are refused by terminals."""

PATIENCE = 5.0
"""Seconds that tmux may take."""


def too_long(text: str) -> str:
    """Why a text cannot be copied, in words; empty where it can."""
    size = len(text.encode("utf-8", "replace"))
    if size <= LIMIT:
        return ""
    return f"not copied: {size:,} bytes are more than the {LIMIT:,} that terminals take"


def in_tmux() -> bool:
    """Whether the terminal is one of tmux."""
    return bool(os.environ.get("TMUX"))


async def hand_to_tmux(text: str) -> str:
    """Put a text into a buffer of tmux, which passes it on to the clipboard.

    Returns what went wrong, in words; empty where nothing did.
    """
    failed = await _load_buffer(text, "-w", "-")
    if "usage:" not in failed and "unknown" not in failed:
        return f"tmux has no copy of it: {failed}" if failed else ""
    # Before version 3.2 tmux knows no clipboard here.
    failed = await _load_buffer(text, "-")
    return f"tmux has no copy of it: {failed}" if failed else "this tmux keeps it to itself"


async def _load_buffer(text: str, *arguments: str) -> str:
    """Why tmux did not take a text; empty where it did."""
    try:
        process = await asyncio.create_subprocess_exec(
            *("tmux", "load-buffer", *arguments),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.DEVNULL,
            stderr=asyncio.subprocess.PIPE,
        )
    except OSError as error:
        return str(error.strerror)
    try:
        given = text.encode("utf-8", "replace")
        _, told = await asyncio.wait_for(process.communicate(given), PATIENCE)
    except TimeoutError:
        return "it does not answer"
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    if process.returncode == 0:
        return ""
    reason = told.decode("utf-8", "replace").strip().partition("\n")[0]
    return reason or f"exit status {process.returncode}"
