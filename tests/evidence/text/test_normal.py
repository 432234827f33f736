"""The normal form: what counts as the same words, and the way back."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.evidence.text import normal
from briefgen.evidence.text.characters import EXPANDED, GUILLEMETS, INVISIBLE, JOINERS, SAME_LENGTH, composes
from briefgen.evidence.text.normal import SETTLED, normalise, steps_of
from briefgen.evidence.text.resizing import RecordedText
from briefgen.evidence.text.source_text import prepare

SAME = [
    ("“quoted” ‘words’", "\"quoted\" 'words'"),
    ("« mots »", '"mots"'),
    ("«\u202fmots\u202f»", "“mots”"),
    ("„Wort“", "»Wort«"),
    ("l’homme", "l'homme"),
    ("a\u00a0b", "a b"),
    ("a\u2009b", "a b"),
    ("a \n   b", "a b"),
    ("transi\u00adtion", "transition"),
    ("transi\u00ad\ntion", "transition"),
    ("of\ufb01ce \ufb02oor e\ufb03cient", "office floor efficient"),
    ("re\u0301sume\u0301", "résumé"),
    ("ﻻ", "لا"),
    ("and so on…", "and so on..."),
    ("and so on. . .", "and so on..."),
    ("and so on … or not", "and so on... or not"),
    ("and so on . . . or not", "and so on… or not"),
    ("the mission – and more – ended", "the mission—and more—ended"),
    ("the mission -- and more", "the mission — and more"),
    ("2018–19", "2018-19"),
    ("US–Iraq talks", "US-Iraq talks"),
    ("fell by −3.5%", "fell by -3.5%"),
    ("fell by –3.5%", "fell by -3.5%"),
    ("co‐operate, co‑operate", "co-operate, co-operate"),
    ("word\u200bword", "wordword"),
    ("Quoi\u202f?", "Quoi?"),
    ("l’« ambiguïté »", "l'“ambiguïté”"),
    ("qu’« ici », d’« elle »", "qu'«ici», d'«elle»"),
    ("« mots »[12], « mots »¹", "“mots”[12], “mots”¹"),
    ("“c’est « fini »”", "“c’est «fini»”"),
    ("sagte »[…] ja« und", "sagte “[…] ja” und"),
    ("双方同意——立即", "双方同意—立即"),
    ("中国代表\n团在", "中国代表团在"),
    ("在会上 表示，\n  中方", "在会上表示，中方"),
    ("他说：“我们 ”\n是", "他说：“我们”是"),
    ("和平一边。»\n\n据统计", "和平一边。”据统计"),
    ("约 5 万人、GDP 比 2％", "约5万人、GDP比2％"),
    ("รัฐบาลไทย\nสนับสนุน", "รัฐบาลไทยสนับสนุน"),
    ("首相は\n\n11日の", "首相は11日の"),
    ("ראש־הממשלה", "ראש-הממשלה"),
]
DIFFERENT = [
    ("US", "us"),
    ("2,500", "2.500"),
    ("2,500", "2 500"),
    ("-3.5", "3.5"),
    ("€5", "$5"),
    ("5′", "5″"),
    ("a lot", "alot"),
    ("well-known", "well known"),
    ("well-known", "well — known"),
    ("year – old", "year-old"),
    ("10²", "102"),
    ("½", "1/2"),
    ("２５", "25"),
    ("٢٥", "25"),
    ("\u0430", "a"),
    ("résumé", "resume"),
    ("a,b", "a;b"),
    ("می‌خواهم", "میخواهم"),
    ("a\u202eb", "ab"),
    ("增长 -3％", "增长-3％ "),
    ("在 1 200 人", "在1200人"),
    ("习近平 Xi Jinping", "习近平XiJinping"),
    ("대통령", "대통 령"),
]


@pytest.mark.parametrize(("left", "right"), SAME)
def test_typography_is_levelled(left: str, right: str) -> None:
    assert normalise(left) == normalise(right)


@pytest.mark.parametrize(("left", "right"), DIFFERENT)
def test_everything_else_counts(left: str, right: str) -> None:
    assert normalise(left) != normalise(right)


TEXT = st.text(
    st.sampled_from(
        list(
            "aé e\u0301 \n\t\u00a0-–—−'\"’”«»…..5$ \u00ad\u200b\ufb01\u0130ß한\u1100\u1161글ﻻ漢，ไ;:?!()\x02\f\r"
        )
    ),
    max_size=60,
)


PIECES = st.sampled_from(
    [
        " ",
        "\n",
        "- ",
        "—",
        "« ",
        " »",
        '"',
        "' ",
        ";",
        "…",
        "5",
        "a",
        "no e\u0301t",
        " the port of",
        " 漢",
        "漢 ",
    ]
)


@given(st.lists(PIECES, min_size=5, max_size=20).map("".join))
def test_blocks_change_nothing(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(normal, "BLOCK", 5)
        assert normalise(text) == normalise(text, [])


@given(TEXT)
def test_recording_changes_nothing(text: str) -> None:
    steps: list[object] = []
    assert normalise(text, steps) == normalise(text)  # type: ignore[arg-type]


@given(st.text(st.sampled_from(list("ab 5.,-;:!?'\"`()\n\t")), max_size=30))
def test_short_texts_take_no_other_way_than_long_ones(text: str) -> None:
    long = "x" * 3000
    assert normalise(f"{long} x{text}x") == f"{long} {normalise(f'x{text}x')}"


@given(st.text(st.sampled_from(list("ab éжا5€,.-;'\"‘’“”( \n")), max_size=14))
@settings(max_examples=500)
def test_a_settled_text_becomes_what_all_steps_make_of_it(text: str) -> None:
    long_way = normalise(f"{text}\x00")  # no settled text has such a character
    assert not SETTLED.fullmatch(text) or long_way == f"{normalise(text)}\x00"


@pytest.mark.parametrize(
    ("text", "is_settled"),
    [
        ("The region’s “transition” fell by -3.5%, he said: ‘no’", True),
        ("a 25” pipe", False),
        ("he said ''no''", False),
        ("Quoi ?", False),
        ("ended – and", False),
        ("ended  in May", False),
    ],
)
def test_most_quotes_are_settled(text: str, is_settled: bool) -> None:
    assert (SETTLED.fullmatch(text) is not None) is is_settled


def test_no_character_of_a_settled_text_is_ever_rewritten() -> None:
    rewritten = {*SAME_LENGTH, *EXPANDED, *INVISIBLE, *JOINERS, *GUILLEMETS} - set("'‘’“”")
    settled = {char for char in map(chr, range(0x10000)) if SETTLED.fullmatch(char)}
    assert not settled & rewritten
    assert not [char for char in settled if composes(char)]


@given(TEXT, st.data())
def test_offsets_lead_back_to_the_exact_characters(text: str, data: st.DataObject) -> None:
    normal = normalise(text)
    start = data.draw(st.integers(0, len(normal)))
    end = data.draw(st.integers(start, len(normal)))
    low, high = RecordedText(normal, steps_of(text)).origin(start, end)
    assert 0 <= low <= high <= len(text)
    letters = [char for char in normal[start:end] if char in "a5$漢"]
    found = [char for char in text[low:high] if char in "a5$漢"]
    assert "".join(letters) in "".join(found)
    assert len(found) <= len(letters) + 2  # a letter comes with the marks that it is composed with


@given(st.text(max_size=80))
def test_any_text_is_normalised(text: str) -> None:
    source = prepare(text)
    assert source.to_raw(0, len(source.normal))[1] <= len(text)
