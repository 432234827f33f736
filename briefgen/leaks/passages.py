"""What is read of an output: a text and its place in it, and the strings of JSON, which most outputs carry."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Passage:
    """A text and its place in an output. `prose` is for readers; all else is code, whose figures are sizes and codes."""

    place: str
    text: str
    prose: bool = True


def data_passages(data: bytes, place: str) -> Iterator[Passage]:
    """The strings of a JSON document; as they stand where it is none. Numbers are offsets and coordinates."""
    text = data.decode("utf-8", "replace")
    try:
        yield Passage(place, "\n".join(_strings(json.loads(text))))
    except (ValueError, RecursionError):
        yield Passage(place, text)


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, each in value.items():
            yield name
            yield from _strings(each)
    elif isinstance(value, list):
        for each in value:
            yield from _strings(each)
