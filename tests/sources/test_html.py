"""Web pages: what a reader sees, character for character."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.sources.extracted import Extracted, SourceFault
from briefgen.sources.html import read
from tests.processor import within_seconds


def text_of(body: str, head: str = "") -> str:
    extracted = read(
        f"<!DOCTYPE html><html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>".encode()
    )
    assert isinstance(extracted, Extracted)
    return extracted.text


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>x</p>", '<p style="display:none">x</p>', '<p style="DISPLAY : NONE !important">x</p>', '<p style="visibility:hidden">x</p>',
        '<p style="color:red;opacity:0">x</p>', "<p style=font-size:0>x</p>", '<p aria-hidden="true">x</p>', "<del>x</del>", "<s>x</s>",
        "<strike>x</strike>", '<p style="text-decoration:line-through">x</p>', "<script>x</script>", "<style>x</style>", "<!-- x -->",
        "<template>x</template>", "<noscript>x</noscript>", "<dialog>x</dialog>", "<textarea>x</textarea>", "<select><option>x</select>",
        '<p style="position:absolute;left:-9999px">x</p>', '<p style="text-indent:-999em">x</p>', '<p style="color:transparent">x</p>',
        '<p style="clip:rect(0, 0, 0, 0);position:absolute">x</p>', '<p style="clip:rect(1px,1px,1px,1px)">x</p>',
        '<p style="clip-path:inset(100%)">x</p>', '<p style="clip-path: inset(50%)">x</p>', '<p style="transform:scale(0)">x</p>',
        '<p style="height:0;overflow:hidden">x</p>', "<p style='filter: blur(0) opacity(0%)'>x</p>", "<p aria-hidden=TRUE>x</p>", '<p style="max-height:0px;overflow:clip">x</p>',
        "<style>.v{width:1px;height:1px;overflow:hidden}</style><p class=v>x</p>",
        "<div popover>x</div>", '<p class="sr-only">x</p>', '<a class="sr-only focus:not-sr-only">x</a>', '<p class="a govuk-visually-hidden">x</p>', "<span class=screen-reader-text>x</span>",
        '<i class="material-icons" aria-hidden="true">x_y</i>', '<span aria-hidden="true">Subscribe to read on</span>', "<a aria-hidden=true>#</a>",
        "<meter value=5>x</meter>", "<progress>x</progress>",
        "<nav>x</nav>", "<svg><title>x</title></svg>", "<div hidden><div><p>x</p></div></div>", "<iframe>x</iframe>", "<object>x</object>",
    ],
)  # fmt: skip
def test_what_is_not_shown_is_dropped(hidden: str) -> None:
    assert text_of(f"<p>before</p>{hidden}<p>after</p>") == "before\n\nafter"


@pytest.mark.parametrize(
    ("css", "shown"),
    [
        (".a{display:none}", "keep"),
        ("span.a{display:none} .a{display:block}", "keep"),  # the more specific rule wins
        (".a{display:none} .a{display:block}", "keep a"),  # of two alike, the later one
        (".a{display:none!important} #b .a{display:block}", "keep"),
        ("@media print{.a{display:none}}", "keep a"),
        ("@media screen{.a{display:none}}", "keep"),
        ("@media (max-width: 10px){.a{display:none}}", "keep a"),
        (".a:hover{display:none}", "keep a"),
        ("@supports (display: grid){@layer x{.a{display:none}}}", "keep"),
        ("@supports not (display: grid){.a{display:none}}", "keep a"),
        ("@layer x;", "keep a"),
        ("body{display:none}", "keep a"),  # a page that waits for its script
        (".z,.a{visibility:hidden}", "keep"),
        ("div > .a:not(.c){display:none}", "keep"),
        ("/* .a{display:none} */", "keep a"),
        (".a{{{display:none", "keep a"),
    ],
)
def test_style_sheets_hide_as_browsers_have_it(css: str, shown: str) -> None:
    assert (
        text_of('<div id="b">keep <span class="a">a</span></div>', f"<style>{css}</style>").strip() == shown
    )


def test_inline_style_beats_the_sheet_unless_that_is_important() -> None:
    body = '<p class="a" style="display:block">x</p>'
    assert text_of(body, "<style>.a{display:none}</style>") == "x"
    assert text_of(body + "<p>y</p>", "<style>.a{display:none!important}</style>") == "y"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ('by <span aria-hidden="true">−</span>5.2%', "by −5.2%"),
        ('to <b aria-hidden="true">US$</b>5<i aria-hidden=true>m</i>', "to US$5m"),
        ('<span class="sr-only">minus 3</span><span aria-hidden="true">−3</span> degrees', "−3 degrees"),
        ('<span aria-hidden="true">two million</span> <span class="visually-hidden">2 million</span> men', "two million men"),
        ('it will <span aria-hidden="true">never</span> be built', "it will never be built"),
        ('<span aria-hidden="true">Hardly</span> anybody left', "Hardly anybody left"),
        ('<b>Note</b> <span aria-hidden="true">Subscribe to read on</span>', "Note"),
        ('<span aria-hidden="true" hidden>−</span>5', "5"),
        ('<span aria-hidden="true" style="opacity:0">−</span>5', "5"),
        ('5<i class="fa icon-up" aria-hidden="true">up</i>', "5"),
    ],
)  # fmt: skip
def test_what_is_kept_from_screen_readers_is_shown_to_readers(body: str, text: str) -> None:
    """Signs and figures, and what a text for screen readers stands beside; else it is mostly a page's furniture."""
    assert text_of(f"<p>{body}</p>") == text


def test_the_page_as_a_whole_is_never_hidden() -> None:
    page = b'<!DOCTYPE html><meta charset=utf-8><body style="opacity:0" aria-hidden=true><p>Text of it</p>'
    extracted = read(page)
    assert isinstance(extracted, Extracted)
    assert extracted.text == "Text of it"


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>One\n  two<b>three</b> four</p>", "One twothree four"),
        ("<p>a&nbsp;b &lt;c&gt; &amp;amp; caf&eacute;</p>", "a\xa0b <c> &amp; café"),
        ("<p>a<br>b</p>", "a\nb"),
        ("<ul><li>a<li>b</ul>", "a\nb"),
        ("<table><tr><td>1<td>2<tr><td>3<td>4</table>", "1\t2\n3\t4"),
        ("<pre>\n a\n  b</pre>", " a\n  b"),
        ("<p>2,500<sup>3</sup> troops, 1<sup>st</sup></p>", "2,500³ troops, 1st"),
        (
            "<p>25<sup>1,2</sup> and 25<sup>1–3</sup> and 25<sup><a>1</a>, <a>2</a></sup></p>",
            "25¹,² and 25¹–³ and 25¹, ²",
        ),
        ("<p>10<sup>-3</sup> and 10<sup>−3</sup> and 2<sup>[3]</sup></p>", "10⁻³ and 10⁻³ and 2[3]"),
        ("<p>to<sup> 4 </sup>men</p>", "to ⁴ men"),
        ("<p>co&shy;operate exam<wbr>ple</p>", "co\xadoperate example"),
        ("<p>\u202dx\u202c ﬁ e\u0301 “q”</p>", "\u202dx\u202c ﬁ e\u0301 “q”"),
        ("<details><summary>s</summary>in</details>", "s\nin"),
        ("<p>a<!-- c -->b</p>", "ab"),
    ],
)
def test_text_is_kept_character_for_character(body: str, text: str) -> None:
    assert text_of(body) == text


def test_main_and_its_headline_are_the_main_text() -> None:
    body = "<header><h1>Title</h1><p>menu</p></header><main><p>body</p></main><aside>related</aside><footer>legal</footer>"
    assert text_of(body) == "Title\n\nbody"
    assert text_of("<header><h1>Title</h1></header><div>body</div>") == "Title\n\nbody"
    assert text_of("<main hidden>x</main><p>body</p>") == "body"
    assert text_of("<h1>Title</h1><main><script>x</script></main><p>body</p>") == "Title\n\nbody"
    assert text_of("<main>one</main><main>two</main>") == "one\n\ntwo"


@given(st.text(st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufeff"), min_size=1))
def test_any_visible_text_survives(words: str) -> None:
    escaped = words.replace("&", "&amp;").replace("<", "&lt;")
    assert text_of(f"<pre>.{escaped}.</pre>") == f".{words}."


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ('<meta charset="windows-1252"><p>caf\xe9'.encode("latin-1"), "café"),
        (
            '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><p>“'.encode("cp1252"),
            "“",
        ),
        ('<?xml version="1.0" encoding="windows-1251"?><html><p>мир'.encode("cp1251"), "мир"),
        ("<!-- <meta charset=utf-8> --><meta charset=koi8-r><p>мир".encode("koi8-r"), "мир"),
        ("<meta charset=windows-1252><p>мир".encode(), "мир"),
        ("<meta charset=utf-16><p>é".encode(), "é"),
        ("\ufeff<p>é".encode("utf-16"), "é"),
    ],
)
def test_the_declared_encoding(data: bytes, text: str) -> None:
    extracted = read(data)
    assert isinstance(extracted, Extracted)
    assert extracted.text == text


def test_an_uncertain_encoding_is_refused() -> None:
    assert isinstance(read("<p>où ça à £5".encode("cp1252")), SourceFault)


def test_deep_nesting_of_a_tame_page() -> None:
    assert text_of("<div>" * 500 + "x") == "x"


def test_a_page_built_to_exhaust_the_parser_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    from briefgen.sources import isolation

    original = isolation.isolated_json
    monkeypatch.setattr(isolation, "isolated_json", lambda reader, data, _: original(reader, data, 1))
    fault = read(b"<div>" * 100_000 + b"x")
    assert isinstance(fault, SourceFault)
    assert "memory" in fault.message


def test_a_heavy_but_honest_page_is_read_in_the_worker() -> None:
    extracted = read(b"<section>" * 60 + b"<p>x <b>y</b></p>" * 50_000)
    assert isinstance(extracted, Extracted)
    assert extracted.text.startswith("x y\n\nx y")


@pytest.mark.parametrize(
    "style",
    [
        "left:-9px", "height:0", "overflow:hidden", "width:100%;overflow:hidden", "clip:auto", "clip-path:none", "opacity:0.9", "font-size:0.8em",
        "transform:scale(1)", "text-indent:-2em", "margin-left:-12px", "color:#000", "transform:scale(0.5)",
    ],
)  # fmt: skip
def test_styles_that_hide_nothing(style: str) -> None:
    assert text_of(f'<p style="{style}">x</p>') == "x"


def test_the_marks_of_a_quotation_are_what_a_reader_sees() -> None:
    assert text_of("<p>It is <q>shut</q>, he said.</p>") == "It is “shut”, he said."


def test_a_headline_is_taken_only_where_it_is_shown_and_stands_before() -> None:
    page = "<div hidden><h1>secret</h1></div><nav><h1>menu</h1></nav><h1>head</h1><main>text</main><h1>after</h1>"
    assert text_of(page) == "head\n\ntext"


@pytest.mark.parametrize(
    "data",
    [
        b"<div></x>" * 20_000 + b"x",  # ends that end nothing
        ("\ufeff" + "<div>" * 20_000 + "x").encode("utf-16-le"),
        b"<p>x" * 1_000_001,
        b"<style>" + b"".join(b"p:not(.a%d){opacity:1}" % each for each in range(2_000)) + b"</style>" + b"<p>x" * 10_000,
        b"<style>" + b"p{display:block}" * 40_000 + b"</style><p>x",
    ],
)  # fmt: skip
def test_a_page_that_makes_more_work_than_it_is_long_goes_to_the_worker(
    data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    from briefgen.sources import isolation

    fault = SourceFault("in the worker", "")
    monkeypatch.setattr(isolation, "isolated", lambda *_: fault)
    assert read(data) is fault


def test_scripts_without_an_end_are_gone_through_once() -> None:
    assert text_of("<p>x" + "<script>" * 50_000) == "x"


@pytest.mark.parametrize(
    "style",
    ["opacity:" + "(" * 5_000, "opacity:" + "0" * 50_000 + " 1", "opacity:" + "1" * 5_000, "left:" + "9" * 5_000],
)  # fmt: skip
def test_a_style_beyond_sense_hides_nothing(style: str) -> None:
    assert text_of(f"<p class=a style='{style}'>x", f"<style>.b{{opacity:1}} .a{{{style}</style>") == "x"


def test_long_numbers_in_styles_are_gone_through_once() -> None:
    numbers = ("1" * 998 + " ") * 1_000
    with within_seconds(2):
        assert text_of(f"<p>x<p style='display:none;width:{numbers}'>y") == "x"


def test_a_long_nought_hides() -> None:
    assert text_of(f"<p>x<p style='opacity:0.{'0' * 5_000}'>y") == "x"


def test_selectors_within_one_another_without_end_match_nothing() -> None:
    assert text_of("<p>x", "<style>" + ":is(" * 50_000 + "p" + ")" * 50_000 + "{opacity:0}</style>") == "x"


def test_tables_come_from_the_worker_too(monkeypatch: pytest.MonkeyPatch) -> None:
    from briefgen.sources import html

    page = b"<p>Fees<table><tr><th>Year<th>Fee<tr><td>2024<td>320</table>"
    here = read(page)
    monkeypatch.setattr(html, "is_wild", lambda _: True)
    assert isinstance(here, Extracted)
    assert len(here.tables[0]) == 4
    assert read(page) == here
