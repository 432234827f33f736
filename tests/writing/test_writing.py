"""Markdown, plain text and Word: each says what the view says, safely, and the same each time."""

import io
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from markdown_it import MarkdownIt

from briefgen.building.options import Options
from briefgen.pipeline import build_workspace
from briefgen.workspace import open_workspace
from briefgen.writing.labels import quoted
from briefgen.writing.markdown import safe
from briefgen.writing.text import WIDTH, wrap
from tests.conftest import MakeWorkspace

ROOT = Path(__file__).parents[2]
FORMS = ("docx", "md", "txt")


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Iraq brief for analysts, in every written form."""
    out = tmp_path_factory.mktemp("written")
    options = Options(briefs=(), audiences=("analyst",), formats=FORMS, out=out, jobs=1, force=True)
    assert not build_workspace(open_workspace(ROOT), options).failed
    return out / "iraq-coalition-transition"


def test_markdown_reads_as_headings_lists_and_notes(outputs: Path) -> None:
    text = (outputs / "analyst.md").read_text()
    tokens = MarkdownIt().parse(text)
    headings = [
        tokens[index + 1].content for index, token in enumerate(tokens) if token.type == "heading_open"
    ]
    assert headings[0].startswith("Iraq: the end of the US-led coalition")
    assert {"Bottom line", "Key facts", "Positions", "Open questions", "Regional context", "Sources"} <= set(
        headings
    )
    numbers = {line.split("]")[0][2:] for line in text.splitlines() if line.startswith("[^")}
    assert numbers == {part.split("]")[0] for part in text.split("[^")[1:]}
    assert text.count("**TLP:CLEAR**") == 2


@pytest.mark.parametrize(
    "text",
    [
        "<script>x</script>",
        "a | b",
        "# no heading",
        "[^1] no note",
        "~~no~~",
        "![no](https://example.org/x.png)",
    ],
)
def test_nothing_in_a_text_is_obeyed_by_markdown(text: str) -> None:
    html = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render(safe(text))
    assert not any(tag in html for tag in ("<script", "<table", "<h1", "<s>", "<sup", "<img"))


def test_text_is_narrow_and_says_all(outputs: Path) -> None:
    lines = (outputs / "analyst.txt").read_text().splitlines()
    assert max(map(len, lines)) <= WIDTH
    assert (lines[0], lines[-1]) == ("TLP:CLEAR", "TLP:CLEAR")
    words = " ".join(" ".join(lines).split())
    assert "about 2,500 troops in Iraq and about 900 in Syria" in words
    assert (
        "“the United States maintains around 2,500 troops in Iraq, alongside approximately 900 in Syria”"
        in words
    )


def test_a_long_word_is_not_cut() -> None:
    assert wrap("x" * 200) == ["x" * 200]


def test_word_is_styled_marked_and_dated_by_the_brief(outputs: Path) -> None:
    document = docx.Document(io.BytesIO((outputs / "analyst.docx").read_bytes()))
    assert document.core_properties.title.startswith("Iraq: the end")
    assert str(document.core_properties.created).startswith("2026-11-20")
    assert document.sections[0].header.paragraphs[0].text == "TLP:CLEAR"
    styles = [paragraph.style.name for paragraph in document.paragraphs if paragraph.style]
    assert styles.count("Title") == 1
    assert styles.count("Heading 1") >= 6
    superscripts = [
        run.text for paragraph in document.paragraphs for run in paragraph.runs if run.font.superscript
    ]
    assert "1,2" in superscripts


def test_word_speaks_the_language_and_runs_its_way(tmp_path: Path) -> None:
    gallery = shutil.copytree(ROOT / "tests/examples/gallery", tmp_path / "gallery")
    options = Options(("mina-al-nawras",), ("modern",), ("docx",), tmp_path / "out", jobs=1)
    assert not build_workspace(open_workspace(gallery), options).failed
    document = docx.Document(str(tmp_path / "out/mina-al-nawras/modern.docx"))
    (spoken,) = document.styles.element.xpath("w:docDefaults//w:lang/@w:val")
    assert spoken == "ar"
    assert document.styles["Title"].element.xpath("w:rPr/w:szCs/@w:val") == ["40"]
    paragraphs = [paragraph for paragraph in document.paragraphs if paragraph.text]
    assert all(paragraph._p.xpath("w:pPr/w:bidi") for paragraph in paragraphs)
    assert all(run._r.xpath("w:rPr/w:rtl") for paragraph in paragraphs for run in paragraph.runs)
    table = document.tables[0]._tbl
    assert table.xpath("w:tblPr/w:bidiVisual")
    assert table.xpath("w:tr[1]/w:trPr/w:tblHeader")
    assert len(table.xpath(".//w:p")) == len(table.xpath(".//w:p[w:pPr/w:bidi]"))


def test_note_numbers_stand_in_order(outputs: Path) -> None:
    for form, pattern in (("md", r"(?:\[\^\d+\])+"), ("txt", r"\[\d+(?:, \d+)+\]")):
        for found in re.findall(pattern, (outputs / f"analyst.{form}").read_text()):
            numbers = [int(number) for number in re.findall(r"\d+", found)]
            assert numbers == sorted(numbers)


@pytest.mark.parametrize("form", FORMS)
def test_the_same_bytes_each_time(outputs: Path, tmp_path: Path, form: str) -> None:
    options = Options(briefs=(), audiences=("analyst",), formats=(form,), out=tmp_path, jobs=1, force=True)
    build_workspace(open_workspace(ROOT), options)
    again = tmp_path / "iraq-coalition-transition" / f"analyst.{form}"
    assert again.read_bytes() == (outputs / f"analyst.{form}").read_bytes()


def test_withheld_words_are_in_no_written_form(make_workspace: Callable[..., Path], tmp_path: Path) -> None:
    brief = """\
title: Quay
key_facts:
  - statement: The northern quay is closed.
    citations: [{source: port-notice, quote: The northern quay is closed}]
  - statement: Ferries run as usual.
    marking: TLP:RED
    tags: [Nightjar]
    citations: [{source: port-notice, quote: Ferries run as usual}]
positions: []
open_questions: []
regional_context: []
"""
    root = make_workspace(
        {"briefs/quay.yaml": brief, "templates/public/audience.yaml": "marking: TLP:CLEAR\n"}
    )
    assert not build_workspace(open_workspace(root), Options((), (), FORMS, tmp_path / "out", jobs=1)).failed
    document = docx.Document(str(tmp_path / "out/quay/public.docx"))
    texts = [path.read_text() for path in (tmp_path / "out/quay").iterdir() if path.suffix in (".md", ".txt")]
    for text in (*texts, "\n".join(paragraph.text for paragraph in document.paragraphs)):
        assert "northern quay is closed" in text
        assert "Ferries" not in text
        assert "Nightjar" not in text


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_word_opens_in_libreoffice(outputs: Path, tmp_path: Path) -> None:
    import pypdfium2

    command = [
        "soffice",
        "--headless",
        f"-env:UserInstallation=file://{tmp_path}/profile",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
    ]
    subprocess.run([*command, str(outputs / "analyst.docx")], check=True, capture_output=True, timeout=120)
    document = pypdfium2.PdfDocument(tmp_path / "analyst.pdf")
    text = " ".join(page.get_textpage().get_text_bounded() for page in document)
    assert "Prime Minister Mohammed Shia al-Sudani" in " ".join(text.split())
    assert 1 <= len(document) <= 4


def test_grades_are_told_to_those_who_read_the_quotes(
    make_workspace: Callable[..., Path], tmp_path: Path
) -> None:
    brief = """\
title: Quay
key_facts:
  - statement: The northern quay is closed.
    citations: [{source: port-notice, quote: The northern quay is closed, credibility: 2}]
positions: []
open_questions: []
regional_context: []
"""
    files = {"briefs/quay.yaml": brief} | {
        f"templates/{name}/audience.yaml": f"evidence: {name}\n" for name in ("quotes", "notes")
    }
    out = tmp_path / "out"
    assert not build_workspace(
        open_workspace(make_workspace(files)), Options((), (), ("pdf", "md", "txt"), out, jobs=1)
    ).failed
    for form in ("md", "txt"):
        assert "Credibility 2." in (out / f"quay/quotes.{form}").read_text()
        assert "Credibility" not in (out / f"quay/notes.{form}").read_text()
    import pypdfium2

    pages = {name: pypdfium2.PdfDocument(out / f"quay/{name}.pdf")[0] for name in ("quotes", "notes")}
    texts = {name: page.get_textpage().get_text_bounded() for name, page in pages.items()}
    assert "Credibility 2." in texts["quotes"]
    assert "Credibility" not in texts["notes"]


CHARTED = """\
title: Northern quay
key_facts:
  - id: closure
    statement: The northern quay is closed.
    basis: [berths]
    citations: [{source: port-notice, quote: The northern quay is closed}]
positions: []
open_questions: []
regional_context: []
figures:
  - id: berths
    title: Notices
    values: [{label: Ferries, value: 1, citations: [{source: port-notice, quote: Ferries run as usual}]}]
    allow: [{rule: number-unsupported, reason: There is one notice.}]
"""


def test_an_item_may_rest_on_a_chart(make_workspace: MakeWorkspace) -> None:
    root = make_workspace({"briefs/quay.yaml": CHARTED})
    options = Options((), ("default",), ("html", *FORMS), root / "dist", jobs=1)
    assert not build_workspace(open_workspace(root), options).failed
    for form in ("md", "txt"):
        assert (root / f"dist/quay/default.{form}").read_text().count("Fig. 1") == 2, "the pointer, the chart"
    document = docx.Document(str(root / "dist/quay/default.docx"))
    assert "Fig. 1 Notices" in [paragraph.text for paragraph in document.paragraphs]
    html = (root / "dist/quay/default.html").read_text()
    assert '<figcaption><span class="code">Fig. 1</span> <b>Notices</b>' in html


def test_a_chart_that_nothing_points_at_has_no_number(make_workspace: MakeWorkspace) -> None:
    root = make_workspace({"briefs/quay.yaml": CHARTED.replace("    basis: [berths]\n", "")})
    options = Options((), ("default",), ("html", *FORMS), root / "dist", jobs=1)
    assert not build_workspace(open_workspace(root), options).failed
    assert all(
        "Fig." not in (root / f"dist/quay/default.{form}").read_text() for form in ("md", "txt", "html")
    )


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        ("Ferries run", "“Ferries run”"),
        ("he said, “Ferries run.”", "“he said, “Ferries run.”\u202f”"),
        ("“Ferries” run", "“\u202f“Ferries” run”"),
        ("the ‘quay’", "“the ‘quay’\u202f”"),
    ],
)
def test_marks_of_a_quote_are_parted_from_those_around_it(words: str, printed: str) -> None:
    assert quoted(words, "en") == printed
    assert quoted(words, "de") == f"„{printed[1:-1]}“"
    french = printed[1:-1].removeprefix("\u202f").removesuffix("\u202f")
    assert quoted(words, "fr") == f"«\u00a0{french}\u00a0»"


LEGEND = {"F1": "an item that a judgement rests on", "A ¶1": "source A, paragraph 1", "n.d.": "no date is given",
          "Reliability F": "cannot be judged", "TLP:CLEAR": "may be passed on to anybody"}  # fmt: skip


@pytest.mark.parametrize(("audience", "explained"), [("public", True), ("default", False)])
def test_a_glossary_explains_the_signs_of_the_page(
    make_workspace: MakeWorkspace, audience: str, explained: bool
) -> None:
    judged = "bottom_line:\n  - {id: calm, statement: The quay is closed., basis: [closure], likelihood: likely, confidence: low}\n"
    root = make_workspace({"briefs/quay.yaml": CHARTED.replace("basis: [berths]", "tags: [quay]") + judged})
    register = root / "seeds/sources.yaml"
    register.write_text(register.read_text().replace("file: ", "reliability: F\n    file: "))
    options = Options((), (audience,), ("html", "pdf", *FORMS), root / "dist", jobs=1)
    assert not build_workspace(open_workspace(root), options).failed
    html = (root / f"dist/quay/{audience}.html").read_text()
    markdown = (root / f"dist/quay/{audience}.md").read_text()
    text = (root / f"dist/quay/{audience}.txt").read_text()
    word = [each.text for each in docx.Document(str(root / f"dist/quay/{audience}.docx")).paragraphs]
    for sign, meaning in LEGEND.items():
        assert (f"<b><bdi>{sign}</bdi></b> {meaning}" in html) == explained
        assert (f"- **{sign}**: {meaning}" in markdown) == explained
        assert (f"{sign}: {meaning}" in text) == explained
        assert (f"{sign} {meaning}" in word) == explained


def test_the_list_of_sources_has_the_citation_style(make_workspace: MakeWorkspace, tmp_path: Path) -> None:
    root = make_workspace()
    register = next((root / "seeds").rglob("sources.yaml"))
    named = "    author: [{family: Doe, given: Jane}]\n    URL: https://example.org/a\n"
    register.write_text(register.read_text().rstrip("\n") + "\n" + named)
    audience = root / "templates/default/audience.yaml"
    audience.parent.mkdir(parents=True, exist_ok=True)
    audience.write_text("label: Desk\nextends: default\ncitation_style: apa\n")
    options = Options(briefs=(), audiences=("default",), formats=FORMS, out=tmp_path / "out", jobs=1)
    assert not build_workspace(open_workspace(root), options).failed
    (folder,) = (path for path in (tmp_path / "out").iterdir() if path.is_dir())
    word = "\n".join(each.text for each in docx.Document(str(folder / "default.docx")).paragraphs)
    for text in (word, *((folder / f"default.{form}").read_text() for form in ("md", "txt"))):
        assert "Doe, J. (n.d.)" in text
        assert text.count("https://example.org/a") == 1
        assert "Jane Doe" not in text
