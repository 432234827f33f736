"""A sketch says to a fraction of a line how high the copy stands at any other size, and the answer never depends
on where the search began."""

import random
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefgen.pages import Copy, PageSpec, Resources, Typeset, typeset
from briefgen.pages.loading import load_engine

load_engine()

from weasyprint.formatting_structure.boxes import TableCellBox  # noqa: E402

from briefgen.pages import typesetting  # noqa: E402
from briefgen.pages.boxes import flow, root  # noqa: E402
from briefgen.pages.measuring import Layout  # noqa: E402
from briefgen.pages.modelling import is_fixed  # noqa: E402
from briefgen.pages.tuning import tuned  # noqa: E402
from briefgen.pages.typesetting import _Setting  # noqa: E402
from briefgen.pages.words import words_of  # noqa: E402

PAGE = PageSpec()
CSS = """@page{margin:14mm}body{font-family:"Briefgen Serif";margin:0;hyphens:auto;hyphenate-character:"-"}
body{hyphenate-limit-chars:9 3 4;hyphenate-limit-zone:10%;line-height:1.35}ul{padding-left:1.2rem;margin:.3rem 0}
table{width:100%;table-layout:fixed;border-collapse:collapse}td{padding:3px 2mm;border-top:1px solid;vertical-align:top}
td:first-child{width:24%}sup{font-size:.65em;line-height:0;padding-left:.3em}b{font-family:"Briefgen Serif Bold"}"""
STOCK = """transportation arrangements notwithstanding internationally well-known coalition-led of the in to a
September 2,500 minister’s “phase” Überprüfungskommission and/or it wants negotiations (dispute) base—camp""".split()


def text(dice: random.Random) -> str:
    words = " ".join(dice.choices(STOCK, k=dice.randint(3, 30)))
    bold = " ".join(dice.choices(STOCK, k=2))
    return f"<b>{bold}:</b> {words}<sup>{dice.randint(1, 99)}</sup>"


def copy_of(specimen: Any, seed: int, lists: int = 16, rows: int = 8) -> Copy:
    dice = random.Random(seed)
    items = "".join(f'<li data-item="i{n}">{text(dice)}</li>' for n in range(lists))
    cells = "".join(f"<tr><td>{text(dice)[:40]}<td>{text(dice)}" for _ in range(rows))
    copy: Copy = specimen.copy(f"<html lang=en><title>x</title><body><ul>{items}</ul><table>{cells}</table>")
    return copy


@pytest.fixture
def setting(specimen: Any) -> Iterator[_Setting]:
    with tuned():
        yield _Setting(copy_of(specimen, 7), (CSS,), PAGE, Resources(), None)


@pytest.mark.parametrize("step", [150, 178, 205, 233])
def test_a_sketch_is_right_to_a_twentieth_of_a_line(setting: _Setting, step: int) -> None:
    sketch, other = setting._sketch(190), setting._sketch(step)
    assert sketch.predicted(step) == pytest.approx(other.excess, abs=other.leading / 20)


def test_words_of_divided_lines_are_whole_again(setting: _Setting) -> None:
    """The same words in narrow columns and in wide ones."""
    narrow, wide = (words_in(setting._sketch(step)) for step in (120, 240))
    assert [len(cuts) for _, _, cuts in narrow] == [len(cuts) for _, _, cuts in wide]
    assert [width for width, _, _ in narrow] == pytest.approx([width / 2 for width, _, _ in wide], abs=0.3)
    assert sum(bool(cuts) for _, _, cuts in wide) > 20


def words_in(layout: Layout) -> list[Any]:
    paragraphs: dict[int, list[Any]] = {}
    for box in flow(root(layout._boxes[0])):
        lines = [child for child in getattr(box, "children", ()) if type(child).__name__ == "LineBox"]
        if lines:
            paragraphs[len(paragraphs)] = list(words_of(lines)[0])
    return [word for words in paragraphs.values() for word in words]


def test_fixed_lengths_are_known(setting: _Setting) -> None:
    (cell, *_) = (box for box in flow(root(setting._sketch(190)._boxes[0])) if isinstance(box, TableCellBox))
    assert is_fixed(cell, "padding_top")
    assert is_fixed(cell, "border_bottom_width")
    (items,) = (box for box in flow(root(setting._sketch(190)._boxes[0])) if box.element_tag == "ul")
    assert not is_fixed(items, "padding_left")
    assert not is_fixed(items, "padding_right")


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 999), guesses=st.lists(st.integers(130, 209), min_size=2, max_size=2))
def test_the_size_does_not_depend_on_the_first_guess(specimen: Any, seed: int, guesses: list[int]) -> None:
    copy = copy_of(specimen, seed, lists=20, rows=10)
    pages = []
    for guess in (*guesses, 210):
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(typesetting._Setting, "_guess", lambda _setting, guess=guess: guess)
            outcome = typeset(copy, [CSS], PageSpec(min_pt=6), Resources())
        assert isinstance(outcome, Typeset)
        pages.append(outcome)
    assert {page.pdf for page in pages} == {pages[0].pdf}
    assert pages[0].fit.size_pt < 10.5
