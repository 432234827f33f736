"""The fonts of an engine: those that ship are read where they lie.

WeasyPrint copies every font file into a temporary folder, which a process that is killed leaves behind, as does one
that ends before the collector came round. The copies of other faces (of templates) go when the process ends.
"""

from pathlib import Path
from shutil import rmtree
from typing import Any

from weasyprint.text.fonts import FontConfiguration

from briefgen.pages.fetching import file_of


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
            super().add_font_face(rule_descriptors, url_fetcher)
            if copies is None:
                self._goes_with_the_process()
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

    def _goes_with_the_process(self) -> None:
        from multiprocessing.util import Finalize

        # Workers end without what `atexit` would do; this they do.
        Finalize(self, rmtree, (self._folder, True), exitpriority=1)
