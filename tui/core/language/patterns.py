"""Regular expressions that are compiled when they are first asked for.

A short text needs few of those that dates and quantities have, and compiling all of them would
cost more than reading it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping


def compile_on_use(
    sources: Mapping[str, str], module: dict[str, object]
) -> Callable[[str], re.Pattern[str]]:
    """The `__getattr__` of a module whose patterns are `sources` by name.

    A compiled pattern is put into `module`, the module's `globals()`, and not asked for again.
    Raises `AttributeError` for any other name, as modules do.
    """

    def compiled(name: str) -> re.Pattern[str]:
        if name not in sources:
            raise AttributeError(name)
        pattern = re.compile(sources[name])
        module[name] = pattern
        return pattern

    return compiled
