"""What the list of briefs says of each: its title and its date, as the file has them now."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from briefgen.documents.reading import load


@dataclass(frozen=True, slots=True)
class Head:
    """A brief as the list names it; `date` is as it is written, empty where the brief has none."""

    title: str
    date: str = ""


@dataclass(slots=True)
class Heads:
    """The heads of briefs, each read again when its file has changed; of a broken file, the last that could be read."""

    _read: dict[Path, tuple[tuple[int, int], Head]] = field(default_factory=dict)

    def of(self, path: Path, brief: str) -> Head:
        """The head of the brief at `path`, which is called `brief` where it has no title."""
        try:
            state = (path.stat().st_mtime_ns, path.stat().st_size)
            known = self._read.get(path)
            if known is None or known[0] != state:
                data = load(path.read_bytes(), path.name).data
                head = _head(data, brief) if isinstance(data, dict) else known[1] if known else Head(brief)
                self._read[path] = (state, head)
        except OSError:
            return Head(brief)
        return self._read[path][1]


def _head(data: Mapping[str, Any], brief: str) -> Head:
    title, date = data.get("title"), data.get("prepared") or data.get("as_of")
    if isinstance(title, dict):
        title = next(iter(title.values()), None)
    return Head(
        str(title) if isinstance(title, str) and title.strip() else brief,
        str(date) if isinstance(date, str) else "",
    )
