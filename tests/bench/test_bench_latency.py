import latency
import pytest
from common import UnavailableError
from handed import made_up
from latency import BUDGETS, KEYS, Answer, Costs, answer, is_news, main, page, presses, text_of

from tui.core.document import Document
from tui.reader.index import Index

HEADER = b"\x1b[1;150H\x1b[1mcomparing 5%\x1b[0m\x1b[1;1H"
ROWS = b"\x1b[4;30Hone\x1b[5;30Htwo"


def costs(milliseconds: float, silent: int = 0) -> Costs:
    one = Answer(milliseconds / 2000, milliseconds / 1000)
    return Costs({kind: [one] * 20 + [None] * silent for kind in KEYS})


def test_texts_are_the_same_each_time_and_as_long_as_asked() -> None:
    once = text_of(10_000, 0)
    assert once == text_of(10_000, 0)
    assert 10_000 <= len(once.encode()) < 13_000
    assert once != text_of(10_000, 1)
    halves = once.split("\n\n")
    middle = len(halves) // 2
    assert halves[:middle] != halves[middle:], "the order changes"


def test_news_of_the_analysis_is_no_answer() -> None:
    assert is_news(HEADER)
    assert not is_news(HEADER + ROWS)
    assert answer([(0.01, HEADER)]) is None
    assert answer([(0.01, HEADER), (0.2, ROWS), (0.21, ROWS), (0.4, ROWS)]) == Answer(0.2, 0.21)
    assert answer([]) is None


def test_keys_take_turns_and_go_back() -> None:
    assert [kind for kind, _ in presses(2)] == [*KEYS, *KEYS]
    assert [key for kind, key in presses(2) if kind == "page"] == list(KEYS["page"])


@pytest.mark.parametrize("state", BUDGETS)
def test_what_is_slow_or_silent_breaks_the_budget(state: str) -> None:
    def kept(reader: Costs) -> bool:
        return page({("1 MB", "bare"): costs(10), ("1 MB", state): reader}, "About.")[1]

    assert kept(costs(10 * BUDGETS[state] - 0.1))
    assert not kept(costs(10 * BUDGETS[state] + 0.1))
    assert not kept(costs(1, silent=21))
    assert not kept(Costs())


def test_the_page_gives_ratios_to_the_bare_app() -> None:
    found = {("1 MB", "bare"): costs(10), ("1 MB", "vim -d"): costs(5, silent=2)}
    text, kept = page(found, "About.")
    row = next(line for line in text.splitlines() if "vim -d" in line)
    cells = [cell.strip() for cell in row.split("|")[1:-1]]
    assert cells[:4] == ["1 MB: vim -d", "line", "22", "2"]
    assert cells[4:] == ["2.5", "5.0", "5.0", "5.0", "0.50", "0.50", ""]
    assert kept, "vim has no budget"


def test_a_made_up_analysis_fills_the_reader() -> None:
    texts = (text_of(3000, 0), text_of(3000, 1))
    found = made_up([Document(str(k), text) for k, text in enumerate(texts)])
    index = Index(found)
    for claim in found.claims:
        words = texts[claim.document][claim.start : claim.end]
        assert words == words.strip()
        assert "\n" not in words
    first = index.claims[0][0]
    assert [c.claim.id for c in index.counterparts(first)] == [index.claims[1][0].id]
    assert all(index.counts()[kind] for kind in ("agrees", "differs", "contradicts", "only"))


def test_a_program_that_cannot_be_measured_is_told(monkeypatch, capsys) -> None:
    def fails(*_: object) -> None:
        raise UnavailableError("nothing was drawn")

    monkeypatch.setattr(latency, "measure", fails)
    assert main(["--only", "10 KB"]) == 2
    assert "nothing was drawn" in capsys.readouterr().err
    with pytest.raises(SystemExit):
        main(["--write", "--only", "10 KB"])
