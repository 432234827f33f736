"""The fonts of an engine: those that ship are read where they lie.

WeasyPrint copies every font file into a temporary folder, which a process that is killed leaves behind, as does one
that ends before the collector came round. The copies of other faces (of templates) go when the process ends, or with
the folder that they are kept in.
"""

from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from typing import Any

from weasyprint.text.fonts import FontConfiguration

from briefgen.pages.fetching import file_of

_KEPT: list[Path] = []
"""Where this process keeps copies, if it was told."""


def keep_copies_in(folder: Path) -> None:
    """Have copies made below `folder`, which whoever named it removes: this process may be ended by a signal."""
    _KEPT[:] = [folder]


class Standing:
    """A font file that takes the place of the folder of copies and of the copy in it."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def __truediv__(self, _name: str) -> "Standing":
        return self

    def exists(self) -> bool:
        """Whether the copy was made, and the face is known, already."""
        return False

    def write_bytes(self, _content: bytes) -> None:
        """Make the copy."""

    def as_posix(self) -> str:
        """Where the font is."""
        return self._file.as_posix()


class Fonts(FontConfiguration):  # type: ignore[misc]
    """Font faces; the files of `shipped` are not copied, for nobody changes them while they are in use."""

    _folder: Any
    """Where the copies are; None while there are none."""

    def __init__(self, shipped: Path) -> None:
        super().__init__()
        self._shipped = shipped

    def add_font_face(self, rule_descriptors: dict[str, Any], url_fetcher: Any) -> None:
        """Make a face known to the engine."""
        copies = self._folder
        file = self._shipped_file(rule_descriptors["src"])
        if file is None:
            if copies is None:
                self._begin_copies()
            super().add_font_face(rule_descriptors, url_fetcher)
            return
        self._folder = Standing(file)
        try:
            super().add_font_face(rule_descriptors, url_fetcher)
        finally:
            self._folder = copies

    def _shipped_file(self, sources: list[tuple[str, str]]) -> Path | None:
        """The file that ships, where a face has no other source."""
        file = file_of(str(sources[0][1]), (self._shipped,)) if len(sources) == 1 else None
        return file if isinstance(file, Path) and file.suffix == ".ttf" else None

    def _begin_copies(self) -> None:
        from multiprocessing.util import Finalize

        for folder in _KEPT:
            folder.mkdir(mode=0o700, exist_ok=True)
        self._folder = Path(mkdtemp(prefix="weasyprint-", dir=_KEPT[0] if _KEPT else None))
        # Workers end without what `atexit` would do; this they do.
        Finalize(self, rmtree, (self._folder, True), exitpriority=1)
