"""`briefgen source list`: each source, its use, its state."""

import json
from collections import Counter
from collections.abc import Sequence, Set
from dataclasses import asdict, dataclass
from typing import TextIO

from briefgen.checks.case import Case
from briefgen.counting import count
from briefgen.inspection.inspecting import inspect
from briefgen.sources.extracted import SourceFault
from briefgen.sources.library import Library, Source
from briefgen.workspace import Workspace

WIDEST = 40
"""Columns are no wider; what is longer pushes the rest of its line to the right."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One source as the list shows it.

    `state` is `ok`, `changed` (a brief's lock knows another version), or the name of the rule that its file breaks.
    """

    id: str
    title: str
    register: str
    file: str
    state: str
    message: str
    sha256: str | None
    pages: int | None
    characters: int | None
    citations: int
    briefs: tuple[str, ...]


def show_sources(workspace: Workspace, form: str, out: TextIO) -> int:
    """Print all sources; gives the exit code: 1 where a file cannot be read."""
    inspection = inspect(workspace, workspace.brief_ids())
    cases = [brief.case for brief in inspection.briefs if brief.case]
    listed = list_sources(inspection.library, cases)
    out.write(_json(listed) if form == "json" else _text(listed))
    return int(any(each.state not in ("ok", "changed") for each in listed))


def list_sources(library: Library, cases: Sequence[Case]) -> tuple[Listed, ...]:
    """All sources of the library, by register and id, with their use in `cases`."""
    locked: dict[str, set[str]] = {}
    for case in cases:
        for name, known in case.lock.sources.items() if case.lock else ():
            locked.setdefault(name, set()).add(known.sha256)
    uses: dict[str, Counter[str]] = {}
    for case in cases:
        for _, cited in case.cited():
            uses.setdefault(cited.citation.source, Counter())[case.id] += 1
    every = sorted(library.sources.values(), key=lambda each: (each.register, each.record.id))
    return tuple(
        _listed(each, uses.get(each.record.id, Counter()), locked.get(each.record.id, set()))
        for each in every
    )


def _listed(source: Source, uses: Counter[str], locked: Set[str]) -> Listed:
    record, content = source.record, source.content
    fault = content if isinstance(content, SourceFault) else None
    changed = any(sha256 != source.sha256 for sha256 in locked)
    listed = Listed(
        id=record.id,
        title=record.title,
        register=source.register,
        file=record.file,
        state=fault.rule if fault else "changed" if changed else "ok",
        message=fault.message if fault else "",
        sha256=source.sha256,
        pages=None if isinstance(content, SourceFault) else len(content.page_starts) or None,
        characters=None if isinstance(content, SourceFault) else len(content.text),
        citations=uses.total(),
        briefs=tuple(sorted(uses)),
    )
    if source.held is not None:
        source.held.release(())  # a list of many holds few at a time
    return listed


def _json(listed: Sequence[Listed]) -> str:
    return (
        json.dumps({"version": 1, "sources": [asdict(each) for each in listed]}, ensure_ascii=False, indent=1)
        + "\n"
    )


def _text(listed: Sequence[Listed]) -> str:
    if not listed:
        return "no sources (add one with `briefgen source add PATH|URL`)\n"
    rows = [(each.id, _state(each), _use(each)) for each in listed]
    widths = [min(WIDEST, max(len(row[column]) for row in rows)) for column in range(3)]
    lines = (
        "  ".join(f"{cell:{width}}" for cell, width in zip(row, widths, strict=True)) + f"  {each.title}\n"
        for row, each in zip(rows, listed, strict=True)
    )
    return "".join(lines)


def _state(listed: Listed) -> str:
    return f"{listed.state} ({listed.message})" if listed.message else listed.state


def _use(listed: Listed) -> str:
    if not listed.citations:
        return "unused"
    return f"{count(listed.citations, 'quote')} in {', '.join(listed.briefs)}"
