"""Which editions are stale, and why, found without parsing a brief."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.audiences import Resolved
from briefgen.building.dating import DECLARED
from briefgen.building.fingerprints import current_inputs, folder_listings
from briefgen.building.hashing import Hasher
from briefgen.building.machine import declared_time, versions
from briefgen.building.records import BriefRecord, EditionRecord
from briefgen.workspace import Workspace

if TYPE_CHECKING:
    from briefgen.sources.library import Library

FIRST = "first build"
FORCED = "forced"
SAID = 3
"""How many reasons are named, at the most."""
VERSIONED = ("code", "fonts")


@dataclass(frozen=True, slots=True)
class Target:
    """One edition that is asked for. `reason` is None where it is fresh.

    `adoptable`: nothing is recorded of it, so that an output that stands there may be taken for it if the manifest
    vouches.
    """

    brief: str
    audience: str
    reason: str | None
    remembered: str | None = None
    adoptable: bool = False


@dataclass(frozen=True, slots=True)
class Planner:
    """Finds what is stale. `library` opens the registers, only where it is needed."""

    workspace: Workspace
    out: Path
    formats: tuple[str, ...]
    hasher: Hasher
    library: Callable[[], "Library"]
    force: bool = False

    def target(self, brief: str, resolved: Resolved, record: BriefRecord) -> Target:
        """The edition of `brief` for `resolved`, with the reason why it must be made."""
        edition = record.editions.get(resolved.id)
        if edition is None:
            unknown = FORCED if self.force else record.fault or FIRST
            return Target(brief, resolved.id, unknown, adoptable=not self.force)
        reason = FORCED if self.force else self._reason(brief, resolved, edition)
        return Target(brief, resolved.id, reason, edition.memory)

    def _reason(self, brief: str, resolved: Resolved, edition: EditionRecord) -> str | None:
        changed = [] if self._untouched(resolved, edition) else self._changes(brief, resolved, edition)
        return say(changed) if changed else self._lacking(brief, resolved.id, edition)

    def _untouched(self, resolved: Resolved, edition: EditionRecord) -> bool:
        """Whether nothing that the edition was made from has been touched at all: the quick answer."""
        declared = declared_time() if DECLARED in edition.inputs else {}
        same_machine = {**versions(), **declared}.items() <= edition.inputs.items()
        same_folders = folder_listings(resolved, self.hasher).keys() <= edition.files.keys()
        return same_machine and same_folders and self.hasher.unchanged(edition.files)

    def _changes(self, brief: str, resolved: Resolved, edition: EditionRecord) -> list[str]:
        now = current_inputs(edition, self.workspace, brief, resolved, self.library(), self.hasher)
        return changes(edition.inputs, now)

    def _lacking(self, brief: str, audience: str, edition: EditionRecord) -> str | None:
        for form in self.formats:
            name = f"{brief}/{audience}.{form}"
            found = self.hasher.file(f"{self.out}/{name}")
            if form not in edition.outputs:
                return f"first build of {form}"
            if found is None:
                return f"output {name} is missing"
            if found != edition.outputs[form]:
                return f"output {name} was altered"
        return None


def changes(before: Mapping[str, str], now: Mapping[str, str]) -> list[str]:
    """Name what differs between two sets of inputs, in words."""
    names = sorted({*before, *now}, key=lambda name: (name != "brief", name))
    return [
        _change(name, before.get(name), now.get(name)) for name in names if before.get(name) != now.get(name)
    ]


def _change(name: str, before: str | None, now: str | None) -> str:
    if name in VERSIONED:
        return f"briefgen's {name} changed"
    if before is None:
        return f"{name} added"
    if now is None:
        return f"{name} removed"
    is_digest = len(now) == 64
    return f"{name} changed" if is_digest else f"{name} {before or 'unset'} → {now or 'unset'}"


def say(reasons: list[str]) -> str:
    """The reasons in one line."""
    more = f" and {len(reasons) - SAID} more" if len(reasons) > SAID else ""
    return ", ".join(reasons[:SAID]) + more
