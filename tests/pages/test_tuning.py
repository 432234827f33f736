"""The shortcuts change nothing on the page, and are only taken while a page is set by an engine that is known."""

import contextlib
from typing import Any

import pytest

from briefgen.pages import Copy, PageSpec, Resources, Typeset, typeset
from briefgen.pages.loading import load_engine

load_engine()

import weasyprint  # noqa: E402
from weasyprint.css import ComputedStyle  # noqa: E402
from weasyprint.layout import float as floating  # noqa: E402
from weasyprint.layout import preferred  # noqa: E402

from briefgen.pages import tuning, typesetting  # noqa: E402

CSS = """
@page{size:A4;margin:14mm}body{font-family:"Briefgen Serif";hyphens:auto;padding-inline:2mm;letter-spacing:inherit}
aside{float:inline-end;margin-inline-start:1rem;padding:.2rem calc(1mm + .1rem);border-block-start:1pt solid}
i{position:absolute;right:0}b{display:inline-block;text-decoration:underline}em{font:initial;color:currentColor}
li{float:left;margin-right:1em}table{width:100%;table-layout:fixed}section{page:wide;break-inside:avoid}
"""
WORDS = "Transportation arrangements notwithstanding, the quay at Velmark is to close by September. "
HTML = f"""<html lang="en"><title>x</title><body dir="{{}}"><h1>Brief</h1><aside>{WORDS}</aside><aside>Short</aside><p>{WORDS * 4}
<b>{WORDS}</b> <em>unset</em> <i>out of flow</i><section><ul>{"".join(f"<li>{WORDS[: 9 * n]}" for n in range(1, 9))}</ul>
</section><table><tr><td>{WORDS}<td>{WORDS}</table>"""


def pdf(specimen: Any, direction: str) -> bytes:
    copy: Copy = specimen.copy(HTML.format(direction))
    outcome = typeset(copy, (CSS,), PageSpec(max_pages=4), Resources())
    assert isinstance(outcome, Typeset), outcome
    return outcome.pdf


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_the_bytes_are_the_same(specimen: Any, direction: str, monkeypatch: pytest.MonkeyPatch) -> None:
    taken: list[str] = []
    quick = tuning.missing

    def missing(style: Any, name: str) -> Any:
        taken.append(name)
        return quick(style, name)

    monkeypatch.setattr(tuning, "missing", missing)
    with_shortcuts = pdf(specimen, direction)
    assert len(taken) > 1000
    monkeypatch.setattr(typesetting, "tuned", contextlib.nullcontext)
    assert pdf(specimen, direction) == with_shortcuts


def test_the_engine_is_as_it_was_afterwards(specimen: Any) -> None:
    before = (ComputedStyle.__missing__, floating.shrink_to_fit)
    assert floating.shrink_to_fit is preferred.shrink_to_fit
    with contextlib.suppress(KeyError), tuning.tuned():
        assert floating.shrink_to_fit is tuning.shrink_to_fit
        raise KeyError
    assert (ComputedStyle.__missing__, floating.shrink_to_fit) == before


def test_a_float_wider_than_its_room_takes_the_room(monkeypatch: pytest.MonkeyPatch) -> None:
    for narrowest, available, widest in [(10, 50, 40), (10, 50, 90), (60, 50, 90), (60, 50, 50)]:
        monkeypatch.setattr(preferred, "min_content_width", lambda *_, w=narrowest, **__: w)
        monkeypatch.setattr(preferred, "max_content_width", lambda *_, w=widest, **__: w)
        assert tuning.shrink_to_fit(None, None, available) == preferred.shrink_to_fit(None, None, available)


def test_an_engine_that_is_not_known_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weasyprint, "VERSION", "71.0")
    with tuning.tuned():
        assert ComputedStyle.__missing__ is tuning._missing
        assert floating.shrink_to_fit is preferred.shrink_to_fit
