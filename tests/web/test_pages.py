"""The HTML editions of the gallery under vnu, html-validate and axe-core in a real Chromium."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from briefgen.audiences import resolve
from briefgen.editions import select
from briefgen.inspection.inspecting import inspect
from briefgen.templating import Rendered, render
from briefgen.workspace import open_workspace

pytestmark = pytest.mark.web

HERE = Path(__file__).parent
GALLERY = HERE.parent / "examples" / "gallery"


def tool(*names: str) -> str:
    """The first of the named programs that the machine has."""
    found = next((path for name in names if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip(f"none of {', '.join(names)} is installed")
    return found


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The gallery as HTML files, and the project's own brief."""
    folder = tmp_path_factory.mktemp("pages")
    lines = (GALLERY / "editions.txt").read_text(encoding="utf-8").splitlines()
    wanted = [(GALLERY, line) for line in lines if line and not line.startswith("#")]
    files = []
    for root, edition in (*wanted, (HERE.parents[1], "iraq-coalition-transition default")):
        workspace, (brief, audience) = open_workspace(root), edition.split()
        case, resolved = inspect(workspace, (brief,)).briefs[0].case, resolve(workspace, audience)
        assert case is not None
        assert resolved.audience is not None
        rendered = render(select(case, resolved.audience), resolved.audience, resolved.search_path, "html")
        assert isinstance(rendered, Rendered)
        files.append(folder / f"{brief}.{audience}.html")
        files[-1].write_text(rendered.html, encoding="utf-8")
    return files


def run(*command: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(word) for word in command], cwd=HERE, capture_output=True, text=True, timeout=300
    )


def test_vnu_finds_nothing(pages: list[Path]) -> None:
    jar = HERE / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    done = run(tool("java"), "-jar", jar, "--format", "text", *pages)
    assert (
        done.returncode,
        done.stderr.replace("Document checking completed. No errors found.", "").strip(),
    ) == (0, "")


def test_html_validate_finds_nothing(pages: list[Path]) -> None:
    program = HERE / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
    done = run(tool("node"), program, "--config", HERE / ".htmlvalidate.json", *pages)
    assert done.returncode == 0, done.stdout


def test_chromium_shows_the_pages_without_a_finding(pages: list[Path]) -> None:
    done = run(
        tool("node"), HERE / "pages.mjs", tool("chromium", "chromium-browser", "google-chrome"), *pages
    )
    assert done.returncode == 0, done.stderr
    shown: list[dict[str, Any]] = json.loads(done.stdout)
    assert len(shown) == 4 * len(pages)
    assert [page for page in shown if page["faults"]] == []
    assert [page for page in shown if page["requests"]] == []
    assert [page for page in shown if page["beyond"] > 0] == []
    assert [page for page in shown if page["broken"]] == []
    assert {(page["opened"], page["closed"], page["moved"]) for page in shown} == {(True, True, 0)}
