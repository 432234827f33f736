"""What a machine contributes to every output and every verdict: versions, fonts, declared settings."""

import ctypes
import os
import re
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from briefgen import __version__
from briefgen.building.dating import DECLARED
from briefgen.building.hashing import digest, files_below, sha256_of
from briefgen.fonts import FOLDER as FONTS

LIBRARIES = (
    "weasyprint",
    "pydyf",
    "tinycss2",
    "tinyhtml5",
    "cssselect2",
    "pillow",
    "pydantic",
    "jinja2",
    "babel",
    "edtf",
    "markdown-it-py",
    "citeproc-py",
    "pikepdf",
    "python-docx",
    "fonttools",
    "PyYAML",
    "pyphen",
    "selectolax",
    "pypdfium2",
)
"""The libraries whose versions shape an output, those that give sources their text included."""
READERS = (
    "pydantic",
    "pydantic-core",
    "PyYAML",
    "rapidfuzz",
    "edtf",
    "jinja2",
    "babel",
    "tinycss2",
    "webencodings",
    "charset-normalizer",
    "selectolax",
    "pypdfium2",
    "python-docx",
    "lxml",
)
"""The libraries that a check reads and compares with."""
BYTECODE = "__pycache__/"


def environment_inputs() -> dict[str, str]:
    """The versions and declared settings of the machine that may shape an output."""
    return {**versions(), **declared_time()}


def declared_time() -> dict[str, str]:
    """What is declared of the time: it shapes the outputs of briefs that have no date of their own."""
    return {DECLARED: os.environ.get(DECLARED, "")}


@cache
def reading_inputs() -> dict[str, str]:
    """The versions that what a check finds depends on."""
    python = ".".join(map(str, sys.version_info))
    return {"briefgen": __version__, "code": _code_digest(), "python": python, **_installed(READERS)}


@cache
def versions() -> dict[str, str]:
    """The versions that shape every output."""
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    own = {
        "briefgen": __version__,
        "python": python,
        "Pango": _pango(),
        "fonts": _folder_digest(FONTS),
        "code": _code_digest(),
    }
    return {**own, **_installed(LIBRARIES)}


def _pango() -> str:
    for name in ("libpango-1.0.so.0", "libpango-1.0.0.dylib", "libpango-1.0-0.dll"):
        try:
            number = int(ctypes.CDLL(name).pango_version())
        except (OSError, AttributeError):
            continue
        return f"{number // 10000}.{number // 100 % 100}.{number % 100}"
    return ""


def _installed(names: Iterable[str]) -> dict[str, str]:
    """The versions of installed distributions, empty for those that there are not."""
    listed = _listed()
    return {name.lower(): listed.get(_normal(name)) or _asked(name) for name in names}


@cache
def _listed() -> dict[str, str]:
    """The versions of all distributions as their folders are named: `importlib.metadata` would parse a file for each."""
    found: dict[str, str] = {}
    for folder in sys.path:
        for entry in _distributions(folder):
            name, _, version = entry.removesuffix(".dist-info").partition("-")
            found.setdefault(_normal(name), version)
    return found


def _distributions(folder: str) -> Iterator[str]:
    try:
        yield from (name for name in os.listdir(folder or ".") if name.endswith(".dist-info"))  # noqa: PTH208
    except OSError:
        return


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _asked(name: str) -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _folder_digest(folder: Path) -> str:
    return digest([(path.name, sha256_of(str(path))) for path in sorted(folder.iterdir()) if path.is_file()])


@cache
def _code_digest() -> str:
    """The digest of briefgen's own files where it runs from a checkout; an installed one is told by its version."""
    package = Path(__file__).parents[1]
    if not (package.parent / "pyproject.toml").is_file():
        return ""
    own = (
        name for name in files_below(str(package)) if BYTECODE not in name and not name.startswith("fonts/")
    )
    return digest([(name, sha256_of(f"{package}/{name}")) for name in sorted(own)])
