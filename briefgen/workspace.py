"""The workspace: the folder that holds `briefs/`, its settings, and which files play which part.

Owns paths: every path that leaves this module towards a reader is relative to the workspace, with `/`.
"""

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.errors import EnvironmentFault, UsageFault

if TYPE_CHECKING:
    from briefgen.models.settings import Settings

# What parses and validates is loaded where it is needed: a build with nothing to do needs paths alone.

SETTINGS = "briefgen.toml"


@dataclass(frozen=True, slots=True)
class Workspace:
    """A workspace: its root folder and its settings; `read` has the digest of the file that these were read from."""

    root: Path
    settings: "Settings"
    read: Mapping[str, str | None] = field(default_factory=dict, compare=False)

    def relative(self, path: Path) -> str:
        """`path` as readers see it: relative to the workspace where it lies in it."""
        try:
            return path.relative_to(self.root).as_posix()
        except ValueError:
            return path.as_posix()

    def brief_path(self, brief: str) -> Path:
        """The file of the brief called `brief`."""
        return self.root / "briefs" / f"{brief}.yaml"

    def lock_path(self, brief: str) -> Path:
        """The lock of the brief called `brief`."""
        return self.root / "briefs" / f"{brief}.lock"

    def brief_ids(self) -> tuple[str, ...]:
        """The ids of all briefs, sorted; `briefs/shared/` holds facts that are no brief of their own."""
        found = (name.removesuffix(".yaml") for name in _names(self.root / "briefs", ".yaml"))
        return tuple(sorted(brief for brief in found if not brief.startswith("shared/")))

    def widowed_locks(self) -> tuple[str, ...]:
        """What is to be said of locks below `briefs/` that belong to no brief: one was renamed or removed without its lock."""
        names = {name.removesuffix(".lock") for name in _names(self.root / "briefs", ".lock")}
        paths = (self.relative(self.lock_path(name)) for name in sorted(names - {*self.brief_ids()}))
        return tuple(
            f"{path} is the lock of no brief: rename it with its brief, or remove it" for path in paths
        )

    def overlooked(self) -> tuple[str, ...]:
        """What looks like a brief or a register and is not read, each with the reason."""
        briefs, seeds = self.root / "briefs", self.root / "seeds"
        named = [(path, "briefs end in .yaml") for path in _files(briefs, ".yml")]
        named += [(path, "a register is called sources.yaml") for path in _files(seeds, "sources.yml")]
        named += [(path, "it is a folder") for path in _folders(briefs, ".yaml")]
        named += [(path, "it is a folder") for path in _folders(seeds, "sources.yaml")]
        return tuple(f"{self.relative(path)} is not read: {reason}" for path, reason in named)

    def registers(self) -> tuple[Path, ...]:
        """The registers of sources below `seeds/`, sorted."""
        return registers_of(self.root)

    def audiences(self) -> tuple[str, ...]:
        """The ids of all audiences that a brief may name: the workspace's own, then those that ship with briefgen."""
        own = (*(self.settings.audiences or ()), *template_folders(self.root / "templates"))
        return tuple(dict.fromkeys((*own, *template_folders(shipped_templates()))))

    def select(self, wanted: tuple[str, ...], once: Iterable[str] = ()) -> tuple[str, ...]:
        """The ids of the briefs that are meant: all where none is named; paths of files are taken too.

        `once`: ids of briefs that there were, which may be named too.

        Raises:
            UsageFault: a name is no brief.
        """
        known = tuple(sorted({*self.brief_ids(), *once}))
        if not wanted:
            return known
        return tuple(dict.fromkeys(self._one(name, known) for name in wanted))

    def _one(self, name: str, known: tuple[str, ...]) -> str:
        plain = name.removesuffix(".yaml")
        for candidate in (plain, plain.removeprefix("./").removeprefix("briefs/"), self._from_path(plain)):
            if candidate in known:
                return candidate
        from briefgen.documents.validation import nearest

        near = nearest(plain, known)
        hint = f"did you mean {near}?" if near else f"there are: {', '.join(known[:8]) or 'none'}"
        raise UsageFault(f"there is no brief {name!r} in {self.root / 'briefs'}; {hint}")

    def _from_path(self, name: str) -> str:
        try:
            return Path(name).absolute().relative_to(self.root / "briefs").as_posix()
        except ValueError:
            return name


@cache
def shipped_templates() -> Path:
    """The folder of templates that ships with briefgen: in the package, or in the checkout it runs from.

    Raises:
        EnvironmentFault: there is none; the installation is broken.
    """
    package = Path(__file__).resolve().parent
    for folder in (package / "_templates", package.parent / "templates"):
        if (folder / "default").is_dir():
            return folder
    raise EnvironmentFault("briefgen was installed without its templates; install it again")


def template_folders(templates: Path) -> tuple[str, ...]:
    """The names of the audiences that have a folder in `templates`."""
    if not templates.is_dir():
        return ()
    found = (path.name for path in templates.iterdir() if path.is_dir())
    return tuple(sorted(name for name in found if not name.startswith((".", "_"))))


def registers_of(root: Path) -> tuple[Path, ...]:
    """The registers of the workspace at `root`, sorted.

    Raises:
        UsageFault: a folder cannot be read.
    """
    return tuple(sorted(path for path in _files(root / "seeds", ".yaml") if path.name == "sources.yaml"))


def registers_digest(read: Mapping[str, str | None]) -> str:
    """One digest of all registers: their names, with the digests of their files."""
    return hashlib.sha256(repr(sorted(read.items())).encode("utf-8", "surrogateescape")).hexdigest()


def _files(folder: Path, suffix: str) -> Iterator[Path]:
    """As `_names`, as paths."""
    return map(folder.joinpath, _names(folder, suffix))


def _names(folder: Path, suffix: str) -> Iterator[str]:
    """The files below `folder` whose names end in `suffix`, relative to it; hidden ones and linked folders are left out.

    Raises:
        UsageFault: a folder cannot be read.
    """

    def refuse(error: OSError) -> None:
        raise UsageFault(f"{error.filename} cannot be read: {error.strerror}")

    for parent, folders, names in os.walk(folder, onerror=refuse if folder.exists() else None):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        above = "".join(f"{part}/" for part in Path(parent).relative_to(folder).parts)
        yield from (above + name for name in names if name.endswith(suffix) and not name.startswith("."))


def _folders(folder: Path, suffix: str) -> list[Path]:
    """The folders below `folder` whose names end in `suffix`, sorted."""
    walked = os.walk(folder)
    return sorted(
        Path(parent, name) for parent, folders, _ in walked for name in folders if name.endswith(suffix)
    )


def find(start: Path) -> Path:
    """Return the nearest folder at or above `start` that holds `briefs/`.

    Raises:
        UsageFault: there is none.
    """
    for folder in (start, *start.parents):
        if (folder / "briefs").is_dir():
            return folder
    raise UsageFault(
        f"no workspace here: neither {start} nor a folder above it holds briefs/ (start one with `briefgen init`)"
    )


def read_bytes(path: Path) -> bytes:
    """The bytes of a file of a workspace.

    Raises:
        UsageFault: it cannot be read, or is no regular file (to read a pipe is to wait for its writer).
    """
    if path.exists() and not path.is_file():
        raise UsageFault(f"{path} is no regular file")
    try:
        return path.read_bytes()
    except OSError as error:
        raise UsageFault(f"{path} cannot be read: {error.strerror}") from error


def open_workspace(folder: Path | None) -> Workspace:
    """Open the workspace `folder`, or the one that the working directory lies in.

    Raises:
        UsageFault: there is none, or its `briefgen.toml` is broken.
    """
    if folder is None:
        root = find(Path.cwd())
    else:
        root = folder.absolute()
        if not (root / "briefs").is_dir():
            raise UsageFault(
                f"{folder} is not a workspace: it holds no briefs/ (start one with `briefgen init {folder}`)"
            )
    raw = _settings_bytes(root / SETTINGS)
    read = {SETTINGS: None if raw is None else hashlib.sha256(raw).hexdigest()}
    return Workspace(root, _parsed_settings(raw, root / SETTINGS), read)


def read_settings(path: Path) -> "Settings":
    """Read `briefgen.toml`; without one, the settings are empty.

    Raises:
        UsageFault: it cannot be read, is not TOML, or says what cannot be.
    """
    return _parsed_settings(_settings_bytes(path), path)


def _settings_bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise UsageFault(f"{path} cannot be read: {error.strerror}") from error


def _parsed_settings(raw: bytes | None, path: Path) -> "Settings":
    if raw is None:
        from briefgen.models.settings import Settings

        return Settings()
    from briefgen.documents.settings import parse_settings

    return parse_settings(raw, path.name)
