"""What `changes_since` names: the brief as a git revision has it, or the editions that were published of it.

An edition file stands for the whole publication that it belongs to: other audiences are held against their own edition
beside it (`<audience>.json`), and those that have none there are told of no changes. So nobody's edition is ever
compared with what somebody else was given.
"""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

from briefgen.checks.case import Case, Earlier
from briefgen.diagnostics import Finding
from briefgen.errors import UsageFault
from briefgen.history.editions import is_edition_name, read_edition
from briefgen.history.repository import resolve_revision
from briefgen.history.revisions import earlier_workspace
from briefgen.workspace import Workspace

ROUTE = ("changes_since",)
REMEDY = "name a git revision (a tag is best) or an edition file of this workspace"


def find_earlier(workspace: Workspace, case: Case) -> Earlier | Finding | None:
    """The earlier state that the brief asks to be held against; a finding where that cannot be had, None for no wish."""
    since = case.brief.changes_since
    if since is None:
        return None
    try:
        path = edition_path(workspace.root, since)
        return _published(path, case.id) if path else _committed(workspace, since, case.id)
    except UsageFault as fault:
        return Finding("invalid-value", f"changes_since: {fault}", ROUTE, help=REMEDY)


def edition_path(root: Path, since: str) -> Path | None:
    """The edition file that `since` names; None where it is to be taken for a revision.

    Raises:
        UsageFault: it lies outside of the workspace, or where builds put their outputs.
    """
    path = root / since
    if not is_edition_name(since) or not path.is_file():
        return None
    if not path.resolve().is_relative_to(root.resolve()):
        raise UsageFault(f"{since} lies outside of the workspace")
    if path.resolve().is_relative_to(root.resolve() / "dist"):
        raise UsageFault(f"{since} is replaced by the next build; keep what was published in another folder")
    return path


def publication(path: Path) -> Iterator[Path]:
    """The files of the publication that an edition belongs to: those of its kind in its folder, sorted."""
    yield from sorted(each for each in path.parent.iterdir() if each.suffix == path.suffix and each.is_file())


def earlier_digest(root: Path, since: str) -> str | None:
    """What tells one meaning of `since` from another: the commit, or a digest of the publication; None for no meaning."""
    try:
        path = edition_path(root, since)
        if path is None:
            return resolve_revision(root, since)
    except UsageFault:
        return None
    digest = hashlib.sha256()
    for each in publication(path):
        digest.update(f"{each.name}\0{hashlib.sha256(each.read_bytes()).hexdigest()}\0".encode())
    return digest.hexdigest()


def _published(path: Path, brief: str) -> Earlier:
    named = read_edition(path)
    if named["brief"] != brief:
        raise UsageFault(f"{path.name} is an edition of `{named['brief']}`, not of this brief")
    found = {}
    for each in publication(path):
        edition = named if each == path else _sibling(each)
        if edition is not None and edition["brief"] == brief:
            found[str(edition["audience"])] = edition
    return Earlier(editions={name: json.dumps(edition) for name, edition in found.items()})


def _sibling(path: Path) -> dict[str, object] | None:
    try:
        return read_edition(path)
    except UsageFault:
        return None


def _committed(workspace: Workspace, since: str, brief: str) -> Earlier:
    with earlier_workspace(workspace.root, since) as earlier:
        case = earlier.case(brief).case
        day = earlier.revision.date
    prepared = case.brief.prepared if case else None
    return Earlier(prepared or day, case)
