"""`briefgen lock`: records what has been reviewed."""

import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefgen.cli.completing import complete_briefs

if TYPE_CHECKING:
    from briefgen.diagnostics import Report

FAMILIES = ("form", "quotes", "drift")
"""The families of the rules by which a quote may not be recorded."""


def lock(
    context: typer.Context,
    briefs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="BRIEF", help="Briefs by id or file; default: all.", autocompletion=complete_briefs
        ),
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; fail if a lock is not up to date.")
    ] = False,
) -> None:
    """Record the sources and the places of quotes as reviewed.

    A quote that is not found in one place is told and not recorded; where a source cannot be read, its records stay as
    they were. Exit code 0: all recorded (with --check: up to date); 1: a quote is not found, a source not read, or a
    lock not up to date; 2: the command could not run.

    Examples: `briefgen lock`, `briefgen lock iraq-coalition-transition --check`
    """
    from briefgen.cli.output import note, print_grave
    from briefgen.counting import count
    from briefgen.evidence.text.said import said
    from briefgen.inspection.inspecting import inspect
    from briefgen.lockfile import lock_file
    from briefgen.publishing import publish
    from briefgen.workspace import open_workspace

    workspace = open_workspace(context.obj if isinstance(context.obj, Path) else None)
    inspection = inspect(workspace, workspace.select(tuple(briefs or ())))
    files = [lock_file(workspace, brief.case) for brief in inspection.briefs if brief.case]
    faulty = len(files) < len(inspection.briefs) or any(file.unrecorded or file.kept for file in files)
    stale = [file for file in files if not file.up_to_date]
    if faulty:
        print_grave(_hindering(inspection.report()), sys.stderr)
    if not check:
        publish({workspace.root / file.path: file.data for file in stale})
    for file in files:
        held = f"{count(file.quotes, 'quote')} in {count(file.sources, 'source')}"
        if file.up_to_date:
            state = "cannot be compared in full" if file.kept else "is up to date"
            typer.echo(f"{file.path} {state}: {held}")
        elif check:
            typer.echo(f"{file.path} is not up to date: {file.stale} ({held})")
        else:
            typer.echo(f"{file.path} written: {held}")
    for file in files:
        for cited in file.unrecorded:
            note(f"{file.path}: not recorded: {cited.citation.source}: {said(cited.citation.quote)}")
        for cited in file.kept:
            note(f"{file.path}: kept from before: {cited.citation.source}: {said(cited.citation.quote)}")
    for line in () if briefs else workspace.widowed_locks():
        note(line)
    raise typer.Exit(1 if faulty or (check and stale) else 0)


def _hindering(report: "Report") -> "Report":
    """What keeps a lock from being whole: errors of files, sources and quotes, and not what is wrong with statements."""
    from briefgen.catalogue import rule
    from briefgen.diagnostics import Severity

    errors = (each for each in report.diagnostics if each.severity is Severity.ERROR)
    return replace(report, diagnostics=tuple(each for each in errors if rule(each.rule).family in FAMILIES))
