"""`briefgen init`: starts a workspace."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import Annotated

import typer


class Service(StrEnum):
    """The services that `--ci` writes files for."""

    GITHUB = "github"
    GITLAB = "gitlab"


NAMES = {Service.GITHUB: "GitHub", Service.GITLAB: "GitLab"}


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The folder; made where it lacks.")] = Path(),
    ci: Annotated[
        Service | None,
        typer.Option("--ci", help="Also write what makes this service check and build the briefs."),
    ] = None,
) -> None:
    """Start a workspace that builds at once.

    It gets an example brief with its source, and the schemas that make your editor check what you write.
    Files that stand already are never touched; a workspace that stands already only gets the files of `--ci`. These go to the
    top of its git repository, where the service looks for them.

    Examples: `briefgen init my-briefs && cd my-briefs && briefgen build`, `briefgen init --ci github`
    """
    from briefgen.errors import UsageFault
    from briefgen.publishing import publish
    from briefgen.starting import ci_files, repository_of, requirements_path, workspace_files

    if folder.exists() and not folder.is_dir():
        raise UsageFault(f"{folder} is a file, not a folder")
    stands = (folder / "briefs").exists()
    if stands and ci is None:
        raise UsageFault(
            f"{folder} is a workspace already: it holds briefs/ (add a brief with `briefgen new NAME`)"
        )
    wanted = {} if stands else {folder / name: data for name, data in workspace_files().items()}
    if ci is not None:
        top = repository_of(folder)
        place = PurePosixPath(folder.absolute().relative_to(top).as_posix())
        where = folder if place == PurePosixPath() else top
        wanted |= {where / name: data for name, data in ci_files(ci.value, place).items()}
    made = {path: data for path, data in wanted.items() if not path.exists()}
    publish(made)
    for path in sorted(made):
        typer.echo(f"wrote {path}")
    for path in sorted(wanted.keys() - made.keys()):
        typer.echo(f"kept {path}")
    if not stands:
        step = "" if folder == Path() else f"cd {folder} && "
        typer.echo(f"next: {step}briefgen build (the page will be dist/example/default.pdf)")
    if ci is not None:
        _say_next(ci, where / requirements_path(ci.value), made)


def _say_next(ci: Service, requirements: Path, made: Mapping[Path, bytes]) -> None:
    """What is left to do before the service can run, for files that were just written."""
    from briefgen.starting import installed_from

    if requirements in made:
        line = installed_from(made[requirements])
        if line is None:
            typer.echo(
                f"first: say in {requirements} where CI gets briefgen: this copy came from a folder of this machine"
            )
        else:
            typer.echo(f"CI installs {line}")
    typer.echo(f"next: commit these files and push; the head of each says what {NAMES[ci]} has to allow")
