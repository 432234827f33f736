"""A check from end to end: recall what holds, judge the rest, add what only shows over all briefs."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from briefgen.audiences import select_audiences
from briefgen.checking.memory import Memory, open_memory
from briefgen.checking.now import Now
from briefgen.checking.verdicts import Verdict, diagnostics_data, diagnostics_of, verdict_data, verdict_of
from briefgen.diagnostics import Diagnostic, Report, Severity, Summary
from briefgen.workspace import Workspace

WORTH_A_WORKER = 12
"""So many briefs to judge pay for another process."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found, and what it was silent on: statements counted by rules and languages."""

    report: Report
    silence: Counter[tuple[str, str]]


def check_workspace(
    workspace: Workspace,
    briefs: tuple[str, ...],
    locked: bool = False,
    jobs: int = 1,
    remember: bool = True,
) -> Checked:
    """Check the briefs called so; `jobs` 0 means all cores. Without `remember`, nothing is recalled or kept.

    Raises:
        UsageFault: a file of the workspace cannot be read at all.
        EnvironmentFault: a worker process died.
    """
    memory = open_memory(workspace.root) if remember else Memory(None)
    now = Now(workspace, memory)
    verdicts = tuple(_verdicts(now, briefs, locked, jobs))
    found = [*_audiences(now), *(each for verdict in verdicts for each in verdict.readers)]
    found += [*_shared(now, verdicts), *(each for verdict in verdicts for each in verdict.diagnostics)]
    _save(now)
    silence: Counter[tuple[str, str]] = Counter()
    for rules, languages, count in (each for verdict in verdicts for each in verdict.silence):
        silence[rules, languages] += count
    return Checked(_report(verdicts, found), silence)


def judged(workspace: Workspace, briefs: tuple[str, ...], locked: bool, jobs: int) -> Iterator[Verdict]:
    """Yield the verdicts on the briefs called so, in order, without what only shows over all of them."""
    memory = open_memory(workspace.root)
    now = Now(workspace, memory)
    yield from _verdicts(now, briefs, locked, jobs)
    _save(now)


def _verdicts(now: Now, briefs: tuple[str, ...], locked: bool, jobs: int) -> Iterator[Verdict]:
    """The verdict on each brief, in order: the one that is remembered, where it holds."""
    known = {brief: _recall(now, brief, locked) for brief in briefs}
    fresh = _judge(now, tuple(brief for brief in briefs if known[brief] is None), locked, jobs)
    for brief in briefs:
        verdict = known[brief]
        if verdict is None:
            verdict = next(fresh)
            if verdict.inputs is not None:
                now.memory.put(_name(brief, locked), verdict_data(verdict))
            verdict = verdict.to_report()
        yield verdict


def _name(brief: str, locked: bool) -> str:
    return f"{'locked' if locked else 'brief'} {brief}"


def _recall(now: Now, brief: str, locked: bool) -> Verdict | None:
    data = now.memory.get(_name(brief, locked))
    return verdict_of(brief, data).to_report() if data is not None and now.holds(data[0]) else None


def _judge(now: Now, briefs: tuple[str, ...], locked: bool, jobs: int) -> Iterator[Verdict]:
    if not briefs:
        return
    # The rules and all that they read with are loaded only where something must be judged.
    from briefgen.checking.judging import Task, judge, prepare

    prepare(now.workspace, now.library)
    tasks = [Task(now.workspace, brief, locked, now.world) for brief in briefs]
    most = len(tasks) // WORTH_A_WORKER
    if most <= 1 or jobs == 1:
        yield from map(judge, tasks)
        return
    from briefgen.building.processes import cores, in_processes

    yield from in_processes(judge, tasks, min(jobs or cores(), most))


def _audiences(now: Now) -> tuple[Diagnostic, ...]:
    """What is wrong with the audiences themselves."""
    key = now.templates
    known = now.memory.get("audiences")
    if known is not None and known[0] == key:
        return diagnostics_of(known[1])
    from briefgen.inspection.auditing import audit_all

    found = tuple(audit_all(now.workspace, select_audiences(now.workspace, ())))
    now.memory.put("audiences", [key, diagnostics_data(found)])
    return found


def _shared(now: Now, verdicts: tuple[Verdict, ...]) -> tuple[Diagnostic, ...]:
    """What is wrong with the sources, told once for all briefs."""
    used = sorted({name for verdict in verdicts for name in verdict.cited})
    textless = sorted({name for verdict in verdicts for name in verdict.textless})
    ids = {verdict.brief for verdict in verdicts}
    whole = all(verdict.whole for verdict in verdicts) and ids == now.brief_ids
    key = [now.standing, used if whole else [], whole]
    known = now.memory.get("shared")
    # Why a source has no text may change with nothing but its permissions.
    if known is not None and known[0] == key and not textless:
        return diagnostics_of(known[1])
    from briefgen.inspection.inspecting import shared_diagnostics

    found = shared_diagnostics(now.workspace, now.library, set(used), textless, whole)
    now.memory.put("shared", [key, diagnostics_data(found)])
    return found


def _save(now: Now) -> None:
    """Keep what was found, and forget briefs that are gone."""
    kept: list[str] = ["registers", "audiences", "shared"]
    for brief in now.brief_ids:
        kept += [_name(brief, True), _name(brief, False)]
    now.memory.keep(set(kept))
    now.memory.save()


def _report(verdicts: tuple[Verdict, ...], found: list[Diagnostic]) -> Report:
    ordered = tuple(sorted(found, key=lambda each: each.order))
    severities = Counter(each.severity for each in ordered)
    items, quotes, waived = (sum(verdict.counts[place] for verdict in verdicts) for place in range(3))
    summary = Summary(
        len(verdicts), items, quotes, severities[Severity.ERROR], severities[Severity.WARNING], waived
    )
    drift: list[Any] = [each for verdict in verdicts for each in verdict.drift]
    return Report(summary, ordered, {"drift": drift} if drift else {})
