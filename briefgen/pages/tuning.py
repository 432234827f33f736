"""Lets the layout engine leave out work of which it does not use the result; what it lays out stays the same.

Only while an edition is set, and only in the releases whose code these shortcuts were read against: in any other the
engine is left as it is. A test sets pages with and without them and compares the bytes.
"""

import contextlib
from collections.abc import Iterator
from functools import cache
from typing import Any

import weasyprint
from weasyprint.css import ComputedStyle
from weasyprint.css.computed_values import PHYSICAL_FUNCTIONS
from weasyprint.css.properties import INHERITED, INITIAL_NOT_COMPUTED, INITIAL_VALUES
from weasyprint.layout import absolute, inline, preferred
from weasyprint.layout import float as floating

KNOWN = "70."
"""The releases that the shortcuts are for."""

SINGULAR = frozenset({"float", "display", "position", "page"})
"""Properties that depend on others, or on ancestors in their own way."""

PLAIN = frozenset(
    name
    for name in INITIAL_VALUES
    if name not in SINGULAR
    and not name.startswith("text_decoration_")
    and (name in INHERITED or name not in INITIAL_NOT_COMPUTED)
)
"""Properties that take their parent's value, or the initial one as it is, where no rule says otherwise."""

_missing = ComputedStyle.__missing__


@cache
def _logical(name: str, direction: str) -> str | None:
    """The logical property (`margin_inline_start`) that may stand for a physical one."""
    named = PHYSICAL_FUNCTIONS.get(name)
    return named(block="ttb", inline=direction) if named else None


def missing(style: Any, name: str) -> Any:
    """A computed value that was not asked for yet: most properties of most elements are set by no rule."""
    parent = style.parent_style
    if name not in PLAIN or name in style.cascaded or parent is None:
        return _missing(style, name)
    if name in PHYSICAL_FUNCTIONS and _logical(name, style["direction"]) in style.cascaded:
        return _missing(style, name)
    value = style[name] = parent[name] if name in INHERITED else INITIAL_VALUES[name]
    return value


def shrink_to_fit(context: Any, box: Any, available: float) -> float:
    """The width of a float: `min(max(narrowest, available), widest)`, which is the widest where there is room for it.

    The narrowest width is what costs: each word of the box is set by itself.
    """
    widest = preferred.max_content_width(context, box, outer=False)
    if widest <= available:
        return float(widest)
    return float(min(max(preferred.min_content_width(context, box, outer=False), available), widest))


@contextlib.contextmanager
def tuned() -> Iterator[None]:
    """Take the shortcuts while an edition is set."""
    if not weasyprint.VERSION.startswith(KNOWN):
        yield
        return
    users = (absolute, floating, inline)
    asked = preferred.shrink_to_fit
    ComputedStyle.__missing__ = missing
    for module in users:
        module.shrink_to_fit = shrink_to_fit
    try:
        yield
    finally:
        ComputedStyle.__missing__ = _missing
        for module in users:
            module.shrink_to_fit = asked
