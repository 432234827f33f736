"""The shape of the tables that turn words into figures in one language."""

from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct, field

from briefgen.evidence.languages.bounds import Bound
from briefgen.evidence.languages.units import Rational, Unit

Phrases = Mapping[str, tuple[tuple[tuple[str, ...], Bound], ...]]
"""Phrases by the word that stands next to the figure, the longest first."""


class NumberWords(Struct, frozen=True, eq=False, dict=True):
    """Number words and number signs of one language, in lower case.

    `group` and `decimal` are the separators of digits. Every table is empty where only digits are read.

    - `cardinals`: one … nineteen and the tens, with their values; `tens`: the words a unit may follow
    - `magnitudes`: words that multiply the number before them; `short_magnitudes`: `m`, `bn`, after digits only;
      `glued_magnitudes`: those of scripts without blanks, the longest first
    - `vague`: hundreds, dozens: a magnitude and no number; `vague_joins`: "tens of thousands"
    - `ordinals`, `ordinal_suffixes`: third, 3rd
    - `denominators`: half, third, quarters; `articles`: a third, a dozen; `share_leads`, `comparatives`: what makes "a
      third" a share ("by a third", "a third more")
    - `parted`: words between a part and its whole ("19 of our 22")
    - `multiples`: twice, doubled; `implied`: both, pair: words that back a count but need no backing
    - `counting`: those of `implied` that count what comes after them ("both bridges")
    - `hitherto`: words by which something is told to be the first, where one of `denials` stands before them ("no woman
      has led it before"); `hitherto_last`: the one that does so only at the end of its clause
    - `extremes`: superlatives; with `from_then` after it one tells of the first time since then
    - `before`, `after`: phrases for a figure's edge; `spacers`: what may stand between phrase and figure; `partial`:
      those of `before` that take a part of what follows ("some of the 80"); `limits`: words of `before` that a noun may
      follow ("a minimum order of 80")
    - `units`: what a figure counts, by the words after it; `prefixes`: currency signs and codes before it
    - `streaks`: phrases that count without a gap ("third consecutive", "three in a row"), by their first word
    - `fillers`: words between a number and its unit ("12 more months")
    - `apiece`: things that a price or share is for each of ("a barrel", "per head"), by the word that says what is
      meant
    - `wholes`: what shares are taken of, in one word or two, as a family and which of it is meant ("money GDP")
    - `thresholds`: words after a figure that is a target or limit
    - `moves`: verbs and adverbs of a change, with its sign
    - `rate_units`: last words of units that are rates by themselves (bpd)
    - `bare_leads`: words after which a magnitude is a number ("31 per thousand", "the first hundred days")
    - `rates`: daily, weekly; `per`: words that make the next unit a rate, unless one of `moments` follows ("a day
      later"); `over` joins the two periods of "year on year", `back` are words of `moments` by which a change is told
      from then ("a year earlier"); `falls`: verbs and nouns that give a figure its minus sign; `ago`: words after a
      time that is counted back
    - `numbered`: words before a number that ranks and counts nothing ("number 12")
    - `lengths`: words before a unit of time that count one ("lasted a year", "the past year")
    - `points`: words for percentage points that count other things as well, and for the point of a decimal
    - `turns`: what the third of makes three: the third time, the third birthday
    - `estimates`: words, or pairs of them, by which a sentence says that its figures are no exact ones
    - `plain`: words after a figure that are not what it counts (verbs, prepositions)
    - `definite`: words before "two" where it points back ("the two countries"), `remaining`: likewise ("the other two")
    - `idioms`: number words with those words after them beside which they count nothing ("second thoughts")
    - `occasions`: what something may be spread over, as over a length of time ("over four sessions")
    - `creeps`: verbs after which "up to" is no bound ("edged up to")
    - `capping`: verbs that make what they are followed by a limit ("limits enrichment to")
    - `than`: the last word of those of `before` that compare
    - `negatives`: words before a figure that give it a minus sign, unless one of `either_sign` stands before them
      ("plus or minus"); `below_zero`: phrases after degrees that do
    - `compass`: north, N; `towards`: words between a distance and its side ("to the north")
    - `determiners`: words before "first" where it claims a rank
    """

    group: str = ","
    decimal: str = "."
    cardinals: Mapping[str, int] = field(default_factory=dict)
    tens: frozenset[str] = frozenset()
    magnitudes: Mapping[str, int] = field(default_factory=dict)
    short_magnitudes: Mapping[str, int] = field(default_factory=dict)
    glued_magnitudes: tuple[str, ...] = ()
    vague: Mapping[str, int] = field(default_factory=dict)
    vague_leads: frozenset[str] = frozenset()
    ordinals: Mapping[str, int] = field(default_factory=dict)
    ordinal_suffixes: frozenset[str] = frozenset()
    denominators: Mapping[str, int] = field(default_factory=dict)
    articles: frozenset[str] = frozenset()
    share_leads: frozenset[str] = frozenset()
    comparatives: frozenset[str] = frozenset()
    joiner: str = ""
    of: frozenset[str] = frozenset()
    parted: frozenset[str] = frozenset()
    multiples: Mapping[str, Rational] = field(default_factory=dict)
    implied: Mapping[str, int] = field(default_factory=dict)
    counting: frozenset[str] = frozenset()
    hitherto: frozenset[str] = frozenset()
    hitherto_last: str = ""
    denials: frozenset[str] = frozenset()
    extremes: frozenset[str] = frozenset()
    from_then: str = ""
    before: Phrases = field(default_factory=dict)
    after: Phrases = field(default_factory=dict)
    spacers: frozenset[str] = frozenset()
    partial: frozenset[str] = frozenset()
    streaks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    fillers: frozenset[str] = frozenset()
    limits: frozenset[str] = frozenset()
    numbered: frozenset[str] = frozenset()
    lengths: frozenset[str] = frozenset()
    points: frozenset[str] = frozenset()
    turns: Mapping[str, Unit] = field(default_factory=dict)
    estimates: frozenset[str] = frozenset()
    units: Mapping[str, tuple[tuple[tuple[str, ...], tuple[Unit, ...]], ...]] = field(default_factory=dict)
    prefixes: Mapping[str, Unit] = field(default_factory=dict)
    rates: Mapping[str, str] = field(default_factory=dict)
    apiece: Mapping[str, str] = field(default_factory=dict)
    wholes: Mapping[str, str] = field(default_factory=dict)
    thresholds: frozenset[str] = frozenset()
    moves: Mapping[str, str] = field(default_factory=dict)
    per: frozenset[str] = frozenset()
    bare_leads: frozenset[str] = frozenset()
    rate_units: frozenset[str] = frozenset()
    moments: frozenset[str] = frozenset()
    over: frozenset[str] = frozenset()
    back: frozenset[str] = frozenset()
    falls: frozenset[str] = frozenset()
    ago: frozenset[str] = frozenset()
    determiners: frozenset[str] = frozenset()
    definite: frozenset[str] = frozenset()
    remaining: frozenset[str] = frozenset()
    plain: frozenset[str] = frozenset()
    than: str = ""
    capping: frozenset[str] = frozenset()
    creeps: frozenset[str] = frozenset()
    occasions: frozenset[str] = frozenset()
    negatives: frozenset[str] = frozenset()
    either_sign: frozenset[str] = frozenset()
    below_zero: tuple[tuple[str, ...], ...] = ()
    compass: Mapping[str, str] = field(default_factory=dict)
    towards: frozenset[str] = frozenset()
    idioms: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @cached_property
    def starters(self) -> frozenset[str]:
        """The words that a number can begin with, so that all others are passed over at once."""
        tables = (
            self.cardinals,
            self.magnitudes if self.bare_leads else (),
            self.vague,
            self.vague_leads,
            self.ordinals,
            self.denominators,
            self.articles,
            self.lengths,
            self.hitherto,
            self.extremes,
        )
        return frozenset().union(*tables, self.multiples, self.implied)

    @cached_property
    def estimate_starts(self) -> frozenset[str]:
        """The words that a phrase of an estimate can begin with."""
        return frozenset(phrase.split()[0] for phrase in self.estimates)
