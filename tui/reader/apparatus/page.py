"""The whole apparatus of one claim, as lines; and the line above it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from tui.core.model import Claim, Link
from tui.reader.apparatus.blocks import Loud, Row, apart_lines, table_lines
from tui.reader.apparatus.collation import LITTLE, Pair, collate, likeness
from tui.reader.apparatus.figures import FigureRow, figure_rows
from tui.reader.apparatus.flow import beside, flow, fold_line
from tui.reader.apparatus.segments import segments
from tui.reader.apparatus.voices import voice
from tui.reader.apparatus.witness import MOST_IN_NAME, Witness, witness
from tui.reader.relations import COUNTERPART, CURRENT, RELATIONS, RULE, TENTATIVE, TRACK, Kind
from tui.reader.words import Line, letter, mark_pieces, shorten, silence_words, width_of
from tui.reports.explain import Side, sentences

if TYPE_CHECKING:
    from tui.reader.index import Counterpart, Index

MOST = 8
"""Counterparts that are laid under the claim; of more it is only said that there are more."""

ASIDE = 132
"""From this many cells on, the words stand at the left and all else at the right."""

HEADING = 8
"""Cells of the headings before figures, voices and reasons."""

ARROW = ("→", "->")

_KINDS = {
    "polarity": "yes or no",
    "antonym": "opposites",
    "role": "who did what",
    "degree": "how much",
    "modality": "how certain",
    "attribution": "who says it",
}
"""What differs, in words, where the output's own word says too little."""


def page(
    index: Index,
    claim: Claim,
    chosen: frozenset[str],
    width: int,
    ascii_only: bool,
) -> list[Line]:
    """Everything about a claim: words, figures, voices, reasons; `chosen` stand beside it."""
    found = index.counterparts(claim)
    found.sort(key=lambda c: c.claim.id not in chosen)
    shown = sorted(found[:MOST], key=lambda c: (c.claim.document, c.claim.start))
    writer = _Writer(index, claim, shown, chosen, ascii_only)
    rest = len(found) - len(shown)
    if width >= ASIDE and found:
        left = width * 57 // 100
        words, facts = writer.words(left, rest), writer.facts(width - left - 4)
        return beside(words, facts, left, TRACK[ascii_only])
    return [*writer.words(width - 1, rest), *writer.facts(width - 1)]


class _Writer:
    """Writes about one claim and what answers to it."""

    def __init__(
        self,
        index: Index,
        claim: Claim,
        found: Sequence[Counterpart],
        chosen: frozenset[str],
        ascii_only: bool,
    ) -> None:
        self._index = index
        self._claim = claim
        self._found = found
        self._chosen = chosen
        self._ascii = ascii_only
        self._claims = [claim, *(c.claim for c in found)]
        self._sigla = sigla(self._claims)

    # The words

    def words(self, width: int, rest: int) -> list[Line]:
        """Witness under witness; then those with too little in common, then who is silent."""
        base = witness(self._index, self._claim)
        others = [witness(self._index, c.claim) for c in self._found]
        rows = [self._row(k, (base, *others)[k]) for k in range(len(others) + 1)]
        near = [k for k, w in enumerate(others, 1) if likeness(base, w) >= LITTLE]
        far = [k for k in range(1, len(others) + 1) if k not in near]
        lines: list[Line] = []
        if near or not far:
            rivals = {
                (0, at): self._rivals(self._found[k - 1].link, base, others[k - 1])
                for at, k in enumerate(near, 1)
            }
            table = collate(base, [others[k - 1] for k in near], rivals)
            own = [rows[0], *(rows[k] for k in near)]
            lines += table_lines(table, segments(table), own, width, self._ascii)
        else:
            lines += apart_lines(base, others, rows[0], width, self._ascii)
        for k in far:
            lines += apart_lines(others[k - 1], [base], rows[k], width, self._ascii)
        return [*lines, *self._silence(width, rest)]

    def _row(self, k: int, text: Witness) -> Row:
        bar = (CURRENT[self._ascii], ("bar",))
        sign = glyph = " "
        look = "text"
        if k:
            found = self._found[k - 1]
            beside_it = found.claim.id in self._chosen
            bar = (COUNTERPART[self._ascii] if beside_it else " ", ("bar-quiet",))
            sign = TENTATIVE if found.tentative else " "
            glyph = RELATIONS[found.relation].mark(self._ascii)
            look = f"glyph-{found.relation}"
        size = max(map(len, self._sigla))
        label: Line = [
            bar,
            (f"{self._sigla[k]:<{size}} ", ("strong",)),
            (f"{sign}{glyph} ", (look,)),
        ]
        loud = [x for n, c in enumerate(self._found, 1) if k in (0, n) for x in self._loud(c, text)]
        return Row(label, tuple(sorted(loud, key=lambda x: -RELATIONS[x.kind].loudness)))

    def _loud(self, found: Counterpart, text: Witness) -> list[Loud]:
        """What of a witness the link marks as different."""
        link = found.link
        if link is None or link.relation == "agrees":
            return []
        loud = []
        for d in link.differences:
            span = d.a if text.claim.id == link.a else d.b
            if span and 0 < len(_held(text, span.start, span.end)) <= MOST_IN_NAME:
                word = _KINDS.get(d.kind, d.kind)
                loud.append(Loud(span.start, span.end, link.relation, word))
        return loud

    def _rivals(self, link: Link | None, base: Witness, other: Witness) -> list[Pair]:
        """The words of two witnesses in which a link says that they differ."""
        pairs = []
        for d in link.differences if link else ():
            spans = (d.a, d.b) if link and link.a == base.claim.id else (d.b, d.a)
            if spans[0] and spans[1]:
                one = _held(base, spans[0].start, spans[0].end)
                two = _held(other, spans[1].start, spans[1].end)
                if one and two and max(len(one), len(two)) <= MOST_IN_NAME:
                    pairs.append((one[0], two[0]))
        return pairs

    def _silence(self, width: int, rest: int) -> list[Line]:
        every = range(len(self._index.comparison.documents))
        silent = [d for d in every if all(c.document != d for c in self._claims)]
        said = []
        if rest:
            said.append(f"and {rest} more")
        if silent and self._found:
            said.append(silence_words(silent))
        if not self._found and len(every) > 1:
            said.append(f"only {letter(self._claim.document)} says so: {silence_words(silent)}")
        margin = " " * (max(map(len, self._sigla)) + 2)
        return [
            [(f"{margin}{shorten(words, width - len(margin), self._ascii)}", ("quiet",))]
            for words in said
        ]

    # All else

    def facts(self, width: int) -> list[Line]:
        """Figures, voices and reasons, each kind behind its heading."""
        room = max(12, width - HEADING)
        rows = figure_rows(self._index, self._claims) if self._found else []
        counts = [line for r in rows if r.name != "date" for line in self._figures(r, room)]
        dates = [line for r in rows if r.name == "date" for line in self._figures(r, room)]
        parts = (("counts", counts), ("dates", dates), ("who", self._voices(room)))
        lines: list[Line] = []
        for heading, content in (*parts, ("why", self._reasons(room))):
            for k, line in enumerate(content):
                lead = f" {heading if k == 0 else ''}"
                lines.append([(f"{lead:<{HEADING}}", ("group",)), *line])
        return lines

    def _figures(self, row: FigureRow, width: int) -> list[Line]:
        loud = row.verdict == "differ"
        glyph = {"differ": "differs", "same": "agrees", "compatible": "agrees", "alone": "only"}
        chunks: list[Line] = []
        kind: Kind | None = glyph.get(row.verdict)  # type: ignore[assignment]
        lead: Line = mark_pieces(kind, False, self._ascii) if kind else [(" ", ())]
        name = row.name if row.name != "date" else ""
        said = ": ".join(filter(None, (name, row.words)))
        chunks.append([*lead, (f" {said}", ("strong" if loud else "text",))])
        for figure in row.figures:
            chunk: Line = [
                (f"{letter(figure.document)} ", ("strong",)),
                (figure.written, ("text",)),
            ]
            if figure.means:
                chunk.append((f" {ARROW[self._ascii]} {figure.means}", ("source",)))
            chunks.append(chunk)
        return flow(chunks, width)

    def _voices(self, width: int) -> list[Line]:
        chunks = []
        for k, claim in enumerate(self._claims):
            others = [c for c in self._claims if c is not claim]
            said = voice(self._index, claim, others, self._ascii)
            chunks.append([(f"{self._sigla[k]} ", ("strong",)), *said])
        return flow(chunks, width)

    def _reasons(self, width: int) -> list[Line]:
        lines: list[Line] = []
        order = sorted(
            range(len(self._found)),
            key=lambda k: (
                self._found[k].claim.id not in self._chosen,
                -RELATIONS[self._found[k].relation].loudness,
                -self._found[k].score,
            ),
        )
        for k in order:
            found = self._found[k]
            for n, told in enumerate(self._told(k, found)):
                lead, colon, words = told.partition(": ")
                line: Line = [
                    (lead + colon, ("strong" if n == 0 else "quiet",)),
                    (words, ("text",)),
                ]
                lines += fold_line(line, width, "  ")
        if any(c.link for c in self._found):
            lines += fold_line([(SCORE, ("quiet",))], width)
        return lines

    def _told(self, k: int, found: Counterpart) -> list[str]:
        names = self._sigla[0], self._sigla[k + 1]
        if found.link is None:
            return [f"{names[0]} and {names[1]} are linked through another claim only"]
        sides = [
            Side(name, "", self._index.source(claim))
            for name, claim in zip(names, (self._claim, found.claim), strict=True)
        ]
        if found.link.a != self._claim.id:
            sides.reverse()
        told = sentences(found.link, sides[0], sides[1])
        if found.link.copied:
            told.append("One passage, copied: that both have it does not confirm it.")
        return told


SCORE = "The score says how surely they are about one matter, from 0 to 1."


def _held(text: Witness, start: int, end: int) -> list[int]:
    """The places of the words of a witness that a span touches."""
    return [k for k, w in enumerate(text.words) if w.start < end and start < w.end]


def sigla(claims: Sequence[Claim]) -> list[str]:
    """The letter of each claim's document, numbered where it has several: A, B1, B2."""
    total = [sum(c.document == claim.document for c in claims) for claim in claims]
    seen: dict[int, int] = {}
    names = []
    for claim, several in zip(claims, total, strict=True):
        seen[claim.document] = seen.get(claim.document, 0) + 1
        number = str(seen[claim.document]) if several > 1 else ""
        names.append(letter(claim.document) + number)
    return names


_STARTS: WeakKeyDictionary[Index, dict[tuple[int, Kind], list[int]]] = WeakKeyDictionary()


def rank(index: Index, claim: Claim) -> tuple[int, int]:
    """Which of the claims of its relation a claim is in its document, from 1, and of how many."""
    kind = index.marks[claim.id].kind
    known = _STARTS.setdefault(index, {})
    key = claim.document, kind
    if key not in known:
        known[key] = [
            c.start
            for c in index.claims[claim.document]
            if c.id in index.marks and index.marks[c.id].kind == kind
        ]
    return bisect_left(known[key], claim.start) + 1, len(known[key])


def heading(
    index: Index | None, claim: Claim | None, message: str, width: int, ascii_only: bool
) -> Line:
    """The line above the apparatus: the relation, its place among its like; a message at the right.

    Without a message, the claim's number stands there.
    """
    rule = RULE[ascii_only]
    line: Line = [(rule, ("title",))]
    right = message
    if index is not None and claim is not None:
        mark = index.marks.get(claim.id)
        where = letter(claim.document)
        if mark:
            number, total = rank(index, claim)
            line += [(" ", ()), *mark_pieces(mark.kind, mark.tentative, ascii_only)]
            sure = "perhaps " if mark.tentative else ""
            line.append((f" {sure}{RELATIONS[mark.kind].word} ", ("strong",)))
            line.append((f" {number} of {total} in {where} ", ("text",)))
        total = len(index.claims[claim.document])
        right = message or f"claim {index.place(claim) + 1} of {total} in {where}"
    right = shorten(right, max(0, width - width_of(line) - 6), ascii_only)
    tail: Line = [(f" {right} ", ("strong" if message else "title",)), (rule, ("title",))]
    gap = max(0, width - width_of(line) - width_of(tail))
    return [*line, (rule * gap, ("title",)), *(tail if right else [])]
