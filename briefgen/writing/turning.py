"""Lines of plain text that run from right to left.

Nothing but its first letter says in which direction a line of text or Markdown runs. Where that is a Latin one, as of a
source, a mark of the other direction stands before it.
"""

import re
from typing import Final
from unicodedata import bidirectional

RIGHT_TO_LEFT: Final = "\u200f"
SIGNS: Final = re.compile(r"\s*(?:(?:[-*>|]|#+|\[\^\d+\]:)\s+)?")
"""What Markdown wants to find first in a line."""


def turned(text: str) -> str:
    """`text` with every line that holds words from right to left, or figures alone, running that way."""
    return "\n".join(map(_turned, text.split("\n")))


def _turned(line: str) -> str:
    kinds = [kind for kind in map(bidirectional, line) if kind in {"L", "R", "AL"}]
    mixed = kinds[:1] == ["L"] and len({*kinds}) > 1
    if not mixed and (kinds or not any(map(str.isdigit, line))):
        return line
    start = SIGNS.match(line)
    end = start.end() if start else 0
    return f"{line[:end]}{RIGHT_TO_LEFT}{line[end:]}"
