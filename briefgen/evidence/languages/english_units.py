"""English words for units: measures, currencies, rates."""

from collections.abc import Iterable
from fractions import Fraction

from briefgen.evidence.languages.english_currencies import CURRENCIES
from briefgen.evidence.languages.symbols import by_first_word, symbols
from briefgen.evidence.languages.units import DEGREES, PERCENT, POINTS, TIMES, Rational, Unit, money

_MEASURES: tuple[tuple[str, str, Rational, str], ...] = (
    # dimension, name, factor, words
    ("time", "seconds", 1, "second seconds sec secs"),
    ("time", "minutes", 60, "minute minutes min mins"),
    ("time", "hours", 3600, "hour hours hr hrs h"),
    ("time", "days", 86400, "day days"),
    ("time", "weeks", 604800, "week weeks wk wks"),
    ("time", "fortnights", 1209600, "fortnight fortnights"),
    ("nights", "nights", 1, "night nights"),
    ("months", "months", 1, "month months"),
    ("months", "years", 12, "year years yr yrs"),
    ("months", "decades", 120, "decade decades"),
    ("months", "centuries", 1200, "century centuries"),
    ("metric length", "mm", Fraction(1, 1000), "mm millimetre millimetres millimeter millimeters"),
    ("metric length", "cm", Fraction(1, 100), "cm centimetre centimetres centimeter centimeters"),
    ("metric length", "metres", 1, "m metre metres meter meters"),
    ("metric length", "km", 1000, "km kms kilometre kilometres kilometer kilometers"),
    ("imperial length", "inches", 1, "inch inches"),
    ("imperial length", "feet", 12, "ft foot feet"),
    ("imperial length", "yards", 36, "yard yards yd yds"),
    ("imperial length", "miles", 63360, "mile miles mi"),
    ("nautical length", "nautical miles", 1, "nm nmi nautical-mile nautical-miles"),
    ("light length", "light years", 1, "light-year light-years"),
    ("metric mass", "µg", Fraction(1, 10**6), "mcg µg μg ug microgram micrograms"),
    ("metric mass", "mg", Fraction(1, 1000), "mg milligram milligrams"),
    ("metric mass", "g", 1, "g gram grams gramme grammes"),
    ("metric mass", "kg", 1000, "kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes"),
    ("metric mass", "tonnes", 1000000, "tonne tonnes t metric-ton metric-tons"),
    ("metric mass", "kilotonnes", 10**9, "kilotonne kilotonnes"),
    ("metric mass", "megatonnes", 10**12, "megatonne megatonnes"),
    ("metric mass", "gigatonnes", 10**15, "gt gigatonne gigatonnes"),
    ("ton", "tons", 1, "ton tons"),
    ("imperial mass", "ounces", 1, "ounce ounces oz"),
    ("imperial mass", "pounds", 16, "lb lbs"),
    ("imperial mass", "stone", 224, "stone stones"),
    ("metric area", "m²", 1, "sqm sq-m m² m2 square-metre square-metres square-meter square-meters"),
    ("metric area", "hectares", 10000, "hectare hectares ha"),
    (
        "metric area",
        "km²",
        1000000,
        "sqkm sq-km km² square-kilometre square-kilometres square-kilometer square-kilometers",
    ),
    ("imperial area", "square feet", 1, "sq-ft square-foot square-feet"),
    ("imperial area", "acres", 43560, "acre acres"),
    ("imperial area", "square miles", 27878400, "sq-mi square-mile square-miles"),
    ("metric volume", "ml", Fraction(1, 1000), "ml millilitre millilitres milliliter milliliters"),
    ("metric volume", "cl", Fraction(1, 100), "cl centilitre centilitres"),
    ("metric volume", "litres", 1, "l litre litres liter liters"),
    ("metric volume", "km³", 10**12, "km³ cubic-kilometre cubic-kilometres cubic-kilometer cubic-kilometers"),
    ("metric volume", "mcm", 10**9, "mcm"),
    ("metric volume", "bcm", 10**12, "bcm"),
    ("metric volume", "m³", 1000, "m³ cubic-metre cubic-metres cubic-meter cubic-meters"),
    ("imperial volume", "pints", 1, "pint pints"),
    ("imperial volume", "gallons", 8, "gallon gallons gal"),
    ("cubic feet", "cubic feet", 1, "cubic-foot cubic-feet"),
    ("cubic feet", "bcf", 10**9, "bcf"),
    ("cubic feet", "tcf", 10**12, "tcf"),
    ("oil equivalent", "toe", 1, "toe tonnes-of-oil-equivalent"),
    ("oil equivalent", "Mtoe", 10**6, "mtoe"),
    ("barrels", "barrels", 1, "barrel barrels bbl bbls bpd b/d boe boepd"),
    ("barrels", "thousand barrels", 1000, "kb/d kbd"),
    ("barrels", "million barrels", 10**6, "mb/d mbd mbpd"),
    ("metric speed", "km/h", 1, "kmh kph kmph"),
    ("imperial speed", "mph", 1, "mph"),
    ("knots", "knots", 1, "knot knots kt"),
    ("celsius", "°C", 1, "celsius centigrade degrees-celsius degree-celsius"),
    ("fahrenheit", "°F", 1, "fahrenheit degrees-fahrenheit degree-fahrenheit"),
    ("power", "W", 1, "w watt watts"),
    ("power", "kW", 1000, "kw kilowatt kilowatts"),
    ("power", "MW", 1000000, "mw megawatt megawatts"),
    ("power", "GW", 1000000000, "gw gigawatt gigawatts"),
    ("power", "TW", 10**12, "tw terawatt terawatts"),
    ("joules", "MJ", 1, "mj megajoule megajoules"),
    ("joules", "GJ", 10**3, "gj gigajoule gigajoules"),
    ("joules", "TJ", 10**6, "tj terajoule terajoules"),
    ("joules", "PJ", 10**9, "pj petajoule petajoules"),
    ("joules", "EJ", 10**12, "ej exajoule exajoules"),
    ("energy", "Wh", Fraction(1, 1000), "wh watt-hour watt-hours"),
    ("energy", "PWh", 10**12, "pwh petawatt-hour petawatt-hours"),
    ("electronvolts", "eV", 1, "ev electronvolt electronvolts"),
    ("electronvolts", "keV", 10**3, "kev"),
    ("electronvolts", "MeV", 10**6, "mev"),
    ("electronvolts", "GeV", 10**9, "gev"),
    ("electronvolts", "TeV", 10**12, "tev"),
    ("concentration", "ppm", 1, "ppm parts-per-million"),
    ("concentration", "ppb", Fraction(1, 1000), "ppb parts-per-billion"),
    ("energy", "kWh", 1, "kwh kilowatt-hour kilowatt-hours"),
    ("energy", "MWh", 1000, "mwh megawatt-hour megawatt-hours"),
    ("energy", "GWh", 1000000, "gwh gigawatt-hour gigawatt-hours"),
    ("energy", "TWh", 1000000000, "twh terawatt-hour terawatt-hours"),
    ("data", "kB", 1, "kb kilobyte kilobytes"),
    ("data", "MB", 1000, "mb megabyte megabytes"),
    ("data", "GB", 1000000, "gb gigabyte gigabytes"),
    ("data", "TB", 1000000000, "tb terabyte terabytes"),
    ("frequency", "Hz", 1, "hz hertz"),
    ("frequency", "kHz", 1000, "khz"),
    ("frequency", "MHz", 1000000, "mhz"),
    ("frequency", "GHz", 1000000000, "ghz"),
    ("calories", "calories", 1, "calorie calories kcal"),
    ("carats", "carats", 1, "carat carats"),
)

_MARKS: tuple[tuple[str, Unit], ...] = (
    ("percent", PERCENT),
    ("per cent", PERCENT),
    ("per-cent", PERCENT),
    ("pct", PERCENT),
    ("pc", PERCENT),
    ("‰", Unit("percent", "per mille", Fraction(1, 10))),
    ("quarter point", Unit("points", "quarter points", Fraction(1, 4))),
    ("quarter points", Unit("points", "quarter points", Fraction(1, 4))),
    ("half point", Unit("points", "half points", Fraction(1, 2))),
    ("percentage point", POINTS),
    ("percentage points", POINTS),
    ("percentage-point", POINTS),
    ("percent points", POINTS),
    ("% points", POINTS),
    ("pp", POINTS),
    ("ppt", POINTS),
    ("ppts", POINTS),
    ("basis point", Unit("points", "basis points", Fraction(1, 100))),
    ("basis points", Unit("points", "basis points", Fraction(1, 100))),
    ("basis-point", Unit("points", "basis points", Fraction(1, 100))),
    ("bp", Unit("points", "basis points", Fraction(1, 100))),
    ("bps", Unit("points", "basis points", Fraction(1, 100))),
    ("times", TIMES),
    ("fold", TIMES),
    ("°", DEGREES),
    ("degree", DEGREES),
    ("degrees", DEGREES),
    ("° c", Unit("celsius", "°C")),
    ("° f", Unit("fahrenheit", "°F")),
    ("c", Unit("celsius", "°C")),
    ("f", Unit("fahrenheit", "°F")),
    ("km/h", Unit("metric speed", "km/h")),
    ("km 2", Unit("metric area", "km²", 1000000)),
    ("m 2", Unit("metric area", "m²", 1)),
    ("km 3", Unit("metric volume", "km³", 10**12)),
    ("m 3", Unit("metric volume", "m³", 1000)),
    ("x", TIMES),
    ("km per hour", Unit("metric speed", "km/h")),
    ("kilometres per hour", Unit("metric speed", "km/h")),
    ("kilometers per hour", Unit("metric speed", "km/h")),
    ("kilometres an hour", Unit("metric speed", "km/h")),
    ("miles per hour", Unit("imperial speed", "mph")),
    ("miles an hour", Unit("imperial speed", "mph")),
    ("p", money("GBP", Fraction(1, 100))),
)

_POUNDS = (money("GBP"), Unit("imperial mass", "pounds", 16))
_CENTS = tuple(money(code, Fraction(1, 100)) for code in ("$", "EUR"))
_CENTIMES = tuple(money(code, Fraction(1, 100)) for code in ("EUR", "franc", "CHF"))
_PENCE = (money("GBP", Fraction(1, 100)),)

_TONNES = (Unit("metric mass", "tonnes", 10**6), Unit("metric mass", "megatonnes", 10**12))

_OTHER: tuple[tuple[str, tuple[Unit, ...]], ...] = (
    ("mt", _TONNES),
    ("s", (Unit("time", "seconds"),)),
    ("pound", _POUNDS),
    ("pounds", _POUNDS),
    ("cent", _CENTS),
    ("centime", _CENTIMES),
    ("centimes", _CENTIMES),
    ("cents", _CENTS),
    ("pence", _PENCE),
    ("penny", _PENCE),
)


def _entries() -> Iterable[tuple[tuple[str, ...], tuple[Unit, ...]]]:
    for dimension, name, factor, words in _MEASURES:
        for word in words.split():
            yield tuple(word.replace("/", "-/-").split("-")), (Unit(dimension, name, factor),)
    for phrase, unit in _MARKS:
        yield tuple(phrase.replace("-", " ").replace("/", " / ").split()), (unit,)
    for code, phrases in CURRENCIES.items():
        for phrase in phrases.split():
            yield tuple(phrase.split("-")), (money(code),)
    yield from symbols()
    for word, units in _OTHER:
        yield (word,), units


UNITS = by_first_word(_entries())
YEARS = Unit("months", "years", 12)
RATE_UNITS = frozenset({"bpd", "boepd", "kbd", "mbd", "mbpd", "d"})
"""Units that say of themselves what they are counted per; the d of b/d."""
RATES = {
    "bpd": "day", "boepd": "day", "kbd": "day", "mbd": "day", "mbpd": "day", "d": "day",
    "hourly": "hour", "daily": "day", "nightly": "night", "weekly": "week", "fortnightly": "fortnight",
    "monthly": "month", "quarterly": "quarter", "annual": "year", "annually": "year", "yearly": "year",
    "annum": "year", "diem": "day",
    "second": "second", "minute": "minute", "hour": "hour", "day": "day", "night": "night", "week": "week",
    "month": "month", "quarter": "quarter", "year": "year",
}  # fmt: skip

_EACH = {
    "barrel": "barrel barrels bbl", "tonne": "tonne mt t", "ton": "ton", "bushel": "bushel", "kilo": "kilo kg kilogram kilogramme",
    "gram": "gram gramme g", "ounce": "ounce oz", "pound": "pound lb", "litre": "litre liter l", "gallon": "gallon",
    "kWh": "kilowatt kwh", "MWh": "megawatt mwh", "GWh": "gigawatt gwh", "therm": "therm",
    "person": "person head capita inhabitant resident citizen", "household": "household family home", "woman": "woman",
    "child": "child", "pupil": "pupil student", "worker": "worker employee", "patient": "patient", "passenger": "passenger",
    "share": "share", "hectare": "hectare ha", "acre": "acre", "mile": "mile", "km": "kilometre kilometer km",
    "square metre": "sqm m²", "square foot": "sqft", "unit": "unit", "vehicle": "vehicle car",
}  # fmt: skip
APIECE = {word: meant for meant, words in _EACH.items() for word in words.split()}
"""What prices and shares are for each of; of "kilowatt hour" the first word tells enough."""

_WHOLES = {
    "money GDP": "gdp, gnp, gni, domestic product, national income, national product, economic output, economy, output",
    "money budget": "budget, budgets, spending, expenditure, expenditures, outlays",
    "money revenue": "revenue, revenues, turnover, receipts, sales",
    "money exports": "exports",
    "money imports": "imports",
    "money income": "income, incomes, earnings",
    "money debt": "debt, debts",
    "power electricity": "electricity, power",
    "power energy": "energy",
    "vote votes": "vote, votes, ballots",
    "vote seats": "seats",
    "home people": "people, population, inhabitants, residents, citizens, persons",
    "home households": "households, families",
    "sex women": "women, females",
    "sex men": "men, males",
    "child girls": "girls",
    "child boys": "boys",
}
WHOLES = {phrase: whole for whole, phrases in _WHOLES.items() for phrase in phrases.split(", ")}
"""Wholes that shares are taken of, by families in which one is mistaken for another."""
