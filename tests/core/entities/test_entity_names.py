from __future__ import annotations

import pytest
from entity_views import entities, names

from tui.core.document import Document, Span
from tui.core.entities import find_entities
from tui.core.language.sentences import split_sentences
from tui.core.language.tagged import tag_sentences

CASES = [
    ("The envoy met Vera Holm in Lisbon.", ["Vera Holm", "Lisbon"]),
    ("Kenya’s offer pleased Ada Moreau's lawyers.", ["Kenya", "Ada Moreau"]),
    ("Residents left early. Dockworkers stayed with Vera Holm.", ["Vera Holm"]),
    ("Jan van der Berg called Omar al-Rashid.", ["Jan van der Berg", "Omar al-Rashid"]),
    ("He saw J. R. Tanner Jr. and Dr Osei.", ["J. R. Tanner Jr.", "Osei"]),
    ("Police in Peru arrested two men.", ["Peru"]),
    ("On Monday the Kenya-Uganda border reopened.", ["Kenya", "Uganda"]),
    ("They left the Norrland-based firm Halden Works.", ["Norrland", "Halden Works"]),
    ("The Ministry of Trade and Industry wrote to us.", ["Ministry of Trade and Industry"]),
    ("The US and WHO agreed with us on who pays.", ["US", "WHO"]),
    ("She praised Theresa May in May 2017.", ["Theresa May"]),
    (
        "The Brenholt bridge fell, said Brenholt Bridge Club.",
        ["Brenholt bridge", "Brenholt Bridge Club"],
    ),
    ("An official said Oslo-born Ida Lund won.", ["Oslo", "Ida Lund"]),
    ("The 2031 Halden Cup began.", ["2031 Halden Cup"]),
    ("They moved from St. Louis to Perrin's Mill.", ["St. Louis", "Perrin's Mill"]),
    ("The US wrote to Article 5 readers.", ["US"]),
    ("He'll go to Oslo. We've seen it in March.", ["Oslo"]),
    ("Her song “Nights In A Cold Harbour” won.", ["Nights In A Cold Harbour"]),
    ("He wrote “Nobody in Oslo will ever sign this” to us.", ["Oslo"]),
    ("Gerard “Ace” Holm left Oslo.", ["Gerard “Ace” Holm", "Oslo"]),
    (
        "The Halden, Moss and Lillestad Railway opened.",
        ["Halden, Moss and Lillestad Railway"],
    ),
    ("She saw Norway, Spain and Italy.", ["Norway", "Spain", "Italy"]),
    ("It flew to Trinidad and Tobago.", ["Trinidad and Tobago"]),
    (
        "The Ministry of Trade, Energy and Transport met.",
        ["Ministry of Trade, Energy and Transport"],
    ),
    (
        "At the University of Texas, Austin, Vera Holm taught.",
        ["University of Texas, Austin", "Vera Holm"],
    ),
    (
        "At the University of Bergen, Norway, Vera Holm taught.",
        ["University of Bergen", "Norway", "Vera Holm"],
    ),
    ("They cited the Harbour Act of 1931.", ["Harbour Act of 1931"]),
    ("The Ratepayers' Association wrote.", ["Ratepayers' Association"]),
    ("The Halden Prosecutor's Office wrote.", ["Halden Prosecutor's Office"]),
    ("Khalifa al - Attar met Ann O ’ Hara .", ["Khalifa al - Attar", "Ann O ’ Hara"]),
    ("The Halden-oriented firm left.", ["Halden"]),
    ("They are Indigenous people of Norway.", ["Norway"]),
    ("Chapter 2: how it began\nListing 3: what they did", []),
    ("See Section 4 and Exhibit A for Oslo.", ["Oslo"]),
    ("See Section 4 and Exhibit A. Phase III began.", []),
    ("The body mass index (BMI) rose in Oslo. The BMI fell.", ["Oslo"]),
    ("The Kenyan Navy met Kenyan Ada Osei.", ["Kenyan Navy", "Kenyan", "Ada Osei"]),
    ("Ada MOREAU spoke in Oslo.", ["Ada MOREAU", "Oslo"]),
    ("The president of the Republic Ada Moreau spoke.", ["Ada Moreau"]),
    ("They sent the probe Vision 2030 to us.", ["Vision 2030"]),
    ("In Oslo 40 people left.", ["Oslo"]),
    (
        "The Republic of Korea and Ada Osei’s Women's Rights Fund won.",
        ["Republic of Korea", "Ada Osei", "Women's Rights Fund"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[c[0][:30] for c in CASES])
def test_spans_of_names(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_headline_words_are_no_names() -> None:
    text = "Vera Holm Wins Vote In Halden\n\nVera Holm won the vote in Halden, officials said."
    assert names(text) == ["Vera Holm", "Halden", "Vera Holm", "Halden"]


def test_shouted_headline_keeps_known_names() -> None:
    text = "HOLM WINS THE VOTE\n\nVera Holm won the vote. Nobody expected Holm to win."
    assert names(text) == ["HOLM", "Vera Holm", "Holm"]


def test_common_word_seen_in_lower_case_is_no_name() -> None:
    text = "Harvest came late. The harvest was poor. Harvest or not, Vera Holm stayed."
    assert names(text) == ["Vera Holm"]


def test_title_before_a_name_is_outside_its_span() -> None:
    text = "Finance Minister Vera Holm spoke."
    assert names(text) == ["Vera Holm"]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Mrs Talvik left.", "Talvik", "PERSON"),
        ("Vera Holm, 41, left.", "Vera Holm", "PERSON"),
        ("They sued Halden Shipping Ltd today.", "Halden Shipping Ltd", "ORG"),
        ("The Halden Commission met.", "Halden Commission", "ORG"),
        ("They swam in Lake Norrum.", "Lake Norrum", "PLACE"),
        ("Ghana voted.", "Ghana", "PLACE"),
        ("The Treaty of Halden was signed.", "Treaty of Halden", "EVENT"),
    ],
)
def test_types(text: str, name: str, kind: str) -> None:
    assert {e.name: e.type for e in entities(text)}[name] == kind


def test_empty_and_nameless_texts_have_no_entities() -> None:
    assert entities("") == ()
    assert entities("nothing here is called anything.", "") == ()


def test_the_agency_of_a_dateline_is_one_name() -> None:
    dateline = "TORSBY, May 9, 2022 (Coastal Wire) -"
    text = f"{dateline} Two ferries ran aground in fog. Nobody was hurt."
    document = Document("a.txt", text, metadata=(Span(0, len(dateline)),))
    body = split_sentences(document)
    found = find_entities([document], [body], [tag_sentences(document, body)])
    assert {text[m.start : m.end] for e in found for m in e.mentions} == {"TORSBY", "Coastal Wire"}
