"""The preview's folder for what it makes, and those that previews have left which were killed outright."""

import os
import re
import shutil
import tempfile
from pathlib import Path

PREFIX = "briefgen-preview-"
NAME = re.compile(rf"{PREFIX}(\d+)-\w+\Z")


def prefix() -> str:
    """How the name of this process's folder begins: with its number, by which a later one knows whether it is gone."""
    return f"{PREFIX}{os.getpid()}-"


def sweep(folder: Path | None = None) -> None:
    """Remove this user's folders of previews whose processes are gone (where the platform can tell that)."""
    if os.name != "posix":
        return
    for path in (folder or Path(tempfile.gettempdir())).glob(f"{PREFIX}*"):
        match = NAME.match(path.name)
        if match is not None and _is_own_folder(path) and not _is_alive(int(match[1])):
            shutil.rmtree(path, ignore_errors=True)


def _is_own_folder(path: Path) -> bool:
    try:
        return not path.is_symlink() and path.is_dir() and path.lstat().st_uid == os.getuid()
    except OSError:
        return False


def _is_alive(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True
