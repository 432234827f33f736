"""Every edition of the gallery as a PDF: sound by both standards, in shipped fonts, legible, marked, verifiable."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from io import BytesIO
from pathlib import Path

import page as page_validation
import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from briefgen.audiences import resolve
from briefgen.building.production import produce
from briefgen.inspection.inspecting import inspect
from briefgen.templating.themes import THEMES
from briefgen.verification import QUESTIONS, verify
from briefgen.workspace import open_workspace

ROOT = Path(__file__).parents[2]
GALLERY = ROOT / "tests" / "examples" / "gallery"
LISTED = [
    line.split()
    for line in (GALLERY / "editions.txt").read_text("utf-8").splitlines()
    if line and line[0] != "#"
]
EDITIONS = [
    (ROOT, "iraq-coalition-transition", "default"),
    *((GALLERY, brief, audience) for brief, audience in LISTED),
]
MM = 72 / 25.4
NAMES = [f"{brief}-{audience}" for _, brief, audience in EDITIONS]
FALSE_ALARMS = frozenset({"PDFA3A-STREAM-LENGTH-001"})
"""Raised where compressed data happen to end in a line feed; veraPDF finds nothing there."""


@cache
def pdf_of(root: Path, brief: str, audience: str) -> bytes:
    workspace = open_workspace(root)
    (inspected,) = inspect(workspace, (brief,)).briefs
    assert inspected.case is not None
    produced = produce(inspected.case, resolve(workspace, audience), ("pdf",))
    assert "pdf" in produced.files, [finding.message for finding in produced.findings]
    return produced.files["pdf"]


# Of the module, so that the tests of one edition follow one another: with several workers most are set by one of them.
@pytest.fixture(params=EDITIONS, ids=NAMES, scope="module")
def edition(request: pytest.FixtureRequest) -> tuple[Path, str, str]:
    chosen: tuple[Path, str, str] = request.param
    return chosen


@pytest.fixture(scope="module")
def pdf(edition: tuple[Path, str, str]) -> bytes:
    return pdf_of(*edition)


def test_both_standards_are_kept(pdf: bytes) -> None:
    for profile in ("pdfua-1", "pdfa-3a"):
        failures = page_validation.validate_pdf_bytes(pdf, profile=profile).failures
        assert [each.message for each in failures if each.rule_id not in FALSE_ALARMS] == []


def test_no_more_pages_than_allowed(pdf: bytes, edition: tuple[Path, str, str]) -> None:
    root, _, audience = edition
    allowed = resolve(open_workspace(root), audience).audience
    assert allowed is not None
    with pikepdf.open(BytesIO(pdf)) as document:
        assert len(document.pages) <= allowed.max_pages
        assert len(document.pages) == 1 or "/Outlines" in document.Root


def test_every_glyph_is_of_a_shipped_font(pdf: bytes) -> None:
    """What is set in an installed font looks different on the next machine."""
    with pikepdf.open(BytesIO(pdf)) as document:
        fonts = {str(each.BaseFont) for page in document.pages for each in page.Resources.Font.values()}
    assert {name for name in fonts if not re.match(r"/[A-Z]{6}\+Briefgen-", name)} == set()


def test_the_marking_is_printed_large_enough_at_head_and_foot(pdf: bytes) -> None:
    """TLP 2.0: the label in header and footer of each page, at 12 points or more."""
    for page in pypdfium2.PdfDocument(pdf):
        _, height = page.get_size()
        found = list(marks(page))
        assert found, "no marking"
        (foot, size_at_foot), (head, size_at_head) = min(found), max(found)
        assert (head > height * 0.9, foot < height * 0.1) == (True, True)
        assert min(size_at_foot, size_at_head) >= 11.99


def test_a_full_page_keeps_clear_of_the_marking_at_its_foot() -> None:
    """The last line of the sources does not stand upon the black box, which is 6 mm high around its words."""
    with pypdfium2.PdfDocument(pdf_of(ROOT, "iraq-coalition-transition", "executive")) as document:
        textpage = document[0].get_textpage()
        boxes = [textpage.get_charbox(index) for index in range(textpage.count_chars())]
        words = [(bottom, top) for left, bottom, right, top in boxes if right > left]
        foot, head = min(words)
        box = (foot + head) / 2 + 3 * MM
        assert min(bottom for bottom, _ in words if bottom > head) - box > 2.5 * MM


def marks(page: pypdfium2.PdfPage) -> Iterator[tuple[float, float]]:
    """Height on the page and size of type of each marking."""
    textpage = page.get_textpage()
    searcher = textpage.search("TLP")
    while (hit := searcher.get_next()) is not None:
        _, bottom, _, _ = textpage.get_charbox(hit[0], loose=True)
        yield float(bottom), scaled_size(textpage, hit[0])


def scaled_size(textpage: pypdfium2.PdfTextPage, index: int) -> float:
    matrix = pdfium.FS_MATRIX()
    assert pdfium.FPDFText_GetMatrix(textpage, index, matrix)
    return float(pdfium.FPDFText_GetFontSize(textpage, index) * abs(matrix.d))


def test_everything_holds(edition: tuple[Path, str, str], pdf: bytes, tmp_path: Path) -> None:
    path = tmp_path / "edition.pdf"
    path.write_bytes(pdf)
    answers = verify(path, open_workspace(edition[0])).answers
    said: Mapping[str, tuple[bool | None, str]] = {
        answer.question: (answer.holds, answer.said) for answer in answers
    }
    assert {name: answer for name, answer in said.items() if answer[0] is not True} == {}
    assert tuple(said) == QUESTIONS


@pytest.mark.verapdf
def test_verapdf_finds_nothing(tmp_path: Path) -> None:
    from tests.tools.verapdf import missing, verdicts

    if missing():
        pytest.skip(missing())
    files = []
    for edition, name in zip(EDITIONS, NAMES, strict=True):
        files.append(tmp_path / f"{name}.pdf")
        files[-1].write_bytes(pdf_of(*edition))
    assert [verdict for verdict in verdicts(files) if verdict.faults] == []


def test_lines_keep_to_the_grid() -> None:
    """Every line of body text stands a whole number of quarter lines below the first one, in either column."""
    with pypdfium2.PdfDocument(pdf_of(*EDITIONS[0])) as document:
        textpage = document[0].get_textpage()
        places = [place_of(textpage, index) for index in range(textpage.count_chars())]
    ((body, _),) = Counter(size for size, _ in places).most_common(1)
    heights = sorted({height for size, height in places if size == body}, reverse=True)
    quarter = body * float(THEMES["serif"]["leading"]) / 4
    steps = [(heights[0] - height) / quarter for height in heights]
    assert len(steps) > 40
    assert [step for step in steps if abs(step - round(step)) > 0.05] == []


def place_of(textpage: pypdfium2.PdfTextPage, index: int) -> tuple[float, float]:
    """The size of a character in points, and the height of its baseline on the page."""
    matrix = pdfium.FS_MATRIX()
    assert pdfium.FPDFText_GetMatrix(textpage, index, matrix)
    return round(scaled_size(textpage, index), 2), round(float(matrix.f), 2)


def test_a_blank_that_holds_words_together_is_a_blank_to_readers() -> None:
    with pypdfium2.PdfDocument(pdf_of(*EDITIONS[0])) as document:
        text = str(document[0].get_textpage().get_text_range())
    assert "about 2,500" in text
    assert "\u00a0" not in text
