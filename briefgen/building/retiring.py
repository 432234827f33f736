"""What is left of briefs and audiences that are no longer there: taken back, so that nobody publishes it for ever.

Only what a build has written and nobody has altered since is removed; any other file is left alone.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path, PurePosixPath

from briefgen.audiences import resolve, select_audiences
from briefgen.building.hashing import files_below, sha256_of
from briefgen.building.manifest import Entry
from briefgen.building.planning import Planner
from briefgen.building.records import FOLDER, read_record
from briefgen.publishing import tidy, withdraw


def neglected(planner: Planner, outputs: Iterable[str], kept: Collection[str]) -> Iterator[str]:
    """Yield the outputs for audiences that a build of everything no longer makes (`-a` may have made them), where they do
    not hold any more: nobody would bring them up to date. Those of the briefs in `kept` are left.
    """
    workspace = planner.workspace
    others = set(workspace.audiences()) - set(select_audiences(workspace, ()))
    for name in outputs:
        path = PurePosixPath(name)
        brief, audience = str(path.parent), path.stem
        if audience in others and brief not in kept:
            asked = replace(planner, formats=(path.suffix.removeprefix("."),))
            record = read_record(workspace.root, brief)
            if asked.target(brief, resolve(workspace, audience), record).reason:
                yield name


def retire(
    root: Path,
    out: Path,
    outputs: Mapping[str, Entry],
    briefs: Collection[str],
    audiences: Collection[str],
    neglected: Collection[str] = (),
) -> tuple[str, ...]:
    """Remove the outputs and records of what is neither in `briefs` nor `audiences`, and what is `neglected`; return the
    outputs' names.
    """
    gone = sorted(name for name in outputs if name in neglected or not _stands(name, briefs, audiences))
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
