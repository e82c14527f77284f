import json
from itertools import combinations
from types import SimpleNamespace

import judged
import learn
import numpy as np
import pytest
import quality
from common import UnavailableError
from hypothesis import given, settings
from hypothesis import strategies as st
from judged import Judge, Pairs, Set
from learn import FOLDS, SPARSE, fold_of, is_learnt_from, links

from tui.core.alignment.decoding import choose
from tui.core.alignment.features import SIGNALS
from tui.core.alignment.scoring import Scored
from tui.core.settings import Settings

TELLING = SIGNALS.index("shared letters")
DENIAL = SIGNALS.index("denial")
READ = {"docs": [{}, {}], "links": []}


def pairs(case, alike, truth, left=None, documents=(0, 1), **others) -> Pairs:
    """Claims of two documents of which one signal tells: `alike`, and the others named."""
    count = len(alike)
    table = np.zeros((count, len(SIGNALS)))
    table[:, TELLING] = alike
    for name, values in others.items():
        table[:, SIGNALS.index(name)] = values
    places = np.arange(count)
    left = places if left is None else np.asarray(left)
    right = np.zeros(count, np.int64)
    return Pairs(case, documents, places, places, table, left, right, np.asarray(truth, np.int8))


def topics(seed: int, count: int = 8, turned: int | None = None) -> Set:
    """Topics in which what is alike is linked, save by chance; in topic `turned` what is not."""
    chance = np.random.default_rng(seed)
    found = []
    for case in range(count):
        alike = chance.random(40)
        truth = (alike + chance.normal(0, 0.2, 40) > 0.6).astype(int)
        found.append(pairs(case, alike, 1 - truth if case == turned else truth))
    return Set(tuple(found), (READ,) * count)


def same(one, other) -> bool:
    return one.bias == other.bias and (one.weights == other.weights).all()


def test_the_telling_signal_is_learnt_and_the_others_are_not() -> None:
    model = learn.learn({"spark": topics(1)})
    assert model.weights[TELLING] > 5
    untold = np.delete(model.weights, [TELLING, DENIAL])
    assert abs(untold).max() < 1e-6
    low, high = model.scores(pairs(0, [0.1, 0.9], [0, 1]).signals)
    assert low < 0.2
    assert high > 0.8


def test_a_weight_set_by_hand_is_not_learnt() -> None:
    found = topics(1)
    denying = [
        pairs(p.case, p.signals[:, TELLING], p.truth, denial=1 - p.truth) for p in found.pairs
    ]
    model = learn.learn({"spark": Set(tuple(denying), found.gold)})
    assert model.weights[DENIAL] == learn.BY_HAND["denial"]
    without = learn.learn({"spark": found})
    assert same(model, without)


def test_what_nobody_judged_is_not_learnt() -> None:
    def half_read(alike: float) -> Set:
        found = topics(1)
        more = pairs(0, [alike] * 9, [-1] * 9)
        return Set((*found.pairs, more), found.gold)

    assert same(learn.learn({"spark": half_read(0.0)}), learn.learn({"spark": half_read(1.0)}))


def test_cases_of_which_most_pairs_were_never_read_are_left_out() -> None:
    many = {"docs": [{}] * SPARSE, "links": []}
    found = topics(1)
    other = topics(1, turned=3)
    gold = tuple(many if k == 3 else READ for k in range(8))
    assert same(
        learn.learn({"spark": Set(found.pairs, gold)}),
        learn.learn({"spark": Set(other.pairs, gold)}),
    )
    assert not same(learn.learn({"spark": found}), learn.learn({"spark": other}))


@pytest.mark.parametrize(
    ("gold", "learnt"),
    [
        ({"docs": [{}] * (SPARSE - 1)}, True),
        ({"docs": [{}] * SPARSE}, False),
        ({"docs": [{}] * SPARSE, "judged_pairs": []}, False),
        ({"docs": [{}] * SPARSE, "judged_pairs": [[0, 1]]}, True),
        ({"docs": [{}] * SPARSE, "clusters": []}, True),
        ({"documents": [{}] * SPARSE}, True),
    ],
)
def test_what_is_learnt_from(gold: dict[str, object], learnt: bool) -> None:
    assert is_learnt_from(gold) is learnt


def test_sets_count_alike_however_many_pairs_they_have() -> None:
    small, large = topics(1), topics(2, turned=0)
    again = Set(large.pairs * 3, large.gold)
    one = learn.learn({"spark": small, "cstbank": large})
    other = learn.learn({"spark": small, "cstbank": again})
    assert other.weights == pytest.approx(one.weights)
    assert other.bias == pytest.approx(one.bias)
    assert not same(one, learn.learn({"spark": small}))


def test_of_the_claims_of_linked_sentences_the_likeliest_count() -> None:
    linked = [
        pairs(k, [0.9, 0.1, 0.12, 0.08], [1] * 4, left=[0] * 4, documents=(0, 1)) for k in range(6)
    ]
    apart = [pairs(k, [0.1, 0.12, 0.08, 0.3], [0] * 4) for k in range(6)]
    model = learn.learn({"spark": Set((*linked, *apart), (READ,) * 6)})
    high, low = model.scores(linked[0].signals)[:2]
    assert high > 0.8
    assert low < 0.1


def test_topics_stay_whole_and_all_folds_are_used() -> None:
    folds = [
        {fold_of("spark", pairs(case, [], [], documents=p)) for p in combinations(range(4), 2)}
        for case in range(2 * FOLDS)
    ]
    assert all(len(f) == 1 for f in folds)
    assert set().union(*folds) == set(range(FOLDS))


def test_one_topic_alone_goes_by_pairs_that_share_no_document() -> None:
    folds: dict[int, list[tuple[int, int]]] = {}
    for p in combinations(range(4), 2):
        folds.setdefault(fold_of("gospels_eusebius", pairs(0, [], [], documents=p)), []).append(p)
    assert sorted(folds.values()) == [[(0, 1), (2, 3)], [(0, 2), (1, 3)], [(0, 3), (1, 2)]]


def test_no_score_of_a_topic_is_learnt_from_its_own_fold() -> None:
    one, other = (learn.unseen({"spark": topics(1, turned=k)})["spark"] for k in (None, 2))
    for case in range(8):
        unmoved = (one[case] == other[case]).all()
        assert unmoved == (case % FOLDS == 2)


def test_scores_by_other_sets_are_not_learnt_from_the_own() -> None:
    one, other = (
        learn.other_sets({"spark": topics(1, turned=k), "cstbank": topics(2)}) for k in (None, 2)
    )
    assert all((x == y).all() for x, y in zip(one["spark"], other["spark"], strict=True))
    assert not any((x == y).all() for x, y in zip(one["cstbank"], other["cstbank"], strict=True))


# three sentences each; of document 0 the last has no fellow, of document 1 none
GOLD = {"docs": [{}, {}], "links": [[[0, 0], [1, 0]], [[1, 1], [0, 1]], [[0, 1], [1, 2]]]}
TABLE = [
    # claims of 0 and 1, their sentences, score: the best of either claim stands
    ((0, 0), (0, 0), 0.9),
    ((1, 0), (0, 0), 0.3),  # a weaker pair of the same sentences: claim 1 has no better
    ((2, 1), (1, 1), 0.5),
    ((3, 2), (1, 0), 0.6),  # wrong, and the strongest of sentence 1 of document 0
    ((4, 3), (2, 2), 0.4),  # wrong
    ((5, 3), (1, 2), 0.2),  # below the threshold
    ((6, 4), (-1, 1), 0.8),  # stands in no sentence
]


def by_hand() -> tuple[Set, list[np.ndarray]]:
    rows, columns = np.asarray([x[0] for x in TABLE]).T
    left, right = np.asarray([x[1] for x in TABLE]).T
    linked = {(0, 0), (1, 1), (1, 2)}
    truth = [-1 if x[1][0] < 0 else int(x[1] in linked) for x in TABLE]
    nothing = np.zeros((len(TABLE), len(SIGNALS)))
    own = Pairs(0, (0, 1), rows, columns, nothing, left, right, np.asarray(truth, np.int8))
    return Set((own,), (GOLD,)), [np.asarray([x[2] for x in TABLE])]


def test_links_are_counted_by_sentence_and_jumps_go_to_the_strongest() -> None:
    found = links(*by_hand(), 0.25)
    # said: 0-0, 1-1, 1-0, 2-2; right: 0-0, 1-1; people linked 0-0, 1-1, 1-2
    assert (found["P"], found["R"]) == (2 / 4, 2 / 3)
    assert found["F1"] == pytest.approx(4 / 7)
    # from document 0: 0 lands, 1 goes to 0; from document 1: 0 and 1 land, 2 goes to 2
    assert found["jump@1"] == 3 / 5
    assert links(*by_hand(), 0.95) == {"P": 0, "R": 0, "F1": 0, "jump@1": 0}


DOCUMENTS = 3
PLACES = [(d, s) for d in range(DOCUMENTS) for s in range(3)]
LINKED = st.sets(
    st.sampled_from([(a, b) for a, b in combinations(PLACES, 2) if a[0] != b[0]]), max_size=5
)


@pytest.fixture(scope="module")
def score():
    try:
        return quality.scorer()
    except UnavailableError as fault:
        pytest.skip(str(fault))


@settings(max_examples=40)
@given(
    linked=LINKED,
    judged=st.sets(st.sampled_from(list(combinations(range(DOCUMENTS), 2)))),
    annotated=st.sets(st.sampled_from(PLACES)),
    seed=st.integers(0, 2**32),
)
def test_links_are_scored_as_the_scorer_scores_them(score, linked, judged, annotated, seed) -> None:
    chance = np.random.default_rng(seed)
    gold = {
        "id": "one",
        "docs": [{"sentences": [[10 * s, 10 * s + 9] for s in range(3)]} for _ in range(DOCUMENTS)],
        "links": [list(map(list, pair)) for pair in sorted(linked)],
        "judged_pairs": sorted(map(list, judged)),
    }
    if annotated:
        annotated |= set().union(*linked)
        for d in range(DOCUMENTS):
            gold["docs"][d]["annotated"] = [s for e, s in annotated if e == d]
    spans = [(5 * k, 5 * k + 4) for k in range(8)]  # two a sentence, and two in none
    claims = [[SimpleNamespace(start=s, end=e) for s, e in spans] for _ in range(DOCUMENTS)]
    judge = Judge.of(gold, claims)
    table, values, said = [], [], []
    for d, e in combinations(range(DOCUMENTS), 2):
        if not judge.is_read(d, e):
            continue
        rows, columns = np.divmod(np.arange(64), 8)
        left, right = judge.places[d][rows], judge.places[e][columns]
        truth = [judge.truth((d, i), (e, j)) for i, j in zip(left, right, strict=True)]
        nothing = np.zeros((64, len(SIGNALS)))
        table.append(Pairs(0, (d, e), rows, columns, nothing, left, right, np.asarray(truth)))
        values.append(chance.random(64))
        drawn = Scored(rows, columns, values[-1], values[-1], np.zeros(64))
        chosen = choose(drawn, Settings(solid=0.7, tentative=0.7))
        said += [
            {"a": f"{d}-{i}", "b": f"{e}-{j}", "score": x, "relation": ""} for i, j, x, _ in chosen
        ]
    comparison = {
        "claims": [
            {"id": f"{d}-{k}", "document": d, "start": s, "end": e}
            for d in range(DOCUMENTS)
            for k, (s, e) in enumerate(spans)
        ],
        "links": said,
    }
    score.gold_lines = lambda path: [gold]
    expected = score.links("", {"one": comparison})
    found = links(Set(tuple(table), (gold,)), values, 0.7)
    assert found["P"] == pytest.approx(expected["precision"], abs=1e-4)
    assert found["R"] == pytest.approx(expected["recall"], abs=1e-4)
    assert found["F1"] == pytest.approx(expected["f1"], abs=1e-4)
    assert found["jump@1"] == pytest.approx(expected["jump@1"], abs=1e-4)


def test_reliability_is_of_the_best_claims_of_two_sentences() -> None:
    one = pairs(0, [0] * 4, [1, 1, 0, -1], left=[0, 0, 1, 2])
    found = Set((one,), (READ,))
    rows = learn.reliability({"spark": found}, {"spark": [np.asarray([0.15, 0.95, 0.35, 0.55])]})
    told = {(low, high): rest for low, high, *rest in rows if rest[0]}
    assert told == {
        (0.9, 1.0): [1, pytest.approx(0.95), 1.0],
        (0.3, 0.4): [1, pytest.approx(0.35), 0.0],
    }


LEFT = "The ferry Marlena sank off Tolvik. Ada Renn wept."
RIGHT = "Ada Renn wept in Orsund. Off Tolvik the Marlena sank."


def gold_file(folder, name: str) -> None:
    def sentences(text: str) -> list[list[int]]:
        stop = text.index(".") + 1
        return [[0, stop], [stop + 1, len(text)]]

    docs = [{"text": text, "sentences": sentences(text)} for text in (LEFT, RIGHT)]
    gold = {"id": "made up", "docs": docs, "links": [[[1, 1], [0, 0]], [[0, 1], [1, 0]]]}
    path = folder / "dev" / "alignment" / f"{name}.jsonl"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(gold) + "\n", encoding="utf-8")


def truths(found: Pairs) -> dict[tuple[int, int], int]:
    columns = (found.left.tolist(), found.right.tolist(), found.truth.tolist())
    return {(i, j): t for i, j, t in zip(*columns, strict=True)}


def test_a_set_is_read_with_what_people_say_of_its_sentences(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(judged, "SHARED", tmp_path)
    gold_file(tmp_path, "spark")
    (found,) = judged.read("spark").pairs
    assert found.documents == (0, 1)
    assert found.signals.shape == (len(found.truth), len(SIGNALS))
    told = truths(found)
    assert told[0, 1] == told[1, 0] == 1
    assert all(t == 0 for p, t in told.items() if p not in ((0, 1), (1, 0)))


def test_only_cases_for_building_are_learnt_from(tmp_path, monkeypatch) -> None:
    """A stand-in for the scorer finds quotes; what is linked, apart and unjudged is told."""
    folder = tmp_path / "tests" / "cases"
    folder.mkdir(parents=True)
    case = {
        "documents": [{"text": LEFT}, {"text": RIGHT}],
        "links": [{"a": {"doc": 0, "quote": "The ferry Marlena sank off Tolvik"},
                   "b": {"doc": 1, "quote": "Off Tolvik the Marlena sank"}}],
        "only": [{"doc": 1, "quote": "Ada Renn wept in Orsund"}],
    }  # fmt: skip
    (folder / "build_made_up.yaml").write_text(json.dumps(case), encoding="utf-8")
    (folder / "held_made_up.yaml").write_text("not to be read: [", encoding="utf-8")

    def locate(text: str, quote: str) -> tuple[int, int]:
        return text.index(quote), text.index(quote) + len(quote)

    stand_in = SimpleNamespace(
        locate=locate,
        covers=lambda claim, quote: claim == quote,
        union_groups=lambda pairs: [a | b for a, b in pairs],
    )
    monkeypatch.setattr(judged, "ROOT", tmp_path)
    monkeypatch.setattr(quality, "scorer", lambda: stand_in)
    (found,) = judged.read("own").pairs
    told = truths(found)
    assert told[0, 1] == 1
    assert told[1, 0] == 0
    assert told.get((1, 1), -1) == -1


def test_missing_data_is_told(tmp_path, monkeypatch, capsys) -> None:
    monkeypatch.setattr(judged, "SHARED", tmp_path)
    assert learn.main([]) == 2
    assert "the evaluation data is missing" in capsys.readouterr().err


def test_weights_are_written_only_when_asked_for(tmp_path, monkeypatch, capsys) -> None:
    monkeypatch.setattr(learn, "read", lambda name: topics(len(name)))
    monkeypatch.setattr(learn, "SETS", {"spark": 1.0, "cstbank": 1.0})
    monkeypatch.setattr(learn, "MODEL", tmp_path / "model.json")
    monkeypatch.setattr(learn, "HERE", tmp_path)
    assert learn.main([]) == 0
    said = capsys.readouterr().out
    assert list(tmp_path.iterdir()) == []
    assert learn.main(["--write"]) == 0
    assert capsys.readouterr().out == said == (tmp_path / "learn.md").read_text(encoding="utf-8")
    data = json.loads((tmp_path / "model.json").read_text(encoding="utf-8"))
    assert tuple(data) == ("bias", "weights")
    assert tuple(data["weights"]) == SIGNALS
    assert f"| shared letters | {data['weights']['shared letters']:.3f} |" in " ".join(said.split())
