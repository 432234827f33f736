"""Recall and false alarms of the word rules on the reference cases of `tests/evidence/cases`, by family.

A case that breaks a rule of a family is found if a rule of that family reports it; one that breaks none is a false
alarm if one does. `near` are statements that keep three quarters of their quote's words in order, `free` the others.

Then what the rules cost: a statement with its quotes, and the import of the engine. The goals (1 ms, 60 ms) were set on a
machine on which `import weasyprint` takes 410 ms, so that import is measured in the same run, in processes that take turns,
and the ratio to it is what counts: 1/410 and 60/410. All times are processor time, children's included.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from briefgen.checks.case import Case  # noqa: E402
from briefgen.checks.words import check_words  # noqa: E402
from briefgen.evidence.text.alignment import align  # noqa: E402
from briefgen.evidence.text.wording import read  # noqa: E402
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
from briefgen.evidence.quotes import anchoring
from briefgen.evidence.modality import attribution
from briefgen.evidence.figures import backing as figures
from briefgen.evidence.modality import hedges
from briefgen.evidence.names import backing as names
from briefgen.evidence.modality import negation
from briefgen.evidence.languages import pack_for
pack_for("en")
"""
TABLES = ENGINE + "pack_for('en').names, pack_for('en').modality\nfrom rapidfuzz.distance import LCSseq"
"""The engine with all that its first statement loads besides."""
PEER, PEER_MS = "import weasyprint", 410.0
TIMES = 7


@dataclass(frozen=True, slots=True)
class Cost:
    """What something costs in milliseconds of processor time, beside the peer of the same run."""

    name: str
    ms: float
    goal_ms: float
    peer_ms: float

    def __str__(self) -> str:
        ratio, goal = self.ms / self.peer_ms, self.goal_ms / PEER_MS
        verdict = "met" if ratio <= goal else "not met"
        return f"{self.name:44} {self.ms:8.2f} ms   {ratio:.4f} of `{PEER}`, {self.peer_ms:.0f} ms (goal {goal:.4f}: {verdict})"


def costs() -> list[Cost]:
    """The cost of a statement, and of starting."""
    engine, tables, peer = _imports(ENGINE, TABLES, PEER)
    return [
        Cost("a statement with its quotes", _statement(), 1.0, peer),
        Cost("import of the engine", engine, 60.0, peer),
        Cost("import with all that a first statement loads", tables, 60.0, peer),
    ]


def _statement() -> float:
    """All word rules on each statement of the reference cases, nothing remembered from a round before."""
    with tempfile.TemporaryDirectory() as folder:
        cases = [
            case
            for book in read_books(ROOT / "tests" / "evidence" / "cases")
            for case in _opened(Path(folder) / book.name, book)
        ]
        best = _shortest(lambda: [list(check_words(case)) for case in cases])
        return best / sum(len(case.items) for case in cases)


def _opened(root: Path, book: Book) -> list[Case]:
    write_workspace(root, book.cases)
    workspace = open_workspace(root)
    return [brief.case for brief in inspect(workspace, workspace.brief_ids()).briefs if brief.case]


def _shortest(work: Callable[[], object]) -> float:
    """The shortest of several rounds, in milliseconds of processor time."""
    best = float("inf")
    for _ in range(TIMES):
        _forget()
        start = time.process_time()
        work()
        best = min(best, 1e3 * (time.process_time() - start))
    return best


def _forget() -> None:
    """Empty what the evidence modules remember of texts, and keep their tables."""
    for name, module in list(sys.modules.items()):
        if name.startswith(("briefgen.evidence.", "briefgen.checks.")) and "languages" not in name:
            for each in vars(module).values():
                if hasattr(each, "cache_clear") and (each.cache_info().maxsize or 0) >= 64:
                    each.cache_clear()


def _imports(*codes: str) -> list[float]:
    """What each code costs a new interpreter above an empty one, bytecode at hand: the shortest of rounds in turn."""
    with tempfile.TemporaryDirectory() as cache:
        environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONPYCACHEPREFIX": cache}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)
        rounds = [[_run(code, environment) for code in ("pass", *codes)] for _ in range(TIMES + 1)]
    bare, *best = (min(each) for each in zip(*rounds[1:], strict=True))
    return [each - bare for each in best]


def _run(code: str, environment: dict[str, str]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", code], env=environment, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return 1e3 * (after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)


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
