"""How far apart two spellings are."""

from __future__ import annotations


def within(most: int, a: str, b: str) -> bool:
    """Whether `most` letters put in, left out or changed, or fewer, make `a` of `b`.

    The distance is Levenshtein's. Meant for words and for one or two letters: the time grows with
    the power of `most`.
    """
    if abs(len(a) - len(b)) > most:
        return False
    start = 0
    while start < len(a) and start < len(b) and a[start] == b[start]:
        start += 1
    a, b = a[start:], b[start:]
    if not a or not b or not most:
        return len(a) + len(b) <= most
    return (
        within(most - 1, a[1:], b[1:]) or within(most - 1, a[1:], b) or within(most - 1, a, b[1:])
    )
