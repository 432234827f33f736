"""Whether the last build left everything as it should be: known by hashing alone, before anything is loaded or parsed.

A build that ends with nothing stale keeps, in `.briefgen/cache/settled`, the words of its command and what all that it
looked at was: what concerns every brief, and by brief what its editions rest on, these and their record included. The
same words with all of that as it was have nothing to do. Where only some briefs' own things have changed, the build
that follows looks closely at these alone. Any other doubt, and any damage, means that it looks closely at all; so does
every build after one that was killed, since a build begins by forgetting.
"""

import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path
from typing import Any

from briefgen.building.hashing import SHIPPED, Hasher, digest, encoded, read_regular
from briefgen.building.machine import environment_inputs
from briefgen.errors import UsageFault
from briefgen.workspace import find

PLACE = ".briefgen/cache/settled"
FOLDERS = "*"
"""Ends the name of a folder of which the names of the folders right in it matter."""
ALWAYS = ("briefs/", "briefgen.toml", f"templates/{FOLDERS}", f"{SHIPPED}{FOLDERS}")
"""What decides which editions there are."""
VALUED = (
    "-a",
    "--audience",
    "-f",
    "--format",
    "-o",
    "--out",
    "-j",
    "--jobs",
    "--shard",
    "--scheduler",
    "--fit",
)
"""The options after which a word is no option."""
Seen = Mapping[str, str | None]
"""What was looked at, by name, and its digest."""


@dataclass(frozen=True, slots=True)
class Settled:
    """What a build left, as far as it still is so: `shared` concerns all briefs, `briefs` those that nothing has touched."""

    shared: Seen = field(default_factory=dict)
    briefs: Mapping[str, Seen] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Looked:
    """What is known as a build begins: hashes, the note of the last one, its command, and what of it holds.

    `before`: what decides which editions there are.
    """

    hasher: Hasher
    before: Seen = field(default_factory=dict)
    note: bytes | None = None
    command: str | None = None
    settled: Settled = Settled()

    def begin(self, command: str | None) -> "Looked":
        """Begin a build: until it has ended well, nothing is known."""
        note = _forget(self.hasher.root)
        # Another build may have been at work since the look.
        holds = note == self.note and command == self.command
        return replace(self, note=note, settled=self.settled if holds else Settled())


_LOOKED: dict[Path, Looked] = {}
"""What was found in vain: the build that follows needs most of it."""


def nothing_to_do(arguments: Sequence[str]) -> int | None:
    """How many editions a command line would find up to date, where it is a build that would find nothing else."""
    folder, words = _split(arguments)
    if words[:1] != ["build"]:
        return None
    try:
        root = Path(folder).absolute() if folder else find(Path.cwd())
        note = read_regular(root / PLACE)
        kept = json.loads(_sound(note))
        hasher = Hasher(root)
        command, briefs = command_key(root, arguments), kept["briefs"]
        same = kept["command"] == command and _unchanged(hasher, kept)
        fresh = {brief: seen for brief, seen in briefs.items() if hasher.unchanged(seen)} if same else {}
        settled = Settled(kept["shared"], fresh) if fresh else Settled()
        _LOOKED[root] = Looked(hasher, {}, note, command, settled)
        return int(kept["editions"]) if same and len(fresh) == len(briefs) else None
    except (OSError, UsageFault, ValueError, TypeError, KeyError, AttributeError):
        return None


def _unchanged(hasher: Hasher, kept: Mapping[str, Any]) -> bool:
    """Whether what concerns all briefs is as it was."""
    if kept["machine"] != digest(environment_inputs()):
        return False
    return all(_now(hasher, name) == found for name, found in kept["shared"].items())


def look(root: Path, out: Path) -> Looked:
    """Look at what decides which editions there are, as it is before a build begins; what was just found stands.

    Outputs and records are to be hashed again: another build may have written them.
    """
    looked = _LOOKED.pop(root, None) or Looked(Hasher(root))
    hasher = looked.hasher.without(out, root / ".briefgen")
    return replace(looked, hasher=hasher, before={name: _now(hasher, name) for name in ALWAYS})


def _split(arguments: Sequence[str]) -> tuple[str | None, list[str]]:
    """The workspace that is named before the command, and the words from the command on."""
    if len(arguments) > 1 and arguments[0] in ("-C", "--workspace"):
        return arguments[1], list(arguments[2:])
    return None, list(arguments)


def command_key(root: Path, arguments: Sequence[str]) -> str:
    """What tells one command from another: its words, and where it is given; not what it is to tell of its work."""
    return digest(_told_apart(_split(arguments)[1])[0], os.path.relpath(Path.cwd(), root))


def report_of(arguments: Sequence[str]) -> str | None:
    """The file that a command line wants its report in."""
    return _told_apart(_split(arguments)[1])[1]


def _told_apart(words: Sequence[str]) -> tuple[list[str], str | None]:
    """The words that decide what is made, and the file for the report."""
    kept: list[str] = []
    report = None
    rest = iter(words)
    for word in rest:
        name, _, value = word.partition("=")
        if name == "--report":
            report = value if value else next(rest, None)
        elif word != "--explain":
            kept += [word, *(rest if word == "--" else islice(rest, word in VALUED))]
    return kept, report


def _forget(root: Path) -> bytes | None:
    try:
        note = read_regular(root / PLACE)
        (root / PLACE).unlink()
    except OSError:
        return None
    return note


def put_back(root: Path, note: bytes | None) -> None:
    """End a build that keeps nothing of its own (`--force`): what was known before it is, as ever, true while all hashes hold."""
    from briefgen.publishing import remember

    if note is not None and not (root / PLACE).exists():
        remember(root / PLACE, note)


def keep(root: Path, command: str, settled: Settled, editions: int) -> None:
    """End a build that leaves nothing to do; `settled` has all that its `editions` rest on, as it was when it looked."""
    from briefgen.publishing import remember

    kept = {
        "command": command,
        "editions": editions,
        "machine": digest(environment_inputs()),
        "shared": settled.shared,
        "briefs": settled.briefs,
    }
    data = encoded(json.dumps(kept, ensure_ascii=False))
    remember(root / PLACE, hashlib.sha256(data).hexdigest().encode() + b"\n" + data)


def _sound(raw: bytes) -> bytes:
    written, _, data = raw.partition(b"\n")
    if written.decode() != hashlib.sha256(data).hexdigest():
        raise ValueError("damaged")
    return data


def _now(hasher: Hasher, name: str) -> str | None:
    return _folders(hasher.path(name[:-1])) if name.endswith(FOLDERS) else hasher.current(name)


def _folders(folder: str) -> str:
    try:
        with os.scandir(folder) as entries:
            return digest(sorted(entry.name for entry in entries if entry.is_dir()))
    except OSError:
        return ""
