"""The text of DOCX files: order, tracked changes, raised figures, boxes, symbols; damaged and large ones."""

import io
import zipfile

import docx
import pytest

from briefgen.sources.extraction import extract_bytes
from tests.sources.documents import fault_of, make_docx, text_of


def test_docx_paragraphs_tables_and_notes_in_order() -> None:
    document = docx.Document()
    document.add_heading("Head", 1)
    paragraph = document.add_paragraph("One ")
    paragraph.add_run("struck").font.strike = True
    paragraph.add_run("hidden").font.hidden = True
    paragraph.add_run("two\tthree")
    table = document.add_table(2, 2)
    for cell, text in zip([cell for row in table.rows for cell in row.cells], "abcd", strict=True):
        cell.text = text
    document.add_paragraph("End")
    assert text_of(make_docx(document), ".docx") == "Head\nOne two\tthree\na\tb\nc\td\nEnd"


def test_docx_tracked_changes_read_as_accepted() -> None:
    from docx.oxml import parse_xml

    document = docx.Document()
    paragraph = document.add_paragraph("The quay is ")
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    paragraph._p.append(parse_xml(f"<w:del {space}><w:r><w:delText>open</w:delText></w:r></w:del>"))
    paragraph._p.append(
        parse_xml(f"<w:ins {space}><w:r><w:t>closed</w:t><w:noBreakHyphen/><w:t>off</w:t></w:r></w:ins>")
    )
    assert text_of(make_docx(document), ".docx") == "The quay is closed\u2011off"


def zipped(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return out.getvalue()


RUN = "<w:r>{0}<w:t>{1}</w:t></w:r>"


RAISED = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'


DELETED = '<w:tcPr><w:cellDel w:id="1"/></w:tcPr>'


CELL = "<w:tc>{0}<w:p><w:r><w:t>{1}</w:t></w:r></w:p></w:tc>"


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        (
            f"<w:p>{RUN.format('', '2,500')}{RUN.format(RAISED, '3')}</w:p>",
            "2,500³",
        ),
        (
            "<w:tbl><w:tr><w:trPr><w:del w:id='1'/></w:trPr>"
            f"{CELL.format('', 'gone')}</w:tr><w:tr>{CELL.format('', 'a')}</w:tr></w:tbl>",
            "a",
        ),
        (
            f"<w:tbl><w:tr><w:sdt><w:sdtContent>{CELL.format('', 'a')}</w:sdtContent></w:sdt>{CELL.format('', 'b')}"
            f"{CELL.format(DELETED, 'gone')}</w:tr></w:tbl>",
            "a\tb",
        ),
    ],
)
def test_docx_raised_figures_and_cells_that_are_controls_or_deleted(xml: str, text: str) -> None:
    from docx.oxml import parse_xml

    word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    document = docx.Document()
    for number, element in enumerate(parse_xml(f"<w:root {word}>{xml}</w:root>").getchildren()):
        document.element.body.insert(number, element)
    assert text_of(make_docx(document), ".docx") == text


@pytest.mark.parametrize("name", ["bomb", "no docx", "truncated", "old", "empty", "entities"])
def test_docx_that_cannot_be_read(name: str) -> None:
    whole = make_docx(docx.Document())
    entities = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><x>&b;</x>'
    data = {
        "bomb": zipped(word__document_xml=b"<w>" + b" " * 60_000_000 + b"</w>"),
        "no docx": zipped(hello=b"x"),
        "truncated": whole[: len(whole) // 2],
        "old": b"\xd0\xcf\x11\xe0" + b"\0" * 600,
        "empty": b"",
        "entities": zipped(**{"[Content_Types]_xml": entities, "word__document_xml": entities}),
    }[name]
    fault_of(data, ".docx")


@pytest.mark.parametrize("part", ["body", "root", "notes", "deflated", "method"])
def test_a_docx_that_is_damaged_anywhere_is_a_fault(part: str) -> None:
    document = docx.Document()
    document.add_paragraph("The quay is closed. " * 50)
    whole = make_docx(document)
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    data = {
        "body": lambda: repacked(whole, "word/document.xml", f'<w:document xmlns:w="{word}"/>'.encode()),
        "root": lambda: repacked(whole, "word/document.xml", b"<x/>"),
        "notes": lambda: with_notes(b"<w:footnotes"),
        "deflated": lambda: overwritten(whole, "word/document.xml", 60, b"\xff" * 40),
        "method": lambda: whole.replace(b"PK\x01\x02\x14\x03\x14\x00\x00\x00\x08\x00", b"PK\x01\x02\x14\x03\x14\x00\x00\x00\x63\x00"),
    }[part]()  # fmt: skip
    assert "damaged" in fault_of(data, ".docx").message


def with_notes(content: bytes) -> bytes:
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    document = docx.Document()
    name, kind = PackURI("/word/footnotes.xml"), CONTENT_TYPE.WML_FOOTNOTES
    document.part.relate_to(Part(name, kind, content, document.part.package), RELATIONSHIP_TYPE.FOOTNOTES)
    return make_docx(document)


def repacked(data: bytes, name: str, content: bytes) -> bytes:
    """A package with other content in one of its parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for each in old.namelist():
            new.writestr(each, content if each == name else old.read(each))
    return out.getvalue()


def overwritten(data: bytes, name: str, offset: int, content: bytes) -> bytes:
    """A package with damage in the compressed bytes of a part."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        start = package.getinfo(name).header_offset + 30 + len(name) + offset
    return data[:start] + content + data[start + len(content) :]


def test_the_text_box_of_a_paragraph_stands_below_it() -> None:
    box = "<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>Box, 1</w:t></w:r></w:p><w:tbl><w:tr>{}{}</w:tr></w:tbl></w:txbxContent></w:pict></w:r>"
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    words = "<w:r><w:t>{}</w:t></w:r>"
    xml = f"<w:p>{words.format('The quay ')}{box.format(cell.format('a'), cell.format('b'))}{words.format('is closed.')}</w:p>"
    assert text_of(docx_of(xml), ".docx") == "The quay is closed.\nBox, 1\na\tb"


@pytest.mark.parametrize(
    ("symbol", "text"),
    [
        ("<w:sym w:font='Symbol' w:char='F02D'/>", "−5"), ("<w:sym w:font='Symbol' w:char='F0B1'/>", "±5"), ("<w:sym w:font='Symbol' w:char='F0A3'/>", "≤5"),
        ("<w:sym w:font='Wingdings' w:char='F0FC'/>", "\uf0fc5"), ("<w:sym w:font='Arial' w:char='20AC'/>", "€5"), ("<w:sym/>", "\ufffd5"), ("<w:ptab/>", "\t5"),
    ],
)  # fmt: skip
def test_a_symbol_of_a_docx_is_not_lost(symbol: str, text: str) -> None:
    """A figure without its sign would be another figure."""
    assert text_of(docx_of(f"<w:p><w:r>{symbol}<w:t>5</w:t></w:r></w:p>"), ".docx") == text


def docx_of(xml: str) -> bytes:
    from docx.oxml import parse_xml

    document = docx.Document()
    word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    for number, element in enumerate(parse_xml(f"<w:root {word}>{xml}</w:root>").getchildren()):
        document.element.body.insert(number, element)
    return make_docx(document)


def test_raised_note_numbers_and_exponents_join_no_figure() -> None:
    raised = [
        f"<w:r><w:t>{figure}</w:t></w:r>" + RUN.format(RAISED, mark)
        for figure, mark in (("25", "1,2"), (" 10", "-3"))
    ]
    assert text_of(docx_of(f"<w:p>{''.join(raised)}</w:p>"), ".docx") == "25¹,² 10⁻³"


def test_a_large_docx_is_read_in_the_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    from briefgen.sources import docx as reader

    document = docx.Document()
    document.add_paragraph("The quay is closed.")
    here = extract_bytes(make_docx(document), ".docx")
    monkeypatch.setattr(reader, "TAME", 10)
    monkeypatch.setattr(reader, "read_here", lambda _: None)
    assert extract_bytes(make_docx(document), ".docx") == here


def test_a_docx_for_which_the_memory_does_not_suffice_is_not_called_damaged(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from lxml.etree import XMLSyntaxError

    from briefgen.sources.docx import open_package

    def too_much(_: object) -> None:
        raise XMLSyntaxError("unknown error", 2, 0, 0)

    whole = make_docx(docx.Document())
    monkeypatch.setattr(docx, "Document", too_much)
    with pytest.raises(MemoryError):
        open_package(whole)


@pytest.mark.parametrize("name", ["_rels/.rels", "word/_rels/document.xml.rels"])
def test_a_docx_with_a_relation_to_nothing_is_damaged(name: str) -> None:
    whole, broken = io.BytesIO(make_docx(docx.Document())), io.BytesIO()
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(broken, "w") as new:
        for part in old.namelist():
            data = old.read(part)
            new.writestr(part, data.replace(b" Target=", b" Tarmac=") if part == name else data)
    assert "damaged" in fault_of(broken.getvalue(), ".docx").message
