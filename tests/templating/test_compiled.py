"""Compiled templates are kept for what ships, and never stand for anything else."""

import sys
from pathlib import Path

import pytest
from jinja2.bccache import bc_magic

from briefgen.templating import compiled
from briefgen.templating.compiled import ShippedBytecode
from briefgen.templating.environment import TemplateEnvironment
from briefgen.templating.search import Folder, SearchPath

SHIPPED = Path(__file__).parents[2] / "templates"


@pytest.fixture
def compiling(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The templates that are compiled, by their labels, while bytecode may be written."""
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    seen: list[str] = []
    compile_ = TemplateEnvironment.compile

    def spy(self: TemplateEnvironment, source: object, name: str, filename: str) -> object:
        seen.append(filename)
        return compile_(self, source, name, filename)  # type: ignore[call-overload]

    monkeypatch.setattr(TemplateEnvironment, "compile", spy)
    return seen


def environment(folder: Path, templates: Path = SHIPPED / "default") -> TemplateEnvironment:
    made = TemplateEnvironment(SearchPath((Folder("default", templates),)), "en")
    made.bytecode_cache = ShippedBytecode(folder)
    return made


def test_a_shipped_template_is_compiled_once(tmp_path: Path, compiling: list[str]) -> None:
    for _ in range(2):
        environment(tmp_path / "kept").get_template("macros.html.j2")
    assert compiling == ["templates/default/macros.html.j2"]


def test_a_copy_of_it_in_a_workspace_counts(tmp_path: Path, compiling: list[str]) -> None:
    copy = tmp_path / "default"
    copy.mkdir()
    (copy / "macros.html.j2").write_bytes((SHIPPED / "default/macros.html.j2").read_bytes())
    environment(tmp_path / "kept").get_template("macros.html.j2")
    environment(tmp_path / "kept", copy).get_template("macros.html.j2")
    assert len(compiling) == 1


def test_of_others_nothing_is_kept(tmp_path: Path, compiling: list[str]) -> None:
    (tmp_path / "brief.html.j2").write_text("Mine")
    for _ in range(2):
        assert environment(tmp_path / "kept", tmp_path).get_template("brief.html.j2").render() == "Mine"
    assert len(compiling) == 2
    assert not (tmp_path / "kept").exists()


@pytest.mark.parametrize("damage", [b"", b"j2", bc_magic + b"\x80" * 90])
def test_a_damaged_file_counts_for_nothing(tmp_path: Path, compiling: list[str], damage: bytes) -> None:
    environment(tmp_path).get_template("macros.html.j2")
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(damage)
    assert environment(tmp_path).get_template("macros.html.j2").module is not None
    assert len(compiling) == 2


def test_another_compiler_counts(
    tmp_path: Path, compiling: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    environment(tmp_path).get_template("macros.html.j2")
    monkeypatch.setattr(compiled, "_compiler", lambda: b"another")
    compiled._shipped.cache_clear()
    environment(tmp_path).get_template("macros.html.j2")
    compiled._shipped.cache_clear()
    assert len(compiling) == 2


def test_nothing_is_written_where_python_writes_nothing(
    tmp_path: Path, compiling: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    environment(tmp_path / "kept").get_template("macros.html.j2")
    assert not (tmp_path / "kept").exists()


def test_a_folder_that_cannot_be_written(tmp_path: Path, compiling: list[str]) -> None:
    (tmp_path / "file").write_text("")
    assert environment(tmp_path / "file").get_template("macros.html.j2")
