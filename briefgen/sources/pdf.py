"""PDF files: the text layer, page by page, in reading order as the file has it."""

from collections.abc import Iterator
from importlib.metadata import version
from typing import Any

from briefgen.sources.extracted import MAX_CHARACTERS, Extracted, SourceFault, fold_line_ends
from briefgen.sources.pdf_raised import with_raised

MAX_PAGES = 5_000
"""Longest PDF that is read, in pages."""

_BROKEN = SourceFault(
    "it is damaged, or no PDF", "open it in a viewer and print it to a new PDF, or fetch it again"
)
_ENCRYPTED = SourceFault("it is encrypted with a password", "archive a copy without a password")


def read(data: bytes) -> Extracted | SourceFault:
    """The text of a `.pdf` file, read in a process of its own with limits on memory and time."""
    if b"%PDF-" not in data[:1024]:
        return _BROKEN
    from briefgen.sources.cache import remembered
    from briefgen.sources.isolation import isolated

    return remembered(data, f"pdf {_version()}", lambda whole: isolated("pdf", whole))


def _version() -> str:
    return f"3 pypdfium2 {version('pypdfium2')}"


def read_here(data: bytes) -> Extracted | SourceFault:
    """As `read`, in this process: for the worker."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
        if len(document) > MAX_PAGES:
            return SourceFault(f"it has more than {MAX_PAGES:,} pages", "keep the pages that are cited")
        pages = list(_pages(document))
    except pypdfium2.PdfiumError as error:
        return _ENCRYPTED if "password" in str(error).lower() else _BROKEN
    starts = [0]
    for page in pages[:-1]:
        starts.append(starts[-1] + len(page) + 1)
    return Extracted("\n".join(pages), tuple(starts), "pdf", _version())


def _pages(document: Any) -> Iterator[str]:
    """Each page's text; stops once there is more than any source may have."""
    total = 0
    for page in document:
        textpage = page.get_textpage()
        text = fold_line_ends(with_raised(textpage, textpage.get_text_range()))
        textpage.close()
        page.close()
        total += len(text)
        yield text
        if total > MAX_CHARACTERS:
            return
