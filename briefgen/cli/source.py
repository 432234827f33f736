"""`briefgen source`: takes sources in, fetches them again, shows their state."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

source = typer.Typer(
    name="source",
    help="Archive sources, fetch them again, show their state.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


class Form(StrEnum):
    """The forms of the answer."""

    TEXT = "text"
    JSON = "json"


FormOption = Annotated[Form, typer.Option("--format", help="How the answer is printed.")]
PrivateOption = Annotated[
    bool,
    typer.Option(
        "--allow-private", help="Also fetch from addresses of private networks and of this machine."
    ),
]


@source.command()
def add(
    context: typer.Context,
    what: Annotated[
        str,
        typer.Argument(
            metavar="PATH|URL", help="A document, a web address, or a bibliography (.bib .ris .json)."
        ),
    ],
    into: Annotated[
        Path | None,
        typer.Option(
            "--into",
            help="The folder of the register, below seeds/; default: the only register's, else seeds/.",
        ),
    ] = None,
    name: Annotated[str | None, typer.Option("--id", help="Its id; default: from its title.")] = None,
    title: Annotated[
        str | None, typer.Option("--title", help="Its title, where the document states none or a wrong one.")
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            "--type",
            help="What kind of document it is, in the words of CSL: report, webpage, article-newspaper…",
        ),
    ] = None,
    allow_private: PrivateOption = False,
    form: FormOption = Form.TEXT,
) -> None:
    """Archive a document as received, and register it. What it does not say of itself stays null.

    A bibliography fills the register: known sources get what they lack, new ones an entry. Nothing that stands is
    overwritten. Exit code 0: added; 1: it cannot be read as a source; 2: it could not be added.

    Examples: `briefgen source add report.pdf`, `briefgen source add https://example.org/statement --id statement`
    """
    from briefgen.cli.source_adding import Wanted, add_source
    from briefgen.workspace import open_workspace

    workspace = open_workspace(context.obj if isinstance(context.obj, Path) else None)
    stated = {"id": name, "title": title, "type": kind}
    wanted = Wanted(what, into, {key: value for key, value in stated.items() if value}, allow_private)
    raise typer.Exit(add_source(workspace, wanted, form.value, sys.stdout))


@source.command()
def refresh(
    context: typer.Context,
    ids: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ID]...", help="Sources by id; default: all that were fetched."),
    ] = None,
    allow_private: PrivateOption = False,
    form: FormOption = Form.TEXT,
) -> None:
    """Fetch sources again, and say which quotes that touches. The versions that they replace are kept.

    No brief is changed. Exit code 0: every quote still stands; 1: a quote is lost, or a source could not be
    fetched; 2: nothing could be done.

    Examples: `briefgen source refresh`, `briefgen source refresh statement --format json`
    """
    from briefgen.cli.source_refreshing import refresh_sources
    from briefgen.workspace import open_workspace

    workspace = open_workspace(context.obj if isinstance(context.obj, Path) else None)
    raise typer.Exit(refresh_sources(workspace, tuple(ids or ()), allow_private, form.value, sys.stdout))


@source.command(name="list")
def list_sources(context: typer.Context, form: FormOption = Form.TEXT) -> None:
    """Show each source: where it is cited, and whether it can be read.

    Exit code 0: every source can be read; 1: one cannot. Example: `briefgen source list --format json`
    """
    from briefgen.cli.source_listing import show_sources
    from briefgen.workspace import open_workspace

    workspace = open_workspace(context.obj if isinstance(context.obj, Path) else None)
    raise typer.Exit(show_sources(workspace, form.value, sys.stdout))
