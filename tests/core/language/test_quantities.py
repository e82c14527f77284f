"""Quantities: what a number says in figures, what it counts, and which figures are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.core.document import Document
from tui.core.language.dates import find_dates
from tui.core.language.quantities import comparable, compare_quantities, find_quantities
from tui.core.language.sentences import split_sentences
from tui.core.language.tagged import tag_sentences
from tui.core.model import Quantity


def found(text: str) -> list[Quantity]:
    return list(find_quantities(text, 0, len(text)))


def only(text: str) -> Quantity:
    quantities = found(text)
    assert len(quantities) == 1, [text[q.start : q.end] for q in quantities]
    return quantities[0]


NUMBERS = [
    # numerals
    ("They sold 47 horses.", "47 horses", 47, 47, None, "horse"),
    ("They sold 1,250 horses.", "1,250 horses", 1250, 1250, None, "horse"),
    ("They sold 1 250 horses.", "1 250 horses", 1250, 1250, None, "horse"),
    ("They sold 1\u202f250 horses.", "1\u202f250 horses", 1250, 1250, None, "horse"),
    ("They sold 1.250.000 horses.", "1.250.000 horses", 1.25e6, 1.25e6, None, "horse"),
    ("They sold 3,50,000 horses.", "3,50,000 horses", 350_000, 350_000, None, "horse"),
    ("She is 5-foot-11 and", "5-foot-11", 5 + 11 / 12, 5 + 11 / 12, "foot", None),
    ("ran 3 minutes 30 seconds", "3 minutes 30 seconds", 3.5, 3.5, "minute", None),
    ("leads ranging from 2 to 9 points", "2 to 9 points", 2, 9, "point", None),
    ("for six to 12 months", "six to 12 months", 6, 12, "month", None),
    ("closed -3.5% lower", "-3.5%", -3.5, -3.5, "%", None),
    ("plus or minus 3 points", "3 points", 3, 3, "point", None),
    ("- 12 apples", "12 apples", 12, 12, None, "apple"),
    ("40 Hong Kong dollars", "40 Hong Kong dollars", 40, 40, "HKD", None),
    ("a rate of 2.75 overall", "2.75", 2.75, 2.75, None, None),
    ("hitting .312 last season", ".312", 0.312, 0.312, None, None),
    ("It weighs 2½ tonnes.", "2½ tonnes", 2.5, 2.5, "tonne", None),
    ("It weighs 2,5 kg.", "2,5 kg", 2.5, 2.5, "kg", None),
    ("3.4 million voters", "3.4 million voters", 3.4e6, 3.4e6, None, "voter"),
    ("a loss of 2.5bn overall", "2.5bn", 2.5e9, 2.5e9, None, None),
    ("some 3k followers", "some 3k followers", 2700, 3300, None, "follower"),
    ("5 crore farmers", "5 crore farmers", 5e7, 5e7, None, "farmer"),
    ("2 lakh farmers", "2 lakh farmers", 2e5, 2e5, None, "farmer"),
    # number words
    ("Twenty-three sheep grazed.", "Twenty-three sheep", 23, 23, None, "sheep"),
    ("two hundred and five monks", "two hundred and five monks", 205, 205, None, "monk"),
    ("six hundred twenty and one men", "six hundred twenty and one men", 621, 621, None, "man"),
    ("a dozen eggs", "a dozen eggs", 12, 12, None, "egg"),
    ("half a dozen eggs", "half a dozen eggs", 6, 6, None, "egg"),
    ("half a million refugees", "half a million refugees", 5e5, 5e5, None, "refugee"),
    ("one and a half million trees", "one and a half million trees", 1.5e6, 1.5e6, None, "tree"),
    ("two and a half hours", "two and a half hours", 2.5, 2.5, "hour", None),
    ("threescore and ten years", "threescore and ten years", 70, 70, "year", None),
    ("twelve hundred ships", "twelve hundred ships", 1200, 1200, None, "ship"),
    ("a hundred lamps", "a hundred lamps", 100, 100, None, "lamp"),
    (
        "four million three hundred thousand bees",
        "four million three hundred thousand bees",
        4.3e6,
        4.3e6,
        None,
        "bee",
    ),
    ("one soldier and a dog", "one soldier", 1, 1, None, "soldier"),
    # vague numbers
    ("dozens of tents", "dozens", 24, 99, None, "tent"),
    ("hundreds were hurt", "hundreds", 200, 999, None, None),
    ("tens of thousands of books", "tens of thousands", 20_000, 99_999, None, "book"),
    ("hundreds of thousands marched", "hundreds of thousands", 200_000, 999_999, None, None),
    ("several bridges", "several bridges", 3, 9, None, "bridge"),
    ("several hundred bridges", "several hundred bridges", 300, 999, None, "bridge"),
    ("a couple of days", "a couple of days", 2, 3, "day", None),
    ("a few dozen guests", "a few dozen guests", 24, 119, None, "guest"),
    # approximators
    ("about 60 boats", "about 60 boats", 54, 66, None, "boat"),
    ("Roughly 60 boats", "Roughly 60 boats", 54, 66, None, "boat"),
    ("an estimated 60 boats", "an estimated 60 boats", 54, 66, None, "boat"),
    ("~60 boats", "~60 boats", 54, 66, None, "boat"),
    ("60 boats or so", "60 boats or so", 54, 66, None, "boat"),
    ("over 60 boats", "over 60 boats", 60, None, None, "boat"),
    ("more than 60 boats", "more than 60 boats", 60, None, None, "boat"),
    ("at least 60 boats", "at least 60 boats", 60, None, None, "boat"),
    ("no fewer than 60 boats", "no fewer than 60 boats", 60, None, None, "boat"),
    ("60 or more boats", "60 or more", 60, None, None, None),
    ("60+ boats", "60+", 60, None, None, None),
    ("nearly 60 boats", "nearly 60 boats", 54, 60, None, "boat"),
    ("up to 60 boats", "up to 60 boats", None, 60, None, "boat"),
    ("fewer than 60 boats", "fewer than 60 boats", None, 60, None, "boat"),
    ("no more than 60 boats", "no more than 60 boats", None, 60, None, "boat"),
    ("for over two years", "over two years", 2, None, "year", None),
    ("built over two years", "two years", 2, 2, "year", None),
    ("He spoke about 60 boats.", "60 boats", 60, 60, None, "boat"),
    # ranges
    ("20 to 30 goats", "20 to 30 goats", 20, 30, None, "goat"),
    ("20-30 goats", "20-30 goats", 20, 30, None, "goat"),
    ("20–30 goats", "20–30 goats", 20, 30, None, "goat"),
    ("between 5 and 7 goats", "between 5 and 7 goats", 5, 7, None, "goat"),
    ("two or three goats", "two or three goats", 2, 3, None, "goat"),
    ("two or three hundred goats", "two or three hundred goats", 200, 300, None, "goat"),
    ("5 to 7 million euros", "5 to 7 million euros", 5e6, 7e6, "EUR", None),
    ("$5-7 million", "$5-7 million", 5e6, 7e6, "USD", None),
    ("between $5 and $7", "between $5 and $7", 5, 7, "USD", None),
    ("10% to 15%", "10% to 15%", 10, 15, "%", None),
    # shares
    ("two-thirds of the deputies", "two-thirds", 2 / 3, 2 / 3, "share", "deputy"),
    ("a quarter of the crop", "a quarter", 0.25, 0.25, "share", "crop"),
    ("3/4 of the wells", "3/4", 0.75, 0.75, "share", "well"),
    ("½ of the wells", "½", 0.5, 0.5, "share", "well"),
    ("one in five pupils", "one in five pupils", 0.2, 0.2, "share", "pupil"),
    ("9 out of 10 pupils", "9 out of 10 pupils", 0.9, 0.9, "share", "pupil"),
    ("half the harvest", "half", 0.5, 0.5, "share", "harvest"),
    ("15% of voters", "15%", 15, 15, "%", "voter"),
    ("15 per cent of voters", "15 per cent", 15, 15, "%", "voter"),
    ("a 2 percentage point rise", "2 percentage point", 2, 2, "pp", None),
    # money
    ("$5.5 million", "$5.5 million", 5.5e6, 5.5e6, "USD", None),
    ("US$ 40 billion", "US$ 40 billion", 4e10, 4e10, "USD", None),
    ("€300", "€300", 300, 300, "EUR", None),
    ("300 €", "300 €", 300, 300, "EUR", None),
    ("£1.2bn", "£1.2bn", 1.2e9, 1.2e9, "GBP", None),
    ("$5m", "$5m", 5e6, 5e6, "USD", None),
    ("Rs 500", "Rs 500", 500, 500, "INR", None),
    ("30 million euros", "30 million euros", 3e7, 3e7, "EUR", None),
    ("CHF 20", "CHF 20", 20, 20, "CHF", None),
    ("millions of dollars", "millions of dollars", 2e6, 999_999_999, "USD", None),
    # measures and ages
    ("5 km away", "5 km", 5, 5, "km", None),
    ("5km away", "5km", 5, 5, "km", None),
    ("600m away", "600m", 600, 600, "m", None),
    ("a 5-mile walk", "5-mile", 5, 5, "mile", None),
    ("12 °C", "12 °C", 12, 12, "°C", None),
    ("50 degrees Fahrenheit", "50 degrees Fahrenheit", 50, 50, "°F", None),
    ("40 square miles", "40 square miles", 40, 40, "square mile", None),
    ("30 kg of rice", "30 kg", 30, 30, "kg", "rice"),
    ("70 miles per hour", "70 miles per hour", 70, 70, "mph", None),
    ("200 pounds of rice", "200 pounds", 200, 200, "lb", "rice"),
    ("30 million pounds", "30 million pounds", 3e7, 3e7, "GBP", None),
    ("half an hour", "half an hour", 0.5, 0.5, "hour", None),
    ("a 34-year-old pilot", "34-year-old", 34, 34, "year", None),
    ("a hundred-year-old oak", "a hundred-year-old", 100, 100, "year", None),
    ("aged 34 and single", "34", 34, 34, "year", None),
    ("Maria Rossi, 34, said", "34", 34, 34, "year", None),
    ("She was 17, he said", "17", 17, 17, "year", None),
    # what is counted
    ("90 sick persons were moved", "90 sick persons", 90, 90, None, "person"),
    ("47 people came", "47 people", 47, 47, None, "person"),
    ("over 850 belonged to them", "over 850", 850, None, None, None),
    ("killing 15 and", "15", 15, 15, None, None),
    ("15 dead", "15 dead", 15, 15, None, "dead"),
    ("a 30-storey tower", "30-storey", 30, 30, None, "storey"),
    ("two soldiers' bodies", "two soldiers' bodies", 2, 2, None, "body"),
    ("four more children", "four more children", 4, 4, None, "child"),
    ("three of the monks", "three", 3, 3, None, "monk"),
    ("a 200-strong crowd", "200", 200, 200, None, None),
    ("six years and a day", "six years", 6, 6, "year", None),
]


@pytest.mark.parametrize(("text", "span", "low", "high", "unit", "counted"), NUMBERS)
def test_a_quantity_is_read_as_the_interval_it_allows(text, span, low, high, unit, counted):
    q = only(text)
    assert text[q.start : q.end] == span
    assert q.low == pytest.approx(low)
    assert q.high == pytest.approx(high)
    assert (q.unit, q.counted) == (unit, counted)


@pytest.mark.parametrize(
    ("text", "value"),
    [("They won 3-1.", 3.001), ("It ended 2–0.", 2.0), ("The council voted 4-1.", 4.001)],
)
def test_a_scoreline_is_no_range(text, value):
    q = only(text)
    assert (q.unit, q.value) == ("score", value)


NONE = [
    "the first man",
    "the 3rd man",
    "the 21st of the month",
    "the twenty-first time",
    "the Second World War",
    "World War Two",
    "Article 5 applies",
    "under section 12",
    "in clauses 4 and 5",
    "Resolutions 242 and 497",
    "Chapter Three",
    "John 3:16",
    "see page 12",
    "call 555-1234",
    "call (212) 555-0100 now",
    "call +44 20 7946 0958 now",
    "case No. 7",
    "Flight 103 crashed",
    "a Boeing 737 crashed",
    "an F-16 jet",
    "the COVID-19 ward",
    "the G7 leaders",
    "a 5G network",
    "an A320 jet",
    "version 2.1.3",
    "v2 of it",
    "at 12:30 sharp",
    "open 24/7 here",
    "after 9/11 came",
    "in 1914 they met",
    "the 2022 elections",
    "(1987)",
    "the 1990s",
    "note [3] says",
    "1. Scope\n",
    "12\n",
    "nineteen eighty-four",
    "no one knew",
    "one of the men",
    "this one is red",
    "One can see it",
    "one another",
    "one day he left",
    "a man and a dog",
    "the Big Three met",
    "on Three Mile Island",
    "the Six-Day War",
    "the two said so",
    "ground zero",
    "zero-sum",
    "a third man",
    "the second half",
    "#7 on the list",
    "ada@host7.org",
    "a three-and-out",
    "Day six began",
    "id 699320266804092929",
]


@pytest.mark.parametrize("text", NONE)
def test_figures_that_only_name_or_place_are_no_quantity(text):
    assert [text[q.start : q.end] for q in found(text)] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("12 of the 40 passengers died", [(12, "passenger"), (40, "passenger")]),
        ("killing 15 and injuring at least 20", [(15, None), (20, None)]),
        ("five men, six women and a child", [(5, "man"), (6, "woman")]),
        ("it rose from 5 to 7 points", [(5, None), (7, None)]),
        ("1,500 of the 2,300 crew members", [(1500, "member"), (2300, "member")]),
    ],
)
def test_several_quantities_in_one_stretch(text, expected):
    assert [(q.value, q.counted) for q in found(text)] == expected


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It grew over two years to 12 shops.", [2, 12]),
        ("Sales fell 4.5 percent to $2.3 billion.", [4.5, 2.3e9]),
        ("The index rose 19.96 to 9,092.91.", [19.96, 9092.91]),
        ("Prices rose from 3 to 5 percent.", [3, 5]),
    ],
)
def test_a_change_and_where_it_led_are_no_range(text, values):
    assert [q.value for q in found(text)] == values


def test_only_the_given_stretch_is_read():
    text = "5 cats, 6 dogs, 7 owls"
    quantities = find_quantities(text, 8, 14)
    assert [text[q.start : q.end] for q in quantities] == ["6 dogs"]


def test_figures_of_a_date_are_no_quantity():
    text = "On 3 May 2021 some 40 people met at 5 p.m. for 2 hours."
    dates = find_dates(text, 0, len(text), None)
    quantities = find_quantities(text, 0, len(text), dates)
    assert [text[q.start : q.end] for q in quantities] == ["some 40 people", "2 hours"]


@pytest.mark.parametrize(
    ("a", "b", "verdict"),
    [
        ("some 980 trucks", "about 980 trucks", "same"),
        ("over 850 trucks", "more than 850 trucks", "same"),
        ("980 trucks", "about 980 trucks", "compatible"),
        ("about 100 trucks", "105 trucks", "compatible"),
        ("over 30 trucks", "34 trucks", "compatible"),
        ("dozens of trucks", "40 trucks", "compatible"),
        ("1.2 million trucks", "1,234,000 trucks", "compatible"),
        ("over 120 trucks", "more than 850 trucks", "different"),
        ("over 30 trucks", "900 trucks", "different"),
        ("30 trucks", "34 trucks", "different"),
        ("19 trucks", "20 trucks", "different"),
        ("30 trucks", "34 soldiers", None),
        ("30 trucks", "34 km", None),
        ("30 trucks left", "the 34 that left", None),
        ("over 850 belonged", "more than 850 trucks", "same"),
        ("5 miles", "8 km", "same"),
        ("5 miles", "12 km", "different"),
        ("50 degrees Fahrenheit", "10 °C", "same"),
        ("100 acres", "40.5 hectares", "same"),
        ("25% of voters", "a quarter of voters", "same"),
        ("25% of voters", "25 percentage points", None),
        ("$5 million", "$5.2 million", "different"),
        ("$5 million", "5 million euros", None),
        ("won 3-1", "lost 1-3", "same"),
        ("won 3-1", "won 3-2", "different"),
        ("15 dead", "15 deaths", "same"),
    ],
)
def test_quantities_compare_only_where_they_measure_the_same(a, b, verdict):
    first, second = only(a), only(b)
    assert compare_quantities(first, second) == verdict
    assert compare_quantities(second, first) == verdict


def test_comparable_asks_for_one_dimension_and_one_noun():
    assert comparable(only("5 miles"), only("9 km"))
    assert comparable(only("5 people"), only("9 persons"))
    assert not comparable(only("5 cats"), only("9 dogs"))
    assert not comparable(only("5 miles"), only("9 kg"))


WORDS = (
    "5 12 1,200 3.5 40% $7 -3 2022 1/2 ½ two hundred and five million a dozen half over about"
    " to or between men km per cent of the , . ( ) - – : st third Article No. 1990s €"
).split()
PIECES = st.lists(
    st.sampled_from([*WORDS, "\n\n"]),
    max_size=12,
).map(" ".join)


@given(st.one_of(st.text(max_size=80), PIECES), st.integers(0, 20), st.integers(0, 80))
def test_spans_lie_in_order_inside_the_stretch_whatever_the_text(text, start, length):
    start, end = min(start, len(text)), min(start + length, len(text))
    dates = find_dates(text, start, end, "2023-01-24")
    position = start
    for q in find_quantities(text, start, end, dates):
        assert position <= q.start < q.end <= end
        assert q.low is None or q.high is None or q.low <= q.high
        assert all(q.end <= d.start or d.end <= q.start for d in dates)
        position = q.end


@given(PIECES, PIECES)
def test_comparing_is_symmetric(a, b):
    for first in found(a):
        for second in found(b):
            assert compare_quantities(first, second) == compare_quantities(second, first)


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("One witness told the court so.", "witness"),
        ("The 216 paid clerks worked on.", "clerk"),
        ("Over 850 belonged to the crown.", None),
        ("Three former town council wardens met.", "warden"),
        ("About 40 percent of Mr. Brown's listed debts were paid.", "debt"),
    ],
)
def test_tags_tell_the_counted_noun(text, counted):
    document = Document("a", text)
    (tagged,) = tag_sentences(document, split_sentences(document))
    (q,) = find_quantities(text, 0, len(text), (), tagged)
    assert q.counted == counted


def test_magnitudes_keep_their_decimals():
    assert only("$67.6 billion").value == 67_600_000_000
