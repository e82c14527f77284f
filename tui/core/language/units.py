"""Units of measure and currencies: their names in English, and what they convert to.

Factors are exact by definition (international yard and pound 1959, SI brochure 9th edition,
IEC 80000-13) but for the month and the year, which take the mean Gregorian length.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: `value * factor + offset` is the quantity in its dimension's base unit."""

    name: str
    dimension: str
    factor: float = 1.0
    offset: float = 0.0


# dimension: name, factor to the base unit, its spellings (case-sensitive in the second column).
_TABLE: dict[str, tuple[tuple[str, float, str, str], ...]] = {
    "ratio": (
        ("%", 1.0, "percent|per cent|pct|per centum", "%"),
        ("share", 100.0, "", ""),
    ),
    "points": (
        ("pp", 1.0, "percentage point|percentage points|percent points", "pp|ppt"),
        ("bp", 0.01, "basis point|basis points", "bps"),
    ),
    "index": (("point", 1.0, "point|points|pts", ""),),
    "time": (
        ("second", 1.0, "second|seconds|sec|secs", ""),
        ("minute", 60.0, "minute|minutes|min|mins", ""),
        ("hour", 3600.0, "hour|hours|hr|hrs", ""),
        ("day", 86_400.0, "day|days", ""),
        ("night", 86_400.0, "night|nights", ""),
        ("week", 604_800.0, "week|weeks|wks", ""),
        ("fortnight", 1_209_600.0, "fortnight|fortnights", ""),
        ("month", 2_629_746.0, "month|months", ""),
        ("year", 31_556_952.0, "year|years|yr|yrs", ""),
        ("decade", 315_569_520.0, "decade|decades", ""),
        ("century", 3_155_695_200.0, "century|centuries", ""),
    ),
    "length": (
        ("mm", 0.001, "millimetre|millimetres|millimeter|millimeters", "mm"),
        ("cm", 0.01, "centimetre|centimetres|centimeter|centimeters", "cm"),
        ("m", 1.0, "metre|metres|meter|meters", "m"),
        ("km", 1000.0, "kilometre|kilometres|kilometer|kilometers|kms", "km|Km|KM"),
        ("inch", 0.0254, "inch|inches", ""),
        ("foot", 0.3048, "foot|feet|ft", ""),
        ("yard", 0.9144, "yard|yards|yds", ""),
        ("mile", 1609.344, "mile|miles", "mi"),
        ("nautical mile", 1852.0, "nautical mile|nautical miles", ""),
        ("light-year", 9.4607304725808e15, "light year|light years", ""),
        ("cubit", 0.4572, "cubit|cubits", ""),
        ("furlong", 201.168, "furlong|furlongs", ""),
        ("fathom", 1.8288, "fathom|fathoms", ""),
    ),
    "area": (
        ("m²", 1.0, "square metre|square metres|square meter|square meters|sq m", "m²|m2"),
        (
            "km²",
            1e6,
            "square kilometre|square kilometres|square kilometer|square kilometers|sq km",
            "km²|km2",
        ),
        ("hectare", 1e4, "hectare|hectares", "ha"),
        ("acre", 4046.8564224, "acre|acres", ""),
        ("square foot", 0.09290304, "square foot|square feet|sq ft", ""),
        ("square yard", 0.83612736, "square yard|square yards", ""),
        ("square mile", 2_589_988.110336, "square mile|square miles|sq mi", ""),
    ),
    "volume": (
        ("ml", 1e-6, "millilitre|millilitres|milliliter|milliliters", "ml|mL"),
        ("litre", 0.001, "litre|litres|liter|liters", ""),
        ("m³", 1.0, "cubic metre|cubic metres|cubic meter|cubic meters", "m³|m3"),
        ("km³", 1e9, "cubic kilometres|cubic kilometers", "km³"),
        ("gallon", 0.003785411784, "gallon|gallons|us gallon|us gallons", ""),
        ("imperial gallon", 0.00454609, "imperial gallon|imperial gallons", ""),
        ("pint", 0.000473176473, "pint|pints", ""),
        ("quart", 0.000946352946, "quart|quarts", ""),
        ("barrel", 0.158987294928, "barrel|barrels", "bbl"),
        ("cubic foot", 0.028316846592, "cubic foot|cubic feet", ""),
    ),
    "mass": (
        ("mg", 1e-6, "milligram|milligrams", "mg"),
        ("g", 0.001, "gram|grams|gramme|grammes", "g"),
        ("kg", 1.0, "kilogram|kilograms|kilogramme|kilogrammes|kilo|kilos|kgs", "kg|Kg|KG"),
        ("tonne", 1000.0, "tonne|tonnes|metric ton|metric tons", ""),
        ("ton", 907.18474, "ton|tons|short ton|short tons", ""),
        ("long ton", 1016.0469088, "long ton|long tons", ""),
        ("ounce", 0.028349523125, "ounce|ounces", "oz"),
        ("lb", 0.45359237, "pound|pounds|lbs", "lb"),
    ),
    "speed": (
        (
            "km/h",
            1.0,
            (
                "kilometres per hour|kilometers per hour|kilometres an hour|kilometers an hour"
                "|km per hour|km an hour"
            ),
            "km/h|kph|kmh|kmph",
        ),
        ("mph", 1.609344, "miles per hour|miles an hour", "mph"),
        ("knot", 1.852, "knot|knots", ""),
        ("m/s", 3.6, "metres per second|meters per second", "m/s"),
        ("ft/s", 1.09728, "feet per second", ""),
    ),
    "power": (
        ("W", 1.0, "watt|watts", "W"),
        ("kW", 1e3, "kilowatt|kilowatts", "kW"),
        ("MW", 1e6, "megawatt|megawatts", "MW"),
        ("GW", 1e9, "gigawatt|gigawatts", "GW"),
        ("hp", 745.6998715822702, "horsepower", "hp"),
    ),
    "energy": (
        ("kWh", 1.0, "kilowatt hour|kilowatt hours", "kWh"),
        ("MWh", 1e3, "megawatt hour|megawatt hours", "MWh"),
        ("GWh", 1e6, "gigawatt hour|gigawatt hours", "GWh"),
        ("TWh", 1e9, "terawatt hour|terawatt hours", "TWh"),
    ),
    "data": (
        ("kB", 1e3, "kilobyte|kilobytes", "kB|KB"),
        ("MB", 1e6, "megabyte|megabytes", "MB"),
        ("GB", 1e9, "gigabyte|gigabytes", "GB"),
        ("TB", 1e12, "terabyte|terabytes", "TB"),
    ),
    "frequency": (
        ("Hz", 1.0, "hertz", "Hz"),
        ("kHz", 1e3, "kilohertz", "kHz"),
        ("MHz", 1e6, "megahertz", "MHz"),
        ("GHz", 1e9, "gigahertz", "GHz"),
    ),
    "voltage": (("V", 1.0, "volt|volts", ""), ("kV", 1e3, "kilovolt|kilovolts", "kV")),
    "angle": (("degree", 1.0, "degree|degrees", "°"),),
    "sound": (("dB", 1.0, "decibel|decibels", "dB"),),
    "temperature": (
        (
            "°C",
            1.0,
            "degrees celsius|degree celsius|degrees centigrade|degrees c|celsius|centigrade",
            "°C|° C|ºC|C°|℃",
        ),
        ("°F", 5 / 9, "degrees fahrenheit|degree fahrenheit|degrees f|fahrenheit", "°F|° F|ºF|℉"),
        ("K", 1.0, "kelvin|kelvins", ""),
    ),
}
_OFFSETS = {"°F": -32 * 5 / 9, "K": -273.15}

# code (or the plain name, where several states have one): spellings.
_CURRENCIES = {
    "USD": "dollar|dollars|us dollar|us dollars|u.s. dollars|american dollars|usd|bucks",
    "EUR": "euro|euros|eur",
    "GBP": "pounds sterling|pound sterling|british pounds|sterling|gbp|quid",
    "JPY": "yen|jpy",
    "CNY": "yuan|renminbi|rmb|cny",
    "INR": "rupee|rupees|indian rupees|inr",
    "PKR": "pakistani rupees|pkr",
    "RUB": "ruble|rubles|rouble|roubles|rub",
    "UAH": "hryvnia|hryvnias|uah",
    "CHF": "swiss franc|swiss francs|chf",
    "CAD": "canadian dollars|cad",
    "AUD": "australian dollars|aud",
    "NZD": "new zealand dollars|nzd",
    "HKD": "hong kong dollars|hkd",
    "SGD": "singapore dollars|sgd",
    "MXN": "mexican pesos|mxn",
    "peso": "peso|pesos",
    "BRL": "reais|brl",
    "ZAR": "rand|zar",
    "NGN": "naira|ngn",
    "KES": "kenyan shillings|kes|ksh",
    "TRY": "turkish lira|turkish liras",
    "lira": "lira|lire|liras",
    "KRW": "south korean won|korean won|krw",
    "ILS": "shekel|shekels|nis",
    "SEK": "swedish kronor|swedish krona|sek",
    "NOK": "norwegian kroner|nok",
    "DKK": "danish kroner|dkk",
    "krone": "krone|kroner|kronor|krona",
    "AZN": "manat|manats",
    "SAR": "saudi riyals|riyal|riyals",
    "AED": "dirham|dirhams|aed",
    "BDT": "taka|bdt",
    "IDR": "rupiah|idr",
    "THB": "baht",
    "franc": "franc|francs",
    "BTC": "bitcoin|bitcoins|btc",
    "shilling": "shilling|shillings",
    "ducat": "ducat|ducats",
    "florin": "florin|florins",
    "talent": "talent|talents",
    "denarius": "denarius|denarii",
}
_SYMBOLS = {
    "$": "USD",
    "US$": "USD",
    "US $": "USD",
    "U.S.$": "USD",
    "USD": "USD",
    "A$": "AUD",
    "AU$": "AUD",
    "C$": "CAD",
    "CA$": "CAD",
    "NZ$": "NZD",
    "HK$": "HKD",
    "S$": "SGD",
    "R$": "BRL",
    "€": "EUR",
    "EUR": "EUR",
    "£": "GBP",
    "GBP": "GBP",
    "¥": "JPY",
    "JPY": "JPY",
    "RMB": "CNY",
    "CNY": "CNY",
    "₹": "INR",
    "Rs": "INR",
    "Rs.": "INR",
    "INR": "INR",
    "₽": "RUB",
    "₴": "UAH",
    "₺": "TRY",
    "₩": "KRW",
    "₪": "ILS",
    "CHF": "CHF",
    "CAD": "CAD",
    "AUD": "AUD",
}
_BEFORE = re.compile(
    r"(?<![A-Za-z$€£¥])("
    + "|".join(re.escape(s) for s in sorted(_SYMBOLS, key=len, reverse=True))
    + r") ?$"
)
_SYMBOL_AFTER = re.compile(r" ?([€£¥₹₽₴₺₩₪%‰]|° ?[CF](?![A-Za-z])|º[CF]|[℃℉°])")
_WORDS_AFTER = re.compile(
    r"(?P<one>[A-Za-z/]+[²³23]?)(?:[ -](?P<two>[A-Za-z]+)(?:[ -](?P<three>[A-Za-z]+))?)?"
)
_JOINT = re.compile(r"[ \u00a0\u202f\n]|-\n?|")


@cache
def units() -> dict[str, Unit]:
    """Every unit by its own name; currencies have a dimension each, as rates are not ours."""
    found = {
        name: Unit(name, dimension, factor, _OFFSETS.get(name, 0.0))
        for dimension, rows in _TABLE.items()
        for name, factor, _, _ in rows
    }
    found |= {code: Unit(code, f"money {code}") for code in _CURRENCIES}
    found["cent"] = Unit("cent", "money USD", 0.01)
    found["penny"] = Unit("penny", "money GBP", 0.01)
    found["score"] = Unit("score", "score")
    return found


@cache
def _spellings() -> dict[str, str]:
    spelled = {
        spelling: name
        for rows in _TABLE.values()
        for name, _, words, symbols in rows
        for spelling in (*words.split("|"), *symbols.split("|"))
        if spelling
    }
    spelled |= {word: code for code, words in _CURRENCIES.items() for word in words.split("|")}
    spelled |= {"cent": "cent", "cents": "cent", "pence": "penny", "p": "penny"}
    for words, name in list(spelled.items()):
        *country, last = words.split(" ")
        if country and (name in _CURRENCIES or last.startswith("gallon")):
            # "40 Canadian dollars": a country's name keeps its capitals.
            named = [word.upper() if word == "us" else word.capitalize() for word in country]
            spelled[" ".join([*named, last])] = name
    return spelled


def currency_before(text: str, at: int, floor: int) -> tuple[str, int] | None:
    """The currency whose sign stands just before `at`, and where the sign begins."""
    if at <= floor or (text[at - 1] not in " .$€£¥₹₽₴₺₩₪" and not text[at - 1].isalpha()):
        return None
    found = _BEFORE.search(text, max(floor, at - 6), at)
    return (_SYMBOLS[found[1]], found.start(1)) if found else None


def unit_after(text: str, at: int, end: int) -> tuple[str, int, bool] | None:
    """The unit or currency that follows `at`: its name, its end, and whether a hyphen joins it."""
    if symbol := _SYMBOL_AFTER.match(text, at, end):
        sign = symbol[1].replace(" ", "").replace("º", "°")
        if sign == "‰":
            return None
        name = {"℃": "°C", "℉": "°F", "°": "degree"}.get(sign) or _SYMBOLS.get(sign, sign)
        return name, symbol.end(), False
    joint = _JOINT.match(text, at, end)
    begin = joint.end() if joint else at
    words = _WORDS_AFTER.match(text, begin, end)
    if not words:
        return None
    hyphen = begin > at and text[at] == "-"
    spelled = _spellings()
    for last in ("three", "two", "one"):
        if words[last] is None:
            continue
        raw = text[begin : words.end(last)].replace("-", " ")
        exactly = spelled.get(raw)
        name = exactly or ("" if len(raw) < 3 else spelled.get(raw.lower(), ""))
        # Glued to the figure only symbols are units ("5km"), and no capital is one ("5 Real") but
        # a country's.
        if (
            name
            and (begin > at or len(raw) <= 4)
            and (begin == at or raw != "p")
            and not (raw[0].isupper() and len(raw) > 3 and not (exactly and last != "one"))
        ):
            return name, words.end(last), hyphen
    return None
