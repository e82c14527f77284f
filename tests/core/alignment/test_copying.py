"""What is told of passages that documents share word for word; fictional matters throughout."""

from __future__ import annotations

import re
from itertools import combinations, permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from tui.core.alignment.copying import find_copies
from tui.core.comparison import Comparison, compare
from tui.core.document import Document
from tui.core.model import Copy, Place

PASSAGE = (
    "the barge drifted for nine hours before a tug from the upper lock reached it, and the crew"
    " had to throw most of the gravel overboard"
)
OTHER = "Rain fell on the market all morning. Two stalls stayed shut."
WORDS = "barge drifted lock gravel tug crew reached threw most of the hours nine upper".split()


def copies(*texts: str) -> tuple[Copy, ...]:
    return find_copies([Document(f"{i}.txt", text) for i, text in enumerate(texts)])


def shown(texts: tuple[str, ...], place: Place) -> str:
    return texts[place.document][place.start : place.end]


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def in_common(left: list[str], right: list[str]) -> int:
    """The length of the longest common subsequence."""
    row = [0] * (len(right) + 1)
    for one in left:
        before = row
        row = [0]
        for k, other in enumerate(right):
            row.append(before[k] + 1 if one == other else max(before[k + 1], row[k]))
    return row[-1]


def test_a_passage_is_found_from_its_first_to_its_last_word() -> None:
    texts = (
        f"Pilots said on Monday that {PASSAGE}. Nobody was hurt.",
        f"{OTHER} Further north, {PASSAGE}; it was the third such case.",
    )
    (copy,) = copies(*texts)
    assert (copy.a.document, copy.b.document) == (0, 1)
    assert shown(texts, copy.a) == shown(texts, copy.b) == PASSAGE
    assert (copy.share, copy.words, copy.quotation) == (1, len(words(PASSAGE)), False)


def test_small_edits_do_not_break_a_passage() -> None:
    edited = PASSAGE.replace("a tug from", "at last the tug of").upper()
    texts = (f"They say {PASSAGE}.", f"IT IS TOLD THAT {edited}.")
    (copy,) = copies(*texts)
    assert shown(texts, copy.b) == edited
    assert 0.85 < copy.share < 1


def test_a_passage_told_in_other_words_is_no_copy() -> None:
    told = "A tug took nine hours to reach the drifting barge; gravel was thrown off by its crew."
    assert copies(f"They say {PASSAGE}.", told) == ()


def test_names_and_titles_in_a_row_are_no_copy() -> None:
    names = (
        "Deputy Minister of Inland Waters Ottoline Varga, Lock Keeper Piet Haas, Harbour Master"
        " Ruth Imre and Captain Jon Vael"
    )
    assert copies(f"{names} met on Monday.", f"On the quay stood {names}.") == ()


def test_a_formula_that_a_text_repeats_is_no_copy() -> None:
    formula = "now when the master of the gate had heard all these words he rose and said to them"
    repeated = " ".join(f"{formula} {sign}." for sign in "abcdefgh")
    assert copies(repeated, f"Then {formula} goodbye.") == ()


def test_the_same_words_of_a_speaker_are_a_quotation() -> None:
    said = "We will reopen the upper lock once the last stone has been lifted out of the chamber"
    texts = (f"“{said},” Varga promised.", f'Minister Varga told the council: "{said}."')
    (copy,) = copies(*texts)
    assert copy.quotation
    assert not copies(f"“{said},” Varga promised.", f"Reports have it that {said}.")[0].quotation


def test_a_quotation_copied_with_the_story_around_it_is_a_copy() -> None:
    story = f"{PASSAGE}. “We had no choice but to lighten her,” the mate said"
    (copy,) = copies(f"On Monday {story}.", f"It is told that {story}.")
    assert not copy.quotation


def test_what_three_share_is_told_of_each_two() -> None:
    found = copies(f"Once {PASSAGE}.", f"{OTHER} Then {PASSAGE}.", f"{PASSAGE}, {OTHER}")
    pairs = [(c.a.document, c.b.document) for c in found if PASSAGE.startswith("the")]
    assert set(pairs) >= set(combinations(range(3), 2))


STORY = Document("story.txt", f"On Monday {PASSAGE}. The owner paid the fine in August.")
PAPER = Document("paper.txt", f"{OTHER}\n\nAs was told, {PASSAGE}. In August the fine was paid.")
LETTER = Document("letter.txt", f"{OTHER.upper()}\n\n{PASSAGE.capitalize()}.")


def told(found: Comparison) -> list[tuple[frozenset[tuple[str, int, int]], bool]]:
    """Copies and copied links by the documents' names, whatever the order."""

    def place(document: int, start: int, end: int) -> tuple[str, int, int]:
        return found.documents[document].name, start, end

    claims = {c.id: place(c.document, c.start, c.end) for c in found.claims}
    passages = [(frozenset((place(*c.a), place(*c.b))), c.quotation) for c in found.copies]
    links = [(frozenset((claims[x.a], claims[x.b])), x.copied) for x in found.links]
    return sorted(passages + links, key=lambda x: (sorted(x[0]), x[1]))


def test_links_within_a_copied_passage_are_marked_and_no_others() -> None:
    found = compare([STORY, PAPER])
    text = {c.id: found.documents[c.document].text[c.start : c.end] for c in found.claims}
    marked = {text[x.a]: x.copied for x in found.links}
    assert any(copied for said, copied in marked.items() if "drifted" in said)
    assert [copied for said, copied in marked.items() if "fine" in said] == [False]


def test_a_shared_quotation_marks_no_link() -> None:
    said = "The upper lock will reopen once the last stone has been lifted out of the chamber"
    a = Document("a.txt", f"“{said},” Ottoline Varga promised.")
    b = Document("b.txt", f"Ottoline Varga told the council: “{said}.”")
    found = compare([a, b])
    assert [c.quotation for c in found.copies] == [True]
    assert found.links
    assert not any(x.copied for x in found.links)


def test_the_order_of_the_documents_changes_nothing() -> None:
    seen = [told(compare(order)) for order in permutations([STORY, PAPER, LETTER])]
    assert len(seen[0]) >= 4
    assert all(found == seen[0] for found in seen)
    for order in permutations([STORY, PAPER, LETTER]):
        assert all(c.a.document < c.b.document for c in compare(order).copies)


@settings(deadline=None, max_examples=60)
@given(
    st.lists(
        st.lists(st.sampled_from([*WORDS, PASSAGE, "Piet", "—", '"', "\n\n"]), max_size=30),
        min_size=2,
        max_size=3,
    )
)
def test_spans_hold_the_same_words_and_lie_apart(parts: list[list[str]]) -> None:
    texts = tuple(" ".join(p) for p in parts)
    found = copies(*texts)
    for copy in found:
        left, right = (words(shown(texts, place)) for place in (copy.a, copy.b))
        assert left[0] == right[0]
        assert left[-1] == right[-1]
        assert len(left) >= copy.words <= len(right)
        assert 0.7 <= copy.share <= 1
        assert in_common(left, right) >= copy.words >= 12
    for one, other in combinations(found, 2):
        if (one.a.document, one.b.document) == (other.a.document, other.b.document):
            assert one.a.end <= other.a.start or other.a.end <= one.a.start
            assert one.b.end <= other.b.start or other.b.end <= one.b.start
