"""A workspace as a git revision has it: its briefs as cases, their quotes anchored in the sources of that time.

What needs a file (extracting a source, resolving an audience) is laid out in a temporary folder, only as far as it is
asked for.
"""

import posixpath
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType
from typing import Any, Self

from briefgen.checks.case import Case
from briefgen.diagnostics import Finding
from briefgen.documents.reading import Document, load
from briefgen.errors import UsageFault
from briefgen.history.cases import ReadCase, read_case
from briefgen.history.repository import Revision, read_revision
from briefgen.models.brief import Brief
from briefgen.models.settings import Settings
from briefgen.models.vocabulary import SECTIONS
from briefgen.sources.library import Library, build_library
from briefgen.workspace import Workspace, read_settings


class EarlierWorkspace:
    """A workspace as a revision has it; to be used in a `with` block, after which its cases stay whole.

    `broken` says why the settings of that time could not be used, empty where they could.
    """

    def __init__(self, revision: Revision) -> None:
        self.revision = revision
        self._folder = TemporaryDirectory(prefix="briefgen-")
        self.root = Path(self._folder.name)
        self._known: dict[str, bytes] = {}
        self._documents: dict[str, Document] = {}
        (self.root / "briefs").mkdir()
        self.broken = ""
        self.settings = self._settings()
        self.registers = tuple(self._documents_of(path for path in revision.files if _is_register(path)))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._folder.cleanup()

    @property
    def workspace(self) -> Workspace:
        """The workspace as far as it is laid out: its settings and audiences."""
        self._lay_out(
            path
            for path in self.revision.files
            if path.startswith("templates/") and path.endswith("/audience.yaml")
        )
        for path in self.revision.files:
            if path.startswith("templates/"):
                (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        return Workspace(self.root, self.settings)

    def brief_ids(self) -> tuple[str, ...]:
        """The ids of the briefs of that time, sorted."""
        names = (path.removeprefix("briefs/")[:-5] for path in self.revision.files if _is_brief(path))
        return tuple(sorted(names))

    def prefetch(self, briefs: Iterable[str]) -> None:
        """Read these briefs at once: faster than one by one."""
        self._fetch(f"briefs/{brief}.yaml" for brief in briefs)

    def case(self, brief_id: str) -> ReadCase:
        """The brief called `brief_id` as it was."""
        found = read_case(brief_id, self._read, self.settings, self._library)
        if found.case is not None:
            _settle(found.case)
        return found

    def register_findings(self) -> tuple[Finding, ...]:
        """What is wrong with the form of the registers of that time; whether their files are there is not asked."""
        findings = build_library(self.registers, self.root).findings
        return tuple(each for each in findings if each.route[-1:] != ("file",))

    def _settings(self) -> Settings:
        self._lay_out(["briefgen.toml"])
        try:
            return read_settings(self.root / "briefgen.toml")
        except UsageFault as fault:
            self.broken = str(fault)
            return Settings()

    def _read(self, brief_id: str) -> Document | None:
        return next(self._documents_of([f"briefs/{brief_id}.yaml"]), None)

    def _documents_of(self, paths: Iterable[str]) -> Iterator[Document]:
        wanted = sorted(paths)
        self._fetch(wanted)
        for path in wanted:
            if path in self._known and path not in self._documents:
                self._documents[path] = load(self._known[path], path)
            if path in self._documents:
                yield self._documents[path]

    def _library(self, brief: Brief) -> Library:
        """The library of that time, the files of those sources laid out that `brief` cites."""
        cited = set(_cited(brief))
        self._lay_out(path for register in self.registers for path in _files(register, cited))
        return build_library(self.registers, self.root)

    def _fetch(self, paths: Iterable[str]) -> None:
        self._known.update(self.revision.read(path for path in paths if path not in self._known))

    def _lay_out(self, paths: Iterable[str]) -> None:
        wanted = [path for path in dict.fromkeys(paths) if not (self.root / path).exists()]
        for path, data in self.revision.read(wanted).items():
            place = self.root / path
            if place.resolve().is_relative_to(self.root.resolve()):
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(data)


def earlier_workspace(root: Path, name: str) -> EarlierWorkspace:
    """The workspace at `root` as the git revision called `name` has it.

    Raises:
        UsageFault: git is missing, there is no repository, or no such revision in it.
    """
    return EarlierWorkspace(read_revision(root, name))


def _settle(case: Case) -> None:
    """Have everything that is read from a cited source on first use read now, while its file is there."""
    for _, cited in case.cited():
        if cited.source is not None:
            cited.source.sha256, cited.source.prepared  # noqa: B018


def _cited(brief: Brief) -> Iterator[str]:
    parts = [item for section in SECTIONS for item in getattr(brief, section)]
    parts += [value for figure in brief.figures for value in figure.values or ()]
    parts += [brief.map] if brief.map else []
    yield from (citation.source for part in parts for citation in part.citations)


def _files(register: Document, cited: set[str]) -> Iterator[str]:
    """The paths of the files of the cited sources, as the register names them."""
    entries: Any = register.data.get("sources") if isinstance(register.data, dict) else None
    for entry in entries if isinstance(entries, list) else ():
        if isinstance(entry, dict) and entry.get("id") in cited and isinstance(entry.get("file"), str):
            yield posixpath.normpath(posixpath.join(posixpath.dirname(register.path), entry["file"]))


def _is_register(path: str) -> bool:
    return path.startswith("seeds/") and posixpath.basename(path) == "sources.yaml" and not _is_hidden(path)


def _is_brief(path: str) -> bool:
    return (
        path.startswith("briefs/")
        and path.endswith(".yaml")
        and not path.startswith("briefs/shared/")
        and not _is_hidden(path)
    )


def _is_hidden(path: str) -> bool:
    return any(part.startswith(".") for part in path.split("/"))
