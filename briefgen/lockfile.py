"""The lock files of briefs: what `briefgen lock` would write, whether it stands there already, and why not."""

from collections.abc import Iterator, Set
from dataclasses import dataclass

from briefgen.checks.case import Case, Cited
from briefgen.checks.drift.locking import kept, lock_of, unrecorded
from briefgen.counting import count
from briefgen.models.lock import BrokenLock, Lock, LockedQuote, LockedSource, key_of, parse_lock
from briefgen.workspace import Workspace

NAMED = 3
"""So many sources are named; the others are counted."""


@dataclass(frozen=True, slots=True)
class LockFile:
    """The lock of one brief: its path in the workspace, its bytes, what stands there now (None: nothing), and the
    citations whose quotes it cannot record, or keeps as they were because their sources have no text now.

    `stale` says in what it differs from what stands there ("": in nothing).
    """

    path: str
    data: bytes
    present: bytes | None
    quotes: int
    sources: int
    unrecorded: tuple[Cited, ...]
    kept: tuple[Cited, ...]
    stale: str

    @property
    def up_to_date(self) -> bool:
        """Whether the file that stands there is the one that would be written."""
        return not self.stale


def lock_file(workspace: Workspace, case: Case) -> LockFile:
    """Work out the lock of `case`."""
    path = workspace.lock_path(case.id)
    lock = lock_of(case)
    data = lock.dumped()
    present = path.read_bytes() if path.is_file() else None
    cited = {key_of(cited.citation) for _, cited in case.cited()}
    return LockFile(
        workspace.relative(path),
        data,
        present,
        len(lock.quotes),
        len(lock.sources),
        tuple(unrecorded(case)),
        tuple(kept(case)),
        _stale(present, data, lock, cited),
    )


def _stale(present: bytes | None, data: bytes, now: Lock, cited: Set[str]) -> str:
    """Why `present` is not the lock that would be written; the line ends of another system are no difference."""
    if present is None:
        return "there is none yet"
    if present.replace(b"\r\n", b"\n") == data:
        return ""
    before = parse_lock(present)
    if isinstance(before, BrokenLock):
        return "it cannot be read"
    return ", ".join((*_sources(before, now), *_quotes(before, now, cited))) or "it is written otherwise"


def _sources(before: Lock, now: Lock) -> Iterator[str]:
    both = [(name, before.sources[name], new) for name, new in now.sources.items() if name in before.sources]
    changed = [name for name, old, new in both if old.sha256 != new.sha256]
    if changed:
        yield f"{_named(changed)} {'has' if len(changed) == 1 else 'have'} changed"
    reread = [name for name, old, new in both if old.sha256 == new.sha256 and _reader(old) != _reader(new)]
    if reread:
        yield f"{_named(reread)} {'is' if len(reread) == 1 else 'are'} read by another version of briefgen"


def _reader(source: LockedSource) -> tuple[str, str]:
    return source.extractor, source.version


def _named(sources: list[str]) -> str:
    more = len(sources) - NAMED
    return ", ".join(sources[:NAMED]) + (f" and {more} more" if more > 0 else "")


def _quotes(before: Lock, now: Lock, cited: Set[str]) -> Iterator[str]:
    """What became of the quotes, each kind counted; the first names what is counted."""
    gone = before.quotes.keys() - now.quotes.keys()
    both = [(before.quotes[key], new) for key, new in now.quotes.items() if key in before.quotes]
    left_out = [old for old, new in both if old.omitted != new.omitted and _same_place(old, new)]
    unsaid = sum(not old.omitted for old in left_out)
    kinds = (
        (len(now.quotes.keys() - before.quotes.keys()), "is new", "are new"),
        (len(gone - cited), "is cited no more", "are cited no more"),
        (len(gone & cited), "stands there no more", "stand there no more"),
        (sum(not _same_place(old, new) for old, new in both), f"stands {_ELSEWHERE}", f"stand {_ELSEWHERE}"),
        (len(left_out) - unsaid, "leaves out other words", "leave out other words"),
        (unsaid, "is recorded without what it leaves out", "are recorded without what they leave out"),
    )
    noun = True
    for number, one, many in kinds:
        if number:
            yield f"{count(number, 'quote') if noun else number} {one if number == 1 else many}"
            noun = False


_ELSEWHERE = "elsewhere or among other words"


def _same_place(old: LockedQuote, new: LockedQuote) -> bool:
    return old.model_copy(update={"omitted": new.omitted}) == new
