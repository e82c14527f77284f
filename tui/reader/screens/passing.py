"""Keys typed faster than a screen comes or goes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual import events

if TYPE_CHECKING:
    from textual.screen import Screen


def passed_on(screen: Screen[Any], event: events.Key) -> bool:
    """Give a key to the screen it was typed for, where that is not `screen`; whether it was.

    That is the topmost one which is not about to close: what lies below a screen that closes, or
    what has opened above one that a key still comes to.
    """
    stack = screen.app.screen_stack
    meant = next((s for s in reversed(stack) if not getattr(s, "leaving", False)), stack[0])
    if meant is screen:
        return False
    meant.post_message(events.Key(event.key, event.character))
    return True
