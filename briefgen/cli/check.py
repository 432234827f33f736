"""`briefgen check`: every fault, nothing written."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Form(StrEnum):
    """The forms of a report."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    GITLAB = "gitlab"
    SARIF = "sarif"


def check(
    context: typer.Context,
    briefs: Annotated[list[str] | None, typer.Argument(metavar="BRIEF", help="Briefs by id or file; default: all.")] = None,
    form: Annotated[Form, typer.Option("--format", help="How the faults are printed.")] = Form.TEXT,
) -> None:
    """Find every fault in the briefs and their sources; write nothing.

    Exit code 0: no error (warnings may be); 1: at least one error; 2: the check could not run.

    Examples: `briefgen check`, `briefgen check iraq-coalition-transition --format json`
    """
    from briefgen.cli.output import print_report
    from briefgen.inspection import inspect
    from briefgen.workspace import open_workspace

    workspace = open_workspace(context.obj if isinstance(context.obj, Path) else None)
    report = inspect(workspace, workspace.select(tuple(briefs or ()))).report()
    print_report(report, form.value, sys.stdout, workspace.root)
    raise typer.Exit(1 if report.failed else 0)
