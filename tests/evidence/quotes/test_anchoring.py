"""Anchoring: properties over texts and quotes made at random, and what it says when it fails."""

import textwrap
from collections.abc import Callable

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from briefgen.evidence.quotes.anchoring import anchor
from briefgen.evidence.text.characters import BREAK, SEAM
from briefgen.evidence.text.normal import normalise
from briefgen.evidence.text.source_text import prepare

WORDS = st.sampled_from(
    "the a coalition's “mission” ends by September 2025 2,500 troops -3.5% €5 well-known Iraq U.S. office efficient résumé "
    "naïve l'homme войска إعلان don't – (some) no fewer than 30-year ‘so’ 18:00 1,000,000 Erbil, however; state".split()
)
SENTENCE = st.lists(WORDS, min_size=4, max_size=12).map(lambda words: " ".join(words) + ".")
TEXTS = st.lists(SENTENCE, min_size=1, max_size=6).map(" ".join)

QUOTES = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})


def curly(text: str) -> str:
    return text.replace("'", "’").replace('"', "”")


def decomposed(text: str) -> str:
    import unicodedata

    return unicodedata.normalize("NFD", text)


def hyphenated(text: str) -> str:
    return (
        text.replace("efficient", "effi-\ncient")
        .replace("mission", "mis\u00adsion")
        .replace("coalition", "coali-\n  tion")
    )


def wrapped(text: str) -> str:
    return textwrap.fill(text, 30, break_on_hyphens=False, break_long_words=False)


SETTINGS: dict[str, Callable[[str], str]] = {
    "straight": lambda text: text.translate(QUOTES),
    "curly": curly,
    "guillemets": lambda text: text.replace("“", "«\u00a0").replace("”", "\u00a0»"),
    "no-break blanks": lambda text: text.replace(" ", "\u00a0"),
    "thin blanks": lambda text: text.replace(" ", "\u2009"),
    "wrapped": wrapped,
    "hyphenated": hyphenated,
    "ligatures": lambda text: text.replace("ffi", "ﬃ").replace("fi", "ﬁ"),
    "decomposed": decomposed,
    "em dashes": lambda text: text.replace(" – ", "—"),
    "minus signs": lambda text: text.replace(" -3.5", " −3.5"),
    "no-break hyphens": lambda text: text.replace("l-k", "l\u2011k").replace("0-y", "0\u2010y"),
    "soft hyphens": lambda text: text.replace("ee", "e\u00ade").replace("so", "s\u00ado"),
}


@given(TEXTS, st.sampled_from(sorted(SETTINGS)), st.data())
def test_honest_retypesetting_still_anchors_every_quote(text: str, setting: str, data: st.DataObject) -> None:
    words = text.split(" ")
    first = data.draw(st.integers(0, len(words) - 4))
    last = data.draw(st.integers(first + 4, len(words)))
    quote = " ".join(words[first:last])
    before = anchor(quote, prepare(text, "en"))
    assume(before.anchor is not None and not before.faults)
    typeset = SETTINGS[setting](text)
    after = anchor(quote, prepare(typeset, "en"))
    assert {fault.rule for fault in after.faults} <= {"quote-respaced"}
    assert after.anchor is not None
    assert letters(typeset[after.anchor.start : after.anchor.end]) == letters(quote)


def letters(text: str) -> str:
    """The text without what a passage by itself does not show: the role of a dash at its edge, hyphens at line ends."""
    return normalise(text).replace(SEAM, "").replace("-", "").replace(BREAK, "")


@given(TEXTS, WORDS, st.data())
def test_any_change_of_one_word_is_refused(text: str, other: str, data: st.DataObject) -> None:
    words = text.split(" ")
    first = data.draw(st.integers(0, len(words) - 4))
    last = data.draw(st.integers(first + 4, len(words)))
    quote = words[first:last]
    quote[data.draw(st.integers(0, len(quote) - 1))] = other
    changed = " ".join(quote)
    assume(normalise(changed) not in normalise(text))
    assert "quote-not-found" in {fault.rule for fault in anchor(changed, prepare(text, "en")).faults}


@given(TEXTS, st.data())
def test_any_change_of_one_character_is_refused(text: str, data: st.DataObject) -> None:
    words = text.split(" ")
    first = data.draw(st.integers(0, len(words) - 4))
    quote = " ".join(words[first : first + 6])
    at = data.draw(st.integers(0, len(quote) - 1))
    changed = quote[:at] + data.draw(st.sampled_from("aZ7а%-.,")) + quote[at + data.draw(st.integers(0, 1)) :]
    assume(normalise(changed.strip()) not in normalise(text))
    assert "quote-not-found" in {fault.rule for fault in anchor(changed, prepare(text, "en")).faults}


@given(TEXTS, st.data())
def test_an_anchor_gives_the_exact_characters(text: str, data: st.DataObject) -> None:
    words = text.split(" ")
    first = data.draw(st.integers(0, len(words) - 4))
    quote = " ".join(words[first : first + 4])
    found = anchor(quote, prepare(text, "en")).anchor
    assume(found is not None)
    assert found is not None
    assert text[found.start : found.end] == quote


@given(TEXTS, st.data())
def test_the_contexts_that_are_proposed_tell_the_places_apart(text: str, data: st.DataObject) -> None:
    words = text.split(" ")
    first = data.draw(st.integers(0, len(words) - 4))
    quote = " ".join(words[first : first + 4])
    twice = f"{text} {data.draw(SENTENCE)} {text}"
    source = prepare(twice, "en")
    for fault in anchor(quote, source).faults:
        if fault.rule == "quote-ambiguous":
            for context, place in zip(fault.contexts, fault.places, strict=False):
                if context is not None:
                    found = anchor(quote, source, prefix=context.prefix, suffix=context.suffix)
                    assert found.anchor is not None
                    assert (found.anchor.start, found.anchor.end) == place


@given(TEXTS, st.data())
def test_what_is_proposed_instead_stands_in_the_source(text: str, data: st.DataObject) -> None:
    words = text.split(" ")
    first = data.draw(st.integers(0, len(words) - 4))
    quote = words[first : first + 6]
    quote[1] = "otherwise"
    source = prepare(wrapped(text), "en")
    for fault in anchor(" ".join(quote), source).faults:
        if fault.replacement is not None:
            again = {each.rule for each in anchor(fault.replacement, source).faults}
            assert again <= {"quote-ambiguous", "quote-too-short"}


@given(st.text(max_size=60), st.text(max_size=200), st.text(max_size=5))
def test_any_quote_and_text_give_an_answer(quote: str, text: str, context: str) -> None:
    found = anchor(quote, prepare(text), prefix=context, suffix=context)
    assert found.anchor is not None or found.faults


REPORT = """The quay is closed. In winter the quay is closed on Sundays.
Ferries run as usual; the crews said that the quay is closed too early."""


@given(TEXTS, st.sampled_from(sorted(SETTINGS)), st.data())
def test_a_quote_that_needs_no_question_gets_the_answer_of_one_that_is_asked(
    text: str, setting: str, data: st.DataObject
) -> None:
    source = prepare(SETTINGS[setting](text))
    words = text.split(" ")
    first = data.draw(st.integers(0, len(words) - 2))
    quote = " ".join(words[first : data.draw(st.integers(first + 2, len(words)))])
    trimmed = st.sampled_from((0, 1, 2))
    quote = quote[data.draw(trimmed) : len(quote) - data.draw(trimmed)]
    answer = anchor(quote, source)
    # A context that every place fits leads by way of the questions.
    asked = anchor(quote, source, within=(0, len(source.raw) + 1))
    assert (answer.anchor, answer.faults) == (asked.anchor, asked.faults)


@pytest.mark.parametrize(
    ("times", "told"),
    [(3, "3 times in the source (lines 1, 2, 3)"), (9, "9 times in the source (lines 1, 2, 3, 4, 5, 6, 7, 8 and more)"),
     (600, "at least 500 times in the source (lines 1, 2, 3, 4, 5, 6, 7, 8 and more)")],
)  # fmt: skip
def test_places_that_are_not_listed_are_owned_up_to(times: int, told: str) -> None:
    source = prepare("The council met in the hall.\n" * times)
    (fault,) = anchor("The council met", source).faults
    assert fault.message == f"these words stand {told}"


def test_an_ambiguous_quote_lists_its_places() -> None:
    (fault,) = anchor("quay is closed", prepare(REPORT)).faults
    assert fault.rule == "quote-ambiguous"
    assert [REPORT[start:end] for start, end in fault.places] == ["quay is closed"] * 3
    assert "lines 1, 1, 2" in fault.message
    assert fault.contexts[0] is not None
    assert fault.contexts[0].prefix == "The"


def test_contexts_are_of_few_letters_in_scripts_without_blanks() -> None:
    text = "外交部发言人表示，中方不会提供武器。国防部发言人也表示，中方不会提供武器，并呼吁停火。"
    source = prepare(text, "zh")
    (fault,) = anchor("中方不会提供武器", source).faults
    assert [context and (context.prefix, context.suffix) for context in fault.contexts] == [
        ("", "。国"),
        ("", "，并"),
    ]
    found = anchor("中方不会提供武器", source, suffix="，\n并呼吁").anchor
    assert found is not None
    assert found.start > text.index("国防部")


def test_a_context_makes_a_quote_unique_and_ignores_blanks_at_the_seam() -> None:
    found = anchor("quay is closed", prepare(REPORT), prefix="winter  the ", suffix="on\u00a0Sundays")
    assert found.faults == ()
    assert found.anchor is not None
    assert found.anchor.start == 34


@pytest.mark.parametrize(
    ("prefix", "suffix", "field"), [("summer the", "", "prefix"), ("", "on Mondays", "suffix")]
)
def test_a_context_that_fits_no_place_is_a_fault(prefix: str, suffix: str, field: str) -> None:
    (fault,) = anchor("Ferries run as usual", prepare(REPORT), prefix=prefix, suffix=suffix).faults
    assert (fault.rule, fault.field) == ("quote-not-found", field)


@pytest.mark.parametrize(
    ("prefix", "suffix", "shown"),
    [
        ("Yesterday", "", "nothing stands before it: the source begins there"),
        ("", "but slowly", "nothing stands after it: the source ends there"),
        ("", "at noon", "after it stands: “Nothing”"),
        ("evening", "", "before it stands: “a-word-that-is-longer-than-what-is-shown”"),
    ],
)
def test_a_context_that_fits_no_place_is_shown_what_stands_there(
    prefix: str, suffix: str, shown: str
) -> None:
    quotes = {
        "Yesterday": "The quay was closed",
        "but slowly": "moves all day",
        "at noon": "The quay was closed.",
        "evening": "moves all day",
    }
    source = prepare("The quay was closed. Nothing a-word-that-is-longer-than-what-is-shown moves all day")
    (fault,) = anchor(quotes[prefix or suffix], source, prefix=prefix, suffix=suffix).faults
    assert fault.help.split(";")[0] == shown


def test_a_page_limits_the_search() -> None:
    source = prepare(REPORT)
    second = (REPORT.index("Ferries"), len(REPORT))
    found = anchor("the quay is closed", source, within=second)
    assert found.anchor is not None
    assert found.anchor.start > second[0]
    (fault,) = anchor("closed on Sundays", source, within=second).faults
    assert (fault.rule, fault.field) == ("quote-not-found", "page")


@pytest.mark.parametrize(
    "quote", ["ends in transi-\ntion", "ends in transition", "US-led forces", "the US-led forces"]
)
def test_hyphens_at_line_ends_are_read_both_ways(quote: str) -> None:
    found = anchor(quote, prepare("It ends in transi-\ntion of the US-\nled forces."))
    assert {fault.rule for fault in found.faults} <= {"quote-too-short"}
    assert found.anchor is not None


def test_a_hyphen_that_no_line_end_explains_is_refused() -> None:
    found = anchor("it was re-covered today", prepare("it was recovered today, and effi-\ncient."))
    assert [fault.rule for fault in found.faults] == ["quote-not-found"]


def test_blanks_of_another_kind_are_an_info_and_line_wraps_are_nothing() -> None:
    assert [f.rule for f in anchor("run as usual; the", prepare("run\u00a0as usual; the")).faults] == [
        "quote-respaced"
    ]
    assert [f.rule for f in anchor("run  as usual; the", prepare("run as usual; the")).faults] == [
        "quote-respaced"
    ]
    assert anchor("run as usual; the", prepare("run\n   as usual; the")).faults == ()
    assert anchor("run\nas usual; the\n", prepare("run as usual; the")).faults == ()


@pytest.mark.parametrize("hyphen", ["-\n", "\u2010\n", "\u00ad\n", "\x02", "\x02\n", "\ufffe", "-  \n   "])
def test_hyphens_at_line_ends_of_any_kind(hyphen: str) -> None:
    text = f"Prime Minister al{hyphen}Sudani began the transi{hyphen}tion talks of the US{hyphen}led forces."
    source = prepare(text)
    quote = "al-Sudani began the transition talks of the US-led forces"
    if hyphen.startswith("\u00ad"):
        quote = quote.replace("-", "")
    found = anchor(quote, source)
    assert found.faults == ()
    assert found.anchor is not None
    assert source.readable(found.anchor.start, found.anchor.end) == quote


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("They sent 40 men and 30 women into the city.", "They sent 40 [...] women into the city"),
        ("It rose 5 per cent and fell 3 per cent in May.", "It rose [...] 3 per cent in May"),
        ("The troops leave in 2025 or 2026 for good.", "The troops leave in 2025 [...] for good"),
        ("They sent forty men and thirty women there.", "They sent forty [...] women there"),
    ],
)
def test_an_elision_gives_no_figure_the_place_of_another(text: str, quote: str) -> None:
    faults = anchor(quote, prepare(text, "en")).faults
    assert [fault.rule for fault in faults] == ["elision-changes-meaning"]


def test_an_elision_beside_a_figure_may_leave_out_words() -> None:
    text = "They sent 40 heavily armed men and 30 women, all in all, into the city."
    for quote in (
        "They sent 40 [...] men and 30 women",
        "They sent 40 heavily armed men [...] into the city",
    ):
        assert anchor(quote, prepare(text, "en")).faults == (), quote


@pytest.mark.parametrize(
    ("quote", "told"),
    [("is closed", "fewer than three words"), ("我们将重建港口", "fewer than eight characters")],
)
def test_a_short_quote_is_told_in_the_measure_of_its_script(quote: str, told: str) -> None:
    found = anchor(quote, prepare("The quay is closed. 部长说我们将重建港口并且开放。", "en"))
    assert [told in fault.message for fault in found.faults if fault.rule == "quote-too-short"] == [True]


WRAPPED = """据统计，2023年双边贸易
额达2401亿美元，同比增长
26.3％。他说：“我们始终站在和平一边。”"""


@pytest.mark.parametrize(
    ("quote", "rules"),
    [
        ("2023年双边贸易额达2401亿美元，同比增长26.3％", []),
        ("2023年双边贸易\n额达2401亿美元", []),
        ("2023年双边贸易额达 2401亿美元", ["quote-respaced"]),
        ("2023年双边贸易额达2041亿美元", ["quote-not-found"]),
        ("贸易额达24", ["quote-too-short", "quote-cuts-token"]),
    ],
)
def test_a_line_wrap_is_no_blank_in_scripts_without_blanks(quote: str, rules: list[str]) -> None:
    found = anchor(quote, prepare(WRAPPED, "zh"))
    assert [fault.rule for fault in found.faults] == rules
    if found.anchor is not None:
        text = WRAPPED[found.anchor.start : found.anchor.end]
        assert "".join(text.split()) == "".join(quote.split())


def test_a_short_quote_of_two_scripts_is_counted_in_words() -> None:
    assert anchor("with Xi 习近平", prepare("He met with Xi 习近平 in May.", "en")).faults == ()
    found = anchor("日：60 000 EUR à Xi", prepare("日：60 000 EUR à Xi", "fr"))
    assert found.faults == ()
