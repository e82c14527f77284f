"""Nothing is written for the sample documents: other names in them give the same structure."""

from pathlib import Path

from tui.core.comparison import Comparison, compare
from tui.core.document import Document

SEEDS = Path(__file__).parents[2] / "seeds"

OTHER_NAMES = {
    "Nagorno-Karabakh": "Upper Tarnava",
    "Karabakh": "Tarnava",
    "Republic of Azerbaijan": "Republic of Hungary",
    "Azerbaijani": "Hungarian",
    "Azerbaijan": "Hungary",
    "Armenian": "Slovak",
    "Armenia": "Slovakia",
    "Baku": "Budapest",
    "BAKU": "BUDAPEST",
    "Yerevan": "Bratislava",
    "Moscow": "Warsaw",
    "Russian": "Polish",
    "Sergei Lavrov": "Marek Dolny",
    "Ilham Aliyev": "Viktor Halmos",
    "Aliyev": "Halmos",
    "Antony Blinken": "Jeffrey Walden",
    "Anthony Blinken": "Geoffrey Walden",
    "International Committee of the Red Cross": "International Federation of the Blue Lamp",
    "ICRC": "IFBL",
    "Lachin": "Belin",
    "Khankendi": "Oradin",
    "Stepanakert": "Marosten",
    "Goris": "Tordas",
    "U.S.": "U.K.",
    "US ": "UK ",
}


def renamed(text: str) -> str:
    for old, new in OTHER_NAMES.items():
        text = text.replace(old, new)
    return text


def structure(found: Comparison) -> dict[str, object]:
    return {
        "claims": [(c.document, c.sentence, c.negated, c.modality) for c in found.claims],
        "attributed": [bool(c.attribution) for c in found.claims],
        "dates": [d.value for c in found.claims for d in c.dates],
        "numbers": [q.value for c in found.claims for q in c.quantities],
        "entities": sorted(len(e.mentions) for e in found.entities),
    }


def links(found: Comparison, *tentative: bool) -> set[tuple[str, str, str]]:
    return {(x.a, x.b, x.relation) for x in found.links if x.tentative in tentative}


def test_other_names_give_the_same_structure() -> None:
    texts = {p.name: p.read_text(encoding="utf-8") for p in sorted(SEEDS.glob("*.txt"))}
    assert texts
    mine = compare([Document(n, t) for n, t in texts.items()])
    other = compare([Document(n, renamed(t)) for n, t in texts.items()])
    assert structure(mine) == structure(other)
    # a name has letters and a meaning, so it moves a score: of the sure links a fifth may go
    for one, another in ((mine, other), (other, mine)):
        sure = links(one, False)
        assert sure
        assert len(sure - links(another, False, True)) <= len(sure) / 5
