"""All commands together.

They import their work inside their bodies, so that `--help` answers at once.
"""

from pathlib import Path
from typing import Annotated

import typer

from briefgen import __version__
from briefgen.cli.audience import audience
from briefgen.cli.build import build
from briefgen.cli.check import check
from briefgen.cli.diff import diff
from briefgen.cli.explain import explain
from briefgen.cli.init import init
from briefgen.cli.lock import lock
from briefgen.cli.new import new
from briefgen.cli.quote import quote
from briefgen.cli.report import report
from briefgen.cli.schema import schema
from briefgen.cli.serve import serve
from briefgen.cli.source import source
from briefgen.cli.verify import verify
from briefgen.cli.wording import Commands

app = typer.Typer(
    name="briefgen",
    cls=Commands,
    help="Curated facts with verbatim citations, checked and set as one-page briefs.",
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"briefgen {__version__}")
        raise typer.Exit


@app.callback()
def workspace_option(
    context: typer.Context,
    workspace: Annotated[
        Path | None,
        typer.Option(
            "--workspace",
            "-C",
            metavar="DIR",
            help="The workspace; default: the nearest one at or above here.",
        ),
    ] = None,
    _version_option: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Curated facts with verbatim citations, checked and set as one-page briefs."""
    context.obj = workspace


app.add_typer(source)
app.add_typer(audience)
app.add_typer(report)

for command in (build, check, lock, diff, quote, init, new, serve, explain, schema, verify):
    app.command()(command)
