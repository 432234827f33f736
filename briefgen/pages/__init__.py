"""Pages: HTML becomes a fitted, accessible, archival PDF.

The only package that uses WeasyPrint, and it loads it only when `typeset` is called.
"""

from collections.abc import Sequence

from briefgen.pages.values import (
    Attachment,
    Copy,
    Cut,
    Fault,
    Faults,
    Fit,
    Metadata,
    MissingGlyph,
    Overflow,
    PageSpec,
    Protrusion,
    RemoteResource,
    Resources,
    Typeset,
    Without,
)

__all__ = [
    "Attachment",
    "Copy",
    "Cut",
    "Fault",
    "Faults",
    "Fit",
    "Metadata",
    "MissingGlyph",
    "Overflow",
    "PageSpec",
    "Protrusion",
    "RemoteResource",
    "Resources",
    "Typeset",
    "Without",
    "typeset",
]


def typeset(
    copy: Copy,
    stylesheets: Sequence[str],
    page: PageSpec,
    resources: Resources,
    remembered: str | None = None,
    without: Without | None = None,
) -> Typeset | Faults:
    """Sets `copy` at the largest legal size at which it fills its pages and no more.

    `stylesheets` is CSS text; its lengths are in rem or em, for the size of the root element is what is searched.
    Items carry `data-item` and `data-priority`. `remembered` is the `memory` of an
    earlier outcome: where it was the same copy, one layout is enough; else it is of no effect, so that a page never
    depends on what was set before. `without` composes the edition anew without some items; it
    makes the measured gain of a cut exact (notes go as well) and is needed for `page.drop_could`.

    Raises `EnvironmentFault` where the engine's libraries are missing.
    """
    from briefgen.pages.loading import load_engine

    load_engine()
    from briefgen.pages.typesetting import set_copy

    return set_copy(copy, tuple(stylesheets), page, resources, remembered, without)
