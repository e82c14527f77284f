"""What the head of a document tells: title, date, and the stretches that state nothing."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.document import Document
from tui.core.language.header import with_headers

SEEDS = Path(__file__).resolve().parents[3] / "seeds"
PROSE = "The council of the town met in the hall that evening and chose a new warden for the year."

MAIL = """From: Ann <ann@example.org>
To: Bob
Date: Thu, 4 Mar 2021 10:00:00 +0000
Subject: Re: The warden"""


def read(text: str) -> Document:
    (document,) = with_headers([Document("a", text)])
    return document


def metadata(document: Document) -> list[str]:
    return [document.text[start:end] for start, end in document.metadata]


@pytest.mark.parametrize(
    ("text", "title", "date", "spans"),
    [
        (f" date 2021-03-04 {PROSE}", None, "2021-03-04", ["date 2021-03-04"]),
        (f"DATE: 2021-03-04 {PROSE}", None, "2021-03-04", ["DATE: 2021-03-04"]),
        (f"Published: 4 March 2021\n\n{PROSE}", None, "2021-03-04", ["Published: 4 March 2021"]),
        (
            f"Title: Warden chosen\nDate: 4 March 2021\n\n{PROSE}",
            "Warden chosen",
            "2021-03-04",
            ["Title: Warden chosen\nDate: 4 March 2021"],
        ),
        (
            f"{MAIL}\n\nDear Bob,\n\n{PROSE}",
            "The warden",
            "2021-03-04",
            [MAIL],
        ),
        (
            f'---\ntitle: "A warden"\ndate: 2021-03-04\ntags: [town]\n---\n\n{PROSE}',
            "A warden",
            "2021-03-04",
            ['---\ntitle: "A warden"\ndate: 2021-03-04\ntags: [town]\n---'],
        ),
        (f"# The warden #\n\n{PROSE}", "The warden", None, []),
        (f"The warden of the town\n=====\n\n{PROSE}", "The warden of the town", None, []),
        (f"Warden chosen in town\n\n{PROSE}", "Warden chosen in town", None, []),
        (
            f"Warden chosen in town\nBy Ann Smith, Town Press\nMarch 4, 2021\n{PROSE}",
            "Warden chosen in town",
            "2021-03-04",
            ["By Ann Smith, Town Press", "March 4, 2021"],
        ),
        (
            f"Town News - Warden chosen - March 4, 2021\n{PROSE}",
            "Town News - Warden chosen - March 4, 2021",
            "2021-03-04",
            [],
        ),
        (
            f"Thursday, March 4, 2021 16:25 EST\n{PROSE}",
            None,
            "2021-03-04",
            ["Thursday, March 4, 2021 16:25 EST"],
        ),
        (f"LEEDS, March 4, 2021 — {PROSE}", None, "2021-03-04", ["LEEDS, March 4, 2021 —"]),
        (f"LEEDS (Reuters) - {PROSE}", None, None, ["LEEDS (Reuters) -"]),
        (f"LEEDS — {PROSE}", None, None, ["LEEDS —"]),
        (f"LEEDS, England (AP) _ {PROSE}", None, None, ["LEEDS, England (AP) _"]),
        (
            f"LEEDS, England, March 4, 2021 /PRNewswire/ -- {PROSE}",
            None,
            "2021-03-04",
            ["LEEDS, England, March 4, 2021 /PRNewswire/ --"],
        ),
        (f"Leeds, 4 March 2021 – {PROSE}", None, "2021-03-04", ["Leeds, 4 March 2021 –"]),
        (f"(CNN) -- {PROSE}", None, None, ["(CNN) --"]),
        (
            f"FOR IMMEDIATE RELEASE\nMarch 4, 2021\n\nAcme names a warden\n\n{PROSE}",
            "Acme names a warden",
            "2021-03-04",
            ["March 4, 2021"],
        ),
        (f"SERVICE AGREEMENT\n\n{PROSE}", "SERVICE AGREEMENT", None, []),
        (f"Leeds, 4 March 2021\n\nDear Sir,\n{PROSE}", None, "2021-03-04", ["Leeds, 4 March 2021"]),
    ],
)
def test_the_head_is_read(text, title, date, spans):
    document = read(text)
    assert (document.title, document.date, metadata(document)) == (title, date, spans)


@pytest.mark.parametrize(
    "text",
    [
        PROSE,
        f"On March 4, 2021 the town burned. {PROSE}",
        f"March 4 was a cold day in Leeds. {PROSE}",
        f"A.D. 827. {PROSE}\nA.D. 828. {PROSE}",
        f"Note: {PROSE}",
        f"Dear Ann\n\n{PROSE}",
        f"1. Definitions\n\n{PROSE}",
        "Of wardens and the towns they long have kept\nAnd of the keys they carry while we slept",
        "the council of the town met in\nthe hall that evening and chose a\nnew warden",
        f"He came in. He sat down\n{PROSE}",
        f"To date 2021-03-04 is the last day. {PROSE}",
        "",
        "\n\n",
        "---",
    ],
)
def test_prose_is_not_taken_for_a_header(text):
    document = read(text)
    assert (document.title, document.date, document.metadata) == (None, None, ())


@pytest.mark.parametrize(
    "text",
    [
        f"WARDENS' LODGE\nOrder 12 to all lodges, 4 March 2021\n\n{PROSE}",
        f"Minutes of the annual meeting held on 4 March 2021\n\nPresent: Ann Lee.\n\n{PROSE}",
        f"# The mill\n\n*Mill notes, updated 4 March 2021*\n\n{PROSE}",
        f"Re: the mill wheel?\nannk, Thu 4 Mar 2021, 09:10\n\n{PROSE}",
        f"LODGE OF LEEDS\nReport 21/7. Issued 4 March 2021. Grade: low.\n\n{PROSE}",
        f"The mill wheel\nA. Lee, B. Orr and others. Published 4 March 2021\n\n{PROSE}",
        f"Interview recorded on 4 March 2021 in the mill. Speaker: Ann Lee.\n\n{PROSE}",
        f"Millers' Mutual\nTo Ms Ann Lee, Leeds\n4 March 2021\n\nDear Ms Lee,\n\n{PROSE}",
        f"THE LODGES\nEvidence of Ann Lee, sworn 4 March 2021\n\n{PROSE}",
        f"Leeds, this 4th day of March, 2021\n\n{PROSE}",
        f"[4 March 2021, 14:02] Ann: hello all\n\n{PROSE}",
        f"TENANCY\nPremises: the mill, Leeds. Date: 4 March 2021\n\n{PROSE}",
        f"Dear Ann,\n\n{PROSE}\n\nBob Orr\nLeeds, 4 March 2021",
        f"THE LODGES\n\n{PROSE}\n\nDone at Leeds on 4 March 2021.",
    ],
)
def test_a_line_that_names_the_document_dates_it(text: str) -> None:
    assert read(text).date == "2021-03-04"


@pytest.mark.parametrize(
    "text",
    [
        f"Ann Lee\nDate of birth: 4 March 1970\n\n{PROSE}",
        f"WARDENS' LODGE\nNext meeting: 4 March 2021\n\n{PROSE}",
        f"Papers for the next meeting on 4 March 2021\n\n{PROSE}",
        f"In Leeds on Thursday, 4 March 2021, the lodge met in the hall.\n{PROSE}",
        f"The lodge, which met on Thursday, 4 March 2021,\nchose a warden.\n{PROSE}",
        f"Accounts for the year ended 4 March 2021\n\n{PROSE}",
        f"Valid from 4 March 2021\n\n{PROSE}",
        f"Thefts in Leeds since 4 March 2021\n\n{PROSE}",
        f"The warden of Leeds, born 4 March 1950, has died\n\n{PROSE}",
        f"{PROSE}\n\nShe was buried on 4 March 2021.",
        f"{PROSE}\n\nThursday, 4 March 2021.",
        f"{PROSE}\n\nLeeds Lodge, 4 March 2021\n\n{PROSE}",
    ],
)
def test_a_date_that_a_line_only_tells_of_is_not_the_documents(text: str) -> None:
    assert read(text).date is None


def test_a_dateline_takes_its_year_from_the_other_documents():
    first = Document("a", f" date 2021-12-30 {PROSE}")
    second = Document("b", f"LEEDS, Jan 2 {PROSE}")
    assert [d.date for d in with_headers([first, second])] == ["2021-12-30", "2022-01-02"]
    assert [d.date for d in with_headers([second, first])] == ["2022-01-02", "2021-12-30"]


def test_a_dateline_takes_its_year_from_the_text_where_no_other_date_is_known():
    told = read(f"LEEDS, Jan 2 - {PROSE} It has stood since December 12, 2019.")
    assert told.date == "2020-01-02"
    assert read(f"LEEDS, Jan 2 - {PROSE}").date is None


def test_what_is_known_stays():
    given = Document("a", f"Warden chosen in town\nMarch 4, 2021\n{PROSE}", title="T", date="1999")
    (document,) = with_headers([given])
    assert (document.title, document.date) == ("T", "1999")
    assert metadata(document) == ["March 4, 2021"]


def test_the_seeds_are_dated():
    texts = [path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    assert len(texts) == 2
    first, second = with_headers([Document(str(k), text) for k, text in enumerate(texts)])
    assert (first.date, second.date) == ("2023-01-23", "2023-01-24")
    assert (metadata(first), metadata(second)) == (["date 2023-01-23"], ["BAKU, Jan 24"])
    assert (first.title, second.title) == (None, None)


LINES = st.lists(
    st.sampled_from(
        [
            "LEEDS, Jan 2 (AP) - It rained.",
            "date 2021-03-04 It rained.",
            "---",
            "title: x",
            "Date: 31 February 2020",
            "# A title",
            "By Ann Smith",
            "March 4, 2021",
            "Warden chosen in town",
            "",
            "=====",
            PROSE,
        ]
    ),
    max_size=6,
).map("\n".join)


@given(st.lists(st.one_of(LINES, st.text(max_size=60)), max_size=3))
def test_a_second_run_changes_nothing_and_the_text_stays(texts):
    once = with_headers([Document(str(k), text) for k, text in enumerate(texts)])
    assert with_headers(once) == once
    assert [d.text for d in once] == texts
    for document in once:
        position = 0
        for start, end in document.metadata:
            assert position <= start < end <= len(document.text)
            position = end


def test_a_dateline_line_that_also_ends_in_a_date_is_prose() -> None:
    text = "TOLVIK, May 4, 2031 A ferry went aground near Tolvik on May 3.\n\nNobody was hurt."
    (document,) = with_headers([Document("a", text)])
    assert document.date == "2031-05-04"
    assert [text[a:b] for a, b in document.metadata] == ["TOLVIK, May 4, 2031"]
