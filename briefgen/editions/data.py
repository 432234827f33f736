"""The JSON edition: the view as data, only what that audience may read."""

import json
from dataclasses import asdict

from pydantic import TypeAdapter, ValidationError

from briefgen.editions.view import EditionView

VERSION = 1
"""Of the JSON edition's form."""


def to_json(view: EditionView) -> str:
    """Return the edition as JSON: one document, keys in the order of the view's fields, a line feed at the end."""
    return json.dumps({"version": VERSION, **asdict(view)}, ensure_ascii=False, indent=1) + "\n"


def parse_edition(text: str) -> EditionView | None:
    """Read a JSON edition back; None where it is none, or one of a version that this one cannot read."""
    try:
        return TypeAdapter(EditionView).validate_json(text)
    except (ValidationError, RecursionError):
        return None
