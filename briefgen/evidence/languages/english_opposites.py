"""Pairs of English opposites: what makes `did not accept` and `rejected` the same, `rose` and `fell` not.

Each line is one notion: words that affirm it, a bar, words that deny it. Both sides hold near synonyms only as far as a
newspaper would use one for the other. Words that are made by a prefix (un-, in-, non-, dis-) or by -less are found by
their form and not listed; `NOT_PREFIXED` names those that only look so.
"""

from collections.abc import Iterable, Mapping
from functools import cache

from briefgen.evidence.languages.english_opposites_in_place import IN_PLACE
from briefgen.evidence.languages.modality_words import Notions
from briefgen.evidence.text.stems import stem

_PAIRS = """
accept approve agree consent endorse ratify adopt back support favour favor confirm | reject refuse decline oppose spurn rebuff veto block against
confirm admit acknowledge | deny refute rebut
uphold accept allow | dismiss overturn quash annul
allow permit let enable authorise authorize | ban forbid prohibit prevent bar block outlaw disallow
legalise legalize | criminalise criminalize outlaw ban
increase rise grow climb gain surge soar jump raise boost grow expand higher upward | decrease fall drop decline shrink reduce cut lower plunge slump dip diminish lessen downward
win victory victorious | lose defeat
succeed success successful | fail failure unsuccessful
begin start launch | end stop finish cease halt cancel
open reopen | close shut closed
arrive enter | leave depart exit
join | leave quit
improve better improvement | worsen deteriorate worse
strengthen gain appreciate strong strength strongest stronger | weaken depreciate weak weakness weakest weaker
guilty convict | innocent acquit cleared exonerate
include including inclusion | exclude excluding exclusion omit
keep retain maintain preserve | abandon scrap discard
safe safely | dangerous unsafe
possible able | impossible unable
alive survive | dead die kill
easy easily simple straightforward | hard difficult complex complicated
cheap inexpensive affordable | expensive costly
high | low
maximum | minimum
majority | minority
new newest | old oldest
good | bad poor
positive positively | negative negatively
always | never
everyone everybody | nobody
hot warm | cold cool
rich wealthy | poor
love like enjoy | hate dislike detest
praise welcome hail commend | criticise criticize condemn denounce
encourage | discourage deter
remember | forget
remain stay | leave depart
buy purchase | sell
import | export
attack | defend
impose extend prolong maintain keep | lift
tighten | ease relax loosen
hire recruit | fire sack
free release freed | detain arrest jail imprison
resume restart restore | suspend halt stop cease pause interrupt sever
optimistic optimism | pessimistic pessimism
hopeful | hopeless
advance | retreat
above | below
often frequently | rarely seldom
present presence | absent absence
comply honour honor respect observe | violate breach flout break
advantage | disadvantage
trust | distrust mistrust
upgrade | downgrade
profit profitable | loss unprofitable
surplus | deficit
accelerate faster quicken | slow slower decelerate
admit | bar exclude expel eject
grant award | refuse revoke deny withhold
pass adopt | reject
carry | defeat
favour favor | against
proceed | cancel
enough sufficient adequate ample | lack insufficient inadequate shortage scarce
before | after
up | down
permanent permanently | temporary temporarily
public publicly | private privately secret secretly
voluntary voluntarily | compulsory mandatory obligatory
full fully | partial partially
deploy | withdraw
appoint | dismiss oust
escalate | calm
create | destroy abolish
pass | fail
extensive wide | limited narrow
exclusive | inclusive
unique distinctive | ordinary common
multi multiple | single
attend participate | miss skip boycott shun
meet achieve attain reach | miss
fit | unfit
many several numerous most | few
all every | none
both | neither
recover | relapse
solve resolve | unresolved unsolved
same identical similar | different
early earlier | late later
fast quick quickly | slow slowly
superior outperform | inferior underperform
heavy | light
younger young | older elderly
happy pleased satisfied | sad unhappy displeased dissatisfied
lend | borrow
lengthen | shorten
major | minor
interested | uninterested indifferent
known | unknown
"""

# Verbs with a particle, and the one verb that says the same; other words may stand between the two.
_PARTICLE_VERBS = """
go up: rise|come up: rise|shoot up: rise|creep up: rise|drive up: raise|push up: raise|step up: increase|
go down: fall|come down: fall|bring down: reduce|scale back: reduce|scale down: reduce|cut back: reduce|
pick up: accelerate|speed up: accelerate|slow down: slow|turn down: reject|vote down: reject|throw out: dismiss|
strike down: overturn|wave through: approve|call off: cancel|go ahead: proceed|break off: sever|close down: close|shut down: close|
open up: open|let in: admit|shut out: exclude|lock up: jail|let go: release|lay off: sack|take on: hire|
pull out: withdraw|give up: abandon|step down: resign|stand down: resign|stay on: remain|carry on: continue|press on: continue|
turn away: refuse|turn back: refuse|take part: participate|back down: concede|give in: concede|drop out: quit|put off: postpone|
phase out: abolish|wind down: end|fall short: miss|lag behind: trail|fall behind: trail|hand over: surrender|hand back: return|
set up: establish|ramp up: increase|build up: increase|tick up: rise|edge up: rise|edge down: fall|beef up: strengthen|
shore up: strengthen|water down: weaken|die down: subside|flare up: intensify|crack down: suppress|sell off: privatise|
leave out: omit|bring forward: advance|play down: downplay|take up: accept|hand out: distribute|hold back: withhold|win over: persuade|
fend off: repel|beat back: repel|move in: enter|move out: leave|fall apart: collapse|sign up: join|opt out: quit|clamp down: suppress|
drop off: fall|on time: timely|break out: begin|die out: vanish|rein in: curb|break down: collapse
"""

EXCHANGED = (("over", "under"),)
"""Prefixes that take each other's place: overvalued, undervalued."""

PREFIXES = ("un", "in", "im", "ir", "il", "non", "dis", "anti")

# Words that begin like a negative and are none, where what is left is a word as well.
NOT_PREFIXED = frozenset(
    map(
        stem,
        """increase inform informed information import important imported impose imposed impart impact improve improved
        invest investment intent intend intended inside income input indeed indent invent instance intake insight inset
        install instilled invaluable inflammable include included international interaction interview inland infield
        insure insured inquire inquiry inspire inspired involve involved inhabit inhabited inherent imprint impress
        impressed implant implied imply unless until under union unite united unit universe unique dispatch
        dispatched discount discover discovered disclose disclosed disease dismiss dismissed display displayed distress
        dispute disputed discuss discussed distance distribute district dissent distant disposed disposal
        discourse discern dispose antique anticipate intense internal initial inject inn inner insert institute
        intone investor investors increasing increasingly inborn inbound infuse inlaid inmate inpatient inroad
        irritate illustrate image immerse immigrant immigration immense impel imperil
        impend impending improvise mission missions missile missing mistake mistaken mister mist uncle unemployment unrest
        understand understood underline undergo undertake undermine underway underground unanimous unify unison none nonetheless disc disciplin
        discipline dish disk distinct distinguish disaster disastrous disability disabled disbursement dispersal mischief misery
        dismissal displace displaced displacement disrupt disruption discharge discretion disturb disturbance distort distraction
        disgrace disarray dissident discriminate discrimination misconduct mismanagement misuse miserable nonstop
        universal university uniform unionist unanimity unprecedented uncover unveil unleash unfold unearth
        unicef unesco unhcr undp unrwa unfpa unctad""".split(),
    )
)


def _notions(lines: Iterable[str]) -> dict[str, Notions]:
    """Maps each stem to the notions it affirms (+1) or denies (-1)."""
    found: dict[str, dict[tuple[str, int], None]] = {}
    for line in lines:
        affirming, denying = ([stem(word) for word in side.split()] for side in line.split("|"))
        notion = affirming[0] + "/" + denying[0]
        for side, entry in ((affirming, (notion, 1)), (denying, (notion, -1))):
            for root in side:
                found.setdefault(root, {})[entry] = None
    return {key: tuple(entries) for key, entries in found.items()}


_LINES = _PAIRS.strip().splitlines()
OPPOSITES = _notions(_LINES)


@cache
def opposites_in_place() -> Mapping[str, Notions]:
    """The same with the pairs that are compared where one stands in the place of the other; made on first use, for it
    takes long."""
    return _notions((*_LINES, *IN_PLACE))


PARTICLE_VERBS = {
    (stem(verb), particle): stem(meaning)
    for entry in _PARTICLE_VERBS.replace("\n", "").split("|")
    for phrase, meaning in (entry.split(": "),)
    for verb, particle in (phrase.split(),)
}
# One side's gain is the other's loss: both may be true of one event.
CONVERSE = frozenset(
    entry[0]
    for word in ("win", "buy", "lend", "import", "attack", "arrive", "remain", "advance")
    for entry in OPPOSITES[stem(word)]
)
