"""Verifies a published PDF: its data against their digest, its text against its data, its quotes against the sources.

Owns what is asked and in which words it is answered. Every question is answered for itself: `holds`, `fails`, or not
asked (None) with the reason. A question that was not asked never counts as one that holds.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from briefgen.audiences import resolve, select_audiences
from briefgen.building.production import metadata_of, produce
from briefgen.documents.validation import shorten
from briefgen.editions.view import EditionView, NoteView
from briefgen.errors import EnvironmentFault, UsageFault
from briefgen.evidence.quotes.anchoring import anchor
from briefgen.inspection.inspecting import inspect, open_library
from briefgen.pages.reading import Published, Unreadable, read
from briefgen.pages.visible import digest, shows
from briefgen.sources.library import Library
from briefgen.templating.inline import plain
from briefgen.workspace import Workspace

QUESTIONS = ("file", "data", "text", "statements", "metadata", "sources", "quotes", "rebuild")


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to one question; `holds` is None where it was not asked, and `said` tells why."""

    question: str
    holds: bool | None
    said: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """All answers about one file."""

    file: str
    answers: tuple[Answer, ...]

    @property
    def failed(self) -> bool:
        """Whether anything that was asked does not hold."""
        return any(answer.holds is False for answer in self.answers)


def verify(path: Path, workspace: Workspace | None) -> Verdict:
    """Asks everything that can be asked of the file; sources, quotes and the rebuild need a workspace.

    Raises:
        UsageFault: there is no such file.
    """
    pdf = _bytes_of(path)
    published = read(pdf)
    if isinstance(published, Unreadable):
        return Verdict(str(path), (Answer("data", False, published.reason),))
    answers = [_file(published), _data(published), _text(published)]
    edition = _parsed(published.data)
    if isinstance(edition, str):
        return Verdict(str(path), (*answers, Answer("statements", False, edition)))
    answers += [_statements(published, edition), _metadata(published, edition)]
    return Verdict(str(path), (*answers, *_in_workspace(pdf, edition, workspace)))


def _bytes_of(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UsageFault(f"{path} cannot be read: {error.strerror}") from error


def _file(published: Published) -> Answer:
    """Whether anything at all was changed or added: what covers the text, a page, a typeface."""
    if published.as_written:
        return Answer("file", True, "the file is, byte for byte, as it was written")
    if published.added:
        kinds = ", ".join(published.added)
        return Answer(
            "file", False, f"the file has annotations that briefgen does not write: {shorten(kinds)}"
        )
    if published.as_written is None:
        return Answer("file", False, "the file does not state its digest as briefgen writes it")
    return Answer(
        "file",
        False,
        "the file is not as it was written: something was changed or added, or it was saved anew",
    )


def _data(published: Published) -> Answer:
    if published.stated_digest is None:
        return Answer("data", False, "the file states no digest of its data")
    if published.stated_digest != published.data_digest:
        return Answer("data", False, "the embedded data are not those that the digest was made of")
    return Answer("data", True, "the embedded data match their digest")


def _text(published: Published) -> Answer:
    if published.stated_text_digest is None:
        return Answer("text", False, "the file states no digest of its text")
    if published.stated_text_digest != digest(published.text):
        return Answer("text", False, "the visible text is not the text that was printed")
    return Answer("text", True, "the visible text is the text that was printed")


def _parsed(data: str) -> EditionView | str:
    """The edition, or why it is none."""
    try:
        return TypeAdapter(EditionView).validate_json(data)
    except (ValidationError, RecursionError):
        return "the embedded data are no edition, or one of another version of briefgen"


def _statements(published: Published, edition: EditionView) -> Answer:
    """Whether all that the data say can be read on the page."""
    said = list(_said(edition))
    absent = [text for text in said if not shows(published.text, text)]
    if absent:
        return Answer(
            "statements",
            False,
            f"{len(absent)} of {len(said)} texts {'is' if len(absent) == 1 else 'are'} not on the page: “{shorten(absent[0])}”",
        )
    return Answer(
        "statements", True, f"all {len(said)} titles, statements and quotes of the data are on the page"
    )


def _said(edition: EditionView) -> Iterator[str]:
    """The texts of an edition that its page shows."""
    yield plain(edition.title)
    yield edition.marking
    for item in edition.items():
        yield from (plain(text) for text in (item.question, item.statement, item.actor) if text)
    for figure in edition.figures:
        yield plain(figure.title)
        yield from (value.label for value in figure.values)
    for term in edition.glossary:
        yield from (term.term, plain(term.meaning))
    if edition.evidence == "quotes":
        yield from (note.quote for note in edition.notes if note.quote)
    if edition.evidence != "none":
        yield from (source.title for source in edition.sources)


def _metadata(published: Published, edition: EditionView) -> Answer:
    """Whether title, language and marking of the file are those of the data."""
    wanted = metadata_of(edition)
    keywords = ", ".join(wanted.keywords)
    expected = {
        "Title": wanted.title,
        "dc:title": wanted.title,
        "Lang": wanted.language,
        "dc:language": wanted.language,
        "Keywords": keywords,
        "pdf:Keywords": keywords,
        "dc:subject": keywords,
        "briefgen:marking": wanted.marking,
    }
    other = [name for name, text in expected.items() if published.stated.get(name) != text]
    if other:
        said = ", ".join(f"{name} is “{shorten(published.stated.get(name, ''))}”" for name in other)
        return Answer("metadata", False, f"the metadata are not those of the data: {said}")
    return Answer("metadata", True, "title, language and marking of the file are those of the data")


def _in_workspace(pdf: bytes, edition: EditionView, workspace: Workspace | None) -> Iterator[Answer]:
    if workspace is None:
        yield from (
            Answer(question, None, "needs the workspace (-C)")
            for question in ("sources", "quotes", "rebuild")
        )
        return
    library = open_library(workspace)
    yield _sources(edition, library)
    yield _quotes(edition, library)
    yield _rebuild(pdf, edition, workspace)


def _sources(edition: EditionView, library: Library) -> Answer:
    gone, changed = [], []
    for stated in edition.sources:
        source = library.sources.get(stated.id)
        if source is None or source.sha256 is None:
            gone.append(stated.id)
        elif source.sha256 != stated.sha256:
            changed.append(stated.id)
    if gone or changed:
        faults = [f"not archived here: {', '.join(gone)}"] * bool(gone) + [
            f"changed: {', '.join(changed)}"
        ] * bool(changed)
        return Answer("sources", False, "; ".join(faults))
    return Answer(
        "sources",
        True,
        "its source is archived unchanged"
        if len(edition.sources) == 1
        else f"all {len(edition.sources)} sources are archived unchanged",
    )


def _quotes(edition: EditionView, library: Library) -> Answer:
    quoted = [note for note in edition.notes if note.quote]
    lost = [note for note in quoted if not _stands(note, library)]
    if lost:
        said = f"{len(lost)} of {len(quoted)} quotes {'does' if len(lost) == 1 else 'do'} not stand in {'its' if len(lost) == 1 else 'their'} source: “{shorten(lost[0].quote)}” ({lost[0].source})"
        return Answer("quotes", False, said)
    return Answer(
        "quotes",
        True,
        "its quote stands in its source"
        if len(quoted) == 1
        else f"all {len(quoted)} quotes stand in their sources",
    )


def _stands(note: NoteView, library: Library) -> bool:
    """Whether a quote stands where the edition says, or, should its source have grown, in one other place."""
    source = library.sources.get(note.source or "")
    if source is None or source.prepared is None:
        return False
    if note.start is not None and note.end is not None:
        found = anchor(note.quote, source.prepared, within=(note.start, note.end)).anchor
        if found is not None:
            return True
    return anchor(note.quote, source.prepared).anchor is not None


def _rebuild(pdf: bytes, edition: EditionView, workspace: Workspace) -> Answer:
    """Whether the brief, as it is now, gives this very file."""
    name = f"{edition.brief}/{edition.audience}"
    try:
        briefs = workspace.select((edition.brief,))
        audiences = select_audiences(workspace, (edition.audience,))
        (inspected,) = inspect(workspace, briefs).briefs
        if inspected.case is None or not inspected.sound:
            return Answer("rebuild", False, f"{name} cannot be built: the brief has faults (briefgen check)")
        produced = produce(inspected.case, resolve(workspace, audiences[0]), ("pdf",))
    except UsageFault as fault:
        return Answer("rebuild", False, f"{name} cannot be built: {fault}")
    except EnvironmentFault:
        return Answer("rebuild", None, "needs the libraries that lay out pages")
    if "pdf" not in produced.files:
        return Answer("rebuild", False, f"{name} cannot be built: {produced.findings[0].message}")
    if produced.files["pdf"] != pdf:
        return Answer(
            "rebuild",
            False,
            f"{name}, built now, is another file: the brief, a template or a version changed",
        )
    return Answer("rebuild", True, f"{name}, built now, gives the same bytes")
