"""What a build is asked for."""

from dataclasses import dataclass
from pathlib import Path

from briefgen.building.sharding import WHOLE, Shard


@dataclass(frozen=True, slots=True)
class Options:
    """What a build is asked for; empty tuples mean everything. `out` is an absolute path; `jobs` 0 means all cores.

    `locked` refuses briefs with quotes that are not in their locks. `index`: whether the folder has a page that lists
    its editions; None keeps the one that is there up to date. `command` tells one command line from others, where the
    same one may be answered without a look at the briefs (`building.settled`). `grave`: nobody will ask for what is
    only worth knowing, of which there is much in a large workspace.
    """

    briefs: tuple[str, ...]
    audiences: tuple[str, ...]
    formats: tuple[str, ...]
    out: Path
    force: bool = False
    jobs: int = 0
    shard: Shard = WHOLE
    locked: bool = False
    index: bool | None = None
    command: str | None = None
    grave: bool = False
