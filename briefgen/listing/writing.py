"""Keeps `index.html` of an output folder: written where it differs, read from new editions only, removed on request.

What is known of each edition stays in the workspace (`.briefgen/listing/`), so that a build with nothing to do opens
no edition.
"""

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from briefgen.building.formats import FORMATS
from briefgen.building.hashing import digest, read_regular
from briefgen.building.machine import environment_inputs
from briefgen.building.manifest import Entry as Output
from briefgen.errors import EnvironmentFault
from briefgen.listing.entries import Entry, entry_of
from briefgen.listing.page import GENERATOR, page
from briefgen.listing.thumbnails import thumbnail
from briefgen.publishing import THUMBNAILS, publish, withdraw
from briefgen.workspace import Workspace

NAME = "index.html"
FOLDER = ".briefgen/listing"


@dataclass(frozen=True, slots=True)
class State:
    """The list as it was written last. `audiences`: those it was limited to; `made`: the digest of all it rests on."""

    audiences: tuple[str, ...] = ()
    made: str = ""
    page: str = ""
    entries: Mapping[str, Entry] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Index:
    """The list of one output folder, about to be kept. `outputs` are all that the manifest names."""

    workspace: Workspace
    out: Path
    outputs: Mapping[str, Output]

    @property
    def path(self) -> Path:
        """Where the page stands."""
        return self.out / NAME

    @property
    def state_path(self) -> Path:
        """Where its state is kept."""
        return self.workspace.root / FOLDER / f"{digest(str(self.out))[:16]}.json"

    def thumbnail_path(self, name: str) -> Path:
        """Where the picture of the edition called `name` stands."""
        return self.out / THUMBNAILS / f"{name}.png"


def keep_index(
    workspace: Workspace,
    out: Path,
    outputs: Mapping[str, Output],
    wanted: bool | None,
    audiences: tuple[str, ...] = (),
    tried: Collection[str] = (),
    refused: Collection[str] = (),
) -> None:
    """Write, keep up to date or remove the list of `out`; the caller holds that folder.

    `wanted`: True writes it, False removes it, None keeps it up to date where there is one. `audiences` limits a list
    that is asked for; `tried` are the briefs of this build, `refused` those and the editions (`BRIEF/AUDIENCE`) that it
    did not make.

    Raises:
        EnvironmentFault: a file cannot be written, or an `index.html` of somebody else stands there.
    """
    index = Index(workspace, out, outputs)
    if not wanted and not index.state_path.is_file():
        return
    state = _read(index.state_path)
    if wanted is False:
        _remove(index, state)
    elif wanted or index.path.is_file():
        limit = tuple(sorted(audiences)) if wanted else state.audiences
        _update(index, state, limit, tried, refused)


def _update(
    index: Index, state: State, audiences: tuple[str, ...], tried: Collection[str], refused: Collection[str]
) -> None:
    keys = dict(_keys(index, audiences))
    outdated = {name: _outdated(name, state, tried, refused) for name in keys}
    made = digest(audiences, keys, outdated, page(()))  # the empty page: its style and script
    if made == state.made and _stands(index, state):
        return
    _guard(index.path)
    entries = {
        name: replace(
            known if (known := state.entries.get(name)) and known.key == key else _entry(index, name, key),
            outdated=outdated[name],
        )
        for name, key in keys.items()
    }
    written, entries = _pictures(index, state, entries)
    data = page(tuple(entries.values())).encode()
    if _sha256(index.path) != hashlib.sha256(data).hexdigest():
        written[index.path] = data
    publish(written)
    withdraw(path for path in _strays(index, entries))
    after = State(audiences, made, hashlib.sha256(data).hexdigest(), entries)
    publish({index.state_path: json.dumps(asdict(after), ensure_ascii=False).encode()})


def _keys(index: Index, audiences: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Each edition of the folder with the digest of its outputs, their inputs and the code."""
    code = digest(
        {name: value for name, value in environment_inputs().items() if name in ("briefgen", "code")}
    )
    found: dict[str, list[str]] = {}
    for path, output in sorted(index.outputs.items()):
        name, _, form = path.rpartition(".")
        if form in FORMATS and (not audiences or name.rpartition("/")[2] in audiences):
            found.setdefault(name, []).append(f"{form} {output.sha256} {output.inputs}")
    for name, outputs in found.items():
        yield name, hashlib.sha256("\n".join([code, *outputs]).encode()).hexdigest()


def _outdated(name: str, state: State, tried: Collection[str], refused: Collection[str]) -> bool:
    """Whether the brief was refused: in this build, or when it was last tried."""
    brief = name.rpartition("/")[0]
    if brief in tried:
        return brief in refused or name in refused
    return name in state.entries and state.entries[name].outdated


def _entry(index: Index, name: str, key: str) -> Entry:
    formats = tuple(form for form in FORMATS if f"{name}.{form}" in index.outputs)
    brief = name.rpartition("/")[0]
    reviewed = _reviewed(index.workspace.lock_path(brief))
    return entry_of(name, key, formats, _bytes(index.out / f"{name}.json"), reviewed)


def _reviewed(path: Path) -> dict[str, str]:
    """The SHA-256 of each source that a lock knows."""
    # Loaded for new editions only: the models behind a lock take longer than a build with nothing to do.
    from briefgen.models.lock import Lock, parse_lock

    lock = parse_lock(_bytes(path) or b"{}")
    return (
        {source: locked.sha256 for source, locked in lock.sources.items()} if isinstance(lock, Lock) else {}
    )


def _pictures(
    index: Index, state: State, entries: Mapping[str, Entry]
) -> tuple[dict[Path, bytes], dict[str, Entry]]:
    """The pictures that lack or are of another state, and the entries with what they have."""
    written: dict[Path, bytes] = {}
    told = dict(entries)
    for name, entry in entries.items():
        path = index.thumbnail_path(name)
        known = state.entries.get(name)
        if known and known.key == entry.key and (not entry.thumbnail or path.is_file()):
            continue
        pdf = _bytes(index.out / f"{name}.pdf") if "pdf" in entry.formats else None
        picture = thumbnail(pdf) if pdf else None
        told[name] = replace(entry, thumbnail=picture is not None)
        if picture is not None and _sha256(path) != hashlib.sha256(picture).hexdigest():
            written[path] = picture
    return written, told


def _stands(index: Index, state: State) -> bool:
    """Whether what was written is there: the page as it was, every picture."""
    pictures = (index.thumbnail_path(name) for name, entry in state.entries.items() if entry.thumbnail)
    return _sha256(index.path) == state.page and all(path.is_file() for path in pictures)


def _strays(index: Index, entries: Mapping[str, Entry]) -> Iterator[Path]:
    """The pictures of editions that are no longer listed."""
    kept = {index.thumbnail_path(name) for name, entry in entries.items() if entry.thumbnail}
    for path in sorted((index.out / THUMBNAILS).rglob("*.png")):
        if path not in kept:
            yield path


def _guard(path: Path) -> None:
    found = _bytes(path)
    if found is not None and GENERATOR.encode() not in found[:1000]:
        raise EnvironmentFault(f"{path} was not written by briefgen: move it, or build with --no-index")


def _remove(index: Index, state: State) -> None:
    if _sha256(index.path) == state.page:
        withdraw(iter([index.path]))
    withdraw(_strays(index, {}))
    withdraw(iter([index.state_path]))


def _read(path: Path) -> State:
    """The state that was kept; an empty one where there is none that can be relied on."""
    try:
        data: Any = json.loads(read_regular(path))
        return TypeAdapter(State).validate_python(data)
    except (OSError, ValueError, ValidationError, RecursionError):
        return State()


def _bytes(path: Path) -> bytes | None:
    try:
        return read_regular(path)
    except OSError:
        return None


def _sha256(path: Path) -> str | None:
    data = _bytes(path)
    return None if data is None else hashlib.sha256(data).hexdigest()
