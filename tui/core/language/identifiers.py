"""Figures that only name or place something, and so are no quantity."""

from __future__ import annotations

from tui.core.language import quantity_patterns as pattern

_FUNCTION = frozenset(
    "a about above after all almost also among an and another approximately are around as at"
    " because been before between but by even every exactly first for from had has have he her"
    " his how if in including into is it its just last least less like minus more most nearly"
    " next no not of off on only or our out over past plus roughly she since so some than that"
    " the their them then there these they this those times to total under until up upon was we"
    " were what when where which while with within yes you".split()
)


def is_code(text: str, start: int, end: int) -> bool:
    """Whether the figures at `start:end` are part of a longer code: `F-16`, `v2`, `1.2.3`, `#7`."""
    before = text[start - 1] if start else " "
    if before.isalnum() or before in "_#@/:&=§№\\^~":
        return before != "~"
    if before in "-–." and start >= 2 and (text[start - 2].isalnum() or text[start - 2] == "-"):
        return True
    if before == "," and start >= 2 and text[start - 2].isdigit():
        return True
    after = text[end : end + 2]
    if after[:1].isalpha() or after[:1] == "_":
        return True
    return len(after) == 2 and after[0] in ":/.," and after[1].isdigit()


def telephone_end(text: str, start: int) -> int | None:
    """Where the telephone, account or card number that begins at `start` ends."""
    found = pattern.TELEPHONE.match(text, start)
    if not found:
        return None
    trunk = text[start] == "0" and text[start + 1 : start + 2].isdigit()
    if text[start - 1 : start] not in ("+", "(") and " " in found[0] and not trunk:
        return None
    return found.end()


def is_named(text: str, start: int) -> bool:
    """Whether a noun before the number always makes it a name: `Article 5`, `page 12`."""
    window = max(0, start - 24)
    if text[start - 5 : start] in (" and ",) or text[start - 2 : start] == ", ":
        if listed := pattern.LISTED.search(text, window, start):
            start = listed.start()
    return pattern.NAMED.search(text, window, start) is not None


def is_part(text: str, start: int) -> bool:
    """Whether a noun before the number may make it a name: `Day six`, `phase 2`."""
    return pattern.MAYBE_NAMED.search(text, max(0, start - 16), start) is not None


def may_be_named(text: str, start: int) -> bool:
    """Whether the word before makes the number a name, where it counts nothing: `Boeing 737`."""
    if is_part(text, start):
        return True
    word = pattern.WORD_BEFORE.search(text, max(0, start - 24), start)
    return bool(
        word
        and word[1][0].isupper()
        and word[1].lower() not in _FUNCTION
        and not pattern.MONTH.match(word[1])
    )


def is_house(text: str, end: int) -> bool:
    """Whether the figures that end at `end` number a house: `14 Mill Lane`."""
    return text[end + 1 : end + 2].isupper() and pattern.STREET.match(text, end) is not None


def is_label(text: str, start: int, end: int) -> bool:
    """Whether the figures stand alone in brackets, or number a line or a list item."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if before and before in "([" and after and after in ")]":
        return True
    line = text.rfind("\n", 0, start) + 1
    if text[line:start].strip(" \t(>*-") == "" and pattern.LINE_NUMBER.match(text, end):
        return True
    return text[line:start].strip() == "" and text[end : end + 1] in ("\n", "")


def is_year(text: str, start: int, end: int) -> bool:
    """Whether four plain figures are more likely a year than a count that names nothing."""
    if end - start != 4:
        return False
    value = int(text[start:end])
    if 1900 <= value <= 2100:
        return True
    return (
        1000 <= value < 1900
        and pattern.YEAR_BEFORE.search(text, max(0, start - 10), start) is not None
    )


def is_dated(text: str, start: int, end: int) -> bool:
    """Whether four plain figures are a year although a noun follows: `the 2022 elections`."""
    if end - start != 4 or not 1900 <= int(text[start:end]) <= 2100:
        return False
    if text[end - 2 : end] == "00" and pattern.ROUND_COUNT.match(text, end):
        # "Power failed in 1900 homes", but "in the 1900 homes it then had".
        window = max(0, start - 10)
        return pattern.YEAR_OWNED.search(text, window, start) is not None
    return pattern.YEAR_ATTRIBUTE.search(text, max(0, start - 10), start) is not None
