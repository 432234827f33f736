"""The size that a copy was set in, remembered under a hash of all that the size depends on.

A remembered size saves the search, so it must never say anything else than the search would: it counts only for the
very same copy, stylesheets, page, faces and engine.
"""

from hashlib import sha256

import weasyprint
from weasyprint.text.ffi import pango

from briefgen.pages.search import points, steps
from briefgen.pages.values import Copy, PageSpec, Resources

SEARCH = 4
"""Of the search and its model: raised whenever they may give another size for the same copy."""


def memory_key(copy: Copy, stylesheets: tuple[str, ...], page: PageSpec, resources: Resources) -> str:
    """The hash under which the size of this copy is remembered."""
    engine = (SEARCH, weasyprint.VERSION, int(pango.pango_version()))
    named = repr((engine, copy.html, stylesheets, page, resources.font_css))
    return sha256(named.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def memory_of(key: str, step: int) -> str:
    """What to remember: the size under a hash of itself and the key, so that a damaged one is not believed."""
    size = f"{points(step):.2f}"
    return f"{sha256(f'{key} {size}'.encode()).hexdigest()[:32]} {size}"


def recalled(remembered: str | None, key: str) -> int | None:
    """The remembered step; None where nothing is remembered, or of another copy."""
    _, _, size = (remembered or "").partition(" ")
    try:
        step = steps(float(size))
    except (ValueError, OverflowError):
        return None
    return step if memory_of(key, step) == remembered else None
