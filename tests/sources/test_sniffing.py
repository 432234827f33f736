"""Types by content: servers lie."""

import gzip

import pytest

from briefgen.sources.extracted import SourceFault
from briefgen.sources.sniffing import contradicts, name_from, suffix_of

HTML = b"<!DOCTYPE html><p>text"


@pytest.mark.parametrize(
    ("data", "content_type", "url", "suffix"),
    [
        (b"%PDF-1.7\n", "text/html", "http://x/a.html", ".pdf"),
        (HTML, "application/pdf", "http://x/a.pdf", ".html"),
        (HTML, "text/plain", "http://x/a.txt", ".html"),
        (b"<p>fragment", "", "http://x/", ".html"),
        (b"plain words", "text/html", "http://x/", ".html"),
        (b"plain words", "application/octet-stream", "http://x/a", ".txt"),
        (b"# Head", "text/plain", "http://x/a.md", ".md"),
        (b"# Head", "text/markdown", "http://x/a", ".md"),
        (b"PK\x03\x04....word/document.xml", "text/html", "http://x/", ".docx"),
    ],
)
def test_content_decides(data: bytes, content_type: str, url: str, suffix: str) -> None:
    assert suffix_of(data, content_type, url) == suffix


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n\0", gzip.compress(b"x", mtime=0), b"PK\x03\x04....mimetype", b"\0\1\2"]
)
def test_other_content_is_refused_whatever_its_type(data: bytes) -> None:
    assert isinstance(suffix_of(data, "text/plain", "http://x/a.txt"), SourceFault)


@pytest.mark.parametrize(
    ("data", "suffix", "charset", "sure"),
    [
        ("мир".encode("cp1251"), ".txt", "koi8-r", False),
        ("où ça".encode("cp1252"), ".html", "windows-1252", False),
        (
            "Министр заявил, что миссия коалиции завершится к сентябрю 2025 года.".encode("cp1251"),
            ".html",
            "windows-1251",
            True,
        ),
        ("<meta charset=windows-1252>où".encode("cp1252"), ".html", "utf-8", True),
        ("où".encode(), ".html", "iso-8859-1", True),
        (b"plain", ".txt", "iso-8859-1", True),
        (b"%PDF", ".pdf", "utf-8", True),
        ("où".encode("cp1252"), ".html", None, True),
    ],
)
def test_what_only_the_server_knows_is_refused(
    data: bytes, suffix: str, charset: str | None, sure: bool
) -> None:
    assert (contradicts(data, suffix, charset) is None) is sure


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://example.org/a/report.html?x=1", "report.pdf"),
        ("https://example.org/", "example.org.pdf"),
        ("https://example.org/a%20b/v1.2", "v1.2.pdf"),
        ("https://example.org/index.php", "index.pdf"),
    ],
)
def test_names_from_addresses(url: str, name: str) -> None:
    assert name_from(url, ".pdf") == name


def test_many_comments_before_a_page_are_gone_through_once() -> None:
    assert suffix_of(b"<!-- a --> " * 60 + b"<html>", "", "https://example.org/") == ".html"
    assert suffix_of(b"<!---->" * 500 + b"x", "", "https://example.org/") == ".txt"
