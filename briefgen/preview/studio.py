"""What the preview shows: editions made again as files change, and who wants to hear of it."""

import json
import queue
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from briefgen.audiences import audience_ids
from briefgen.building.options import Options
from briefgen.errors import EnvironmentFault, UsageFault
from briefgen.pipeline import build_workspace
from briefgen.reporting.json_report import diagnostic_data
from briefgen.workspace import open_workspace

IGNORED = (".git", ".briefgen", "dist", "node_modules", "__pycache__")
"""Folders whose changes are nobody's business here."""


@dataclass(slots=True)
class Studio:
    """Makes the editions of the workspace at `root` into `out`, and passes news on to its listeners.

    News are JSON objects with `version` (rises with each build), `formats` (what was made), `diagnostics` and
    `error` (why nothing could be made at all).
    """

    root: Path
    out: Path
    news: dict[str, Any] = field(
        default_factory=lambda: {"version": 0, "formats": [], "diagnostics": [], "error": None}
    )
    _listeners: list["queue.SimpleQueue[str]"] = field(default_factory=list)
    _guard: threading.Lock = field(default_factory=threading.Lock)

    def make(self) -> None:
        """Make what is stale: HTML first, which is quick, then the PDF beside it."""
        for formats in (("html",), ("pdf",)):
            self._publish(formats, *self._made(formats))

    def _made(self, formats: tuple[str, ...]) -> tuple[list[dict[str, Any]], str | None]:
        try:
            workspace = open_workspace(self.root)
            outcome = build_workspace(workspace, Options((), (), formats, self.out, jobs=1))
        except (UsageFault, EnvironmentFault) as fault:
            return [], str(fault)
        found = [each for each in outcome.report.diagnostics if each.severity != "info"]
        return [diagnostic_data(each) | {"source": list(each.source)} for each in found], None

    def _publish(self, formats: tuple[str, ...], found: list[dict[str, Any]], error: str | None) -> None:
        with self._guard:
            # A fresh edition tells nothing of its brief; what was told of it before still holds.
            known = found or ([] if formats == ("html",) or error else self.news["diagnostics"])
            version = int(self.news["version"]) + 1
            self.news = {"version": version, "formats": list(formats), "diagnostics": known, "error": error}
            for listener in self._listeners:
                listener.put(json.dumps(self.news, ensure_ascii=False))

    def editions(self) -> list[tuple[str, str]]:
        """The briefs and audiences that can be looked at."""
        try:
            workspace = open_workspace(self.root)
            return [(brief, name) for brief in workspace.brief_ids() for name in audience_ids(workspace)]
        except UsageFault:
            return []

    def listen(self) -> Iterator[str | None]:
        """Yield the news as they come, the present state first; None every few seconds, to see whether anybody is there."""
        mine: queue.SimpleQueue[str] = queue.SimpleQueue()
        with self._guard:
            self._listeners.append(mine)
            mine.put(json.dumps(self.news, ensure_ascii=False))
        try:
            while True:
                try:
                    yield mine.get(timeout=5)
                except queue.Empty:
                    yield None
        finally:
            with self._guard:
                self._listeners.remove(mine)

    def watch(self, stop: threading.Event) -> None:
        """Make what is stale whenever a file that may matter changes, until `stop` is set."""
        from watchfiles import watch

        from briefgen.workspace import shipped_templates

        folders = {self.root, shipped_templates()}
        for changes in watch(
            *folders, stop_event=stop, debounce=40, step=20, rust_timeout=500, yield_on_timeout=False
        ):
            if any(self._matters(Path(path)) for _, path in changes):
                self.make()

    def _matters(self, path: Path) -> bool:
        if path.is_relative_to(self.out) or path.name.endswith((".tmp", "~", ".swp")):
            return False
        parts = path.relative_to(self.root).parts if path.is_relative_to(self.root) else path.parts
        return not any(part in IGNORED for part in parts)
