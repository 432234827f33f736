"""Recall and false alarms of the word rules on the reference cases of `tests/evidence/cases`, by family.

A case that breaks a rule of a family is found if a rule of that family reports it; one that breaks none is a false
alarm if one does. `near` are statements that keep three quarters of their quote's words in order, `free` the others.

Then what the rules cost: a statement with its quotes against `difflib` on the same words, and the import of the engine
against that of pydantic, in processes that take turns.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from briefgen.checks.case import Case, Item  # noqa: E402
from briefgen.checks.words import check_words  # noqa: E402
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


ENGINE = """
from briefgen.evidence import anchoring, attribution, figures, hedges, names, negation
from briefgen.evidence.languages import pack_for
pack_for("en")
"""
TIMED = "import time; start = time.process_time(); exec({code!r}); print(time.process_time() - start)"
TIMES = 7


@dataclass(frozen=True, slots=True)
class Cost:
    """What something costs in milliseconds of processor time, beside a baseline of the same run."""

    name: str
    ms: float
    goal_ms: float
    baseline: str
    baseline_ms: float

    def __str__(self) -> str:
        beside = f"{self.baseline} {self.baseline_ms:.2f} ms, ratio {self.ms / self.baseline_ms:.2f}"
        return f"{self.name:44} {self.ms:8.2f} ms (goal {self.goal_ms:g})   {beside}"


def costs() -> list[Cost]:
    """The cost of a statement, and of starting."""
    return [_statement(), _start()]


def _statement() -> Cost:
    """All word rules on each statement of the reference cases, nothing remembered from a round before."""
    with tempfile.TemporaryDirectory() as folder:
        cases = [
            case
            for book in read_books(ROOT / "tests" / "evidence" / "cases")
            for case in _opened(Path(folder) / book.name, book)
        ]
        items = [item for case in cases for item in case.items]
        rules, words = _in_turn(
            (lambda: [list(check_words(case)) for case in cases], lambda: [_compared(item) for item in items])
        )
    return Cost("a statement with its quotes", rules / len(items), 1.0, "difflib", words / len(items))


def _opened(root: Path, book: Book) -> list[Case]:
    write_workspace(root, book.cases)
    workspace = open_workspace(root)
    return [brief.case for brief in inspect(workspace, workspace.brief_ids()).briefs if brief.case]


def _compared(item: Item) -> list[float]:
    quotes = [cited.citation.quote.split() for cited in item.citations]
    return [
        SequenceMatcher(None, text.split(), quote).ratio()
        for _, _, text in item.statements()
        for quote in quotes
    ]


def _in_turn(works: tuple[Callable[[], object], ...]) -> list[float]:
    """The shortest of several rounds of each, in milliseconds of processor time."""
    best = [float("inf")] * len(works)
    for _ in range(TIMES):
        for number, work in enumerate(works):
            _forget()
            start = time.process_time()
            work()
            best[number] = min(best[number], 1e3 * (time.process_time() - start))
    return best


def _forget() -> None:
    """Empty what the evidence modules remember of texts, and keep their tables."""
    for name, module in list(sys.modules.items()):
        if name.startswith(("briefgen.evidence.", "briefgen.checks.")) and "languages" not in name:
            for each in vars(module).values():
                if hasattr(each, "cache_clear") and (each.cache_info().maxsize or 0) >= 64:
                    each.cache_clear()


def _start() -> Cost:
    """The engine's import, bytecode at hand."""
    with tempfile.TemporaryDirectory() as cache:
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": cache}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        rounds = [
            [_imported(code, environment) for code in (ENGINE, "import pydantic.main")]
            for _ in range(TIMES + 1)
        ]
    engine, beside = (min(each) for each in zip(*rounds[1:], strict=True))
    return Cost("import of the engine, English tables", engine, 60.0, "import of pydantic", beside)


def _imported(code: str, environment: dict[str, str]) -> float:
    command = [sys.executable, "-c", TIMED.format(code=code)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return 1e3 * float(done.stdout)


def main() -> None:
    """Print the table, and the costs."""
    start = time.perf_counter()
    print(f"{'family':12} {'word.':5} {'recall':15}   false alarms")
    for row in run():
        print(row)
    print(f"in {time.perf_counter() - start:.1f} s")
    for cost in costs():
        print(cost)


if __name__ == "__main__":
    main()
