"""Setting pieces of text into lines of a width."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.cells import cell_len, chop_cells

from tui.reader.layout import harmless
from tui.reader.words import Line, Piece, width_of


def flow(chunks: Iterable[Line], width: int, joint: Piece = ("   ", ())) -> list[Line]:
    """Chunks on lines at most `width` cells wide, as many on each as fit.

    A chunk wider than a line is folded between its words, and goes on with two blanks before it.
    """
    lines: list[Line] = []
    for chunk in chunks:
        if lines and width_of(lines[-1]) + cell_len(joint[0]) + width_of(chunk) <= width:
            lines[-1] = [*lines[-1], joint, *chunk]
        else:
            lines += fold_line(chunk, width, "  " if width > 12 else "")
    return lines


def fold_line(line: Line, width: int, rest: str = "") -> list[Line]:
    """A line folded between words; the lines after the first begin with `rest`."""
    folded: list[Line] = [[]]
    used = 0
    for text, look in line:
        for word in _words(text, max(1, width - len(rest))):
            size = cell_len(word)
            if used and used + len(word.rstrip()) and used + cell_len(word.rstrip()) > width:
                folded.append([(rest, ())] if rest else [])
                used = len(rest)
                if not word.strip():
                    continue
            last = folded[-1]
            if last and last[-1][1] == look:
                last[-1] = (last[-1][0] + word, look)
            else:
                last.append((word, look))
            used += size
    return [_stripped(one) for one in folded]


def _words(text: str, width: int) -> Iterable[str]:
    """Words with the blank after each; one wider than a line in pieces."""
    for k, word in enumerate(harmless(text).split(" ")):
        if k:
            yield " "
        if word:
            yield from chop_cells(word, width) if cell_len(word) > width else (word,)


def _stripped(line: Line) -> Line:
    """A line without the blanks at its end, so that it keeps to its width."""
    while line and not line[-1][0].strip():
        line = line[:-1]
    if line:
        text, look = line[-1]
        line = [*line[:-1], (text.rstrip(), look)]
    return line


def beside(left: Sequence[Line], right: Sequence[Line], width: int, rule: str) -> list[Line]:
    """Two stacks of lines side by side, the left one `width` cells wide, a rule between them."""
    lines: list[Line] = []
    for k in range(max(len(left), len(right))):
        one = left[k] if k < len(left) else []
        other = right[k] if k < len(right) else []
        gap = " " * max(0, width - width_of(one))
        lines.append([*one, (gap, ()), (f" {rule} ", ("title",)), *other])
    return lines
