"""The difference between a workspace now and an earlier state of it: a git revision, or an edition that was published."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from briefgen.audiences import audience_ids, resolve
from briefgen.checks.case import Case, Item, effective_markings
from briefgen.diagnostics import Finding, Severity
from briefgen.differences.comparing import compare_all, compare_briefs
from briefgen.differences.records import BriefDifference, Difference, Problem
from briefgen.differences.states import BriefState, ItemState, QuoteState, SourceState, amount, filled
from briefgen.documents.reading import Document, load
from briefgen.editions import select
from briefgen.editions.changing import state_of
from briefgen.editions.data import parse_edition
from briefgen.editions.selection import choose
from briefgen.errors import UsageFault
from briefgen.history.cases import ReadCase, read_case
from briefgen.history.editions import is_edition_name, read_edition
from briefgen.history.quotes import quote_state
from briefgen.history.revisions import EarlierWorkspace, earlier_workspace
from briefgen.inspection.inspecting import diagnose, open_library
from briefgen.models.audience import Audience
from briefgen.models.scalars import texts
from briefgen.models.settings import Settings
from briefgen.sources.library import Library, Source
from briefgen.workspace import Workspace, read_bytes

USE = re.compile(rb"\buse[\"']?\s*:")
"""How a brief that takes items from others looks, before it is parsed."""
TEXTS = ("actor", "question", "statement", "title", "unit")
FIELDS = ("date", "as_of", "likelihood", "confidence", "priority", "kind")
LISTS = ("tags", "basis", "supersedes")
HEADER = ("as_of", "prepared", "language", "marking")


def difference_since(workspace: Workspace, since: str) -> Difference:
    """What changed since `since`: a git revision, or the path of an edition file (PDF or JSON).

    Raises:
        UsageFault: there is no such revision or edition, or git is missing.
    """
    path = Path(since)
    if is_edition_name(since) and path.is_file():
        return _since_edition(workspace, since, path)
    with earlier_workspace(workspace.root, since) as earlier:
        return _since_revision(workspace, since, earlier)


def _since_revision(workspace: Workspace, since: str, earlier: EarlierWorkspace) -> Difference:
    revision = earlier.revision
    now, before = _Now(workspace), _Before(earlier)
    wanted = _affected(workspace, earlier, revision.changed())
    earlier.prefetch(brief for brief in wanted if brief in earlier.brief_ids())
    then, today = ({brief: side.state(brief) for brief in wanted} for side in (before, now))
    # What cannot be read on one side is told as a problem, not as a brief that came or went.
    both = [brief for brief in wanted if brief not in before.unreadable | now.unreadable]
    found = compare_all(_there(then, both), _there(today, both))
    problems = (*before.problems, *now.problems)
    return Difference(
        since,
        revision.commit,
        revision.date,
        tuple(found),
        tuple(dict.fromkeys(problems)),
    )


def _there(states: Mapping[str, BriefState | None], briefs: Iterable[str]) -> dict[str, BriefState]:
    return {brief: state for brief in briefs if (state := states[brief]) is not None}


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


def _since_edition(workspace: Workspace, since: str, path: Path) -> Difference:
    """An edition is held against what its audience would get now."""
    data = read_edition(path)
    before = parse_edition(json.dumps(data))
    if before is None:
        raise UsageFault(f"{since} is an edition of another version of briefgen, which this one cannot read")
    now, problems = _edition_now(workspace, data)
    difference = compare_briefs(state_of(before), now)
    briefs: tuple[BriefDifference, ...] = (difference,) if difference else ()
    return Difference(since, "", before.prepared or before.as_of or "", briefs, problems)


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


def case_state(case: Case, audiences: Iterable[Audience]) -> BriefState:
    """A brief as a state to compare, with the audiences that get each item."""
    readers: dict[str, list[str]] = {}
    for audience in audiences:
        for item in choose(case, audience).included():
            readers.setdefault(item.name, []).append(audience.id)
    brief = case.brief
    titles = _texts(brief, ("title", "subtitle"), brief.language)
    header = {
        **titles,
        **filled(**{name: getattr(brief, name) for name in HEADER}, authors=", ".join(brief.authors)),
    }
    glossary = {
        f"glossary {term}": text
        for term in brief.glossary
        for text in _texts(brief.glossary, (term,), brief.language).values()
    }
    cited = {cited.source.record.id: cited.source for _, cited in case.cited() if cited.source}
    markings = effective_markings(case)
    items = tuple(
        _item_state(item, markings[item.name], tuple(sorted(readers.get(item.name, ()))))
        for item in case.items
    )
    return BriefState(
        case.id,
        {**header, **glossary},
        items,
        {name: _source_state(source) for name, source in cited.items()},
    )


def _item_state(item: Item, marking: str, readers: tuple[str, ...]) -> ItemState:
    model = item.model
    said = _texts(model, TEXTS, item.language)
    said |= filled(
        values="; ".join(_values(model, item.language)), places="; ".join(_places(model, item.language))
    )
    fields = filled(**{name: getattr(model, name, None) for name in FIELDS}, marking=marking)
    fields |= filled(
        **{name: ", ".join(getattr(model, name, ())) for name in LISTS},
        derived="; ".join(getattr(model, "derived", ())),
    )
    languages = {name: name.partition(".")[2] or item.language for name in said}
    quotes = tuple(quote_state(cited) for cited in item.citations)
    return ItemState(
        item.name, bool(getattr(model, "id", None)), item.section, said, languages, quotes, fields, readers
    )


def _texts(owner: Any, names: Iterable[str], language: str) -> dict[str, str]:
    """The texts of some fields by name, those in other languages as `name.language`."""
    found: dict[str, str] = {}
    for name in names:
        value = owner.get(name) if isinstance(owner, dict) else getattr(owner, name, None)
        for tag, below, text in texts(value, language):
            found[f"{name}.{tag}" if below and tag != language else name] = " ".join(text.split())
    return found


def _values(model: Any, language: str) -> Iterator[str]:
    for value in getattr(model, "values", None) or ():
        yield f"{_first(value.label, language)}: {amount(value.value, value.low, value.high, value.approximate)}"


def _places(model: Any, language: str) -> Iterator[str]:
    for place in getattr(model, "places", None) or ():
        yield f"{_first(place.name, language)} ({place.lat}, {place.lon})"


def _first(value: str | Mapping[str, str], language: str) -> str:
    return next(text for _, _, text in texts(value, language))


def _source_state(source: Source) -> SourceState:
    entry = source.record.model_dump(by_alias=True, exclude={"id", "author"})
    authors = ", ".join(name.display for name in source.record.author or ())
    return SourceState(source.record.id, source.sha256, filled(**entry, author=authors))
