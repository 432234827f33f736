"""The run of all checks over briefs: from files to diagnostics, nothing written.

Owns the order of the stages up to the checks, waivers, severities, and the one place where a route becomes a line and
a column.
"""

import gc
import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from typing import Any

from briefgen.catalogue import rule
from briefgen.checks.case import Case, build_case
from briefgen.diagnostics import Diagnostic, Finding, Report, Route, Severity, Span, Summary
from briefgen.documents.borrowing import borrow, rehome
from briefgen.documents.reading import Document, load
from briefgen.documents.splicing import resolve_fix
from briefgen.history.cases import shelf, validate_brief
from briefgen.inspection.files import Files, read_lock
from briefgen.inspection.waivers import waive
from briefgen.models.settings import Settings
from briefgen.models.vocabulary import SECTIONS
from briefgen.sources.library import Library, build_library
from briefgen.workspace import Workspace, read_bytes, registers_digest

# The checks are loaded where they are used: what is begun before them (`ready`) need not wait for that.

SHOWN_LINES = 3
"""How many lines of the file a diagnostic shows, at the most."""


@dataclass(frozen=True, slots=True)
class Inspected:
    """One brief after all checks: its document, its case (None: unreadable), its diagnostics.

    `read` has what was read of the workspace for it, sources left out (`Files.read`), `documents` it and the briefs that
    it takes items from (`Files.documents`).
    """

    id: str
    document: Document
    case: Case | None
    diagnostics: tuple[Diagnostic, ...]
    waived: int = 0
    read: Mapping[str, str | None] = field(default_factory=dict)
    documents: Mapping[str, Document] = field(default_factory=dict)

    @property
    def sound(self) -> bool:
        """Whether it may be built: a whole brief without an error."""
        return self.case is not None and all(each.severity is not Severity.ERROR for each in self.diagnostics)


@dataclass(frozen=True, slots=True)
class Inspection:
    """Briefs after all checks; `shared` are the diagnostics of registers, which belong to no brief."""

    workspace: Workspace
    library: Library
    briefs: tuple[Inspected, ...]
    shared: tuple[Diagnostic, ...] = ()
    extra: Mapping[str, object] = field(default_factory=dict)

    def report(self, more: Iterable[Diagnostic] = ()) -> Report:
        """Everything found, and `more`, in order, with the counts."""
        found = [*more, *self.shared, *(each for brief in self.briefs for each in brief.diagnostics)]
        return make_report(self.briefs, found, self.extra)

    def blocked(self, brief: Inspected) -> bool:
        """Whether the brief may not be built: a fault of its own, or of a register entry that it rests on."""
        if not brief.sound or brief.case is None:
            return True
        used = {cited.citation.source for _, cited in brief.case.cited()} | brief.case.grounds
        ruined = {each.item for each in self.shared if each.severity is Severity.ERROR}
        return None in ruined or bool(used & ruined)


def make_report(
    briefs: Iterable[Inspected], found: Iterable[Diagnostic], extra: Mapping[str, object]
) -> Report:
    """Count and order `found`, the diagnostics over `briefs`."""
    ordered = tuple(sorted(found, key=lambda each: each.order))
    seen = tuple(briefs)
    cases = [brief.case for brief in seen if brief.case]
    summary = Summary(
        briefs=len(seen),
        items=sum(len(case.items) for case in cases),
        quotes=sum(len(item.citations) for case in cases for item in case.items),
        errors=sum(each.severity is Severity.ERROR for each in ordered),
        warnings=sum(each.severity is Severity.WARNING for each in ordered),
        waived=sum(brief.waived for brief in seen),
    )
    return Report(summary, ordered, extra)


def inspect(
    workspace: Workspace,
    brief_ids: tuple[str, ...],
    library: Library | None = None,
    must_be_locked: bool = False,
    ready: Callable[[Case], None] | None = None,
    whole: bool | None = None,
) -> Inspection:
    """Check the briefs called `brief_ids` of `workspace`, against `library` where that is open already.

    `must_be_locked` makes it an error that a quote is not in its brief's lock. `ready` is given each case that is well
    formed before it is checked. `whole` tells whether these are all briefs, where that is known: to find out takes a walk
    through all of them.

    Raises:
        UsageFault: a file of the workspace cannot be read at all.
    """
    library = library or open_library(workspace)
    briefs = tuple(
        inspect_brief(workspace, library, brief_id, must_be_locked, ready=ready) for brief_id in brief_ids
    )
    from briefgen.checks.drift.locking import drift_data

    drift = [each for brief in briefs if brief.case for each in drift_data(brief.case)]
    extra = {"drift": drift} if drift else {}
    whole = {*brief_ids} == {*workspace.brief_ids()} if whole is None else whole
    return Inspection(workspace, library, briefs, _shared(workspace, library, briefs, whole), extra)


def open_library(workspace: Workspace) -> Library:
    """Read all registers of the workspace."""
    files = {workspace.relative(path): read_bytes(path) for path in workspace.registers()}
    documents = tuple(load(data, name) for name, data in files.items())
    read = {name: hashlib.sha256(data).hexdigest() for name, data in files.items()}
    return replace(build_library(documents, workspace.root), registers=registers_digest(read))


def shared_diagnostics(
    workspace: Workspace, library: Library, used: Set[str], textless: Iterable[str], all_briefs: bool
) -> tuple[Diagnostic, ...]:
    """What is wrong with the sources: told once, whichever briefs cite them.

    `used` are the ids that are cited, `textless` those of them without a text; what only shows over all briefs of the
    workspace is looked for where `all_briefs` were read.
    """
    from briefgen.checks.all import LIBRARY_CHECKS
    from briefgen.checks.form.sources import unreadable_sources

    findings = [*library.findings, *unreadable_sources(library, textless)]
    if all_briefs:
        findings += [finding for check in LIBRARY_CHECKS for finding in check(library, used)]
    documents = {document.path: document for document in library.documents} if findings else {}
    diagnosed = (diagnose(finding, documents, workspace.settings) for finding in findings)
    return tuple(each for each in diagnosed if each)


def _shared(
    workspace: Workspace, library: Library, briefs: tuple[Inspected, ...], whole: bool
) -> tuple[Diagnostic, ...]:
    from briefgen.checks.form.sources import textless_sources

    cases = [brief.case for brief in briefs if brief.case]
    used = {cited.citation.source for case in cases for _, cited in case.cited()}
    textless = {source.record.id for case in cases for source in textless_sources(case)}
    return shared_diagnostics(workspace, library, used, textless, whole and len(cases) == len(briefs))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the search for cycles: checks make many small records and none in a circle."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


@_uncollected()
def inspect_brief(
    workspace: Workspace,
    library: Library,
    brief_id: str,
    must_be_locked: bool = False,
    drafts: Mapping[str, bytes] | None = None,
    ready: Callable[[Case], None] | None = None,
) -> Inspected:
    """Run every check over one brief; `drafts` holds files that are not written yet, by path in the workspace.

    `ready` is given the case before it is checked, if nothing is wrong with its form.
    """
    files = Files(workspace, drafts or {})
    document = files.brief(brief_id)
    validated = validate_brief(document, workspace.settings)
    document = validated.document(document)
    borrowed = borrow(brief_id, validated, shelf(files.other, workspace.settings, library.sources))
    whole = borrowed.validated(validated) if borrowed else validated
    lock, broken = read_lock(files, brief_id)
    case = build_case(
        brief_id, whole, library.sources, workspace.settings, library.whole, lock, must_be_locked
    )
    findings = [*document.findings, *broken, *validated.findings, *(borrowed.findings if borrowed else ())]
    if case is not None:
        grounds = borrowed.grounds if borrowed else frozenset[str]()
        case = replace(case, audiences=workspace.audiences(), faulty_sources=library.faulty, grounds=grounds)
        case, unfound = _with_earlier(workspace, case)
        findings += unfound
        if ready is not None and not findings:
            ready(case)
        # Of a lock that cannot be read nobody need be told that it lacks every quote.
        findings += [each for each in _checked(case) if not (broken and each.rule == "not-locked")]
    kept, waived = waive(findings, case) if case else (findings, 0)
    homes = borrowed.homes if borrowed else {}
    kept = [rehome(finding, homes) for finding in kept]
    others = (document, *library.documents, *(home.document for home in homes.values()))
    documents = {each.path: each for each in others}
    diagnosed = (diagnose(each, documents, workspace.settings, document, brief_id) for each in kept)
    found = tuple(dict.fromkeys(each for each in diagnosed if each))
    return Inspected(brief_id, document, case, found, waived, files.read, files.documents)


def _checked(case: Case) -> list[Finding]:
    from briefgen.checks.all import CHECKS

    return [finding for check in CHECKS for finding in check(case)]


def _with_earlier(workspace: Workspace, case: Case) -> tuple[Case, list[Finding]]:
    """The case with the earlier state that `changes_since` names, where it names one."""
    if case.brief.changes_since is None:
        return case, []
    # Git and published editions are only read for briefs that want it.
    from briefgen.history.earlier import find_earlier

    earlier = find_earlier(workspace, case)
    return (case, [earlier]) if isinstance(earlier, Finding) else (replace(case, earlier=earlier), [])


def diagnose(
    finding: Finding,
    documents: Mapping[str, Document],
    settings: Settings,
    brief: Document | None = None,
    brief_id: str | None = None,
) -> Diagnostic | None:
    """Resolve a finding to lines and columns; None where its rule is off."""
    severity = settings.rules.get(finding.rule) or finding.severity or rule(finding.rule).severity
    if severity is Severity.OFF:
        return None
    document = documents.get(finding.path) if finding.path else brief
    if document is None:
        path, span = finding.path or "", finding.span or Span(1, 1, 1, 1)
        return Diagnostic(
            finding.rule, severity, finding.message, path, span, brief_id,
            help=finding.help, source=finding.source,
        )  # fmt: skip
    span = finding.span or document.span(
        finding.route, finding.start, finding.end, finding.on_key, finding.on_value
    )
    fixes = (resolve_fix(document, fix) for fix in finding.fixes)
    # Nobody is shown the line of what is only worth knowing, and there is much of it.
    shown = () if severity is Severity.INFO else _shown(document, span)
    return Diagnostic(
        finding.rule, severity, finding.message, document.path, span, brief_id,
        item_name(document.data, finding.route), finding.help, tuple(fix for fix in fixes if fix), shown,
    )  # fmt: skip


def item_name(data: Any, route: Route) -> str | None:
    """The name of the item that `route` lies in: its id, or its place where it has none."""
    if route[:1] == ("map",):
        return "map"
    if len(route) < 2 or route[0] not in (*SECTIONS, "sources") or not isinstance(route[1], int):
        return None
    try:
        named = data[route[0]][route[1]].get("id")
    except (KeyError, IndexError, TypeError, AttributeError):
        named = None
    return str(named) if isinstance(named, str) and named else f"{route[0]}[{route[1]}]"


def _shown(document: Document, span: Span) -> tuple[str, ...]:
    return tuple(document.lines()[span.line - 1 : min(span.end_line, span.line + SHOWN_LINES - 1)])
