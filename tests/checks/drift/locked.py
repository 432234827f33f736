"""A workspace with a brief that was locked, and what `check` says of its sources afterwards."""

from pathlib import Path

from briefgen.diagnostics import Diagnostic
from briefgen.inspection.inspecting import inspect
from briefgen.lockfile import lock_file
from briefgen.workspace import open_workspace
from tests.conftest import MakeWorkspace

BEFORE = (
    "Notice to all ships in the bay. The northern quay is closed until further notice. "
    "Some 2,500 barges are not allowed to pass the lock. Ferries run as usual. Signed by the harbour master.\n"
)


BRIEF = """title: Quay
key_facts:
  - id: quay
    statement: The northern quay is closed.
    citations: [{source: port-notice, quote: The northern quay is closed}]
  - id: barges
    statement: Some 2,500 barges are not allowed to pass.
    citations: [{source: port-notice, quote: "Some 2,500 barges are not allowed to pass"}]
positions: []
open_questions: []
regional_context: []
"""


def locked(make: MakeWorkspace) -> Path:
    root = make({"briefs/quay.yaml": BRIEF, "seeds/notice.txt": BEFORE})
    lock_it(root)
    return root


def lock_it(root: Path) -> None:
    workspace = open_workspace(root)
    (brief,) = inspect(workspace, ("quay",)).briefs
    assert brief.case is not None
    (root / "briefs/quay.lock").write_bytes(lock_file(workspace, brief.case).data)


def drift(root: Path, text: str | None = None, must_be_locked: bool = False) -> list[Diagnostic]:
    if text is not None:
        (root / "seeds/notice.txt").write_text(text)
    found = inspect(open_workspace(root), ("quay",), must_be_locked=must_be_locked).report().diagnostics
    return [each for each in found if each.rule.startswith(("quote-", "source-", "not-locked"))]


def rules(found: list[Diagnostic]) -> list[str]:
    return sorted(each.rule for each in found)
