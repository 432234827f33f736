"""`briefgen check`: every fault, nothing written but the safe fixes that are asked for."""

import sys
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from briefgen.cli.completing import complete_briefs

if TYPE_CHECKING:
    from collections import Counter

    from briefgen.workspace import Workspace


class Form(StrEnum):
    """The forms of a report."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    GITLAB = "gitlab"
    SARIF = "sarif"


def check(
    context: typer.Context,
    briefs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="BRIEF", help="Briefs by id or file; default: all.", autocompletion=complete_briefs
        ),
    ] = None,
    form: Annotated[Form, typer.Option("--format", help="How the faults are printed.")] = Form.TEXT,
    explain_item: Annotated[
        str | None,
        typer.Option(
            "--explain-item",
            metavar="ID",
            help="Show what was read in the words of this item and of its quotes.",
        ),
    ] = None,
    fix: Annotated[
        bool, typer.Option("--fix", help="Make the changes that are shown as `fix`; none changes a claim.")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="With --fix: show the fixes, write nothing.")] = False,
    locked: Annotated[
        bool, typer.Option("--locked", help="Fail where a quote is not in its brief's lock.")
    ] = False,
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", min=0, help="Worker processes; 0: one for each core.")
    ] = 0,
    no_cache: Annotated[
        bool, typer.Option("--no-cache", help="Check everything anew, and remember nothing.")
    ] = False,
) -> None:
    """Find every fault in the briefs and their sources. Nothing is changed (save by --fix).

    What has not changed since the last check is not read again: .briefgen/cache remembers it, and may be deleted.

    Exit code 0: no error (warnings may be); 1: at least one error; 2: the check could not run.

    Examples: `briefgen check`, `briefgen check iraq-coalition-transition --format json`
    """
    from briefgen.cli.output import note, print_report
    from briefgen.errors import UsageFault
    from briefgen.workspace import open_workspace

    if diff and not fix:
        raise UsageFault("--diff shows what --fix would do: give both")
    workspace = open_workspace(context.obj if isinstance(context.obj, Path) else None)
    if explain_item is not None:
        from briefgen.cli.explaining import explain_to

        explain_to(sys.stdout, workspace, tuple(briefs or ()), explain_item, form.value)
        raise typer.Exit(0)
    from briefgen.checking.running import check_workspace

    if workspace.settings.audiences:
        from briefgen.audiences import select_audiences

        select_audiences(workspace, ())
    ids = workspace.select(tuple(briefs or ()))
    extra = _fix(workspace, ids, diff, form is Form.TEXT) if fix else {}
    checked = check_workspace(workspace, ids, locked, jobs, remember=not no_cache)
    report = replace(checked.report, extra={**checked.report.extra, **extra})
    print_report(report, form.value, sys.stdout, workspace.root)
    for line in _silence(checked.silence):
        note(line)
    for line in () if briefs else (*workspace.overlooked(), *workspace.widowed_locks()):
        note(line)
    raise typer.Exit(1 if report.failed else 0)


def _silence(counted: "Counter[tuple[str, str]]") -> tuple[str, ...]:
    if not counted:
        return ()
    from briefgen.checks.words.silent import say_silence

    return say_silence(counted)


def _fix(workspace: "Workspace", ids: tuple[str, ...], diff: bool, as_text: bool) -> dict[str, object]:
    """Apply or show the safe fixes; return what the JSON report says of them."""
    from collections import Counter

    from briefgen.cli.output import note
    from briefgen.inspection.fixing import fix_briefs
    from briefgen.inspection.inspecting import open_library
    from briefgen.publishing import rewrite

    fixed = fix_briefs(workspace, open_library(workspace), ids)
    if diff and as_text:
        sys.stdout.write(fixed.diff())
    if not diff:
        rewrite({workspace.root / path: data for path, data in fixed.after.items()})
    for title, places in Counter(fixed.titles).items():
        often = f", in {places} places" if places > 1 else ""
        note(f"{'would fix' if diff else 'fixed'} {title}{often}")
    for title in fixed.left:
        note(f"not fixed {title}")
    return {"fixed": list(fixed.titles), **({"diff": fixed.diff()} if diff else {})}
