"""`briefgen init`: starts a workspace."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Service(StrEnum):
    """The services that `--ci` writes files for."""

    GITHUB = "github"
    GITLAB = "gitlab"


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder; made where it lacks.")] = Path(),
    ci: Annotated[
        Service | None,
        typer.Option("--ci", help="Also write what makes this service check and build the briefs."),
    ] = None,
) -> None:
    """Start a workspace that builds at once.

    It gets an example brief with its source, and the schemas that make your editor check what you write.
    Files that stand already are never touched; a workspace that stands already only gets the files of `--ci`.

    Examples: `briefgen init my-briefs && cd my-briefs && briefgen build`, `briefgen init --ci github`
    """
    from briefgen.errors import UsageFault
    from briefgen.publishing import publish
    from briefgen.starting import absent, ci_files, workspace_files

    if folder.exists() and not folder.is_dir():
        raise UsageFault(f"{folder} is a file, not a folder")
    stands = (folder / "briefs").exists()
    if stands and ci is None:
        raise UsageFault(
            f"{folder} is a workspace already: it holds briefs/ (add a brief with `briefgen new NAME`)"
        )
    wanted = ({} if stands else workspace_files()) | (ci_files(ci.value) if ci else {})
    made = absent(folder, wanted)
    publish(made)
    for path in sorted(made):
        typer.echo(f"wrote {path}")
    for name in sorted(set(wanted) - {path.relative_to(folder).as_posix() for path in made}):
        typer.echo(f"kept {folder / name}")
    if not stands:
        step = "" if folder == Path() else f"cd {folder} && "
        typer.echo(f"next: {step}briefgen build")
