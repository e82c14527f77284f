"""How a statement is put: who does it to whom, how surely, on what condition, on whose word."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tui.core.alignment.arguments import Reading
from tui.core.alignment.differences import between
from tui.core.alignment.pairing import Pairing
from tui.core.alignment.polarity import argument
from tui.core.claims.cues import DEMAND
from tui.core.claims.phrases import BE, NOUN
from tui.core.document import Span
from tui.core.language.tagged import TaggedSentence
from tui.core.model import Claim, Difference, Entity, Modality

UNRESERVED = ("asserted", "promised")
"""How a statement is put that is told as a fact, now or to come."""
TOLD = 3
"""With fewer paired words claims meet in sense alone: the verb of a guess need not be paired."""
MUTUAL = frozenset(
    "meet marry divorce fight equal resemble border agree clash collide differ merge talk trade"
    " argue cooperate compete negotiate date hug kiss embrace join include be face adjoin neighbour"
    " lie stand".split()
)
"""Verbs whose agent and patient may change places."""
FORCED = DEMAND | frozenset("mandate compel force oblige".split())
"""Verbs that demand by themselves."""
CAN = frozenset("can could ca cannot".split())
GUESSES = frozenset("may could must should".split())
"""Before `have` they tell what somebody takes to be so; else also what one can, may or must do."""
CONDITIONS = frozenset("if unless provided providing except excluding once".split())
_PHRASES = """
    subject to | contingent on | contingent upon | conditional on | conditional upon
    | as long as | so long as | on condition | on the condition | in case | in the event
    | only if | only when | only where | only after | only until | only with | only on | only at
    | only during | only in | with the exception | and no longer | and no more | and no further
    | not more than once | at most
"""
PHRASES = tuple(tuple(words.split()) for words in _PHRASES.split("|"))
"""Conditions of several words."""
CLOSING = ".,;:"
ONLY_REACH = 5
"""Tokens back from an `only` that ends a phrase in which its preposition stands."""
STARTS = CONDITIONS | {"only"} | {words[0] for words in PHRASES}
ASKING = frozenset(
    "ask know see wonder decide determine check find say tell sure clear unclear question matter"
    " even as what only".split()
)
"""After these "if" sets no condition."""
MANNERS = """
    if you ask | if i am | if i'm | if i may | if you like | if you will | if you please
    | if anything | if memory serves | if i remember | if i recall | if truth be told
    | if the truth be | if you must | if we are to believe | if you believe
"""
MANNER = tuple(tuple(words.replace("'", " '").split()) for words in MANNERS.split("|"))
"""With these `if` says how a thing is told, and sets no condition: "if you ask me"."""
PERMITTING = frozenset("entitle allow permit authorise authorize free right permission".split())
"""With `to` after them they say that something may be done."""
UNMET = 0.5
"""The share of a condition's words that the other claim must lack."""


def roles(p: Pairing) -> Iterator[Difference]:
    """Who did it and to whom it was done have changed places."""
    for i, j, tie in p.pairs:
        x, y = p.a.items[i], p.b.items[j]
        if tie != "same" or x.kind != "verb" or y.kind != "verb":
            continue
        if x.key in MUTUAL or y.key in MUTUAL or p.a.dark[i] != p.b.dark[j]:
            continue
        agents = argument(p.a, i, "agent"), argument(p.b, j, "agent")
        patients = argument(p.a, i, "patient"), argument(p.b, j, "patient")
        if _met(p, agents[0], patients[1]) and _met(p, patients[0], agents[1]):
            yield Difference(
                "role",
                p.a.span,
                p.b.span,
                f"{_told(p.a, agents[0], patients[0])} and {_told(p.b, agents[1], patients[1])}",
            )
            return


def _met(p: Pairing, i: int | None, j: int | None) -> bool:
    return i is not None and j is not None and p.of_a.get(i, (-1,))[0] == j


def _told(r: Reading, agent: int | None, patient: int | None) -> str:
    assert agent is not None
    assert patient is not None
    return f"{r.words(r.items[agent].span)} to {r.words(r.items[patient].span)}"


def modality(p: Pairing) -> Difference | None:
    """One puts forward what the other only asks for or thinks possible."""
    one, other = p.a.claim, p.b.claim
    put = _mode(p.a), _mode(p.b)
    modes = set(put)
    if len(modes) == 1 or modes == {"promised", "asserted"}:
        return None
    if {one.modality, other.modality} == {"possible", "demanded"} and one.negated != other.negated:
        # "cannot leave before noon", "has to stay until noon"
        if any(r.claim.negated and r.claim.modality == "possible" for r in (p.a, p.b)):
            return None
    if "asserted" in modes and "possible" in modes and any(map(_permits, (p.a, p.b))):
        return None
    if "demanded" in modes and "possible" not in modes and any(map(_plans, (p.a, p.b))):
        return None
    if "demanded" in modes and "possible" not in modes and (_rules(p.a) or _rules(p.b)):
        return None
    for r in (p.a, p.b):
        if r.claim.modality == "asserted" and (r.claim.hedge or _demands(r)):
            return None
    told = len(p.pairs) >= TOLD or not any(map(guesses, (p.a, p.b)))
    if told and not any(_acts_alike(*side) for side in ((p, one), (p.turned(), other))):
        return None
    detail = " against ".join(put)
    return Difference("modality", p.a.span, p.b.span, detail)


def _mode(r: Reading) -> Modality:
    """How surely a claim is put: what cannot be is put as a fact, as what is not."""
    if r.claim.modality == "possible" and not is_possible(r):
        return "asserted"
    return r.claim.modality


def guesses(r: Reading) -> bool:
    """Whether a claim tells what somebody only thinks likely: "may have left", "might be seen"."""
    s, (first, last) = r.sentence, r.tokens
    return any(
        s.lower[i] == "might" or (s.lower[i] in GUESSES and s.lower[i + 1 : i + 2] == ("have",))
        for i in range(first, last)
        if s.tags[i] == "MD"
    )


def _acts_alike(p: Pairing, claim: Claim) -> bool:
    """Whether what claim a puts with reserve, its verb or the word after a light one, is in b."""
    if claim.modality in UNRESERVED:
        return False
    s, (first, last) = p.a.sentence, p.a.tokens
    begin = next((i for i in range(first, last) if s.tags[i] == "MD"), first)
    said = (
        k
        for k, x in enumerate(p.a.items)
        if x.tokens[0] >= begin and x.slot in ("verb", "patient", "complement") and not x.light
    )
    return next(said, None) in p.of_a


def is_possible(r: Reading) -> bool:
    """Whether a claim leaves open whether it is so: what may be, and also what may not be; what
    cannot be is not so."""
    if r.claim.modality != "possible":
        return False
    return not (r.claim.negated and CAN & {*r.sentence.lower[slice(*r.tokens)]})


def _rules(r: Reading) -> bool:
    """Whether a claim lays down what will be, as contracts do: "the Tenant shall pay"."""
    first, last = r.tokens
    return "shall" in r.sentence.lower[first:last]


def _plans(r: Reading) -> bool:
    """Whether a claim tells what is to be, which is a plan as often as a demand."""
    s, (first, last) = r.sentence, r.tokens
    return any(s.lower[i] in BE and s.lower[i + 1] == "to" for i in range(first, last - 1))


def _permits(r: Reading) -> bool:
    """Whether a claim says that something may be done, in other words than `may`."""
    s, (first, last) = r.sentence, r.tokens
    return any(s.lemma(i) in PERMITTING and s.lower[i + 1] == "to" for i in range(first, last - 1))


def _demands(r: Reading) -> bool:
    return any(x.kind == "verb" and x.key in FORCED for x in r.items)


def condition(p: Pairing) -> Difference | None:
    """A condition in one claim of which the other says nothing."""
    left, right = _condition(p.a), _condition(p.b)
    if (left is None) == (right is None):
        return None
    found = left or right
    assert found is not None
    side = p if left is not None else p.turned()
    inside = [k for k, x in enumerate(side.a.items) if found[0] <= x.tokens[0] < found[1]]
    heavy = [k for k in inside if not side.a.items[k].light]
    unmet = [k for k in heavy if k not in side.of_a]
    if not heavy or len(unmet) < UNMET * len(heavy) or len(heavy) == len(side.a.items):
        return None
    s = side.a.sentence
    span = Span(s.starts[found[0]], s.ends[found[1] - 1])
    words = side.a.words(span)
    if left is not None:
        return Difference("condition", span, p.b.span, f"only the first: {words}")
    return Difference("condition", p.a.span, span, f"only the second: {words}")


def _condition(r: Reading) -> tuple[int, int] | None:
    """The tokens of the first condition, from its conjunction to the next comma."""
    s, (first, last) = r.sentence, r.tokens
    if STARTS.isdisjoint(s.lower[first:last]):
        return None
    for i in range(first, last):
        if _tells_when(r, i) or _measures(s, i, last):
            continue
        if _sets_condition(s, i) or any(s.lower[i : i + len(x)] == x for x in PHRASES):
            return i, next((k for k in range(i + 1, last) if s.words[k] in ",;:"), last)
        if s.lower[i] == "only" and (i + 1 == last or s.words[i + 1] in CLOSING):
            # "in the chapel only"
            near = range(i - 1, max(first, i - ONLY_REACH) - 1, -1)
            begin = next((k for k in near if s.tags[k] == "IN"), None)
            if begin is not None and s.tags[i - 1] in NOUN:
                return begin, i + 1
    return None


def _tells_when(r: Reading, i: int) -> bool:
    """Whether an "only" at a token says of what has been when, where or how it was: "left
    only in May"."""
    s = r.sentence
    after = s.lower[i + 1 : i + 2]
    if s.lower[i] != "only" or after in ((), ("if",)) or after[0] in CLOSING:
        return False
    return "VBD" in s.tags[r.tokens[0] : i]


def _measures(s: TaggedSentence, i: int, last: int) -> bool:
    """Whether "as long as" says how long a thing is: "as long as a boat", "as it takes"."""
    if s.lower[i : i + 3] not in (("as", "long", "as"), ("so", "long", "as")):
        return False
    if s.lower[i + 3 : i + 5] == ("it", "takes"):
        return True
    return not any(tag.startswith(("VB", "MD")) for tag in s.tags[i + 3 : last])


def _sets_condition(s: TaggedSentence, i: int) -> bool:
    word, before = s.lower[i], s.lemma(i - 1) if i else ""
    if word not in CONDITIONS or before in ASKING:
        return False
    if any(s.lower[i : i + len(x)] == x for x in MANNER):
        return False
    if word in ("provided", "providing"):
        return s.lower[i + 1 : i + 2] == ("that",) or before in ("", ",")
    return s.tags[i] == "IN"


def attribution(p: Pairing, entities: Mapping[str, Entity]) -> Difference | None:
    """The same on the word of two different people."""
    one, other = p.a.claim.attribution, p.b.claim.attribution
    if one is None or other is None or one.source is None or other.source is None:
        return None
    voices = {one.source, *(v.source for v in one.chain)}
    if voices & {other.source, *(v.source for v in other.chain)}:
        return None
    if one.source_span is None or other.source_span is None:
        return None
    left, right = entities[one.source], entities[other.source]
    if left.type != right.type or other.source in left.candidates:
        return None
    found = between(p, "attribution", one.source_span, other.source_span)
    return Difference(found.kind, found.a, found.b, f"{left.name} and {right.name}")
