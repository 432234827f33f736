"""English cues of negation, hedging and attribution, and the pairs of opposites.

Written from the language: the grammars' lists of negators and modals, the verbs of saying, the everyday antonyms. A
phrase is one line or one word; `*` stands for every form of that stem. Stems are made here, once, from plain words.
"""

from collections.abc import Iterable

from briefgen.evidence.languages.english_opposites import (
    CONVERSE,
    EXCHANGED,
    NOT_PREFIXED,
    OPPOSITES,
    PARTICLE_VERBS,
    PREFIXES,
    opposites_in_place,
)
from briefgen.evidence.languages.modality_words import Firmness, ModalityWords, Phrase
from briefgen.evidence.text.stems import stem

FUNCTION_WORDS = frozenset(
    """a an the this that these those there here it its itself he him his himself she her hers herself they them their
    theirs themselves we us our ours ourselves i me my mine myself you your yours yourself one ones who whom whose which
    what when where why how and or but nor so yet if then than as because since while whereas although though unless
    until till of in on at by to from with within without into onto out off over under up down about above below across
    after against along among around before behind beside between beyond during for near per through throughout
    toward towards upon via is are was were be been being am do does did done doing have has had having will would shall
    should can could may might must ought need dare not no never neither none any some each every either both all such
    same other another much many more most less least few several own also too very just only even still again once
    already ever s t re ve ll d m o mr mrs ms dr etc vs thus hence therefore however moreover meanwhile
    despite whether upon amid amongst whilst else instead rather quite almost nearly""".split()
)

# Adverbs that stand between a cue and the word it governs.
_ADVERBS = frozenset(
    """now soon also still just even ever again widely generally currently formally officially previously recently
    initially immediately necessarily fully entirely completely yet really actually only directly publicly
    personally simply sufficiently exactly otherwise always often usually well too very so much quite far
    eventually later ultimately further once more longer any either easily already then reportedly""".split()
)

# Negators, and which way they look: ahead (not X), or ahead to a noun (no X).
_NEGATORS = """not|no|never|neither|nor|none|nobody|nothing|nowhere|without|hardly|scarcely|barely|no one|unable to|
unwilling to|fail* to|failure to|refus* to|declin* to|lack*|lack of|absence of|yet to|rather than|instead of|far from|
stop* short of|free of|devoid of|no longer|rule* out|ruled out|rule*|denied|denies|deny|denying|incapable of|
run* out of|save for|apart from|other than|aside from|excluding|short of|deprived of|impossible to|reluctant to|prevent* from|refrain* from|exempt from|minus|except|
no evidence that|no evidence of|no sign that|no sign of|no signs of|no proof that|no proof of|no indication that|no indication of|
no suggestion that|no guarantee that|no reason to|no plans to|no plan to|no intention of|no question of|no need to|no chance of|
nothing to suggest|nothing to show|not true that|not the case that|cleared of|acquit* of|exonerat* of|
vote* against|decid* against|rul* against|advis* against|opt* against|out of the question|inability to|refusal to|few|stop*|ceas* to"""

_IDLE = """not only|not just|not merely|not simply|not solely|not least|no doubt|without doubt|not to mention|no matter|no wonder|
no less than|no fewer than|no more than|no later than|no earlier than|not less than|not fewer than|not more than|
not later than|not earlier than|no sooner|not until|or not|if not|not long|
not unlike|not without|nothing but|nothing less|no surprise|not surprising|not surprisingly|no secret|no stranger|without a doubt|
nothing more than|why not|not so much|cannot but|no mean|no small|not far from|not yet been ruled|
more often than not|to none|no end|not even close|no question|nothing short of|few if any|last but not least"""

# Words that say no in some other way: they back a negative statement where no cue is found.
_NEGATIVE = """fail refuse reject decline deny oppose lack absent absence block prevent ban bar forbid prohibit stop halt cease quit
cancel postpone delay suspend abandon scrap avoid exclude omit except only unless until despite instead rather unable unlikely
impossible without reluctant unwilling ignore dismiss veto overturn unclear unknown uncertain doubt doubtful zero nil little few
fewer less least rarely seldom hardly scarcely barely neither nor none never nothing nobody acquit acquitted innocent contrary
contradict dispute disputed undecided unresolved unconfirmed incomplete withhold refrain miss false untrue wrong
end drop withdraw pending await outstanding vacant exempt spare waive insufficient inadequate
shortage scarce""".split()

# Words that make the next one into its opposite where it stands in the place of that: lift a ban, an appeal against.
_UNDOING = """lift reverse reversal remove repeal revoke rescind quash annul undo overcome combat fight solve tackle defuse end drop withdraw overturn cancel waive
appeal challenge objection complaint less fewer anti non de counter""".split()

# Verbs and particles that say no together, and those by which something is still to come about.
_NEGATIVE_PHRASES = """give* up|turn* down|turn* away|turn* back|stay* away|shut* out|throw* out|cut off|cuts off|cutting off|call* off|
keep* out|fall* short|fall* through|fall* outside|vote* down|strike down|struck down|do away with|did away with|walk* out|
hold* back|cleared the|cleared him|cleared her|cleared them|cleared it|cleared both|clearing the"""
_WAITING_PHRASES = """put* off|push* back|hold* off|wait* to|wait* for|need* to|still need*|still to|out of|outside the|back* out|pull* out|go without|
left unanswered|sit* out|opposed to|held up|still wait*|remain* to"""

_HEDGES: dict[Firmness, str] = {
    Firmness.MIGHT: "might|conceivably",
    Firmness.MAY: """may|could|possibly|perhaps|maybe|potentially|potential|possible|possibility of|possibility that|
would-be|unclear whether|unclear if|not clear whether|not clear if|unknown whether|uncertain whether|
doubt* that|doubt* whether|doubt* if|risk of|at risk of|chance of|moot*|consider*|considering|mull*|open to|in talks to|prospect of|
would have|whether|minded to|signal*|hint* at|look* at|look* into|weigh*|explor*|talks about|talks on|talks over|in talks about|
in talks over|in talks on|close to|on the verge of|on the brink of|risk*|
chance that|danger that|risk that|likelihood that|prospect that|fear* that""",
    Firmness.BELIEVED: """allegedly|reportedly|apparently|apparent|supposedly|purportedly|purported|alleged|suspected|
presumed|presumably|seemingly|believed to|thought to|said to|reported to|understood to|alleged to|rumoured to|
rumored to|claimed to|considered to|appear* to|seem* to|suspected of|accused of|estimated to|feared|probably|
likely|probable|arguably|ostensibly|unconfirmed|believed|thought to be|suggest*|indicate*|tend* to|putative|
seem*|appear* that|presum* to|assum* to|deemed to|alleging|supposed to|deemed|rumoured|rumored|
signs that|sign that|indications that|indication that|hints that""",
    Firmness.EXPECTED: """expected to|unlikely to|unlikely|likely to|projected to|forecast to|predicted to|anticipated to|poised to|tipped to|
on course to|on track to|plan* to|intend* to|aim* to|want* to|hope* to|seek* to|propose* to|wish* to|planned|proposed|
preliminary|provisional|provisionally|tentative|tentatively|prospective|should|ought to|try* to|attempt* to|
threaten* to|pledg* to|promis* to|vow* to|ready to|willing to|keen to|expected|in principle|looking to|bid* to|expect* to|
predict*|anticipat*|would like to|hoping for|intention to|estimated|projected|draft|initial|planning|
designed to|intended to|meant to|aimed at|aimed to|want*|hope*|look* set to|think* about|think* of|toy* with|hoped that|hope* that|hopeful that|pencilled in|
purpose is to|aim is to|goal is to|plan is to|task is to|job is to|hope is to|idea is to|objective is to|intention is to|
mission is to|role is to|point is to|job will be to|task will be to|agree* to|offer* to|asked to|told to|ordered to|
urged to|advised to|invited to|instructed to|required to|obliged to""",
    Firmness.SCHEDULED: """prepar* to|set to|due to|scheduled to|slated to|is to|are to|was to|were to|going to|about to|planned for|scheduled""",
}  # fmt: skip

# Hedges too slight to be missed when they are dropped; they still soften a statement.
_SOFTENERS = """signal*|moot*|signs that|sign that|indications that|indication that|hints that|think* about|think* of|toy* with|unlikely to|unlikely|suggest*|indicate*|seem*|tend* to|should|ought to|expected|estimated|projected|initial|draft|
consider*|mull*|believed|try* to|attempt* to|open to|keen to|about to|going to|threaten* to|expect* to|predict*|planning|
anticipat*|in talks to|deemed|deemed to|supposed to|considered to|ready to|willing to|looking to|prospect of|
pledg* to|promis* to|vow* to|chance of|risk of|hoping for|intention to|alleging|
prepar* to|ostensibly|is to|are to|was to|were to|bid* to|want*|hope*|hint* at|look* at|look* into|weigh*|explor*|talks about|talks on|
talks over|in talks about|in talks over|in talks on|close to|on the verge of|on the brink of|risk*|aimed at|purpose is to|aim is to|goal is to|plan is to|
task is to|job is to|hope is to|idea is to|objective is to|intention is to|mission is to|role is to|point is to|
job will be to|task will be to|agree* to|offer* to|asked to|told to|ordered to|urged to|advised to|invited to|
instructed to|required to|obliged to|pencilled in"""

# Hedges by which a thing is promised or ordered: "will" tells it as well, "has" does not. What may be said for "may" where
# something is allowed, and hedges that tell what a thing is for.
_PROMISES = """agree* to|promis* to|pledg* to|vow* to|ready to|willing to|told to|ordered to|instructed to|required to|obliged to|offer* to"""
_PERMISSIONS = """allowed to|permitted to|entitled to|free to|let*|allow*|permit*"""
_PURPOSES = """designed to|intended to|meant to|aimed to|aim* to|seek* to|aimed at"""

_ALL = "all every each everyone everybody everywhere always entire entirely whole wholly completely unanimously universally"
_SOME = """some many most several few almost nearly virtually practically partly partially mostly largely often usually
generally sometimes half majority mainly"""
_NEARLY = "almost nearly virtually practically"

# Verbs that mean little without what follows: failed to find a candidate denies the candidate.
_LIGHT = (
    "find make get reach give show take hold receive secure obtain gain produce provide offer access have"
)

# What makes the rest of its sentence depend on something.
_CONDITIONS = """if|provided|providing|unless|provided that|providing that|as long as|so long as|on condition that|on the condition that|only if|
in the event of|in the event that|subject to|assuming|depending on|contingent on|conditional on|pending"""

# Verbs of saying whose loss turns a party's words into fact, and those that the statement may attribute with.
_SAYINGS = """say tell claim argue believe think state add report suggest allege warn estimate predict forecast maintain
insist contend assert accuse blame describe find note explain complain stress emphasise emphasize reveal fear speculate testify boast comment remark
hint concede conclude assess reckon estimate feel write recount expect""".split()
_OTHER_SAYINGS = """announce pledge promise urge call ask order declare vow agree deny confirm apologise apologize praise criticise
criticize blame condemn welcome describe cite quote see find show expect want plan seek admit acknowledge accuse charge
recall mention tweet post answer reply respond demand propose offer oppose support defend reject dismiss denounce hope
know understand hear learn indicate interview brand dub label hail portray depict point express voice rate judge view
regard consider deem recommend advise consider conclude demonstrate disclose observe outline highlight address attribute
argue signal pronounce testify swear guess assume suspect imply accept concern document record detail identify
examine discuss study present read go continue put consult quip joke state inform notify brief claim convict claim sue lament recognise recognize
share prove establish verify rule speak reiterate underline echo tip worry doubt question challenge dispute
forecast project calculate list compare refer relate publish issue release
""".split()  # fmt: skip
_REPORT_PHRASES = "according to|in the view of|in the opinion of|in the words of"
_STATEMENT_PHRASES = "case is that|position is that|line is that|version of events|as put it by|so called|in the eyes of|quoted as|seen as|regarded as|viewed as"
_REPORT_NOUNS = """claim statement report allegation accusation warning estimate forecast view opinion belief study survey analysis
article interview letter tweet comment remark speech testimony account complaint charge suspicion fear hope argument
prediction projection critic source poll lawsuit suit author editorial rumour rumor assessment finding prosecution
researcher review reviewer email conversation call discussion thought quote concern trial paper presentation
impression perception reckoning tally count message announcement press spokesman spokeswoman spokesperson witness""".split()
_REPORT_LOOKALIKES = """post posts judge judges ruling rule rules order orders project projects charge charges offer offers
demand demands state states record records list lists"""
_DENIALS = "deny refute rebut"
_WITHHELD = """access entry visa permission permit bail request application appeal right leave asylum motion petition bid chance
opportunity parole citizenship passage treatment benefit licence license loan credit"""
_PERFORMATIVES = """announce pledge promise vow declare order urge call apologise apologize thank demand request condemn welcome
invite appoint proclaim resign withdraw dedicate congratulate warn""".split()
_JUDGEMENTS = """call describe brand dub label term hail denounce condemn decry slam praise deem consider regard dismiss
criticise criticize portray depict characterise characterize view""".split()
_CLAIMS = "claim allege suggest argue speculate believe think hint suspect".split()
_PROOFS = "prove confirm establish demonstrate verify".split()


def _phrases(table: str) -> Iterable[Phrase]:
    for phrase in table.replace("\n", "").split("|"):
        words = tuple(phrase.replace("-", " ").split())
        if words:
            yield tuple(stem(word[:-1]) + "*" if word.endswith("*") else word for word in words)


def _stems(words: Iterable[str]) -> frozenset[str]:
    return frozenset(map(stem, words))


MODALITY = ModalityWords(
    function_words=FUNCTION_WORDS,
    adverbs=_ADVERBS,
    negators=frozenset(_phrases(_NEGATORS)),
    idle=frozenset(_phrases(_IDLE)),
    negative_stems=_stems(_NEGATIVE),
    undoing=_stems(_UNDOING),
    negative_phrases=frozenset(_phrases(_NEGATIVE_PHRASES)),
    waiting_phrases=frozenset(_phrases(_WAITING_PHRASES)),
    hedges={phrase: firmness for firmness, table in _HEDGES.items() for phrase in _phrases(table)},
    light_verbs=_stems(_LIGHT.split()),
    all_words=frozenset(_ALL.split()),
    some_words=frozenset(_SOME.split()),
    nearly=frozenset(_NEARLY.split()),
    softeners=frozenset(_phrases(_SOFTENERS)),
    promises=frozenset(_phrases(_PROMISES)),
    permissions=frozenset(_phrases(_PERMISSIONS)),
    purposes=frozenset(_phrases(_PURPOSES)),
    conditions=frozenset(_phrases(_CONDITIONS)),
    opposites=OPPOSITES,
    opposites_in_place=opposites_in_place,
    converse=CONVERSE,
    particle_verbs=PARTICLE_VERBS,
    negative_prefixes=PREFIXES,
    exchanged_prefixes=EXCHANGED,
    not_prefixed=NOT_PREFIXED,
    reports={stem(word): False for word in _OTHER_SAYINGS} | {stem(word): True for word in _SAYINGS},
    report_phrases=dict.fromkeys(_phrases(_STATEMENT_PHRASES), False)
    | dict.fromkeys(_phrases(_REPORT_PHRASES), True),
    report_nouns=_stems(_REPORT_NOUNS),
    report_lookalikes=frozenset(_REPORT_LOOKALIKES.split()),
    denials=_stems(_DENIALS.split()),
    withheld=_stems(_WITHHELD.split()),
    performatives=_stems(_PERFORMATIVES),
    judgements=_stems(_JUDGEMENTS),
    claims=_stems(_CLAIMS),
    proofs=_stems(_PROOFS),
)
