import comparable
import numpy as np
import pytest

from tui.core.alignment.comparable import SIGNALS

RATIO, COVERED = SIGNALS.index("ratio"), SIGNALS.index("mutual coverage")


def seen(ratio: float, covered: float = 0.4) -> tuple[float, ...]:
    """What is seen of two numbers of which one is `exp(ratio)` times the other."""
    signals = np.zeros(len(SIGNALS))
    signals[[RATIO, COVERED]] = ratio, covered
    return tuple(signals.tolist())


NEAR, FAR = seen(0.1), seen(2.9)
KNOWN = [(False, [NEAR])] * 8 + [(True, [FAR])] * 8 + [(True, [NEAR]), (False, [FAR])]


def test_numbers_that_lie_as_those_that_differed_are_likelier_to_differ() -> None:
    near, far = comparable.learn(KNOWN).scores(np.asarray([NEAR, FAR]))
    assert near > 0.5 > far


def test_a_link_is_told_by_its_likeliest_numbers() -> None:
    model = comparable.learn(KNOWN)
    row = comparable.figures("made up", [(False, [FAR, NEAR]), (True, [FAR])], model)
    assert row[:4] == ["made up", "2", "1", "1 of 1"]


def test_what_is_to_be_learnt_takes_no_part(monkeypatch: pytest.MonkeyPatch) -> None:
    from linked import of_matters

    from tui.core.alignment import comparable as rule

    before = rule.numbers
    found = comparable.rows(link for _, link in zip(range(300), of_matters(True), strict=False))
    assert rule.numbers is before
    assert found
    assert all(signals for _, signals in found)
