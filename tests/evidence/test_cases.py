"""The reference cases of the word rules: `cases/*.yaml`, each a statement, its quotes and the rules it breaks.

They run through the whole check, as a brief does. Of each file the rules of its `families` are compared; what other
families say of its cases is for their own files.
"""

from pathlib import Path

import pytest

from briefgen.inspection.inspecting import inspect
from briefgen.workspace import open_workspace
from tests.evidence.casebook import Book, Example, read_books, write_workspace

BOOKS = read_books(Path(__file__).parent / "cases")
CASES = [pytest.param(book, case, id=f"{book.name}/{case.id}") for book in BOOKS for case in book.cases]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], set[str]]:
    """The rules that each case breaks, by file and case."""
    broken: dict[tuple[str, str], set[str]] = {}
    for book in BOOKS:
        root = tmp_path_factory.mktemp(book.name)
        write_workspace(root, book.cases)
        workspace = open_workspace(root)
        broken |= {(book.name, case.id): set() for case in book.cases}
        for each in inspect(workspace, workspace.brief_ids()).report().diagnostics:
            if each.severity in ("error", "warning") and each.brief is not None:
                broken[book.name, each.brief].add(each.rule)
    return broken


@pytest.mark.parametrize(("book", "case"), CASES)
def test_a_case_breaks_the_rules_it_says(
    book: Book, case: Example, found: dict[tuple[str, str], set[str]]
) -> None:
    assert found[book.name, case.id] & book.rules == case.expect


def test_the_cases_are_many_and_half_of_them_are_honest() -> None:
    cases = [case for book in BOOKS for case in book.cases]
    honest = [case for case in cases if not case.expect]
    assert len(cases) >= 300
    assert 0.4 <= len(honest) / len(cases) <= 0.7


def test_ids_are_unique_in_a_file() -> None:
    for book in BOOKS:
        ids = [case.id for case in book.cases]
        assert len(ids) == len(set(ids)), book.name
