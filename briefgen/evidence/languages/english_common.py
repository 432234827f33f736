"""English words that may begin a sentence with a capital and name nobody.

Everyday vocabulary of news, policy and humanitarian texts, by kind. Plurals and tenses need no entry: a word is
looked up with its endings taken off. A word that is missing here costs a question to the analyst, a name that is listed costs a miss:
words that are also frequent names (Bush, Rice, Brown, May) are left out.
"""

_PEOPLE = """
actor activist administrator adult adviser advisor agent aide ally ambassador analyst applicant architect army artist
athlete attacker attendee attorney audience author authority baby band bank banker being boss boy bride brother buyer
campaigner candidate captain carer cast celebrity chairman chancellor child citizen civilian claimant clergy clerk client
clinician coach colleague colonel columnist comedian commander commentator commissioner committee community commuter
company competitor congress congressman conservationist consumer contractor convict correspondent council councillor counsellor couple court creator
creditor crew criminal critic crowd customer dad dealer defendant defender delegate delegation democrat demonstrator
deputy designer detainee detective developer diplomat director doctor donor driver economist editor elder
employee employer engineer enthusiast entrepreneur envoy evacuee everybody everyone executive expert extremist family fan farmer father
fighter firefighter fisherman follower force founder friend gang garrison general girl goalkeeper government governor
graduate grandfather grandmother group guard guest guide gunman hacker head headteacher historian holder host household
husband immigrant individual industry inhabitant inmate insider inspector institution insurer insurgent
interpreter investigator investor jihadist journalist judge juror jury keeper kid king lady landlord lawmaker lawyer
leader leadership lender listener lobbyist local lord lover maker man manager manufacturer mayor media medic member merchant
midfielder migrant military militia militant miner minister ministry mob monarch monitor mother mum musician negotiator
neighbour neighbor network newcomer newspaper nobody nominee novelist nun nurse nutritionist observer occupant offender
officer official operator opponent opposition organiser organizer organisation organization owner panel paramedic parent parliament
parliamentarian participant partner party passenger patient peacekeeper peer pensioner people performer person photographer physician
pilot pirate player poet police policeman politician pollster pope population premier president press priest prince princess
principal prisoner producer professional professor prosecutor protester protestor provider publisher pupil queen
rabbi reader rebel recruit referee reformer refugee regulator relative reporter representative republican rescuer researcher resident
respondent retailer returnee rider rival robber ruler runner sailor saver scholar scientist secretary senate senator sergeant
servant settler shareholder shopper singer sister skipper smuggler sniper soldier somebody someone son songwriter source speaker
specialist spokesman spokesperson spokeswoman sponsor squad staff staffer stakeholder star strategist striker student substitute successor
supervisor supplier supporter surgeon survivor suspect talent taxpayer teacher team technician teenager tenant
terrorist tourist trader trainer traveller traveler tribunal troop trucker tutor tycoon union user veteran victim
viewer villager visitor volunteer voter waiter warden watchdog whistleblower widow wife winner witness woman worker
workforce writer youngster youth daughter boyfriend girlfriend fiance fiancee toddler infant teen grandson granddaughter uncle
aunt cousin twin nephew niece pair trio duo blogger biologist chemist physicist astronomer geologist archaeologist academic mathematician
psychologist sociologist vet zoologist dancer model chef cook cyclist swimmer boxer wrestler golfer jockey trainee intern guitarist
drummer bassist vocalist pianist rapper conductor composer filmmaker screenwriter sculptor painter curator librarian farmworker shepherd herder
pastoralist nomad trafficker broker insurer auditor accountant consultant salesman agency bureau ombudsman magistrate arbitrator mediator interim
"""

_THINGS = """
abuse access accident accommodation account accusation act action activity address administration advance advice affair age agenda
aggression agreement agriculture aid aim air aircraft airline airport airstrike alarm alcohol alert allegation alliance allocation
allowance alternative ambition ambulance amendment ammunition amnesty amount analysis animal anniversary announcement answer anxiety apartment
apparatus appeal appearance application appointment approach approval area argument arm arrangement array arrest arrival art article
artillery asset assault assembly assessment assistance association asylum atmosphere attack attempt attendance attention attitude
attraction auction audit autonomy autopsy average aviation award awareness background backing bacteria bag balance
ballot ban bankruptcy bar barrier base basis battery battle beach bear bed bedroom beer behaviour behavior belief benefit bid bidding bill
billion biography bird birth birthday blame blast block blockade blood blow board boat body bomb bombing bond bonus
book boost border borrowing boundary bowl box boxing boycott brain branch brand breach bread break breakdown breakfast breakthrough
breast breath bribe bribery bridge briefing broadcast budget building bullet burden bus business cabinet cable cake calculation
call camera camp campaign campus cancer capability capacity capital captivity car carbon card care career cargo case cash casualty cat
catastrophe category cattle cause caution ceasefire celebration cell censorship census center centre century ceremony certificate chain chair
challenge championship chance change channel chaos chapter character charge charity charter chart check checkpoint
chemical chicken chief childhood choice cholera cinema circuit circumstance citizenship city claim clash class classroom
cleaning clearance client climate clinic closure clothes clothing cloud club clue coal coalition coast code coffee collaboration collapse collar
collection college collision colony column combat combination comfort command comment commentary commerce commission commitment commodity
communication communique comparison compensation competition complaint complex component computer concept concern concert concession conclusion
condemnation condition conduct conference confidence confirmation conflict confrontation confusion connection consensus
consent consequence conservation consideration constitution constraint construction consultation consumption contact container content contest
context continent contract contribution control controversy convention conversation conversion conviction convoy cooperation copy corner corporation
corps correction corruption cost cotton counselling count counterattack counterterrorism country county coup courage course coverage crackdown
craft crash cream creation credit crew cricket crime crisis criterion criticism crop cross crossing crude cruelty culture curfew currency
curriculum custody custom cut cycle cyclone dam damage dance danger darkness data database date day deadline deal death debate
debris debt decade decision declaration decline decrease decree default defeat defence defense deficit definition degree delay delivery demand
demining democracy demolition demonstration denial density department departure deployment deposit depression depth description desert design
desire destination destruction detail detention deterioration determination development device dialogue diesel diet difference difficulty dinner
diplomacy direction directive disability disagreement disappearance disarmament disaster discharge discipline disclosure discount discovery
discrimination discussion disease dish displacement display disposal dispute disruption distance distribution district disturbance diversity dividend division
divorce doctrine document dog dollar domain donation door dose doubt downturn draft drama drawing dream dress drink
drinking drive drone drop drought drug duration dust duty earnings earth earthquake ease economy ecosystem edge edition education
effect efficiency effort egg election electricity element elite email embargo embassy emergence emergency emission emphasis employment
encounter encouragement end ending endorsement energy enforcement engagement engine enrolment enquiry enterprise entertainment entity
entrance entry environment epidemic episode equality equipment equity era error erosion eruption escalation escape essay establishment estate
estimate ethics evacuation evaluation evening event evidence evolution exam examination example exception excess exchange excitement exclusion execution
exercise exhaust exhibition exile existence exit expansion expectation expenditure expense experience experiment expertise explanation exploitation
exploration explosion explosive export exposure expression extension extent extraction extremism eye fabric face facility fact faction factor
factory failure faith fall fame famine fare farm farmland fashion fat fatality fate fault favour fear feature feedback feeling
fence fertiliser fertilizer festival fever fiction field fighting figure file film finance finding finger fire firing firm fish fishing flag
flame flight flood flooding floor flow flower flu fluid focus food foot footage football forecast forest form format formation formula
fortune forum foundation fraction framework fraud freedom freight frequency friendship front frontier fruit frustration fuel fun function fund
funding funeral furniture future gain gallery game gap garage garden gas gate gathering gender generation genocide gesture gift glass
goal gold goods grain grammar grant grass grave greenhouse grid grief ground growth guarantee guidance guideline guilt gun gunfire gym
habit hair half hall hand handling happiness harassment harbour harbor hardship harm harvest hate hatred headline headquarters
health healthcare hearing heart heat heating heatwave height helicopter help heritage heroin hiding highlight highway hint history
hit hold hole holiday home homicide honour hope horse hospital hospitality hostage hostility hotel hour house housing human hunger hunt hurricane
hygiene ice idea identification identity ideology illness image imagination immigration impact implementation implication import importance
imprisonment improvement incentive incident inclusion income incident increase independence index indication industry inequality infection inflation
influence influx information infrastructure initiative injury injustice innovation input inquiry inquest inspection inspiration instability installation instance
institute instruction instrument insurance insurgency integration integrity intelligence intensity intention interaction interest interior
intervention interview introduction invasion investigation investment invitation involvement iron irrigation island isolation issue item
jail job journal journalism journey joy judgment judgement jurisdiction justice kidnapping killing kind kitchen knife knowledge label
labour labor lack lake land landing landmine landscape lane language laptop launch laundering law lawsuit layer lead leaf leak learning lease
leather lecture leg legacy legend legislation leisure length lesson letter level liability liberation library licence license life
lifestyle lift light limit limitation line link list literature litre liter litigation livelihood livestock living load loan lobby location
lock log look loss lot love loyalty luck lunch luxury machine machinery magazine mail mainstream maintenance majority making male malnutrition
management mandate manifesto manner map march margin mark market marketing marriage mass massacre match material
matter meal meaning measure measles meat mechanism medal medication medicine meeting membership memo memoir memorandum memorial memory mental mention menu
merger mess message metal method microphone midnight migration mile milk mill million mind mine mineral minimum mining
minority minute miracle miscarriage mission mistake mix mixture mobile mobilisation mobilization mobility mode moment momentum money month monument mood morale
morning mortality mortgage mosque motion motivation motive motorway mountain mouth move movement movie mud multilateral murder museum
music mystery myth name narrative nation nationalism nationality nature navy necessity need neglect negotiation
neighbourhood neighborhood news night noise nomination north note notice notion novel nuclear number nutrition oath object objection objective obligation observation
obstacle occasion occupation occurrence ocean offence offense offensive offer offering office oil operation opinion opportunity option
order ordinance organism orientation origin outbreak outcome outlet outline outlook output outrage outsider oversight ownership oxygen pace pack
package page pain paint painting palace pandemic panic paper paragraph parade pardon park parking parliament part participation partnership
pass passage passion passport past patch patent path patience patrol pattern pause pay payment peace peacekeeping peak penalty
penetration pension percent percentage perception performance period permission permit persecution perspective petition petrol phase phenomenon
philosophy phone photo photograph phrase picture piece pill pipe pipeline piracy place plague plan plane planet planning plant
plastic plate platform plea pleasure pledge plot pocket point poison pole policing policy politics poll polling pollution pool port
portfolio portion portrait position possession possibility post poster potential poverty power practice praise prayer precaution precedent
preference pregnancy premise premium preparation presence presentation preservation presidency pressure prevention price pride primary principle print
priority prison privacy privatisation privatization privilege prize probe problem procedure proceedings process procurement product production profession
profile profit programme program progress prohibition project projection promise promotion proof propaganda property proportion proposal prosecution prospect
prosperity protection protest protocol province provision provocation psychology publication publicity publishing punishment purchase purpose
pursuit quality quantity quarter quest question queue quota quote race racism radiation radio raid rail railway rain rainfall
rally range rank ranking ransom rape rate rating ratio ration reach reaction reading reality reason rebellion rebound rebuilding recall receipt reception recession recipe
recognition recommendation reconciliation reconstruction record recording recovery recruitment reduction redundancy reference referendum refinery reflection reform
refusal regime region register registration regulation rehabilitation rejection relation relationship release relief religion relocation
reluctance reminder removal rent repair repatriation repeat replacement reply report reporting representation repression reputation request requirement
rescue research resentment reserve reservoir reshuffle residence resignation resilience resistance resolution resort resource respect response
responsibility rest restaurant restoration restraint restriction result resumption retail retaliation retirement retreat return revenue review revision
revival revolution reward rhetoric rift right riot rise risk rite ritual rivalry river road rock rocket role roof room root
rotation round route routine row rubbish rule ruling rumour rumor run runway rush sabotage sacrifice safeguard safety salary sale salt
sample sanction sanitation satellite satisfaction saving scale scandal scenario scene schedule scheme school schooling science scope score scrutiny
sea search season seat secession sector security segment seizure selection self seminar sense sensitivity sentence sentencing separation sequence series
server service session set setback setting settlement severity sewage sex shape share shell shelling shelter shift shipment shipping shock shooting shop
shopping shore shortage shot show shutdown sickness side siege sight sign signal signature significance silence silver similarity sister site
situation size skill skin slave slavery sleep slogan slowdown slum smoke smoking smuggling snow soccer socialism society software soil
solidarity solution song sort sound soundtrack south sovereignty space speculation speech speed spending spill spirit split spokesperson
sport spot spread spring square stability stadium stage stake stance standard standing standoff start starvation state statement station statistic statue status
statute steel step stigma stimulus stock stop storage store storm story strain strategy stream street strength stress stretch strike string
structure struggle studio study stuff style subject submission subsidy substance success suffering sugar suicide suit sum summary
summer summit sun supply support surface surge surgery surplus surprise surrender surveillance survey survival suspension suspicion sustainability sweep
switch symbol sympathy symptom syndrome system table tactic talk tank target tariff task taste tax taxation tea technique technology
telecommunication telephone television temperature temple tendency tension tent term terminal territory terror terrorism test testimony testing
text textile thanks theatre theater theft theme theory therapy thing thought threat threshold throne ticket tie timber time timeline timetable timing tip
tissue title tobacco toilet toll tone tool top topic torture total touch tour tourism tournament town toy trace track trade trading
tradition traffic trafficking tragedy trail trailer training trait transaction transcript transfer transformation transit transition translation transmission
transparency transport transportation travel treasury treatment treaty tree trend trial tribe tribute trick trip trouble truce truck trust truth
tsunami turmoil turnout turnover type typhoon uncertainty understanding unemployment unification uniform unit unity university unrest update uprising
upset urgency usage use utility vacancy vaccination vaccine validity valley value van variable variation variety vegetable vehicle venture venue
verdict version vessel veto viability victory video view village violation violence virus visa vision visit vitamin voice volume vote voting vow
vulnerability wage wait walk wall war warehouse warfare warning warrant warship waste watch water wave way wealth weapon weapons
weather web website wedding week weekend weight welcome welfare wheat wheel whole wilderness will wind window wine wing winter
wisdom withdrawal wood word work workshop world worry worth wound writing wrongdoing year yield zone
"""

_OTHER = """
able absent absolute abstract academic acceptable accepted accessible accordingly according accurate active actual acute added additional
additionally adequate adjacent admitted advanced adverse aerial affected affordable afterwards aged agreed ahead alive alleged allied alone alright amazing
ambitious amid ample ancient angry annual anonymous another anti anxious anybody anyone anything anywhere apart apparent applied appropriate approximately arguably armed
around arrested aside asked asleep assorted assumed attractive available average avoid aware away awful bad barely based basic beautiful become beginning
best better big bigger biggest biological bitter bizarre bloody blue bold bored born both bottom brave breaking brief bright brilliant broad broken brought
 budgetary busy called calm capable careful caught central certain cheap chemical clear clever clinical close closed closer coastal cold
collective combined come comfortable comic coming commercial common comparable compared competitive complete complex compulsory concerned conditional conducted confidential confirmed considerable
considering consistent constant constitutional contemporary contrary conventional convinced cool corporate correct costly could crazy created criminal critical crucial crude curious
current customary cut daily damaged dangerous dark dead deadly dear decent dedicated deep defensive delayed deliberate delicate democratic dense dependent desperate despite detailed
different difficult digital diplomatic direct disabled displaced distinct diverse doing domestic dominant done double downtown dozen dramatic driven dry due dying each eager earlier
early easier eastern easy economic effective eight eighteen eighty elderly elected electoral electric elegant eleven eligible elsewhere emerging emotional empty enclosed endangered enormous
enough entire environmental equal especially essential established estimated eventual everything everywhere evident evil exact excellent exceptional excessive excited excluding exclusive executive
existing exotic expected expensive experienced explicit exposed extended extensive external extra extraordinary extreme faced facing failed fair false familiar famous fantastic far fast
fatal favourite favorite fearing federal fellow female few fewer fierce fifteen fifth fifty final financial fine first fiscal fit five fixed flat flexible following foreign formal
former formerly forty forward fought found four fourteen fourth fragile free frequent fresh frightened frozen full fundamental funny further furious furthermore generous genetic gentle genuine giant given giving global
going gone good gradual grand grave great greater greatest gross growing guilty handed happy hard harmful harsh having headed healthy
heavy held helpful hence here hidden high higher highest highly historic historical holding holy homeless honest horrible hostile hot huge humanitarian hundred hungry hurt ideal identical illegal
immediate imminent immune impossible impressed impressive improved inadequate including incoming incorrect increased increasing incredible indeed independent indigenous indirect individual indoor industrial
inevitable influential informal inherent initial injured inner innocent innovative instead insufficient intact intellectual intelligent intense intensive intent interested interesting interim
intermediate internal international invisible involved involving isolated joint junior just keen keeping key killed known labelled lacking large larger largest last lasting late lately later latest latter
leading least left legal legitimate less lesser likely likewise limited linear linguistic liquid literally literary little live living local logical lonely long longer loose losing lost loud lovely low lower loyal lucky mad
made main mainly major making male mandatory manual many marginal marine married massive mature maximum maybe meantime meanwhile medical medieval medium mere met middle mid mild military minimal minimum minor missing mixed
modern modest monetary monthly moral more moreover most mostly mounted moved moving much multiple municipal musical mutual naked named narrow nasty national native natural naval near nearby nearly neat necessary
negative neither nervous net neutral nevertheless new newly next nice nine nineteen ninety noisy none nonetheless normal northern notable noted notably nothing notwithstanding nowadays numerous obvious occasional odd offered official
old older once one ongoing online only open opened opening operational opposite optimistic optional oral ordinary organic original other otherwise outdoor outer outside outstanding overall overnight overseas own paid painful
pale parallel partial particular passed passive peaceful perfect perhaps permanent personal physical plain planned pleasant pleased plenty plus polite political poor popular positive possible potential powerful practical precious precise
predictable pregnant preliminary prepared present presidential pretty previous pre primary prime principal prior private probable professional profound prominent promising prompt proper proposed proud provided provincial provisional psychological public published
pure putting quick quiet radical random rapid rare rather raw ready real realistic really rear reasonable recent recently red reduced regarding regardless regional regular related relative relevant reliable religious reluctant remaining
remarkable remote renewable repeated reported representing required residential respectable responsible restricted resulting retired revolutionary rich ridiculous rigid rising rival robust romantic rough round royal rural sad safe said same scared
scattered scientific second secret secure seeing seeking seen select selective senior sensible sensitive separate serious set seven seventeen seventh seventy several severe sexual shallow sharp sheer short shortly should shown shy sick significant
silent similar simple simultaneous since single six sixteen sixth sixty skilled slight slim slow small smaller smart smooth so social socialist soft solar sole solid some somehow something sometimes somewhat somewhere sophisticated sorry
southern soviet spare speaking special specific spectacular spoken stable stating statistical statutory steady steep sticky still straight strange strategic strict striking strong structural stuck stupid subject subsequent substantial successful such sudden sufficient suitable
super supposed supreme sure surely surgical surprised surprising surrounding suspected suspicious sustainable sweet swift symbolic taken taking talented tall technical technological teenage temporary ten tense tentative terrible territorial that theoretical there thereafter thereby therefore thick thin third thirteen
thirty thorough thousand three thrilled throughout thus tight tiny tired today together tomorrow tonight too total tough toxic traditional tragic transparent tremendous tribal tropical true twelve twenty twice two typical ugly ultimate unable
unaware uncertain unclear unconstitutional under underground underlying undoubtedly unemployed unexpected unfair unfortunate unhappy uniform unique universal unknown unlike unlikely unnecessary unprecedented until unusual upcoming upper urban urgent usual utter vague
valid valuable various vast verbal vertical very viable vicious violent virtual visible visual vital vivid vocal voluntary vulnerable warm weak wealthy weekly weird welcome western wet whatever whenever whereas wherever whether whoever whole wholesale wide
widespread wild willing wise without wonderful wooden working worldwide worried worse worst worth wounded written wrong yesterday yet young younger zero yes please hello hi dear ok okay thank thanks sorry welcome click read note photo image file video caption source updated
accept achieve acknowledge acquire adapt add adjust admit adopt advise affect afford agree allege allow announce appear apply appoint appreciate argue arise arrange arrive ask assert assign assist assume assure attach attempt attend attract avoid
back ban bear beat beg begin behave believe belong blame bless blow boast bond born borrow bother bounce brace brand bring build burn bury buy calculate cancel capture carry cast cater cease celebrate challenge charge chase chat
check cite claim clarify clean climb cling collapse collect combine comment commit communicate compare compel compete compile complain complete comply compose comprise compromise conceal concede conceive concentrate conclude condemn confess confirm confront connect consider consist
construct consult consume contact contain contemplate contend continue contradict contribute control convert convey convict convince cooperate coordinate cope correct cost count cover crack create criticise criticize cross cry cultivate cure curb damage dare deal debate
decide declare decline decorate dedicate defeat defend define delay delete deliver demand demonstrate deny depart depend depict deploy deprive derive describe deserve design desire destroy detail detain detect deter determine develop devise devote die differ dig dine disagree disappear
disappoint discharge disclose discover discuss dislike dismiss display dispute disrupt distinguish distribute disturb divert divide do dominate donate double doubt draft drag draw dress drift drink drive drop drown dry dub dump earn ease eat echo edit educate elect eliminate embark
embrace emerge emphasise emphasize employ enable encounter encourage end endorse endure enforce engage enhance enjoy ensure enter entertain equip erect escape establish estimate evacuate evaluate evolve examine exceed exchange exclude excuse execute exercise exhibit exist expand expect experience explain
explode exploit explore export expose express extend extract face facilitate fail fall fear feature feed feel fight fill find finish fire fit fix flee fling float flood flow fly focus fold follow force forecast forget forgive form formulate foster found free freeze frighten fuel fulfil
function fund gain gather generate get give glance go govern grab grant grasp greet grow guarantee guess guide halt hand handle hang happen harm hate have head heal hear heat help hesitate hide highlight hire hit hold honour hope host house hunt hurt identify ignore illustrate imagine
implement imply import impose impress imprison improve include incorporate increase incur indicate induce infect inflict influence inform inherit initiate inject injure insert insist inspect inspire install instruct insult integrate intend intensify interact interfere interpret interrupt intervene interview introduce
invade invent invest investigate invite involve issue join judge jump justify keep kick kidnap kill kiss knock know lack land last laugh launch lay lead lean learn leave lend let lie lift light like limit link list listen live load lobby locate lock look loot lose lower maintain make manage
manufacture march mark marry match mean measure meet melt mend mention merge migrate mind miss mix modify monitor motivate mount move multiply murder name narrow need neglect negotiate nod nominate notice notify object oblige observe obtain occupy occur offend offer open operate oppose opt order
organise organize originate overcome overlook override overtake owe own pack paint park part participate pass pause pay peer penetrate perceive perform permit persist persuade phone pick pile place plan plant play plead please pledge plunge point pop pose position possess post postpone pour practise
praise pray preach predict prefer prepare prescribe present preserve press presume pretend prevail prevent print proceed process proclaim produce profit progress prohibit project promise promote prompt propose prosecute protect protest prove provide provoke publish pull pump punish purchase pursue push put
qualify question quit quote race raid raise rally range rank rate reach react read realise realize rebuild recall receive reckon recognise recognize recommend reconcile record recover recruit reduce refer reflect refrain refuse regain regard register regret regulate reinforce reject relate relax release relieve rely
remain remark remember remind remove render renew rent repair repay repeat replace reply report represent reproduce request require rescue resemble resent reserve resign resist resolve respect respond rest restore restrict result resume retain retire retreat retrieve return reveal reverse review revise revive reward
ride ring rise risk roll rule run rush sack sail save say scan scatter schedule score scream search seat secure see seek seem seize select sell send sense separate serve settle shake shape share shed shine shock shoot shout show shrink shut sign signal sing sink sit slam sleep slide slip smash smell smile
smoke smuggle snap solve sort sound spare spark speak specialise specialize specify speculate spend spill spin split sponsor spot spread stab stage stand stare start starve state stay steal stem step stick stimulate stop store storm strengthen stress stretch strike strip strive struggle study submit succeed suck sue
suffer suggest suit summon supply support suppose suppress surge surprise surrender surround survey survive suspect suspend sustain swallow swear sweep swim swing switch take talk target taste teach tear tell tend terminate test testify thank think threaten throw tie tighten tolerate top toss touch trace track trade train
transfer transform translate transmit transport trap travel treat trigger trust try turn twist undergo undermine understand undertake unite update upgrade uphold urge use utilise utilize vanish vary veto view violate visit voice volunteer vote vow wait wake walk wander want warn wash waste watch weaken wear weigh welcome
win wipe wish withdraw withhold witness wonder work worry worsen wound wrap write yell yield
"""

_WORDS = frozenset(f"{_PEOPLE} {_THINGS} {_OTHER}".split())

# (ending, what may stand in its place)
_ENDINGS = (
    ("ies", ("y",)), ("ied", ("y",)), ("es", ("", "e")), ("s", ("",)), ("ed", ("", "e")), ("ing", ("", "e")),
    ("ly", ("", "e")), ("ally", ("",)), ("ily", ("y",)), ("er", ("", "e")), ("est", ("", "e")), ("men", ("man",)),
    ("ness", ("",)), ("ment", ("",)),
)  # fmt: skip


# Endings that long words have and names do not.
_FORMED = (
    "tion", "tions", "sion", "sions", "ness", "nesses", "ities", "ments", "ants", "ents", "ists", "isms", "ology",
    "ologies", "ously", "ingly", "edly", "ally", "ively", "ently", "antly", "fully", "able", "ible", "less", "ous",
    "ives", "ases", "ides", "cytes", "ization", "isation",
)  # fmt: skip
_LONG = 8


def is_common(word: str) -> bool:
    """Whether a lower-case word, or the word it is a form of, belongs to the everyday vocabulary.

    A long word that is formed as no name is counts too.
    """
    if len(word) >= _LONG and word.endswith(_FORMED):
        return True
    if word in _WORDS or (word[:2] in {"un", "re"} and word[2:] in _WORDS):
        return True
    for ending, instead in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) > 1:
            root = word[: -len(ending)]
            if any(root + tail in _WORDS for tail in instead):
                return True
            if len(root) > 3 and root[-1] == root[-2] and root[:-1] in _WORDS:
                return True
            if root.endswith("er") and root[:-2] in _WORDS:
                return True
    return False
