"""What the word relations say of pairs that a reader would judge at a glance."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.language import lexicon
from tui.core.language.lexicon import antonyms, family, related, synonyms

OPPOSITES = """close open, rise fall, win lose, accept reject, alive dead, increase decrease,
guilty innocent, acquit convict, confirm deny, confirmation denial, support oppose, legal illegal,
arrive leave, arrival departure, block unblock, agree disagree, armed unarmed, possible impossible,
stable unstable, strengthen weaken, raise lower, first last, true false, peace war, survive die,
activate deactivate, regulation deregulation, supporter opponent, always never"""
RELATIVES = """deny denial, explode explosion, explosion explosive, exploit exploitation,
close closure, decide decision, resign resignation, president presidential, die death, lose loss,
destroy destruction, marry marriage, choose choice, refuse refusal, quick quickly"""
ALIKE = """car automobile, begin start, purchase buy, help aid, injure wound, stop halt,
physician doctor, attorney lawyer, film movie"""
KINDS = """car vehicle, murder kill, nurse person, rifle gun, hurricane storm, surgeon doctor"""
STRANGERS = """car tree, kill say, report deny, police suspect, fire water, express deny,
doctor patient, hit crash, count discount, cover discover, press impress, form inform, port import,
appoint disappoint, close disclose, pose depose, tense intense, valuable invaluable, claim declaim,
liver deliver"""


def pairs(text: str) -> list[tuple[str, ...]]:
    return [tuple(pair.split()) for pair in text.split(",")]


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        (OPPOSITES, "antonym"),
        (RELATIVES, "family"),
        (ALIKE, "synonym"),
        (KINDS, "hypernym"),
        (STRANGERS, None),
    ],
)
def test_pairs_have_the_tie_a_reader_sees(text: str, tie: str | None) -> None:
    wrong = {(a, b): related(a, b) for a, b in pairs(text) if related(a, b) != tie}
    assert not wrong


def test_a_word_is_the_same_as_itself_in_any_case() -> None:
    assert related("Harbour", "harbour") == "same"
    assert related("Qzxv", "qzxv") == "same"


def test_an_unknown_word_has_no_relations() -> None:
    assert antonyms("qzxv") == family("qzxv") == synonyms("qzxv") == frozenset()
    assert related("qzxv", "open") is None


@given(st.sampled_from([line.partition("\t")[0] for line in lexicon._lines() if line]), st.data())
def test_ties_hold_both_ways(word: str, data: st.DataObject) -> None:
    others = sorted(antonyms(word) | family(word) | synonyms(word)) or ["open"]
    other = data.draw(st.sampled_from(others))
    assert related(word, other) == related(other, word)
    assert related(word, other) is not None or others == ["open"]


def test_no_word_is_its_own_opposite_or_both_opposite_and_relative() -> None:
    for line in lexicon._lines():
        word, _, rest = line.partition("\t")
        columns = map(str.split, rest.split("\t")) if rest else ([],) * 5
        opposites, kin, same, above, _ = columns
        assert word not in {*opposites, *kin, *same, *above}
        assert not set(opposites) & {*kin, *same}


@pytest.mark.parametrize(
    ("a", "b"), [("boss", "supervisor"), ("invasion", "incursion"), ("hot", "hot")]
)
def test_kindred_words_may_name_one_thing(a: str, b: str) -> None:
    assert lexicon.may_be_kindred(a, b)
    assert lexicon.may_be_kindred(b, a)


@pytest.mark.parametrize(("a", "b"), [("mechanical", "electrical"), ("hot", "cold")])
def test_other_words_are_no_kindred(a: str, b: str) -> None:
    assert not lexicon.may_be_kindred(a, b)


def test_siblings_are_kinds_of_one_thing_and_not_of_each_other() -> None:
    assert lexicon.are_siblings("yellow", "green")
    assert not lexicon.are_siblings("car", "vehicle")
    assert not lexicon.are_siblings("yellow", "yellow")
