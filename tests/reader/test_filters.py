"""Filters: each part asks something, and parts combine."""

from __future__ import annotations

from reader import sample
from tui.reader.filters import Filter
from tui.reader.index import Index


def passing(wanted: Filter) -> set[str]:
    index = Index(sample.comparison())
    return {c.id for c in index.comparison.claims if wanted.passes(index, c)}


def test_an_empty_filter_lets_all_pass() -> None:
    assert not Filter()
    assert passing(Filter()) == {c.id for c in sample.comparison().claims}


def test_relations_are_alternatives_and_a_second_time_takes_one_back() -> None:
    loud = Filter().toggled("differs").toggled("contradicts")
    index = Index(sample.comparison())
    assert passing(loud) == {
        c for c, mark in index.marks.items() if mark.kind in ("differs", "contradicts")
    }
    assert loud.toggled("differs").toggled("contradicts") == Filter()


def test_parts_combine_and_are_told_in_words() -> None:
    index = Index(sample.comparison())
    by_dahl = passing(Filter(speaker="e1"))
    assert by_dahl == {"c3", "c10"}
    both = Filter(frozenset({"agrees"}), speaker="e1")
    assert passing(both) == by_dahl & passing(Filter(frozenset({"agrees"})))
    assert both.words(index).startswith("agrees, said by ")
    assert passing(Filter(entity="e1")) >= by_dahl
