"""`briefgen diff`: what changed in facts, quotes and sources."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from briefgen.cli.completing import complete_briefs


class Form(StrEnum):
    """The forms of the report."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


def diff(
    context: typer.Context,
    since: Annotated[
        str, typer.Argument(metavar="REF", help="A git revision, or a published edition (PDF or JSON).")
    ] = "HEAD",
    briefs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="BRIEF", help="Briefs by id or file; default: all.", autocompletion=complete_briefs
        ),
    ] = None,
    form: Annotated[
        Form, typer.Option("--format", help="text, markdown (for pull requests) or json.")
    ] = Form.TEXT,
) -> None:
    """Tell what changed since a git revision or a published edition. Compared are statements, figures, quotes,
    sources and readers.

    Nothing is checked out and nothing is written. An edition is held against what its own audience would get now.

    Exit code 0: told, whether or not anything changed; 2: the revision or edition cannot be read, or there is no
    such brief.

    Examples: `briefgen diff`, `briefgen diff v1.2 --format markdown`, `briefgen diff published/analyst.pdf`,
    `briefgen diff HEAD iraq-coalition-transition`
    """
    from briefgen.cli.output import colours
    from briefgen.differences.data import render_json
    from briefgen.differences.markdown import render_markdown
    from briefgen.differences.text import render_text
    from briefgen.surveying import difference_since
    from briefgen.workspace import open_workspace

    workspace = open_workspace(context.obj if isinstance(context.obj, Path) else None)
    difference = difference_since(workspace, since, tuple(briefs or ()))
    if form is Form.TEXT:
        sys.stdout.write(render_text(difference, colours(sys.stdout)))
    else:
        sys.stdout.write(render_json(difference) if form is Form.JSON else render_markdown(difference))
    sys.stdout.flush()
