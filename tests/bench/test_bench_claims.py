import json

import pytest
from claims import documents, main, measure, page
from common import UnavailableError
from hypothesis import given
from hypothesis import strategies as st
from spans import (
    Proposition,
    Span,
    Sums,
    Token,
    alike,
    apart,
    clauses,
    count,
    is_covered,
    is_kept,
    is_over_split,
    is_under_split,
    jaccard,
    marked,
    most_apart,
    sentence_of,
    shares,
    trimmed,
)

TEXT = "The bridge fell and six died. “It was old,” said Ada Lind. Nobody knows why."
SENTENCES = [(0, 29), (30, 59), (60, 77)]
SPANS = st.tuples(st.integers(0, 40), st.integers(1, 12)).map(lambda x: (x[0], x[0] + x[1]))


def at(words: str) -> Span:
    start = TEXT.index(words)
    return start, start + len(words)


def proposition(*pieces: str) -> Proposition:
    return marked(TEXT, SENTENCES, [], [[at(p) for p in pieces]]).propositions[0]


def test_margins_are_punctuation_quotes_and_white_space() -> None:
    start, end = at("“It was old,” ")
    assert TEXT[slice(*trimmed(TEXT, (start, end)))] == "It was old"
    assert trimmed("$5 (4%)", (0, 7)) == (0, 5)
    assert trimmed(" ... ", (0, 5)) == (0, 5)


def test_half_of_the_longer_and_half_of_the_shorter() -> None:
    assert alike((0, 10), (5, 10))
    assert not alike((0, 10), (6, 10))
    assert not alike((0, 10), (5, 16))
    assert apart((0, 10), (5, 30))
    assert not apart((0, 10), (4, 30))
    assert jaccard((0, 10), (5, 15)) == pytest.approx(1 / 3)


@given(SPANS, SPANS)
def test_overlap_has_no_sides(a: Span, b: Span) -> None:
    assert alike(a, b) == alike(b, a)
    assert apart(a, b) == apart(b, a)
    assert jaccard(a, b) == jaccard(b, a) <= 1
    assert (jaccard(a, b) == 1) == (a == b)


def test_a_span_lies_in_the_sentence_that_holds_most_of_it() -> None:
    assert sentence_of((25, 50), SENTENCES) == 1
    assert sentence_of((29, 30), SENTENCES) is None
    assert sentence_of((0, 5), []) is None


@given(st.lists(SPANS, max_size=7))
def test_the_most_that_are_apart_is_what_trying_all_of_them_finds(hulls: list[Span]) -> None:
    def tried(chosen: list[Span], left: list[Span]) -> int:
        best = len(chosen)
        for i, span in enumerate(left):
            if all(span == c or span[1] <= c[0] or c[1] <= span[0] for c in chosen):
                best = max(best, tried([*chosen, span], left[i + 1 :]))
        return best

    assert most_apart(hulls) == tried([], hulls)


def test_a_proposition_is_its_words_in_the_sentence_that_holds_most_of_it() -> None:
    pieces = [at("six died."), at("It was old"), at("said Ada Lind")]
    found = marked(TEXT, SENTENCES, [0, 1], [pieces, pieces])
    assert len(found.propositions) == 1
    assert found.propositions[0].hull == at("It was old,” said Ada Lind")
    words = [TEXT[slice(*w)] for w in found.propositions[0].words]
    assert words == ["It", "was", "old", "said", "Ada", "Lind"]
    assert found.parts == (at("six died"), at("It was old,” said Ada Lind"))


def test_covered_asks_each_word_and_kept_leaves_out_what_joins() -> None:
    both = proposition("The bridge fell and six died")
    halves = [at("The bridge fell"), at("six died")]
    assert not is_covered(both, halves)
    assert is_kept(both, TEXT, halves)
    assert not is_kept(both, TEXT, halves[:1])
    assert is_covered(proposition("The bridge", "died"), halves)


def test_over_split_is_cut_into_two_that_each_hold_a_third() -> None:
    whole = proposition("The bridge fell and six died")
    assert is_over_split(whole, [at("The bridge fell"), at("and six died")])
    assert is_over_split(whole, [at("The bridge"), at("six died")])
    assert not is_over_split(whole, [at("The bridge fell and six"), at("died")])
    assert not is_over_split(whole, [at("The bridge fell")])
    around = at("The bridge fell and six died.")
    assert not is_over_split(whole, [around, at("The bridge fell"), at("and six died")])


def test_under_split_holds_two_that_are_apart() -> None:
    first, second = proposition("The bridge fell"), proposition("six died")
    assert is_under_split((0, 29), [first, second])
    assert not is_under_split((0, 29), [first])
    assert not is_under_split(at("bridge fell and six died"), [first, second])
    nested = proposition("bridge fell")
    assert not is_under_split((0, 29), [first, nested])


def test_counts_become_shares() -> None:
    gold = marked(
        TEXT,
        SENTENCES,
        [0, 1],
        [[at("The bridge fell")], [at("six died")], [at("It was old,” said Ada Lind")]],
    )
    sums = Sums()
    claims = [(0, 29), at("It was old"), at("Nobody knows why.")]
    count(sums, TEXT, gold, claims, [at("Ada Lind"), at("said")])
    found = shares(sums)
    assert (sums.gold, sums.claims) == (3, 2)
    assert found["exact"] == 0
    assert found["half"] == pytest.approx(1 / 3)  # the bridge; 10 of 26 are no half
    assert found["covered"] == pytest.approx(2 / 3)
    assert found["kept"] == 1
    assert found["over-split"] == 0
    assert found["under-split"] == 0.5
    assert found["claims a proposition"] == pytest.approx(2 / 3)
    assert found["claim P"] == 0.5
    assert set(shares(Sums()).values()) == {0}


def test_clauses_are_cut_at_their_heads() -> None:
    # The mayor, who left, said that it fell and six died.
    words = [
        ("The", "det", 1, False),
        ("mayor", "nsubj", 6, False),
        (",", "punct", 1, False),
        ("who", "nsubj", 4, False),
        ("left", "relcl", 1, True),
        (",", "punct", 1, False),
        ("said", "ROOT", 6, True),
        ("that", "mark", 9, False),
        ("it", "nsubj", 9, False),
        ("fell", "ccomp", 6, True),
        ("and", "cc", 9, False),
        ("six", "nsubj", 12, False),
        ("died", "conj", 9, True),
    ]
    text = " ".join(word for word, *_ in words)
    tokens = []
    for word, dependency, head, verb in words:
        start = tokens[-1].end + 1 if tokens else 0
        tokens.append(Token(start, start + len(word), dependency, verb, head))
    found = [text[slice(*span)] for span in clauses(tokens)]
    assert found == ["The mayor , who left , said", "who left", "that it fell", "six died"]
    shared = [t._replace(dependency="dobj") if t.start == tokens[11].start else t for t in tokens]
    found = [text[slice(*span)] for span in clauses(shared)]
    assert found[-1] == "that it fell and six died"


def case() -> dict:
    document = {"text": TEXT, "sentences": SENTENCES}
    return {
        "id": "one",
        "docs": [{**document, "annotated": [0]}, {**document, "annotated": []}],
        "clusters": [{"mentions": [[0, [at("The bridge fell")]], [0, [at("six died")]]]}],
    }


def result() -> dict:
    spans = [at("The bridge fell"), at("six died."), at("Nobody knows why")]
    claims = [
        {"document": 0, "start": start, "end": end, "attribution": None} for start, end in spans
    ]
    return {"id": "one", "documents": [{"text": TEXT}] * 2, "claims": claims}


def test_gold_is_read_from_clusters_and_from_claims() -> None:
    found = list(documents(case()))
    assert [len(d.propositions) for d in found] == [2, 0]
    assert found[0].annotated == {0}
    claims = [{"doc": 1, "sent": 2, "spans": [list(at("Nobody knows why."))]}]
    other = {"id": "two", "docs": case()["docs"], "claims": claims}
    found = list(documents(other))
    assert [len(d.propositions) for d in found] == [0, 1]
    assert [d.annotated for d in found] == [set(), {2}]


def test_a_set_is_measured_beside_its_sentences_and_told_with_an_earlier_run() -> None:
    found = measure([case()], {"one": result()}, None)
    systems = found["systems"]
    assert found["reachable"] == 1
    assert list(systems) == ["hexapla", "sentences"]
    assert (systems["hexapla"]["exact"], systems["hexapla"]["claims"]) == (1, 2)
    assert (systems["sentences"]["exact"], systems["sentences"]["under-split"]) == (0, 1)
    about = {"version": "1", "commit": "abc", "python": "3", "cores": "2", "peer": None}
    record = {**about, "sets": {"one": found}}
    text = page(record, json.loads(json.dumps({**record, "commit": "old"})))
    rows = [line.split("|")[1].strip() for line in text.splitlines() if line.startswith("| ")]
    assert rows[2:] == ["hexapla before", "hexapla", "sentences"]
    assert "commit old" in text


def test_results_that_lack_a_case_or_have_other_texts_are_refused() -> None:
    with pytest.raises(UnavailableError, match="hold no one"):
        measure([case()], {}, None)
    altered = {**result(), "documents": [{"text": "x"}] * 2}
    with pytest.raises(UnavailableError, match="texts"):
        measure([case()], {"one": altered}, None)


def test_results_that_there_are_not_are_told(tmp_path, capsys) -> None:
    assert main(["--results", str(tmp_path)]) == 2
    assert "bench/claims: " in capsys.readouterr().err
    assert main(["--compare", str(tmp_path / "none.json")]) == 2
