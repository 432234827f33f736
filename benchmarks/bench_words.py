"""Recall and false alarms of the word rules on the reference cases of `tests/evidence/cases`, by family.

A case that breaks a rule of a family is found if a rule of that family reports it; one that breaks none is a false
alarm if one does. `near` are statements that keep three quarters of their quote's words in order, `free` the others.
"""

import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from briefgen.evidence.alignment import align  # noqa: E402
from briefgen.evidence.wording import read  # noqa: E402
from briefgen.inspection.inspecting import inspect  # noqa: E402
from briefgen.workspace import open_workspace  # noqa: E402
from tests.evidence.casebook import FAMILIES, Book, Example, read_books, write_workspace  # noqa: E402


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: a family near the wording or in free wording, with counts."""

    family: str
    wording: str
    found: int
    wrong: int
    alarms: int
    honest: int

    def __str__(self) -> str:
        return f"{self.family:12} {self.wording:5} {_share(self.found, self.wrong)}   {_share(self.alarms, self.honest)}"


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:5.1f}% of {whole:<4}" if whole else "    -        "


def run() -> list[Row]:
    """Measure every family over the files that speak of it."""
    books = read_books(ROOT / "tests" / "evidence" / "cases")
    broken = {book.name: _broken(book) for book in books}
    return [
        row
        for family in FAMILIES
        for wording in ("near", "free")
        if (row := _row(family, wording, books, broken))
    ]


def _broken(book: Book) -> dict[str, set[str]]:
    """The rules that each case of a file breaks, at error or warning level."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "workspace"
        write_workspace(root, book.cases)
        workspace = open_workspace(root)
        found: dict[str, set[str]] = {case.id: set() for case in book.cases}
        for each in inspect(workspace, workspace.brief_ids()).report().diagnostics:
            if each.severity in ("error", "warning") and each.brief is not None:
                found[each.brief].add(each.rule)
    return found


def _row(family: str, wording: str, books: list[Book], broken: dict[str, dict[str, set[str]]]) -> Row | None:
    rules = FAMILIES[family]
    pairs = [
        (case, broken[book.name][case.id]) for book in books if family in book.families for case in book.cases
    ]
    pairs = [(case, found) for case, found in pairs if _wording(case) == wording]
    wrong = [found for case, found in pairs if case.expect & rules]
    honest = [found for case, found in pairs if not case.expect & rules]
    if not pairs:
        return None
    return Row(
        family,
        wording,
        sum(bool(f & rules) for f in wrong),
        len(wrong),
        sum(bool(f & rules) for f in honest),
        len(honest),
    )


def _wording(case: Example) -> str:
    statement = read(case.statement)
    quotes = tuple(read(quote) for quote in case.quotes)
    aligned = [align(statement, sentence, quotes) for sentence in statement.sentences]
    return "near" if all(each is not None and each.near for each in aligned) else "free"


def main() -> None:
    """Print the table."""
    start = time.perf_counter()
    print(f"{'family':12} {'word.':5} {'recall':15}   false alarms")
    for row in run():
        print(row)
    print(f"in {time.perf_counter() - start:.1f} s")


if __name__ == "__main__":
    main()
