"""The shortcuts change nothing on the page, and are only taken while a page is set by an engine that is known."""

import contextlib
import gc
from collections import Counter
from typing import Any

import pytest

from briefgen.pages import Copy, PageSpec, Resources, Typeset, typeset
from briefgen.pages.loading import load_engine

load_engine()

import weasyprint  # noqa: E402
from weasyprint.document import Document  # noqa: E402
from weasyprint.formatting_structure import boxes  # noqa: E402
from weasyprint.layout import LayoutContext, preferred  # noqa: E402

from briefgen.pages import shortcuts, tuning, typesetting  # noqa: E402
from briefgen.pages.engine import engine_for  # noqa: E402
from briefgen.pages.measuring import Layout  # noqa: E402

CSS = """
@page{size:A4;margin:14mm}body{font-family:"Briefgen Serif";hyphens:auto;padding-inline:2mm;letter-spacing:inherit}
aside{float:inline-end;margin-inline-start:1rem;padding:.2rem calc(1mm + .1rem);border-block-start:1pt solid}
i{position:absolute;right:0}b{display:inline-block;text-decoration:underline}em{font:initial;color:currentColor}
li{float:left;margin-right:1em}table{width:100%;table-layout:fixed;border-collapse:collapse}td{border:1pt solid}
section{page:wide;break-inside:avoid}p{margin:1% 0;width:90%;box-sizing:border-box;border-left:2pt solid}
h1{letter-spacing:.1em;word-spacing:.2em}u{text-decoration:none;font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
ol{text-align:justify;list-style:decimal;line-height:1.2}ol li{float:none;line-height:14pt}s{letter-spacing:1pt}
dl{display:flex;line-height:calc(1em + 3pt)}dd{line-height:140%}dt{position:relative;top:2pt;min-width:20%}
"""
WORDS = "Transportation arrangements notwithstanding, the quay at Velmark is to close by September. "
HTML = f"""<html lang="en"><title>x</title><body dir="{{}}"><h1>Brief</h1><aside>{WORDS}</aside><aside>Short</aside><p>{WORDS * 4}
<b>{WORDS}</b> <em>unset</em> <i>out of flow</i><section><ul>{"".join(f"<li>{WORDS[: 9 * n]}" for n in range(1, 9))}</ul>
</section><table><tr><td>{WORDS}<td>{WORDS}</table><ol><li>{WORDS * 3}<li><u>{WORDS * 2} 1914</u> <s>{WORDS * 2}</s></ol>
<dl><dt>{WORDS}<dd>{WORDS}</dl>"""


def pdf(specimen: Any, direction: str) -> bytes:
    copy: Copy = specimen.copy(HTML.format(direction))
    outcome = typeset(copy, (CSS,), PageSpec(max_pages=4), Resources())
    assert isinstance(outcome, Typeset), outcome
    return outcome.pdf


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_the_bytes_are_the_same(specimen: Any, direction: str, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: Counter[str] = Counter()
    for name, _, _ in tuning.QUICK:
        monkeypatch.setattr(shortcuts, name, counted(getattr(shortcuts, name), taken, name))
    with_shortcuts = pdf(specimen, direction)
    assert all(taken[name] > 5 for name, _, _ in tuning.QUICK), taken
    monkeypatch.setattr(typesetting, "tuned", contextlib.nullcontext)
    assert pdf(specimen, direction) == with_shortcuts


def counted(function: Any, taken: Counter[str], name: str) -> Any:
    def counting(*asked: Any, **named: Any) -> Any:
        taken[name] += 1
        return function(*asked, **named)

    return counting


def test_the_engine_is_as_it_was_afterwards(specimen: Any) -> None:
    swapped = [(owner, name) for _, name, owners in tuning.QUICK for owner in owners]
    swapped += [(Document, "_build_layout_context"), *tuning.UNMEASURED]
    before = [vars(owner)[name] for owner, name in swapped]
    with contextlib.suppress(KeyError), tuning.tuned(), tuning.measuring_only():
        assert all(vars(owner)[name] is not old for (owner, name), old in zip(swapped, before, strict=True))
        raise KeyError
    assert [vars(owner)[name] for owner, name in swapped] == before


def test_an_engine_that_is_not_known_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    swapped = [(owner, name) for _, name, owners in tuning.QUICK for owner in owners]
    before = [vars(owner)[name] for owner, name in (*swapped, *tuning.UNMEASURED)]
    monkeypatch.setattr(weasyprint, "VERSION", "71.0")
    with tuning.tuned(), tuning.measuring_only():
        assert [vars(owner)[name] for owner, name in (*swapped, *tuning.UNMEASURED)] == before


def test_a_float_wider_than_its_room_takes_the_room(monkeypatch: pytest.MonkeyPatch) -> None:
    for narrowest, available, widest in [(10, 50, 40), (10, 50, 90), (60, 50, 90), (60, 50, 50)]:
        monkeypatch.setattr(preferred, "min_content_width", lambda *_, w=narrowest, **__: w)
        monkeypatch.setattr(preferred, "max_content_width", lambda *_, w=widest, **__: w)
        assert shortcuts.shrink_to_fit(None, None, available) == preferred.shrink_to_fit(
            None, None, available
        )


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_a_layout_that_is_only_measured_measures_the_same(direction: str) -> None:
    engine = engine_for(Resources(), (CSS,))
    sheets = (engine.faces, *engine.sheets((CSS,)))
    opened = engine.open(HTML.format(direction))
    page = PageSpec(max_pages=2)
    with tuning.tuned():
        whole = Layout(opened.at(sheets, page, 10.0), page, 200)
        with tuning.measuring_only():
            measured = Layout(opened.at(sheets, page, 10.0), page, 200)
    assert [measured.pages, measured.used, measured.room] == [whole.pages, whole.used, whole.room]
    assert measured.smallest_statement() == whole.smallest_statement()
    assert measured._model == whole._model


def test_what_a_layout_was_made_with_is_gone_without_the_collector(specimen: Any) -> None:
    pdf(specimen, "ltr")
    gc.collect()
    gc.disable()
    try:
        pdf(specimen, "ltr")
        left = [found for found in gc.get_objects() if isinstance(found, (LayoutContext, boxes.Box))]
    finally:
        gc.enable()
    assert not left
