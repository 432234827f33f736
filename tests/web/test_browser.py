"""The list of editions and the live preview in a real Chromium."""

import json
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefgen.listing.entries import Entry
from briefgen.listing.page import page
from tests.web.test_pages import HERE, run, tool

pytestmark = pytest.mark.web
MakeWorkspace = Callable[..., Path]


def browser(*words: str | Path) -> dict[str, Any]:
    done = run(
        tool("node"), HERE / "browser.mjs", tool("chromium", "chromium-browser", "google-chrome"), *words
    )
    assert done.returncode == 0, done.stderr
    return dict(json.loads(done.stdout))


def test_a_long_list_is_searched_filtered_and_accessible(tmp_path: Path) -> None:
    entries = [
        Entry(f"quay/{number}", audience, "", ("html", "pdf"), audience.title(), f"Northern quay {number}")
        for number in range(400)
        for audience in ("desk", "press")
    ]
    (tmp_path / "index.html").write_text(page(tuple(entries)), encoding="utf-8")
    found = browser("list", tmp_path / "index.html")
    sevens = sum("7" in str(number) for number in range(400))
    assert found == {
        "first": 300,
        "searched": 2 * sevens,
        "filtered": sevens,
        "said": f"{sevens} found",
        "light": [],
        "dark": [],
        "all": 400,
    }


def test_what_is_saved_is_seen_and_faults_with_their_line(make_workspace: MakeWorkspace) -> None:
    root = make_workspace()
    command = [sys.executable, "-m", "briefgen", "-C", str(root), "serve", "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as serving:
        try:
            assert serving.stderr is not None
            address = re.findall(r"http:\S+", serving.stderr.readline())[0]
            old, new, faulty = "quay is closed.", "quay is closed to ships.", "quay is closed for 9 days."
            found = browser("preview", address, root / "briefs/quay.yaml", old, new, faulty)
        finally:
            serving.terminate()
    assert found["kept"]
    assert "number-unsupported briefs/quay.yaml:4: " in found["faults"]
    assert "statement: The northern quay is closed for 9 days." in found["faults"]
    print(f"save to visible: {found['milliseconds']} ms, a save right after it {found['again']} ms")
