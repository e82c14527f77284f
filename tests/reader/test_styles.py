"""Every mark twice: by a glyph and by an attribute; colour is only the third voice."""

from __future__ import annotations

from itertools import combinations, product

import pytest
from rich.style import Style
from textual.theme import BUILTIN_THEMES, Theme

from tui.reader.contrast import contrast, rgb
from tui.reader.numbered import NUMBERS, RGB, nearest
from tui.reader.relations import COUNTERPART, CURRENT, RELATIONS, TENTATIVE
from tui.reader.shades import shades
from tui.reader.strips import Encodable
from tui.reader.styles import Depth, Palette, depth_of
from tui.reader.theme_names import OWN, TEXTUAL, fault_of_theme
from tui.reader.themes import CONTRAST, DARK, MONO, SAFE, THEMES, colours_of

CHOICE = [*THEMES, *(BUILTIN_THEMES[name] for name in TEXTUAL)]

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


@pytest.mark.parametrize("depth", ["none", "sixteen", "full"])
def test_how_a_word_stands_to_the_other_sources_is_seen_without_colour(depth: Depth) -> None:
    palette = Palette(depth, colours_of(DARK))
    stands = "same kin moved variant lone".split()
    looks = [*(f"word-{stand}" for stand in stands), "loud-differs", "loud-contradicts"]
    seen = {look: palette.style("text", look) for look in looks}
    if depth == "none":
        assert len(set(map(attributes, seen.values()))) == len(looks)
    assert len(set(seen.values())) == len(looks)


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
    palette = Palette(depth, colours_of(DARK))
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


MARKS = ("", "current", "counterpart", "linked")
HITS = ((), ("mark",), ("mark-other",), ("mark", "here"))
"""No hit, a hit, one by another name, and the hit one is at."""


def looks(
    depth: Depth, theme: Theme, ascii_only: bool
) -> dict[tuple[str, ...], tuple[object, ...]]:
    """Each way a claim may be marked -> its glyphs in the margin and the attributes of its text.

    Where there are 256 colours they count too; where there are fewer, attributes must do.
    """
    palette = Palette(depth, colours_of(theme))
    bars = {"": " ", "current": CURRENT[ascii_only]}
    found: dict[tuple[str, ...], tuple[object, ...]] = {}
    for kind, sign, mark, hit in product(RELATIONS, ("", TENTATIVE), MARKS, HITS):
        style = palette.style("text", kind + sign, *([mark] if mark else []), *hit)
        glyphs = bars.get(mark, COUNTERPART[ascii_only]) + sign + RELATIONS[kind].mark(ascii_only)
        colours = (style.color, style.bgcolor) if depth == "full" else ()
        found[kind, sign, mark, "".join(hit[-1:])] = glyphs, attributes(style), colours
    return found


@pytest.mark.parametrize("ascii_only", [False, True])
@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("depth", ["none", "sixteen", "full"])
def test_any_two_marks_that_stand_side_by_side_can_be_told_apart(
    depth: Depth, theme: Theme, ascii_only: bool
) -> None:
    seen = looks(depth, theme, ascii_only)
    claims = {key: look for key, look in seen.items() if key[3] == ""}
    assert len(set(claims.values())) == len(claims)
    for kind, sign, mark, _ in claims:
        hits = {seen[kind, sign, mark, "".join(hit[-1:])] for hit in HITS}
        assert len(hits) == len(HITS), (kind, sign, mark)
    # Past a claim's first row there is no glyph but the bar: the text alone tells what it is.
    text = [look[1:] for (_, _, mark, _), look in claims.items() if mark == ""]
    assert len(set(text)) == len(text)


@pytest.mark.parametrize("depth", ["none", "sixteen", "full"])
def test_what_is_filtered_away_steps_back_behind_all_else(depth: Depth) -> None:
    palette = Palette(depth, colours_of(DARK))
    faded = palette.style("text", "faded")
    for kind in RELATIONS:
        assert palette.style("text", kind) != faded
    loud = palette.style("text", "contradicts", "faded")
    assert bool(loud.dim) == (depth != "full")
    assert not loud.bold


@pytest.mark.parametrize("theme", CHOICE, ids=lambda theme: theme.name)
def test_all_text_can_be_read_in_every_theme(theme: Theme) -> None:
    palette = Palette("full", colours_of(theme))
    least = 7.0 if theme is CONTRAST else 4.5

    def ratio(*classes: str) -> float:
        style = palette.style(*classes)
        assert style.color
        assert style.bgcolor
        return contrast(style.color.get_truecolor().hex, style.bgcolor.get_truecolor().hex)

    for kind, sign, mark, hit in product(RELATIONS, ("", TENTATIVE), MARKS, HITS):
        classes = ("text", kind + sign, *([mark] if mark else []), *hit)
        assert ratio(*classes) >= least, classes
    for quiet in ("quiet", "metadata", "source", "cue", "footer", "key", "title", "group", "bar"):
        assert ratio("text", quiet) >= least, quiet
    for kind in RELATIONS:
        assert ratio("text", f"glyph-{kind}") >= least
        assert ratio("header", f"glyph-{kind}") >= least
    assert ratio("header") >= least


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_our_themes_are_cheap_to_send(theme: Theme) -> None:
    colours = shades(colours_of(theme))
    assert all(rgb(colour) in NUMBERS for colour in colours.values() if colour.startswith("#"))


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
def test_disagreement_is_louder_than_agreement(theme: Theme) -> None:
    palette = Palette("full", colours_of(theme))
    agrees, differs, contradicts = (
        palette.style("text", kind) for kind in ("agrees", "differs", "contradicts")
    )
    assert attributes(agrees) == (False,) * 5
    assert contradicts.bold
    assert differs.underline
    assert not differs.bold
    if theme is MONO:
        assert contradicts.color
        assert agrees.color
        ground = shades(colours_of(theme))["background"]
        loud, quiet = (s.color.get_truecolor().hex for s in (contradicts, agrees) if s.color)
        assert contrast(loud, ground) > contrast(quiet, ground)


VISION = {
    "protanopia": ((0.152, 1.053, -0.205), (0.115, 0.786, 0.099), (-0.004, -0.048, 1.052)),
    "deuteranopia": ((0.367, 0.861, -0.228), (0.280, 0.673, 0.047), (-0.012, 0.043, 0.969)),
    "tritanopia": ((1.256, -0.077, -0.179), (-0.078, 0.931, 0.148), (0.005, 0.691, 0.304)),
}
"""How three kinds of colour vision see linear red, green and blue (Machado and others, 2009)."""


@pytest.mark.parametrize("vision", VISION)
def test_the_safe_theme_tells_contradiction_from_difference_by_any_eye(vision: str) -> None:
    def seen(colour: str) -> list[float]:
        linear = [(part / 255) ** 2.2 for part in rgb(colour)]
        mixed = [sum(w * c for w, c in zip(row, linear, strict=True)) for row in VISION[vision]]
        return [255 * max(0.0, min(1.0, c)) ** (1 / 2.2) for c in mixed]

    def apart(theme: Theme) -> float:
        colours = shades(colours_of(theme))
        pairs = zip(seen(colours["error"]), seen(colours["warning"]), strict=True)
        return float(sum((x - y) ** 2 for x, y in pairs) ** 0.5)

    assert apart(SAFE) > 100
    assert apart(SAFE) > 1.5 * apart(DARK)


def test_the_names_of_themes_are_those_there_are() -> None:
    assert tuple(theme.name for theme in THEMES) == OWN
    by_colour = {name for name, theme in BUILTIN_THEMES.items() if not theme.ansi}
    assert set(TEXTUAL) == by_colour
    assert all(fault_of_theme(name) is None for name in (*OWN, *TEXTUAL))


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("nrod", "no theme is called 'nrod'; did you mean nord?"),
        ("light", "did you mean hexapla-light or "),
        ("Nord", "did you mean nord?"),
        ("zzzz", "there are hexapla-dark, hexapla-light"),
    ],
)
def test_an_unknown_theme_is_told_with_the_nearest(name: str, part: str) -> None:
    assert part in (fault_of_theme(name) or "")


def test_glyphs_of_two_relations_differ_in_colour_too() -> None:
    palette = Palette("full", colours_of(DARK))
    colours = [palette.style("text", f"glyph-{kind}").color for kind in RELATIONS]
    assert all(a != b for a, b in combinations(colours, 2))


def test_the_nearest_numbered_colour_is_the_nearest_of_all() -> None:
    def far(a: RGB, b: RGB) -> int:
        return sum((x - y) ** 2 for x, y in zip(a, b, strict=True))

    for colour in product(range(0, 256, 23), repeat=3):
        assert far(nearest(colour), colour) == min(far(c, colour) for c in NUMBERS)
        assert nearest(colour) in NUMBERS


def test_the_kind_of_terminal() -> None:
    assert depth_of("truecolor", no_color=False) == "full"
    assert depth_of("256", no_color=False) == "full"
    assert depth_of("standard", no_color=False) == "sixteen"
    assert depth_of(None, no_color=False) == "sixteen"
    assert depth_of("truecolor", no_color=True) == "none"


def test_what_an_encoding_lacks_keeps_its_width() -> None:
    assert Encodable("latin-1").encodable("é 漢 x ≠") == "é ?? x ?"
    assert Encodable("koi8-r").encodable("жук é") == "жук ?"


@pytest.mark.parametrize("depth", ["none", "sixteen", "full"])
def test_what_is_selected_looks_one_way_and_like_nothing_else(depth: Depth) -> None:
    palette = Palette(depth, colours_of(DARK))
    selected = palette.style("text", "selected")
    for classes in [*TEXT_CLASSES, ("current",), ("counterpart",), ("source",), ("mark",)]:
        assert palette.style("text", *classes, "selected") == selected
        assert palette.style("text", *classes) != selected
