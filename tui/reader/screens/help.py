"""Every key, from the one table; loaded when it is first asked for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.screen import Screen

from tui.reader.keys import ACTIONS, shown_key
from tui.reader.relations import COUNTERPART, CURRENT, DOT, DOWN, HIT, RELATIONS, TENTATIVE, UP
from tui.reader.styles import Palette
from tui.reader.widgets.lines import Lines
from tui.reader.words import Line


def help_lines(keys: Mapping[str, Sequence[str]], ascii_only: bool) -> list[Line]:
    """The keys by group, and what the glyphs in the margin mean."""
    lines: list[Line] = [[(" In the margin", ("group",))]]
    for look in RELATIONS.values():
        glyph = (f"   {look.mark(ascii_only):<19}", (f"glyph-{look.kind}",))
        lines.append([glyph, (_MEANING[look.kind], (look.kind,))])
    for sign, words in (
        (TENTATIVE, "before a glyph or a name: not certain"),
        (CURRENT[ascii_only], "the current claim"),
        (COUNTERPART[ascii_only], "what answers to it in the other documents"),
        (
            f"{UP[ascii_only]} {DOWN[ascii_only]}",
            "between columns: it is out of view there",
        ),
        (DOT[ascii_only], "on the map beside a text: agreement"),
        (HIT[ascii_only], "on the map beside a text: a hit or a mention"),
    ):
        lines.append([(f"   {sign:<19}", ("bar",)), (words, ("text",))])
    group = ""
    for action in ACTIONS:
        if action.group != group:
            group = action.group
            lines += [[], [(f" {group}", ("group",))]]
        written = "  ".join(shown_key(key, ascii_only) for key in keys[action.id])
        if action.id == "document.choose":
            written = "1 - 9"
        lines.append([(f"   {written:<18}", ("key",)), (f" {action.help}", ("text",))])
    lines += [[], [(" A number before j, k or n says how often: 3j", ("quiet",))]]
    return lines


_MEANING = {
    "agrees": "agrees: another document says the same",
    "only": "only here: no other document says it",
    "differs": "differs: the same matter, another detail",
    "contradicts": "contradicts: one denies what the other asserts",
}


class HelpScreen(Screen[None]):
    """Shows the keys until one of them is typed."""

    DEFAULT_CSS = """
    HelpScreen { overflow: hidden; }
    HelpScreen VerticalScroll { scrollbar-size: 0 0; }
    """

    def __init__(
        self, palette: Palette, keys: Mapping[str, Sequence[str]], ascii_only: bool
    ) -> None:
        super().__init__()
        self._leaving = False
        self._lines = help_lines(keys, ascii_only)
        self._body = Lines(palette, "text", rows=len(self._lines))
        self._body.show(self._lines)
        self._hint = Lines(palette, "footer")
        hint: Line = [(" j/k", ("key",)), (" scroll ", ("footer",))]
        self._hint.show([[*hint, (" Esc", ("key",)), (" close", ("footer",))]])

    def compose(self) -> ComposeResult:
        yield VerticalScroll(self._body)
        yield self._hint

    def on_key(self, event: events.Key) -> None:
        event.stop()
        event.prevent_default()
        if self._leaving:
            # Typed before the screen was gone, but meant for what lies under it.
            self.app.screen_stack[0].post_message(events.Key(event.key, event.character))
            return
        scroll = self.query_one(VerticalScroll)
        if event.key in ("down", "j", "space", "pagedown"):
            step = 1 if event.key in ("down", "j") else scroll.size.height - 1
            scroll.scroll_to(y=scroll.scroll_y + step, animate=False)
        elif event.key in ("up", "k", "b", "pageup"):
            step = 1 if event.key in ("up", "k") else scroll.size.height - 1
            scroll.scroll_to(y=scroll.scroll_y - step, animate=False)
        elif event.key == "ctrl+q":
            self.app.exit(return_code=0)
        else:
            self._leaving = True
            self.dismiss()
