"""The languages of passages in the structure tree, which the layout engine leaves out: it states the document's alone.

A reader who listens would hear a French quote in an English voice (PDF/UA-1, 7.2: the natural language of all text
can be told).
"""

import contextlib
from collections.abc import Callable, Iterator
from typing import Any

from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.pdf import tags

ROOTS = frozenset({"html", "body"})
"""Elements without a place of their own in the tree: the catalogue states their language."""


def _with_languages(build: Callable[..., Iterator[Any]]) -> Callable[..., Iterator[Any]]:
    def built(box: Any, parent: Any, *context: Any) -> Iterator[Any]:
        language = _language_of(box)
        for element in build(box, parent, *context):
            if language:
                element["Lang"] = tags.pydyf.String(language)
            yield element

    return built


def _language_of(box: Any) -> str | None:
    placed = box._box if isinstance(box, AbsolutePlaceholder) else box
    if placed.element is None or placed.element_tag in ROOTS:
        return None
    stated: str | None = placed.element.get("lang")
    return stated


@contextlib.contextmanager
def languages() -> Iterator[None]:
    """While a PDF is written, passages in another language say so."""
    build = tags._build_box_tree
    tags._build_box_tree = _with_languages(build)
    try:
        yield
    finally:
        tags._build_box_tree = build
