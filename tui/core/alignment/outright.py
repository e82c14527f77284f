"""One claim denies outright what the other tells a case of, whatever the words of either.

"Nobody was hurt" and "two passengers broke their legs" share no word, nor does one word of either
oppose one of the other. But who says of a matter that nothing, nobody, no such thing or never, and
who tells of it that something, do not agree. Of the pairs of claims in the `build_` cases in
which one alone does so 51 contradict each other, 2 differ and 18 agree; of pairs that people
called paraphrases or entailed, hardly any are such (`../shared/dev/pairs`: at most 3 in 100).
"""

from __future__ import annotations

from tui.core.alignment.arguments import Reading
from tui.core.alignment.pairing import Pairing
from tui.core.alignment.slots import Item
from tui.core.claims.phrases import main_verb
from tui.core.claims.properties import outright
from tui.core.language.wordpiece import vocabulary
from tui.core.model import Difference

FEW = 1
"""Words besides the denial that a claim must have, or it is not told what is denied."""

RELATIVE = ("WP", "WP$")
"""Tags of "who" and "whose": what their clause denies is said of somebody that there is."""


def denied_outright(p: Pairing) -> Difference | None:
    """What sets the claims against each other, where one alone denies outright."""
    for side in (p, p.turned()):
        told = _denies_outright(side.a) and _tells(side.b)
        if told and not _says_the_same(p) and not _denies_a_kind(side):
            detail = "one denies outright what the other asserts"
            return Difference("polarity", p.a.span, p.b.span, detail)
    return None


def _denies_outright(r: Reading) -> bool:
    if not r.claim.negated or sum(not x.light for x in r.items) < FEW:
        return False
    return outright(r.sentence, *r.tokens)


def _tells(r: Reading) -> bool:
    """Whether a claim states something, and denies nothing, not even in passing."""
    if r.claim.negated or any(map(_is_without, r.items)):
        return False
    relative = next((k for k in range(*r.tokens) if r.sentence.tags[k] in RELATIVE), r.tokens[1])
    if any(r.items[k].tokens[0] < relative for d in r.denials for k in (*d.focus, *d.scope)):
        return False
    return main_verb(r.sentence, *r.tokens) is not None or sum(not x.light for x in r.items) > 1


def _is_without(x: Item) -> bool:
    """Whether a word denies by its form: "unarmed", "childless"."""
    if x.key.endswith("less") or x.key.startswith("non-"):
        return True
    return x.key.startswith("un") and x.kind in ("adjective", "verb") and x.key[2:] in vocabulary()


def _denies_a_kind(p: Pairing) -> bool:
    """Whether claim a denies one kind only of what b tells: "no serious injuries", "injuries"."""
    return any(
        d.focus and d.focus[-1] in p.of_a and any(k not in p.of_a for k in d.focus)
        for d in p.a.denials
    )


def _says_the_same(p: Pairing) -> bool:
    """Whether opposite words undo the denial: "no door was open", "every door was shut"."""
    return any(tie == "antonym" for _, _, tie in p.pairs)
