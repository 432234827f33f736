"""What can be wrong with an audience beyond the fields of its file: its theme, its templates, its language."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.audiences import Resolved, resolve
from briefgen.checks.case import Case
from briefgen.diagnostics import Diagnostic, Finding, Fix, Route, ValueEdit
from briefgen.documents.reading import Document
from briefgen.documents.validation import nearest
from briefgen.documents.wording import meant_field
from briefgen.editions.clearance import clear
from briefgen.inspection.inspecting import Inspected, diagnose
from briefgen.inspection.readerfaults import refusals, withheld_basis
from briefgen.models.audience import Audience
from briefgen.workspace import Workspace

if TYPE_CHECKING:
    from briefgen.templating.contrast import Faint
    from briefgen.templating.search import SearchPath

# What renders templates is loaded only where an audience is audited: what keeps briefs back needs none of it.


def audit(workspace: Workspace, resolved: Resolved) -> tuple[Finding, ...]:
    """Find every fault of an audience: of its files, its theme, its templates and its language."""
    if resolved.audience is None:
        return resolved.findings
    search_path = resolved.search_path
    linted = _linted(search_path, search_path.state(), workspace.root / "templates")
    return (*_theme(resolved, resolved.audience), *linted, *_language(resolved, resolved.audience))


@lru_cache(maxsize=32)
def _linted(search_path: "SearchPath", _state: object, own: Path) -> tuple[Finding, ...]:
    from briefgen.templating.linting import lint
    from briefgen.templating.styling import lint_styles

    # What ships is linted by briefgen's tests.
    return () if search_path.ships() else (*lint(search_path, own), *lint_styles(search_path, own))


def audit_all(workspace: Workspace, audiences: tuple[str, ...]) -> Iterator[Diagnostic]:
    """Yield what is wrong with the audiences called so, each fault once."""
    seen: set[Finding] = set()
    for name in audiences:
        resolved = resolve(workspace, name)
        documents = {document.path: document for document in resolved.documents}
        for finding in audit(workspace, resolved):
            diagnostic = diagnose(finding, documents, workspace.settings) if finding not in seen else None
            seen.add(finding)
            if diagnostic is not None:
                yield diagnostic


def audit_readers(
    workspace: Workspace, briefs: Iterable[Inspected], audiences: Sequence[Audience]
) -> Iterator[Diagnostic]:
    """Yield what keeps briefs, or judgements of theirs, from these audiences: all that shows without laying pages out."""
    for brief in briefs:
        for audience in audiences:
            for finding in _kept_back(brief.case, audience) if brief.case else ():
                diagnostic = diagnose(finding, {}, workspace.settings, brief.document, brief.id)
                if diagnostic is not None:
                    yield replace(diagnostic, audience=audience.id)


def _kept_back(case: Case, audience: Audience) -> Iterator[Finding]:
    reasons = tuple(refusals(case, audience))
    yield from reasons or withheld_basis(case, audience, clear(case, audience))


def _theme(resolved: Resolved, audience: Audience) -> Iterator[Finding]:
    from briefgen.templating.contrast import faint_colours, is_colour
    from briefgen.templating.themes import THEMES, is_value, tokens_of

    tokens = THEMES["serif"]
    for name, value in audience.theme.items():
        path, route = _stated(resolved, name)
        if name == "typeface":
            if value not in THEMES:
                yield _wrong(f"there is no theme `{value}`", f"one of: {', '.join(THEMES)}", path, route)
        elif name not in tokens:
            known = ("typeface", *tokens)
            near = nearest(name, known) or meant_field(name, known)
            remedy = f"did you mean `{near}`?" if near else f"there are: typeface, {', '.join(tokens)}"
            yield _wrong(f"there is no design token `{name}`", remedy, path, route, on_key=True)
        elif not is_value(value):
            yield _wrong(
                f"`{name}` cannot be {value!r}: CSS would not take it as one value",
                "write one plain value",
                path,
                route,
            )
        elif tokens[name].startswith("#") and not is_colour(value):
            yield _wrong(f"`{name}` cannot be {value!r}: that is no colour", 'as `"#1f4e79"`', path, route)
    for faint in faint_colours(tokens_of(audience.theme)):
        yield _faint(faint, *_stated(resolved, faint.token))


def _faint(faint: "Faint", path: str | None, route: Route) -> Finding:
    message = f"`{faint.token}` {faint.value} on {faint.ground} has a contrast of {faint.ratio:.1f} to 1; text needs 4.5"
    fix = Fix(f"write {faint.better}", (ValueEdit(route, faint.better),))
    return Finding(
        "invalid-value",
        message,
        route,
        path=path,
        help=f"{faint.better} has the same hue and can be read",
        fixes=(fix,),
    )


def _stated(resolved: Resolved, token: str) -> tuple[str | None, Route]:
    """The file of the chain that states a token, and where in it."""
    for document in (link.document for link in resolved.chain if link.document):
        if ("theme", token) in document.nodes:
            return document.path, ("theme", token)
    return resolved.chain[0].path, ("theme",)


def _wrong(message: str, remedy: str, path: str | None, route: Route, on_key: bool = False) -> Finding:
    return Finding("invalid-value", message, route, path=path, help=remedy, on_key=on_key)


def _language(resolved: Resolved, audience: Audience) -> Iterator[Finding]:
    """`untranslated` where the audience's language has no catalogue."""
    from briefgen.templating.furniture import catalogue_of

    if audience.language.partition("-")[0] in ("en", "und") or catalogue_of(audience.language) is not None:
        return
    stated: Document | None = next(
        (link.document for link in resolved.chain if link.document and link.file.language), None
    )
    message = f"the furniture is not translated into {audience.language}: headings and labels will be English"
    remedy = "add a catalogue to briefgen/locale, or choose a language that has one"
    yield Finding("untranslated", message, ("language",), path=stated.path if stated else None, help=remedy)
