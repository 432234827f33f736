"""Where this copy of briefgen came from, as a requirement that pip understands on another machine.

Installers record it (PEP 610). A copy that was installed from a folder, or runs from one, is named by the repository
that the folder was cloned from, if the commit is there.
"""

import json
import re
import subprocess
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from briefgen import __version__

NAME = "briefgen"
SCP = re.compile(r"(?:[^@/]+@)?([^/:]+):(?!//)(.+)")
"""Git's short form of an address for ssh: `git@HOST:OWNER/NAME.git`."""


def requirement() -> str | None:
    """The requirement that gives this very copy elsewhere; None where all that is known of it lies on this machine."""
    try:
        record = distribution(NAME).read_text("direct_url.json")
    except PackageNotFoundError:
        return of_folder(Path(__file__).parents[1])
    return of_record(json.loads(record)) if record else f"{NAME}=={__version__}"


def of_record(record: Mapping[str, Any]) -> str | None:
    """The requirement for what an installer has recorded: a repository, an archive, or a folder."""
    url = str(record["url"])
    if "vcs_info" in record:
        return _of_repository(url, str(record["vcs_info"]["commit_id"]))
    if "dir_info" in record:
        return of_folder(Path(unquote(urlsplit(url).path)))
    address = public_address(url)
    hashes = record.get("archive_info", {}).get("hashes", {})
    digest = f"#sha256={hashes['sha256']}" if "sha256" in hashes else ""
    return f"{NAME} @ {address}{digest}" if address else None


def of_folder(folder: Path) -> str | None:
    """The requirement for a clone: its commit, where the repository that it came from has it."""
    commit = _git(folder, "rev-parse", "--verify", "HEAD")
    fetched = _git(folder, "for-each-ref", "--contains=HEAD", "--count=1", "refs/remotes/origin")
    address = _git(folder, "config", "--get", "remote.origin.url")
    own = (folder / "pyproject.toml").is_file() and (folder / ".git").exists()
    return _of_repository(address, commit) if own and commit and fetched else None


def _of_repository(url: str, commit: str) -> str | None:
    address = public_address(url)
    return f"{NAME} @ git+{address}@{commit}" if address else None


def public_address(url: str) -> str | None:
    """The address as anybody may read it, over HTTPS and without credentials; None for what lies on this machine."""
    short = SCP.fullmatch(url)
    parts = urlsplit(f"ssh://{short[1]}/{short[2]}" if short and "://" not in url else url)
    if parts.scheme not in ("https", "ssh") or not parts.hostname:
        return None
    port = f":{parts.port}" if parts.port and parts.scheme == "https" else ""
    return f"https://{parts.hostname}{port}{parts.path}"


def _git(folder: Path, *arguments: str) -> str:
    """What git says, nothing where it says no or is not there."""
    try:
        done = subprocess.run(
            ["git", "-C", str(folder), *arguments], capture_output=True, text=True, check=False
        )
    except OSError:
        return ""
    return done.stdout.strip() if done.returncode == 0 else ""
