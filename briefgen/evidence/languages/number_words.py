"""The shape of the tables that turn words into figures in one language."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class NumberWords:
    """Number words and number signs of one language.

    `group` and `decimal` are the separators of digits; the tables are empty where only digits are read.
    """

    group: str = ","
    decimal: str = "."
    cardinals: Mapping[str, int] = field(default_factory=dict)
