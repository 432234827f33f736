"""Lines that have to fit: services refuse or cut, in silence, what is longer than they take."""

from collections.abc import Iterable

SUMMARY_BYTES = 750_000
"""GitHub takes 1 MiB a step for its summary, and shows nothing of a longer one; a difference as long as a comment may be, in
any script, stands beside it.
"""


def fitted(lines: Iterable[str], room: int = SUMMARY_BYTES) -> str:
    """As many of `lines` as fit into so many bytes of UTF-8, and how many do not."""
    kept: list[str] = []
    left_out = 0
    for line in lines:
        size = len(line.encode()) + 1
        if left_out or size > room:
            left_out += 1
            continue
        kept.append(line)
        room -= size
    if left_out:
        kept += ["", f"… and {left_out:,} lines more, which do not fit here"]
    return "\n".join(kept) + "\n"
