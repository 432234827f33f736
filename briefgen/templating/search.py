"""Where templates are found: the audience's folder, then along `extends`, then what ships with briefgen."""

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from jinja2 import BaseLoader, Environment, TemplateNotFound

from briefgen.workspace import shipped_templates

MAX_TEMPLATE_BYTES = 1_000_000
"""Largest template or stylesheet that is read, in bytes."""


@dataclass(frozen=True, slots=True)
class Folder:
    """One template folder: `templates/<audience>` of the workspace, or of what ships."""

    audience: str
    path: Path

    def label(self, relative: str) -> str:
        """How a reader is told of a file in it: `templates/analyst/brief.html.j2`."""
        return f"templates/{self.audience}/{relative}"

    def templates(self) -> dict[str, bytes]:
        """The templates and stylesheets in it, by their names relative to it."""
        files = (path for path in self.path.rglob("*") if path.suffix in (".j2", ".css"))
        return {path.relative_to(self.path).as_posix(): path.read_bytes() for path in files}


@dataclass(frozen=True, slots=True)
class SearchPath:
    """The template folders of one audience, the most specific first."""

    folders: tuple[Folder, ...]

    def roots(self) -> tuple[Path, ...]:
        """The folders themselves, in order of search."""
        return tuple(folder.path for folder in self.folders)

    def state(self) -> tuple[tuple[str, int, int], ...]:
        """The files in all folders with their times and sizes: what is kept in memory is good while this stays the same."""
        files = (path for folder in self.folders for path in folder.path.rglob("*"))
        return tuple(
            sorted(
                (str(path), (seen := path.stat()).st_mtime_ns, seen.st_size)
                for path in files
                if path.is_file()
            )
        )

    def ships(self) -> bool:
        """Whether all templates and stylesheets are those that ship with briefgen, wherever these copies of them lie."""
        shipped = (Folder(folder.audience, shipped_templates() / folder.audience) for folder in self.folders)
        return all(
            folder.path == other.path or folder.templates() == other.templates()
            for folder, other in zip(self.folders, shipped, strict=True)
        )

    def find(self, name: str, parent: str | None = None) -> str | None:
        """The place of the template that `name` means where `parent` (a place) asks for it; None if there is none.

        A name may start with the audience whose file is meant: `default/brief.html.j2`. A template that asks for
        its own name gets the one that it overrides.
        """
        for index, relative in self._candidates(name, parent):
            if self.file(f"{index}:{relative}") is not None:
                return f"{index}:{relative}"
        return None

    def _candidates(self, name: str, parent: str | None) -> Iterator[tuple[int, str]]:
        head, _, rest = name.partition("/")
        named = rest and any(folder.audience == head for folder in self.folders)
        relative = rest if named else name
        start = 0
        if parent is not None:
            above, _, own = parent.partition(":")
            start = int(above) + 1 if own == relative else 0
        for index in range(start, len(self.folders)):
            if not named or self.folders[index].audience == head:
                yield index, relative

    def file(self, place: str) -> Path | None:
        """The file at `place`, None where there is none or where it lies outside its folder."""
        index, _, relative = place.partition(":")
        parts = PurePosixPath(relative).parts
        if not parts or ".." in parts or relative.startswith("/") or "\\" in relative or "\0" in relative:
            return None
        folder = self.folders[int(index)].path.resolve()
        path = folder.joinpath(*parts).resolve()
        return path if path.is_relative_to(folder) and path.is_file() else None

    def label(self, place: str) -> str:
        """How a reader is told of the file at `place`."""
        index, _, relative = place.partition(":")
        return self.folders[int(index)].label(relative)

    def labelled(self, label: str) -> str:
        """The text of the file that a reader is told of as `label`; empty where there is none that can be read."""
        for index, folder in enumerate(self.folders):
            place = f"{index}:{label.removeprefix(folder.label(''))}"
            if label.startswith(folder.label("")) and self.file(place) is not None:
                with contextlib.suppress(ValueError):
                    return self.read(place)
        return ""

    def read(self, place: str) -> str:
        """The text of the file at `place`.

        Raises:
            ValueError: it is too large, or not UTF-8.
        """
        path = self.file(place)
        data = path.read_bytes() if path else b""
        if len(data) > MAX_TEMPLATE_BYTES:
            raise ValueError(f"larger than {MAX_TEMPLATE_BYTES:,} bytes")
        return data.decode("utf-8")

    def stylesheet(self, name: str) -> str:
        """The most specific stylesheet called `name`; empty where no folder has one."""
        place = self.find(name)
        return self.read(place) if place else ""


class PlaceLoader(BaseLoader):
    """Loads templates by place; the environment turns names into places first."""

    def __init__(self, search_path: SearchPath) -> None:
        self.search_path = search_path

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        """Return the source, the label that error messages name, and that it stays as it is for this build."""
        place = template if ":" in template else self.search_path.find(template)
        if place is None:
            raise TemplateNotFound(template)
        return self.search_path.read(place), self.search_path.label(place), lambda: True
