"""English number words, and the phrases that give a figure its edge."""

from collections.abc import Iterable
from fractions import Fraction

from briefgen.evidence.languages.bounds import Bound
from briefgen.evidence.languages.english_units import APIECE, RATE_UNITS, RATES, UNITS, WHOLES, YEARS
from briefgen.evidence.languages.number_words import NumberWords
from briefgen.evidence.languages.symbols import PREFIXES
from briefgen.evidence.languages.units import TIMES, Rational

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINAL_UNITS = (
    "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_ORDINAL_TENS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth".split()

CARDINALS = (
    {word: value for value, word in enumerate(_UNITS)}
    | {word: 20 + 10 * place for place, word in enumerate(_TENS)}
    | {"fives": 5, "nil": 0}
)  # under-fives, two-nil
ORDINALS = (
    {word: value for value, word in enumerate(_ORDINAL_UNITS) if value}
    | {word: 20 + 10 * place for place, word in enumerate(_ORDINAL_TENS)}
    | {"hundredth": 100, "thousandth": 1000, "millionth": 10**6}
)
_MAGNITUDES = {
    "dozen": 12, "score": 20, "hundred": 100, "thousand": 10**3, "lakh": 10**5, "lakhs": 10**5, "million": 10**6,
    "crore": 10**7, "crores": 10**7, "billion": 10**9, "trillion": 10**12,
}  # fmt: skip
_SHORT = {"k": 10**3, "m": 10**6, "mn": 10**6, "mln": 10**6, "mio": 10**6, "b": 10**9, "bn": 10**9, "bln": 10**9,
          "tn": 10**12, "trn": 10**12}  # fmt: skip
_VAGUE = {
    "tens": 10, "dozens": 12, "scores": 20, "hundreds": 100, "thousands": 10**3, "millions": 10**6,
    "billions": 10**9, "trillions": 10**12,
}  # fmt: skip

_DENOMINATORS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4,
} | {word + s: value for word, value in ORDINALS.items() if value > 4 for s in ("", "s")}  # fmt: skip

_MULTIPLES: dict[str, Rational] = {
    "twice": 2, "doubled": 2, "double": 2, "doubles": 2, "doubling": 2, "twofold": 2, "thrice": 3, "tripled": 3,
    "triple": 3, "triples": 3, "tripling": 3, "trebled": 3, "treble": 3, "threefold": 3, "quadrupled": 4,
    "quadruple": 4, "fourfold": 4, "fivefold": 5, "sixfold": 6, "sevenfold": 7, "eightfold": 8, "ninefold": 9,
    "tenfold": 10, "hundredfold": 100,
    "halved": Fraction(1, 2), "halves": Fraction(1, 2), "halving": Fraction(1, 2),
}  # fmt: skip
_IMPLIED = {
    "both": 2, "couple": 2, "pair": 2, "twin": 2, "twins": 2, "duo": 2, "trio": 3, "triplets": 3,
    "quartet": 4, "quintet": 5, "single": 1, "sole": 1, "lone": 1, "once": 1, "debut": 1, "inaugural": 1, "maiden": 1,
    "biennial": 2, "biennially": 2, "triennial": 3, "quadrennial": 4, "centenary": 100, "centennial": 100, "bicentenary": 200,
    "bicentennial": 200, "tercentenary": 300, "sesquicentennial": 150, "initial": 1, "opening": 1, "premiere": 1, "earliest": 1, "pioneering": 1, "never": 1, "unprecedented": 1, "debuted": 1,
    "debuts": 1, "original": 1, "initially": 1, "bilateral": 2, "trilateral": 3, "tripartite": 3, "dual": 2,
}  # fmt: skip

_IDIOMS = {
    "second": "thought thoughts nature hand fiddle guess guessed guessing cousin cousins", "third": "party parties sector",
    "fourth": "estate", "fifth": "column columnist columnists", "sixth": "sense", "seventh": "heaven",
    "eleventh": "hour",
}  # fmt: skip
"""Not "third world" nor "second rate": titles and cuts have ranks."""

_BEFORE = {
    Bound.OVER: "more than, over, above, in excess of, exceeding, exceeded, exceeds, exceed, upwards of, upward of, "
    "greater than, higher than, beyond, topping, topped, surpassing, surpassed, larger than, longer than, older than, "
    "better than, north of, climbed past, rose past, gone past, went past, weakened past, broke through, broken through, >",
    Bound.AT_LEAST: "at least, no fewer than, no less than, not less than, not fewer than, a minimum of, minimum of, "
    "minimum, as few as, as little as, as young as, no younger than, at the very least, ≥, starting at, starting from, start at, starts at, start from, starts from, "
    "a starting price of, starting price of, prices from",
    Bound.UNDER: "less than, fewer than, under, below, lower than, smaller than, shorter than, younger than, short of, fell past, slid past, dropped past, slipped past, tumbled past, sank past, <",
    Bound.AT_MOST: "up to, at most, no more than, not more than, as many as, as much as, as high as, a maximum of, "
    "maximum of, maximum, can reach, may reach, could reach, no greater than, not exceeding, not to exceed, capped at, limited to, "
    "as long as, as far as, no older than, as old as, ≤, at the most, no longer than, no higher than",
    Bound.NEARLY: "nearly, almost, just under, just below, just short of, close to, approaching, a little under, "
    "the best part of, the better part of, slightly under, slightly less than, slightly below, a little less than, just less than, not quite, virtually, "
    "nearing, close on, little short of, little less than, slightly fewer than, shy of, just shy of, a shade under, "
    "a fraction under, a whisker under, verging on, bordering on",
    Bound.EITHER: "passed, crossed",
    Bound.ABOUT: "about, around, approximately, roughly, some, circa, ca, ca., c., c, approx, approx., an estimated, "
    "estimated, estimated at, is estimated at, estimated to be, in the region of, in the order of, on the order of, "
    "or so, ~, ≈, in the neighbourhood of, in the neighborhood of, somewhere around, more or less, say, "
    "estimates of, an estimate of, an average of around, roundabout, ±",
    Bound.EXACT: "exactly, precisely, the same",
}
_AFTER = {
    Bound.OVER: "+, - plus, plus",
    Bound.AT_LEAST: "or more, or above, or over, or older, or greater, or higher, or longer, and above, and over, "
    "and up, and older, at least, upwards, or better, minimum",
    Bound.AT_MOST: "or less, or fewer, or under, or below, or younger, and under, and below, at most, maximum, or lower, "
    "tops",
    Bound.ABOUT: "or so, - odd, odd, - ish, approximately, or thereabouts, roughly, - some, - something",
}

_CHANGES = {
    "+": "rose rise rises risen rising grew grow grows grown growing increased increase increases increasing climbed climb "
    "climbs climbing jumped jump jumps soared soar surged surge surges gained gain gains up expanded expand expands raised "
    "raise raises",
    "-": "fell fall falls fallen falling declined decline declines declining dropped drop drops dropping decreased decrease "
    "decreases decreasing shrank shrunk shrinks shrink contracted contract contracts cut cuts lowered lower reduced reduce "
    "reduces slid slumped slipped dipped plunged down",
}
_MOVES = {word: sign for sign, words in _CHANGES.items() for word in words.split()}

_PLAIN = """
a an and are as at be been before between but by can could did do does during each every for from had has have he her
his how i if in into is it its later may might more most must my no nor not of off on or our out over own per said she
should since so still such than that the their them then there these they this those through throughout to too under
until up upon was we were what when where whether which while who whom whose why will with within without would you
your ago according according across after against all also although among amid apart because despite due earlier
either even except further just like near nearly now only onto plus rather respectively said says than thus toward
towards unless unlike via versus vs when worldwide yesterday today tomorrow annually daily monthly weekly went came
fell rose grew took made left made became began ended lost won beat gave got held kept led met paid put ran saw set
told am
""".split()


_SIDES = {"north": "N", "south": "S", "east": "E", "west": "W"}
_COMPASS = {
    f"{one}{other}": letters
    for north, n in _SIDES.items()
    for east, e in ({"": ""} | _SIDES).items()
    for one, other, letters in ((north, east, n + e), (n.lower(), e.lower(), n + e))
    if n in "NS" or not e
}


def _phrases(table: dict[Bound, str], at_end: bool) -> dict[str, tuple[tuple[tuple[str, ...], Bound], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], Bound]]] = {}
    for words, bound in _split(table):
        found.setdefault(words[-1 if at_end else 0], []).append((words, bound))
    return {word: tuple(sorted(phrases, key=lambda e: -len(e[0]))) for word, phrases in found.items()}


def _split(table: dict[Bound, str]) -> Iterable[tuple[tuple[str, ...], Bound]]:
    for bound, phrases in table.items():
        for phrase in phrases.split(", "):
            yield tuple(phrase.replace(".", " .").split()), bound


NUMBERS = NumberWords(
    cardinals=CARDINALS,
    tens=frozenset(_TENS),
    magnitudes=_MAGNITUDES,
    short_magnitudes=_SHORT,
    vague=_VAGUE,
    vague_leads=frozenset({"several", "few", "many", "couple", "multiple"}),
    ordinals=ORDINALS,
    ordinal_suffixes=frozenset({"st", "nd", "rd", "th"}),
    denominators=_DENOMINATORS,
    articles=frozenset({"a", "an"}),
    share_leads=frozenset(
        "by from to between nearly almost about around roughly over than up down rose rise grew gained".split()
    ),
    comparatives=frozenset("more less fewer higher lower larger smaller".split()),
    joiner="and",
    of=frozenset({"of", "in"}),
    parted=frozenset({"of"}),
    multiples=_MULTIPLES,
    implied=_IMPLIED,
    counting=frozenset({"both", "sole", "lone"}),
    hitherto=frozenset({"before", "previously", "hitherto"}),
    hitherto_last="before",
    denials=frozenset({"no", "none", "nobody", "nothing", "never", "not", "neither", "nor"}),
    extremes=frozenset(
        "highest lowest largest smallest biggest greatest longest shortest best worst strongest weakest fastest slowest steepest "
        "sharpest deepest deadliest hottest warmest coldest wettest driest most fewest least".split()
    ),
    from_then="since",
    before=_phrases(_BEFORE, at_end=True),
    after=_phrases(_AFTER, at_end=False),
    spacers=frozenset(
        {
            "the",
            "a",
            "an",
            "another",
            "additional",
            "further",
            "total",
            "of",
            "whopping",
            "just",
            "only",
            "mere",
            "\u00e2",
        }
    ),  # the last is left of a £ that was read as Latin-1,
    partial=frozenset({"some"}),
    streaks={"consecutive": (), "straight": (), "successive": (), "running": (), "in": ("a", "row")},
    fillers=frozenset(
        "more further full additional extra consecutive straight successive calendar working whole other".split()
    ),
    limits=frozenset({"minimum", "maximum"}),
    numbered=frozenset({"number", "no", "nos", "nr"}),
    lengths=frozenset({"a", "an", "another", "past"}),
    points=frozenset({"point", "points"}),
    turns={"time": TIMES, "birthday": YEARS, "anniversary": YEARS},
    estimates=frozenset(
        "estimate, estimates, estimated, estimating, approximate, approximately, rough, roughly, probably, perhaps, "
        "ballpark, reckons, reckoned, put at, puts at, thought to, believed to, understood to".split(", ")
    ),
    units=UNITS,
    prefixes=PREFIXES,
    rates=RATES,
    rate_units=RATE_UNITS,
    apiece=APIECE,
    wholes=WHOLES,
    thresholds=frozenset(
        "target targets threshold thresholds limit limits level levels average goal mark ceiling floor benchmark cap line "
        "norm standard baseline quota requirement needed required necessary".split()
    ),
    moves=_MOVES,
    bare_leads=frozenset({"per", "first", "last", "next"}),
    per=frozenset({"per", "a", "an", "each", "every", "/"}),
    moments=frozenset("later earlier after before ago from since away".split()),
    over=frozenset({"on", "over", "to"}),
    back=frozenset({"earlier", "ago", "before"}),
    falls=frozenset(
        "fell fall falls fallen falling declined decline declines dropped drop drops shrank shrunk shrinks contracted "
        "contraction decreased decrease lost loss losses deficit down lower cut reduced reduction dip dipped slid slump".split()
    ),
    ago=frozenset({"ago"}),
    plain=frozenset(_PLAIN),
    determiners=frozenset("the his her its their our my your".split()),
    remaining=frozenset({"other", "remaining", "latter", "same"}),
    definite=frozenset({"the", "these", "those", "all"}),
    than="than",
    capping=frozenset(
        "limit limits limited limiting cap caps capped capping restrict restricts restricted".split()
    ),
    creeps=frozenset(
        "edged edging inched inching crept creeping ticked nudged drifted went go goes going gone moved move moves moving".split()
    ),
    occasions=frozenset(
        "sessions sittings meetings hearings phases stages rounds seasons series episodes instalments installments visits "
        "stints legs".split()
    ),
    negatives=frozenset({"minus", "negative"}),
    either_sign=frozenset({"plus"}),
    below_zero=(("below", "zero"), ("below", "freezing"), ("of", "frost")),
    idioms={word: frozenset(after.split()) for word, after in _IDIOMS.items()},
    towards=frozenset({"to", "the"}),
    compass=_COMPASS,
)
