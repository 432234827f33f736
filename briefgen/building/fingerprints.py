"""What the bytes of an edition depend on, by content and never by time.

Owns the list of inputs: the brief and what it uses, its lock, cited sources and their register entries, the include
closure of its templates and the other files of its template folders, the audience's settings, the workspace's
settings, fonts, the declared time where the brief has none, and the versions of briefgen and of the libraries that
shape output.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.audiences import Resolved
from briefgen.building.dating import DECLARED, is_declared
from briefgen.building.hashing import REGISTERS, SHIPPED, SINCE, Hasher, digest, said_by
from briefgen.building.machine import declared_time, versions
from briefgen.workspace import Workspace

if TYPE_CHECKING:
    from briefgen.building.records import EditionRecord
    from briefgen.checks.case import Case
    from briefgen.inspection.inspecting import Inspected
    from briefgen.sources.library import Library, Source

ENTRY_TEMPLATES = ("brief.html.j2",)
NO_PART = ("/.DS_Store", "/Thumbs.db", "~", ".swp", ".j2", ".md", "/audience.yaml")
"""Ends the paths in a template folder that are no stylesheet, picture or font: file managers' and editors' own, and what
counts in another way.
"""


def source_digest(source: "Source", hasher: Hasher) -> str:
    """The digest of a source: its register entry and its file."""
    return digest(source.record.model_dump(by_alias=True), source.path and hasher.file(source.path))


def brief_files(workspace: Workspace, brief: str, used: Iterable[str] = ()) -> Iterator[tuple[str, Path]]:
    """Yield (input name, file) for the brief, those that it takes items from, and its lock."""
    yield "brief", workspace.brief_path(brief)
    yield "lock", workspace.brief_path(brief).with_suffix(".lock")
    for other in sorted(set(used)):
        yield f"brief {other}", workspace.brief_path(other)


def used_briefs(brief: "Inspected") -> set[str]:
    """The briefs that items of `brief` were looked for in, also by way of others."""
    read = (name.removeprefix("briefs/") for name in brief.read if name.endswith(".yaml"))
    return {name.removesuffix(".yaml") for name in read} - {brief.id}


def template_files(resolved: Resolved) -> Iterator[tuple[str, Path]]:
    """Yield (input name, file) for what the audience's pages are made of, files looked for in vain included.

    Templates are followed by their includes; every other file of the folders (stylesheets, pictures) counts. Where the
    workspace has an audience of the same name as one that ships, both may stand in the chain.
    """
    closure = _closure(resolved)
    passed: set[str] = set()
    for link in resolved.chain:
        label = f"{SHIPPED}{link.id}" if link.id in passed else link.id
        passed.add(link.id)
        for name in sorted(closure):
            yield f"template {label}/{name}", link.folder / name
        for path in sorted(link.folder.rglob("*")):
            if not str(path).endswith(NO_PART) and path.is_file():
                yield f"template {label}/{path.relative_to(link.folder).as_posix()}", path


def look_at_templates(resolved: Resolved, hasher: Hasher) -> None:
    """Have `hasher` know the audience's files before a page is made of them."""
    folder_listings(resolved, hasher)
    for path in (*(path for _, path in template_files(resolved)), *_audience_files(resolved)):
        hasher.file(path)


def _closure(resolved: Resolved) -> set[str]:
    """The names of all templates that can be reached from the page's own, without the audience before them."""
    from briefgen.templating.references import references

    folders = {link.id for link in resolved.chain}
    found: set[str] = set()
    pending = set(ENTRY_TEMPLATES)
    while pending:
        name = pending.pop()
        found.add(name)
        for path in (link.folder / name for link in resolved.chain):
            try:
                text = path.read_text(encoding="utf-8") if path.is_file() else ""
            except (OSError, UnicodeDecodeError):
                continue
            for reference in references(text):
                pending |= ({_bare(reference, folders)} if reference else _all_templates(resolved)) - found
    return found


def _bare(name: str, folders: set[str]) -> str:
    head, _, rest = name.partition("/")
    return rest if rest and head in folders else name


def _all_templates(resolved: Resolved) -> set[str]:
    """Every template of the chain: what a name that is computed at run time may mean."""
    return {
        path.relative_to(link.folder).as_posix()
        for link in resolved.chain
        for path in link.folder.rglob("*.j2")
    }


@dataclass(frozen=True, slots=True)
class Inputs:
    """The inputs of one edition: digests by name, and the files behind them by path."""

    named: Mapping[str, str]
    files: Mapping[str, str | None]


def edition_inputs(
    workspace: Workspace,
    brief: "Inspected",
    case: "Case",
    registers: str,
    resolved: Resolved,
    hasher: Hasher,
) -> Inputs:
    """List the inputs of the edition of `brief`, which has come to `case`, for `resolved`.

    `registers` is the digest of the registers as they were read: to look for them costs a walk through all seeds.
    """
    named: dict[str, str] = {**versions(), **audience_inputs(workspace, resolved)}
    if is_declared(case.brief.prepared):
        named |= declared_time()
    files: dict[str, str | None] = {}
    for name, path in (*brief_files(workspace, case.id, used_briefs(brief)), *template_files(resolved)):
        file = hasher.name(path)
        files[file] = found = hasher.file(path)
        if found is not None:
            document = brief.documents.get(file)
            named[name] = found if document is None else said_by(document, found) or found
    for source_id, source in cited_sources(case).items():
        named[f"source {source_id}"] = source_digest(source, hasher)
        if source.path is not None:
            files[hasher.name(source.path)] = hasher.file(source.path)
    for path in (workspace.root / "briefgen.toml", *_audience_files(resolved)):
        files[hasher.name(path)] = hasher.file(path)
    files[REGISTERS] = registers
    files.update(folder_listings(resolved, hasher))
    if case.brief.changes_since is not None:
        name = SINCE + case.brief.changes_since
        files[name] = meant = hasher.earlier(case.brief.changes_since)
        named[name] = meant or ""
    return Inputs(named, files)


def cited_sources(case: "Case") -> dict[str, "Source"]:
    """The sources that a brief cites, and those that its borrowed items rest on, by id."""
    sources = {cited.source.record.id: cited.source for _, cited in case.cited() if cited.source}
    return sources | {name: case.sources[name] for name in sorted(case.grounds) if name in case.sources}


def folder_listings(resolved: Resolved, hasher: Hasher) -> dict[str, str]:
    """The listings of the audience's template folders, by name with a `/` at its end."""
    return {f"{hasher.name(link.folder)}/": hasher.listing(link.folder) for link in resolved.chain}


def current_inputs(
    edition: "EditionRecord",
    workspace: Workspace,
    brief: str,
    resolved: Resolved,
    library: "Library",
    hasher: Hasher,
) -> dict[str, str]:
    """The inputs of an edition as they are now, found without reading its brief: by the names that were recorded.

    What the brief cites is taken from the record; where what the brief says has changed, it shows as changed.
    """
    recorded = edition.inputs
    used = [name.removeprefix("brief ") for name in recorded if name.startswith("brief ")]
    named = {**versions(), **audience_inputs(workspace, resolved)}
    if DECLARED in recorded:
        named |= declared_time()
    for name, path in (*brief_files(workspace, brief, used), *template_files(resolved)):
        found = hasher.file(path)
        if found is not None and path.suffix == ".yaml" and name in recorded:
            unchanged = edition.files.get(hasher.name(path)) == found
            found = recorded[name] if unchanged else hasher.said(path)
        if found is not None:
            named[name] = found
    for name in recorded:
        source = library.sources.get(name.removeprefix("source ")) if name.startswith("source ") else None
        if source is not None:
            named[name] = source_digest(source, hasher)
        if name.startswith(SINCE):
            named[name] = hasher.current(name) or ""
    return named


def audience_inputs(workspace: Workspace, resolved: Resolved) -> dict[str, str]:
    """The inputs that come from settings: the audience's, with its chain, and the workspace's, table by table."""
    audience = resolved.audience.model_dump() if resolved.audience else {}
    tables = workspace.settings.model_dump(exclude={"audiences"})
    settings = {f"briefgen.toml [{name}]": digest(table) for name, table in tables.items()}
    return {f"audience {resolved.id}": digest(audience), **settings}


def _audience_files(resolved: Resolved) -> Iterator[Path]:
    for link in resolved.chain:
        yield link.folder / "audience.yaml"
