"""The end of a build that leaves nothing to do: what it looked at is kept for the next one (`building.settled`).

It is gathered edition by edition, and of each brief only what tells it from the first one is held: records name much
the same files, and there may be very many of them.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from briefgen.building.hashing import sha256_of
from briefgen.building.manifest import NAME, Entry
from briefgen.building.records import EditionRecord, record_path
from briefgen.building.settled import Looked, Settled

Files = dict[str, str | None]


@dataclass(frozen=True, slots=True)
class _Seen:
    """What one brief rests on: `own`, and the base but for `lacking`."""

    own: Files
    lacking: frozenset[str]


class Settling:
    """What the editions of a build rest on; `looked` is what was known as it began."""

    def __init__(self, looked: Looked) -> None:
        self.looked = looked
        self.editions = 0
        self._agree = True
        self._base: Files = dict(looked.settled.shared)
        self._seen: dict[str, _Seen] = {}
        self._records: dict[str, str] = {}
        self._lacks: dict[frozenset[str], frozenset[str]] = {}

    def add(self, brief: str, edition: EditionRecord, made: bool, record: str | None) -> None:
        """An edition that stands: `made` by this build, or found fresh; `record` is the digest of its record's file."""
        hasher = self.looked.hasher
        known = made or hasher.unchanged(edition.files)
        now = edition.files if known else {name: hasher.current(name) for name in edition.files}
        self._base = self._base or dict(now)
        files = self._files(brief) if brief in self._seen else {}
        # Where two editions of a brief saw a file differently, somebody is still writing. Where those of two briefs did,
        # what one of them saw is no longer so, which the next look finds.
        self._agree = self._agree and all(files.get(name, found) == found for name, found in now.items())
        files.update(now)
        lacking = frozenset(dict(self._base.items() - files.items()))
        own = dict(files.items() - self._base.items())
        self._seen[brief] = _Seen(own, self._lacks.setdefault(lacking, lacking))
        self._records[brief] = record or sha256_of(str(record_path(hasher.root, brief))) or ""
        self.editions += 1

    def _files(self, brief: str) -> Files:
        seen = self._seen[brief]
        return {**{name: self._base[name] for name in self._base.keys() - seen.lacking}, **seen.own}

    def done(self, out: Path, outputs: Mapping[str, Entry]) -> Settled | None:
        """All that was gathered, with the `outputs` that stand in `out`; None where somebody is still writing."""
        if not self._agree:
            return None
        hasher, settled = self.looked.hasher, self.looked.settled
        shared = {**(settled.shared or self._common()), **self.looked.before}
        files = {brief: dict(self._files(brief).items() - shared.items()) for brief in self._seen}
        for brief, sha256 in self._records.items():
            files[brief][hasher.name(record_path(hasher.root, brief))] = sha256
        folder = Path(os.path.relpath(out, hasher.root)).as_posix()
        for name, entry in outputs.items():
            brief = name.rpartition("/")[0]
            if brief not in settled.briefs:
                files.get(brief, shared)[f"{folder}/{name}"] = entry.sha256
        shared[f"{folder}/{NAME}"] = sha256_of(str(out / NAME))
        return Settled(shared, {**settled.briefs, **files})

    def _common(self) -> Files:
        """What all of them have in common."""
        lacking = frozenset[str]().union(*self._lacks)
        return {name: found for name, found in self._base.items() if name not in lacking}
