"""What `build --fit report` tells: how every edition that is asked for would sit on its pages. Nothing is written."""

from collections.abc import Iterator

from briefgen.audiences import Resolved, resolve, select_audiences
from briefgen.building.production import fit
from briefgen.inspection.inspecting import Inspected, inspect
from briefgen.pages import Faults, Typeset
from briefgen.pages.report import Line, table
from briefgen.workspace import Workspace


def fit_report(workspace: Workspace, briefs: tuple[str, ...], audiences: tuple[str, ...]) -> tuple[str, bool]:
    """The table, and whether every edition was laid out and fits.

    Raises:
        UsageFault: a brief or an audience is not known.
    """
    chosen = [resolve(workspace, name) for name in select_audiences(workspace, audiences)]
    inspection = inspect(workspace, workspace.select(briefs))
    blocked = {brief.id for brief in inspection.briefs if inspection.blocked(brief)}
    lines = [line for brief in inspection.briefs for line in _lines(brief, brief.id in blocked, chosen)]
    return table(lines), all(isinstance(line.outcome, Typeset) for line in lines)


def _lines(brief: Inspected, is_blocked: bool, audiences: list[Resolved]) -> Iterator[Line]:
    for resolved in audiences:
        yield Line(f"{brief.id}/{resolved.id}", _outcome(brief, is_blocked, resolved))


def _outcome(brief: Inspected, is_blocked: bool, resolved: Resolved) -> Typeset | Faults | str:
    if is_blocked or brief.case is None:
        return "the brief has faults: briefgen check"
    outcome = fit(brief.case, resolved)
    if isinstance(outcome, tuple):
        return "; ".join(finding.message for finding in outcome)
    return outcome
