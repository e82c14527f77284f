"""Makes the tour: the real screen on three invented reports, as pictures, with a line on each.

Writes `README.md` and the pictures beside this file; the same code gives the same bytes.
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
sys.path.insert(0, str(ROOT))


@dataclass(frozen=True)
class Scene:
    """One picture: the keys that lead to it, and what it shows."""

    name: str
    title: str
    keys: tuple[str, ...]
    words: str
    size: tuple[int, int] = (150, 36)
    theme: str = "hexapla-dark"
    no_color: bool = False
    wait: float = 0.0
    """Seconds between the last key and the picture."""


SCENES: tuple[Scene, ...] = (
    Scene(
        "columns",
        "Side by side",
        ("]", "c", "enter"),
        "Three reports of one night. In the margin `=` is told alike, `≈` differs, `≠` is "
        "contradicted, and `+` stands in one only; `?` is uncertain. `]c` went to the next "
        "difference and `Enter` brought what the others say to the same row. The lines between "
        "the columns lead there, and the map beside each text shows the whole of it.",
    ),
    Scene(
        "apparatus",
        "Word under word",
        ("2", "]", "x", "enter", "a"),
        "`a` opens the apparatus: what each source says of the current claim, numbers and dates "
        "with what they mean, who says it, and why the claims are linked.",
    ),
    Scene(
        "overview",
        "Everything at a glance",
        ("o",),
        "`o`: a row for each matter, a column for each document, the exact words in the cells. "
        "`·` is a silence. `Enter` goes there, `S` sorts, `f` filters, `/` narrows.",
    ),
    Scene(
        "numbers",
        "Numbers that differ",
        ("#",),
        "`#`: who gives which number, the range it allows, those that differ first.",
    ),
    Scene(
        "speakers",
        "Who says what",
        ("@", "enter"),
        "`@`: each speaker with what each document has them say.",
    ),
    Scene(
        "timeline",
        "What happened when",
        ("T",),
        "`T`: dated claims in order, and where the dates conflict.",
    ),
    Scene(
        "names",
        "What each calls the same",
        ("E",),
        "`E`: the names each document uses for one person, body or place.",
    ),
    Scene(
        "mentions",
        "Following a name",
        ("e", "j", "enter", "e", "n"),
        "`e` goes into the list of entities, `Enter` marks the mentions in all texts and on the "
        "maps, `n` and `N` walk them.",
    ),
    Scene(
        "search",
        "Searching",
        ("/", "B", "H", "A", "enter"),
        "`/` searches all documents. Other names of the same one are found too.",
    ),
    Scene(
        "filter",
        "Filtering",
        ("f", "d", "f", "x"),
        "`fd` and `fx`: what differs or is contradicted stays, the rest fades; `F` brings it back.",
    ),
    Scene(
        "follow",
        "What may follow",
        ("]",),
        "Who waits after `]`, `[`, `f` or `g` sees what may follow.",
        wait=0.6,
    ),
    Scene(
        "commands",
        "Every command by name",
        (":", "t", "h", "e"),
        "`:` finds every command, document and theme by some of its letters.",
    ),
    Scene(
        "narrow",
        "In 80 by 24",
        ("]", "x"),
        "One column, and under it what the others say.",
        (80, 24),
    ),
    Scene(
        "light",
        "By day",
        ("]", "c", "enter"),
        "Five themes of its own (dark, light, high contrast, for all kinds of colour vision, "
        "monochrome), and Textual's.",
        theme="hexapla-light",
    ),
    Scene(
        "plain",
        "Without colour",
        ("]", "c", "enter"),
        "With `NO_COLOR` glyphs and attributes tell everything.",
        no_color=True,
    ),
)

_FONTS = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)


async def _picture(scene: Scene, documents: Sequence[object]) -> str:
    from tui.core.comparison import compare
    from tui.core.settings import Settings
    from tui.reader.app import Reader
    from tui.reader.index import Index
    from tui.reader.settings import ReaderSettings

    os.environ.pop("NO_COLOR", None)
    if scene.no_color:
        os.environ["NO_COLOR"] = "1"
    settings = ReaderSettings(theme=scene.theme)
    app = Reader(documents, None, settings, analyse=False)  # type: ignore[arg-type]
    async with app.run_test(size=scene.size) as pilot:
        await pilot.pause()
        app.screen.receive(Index(compare(documents, Settings())))  # type: ignore[attr-defined, arg-type]
        await pilot.pause()
        for key in scene.keys:
            await pilot.press(key)
        await pilot.pause(scene.wait or None)
        # No picture asks a host for a font.
        return _FONTS.sub("", app.export_screenshot(title="hexapla"))


def tour(scenes: Sequence[Scene] = SCENES) -> str:
    """The tour as Markdown."""
    lines = ["# A tour of hexapla", ""]
    lines += ["The pictures are the real screen on [three invented reports](ferry), made by"]
    lines += ["`docs/tour`; `hexapla docs/ferry` opens them.", ""]
    for scene in scenes:
        keys = " ".join(f"`{key.title() if len(key) > 1 else key}`" for key in scene.keys)
        lines += [f"## {scene.title}", "", scene.words, ""]
        lines += [f"![{scene.title}]({scene.name}.svg)", ""]
        lines += [f"Keys: {keys}", ""] if keys else []
    return "\n".join(lines)


def main() -> int:
    """Write the tour; returns the exit status."""
    from tui.core.reading import ReadingOptions, read_documents

    os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
    os.chdir(ROOT)
    documents, problems = read_documents(["docs/ferry"], ReadingOptions())
    assert not problems, problems
    for old in HERE.glob("*.svg"):
        old.unlink()
    for scene in SCENES:
        picture = asyncio.run(_picture(scene, documents))
        (HERE / f"{scene.name}.svg").write_text(picture, encoding="utf-8")
    (HERE / "README.md").write_text(tour(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
