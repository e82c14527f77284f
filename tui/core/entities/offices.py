"""Whom a title used alone means: `the President`, `the head of state`, `the X foreign minister`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.core.entities import lexicon
from tui.core.entities.corpus import Corpus, Reference
from tui.core.entities.lines import Line
from tui.core.entities.page import Name, Role
from tui.core.entities.reasons import Reason, Where

_HEADS = frozenset(("head of state", "head of government"))
_INDEFINITE = ("a", "an", "no", "any", "every", "each", "some", "another")
_BOUND = {
    "apposition": Reason("apposition", "stands beside the name"),
    "title": Reason("title", "title before the name"),
}


@dataclass(frozen=True, slots=True)
class _Holder:
    """A person who bears a title in a document, and where it says so."""

    page: int
    role: Role
    name: Name
    node: int

    @property
    def line(self) -> Line:
        return self.role.line

    @property
    def where(self) -> Where:
        return self.page, *self.name.around(self.role)


def resolve(corpus: Corpus) -> list[Reference]:
    """Every title that should be a mention, with its holder where one is known."""
    offices = _Offices(corpus)
    return [found for p in range(len(corpus.pages)) for found in offices.titles(p)]


class _Offices:
    """Who holds which office, by document, by country or body, and anywhere."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._clusters = corpus.clusters
        self._here: dict[tuple[int, str], list[_Holder]] = defaultdict(list)
        self._of: dict[tuple[str, int], dict[int, _Holder]] = defaultdict(dict)
        """By office and its owner: the first holder for each person."""
        self._owners: dict[tuple[str, int], set[int]] = defaultdict(set)
        """By office and person."""
        self._anywhere: dict[str, list[_Holder]] = defaultdict(list)
        for p, page in enumerate(corpus.pages):
            for role in page.roles:
                holder = self._holder(p, role)
                if holder is not None:
                    self._add(holder)

    def _holder(self, p: int, role: Role) -> _Holder | None:
        name = role.holder
        node = None if name is None else name.node
        return None if name is None or node is None else _Holder(p, role, name, node)

    def _add(self, holder: _Holder) -> None:
        role, person = holder.role, self._clusters.find(holder.node)
        owner = self._corpus.cluster_of(role.owner)
        self._here[holder.page, role.office].append(holder)
        if not role.former:
            self._anywhere[role.office].append(holder)
        if owner is not None:
            self._of[role.office, owner].setdefault(person, holder)
            self._owners[role.office, person].add(owner)

    def titles(self, p: int) -> Iterator[Reference]:
        """The titles of a page that are mentions, in text order."""
        for role in self._corpus.pages[p].roles:
            owner = self._corpus.cluster_of(role.owner)
            holder = self._holder(p, role)
            if holder is not None:
                span = _span(holder, owner)
                reason = _BOUND[role.evidence]._replace(where=holder.where)
            elif _is_definite(role):
                holder, several = self._meant(p, role, owner)
                named = holder is not None or (owner is not None and role.capital)
                span = (role.start, role.end) if named else None
                words = f"holds the office in the text: {role.office}"
                reason = Reason("office", words, several, holder.where if holder else None)
            else:
                continue
            if span is not None:
                node = None if holder is None else holder.node
                office = (role.office, owner)
                yield Reference(p, role.line, *span, "title", node, reason, office)

    def _meant(self, p: int, role: Role, owner: int | None) -> tuple[_Holder | None, bool]:
        """The holder that a title alone means, and whether it could be another one."""
        here = _in_time(role, [h for h in self._here.get((p, role.office), ()) if _fits(role, h)])
        several = len({self._clusters.find(h.node) for h in here}) > 1
        if owner is not None:
            return self._holder_of(role, owner, here), several
        found = self._last(role, here)
        if found is None and not here and not role.former:
            found = self._sole(self._anywhere.get(role.office, ()), p)
        return found, several or (found is not None and found.page != p)

    def _holder_of(self, role: Role, owner: int, here: Sequence[_Holder]) -> _Holder | None:
        """The last one named here, else the only one anywhere, else one of no known owner."""
        owners = {
            h.node: self._owners.get((role.office, self._clusters.find(h.node)), ()) for h in here
        }
        found = self._last(role, [h for h in here if owner in owners[h.node]])
        everywhere = self._of.get((role.office, owner), {})
        if found is None and len(everywhere) == 1:
            return next(iter(everywhere.values()))
        if found is None and not everywhere:
            return self._last(role, [h for h in here if not owners[h.node]])
        return found

    def _last(self, role: Role, holders: Sequence[_Holder]) -> _Holder | None:
        """The last holder named before the title, else the only one in the document."""
        before = [h for h in holders if h.role.start < role.start]
        if before:
            last = before[-1]
            together = [
                h for h in before if h.line is last.line and h.role.former == last.role.former
            ]
            return last if self._are_one(together) else None
        return holders[0] if self._are_one(holders) else None

    def _sole(self, holders: Sequence[_Holder], page: int) -> _Holder | None:
        """The one holder of an office in all the documents, if the office is a particular one."""
        if not self._are_one(holders) or any(h.page == page for h in holders):
            return None
        phrase = holders[0].role.phrase
        return holders[0] if " " in phrase or phrase in lexicon.words("sole_office") else None

    def _are_one(self, holders: Sequence[_Holder]) -> bool:
        return len({self._clusters.find(h.node) for h in holders}) == 1


def _in_time(role: Role, holders: Sequence[_Holder]) -> list[_Holder]:
    """`the former president` is one who is called so, `the president` rather one who is not."""
    told = [h for h in holders if h.role.former == role.former]
    return told if told or role.former else list(holders)


def _fits(role: Role, holder: _Holder) -> bool:
    """A president is a head of state, but no king."""
    gender = lexicon.titles().gender
    one, two = role.phrase, holder.role.phrase
    if one == two or role.office not in _HEADS:
        return gender.get(one, "") == gender.get(two, "") or not (one in gender and two in gender)
    return role.office in (one, two) or not lexicon.words("ruler").isdisjoint((one, two))


def _span(holder: _Holder, owner: int | None) -> tuple[int, int] | None:
    """A title with its country or body is a mention; a bare one is one with its name."""
    role = holder.role
    if owner is not None or role.evidence == "apposition":
        return role.start, role.end
    return (role.start, holder.name.end) if role.capital else None


def _is_definite(role: Role) -> bool:
    """`the president`, `President of X`; not `a president`, `two ministers`, `my lawyer`."""
    low = role.line.low
    if role.owner is not None and role.owner.start == role.start:
        # `Peru's president`, `the Peruvian president`
        return True
    k = role.first - 1
    while k >= 0 and low[k] in lexicon.titles().qualifiers and low[k] != "the":
        k -= 1
    if k >= 0 and low[k] == "the":
        return True
    if k >= 0 and low[k] in _INDEFINITE:
        return False
    return role.capital and (role.owner is not None or role.line.word(role.first).text[0].isupper())
