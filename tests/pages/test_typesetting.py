"""Whole pages, laid out and written."""

import re
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from briefgen.pages import (
    Copy,
    Faults,
    MissingGlyph,
    Overflow,
    PageSpec,
    Protrusion,
    RemoteResource,
    Resources,
    Typeset,
    typeset,
)
from briefgen.pages.fetching import ABSENT, OUTSIDE
from tests.pages.conftest import Specimen

A4 = PageSpec()


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def fitted(copy: Copy, css: str, page: PageSpec = A4, **more: Any) -> Typeset:
    outcome = typeset(copy, [css], page, more.pop("resources", Resources()), **more)
    assert isinstance(outcome, Typeset), outcome
    return outcome


@cache
def full(count: int = 57) -> Typeset:
    """A page of so many items, set without memory, once for all that compare with it."""
    return fitted(Specimen().of(count), Specimen().css)


def faults(copy: Copy, css: str, page: PageSpec = A4, **more: Any) -> Faults:
    outcome = typeset(copy, [css], page, more.pop("resources", Resources()), **more)
    assert isinstance(outcome, Faults)
    return outcome


def overflow(copy: Copy, css: str, page: PageSpec = A4, **more: Any) -> Overflow:
    (fault,) = faults(copy, css, page, **more).faults
    assert isinstance(fault, Overflow)
    return fault


def test_a_short_brief_is_set_at_the_comfortable_size_in_one_layout(specimen: Any) -> None:
    fit = fitted(specimen.of(4), specimen.css).fit
    assert (fit.size_pt, fit.pages, fit.layouts) == (10.5, 1, 1)
    assert fit.fill < 0.4
    assert fit.room_lines > 20


@pytest.mark.parametrize("count", [51, 55, 60])
def test_a_full_brief_gets_the_largest_size_that_fits(specimen: Any, count: int) -> None:
    fit = full(count).fit
    assert 8.5 < fit.size_pt < 10.5
    assert fit.pages == 1
    assert fit.fill > 0.95
    assert fit.layouts <= 4
    larger = PageSpec(min_pt=fit.size_pt + 0.05, comfortable_pt=fit.size_pt + 0.05)
    assert overflow(specimen.of(count), specimen.css, larger).mm > 0


def test_under_three_layouts_on_average(specimen: Any) -> None:
    layouts = [fitted(specimen.of(count), specimen.css).fit.layouts for count in range(47, 62, 3)]
    assert sum(layouts) / len(layouts) < 3


def test_a_remembered_size_needs_one_layout_and_gives_the_same_bytes(specimen: Any) -> None:
    first = full(55)
    again = fitted(specimen.of(55), specimen.css, remembered=first.memory)
    assert again.fit.layouts == 1
    assert again.pdf == first.pdf


def test_a_memory_of_another_copy_has_no_effect(specimen: Any) -> None:
    """A page must not depend on what was set before."""
    other = fitted(specimen.of(62), specimen.css)
    first = full()
    again = fitted(specimen.of(57), specimen.css, remembered=other.memory)
    assert other.fit.size_pt < first.fit.size_pt
    assert again == first


@pytest.mark.parametrize("size", ["4.00", "8.80", "10.40", "99.00", "nan", "inf", "", "x"])
def test_a_damaged_memory_is_not_believed(specimen: Any, size: str) -> None:
    first = full()
    seal, _, _ = first.memory.partition(" ")
    again = fitted(specimen.of(57), specimen.css, remembered=f"{seal} {size}".rstrip())
    assert again.fit.size_pt == first.fit.size_pt


def test_two_pages_are_filled_before_the_type_shrinks_further(specimen: Any) -> None:
    two = PageSpec(max_pages=2)
    fit = fitted(specimen.of(80), specimen.css, two).fit
    assert fit.pages == 2
    assert 8.5 < fit.size_pt <= 10.5
    excess = overflow(specimen.of(130), specimen.css, two)
    assert excess.mm > 0


def test_a_brief_of_one_page_does_not_take_the_second(specimen: Any) -> None:
    assert fitted(specimen.of(4), specimen.css, PageSpec(max_pages=2)).fit.pages == 1


def test_letter_is_shorter_than_a4(specimen: Any) -> None:
    letter = fitted(specimen.of(57), specimen.css, PageSpec(size="Letter"))
    width, height = pypdfium2.PdfDocument(letter.pdf)[0].get_size()
    assert (round(width), round(height)) == (612, 792)
    assert letter.fit.size_pt < full().fit.size_pt


def test_overflow_is_measured_and_its_cuts_are_tried(specimen: Any) -> None:
    fault = overflow(specimen.of(66, "must", "should", "could"), specimen.css)
    assert fault.size_pt == 8.5
    assert fault.mm > 4
    assert fault.lines == pytest.approx(fault.mm / 4.05, abs=1.5)
    assert fault.words >= fault.lines
    assert {cut.priority for cut in fault.cuts} == {"could"}
    assert fault.fits_after
    assert sum(cut.mm for cut in fault.cuts) >= fault.mm
    without = [
        name for name in (f"fact-{n}" for n in range(66)) if name not in {cut.item for cut in fault.cuts}
    ]
    kept = specimen.page(*(specimen.item(name) for name in without))
    assert fitted(specimen.copy(kept), specimen.css).fit.size_pt >= 8.5


def test_could_is_cut_before_should_and_must_never(specimen: Any) -> None:
    fault = overflow(specimen.of(110, "must", "should", "could"), specimen.css)
    order = [cut.priority for cut in fault.cuts]
    assert order == sorted(order)
    assert set(order) == {"could", "should"}


def test_a_section_on_the_page_keeps_its_only_item(specimen: Any) -> None:
    """The question is the last of many equal items, and would be the first to go."""
    facts = "".join(specimen.item(f"fact-{number}", "could") for number in range(62))
    question = specimen.item("question", "could")
    sections = "".join(
        f'<section aria-labelledby="{name}"><ul>{items}</ul></section>'
        for name, items in (("facts", facts), ("questions", question))
    )
    fault = overflow(specimen.copy(specimen.page(more=sections)), specimen.css)
    assert {cut.section for cut in fault.cuts} == {"facts"}


def test_what_no_cut_can_mend_is_said(specimen: Any) -> None:
    fault = overflow(specimen.of(80, "must"), specimen.css)
    assert fault.cuts == ()
    assert not fault.fits_after


def test_a_cut_counts_with_all_that_goes_with_it(specimen: Any) -> None:
    """With `without`, notes go when their item goes: fewer items need be cut."""

    def composed(missing: frozenset[str]) -> Any:
        kept = [f"fact-{number}" for number in range(40) if f"fact-{number}" not in missing]
        notes = "".join(f"<p style='margin:0'>Note on {name}, of some length.</p>" for name in kept)
        return specimen.copy(specimen.page(*(specimen.item(name, "could") for name in kept), more=notes))

    copy = composed(frozenset())
    hidden, anew = overflow(copy, specimen.css), overflow(copy, specimen.css, without=composed)
    assert hidden.mm == anew.mm
    assert anew.fits_after
    assert len(anew.cuts) < len(hidden.cuts)


def test_could_is_dropped_only_where_the_audience_allows_it(specimen: Any) -> None:
    def composed(missing: frozenset[str]) -> Any:
        items = [
            specimen.item(f"fact-{number}", "could" if number > 50 else "must")
            for number in range(68)
            if f"fact-{number}" not in missing
        ]
        note = f"<p>{len(missing)} left out</p>" if missing else ""
        return specimen.copy(specimen.page(*items, more=note))

    copy = composed(frozenset())
    assert overflow(copy, specimen.css, without=composed).cuts
    dropping = fitted(copy, specimen.css, PageSpec(drop_could=True), without=composed)
    assert dropping.dropped
    assert f"{len(dropping.dropped)} left out" in text_of(dropping.pdf)
    assert dropping.fit.pages == 1


def test_the_floor_covers_every_statement(specimen: Any) -> None:
    """Statements set smaller than the body raise the floor of the body; fine print does not."""
    small = specimen.css + "li{font-size:.9rem}"
    fault = overflow(specimen.of(70), small)
    assert fault.size_pt == 9.45
    fine = '<li data-item="x">Statement <small>small</small> <code>code</code> <span data-fine>x</span></li>'
    tiny = specimen.css + "small,code,[data-fine]{font-size:.5rem}"
    copy = specimen.copy(specimen.page(*[specimen.item(f"fact-{n}") for n in range(70)], fine))
    assert overflow(copy, tiny).size_pt == 8.5


def test_nothing_is_clipped(specimen: Any) -> None:
    """Every word of the copy is on the page that is printed."""
    copy = specimen.copy(
        specimen.page(*(specimen.item(f"fact-{n}", text=f"Fact number{n}x is so") for n in range(44)))
    )
    words = text_of(fitted(copy, specimen.css).pdf)
    assert all(f"number{n}x" in words for n in range(44))


def test_characters_without_a_glyph_are_named_with_their_item(specimen: Any) -> None:
    html = specimen.page(
        specimen.item("sound"),
        specimen.item("odd", text="A sign \U00014400 and \U00014401"),
        more="<p>\U00014402</p>",
    )
    assert faults(specimen.copy(html), specimen.css).faults == (
        MissingGlyph("\U00014400\U00014401", "odd"),
        MissingGlyph("\U00014402", None),
    )


def test_shipped_fonts_have_the_scripts_that_are_promised(specimen: Any) -> None:
    text = "Ünïcode – Żółć, İstanbul; Київ, Ёж; Αθήνα; العربية، پێشمەرگە ڕۆژ"
    outcome = fitted(specimen.copy(specimen.page(specimen.item("all", text=text))), specimen.css)
    assert all(family.startswith("Briefgen") for family in outcome.fonts), outcome.fonts


REMOTE = "http://127.0.0.1:9/x.png"


@pytest.mark.parametrize(
    ("markup", "css"),
    [
        (f'<img alt="x" src="{REMOTE}">', ""),
        (f'<svg width="9" height="9"><title>x</title><image href="{REMOTE}" width="9" height="9"/></svg>', ""),
        (f'<img alt="x" src="data:image/svg+xml,&lt;svg xmlns=%27http://www.w3.org/2000/svg%27 width=%279%27 height=%279%27>&lt;image href=%27{REMOTE}%27 width=%279%27 height=%279%27/>&lt;/svg>">', ""),
        ("", f"body{{background:url({REMOTE})}}"),
        ("", f"@import '{REMOTE}';"),
        ("", f"@font-face{{font-family:X;src:url({REMOTE})}}body{{font-family:X}}"),
        ("", f"h1{{list-style-image:url({REMOTE});display:list-item}}"),
        (f'<a rel="attachment" href="{REMOTE}">x</a>', ""),
        (f'<object data="{REMOTE}"></object>', ""),
        (f'<embed src="{REMOTE}">', ""),
    ],
)  # fmt: skip
def test_nothing_is_fetched(specimen: Any, markup: str, css: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def connect(*_arguments: object) -> None:
        raise AssertionError("a connection was opened")

    monkeypatch.setattr("socket.socket.connect", connect)
    found = faults(specimen.copy(specimen.page(specimen.item("one"), more=markup)), css + specimen.css)
    assert [fault.url for fault in found.faults if isinstance(fault, RemoteResource)] == [REMOTE]


def test_files_below_the_template_folders_only(specimen: Any, tmp_path: Path) -> None:
    square = (
        b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'><rect width='9' height='9'/></svg>"
    )
    inner, outer = tmp_path / "templates" / "a", tmp_path / "templates"
    inner.mkdir(parents=True)
    (inner / "in.svg").write_bytes(square)
    (outer / "out.svg").write_bytes(square)
    resources = Resources(roots=(inner,))

    def asking(url: str) -> Any:
        return specimen.copy(specimen.page(specimen.item("one"), more=f'<img alt="x" src="{url}">'))

    assert fitted(asking("in.svg"), specimen.css, resources=resources).fit.pages == 1
    for url, reason in [("../out.svg", OUTSIDE), ((outer / "out.svg").as_uri(), OUTSIDE), ("no.svg", ABSENT)]:
        found = faults(asking(url), specimen.css, resources=resources).faults
        assert {fault.reason for fault in found if isinstance(fault, RemoteResource)} == {reason}


def test_the_folder_of_a_workspace_is_not_in_the_bytes(specimen: Any, tmp_path: Path) -> None:
    from PIL import Image

    outcomes = []
    for folder in (tmp_path / "one", tmp_path / "another"):
        folder.mkdir()
        Image.new("RGB", (4, 4), "red").save(folder / "dot.png")
        html = specimen.page(specimen.item("one"), more='<img alt="x" src="dot.png">')
        outcomes.append(fitted(specimen.copy(html), specimen.css, resources=Resources(roots=(folder,))).pdf)
    assert outcomes[0] == outcomes[1]
    assert str(tmp_path).encode() not in outcomes[0]


@pytest.mark.parametrize(
    "text",
    [
        "Donaudampfschifffahrtsgesellschaftskapitän" * 8,
        "https://example.org/" + "a-very-long-path/" * 14,
        "<em><strong><em>nested <strong>emphasis</strong></em></strong></em>",
        "left العربية (2,500 جندي) left <bdi>كوردستان</bdi> 1–2",
    ],
)
def test_odd_text_stays_on_the_page(specimen: Any, text: str) -> None:
    html = specimen.page(*(specimen.item(f"fact-{n}", text=text) for n in range(5)))
    wrapping = specimen.css + "body{overflow-wrap:anywhere}"
    document = pypdfium2.PdfDocument(fitted(specimen.copy(html), wrapping).pdf)
    textpage = document[0].get_textpage()
    boxes = [textpage.get_charbox(index) for index in range(textpage.count_chars())]
    width, _ = document[0].get_size()
    assert max(right for _, _, right, _ in boxes) <= width - 16 / 25.4 * 72 + 6
    plain = re.sub(r"<[^>]*>|[\s-]", "", text)
    if plain.isascii():
        assert plain in re.sub(r"[\s\ufffe\x02-]", "", text_of(fitted(specimen.copy(html), wrapping).pdf))


@pytest.mark.parametrize("where", ["list", "table"])
def test_text_that_sticks_out_is_a_fault(specimen: Any, where: str) -> None:
    """Where a stylesheet gives long words no place to break they would be cut off, or run into the next column."""
    word = "https://example.org/" + "x" * 120
    more = (
        f"<table><tr data-item=odd><td>{'y' * 70}</td><td>z</td></tr></table>"
        if where == "table"
        else f"<ul>{specimen.item('odd', text=word)}</ul>"
    )
    (fault,) = faults(specimen.copy(specimen.page(specimen.item("one"), more=more)), specimen.css).faults
    assert isinstance(fault, Protrusion)
    assert fault.item == "odd"
    assert fault.mm > 5
    assert set(fault.text) <= set(word) | {"y"}


def test_forty_positions_are_a_fault_not_a_mess(specimen: Any) -> None:
    rows = "".join(
        f'<tr data-item="p{n}" data-priority="should"><th scope="row">Actor</th><td>{specimen.sentence}</td></tr>'
        for n in range(70)
    )
    table = f"<table><tbody>{rows}</tbody></table>"
    fault = overflow(specimen.copy(specimen.page(specimen.item("one"), more=table)), specimen.css)
    assert {cut.item for cut in fault.cuts} <= {f"p{n}" for n in range(70)} | {"one"}
    assert fault.fits_after
