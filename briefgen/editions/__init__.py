"""Editions: what one audience may read of one brief, and nothing else.

`select` makes the frozen view that templates and the JSON edition are made of; whatever an audience may not read is
gone before anything is rendered.
"""

from briefgen.editions.composing import select
from briefgen.editions.data import to_json
from briefgen.editions.view import EditionView

__all__ = ["EditionView", "select", "to_json"]
