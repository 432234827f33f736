"""What a git revision holds of a workspace, read with git's own commands; nothing is checked out, nothing is written.

Works in shallow clones, in workspaces that are a folder of their repository, and whatever attributes files have
(`export-ignore` and the like): trees and blobs are read as they were committed.
"""

import hashlib
import os
import posixpath
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from briefgen.errors import UsageFault

PARTS = ("briefs", "seeds", "templates", "briefgen.toml")
"""What of a workspace matters."""
LINK, FOLDER_OF_OTHERS = "120000", "160000"
LINKS_FOLLOWED = 8


@dataclass(frozen=True, slots=True)
class Revision:
    """A commit: its id, its day (ISO 8601), and the files of the workspace in it, blob ids by path.

    Paths are relative to the workspace. Symbolic links stand for what they lead to within the commit.
    """

    root: Path
    commit: str
    date: str
    files: Mapping[str, str]

    @property
    def short(self) -> str:
        """The commit's id as people write it."""
        return self.commit[:10]

    def read(self, paths: Iterable[str]) -> dict[str, bytes]:
        """The bytes of those of `paths` that the revision has."""
        wanted = [path for path in dict.fromkeys(paths) if path in self.files]
        blobs = read_blobs(self.root, (self.files[path] for path in wanted))
        return dict(zip(wanted, blobs, strict=True))

    def changed(self) -> frozenset[str]:
        """The paths whose files differ now from the revision's, those that are only there or only here included."""
        now = {path.relative_to(self.root).as_posix(): path for path in _present(self.root)}
        differing = {
            path
            for path in now.keys() & self.files.keys()
            if blob_id(now[path], self.files[path]) != self.files[path]
        }
        return frozenset((now.keys() ^ self.files.keys()) | differing)


def read_revision(root: Path, name: str) -> Revision:
    """Find the revision called `name` of the repository that the workspace at `root` lies in.

    Raises:
        UsageFault: git is missing, there is no repository, or no such revision in it.
    """
    commit = resolve_revision(root, name)
    day = _git(root, "show", "--no-patch", "--no-show-signature", "--format=%cs", commit).decode().strip()
    listing = _git(root, "ls-tree", "-r", "-z", commit, "--", *PARTS)
    entries = list(_entries(listing))
    links = [(path, blob) for mode, path, blob in entries if mode == LINK]
    targets = dict(
        zip((path for path, _ in links), read_blobs(root, (blob for _, blob in links)), strict=True)
    )
    files = {path: blob for mode, path, blob in entries if mode not in (LINK, FOLDER_OF_OTHERS)}
    files.update({path: files[end] for path in targets if (end := _end(path, targets)) in files})
    return Revision(root, commit, day, files)


def resolve_revision(root: Path, name: str) -> str:
    """The id of the commit that `name` means.

    Raises:
        UsageFault: as `read_revision`.
    """
    try:
        inside = _run(root, "rev-parse", "--show-toplevel")
    except FileNotFoundError as error:
        raise UsageFault(
            "git is not installed, so no revision can be read; name an edition file (PDF or JSON) instead"
        ) from error
    if inside.returncode:
        said = inside.stderr.decode(errors="replace").strip().removeprefix("fatal: ").splitlines() or [""]
        raise UsageFault(
            f"this workspace lies in no git repository that can be read ({said[0]}); name an edition file (PDF or JSON) instead"
        )
    found = _run(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    if found.returncode:
        raise UsageFault(f"there is no git revision {name!r} here{_why(root, name)}")
    return found.stdout.decode().strip()


def _why(root: Path, name: str) -> str:
    if _run(root, "rev-parse", "--verify", "--quiet", "HEAD").returncode:
        return ": nothing has been committed yet"
    if _run(root, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true":
        return ": this clone is shallow; fetch more of it (`git fetch --unshallow`, or fetch-depth: 0 in CI)"
    return " (nor an edition file of that name)" if name.endswith((".pdf", ".json")) else ""


def read_blobs(root: Path, ids: Iterable[str]) -> list[bytes]:
    """The bytes of blobs, in order, through one process.

    Raises:
        UsageFault: one is not in the repository.
    """
    wanted = list(ids)
    if not wanted:
        return []
    out = memoryview(_git(root, "cat-file", "--batch", feed="".join(f"{each}\n" for each in wanted).encode()))
    found, at = [], 0
    for each in wanted:
        end = bytes(out[at : at + 256]).index(b"\n") + at
        _, kind, *size = bytes(out[at:end]).split()
        if not size:
            raise UsageFault(f"git has no object {each} ({kind.decode()}); fetch the repository anew")
        found.append(bytes(out[end + 1 : end + 1 + int(size[0])]))
        at = end + 2 + int(size[0])
    return found


def blob_id(path: Path, like: str) -> str:
    """The id that git gives to the file as it is, in the hash that the id `like` is in; empty where it cannot be read."""
    try:
        data = path.read_bytes()
    except OSError:
        return ""
    digest = hashlib.sha256() if len(like) == 64 else hashlib.sha1(usedforsecurity=False)
    digest.update(b"blob %d\0" % len(data))
    digest.update(data)
    return digest.hexdigest()


def _present(root: Path) -> Iterator[Path]:
    for part in PARTS:
        for parent, folders, names in os.walk(root / part):
            folders.sort()
            yield from (Path(parent, name) for name in names)
    if (root / "briefgen.toml").is_file():
        yield root / "briefgen.toml"


def _entries(listing: bytes) -> Iterator[tuple[str, str, str]]:
    """Yield (mode, path, id) for every line of `ls-tree -z`; paths that are no UTF-8 keep their bytes."""
    for line in listing.split(b"\0"):
        if line:
            about, _, path = line.partition(b"\t")
            mode, _, blob = about.decode().split()
            yield mode, os.fsdecode(path), blob


def _end(path: str, targets: Mapping[str, bytes]) -> str:
    """Where a chain of symbolic links ends, as a path of the workspace."""
    for _ in range(LINKS_FOLLOWED):
        if path not in targets:
            return path
        path = posixpath.normpath(posixpath.join(posixpath.dirname(path), os.fsdecode(targets[path])))
    return ""


def _git(root: Path, *arguments: str, feed: bytes | None = None) -> bytes:
    done = _run(root, *arguments, feed=feed)
    if done.returncode:
        raise UsageFault(f"git {arguments[0]} failed: {done.stderr.decode(errors='replace').strip()}")
    return done.stdout


def _run(root: Path, *arguments: str, feed: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
    """Run git in `root`; it asks nobody for anything and takes no locks."""
    environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
    command = ["git", "--no-pager", "-C", str(root), *arguments]
    return subprocess.run(command, input=feed or b"", capture_output=True, env=environment, check=False)
