"""Front matter: what stands above a Markdown document in YAML or TOML. It is no text of the document."""

import re
import tomllib
from collections.abc import Mapping
from datetime import date
from typing import Any

from briefgen.documents.reading import load
from briefgen.sources.extracted import fold_line_ends

# The first line that is no comment gives a field: or a document that begins with a rule would lose its first part.
_YAML = re.compile(
    r"\A---[ \t]*\n((?:[ \t]*#[^\n]*\n)*(?:(?=[\w\"'])[^\n:]*:[^\n]*\n.*?)?)^(?:---|\.\.\.)[ \t]*$\n?",
    re.DOTALL | re.MULTILINE,
)
_TOML = re.compile(
    r"\A\+\+\+[ \t]*\n((?:[ \t]*#[^\n]*\n)*(?:(?=[\w\"'\[])[^\n=\]]*[=\]][^\n]*\n.*?)?)^\+\+\+[ \t]*$\n?",
    re.DOTALL | re.MULTILINE,
)


def body_of(text: str) -> str:
    """A document without its front matter."""
    text = fold_line_ends(text)
    found = _YAML.match(text) or _TOML.match(text)
    return text[found.end() :] if found else text


def fields_of(text: str) -> Mapping[str, Any]:
    """What the front matter says, as text, lists and mappings; nothing where it cannot be read."""
    text = fold_line_ends(text)
    if found := _TOML.match(text):
        return _toml(found[1])
    found = _YAML.match(text)
    fields = load(found[1], "").data if found else None
    return fields if isinstance(fields, dict) else {}


def _toml(text: str) -> Mapping[str, Any]:
    try:
        fields = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        return {}
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in fields.items()}
