"""Bibliographies as others export them, and what becomes of them in a register."""

from pathlib import Path

import pytest

from briefgen.documents.reading import load
from briefgen.sources import importing
from briefgen.sources.extracted import SourceFault
from briefgen.sources.importing import RECORD_ONLY, Import, import_references
from briefgen.sources.intake import Shelf, slug
from briefgen.sources.references import Reference, read_references
from briefgen.sources.references.reference import by_identifier
from tests.processor import within_seconds

BIB = r"""
@string{post = {The {W}orld Post}}
@comment{nothing}
@article{doe2024, author={Doe, Jane and {World Health Organization} and van der Berg, Jr., Jan}, title={The {US} M\"uller \& co: {\'e}},
  journal=post, year=2024, month=sep, url={https://example.org/a\_b%20c}, langid={ngerman}}
@online{lee, author={Ann Lee}, title="Page", date={2024-09-27}, urldate={2024-10-01}, howpublished={\url{https://example.org/p}}}
@misc{doi, title={By DOI}, doi={10.1000/182}, month={March}, year={2020}, day={5}}
"""
RIS = """TY  - NEWS\r
AU  - Doe, Jane\r
TI  - Head\r
PY  - 2024/09/27/\r
T2  - The Post\r
UR  - https://example.org/x\r
LA  - en\r
ER  - \r
\r
TY  - RPRT
A1  - United Nations
T1  - Report
Y1  - 2023
PB  - UN
ER  -
"""
CSL = """[{"id": "x/1", "type": "report", "title": "T", "author": [{"family": "Doe", "given": "J"}, {"literal": "UN"}, 3],
 "issued": {"date-parts": [[2024, 9]]}, "accessed": {"raw": "2024-10-01"}, "URL": "javascript:1", "language": "en-US", "container-title": "C"}]"""


def read(text: str, suffix: str) -> tuple[Reference, ...]:
    references = read_references(text.encode(), suffix)
    assert isinstance(references, tuple), references
    return references


def test_bibtex() -> None:
    article, page, doi = read(BIB, ".bib")
    assert (article.key, article.type, article.title) == (
        "doe2024",
        "article-journal",
        "The US Müller & co: é",
    )
    assert article.author == (
        {"family": "Doe", "given": "Jane"},
        {"literal": "World Health Organization"},
        {"family": "Berg", "given": "Jan", "non-dropping-particle": "van der", "suffix": "Jr."},
    )
    assert (article.container_title, article.issued, article.language) == ("The World Post", "2024-09", "de")
    assert article.url == "https://example.org/a_b%20c"
    assert (page.type, page.issued, page.accessed, page.url) == (
        "webpage",
        "2024-09-27",
        "2024-10-01",
        "https://example.org/p",
    )
    assert (doi.url, doi.issued) == ("https://doi.org/10.1000/182", "2020-03-05")
    assert article.raw.startswith("@article{doe2024")


def test_bibtex_entries_take_from_the_one_that_they_refer_to() -> None:
    text = """@incollection{child, author={Lee, Ann}, title={Chapter}, crossref={Book}}
        @incollection{own, title={Other}, crossref={book}, date={2023}, booktitle={Elsewhere}, publisher={Nobody}}
        @misc{lost, title={T}, crossref={nowhere}}
        @collection{book, editor={Roe, Bo}, title={The Book}, subtitle={Essays}, publisher={OUP}, date={2021-04}, url={https://example.org/b}}"""
    child, own, lost, book = read(text, ".bib")
    assert (child.container_title, child.publisher, child.issued) == ("The Book: Essays", "OUP", "2021-04")
    assert (child.title, child.url, [name["family"] for name in child.author]) == ("Chapter", None, ["Lee"])
    assert (own.container_title, own.publisher, own.issued) == ("Elsewhere", "Nobody", "2023")
    assert (lost.container_title, book.type, book.container_title) == (None, "book", None)
    assert child.raw.startswith("@incollection{child")


@pytest.mark.parametrize(
    ("fields", "issued"),
    [
        ('month = sep # "~27", year = 2024', "2024-09-27"),
        ('month = "27~" # sep, year = 2024', "2024-09-27"),
        ("month = {Sept.}, year = {2024}", "2024-09"),
        ("month = {9}, day = {7}, year = {2024}", "2024-09-07"),
        ("month = {Summer}, year = {2024}", "2024"),
        ("month = {September--October}, year = {2024}", "2024"),
        ("date = {2024-09-27/2024-10-02}", "2024-09-27/2024-10-02"),
        ("date = {2021~}", "2021~"),
        ("year = {2020/2021}", "2020/2021"),
        ("year = {forthcoming}", None),
        ("year = {c. 2019}", None),
    ],
)
def test_dates_of_bibtex(fields: str, issued: str | None) -> None:
    assert read(f"@misc{{a, title={{T}}, {fields}}}", ".bib")[0].issued == issued


@pytest.mark.parametrize(
    ("written", "title"),
    [
        (r"Talks {\textbar} Port {\textquotedblleft}shut{\textquotedblright}", "Talks | Port “shut”"),
        (r"Art. 5 {\S} 2, 3 {\textless} 4 {\textgreater} 1", "Art. 5 § 2, 3 < 4 > 1"),
        (r"CO$_{\textrm{2}}$ on 5 km$^2$ and 5$^{th}$ of H$_2$O", "CO2 on 5 km² and 5th of H2O"),
        ("A `so-called' pact", "A ‘so-called’ pact"),
    ],
)
def test_what_latex_writes_otherwise(written: str, title: str) -> None:
    assert read(f"@misc{{a, title={{{written}}}}}", ".bib")[0].title == title


def test_ris_as_programs_write_it() -> None:
    text = """TY  - JOUR
AU  - Doe, Jane, Jr.
AU  - Ministry of Defence of Iraq,
AU  - García Márquez, Gabriel
AU  - NATO
TI  - Paper
JF  - Journal of Things
DA  - 2024-09-27
PY  - 2024
DO  - 10.1000/182
ER  -
TY  - CHAP
TI  - Chapter
BT  - The Book
PY  - 2020/05//Spring
DO  - https://doi.org/10.1000/183
UR  - https://example.org/c
ER  -
"""
    paper, chapter = read(text, ".ris")
    assert paper.author == (
        {"family": "Doe", "given": "Jane", "suffix": "Jr."},
        {"literal": "Ministry of Defence of Iraq"},
        {"family": "García Márquez", "given": "Gabriel"},
        {"literal": "NATO"},
    )
    assert (paper.container_title, paper.issued) == ("Journal of Things", "2024-09-27")
    assert paper.url == "https://doi.org/10.1000/182"
    assert (chapter.container_title, chapter.issued, chapter.url) == (
        "The Book",
        "2020-05",
        "https://example.org/c",
    )


@pytest.mark.parametrize(
    ("date", "issued"),
    [
        ('{"date-parts": [[2023], [2024, 2]]}', "2023/2024-02"),
        ('{"date-parts": [["2023", "9"]]}', "2023-09"),
        ('{"date-parts": [[1950]], "circa": true}', "1950~"),
        ('{"date-parts": [[1950]], "circa": "0"}', "1950"),
        ('{"edtf": "2024-09~"}', "2024-09~"),
        ('{"raw": "2024-09-27"}', "2024-09-27"),
        ('{"literal": "n.d."}', None),
        ('{"date-parts": [[]]}', None),
        ('{"date-parts": [[2024], []]}', "2024"),
    ],
)
def test_dates_of_csl_json(date: str, issued: str | None) -> None:
    assert (
        read(f'[{{"id": 1, "title": "T", "issued": {date}, "DOI": "10.1/x"}}]', ".json")[0].issued == issued
    )


@pytest.mark.parametrize(
    ("doi", "address"),
    [
        ("10.1000/182", "https://doi.org/10.1000/182"), ("DOI: 10.1000/182", "https://doi.org/10.1000/182"),
        ("doi.org/10.1000/182", "https://doi.org/10.1000/182"), ("urn:doi:10.1000/182", "https://doi.org/10.1000/182"),
        ("http://dx.doi.org/10.1000/182", "http://dx.doi.org/10.1000/182"), ("n/a", None), ("", None), (None, None),
        ("forthcoming", None), ("httpx", None),
    ],
)  # fmt: skip
def test_the_address_of_an_identifier(doi: str | None, address: str | None) -> None:
    assert by_identifier(doi) == address


def test_csl_json_with_an_identifier_alone() -> None:
    assert (
        read('[{"id": 1, "title": "T", "DOI": "10.1000/182"}]', ".json")[0].url
        == "https://doi.org/10.1000/182"
    )


def test_ris() -> None:
    news, report = read(RIS, ".ris")
    assert (news.type, news.title, news.issued, news.container_title) == (
        "article-newspaper",
        "Head",
        "2024-09-27",
        "The Post",
    )
    assert (news.author, news.url, news.language) == (
        ({"family": "Doe", "given": "Jane"},),
        "https://example.org/x",
        "en",
    )
    assert (report.type, report.author, report.issued, report.publisher) == (
        "report",
        ({"literal": "United Nations"},),
        "2023",
        "UN",
    )


def test_csl_json() -> None:
    (item,) = read(CSL, ".json")
    assert (item.key, item.type, item.issued, item.accessed, item.url) == (
        "x/1",
        "report",
        "2024-09",
        "2024-10-01",
        None,
    )
    assert item.author == ({"family": "Doe", "given": "J"}, {"literal": "UN"})
    assert read('{"id": 1, "title": "One", "type": "no such type"}', ".json")[0].type == "document"


def test_the_markup_of_csl_json_is_no_part_of_a_title() -> None:
    titled = '{"id": 1, "title": "On <i>R. v. Doe</i> at 5 < 6 <span class=\\"nocase\\">eV</span>"}'
    assert read(titled, ".json")[0].title == "On R. v. Doe at 5 < 6 eV"


@pytest.mark.parametrize(
    ("text", "suffix"),
    [
        ("@article{x, title={open", ".bib"), (BIB + "@article{y", ".bib"), ("no entries", ".bib"), ("@article{a, title={x}}\n@article{a, title={y}}", ".bib"),
        ("TY  - NEWS\nTI  - no end\n", ".ris"), ("garbage", ".ris"), ("", ".ris"), ("[", ".json"), ("[1]", ".json"), ("{}", ".json"), ("[]", ".json"), ("[" * 99_999, ".json"),
    ],
)  # fmt: skip
def test_broken_bibliographies_are_refused_whole(text: str, suffix: str) -> None:
    fault = read_references(text.encode(), suffix)
    assert isinstance(fault, SourceFault)
    assert fault.help


def imported(register: bytes, *references: Reference) -> Import:
    result = import_references(references, Shelf(Path("seeds"), register, frozenset({"elsewhere"})))
    assert isinstance(result, Import), result
    return result


def entries(result: Import) -> list[dict[str, object]]:
    found: list[dict[str, object]] = load(result.intake.files[Path("seeds/sources.yaml")], "").data["sources"]
    return found


def test_new_references_get_an_entry_and_their_record_as_file() -> None:
    result = imported(b"", *read(BIB, ".bib"))
    article, *_ = entries(result)
    assert (article["id"], article["file"], article["descriptor"]) == ("doe2024", "doe2024.txt", RECORD_ONLY)
    assert (article["issued"], article["accessed"], article["reliability"]) == ("2024-09", None, None)
    assert result.intake.files[Path("seeds/doe2024.txt")].startswith(b"@article{doe2024")


def test_ids_that_are_taken() -> None:
    one, two = read('[{"id": "elsewhere", "title": "A"}, {"id": "elsewhere", "title": "B"}]', ".json")
    assert [entry["id"] for entry in entries(imported(b"", one, two))] == ["elsewhere-2", "elsewhere-3"]


@pytest.mark.parametrize(
    "entry",
    [
        "id: doe2024",
        "id: a\n    URL: https://example.org/a_b%20c",
        "id: a\n    title: 'The US Muller & Co: e'",
    ],
)
def test_known_sources_get_what_they_lack_and_keep_what_they_have(entry: str) -> None:
    register = f"sources:\n  # by hand\n  - {entry}\n    issued: 1999\n    author: []\n".encode()
    result = imported(register, read(BIB, ".bib")[0])
    (known,) = entries(result)
    assert known["issued"] == "1999"
    assert known["author"] == [dict(name) for name in read(BIB, ".bib")[0].author]
    assert known["container-title"] == "The World Post"
    assert list(result.intake.files) == [Path("seeds/sources.yaml")]
    assert b"# by hand" in result.intake.files[Path("seeds/sources.yaml")]
    assert "author" in next(iter(result.completed.values()))


def test_the_same_title_at_another_address_is_another_source() -> None:
    register = b"sources:\n  - id: a\n    title: Page\n    URL: https://example.org/other\n"
    assert len(entries(imported(register, read(BIB, ".bib")[1]))) == 2


def test_importing_twice_changes_nothing() -> None:
    first = imported(b"", *read(BIB, ".bib")).intake.files[Path("seeds/sources.yaml")]
    again = imported(first, *read(BIB, ".bib"))
    assert again.intake.files == {Path("seeds/sources.yaml"): first}
    assert again.completed == {}


def test_bibtex_names_nobody_others() -> None:
    (entry,) = read("@misc{a, title={T}, author={Doe, Jane and others}}", ".bib")
    assert [name["family"] for name in entry.author] == ["Doe"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("@misc{a, title={T}}\n@misc{a, title={U}}", "its entry on line 2 has the key of an earlier one: a"),
        ("@misc{a, title={T}, title={U}}", "its entry on line 1 has a field twice: title"),
        ("@misc{a, title={T}", "its entry on line 1 cannot be read as BibTeX"),
    ],
)
def test_a_refused_entry_of_bibtex_is_told_with_its_reason(text: str, message: str) -> None:
    fault = read_references(text.encode(), ".bib")
    assert isinstance(fault, SourceFault)
    assert fault.message == message


def test_records_of_ris_are_read_in_one_go_and_the_open_one_is_named() -> None:
    fault = read_references(b"TY  - JOUR\nTI  - a\nER  - \n" + b"TY  - JOUR\n" * 50_000, ".ris")
    assert isinstance(fault, SourceFault)
    assert fault.message == "its record on line 4 has no end (ER  -)"
    (one,) = found(read_references(b"TY - JOUR\nTI  - a\nER -", ".ris"))
    assert one.raw.startswith("TY - JOUR")


@pytest.mark.parametrize(
    ("data", "suffix", "message"),
    [
        (b"@book{a, title={" + b"{" * 2_000 + b"x" + b"}" * 2_000 + b"}}", ".bib", "its braces are nested too deep"),
        (b'[{"title":"x","z":' + b"[" * 990 + b"]" * 990 + b"}]", ".json", "it is not CSL-JSON"),
    ],
)  # fmt: skip
def test_a_bibliography_nested_without_end_is_refused(data: bytes, suffix: str, message: str) -> None:
    fault = read_references(data, suffix)
    assert isinstance(fault, SourceFault)
    assert fault.message.startswith(message)


def test_half_a_character_in_json_can_be_archived() -> None:
    (one,) = found(read_references(rb'[{"title":"x\ud800y","note":"\udc00"}]', ".json"))
    assert one.title == "xy"
    assert one.raw.encode()


def found(answer: tuple[Reference, ...] | SourceFault) -> tuple[Reference, ...]:
    assert not isinstance(answer, SourceFault)
    return answer


def test_each_of_many_references_is_looked_up_not_compared_with_all(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def counted(text: str) -> str:
        asked.append(text)
        return slug(text)

    monkeypatch.setattr(importing, "slug", counted)
    many = [Reference(f"k{each}", "x\n", f"Title {each}", url=f"https://e.org/{each}") for each in range(300)]
    register = imported(b"", *many).intake.files[Path("seeds/sources.yaml")]
    lacking = register.replace(b"    URL: https://e.org/", b"    URL: null # ")
    again = imported(lacking, *many)
    assert (len(again.intake.entries), len(again.completed)) == (0, 300)
    assert len(asked) < 10 * 300


def test_references_of_one_name_get_numbers_in_order() -> None:
    result = imported(b"", *(Reference("", "x\n", "Same", url=f"https://e.org/{each}") for each in range(3)))
    assert [each["id"] for each in entries(result)] == ["same", "same-2", "same-3"]
    assert [each["file"] for each in entries(result)] == ["same.txt", "same-2.txt", "same-3.txt"]


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ('"The " # "report"', "The report"),
        ("post # {, Sunday}", "The Post, Sunday"),
        ('"In " # POST # " of " # sep', "In The Post of sep"),
        ("{C # and F#}", "C # and F#"),
        ("{a # b}", "a # b"),
        ("post", "The Post"),
    ],
)
def test_joined_texts_of_bibtex(written: str, title: str) -> None:
    (entry,) = read(f"@string{{post = {{The Post}}}}\n@misc{{a, title = {written}}}", ".bib")
    assert entry.title == title


def test_the_same_record_twice_is_one_source() -> None:
    record = "TY  - RPRT\nTI  - Report\nER  - \n"
    assert [each["id"] for each in entries(imported(b"", *read(record * 3, ".ris")))] == ["report"]


def test_a_key_that_stands_in_for_a_title_is_told() -> None:
    result = imported(b"", *read("@misc{doe2024, author={Doe, J.}}\n@misc{b, title={T}}", ".bib"))
    assert [each["title"] for each in entries(result)] == ["doe2024", "T"]
    assert result.intake.notes == ("doe2024 states no title: its key stands in for it",)


def test_a_title_without_end_is_read_as_far_as_a_register_takes_it() -> None:
    with within_seconds(3):
        (one,) = read("@misc{a, title = {" + r"\'e" * 100_000 + "}}", ".bib")
    assert one.title == "é" * 500
