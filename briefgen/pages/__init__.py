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
    remembered: float | None = None,
    without: Without | None = None,
) -> Typeset | Faults:
    """Sets `copy` at the largest legal size at which it fills its pages and no more.

    `stylesheets` is CSS text; its lengths are in rem or em, for the size of the root element is what is searched.
    Items carry `data-item` and `data-priority`. `remembered` is the size that the same copy, stylesheets, page
    and fonts had last time: then one layout is enough. `without` composes the edition anew without some items; it
    makes the measured gain of a cut exact (notes go as well) and is needed for `page.drop_could`.

    Raises `EnvironmentFault` where the engine's libraries are missing.
    """
    from briefgen.pages.loading import load_engine

    load_engine()
    from briefgen.pages.typesetting import set_copy

    return set_copy(copy, tuple(stylesheets), page, resources, remembered, without)
