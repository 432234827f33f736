"""The lock files of briefs: what `briefgen lock` would write, and whether it stands there already."""

from dataclasses import dataclass

from briefgen.checks.case import Case, Cited
from briefgen.checks.drift.locking import kept, lock_of, unrecorded
from briefgen.workspace import Workspace


@dataclass(frozen=True, slots=True)
class LockFile:
    """The lock of one brief: its path in the workspace, its bytes, what stands there now (None: nothing), and the
    citations whose quotes it cannot record, or keeps as they were because their sources have no text now."""

    path: str
    data: bytes
    present: bytes | None
    quotes: int
    sources: int
    unrecorded: tuple[Cited, ...]
    kept: tuple[Cited, ...]

    @property
    def up_to_date(self) -> bool:
        """Whether the file that stands there is the one that would be written."""
        return self.present == self.data


def lock_file(workspace: Workspace, case: Case) -> LockFile:
    """Work out the lock of `case`."""
    path = workspace.lock_path(case.id)
    lock = lock_of(case)
    present = path.read_bytes() if path.is_file() else None
    return LockFile(
        workspace.relative(path),
        lock.dumped(),
        present,
        len(lock.quotes),
        len(lock.sources),
        tuple(unrecorded(case)),
        tuple(kept(case)),
    )
