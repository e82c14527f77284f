"""What a number counts: the head of the noun phrase it opens, from tags or from word forms."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from tui.core.language.lemma import lemma

if TYPE_CHECKING:
    from tui.core.language.tagged import TaggedSentence

_STOP = frozenset(
    "a about above according across after against ago all alone along although am among an and"
    " another any apiece are around as at away back be became because been before began behind"
    " being below beneath beside between beyond both brought but by came can cannot come could"
    " did died do does done down dr dr. during each earlier either else even ever every except"
    " fell felt for found friday from gave get give go goes going gone got gov gov. had has have"
    " having he heard held her here hers herself him himself his how i if in including inside"
    " instead into is it its itself just kept knew last later least led left less like lost made"
    " make many may me met might monday more most mr mr. mrs mrs. ms ms. much must my near"
    " neither never next no nor not now of off often on once one only onto onwards or our out"
    " outside over overall per plus put quite ran rather rep rep. respectively said sat saturday"
    " saw say says sen sen. sent shall she should showed since so some soon spent spoke still"
    " stood such sunday take taken than that the their them themselves then there these they"
    " this those thought through throughout thursday till to today together told tomorrow"
    " tonight too took toward towards tuesday under unless until up upon us via was we wednesday"
    " went were what when where whether which while who whom whose why will with within without"
    " won worth would wrote yesterday yet you your".split()
)
"""Words that end a noun phrase, or can't stand in one."""
_SKIPPED = frozenset("more other further additional extra fewer such different less".split())
"""Modifiers that would end the phrase, but not straight after a number."""
_PLURAL = frozenset(
    "people men women children police policemen policewomen fishermen congressmen feet teeth geese"
    " mice oxen lice sheep cattle deer fish aircraft spacecraft personnel staff crew troops"
    " livestock poultry swine data media bacteria criteria phenomena gunmen firemen seamen"
    " crewmen clergymen servicemen servicewomen businessmen lawmen horsemen footmen bowmen"
    " swordsmen townsmen kinsmen countrymen militiamen tribesmen spokesmen chairmen salesmen"
    " airmen workmen brethren kine souls dead wounded injured missing killed hurt homeless"
    " folk cannon salmon trout dice offspring species series headquarters crossroads".split()
)
_TAIL = frozenset("dead wounded injured missing killed hurt homeless".split())
"""Count nouns only where no other noun follows: "50 dead", "12 injured"."""
_NOT_PLURAL = frozenset(
    "always perhaps besides afterwards towards thus versus yes across less nevertheless whereas"
    " sometimes overseas various previous serious religious famous dangerous numerous news"
    " politics economics mathematics".split()
)
_IN_PHRASE = frozenset("JJ JJR JJS VBN VBG CD RB NNP".split())
"""Tags of words that may stand between a number and its noun."""
_WORD = re.compile(r"[A-Za-zÀ-ɏ]+(?:['’](?!s\b)[A-Za-z]+)?(?:-[A-Za-zÀ-ɏ]+)*")
_GAP = re.compile(r"[ \u00a0\n]")
_OF = re.compile(
    r"\s(?:of|out of|among)\s"
    r"(?:(?:the|its|their|his|her|our|all|these|those|some|every|this|that)\s)*"
    r"(?:[0-9][0-9,.]*\s(?:million\s|billion\s)?|(?:two|three|four|five|six|seven|eight|nine|ten"
    r"|eleven|twelve|dozen|hundred|thousand|hundreds|thousands)\s(?:of\s)?)?",
    re.I,
)
_SAME = {
    "people": "person",
    "individual": "person",
    "men": "man",
    "women": "woman",
    "troop": "troop",
}


def singular(word: str) -> str:
    """The lower-cased lemma of a noun, with `person` for `people`."""
    low = word.lower()
    return _SAME.get(low) or _singular(low)


@cache
def _singular(word: str) -> str:
    base = lemma(word, "NNS")
    return _SAME.get(base, base)


def counted_after(
    text: str,
    at: int,
    end: int,
    plural: bool | None,
    tagged: TaggedSentence | None = None,
) -> tuple[str, int] | None:
    """The lemma and the end of the noun that a number ending at `at` counts.

    `plural`: the number asks for a plural (it is not 1), which is what tells a noun from a verb
    where there are no tags; None where either will do, as after a share.
    """
    if tagged is not None:
        return _by_tags(at, end, bool(plural), tagged)
    return _by_form(text, at, end, bool(plural), plural is None)


def counted_of(
    text: str,
    at: int,
    end: int,
    plural: bool | None,
    tagged: TaggedSentence | None = None,
) -> str | None:
    """The noun in `12 of the 40 passengers`, `hundreds of people`, `15% of the population`."""
    of = _OF.match(text, at, end)
    if not of:
        return None
    found = counted_after(text, of.end() - 1, end, plural, tagged)
    return found[0] if found else None


def hyphened(text: str, at: int, end: int) -> tuple[str, int] | None:
    """The noun joined by a hyphen: `30-story building`, `three-man crew`, `200-strong`."""
    if at >= end or text[at] != "-":
        return None
    word = re.compile(r"[A-Za-z]{3,}").match(text, at + 1, end)
    if not word or word[0].lower() in ("strong", "fold", "plus", "odd", "something", "and"):
        return None
    return singular(word[0]), word.end()


def is_plural(word: str) -> bool:
    """Whether a word looks like a plural noun, judged by its form alone."""
    low = word.lower()
    if low in _PLURAL or low.endswith(("children", "women")):
        return True
    return (
        (len(low) > 3 or (len(low) == 3 and word[:2].isupper()))
        and low.endswith("s")
        and not low.endswith(("ss", "us", "is"))
        and low not in _NOT_PLURAL
        and low not in _STOP
    )


def _by_form(
    text: str, at: int, end: int, plural: bool, any_number: bool
) -> tuple[str, int] | None:
    best: tuple[str, int] | None = None
    seen = 0
    while seen < 7:
        gap = _GAP.match(text, at, end)
        word = _WORD.match(text, gap.end(), end) if gap else None
        if not word:
            break
        low = word[0].lower()
        if low in _STOP and not (seen == 0 and low in _SKIPPED):
            break
        if best and low.endswith("ly"):
            break
        is_noun = is_plural(word[0])
        if best and not is_noun and plural:
            break
        if seen and not plural and (low.endswith(("ed", "ing")) or (is_noun and not any_number)):
            break
        if is_noun and not plural and not any_number:
            break
        if is_noun or (not plural and low not in _SKIPPED and not low.endswith(("ed", "ing"))):
            if low in _TAIL and best:
                break
            best = (singular(word[0].rpartition("-")[2]), word.end())
        at = word.end()
        seen += 1
        if text[at : at + 2] in ("'s", "’s") or text[at : at + 1] in ("'", "’"):
            # "Two soldiers' bodies": the owner is not what is counted.
            at += 2 if text[at + 1 : at + 2] == "s" else 1
            best = None
    return best


def _by_tags(at: int, end: int, plural: bool, tagged: TaggedSentence) -> tuple[str, int] | None:
    best: tuple[str, int] | None = None
    first = i = tagged.token_at(at)
    last = at
    while i < len(tagged) and i < first + 9 and tagged.ends[i] <= end:
        tag, low = tagged.tags[i], tagged.lower[i]
        # White space, or the hyphen after the number, but never "10% (of it)".
        if tagged.starts[i] - last > 2:
            break
        is_noun = tag.startswith("NN") and low not in _STOP
        if i == first and plural and tag == "VBZ" and _finite(tagged, i + 1):
            # The tagger took a noun for a verb: "a dozen wells ran dry".
            return singular(tagged.words[i]), tagged.ends[i]
        if is_noun and (not plural or tag.endswith("S") or low in _PLURAL):
            best = (singular(tagged.words[i].rpartition("-")[2]), tagged.ends[i])
        elif tag == "POS":
            best = None
        elif low in _TAIL and not best and (i + 1 == len(tagged) or tagged.tags[i + 1] != "NNS"):
            return low, tagged.ends[i]
        elif (best and plural) or not (
            is_noun or tag in _IN_PHRASE or low in _SKIPPED or (tag == "VBD" and i == first)
        ):
            comma = tag == "," and i > first and tagged.tags[i - 1].startswith("JJ")
            if best or not comma:
                break
        elif best and tag not in ("NN", "NNS", "NNP", "NNPS"):
            break
        last = tagged.ends[i]
        i += 1
    return best


def _finite(tagged: TaggedSentence, i: int) -> bool:
    return i < len(tagged) and tagged.tags[i] in ("VBD", "VBP", "MD")
