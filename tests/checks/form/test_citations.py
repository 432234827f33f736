"""Citations of sources that no register has."""

import pytest

from briefgen.inspection.inspecting import inspect
from briefgen.workspace import open_workspace
from tests.conftest import BRIEF, MakeWorkspace

MANY = [f"s{number:02}-{'ab' * number}" for number in range(1, 12)]


@pytest.mark.parametrize(
    ("known", "remedy"),
    [
        (
            ["fuel-prices-in-the-sahel-november-2026", "quays"],
            "did you mean `fuel-prices-in-the-sahel-november-2026`?",
        ),
        (
            ["fuel-prices-in-the-north", "fuel-prices-in-the-sahel-of-old", "x"],
            "registered: fuel-prices-in-the-north, ",
        ),
        (MANY, f"registered: {', '.join(MANY[:8])} and 3 more (`briefgen source list`)"),
    ],
)
def test_the_source_that_was_meant_is_named(
    make_workspace: MakeWorkspace, known: list[str], remedy: str
) -> None:
    register = "sources:\n" + "".join(f"  - {{id: {name}, file: notice.txt, title: T}}\n" for name in known)
    brief = BRIEF.replace("source: port-notice", "source: fuel-prices")
    root = make_workspace({"seeds/sources.yaml": register, "briefs/quay.yaml": brief})
    found = inspect(open_workspace(root), ("quay",)).report().diagnostics
    (unknown,) = [each for each in found if each.rule == "unknown-source"]
    assert unknown.help.startswith(remedy)
