"""Why entities are merged wrongly, left apart or not found: every error named by a rule.

Mentions are matched as ../shared/eval/score.py matches them for its figures. In a gold entity that
the system splits, and in a system entity that holds several gold ones, the largest part is the
anchor and each other part is one error. Prints Markdown; bench/README.md names the kinds.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from common import UnavailableError, described, label, table

Json = dict[str, Any]
Kinds = dict[str, list[Json]]  # group -> rows: kind, mentions, distinct, pairs

HERE = Path(__file__).resolve().parent
GROUPS = {
    "missed": "Missed merges",
    "wrong": "Wrong merges",
    "not found": "Mentions not found",
}


@dataclass(frozen=True)
class Fault:
    """One error: `pair` is its surfaces, `mentions` how many gold mentions it moves."""

    group: str
    kind: str
    pair: str
    mentions: int


# -- finding ---------------------------------------------------------------------------------------


def gold_mentions(gold: Json) -> Iterator[tuple[int, int, int, int]]:
    """(document, start, end, number of the cluster), less what the scorer leaves out."""
    for number, cluster in enumerate(gold["clusters"]):
        if not cluster.get("named", True) or cluster.get("scope") == "doc":
            continue
        named = cluster.get("mention_named") or [True] * len(cluster["mentions"])
        for (document, start, end), counts in zip(cluster["mentions"], named, strict=True):
            if counts:
                yield document, start, end, number


def case_faults(gold: Json, comparison: Json, assign: Any) -> Iterator[Fault]:
    """The errors of one case; `assign` is the scorer's."""
    from kinds import Named, missed_kind, not_found_kind, wrong_kind

    texts = [d["text"] for d in gold["docs"]]
    want = list(gold_mentions(gold))
    have = [
        (m["document"], m["start"], m["end"], number)
        for number, entity in enumerate(comparison["entities"])
        for m in entity["mentions"]
    ]
    # The scorer asks for the entity; asked for the mention it picks the same one.
    matched = assign(want, [(*m[:3], i) for i, m in enumerate(have)])
    spans: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for document, start, end, _ in have:
        spans[document].append((start, end))

    def text_of(mention: tuple[int, int, int, int]) -> str:
        document, start, end, _ = mention
        return " ".join(texts[document][start:end].split())

    def named(gold_index: int) -> Named:
        """A matched mention; `shared` is told apart for each anchor."""
        mention, there = want[gold_index], have[matched[gold_index]]
        return Named(
            text_of(mention),
            text_of(there),
            gold["clusters"][mention[3]].get("type", ""),
            comparison["entities"][there[3]]["type"],
            comparison["entities"][there[3]]["name"],
        )

    users: dict[int, set[int]] = defaultdict(set)  # system mention -> its gold clusters
    for mention, there in zip(want, matched, strict=True):
        if there is not None:
            users[there].add(mention[3])
    taken = frozenset(have[there][:3] for there in users)
    by_gold: dict[int, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    by_system: dict[int, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for i, (mention, there) in enumerate(zip(want, matched, strict=True)):
        if there is None:
            document, start, end, _ = mention
            stands = frozenset((s, e) for d, s, e in taken if d == document)
            kind = not_found_kind(texts[document], (start, end), spans[document], stands)
            yield Fault("not found", kind, text_of(mention), 1)
        else:
            by_gold[mention[3]][have[there][3]].append(i)
            by_system[have[there][3]][mention[3]].append(i)
    for group, sides in (("missed", by_gold), ("wrong", by_system)):
        for parts in sides.values():
            anchor, *rest = sorted(parts.values(), key=lambda part: (-len(part), part[0]))
            there = {matched[i] for i in anchor}
            names = [name for name, _ in Counter(map(named, anchor)).most_common()]
            for part in rest:
                if group == "missed":
                    nested = all(len(users[matched[i]]) > 1 for i in part)
                    main = _main(map(named, part))
                    kind, other = missed_kind(main, names, nested)
                else:
                    twice = [i for i in part if matched[i] in there]
                    main = _main(map(named, twice or part))
                    kind, other = wrong_kind(main, names, shared=bool(twice))
                yield Fault(group, kind, f"{_told(main)} / {_told(other)}", len(part))


def _told(mention: Any) -> str:
    """The gold's words, and in brackets the system's where it took others."""
    same = mention.found == mention.surface
    return str(mention.surface) if same else f"{mention.surface} [{mention.found}]"


def _main(mentions: Iterable[Any]) -> Any:
    """The most frequent, the first of equals."""
    return Counter(mentions).most_common(1)[0][0]


def set_faults(gold_file: Path, results: Path, score: Any) -> list[Fault]:
    """The errors of one set; cases without a result take no part, as in the scores."""
    system = score.results(results)
    return [
        fault
        for gold in score.gold_lines(gold_file)
        if gold["id"] in system
        for fault in case_faults(gold, system[gold["id"]], score.assign)
    ]


# -- telling ---------------------------------------------------------------------------------------


def counted(faults: Iterable[Fault]) -> Kinds:
    """For each group its kinds, the one that moves most mentions first, with their pairs."""
    groups: dict[str, dict[str, Counter[str]]] = {group: {} for group in GROUPS}
    for fault in faults:
        groups[fault.group].setdefault(fault.kind, Counter())[fault.pair] += fault.mentions
    return {
        group: _ranked(
            {
                "kind": kind,
                "mentions": pairs.total(),
                "distinct": len(pairs),
                "pairs": dict(pairs.most_common()),
            }
            for kind, pairs in kinds.items()
        )
        for group, kinds in groups.items()
    }


def _ranked(rows: Iterable[Json]) -> list[Json]:
    return sorted(rows, key=lambda row: (-row["mentions"], row["kind"]))


def together(sets: Iterable[Kinds]) -> Kinds:
    """The sums over sets; a pair of two sets counts twice."""
    out: dict[str, dict[str, Json]] = {group: {} for group in GROUPS}
    for found in sets:
        for group, rows in found.items():
            for row in rows:
                none: Json = {"kind": row["kind"], "mentions": 0, "distinct": 0, "pairs": {}}
                into = out[group].setdefault(row["kind"], none)
                into["mentions"] += row["mentions"]
                into["distinct"] += row["distinct"]
                into["pairs"] = dict(
                    (Counter(into["pairs"]) + Counter(row.get("pairs", {}))).most_common()
                )
    return {group: _ranked(kinds.values()) for group, kinds in out.items()}


def _total(rows: Sequence[Json], figure: str = "mentions") -> int:
    return sum(row[figure] for row in rows)


def _of(rows: Sequence[Json], kind: str) -> list[Json]:
    return [row for row in rows if row["kind"] == kind]


def page(record: Json, top: int, bare: bool = False) -> str:
    """The Markdown of a run; `bare` leaves out the examples, which are the data's own words."""
    sets: dict[str, Kinds] = record["sets"]
    parts = ["# Errors of entity finding", f"{described(record)}.", _LEGEND]
    for group, title in GROUPS.items():
        rows = together(sets.values())[group]
        each = {name: found[group] for name, found in sets.items()} if len(sets) > 1 else {}
        parts += [_heading(title, rows), _table(rows[:top], each, bare)]
    if len(sets) > 1 and not bare:
        for name, found in sets.items():
            for group, title in GROUPS.items():
                heading = _heading(f"{name}: {title.lower()}", found[group])
                parts += [heading, _table(found[group][:top], {}, bare)]
    return "\n\n".join(parts) + "\n"


_LEGEND = "`pairs` counts distinct surfaces; bench/README.md explains the kinds."


def _heading(title: str, rows: Sequence[Json]) -> str:
    return f"## {title}: {_total(rows)} mentions, {_total(rows, 'distinct')} pairs"


def _table(rows: Sequence[Json], each: Mapping[str, Sequence[Json]], bare: bool) -> str:
    """Kinds with their counts, in each set too, and examples, left ragged: they are long."""
    body = [
        [
            row["kind"],
            str(row["mentions"]),
            str(row["distinct"]),
            *(str(_total(_of(found, row["kind"]))) for found in each.values()),
        ]
        for row in rows
    ]
    lines = table(["kind", "mentions", "pairs", *each], body).splitlines()
    if not bare:
        shown = ["examples", "---", *map(_examples, rows)]
        lines = [f"{line} {cell} |" for line, cell in zip(lines, shown, strict=True)]
    return "\n".join(lines)


def _examples(row: Json) -> str:
    some = list(row["pairs"].items())[:3]
    return "; ".join(f"`{p}`" + (f" {n}" if n > 1 else "") for p, n in some).replace("|", "¦")


def comparison(record: Json, earlier: Json) -> str:
    """Before and after in one table, and the pairs that came and went."""
    sets: dict[str, Kinds] = record["sets"]
    past: dict[str, Kinds] = {name: earlier["sets"][name] for name in sets}
    now, before = together(sets.values()), together(past.values())
    header = ["error", "before", "now", "change", "pairs before", "pairs now", *sets]
    body: list[list[str]] = []

    def line(name: str, group: str, kind: str | None) -> list[str]:
        def rows(found: Kinds) -> list[Json]:
            return _of(found[group], kind) if kind else found[group]

        old, new = rows(before), rows(now)
        changes = [_total(rows(sets[s])) - _total(rows(past[s])) for s in sets]
        told = [f"{change:+d}" if change else "" for change in (sum(changes), *changes)]
        pairs = [str(_total(side, "distinct")) for side in (old, new)]
        return [name, str(_total(old)), str(_total(new)), told[0], *pairs, *told[1:]]

    for group, title in GROUPS.items():
        body.append(line(f"**{title}**", group, None))
        for kind in dict.fromkeys(row["kind"] for row in (*before[group], *now[group])):
            body.append(line(kind, group, kind))
    since = f"{described(record)}. Changes are since {described(earlier)}."
    parts = ["# Errors of entity finding", since, table(header, body)]
    worded = all("pairs" in row for one in past.values() for rows in one.values() for row in rows)
    for group, title in GROUPS.items():
        had, has = _pairs(before[group]), _pairs(now[group])
        for word, some in (("new", has - had), ("gone", had - has)):
            if some and worded:
                shown = [f"- {n} `{pair}` ({kind})" for (pair, kind), n in some.most_common(40)]
                more = [f"- and {len(some) - 40} more"] if len(some) > 40 else []
                parts += [f"## {title}: {word}", "\n".join(shown + more)]
    return "\n\n".join(parts) + "\n"


def _pairs(rows: Sequence[Json]) -> Counter[tuple[str, str]]:
    return Counter({(p, r["kind"]): n for r in rows for p, n in r.get("pairs", {}).items()})


# -- running ---------------------------------------------------------------------------------------


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bench/errors", description=__doc__)
    parser.add_argument("--only", metavar="SET[,SET]", help="sets of entities: meantime, gum")
    parser.add_argument(
        "--results",
        type=Path,
        metavar="DIR",
        help="read the results that `bench/quality --results DIR` kept, and write DIR/errors.json",
    )
    parser.add_argument("--top", type=int, default=10, metavar="N", help="kinds listed (10)")
    parser.add_argument("--jobs", type=int, default=2, metavar="N", help="processes (default 2)")
    parser.add_argument(
        "--compare", type=Path, metavar="FILE", help="before and after: FILE is an errors.json"
    )
    parser.add_argument(
        "--write",
        action="store_true",
        help="write bench/errors.md and .json, without examples: they are the data's own words",
    )
    return parser


def analysed(only: str | None, results: Path | None, jobs: int) -> dict[str, Kinds]:
    """The counted errors of each set, from kept results or from a run of its own."""
    from quality import all_sets, chosen, need_packages, run_set, scorer

    need_packages()
    score = scorer()
    entities = [s for s in all_sets() if s.task == "coref"]
    out: dict[str, Kinds] = {}
    with TemporaryDirectory(prefix="hexapla-errors-") as scratch:
        for one in chosen(entities, only):
            if results is None:
                found = Path(scratch) / f"{one.name}.jsonl"
                ran = run_set(one, found, jobs)
                if ran.faults or ran.missing:
                    said = ran.faults[0] if ran.faults else f"{ran.missing} cases gave nothing"
                    raise UnavailableError(f"{one.name}: {said}")
            else:
                found = results / f"{one.name}.jsonl"
                if not found.exists():
                    raise UnavailableError(
                        f"{found} is missing: `bench/quality --only entities --results {results}` "
                        "makes it"
                    )
            name = one.name.split("/")[1]
            out[name] = counted(set_faults(one.gold[0], found, score))
    return out


def without_words(record: Json) -> Json:
    """The record less the pairs: no text of the sets."""
    sets = {
        name: {
            group: [{k: v for k, v in row.items() if k != "pairs"} for row in rows]
            for group, rows in found.items()
        }
        for name, found in record["sets"].items()
    }
    return {**record, "sets": sets}


def _origin(results: Path | None) -> Json:
    """What the results are of: the tree's label, or the one that was kept with them."""
    kept = results and results / "quality.json"
    if not kept or not kept.exists():
        return dict(label())
    known = json.loads(kept.read_text(encoding="utf-8"))
    return {field: known[field] for field in label()}


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status: 0 analysed, 2 nothing could be."""
    parser = _parser()
    args = parser.parse_args(arguments)
    if args.jobs < 1 or args.top < 1:
        parser.error("--jobs and --top take a number from 1")
    if args.write and args.only:
        parser.error("--write keeps a full run: leave out --only")
    try:
        earlier = json.loads(args.compare.read_text(encoding="utf-8")) if args.compare else None
        record: Json = {
            **_origin(args.results),
            "sets": analysed(args.only, args.results, args.jobs),
        }
        if earlier and (unknown := sorted(set(record["sets"]) - set(earlier["sets"]))):
            raise UnavailableError(f"{args.compare} holds no {', '.join(unknown)}")
    except (UnavailableError, OSError, ValueError, KeyError, ImportError) as fault:
        print(f"bench/errors: {fault}", file=sys.stderr)
        return 2
    print(comparison(record, earlier) if earlier else page(record, args.top), end="")
    if args.results and not args.only:
        data = json.dumps(record, indent=1, ensure_ascii=False) + "\n"
        (args.results / "errors.json").write_text(data, encoding="utf-8")
    if args.write:
        (HERE / "errors.md").write_text(page(record, args.top, bare=True), encoding="utf-8")
        data = json.dumps(without_words(record), indent=1, ensure_ascii=False) + "\n"
        (HERE / "errors.json").write_text(data, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
