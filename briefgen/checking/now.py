"""What verdicts depend on, as it is now: found by hashing files, without parsing any that is known.

Owns the names of inputs. `world`: versions, settings, the audiences and their files. `registers`: whether all could be
read. `source ID`: a register's entry, where it leads and the file there. `sources`: all of these. `changes_since REF`:
what that means. A path in the workspace: the file.
"""

import hashlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.building.hashing import SINCE, Hasher, digest, files_below
from briefgen.building.machine import reading_inputs
from briefgen.checking.memory import Memory
from briefgen.workspace import Workspace, read_bytes, shipped_templates

if TYPE_CHECKING:
    from briefgen.sources.library import Library, Source

SOURCE = "source "
UNREADABLE = "?"
"""Stands for a file that is there and cannot be read: what was found then is not kept."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A source as its register has it: the register's path, its `file:`, and a digest of all that the entry says.

    `file` is empty where two entries have the id: it leads to neither's file.
    """

    register: str
    file: str
    digest: str


class Now:
    """The state of a workspace during one run; every file is hashed once."""

    def __init__(self, workspace: Workspace, memory: Memory) -> None:
        self.workspace = workspace
        self.memory = memory
        self.hasher = Hasher(workspace.root)

    @cached_property
    def brief_ids(self) -> frozenset[str]:
        """The ids of all briefs of the workspace."""
        return frozenset(self.workspace.brief_ids())

    @cached_property
    def world(self) -> str:
        """The digest of what every verdict depends on."""
        folders = (self.workspace.root / "templates", shipped_templates())
        audiences = [
            (name, self.hasher.file(folder / name)) for folder in folders for name in _audience_files(folder)
        ]
        return digest(
            reading_inputs(), self.state("briefgen.toml"), audiences, list(self.workspace.audiences())
        )

    @cached_property
    def templates(self) -> str:
        """The digest of all files that audiences are made of."""
        folders = (str(self.workspace.root / "templates"), str(shipped_templates()))
        files = [
            (name, self.hasher.file(f"{folder}/{name}"))
            for folder in folders
            for name in sorted(files_below(folder))
        ]
        return digest(self.world, files)

    def state(self, name: str) -> str | None:
        """The digest of a file of the workspace, None where there is none."""
        found = self.hasher.current(name)
        return UNREADABLE if found is None and os.path.lexists(self.hasher.path(name)) else found

    def of(self, name: str) -> str | None:
        """The input called `name`, as it is now."""
        if name == "world":
            return self.world
        if name == "registers":
            return self.registers
        if name == "sources":
            return self.all_sources
        if name.startswith(SOURCE):
            return self.sources.get(name.removeprefix(SOURCE))
        return self.hasher.current(name) if name.startswith(SINCE) else self.state(name)

    def holds(self, inputs: Mapping[str, str | None]) -> bool:
        """Whether all that a verdict was made from is as it was."""
        return all(self.of(name) == found for name, found in inputs.items())

    @cached_property
    def _register_files(self) -> dict[Path, bytes]:
        return {path: read_bytes(path) for path in self.workspace.registers()}

    @cached_property
    def library(self) -> "Library":
        """The registers, parsed: where something must be judged, or a register has changed."""
        from briefgen.documents.reading import load
        from briefgen.sources.library import build_library

        documents = (load(data, self.workspace.relative(path)) for path, data in self._register_files.items())
        return build_library(tuple(documents), self.workspace.root)

    @cached_property
    def _parsed(self) -> tuple[str, dict[str, Entry], str]:
        """(key, entries by id, whether all registers could be read)."""
        files = [
            (self.workspace.relative(path), hashlib.sha256(data).hexdigest())
            for path, data in self._register_files.items()
        ]
        key = digest(self.world, files)
        known = self.memory.get("registers")
        if known is None or known[0] != key:
            entries = {name: entry_of(source) for name, source in self.library.sources.items()}
            data = [[name, each.register, each.file, each.digest] for name, each in entries.items()]
            known = [key, data, "whole" if self.library.whole else "broken"]
            self.memory.put("registers", known)
        return key, {name: Entry(*rest) for name, *rest in known[1]}, known[2]

    @property
    def registers(self) -> str:
        """Whether all registers could be read: `whole` or `broken`."""
        return self._parsed[2]

    @cached_property
    def _located(self) -> dict[str, "Located"]:
        return dict(_locate(self.workspace.root, self._parsed[1]))

    @property
    def standing(self) -> str:
        """The digest of the registers and of which entries lead nowhere, and why."""
        return digest(self._parsed[0], [fault for _, fault in self._located.values()])

    @cached_property
    def sources(self) -> dict[str, str]:
        """The digest of each source by its id."""
        return {name: self._source(name, entry) for name, entry in self._parsed[1].items()}

    def _source(self, name: str, entry: Entry) -> str:
        path, _ = self._located[name]
        return source_input(entry, self.hasher.file(path) if path else None)

    @cached_property
    def all_sources(self) -> str:
        """The digest of all sources."""
        return digest([[name, value] for name, value in self.sources.items()])


def entry_of(source: "Source") -> Entry:
    """A source as its register has it."""
    record = source.record
    file = "" if source.is_doubled else record.file
    return Entry(source.register, file, digest(record.model_dump(by_alias=True)))


def source_input(entry: Entry, sha256: str | None) -> str:
    """The digest of a source: its entry, and the file that it leads to (None: nowhere)."""
    return digest(entry.digest, sha256)


def _audience_files(templates: Path) -> Iterator[str]:
    if templates.is_dir():
        yield from (f"{path.name}/audience.yaml" for path in sorted(templates.iterdir()) if path.is_dir())


Located = tuple[str | None, str]
"""Where a source's file really is; None where it may not be used, and why."""


def _locate(root: Path, entries: Mapping[str, Entry]) -> Iterator[tuple[str, Located]]:
    """Yield where each source's file really is."""
    from briefgen.sources.extraction import plain_file

    folders: dict[str, Path] = {}
    for name, entry in entries.items():
        folder = folders.get(entry.register)
        if folder is None:
            folder = folders[entry.register] = (root / entry.register).parent.resolve()
        plain = plain_file(str(folder), entry.file)
        yield name, (plain, "") if plain else _found(folder, entry.file)


def _found(folder: Path, file: str) -> Located:
    from briefgen.sources.extraction import SourceFault, locate

    path = locate(folder, file)
    return (None, f"{path.rule}: {path.message}") if isinstance(path, SourceFault) else (str(path), "")
