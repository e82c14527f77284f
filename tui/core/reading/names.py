"""Display names that tell documents apart."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from tui.core.document import Document


def distinct_names(documents: Sequence[Document]) -> tuple[Document, ...]:
    """The documents, those of one name told apart by as few of their folders as it takes."""
    names = [d.name for d in documents]
    parts = [os.path.abspath(d.path).split(os.sep) if d.path else [d.name] for d in documents]
    depth = 1
    deepest = max(map(len, parts), default=0)
    while depth < deepest:
        depth += 1
        counts = Counter(names)
        if max(counts.values()) == 1:
            break
        names = [
            os.sep.join(p[-depth:]) if counts[n] > 1 else n
            for n, p in zip(names, parts, strict=True)
        ]
    return tuple(
        d if d.name == n else replace(d, name=n) for d, n in zip(documents, names, strict=True)
    )
