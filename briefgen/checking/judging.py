"""The judgement of one brief, fit to be done in another process: plain data in, a verdict out."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from briefgen.audiences import resolve, select_audiences
from briefgen.building.hashing import SINCE, Hasher, digest
from briefgen.checking.now import SOURCE, UNREADABLE, entry_of, source_input
from briefgen.checking.verdicts import Inputs, Verdict
from briefgen.checks.case import Case
from briefgen.checks.drift.locking import drift_data
from briefgen.checks.form.sources import textless_sources
from briefgen.checks.words.silent import silence
from briefgen.inspection.auditing import audit_readers
from briefgen.inspection.inspecting import Inspected, inspect_brief, open_library
from briefgen.models.audience import Audience
from briefgen.sources.library import Library, Source
from briefgen.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Task:
    """A brief that is to be judged; `world` is what `Now` says of what all briefs depend on."""

    workspace: Workspace
    brief: str
    locked: bool
    world: str


class Watched(Mapping[str, Source]):
    """The sources of a library, noting which are asked for: what was never asked for cannot have changed a verdict."""

    def __init__(self, sources: Mapping[str, Source]) -> None:
        self.sources = sources
        self.asked: dict[str, None] = {}
        self.all = False

    def __getitem__(self, name: str) -> Source:
        self.asked[name] = None
        return self.sources[name]

    def __iter__(self) -> Iterator[str]:
        self.all = True
        return iter(self.sources)

    def __len__(self) -> int:
        self.all = True
        return len(self.sources)


_OPEN: dict[Path, tuple[Library, tuple[Audience, ...]]] = {}
"""What this process has open, by workspace: a forked process finds what its parent had."""


def prepare(workspace: Workspace, library: Library) -> None:
    """Have `library` and the audiences of the workspace ready for the tasks to come."""
    resolved = (resolve(workspace, name) for name in select_audiences(workspace, ()))
    _OPEN[workspace.root] = library, tuple(each.audience for each in resolved if each.audience)


def judge(task: Task) -> Verdict:
    """Run every check over a brief."""
    workspace = task.workspace
    if workspace.root not in _OPEN:
        prepare(workspace, open_library(workspace))
    library, audiences = _OPEN[workspace.root]
    watched = Watched(library.sources)
    inspected = inspect_brief(workspace, replace(library, sources=watched), task.brief, task.locked)
    readers = tuple(audit_readers(workspace, (inspected,), audiences))
    case = inspected.case
    cited = tuple(dict.fromkeys(cited.citation.source for _, cited in case.cited())) if case else ()
    library.held.release(cited)
    inputs = _inputs(task, inspected, library, watched)
    if case is None:
        return Verdict(task.brief, inputs, False, (0, 0, inspected.waived), inspected.diagnostics, readers)
    return Verdict(
        task.brief,
        inputs,
        True,
        (len(case.items), sum(len(item.citations) for item in case.items), inspected.waived),
        inspected.diagnostics,
        readers,
        cited,
        tuple(source.record.id for source in textless_sources(case)),
        tuple(drift_data(case)),
        tuple((*reason, count) for reason, count in silence(case).items()),
    )


def _inputs(task: Task, inspected: Inspected, library: Library, watched: Watched) -> Inputs | None:
    """All that the verdict depends on, as it was read; None where that cannot be told."""
    named = {
        "world": task.world,
        "registers": "whole" if library.whole else "broken",
        **inspected.read,
        **_earlier(task.workspace.root, inspected.case),
        **_sources(library, watched),
    }
    own = task.workspace.relative(task.workspace.brief_path(task.brief))
    strays = {each.path for each in inspected.diagnostics} - inspected.read.keys()
    return None if UNREADABLE in named.values() or named.get(own) is None or strays else named


def _earlier(root: Path, case: Case | None) -> Inputs:
    since = case.brief.changes_since if case else None
    return {} if since is None else {SINCE + since: Hasher(root).earlier(since) or UNREADABLE}


def _sources(library: Library, watched: Watched) -> Inputs:
    """The sources that were asked for; where all were gone through, one digest of all."""
    if not watched.all:
        return {SOURCE + name: _source(library.sources.get(name)) for name in watched.asked}
    found = [[name, _source(source)] for name, source in library.sources.items()]
    return {"sources": UNREADABLE if any(value == UNREADABLE for _, value in found) else digest(found)}


def _source(source: Source | None) -> str | None:
    """The digest of a source as it was read; None for one that no register has."""
    if source is None:
        return None
    if source.path is not None and source.sha256 is None:
        return UNREADABLE
    return source_input(entry_of(source), source.sha256)
