"""A set of documents as the last steps see it: what was named where, and what is one entity."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tui.core.entities.clusters import Clusters
from tui.core.entities.lines import Line
from tui.core.entities.nodes import Node
from tui.core.entities.page import Name, Page
from tui.core.entities.reasons import Reason
from tui.core.model import MentionKind


@dataclass(frozen=True, slots=True)
class Corpus:
    """Pages, whose names have their nodes, and the clusters of nodes."""

    pages: Sequence[Page]
    clusters: Clusters

    @property
    def nodes(self) -> Sequence[Node]:
        """The nodes, which names and clusters number."""
        return self.clusters.nodes

    def cluster_of(self, name: Name | None) -> int | None:
        """The cluster of a name; None where it has no node."""
        node = None if name is None else name.node
        return None if node is None else self.clusters.find(node)

    def named(self, page: Page) -> Iterator[tuple[Name, int]]:
        """The names of a page that have a node, in text order."""
        for name in page.names:
            if name.node is not None:
                yield name, name.node


@dataclass(frozen=True, slots=True)
class Reference:
    """A mention by a title or a common noun, and a node of what it means."""

    page: int
    line: Line
    start: int
    end: int
    kind: MentionKind
    node: int | None
    """None where a title names an office whose holder no text names."""
    reason: Reason
    office: tuple[str, int | None] | None = None
    """For a title: the office, and the cluster of the country or body that it names."""
