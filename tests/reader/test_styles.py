"""Every mark twice: by a glyph and by an attribute; colour is only the third voice."""

from __future__ import annotations

from itertools import combinations

import pytest
from rich.style import Style

from tui.reader.relations import COUNTERPART, CURRENT, RELATIONS
from tui.reader.strips import Encodable
from tui.reader.styles import Depth, Palette, depth_of
from tui.reader.themes import THEMES

DARK = THEMES[0].to_color_system().generate()

TEXT_CLASSES = [
    ("agrees",),
    ("differs",),
    ("contradicts",),
    ("only",),
    ("agrees?",),
    ("differs?",),
    ("contradicts?",),
    ("only?",),
]


def attributes(style: Style) -> tuple[bool, ...]:
    return tuple(
        bool(getattr(style, name)) for name in ("bold", "dim", "italic", "underline", "reverse")
    )


def test_without_colour_every_relation_has_its_own_attributes() -> None:
    palette = Palette("none", {})
    seen = {classes: attributes(palette.style("text", *classes)) for classes in TEXT_CLASSES}
    assert len(set(seen.values())) == len(TEXT_CLASSES)


@pytest.mark.parametrize("relation", list(RELATIONS))
def test_without_colour_the_current_claim_stands_out_whatever_its_relation(relation: str) -> None:
    palette = Palette("none", {})
    plain = attributes(palette.style("text", relation))
    for mark in ("current", "mark", "mark-other", "here"):
        assert attributes(palette.style("text", relation, mark)) != plain
    inside = attributes(palette.style("text", relation, "current", "mark"))
    assert inside != attributes(palette.style("text", relation, "current"))


@pytest.mark.parametrize("depth", ["none", "sixteen"])
def test_few_colours_need_no_more_than_the_terminal_has(depth: Depth) -> None:
    palette = Palette(depth, DARK)
    for classes in [
        *TEXT_CLASSES,
        ("current",),
        ("mark",),
        ("mark-other",),
        ("here",),
        ("header",),
        ("header-key",),
        ("key",),
        ("faded",),
    ]:
        style = palette.style("text", *classes)
        for colour in (style.color, style.bgcolor):
            assert colour is None or (depth == "sixteen" and (colour.number or 0) < 16)


@pytest.mark.parametrize("ascii_only", [False, True])
def test_glyphs_tell_relations_apart(ascii_only: bool) -> None:
    glyphs = [look.mark(ascii_only) for look in RELATIONS.values()]
    assert len(set(glyphs)) == len(RELATIONS)
    if ascii_only:
        assert "".join((*glyphs, CURRENT[1], COUNTERPART[1])).isascii()


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_text_is_readable_in_our_themes(theme: object) -> None:
    colours = theme.to_color_system().generate()  # type: ignore[attr-defined]
    palette = Palette("full", colours)

    def light(colour: object) -> float:
        parts = [c / 255 for c in colour.get_truecolor()]  # type: ignore[attr-defined]
        linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    for relation in RELATIONS:
        for marks in ((), ("current",), ("counterpart",), ("mark",), ("mark-other",), ("here",)):
            style = palette.style("text", relation, *marks)
            low, high = sorted((light(style.color), light(style.bgcolor)))
            assert (high + 0.05) / (low + 0.05) >= 4.5, (relation, marks)


def test_what_is_faded_is_quieter_than_what_passes_in_every_terminal() -> None:
    for depth in ("none", "sixteen"):
        palette = Palette(depth, DARK)
        assert palette.style("text", "faded").dim
        assert not palette.style("text", "agrees").dim
    palette = Palette("full", DARK)
    assert palette.style("text", "faded") != palette.style("text", "agrees")


def test_glyphs_of_two_relations_differ_in_colour_too() -> None:
    palette = Palette("full", DARK)
    colours = [palette.style("text", f"glyph-{kind}").color for kind in RELATIONS]
    assert all(a != b for a, b in combinations(colours, 2))


def test_the_kind_of_terminal() -> None:
    assert depth_of("truecolor", no_color=False) == "full"
    assert depth_of("256", no_color=False) == "full"
    assert depth_of("standard", no_color=False) == "sixteen"
    assert depth_of(None, no_color=False) == "sixteen"
    assert depth_of("truecolor", no_color=True) == "none"


def test_what_an_encoding_lacks_keeps_its_width() -> None:
    assert Encodable("latin-1").encodable("é 漢 x ≠") == "é ?? x ?"
    assert Encodable("koi8-r").encodable("жук é") == "жук ?"
