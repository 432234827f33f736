"""What documents say of themselves; nothing is guessed."""

import io
import re
import zipfile

import docx
import pikepdf
import pytest
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st

from briefgen.documents.reading import load
from briefgen.sources.metadata import read_metadata
from briefgen.sources.metadata_fields import Metadata, as_date, as_language, as_names, as_title, cleaned
from briefgen.sources.register import appended


def html(head: str, body: str = "<p>text") -> Metadata:
    return read_metadata(
        f"<!DOCTYPE html><html lang=fr><meta charset=utf-8>{head}<body>{body}".encode(), ".html"
    )


def test_html_meta_elements() -> None:
    head = """<title>Foo | Site</title><meta property="og:title" content="Foo &amp; bar">
        <meta name=citation_author content="Doe, Jane"><meta name=citation_author content="Jo van der Roe">
        <meta name=citation_publication_date content="2024/9/27"><meta property=og:site_name content="The Site">"""
    assert html(head) == Metadata(
        "Foo & bar",
        ({"family": "Doe", "given": "Jane"}, {"literal": "Jo van der Roe"}),
        "2024-09-27",
        "The Site",
        "fr",
    )


def test_html_linked_data() -> None:
    data = """{"@graph": [{"@type": "Organization", "name": "x"}, {"@type": ["NewsArticle"], "headline": "Head", "author": [{"name": "Jane Doe"}],
        "publisher": {"name": "Press"}, "datePublished": "2024-09-27T10:00:00Z"}]}"""
    assert html(f'<script type="application/ld+json">{data}</script>') == Metadata(
        "Head", ({"literal": "Jane Doe"},), "2024-09-27", "Press", "fr"
    )


def linked(data: str, head: str = "") -> Metadata:
    return html(f'{head}<script type="application/ld+json">{data}</script>')


def test_html_linked_data_that_refers_to_itself() -> None:
    data = """{"@graph": [{"@type": "WebPage", "name": "x", "datePublished": "2024-09-30"},
        {"@type": "ReportageNewsArticle", "headline": "UN&#8217;s plan", "author": [{"@id": "#a"}], "publisher": {"@id": "#p"}, "datePublished": "2024-09-27"},
        {"@type": "Person", "@id": "#a", "name": "Jane Doe"}, {"@type": "Organization", "@id": "#p", "name": "Press"}]}"""
    assert linked(data) == Metadata("UN’s plan", ({"literal": "Jane Doe"},), "2024-09-27", "Press", "fr")
    assert linked('[{"@id": "#a", "@type": "Article", "author": {"@id": "#a"}}]') == Metadata(language="fr")


def test_html_authors_one_by_one_go_before_a_line_of_them() -> None:
    line = '<meta name=author content="Jane Doe, Richard Roe">'
    data = '{"@type": "Article", "author": [{"name": "Jane Doe"}, {"name": "Richard Roe"}]}'
    assert linked(data, line).author == ({"literal": "Jane Doe"}, {"literal": "Richard Roe"})
    assert html(line).author == ({"literal": "Jane Doe, Richard Roe"},)
    assert html('<meta name=author content="By Jane Doe">').author == ({"literal": "Jane Doe"},)


def test_language_of_xhtml() -> None:
    page = b'<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="de"><body><p>Text'
    assert read_metadata(page, ".html").language == "de"


@pytest.mark.parametrize(
    "data",
    [
        "[",
        '{"@graph": 1}',
        '{"@type": {}}',
        "[[[]]]",
        '{"@type": "Article", "author": {"name": 3}}',
        "1" + "[" * 99_999,
    ],
)
def test_broken_linked_data_says_nothing(data: str) -> None:
    assert html(f'<script type="application/ld+json">{data}</script>') == Metadata(language="fr")


def test_html_without_metadata_has_its_headline_or_nothing() -> None:
    assert html("", "<h1>The <b>head</b></h1>").title == "The head"
    assert read_metadata(b"<p>text", ".html") == Metadata()
    assert html('<meta name="author" content="https://example.org/jane">').author == ()


def test_pdf() -> None:
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.docinfo["/Title"] = "A report"
    pdf.docinfo["/Author"] = "Jane Doe; Roe, Richard"
    pdf.docinfo["/CreationDate"] = "D:20240927100000Z"
    pdf.Root.Lang = "en-GB"
    out = io.BytesIO()
    pdf.save(out)
    stated = read_metadata(out.getvalue(), ".pdf")
    assert stated == Metadata(
        "A report", ({"literal": "Jane Doe"}, {"family": "Roe", "given": "Richard"}), None, None, "en-GB"
    )
    assert read_metadata(b"%PDF-1.4 broken", ".pdf") == Metadata()


def pdf_with(xmp: dict[str, object], info: dict[str, str]) -> bytes:
    pdf = pikepdf.new()
    pdf.add_blank_page()
    for name, value in info.items():
        pdf.docinfo[name] = pikepdf.String(value)
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata.register_xml_namespace("http://prismstandard.org/namespaces/basic/2.0/", "prism")
        for field, stated in xmp.items():
            metadata[field] = stated
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def test_pdf_whose_statements_are_in_xmp() -> None:
    xmp: dict[str, object] = {
        "dc:title": "The report",
        "dc:creator": ["Jane Doe", "Ministry of Defence, Iraq"],
        "dc:publisher": {"United Nations"},
        "dc:language": {"fr"},
        "prism:publicationDate": "2024-09-27T10:00:00Z",
        "xmp:CreateDate": "2020-01-01T00:00:00Z",
    }
    stated = read_metadata(pdf_with(xmp, {"/Title": "draft_3", "/Author": "user"}), ".pdf")
    assert stated == Metadata(
        "The report",
        ({"literal": "Jane Doe"}, {"literal": "Ministry of Defence, Iraq"}),
        "2024-09-27",
        "United Nations",
        "fr",
    )


def test_pdf_whose_xmp_says_little() -> None:
    stated = read_metadata(
        pdf_with({"dc:title": "Microsoft Word - a.docx"}, {"/Title": "The report", "/Author": "Jane Doe"}),
        ".pdf",
    )
    assert stated == Metadata("The report", ({"literal": "Jane Doe"},))
    pdf = pikepdf.open(io.BytesIO(pdf_with({}, {"/Title": "The report"})))
    pdf.Root.Metadata = pdf.make_stream(b"<<<x", Type=pikepdf.Name.Metadata, Subtype=pikepdf.Name.XML)
    out = io.BytesIO()
    pdf.save(out)
    assert read_metadata(out.getvalue(), ".pdf").title == "The report"


def test_docx() -> None:
    document = docx.Document()
    document.core_properties.title = "A report"
    document.core_properties.author = "Jane Doe"
    document.core_properties.language = "de_DE"
    out = io.BytesIO()
    document.save(out)
    assert read_metadata(out.getvalue(), ".docx") == Metadata(
        "A report", ({"literal": "Jane Doe"},), None, None, "de-DE"
    )
    empty = io.BytesIO()
    docx.Document().save(empty)
    assert read_metadata(empty.getvalue(), ".docx").author == ()
    assert read_metadata(b"PK broken", ".docx") == Metadata()


@pytest.mark.parametrize(
    ("paragraphs", "title"),
    [
        ([("Normal", "Ministry"), ("Heading 1", "Summary"), ("Title", "The report")], "The report"),
        ([("Normal", "Ministry"), ("Heading 1", " "), ("Heading 1", "Summary")], "Summary"),
        ([("Heading 1", "Introduction"), ("Heading 1", "Findings")], None),
        ([("Normal", "Ministry"), ("Heading 2", "Part")], None),
    ],
)
def test_a_docx_without_a_title_has_that_of_its_style(
    paragraphs: list[tuple[str, str]], title: str | None
) -> None:
    document = docx.Document()
    for style, text in paragraphs:
        document.add_paragraph(text, style)
    # Programs in other languages call the styles otherwise, and name them the same.
    for element in document.styles.element.iter("{*}style"):
        name = element.get(qn("w:styleId"))
        element.set(qn("w:styleId"), f"x{name}")
    for element in document.element.body.iter("{*}pStyle"):
        element.set(qn("w:val"), f"x{element.get(qn('w:val'))}")
    out = io.BytesIO()
    document.save(out)
    assert read_metadata(out.getvalue(), ".docx").title == title
    document.core_properties.title = "Stated"
    out = io.BytesIO()
    document.save(out)
    assert read_metadata(out.getvalue(), ".docx").title == "Stated"


def test_a_docx_without_properties_has_no_title() -> None:
    whole = io.BytesIO()
    docx.Document().save(whole)
    bare = io.BytesIO()
    with zipfile.ZipFile(whole) as parts, zipfile.ZipFile(bare, "w") as kept:
        for name in parts.namelist():
            if "docProps" not in name:
                data = parts.read(name)
                if name == "_rels/.rels":
                    data = re.sub(rb"<Relationship [^>]*docProps[^>]*/>", b"", data)
                kept.writestr(name, data)
    assert read_metadata(bare.getvalue(), ".docx") == Metadata()


def test_properties_of_a_docx_that_are_none_say_nothing() -> None:
    out = io.BytesIO()
    docx.Document().save(out)
    strange = io.BytesIO()
    with zipfile.ZipFile(out) as old, zipfile.ZipFile(strange, "w") as new:
        for name in old.namelist():
            new.writestr(name, b"<x/>" if name == "docProps/core.xml" else old.read(name))
    assert read_metadata(strange.getvalue(), ".docx") == Metadata()


def test_properties_of_a_docx_whose_type_nobody_declares_say_nothing() -> None:
    out = io.BytesIO()
    docx.Document().save(out)
    untyped = io.BytesIO()
    with zipfile.ZipFile(out) as old, zipfile.ZipFile(untyped, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, re.sub(rb"<Override [^>]*core\.xml[^>]*/>", b"", data))
    assert read_metadata(untyped.getvalue(), ".docx") == Metadata()


def test_properties_that_a_docx_has_twice_say_nothing() -> None:
    out = io.BytesIO()
    docx.Document().save(out)
    twice = io.BytesIO()
    with zipfile.ZipFile(out) as old, zipfile.ZipFile(twice, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "_rels/.rels":
                again = re.search(rb"<Relationship [^>]*docProps/core[^>]*/>", data)
                assert again is not None
                data = data.replace(again[0], again[0] + re.sub(rb'Id="', b'Id="again', again[0]))
            new.writestr(name, data)
    assert read_metadata(twice.getvalue(), ".docx") == Metadata()


def test_markdown() -> None:
    text = b"---\ntitle: The report\nauthor: [Ann Lee, Bo Roe]\ndate: 2024-03\nlang: en\n---\n# Head\n"
    assert read_metadata(text, ".md") == Metadata(
        "The report", ({"literal": "Ann Lee"}, {"literal": "Bo Roe"}), "2024-03", None, "en"
    )
    assert read_metadata(b"# Head\n", ".md").title == "Head"
    assert read_metadata(b"```\n# no\n```\n\n# The *big* [report](x) #\n", ".md").title == "The big report"
    assert read_metadata(b"Text\n\nThe report\n==========\n\nMore", ".md").title == "The report"
    assert read_metadata(b"    # code\n\n#hash\n\nText", ".md").title is None
    assert read_metadata(b"---\n[\n---\nx", ".md") == Metadata()


@pytest.mark.parametrize(
    "first", ["<?xml version='1.0'?>", '{"rows": [1, 2]}', '[{"id": 1}]', "@misc{a, title={T}}", "TY  - RPRT"]
)
def test_what_programs_write_is_no_heading(first: str) -> None:
    assert read_metadata(first.encode() + b"\nmore\n", ".txt") == Metadata()


def test_plain_text_says_nothing_but_its_heading() -> None:
    assert read_metadata(b"Notice of the port\n\nIt closes.", ".txt") == Metadata("Notice of the port")
    assert read_metadata(b"It closes.\n", ".txt") == Metadata()
    assert read_metadata(b"", ".txt") == Metadata()


@pytest.mark.parametrize(
    "text",
    ["Microsoft Word - draft.doc", "untitled", "report.pdf", "Untitled document", "x", "", " \n", None, 3],
)
def test_what_is_no_title(text: object) -> None:
    assert as_title(text) is None


@pytest.mark.parametrize(
    ("text", "date"),
    [("2024-09-27T10:00:00+02:00", "2024-09-27"), ("2024/9/7", "2024-09-07"), ("2024", "2024"), ("2024-09", "2024-09"), ("20240927", "2024-09-27"),
     ("2024-13-01", None), ("2024-02-30", None), ("27.09.2024", None), ("09/10/2024", None), ("Sept 2024", None), ("20245", None), ("", None),
     ("2024-09~", "2024-09~"), ("2024-09-27/2024-10-02", "2024-09-27/2024-10-02"), ("1950?", "1950?")],
)  # fmt: skip
def test_dates_that_can_be_read_one_way_only(text: str, date: str | None) -> None:
    assert as_date(text) == date


def test_languages_and_names() -> None:
    assert [as_language(text) for text in ("en", "en_GB", "zh-Hant-TW", "english", "", None)] == [
        "en",
        "en-GB",
        "zh-Hant-TW",
        None,
        None,
        None,
    ]
    assert as_names(["van der Berg, Jan; Doe, Jane van"]) == (
        {"family": "van der Berg", "given": "Jan"},
        {"family": "Doe", "given": "Jane van"},
    )
    # A family name and a given one, or two people, or an office and its country: to split it would be a guess.
    for unsure in (
        "Jane Doe, John Roe",
        "Ministry of Defence, Iraq",
        "Iraq, Ministry of Defence",
        "Doe, J, R",
    ):
        assert as_names([unsure]) == ({"literal": unsure},)
    assert as_names(["United Nations,", ", ", "by  Ann Lee"]) == (
        {"literal": "United Nations"},
        {"literal": "Ann Lee"},
    )
    assert as_names(["Doe, Jane; Doe, Jane", None, " "]) == ({"family": "Doe", "given": "Jane"},)


@given(st.text(st.characters()))
def test_cleaned_text_is_one_line_that_a_register_can_hold(text: str) -> None:
    line = cleaned(text)
    assert line is None or (line == line.strip() and "\n" not in line)
    if line is not None:
        written = appended(b"", [{"id": "a", "title": line}])
        assert isinstance(written, bytes)
        assert load(written, "").data == {"sources": [{"id": "a", "title": line}]}


def test_a_heading_without_end_is_gone_through_once() -> None:
    assert read_metadata(b"# " + b"# " * 30_000 + b"x", ".md").title is not None
    assert read_metadata(b"text\n\n#  The quay  ##\n", ".md").title == "The quay"


def test_a_large_docx_is_looked_into_by_the_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    from briefgen.sources import docx_metadata

    document = docx.Document()
    document.add_paragraph("Report on the quay", style="Title")
    out = io.BytesIO()
    document.save(out)
    here = read_metadata(out.getvalue(), ".docx")
    monkeypatch.setattr(docx_metadata, "TAME", 0)
    monkeypatch.setattr(docx_metadata, "open_package", None)
    assert read_metadata(out.getvalue(), ".docx") == here
    assert here.title == "Report on the quay"
