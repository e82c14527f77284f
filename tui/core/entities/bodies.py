"""Reasons to take two names for one body: initials, legal forms, other orders of the same words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from tui.core.entities import forms, lexicon
from tui.core.entities.clusters import Clusters
from tui.core.entities.forms import Tokens
from tui.core.entities.nodes import Node
from tui.core.entities.reasons import SAME_NAME, Pair, Reason, short_for
from tui.core.entities.same import CROWD, acronym_bases
from tui.core.entities.towns import serves_town, towns_of

_FIELDS = {"external": "foreign"}
"""Words for a ministry's field that mean the same."""
LONGEST_TAIL = 3
"""Words of a body's name that may stand for all of it in the same document."""


def departments(nodes: Sequence[Node]) -> Iterator[Pair]:
    """`Department of Trade` and `Trade Department`, `University of X` and `X University`."""
    seen: dict[tuple[str, frozenset[str]], int] = {}
    known, turned = lexicon.countries(), lexicon.words("turned_body")
    for i, node in enumerate(nodes):
        head = min(turned.intersection(node.tokens), default=None)
        if head is None or len(node.tokens) < 2 or node.type == "PERSON":
            continue
        front = node.text.split(" ")[0]
        home = known.country(front) or ""
        rest = node.tokens[1:] if home else node.tokens
        field = (_FIELDS.get(word, word) for word in rest)
        kind = frozenset(field) - {head, "of", "the", "for", "and", "affairs", "relations"}
        if not kind:
            continue
        if (home, kind) in seen:
            words = f"another form of {nodes[seen[home, kind]].text}"
            yield Pair(i, seen[home, kind], Reason("word order", words))
        seen.setdefault((home, kind), i)


def acronyms(nodes: Sequence[Node], clusters: Clusters) -> Iterator[Pair]:
    """`ICRC` for a name with those initials, in the same document first."""
    full: dict[str, list[int]] = defaultdict(list)
    for i, node in enumerate(nodes):
        if len(node.tokens) > 1 and node.type != "PERSON" and not node.described:
            article = any(m.first and m.line.word(m.first - 1).text == "The" for m in node.names)
            text = f"The {node.text}" if article else node.text
            for letters in sorted(forms.initials(text)):
                full[letters].append(i)
    bound = {
        p.a for p in clusters.pairs if p.reason.rule in ("acronym", "definition", "other name")
    }
    for i, node in enumerate(nodes):
        if not forms.is_acronym(node.text) or node.country or i in bound:
            continue
        letters = forms.fold(node.text).upper()
        for candidates in (
            [j for j in full.get(letters, ()) if nodes[j].page == node.page],
            full.get(letters, []),
        ):
            example: dict[int, int] = {}
            for j in candidates:
                example.setdefault(clusters.find(j), j)
            if len(example) == 1:
                words = f"acronym of {nodes[candidates[0]].text}"
                sure = nodes[candidates[0]].page == node.page or len(letters) > 3
                yield Pair(i, candidates[0], Reason("acronym", words, tentative=not sure))
                break
            if example:
                clusters.unclear[i] = sorted(example.values())
                break


def same_acronym(nodes: Sequence[Node], clusters: Clusters) -> Iterator[Pair]:
    """An acronym in several documents, unless they spell it out in different ways."""
    groups: dict[str, list[int]] = defaultdict(list)
    bases = acronym_bases(nodes)
    for i, node in enumerate(nodes):
        if node.base in bases and not node.defined:
            groups[node.base].append(i)
    for base in sorted(groups):
        group = groups[base]
        spelt = {clusters.find(i): i for i in group if len(clusters.members[clusters.find(i)]) > 1}
        bare = [i for i in group if clusters.find(i) not in spelt]
        if len(spelt) > 1:
            for i in bare:
                clusters.unclear.setdefault(i, sorted(spelt.values()))
            continue
        first = next(iter(spelt.values()), group[0])
        for i in bare:
            if i != first:
                yield Pair(i, first, SAME_NAME)


def games(nodes: Sequence[Node]) -> Iterator[Pair]:
    """`Winter Olympics` for `Winter Olympic Games`."""
    full = {n.tokens[:-1]: j for j, n in enumerate(nodes) if n.tokens[-1:] == ("games",)}
    for i, node in enumerate(nodes):
        if node.tokens and node.tokens[-1].endswith("ics"):
            j = full.get((*node.tokens[:-1], node.tokens[-1][:-1]))
            if j is not None:
                yield Pair(i, j, short_for(nodes[j].text))


def initialled(nodes: Sequence[Node]) -> Iterator[Pair]:
    """`UN Office` for `United Nations Office`: initials, then the same words."""
    tails: dict[Tokens, list[int]] = defaultdict(list)
    for j, node in enumerate(nodes):
        if len(node.tokens) > 2 and node.type != "PERSON" and not node.described:
            for n in (1, 2, 3):
                if len(node.tokens) > n + 1:
                    tails[node.tokens[-n:]].append(j)
    for i, node in enumerate(nodes):
        front = node.text.split(" ")[0]
        if not 1 < len(node.tokens) < 5 or not forms.is_acronym(front):
            continue
        letters, rest = forms.fold(front), node.tokens[1:]
        for j in tails.get(rest, ())[:CROWD]:
            head = [t for t in nodes[j].tokens[: -len(rest)] if t not in ("of", "the", "for")]
            if "".join(t[0] for t in head) == letters:
                yield Pair(i, j, Reason("acronym", f"short for {nodes[j].text}"))
                break


def ships(nodes: Sequence[Node]) -> Iterator[Pair]:
    """`Freya` for `MV Freya`."""
    plain: dict[Tokens, int] = {}
    for i in sorted(range(len(nodes)), key=lambda i: (not nodes[i].vessel, i)):
        plain.setdefault(nodes[i].tokens, i)
    for i, node in enumerate(nodes):
        if len(node.tokens) > 1 and node.tokens[0] in lexicon.words("ship"):
            j = plain.get(node.tokens[1:])
            if j is not None and node.text.split(" ")[0].isupper():
                yield Pair(i, j, Reason("ship", f"the ship {nodes[j].text}"))


def models(nodes: Sequence[Node], clusters: Clusters) -> Iterator[Pair]:
    """`A380` for `Airbus A380`: a model's number without its maker."""
    full: dict[str, list[int]] = defaultdict(list)
    for i, node in enumerate(nodes):
        if len(node.tokens) > 1:
            full[node.tokens[-1]].append(i)
    for i, node in enumerate(nodes):
        if len(node.tokens) == 1 and any(c.isdigit() for c in node.base):
            found = full.get(node.tokens[0], [])
            if found and len({clusters.find(j) for j in found}) == 1:
                yield Pair(i, found[0], short_for(nodes[found[0]].text))


def legal_forms(nodes: Sequence[Node]) -> Iterator[Pair]:
    """`Harbour Lines` for `Harbour Lines Ltd`."""
    seen: dict[Tokens, int] = {}
    order = sorted(range(len(nodes)), key=lambda i: (-len(nodes[i].tokens), i))
    for i in order:
        node = nodes[i]
        if not node.tokens or node.type == "PERSON" or node.country:
            continue
        bare = forms.without_legal(node.tokens)
        if len(bare) < 2 and len(bare) == len(node.tokens) and bare not in seen:
            continue
        if bare in seen and nodes[seen[bare]].tokens != node.tokens:
            if _two_companies(node.tokens[len(bare) :], nodes[seen[bare]].tokens[len(bare) :]):
                continue
            yield Pair(i, seen[bare], Reason("legal form", "same name without the legal form"))
        seen.setdefault(bare, i)


def _two_companies(one: Tokens, two: Tokens) -> bool:
    """Of different legal forms, so not one: `X GmbH` and `X Ltd`."""
    short, loose = lexicon.table("legal_long"), lexicon.words("loose_form")
    left, right = ({short.get(w, w) for w in ("".join(x), *x)} - loose for x in (one, two))
    return bool(one and two and left and right) and left.isdisjoint(right)


def formal_names(nodes: Sequence[Node]) -> Iterator[Pair]:
    """`the Province of X` and `X`."""
    formal = lexicon.words("formal")
    plain: dict[Tokens, int] = {}
    for i, node in enumerate(nodes):
        plain.setdefault(node.tokens, i)
    for i, node in enumerate(nodes):
        if len(node.tokens) > 2 and "of" in node.tokens:
            at = node.tokens.index("of")
            rest = node.tokens[at + 1 :]
            rest = rest[1:] if rest[:1] == ("the",) else rest
            if not all(t in formal for t in node.tokens[:at]) or rest not in plain:
                continue
            # a province may be called after its capital
            part = any(t in lexicon.words("country_part") for t in node.tokens[:at])
            if not part or nodes[plain[rest]].text not in lexicon.cities():
                reason = Reason("formal name", f"formal name of {nodes[plain[rest]].text}", part)
                yield Pair(i, plain[rest], reason)


def short_bodies(nodes: Sequence[Node], clusters: Clusters) -> Iterator[Pair]:
    """`Harbour` for `Harbour Lines`, `Air Force` for `US Air Force`."""
    lead, tail = _leads_and_tails(nodes)
    towns = towns_of(nodes)
    for i, node in enumerate(nodes):
        if node.country or node.described or not node.tokens:
            continue
        found = tail.get(node.tokens, []) if len(node.tokens) > 1 or node.type != "PERSON" else []
        if not found and (node.type in ("ORG", "OTHER") or node.tokens[0] == "saint"):
            if node.text in lexicon.cities() or node.text in lexicon.countries().capitals:
                continue
            found = lead.get(node.tokens, [])
            found = [
                j
                for j in found
                if not serves_town(nodes[j])
                or (node.base not in towns and nodes[j].page == node.page)
            ]
            members = clusters.members[clusters.find(i)]
            if any(len(nodes[m].tokens) > len(node.tokens) for m in members):
                continue
        here = [j for j in found if nodes[j].page == node.page] or found
        example: dict[int, int] = {}
        for j in here:
            example.setdefault(clusters.find(j), j)
        example.pop(clusters.find(i), None)
        if len(example) == 1:
            j = next(iter(example.values()))
            yield Pair(i, j, short_for(nodes[j].text, tentative=nodes[j].page != node.page))
        elif example and len(node.tokens) == 1:
            clusters.unclear[i] = sorted(example.values())


def last_words(nodes: Sequence[Node], clusters: Clusters) -> Iterator[Pair]:
    """`the Courier`, `the Port Authority` for `the Accra Courier`, `the Tema Port Authority`."""
    full: dict[tuple[int, Tokens], list[int]] = defaultdict(list)
    for j, node in enumerate(nodes):
        if node.type in ("ORG", "OTHER", "PRODUCT") and node.names and not node.described:
            for n in range(1, min(len(node.tokens), LONGEST_TAIL + 1)):
                full[node.page, node.tokens[-n:]].append(j)
    for i, node in enumerate(nodes):
        if node.type == "PERSON" or node.country or not node.after_the:
            continue
        found = {clusters.find(j): j for j in full.get((node.page, node.tokens), ())}
        if len(found) == 1 and clusters.find(i) not in found:
            j = next(iter(found.values()))
            yield Pair(i, j, short_for(nodes[j].text))


def _leads_and_tails(
    nodes: Sequence[Node],
) -> tuple[dict[Tokens, list[int]], dict[Tokens, list[int]]]:
    """Bodies by the words that their names may be cut to: the first ones, or all but the home."""
    kinds = lexicon.words("organisation", "legal")
    lead: dict[Tokens, list[int]] = defaultdict(list)
    tail: dict[Tokens, list[int]] = defaultdict(list)
    for i, node in enumerate(nodes):
        if len(node.tokens) < 2 or node.type == "PERSON" or node.country or node.described:
            continue
        words = node.text.removeprefix("The ").split(" ")
        if "of" in node.tokens[1:]:
            # `the Coast Guard` for `the Coast Guard of Peru`
            lead[node.tokens[: node.tokens.index("of")]].append(i)
        rest = forms.without_legal(node.tokens)[1:]
        if node.type == "ORG" and "-" not in words[0] and _is_kind(rest):
            lead[node.tokens[:1]].append(i)
        owner = re.match(r"(.+?)['’]s ", node.text)
        if node.type == "ORG" and owner:
            lead[forms.tokens(owner[1])].append(i)
        formal = len(rest) + 1 < len(node.tokens)
        for n in range(2, len(node.tokens)):
            if node.type == "ORG" and (formal or all(t in kinds for t in node.tokens[n:])):
                lead[node.tokens[:n]].append(i)
        for n in (1, 2, 3):
            if len(words) > n and lexicon.is_home(" ".join(words[:n])):
                tail[forms.tokens(" ".join(words[n:]))].append(i)
    return lead, tail


def _is_kind(words: Tokens) -> bool:
    """What follows an organisation's own name: `Lines`, `Shipping Ltd`."""
    kinds, common = lexicon.words("organisation", "legal"), lexicon.common_words()
    return all(w in kinds or w in common for w in words)
