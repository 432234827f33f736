"""One brief's worth of building, fit to be done in another process: plain data in, plain data out, nothing written."""

import contextlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial

from briefgen.audiences import Resolved, resolve
from briefgen.building.fingerprints import cited_sources, edition_inputs, look_at_templates
from briefgen.building.hashing import Hasher
from briefgen.building.manifest import Entry, inputs_digest
from briefgen.building.production import Begun, Produced, begin, finish
from briefgen.building.records import EditionRecord
from briefgen.catalogue import rule
from briefgen.checks.case import Case
from briefgen.diagnostics import Diagnostic, Finding, Severity
from briefgen.inspection.inspecting import Inspected, Inspection, diagnose, inspect, open_library
from briefgen.pages.beside import Typesetter, in_this_process
from briefgen.sources.library import Library
from briefgen.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Job:
    """The stale editions of one brief. `build` tells one build from another; `known` holds what the outputs' manifest says
    of each edition, where it says anything. `only` tells that the workspace has no other brief.
    """

    build: str
    workspace: Workspace
    brief: str
    targets: tuple[tuple[str, str | None], ...]
    formats: tuple[str, ...]
    known: Mapping[str, Mapping[str, Entry]] = field(default_factory=dict)
    only: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """One edition of a job: its files (none where it was fresh or refused) and its record."""

    audience: str
    files: Mapping[str, bytes] = field(default_factory=dict)
    record: EditionRecord | None = None
    fresh: bool = False
    leaked: bool = False


@dataclass(frozen=True, slots=True)
class Done:
    """A finished job. `refused` tells that the brief itself is faulty."""

    brief: str
    inspection: tuple[Diagnostic, ...]
    counts: tuple[int, int, int]
    refused: bool
    made: tuple[Made, ...] = ()
    faults: tuple[Diagnostic, ...] = ()


_LIBRARIES: dict[str, Library] = {}
"""The library that this process has open, by build: read once for all its jobs."""
_INSPECTED: dict[tuple[str, str], Inspection] = {}
"""The last brief that this process has checked, by build: its editions may be several jobs."""


@dataclass(frozen=True, slots=True)
class Early:
    """Editions that were begun before the brief was checked, by audience; `hasher` knows their templates as they were then."""

    hasher: Hasher
    begun: dict[str, Begun | Produced] = field(default_factory=dict)


def start(build: str, library: Library | None) -> None:
    """Begin a build: its jobs read the registers anew, or use `library` where they have just been read."""
    _LIBRARIES.clear()
    _INSPECTED.clear()
    if library is not None:
        _LIBRARIES[build] = library


def _library(job: Job) -> Library:
    if job.build not in _LIBRARIES:
        _LIBRARIES.clear()
        _LIBRARIES[job.build] = open_library(job.workspace)
    return _LIBRARIES[job.build]


def _inspection(job: Job, typesetter: Typesetter, early: Early) -> Inspection:
    key = job.build, job.brief
    if key not in _INSPECTED:
        _INSPECTED.clear()
        ready = None if typesetter is in_this_process else partial(_begin_early, job, typesetter, early)
        library = _library(job)
        found = inspect(job.workspace, (job.brief,), library, ready=ready, whole=job.only)
        library.held.release(
            [name for each in found.briefs if each.case for name in cited_sources(each.case)]
        )
        _INSPECTED[key] = found
    return _INSPECTED[key]


def _begin_early(job: Job, typesetter: Typesetter, early: Early, case: Case) -> None:
    """Have the first page set while the brief is checked: if it is faulty, the page is dropped."""
    audience, remembered = job.targets[0]
    if job.known.get(audience):
        return
    # A brief that is yet to be checked may hold what cannot be composed; if the checks let it pass, it is told then.
    with contextlib.suppress(Exception):
        resolved = resolve(job.workspace, audience)
        look_at_templates(resolved, early.hasher)
        early.begun[audience] = begin(case, resolved, job.formats, remembered, typesetter)


def run(job: Job, typesetter: Typesetter = in_this_process) -> Done:
    """Check the brief and make its stale editions."""
    early = Early(Hasher(job.workspace.root))
    inspection = _inspection(job, typesetter, early)
    (brief,) = inspection.briefs
    found = inspection.report().diagnostics
    summary = inspection.report().summary
    counts = (summary.items, summary.quotes, summary.waived)
    if inspection.blocked(brief) or brief.case is None:
        return Done(job.brief, found, counts, True)
    made = tuple(_made(job, inspection, brief, typesetter, early))
    return Done(
        job.brief,
        found,
        counts,
        False,
        tuple(each for each, _ in made),
        tuple(f for _, faults in made for f in faults),
    )


def _made(
    job: Job, inspection: Inspection, brief: Inspected, typesetter: Typesetter, early: Early
) -> Iterator[tuple[Made, tuple[Diagnostic, ...]]]:
    assert brief.case is not None
    hasher = early.hasher
    hasher.learn(_read(job.workspace, hasher, brief, brief.case))
    for audience, remembered in job.targets:
        resolved = resolve(job.workspace, audience)
        registers = inspection.library.registers
        inputs = edition_inputs(job.workspace, brief, brief.case, registers, resolved, hasher)
        known = job.known.get(audience, {})
        if _is_known(job.formats, known, inputs_digest(inputs.named)):
            outputs = {form: entry.sha256 for form, entry in known.items()}
            record = EditionRecord(inputs.named, inputs.files, outputs, remembered)
            yield Made(audience, {}, record, fresh=True), ()
            continue
        ask = partial(begin, brief.case, resolved, job.formats, remembered, typesetter)
        produced = _produced(job, resolved, early.begun.get(audience), ask)
        record = EditionRecord(inputs.named, inputs.files, {}, produced.memory)
        made = Made(audience, produced.files, record if produced.files else None, leaked=produced.leaked)
        yield made, tuple(_diagnosed(inspection.workspace, brief, resolved, produced))


def _produced(
    job: Job, resolved: Resolved, begun: Begun | Produced | None, ask: Callable[[], Begun | Produced]
) -> Produced:
    """The edition, which `ask` begins if that is still to be done: nothing where its audience has a fault."""
    # Loaded while the first page is under way.
    from briefgen.inspection.auditing import audit

    audited = audit(job.workspace, resolved)
    faulty = tuple(each for each in audited if _severity(each) is Severity.ERROR)
    if faulty:
        produced = Produced(resolved.id, findings=faulty)
    else:
        produced = finish(ask() if begun is None else begun, job.formats)
    told = tuple(each for each in audited if _severity(each) is Severity.WARNING)
    return replace(produced, findings=(*told, *produced.findings))


def _read(workspace: Workspace, hasher: Hasher, brief: Inspected, case: Case) -> dict[str, str | None]:
    """The digests of what was read for a brief, as it was then: the next build takes up what was edited since."""
    read = {**workspace.read, **brief.read}
    for source in cited_sources(case).values():
        if source.was_read and source.path is not None and source.sha256 is not None:
            read[hasher.name(source.path)] = source.sha256
    return read


def _severity(finding: Finding) -> Severity:
    return finding.severity or rule(finding.rule).severity


def _is_known(formats: tuple[str, ...], known: Mapping[str, Entry], inputs: str) -> bool:
    """Whether outputs that stand there already were made from these very inputs."""
    return all(form in known and known[form].inputs == inputs for form in formats)


def _diagnosed(
    workspace: Workspace, brief: Inspected, resolved: Resolved, produced: Produced
) -> Iterator[Diagnostic]:
    documents = {document.path: document for document in (brief.document, *resolved.documents)}
    for finding in produced.findings:
        diagnostic = diagnose(finding, documents, workspace.settings, brief.document, brief.id)
        if diagnostic is not None:
            yield replace(diagnostic, audience=resolved.id)
