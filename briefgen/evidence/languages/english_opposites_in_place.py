"""Pairs of English opposites that are compared where one stands in the place of the other.

Adds to the table of `english_opposites`: an entry that begins like a line there (on both sides of the bar) widens that
notion. The classes are for the reader only. A sentence that keeps to its quote's wording shows by its other words what is
spoken of, so words of several meanings may stand here (`hold`, `follow`, `right`) that would be mistaken for others in free
wording.

Left out are words that may mean their own opposites (`sanction`, `oversee`, `table`) and verbs that are better known as
nouns (`court`, `share`). What the same reporter may write for one another (restrictions are `eased` or `lifted`, growth
`slows` or `eases`) must stand on one side of an entry, or in none together.
"""

_PAIRS = """
# Giving, withdrawing
grant confer bestow give provide offer issue | refuse rescind withdraw confiscate; supply furnish deliver distribute provide |
withhold withdraw confiscate; return reinstate restore | confiscate expropriate; issue | recall; finance fund subsidise bankroll
| defund; spend | save; invest | divest disinvest; repay | default; donate lend pay contribute | owe; enrich | impoverish;
assign delegate devolve entrust | reclaim; inflow influx | outflow exodus; revenue receipts earnings income | expenditure
expenses outlay spending; credit creditor | debit debtor; asset | liability; demand | supply; employer | employee; shed divest
sell | acquire buy purchase gain; earn | lose forfeit; replenish fill refill | deplete drain exhaust; conserve | waste squander;
submit present | withdraw retract;
# Opening, closing
open unblock unseal | close closure shutdown block seal; inaugurate unveil | close demolish; connect link attach | disconnect
detach sever; reveal disclose publish expose divulge unveil declassify revelation disclosure publication | conceal hide suppress
withhold censor classify obscure censorship; show display | hide conceal; transparent transparency openness | opaque opacity
secrecy secretive; occupied | vacant vacated; enable activate | disable; accessible | sealed closed restricted; broadcast |
censor; convene reconvene open resume | adjourn prorogue suspend; blockade besiege | reopen unblock; gather assemble | disperse
scatter; clarify illuminate | obscure confuse cloud; restart resume reopen | shut close;
# Agreeing, refusing
claim | concede; accept ratification | reject repudiate; recognise acknowledge recognition | repudiate disown disavow renounce
repudiation renunciation; sign conclude | veto reject repudiate; concur consensus unity harmony agreement | differ diverge
dissent discord division rift dispute deadlock impasse stalemate disunity; unanimous united undivided | divided split; comply
obey abide uphold adhere heed | violate ignore defy contravene infringe disregard violation contravention; keep | break; follow
| ignore disregard defy; hold | collapse; cooperate collaborate cooperation collaboration | obstruct resist hinder; concede
relent yield compromise concession | insist intransigence; willing eager keen ready prepared willingness | reluctant hesitant
averse reluctance hesitation; fulfil satisfy | breach break; expect predict anticipate | doubt; converge | diverge; persuade
convince | dissuade deter; conciliatory cooperative | confrontational combative belligerent defiant; placate appease pacify
mollify | provoke antagonise anger enrage inflame; reconcile | estrange alienate divide; settle resolve | dispute; vote
participate | abstain; headway progress | deadlock standstill; attract woo | alienate antagonise; pledge promise vow | refuse
renege; ratify sign join | withdraw leave quit; sign | block; admit | suspend expel; guarantee assure ensure safeguard |
threaten endanger; trust | fear suspect;
# Beginning, ending
issue renew | cancel; begin initiate commence embark onset outset | end conclude terminate abort; start begin launch | complete
close; resume renew revive resumption revival | suspend discontinue freeze shelve scrap; continue persist proceed | stop cease
halt end discontinue suspend break; ongoing underway continuing | finished concluded; first initial opening inaugural | last
final closing concluding; former previous past ex | current incumbent present; former previous outgoing past | future
next incoming; predecessor | successor; birth born | death; form establish create founded foundation | dissolve disband abolish
dismantle dissolution abolition; build construct erect rebuild | demolish destroy raze dismantle demolition; temporary
provisional interim | permanent definitive lasting indefinitely; brief briefly short | long lengthy prolonged protracted;
shorten curtail cut | extend prolong lengthen; postpone delay defer | advance expedite hasten; revive restart resurrect |
abandon bury; pursue continue | abandon drop; inherit claim assume assert | renounce relinquish disclaim; emerge appear arise |
vanish disappear; ignite kindle | extinguish douse; cause trigger provoke spark | avert prevent; prompt promptly timely punctual
| belated belatedly tardy delayed late; advance proceed progress | stall stagnate; lasting durable enduring | fleeting
temporary; call announce schedule | cancel; imminent near | distant remote; establish restore | sever; resume restart recover
hold succeed | collapse; despite | because;
# Increasing, decreasing
rapid great good considerable substantial significant much | little; increase swell widen mount balloon skyrocket rocket
multiply escalate intensify heighten broaden enlarge inflate rally rebound spike hike bolster augment elevate upturn uptick
upsurge double | decrease plummet dwindle tumble slide sink narrow recede subside ebb wane abate slash trim curb curtail pare
halve deflate downturn contraction; deepen intensify worsen heighten mount flare | ease subside recede abate wane ebb soften
lessen; gain win acquire capture seize secure conquer regain recapture retake | lose cede surrender forfeit relinquish;
strengthen firm bolster reinforce consolidate fortify cement boost robust resilient powerful | weaken undermine erode dilute sap
fragile feeble frail powerless vulnerable; widen broaden expand extend | narrow; double treble triple | halve; accelerate hasten
expedite speed acceleration | slow slowdown delay deceleration; rapid swift quick | slow gradual; escalate inflame aggravate
exacerbate stoke escalation | calm defuse ease soothe alleviate mitigate; improve | worsen deterioration degrade aggravate
exacerbate backslide; growth boom expansion recovery upturn | recession contraction downturn slump bust shrinkage; inflation
inflationary | deflation deflationary; more | less fewer; highest peak | lowest; best | worst; surplus excess glut oversupply |
deficit shortage shortfall undersupply; plenty abundance abundant plentiful ample enough | scarcity dearth shortage shortfall
insufficient; large big huge vast sizeable substantial considerable significant enormous | small tiny slight modest negligible
minor marginal; bigger larger biggest largest greater greatest | smaller smallest lesser; severe serious grave acute heavy major
| mild slight minor light; strict stringent tough harsh tight rigid | lax lenient loose flexible leniency; overwhelming
comfortably | narrowly; frequent common widespread usual typical | rare scarce unusual uncommon exceptional isolated; deep |
shallow superficial; dear | cheap; grow widen deepen strengthen | erode shrink fade; grow expand boom | stagnate; widen deepen
sharpen | narrow bridge shrink close; fuel stoke raise heighten | allay dispel calm quell; maximise | minimise; exaggerate
overstate | understate downplay minimise; underline stress emphasise highlight | downplay minimise; rise gain soar surge jump
climb rally | shed shrank shrunk; harden toughen stiffen | soften; stimulate encourage | stifle dampen inhibit; dense | sparse;
ambitious | modest; lavish extravagant | austere frugal modest; wide | rare; massive immense colossal | tiny minuscule; widen
extend keep | lose; climb rise gain advance edge | slip slide ease;
# Supporting, opposing
support champion advocate promote endorse backing | oppose resist combat fight criticise opposition; supporter backer proponent
advocate ally friend partner sympathiser champion loyalist | opponent critic adversary enemy foe rival detractor antagonist;
friendly cordial amicable warm friendship | hostile adversarial frosty icy enmity; peace peaceful nonviolent calm | war violent
violence turbulent; help aid assist benefit helpful beneficial useful | hurt harm hinder hamper damage impede thwart obstruct
harmful detrimental; facilitate ease | hinder hamper impede obstruct complicate; praise applaud laud salute congratulate acclaim
| criticise deplore decry slam blast lambast censure rebuke blame fault reprimand criticism; welcome | deplore regret resent;
reward | punish penalise; honour | shame; encourage | discourage dissuade; incite provoke | deter; sympathetic supportive
favourable favorable favourably favorably | critical hostile opposed; pro | anti; defend protect safeguard shield preserve |
threaten endanger imperil jeopardise abolish; loyal loyalty | disloyal treacherous treason betrayal betray rebel; unite unify
join merge integrate combine unification merger integration union | divide split separate partition secede secession separation
break; attract | repel deter; applause cheer | jeer boo; favour advantage | penalise disadvantage; inspire encourage | inhibit
discourage; celebrate | mourn; embrace | shun spurn reject; protect shield shelter | expose endanger; popular beloved | hated
reviled; compliment | insult; accuse implicate incriminate blame | exonerate absolve vindicate defend; forgive | resent;
stabilise pacify | unsettle inflame; praise admire honour applaud | mock ridicule deride belittle; rescue save shelter | abandon
desert;
# Including, excluding
include comprise cover encompass | exclude exempt omission; invite | exclude bar; join accede enter accession | leave withdraw
exit resign secede; attend participation | miss; oblige require compel force bind | exempt excuse; compulsory mandatory
obligatory forced forcible forcibly coerced involuntary coercive | voluntary optional discretionary; integrate integration |
segregate segregation; domestic internal inland inner domestically | foreign external overseas international; home | abroad;
native indigenous local | foreign; citizen | foreigner; together jointly collective | separately individually alone;
multilateral bilateral | unilateral; add insert | remove delete subtract; install | remove; isolate | integrate connect; insider
| outsider; welcome shelter accommodate | evict expel; diverse | uniform homogeneous; participant | absentee; remain stay |
secede; join attend | boycott shun skip;
# Arming, disarming, war
arm rearm | disarm; deploy send dispatch | withdraw recall pullout; occupy invade annex conquer capture occupation invasion |
liberate evacuate vacate withdraw liberation evacuation; advance | retreat recede withdraw; attack assault bombard offensive
aggression aggressive | defend repel defensive defence; triumph prevail victor winner | lose loser defeat; arrest kidnap abduct
capture imprison jail captivity | release free rescue parole; civilian | military soldier combatant; survivor | fatality; save
rescue spare | kill; wound injure | heal unscathed; loyalist | rebel insurgent; quell suppress | foment incite fuel; pardon
spare | execute; entrench | dislodge; surrender capitulate | resist fight; win prevail | succumb; overcome withstand | succumb;
# Legal, illegal
legal lawful legitimate constitutional licit valid | unlawful illicit void invalid illegality; guilty guilt | innocent acquittal
absolve vindicate innocence exoneration; charge indict prosecute | acquit exonerate; uphold affirm | overturn quash annul
reverse; enact introduce impose reinstate retain keep | repeal revoke rescind annul abolish scrap abolition revocation;
plaintiff claimant prosecutor | defendant; amnesty pardon | punish prosecute; innocent | culprit; victim | perpetrator; enforce
impose | waive; elected | unelected appointed; right entitlement | duty obligation; verify authenticate | question doubt
challenge; affirm assert | retract; acquit clear | jail imprison; honest truthful | deceitful corrupt fraudulent;
# Presence, absence
return | abandon; enough ample | little; enjoy | lose; full whole total complete | partial partly empty; full filled crowded
packed | empty deserted; remain | leave flee; return | flee leave; find | lose; visible visibly | hidden; full complete absolute
total | limited restricted;
# Success, failure
succeed prosper thrive flourish | fail founder falter flop; outperform outpace exceed surpass outstrip beat overtake lead ahead
| underperform lag trail undershoot; meet exceed fulfil | miss; breakthrough progress | setback; solvent | bankrupt;
effective | ineffectual; benefit gain profit | suffer lose; advantage advantageous strength benefit | drawback weakness
handicap; flourish thrive prosper | languish wither; repair mend fix | damage break; intact undamaged | damaged destroyed;
competent skilled able | inept incompetent; lucrative profitable | lossmaking; orderly organised disciplined | chaotic
disorderly; valuable | worthless; perfect flawless | flawed faulty; decisive conclusive | inconclusive indecisive; ruin |
restore; vulnerable exposed | protected immune; productive constructive fruitful successful | unproductive unsuccessful;
# Allowing, forbidding
tighten impose | lift; allow | ban preclude; legalise decriminalise | criminalise; tolerate condone tolerance | forbid punish;
allow permit authorise approve | stop halt thwart;
# Confirming, denying
confirm corroborate verify validate attest concede corroboration | deny contradict disprove debunk rebuttal; accept concede |
contest dispute; true correct accurate right genuine authentic real truth truthful | false wrong mistaken fake bogus forged
falsehood; credible reliable trustworthy plausible | dubious doubtful questionable unreliable implausible; certain sure
certainty | doubtful dubious; clear obvious explicit | ambiguous vague obscure murky ambiguity; explicit | implicit tacit;
deliberate intentional wilful | accidental inadvertent accident; believe trust | doubt disbelieve distrust; proof |
refutation; accurate precise reliable | misleading inaccurate; precise exact | vague approximate; clear direct straightforward
frank | evasive vague; random | systematic targeted; notice heed acknowledge consult | ignore overlook; consistent coherent
matching | conflicting contradictory;
# Hope, fear
hope hopeful optimistic optimism optimistically confident confidence bullish upbeat | fear fearful pessimistic pessimism gloomy
gloom despair bearish downbeat hopeless; reassure comfort relief relieved | alarm frighten unsettle; happy glad delighted proud
satisfaction joy | sad angry angered furious upset disappointed dismayed outraged ashamed sadness grief sorrow; admire respect |
despise contempt scorn disdain; love like enjoy | loathe; calm | panic tense; relaxed calm | nervous tense anxious; jubilant
elated | dejected despondent; pride | shame; bold daring | timid cautious;
# Place
inside within indoors | outside outdoors; interior inner | exterior outer; above | below beneath underneath; upper top | lower
bottom; front | rear; near nearby close adjacent nearer closer nearest | far distant remote farther further farthest; toward |
away; into onto | off; ahead | behind; left leftist leftwing | right rightist rightwing; upstream upwards uphill | downstream
downwards downhill; inward inbound incoming | outward outbound outgoing; immigration immigrant | emigration emigrant; onshore |
offshore; urban | rural; city town | countryside; entrance | exit; ascend ascent | descend descent; vertical | horizontal;
central centre | peripheral periphery; wet rainy flooded | dry arid drought; dominant | marginal; primary | secondary;
# Time
before prior preceding ahead | after following; previous preceding earlier | subsequent following later; past | future; ancient
old | modern; recent | ancient; daytime | nighttime; sunrise dawn | sunset dusk; forward | backward; premature early | belated
late overdue; modern | outdated obsolete antiquated traditional; regular | irregular sporadic;
# People, parties
male man boy | female woman girl; father husband son brother | mother wife daughter sister; adult | child; government ruling |
opposition; liberal progressive reformist | conservative reactionary; democratic democratically democracy | authoritarian
autocratic dictatorial dictatorship autocracy; secular | religious; federal | unitary; moderate centrist mainstream | extreme
extremist radical fringe; hawkish hawk | dovish dove; public open overt | secret covert clandestine confidential; private
privatise | public nationalise; elect appoint nominate install name hire | dismiss oust remove depose topple overthrow sack
dismissal ouster; promote | demote; resign | stay remain; superior senior | junior subordinate inferior; majority bulk |
minority; teacher | pupil; landlord | tenant;
# Worth, kind, manner
good excellent | bad terrible; cheap | expensive dear; wealthy affluent prosperous wealth prosperity affluence | poor
impoverished destitute poverty; healthy health | sick ill illness; clean pure | dirty contaminated polluted; safe secure safety
| dangerous risky hazardous perilous danger; stable steady stability | volatile shaky; strong | weakly; cautious careful prudent
caution | reckless careless rash; humane kind | cruel brutal cruelty; generous | stingy meagre miserly; fair just equitable
impartial neutral objective | biased partisan prejudiced unjust unfair; humble | arrogant; wise | foolish unwise; brave
courageous courage bravery | cowardly cowardice; active busy | idle dormant passive; essential necessary vital crucial
indispensable | superfluous optional unnecessary dispensable; important key crucial pivotal vital | trivial unimportant
insignificant; simple easy simply straightforward easier simpler easiest | complex complicated difficult hard tough harder
tougher difficulty; possible feasible workable viable | impossible unworkable infeasible; natural | artificial synthetic; same
alike equal | different opposing opposite contrasting contrary divergent dissimilar; fixed | variable floating; gross | net;
wholesale | retail; theoretical | practical; bright | dark; thick | thin; hot heat | cold chilly; fresh | stale rotten; smooth |
rough; noisy loud | quiet silent; sharp steep | slight gently marginally; strong | faint; dovetail | clash; freeze | thaw
unfreeze; always constantly | never; usually often frequently regularly | rarely seldom; independent neutral impartial | biased
partisan subservient; fertile | barren; gentle | harsh fierce; intense fierce | mild; polite courteous | rude; diligent |
negligent; manual | automatic; married | unmarried divorced; emergency extraordinary | ordinary; calm quiet | active restive
restless; ageing | rejuvenating; popular | elitist;
# Camps: what may be said of one thing in many words, all of them against all of the other side
begin start launch initiate commence introduce open create establish founded build adopt approve pass enact ratify grant renew
extend prolong resume restore reinstate revive continue maintain keep retain preserve uphold install implement authorise accept
confirm | end stop halt cancel terminate drop abandon scrap abolish suspend suspension reject revoke repeal rescind annul quash
destroy demolish dismantle defeat block ban discontinue shelve dissolve veto axe ditch refuse embargo moratorium; support back
endorse welcome praise hail commend applaud accept approve agree favour favor defend champion advocate admire embrace
congratulate promote laud backing approval acclaim sympathy | oppose reject condemn criticise criticize denounce deplore dispute
contest attack slam blast decry lambast blame fault distrust resist resent opposition criticism condemnation rejection
resistance outrage hostility; help boost strengthen improve benefit aid assist save protect support enrich facilitate bolster
enhance promote foster spare | hurt harm damage weaken worsen dent hit hamper hinder undermine threaten endanger destroy wreck
cripple devastate impoverish erode jeopardise impede derail sabotage; gain win capture seize retake recapture regain hold keep
retain secure occupy control | lose abandon cede surrender relinquish vacate evacuate; good excellent successful productive
fruitful constructive positive favourable promising encouraging | bad poor fruitless futile counterproductive negative
disappointing bleak discouraging disastrous; victory triumph success boost win gain breakthrough advance | setback blow defeat
failure disaster debacle; acknowledge admit confirm accept recognise concede | dispute deny contest reject dismiss; abundant
ample plentiful rich bumper lavish | meagre scant sparse scarce poor; wide broad comfortable large solid ample | slim narrow
thin small tight; approve uphold accept grant | dismiss reject; restrict limit curb narrow cap | widen expand broaden relax ease
loosen; simplify streamline ease facilitate | complicate; accelerate hasten quicken surge soar intensify | ease slow moderate
cool stabilise subside; file bring lodge | drop withdraw; use employ | avoid shun renounce; tolerate allow permit condone |
punish ban suppress prosecute; retain keep | transfer cede relinquish; create save | cost destroy; recruit hire employ appoint
engage | dismiss fire sack axe; confident sure certain convinced optimistic hopeful bullish upbeat | doubtful sceptical unsure
pessimistic despondent dejected downcast bearish gloomy; free fair clean transparent | rigged flawed fraudulent corrupt; true
founded justified warranted | baseless groundless unfounded unjustified unwarranted false; contain control halt stop | spread;
operational open functional | closed shut defunct idle; expire lapse | remain continue; full overflow | dry empty deplete;
survive | lose fall collapse; welcome accept admit host shelter | expel deport refuse; immediate instant abrupt sudden overnight
| gradual eventual delayed; exporter seller vendor | importer buyer purchaser; lender | borrower; pour flock arrive enter | flee
leave; apologise apologize regret | defend justify; maintain extend renew | expire lapse; obey comply | defy resist;
"""

# Pairs of which one is the other with a prefix that begins too many other words to be read by form.
_REVERSED = """
de: activate centralise classify colonise criminalise escalate forest mobilise militarise nationalise populate
    radicalise regulate segregate stabilise centralisation regulation escalation mobilisation stabilisation
mis: handle interpret manage quote represent treat understand use
"""

# Pairs of adjectives that are compared: heavier, lighter.
_GRADED = """
bright dark|broad narrow|calm tense|cheap dear|clean dirty|cool hot|cold warm|deep shallow|early late|easy hard|
fast slow|firm soft|fresh stale|happy sad|harsh mild|healthy sick|heavy light|high low|large small|long short|loud quiet|mild severe|
new old|old young|quick slow|rich poor|safe risky|simple tough|steep gentle|strict lax|strong weak|tall short|thick thin|
tight loose|wealthy poor|wide narrow|wide slim|big tiny
"""


def _graded() -> list[str]:
    """Those pairs in their higher degrees, as entries of the table."""
    pairs = (pair.split() for pair in _GRADED.replace("\n", "").split("|"))
    return [" | ".join(f"{_more(word)}r {_more(word)}st" for word in pair) for pair in pairs]


def _more(word: str) -> str:
    """An adjective up to the ending of its higher degrees: heavie-, highe-, bigge-."""
    if word.endswith("y"):
        return word[:-1] + "ie"
    if len(word) <= _BRIEF and word[-1] in "dgmnt" and word[-2] in "aiou" and word[-3] not in "aeiou":
        return word + word[-1] + "e"
    return word.removesuffix("e") + "e"


_BRIEF = 4
"""Letters of an adjective whose last consonant is doubled: bigger, thinner, not quieter."""


def _reversed() -> list[str]:
    """Those pairs, as entries of the table."""
    lines = (entry.partition(": ") for entry in _REVERSED.strip().replace("\n    ", " ").splitlines())
    return [f"{word} | {prefix}{word}" for prefix, _, table in lines for word in table.split()]


def _entries() -> list[str]:
    """The entries of the table, without the headings of its classes."""
    text = " ".join(line for line in _PAIRS.splitlines() if not line.startswith("#"))
    return [entry for entry in text.split(";") if entry.strip()]


IN_PLACE = (*_entries(), *_graded(), *_reversed())
"""The entries of the table, each in the form of a line of that of `english_opposites`."""
