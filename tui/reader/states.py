"""What to say where there is nothing to show, and what can be done about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal

from tui.reader.keys import shown_key
from tui.reader.words import letter

if TYPE_CHECKING:
    from tui.reader.session import Session

Stage = Literal["waiting", "comparing", "stopped", "failed", "refining", "done"]
"""How far the analysis is: `refining` once a first result is there and a second may follow."""


def empty_words(
    session: Session, stage: Stage, keys: Mapping[str, Sequence[str]], ascii_only: bool
) -> str:
    """Why no claim is current, and what to do; empty where one is."""

    def key(action: str) -> str:
        return shown_key(keys[action][0], ascii_only) if keys[action] else action

    if session.claim is not None:
        return ""
    if session.index is not None:
        where = letter(session.active)
        others = any(session.index.claims)
        way = f"; {key('document.next')} goes to the next document" if others else ""
        return f"no statement was found in {where}{way}"
    if stage == "comparing":
        return f"read on while the documents are compared; {key('analysis.cancel')} stops it"
    if stage == "stopped":
        return f"not compared; {key('analysis.cancel')} compares after all"
    return ""


def result_words(session: Session) -> str:
    """What one should know of a result that links nothing; empty where it links something."""
    index = session.index
    if index is None or index.comparison.correspondences:
        return ""
    if len(session.documents) == 1:
        return "one document alone: open it with another to compare them"
    return "no statement of one document answers to one of another"
