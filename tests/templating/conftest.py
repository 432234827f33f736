"""Editions of whole workspaces, rendered."""

from collections.abc import Callable
from pathlib import Path

import pytest

from briefgen.audiences import resolve
from briefgen.diagnostics import Finding
from briefgen.editions import select
from briefgen.inspection.inspecting import inspect
from briefgen.templating import Rendered, render
from briefgen.templating.rendering import Target
from briefgen.workspace import open_workspace

RenderWorkspace = Callable[..., Rendered | Finding]


def render_edition(root: Path, brief: str, audience: str, target: Target) -> Rendered | Finding:
    workspace = open_workspace(root)
    case = inspect(workspace, (brief,)).briefs[0].case
    resolved = resolve(workspace, audience)
    assert case is not None
    assert resolved.audience is not None
    return render(select(case, resolved.audience), resolved.audience, resolved.search_path, target)


@pytest.fixture
def render_workspace() -> RenderWorkspace:
    """Renders a brief of a workspace for an audience."""

    def make(
        root: Path, audience: str = "plain", brief: str = "quay", target: Target = "pdf"
    ) -> Rendered | Finding:
        return render_edition(root, brief, audience, target)

    return make
