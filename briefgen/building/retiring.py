"""What is left of briefs and audiences that are no longer there: taken back, so that nobody publishes it for ever.

Only what a build has written and nobody has altered since is removed; any other file is left alone.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from briefgen.building.hashing import files_below, sha256_of
from briefgen.building.manifest import Entry
from briefgen.building.records import FOLDER
from briefgen.publishing import tidy, withdraw


def retire(
    root: Path, out: Path, outputs: Mapping[str, Entry], briefs: Collection[str], audiences: Collection[str]
) -> tuple[str, ...]:
    """Remove the outputs and records of what is neither in `briefs` nor `audiences`; return the outputs' names."""
    gone = sorted(name for name in outputs if not _stands(name, briefs, audiences))
    removed = tuple(name for name in gone if sha256_of(str(out / name)) == outputs[name].sha256)
    _remove(out, removed)
    _remove(root / FOLDER, _orphans(root / FOLDER, briefs))
    return removed


def _stands(name: str, briefs: Collection[str], audiences: Collection[str]) -> bool:
    path = PurePosixPath(name)
    return str(path.parent) in briefs and path.stem in audiences


def _orphans(folder: Path, briefs: Collection[str]) -> Iterator[str]:
    records = [name for name in files_below(str(folder)) if name.endswith(".json")]
    return (name for name in records if name.removesuffix(".json") not in briefs)


def _remove(folder: Path, names: Iterable[str]) -> None:
    for name in names:
        withdraw(iter([folder / name]))
        tidy((folder / name).parent, folder)
