"""The shape of the table that turns words into time zones in one language."""

from collections.abc import Mapping

from msgspec import Struct, field


class ZoneWords(Struct, frozen=True, eq=False):
    """Words for time zones of one language, in lower case.

    - `letters`: GMT, written in capitals; `doubtful`: those of them that are no zone after "1800"
    - `names`: letters and names of wide zones with what they are called here, so that those that mean the same agree
    - `seasons`: words that tell no zone from another ("Eastern Standard Time")
    - `time`: the word that a name ends in ("Baghdad time"); `local`: the word for a place's own time
    """

    letters: frozenset[str] = frozenset()
    doubtful: frozenset[str] = frozenset()
    names: Mapping[str, str] = field(default_factory=dict)
    seasons: frozenset[str] = frozenset()
    time: frozenset[str] = frozenset()
    local: str = ""
