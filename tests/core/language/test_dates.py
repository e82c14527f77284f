"""Dates: how they are written, and what they come to against a document's own date."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.language.date_values import easter
from tui.core.language.dates import compare_dates, find_dates
from tui.core.model import Date

REFERENCE = "2023-01-24"
"""A Tuesday."""


def found(text: str, reference: str | None = REFERENCE) -> list[tuple[str, str | None]]:
    dates = find_dates(text, 0, len(text), reference)
    return [(text[d.start : d.end], d.value) for d in dates]


ONE = [
    # full dates
    ("On March 3, 2021 she left", "March 3, 2021", "2021-03-03"),
    ("On March 3rd, 2021 she left", "March 3rd, 2021", "2021-03-03"),
    ("on 3 March 2021", "3 March 2021", "2021-03-03"),
    ("on 3rd March, 2021", "3rd March, 2021", "2021-03-03"),
    ("on the 3rd of March 2021", "3rd of March 2021", "2021-03-03"),
    ("on the third of March", "third of March", "2022-03-03"),
    ("on the twentieth of March, 1888", "twentieth of March, 1888", "1888-03-20"),
    ("on 3-Mar-2021", "3-Mar-2021", "2021-03-03"),
    ("on Wed, 3 Mar 2021", "Wed, 3 Mar 2021", "2021-03-03"),
    ("on Wednesday, March 3, 2021", "Wednesday, March 3, 2021", "2021-03-03"),
    ("MARCH 3, 2021", "MARCH 3, 2021", "2021-03-03"),
    ("Sept. 9, 2001", "Sept. 9, 2001", "2001-09-09"),
    ("2021-03-03", "2021-03-03", "2021-03-03"),
    ("2021-03-03T12:30:00Z", "2021-03-03T12:30:00Z", "2021-03-03"),
    ("2021/03/03", "2021/03/03", "2021-03-03"),
    ("20210303", "20210303", "2021-03-03"),
    ("due 03.04.2021", "03.04.2021", "2021-04-03"),
    ("due 3/23/2021", "3/23/2021", "2021-03-23"),
    ("due 23/3/2021", "23/3/2021", "2021-03-23"),
    ("due 3/3/2021", "3/3/2021", "2021-03-03"),
    ("due 3/4/2021", "3/4/2021", "2021"),
    ("due 1/2/2023", "1/2/2023", "2023"),
    ("due 12/31/99", "12/31/99", "1999-12-31"),
    ("on 31 February 2020", "31 February 2020", None),
    # no year
    ("On January 18 he said", "January 18", "2023-01-18"),
    ("On Jan. 18 he said", "Jan. 18", "2023-01-18"),
    ("since December 12 it has", "December 12", "2022-12-12"),
    ("on 12 December it did", "12 December", "2022-12-12"),
    ("on January 27 it did", "January 27", "2023-01-27"),
    ("They will meet on March 5", "March 5", "2023-03-05"),
    ("a vote is scheduled for March 5", "March 5", "2023-03-05"),
    ("They met on March 5", "March 5", "2022-03-05"),
    ("on December 12 last year the", "December 12 last year", "2022-12-12"),
    ("on December 12 this year the", "December 12 this year", "2023-12-12"),
    ("on Feb. 29 it", "Feb. 29", "2020-02-29"),
    # parts
    ("in December 2022", "December 2022", "2022-12"),
    ("in December of 2022", "December of 2022", "2022-12"),
    ("in December", "December", "2022-12"),
    ("last December", "last December", "2022-12"),
    ("next March", "next March", "2023-03"),
    ("since March last year", "March last year", "2022-03"),
    ("in 2019", "2019", "2019"),
    ("the 2019 floods", "2019", "2019"),
    ("Its 1848 rising", "1848", "1848"),
    ("since 1066 they", "1066", "1066"),
    ("(1987)", "1987", "1987"),
    ("in the spring of 1943", "spring of 1943", "1943"),
    ("in Summer 1943", "Summer 1943", "1943"),
    ("in the 1990s", "1990s", "199X"),
    ("the nineteenth century", "nineteenth century", "18XX"),
    ("a 5th-century wall", "5th-century", "04XX"),
    ("in A.D. 827", "A.D. 827", "0827"),
    ("AD 827", "AD 827", "0827"),
    ("in 480 BC", "480 BC", "-0479"),
    ("in the year 827", "827", "0827"),
    # relative to the document
    ("today", "today", "2023-01-24"),
    ("yesterday", "yesterday", "2023-01-23"),
    ("tomorrow", "tomorrow", "2023-01-25"),
    ("yesterday evening", "yesterday evening", "2023-01-23"),
    ("the day before yesterday", "day before yesterday", "2023-01-22"),
    ("last night", "last night", "2023-01-23"),
    ("this morning", "this morning", "2023-01-24"),
    ("on Tuesday he", "Tuesday", "2023-01-24"),
    ("on Wednesday he", "Wednesday", "2023-01-18"),
    ("late Wednesday night", "Wednesday night", "2023-01-18"),
    ("last Tuesday", "last Tuesday", "2023-01-17"),
    ("next Tuesday", "next Tuesday", "2023-01-31"),
    ("it will reopen on Friday", "Friday", "2023-01-27"),
    ("he said on Friday it would", "Friday", "2023-01-20"),
    ("last week", "last week", "2023-W03"),
    ("last month", "last month", "2022-12"),
    ("last year", "last year", "2022"),
    ("next year", "next year", "2024"),
    ("two days ago", "two days ago", "2023-01-22"),
    ("a month ago", "a month ago", "2022-12"),
    ("twenty-five years ago", "twenty-five years ago", "1998"),
    ("a few days ago", "a few days ago", None),
    # times
    ("at 5:50 p.m.", "5:50 p.m.", "T17:50"),
    ("at 5 pm", "5 pm", "T17:00"),
    ("at 12 a.m.", "12 a.m.", "T00:00"),
    ("at 17:50", "17:50", "T17:50"),
    ("at 1450 GMT", "1450 GMT", "T14:50Z"),
    ("at 14:50 UTC", "14:50 UTC", "T14:50Z"),
    ("at 6 o'clock", "6 o'clock", "T06:00"),
    ("at 8 in the evening", "8 in the evening", "T20:00"),
    ("at noon", "noon", "T12:00"),
    # old style
    ("on the Kalends of March", "Kalends of March", None),
    ("on the feast of St. John", "feast of St. John", None),
    ("in the third year of King Alfred", "third year of King Alfred", None),
    ("on New Year's Eve 1999", "New Year's Eve 1999", "1999-12-31"),
]


TENSES = [
    # what is to come
    ("The new fares take effect on 1 March.", "1 March", "2023-03-01"),
    ("The lease runs out in July.", "July", "2023-07"),
    ("The pool reopens on Thursday.", "Thursday", "2023-01-26"),
    ("Entries for the race close on 2 May.", "2 May", "2023-05-02"),
    ("From 1 July nobody will pay the toll.", "1 July", "2023-07-01"),
    ("In March the tolls will fall.", "March", "2023-03"),
    ("The toll, which was to end in December, stays.", "December", "2023-12"),
    ("I should like to see the barn in May, if I may.", "May", "2023-05"),
    ("Bring your own oars on Saturday.", "Saturday", "2023-01-28"),
    ("All sailings up to and including Friday are off.", "Friday", "2023-01-27"),
    ("She said the ferry would sail again on Friday.", "Friday", "2023-01-27"),
    ("Nothing will be heard of it before March, they say.", "March", "2023-03"),
    ("You have the barn from 2 March.", "2 March", "2023-03-02"),
    ("Guests are asked to come on Thursday as ever.", "Thursday", "2023-01-26"),
    ("Ten per cent from July.", "July", "2022-07"),
    ("Ten per cent from March.", "March", "2023-03"),
    ("By Friday all will be well.", "Friday", "2023-01-27"),
    ("The burial is on Friday.", "Friday", "2023-01-27"),
    ("They play the town side on Saturday.", "Saturday", "2023-01-28"),
    ("The vote on 3 March decides it.", "3 March", "2023-03-03"),
    ("It opens on Monday next week.", "Monday next week", "2023-01-30"),
    ("It opens Friday week.", "Friday week", "2023-02-03"),
    ("It opens a week on Friday.", "Friday", "2023-02-03"),
    ("The fair is on Friday 3 February, they say.", "Friday 3 February", "2023-02-03"),
    # what was
    ("It fell on Monday of last week.", "Monday of last week", "2023-01-16"),
    ("It fell on Tuesday last.", "Tuesday last", "2023-01-17"),
    ("It fell on the 28th ult.", "28th ult", "2022-12-28"),
    ("The letter of 3 March tells of five faults.", "3 March", "2022-03-03"),
    ("The paper dated 3 March is in the drawer.", "3 March", "2022-03-03"),
    ("A rock slide cut the road and hit a barn on 2 March.", "2 March", "2022-03-02"),
    ("It was shut until 3 January.", "3 January", "2023-01-03"),
    ("It fell on Monday 1 November, after rain.", "Monday 1 November", "2021-11-01"),
    ("By Monday morning the road had been cleared.", "Monday morning", "2023-01-23"),
    ("It was a find by the owner, begun in July after a tip.", "July", "2022-07"),
    ("The crash caused by a drunken driver on 30 April is in court.", "30 April", "2022-04-30"),
    ("A rower was hit by a barge on Saturday.", "Saturday", "2023-01-21"),
    ("At the beginning of December it snowed.", "December", "2022-12"),
    ("On 2 March the owner said he would sell.", "2 March", "2022-03-02"),
    ("Police found a sack that would hold a sheep in the barn on Monday.", "Monday", "2023-01-23"),
    ("The shop is still shut since the theft of 2 December.", "2 December", "2022-12-02"),
]


@pytest.mark.parametrize(("text", "span", "value"), TENSES)
def test_the_sentence_tells_which_year_or_week_is_meant(text, span, value):
    assert found(text) == [(span, value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It stood on 10 January 2023. It fell on the Friday after.", "2023-01-13"),
        ("It stood on 10 January 2023. It had cracked two nights earlier.", "2023-01-08"),
        ("It stood on 10 January 2023. It fell on the Friday after the rain.", None),
        (f"In 1961 the dam broke. {'It rained. ' * 90}The army came on 9 June.", "1961-06-09"),
        ("They say that the town had known no year like 1961.\n\nThe army came on 9 June.", None),
        (f"On 3 May 2021 it burned. {'It rained. ' * 90}It was full the day before.", None),
    ],
)
def test_without_a_date_of_its_own_a_text_is_followed_only_so_far(text, value):
    assert found(text, None)[-1][1] == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The vote is on the 26th.", "2023-01-26"),
        ("All will be told by the 5th, they say.", "2023-02-05"),
        ("Pay up before the 5th of next month.", "2023-02-05"),
        ("It snowed on 3 December 2022 and thawed on the 9th.", "2022-12-09"),
        ("It was shut from 28 December to the 3rd.", "2023-01-03"),
    ],
)
def test_a_day_may_leave_its_month_to_what_is_around_it(text, value):
    assert found(text)[-1][1] == value


@pytest.mark.parametrize(
    "text",
    [
        "He birdied on the 18th.",
        "They live on the 5th floor.",
        "She came in on the 3rd.",
        "the 12th of them",
    ],
)
def test_an_ordinal_is_no_day(text):
    assert found(text) == []


FEASTS = [
    ("In the year of our Lord 1301, on the morrow of St Michael, it fell.", "1301-09-30"),
    ("In 1301 it was built. On the vigil of St Andrew it fell.", "1301-11-29"),
    ("In 1301 it was built. On the eve of the blessed Nicholas it fell.", "1301-12-05"),
    ("In 1301, on the octave of Easter, it fell.", "1301-04-09"),
    ("In 1301, on the day after Ascension Day, it fell.", "1301-05-12"),
    ("In 1301, on the night before Martinmas, it fell.", "1301-11-10"),
    ("In 1301, on the feast of St Luke the Evangelist, it fell.", "1301-10-18"),
    ("On 3 January 1302 it was built. On the vigil of St Andrew it fell.", "1301-11-29"),
    ("In 1301 it stood. On the vigil of St Andrew the mill fell.", "1301-11-29"),
    ("It fell in 1301, on the feast of St Peter of the Marsh.", None),
    ("It fell in 1301, on the feast of St John.", None),
]


@pytest.mark.parametrize(("text", "value"), FEASTS)
def test_a_feast_falls_in_the_year_told_before_it(text, value):
    assert found(text, None)[-1][1] == value


@pytest.mark.parametrize(
    ("text", "span", "value"),
    [
        ("It burned on Boxing Day.", "Boxing Day", "2022-12-26"),
        ("It burned on Good Friday.", "Good Friday", "2022-04-15"),
        ("It will reopen on Easter Monday.", "Easter Monday", "2023-04-10"),
        ("It burned on the day after Christmas.", "day after Christmas", "2022-12-26"),
    ],
)
def test_a_feast_without_a_year_is_the_nearest(text, span, value):
    assert found(text) == [(span, value)]


@pytest.mark.parametrize(
    "text",
    ["on the eve of Waterloo", "the day after Boston fell", "the Good Friday Agreement"],
)
def test_what_only_sounds_like_a_feast_is_no_date(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("On 7 June 2019 the dam broke. On June 9 the army came.", "2019-06-09"),
        ("In 1961 the dam broke. On 9 June the army came.", "1961-06-09"),
        (
            "The town won a cup in 1961. It is dear to all. The army came on 9 January.",
            "2023-01-09",
        ),
        ("The map of 1911 shows a ditch.\n\nI asked in May to see it.", "2022-05"),
        ("By 2029 all is to be built. The army came on 9 June.", "2022-06-09"),
        ("In 2029 it is due by 9 June.", "2029-06-09"),
    ],
)
def test_a_day_follows_the_year_told_before_it_only_where_that_is_its_own(text, value):
    assert found(text)[-1][1] == value


@pytest.mark.parametrize(("text", "span", "value"), ONE)
def test_a_date_is_found_and_resolved(text, span, value):
    assert found(text) == [(span, value)]


@pytest.mark.parametrize(
    "text",
    [
        "he may go",
        "they march on",
        "May said so",
        "the sun sat low",
        "every Tuesday",
        "the Sunday Times",
        "on Black Friday",
        "the last two years",
        "the last year",
        "in John 3:16",
        "Article 1987",
        "Boeing 737 jets",
        "of 1500 men",
        "killed 2000 people",
        "1,987 votes",
        "room 2020b",
        "$2022",
        "call 555-1234",
        "24/7",
        "3/4 of it",
        "at last",
        "this day-long march",
        "USA Today reported",
        "10.1.1.12",
        "2021-13-45",
    ],
)
def test_words_and_figures_that_are_no_date(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("March 3-5, 2021", [("March 3", "2021-03-03"), ("5, 2021", "2021-03-05")]),
        ("3 and 5 March 2021", [("3", "2021-03-03"), ("5 March 2021", "2021-03-05")]),
        ("1914-18", [("1914", "1914"), ("18", "1918")]),
        ("1939–1945", [("1939", "1939"), ("1945", "1945")]),
        ("from 5 to 7 p.m.", [("5", "T17:00"), ("7 p.m.", "T19:00")]),
        (
            "at 5:50 p.m. (1450 GMT) on Thursday",
            [("5:50 p.m.", "T17:50"), ("1450 GMT", "T14:50Z"), ("Thursday", "2023-01-19")],
        ),
    ],
)
def test_several_dates_in_one_stretch(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("On March 3, 2020 he left. The following day he fell.", "2020-03-04"),
        ("On March 3, 2020 he left. The next day he fell.", "2020-03-04"),
        ("On March 3, 2020 he left. Two days later he fell.", "2020-03-05"),
        ("On March 3, 2020 he left. A day earlier he ate.", "2020-03-02"),
        ("On March 3, 2020 he left, having eaten the day before.", "2020-03-02"),
        ("In 1943 he left. He died the following year.", "1944"),
        ("On June 6, 1944 they came. On June 9 they left.", "1944-06-09"),
        ("In 1944 they came. On June 9 they left.", "1944-06-09"),
    ],
)
def test_a_told_date_carries_those_that_follow(text, value):
    assert found(text)[-1][1] == value


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("in April, May and June 2021", ["2021-04", "2021-05", "2021-06"]),
        ("from 28 December to 3 January 2022", ["2021-12-28", "2022-01-03"]),
        ("from Sunday 28 February to Tuesday 2 March 2021", ["2021-02-28", "2021-03-02"]),
        ("It began on 3 March and ended on 5 April 2019", ["2022-03-03", "2019-04-05"]),
    ],
)
def test_dates_that_are_joined_share_a_year(text, values):
    assert [value for _, value in found(text)] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("open 11-2 pm", ["T11:00", "T14:00"]),
        ("open 9:30-11 am", ["T09:30", "T11:00"]),
        ("at 15:30 GMT-5", ["T15:30-05:00"]),
        ("It was a quarter to one", ["T12:45"]),
        ("at ten minutes to six in the evening", ["T17:50"]),
        ("About five to ten people came.", []),
        ("They won by ten to six.", []),
    ],
)
def test_times_of_day(text, values):
    assert [value for _, value in found(text)] == values


@pytest.mark.parametrize(
    ("year", "day"),
    [(1204, "04-25"), (1415, "03-31"), (1818, "03-22"), (1943, "04-25"), (2024, "03-31")],
)
def test_easter_is_computed(year, day):
    assert found(f"at Easter {year}")[0][1] == f"{year}-{day}"
    assert str(easter(year)) == f"{year}-{day}"


def test_easter_has_no_day_while_two_calendars_were_kept():
    assert found("at Easter 1600") == [("Easter 1600", "1600")]


def test_an_anchor_stands_for_a_date_before_the_stretch():
    text = "The following day he fell."
    (date,) = find_dates(text, 0, len(text), None, anchor="2020-12-31")
    assert date.value == "2021-01-01"


@pytest.mark.parametrize("text", ["yesterday", "on Tuesday", "January 18", "last year"])
def test_without_a_reference_relative_dates_have_no_value(text):
    assert [value for _, value in found(text, None)] == [None]


def test_an_ambiguous_order_is_settled_by_the_document_date():
    assert found("on 1/12/2023", "2023-12-03") == [("1/12/2023", "2023-12-01")]
    assert found("on 1/12/2023", "2023-01-15") == [("1/12/2023", "2023-01-12")]


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("2022-12-12", "2022-12-12", "same"),
        ("2022-12-12", "2022-12", "compatible"),
        ("2022-12-12", "2022", "compatible"),
        ("1994", "199X", "compatible"),
        ("1894", "18XX", "compatible"),
        ("2023-01-18", "2023-W03", "compatible"),
        ("2022-12-12", "2022-12-13", "different"),
        ("2022-12", "2023-01", "different"),
        ("2023-01-24", "2023-W03", "different"),
        ("-0479", "0480", "different"),
        ("T17:50", "T17:50", "same"),
        ("T17:50", "T18:50", "different"),
        ("T17:50", "T14:50Z", None),
        ("T17:50", "2022", None),
        ("2022", None, None),
    ],
)
def test_dates_compare_by_the_days_they_allow(a, b, verdict):
    first, second = Date(0, 1, a), Date(0, 1, b)
    assert compare_dates(first, second) == verdict
    assert compare_dates(second, first) == verdict


PIECES = st.lists(
    st.sampled_from(
        "5 31 2022 1/2/2023 Feb. February 30 Tuesday last next year ago two days the following day"
        " of , . - – BC A.D. 9999 0000 99 year century p.m. 12:61 at 1990s March 3-5 Christmas Eve"
        " feast of St. third 2023-W99 Q3 quarter later earlier Easter month half past 23:59 UTC"
        " +03:00 decade century ides before after spring 1700".split(" ")
    ),
    max_size=12,
).map(" ".join)
REFERENCES = st.sampled_from([None, "2023-01-24", "2023", "0001-01-01", "9999-12-31", "nonsense"])


@given(
    st.one_of(st.text(max_size=80), PIECES),
    st.integers(0, 20),
    st.integers(0, 80),
    REFERENCES,
    REFERENCES,
)
def test_spans_lie_in_order_inside_the_stretch_whatever_the_text(
    text, start, length, reference, anchor
):
    start, end = min(start, len(text)), min(start + length, len(text))
    position = start
    for date in find_dates(text, start, end, reference, anchor):
        assert position <= date.start < date.end <= end
        assert compare_dates(date, date) == (None if date.value is None else "same")
        position = date.end
