"""`briefgen source refresh`: fetches again, writes at once, says what that touches. No brief is changed."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TextIO

from briefgen.checks.sourcing.affected import Affected, Effect, effect
from briefgen.cli.today import today
from briefgen.documents.validation import nearest
from briefgen.errors import UsageFault
from briefgen.inspection.inspecting import Inspection, inspect
from briefgen.publishing import publish
from briefgen.sources.extracted import SourceFault
from briefgen.sources.fetched import NAME, Fetch, read_record, write_record
from briefgen.sources.library import Source
from briefgen.sources.refreshing import Refreshed, State, below, refresh
from briefgen.workspace import Workspace

FATES = {
    (False, True): "no longer stands",
    (False, False): "does not stand",
    (True, True): "now stands more than once",
    (True, False): "stands more than once",
}
"""What has become of a quote, by whether it stands more than once and whether that is news."""
TROUBLE = (State.UNREACHABLE, State.REFUSED)
"""Where nothing came that could take the place of what is archived."""


@dataclass(frozen=True, slots=True)
class Due:
    """A source that was fetched once, with the record of it."""

    source: Source
    folder: Path
    fetch: Fetch


def refresh_sources(
    workspace: Workspace, ids: tuple[str, ...], allow_private: bool, form: str, out: TextIO
) -> int:
    """Refresh the sources of those ids (all that were fetched where none is named); gives the exit code.

    Raises:
        UsageFault: an id is unknown or was never fetched, or a record is damaged.
    """
    inspection = inspect(workspace, workspace.brief_ids())
    records = _records(workspace, inspection)
    renamed = {folder: _renamed(record, inspection, folder) for folder, record in records.items()}
    due = _due(inspection, renamed, ids)
    found = {name: _refresh(each, allow_private) for name, each in due.items()}
    publish(_files(due, found, records, renamed))
    cases = [brief.case for brief in inspection.briefs if brief.case]
    texts = {name: each.text for name, each in found.items() if each.text is not None}
    same = {name for name, each in found.items() if each.state is State.UNCHANGED}
    touched = effect(cases, texts, same)
    out.write(_json(inspection, found, touched) if form == "json" else _text(inspection, found, touched))
    troubled = any(each.state in TROUBLE for each in found.values())
    return int(troubled or bool(touched.lost))


def _records(workspace: Workspace, inspection: Inspection) -> dict[Path, dict[str, Fetch]]:
    """The record of each register's folder."""
    records = {}
    for document in inspection.library.documents:
        path = workspace.root / Path(document.path).parent / NAME
        record = read_record(path.read_bytes() if path.exists() else None)
        if isinstance(record, SourceFault):
            raise UsageFault(f"{workspace.relative(path)}: {record.message}; {record.help}")
        records[path.parent] = record
    return records


def _renamed(record: Mapping[str, Fetch], inspection: Inspection, folder: Path) -> dict[str, Fetch]:
    """A folder's record by the ids that its register has now: a source that got another one is known by its address."""
    sources = inspection.library.sources
    left = {fetch.url: name for name, fetch in record.items() if name not in sources}
    new = {
        left[source.record.URL]: name
        for name, source in sources.items()
        if name not in record and source.record.URL in left and _folder(inspection, source) == folder
    }
    return {new.get(name, name): fetch for name, fetch in record.items()}


def _due(
    inspection: Inspection,
    records: Mapping[Path, Mapping[str, Fetch]],
    ids: Sequence[str],
) -> dict[str, Due]:
    sources = inspection.library.sources
    due = {}
    for name, source in sources.items():
        folder = _folder(inspection, source)
        known = records.get(folder, {}).get(name)
        if known is not None and source.path is not None and not isinstance(source.raw, SourceFault):
            due[name] = Due(source, folder, _at_its_address(known, source.record.URL))
    for name in ids:
        if name not in sources:
            near = nearest(name, sources)
            raise UsageFault(f"there is no source {name!r}" + (f"; did you mean {near}?" if near else ""))
        if isinstance(fault := sources[name].raw, SourceFault):
            raise UsageFault(f"{name}: {fault.message}; {fault.help}")
        if name not in due:
            raise UsageFault(
                f"{name} was not fetched by briefgen; only sources added by their address can be fetched again"
            )
    return {name: each for name, each in due.items() if not ids or name in ids}


def _folder(inspection: Inspection, source: Source) -> Path:
    return inspection.workspace.root / Path(source.register).parent


def _at_its_address(known: Fetch, stated: str | None) -> Fetch:
    """A fetch from the address in the register, where that is another one by now; nothing is known of that server."""
    if not stated or stated == known.url:
        return known
    return replace(known, url=stated, etag=None, last_modified=None)


def _refresh(due: Due, allow_private: bool) -> Refreshed:
    raw = due.source.raw
    assert isinstance(raw, bytes)  # `_due` takes no other
    return refresh(due.fetch, due.source.record.file, raw, today(), allow_private=allow_private)


def _files(
    due: Mapping[str, Due],
    found: Mapping[str, Refreshed],
    records: Mapping[Path, Mapping[str, Fetch]],
    renamed: Mapping[Path, Mapping[str, Fetch]],
) -> dict[Path, bytes]:
    """What is to be written: new and replaced versions, and the records where they say something new."""
    files: dict[Path, bytes] = {}
    received = {name: each for name, each in found.items() if each.state not in TROUBLE}
    for folder, record in records.items():
        here = {name: received[name] for name in received if due[name].folder == folder}
        renewed = {**renamed[folder], **{name: each.fetch for name, each in here.items()}}
        for each in here.values():
            files |= below(folder, each.files or {})
        if renewed != record:
            files[folder / NAME] = write_record(renewed)
    return files


def _text(inspection: Inspection, found: Mapping[str, Refreshed], touched: Effect) -> str:
    if not found:
        return "no source was fetched from the web (add one with `briefgen source add URL`)\n"
    lines = []
    for name, each in found.items():
        lines.append(f"{name}: {each.state.value}" + (f": {each.message}" if each.message else ""))
        if each.help:
            lines.append(f"  = help: {each.help}")
        if each.state is State.CHANGED:
            lines.append(f"  kept the old version as {each.fetch.versions[-1].file}")
    lines += [line for lost in touched.lost for line in _lost(inspection, lost)]
    if touched.lost or any(each.state is State.CHANGED for each in found.values()):
        which = "changed" if all(lost.is_news for lost in touched.lost) else "these"
        lines.append(
            f"of the quotes of {which} sources {_stand(touched.standing, 'still stand')}, {_stand(len(touched.lost), 'do')} not"
        )
    return "\n".join(lines) + "\n"


def _stand(number: int, verb: str) -> str:
    """The number with its verb: `1 still stands`, `2 do`."""
    return f"{number} {verb}" if number != 1 else f"1 {'does' if verb == 'do' else f'{verb}s'}"


def _lost(inspection: Inspection, lost: Affected) -> list[str]:
    path, line, column = _place(inspection, lost)
    rests = f"; {', '.join(lost.rests)} rests on it" if lost.rests else ""
    fate = FATES[lost.fault == "quote-ambiguous", lost.is_news]
    return [
        f"{path}:{line}:{column}: {lost.item} quotes {lost.source}, where this {fate}{rests}:",
        f"  {lost.quote}",
    ]


def _place(inspection: Inspection, lost: Affected) -> tuple[str, int, int]:
    document = next(brief.document for brief in inspection.briefs if brief.id == lost.brief)
    span = document.span(lost.route)
    return document.path, span.line, span.column


def _json(inspection: Inspection, found: Mapping[str, Refreshed], touched: Effect) -> str:
    sources = [
        {
            "id": name,
            "state": each.state.value,
            "message": each.message,
            "help": each.help,
            "sha256": each.fetch.sha256,
        }
        for name, each in found.items()
    ]
    lost = [_lost_data(inspection, each) for each in touched.lost]
    data = {"version": 1, "sources": sources, "affected": lost, "standing": touched.standing}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _lost_data(inspection: Inspection, lost: Affected) -> dict[str, Any]:
    path, line, column = _place(inspection, lost)
    place = {"path": path, "line": line, "column": column}
    return {
        "brief": lost.brief,
        "item": lost.item,
        "source": lost.source,
        "quote": lost.quote,
        **place,
        "rests": list(lost.rests),
        "fault": lost.fault,
    }
