"""Lets the layout engine leave out work of which it does not use the result; what it lays out stays the same.

Only while an edition is set, and only in the releases whose code `briefgen.pages.shortcuts` was read against: in any
other the engine is left as it is. A test sets pages with and without them and compares the bytes.
"""

import contextlib
from collections.abc import Iterator, Sequence
from typing import Any

import weasyprint
from weasyprint import document, layout
from weasyprint.css import ComputedStyle, computed_values, units
from weasyprint.formatting_structure.boxes import Box
from weasyprint.layout import absolute, block, column, flex, grid, inline, page, table
from weasyprint.layout import float as floating
from weasyprint.text import line_break

from briefgen.pages import shortcuts

KNOWN = "70."
"""The releases that the shortcuts are for."""

QUICK = (
    ("missing", "__missing__", (ComputedStyle,)),
    ("shrink_to_fit", "shrink_to_fit", (absolute, floating, inline)),
    (
        "resolve_percentages",
        "resolve_percentages",
        (absolute, block, column, floating, grid, inline, page, table),
    ),
    ("is_in_normal_flow", "is_in_normal_flow", (Box,)),
    ("strut", "strut", (inline, units, computed_values)),
    ("setup", "setup", (line_break.Layout,)),
)
"""Each shortcut, the name of what it stands for, and all that know it by that name."""

UNMEASURED = (
    *((module, "absolute_layout") for module in (absolute, block, column, flex, inline, layout, page)),
    (layout, "layout_backgrounds"),
    (document, "gather_anchors"),
)
"""What adds nothing to the height of a page: boxes outside the flow (markers of lists), backgrounds, targets of links."""

Swap = tuple[Any, str, Any]
"""An owner, the name of its attribute and a value for it."""


def _as_they_are(swaps: Sequence[Swap]) -> list[Swap]:
    return [(owner, name, vars(owner)[name]) for owner, name, _ in swaps]


@contextlib.contextmanager
def _swapped(swaps: Sequence[Swap]) -> Iterator[None]:
    before = _as_they_are(swaps)
    for swap in swaps:
        setattr(*swap)
    try:
        yield
    finally:
        for swap in before:
            setattr(*swap)


def _known() -> bool:
    return bool(weasyprint.VERSION.startswith(KNOWN))


@contextlib.contextmanager
def tuned() -> Iterator[None]:
    """Take the shortcuts while an edition is set."""
    if not _known():
        yield
        return
    contexts: list[Any] = []
    build = document.Document._build_layout_context

    def built(*asked: Any) -> Any:
        contexts.append(build(*asked))
        return contexts[-1]

    swaps = [(owner, name, getattr(shortcuts, quick)) for quick, name, owners in QUICK for owner in owners]
    with _swapped([*swaps, (document.Document, "_build_layout_context", staticmethod(built))]):
        try:
            yield
        finally:
            for context in contexts:
                _empty(context)


def _empty(context: Any) -> None:
    """Drop what a layout was made with.

    Styles, targets and the context refer to each other: only the collector would find that nobody needs them any
    more, and looking for them takes it longer than anything else that it does after an edition.
    """
    context.style_for._computed_styles.clear()
    context.target_collector.target_lookup_items.clear()
    vars(context).clear()


def _nothing(*_asked: Any, **_named: Any) -> None:
    pass


@contextlib.contextmanager
def measuring_only() -> Iterator[None]:
    """Leave out, while a page is laid out, what its height does not depend on. It cannot be written then."""
    if not _known():
        yield
        return
    with _swapped([(owner, name, _nothing) for owner, name in UNMEASURED]):
        yield
