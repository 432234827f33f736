"""From files to text: every format, every limit, every way a file can be wrong."""

import io
import os
import zipfile
import zlib
from pathlib import Path

import docx
import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.sources import extracted as extracted_module
from briefgen.sources import extraction
from briefgen.sources.extracted import Extracted, SourceFault
from briefgen.sources.extraction import (
    MOST_GUESSES,
    SUFFIXES,
    Beside,
    extract,
    extract_bytes,
    load,
    locate,
    plain_file,
)


def make_pdf(*pages: str, encryption: pikepdf.Encryption | bool = False) -> bytes:
    """A PDF with one line of text a page."""
    pdf = pikepdf.new()
    font = pdf.make_indirect(
        pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
    )
    for text in pages:
        page = pdf.add_blank_page(page_size=(300, 300))
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        page.Contents = pdf.make_stream(f"BT /F1 12 Tf 20 200 Td ({text}) Tj ET".encode("latin-1"))
    out = io.BytesIO()
    pdf.save(out, encryption=encryption)
    return out.getvalue()


def make_docx(document: "docx.document.Document") -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def text_of(data: bytes, suffix: str) -> str:
    extracted = extract_bytes(data, suffix)
    assert isinstance(extracted, Extracted), extracted
    return extracted.text


def fault_of(data: bytes, suffix: str) -> SourceFault:
    fault = extract_bytes(data, suffix)
    assert isinstance(fault, SourceFault)
    assert fault.help
    return fault


@given(
    st.text(st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\ufeff"), min_size=1).map(
        lambda text: "x" + text
    )
)
def test_txt_is_kept_character_for_character(text: str) -> None:
    assert text_of(text.encode(), ".txt") == text


def test_line_ends_become_one_character() -> None:
    assert text_of(b"a\r\nb\rc\nd", ".txt") == "a\nb\nc\nd"


MARKDOWN = """\
---
title: T
---
# Head *line*

One
two `code` [link](http://x.y "t") ~~gone~~ <!-- c --> <span hidden>no</span> caf&eacute; ![alt](p.png)

- a
  - b

| a | b |
|---|---|
| 1 | 2 |

> "quoted" -- ...

```py
x  =  1
```
"""


def test_markdown_is_taken_without_its_markup() -> None:
    text = text_of(MARKDOWN.encode(), ".md")
    assert text.startswith("Head line\n\nOne two code link")
    assert "café" in text
    assert "1\t2" in text
    assert '"quoted" -- ...' in text
    assert text.endswith("x  =  1\n")
    for dropped in ("gone", "no ", "alt", "http", "title", "*", "`", "#"):
        assert dropped not in text


def test_pdf_is_read_by_page() -> None:
    extracted = extract_bytes(make_pdf("First page", "", "Third page"), ".pdf")
    assert isinstance(extracted, Extracted)
    assert extracted.text == "First page\n\nThird page"
    assert extracted.page_starts == (0, 11, 12)
    assert [extracted.page_of(offset) for offset in (0, 9, 12, 21)] == [1, 1, 3, 3]


@pytest.mark.parametrize("name", ["truncated", "garbage", "empty", "password", "scan", "no pdf"])
def test_pdf_that_cannot_be_read(name: str) -> None:
    whole = make_pdf("Some text")
    data = {
        "truncated": whole[:150],
        "garbage": b"%PDF-1.7\n" + os.urandom(300).replace(b"\0", b"1"),
        "empty": b"",
        "password": make_pdf("Some text", encryption=pikepdf.Encryption(owner="a", user="b")),
        "scan": make_pdf(""),
        "no pdf": b"plain text",
    }[name]
    fault = fault_of(data, ".pdf")
    words = {"password": "password", "scan": "no text"}.get(name, "damaged")
    assert words in fault.message


def test_pdf_with_an_owner_password_only_is_read() -> None:
    assert (
        text_of(make_pdf("Some text", encryption=pikepdf.Encryption(owner="a", user="")), ".pdf")
        == "Some text"
    )


def test_pdf_bomb_is_stopped_in_its_own_process() -> None:
    packer, operators = zlib.compressobj(9), b"q " * 500_000
    once = b"".join(packer.compress(operators) for _ in range(60)) + packer.flush()
    pdf = pikepdf.new()
    stream = pdf.make_stream(b"")
    stream.write(zlib.compress(once, 9), filter=pikepdf.Array([pikepdf.Name.FlateDecode] * 2))
    pdf.add_blank_page().Contents = stream
    out = io.BytesIO()
    pdf.save(out)
    assert len(out.getvalue()) < 100_000
    assert "memory" in fault_of(out.getvalue(), ".pdf").message


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


def test_binary_named_txt_is_refused_with_its_kind() -> None:
    fault = fault_of(make_pdf("x"), ".txt")
    assert "PDF" in fault.message
    assert ".pdf" in fault.help


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html"])
def test_a_file_without_text_is_no_source(suffix: str) -> None:
    assert "no text" in fault_of(b" \n\n", suffix).message


@pytest.mark.parametrize("suffix", [".doc", "", ".exe", ".xlsx"])
def test_other_formats_are_named(suffix: str) -> None:
    assert ".docx" in fault_of(b"text", suffix).help
    assert suffix not in SUFFIXES


def test_suffixes_are_blind_to_case() -> None:
    assert text_of(b"abc", ".TXT") == "abc"


def test_files_that_are_none(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "folder.txt").mkdir()
    rules = {
        name: getattr(extract(tmp_path / name), "rule", None)
        for name in ("pipe.txt", "folder.txt", "none.txt")
    }
    assert rules == {
        "pipe.txt": "source-unreadable",
        "folder.txt": "source-unreadable",
        "none.txt": "source-missing",
    }


def test_large_files_are_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "large.txt").write_bytes(b"x" * 1001)
    monkeypatch.setattr(extraction, "MAX_BYTES", 1000)
    fault = load(tmp_path / "large.txt")
    assert isinstance(fault, SourceFault)
    assert "larger than" in fault.message


def test_long_texts_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extraction, "MAX_CHARACTERS", 1000)
    assert "characters" in fault_of(b"x" * 1001, ".txt").message
    assert extracted_module.MAX_CHARACTERS > 1000


@pytest.fixture
def seeds(tmp_path: Path) -> Path:
    folder = tmp_path / "seeds"
    (folder / "sub").mkdir(parents=True)
    for path in (folder / "a.txt", folder / "sub" / "b.txt", tmp_path / "outside.txt"):
        path.write_text("text")
    (folder / "good-link.txt").symlink_to("sub/b.txt")
    (folder / "bad-link.txt").symlink_to("../outside.txt")
    (folder / "bad-folder").symlink_to("..")
    (folder / "loop.txt").symlink_to("loop.txt")
    return folder


@pytest.mark.parametrize("file", ["a.txt", "sub/b.txt", "good-link.txt", "./a.txt", "sub/../a.txt"])
def test_files_below_the_register(seeds: Path, file: str) -> None:
    assert isinstance(locate(seeds, file), Path)


@pytest.mark.parametrize(
    "file",
    [
        "../outside.txt",
        "bad-link.txt",
        "bad-folder/outside.txt",
        "/etc/passwd",
        "a\0.txt",
        ".",
        "loop.txt",
        "sub/../../outside.txt",
    ],
)
def test_files_outside_are_refused(seeds: Path, file: str) -> None:
    found = locate(seeds, file)
    assert isinstance(found, SourceFault)
    assert found.rule == "invalid-value" or (file == "loop.txt" and found.rule == "source-missing")


@pytest.mark.parametrize(
    "file",
    [
        "a.txt",
        "sub/b.txt",
        "good-link.txt",
        "bad-link.txt",
        "loop.txt",
        "none.txt",
        ".",
        "sub",
        "a\0.txt",
        "",
    ],
)
def test_the_short_way_to_a_plain_file_leads_to_the_same_file(seeds: Path, file: str) -> None:
    plain = plain_file(str(seeds), file)
    assert plain is None if file != "a.txt" else plain == str(locate(seeds, file))


def test_a_missing_file(seeds: Path) -> None:
    assert getattr(locate(seeds, "none.txt"), "rule", None) == "source-missing"


def test_a_file_that_is_not_there_names_the_one_that_was_meant(tmp_path: Path) -> None:
    (tmp_path / "notice.txt").write_text("x")
    beside = Beside(tmp_path)
    helps = [beside.instead(file) for file in ("seeds/notice.txt", "notices.txt", "zzz.pdf")]
    assert helps[0].startswith("write `file: notice.txt`")
    assert helps[1:] == ["did you mean notice.txt?", "restore the file, or correct `file:`"]


def test_a_link_to_itself_hides_no_file_that_was_meant(tmp_path: Path) -> None:
    (tmp_path / "notice.txt").write_text("x")
    (tmp_path / "loop").symlink_to("loop")
    assert Beside(tmp_path).instead("notices.txt") == "did you mean notice.txt?"


def test_the_files_that_were_meant_are_looked_for_once_and_for_few(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "notice.txt").write_text("x")
    beside = Beside(tmp_path)
    guesses = [beside.instead(f"notice{number}.txt") for number in range(MOST_GUESSES + 2)]
    assert len(set(guesses[:MOST_GUESSES])) == 1
    assert guesses[0] == "did you mean notice.txt?"
    assert guesses[MOST_GUESSES:] == ["restore the file, or correct `file:`"] * 2
    monkeypatch.setattr(os, "scandir", None)
    assert beside.instead("seeds/notice.txt").startswith("write `file: notice.txt`")


def test_a_name_that_no_file_can_have_is_a_fault(tmp_path: Path) -> None:
    fault = locate(tmp_path, "x" * 300 + ".txt")
    assert isinstance(fault, SourceFault)
    assert fault.rule == "source-missing"
    (tmp_path / "a.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    assert isinstance(locate(tmp_path, "a.txt"), SourceFault)
    assert "circle" in fault_at(tmp_path / "a.txt").message
    assert "folder" in fault_at(tmp_path).message


def fault_at(path: Path) -> SourceFault:
    data = load(path)
    assert isinstance(data, SourceFault)
    return data


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


def test_markdown_that_may_make_much_work_is_read_in_the_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    from briefgen.sources import markdown as reader

    here = extract_bytes(b"# Quay\n\n*closed*\n\n|a|b|\n|-|-|\n|1|2|\n", ".md")
    monkeypatch.setattr(reader, "TAME", 1)
    monkeypatch.setattr(reader, "read_here", lambda _: None)
    assert extract_bytes(b"# Quay\n\n*closed*\n\n|a|b|\n|-|-|\n|1|2|\n", ".md") == here


@pytest.mark.parametrize(
    ("data", "suffix", "message", "remedy"),
    [
        (b"<!DOCTYPE html><p>Log in", ".pdf", "it is a web page, and named .pdf", "name it .html"),
        (b"<html><body>x", ".docx", "it is a web page, and named .docx", "name it .html"),
        (make_pdf("x"), ".DOCX", "it is a PDF, and named .docx", "name it .pdf"),
        (b"{\\rtf1 x}", ".docx", "it is an RTF document, and named .docx", "export it"),
        (make_docx(docx.Document()), ".pdf", "it is a ZIP archive (DOCX, ODT, EPUB …), and named .pdf", "name it .docx"),
    ],
)  # fmt: skip
def test_a_document_by_the_name_of_another_format_is_told_as_such(
    data: bytes, suffix: str, message: str, remedy: str
) -> None:
    fault = fault_of(data, suffix)
    assert fault.message == message
    assert remedy in fault.help


@pytest.mark.parametrize("name", ["_rels/.rels", "word/_rels/document.xml.rels"])
def test_a_docx_with_a_relation_to_nothing_is_damaged(name: str) -> None:
    whole, broken = io.BytesIO(make_docx(docx.Document())), io.BytesIO()
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(broken, "w") as new:
        for part in old.namelist():
            data = old.read(part)
            new.writestr(part, data.replace(b" Target=", b" Tarmac=") if part == name else data)
    assert "damaged" in fault_of(broken.getvalue(), ".docx").message
