"""English tables for places: regions and their peoples, the several names of one city, sides of the compass.

Countries and their peoples are in `english_names`. A people that lives elsewhere too (Tatars, Roma) has no region here.
Given names that are written in two alphabets are here as well: they are told apart in the same way.
"""

_REGIONS = """corsica corsican|sardinia sardinian|tuscany tuscan|lombardy lombard|piedmont piedmontese|liguria ligurian|
calabria calabrian|apulia apulian puglia|umbria umbrian|campania campanian|tyrol tyrolean tyrolese|savoy savoyard|
brittany breton|alsace alsatian|burgundy burgundian|provence provencal|gascony gascon|picardy picard|
flanders flemish fleming flemings|wallonia walloon|frisia frisian friesland|saxony saxon|prussia prussian|swabia swabian|
franconia franconian|rhineland rhinelander|westphalia westphalian|silesia silesian|pomerania pomeranian|
bohemia bohemian|moravia moravian|galicia galician|andalusia andalusian|castile castilian|aragon aragonese|
asturias asturian|majorca mallorca majorcan mallorcan|madeira madeiran|azores azorean|cornwall cornish|orkney orcadian|
transylvania transylvanian|wallachia wallachian|moldavia moldavian|bessarabia bessarabian|dalmatia dalmatian|
istria istrian|slavonia slavonian|crete cretan|thessaly thessalian|thrace thracian|lapland lapp|karelia karelian|
livonia livonian|ruthenia ruthenian|byzantium byzantine|yugoslavia yugoslav yugoslavian|
czechoslovakia czechoslovak czechoslovakian|rhodesia rhodesian|siam siamese|ceylon ceylonese|persia persian|
abyssinia abyssinian|mesopotamia mesopotamian|anatolia anatolian|assyria assyrian|babylonia babylonian|
phoenicia phoenician|carthage carthaginian|sparta spartan|gaul gallic gaulish|abkhazia abkhaz abkhazian|ossetia ossetian|
dagestan dagestani|ingushetia ingush|adjara ajaria adjara adjarian|karabakh karabakhi|bashkortostan bashkir|
kalmykia kalmyk|buryatia buryat|yakutia yakut|tuva tuvan|siberia siberian|transnistria transnistrian transdniestria|
circassia circassian|darfur darfuri|kordofan kordofani|hejaz hijaz hejazi|levant levantine|sahara saharan sahrawi saharawi|
kabylie kabylia kabyle|nubia nubian|hadramawt hadhramaut hadramout hadrami|dhofar dhofari|zanzibar zanzibari|
somaliland somalilander|oromia oromo|tigray tigrayan tigrean|biafra biafran|katanga katangese|kashmir kashmiri|
punjab punjabi|sindh sindhi|balochistan baluchistan baloch baluch balochi|bengal bengali|assam assamese|gujarat gujarati|
rajasthan rajasthani|bihar bihari|odisha orissa odia|manipur manipuri|mizoram mizo|goa goan|sikkim sikkimese|
ladakh ladakhi|maharashtra maharashtrian|manchuria manchurian manchu|okinawa okinawan|java javanese|sumatra sumatran|
bali balinese|borneo bornean|aceh acehnese|rakhine arakan arakanese|uyghur uighur uygur uigur|quebec quebecer quebecker|
ontario ontarian|alberta albertan|manitoba manitoban|newfoundland newfoundlander|acadia acadian|alaska alaskan|
alabama alabaman alabamian|arizona arizonan|arkansas arkansan|colorado coloradan|florida floridian|hawaii hawaiian|
idaho idahoan|iowa iowan|kansas kansan|kentucky kentuckian|louisiana louisianan louisianian|maryland marylander|
michigan michigander|minnesota minnesotan|mississippi mississippian|missouri missourian|montana montanan|
nebraska nebraskan|nevada nevadan|ohio ohioan|oklahoma oklahoman|oregon oregonian|pennsylvania pennsylvanian|
tennessee tennessean|utah utahn|vermont vermonter|wyoming wyomingite|rico rican ricans|yucatan yucatecan|oaxaca oaxacan|
amazonia amazonian amazon|patagonia patagonian|bahia bahian|tasmania tasmanian|queensland queenslander|tahiti tahitian|
polynesia polynesian|melanesia melanesian|guam guamanian|aruba aruban|bermuda bermudian bermudan|
martinique martinican|guadeloupe guadeloupean|cayman caymanian|athens athenian|boston bostonian|cairo cairene|
dublin dubliner|geneva genevan|genoa genoese genova|glasgow glaswegian|
liverpool liverpudlian|manchester mancunian|naples neapolitan napoli|toronto torontonian"""

_GIVEN = """ihor igor|volodymyr vladimir|oleksandr aleksandr alexander aliaksandr|oleksiy oleksii aleksei aleksey alexei alexey|
mykola nikolai nikolay nikolaj|serhiy serhii sergei sergey sergej|andriy andrii andrei andrey andrej|
dmytro dmitry dmitri dmitrii dmitriy dzmitry|yevhen yevgeny yevgeni evgeny evgenii|olha olga|kateryna ekaterina yekaterina|
pavlo pavel|petro pyotr petr|mykhailo mykhaylo mikhail|vasyl vasily vasili vasiliy|yuriy yuri yury yurii|oleh oleg|
hryhoriy hryhorii grigory grigori|kostiantyn kostyantyn konstantin|vitaliy vitalii vitaly vitali|lukashenko lukashenka|
anatoliy anatolii anatoly anatoli|viktor victor|svitlana svetlana|nataliia nataliya natalia natalya"""
"""Given names as Ukrainian, Belarusian and Russian write them."""

_CITIES = """bekaa beqaa biqa|hodeidah hudaydah hodeida hudaydah|misrata misurata|fasher fashir|mekelle mekele|falluja fallujah|
daraa deraa|suwayda sweida suweida|hasakah hasaka hassakeh|marrakesh marrakech|chernobyl chornobyl|donbas donbass|luhansk lugansk|mykolaiv nikolaev nikolayev|
zaporizhzhia zaporizhia zaporozhye|dnipro dnepropetrovsk dnipropetrovsk|ternopil tarnopol|chisinau kishinev|gdansk danzig|
wroclaw breslau|krakow cracow|bratislava pressburg|vilnius vilna wilno|tallinn reval|
bengaluru bangalore|chennai madras|kochi cochin|thiruvananthapuram trivandrum|pune poona|vadodara baroda|
varanasi benares banaras|guangzhou canton|nanjing nanking|tianjin tientsin|chongqing chungking|
astana nursultan|yerevan erevan|tbilisi tiflis|izmir smyrna|
edirne adrianople|trabzon trebizond|thessaloniki salonika salonica|plovdiv philippopolis|skopje uskub|shkoder scutari|
rijeka fiume|dubrovnik ragusa|ljubljana laibach|zagreb agram|torino turin|milano milan|venezia venice|
livorno leghorn|padova padua|mantova mantua|sevilla seville|zaragoza saragossa|
lisboa lisbon|porto oporto|marseille marseilles|lyon lyons|reims rheims|strasbourg strassburg|
koln cologne|munchen munich|nurnberg nuremberg|hannover hanover|braunschweig brunswick|
basel basle|bern berne|luzern lucerne|geneve geneva genf|antwerpen antwerp anvers|gent ghent gand|brugge bruges|
ieper ypres|leuven louvain|mechelen malines|kortrijk courtrai|bruxelles brussels brussel|wien vienna|praha prague|warszawa warsaw|
kobenhavn copenhagen|goteborg gothenburg|athina athens|makkah mecca mekka|
madinah medina|jeddah jiddah|sanaa sana|khartoum khartum|omdurman umdurman|mogadishu mogadiscio|
djenne jenne|timbuktu timbuctoo|
benghazi bengasi|oran wahran|jaffa yafo yafa|haifa hefa|
raqqa rakka|qamishli kamishli|homs hims|latakia lattakia|idlib edlib|kobani kobane|
erbil arbil irbil hewler|dohuk duhok|karbala kerbala|basra basrah|tikrit takrit|
sulaymaniyah sulaimaniyah sulaimani slemani|kandahar qandahar|kunduz qunduz|jalalabad jelalabad|
abd abdul abdel abdal abdol abdur"""

KIN: tuple[tuple[str, ...], ...] = tuple(
    tuple(row.split()) for row in f"{_REGIONS}|{_CITIES}|{_GIVEN}".replace("\n", "").split("|")
)
"""Words that stand for one place or one name: a region and its people, the names of a city, the Abd of Abd al-Rahman."""

CURRENCIES = frozenset(
    "pound pounds dollar dollars franc francs rupee rupees shilling shillings dinar dinars rial rials riyal riyals krona kronor "
    "krone kroner peso pesos lira liras rand yen yuan won real reais rouble roubles ruble rubles dirham dirhams".split()
)
"""What a people's name tells apart behind a sum: Kenyan shillings."""

LANDS = {
    "sudan": frozenset({"south", "southern"}),
    "ireland": frozenset({"northern", "north"}),
    "guinea": frozenset({"equatorial", "papua", "new", "bissau"}),
    "samoa": frozenset({"american"}),
    "mongolia": frozenset({"inner"}),
    "cyprus": frozenset({"northern", "north"}),
}
"""Lands whose name another one has with a word more, and those words."""

_SIDES = {"north": "N", "south": "S", "east": "E", "west": "W"}
SIDES = {
    f"{one}{hyphen}{other}{ending}": _SIDES[one] + _SIDES.get(other, "")
    for one in _SIDES
    for other in ("", "east", "west")
    for hyphen in ("", "-")
    for ending in ("", "ern")
    if bool(other) or not hyphen
}
"""The sides of the compass: north, south-eastern."""

PARTS = frozenset(
    "part parts half tip end edge side corner area areas region regions province provinces district districts suburb suburbs "
    "outskirts coast shore bank city town village towns villages cities".split()
)
"""What a side of a place may be said of: the southern part of the island."""
