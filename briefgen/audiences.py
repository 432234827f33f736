"""Audiences: which there are, and what each resolves to along its `extends` chain.

Owns the look-up of audience folders (the workspace's `templates/` first, then what ships with briefgen), and says for
every setting from which file it comes.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from briefgen.diagnostics import Finding
from briefgen.documents.reading import Document, load
from briefgen.documents.validation import nearest, validate
from briefgen.errors import UsageFault
from briefgen.models.audience import Audience, AudienceFile
from briefgen.models.vocabulary import Section
from briefgen.workspace import Workspace, shipped_templates, template_folders

if TYPE_CHECKING:
    from briefgen.templating.search import SearchPath

BASE = "default"
"""The audience that every chain ends with."""
FALLBACKS: dict[str, Any] = {
    "page": "A4",
    "max_pages": 1,
    "min_body_pt": 8.5,
    "sections": get_args(Section),
    "priorities": ("must", "should", "could"),
    "marking": "TLP:CLEAR",
    "evidence": "notes",
    "language": "en-GB",
    "theme": {},
    "withheld_note": False,
    "withheld_basis": "withhold",
    "legend": False,
    "drop_could": False,
    "citation_style": "notes",
    "limits": {},
    "headings": {},
}
"""What a setting is where no file of the chain decides it: the careful choice."""
MERGED = frozenset({"theme", "limits", "headings"})
"""Settings that are mappings: an audience changes single entries and keeps the rest."""


@dataclass(frozen=True, slots=True)
class Link:
    """One audience of a chain: its folder, its file as read (None: the folder has none) and what that says."""

    id: str
    folder: Path
    path: str
    document: Document | None
    file: AudienceFile


@dataclass(frozen=True, slots=True)
class Resolved:
    """An audience with its chain, from itself to the last it extends.

    `audience` is None where a file of the chain is faulty; `origins` names the file that each setting comes from.
    """

    id: str
    chain: tuple[Link, ...]
    audience: Audience | None
    origins: Mapping[str, str]
    findings: tuple[Finding, ...]

    @property
    def search_path(self) -> "SearchPath":
        """Where its templates are looked up, in order."""
        from briefgen.templating.search import Folder, SearchPath

        return SearchPath(tuple(Folder(link.id, link.folder) for link in self.chain))

    @property
    def shipped_path(self) -> "SearchPath":
        """The part of its search path that ships with briefgen: templates that are everybody's."""
        from briefgen.templating.search import SearchPath

        shipped = (each for each in self.search_path.folders if each.path.parent == shipped_templates())
        return SearchPath(tuple(shipped))

    @property
    def documents(self) -> tuple[Document, ...]:
        """The audience files of the chain."""
        return tuple(link.document for link in self.chain if link.document)


def shipped_ids() -> tuple[str, ...]:
    """The audiences that ship with briefgen."""
    return template_folders(shipped_templates())


def audience_ids(workspace: Workspace) -> tuple[str, ...]:
    """The audiences of a workspace: those its settings list, else those with a folder in its templates, else `default`."""
    return workspace.settings.audiences or template_folders(workspace.root / "templates") or (BASE,)


def select_audiences(workspace: Workspace, wanted: tuple[str, ...]) -> tuple[str, ...]:
    """The ids of the audiences that are meant: all of the workspace where none is named.

    Raises:
        UsageFault: a name, given or listed in the settings, is no audience of the workspace, nor one that ships.
    """
    own = audience_ids(workspace)
    there = dict.fromkeys((*template_folders(workspace.root / "templates"), *shipped_ids()))
    known = (*(name for name in own if name in there), *(name for name in there if name not in own))
    for name in wanted or own:
        if name not in known:
            near = nearest(name, known)
            hint = f"did you mean {near}?" if near else f"there are: {', '.join(known)}"
            place = "briefgen.toml: `audiences`: " if name in own else ""
            raise UsageFault(f"{place}there is no audience {name!r}; {hint}")
    return tuple(dict.fromkeys(wanted)) or own


def resolve(workspace: Workspace, audience_id: str) -> Resolved:
    """Resolve the audience called `audience_id` along its chain; every fault of every file is a finding."""
    chain: list[Link] = []
    findings: list[Finding] = []
    wanted: str | None = audience_id
    while wanted is not None:
        folder = _folder(workspace, wanted, [link.folder for link in chain])
        if folder is None:
            findings.append(_lost(wanted, chain, workspace))
            break
        link, faults = _read(workspace, wanted, folder)
        chain.append(link)
        findings.extend(faults)
        wanted = _next(link)
    findings.extend(_end_with_base(chain, workspace))
    return _decide(audience_id, tuple(chain), tuple(findings))


def _folder(workspace: Workspace, name: str, passed: list[Path]) -> Path | None:
    """The folder of the audience `name` that the chain has not passed yet: the workspace's, then the shipped one."""
    candidates = (workspace.root / "templates" / name, shipped_templates() / name)
    return next((folder for folder in candidates if folder.is_dir() and not _passed(folder, passed)), None)


def _passed(folder: Path, passed: list[Path]) -> bool:
    return any(folder.samefile(each) for each in passed)


def _lost(name: str, chain: list[Link], workspace: Workspace) -> Finding:
    """The finding for an audience that has no folder left: unknown, or a circle."""
    names = [link.id for link in chain]
    owner = chain[-1] if chain else None
    if name in names:
        message = f"`extends` goes in a circle: {' → '.join([*names[names.index(name) :], name])}"
        return Finding(
            "invalid-value",
            message,
            ("extends",),
            path=owner.path if owner else None,
            help="remove one of them",
        )
    known = {*template_folders(workspace.root / "templates"), *shipped_ids()}
    near = nearest(name, known)
    remedy = f"did you mean `{near}`?" if near else f"there are: {', '.join(sorted(known))}"
    message = f"there is no audience `{name}`"
    return Finding(
        "unknown-reference", message, ("extends",), path=owner.path if owner else None, help=remedy
    )


def _read(workspace: Workspace, name: str, folder: Path) -> tuple[Link, list[Finding]]:
    file = folder / "audience.yaml"
    path = (
        workspace.relative(file) if file.is_relative_to(workspace.root) else f"templates/{name}/audience.yaml"
    )
    if not file.is_file():
        return Link(name, folder, path, None, AudienceFile()), []
    try:
        document = load(file.read_bytes(), path)
    except OSError as error:
        raise UsageFault(f"{path} cannot be read: {error.strerror}") from error
    findings = [replace(finding, path=path) for finding in document.findings]
    if document.data is None:
        return Link(name, folder, path, document, AudienceFile()), findings
    valid = validate(AudienceFile, document.data, path)
    document = valid.document(document)
    return Link(name, folder, path, document, valid.model or AudienceFile()), [*findings, *valid.findings]


def _next(link: Link) -> str | None:
    """What comes after `link`: what it extends, else `default`; the shipped `default` comes last."""
    if link.file.extends is not None:
        return link.file.extends
    return None if link.folder.samefile(shipped_templates() / BASE) else BASE


def _end_with_base(chain: list[Link], workspace: Workspace) -> list[Finding]:
    """A chain that broke off still ends with the shipped base, so that the rest can be checked."""
    base = shipped_templates() / BASE
    if any(link.folder.samefile(base) for link in chain):
        return []
    link, faults = _read(workspace, BASE, base)
    chain.append(link)
    return faults


def _decide(audience_id: str, chain: tuple[Link, ...], findings: tuple[Finding, ...]) -> Resolved:
    settings: dict[str, Any] = dict(FALLBACKS)
    origins = dict.fromkeys(FALLBACKS, "briefgen")
    for link in reversed(chain):
        for name, value in link.file.model_dump(exclude_none=True, exclude={"extends", "label"}).items():
            settings[name] = {**settings[name], **value} if name in MERGED else value
            origins[name] = link.path
    if findings:
        return Resolved(audience_id, chain, None, origins, findings)
    audience = Audience(
        **settings
        | {
            "id": audience_id,
            "label": chain[0].file.label or audience_id.replace("-", " ").capitalize(),
            "chain": tuple(link.id for link in chain),
            "min_body_pt": float(settings["min_body_pt"]),
            "theme": {key: str(value) for key, value in settings["theme"].items()},
        }
    )
    return Resolved(audience_id, chain, audience, origins, findings)
