"""Copy that does not fit: by how much, and what to cut."""

from typing import Any

import pytest

from briefgen.pages import PageSpec
from tests.pages.setting import fitted, overflow, text_of


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


def test_forty_positions_are_a_fault_not_a_mess(specimen: Any) -> None:
    rows = "".join(
        f'<tr data-item="p{n}" data-priority="should"><th scope="row">Actor</th><td>{specimen.sentence}</td></tr>'
        for n in range(70)
    )
    table = f"<table><tbody>{rows}</tbody></table>"
    fault = overflow(specimen.copy(specimen.page(specimen.item("one"), more=table)), specimen.css)
    assert {cut.item for cut in fault.cuts} <= {f"p{n}" for n in range(70)} | {"one"}
    assert fault.fits_after
