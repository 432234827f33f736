"""The only writer of outputs: whole files or none.

Owns atomic replacement, the clean-up of what a killed build left, and the lock that keeps two builds of one output
folder apart. Temporary names start with a dot and end in `.tmp`.
"""

import contextlib
import os
import secrets
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from briefgen.errors import EnvironmentFault

TEMPORARY = ".briefgen-*.tmp"
THUMBNAILS = "index.thumbnails"
"""The folder of the pictures beside the list of editions; no brief can have this name, for ids hold no dot."""


@contextmanager
def exclusive(folder: Path, shared: Path) -> Iterator[None]:
    """Hold `folder` (made where it lacks) for one build; a second build is refused.

    `shared` is where builds into other folders write too: it is swept where none of them is at work.

    Raises:
        EnvironmentFault: the folder cannot be made, or another build holds it.
    """
    handle = _open_folder(folder)
    try:
        _lock(handle, folder)
        _sweep(folder)
        with _together(shared):
            yield
    finally:
        os.close(handle)


@contextmanager
def _together(folder: Path) -> Iterator[None]:
    """Be one of those that write to `folder`, and sweep it where there is no other."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    handle = _open_folder(folder)
    try:
        with contextlib.suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            _sweep(folder)
        with contextlib.suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_SH)
        yield
    finally:
        os.close(handle)


def _open_folder(folder: Path) -> int:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return os.open(folder, os.O_RDONLY)
    except FileExistsError as error:
        raise EnvironmentFault(
            f"{folder} is a file; outputs need a folder there (remove it, or choose another with -o)"
        ) from error
    except OSError as error:
        raise EnvironmentFault(f"{folder} cannot be used for outputs: {error.strerror}") from error


def _lock(handle: int, folder: Path) -> None:
    try:
        import fcntl
    except ImportError:  # Windows: atomic renames alone keep the files whole
        return
    try:
        # The folder itself is locked, so that no lock file is left behind.
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise EnvironmentFault(
            f"another build is writing to {folder}; wait for it, or choose another folder with -o"
        ) from error


def _sweep(folder: Path) -> None:
    """Remove the temporary files of a build that was killed."""
    for path in folder.rglob(TEMPORARY):
        path.unlink(missing_ok=True)


def publish(files: Mapping[Path, bytes | Iterable[bytes]]) -> None:
    """Write `files`, given whole or in parts, each whole or not at all; where one cannot be written, none of them appears.

    Raises:
        EnvironmentFault: the disk is full, or a path cannot be written.
    """
    staged: list[tuple[Path, Path]] = []
    try:
        for path, data in files.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            staged.append((path.parent / f".briefgen-{secrets.token_hex(8)}.tmp", path))
            _write(staged[-1][0], data)
        for temporary, path in staged:
            temporary.replace(path)
    except OSError as error:
        named = error.filename2 or error.filename
        # The name of a temporary file tells nobody anything.
        meant = {str(temporary): path for temporary, path in staged}
        place = meant.get(str(named), named) or staged[-1][1]
        raise EnvironmentFault(f"{place} cannot be written: {error.strerror}") from error
    finally:
        for temporary, _ in staged:
            with contextlib.suppress(OSError):
                temporary.unlink(missing_ok=True)


def remember(path: Path, data: bytes | Iterable[bytes]) -> None:
    """Keep a file of a cache, in a folder that keeps itself out of git; where it cannot be written, it is done without."""
    ignored = path.parent / ".gitignore"
    with contextlib.suppress(EnvironmentFault):
        publish({path: data} | ({} if ignored.exists() else {ignored: b"*\n"}))


def rewrite(files: Mapping[Path, bytes]) -> None:
    """Replace files that somebody else wrote (briefs), each whole; links and permissions are kept.

    Raises:
        EnvironmentFault: the disk is full, or a path cannot be written.
    """
    real = {path.resolve(): data for path, data in files.items()}
    modes = {path: path.stat().st_mode & 0o7777 for path in real}
    publish(real)
    for path, mode in modes.items():
        path.chmod(mode)


def _write(path: Path, data: bytes | Iterable[bytes]) -> None:
    with path.open("wb") as file:
        file.writelines((data,) if isinstance(data, bytes) else data)
        file.flush()
        os.fsync(file.fileno())


def withdraw(paths: Iterator[Path]) -> None:
    """Remove outputs that must not be kept (a leak)."""
    for path in paths:
        path.unlink(missing_ok=True)


def tidy(folder: Path, top: Path) -> None:
    """Remove `folder` and those above it, up to `top`, as far as nothing stands in them: their names tell something, too."""
    with contextlib.suppress(OSError):
        while folder != top:
            folder.rmdir()
            folder = folder.parent
