"""What the reader says, in words: the header, the titles and the lines about the current claim.

Everything is pieces of text with the classes of the palette; the widgets only paint them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size

from tui.core.document import Document
from tui.reader.relations import COUNTERPART, DOT, ELLIPSIS, RELATIONS, TENTATIVE, Kind

if TYPE_CHECKING:
    from tui.reader.index import Counterpart, Index, Mark

Piece = tuple[str, tuple[str, ...]]
"""Text and the classes of its style."""

Line = list[Piece]

WIDEST = 96
"""Cells a counterpart's line fills at most; its source stands at the end of it."""

_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def letter(document: int) -> str:
    """A, B, C … for the documents in their order; after Z their numbers."""
    return chr(ord("A") + document) if document < 26 else str(document + 1)


def date_words(date: str | None) -> str:
    """An ISO date (`2023-01-23`, `2023-01`, `2023`) as `23 Jan 2023`; anything else as it is."""
    parts = (date or "").split("T")[0].split("-")
    if not 1 <= len(parts) <= 3 or not all(part.isdigit() for part in parts):
        return date or ""
    if len(parts) > 1 and not 1 <= int(parts[1]) <= 12:
        return date or ""
    month = [_MONTHS[int(parts[1]) - 1]] if len(parts) > 1 else []
    day = [str(int(parts[2]))] if len(parts) > 2 else []
    return " ".join([*day, *month, parts[0]])


def shorten(text: str, width: int, ascii_only: bool = False) -> str:
    """`text` cut to `width` cells, with an ellipsis where something is left out."""
    if cell_len(text) <= width:
        return text
    dots = ELLIPSIS[ascii_only]
    if width <= len(dots):
        return set_cell_size(text, max(0, width))
    return set_cell_size(text, width - len(dots)).rstrip() + dots


def shorten_name(name: str, width: int, ascii_only: bool = False) -> str:
    """A file's name cut in its middle, so that its beginning and its suffix stay."""
    if cell_len(name) <= width or width < 12 or not name.isascii():
        return shorten(name, width, ascii_only)
    dots = ELLIPSIS[ascii_only]
    return name[: width - 6 - len(dots)] + dots + name[-6:]


def width_of(line: Line) -> int:
    """The cells a line fills."""
    return sum(cell_len(text) for text, _ in line)


def counts_line(index: Index, ascii_only: bool) -> Line:
    """How many correspondences of each relation there are: `=7 ≈1 ≠2 +9`; none in one."""
    line: Line = []
    if len(index.claims) < 2:
        return line
    for kind, count in index.counts().items():
        look = ("header", f"glyph-{kind}") if count else ("header",)
        line.append((RELATIONS[kind].mark(ascii_only), look))
        line.append((f"{count} ", ("header-strong" if count else "header",)))
    return line


def mark_pieces(kind: Kind, tentative: bool, ascii_only: bool, *under: str) -> Line:
    """A relation's glyph, with its question mark where it is not certain."""
    glyph = RELATIONS[kind].mark(ascii_only)
    sign = TENTATIVE if tentative else ""
    return [(sign + glyph, (*under, f"glyph-{kind}"))]


def position_words(index: Index, document: int, place: int) -> str:
    """Where the cursor is: `claim 3 of 21 in A`."""
    return f"claim {place + 1} of {len(index.claims[document])} in {letter(document)}"


def claim_line(
    index: Index, document: int, place: int, ascii_only: bool, mark: Mark | None = None
) -> Line:
    """The relation of the current claim (or another `mark`), its number, and who states it."""
    claim = index.claims[document][place]
    mark = mark or index.marks.get(claim.id)
    line: Line = [(" ", ())]
    if mark:
        look = RELATIONS[mark.kind]
        line += mark_pieces(mark.kind, mark.tentative, ascii_only)
        word = f" perhaps {look.word}" if mark.tentative else f" {look.word}"
        line.append((word, ("strong",)))
    words = [position_words(index, document, place)]
    source = index.source(claim)
    if source:
        said = claim.attribution
        sure = "perhaps " if said and said.tentative else ""
        through = "".join(f", according to {name}" for name in index.through(claim))
        words.append(f"said by {sure}{source}{through}")
    joint = f"  {DOT[ascii_only]}  "
    return [*line, (joint * bool(mark) + joint.join(words), ("text",))]


def counterpart_line(
    index: Index, found: Counterpart, width: int, ascii_only: bool, chosen: bool = False
) -> Line:
    """A counterpart on one line: letter, glyph, its words, and who states it."""
    width = min(width, WIDEST)
    source = index.source(found.claim) or ""
    source = shorten(source, max(0, width // 3), ascii_only)
    room = width - 9 - cell_len(source) - (2 if source else 0)
    words = shorten(index.text(found.claim), room, ascii_only)
    sign = TENTATIVE if found.tentative else " "
    glyph = RELATIONS[found.relation].mark(ascii_only)
    lead: Line = [(COUNTERPART[ascii_only], ("bar-quiet",))] if chosen else [(" ", ("strong",))]
    line: Line = [
        *lead,
        (f"{letter(found.claim.document)} {sign}", ("strong",)),
        (glyph, (f"glyph-{found.relation}",)),
        (f" {words}", ("text",)),
    ]
    if source:
        gap = max(2, width - 7 - cell_len(words) - cell_len(source))
        line += [(" " * gap, ()), (source, ("source",))]
    return line


_EVIDENCE = {
    "words": "same words",
    "related words": "alike",
    "entities": "same names",
    "number": "same number",
    "date": "same date",
    "speaker": "same speaker",
}
"""What speaks for a link, in words, by its kind."""


def why(found: Counterpart) -> str:
    """What speaks for a relation, in short: the differences first, then the evidence."""
    if found.link is None:
        return "linked through another claim"
    differences = "; ".join(d.detail for d in found.link.differences)
    if differences:
        return differences
    return "; ".join(
        f"{_EVIDENCE[e.kind]}: {e.detail}" if e.kind in _EVIDENCE else e.detail
        for e in found.link.evidence
    )


def silence_words(silent: Sequence[int]) -> str:
    """Which documents have no counterpart: `no counterpart in B or C`."""
    if not silent:
        return ""
    *before, last = [letter(d) for d in silent]
    return (
        f"no counterpart in {', '.join(before)} or {last}"
        if before
        else (f"no counterpart in {last}")
    )


def header_line(
    documents: Sequence[Document],
    shown: Sequence[int],
    active: int,
    width: int,
    right: Line,
    ascii_only: bool,
    edges: tuple[Line, Line] = ([], []),
) -> Line:
    """The header: the documents on the screen with their dates, and at the right the counts.

    `edges` name what stands to the left and to the right of them, out of sight.
    """
    before, after = edges
    used = width_of(right)
    line: Line = [(" hexapla ", ("header-strong",))] if width >= 100 else [(" ", ("header",))]
    room = width - used - len(line[0][0]) - 1 - width_of(before) - width_of(after)
    line += before
    dates = [date_words(documents[d].date) for d in shown]
    each = room // max(1, len(shown))
    with_dates = each >= 28
    for d, date in zip(shown, dates, strict=True):
        extra = f" {date}" if with_dates and date else ""
        name = shorten_name(documents[d].name, max(0, each - 5 - len(extra)), ascii_only)
        strong = "header-strong" if d == active else "header"
        line += [
            (f" {letter(d)} ", ("header-strong",)),
            (name, (strong,)),
            (f"{extra} ", ("header",)),
        ]
    line += after
    used = width_of(line) + width_of(right)
    return [*line, (" " * max(1, width - used), ("header",)), *right]
