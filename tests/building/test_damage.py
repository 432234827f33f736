"""Records, manifest and notes that somebody or something has harmed: made anew, never believed, waited for or fallen over."""

import hashlib
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefgen.building.outcome import Outcome
from briefgen.building.settled import PLACE, command_key, nothing_to_do
from briefgen.checking.memory import FOLDER
from briefgen.checking.running import check_workspace
from briefgen.workspace import open_workspace
from tests.conftest import BRIEF, NOTICE, write_files
from tests.threebriefs import FILES, build

RECORD, MANIFEST = ".briefgen/build/quay.json", "dist/manifest.json"
WORDS = ["build", "-f", "html,json"]


@pytest.fixture(scope="module")
def once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("damage") / "ws"
    write_files(root, {"briefs/quay.yaml": BRIEF, "seeds/notice.txt": NOTICE, **FILES})
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        again(root)
    return root


@pytest.fixture
def root(once: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    copy = shutil.copytree(once, tmp_path / "ws")
    monkeypatch.chdir(copy)
    return copy


def again(root: Path) -> Outcome:
    return build(root, command=command_key(root, WORDS))


def outputs(root: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (root / "dist").rglob("*.*")}


def harm(root: Path, name: str, change: Callable[[Any], object]) -> None:
    data = json.loads((root / name).read_text())
    change(data["editions"]["desk"] if name == RECORD else data)
    (root / name).write_text(json.dumps(data))


HARMS: dict[str, tuple[str, Callable[[Any], object]]] = {
    "an input that is a number": (RECORD, lambda desk: desk["inputs"].update({"x": float("inf")})),
    "an input that is no text": (RECORD, lambda desk: desk["inputs"].update({"source \ud800": "x"})),
    "a file that is no text": (RECORD, lambda desk: desk["files"].update({"\ud800": "x"})),
    "a file that cannot be": (RECORD, lambda desk: desk["files"].update({"a\0b": "x"})),
    "a folder that cannot be": (RECORD, lambda desk: desk["files"].update({"a\0b/": "x"})),
    "an earlier state that cannot be": (RECORD, lambda desk: desk["files"].update({"changes_since \0": "x"})),
    "an output that is no text": (
        MANIFEST,
        lambda data: data["outputs"].update({"\ud800/desk.json": {"sha256": "x", "inputs": "y"}}),
    ),
    "an output that cannot be": (
        MANIFEST,
        lambda data: data["outputs"].update({"a\0b/desk.json": {"sha256": "x", "inputs": "y"}}),
    ),
}


@pytest.mark.parametrize("name", HARMS)
def test_what_was_harmed_is_made_anew(root: Path, once: Path, name: str) -> None:
    harm(root, *HARMS[name])
    assert again(root).refused == ()
    assert outputs(root) == outputs(once)
    assert again(root).summary() == "up to date"


@pytest.mark.parametrize("version", ["1e999", "true", '"3"', "3.0", "[]"])
def test_a_version_that_is_none_is_damage(root: Path, version: str) -> None:
    (root / MANIFEST).unlink()
    (root / RECORD).write_text(f'{{"version": {version}, "editions": {{}}}}')
    assert {each.reason for each in again(root).built} == {"record damaged"}


@pytest.mark.parametrize("name", [RECORD, MANIFEST, PLACE, f"{FOLDER}/check"])
def test_a_pipe_is_not_waited_for(root: Path, once: Path, name: str) -> None:
    (root / name).unlink(missing_ok=True)
    os.mkfifo(root / name)
    assert nothing_to_do(["-C", str(root), *WORDS]) is None or name == f"{FOLDER}/check"
    assert again(root).refused == ()
    assert outputs(root) == outputs(once)
    assert check_workspace(open_workspace(root), ("quay",)).report.summary.briefs == 1


@pytest.mark.parametrize("name", ["../precious.txt", "{root}/precious.txt", "quay/../../precious.txt"])
def test_nothing_outside_of_the_output_folder_is_taken_back(root: Path, name: str) -> None:
    """A manifest may come from elsewhere, out of git or a cache."""
    precious = root / "precious.txt"
    precious.write_text("mine")
    told = {"sha256": hashlib.sha256(b"mine").hexdigest(), "inputs": "x"}
    harm(root, MANIFEST, lambda data: data["outputs"].update({name.format(root=root): told}))
    assert again(root).removed == ()
    assert precious.read_text() == "mine"
    assert "precious" not in (root / MANIFEST).read_text()


def test_a_name_that_is_no_text_is_a_name(root: Path) -> None:
    """A stylesheet, say, that came out of an old archive."""
    name = os.fsencode(root / "templates/desk") + b"/\xff.css"
    with open(name, "w") as file:
        file.write("h1 { margin: 0 }\n")
    assert {each.audience for each in again(root).built} == {"desk", "press"}
    assert again(root).summary() == "up to date"
    assert nothing_to_do(["-C", str(root), *WORDS]) is not None
