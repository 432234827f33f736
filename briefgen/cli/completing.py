"""What the shell may complete: ids of briefs, audiences and rules. Silent wherever there is nothing to say."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from briefgen.workspace import Workspace


def complete_briefs(context: typer.Context, incomplete: str) -> list[str]:
    """The ids of the briefs that begin like this."""
    return _beginning(incomplete, context, lambda workspace: workspace.brief_ids())


def complete_audiences(context: typer.Context, incomplete: str) -> list[str]:
    """The audiences that begin like this."""
    return _beginning(incomplete, context, lambda workspace: workspace.audiences())


def complete_rules(incomplete: str) -> list[str]:
    """The rules that begin like this."""
    from briefgen.catalogue import rules

    return sorted(each.name for each in rules() if each.name.startswith(incomplete))


def _beginning(
    incomplete: str, context: typer.Context, names: "Callable[[Workspace], tuple[str, ...]]"
) -> list[str]:
    from briefgen.errors import EnvironmentFault, UsageFault
    from briefgen.workspace import open_workspace

    folder = context.find_root().params.get("workspace")
    try:
        found = names(open_workspace(Path(folder) if folder else None))
    except (UsageFault, EnvironmentFault):
        return []
    return [name for name in found if name.startswith(incomplete)]
