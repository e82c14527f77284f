"""The comparison as plain text, for a terminal or a file: the loudest first."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tui.core.comparison import Comparison
from tui.core.model import STRENGTH, Claim, Copy, Entity, Link, Relation
from tui.reports.explain import Side, explain, reported
from tui.reports.wrap import cells, fold, plain

_GLYPHS = {"agrees": "=", "differs": "≈", "contradicts": "≠", "only": "+", "by": "—"}
_ASCII = {"agrees": "=", "differs": "~", "contradicts": "!", "only": "+", "by": "--"}
_HEADINGS: dict[Relation, str] = {
    "contradicts": "CONTRADICTIONS",
    "differs": "DIFFERENCES",
    "agrees": "AGREEMENTS",
}
_TYPES = {
    "PERSON": "people",
    "ORG": "organisations",
    "PLACE": "places",
    "EVENT": "events",
    "PRODUCT": "products",
    "OTHER": "others",
}
_NARROW, _WIDE = 30, 100
_EDGE = 12  # words of a copied passage that are shown from either end
_FIRST_WORDS = 5
"""Words that tell two claims of one document apart."""


def terminal_width() -> int:
    """The columns to fill: `COLUMNS`, the terminal's, or 80; between 30 and 100."""
    columns = os.environ.get("COLUMNS", "")
    if columns.isdecimal() and int(columns):
        width = int(columns)
    else:
        try:
            width = os.get_terminal_size(sys.__stdout__.fileno()).columns  # type: ignore[union-attr]
        except (AttributeError, OSError, ValueError):
            width = 80
    return max(_NARROW, min(width or 80, _WIDE))


def to_text(
    comparison: Comparison, width: int = 80, ascii_only: bool = False, explained: bool = False
) -> str:
    """The report, its lines at most `width` cells wide.

    `ascii_only` speaks of the marks; the documents' words are as they are, but for white space
    and control characters. `explained` gives each link a paragraph of what it rests on.
    """
    report = _Report(comparison, width, _ASCII if ascii_only else _GLYPHS, explained)
    return "".join(f"{line.rstrip()}\n" for line in report.lines())


def letter(document: int) -> str:
    """A, B … Z, AA, AB …: how a document is called."""
    name = ""
    number = document + 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


@dataclass(frozen=True, slots=True)
class _Group:
    """Claims that belong together, in text order, and the links among them."""

    claims: tuple[Claim, ...]
    relation: Relation
    tentative: bool
    links: tuple[Link, ...]


def _groups(comparison: Comparison) -> list[_Group]:
    """The correspondences, and the links that are in none, in text order."""
    claims = {c.id: c for c in comparison.claims}
    order = {c.id: i for i, c in enumerate(comparison.claims)}
    home = {c: i for i, t in enumerate(comparison.correspondences) for c in t.claims}
    inside: list[list[Link]] = [[] for _ in comparison.correspondences]
    groups = []
    for link in comparison.links:
        group = home.get(link.a)
        if group is not None and group == home.get(link.b):
            inside[group].append(link)
        else:
            pair = tuple(claims[c] for c in sorted((link.a, link.b), key=order.__getitem__))
            groups.append(_Group(pair, link.relation, link.tentative, (link,)))
    for t, links in zip(comparison.correspondences, inside, strict=True):
        members = tuple(claims[c] for c in sorted(t.claims, key=order.__getitem__))
        groups.append(_Group(members, t.relation, t.tentative, tuple(links)))
    return sorted(groups, key=lambda g: [order[c.id] for c in g.claims])


class _Report:
    def __init__(
        self, comparison: Comparison, width: int, glyphs: dict[str, str], explained: bool
    ) -> None:
        self.comparison = comparison
        self.explained = explained
        self.width = width
        self.glyphs = glyphs
        self.groups = _groups(comparison)
        self.names = {e.id: e.name for e in comparison.entities}
        taken = {c.id for g in self.groups for c in g.claims}
        self.alone = [
            [c for c in comparison.claims if c.document == d and c.id not in taken]
            for d in range(len(comparison.documents))
        ]
        self.label = len(letter(len(comparison.documents) - 1))

    def lines(self) -> Iterator[str]:
        yield from self._documents()
        summary = list(self._summary())
        yield from ["", *summary] if summary else []
        for relation, heading in _HEADINGS.items():
            yield from self._section(relation, heading)
        for d, claims in enumerate(self.alone):
            if claims:
                yield from self._heading(self._alone_heading(d), len(claims))
                for claim in claims:
                    first = f" {self.glyphs['only']} "
                    yield from fold(self._words(claim), self.width, first, "   ")
        yield from self._copies("COPIED PASSAGES", quotation=False)
        yield from self._copies("SHARED QUOTATIONS", quotation=True)
        yield from self._entities()

    def _documents(self) -> Iterator[str]:
        count = [0] * len(self.comparison.documents)
        for claim in self.comparison.claims:
            count[claim.document] += 1
        for d, document in enumerate(self.comparison.documents):
            about = [plain(document.name)]
            if document.title:
                about.append(plain(document.title))
            if document.date:
                about.append(document.date)
            about.append(_number(len(self.comparison.sentences[d]), "sentence"))
            about.append(_number(count[d], "claim"))
            about += map(plain, document.notes)
            label = letter(d).ljust(self.label) + "  "
            yield from fold(", ".join(about), self.width, label, " " * len(label))

    def _summary(self) -> Iterator[str]:
        several = len(self.comparison.documents) > 1
        parts = []
        for relation, heading in _HEADINGS.items():
            n = sum(g.relation == relation for g in self.groups)
            if several or n:
                noun = heading.lower().removesuffix("s")
                parts.append(f"{self.glyphs[relation]} {_number(n, noun)}")
        if several:
            parts += [
                f"{self.glyphs['only']} {len(claims)} only in {letter(d)}"
                for d, claims in enumerate(self.alone)
            ]
        yield from _packed(parts, self.width)

    def _heading(self, title: str, count: int) -> Iterator[str]:
        yield ""
        yield from fold(f"{title} ({count})", self.width)
        yield ""

    def _alone_heading(self, document: int) -> str:
        name = plain(self.comparison.documents[document].name)
        if len(self.comparison.documents) == 1:
            return f"CLAIMS of {name}"
        return f"ONLY IN {letter(document)}, {name}"

    def _section(self, relation: Relation, heading: str) -> Iterator[str]:
        groups = [g for g in self.groups if g.relation == relation]
        if not groups:
            return
        yield from self._heading(heading, len(groups))
        for group in groups:
            mark = ("?" if group.tentative else " ") + self.glyphs[relation] + " "
            for claim in group.claims:
                first = mark + letter(claim.document).ljust(self.label) + "  "
                yield from fold(self._words(claim), self.width, first, " " * cells(first))
                mark = "   "
            indent = " " * (self.label + 5)
            for reason in self._explained(group) if self.explained else self._reasons(group):
                yield from fold(plain(reason), self.width, indent + "> ", indent + "  ")
            if (relation != "agrees" or self.explained) and group is not groups[-1]:
                yield ""

    def _copies(self, title: str, quotation: bool) -> Iterator[str]:
        copies = [c for c in self.comparison.copies if c.quotation == quotation]
        if not copies:
            return
        yield from self._heading(title, len(copies))
        for copy in copies:
            pair = f" {letter(copy.a.document)}, {letter(copy.b.document)}  "
            yield from fold(self._copy(copy), self.width, pair, " " * cells(pair))

    def _copy(self, copy: Copy) -> str:
        """How long the passage is and how alike, and its words, of a long one those at the ends."""
        text = self.comparison.documents[copy.a.document].text
        words = plain(text[copy.a.start : copy.a.end]).split()
        if len(words) > 2 * _EDGE:
            words[_EDGE:-_EDGE] = ["…" if self.glyphs is _GLYPHS else "..."]
        same = f"{copy.words} words, {int(100 * copy.share)} % the same: "
        return same + " ".join(words)

    def _reasons(self, group: _Group) -> list[str]:
        """What differs, or else what speaks for the relation; that it is copied."""
        home = {c.id: c.document for c in group.claims}
        same = sorted({home[c] for k in group.links if k.copied for c in (k.a, k.b)})
        copied = [f"copied: the same words in {', '.join(map(letter, same))}"] if same else []
        if group.relation == "agrees":
            return copied
        links = sorted(group.links, key=lambda k: -STRENGTH[k.relation])
        found = [f"{d.kind}: {d.detail}" for k in links for d in k.differences if d.detail]
        if not found and links:
            found = [f"{e.kind}: {e.detail}" for e in links[0].evidence if e.detail]
        found += [reported(k, *self._sides(k, group)) for k in links]
        return [*(reason for reason in dict.fromkeys(found) if reason), *copied]

    def _explained(self, group: _Group) -> Iterator[str]:
        """A paragraph for each link, the loudest first."""
        for link in sorted(group.links, key=lambda k: -STRENGTH[k.relation]):
            yield explain(link, *self._sides(link, group))

    def _sides(self, link: Link, group: _Group) -> tuple[Side, Side]:
        a, b = (next(c for c in group.claims if c.id == i) for i in (link.a, link.b))
        return self._side(a, group), self._side(b, group)

    def _side(self, claim: Claim, group: _Group) -> Side:
        """The claim by its document's letter, and by its first words where that has several."""
        words = ""
        if sum(c.document == claim.document for c in group.claims) > 1:
            text = self.comparison.documents[claim.document].text
            words = f'"{" ".join(text[claim.start : claim.end].split()[:_FIRST_WORDS])} …"'
        said = claim.attribution
        source = None if said is None else self.names.get(said.source or "") or said.source_text
        return Side(letter(claim.document), words, source)

    def _words(self, claim: Claim) -> str:
        """What the claim says, and who says so."""
        text = self.comparison.documents[claim.document].text
        words = plain(text[claim.start : claim.end])
        said = claim.attribution
        if said is None:
            return words
        source = self.names.get(said.source or "") or said.source_text
        if not source:
            return words
        names = (self.names.get(v.source or "") or v.source_text or "" for v in said.chain)
        through = "".join(f", according to {plain(name)}" for name in names if name)
        sure = " (?)" if said.tentative else ""
        return f"{words} {self.glyphs['by']} {plain(source)}{sure}{through}"

    def _entities(self) -> Iterator[str]:
        if not self.comparison.entities:
            return
        yield from self._heading("ENTITIES", len(self.comparison.entities))
        for kind, title in _TYPES.items():
            entities = [e for e in self.comparison.entities if e.type == kind]
            if entities:
                yield f" {title}"
                for entity in entities:
                    yield from fold(self._entity(entity), self.width, "   ", "     ")

    def _entity(self, entity: Entity) -> str:
        counts = [0] * len(self.comparison.documents)
        for mention in entity.mentions:
            counts[mention.document] += 1
        where = ", ".join(f"{letter(d)} {n}" for d, n in enumerate(counts) if n)
        others = [
            f"{'?' if a.tentative else ''}{plain(a.text)}"
            for a in entity.aliases
            if a.text != entity.name
        ]
        line = f"{plain(entity.name)} ({where})" if where else plain(entity.name)
        if entity.candidates:
            may = " or ".join(plain(self.names[e]) for e in entity.candidates)
            line = f"?{line}, may be {may}"
        return f"{line}: {_listed(others)}" if others else line


def _packed(parts: Sequence[str], width: int) -> Iterator[str]:
    """The parts, separated by commas, as many on a line as fit; none is torn apart."""
    line = ""
    for i, part in enumerate(parts):
        piece = part + ("," if i + 1 < len(parts) else "")
        if line and cells(line) + 1 + cells(piece) > width:
            yield line
            line = piece
        else:
            line = f"{line} {piece}" if line else piece
    if line:
        yield line


def _listed(words: Iterable[str]) -> str:
    return "; ".join(dict.fromkeys(words))


def _number(n: int, noun: str) -> str:
    return f"{n} {noun}" if n == 1 else f"{n} {noun}s"
