"""The end of a build that leaves nothing to do: what it looked at is kept for the next one (`building.settled`)."""

import os
from collections.abc import Iterable, Mapping
from pathlib import Path

from briefgen.building.hashing import Hasher, sha256_of
from briefgen.building.manifest import NAME, Entry
from briefgen.building.planning import Target
from briefgen.building.records import BriefRecord, record_path
from briefgen.building.settled import keep

Seen = dict[str, str | None]


def settle(
    hasher: Hasher,
    command: str,
    before: Mapping[str, str | None],
    targets: Iterable[Target],
    records: Mapping[str, BriefRecord],
    out: Path,
    outputs: Mapping[str, Entry],
) -> None:
    """Keep what the editions of `targets` rest on, all of which stand in `out`.

    `before` is what the build saw at its start. Where two editions saw a file differently, somebody is still writing, and
    nothing is kept.
    """
    seen: Seen = dict(before)
    for target in targets:
        edition = records[target.brief].editions.get(target.audience)
        if edition is None:
            return
        known = target.reason or hasher.unchanged(edition.files)
        files = edition.files if known else {name: hasher.current(name) for name in edition.files}
        seen |= {name: found for name, found in files.items() if name not in seen}
        if not files.items() <= seen.items():
            return
        record = record_path(hasher.root, target.brief)
        seen[hasher.name(record)] = records[target.brief].sha256 or sha256_of(str(record))
    folder = Path(os.path.relpath(out, hasher.root)).as_posix()
    seen |= {f"{folder}/{name}": entry.sha256 for name, entry in outputs.items()}
    seen[f"{folder}/{NAME}"] = sha256_of(str(out / NAME))
    keep(hasher.root, command, seen)
