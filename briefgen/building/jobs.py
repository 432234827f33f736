"""One brief's worth of building, fit to be done in another process: plain data in, plain data out, nothing written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from briefgen.audiences import Resolved, resolve
from briefgen.building.fingerprints import edition_inputs
from briefgen.building.hashing import Hasher
from briefgen.building.manifest import Entry, inputs_digest
from briefgen.building.production import Produced, produce
from briefgen.building.records import EditionRecord
from briefgen.catalogue import rule
from briefgen.diagnostics import Diagnostic, Finding, Severity
from briefgen.inspection.auditing import audit
from briefgen.inspection.inspecting import Inspected, Inspection, diagnose, inspect, open_library
from briefgen.sources.library import Library
from briefgen.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Job:
    """The stale editions of one brief. `known` holds what the outputs' manifest says of each, where it says anything."""

    workspace: Workspace
    brief: str
    targets: tuple[tuple[str, str | None], ...]
    formats: tuple[str, ...]
    known: Mapping[str, Mapping[str, Entry]] = field(default_factory=dict)


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


_LIBRARIES: dict[Path, Library] = {}
"""The library that this process has open, by workspace: read once for all its jobs."""


def forget() -> None:
    """Drop what this process knows of registers: the next job reads them anew."""
    _LIBRARIES.clear()


def _library(workspace: Workspace) -> Library:
    if workspace.root not in _LIBRARIES:
        _LIBRARIES[workspace.root] = open_library(workspace)
    return _LIBRARIES[workspace.root]


def run(job: Job) -> Done:
    """Check the brief and make its stale editions."""
    workspace = job.workspace
    library = _library(workspace)
    inspection = inspect(workspace, (job.brief,), library)
    (brief,) = inspection.briefs
    found = inspection.report().diagnostics
    summary = inspection.report().summary
    counts = (summary.items, summary.quotes, summary.waived)
    if inspection.blocked(brief) or brief.case is None:
        return Done(job.brief, found, counts, True)
    made = tuple(_made(job, inspection, brief))
    return Done(
        job.brief,
        found,
        counts,
        False,
        tuple(each for each, _ in made),
        tuple(f for _, faults in made for f in faults),
    )


def _made(
    job: Job, inspection: Inspection, brief: Inspected
) -> Iterator[tuple[Made, tuple[Diagnostic, ...]]]:
    hasher = Hasher(job.workspace.root)
    assert brief.case is not None
    for audience, remembered in job.targets:
        resolved = resolve(job.workspace, audience)
        inputs = edition_inputs(job.workspace, brief.case, resolved, hasher)
        known = job.known.get(audience, {})
        if _is_known(job.formats, known, inputs_digest(inputs.named)):
            outputs = {form: entry.sha256 for form, entry in known.items()}
            yield (
                Made(
                    audience, {}, EditionRecord(inputs.named, inputs.files, outputs, remembered), fresh=True
                ),
                (),
            )
            continue
        faulty = tuple(each for each in audit(job.workspace, resolved) if _stops(each))
        produced = (
            Produced(audience, findings=faulty)
            if faulty
            else produce(brief.case, resolved, job.formats, remembered)
        )
        record = EditionRecord(inputs.named, inputs.files, {}, produced.memory)
        faults = tuple(_diagnosed(inspection.workspace, brief, resolved, produced))
        yield (
            Made(audience, produced.files, record if produced.files else None, leaked=produced.leaked),
            faults,
        )


def _stops(finding: Finding) -> bool:
    return (finding.severity or rule(finding.rule).severity) is Severity.ERROR


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
