"""`briefgen new`: starts a brief."""

import re
from pathlib import Path
from typing import Annotated

import typer

ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)*\Z")


def new(
    context: typer.Context,
    brief: Annotated[
        str, typer.Argument(metavar="BRIEF", help="Its id, in kebab-case; folders are allowed.")
    ],
) -> None:
    """Start a brief: a commented skeleton for your editor.

    Its first line names the schema that makes your editor check what you write.

    An existing brief is never overwritten. Example: `briefgen new sahel/fuel-prices`
    """
    from briefgen.errors import UsageFault
    from briefgen.publishing import publish
    from briefgen.starting import absent, brief_text, schema_files
    from briefgen.workspace import open_workspace

    workspace = open_workspace(context.obj if isinstance(context.obj, Path) else None)
    name = brief.removesuffix(".yaml").removeprefix("./").removeprefix("briefs/")
    if not ID.match(name):
        raise UsageFault(f"{brief!r} is no id: small letters, digits and single hyphens, as `fuel-prices`")
    path = workspace.brief_path(name)
    if path.exists():
        raise UsageFault(f"{workspace.relative(path)} stands already; it is not overwritten")
    publish(absent(workspace.root, schema_files()) | {path: brief_text(name).encode()})
    typer.echo(f"wrote {workspace.relative(path)}")
