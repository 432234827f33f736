"""The command line: one file a command, exit codes 0 (well), 1 (faults in the content), 2 (could not run).

Commands import their work inside their bodies, so that `--help` answers at once.
"""

import errno
import os
import sys
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
from briefgen.errors import EnvironmentFault, UsageFault

REPORT = "please report it with the output of the same command run with BRIEFGEN_TRACEBACK=1; nothing was half-written"

app = typer.Typer(
    name="briefgen",
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


def main() -> None:
    """Run the command line; every expected failure ends with a message and an exit code, never a traceback."""
    try:
        app(prog_name="briefgen")
    except (UsageFault, EnvironmentFault) as fault:
        _stop(str(fault), 2)
    except KeyboardInterrupt:
        _stop("stopped; files appear whole or not at all, so nothing is half-written", 130)
    except OSError as error:
        _on_os_error(error)
    except Exception as error:
        if os.environ.get("BRIEFGEN_TRACEBACK"):
            raise
        _stop(f"a fault of briefgen itself: {type(error).__name__}: {error}\n{REPORT}", 2)


def _on_os_error(error: OSError) -> None:
    if error.errno == errno.EPIPE:
        # The reader of our output went away (`briefgen … | head`): leave without a word.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    where = f" ({error.filename})" if error.filename else ""
    _stop(f"{error.strerror or error}{where}", 2)


def _stop(message: str, code: int) -> None:
    print(f"briefgen: {message}", file=sys.stderr)
    sys.exit(code)
