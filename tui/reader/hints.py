"""Five keys that a new user is taught, one at a time, in a line that then goes away for good.

What was learnt is kept as the ids of the actions, one a line, in a file of the user's own
(`$XDG_STATE_HOME/hexapla/learnt`); where it cannot be written, the hints come again.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Mapping, Sequence
from pathlib import Path

from tui.reader.keys import shown_key

HINTS: Mapping[str, str] = {
    "claim.next": "goes to the next claim",
    "counterpart.show": "brings what the other documents say beside the claim",
    "difference.next": "goes to the next difference",
    "overview.open": "shows everything at a glance",
    "help": "shows every key",
}
"""Action id -> what its key does, in the order in which they are taught."""


def state_file() -> Path:
    """Where it is kept which hints were learnt."""
    home = os.environ.get("XDG_STATE_HOME", "")
    base = Path(home) if os.path.isabs(home) else Path.home() / ".local" / "state"
    return base / "hexapla" / "learnt"


class Hints:
    """Which hint is due; `file` is None where nothing shall be remembered."""

    def __init__(self, file: Path | None, wanted: bool = True) -> None:
        self._file = file
        self._learnt = set() if wanted else set(HINTS)
        if file is not None and wanted:
            with contextlib.suppress(OSError, ValueError):
                self._learnt = set(file.read_text(encoding="utf-8").split())

    @property
    def due(self) -> str | None:
        """The action whose key is taught next; None once all are known."""
        return next((action for action in HINTS if action not in self._learnt), None)

    def learn(self, action: str) -> None:
        """Note that an action was done."""
        if action not in HINTS or action in self._learnt:
            return
        self._learnt.add(action)
        if self._file is not None:
            with contextlib.suppress(OSError):
                self._file.parent.mkdir(parents=True, exist_ok=True)
                self._file.write_text("\n".join(sorted(self._learnt)) + "\n", encoding="utf-8")

    def words(self, keys: Mapping[str, Sequence[str]], ascii_only: bool) -> tuple[str, str] | None:
        """The key of the hint that is due and what it does; None where none is."""
        action = self.due
        if action is None:
            return None
        if not keys[action]:
            self._learnt.add(action)
            return self.words(keys, ascii_only)
        return shown_key(keys[action][0], ascii_only), HINTS[action]
