"""Whether the last build left everything as it should be: known by hashing alone, before anything is loaded or parsed.

A build that ends with nothing stale keeps, in `.briefgen/cache/settled`, the words of its command, the names of all that it
looked at, and one digest of what these were. The same words with the same digest have nothing to do. Any doubt, and any
damage, means that the build looks closely; so does every build after one that was killed, since a build begins by
forgetting.
"""

import hashlib
import json
import os
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from briefgen.building.hashing import SHIPPED, Hasher, digest
from briefgen.building.machine import environment_inputs
from briefgen.errors import UsageFault
from briefgen.workspace import find

PLACE = ".briefgen/cache/settled"
FOLDERS = "*"
"""Ends the name of a folder of which the names of the folders right in it matter."""
ALWAYS = ("briefs/", "briefgen.toml", f"templates/{FOLDERS}", f"{SHIPPED}{FOLDERS}")
"""What decides which editions there are."""


def nothing_to_do(arguments: Sequence[str]) -> bool:
    """Whether a command line is a build that would find everything up to date."""
    folder, words = _split(arguments)
    if words[:1] != ["build"]:
        return False
    try:
        root = Path(folder).absolute() if folder else find(Path.cwd())
        kept = json.loads(_sound((root / PLACE).read_bytes()))
        hasher = _LOOKED[root] = Hasher(root)
        return bool(
            kept["command"] == command_key(root, arguments)
            and kept["machine"] == digest(environment_inputs())
            and kept["state"] == _state((name, _now(hasher, name)) for name in kept["names"])
        )
    except (OSError, UsageFault, ValueError, TypeError, KeyError, AttributeError):
        return False


_LOOKED: dict[Path, Hasher] = {}
"""What was hashed in vain: the build that follows needs most of it."""


def hasher_for(root: Path, out: Path) -> Hasher:
    """A hasher that knows what was just looked at, save outputs and records: another build may have written these."""
    looked = _LOOKED.pop(root, None)
    return Hasher(root) if looked is None else looked.without(out, root / ".briefgen")


def _split(arguments: Sequence[str]) -> tuple[str | None, list[str]]:
    """The workspace that is named before the command, and the words from the command on."""
    if len(arguments) > 1 and arguments[0] in ("-C", "--workspace"):
        return arguments[1], list(arguments[2:])
    return None, list(arguments)


def command_key(root: Path, arguments: Sequence[str]) -> str:
    """What tells one command from another: its words, and where it is given."""
    return digest(_split(arguments)[1], os.path.relpath(Path.cwd(), root))


def look(hasher: Hasher) -> dict[str, str | None]:
    """What decides which editions there are, as it is before a build begins."""
    return {name: _now(hasher, name) for name in ALWAYS}


def forget(root: Path) -> bytes | None:
    """Begin a build: until it has ended well, nothing is known. Return what was."""
    try:
        note = (root / PLACE).read_bytes()
        (root / PLACE).unlink()
    except OSError:
        return None
    return note


def put_back(root: Path, note: bytes | None) -> None:
    """End a build that keeps nothing of its own (`--force`): what was known before it is, as ever, true while all hashes hold."""
    from briefgen.publishing import remember

    if note is not None and not (root / PLACE).exists():
        remember(root / PLACE, note)


def keep(root: Path, command: str, found: Mapping[str, str | None]) -> None:
    """End a build that leaves nothing to do; `found` has all that it looked at, as it was when it did."""
    from briefgen.publishing import remember

    kept = {
        "command": command,
        "machine": digest(environment_inputs()),
        "names": sorted(found),
        "state": _state(sorted(found.items(), key=lambda each: each[0])),
    }
    data = json.dumps(kept, ensure_ascii=False).encode()
    remember(root / PLACE, hashlib.sha256(data).hexdigest().encode() + b"\n" + data)


def _sound(raw: bytes) -> bytes:
    written, _, data = raw.partition(b"\n")
    if written.decode() != hashlib.sha256(data).hexdigest():
        raise ValueError("damaged")
    return data


def _state(found: Iterable[tuple[str, str | None]]) -> str:
    whole = hashlib.sha256()
    for name, state in found:
        whole.update(f"{name}\0{state}\n".encode())
    return whole.hexdigest()


def _now(hasher: Hasher, name: str) -> str | None:
    return _folders(hasher.path(name[:-1])) if name.endswith(FOLDERS) else hasher.current(name)


def _folders(folder: str) -> str:
    try:
        with os.scandir(folder) as entries:
            return digest(sorted(entry.name for entry in entries if entry.is_dir()))
    except OSError:
        return ""
