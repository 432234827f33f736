"""The order of the stages: briefs are checked, editions made, outputs published."""

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from briefgen.audiences import Resolved, resolve, select_audiences
from briefgen.diagnostics import Diagnostic, Report
from briefgen.errors import UsageFault
from briefgen.inspection import Inspected, Inspection, diagnose, inspect, make_report
from briefgen.production import FORMATS, Produced, produce
from briefgen.publishing import exclusive, publish
from briefgen.reporting.json_report import to_data
from briefgen.validation import nearest
from briefgen.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Options:
    """What a build is asked for; empty tuples mean everything. `out` is an absolute path."""

    briefs: tuple[str, ...]
    audiences: tuple[str, ...]
    formats: tuple[str, ...]
    out: Path
    force: bool = False


@dataclass(frozen=True, slots=True)
class Built:
    """An edition that was made, why, and its files."""

    brief: str
    audience: str
    reason: str
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a build did: the editions made, those that were fresh, the briefs or editions refused, every diagnostic."""

    report: Report
    built: tuple[Built, ...]
    fresh: int
    refused: tuple[str, ...]

    @property
    def failed(self) -> bool:
        """Whether anything was refused."""
        return self.report.failed or bool(self.refused)

    def summary(self) -> str:
        """One line for people."""
        if not self.built and not self.refused:
            return "up to date"
        said = [f"built {len(self.built)} edition{'' if len(self.built) == 1 else 's'}"]
        said += [f"{self.fresh} up to date"] * bool(self.fresh)
        said += [f"refused {', '.join(self.refused)}"] * bool(self.refused)
        return "; ".join(said)

    def write_report(self, path: Path) -> None:
        """Write what was built, why, and every diagnostic, as JSON to `path`."""
        data = to_data(self.report) | {"built": [asdict(each) for each in self.built], "fresh": self.fresh, "refused": list(self.refused)}
        publish({path.absolute(): (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()})


def build_workspace(workspace: Workspace, options: Options) -> Outcome:
    """Check the briefs and render what is asked for.

    Raises:
        UsageFault: a brief, audience or format is not known.
        EnvironmentFault: outputs cannot be written.
    """
    briefs = workspace.select(options.briefs)
    audiences = [resolve(workspace, name) for name in select_audiences(workspace, options.audiences)]
    formats = select_formats(options.formats)
    inspection = inspect(workspace, briefs)
    with exclusive(options.out):
        return _build(workspace, inspection, audiences, replace(options, formats=formats))


def select_formats(wanted: tuple[str, ...]) -> tuple[str, ...]:
    """The formats that are meant, in the order in which they are known.

    Raises:
        UsageFault: a name is no format.
    """
    for name in wanted:
        if name not in FORMATS:
            near = nearest(name, FORMATS)
            raise UsageFault(f"there is no format {name!r}; " + (f"did you mean {near}?" if near else f"there are: {', '.join(FORMATS)}"))
    return tuple(name for name in FORMATS if name in wanted) or FORMATS


def _build(workspace: Workspace, inspection: Inspection, audiences: list[Resolved], options: Options) -> Outcome:
    built: list[Built] = []
    refused: list[str] = []
    found: list[Diagnostic] = [*_audience_faults(workspace, audiences)]
    for brief in inspection.briefs:
        if inspection.blocked(brief):
            refused.append(brief.id)
            continue
        for resolved, produced in _editions(brief, audiences, options):
            if produced.findings:
                refused.append(f"{brief.id}/{resolved.id}")
                found += _edition_faults(workspace, brief, resolved, produced)
            else:
                built.append(_publish(brief, produced, options))
    checked = inspection.report()
    report = make_report(inspection.briefs, [*checked.diagnostics, *found], checked.extra)
    return Outcome(report, tuple(built), 0, tuple(refused))


def _editions(brief: Inspected, audiences: list[Resolved], options: Options) -> Iterator[tuple[Resolved, Produced]]:
    for resolved in audiences:
        if brief.case is not None and resolved.audience is not None:
            yield resolved, produce(brief.case, resolved, options.formats)


def _publish(brief: Inspected, produced: Produced, options: Options) -> Built:
    files = {options.out / f"{brief.id}" / f"{produced.audience}.{name}": data for name, data in produced.files.items()}
    publish(files)
    return Built(brief.id, produced.audience, "first build", tuple(path.relative_to(options.out).as_posix() for path in files))


def _audience_faults(workspace: Workspace, audiences: list[Resolved]) -> Iterator[Diagnostic]:
    for resolved in audiences:
        documents = {document.path: document for document in resolved.documents}
        diagnosed = (diagnose(finding, documents, workspace.settings) for finding in resolved.findings)
        yield from (replace(each, audience=resolved.id) for each in diagnosed if each)


def _edition_faults(workspace: Workspace, brief: Inspected, resolved: Resolved, produced: Produced) -> Iterator[Diagnostic]:
    documents = {document.path: document for document in (brief.document, *resolved.documents)}
    for finding in produced.findings:
        diagnostic = diagnose(finding, documents, workspace.settings, brief.document, brief.id)
        if diagnostic is not None:
            yield replace(diagnostic, audience=resolved.id)
