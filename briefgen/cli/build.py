"""`briefgen build`: checks, then renders what is stale."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from briefgen.cli.completing import complete_audiences, complete_briefs

STOPPED = "briefgen: stopped; what was finished is written, whole, run the command again for the rest"


class Fit(StrEnum):
    """What `--fit` may ask for."""

    REPORT = "report"


def build(
    context: typer.Context,
    briefs: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="BRIEF", help="Briefs by id or file; default: all.", autocompletion=complete_briefs
        ),
    ] = None,
    audiences: Annotated[
        list[str] | None,
        typer.Option(
            "--audience",
            "-a",
            help="Audiences; default: all. May be repeated.",
            autocompletion=complete_audiences,
        ),
    ] = None,
    formats: Annotated[
        str,
        typer.Option(
            "--format", "-f", help="Any of html, pdf, json, docx, md, txt, with commas between them."
        ),
    ] = "html,pdf,json",
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="The output folder; default: dist in the workspace.")
    ] = None,
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", min=0, help="Worker processes; 0: one for each core.")
    ] = 0,
    force: Annotated[bool, typer.Option("--force", help="Render what is up to date, too.")] = False,
    explain: Annotated[bool, typer.Option("--explain", help="Say why each edition is rendered.")] = False,
    locked: Annotated[
        bool,
        typer.Option(
            "--locked", help="Refuse briefs with quotes that nobody has reviewed (`briefgen lock`)."
        ),
    ] = False,
    report: Annotated[
        Path | None,
        typer.Option("--report", help="Write what was built, why, and every diagnostic, as JSON."),
    ] = None,
    shard: Annotated[
        str | None,
        typer.Option(
            "--shard",
            metavar="I/N",
            help="Only the I-th of N shares of the briefs, as for one of N machines.",
        ),
    ] = None,
    scheduler: Annotated[
        str | None,
        typer.Option("--scheduler", metavar="ADDRESS", help="Build on a Dask cluster (the extra `dask`)."),
    ] = None,
    index: Annotated[
        bool | None,
        typer.Option(
            "--index/--no-index",
            help="Keep index.html, a page that lists the editions; default: only where there is one.",
        ),
    ] = None,
    fit: Annotated[
        Fit | None, typer.Option("--fit", help="`report`: only tell how each edition would sit on its pages.")
    ] = None,
) -> None:
    """Check the briefs, then render every edition that is out of date.

    Sound briefs are written, faulty ones refused, each whole. Exit code 0: all well; 1: a brief was refused;
    2: the build could not run.

    Examples: `briefgen build`, `briefgen build iraq-coalition-transition -a default -f pdf`
    """
    from briefgen.building.options import Options
    from briefgen.building.settled import command_key
    from briefgen.building.sharding import executor_at, parse_shard
    from briefgen.cli.output import note, print_grave, show_progress
    from briefgen.pipeline import build_workspace
    from briefgen.workspace import open_workspace

    workspace = open_workspace(context.obj if isinstance(context.obj, Path) else None)
    if fit is not None:
        from briefgen.building.fitreport import fit_report

        text, fits = fit_report(workspace, tuple(briefs or ()), tuple(audiences or ()))
        sys.stdout.write(text)
        raise typer.Exit(0 if fits else 1)
    options = Options(
        briefs=tuple(briefs or ()),
        audiences=tuple(name for given in audiences or () for name in given.split(",") if name),
        formats=tuple(part.strip() for part in formats.rstrip(", ").split(",")),
        out=(out or workspace.root / "dist").absolute(),
        force=force,
        jobs=jobs,
        locked=locked,
        index=index,
        shard=parse_shard(shard),
        command=command_key(workspace.root, sys.argv[1:]) if scheduler is None else None,
        grave=report is None,
    )
    try:
        with executor_at(scheduler) as executor:
            outcome = build_workspace(workspace, options, show_progress, executor)
    except KeyboardInterrupt:
        note(STOPPED)
        raise typer.Exit(130) from None
    print_grave(outcome.report, sys.stderr)
    for edition in outcome.built if explain else ():
        note(f"{edition.brief}/{edition.audience}: {edition.reason}")
    note(outcome.summary())
    if report is not None:
        outcome.write_report(report, options.shard)
    raise typer.Exit(1 if outcome.failed else 0)
