"""Lemmas: the dictionary form of a word, given its tag."""

from __future__ import annotations

import pytest

from tui.core.language.lemma import lemma


@pytest.mark.parametrize(
    ("forms", "tag", "expected"),
    [
        ("Vehicles children studies wives buses heroes women crises taxes", "NNS",
         "vehicle child study wife bus hero woman crisis tax"),
        ("stopped held was went hoped hopped referred offered died agreed lay laid", "VBD",
         "stop hold be go hope hop refer offer die agree lie lay"),
        ("taken slain born used fled committed", "VBN", "take slay bear use flee commit"),
        ("making dying hitting opening writing", "VBG", "make die hit open write"),
        ("is has studies goes says", "VBZ", "be have study go say"),
        ("bigger worse later happier", "JJR", "big bad late happy"),
        ("n’t not quickly", "RB", "not not quickly"),
        ("wo ca 'll ’ll", "MD", "will can will will"),
    ],
)  # fmt: skip
def test_forms_go_back_to_their_lemma(forms: str, tag: str, expected: str) -> None:
    assert [lemma(form, tag) for form in forms.split()] == expected.split()


def test_the_tag_decides_between_lemmas() -> None:
    assert lemma("found", "VBD") == "find"
    assert lemma("founded", "VBD") == "found"
    assert lemma("lives", "NNS") == "life"
    assert lemma("lives", "VBZ") == "live"
    assert lemma("'s", "VBZ") == "be"
    assert lemma("'s", "POS") == "'s"


def test_names_keep_their_letters() -> None:
    assert lemma("Rogers", "NNP") == "Rogers"
    assert lemma("Bahamas", "NNPS") == "Bahamas"


def test_words_outside_the_lexicon_follow_the_spelling() -> None:
    assert lemma("retweeted", "VBD") == "retweet"
    assert lemma("geofenced", "VBN") == "geofence"
    assert lemma("airstrikes", "NNS") == "airstrike"
    assert lemma("vice-presidents", "NNS") == "vice-president"
