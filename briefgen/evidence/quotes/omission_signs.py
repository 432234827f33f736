"""Signs by which a change of clause, or of who is spoken of, is seen in words that an elision leaves out.

Owns expressions and short lists only, over all languages at once: what one of them has, the others do not use otherwise.
"""

import re

WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
OPENING = (",", "(", "—", "–", "[", "،", "，")
CLOSING = (",", ")", "—", "–", "]", "،", "，")
RELATIVE = re.compile(
    r"[\s,(—–]*(?:which|who|whose|whom|where|dont|lequel|laquelle|qui|que|où|der|die|das|dat|waar|quien|quienes|cuyo|cuya|che"
    r"|cui|który|która|które|którzy|который|которая|которое|которые|який|яка|яке|які|που|ο οποίος|η οποία|το οποίο|οι οποίοι)\b",
    re.IGNORECASE,
)
TOLD = re.compile(
    r"[\s,(—–]*(?:das|dies|dat|dit) (?:sagt|sagte|sagten|erklärte|betonte|meint|meinte|meldet|meldete|berichtet|berichtete|zei|zegt|zeiden|stelt"
    r"|stelde|meldt)\b",
    re.IGNORECASE,
)
"""`das sagte der Minister`: no relative clause, whose verb stands at its end, but who says so."""
BACK_REFERENCE = re.compile(
    r"\W*(?:he|she|it|they|this|that|these|those|his|her|its|their|both|il|elle|ils|elles|er|sie|él|ella|ellos|он|она|они)\b",
    re.IGNORECASE,
)
POSSESSIVE = re.compile(r"(?:['’]s|s['’])\W*\Z|\b(?:his|her|their|its|whose)\W*\Z", re.IGNORECASE)
NAME = re.compile(r"[^\W\d_a-zà-öø-ÿ][\w'’.-]*")
LATIN_END = "\u0250"
PAST = re.compile(
    r"\w{3,}ed|met|left|went|came|took|made|gave|held|began|fell|rose|won|lost|sent|kept|led|saw|fought|built|bought|brought"
    r"|broke|spoke|drew|grew|struck|ran|flew|paid|sold|stood|sat|told|found|got|met|swore|threw|withdrew|chose|wrote",
    re.IGNORECASE,
)
FINITE = frozenset(
    "fell rose grew went took gave began came drew flew broke spoke wrote threw withdrew chose swore drove knew shook sank"
    " stole froze overthrew".split()
)
"""What somebody did, by words that are nothing else; `rose` with a capital is a name."""
SUBORDINATORS = frozenset(
    "after before when whenever while as although though because since where lorsque quand puisque während obwohl weil nachdem"
    " bevor als mientras aunque porque cuando enquanto embora quando mentre sebbene benché perché terwijl hoewel omdat toen"
    " wanneer nadat voordat хотя когда хоча коли ενώ όταν αφού".split()
)
"""What begins a clause, or a phrase, that ends at the next comma and leaves the rest of its sentence as it is."""
ANYWHERE = frozenset("in on at near during since".split())
"""What leads in when or where, of all that was done then and there: `killed 34 people and wounded 80 in the port`."""
VOTES = re.compile(
    r"(?<=\d)(?: [^\W\d_]+)? (?:against|contre|contra|contro|gegen|tegen|против|проти|przeciw|mot|κατά) (?=\d)"
)
"""What parts two figures (`by 12 votes against 7`), and denies nothing."""
LOCATIVE = re.compile(r"['’][dt][ae](?:n|ki)?\Z")
"""A Turkish name with the ending for `in` or `from`."""
TIME = re.compile(
    r"(?:周|星期|礼拜)[一二三四五六日天]|[昨今明前当當][天日晚早年]|[月火水木金土日]曜日?に?|午前|午後|本?[周月年]|上午|下午|中午|早上|晚上?|凌晨|近日|日前"
)
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september"
    " october november december pazartesi salı çarşamba perşembe cuma cumartesi pazar ocak şubat mart nisan mayıs haziran"
    " temmuz ağustos eylül ekim kasım aralık сегодня вчера завтра накануне ранее утром днем днём вечером ночью снова теперь сейчас"
    " недавно сьогодні вчора завтра напередодні раніше вранці ввечері увечері вночі знову тепер зараз нещодавно χθες χτες σήμερα"
    " αύριο νωρίς αργά δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή أمس اليوم غدا مساء صباح ليلا يوم الأحد الاثنين"
    " الثلاثاء الأربعاء الخميس الجمعة السبت الماضي الجاري المقبل".split()
)
"""Names and words for times, which are never who or what is spoken of."""
