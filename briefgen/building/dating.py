"""The time that an output says it was made: the brief's own date, else a declared one, never a clock."""

import os
from datetime import UTC, date, datetime

from briefgen.errors import EnvironmentFault

DECLARED = "SOURCE_DATE_EPOCH"
"""The environment variable that declares a time (https://reproducible-builds.org/specs/source-date-epoch/)."""
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def created(prepared: str | None) -> datetime:
    """The time of what is made of a brief that says `prepared`; where it says nothing, the declared one, else 1970.

    Raises:
        EnvironmentFault: the declared time is beyond the calendar.
    """
    return _own(prepared) or _declared() or EPOCH


def is_declared(prepared: str | None) -> bool:
    """Whether what is made of a brief that says `prepared` depends on the declared time."""
    return _own(prepared) is None


def _own(prepared: str | None) -> datetime | None:
    try:
        day = date.fromisoformat(((prepared or "")[:10] + "-01-01")[:10])
    except ValueError:
        return None
    return datetime(day.year, day.month, day.day, tzinfo=UTC)


def _declared() -> datetime | None:
    seconds = os.environ.get(DECLARED, "")
    if not (seconds.isascii() and seconds.isdigit()):
        return None
    try:
        return datetime.fromtimestamp(int(seconds), tz=UTC)
    except (OverflowError, ValueError, OSError) as error:
        raise EnvironmentFault(f"{DECLARED} is {seconds[:40]}, which is beyond the calendar") from error
