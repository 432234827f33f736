"""Whole pages, laid out and written."""

import re
from functools import cache
from typing import Any

import pypdfium2
import pytest

from briefgen.pages import MissingGlyph, PageSpec, Protrusion, Typeset
from tests.pages.conftest import Specimen
from tests.pages.setting import faults, fitted, overflow, text_of


@cache
def full(count: int = 57) -> Typeset:
    """A page of so many items, set without memory, once for all that compare with it."""
    return fitted(Specimen().of(count), Specimen().css)


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
