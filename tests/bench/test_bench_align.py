from __future__ import annotations

import pytest
from align import Size, broken, growth, main
from common import SHARED
from versions import verse_figures, verses

from tui.core.comparison import Comparison
from tui.core.document import Document
from tui.core.model import Claim, Link

ONE = "FIRST\n\nThe weir broke.\nIt was mended.\n\nSECOND\n\nThe miller left."
OTHER = (
    "FIRST\n\nThere broke the weir.\nThey mended it.\n\nSECOND\n\nOff went the miller.\nHe sang."
)


def test_a_line_is_a_verse_of_the_book_above_it() -> None:
    starts, names = verses(ONE)
    assert names == [("FIRST", 0), ("FIRST", 1), ("SECOND", 0)]
    assert [ONE[s : s + 3] for s in starts] == ["The", "It ", "The"]


def claim(name: str, document: int, words: str) -> Claim:
    start = (ONE, OTHER)[document].index(words)
    return Claim(name, document, 0, start, start + len(words))


def test_links_are_held_against_verses_in_the_books_of_equal_length() -> None:
    claims = (
        claim("c1", 0, "The weir broke"),
        claim("c2", 0, "It was mended"),
        claim("c3", 0, "The miller left"),
        claim("c4", 1, "There broke the weir"),
        claim("c5", 1, "They mended it"),
        claim("c6", 1, "Off went the miller"),
    )
    links = tuple(Link(a, b, "agrees", 0.9) for a, b in (("c1", "c4"), ("c2", "c4"), ("c3", "c6")))
    documents = (Document("one", ONE), Document("other", OTHER))
    figures = verse_figures(Comparison(documents, ((), ()), (), claims, links, ()))
    assert figures == {
        "links": 2,
        "same verse": 0.5,
        "next": 1,
        "same book": 1,
        "verses linked": 0.5,
    }


def figures(characters: int, seconds: float, mb: float) -> dict[str, object]:
    return {
        "characters": characters,
        "claims": 3,
        "links": 2,
        "copies": 1,
        "steps": {"words": seconds, "copies": 0.0},
        "seconds": seconds,
        "mb": mb,
    }


def test_the_page_tells_exponents_by_step_and_broken_budgets() -> None:
    sizes = [Size("small", ()), Size("large", ())]
    fine = {"news": [(sizes[0], figures(100, 1.0, 80)), (sizes[1], figures(200, 4.0, 90))]}
    assert "| news" in (text := growth(fine))
    assert "2.00" in text.splitlines()[4]
    assert broken(fine) == ""
    slow = {"news": [(sizes[0], figures(100, 1.0, 80)), (sizes[1], figures(200, 61.0, 3000))]}
    assert "61 s" in broken(slow)
    assert "3000 MB" in broken(slow)


def test_an_unknown_series_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    if not SHARED.is_dir():
        pytest.skip("the measuring material (../shared) is not here")
    assert main(["--only", "tablets"]) == 2
    assert "no series named tablets" in capsys.readouterr().err
