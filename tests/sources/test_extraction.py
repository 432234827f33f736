"""From files to text: every format, every limit, every way a file can be wrong."""

import io
import os
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
from briefgen.sources.extraction import SUFFIXES, extract, extract_bytes, load
from tests.sources.documents import fault_of, make_docx, make_pdf, text_of


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
