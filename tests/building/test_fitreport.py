"""`build --fit report` lays out and tells, and writes nothing."""

import subprocess
from collections.abc import Callable
from pathlib import Path

EXAMPLES = Path(__file__).parents[1] / "examples"


def test_the_report_of_a_workspace(
    make_workspace: Callable[..., Path], briefgen: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    poster = (EXAMPLES / "invalid/overflow/templates/poster/audience.yaml").read_text()
    root = make_workspace(
        {
            "briefs/full.yaml": (EXAMPLES / "invalid/overflow/briefs/quay.yaml").read_text(),
            "briefs/faulty.yaml": "title: x\n",
            "templates/poster/audience.yaml": poster,
            "templates/plain/audience.yaml": "label: Plain\nextends: default\nmax_pages: 2\n",
        }
    )
    done = briefgen("-C", root, "build", "--fit", "report")
    rows = {line.split()[0]: line for line in done.stdout.splitlines()}
    assert done.returncode == 1
    assert "10.50 pt" in rows["quay/plain"]
    assert "over by" in rows["full/poster"]
    assert "traffic-2 (could, " in rows["full/poster"]
    assert rows["faulty/plain"].endswith("the brief has faults: briefgen check")
    assert not (root / "dist").exists()
    assert briefgen("-C", root, "build", "quay", "-a", "plain", "--fit", "report").returncode == 0
    assert briefgen("-C", root, "build", "--fit", "guess").returncode == 2
