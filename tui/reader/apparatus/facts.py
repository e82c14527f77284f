"""What stands below the words: figures, who says it, and why the claims are linked."""

from __future__ import annotations

from collections.abc import Sequence

from tui.reader.apparatus.figures import FigureRow, Verdict, figure_rows
from tui.reader.apparatus.flow import flow, fold_line
from tui.reader.apparatus.sources import Sources, joined
from tui.reader.apparatus.voices import voice
from tui.reader.index import Counterpart
from tui.reader.relations import RELATIONS, Kind
from tui.reader.words import Line, mark_pieces
from tui.reports.explain import Side, sentences

HEADING = 8
"""Cells of the headings before figures, voices and reasons."""

ARROW = ("→", "->")

SCORE = "The score says how surely they are about one matter, from 0 to 1."

NOTHING = "nothing else."
"""What `explain` says where nothing speaks for a link, or against it."""

_GLYPHS: dict[Verdict, Kind] = {
    "differ": "differs",
    "same": "agrees",
    "figure": "agrees",
    "compatible": "agrees",
    "alone": "only",
}


def facts(sources: Sources, width: int) -> list[Line]:
    """Figures and voices, each kind behind its heading."""
    room = max(12, width - HEADING)
    rows = figure_rows(sources.index, sources.claims, sources.sigla) if sources.found else []
    ascii_only = sources.ascii_only
    counts = [line for r in rows if r.name != "date" for line in _figures(r, room, ascii_only)]
    dates = [line for r in rows if r.name == "date" for line in _figures(r, room, ascii_only)]
    parts = (("counts", counts), ("dates", dates), ("who", _voices(sources, room)))
    return [line for name, content in parts for line in _headed(name, content)]


def reasons(sources: Sources, width: int) -> list[Line]:
    """Why the claims are linked, and what speaks against it."""
    return _headed("why", _reasons(sources, max(12, width - HEADING)))


def _headed(name: str, lines: Sequence[Line]) -> list[Line]:
    blank = " " * HEADING
    return [
        [(f" {name:<{HEADING - 1}}" if k == 0 else blank, ("group",)), *line]
        for k, line in enumerate(lines)
    ]


def _figures(row: FigureRow, width: int, ascii_only: bool) -> list[Line]:
    kind = _GLYPHS.get(row.verdict)
    lead: Line = mark_pieces(kind, False, ascii_only) if kind else [(" ", ())]
    name = row.name if row.name != "date" else ""
    # `differ` is followed by a colon of its own.
    joint = " " if row.verdict == "differ" else ": "
    said = joint.join(filter(None, (name, row.words)))
    chunks = [[*lead, (f" {said}", ("strong" if row.verdict == "differ" else "text",))]]
    alike: dict[tuple[str, str], list[str]] = {}
    for figure in row.figures:
        alike.setdefault((figure.written, figure.means), []).append(figure.name)
    for (written, means), letters in alike.items():
        names = joined(dict.fromkeys(letters))
        chunk: Line = [(f"{names} ", ("strong",)), (written, ("text",))]
        if means:
            means = means.replace("–", "-") if ascii_only else means
            chunk.append((f" {ARROW[ascii_only]} {means}", ("source",)))
        chunks.append(chunk)
    return flow(chunks, width)


def _voices(sources: Sources, width: int) -> list[Line]:
    alike: dict[tuple[tuple[str, tuple[str, ...]], ...], list[str]] = {}
    for name, claim in zip(sources.sigla, sources.claims, strict=True):
        said = voice(sources.index, claim, sources.claims, sources.ascii_only)
        alike.setdefault(tuple(said), []).append(name)
    return flow([[(f"{joined(n)} ", ("strong",)), *said] for said, n in alike.items()], width)


def _reasons(sources: Sources, width: int) -> list[Line]:
    found = sources.found
    order = sorted(
        range(len(found)),
        key=lambda k: (
            found[k].claim.id not in sources.chosen,
            -RELATIONS[found[k].relation].loudness,
            -found[k].score,
        ),
    )
    alike: dict[object, list[int]] = {}
    for k in order:
        alike.setdefault(_grounds(sources, found[k]), []).append(k)
    lines: list[Line] = []
    for group in alike.values():
        name = joined(sources.sigla[k + 1] for k in sorted(group))
        for n, told in enumerate(_told(sources, name, found[group[0]])):
            lead, colon, words = told.partition(": ")
            if words == NOTHING:
                continue
            line: Line = [(lead + colon, ("strong" if n == 0 else "quiet",)), (words, ("text",))]
            lines += fold_line(line, width, "  ")
    if any(c.link for c in found):
        lines += fold_line([(SCORE, ("quiet",))], width)
    return lines


def _grounds(sources: Sources, found: Counterpart) -> object:
    """All that is told of a link but which claim it leads to."""
    link = found.link
    if link is None:
        return None
    differences = tuple((d.kind, d.detail) for d in link.differences)
    kind = link.relation, link.tentative, f"{link.score:.2f}", link.quoting, link.copied
    source = sources.index.source(found.claim)
    return link.a == sources.claim.id, kind, differences, link.evidence, link.against, source


def _told(sources: Sources, name: str, found: Counterpart) -> list[str]:
    names = sources.sigla[0], name
    if found.link is None:
        return [f"{names[0]} and {names[1]} are linked through another claim only."]
    sides = [
        Side(name, "", sources.index.source(claim))
        for name, claim in zip(names, (sources.claim, found.claim), strict=True)
    ]
    if found.link.a != sources.claim.id:
        sides.reverse()
    told = sentences(found.link, sides[0], sides[1])
    if found.link.copied:
        told.append("One passage, copied: that both have it does not confirm it.")
    return told
