"""The shape of the tables that turn words into dates in one language."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class CalendarWords:
    """Month and weekday names of one language, folded to lower case (January is 1, Monday is 1)."""

    months: Mapping[str, int] = field(default_factory=dict)
    weekdays: Mapping[str, int] = field(default_factory=dict)
    day_first: bool | None = None
