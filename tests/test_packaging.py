"""What leaves the checkout: the sdist, the wheel made of it, and the lock files that set-up installs."""

import os
import re
import shutil
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = {
    "requirements.lock": ("runtime", "build"),
    "requirements-dev.lock": ("runtime", "build", "dev", "dask"),
    "requirements-verapdf.lock": ("verapdf",),
}
LITTER = (
    ".venv/lib/site-packages/litter.py",
    ".venv-python3.12/litter.py",
    "briefgen/__pycache__/litter.cpython-311.pyc",
    "dist/litter/default.pdf",
    "output/litter.pdf",
    "tests/web/node_modules/litter/index.js",
)


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project in which a virtual environment, caches and output lie about."""
    copy = tmp_path_factory.mktemp("checkout") / "briefgen"
    leave = shutil.ignore_patterns(
        ".git", ".venv*", "node_modules", "__pycache__", ".*_cache", ".hypothesis", "dist"
    )
    shutil.copytree(ROOT, copy, ignore=leave)
    for name in LITTER:
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        (copy / name).write_text("litter")
    return copy


@pytest.fixture(scope="module")
def sdist(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sdist of the littered checkout, unpacked."""
    folder = tmp_path_factory.mktemp("sdist")
    with tarfile.open(_built("sdist", checkout, folder)) as archive:
        archive.extraction_filter = getattr(tarfile, "data_filter", None)  # Debian 12's Python has none
        archive.extractall(folder)
    (unpacked,) = (path for path in folder.iterdir() if path.is_dir())
    return unpacked


@pytest.fixture(scope="module")
def wheel(sdist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel that the sdist gives, unpacked as an installer would."""
    folder = tmp_path_factory.mktemp("wheel")
    with zipfile.ZipFile(_built("wheel", sdist, folder)) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def _built(target: str, project: Path, folder: Path) -> Path:
    command = [sys.executable, "-m", "hatchling", "build", "-t", target, "-d", str(folder)]
    subprocess.run(command, cwd=project, check=True, capture_output=True, timeout=120)
    (built,) = (path for path in folder.iterdir() if path.is_file())
    return built


def _files(folder: Path) -> Iterator[str]:
    return (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def _names(folder: Path, under: str) -> set[str]:
    return {name for name in _files(folder) if name.startswith(f"{under}/") and "__pycache__" not in name}


def test_sdist_carries_no_environment_cache_or_output(sdist: Path) -> None:
    assert [name for name in _files(sdist) if "litter" in name] == []


@pytest.mark.parametrize("folder", ["briefgen", "templates", "briefs", "seeds", "docs", "scripts"])
def test_sdist_is_whole(sdist: Path, checkout: Path, folder: str) -> None:
    assert _names(sdist, folder) == _names(checkout, folder) != set()


def test_sdist_keeps_sources_byte_for_byte(sdist: Path) -> None:
    for name in _names(ROOT, "seeds"):
        assert (sdist / name).read_bytes() == (ROOT / name).read_bytes()


def test_wheel_holds_the_whole_package(wheel: Path, checkout: Path) -> None:
    missing = _names(checkout, "briefgen") - _names(wheel, "briefgen")
    assert missing == set()


def test_wheel_holds_the_templates_that_ship(wheel: Path, checkout: Path) -> None:
    shipped = {
        name.replace("templates/", "briefgen/_templates/", 1) for name in _names(checkout, "templates")
    }
    assert "briefgen/_templates/default/brief.html.j2" in shipped
    assert _names(wheel, "briefgen/_templates") == shipped


def test_wheel_puts_nothing_beside_the_package(wheel: Path) -> None:
    assert {path.name for path in wheel.iterdir() if not path.name.endswith(".dist-info")} == {"briefgen"}


def test_wheel_names_the_command_and_carries_every_licence(wheel: Path) -> None:
    (info,) = wheel.glob("*.dist-info")
    assert "briefgen = briefgen.cli:main" in (info / "entry_points.txt").read_text(encoding="utf-8")
    licences = {path.name for path in (info / "licenses").rglob("*") if path.is_file()}
    assert licences == {"LICENSE", *(path.name for path in (ROOT / "briefgen/fonts").glob("LICENSE*"))}


def test_installed_outside_a_checkout_it_builds_a_new_workspace(wheel: Path, tmp_path: Path) -> None:
    def run(*command: str) -> str:
        environment = {**os.environ, "PYTHONPATH": str(wheel), "NO_COLOR": "1"}
        done = subprocess.run(
            [sys.executable, *command],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            text=True,
            timeout=120,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    assert Path(run("-c", "import briefgen; print(briefgen.__file__)").strip()).is_relative_to(wheel)
    run("-m", "briefgen", "init", "ws")
    run("-m", "briefgen", "-C", "ws", "build", "-f", "html,pdf")
    built = {path.suffix for path in (tmp_path / "ws" / "dist").rglob("default.*")}
    assert built == {".html", ".pdf"}


# --- the lock files


def _wanted(group: str) -> list[Requirement]:
    lists = {
        "runtime": PROJECT["project"]["dependencies"],
        "dask": PROJECT["project"]["optional-dependencies"]["dask"],
        **PROJECT["dependency-groups"],
    }
    return [Requirement(line) for line in lists[group]]


def _entries(lock: str) -> list[str]:
    text = re.sub(r"^\s*#.*\n", "", (ROOT / lock).read_text(encoding="utf-8"), flags=re.MULTILINE)
    return re.sub(r"\\\n", " ", text).splitlines()


def _pinned(lock: str) -> dict[str, Version]:
    pins = [Requirement(entry.split(" --hash")[0]) for entry in _entries(lock)]
    return {canonicalize_name(pin.name): Version(str(pin.specifier).removeprefix("==")) for pin in pins}


@pytest.mark.parametrize(
    ("lock", "group"), [(lock, group) for lock, groups in LOCKS.items() for group in groups]
)
def test_lock_pins_what_the_project_asks_for(lock: str, group: str) -> None:
    pinned = _pinned(lock)
    for wanted in _wanted(group):
        version = pinned.get(canonicalize_name(wanted.name))
        assert version is not None, f"{wanted} is not in {lock}: make lock-deps"
        assert version in wanted.specifier, (
            f"{lock} has {wanted.name} {version}, not {wanted.specifier}: make lock-deps"
        )


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_gives_hashes_only(lock: str) -> None:
    """Neither an index nor a path nor an unhashed package: whatever mirror answers has to give these very files."""
    entry = re.compile(r"[a-z0-9._-]+==[^\s;]+( ;[^/]+?)?(\s+--hash=sha256:[0-9a-f]{64})+\s*")
    assert [line for line in _entries(lock) if not entry.fullmatch(line)] == []


def test_locks_agree_with_each_other() -> None:
    everything = _pinned("requirements-dev.lock")
    assert _pinned("requirements.lock").items() <= everything.items()


def test_web_lock_names_no_host_to_fetch_from() -> None:
    lock = (ROOT / "tests/web/package-lock.json").read_text(encoding="utf-8")
    assert '"integrity": "sha512-' in lock
    assert '"resolved"' not in lock
