import shutil
from pathlib import Path

import pytest

from briefgen.templating.search import Folder, SearchPath
from briefgen.workspace import shipped_templates


@pytest.fixture
def search_path(tmp_path: Path) -> SearchPath:
    """`analyst` extends the workspace's own `default`, which extends the shipped one."""
    for name, files in {
        "own/analyst": {"brief.html.j2": "analyst", "logo.svg": "x"},
        "own/default": {"brief.html.j2": "own", "brief.css": "own"},
        "shipped/default": {"brief.html.j2": "base", "brief.css": "base", "macros.html.j2": "macros"},
    }.items():
        for file, text in files.items():
            path = tmp_path / name / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
    folders = [("analyst", "own/analyst"), ("default", "own/default"), ("default", "shipped/default")]
    return SearchPath(tuple(Folder(audience, tmp_path / path) for audience, path in folders))


def test_the_most_specific_file_wins(search_path: SearchPath) -> None:
    assert search_path.find("brief.html.j2") == "0:brief.html.j2"
    assert search_path.find("brief.css") == "1:brief.css"
    assert search_path.stylesheet("brief.css") == "own"


def test_a_name_may_say_whose_file_is_meant(search_path: SearchPath) -> None:
    assert search_path.find("default/brief.html.j2", "0:brief.html.j2") == "1:brief.html.j2"


def test_a_file_that_extends_its_own_name_gets_the_one_it_overrides(search_path: SearchPath) -> None:
    assert search_path.find("default/brief.html.j2", "1:brief.html.j2") == "2:brief.html.j2"
    assert search_path.find("default/brief.html.j2", "2:brief.html.j2") is None


def test_other_files_are_looked_up_from_the_start(search_path: SearchPath) -> None:
    assert search_path.find("logo.svg", "2:brief.html.j2") == "0:logo.svg"


@pytest.mark.parametrize(
    "name", ["../secret", "/etc/passwd", "a/../../secret", "..\\secret", "", "default/../../secret", "a\0b"]
)
def test_nothing_outside_the_folders_is_found(search_path: SearchPath, tmp_path: Path, name: str) -> None:
    (tmp_path / "secret").write_text("secret")
    (tmp_path / "own" / "secret").write_text("secret")
    assert search_path.find(name) is None


def test_a_link_that_leads_outside_is_not_followed(search_path: SearchPath, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    (tmp_path / "own/analyst/link.css").symlink_to(tmp_path / "secret")
    assert search_path.find("link.css") is None


def test_readers_are_told_of_the_file_as_it_stands_in_a_workspace(search_path: SearchPath) -> None:
    assert search_path.label("0:brief.html.j2") == "templates/analyst/brief.html.j2"


def test_what_ships_is_known_by_its_content(tmp_path: Path) -> None:
    default = shipped_templates() / "default"
    copy = tmp_path / "default"
    shutil.copytree(default, copy)
    shipped = Folder("default", default)
    assert SearchPath((shipped,)).ships()
    assert SearchPath((Folder("default", copy), shipped)).ships()
    (tmp_path / "press").mkdir()
    assert SearchPath((Folder("press", tmp_path / "press"), shipped)).ships()
    (copy / "macros.html.j2").write_text("{# mine #}")
    assert not SearchPath((Folder("default", copy), shipped)).ships()
    (tmp_path / "press" / "brief.html.j2").write_text("mine")
    assert not SearchPath((Folder("press", tmp_path / "press"), shipped)).ships()


def test_a_copy_that_lacks_a_template_is_not_what_ships(tmp_path: Path) -> None:
    copy = tmp_path / "default"
    shutil.copytree(shipped_templates() / "default", copy)
    (copy / "macros.html.j2").unlink()
    assert not SearchPath((Folder("default", copy),)).ships()
