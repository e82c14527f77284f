"""What keeps two clusters apart, whatever a rule may say."""

from __future__ import annotations

from tui.core.entities.clusters import Profile
from tui.core.entities.forms import Tokens
from tui.core.entities.people import compatible


def forbids(a: Profile, b: Profile) -> bool:
    """True where the clusters cannot be one entity."""
    return _types(a, b) or _genders(a, b) or _people(a, b) or _countries(a, b)


def _types(a: Profile, b: Profile) -> bool:
    """A person is no body and no place; a place is no body."""
    if not a.types or not b.types:
        return False
    if ("PERSON" in a.types) != ("PERSON" in b.types):
        return True
    return (
        not (a.types & b.types)
        and {"PLACE", "ORG"} <= (a.types | b.types)
        and bool(a.countries or b.countries)
    )


def _genders(a: Profile, b: Profile) -> bool:
    return bool(a.genders and b.genders) and not (a.genders & b.genders)


def _people(a: Profile, b: Profile) -> bool:
    """Two full names that no one person bears."""
    return any(
        not compatible(x, y) and not _is_other(x, a, y) and not _is_other(y, b, x)
        for x in a.people
        for y in b.people
    )


def _is_other(name: Tokens, of: Profile, given: Tokens) -> bool:
    """A text gives a person the name besides another, which fits the given one."""
    return name in of.stated and any(compatible(given, other) for other in of.stated)


def _countries(a: Profile, b: Profile) -> bool:
    return bool(a.countries and b.countries) and a.countries != b.countries
