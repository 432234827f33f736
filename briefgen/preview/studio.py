"""What the preview shows: editions made again as files change, and who wants to hear of it."""

import contextlib
import json
import queue
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from briefgen.audiences import audience_ids
from briefgen.errors import UsageFault
from briefgen.pages.beside import LOST
from briefgen.preview.ending import Ending
from briefgen.preview.heads import Head, Heads
from briefgen.preview.latest import Latest
from briefgen.preview.making import Made, Told, make, make_pdf
from briefgen.workspace import open_workspace

IGNORED = (".git", ".briefgen", "dist", "node_modules", "__pycache__")
"""Folders whose changes are nobody's business here."""


@dataclass(slots=True)
class Studio:
    """Makes the editions of the workspace at `root` into `out`, and passes news on to its listeners, until its `ending` is asked for.

    News are JSON objects with `version` (rises with each build), `formats` (what was made), `diagnostics` and
    `error` (why nothing could be made at all).
    """

    root: Path
    out: Path
    ending: Ending = field(default_factory=Ending)
    news: dict[str, Any] = field(
        default_factory=lambda: {"version": 0, "formats": [], "diagnostics": [], "error": None}
    )
    _told: Told = field(default_factory=Told)
    _editions: list[tuple[str, str]] = field(default_factory=list)
    _heads: Heads = field(default_factory=Heads)
    _listeners: list["queue.SimpleQueue[str]"] = field(default_factory=list)
    _guard: threading.Lock = field(default_factory=threading.Lock)
    _pdf: Latest[Made] = field(init=False)

    def __post_init__(self) -> None:
        lost = Made("pdf", error=LOST)
        self._pdf = Latest(make_pdf, self._publish, lost, ["briefgen.preview.ready"])

    def make(self) -> None:
        """Make what is stale: HTML at once, then the PDF beside it, unless it is out of date before it is set."""
        self._pdf.drop()
        with self.ending.may_break_off():
            made = make(self.root, self.out, "html")
        self._publish(made)
        if made.error is None:
            self._pdf.begin(self.root, self.out)

    def end(self) -> None:
        """Leave nothing under way."""
        self._pdf.drop()

    def _publish(self, made: Made) -> None:
        with self._guard:
            self._told.take(made)
            self.news = {
                "version": int(self.news["version"]) + 1,
                "formats": [made.form],
                "diagnostics": list(self._told),
                "error": made.error,
            }
            for listener in self._listeners:
                listener.put(json.dumps(self.news, ensure_ascii=False))

    def editions(self) -> list[tuple[str, str]]:
        """The briefs and audiences that can be looked at."""
        # While the settings are broken, what was made of the last sound ones can still be looked at.
        with contextlib.suppress(UsageFault):
            workspace = open_workspace(self.root)
            names = audience_ids(workspace)
            self._editions = [(brief, name) for brief in workspace.brief_ids() for name in names]
        return self._editions

    def heads(self) -> dict[str, Head]:
        """What the list says of each brief."""
        briefs = dict.fromkeys(brief for brief, _ in self.editions())
        return {brief: self._heads.of(self.root / f"briefs/{brief}.yaml", brief) for brief in briefs}

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

    def watch(self) -> None:
        """Make what is stale, now and whenever a file that may matter changes, until the end is asked for."""
        changed = threading.Event()
        with ThreadPoolExecutor(1) as pool:
            watching = pool.submit(self._watch, changed)
            try:
                while not watching.done():
                    changed.clear()
                    self.make()
                    while not (changed.wait(0.2) or self.ending.is_set() or watching.done()):
                        pass
                watching.result()
            except KeyboardInterrupt:
                pass
            finally:
                self.ending.set()

    def _watch(self, changed: threading.Event) -> None:
        from watchfiles import watch

        from briefgen.workspace import shipped_templates

        folders = {self.root, shipped_templates()}
        for changes in watch(
            *folders, stop_event=self.ending, debounce=40, step=20, rust_timeout=500, raise_interrupt=False
        ):
            if any(self._matters(Path(path)) for _, path in changes):
                changed.set()

    def _matters(self, path: Path) -> bool:
        if path.is_relative_to(self.out) or path.name.endswith((".tmp", "~", ".swp")):
            return False
        parts = path.relative_to(self.root).parts if path.is_relative_to(self.root) else path.parts
        return not any(part in IGNORED for part in parts)
