"""A brief read without the checks: what can be made of its documents, and what is wrong with their form."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from briefgen.checks.case import Case, build_case
from briefgen.diagnostics import Finding
from briefgen.documents.borrowing import Shelf, borrow, inherit
from briefgen.documents.reading import Document
from briefgen.documents.settings import as_plain
from briefgen.documents.validation import Validated, validate
from briefgen.models.brief import Brief
from briefgen.models.settings import Settings
from briefgen.sources.library import Library, Source


@dataclass(frozen=True, slots=True)
class ReadCase:
    """A brief as far as it could be read; `findings` name their documents, `documents` are those by path."""

    case: Case | None
    findings: tuple[Finding, ...]
    documents: dict[str, Document]


def read_case(
    brief_id: str,
    read: Callable[[str], Document | None],
    settings: Settings,
    library: Callable[[Brief], Library],
) -> ReadCase:
    """Read the brief called `brief_id`; `read` gives documents by brief id, `library` the sources that a brief cites."""
    document = read(brief_id)
    if document is None:
        return ReadCase(None, (), {})
    validated = validate_brief(document, settings)
    document = validated.document(document)
    takes = validated.model is not None and any(item.use for _, _, item in validated.model.items())
    lent = library(validated.model).sources if validated.model and takes else {}
    borrowed = borrow(brief_id, validated, shelf(read, settings, lent))
    whole = borrowed.validated(validated) if borrowed else validated
    sources = library(whole.model).sources if whole.model else {}
    case = build_case(brief_id, whole, sources, settings)
    findings = (*document.findings, *validated.findings, *(borrowed.findings if borrowed else ()))
    homes = borrowed.homes.values() if borrowed else ()
    documents = {each.path: each for each in (document, *(home.document for home in homes))}
    return ReadCase(
        case, tuple(replace(each, path=each.path or document.path) for each in findings), documents
    )


def validate_brief(document: Document, settings: Settings) -> Validated[Brief]:
    """The document as a brief, with the fields that briefs of the workspace inherit."""
    if document.data is None and document.findings:
        return Validated(None, (), {})
    data = {} if document.data is None else document.data
    return validate(Brief, inherit(data, _defaults(settings)))


def shelf(read: Callable[[str], Document | None], settings: Settings, sources: Mapping[str, Source]) -> Shelf:
    """What the briefs of a workspace may take items from."""

    def marking_of(name: str) -> str | None:
        source = sources.get(name)
        return source.record.effective_marking if source else None

    return Shelf(read, _defaults(settings), marking_of)


def _defaults(settings: Settings) -> dict[str, Any]:
    """The fields that briefs of the workspace inherit."""
    inherited = as_plain(settings.defaults) if settings.defaults else {}
    return inherited if isinstance(inherited, dict) else {}
