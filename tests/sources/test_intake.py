"""What an intake decides: ids, names, entries; and that it writes nothing itself."""

from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.documents.reading import load
from briefgen.models.sources import SourceRecord
from briefgen.sources.extracted import SourceFault
from briefgen.sources.intake import Document, Intake, Shelf, free_name, safe_name, slug, take_in, unique

SHELF = Shelf(Path("seeds"), b"", frozenset({"taken"}), {}, frozenset({"Report.TXT"}))


def taken(document: Document, shelf: Shelf = SHELF) -> Intake:
    result = take_in(document, shelf)
    assert isinstance(result, Intake), result
    return result


def test_a_page_is_registered_with_what_it_says() -> None:
    page = b"<!DOCTYPE html><html lang=en><title>The quay closes</title><meta name=author content='Doe, Jane'><p>Text."
    result = taken(Document(page, "page.html", url="https://example.org/page", accessed="2026-11-20"))
    assert result.files[Path("seeds/page.html")] == page
    assert load(result.files[Path("seeds/sources.yaml")], "").data["sources"] == [
        {
            "id": "the-quay-closes",
            "file": "page.html",
            "type": "webpage",
            "title": "The quay closes",
            "author": [{"family": "Doe", "given": "Jane"}],
            "publisher": None,
            "container-title": None,
            "issued": None,
            "accessed": "2026-11-20",
            "URL": "https://example.org/page",
            "language": "en",
            "descriptor": None,
            "reliability": None,
        }
    ]
    assert result.notes == ()


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("\n\n  Notice of the port  \r\nIt closes.", "Notice of the port"),
        ("Will the port close?\nYes.", "Will the port close?"),
        ("The port closes.", "Port notice 2"),
        ("The port “closes.”\nMore", "Port notice 2"),
        ("A" + " word" * 30 + "\nMore", "Port notice 2"),
        ("---\nMore", "Port notice 2"),
    ],
)
def test_a_text_is_titled_by_its_heading_or_its_name(text: str, title: str) -> None:
    result = taken(Document(text.encode(), "port-notice_2.txt"))
    assert result.entries[0]["title"] == title
    assert bool(result.notes) == (title == "Port notice 2")
    assert result.entries[0]["accessed"] is None


def test_the_name_stands_in_for_the_title_of_a_text_without_one() -> None:
    result = taken(Document(b"Text.", "report.txt"))
    assert result.entries[0]["title"] == "Report"
    assert result.entries[0]["file"] == "report-2.txt"  # Report.TXT stands there
    assert "file name" in result.notes[0]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Le ministre a d\ufffdclar\ufffd.", "2 characters"),
        ("Le ministère a décidé, où ça.".encode().decode("cp1252"), "wrong encoding"),
        ("The minister’s “plan”".encode().decode("cp1252", "ignore"), "wrong encoding"),
        ("\uf0b7 First \ue001", "2 characters"),
        ("<!DOCTYPE html><html><body><p>Text <del>gone</del>", ".html"),
    ],
)
def test_what_a_text_may_have_lost_is_told(text: str, word: str) -> None:
    (note,) = taken(Document(text.encode(), "a.txt", stated={"title": "T"})).notes
    assert word in note


@pytest.mark.parametrize(
    "text",
    [
        "São Paulo, Ã, à côté, â€",
        "<b>5</b> < 6",
        "Σ ‘a’ — “b” … €5",
        "“A IRM\u00c3\u201d E «AMANH\u00c3\u00bb: MA\u00c7\u00c3 – MANH\u00c3\u2026 MANH\u00c3\u2013",
    ],
)
def test_sound_texts_raise_no_doubt(text: str) -> None:
    assert taken(Document(text.encode(), "a.txt", stated={"title": "T"})).notes == ()


@pytest.mark.parametrize(("name", "title"), [("port\udcff.txt", "Port"), ("\udcff.txt", "Source")])
def test_a_name_in_another_encoding_makes_a_title_that_can_be_written(name: str, title: str) -> None:
    assert taken(Document(b"Text.", name)).entries[0]["title"] == title


def test_what_the_user_states_goes_before_what_the_document_says() -> None:
    stated = {"id": "taken", "title": "Mine", "type": "speech"}
    entry = taken(Document(b"<title>Other</title><p>Text.", "a.html", stated=stated)).entries[0]
    assert (entry["id"], entry["title"], entry["type"]) == ("taken-2", "Mine", "speech")


@pytest.mark.parametrize("stated", [{"type": "no-such-type"}, {"id": "Not A Slug"}])
def test_what_the_schema_forbids_is_refused(stated: dict[str, str]) -> None:
    fault = take_in(Document(b"Text.", "a.txt", stated=stated), SHELF)
    assert isinstance(fault, SourceFault)
    assert fault.rule == "invalid-value"


def test_a_document_that_lies_there_already_is_not_copied() -> None:
    result = taken(Document(b"Text.", "a.txt", here="sub/a.txt"))
    assert list(result.files) == [Path("seeds/sources.yaml")]
    assert result.entries[0]["file"] == "sub/a.txt"


def test_an_unreadable_document_is_a_fault() -> None:
    assert isinstance(take_in(Document(b"\x89PNG\0", "a.txt"), SHELF), SourceFault)


@given(st.text(st.characters()))
def test_ids_are_kebab_case_or_nothing(title: str) -> None:
    name = slug(title)
    assert name == "" or SourceRecord(id=name, file="a", title="t").id == name


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Größe & Macht", "grosse-macht"),
        ("  The  U.S.  ", "the-u-s"),
        ("Ελλάδα", ""),
        ("a" * 99, "a" * 48),
        ("word " * 40, "word-" * 8 + "word"),
    ],
)
def test_ids_from_titles(title: str, name: str) -> None:
    assert slug(title) == name


@given(st.text(st.characters()))
def test_names_are_safe_everywhere(name: str) -> None:
    safe = safe_name(name)
    assert safe
    assert not set(safe) & set('/\\:*?"<>|\0\n')
    assert safe not in (".", "..")


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("CON.txt", "_CON.txt"), ("com1.x.pdf", "_com1.x.pdf"), ("aux .txt", "_aux.txt"), ("LPT³.txt", "_LPT³.txt"),
        ("console.txt", "console.txt"), ("com10.txt", "com10.txt"), ("گزارش\u200cها.txt", "گزارش\u200cها.txt"),
        ("a\x85b.txt", "a_b.txt"), ("\u202exslx.txt", "_xslx.txt"),
    ],
)  # fmt: skip
def test_names_that_some_system_does_not_take(name: str, safe: str) -> None:
    assert safe_name(name) == safe


def test_names_and_ids_that_are_free() -> None:
    assert unique("a", {"a", "a-2"}) == "a-3"
    assert free_name("A.txt", {"a.TXT", "a-2.txt"}) == "a-3.txt"
    assert free_name("a.txt", {"a.pdf"}) == "a.txt"


@pytest.mark.parametrize("name", ["港" * 150 + ".html", "🚢" * 80 + ".pdf", " .html", "...html", "..\\.docx"])
def test_a_name_keeps_its_suffix_and_fits_every_file_system(name: str) -> None:
    safe = safe_name(name)
    assert safe.endswith(PurePosixPath(name).suffix)
    assert PurePosixPath(safe).suffix
    assert len(safe.encode()) <= 200
