"""A capital that stands for its country's government: `Lisbon offered talks`."""

from __future__ import annotations

from collections.abc import Sequence

from tui.core.entities import lexicon
from tui.core.entities.grammar import GENITIVE
from tui.core.entities.page import Name, Page


def find_government(pages: Sequence[Page]) -> dict[Name, str]:
    """The capitals that stand for their government, with the country."""
    known = lexicon.countries()
    found: dict[Name, str] = {}
    present = {known.country(n.text) for p in pages for n in p.names}
    for page in pages:
        for i, name in enumerate(page.names):
            country = known.capitals.get(name.text)
            if country is None or country not in present or name.honorifics:
                continue
            if _acts(name) or _paired(name, page, i, found) or _addressed(name, page, i, found):
                found[name] = country
    return found


def _acts(name: Name) -> bool:
    line, after = name.line, name.after
    if name.before in lexicon.words("place_cue") or name.before == ",":
        return False
    if after in GENITIVE:
        rest = line.part(name.last + 1, name.last + 4)
        return any(w in lexicon.words("stance") for w in rest)
    if after in ("has", "had", "will", "would", "should", "must", "can", "could", "may", "might"):
        following = line.part(name.last + 1, name.last + 3)
        return any(w in lexicon.words("saying") for w in following)
    if after in ("is", "was", "did", "does"):
        return False
    return after in lexicon.words("saying")


def _addressed(name: Name, page: Page, i: int, found: dict[Name, str]) -> bool:
    """`Quito accused Lima`: what a government says something to is one too."""
    if not i or name.before not in lexicon.words("saying"):
        return False
    subject = page.names[i - 1]
    known = lexicon.countries()
    if subject.line is not name.line or subject.last != name.first - 1:
        return False
    return subject in found or known.is_state(subject.text)


def _paired(name: Name, page: Page, i: int, found: dict[Name, str]) -> bool:
    """`offered X and Y`, `between X and Y`: two capitals side by side, neither a place to be in."""
    known = lexicon.countries()
    for k, left, right in ((i + 1, name, None), (i - 1, None, name)):
        if not 0 <= k < len(page.names) or page.names[k].line is not name.line:
            continue
        other = page.names[k]
        first, second = (left, other) if left else (other, right)
        if first is None or second is None or second.first - first.last != 1:
            continue
        if first.after != "and" or not known.is_state(other.text):
            continue
        if first.before in ("between", "by", "with") or first.before in lexicon.words("saying"):
            return True
    return False
