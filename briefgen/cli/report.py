"""`briefgen report`: merges the reports of several builds, and sums one up."""

import re
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

report = typer.Typer(
    name="report",
    help="Merge the reports of several builds, sum one up.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

PUBLIC = re.compile(r"https?://[^\s\"<>|]+")
"""An address that can stand in a table."""
FilesArgument = Annotated[list[Path], typer.Argument(metavar="FILE", help="Files of `build --report`.")]


@report.command()
def merge(
    files: FilesArgument,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="The file to write; default: standard output.")
    ] = None,
) -> None:
    """Merge the reports of several builds into one.

    Exit code 1: a shard is missing, or not all were made by the same version; the rest is merged all the same.

    Example: `briefgen report merge shard-*.json -o report.json`
    """
    import json

    from briefgen.cli.output import note
    from briefgen.publishing import publish
    from briefgen.reporting.merging import merge_reports

    merged = merge_reports([(str(path), _read(path)) for path in files])
    text = json.dumps(merged, ensure_ascii=False, indent=1) + "\n"
    if out is None:
        sys.stdout.write(text)
    else:
        publish({out.absolute(): text.encode()})
    for each in merged["lacking"]:
        note(each)
    raise typer.Exit(1 if merged["lacking"] else 0)


@report.command()
def summary(
    files: FilesArgument,
    published: Annotated[
        str,
        typer.Option(metavar="URL", help="Where the output folder is published: shows the pages of PDFs."),
    ] = "",
) -> None:
    """Sum reports up as Markdown, for the summary of a CI step.

    With `--published`, it shows the first pages that `build --index` has drawn: services show pictures by their address only.

    Example: `briefgen report summary report.json >> "$GITHUB_STEP_SUMMARY"`
    """
    from briefgen.errors import UsageFault
    from briefgen.reporting.merging import merge_reports
    from briefgen.reporting.summing import summarise

    if published and not PUBLIC.fullmatch(published):
        raise UsageFault(f"--published takes an address (https://example.org/briefs), not {published!r}")
    sys.stdout.write(summarise(merge_reports([(str(path), _read(path)) for path in files]), published))


def _read(path: Path) -> Any:
    import json

    from briefgen.errors import UsageFault

    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageFault(f"{path} cannot be read: {error.strerror}") from error
    except ValueError as error:
        raise UsageFault(f"{path} is not JSON: {error}") from error
