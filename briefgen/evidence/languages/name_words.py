"""The shape of the tables that tell names from other words in one language."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NameWords:
    """Tables of titles, function words and demonyms of one language."""
