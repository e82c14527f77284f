"""A claim and what answers to it, as the apparatus speaks of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tui.reader.words import letter

if TYPE_CHECKING:
    from tui.core.model import Claim
    from tui.reader.index import Counterpart, Index


@dataclass(frozen=True)
class Sources:
    """The claim the apparatus is about and its counterparts, in the order of the documents."""

    index: Index
    claim: Claim
    found: Sequence[Counterpart]
    rest: int
    """Counterparts that are not shown."""
    chosen: frozenset[str]
    """The claims that stand beside the current one on the screen."""
    ascii_only: bool

    @property
    def claims(self) -> list[Claim]:
        """The claim itself, then its counterparts."""
        return [self.claim, *(c.claim for c in self.found)]

    @property
    def sigla(self) -> list[str]:
        """What each of `claims` is called."""
        return sigla(self.claims)

    @property
    def silent(self) -> list[int]:
        """The documents in which nothing answers to the claim."""
        speaking = {c.document for c in self.claims}
        return [d for d in range(len(self.index.comparison.documents)) if d not in speaking]


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


def joined(names: Iterable[str]) -> str:
    """Several sigla as one: `BDE`, or `B1,D` where one is longer than a letter."""
    listed = list(names)
    return ("" if all(len(name) == 1 for name in listed) else ",").join(listed)
