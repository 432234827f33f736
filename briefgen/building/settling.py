"""The end of a build that leaves nothing to do: what it looked at is kept for the next one (`building.settled`)."""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from briefgen.building.hashing import sha256_of
from briefgen.building.manifest import NAME, Entry
from briefgen.building.planning import Target
from briefgen.building.records import BriefRecord, record_path
from briefgen.building.settled import Looked, Settled

Files = dict[str, str | None]


def settle(
    looked: Looked,
    targets: Iterable[Target],
    records: Mapping[str, BriefRecord],
    out: Path,
    outputs: Mapping[str, Entry],
) -> Settled | None:
    """What the editions of `targets` rest on, all of which stand in `out`; `looked` is what was known as the build began.

    None where two editions of a brief saw a file differently: somebody is still writing. Where those of two briefs did, what
    one of them saw is no longer so, which the next look finds.
    """
    hasher, settled = looked.hasher, looked.settled
    files: dict[str, Files] = {}
    for target in targets:
        if target.brief not in settled.briefs:
            edition = records[target.brief].editions.get(target.audience)
            if edition is None:
                return None
            known = target.reason or hasher.unchanged(edition.files)
            now = edition.files if known else {name: hasher.current(name) for name in edition.files}
            seen = files.setdefault(target.brief, {})
            if any(seen.get(name, found) != found for name, found in now.items()):
                return None
            seen.update(now)
    shared = {**(settled.shared or _common(files.values())), **looked.before}
    for brief, seen in files.items():
        record = record_path(hasher.root, brief)
        files[brief] = dict(seen.items() - shared.items())
        files[brief][hasher.name(record)] = records[brief].sha256 or sha256_of(str(record))
    folder = Path(os.path.relpath(out, hasher.root)).as_posix()
    for name, entry in outputs.items():
        brief = name.rpartition("/")[0]
        if brief not in settled.briefs:
            files.get(brief, shared)[f"{folder}/{name}"] = entry.sha256
    shared[f"{folder}/{NAME}"] = sha256_of(str(out / NAME))
    return Settled(shared, {**settled.briefs, **files})


def _common(files: Iterable[Files]) -> Files:
    """What all of them have in common."""
    every: Iterator[Files] = iter(files)
    common = set(next(every, {}).items())
    for each in every:
        common &= each.items()
    return dict(common)
