"""What belongs to a figure, so that no quote cuts through one (contract 6.1).

Owns one expression over normalised text: sign, currency, digits, per cent, unit and magnitude word are one token.
It knows shapes only; values are the business of the quantities.
"""

import re
from bisect import bisect_left
from functools import cache, lru_cache

from briefgen.evidence.text.characters import SEAM

CURRENCY_SIGNS = "$€£¥₹₽₩₪₺₫฿₴₦₱₨₡₲₵₸₼₾﷼"
CURRENCY_CODES = (
    "AED|AFN|AMD|ANG|AOA|ARS|AUD|AWG|AZN|BAM|BBD|BDT|BGN|BHD|BIF|BMD|BND|BOB|BRL|BSD|BTN|BWP|BYN|BZD|CAD"
    "|CDF|CHF|CLP|CNY|COP|CRC|CVE|CZK|DJF|DKK|DOP|DZD|EGP|ERN|ETB|EUR|FJD|FKP|GBP|GEL|GHS|GIP|GMD|GNF|GTQ"
    "|GYD|HKD|HNL|HTG|HUF|IDR|ILS|INR|IQD|IRR|ISK|JMD|JOD|JPY|KES|KGS|KHR|KMF|KPW|KRW|KWD|KYD|KZT|LAK|LBP"
    "|LKR|LRD|LSL|LYD|MAD|MDL|MGA|MKD|MMK|MNT|MRU|MUR|MVR|MWK|MXN|MYR|MZN|NAD|NGN|NIO|NOK|NPR|NZD|OMR|PAB"
    "|PEN|PGK|PHP|PKR|PLN|PYG|QAR|RMB|RON|RSD|RUB|RWF|SAR|SBD|SCR|SDG|SDR|SEK|SGD|SHP|SLE|SOS|SRD|SSP|STN"
    "|SVC|SYP|SZL|THB|TJS|TMT|TND|TRY|TTD|TWD|TZS|UAH|UGX|USD|UYU|UZS|VES|VND|VUV|WST|XAF|XCD|XOF|XPF|YER"
    "|ZAR|ZMW"
)
"""ISO 4217, but for ALL, CUP and TOP, which are words of headlines."""
MONEY_WORDS = r"Rs\.?|kr\.?|Rp\.?|RM|Tk\.?|KSh|S/\.?|№|Nos?\.|Nr\.|nº|n°"
"""What stands before an amount as a code does."""
CURRENCY_WORDS = (
    "dollars?|euros?|pounds?|yen|rupees?|rials?|riyals?|dinars?|dirhams?|liras?|lire|r(?:o?u)bles?|yuan|renminbi|won"
    "|francs?|krona|kronor|kroner|krone|pesos?|shekels?|cents?|pence|sterling|zlotys?|forints?|hryvnias?|rand|naira|baht"
    "|ringgit|rupiah|dong|taka|lei|leva|reais|real|bolívares|Euro|Dollar|Pfund|Franken|dólares|dolares|livres?"
    "|dollari|dólar|доллар(?:ов|а|ы)?|рубл(?:ей|я|и|ь)|руб\\.?|евро|гривен|гривень|гривні|грн\\.?|دولار(?:ات)?|دينار|يورو|ريال|ليرة|درهم|جنيه|تومان"
    "|zł(?:ot(?:ych|y|e))?|Kč|korun[ay]?|kr|TL|ευρώ|δολάρια|שקל(?:ים)?|דולר(?:ים)?|रुपये|रुपए|डॉलर"
)
MAGNITUDES = (
    "dozens?|scores?|hundreds?|thousands?|millions?|billions?|trillions?|mn|mln|bn|tn|lakhs?|crores?"
    "|mille|milliards?|Tausend|tausend|Millionen|Milliarden?|Mio\\.?|Mrd\\.?|mil|millón|millones|milhão|milhões|bilhões"
    "|mila|milioni|miliardi|miljoen|miljard|duizend|tys\\.|mln\\.|mld\\.?|тысяч[аи]?|тыс\\.?|миллион(?:ов|а)?|млн\\.?"
    "|миллиард(?:ов|а)?|млрд\\.?|мільйон(?:ів|а)?|мільярд(?:ів|а)?|ألف|آلاف|مليون|ملايين|مليار|میلیون|میلیارد|هزار"
    "|bin|milyon|milyar|k|bln|tysi(?:ące|ęcy|ąc)|tisíc|milion(?:ów|ů|y)?|miliard(?:ów|y)?|miliardy?|miljon(?:er)?|miljarder"
    "|tusen|millioner|milliarder|mii de|milioane(?: de)?|miliarde(?: de)?|ezer|millió|milliárd|triliun|miliar|juta|ribu|tỷ|triệu|nghìn"
    "|miljoonaa?|miljardia?|tuhatta|miliona|milijard[aei]|milijun[aei]?|milión(?:ov)?|miliárd[ay]?|милион[аи]?|милиард[аи]?|хиляди|εκατομμύρια|δισεκατομμύρια|χιλιάδες|מיליון|מיליארד|אלף|लाख|करोड़|हज़ार|हजार|अरब"
)
PERCENT_FIRST = "[Yy]üzde"
"""What stands before a figure and a blank as a per cent sign stands behind it."""
PERCENTS = (
    "%|‰|٪|per ?cent|pct|percentage points?|basis points?|bps?|pp|pour ?cent|Prozent(?:punkte)?|por ciento|por cento"
    "|per cento|procent[ae]?|proc\\.|prosent(?:tia)?|százalék(?:a|ra|kal|ot|os|on)?|posto|odsto|la sută|yüzde|persen|процент(?:ов|а|ы)?|відсотк(?:ів|и|а)"
    "|τοις εκατό|في المئة|في المائة|بالمئة|بالمائة|درصد|אחוז(?:ים)?|प्रतिशत|फ़ीसदी|फीसदी"
)
UNITS = (
    "km2|km²|m2|m²|m3|m³|km|cm|mm|kg|mg|kt|Mt|kWh|MWh|GWh|TWh|kW|MW|GW|TW|kHz|MHz|GHz|mph|kph|kn|ft|sq|ha|hl|bpd|mb/d"
    "|m|g|t|l|h|°C|°F|° ?[CF]?|KB|MB|GB|TB"
    "|square|cubic|kilomet(?:re|er)s?|met(?:re|er)s?|centimet(?:re|er)s?|millimet(?:re|er)s?|miles?|feet|foot|inch(?:es)?|yards?"
    "|kilo(?:gram(?:me)?)?s?|gram(?:me)?s?|tonnes?|tons?|ounces?|lit(?:re|er)s?|gallons?|barrels?|hectares?|acres?|degrees?"
    "|knots?|watts?|kilowatts?|megawatts?|gigawatts?|kilotons?|megatons?|kilomètres?|mètres?|Kilometer|Meter|Tonnen|kilómetros?"
    "|metros?|toneladas?|chilometri|metri|километр(?:ов|а)|км|кг|тонн"
    "|seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centuries|century"
    "|secondes?|heures?|jours?|semaines?|mois|ans|années?|Stunden?|Tag(?:en?)?|Wochen?|Monat(?:en?)?|Jahr(?:en?)?|horas?|días?|semanas?|mes(?:es)?"
    "|años?|anni|anno|mesi|mese|giorni|giorno|дней|дня|месяц(?:ев|а)|лет|года|часов|часа|أيام|يوما|شهرا|أشهر|سنوات|سنة|عاما|كيلومترا?"
    "|a\\.m\\.|p\\.m\\.|am|pm|AM|PM|o'clock|GMT|UTC|BC|BCE|AD|CE"
)
IDEOGRAPHIC = "个?百分点|個?百分點|[百千万萬億亿兆%％元円圓圆岁歲年月日時时分秒度个個人名%]|公里|公斤|小时|美元|欧元|%|パーセント|[만억조]| ?(?:원(?![칙인고유조자소장])|달러|유로|위안|엔|톤|명|퍼센트)|พันล้าน|ล้าน|แสน|หมื่น|บาท|ดอลลาร์|คน|ตัน|เปอร์เซ็นต์"
FRACTIONS = "¼-¾⅐-⅞"
DIGITS = rf"(?:\d{{1,3}}(?: \d{{3}}(?!\d))+|\d+)(?:[.,:/'](?=\d)\d+)*(?: ?[{FRACTIONS}]| \d/\d\d?(?![\d/]))?"
RANGING = ("to", "bis", "à", "до")
SHARED = rf"(?: out of {DIGITS}|(?<=\b1) in {DIGITS}|(?P<range> (?:{'|'.join(RANGING)}) (?P<top>{DIGITS})))?"
"""What makes one figure of two: `3 out of 4`, `1 in 3`, `5 to 10 per cent`."""
FROM = re.compile(r"\b(?:from|von|de|da|desde|с|от|з|від) \Z", re.IGNORECASE)
NUMBER_WORDS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen"
    "|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|half"
    "|several|few|many|some|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|vingt|trente|cent|zwei|drei|vier|fünf|sechs|sieben|acht"
    "|neun|zehn|zwanzig|dreißig|hundert|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|veinte|cien"
    "|quarante|cinquante|soixante|mille|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|mil"
    "|thirds|quarters|fifths|tenths|fold|quarts|tiers|Drittel|Viertel|Fünftel"
)
PARTS_OF_ONE = "third|quarter|fifth|sixth|eighth|tenth"
"""What is a number word after `one` only."""
TYING = frozenset(("a", "an", "of", "and", "et", "y", "in", "out"))
"""Small words that may stand between a number word and the next one."""
ONES = ("un", "une", "uno", "una")
"""What a number ends in after `et` and `y`, and an article elsewhere."""
RATES = ("per", "pro", "par", "por")
SMALL = frozenset((*TYING, *RANGING))
LONGEST_WORD = 40
SIGN = "(?:[-+±~≈](?<![\\w)][-+±~≈])|[<>≤≥] ?|(?<![\\w%])[%٪](?=\\d))"
MONEY = f"(?:(?:[A-Z]{{1,3}})?[{CURRENCY_SIGNS}] ?|(?<!\\w)(?:{CURRENCY_CODES}|{MONEY_WORDS}) ?)"
WORD_END = r"(?!\w|'\w)"
AFTER = (
    r"(?:\+(?!\d))?"
    rf"(?:[ -]?(?:{MAGNITUDES}){WORD_END})?"
    rf"(?: ?[{CURRENCY_SIGNS}]| ?(?:{CURRENCY_CODES}){WORD_END}|(?: (?:[A-Z][\w.]+|US|de|di|of) ?)? ?(?:d')?(?:{CURRENCY_WORDS}){WORD_END})?"
    rf"(?:[ -]?(?:{PERCENTS})(?!\w))?"
    rf"(?:[ -]?(?:{UNITS}){WORD_END}(?: (?:kilomet(?:re|er)s?|met(?:re|er)s?|miles?|feet|km|m|inches|yards){WORD_END})?)?"
    rf"(?:{IDEOGRAPHIC})*"
    rf"(?:/(?:[a-z]{{1,8}}|km2|m2){WORD_END}| (?:{'|'.join(RATES)}) \w+)?"
)
LEADS = (
    "half an?|(?:ten|dozen|score|hundred|thousand|million)s of|(?:hundred|thousand|million|billion) and"
    "|(?:one|two|three|four|five|six|seven|eight|nine|ten) and a|one in|quarter of a"
    "|(?:one|two|three|four|five|six|seven|eight|nine) out of"
    "|(?:vingt|trente|quarante|cinquante|soixante) et|(?:trei|cuare|cincue|sese|sete|oche|nove)nta y"
)
"""Number words with the small words that tie them to the next one: `half a million`, `one hundred and five`."""
SUPERSCRIPTS = "\u00b2\u00b3\u00b9\u2070\u2071\u2074-\u207f"


@cache
def _numeric() -> re.Pattern[str]:
    """A figure in digits; compiled on first use, for it takes long."""
    return re.compile(
        rf"(?:(?<!\w){PERCENT_FIRST} |百分之|ร้อยละ)?{SIGN}?{MONEY}?{SIGN}?(?:10[{SUPERSCRIPTS}]+|\.?{DIGITS}){SHARED}(?:-(?:{MONEY})?{DIGITS})*{AFTER}"
    )


@cache
def _worded() -> re.Pattern[str]:
    """A figure in several words: `twenty-five`, `five million euros`."""
    return re.compile(
        rf"(?<!\w)(?:(?:{LEADS}|{NUMBER_WORDS})[- ])+(?:(?:{NUMBER_WORDS}|(?<=[Oo]ne[ -])(?:{PARTS_OF_ONE})|{MAGNITUDES}|{'|'.join(ONES)})(?!\w))(?: (?:{MAGNITUDES})(?!\w))*{AFTER}"
    )


def _words(alternatives: str) -> str:
    """The same alternatives, and each word of those that have several."""
    return f"{alternatives}|{alternatives.replace(' ?', '|').replace(' ', '|')}"


@cache
def _figure_word() -> re.Pattern[str]:
    """A word that may stand in a figure, next to a blank inside it."""
    tables = (CURRENCY_WORDS, CURRENCY_CODES, MAGNITUDES, PERCENTS, UNITS, NUMBER_WORDS, LEADS)
    small = "|".join((*TYING, *RATES, *RANGING, *ONES, PARTS_OF_ONE, "US|de|di|half"))
    return re.compile("|".join([*map(_words, tables), small]), re.IGNORECASE)


@lru_cache(8192)
def is_plain_word(word: str) -> bool:
    """Tell whether `word` consists of letters and is no part of any figure; a capital may lead a currency."""
    return word.isalpha() and not "A" <= word[0] <= "Z" and _figure_word().fullmatch(word) is None


def parts_figures(normal: str, blank: int) -> bool:
    """Tell at a glance that no figure goes on over the blank at `blank`; False says that one must look.

    A figure that does so has a word of its own on either side; only a rate (`per week`) ends in any word.
    """
    before, bounded, left = normal[max(0, blank - LONGEST_WORD) : blank].rpartition(" ")
    if left in SMALL:  # as many words are, and what they would tie to it stands before them
        _, bounded, left = before.rpartition(" ")
    if bounded and (is_plain_word(left) or STOPPED.search(left)):
        return True
    right, bounded, _ = normal[blank + 1 : blank + LONGEST_WORD].partition(" ")
    return bool(bounded) and is_plain_word(right) and left not in RATES


STOPPED = re.compile(r"[,;:)]\Z|\d\.\Z")
"""How a word ends with which every figure ends; a dot may belong to it (`Mio.`)."""
YEAR = re.compile(r"(?:19|20)\d\d (?=[^\W\d_])")
YEAR_LED = re.compile(
    r"(?<!\w)(?:in|since|until|till|during|early|late|mid|January|February|March|April|May|June|July|August|September|October"
    r"|November|December|en|depuis|im|seit|desde|nel|в|с) \Z",
    re.IGNORECASE,
)
DIGIT = re.compile(r"\d")
LED_IN = re.compile(
    rf"(?:[<>≤≥{CURRENCY_SIGNS}]|(?:[A-Z]{{1,3}}[{CURRENCY_SIGNS}]?)|{MONEY_WORDS}|{PERCENT_FIRST}) \Z"
)
LAST_WORD = re.compile(r"\w+(?=\W?\Z)")
COUNTS = frozenset(
    form
    for word in f"{NUMBER_WORDS}|quarter|dozen|score|hundred|thousand|million|billion|trillion|mille|milliard".split(
        "|"
    )
    for form in (word, f"{word}s")
)
BACK, AHEAD = 40, 12
"""How far before and after an edge the digits of a figure may stand that has characters on both sides of it."""


def cuts_figure(normal: str, edge: int) -> tuple[int, int] | None:
    """Return the figure of `normal` that has characters on both sides of `edge`, if there is one."""
    if normal.find(SEAM, max(0, edge - BACK), edge + BACK) >= 0:
        return _cuts_across_seams(normal, edge)
    return _cuts_numeric(normal, edge) or _cuts_worded(normal, edge)


def _cuts_across_seams(normal: str, edge: int) -> tuple[int, int] | None:
    """The same where lines end in hyphens near by (`2.5 mil-lion`): looked for in the words without them."""
    low, high = max(0, edge - 2 * BACK), edge + 2 * BACK
    kept = [at for at in range(low, min(high, len(normal))) if normal[at] != SEAM]
    near = "".join([normal[at] for at in kept])
    at = bisect_left(kept, edge)
    found = _cuts_numeric(near, at) or _cuts_worded(near, at)
    return (kept[found[0]], kept[found[1] - 1] + 1) if found else None


def _cuts_numeric(normal: str, edge: int) -> tuple[int, int] | None:
    low, high = max(0, edge - BACK), min(len(normal), edge + AHEAD)
    while low and normal[low].isdigit():
        low -= 1
    done, digit = low, DIGIT.search(normal, low, high)
    while digit:
        match = _numeric().search(normal, max(done, _chunk_start(normal, digit.start(), low)))
        if match is None or match.start() >= edge:
            return None
        end = _end(normal, match)
        if edge < end:
            return match.start(), end
        done, digit = end, DIGIT.search(normal, end, high)
    return None


def _end(normal: str, figure: re.Match[str]) -> int:
    """Where a figure ends: a year with its digits, whatever follows (`in 2020 real wages`, `since 2023 months of talks`);
    the first of two that are no range before the second (`from 5 to 10`, `gave 500 to 10 schools`)."""
    start = figure.start()
    if figure["range"] and not _is_range(normal, figure):
        return figure.start("range")
    dated = YEAR.match(normal, start) and YEAR_LED.search(normal, max(0, start - 12), start)
    return start + 4 if dated else figure.end()


def _is_range(normal: str, figure: re.Match[str]) -> bool:
    low, high = (
        int("".join(filter(str.isdecimal, text)))
        for text in (normal[figure.start() : figure.start("range")], figure["top"])
    )
    return low < high and not FROM.search(normal, max(0, figure.start() - 8), figure.start())


def _chunk_start(normal: str, at: int, low: int) -> int:
    """Where the signs before a digit may begin: with its chunk, or with a currency code set apart from it."""
    start = normal.rfind(" ", max(0, at - BACK), at) + 1 or max(0, at - BACK)
    led = LED_IN.search(normal, max(0, start - 6), start)
    return max(led.start() if led else start, min(low, at))


def _follows_count(before: str) -> bool:
    """Whether `before` ends in a number word, or in one and the small words that tie it to the next."""
    words = before.rstrip(" ").rsplit(" ", 3)
    while len(words) > 1 and words[-1] in TYING:
        words.pop()
    word = LAST_WORD.search(words[-1])
    return word is not None and word[0].lower() in COUNTS


def is_figure(word: str) -> bool:
    """Tell whether a word, with the signs around it, is a figure in digits or a number word."""
    return DIGIT.search(word) is not None or word.strip("()[],;:.'\"“”‘’").lower() in COUNTS


def _cuts_worded(normal: str, edge: int) -> tuple[int, int] | None:
    if not _follows_count(normal[max(0, edge - BACK) : edge]):
        return None
    for match in _worded().finditer(normal, max(0, edge - BACK), edge + BACK):
        if match.start() < edge < match.end():
            return match.span()
    return None
