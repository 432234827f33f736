"""The difference between a workspace now and an earlier state of it: a git revision, or an edition that was published."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from briefgen.audiences import audience_ids, resolve
from briefgen.checks.case import Case
from briefgen.diagnostics import Finding, Severity
from briefgen.differences.comparing import compare_all, compare_briefs
from briefgen.differences.records import Difference, Problem
from briefgen.differences.states import BriefState, QuoteState
from briefgen.documents.reading import Document, load
from briefgen.editions import select
from briefgen.editions.changing import state_of
from briefgen.editions.data import parse_edition
from briefgen.editions.states import case_state
from briefgen.errors import UsageFault
from briefgen.history.cases import ReadCase, read_case
from briefgen.history.editions import is_edition_name, read_edition
from briefgen.history.revisions import EarlierWorkspace, earlier_workspace
from briefgen.inspection.inspecting import diagnose, open_library
from briefgen.models.audience import Audience
from briefgen.models.settings import Settings
from briefgen.sources.library import Library
from briefgen.workspace import Workspace, read_bytes

USE = re.compile(rb"\buse[\"']?\s*:")
"""How a brief that takes items from others looks, before it is parsed."""


def difference_since(workspace: Workspace, since: str, briefs: tuple[str, ...] = ()) -> Difference:
    """What changed since `since`: a git revision, or the path of an edition file (PDF or JSON).

    `briefs` names the briefs that are meant, of now or of then; all where it is empty.

    Raises:
        UsageFault: there is no such revision, edition or brief, or git is missing.
    """
    path = Path(since)
    if is_edition_name(since) and path.is_file():
        return _since_edition(workspace, since, path, briefs)
    with _earlier(workspace, since) as earlier:
        chosen = workspace.select(briefs, earlier.brief_ids())
        return _since_revision(workspace, since, earlier, frozenset(chosen))


def _earlier(workspace: Workspace, since: str) -> EarlierWorkspace:
    try:
        return earlier_workspace(workspace.root, since)
    except UsageFault as fault:
        brief = since.removesuffix(".yaml").removeprefix("briefs/")
        if brief not in workspace.brief_ids():
            raise
        raise UsageFault(
            f"{fault}; it is a brief, and briefs follow the revision: `briefgen diff HEAD {brief}`"
        ) from fault


def _since_revision(
    workspace: Workspace, since: str, earlier: EarlierWorkspace, chosen: frozenset[str]
) -> Difference:
    revision = earlier.revision
    now, before = _Now(workspace), _Before(earlier)
    wanted = _worth_reading(chosen, _affected(workspace, earlier, revision.changed()), workspace, earlier)
    earlier.prefetch(brief for brief in wanted if brief in earlier.brief_ids())
    then, today = ({brief: side.state(brief) for brief in wanted} for side in (before, now))
    # What cannot be read on one side is told as a problem, not as a brief that came or went.
    both = [brief for brief in wanted if brief not in before.unreadable | now.unreadable]
    found = compare_all(_there(then, both), _there(today, both))
    meant = (each for each in found if not chosen.isdisjoint((each.id, each.former)))
    problems = (*before.problems, *now.problems)
    return Difference(
        since,
        revision.commit,
        revision.date,
        tuple(meant),
        tuple(dict.fromkeys(problems)),
    )


def _there(states: Mapping[str, BriefState | None], briefs: Iterable[str]) -> dict[str, BriefState]:
    return {brief: state for brief in briefs if (state := states[brief]) is not None}


def _worth_reading(
    chosen: frozenset[str], affected: list[str], workspace: Workspace, earlier: EarlierWorkspace
) -> list[str]:
    """Those of the affected briefs that are chosen; with one that came or went, all that did: it may be renamed."""
    moved = set(workspace.brief_ids()) ^ set(earlier.brief_ids())
    wanted = chosen if chosen.isdisjoint(moved) else chosen | moved
    return [brief for brief in affected if brief in wanted]


def _affected(workspace: Workspace, earlier: EarlierWorkspace, changed: Iterable[str]) -> list[str]:
    """The briefs that may differ: where nothing but briefs changed, these and those that take items from others."""
    paths = set(changed)
    every = sorted({*workspace.brief_ids(), *earlier.brief_ids()})
    if not paths or any(not path.startswith("briefs/") for path in paths):
        return every if paths else []
    return [
        brief for brief in every if f"briefs/{brief}.yaml" in paths or _borrows(workspace.brief_path(brief))
    ]


def _borrows(path: Path) -> bool:
    return path.is_file() and USE.search(read_bytes(path)) is not None


class _Side:
    """One side of the comparison: its briefs as states, and what could not be read of it."""

    name = ""

    def __init__(self, audiences: Mapping[str, Audience]) -> None:
        self.audiences = audiences
        self.problems: list[Problem] = []
        self.unreadable: set[str] = set()

    def read(self, brief: str) -> ReadCase:
        raise NotImplementedError

    def state(self, brief: str) -> BriefState | None:
        """The brief as it is on this side; None where it has none."""
        found = self.read(brief)
        self.tell(found.findings, found.documents)
        if found.case is None and found.documents:
            self.unreadable.add(brief)
        return case_state(found.case, self.audiences.values()) if found.case else None

    def tell(self, findings: Iterable[Finding], documents: Mapping[str, Document]) -> None:
        """Keep the errors among `findings`."""
        for finding in findings:
            told = diagnose(finding, documents, Settings())
            if told is not None and told.severity is Severity.ERROR:
                self.problems.append(Problem(self.name, told.path, told.span.line, told.message))


class _Now(_Side):
    name = "now"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(_audiences(workspace))
        self.workspace = workspace
        self.library = open_library(workspace)
        self.tell(self.library.findings, {document.path: document for document in self.library.documents})

    def read(self, brief: str) -> ReadCase:
        return read_now(self.workspace, self.library, brief)


class _Before(_Side):
    name = "before"

    def __init__(self, earlier: EarlierWorkspace) -> None:
        super().__init__(_audiences(earlier.workspace))
        self.earlier = earlier
        if earlier.broken:
            self.problems.append(
                Problem(self.name, "briefgen.toml", 1, f"{earlier.broken}; its settings are left out")
            )
        self.tell(earlier.register_findings(), {document.path: document for document in earlier.registers})

    def read(self, brief: str) -> ReadCase:
        return self.earlier.case(brief)


def _audiences(workspace: Workspace) -> dict[str, Audience]:
    """The audiences of a workspace whose files can be used."""
    resolved = (resolve(workspace, name) for name in audience_ids(workspace))
    return {each.id: each.audience for each in resolved if each.audience is not None}


def read_now(workspace: Workspace, library: Library, brief: str) -> ReadCase:
    """The brief as the workspace has it now, without the checks."""

    def read(other: str) -> Document | None:
        path = workspace.brief_path(other)
        return load(read_bytes(path), workspace.relative(path)) if path.is_file() else None

    return read_case(brief, read, workspace.settings, lambda _: library)


def _since_edition(workspace: Workspace, since: str, path: Path, briefs: tuple[str, ...]) -> Difference:
    """An edition is held against what its audience would get now."""
    data = read_edition(path)
    if briefs and data["brief"] not in workspace.select(briefs, (str(data["brief"]),)):
        raise UsageFault(
            f"{since} is an edition of {data['brief']}, which is not among the briefs that you name"
        )
    before = parse_edition(json.dumps(data))
    if before is None:
        raise UsageFault(f"{since} is an edition of another version of briefgen, which this one cannot read")
    now, problems = _edition_now(workspace, data)
    difference = compare_briefs(state_of(before), now)
    told = (difference,) if difference else ()
    return Difference(since, "", before.prepared or before.as_of or "", told, problems)


def _edition_now(
    workspace: Workspace, data: Mapping[str, Any]
) -> tuple[BriefState | None, tuple[Problem, ...]]:
    resolved = resolve(workspace, str(data["audience"]))
    if resolved.audience is None:
        raise UsageFault(
            f"the edition is for the audience {data['audience']!r}, which this workspace does not have, or not whole"
        )
    if data["brief"] not in workspace.brief_ids():
        return None, ()  # whatever path an edition names, only briefs of the workspace are read
    side = _Now(workspace)
    found = side.read(str(data["brief"]))
    side.tell(found.findings, found.documents)
    return (_edition_state(found.case, resolved.audience) if found.case else None), tuple(side.problems)


def _edition_state(case: Case, audience: Audience) -> BriefState:
    """What the audience would get now; which of the quotes that are not verified stand nowhere, only the case knows."""
    state = state_of(select(case, audience))
    known = {(each.source, each.quote): each for item in case_state(case, ()).items for each in item.quotes}

    def told(quote: QuoteState) -> QuoteState:
        found = known.get((quote.source, quote.quote), quote)
        return replace(quote, stands=found.stands, likest=found.likest)

    items = (replace(item, quotes=tuple(map(told, item.quotes))) for item in state.items)
    return replace(state, items=tuple(items))
