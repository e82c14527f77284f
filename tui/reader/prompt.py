"""The line in which one types what to look for, as a value: its words and its cursor.

It is no widget with a focus of its own: keys typed faster than a focus can move would go astray.
"""

from __future__ import annotations

from dataclasses import dataclass

from tui.reader.layout import harmless
from tui.reader.words import Line


@dataclass(frozen=True, slots=True)
class Prompt:
    """Words being typed."""

    text: str = ""
    cursor: int = 0
    """The character the cursor is before."""

    def insert(self, words: str) -> Prompt:
        """With words typed or pasted at the cursor, on one line."""
        words = harmless(" ".join(words.splitlines()))
        text = self.text[: self.cursor] + words + self.text[self.cursor :]
        return Prompt(text, self.cursor + len(words))

    def key(self, key: str) -> Prompt:
        """After a key that edits; any other key leaves it as it is."""
        before, after = self.text[: self.cursor], self.text[self.cursor :]
        if key == "backspace":
            return Prompt(before[:-1] + after, max(0, self.cursor - 1))
        if key in ("delete", "ctrl+d"):
            return Prompt(before + after[1:], self.cursor)
        if key == "ctrl+w":
            kept = before.rstrip()
            kept = kept[: kept.rfind(" ") + 1]
            return Prompt(kept + after, len(kept))
        if key == "ctrl+u":
            return Prompt(after, 0)
        if key == "ctrl+k":
            return Prompt(before, self.cursor)
        moved = {
            "left": self.cursor - 1,
            "ctrl+b": self.cursor - 1,
            "right": self.cursor + 1,
            "ctrl+f": self.cursor + 1,
            "home": 0,
            "ctrl+a": 0,
            "end": len(self.text),
            "ctrl+e": len(self.text),
        }.get(key, self.cursor)
        return Prompt(self.text, max(0, min(moved, len(self.text))))

    def line(self, sign: str = "/") -> Line:
        """How it is shown after a sign, with the cursor on a character or after the last one."""
        at = self.text[self.cursor : self.cursor + 1] or " "
        return [
            (f" {sign}", ("key",)),
            (f" {self.text[: self.cursor]}", ("text",)),
            (at, ("caret",)),
            (self.text[self.cursor + 1 :], ("text",)),
        ]
