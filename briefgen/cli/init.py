"""`briefgen init`: starts a workspace."""

from pathlib import Path
from typing import Annotated

import typer


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder; made where it lacks.")] = Path(),
) -> None:
    """Start a workspace that builds at once.

    It gets an example brief with its source, and the schemas that make your editor check what you write.

    Files that stand already are never touched. Example: `briefgen init my-briefs && cd my-briefs && briefgen build`
    """
    from briefgen.errors import UsageFault
    from briefgen.publishing import publish
    from briefgen.starting import absent, workspace_files

    if folder.exists() and not folder.is_dir():
        raise UsageFault(f"{folder} is a file, not a folder")
    if (folder / "briefs").exists():
        raise UsageFault(
            f"{folder} is a workspace already: it holds briefs/ (add a brief with `briefgen new NAME`)"
        )
    made = absent(folder, workspace_files())
    publish(made)
    for path in sorted(made):
        typer.echo(f"wrote {path}")
    step = "" if folder == Path() else f"cd {folder} && "
    typer.echo(f"next: {step}briefgen build")
