"""English tables for names: titles, offices, generic words, demonyms, well-known acronyms.

Demonyms are keyed by ISO 3166 codes; the names of the territories themselves come from Babel's locale data.
"""

from briefgen.evidence.languages.english_common import is_common
from briefgen.evidence.languages.english_places import CURRENCIES, KIN, LANDS, PARTS, SIDES
from briefgen.evidence.languages.name_words import NameWords

_TITLES = """mr mrs ms miss mx dr prof professor sir dame lord lady baron baroness count countess duke duchess earl viscount
sheikh shaikh imam ayatollah mullah rabbi father sister brother saint st reverend rev pope cardinal bishop archbishop president
prime minister premier chancellor king queen prince princess emperor sultan emir secretary senator sen representative rep mps pm
congressman congresswoman mp governor gov mayor ambassador general gen colonel col major maj captain capt lieutenant lt
sergeant sgt corporal private admiral commander marshal brigadier chief judge justice attorney chairman chairwoman chair director coach manager
officer detective inspector superintendent constable spokesman spokeswoman deputy vice former ex acting foreign defence
defense interior finance the hon honourable honorable jr sr phd esq attorney speaker leader commissioner doctor"""

_GENERIC = """government parliament state ministry minister council court committee commission party president prime house senate
congress assembly board department office agency authority union army navy force forces police university school college
hospital church republic kingdom federation nation county city town village province region district street road avenue
square park river lake sea ocean mount mountain island islands bay coast airport station port bridge tower hall centre
center institute foundation trust fund bank company group corporation ltd limited inc plc llc co corp association society
organisation organization club team league cup championship championships games series season film movie book album song
act bill law treaty agreement convention declaration resolution constitution charter protocol report paper article
chapter section annex table figure north south east west northern southern eastern western central upper lower greater new
old great first second third fourth day week month year century internet web earth world god i i'm bible tv ceo cfo cto ok
dna hiv aids gdp pdf url id usb cd dvd hd 3d ai it pc dj mc am pm ad bc ce bce a the of and executive judiciary cabinet
crown throne administration coalition opposition member state's states summit conference forum security general assembly
secretariat bureau chief staff chair ambassador embassy consulate pope king queen prince princess lord lady sir dr mr mrs ms
miss professor governor mayor senator chancellor secretary director manager coach chairman leader spokesman spokeswoman
judge justice attorney general deputy vice former foreign defence defense interior finance health education energy oil
trade labour labor agriculture environment transport culture affairs human rights national international federal royal
battle siege massacre cyclone hurricane typhoon earthquake valley peninsula supreme high united democratic people's popular ayes noes federal regional local county municipal public civil military naval air"""

# Parts that tell one name from another though they name nothing alone (North Korea, South Korea).
_TELLING = """world united north south east west northern southern eastern western central upper lower new old greater first second third
fourth fifth national international federal royal ii iii iv supreme high foreign interior"""

_SAME = """world war ii|second world war|world war two
world war i|first world war|world war one|great war
prime minister|pm|premier
middle east|mideast
britain|uk|united kingdom|great britain
holland|netherlands|the netherlands
kyiv|kiev
mount|mt
fort|ft
north korea|dprk|democratic people's republic of korea
south korea|rok
liberal democrats|liberal democrat|lib dems|lib dem|libdems
gaddafi|kadhafi|qaddafi|gadhafi|qadhafi
utd|united
cape verde|cape verdean|cabo verde
doctors without borders|medecins sans frontieres|msf
ho chi minh city|saigon
istanbul|constantinople
saint petersburg|st petersburg|leningrad|petrograd
volgograd|stalingrad
the hague|den haag
sri lanka|ceylon
burkina faso|upper volta
benin|dahomey"""

_LINKS = """of and the de la le les du des da do dos das di del della der den van von zu zur ter ten bin ibn bint al el ul
ad as ash at ar az abu umm ben bar y e st saint san santa for on in upon to &"""

_DATES = """january february march april may june july august september october november december jan feb mar apr jun jul aug
sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun
spring summer autumn fall winter christmas easter ramadan eid q1 q2 q3 q4 fy gmt utc bst est edt pst pdt cet cest aest
two three four five six seven eight nine ten eleven twelve fifteen twenty thirty"""

# An office, and the other words for it.
_ROLES = """president|prime premier|chancellor|king monarch|queen|secretary|chairman chair chairwoman chairperson|director|
ambassador envoy|governor gov|mayor|senator sen|general gen|colonel col|captain capt|admiral|lieutenant lt|sergeant sgt|major maj|judge magistrate|
prosecutor|spokesman spokeswoman spokesperson|lawyer attorney solicitor barrister|commissioner|deputy vice|foreign|
defence defense|interior home|finance|justice|health|education|energy|oil|agriculture|transport|sheikh|imam|bishop|
archbishop|cardinal|pope|professor prof|coach manager|captain skipper|treasurer|speaker|prince|princess|emperor|emir|sultan|mr|mrs ms miss"""

# Offices that are held by what they are for, and the bodies under them.
_OFFICES = "ministry minister ministers secretary department|committee"

# What one person is to another: a name right after it says who.
_RELATIONS = """wife husband girlfriend boyfriend partner fiance fiancee son daughter brother sister father mother captain
successor predecessor rival leader founder owner chief boss head"""

# Groups of people, and of what they man, with the other words for them.
_GROUPS = """staff employees employee workers personnel workforce staffers|troops troop soldiers soldier forces army servicemen|
police policemen|lawmakers legislators parliamentarians mps|protesters protestors demonstrators activists campaigners|
rebels insurgents militants fighters militiamen gunmen|airlines airline carriers|residents inhabitants villagers|
refugees|diplomats envoys|ships vessels|warplanes jets|companies firms|settlers|prisoners detainees|investors|farmers|
peacekeepers|hostages|pilots|firefighters|judges|prosecutors|negotiators|journalists reporters|fishermen"""

# ISO 3166 code, then words for its people, language and short names that the locale data lack.
_DEMONYMS = """af afghan afghani|al albanian|dz algerian|ad andorran|ao angolan|ar argentine argentinian|am armenian|au australian aussie|
at austrian|az azerbaijani azeri|bs bahamian|bh bahraini|bd bangladeshi|bb barbadian|by belarusian|be belgian|bz belizean|
bj beninese|bt bhutanese|bo bolivian|ba bosnian bosnia herzegovina|bw botswanan|br brazilian|bn bruneian|bg bulgarian|bf burkinabe|
bi burundian|kh cambodian|cm cameroonian|ca canadian|cv verdean|cf centrafrican|td chadian|cl chilean|cn chinese|
co colombian|km comorian|cd congolese drc congo kinshasa|cg congolese congo|cr costarican|ci ivorian ivory ivoire cote|hr croatian croat|cu cuban|cy cypriot|cz czech czechia|
dk danish dane|dj djiboutian|dm dominican|do dominican|ec ecuadorian|eg egyptian|sv salvadoran salvadorean|gq equatoguinean|
er eritrean|ee estonian|sz swazi swaziland|et ethiopian|fj fijian|fi finnish finn|fr french frenchman frenchwoman frenchmen|ga gabonese|
gm gambian|ge georgian|de german|gh ghanaian|gr greek|gd grenadian|gt guatemalan|gn guinean|gy guyanese|ht haitian|
hn honduran|hu hungarian|is icelandic icelander|in indian|id indonesian|ir iranian persian|iq iraqi|ie irish irishman|
il israeli|it italian|jm jamaican|jp japanese|jo jordanian|kz kazakh kazakhstani|ke kenyan|ki kiribati|kp korean korea|
kr korean korea|kw kuwaiti|kg kyrgyz|la laotian lao|lv latvian|lb lebanese|ls basotho|lr liberian|ly libyan|li liechtensteiner|
lt lithuanian|lu luxembourger|mg malagasy|mw malawian|my malaysian malay|mv maldivian|ml malian|mt maltese|mh marshallese|
mr mauritanian|mu mauritian|mx mexican|fm micronesian|md moldovan|mc monegasque|mn mongolian mongol|me montenegrin|
ma moroccan|mz mozambican|mm burmese burma myanmar myanmarese|na namibian|nr nauruan|np nepali nepalese|nl dutch dutchman holland|
nz zealander kiwi nz|ni nicaraguan|ne nigerien|ng nigerian|mk macedonian|no norwegian|om omani|pk pakistani|pw palauan|
pa panamanian|pg papuan|py paraguayan|pe peruvian|ph filipino philippine|pl polish pole|pt portuguese|qa qatari|ro romanian|
ru russian|rw rwandan|ws samoan|sm sammarinese|sa saudi|sn senegalese|rs serbian serb|sc seychellois|sl leonean|
sg singaporean|sk slovak|si slovenian slovene|sb solomon|so somali somalian|za african|ss sudanese|es spanish spaniard|
lk lankan|sd sudanese|sr surinamese|se swedish swede|ch swiss|sy syrian|tw taiwanese|tj tajik|tz tanzanian|th thai|
tl timorese timor|tg togolese|to tongan|tt trinidadian|tn tunisian|tr turkish turk turkey|tm turkmen|tv tuvaluan|ug ugandan|
ua ukrainian|ae emirati uae emirates|gb british briton brit britain uk|us american america usa u.s.a|uy uruguayan|uz uzbek|vu vanuatuan|
va vatican|ve venezuelan|vn vietnamese|ye yemeni|zm zambian|zw zimbabwean|ps palestinian palestine|xk kosovar kosovan kosovo|hk hongkonger|
gl greenlander greenlandic|eu european eu|ko kurdish kurd kurdistan|en english englishman england|wl welsh welshman wales|
sx scottish scot scots scotsman scotland|ni1 northern|tb tibetan tibet|cat catalan catalonia|bq basque|
asia asian asia|afr african africa|arab arab arabic arabian|jew jewish jew judaism|mus muslim moslem islam islamic|
chr christian christianity|cath catholic catholicism|prot protestant protestantism|sun sunni|shi shia shiite shi'a|
hind hindu hinduism|budd buddhist buddhism|sov soviet ussr|lond london londoner|par paris parisian|newy newyorker|
dem democrat democratic democrats|repu republican republicans|gop republican|tory conservative tory tories conservatives|
lib liberal lib|lab labour labor|nato nato|latin latin|euro euro eurozone europe|sicil sicilian sicily|bavar bavarian bavaria|
texan texan texas|calif californian california|queb quebecois quebec|crim crimean crimea|chech chechen chechnya|
gaza gazan gaza|balk balkan balkans|nord nordic|balt baltic|scan scandinavian scandinavia|venet venetian venice|
rom roman rome|vien viennese vienna|berl berliner berlin|mosc muscovite moscow|kyiv kiev kyiv|mumb bombay mumbai|
beij peking beijing|calc calcutta kolkata|rang rangoon yangon|odes odessa odesa|khar kharkov kharkiv|lviv lvov lviv"""

# Seats of government that stand for it (Ankara rejected the offer).
_CAPITALS = """af kabul|dz algiers|ar buenos aires|am yerevan|au canberra|az baku|bd dhaka|by minsk|be brussels|eu brussels|br brasilia|
bg sofia|ca ottawa|td ndjamena|cl santiago|cn beijing|co bogota|cd kinshasa|hr zagreb|cu havana|cy nicosia|cz prague|dk copenhagen|
eg cairo|er asmara|et addis|et addis ababa|fi helsinki|fr paris|ge tbilisi|de berlin|gh accra|gr athens|hu budapest|in new delhi|id jakarta|
ir tehran|iq baghdad|ie dublin|il jerusalem|it rome|jp tokyo|jo amman|kz astana|ke nairobi|kp pyongyang|kr seoul|xk pristina|
kw kuwait|kg bishkek|lb beirut|ly tripoli|lt vilnius|lv riga|ml bamako|mx mexico|md chisinau|ma rabat|mm naypyidaw|np kathmandu|
nl hague|ne niamey|ng abuja|no oslo|om muscat|pk islamabad|ps ramallah|pe lima|ph manila|pl warsaw|pt lisbon|qa doha|ro bucharest|
ru moscow|ru kremlin|rw kigali|sa riyadh|sn dakar|rs belgrade|so mogadishu|za pretoria|ss juba|es madrid|sd khartoum|se stockholm|
ch bern|sy damascus|tw taipei|tj dushanbe|tz dodoma|th bangkok|tn tunis|tr ankara|tm ashgabat|ug kampala|ua kyiv|ua kiev|
ae dhabi|gb london|gb westminster|us washington|uz tashkent|ve caracas|vn hanoi|ye sanaa|zw harare|ee tallinn|bf ouagadougou"""
_PLACES = "in at near from to into around outside inside towards toward via of through across within between"

_SPELLED = """un united nations|eu european union|us united states|uk united kingdom|uae united arab emirates|
usa united states america|nato north atlantic treaty organization|who world health organization|imf international monetary fund|
wto world trade organization|wfp world food programme|unhcr united nations high commissioner refugees|
unicef united nations childrens fund|iaea international atomic energy agency|opec organization petroleum exporting countries|
icrc international committee red cross|ocha office coordination humanitarian affairs|icc international criminal court|fed federal reserve|
icj international court justice|au african union|osce organization security cooperation europe|
asean association southeast asian nations|fbi federal bureau investigation|cia central intelligence agency|
nhs national health service|mp member parliament|pm prime minister|dc district columbia|ny new york|la los angeles|
drc democratic republic congo|isis islamic state|isil islamic state|daesh islamic state|is islamic state|krg kurdistan regional government|
ngo non governmental organisation|gdp gross domestic product|hq headquarters|fco foreign commonwealth office|
mod ministry defence|dod department defense|gop republican party|snp scottish national party|nyc new york city|
mep european parliament|msp scottish parliament|meps european parliament|msps scottish parliament|utd united|man manchester|uav unmanned aerial vehicle|ied improvised explosive device"""


_SHORT_NAMES = """robert rob bob bobby robbie|william bill will billy liam|michael mike mick mickey|david dave|james jim jimmy jamie|
thomas tom tommy|timothy tim|joseph joe joey|daniel dan danny|christopher chris|alexander alex sandy|aleksandra alex|alexandra alex|
nicholas nick|anthony tony|andrew andy drew|matthew matt|benjamin ben|samuel sam|edward ed ted eddie|steven steve|stephen steve|
elizabeth liz beth betty|katherine kate kathy katie|catherine kate cathy|jennifer jen jenny|susan sue|ronald ron|donald don|
kenneth ken|gregory greg|jeffrey jeff|frederick fred|patrick pat paddy|patricia pat|richard rick dick richie|charles charlie chuck|
lawrence larry|gerald gerry|raymond ray|jonathan jon|nathaniel nathan nat|philip phil|phillip phil|peter pete|vincent vince|
zachary zach zack|joshua josh|jacob jake|john jack johnny|francis frank|leonard len leo|maxwell max|margaret maggie meg|
deborah debbie deb|barbara barb|victoria vicky|rebecca becky|theodore ted theo|abigail abby|angela angie|douglas doug|
martin marty|albert al bert|harold harry|henry harry|walter walt|eugene gene|bernard bernie|bradley brad|clifford cliff|
dominic dom|gabriel gabe|isaac ike|stanley stan|terence terry|vladimir vlad|mohammed mo|cassandra cassie"""

_NAME_ENDINGS = (
    "ism",
    "ist",
    "ists",
    "ian",
    "ians",
    "an",
    "ans",
    "ites",
    "ite",
    "er",
    "ers",
    "esque",
    "ish",
    "ic",
)


def _folded(table: str) -> frozenset[str]:
    return frozenset(table.split())


def _rows(table: str) -> list[list[str]]:
    return [row.split() for row in table.replace("\n", "").split("|")]


def _by_word(rows: list[list[str]]) -> dict[str, frozenset[str]]:
    """Each word with the codes of all the territories it may belong to (Korean, Congolese)."""
    found: dict[str, set[str]] = {}
    for code, *words in rows:
        for word in words:
            found.setdefault(word, set()).add(code)
    return {word: frozenset(codes) for word, codes in found.items()}


def _pairs(rows: list[list[str]]) -> dict[str, frozenset[str]]:
    """Each given name with its short forms, and each short form with what it may be short for."""
    found: dict[str, set[str]] = {}
    for whole, *short in rows:
        found.setdefault(whole, set()).update(short)
        for word in short:
            found.setdefault(word, set()).add(whole)
    return {word: frozenset(others) for word, others in found.items()}


def _kin(groups: tuple[tuple[str, ...], ...]) -> dict[str, frozenset[str]]:
    """Each word of a group with all words of its groups."""
    found: dict[str, frozenset[str]] = {}
    for group in groups:
        for word in group:
            found[word] = found.get(word, frozenset()).union(group)
    return found


NAMES = NameWords(
    is_common=is_common,
    generic=_folded(_GENERIC),
    titles=_folded(_TITLES),
    links=_folded(_LINKS),
    telling=_folded(_TELLING),
    same=tuple(tuple(row.split("|")) for row in _SAME.splitlines()),
    dates=_folded(_DATES),
    roles={word: words[0] for words in _rows(_ROLES) for word in words},
    civil=_folded("mr mrs ms miss dr sir"),
    portfolios=_folded(
        "foreign defence interior finance health education energy oil agriculture transport justice deputy"
    ),
    groups={word: words[0] for words in _rows(_GROUPS) for word in words},
    offices={word: words[0] for words in _rows(_OFFICES) for word in words},
    relations=_folded(_RELATIONS),
    demonyms=_by_word(_rows(_DEMONYMS)),
    short_names=_pairs(_rows(_SHORT_NAMES)),
    name_endings=_NAME_ENDINGS,
    capitals={words[-1]: words[0] for words in _rows(_CAPITALS)},
    seat_leads={words[-1]: words[-2] for words in _rows(_CAPITALS) if len(words) > 2},
    places=_folded(_PLACES),
    spelled={words[0]: tuple(words[1:]) for words in _rows(_SPELLED)},
    kin=_kin(KIN),
    lands=LANDS,
    sides=SIDES,
    partitive=PARTS,
    currencies=CURRENCIES,
)
