"""What a word rule reports: where a statement says more than, or other than, its quotes.

Owns the value that the rules on names, negation, hedges and attribution give; knows nothing of briefs.
"""

from msgspec import Struct


class Mismatch(Struct, frozen=True):
    """One difference. `start`/`end` are offsets in the statement; `quote` numbers the quotes that were given.

    `quote_start`/`quote_end` are offsets in that quote, of what it says instead; `quote` is None where no quote says
    anything of the kind. `level` is `error`, `warning` or `info`.
    """

    rule: str
    level: str
    start: int
    end: int
    message: str
    quote: int | None = None
    quote_start: int = 0
    quote_end: int = 0
    instead: str = ""
