"""`briefgen serve`: live preview in the browser."""

from pathlib import Path
from typing import Annotated

import typer


def serve(
    context: typer.Context,
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, help="The port; 0: any that is free.")
    ] = 8733,
) -> None:
    """Show the briefs in the browser, made again as you save.

    Faults are shown below the page with the line of the YAML. Only this machine's browser is answered. dist is left alone.
    Ctrl-C ends it.

    Example: `briefgen serve`
    """
    import tempfile

    from briefgen.cli.output import note
    from briefgen.preview.ending import Ending
    from briefgen.preview.leftovers import prefix, sweep
    from briefgen.preview.server import serve as serve_studio
    from briefgen.preview.studio import Studio
    from briefgen.workspace import open_workspace

    workspace = open_workspace(context.obj if isinstance(context.obj, Path) else None)
    ending = Ending()
    ending.on_signals()
    sweep()
    with tempfile.TemporaryDirectory(prefix=prefix()) as folder:
        studio = Studio(workspace.root.resolve(), Path(folder).resolve(), ending)
        serve_studio(studio, port, lambda address: note(f"preview at {address} (Ctrl-C ends it)"))
        note("preview ended")
