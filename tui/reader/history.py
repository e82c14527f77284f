"""The way back and forward again, as in a browser: the places one has jumped from."""

from __future__ import annotations

from dataclasses import dataclass, field

LIMIT = 200
"""Places kept for the way back."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where one is: the document, each document's claim, and each column's first row's offset."""

    active: int
    places: tuple[int | None, ...]
    """The number of each document's current claim."""
    tops: tuple[int, ...]
    aligned: str | None = field(default=None, compare=False)
    """The claim whose counterparts were brought beside it."""
    turn: int = field(default=0, compare=False)
    """Which of several counterparts stood there."""


class History:
    """Places in the order one was there; going somewhere new drops those further on."""

    def __init__(self) -> None:
        self._back: list[Place] = []
        self._forward: list[Place] = []

    def remember(self, place: Place) -> None:
        """Keep the place one is about to leave for a new one."""
        self._forward.clear()
        if not self._back or self._back[-1] != place:
            self._back = [*self._back[1 - LIMIT :], place]

    def back(self, here: Place) -> Place | None:
        """The last place that is another one than here; None where there is none."""
        return _turn(self._back, self._forward, here)

    def forward(self, here: Place) -> Place | None:
        """The place one last went back from; None where there is none."""
        return _turn(self._forward, self._back, here)


def _turn(behind: list[Place], ahead: list[Place], here: Place) -> Place | None:
    # A jump that led nowhere leaves the same place twice: a key should not seem to do nothing.
    while behind and behind[-1] == here:
        behind.pop()
    if not behind:
        return None
    ahead.append(here)
    return behind.pop()
