"""`briefgen source add`: reads or fetches, decides, then writes everything at once."""

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TextIO
from urllib.parse import urlsplit

from briefgen.cli.source_faults import fault_diagnostic, print_faults
from briefgen.cli.today import today
from briefgen.documents.validation import validate
from briefgen.errors import EnvironmentFault, UsageFault
from briefgen.inspection.inspecting import open_library
from briefgen.models.sources import SourceRecord
from briefgen.publishing import publish
from briefgen.sources import fetched as records
from briefgen.sources.extracted import SourceFault
from briefgen.sources.extraction import load, shortened
from briefgen.sources.fetching import Fetched, FetchFault, fetch
from briefgen.sources.importing import RECORD_ONLY, import_references
from briefgen.sources.intake import Document, Intake, Shelf, take_in
from briefgen.sources.library import Library
from briefgen.sources.references import SUFFIXES as BIBLIOGRAPHIES
from briefgen.sources.references import read_references
from briefgen.sources.sniffing import bibliography_of, contradicts, name_from, suffix_of
from briefgen.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be added: a path or an address, the register's folder, stated fields, whether private hosts are allowed."""

    what: str
    into: Path | None
    stated: Mapping[str, Any]
    allow_private: bool


@dataclass(frozen=True, slots=True)
class Added:
    """What an addition comes to: its intake, and the fields that known sources got from a bibliography."""

    intake: Intake
    completed: Mapping[str, tuple[str, ...]]


def add_source(workspace: Workspace, wanted: Wanted, form: str, out: TextIO) -> int:
    """Add what is wanted and print the answer; gives the exit code.

    Raises:
        UsageFault: there is no such file, it is registered already, or the folder is outside seeds/.
        EnvironmentFault: it cannot be fetched or written.
    """
    library = open_library(workspace)
    remote = "://" in wanted.what
    added = _from_web(workspace, library, wanted) if remote else _from_file(workspace, library, wanted)
    if isinstance(added, SourceFault):
        print_faults([fault_diagnostic(added, wanted.what)], form, out)
        return 1
    publish(added.intake.files)
    out.write(_json(workspace, added) if form == "json" else _text(workspace, added))
    return 0


def _from_file(workspace: Workspace, library: Library, wanted: Wanted) -> Added | SourceFault:
    path = Path(wanted.what)
    if not wanted.what:
        raise UsageFault("name a file or an address")
    if path.is_symlink() and not path.exists():
        raise UsageFault(f"{wanted.what} is a link that leads nowhere")
    if not path.exists():
        raise UsageFault(f"there is no file {wanted.what}")
    if path.is_dir():
        raise UsageFault(f"{wanted.what} is a folder; name the documents in it one by one")
    data = load(path)
    if isinstance(data, SourceFault):
        return data
    if path.suffix.lower() in BIBLIOGRAPHIES:
        return _from_bibliography(workspace, library, wanted, data, path.suffix)
    folder = _folder(workspace, library, wanted, path)
    here = _name_below(folder, path)
    shelf = _shelf(folder, library)
    _refuse_known(library, shelf, data, path)
    return _added(take_in(Document(data, path.name, here, stated=_stated(wanted, shelf)), shelf))


def _from_bibliography(
    workspace: Workspace, library: Library, wanted: Wanted, data: bytes, suffix: str
) -> Added | SourceFault:
    if wanted.stated:
        raise UsageFault("--id, --title and --type are for one document, not for a bibliography")
    references = read_references(data, suffix)
    if isinstance(references, SourceFault):
        return references
    shelf = _shelf(_folder(workspace, library, wanted, None), library)
    result = import_references(references, shelf)
    return result if isinstance(result, SourceFault) else Added(result.intake, result.completed)


def _from_web(workspace: Workspace, library: Library, wanted: Wanted) -> Added | SourceFault:
    _refuse_known_address(library, wanted.what)
    answer = fetch(wanted.what, allow_private=wanted.allow_private)
    if isinstance(answer, FetchFault):
        raise EnvironmentFault(f"{answer.message}; {answer.help}")
    data = answer.data or b""
    suffix = suffix_of(data, answer.content_type, answer.url)
    if isinstance(suffix, SourceFault):
        return suffix
    unsure = contradicts(data, suffix, answer.charset)
    if unsure is not None:
        return unsure
    if suffix in (".txt", ".md"):
        names = urlsplit(answer.url).path, answer.filename or ""
        if bibliography := bibliography_of(data, answer.content_type, *names):
            return _from_bibliography(workspace, library, wanted, data, bibliography)
    shelf = _shelf(_folder(workspace, library, wanted, None), library)
    _refuse_known(library, shelf, data, None)
    document = Document(
        data,
        name_from(answer.url, suffix, answer.filename),
        url=wanted.what,
        accessed=today(),
        stated=_stated(wanted, shelf),
    )
    added = _added(take_in(document, shelf))
    return added if isinstance(added, SourceFault) else _recorded(added, shelf, wanted.what, answer)


def _recorded(added: Added, shelf: Shelf, url: str, answer: Fetched) -> Added | SourceFault:
    """With the record of the fetch beside the register."""
    path = shelf.folder / records.NAME
    record = records.read_record(path.read_bytes() if path.exists() else None)
    if isinstance(record, SourceFault):
        return record
    given = answer.validators
    digest = hashlib.sha256(answer.data or b"").hexdigest()
    fetched = records.Fetch(url, digest, today(), given.etag, given.last_modified)
    written = records.write_record({**record, str(added.intake.entries[0]["id"]): fetched})
    return Added(replace(added.intake, files={**added.intake.files, path: written}), {})


def _added(result: Intake | SourceFault) -> Added | SourceFault:
    return result if isinstance(result, SourceFault) else Added(result, {})


def _stated(wanted: Wanted, shelf: Shelf) -> Mapping[str, Any]:
    name = wanted.stated.get("id")
    if name in shelf.ids:
        raise UsageFault(f"the id {name!r} is taken already; choose another")
    sound = {"id": "a", "file": "a", "title": "a"}
    for fault in validate(SourceRecord, {**sound, **wanted.stated}).findings:
        raise UsageFault("; ".join(filter(None, (f"--{fault.route[0]}: {fault.message}", fault.help))))
    return wanted.stated


def _refuse_known(library: Library, shelf: Shelf, data: bytes, path: Path | None) -> None:
    same = shelf.hashes.get(hashlib.sha256(data).hexdigest())
    if same is None and path is not None:
        real = path.resolve()
        same = next((name for name, each in library.sources.items() if each.path == real), None)
    if same is not None:
        raise UsageFault(f"this document is registered already, as {same}")


def _refuse_known_address(library: Library, url: str) -> None:
    for name, source in library.sources.items():
        if url == source.record.URL and source.record.descriptor != RECORD_ONLY:
            raise UsageFault(
                f"this address is registered already, as {name} (`briefgen source refresh {name}` fetches it again)"
            )


def _folder(workspace: Workspace, library: Library, wanted: Wanted, path: Path | None) -> Path:
    """The register's folder: the one named, the one that the file lies in already, the only one, or seeds/."""
    seeds = workspace.root / "seeds"
    if wanted.into is not None:
        named = next(
            (each for each in (workspace.root / wanted.into, wanted.into.absolute()) if each.is_dir()),
            workspace.root / wanted.into,
        )
        if not _is_below(_real(named), _real(seeds)):
            raise UsageFault(f"{wanted.into} is not below {seeds}; sources are archived there")
        return named
    registers = [workspace.root / Path(document.path).parent for document in library.documents]
    if path is not None:
        around = [folder for folder in registers if _is_below(path.resolve(), _real(folder))]
        if around:
            return max(around, key=lambda folder: len(folder.parts))
    return registers[0] if len(registers) == 1 else seeds


def _real(folder: Path) -> Path:
    try:
        return folder.resolve()
    except RuntimeError as error:
        raise EnvironmentFault(f"{folder} is a link that leads in a circle") from error


def _is_below(path: Path, folder: Path) -> bool:
    return path == folder or path.is_relative_to(folder)


def _name_below(folder: Path, path: Path) -> str | None:
    """The file's name from the register's folder, where it lies below it already."""
    real, root = path.resolve(), _real(folder)
    if not real.is_relative_to(root):
        return None
    name = real.relative_to(root).as_posix()
    if name != os.fsencode(name).decode(errors="replace"):
        raise UsageFault(
            f"the name {shortened(name)} is not in UTF-8, so that no register can hold it; rename the file"
        )
    return name


def _shelf(folder: Path, library: Library) -> Shelf:
    register = folder / "sources.yaml"
    return Shelf(
        folder=folder,
        register=register.read_bytes() if register.exists() else b"",
        ids=library.faulty.union(library.sources),
        hashes=dict(_hashes(library)),
        names=frozenset(each.name for each in folder.iterdir()) if folder.is_dir() else frozenset(),
    )


def _hashes(library: Library) -> Iterator[tuple[str, str]]:
    """The digest of each file that is registered, with the id that it has."""
    for name, source in library.sources.items():
        if source.sha256:
            yield source.sha256, name
        library.held.release(())  # the next may be large, and there may be very many


def _text(workspace: Workspace, added: Added) -> str:
    lines = [f"added {entry['id']}: {entry['title']}" for entry in added.intake.entries]
    lines += [f"completed {name}: {', '.join(fields)}" for name, fields in added.completed.items()]
    lines += (
        [f"wrote {workspace.relative(path)}" for path in sorted(added.intake.files)]
        if lines
        else ["nothing new"]
    )
    return "\n".join([*lines, *(f"note: {note}" for note in added.intake.notes)]) + "\n"


def _json(workspace: Workspace, added: Added) -> str:
    data = {
        "version": 1,
        "added": list(added.intake.entries),
        "completed": added.completed,
        "files": [workspace.relative(path) for path in sorted(added.intake.files)],
        "notes": list(added.intake.notes),
        "diagnostics": [],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
