"""Token boundaries: what a quote may begin or end with, in the text around it. `|` marks the edge."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefgen.evidence.quotes.boundaries import cut_at, on_boundaries
from briefgen.evidence.quotes.figure_shape import cuts_figure, parts_figures
from briefgen.evidence.text.normal import normalise
from briefgen.evidence.text.source_text import prepare

CUT = [
    # words
    "the mis|sion ends", "do|n't go", "don|'t go", "Iraq|'s army", "the president|’s car", "o|'clock", "caf|e\u0301", "re\u0301|sume",
    "war|шип", "U|.S. troops", "example|.com is", "in the U.|S. army", "Ирак|а", "العرا|ق",
    # compounds that are one word
    "non-|state actors", "non|-state actors", "anti-|tank mine", "ex-|president said", "a duty|-free zone", "president|-elect met",
    "vice-|president", "a nuclear|-free zone", "so-called-|state", "F|-16 jets", "F-|16 jets", "COVID|-19", "the 30|-year lease",
    "a 5-|year-old boy", "нe-|сделал".replace("e", "е"),
    # signs
    "fell by -|3.5%", "fell by –|5 points", "fell by −|5 points", "about ~|500 men", "it was ±|5 mm", "with > |500 men", "a (-|5) mark",
    # currency
    "earned $|5 in May", "earned US|$5 in May", "earned US$|5 in May", "earned A$|40 a ship", "earned €|5", "earned 5| € in May",
    "earned USD |500", "earned EUR| 500", "paid Rs |500", "paid 500| euros", "paid 40| US dollars", "paid 5 million| Iraqi dinars",
    "paid 5|€ each", "cost 500| francs", "some 40 millones| de euros",
    # per cent, units, magnitude
    "rose 50|%", "rose 50| %", "rose 50| percent", "rose 50| per cent", "rose 2| percentage points", "some 5| km away", "some 5|km away",
    "for 24| months", "a 200|-mile border", "5|00 men", "2,|500 men", "2|,500 men", "3|.5 tons", "3.|5 tons", "10 000| tonnes", "10| 000 men",
    "half a |million men", "half |a million men", "one hundred and |five men", "two thousand |and twenty men", "one and |a half million",
    "hundreds of |thousands of men", "tens |of thousands died", "three and a |half years",
    "some 2.5| million men", "five| million men", "twenty|-five men", "two| dozen men", "at 6| p.m. sharp", "at 18|:00 GMT", "at 18:00| GMT",
    "10|-15 men", "10-|15 men", "2024-|09-27", "some 5 kilometres| per hour", "5 km|/h", "10|² men", "10|⁶ cells", "25|°C", "5| m² of floor",
    "500|万人", "一共500|亿元",
    "a pro|-government march", "a pro-|government march", "the post-|war years", "a so-|called state", "an all-but-|certain win", "a would-|be king",
    "paid TRY |500 each", "paid 500| ISK each", "paid kr |500 each", "paid S/ |500 each", "paid 500| zł each", "paid 500| TL each", "oran %|5 oldu",
    "some 500|+ men", "spent 5| k on it", "spent 5| bln on it", "इस पर 5| लाख रुपये", "इस पर 5 लाख| रुपये", "tam 5 mln| złotych", "о 5 мільярдів| гривень",
    "after 2000| years of war", "of 2000| dollars each", "in 24| months", "um 1| Jahr", "nach 1| Monat", "por 1| mes", "per 1| anno", "צה״|ל",
    # fractions, shares, ranges, numbers of things
    "some 2|½ tonnes", "some 2| ½ tonnes", "some 2| 1/2 tonnes", "two-|thirds of men", "two |thirds of men", "a five|-fold rise", "zwei |Drittel davon",
    "for 1 in |3 men", "for one in |three men", "for 3 |out of 4 men", "some 5 to |10 per cent", "environ 5 à |10 morts", "is No. |5 of all", "is №|5 of all",
    "quarter of |a million men", "trente et |un morts", "treinta y |cinco muertos", "mille |cinq cents morts",
    "2023年双边贸易额达2401|亿美元", "同比增长26.3|％", "比2023年提高1.|2个百分点", "2023年度の防衛費は約7|兆9千億円", "2023年度の防衛費は約7兆9|千億円",
    # per cent and ordinals of other languages, with what stands before the figure
    "wynosi 4,2| proc. PKB", "yüzde |67,07 oldu", "増加率は26|パーセント", "増長百分之|5以上", "26| százalék volt", "26| prosenttia",
    "26| la sută din", "26| τοις εκατό των", "26| درصد از", "26| אחוז מן", "26| प्रतिशत लोग", "26|퍼센트가", "26| persen dari",
    "by one |third since", "by one |quarter since", "a |third of them left".replace("a |third", "two |fifths"), "deux |tiers des gens", "trois |quarts des gens",
    "2023|’te 554", "67,07|'ye yükseldi", "in the 1990|'s only", "the north|-west of", "the north-|west of", "South-|East Asia",
    "de 89,9| miliarde lei", "de 89,9 miliarde| lei", "kb. 4,5| millió", "az 3,7| százalékra", "lên 24,8| tỷ USD", "lên 24,8 tỷ| USD",
    "Rp 300| triliun", "yli 4| miljoonaa", "над 4| милиона", "oko 4| milijarde", "asi 4| miliónov", "쌀 5만| 톤을", "총 524억| 달러를", "총 3조| 원에", "총 524|억 달러를",
    "มูลค่า 23,384| ล้านดอลลาร์", "กว่า 5| ล้านคน", "the A&|E unit", "the A|&E unit", "AT|&T fell", "می\u200c|خواهیم", "می|\u200cخواهیم",
    # across the end of a line
    "transi|-\ntion", "transi-\n|tion", "earned $2.5| mil-\nlion more", "earned $2.5 mil-\nlion| dol-\nlars more", "some twen-\nty|-five men",
]  # fmt: skip
WHOLE = [
    "the |mission| ends|.", "|“the| mission”| ends", "the US|-led coalition", "the US-|led coalition", "al-|Sudani said", "a long|-term plan",
    "some 2,500| troops", "in |2014| to combat", "around 900| in Syria", "on 27 |September 2024| he", "troops|¹ in Iraq", "troops|[1] in Iraq",
    "2,500|¹ men", "2,500|[1] men", "troops|* in Iraq", "l'|homme de", "dell'|anno", "- |5 ships sailed", "– |5 ships sailed", "the mission|—and more",
    "the mission—|and more", "the mission – |5 men", "conflict escalate.|According to", "in the U.S.| and", "war|战争", "我们|今天|去", "ภาษา|ไทย",
    "by 2025|, with", "(|2,500 men|)", "and |$5| it was", "“|-5| it was”", "either|/|or", "the “30|” men", "a state|;| it", "three| men", "one| of them",
    "the years |2014 and| 2015", "half a |loaf", "two and| three men", "five and| six men", "hundreds of| men", "one of| three men",
    "in |2025| 300 men", "In 2020| |real GDP fell", "in 2001| |bin Laden fled", "since 2023 |months of talks", "who in 2021| won 12 seats", "大臣は「|任務は終了する|」と述べた", "장관은 “|임무는 끝난다|”고 말했다", "وصفها ب«|المهمة|»و انصرف", "100%|-owned firms", "on page 7| he", "Group| 77 met", "in 1999|, 40 men",
    "from 5,000 to |10,000 men", "from 5 to |10 per cent", "gave 500 to |10 schools", "in May 2024 to |10 men", "un chien et |un chat",
    "in 2023 one |in May", "said no. |Five men", "3 |in May of 2023", "this &| that", "this |& that", "쌀이 5만| 있다", "north|-facing slope", "he said ‘by 2025|’ and", "a third |of 5 men", "men |and one man",
]  # fmt: skip


def edges(marked: str) -> tuple[str, list[int]]:
    """The normal form of `marked` without its bars, and where the bars stood in it."""
    pieces = marked.split("|")
    source = prepare("".join(pieces))
    raw = [sum(len(piece) for piece in pieces[: index + 1]) for index in range(len(pieces) - 1)]
    return source.normal, [source.to_normal(0, at)[1] if at else 0 for at in raw]


@pytest.mark.parametrize("marked", CUT)
def test_tokens_are_not_cut(marked: str) -> None:
    normal, (at,) = edges(marked)
    cut = cut_at(normal, at)
    assert cut is not None
    assert cut.start < at < cut.end


@pytest.mark.parametrize("marked", WHOLE)
def test_other_places_are_boundaries(marked: str) -> None:
    normal, places = edges(marked)
    assert [cut_at(normal, at) for at in places] == [None] * len(places)


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("It fell by -3.5% in May", "3.5", "-3.5%"),
        ("It earned US$5 million in May", "5", "US$5 million"),
        ("The non-state actors left", "state actors", "non-state actors"),
        ("The president's car", "president", "president's"),
    ],
)
def test_widening_takes_the_whole_token(text: str, part: str, whole: str) -> None:
    normal = normalise(text)
    at = normal.index(part)
    start, end = on_boundaries(normal, at, at + len(part))
    assert normal[start:end] == whole


FIGURE_WORDS = st.sampled_from(
    "5 2,500 -3.5% $5 USD EUR US A$ Rs Iraqi dinars dollars de d'euros of million two twenty half a an and hundred hundreds tens one per pour cent "
    "percent percentage points square cubic km m2 metres kilometres per pro par tens week jours 6 p.m. GMT o'clock 10 000 in the troops "
    "Baghdad said, 5, 5. 6: 10; (5) m. Rs. (some < ~ за лет тысяч دولار مليون في المئة 万人 人".split()
)


@example("5 km per harbour")
@example("tens of thousands")
@example("40 Iraqi dinars")
@given(st.lists(FIGURE_WORDS, min_size=2, max_size=9).map(" ".join))
def test_a_blank_that_parts_figures_at_a_glance_is_in_none(text: str) -> None:
    normal = normalise(f"so {text} so")
    for blank in (at for at, char in enumerate(normal) if char == " "):
        if parts_figures(normal, blank):
            assert cuts_figure(normal, blank) is None, normal[:blank]
            assert cuts_figure(normal, blank + 1) is None, normal[: blank + 1]


def test_an_abbreviation_is_named_whole() -> None:
    normal, (at,) = edges("in the U.|S. army")
    cut = cut_at(normal, at)
    assert cut is not None
    assert cut.token == "U.S"
