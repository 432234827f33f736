"""`briefgen verify`: a published PDF against its embedded data and the archived sources."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from briefgen.verification import Verdict
    from briefgen.workspace import Workspace

MARKS = {True: "holds", False: "FAILS", None: "not asked"}


class Form(StrEnum):
    """The forms of the answers."""

    TEXT = "text"
    JSON = "json"


def verify(
    context: typer.Context,
    files: Annotated[list[Path], typer.Argument(metavar="FILE.pdf", help="PDFs made by briefgen.")],
    form: Annotated[Form, typer.Option("--format", help="How the answers are printed.")] = Form.TEXT,
) -> None:
    """Check that published PDFs are unaltered. Their pages have to show their data, and the quotes to
    stand in the sources.

    Works offline. In a workspace (or with -C) it also asks whether the sources are unchanged, whether every quote
    still stands, and whether the brief, built now, gives the same bytes.

    Exit code 0: all that was asked holds; 1: something does not; 2: a file could not be read.

    Examples: `briefgen verify dist/iraq-coalition-transition/default.pdf`, `briefgen -C archive verify *.pdf`
    """
    from briefgen.cli.output import note
    from briefgen.errors import UsageFault
    from briefgen.verification import verify as verify_file

    workspace = _workspace(context)
    verdicts, unread = [], False
    for path in files:
        try:
            verdicts.append(verify_file(path, workspace))
        except UsageFault as fault:  # the other files are answered for all the same
            note(f"briefgen: {fault}")
            unread = True
    if verdicts or form is Form.JSON:
        typer.echo(_as_json(verdicts) if form is Form.JSON else "\n".join(map(_as_text, verdicts)))
    raise typer.Exit(2 if unread else 1 if any(verdict.failed for verdict in verdicts) else 0)


def _workspace(context: typer.Context) -> "Workspace | None":
    """The workspace that is named, or the nearest one; none is fine where none was named."""
    from briefgen.errors import UsageFault
    from briefgen.workspace import open_workspace

    if isinstance(context.obj, Path):
        return open_workspace(context.obj)
    try:
        return open_workspace(None)
    except UsageFault:
        return None


def _as_text(verdict: "Verdict") -> str:
    lines = [f"{MARKS[answer.holds]:>9}  {answer.question}: {answer.said}" for answer in verdict.answers]
    return "\n".join([verdict.file, *lines])


def _as_json(verdicts: "list[Verdict]") -> str:
    import json
    from dataclasses import asdict

    files = [{**asdict(verdict), "failed": verdict.failed} for verdict in verdicts]
    return json.dumps({"version": 1, "files": files}, ensure_ascii=False, indent=1)
