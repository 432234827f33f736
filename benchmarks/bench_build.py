"""Builds and checks against their obvious alternatives, interleaved in one run; medians, and the ratios that matter.

The alternatives: doit and a bare script for a build with nothing to do, one worker for two, the `weasyprint` command for
a page, the interpreter itself for start-up. All are processes, timed from outside.
Run: python benchmarks/bench_build.py [briefs, 1000] [editions for the workers, 24]
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
FACTS = 10
TIMES = 3
WORDS = "ferry quay harbour pilot cargo berth channel tide crane vessel depot customs".split()
AUDIENCE = "label: Readers\nmax_pages: 2\nextends: default\n"


class Row(NamedTuple):
    """One measurement: ours and the baseline in seconds (or as named), and what their ratio should not exceed."""

    name: str
    ours: float
    baseline: str
    theirs: float
    goal: float | None


def fact(number: int, place: int) -> str:
    first, second = WORDS[place % len(WORDS)], WORDS[(number + place) % len(WORDS)]
    return f"The {first} authority moved {number * FACTS + place + 11} tonnes past the {second} station on Monday"


def source(number: int) -> str:
    told = [fact(number, place) for place in range(FACTS)]
    return (
        "\n\n".join(f"{each}, according to its bulletin. No further details were given." for each in told)
        + "\n"
    )


def brief(number: int) -> str:
    lines = [f"title: Traffic report {number}", "prepared: 2026-01-05", "key_facts:"]
    for place in range(FACTS):
        lines += [
            f"  - id: fact-{place}",
            f"    statement: {fact(number, place)}.",
            f"    citations: [{{source: bulletin-{number}, quote: {fact(number, place)}}}]",
        ]
    return "\n".join([*lines, "positions: []", "open_questions: []", "regional_context: []", ""])


def generate(root: Path, briefs: int) -> Path:
    """Write a workspace of so many briefs, each with a source of its own; registers hold 100 sources."""
    files = {root / "templates/desk/audience.yaml": AUDIENCE}
    for number in range(briefs):
        folder = root / "seeds" / f"part-{number // 100:03}"
        register = folder / "sources.yaml"
        entry = f"  - id: bulletin-{number}\n    file: b{number}.txt\n    title: Bulletin {number}\n    language: en\n"
        files[register] = files.get(register, "sources:\n") + entry
        files[folder / f"b{number}.txt"] = source(number)
        files[root / "briefs" / f"report-{number:05}.yaml"] = brief(number)
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def briefgen(root: Path, *arguments: object) -> list[str]:
    return [sys.executable, "-m", "briefgen", "-C", str(root), *map(str, arguments)]


def timed(command: list[str], cwd: Path, ready: Callable[[], object] = lambda: None) -> float:
    ready()
    # What the others are made of is compiled once; so is briefgen.
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": ""}
    start = time.perf_counter()
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    taken = time.perf_counter() - start
    assert done.returncode == 0, (command, done.stdout[-800:], done.stderr[-800:])
    return taken


def interleaved(works: list[Callable[[], float]], times: int = TIMES) -> list[float]:
    """The median of each, all taking turns."""
    rounds = [[work() for work in works] for _ in range(times)]
    return [statistics.median(each) for each in zip(*rounds, strict=True)]


DODO = """
from pathlib import Path
DOIT_CONFIG = {"verbosity": 0}
BRIEFS = sorted(Path("briefs").glob("*.yaml"))
def task_build():
    for place, brief in enumerate(BRIEFS):
        out = f"doit/{brief.stem}.json"
        yield {"name": brief.stem, "actions": [f"cp {brief} {out}"], "targets": [out],
               "file_dep": [str(brief), f"seeds/part-{place // 100:03}/b{place}.txt", "templates/desk/audience.yaml"]}
"""
BARE = """
import hashlib, json
from pathlib import Path
files = sorted(path for name in ("briefs", "seeds", "templates", "dist") for path in Path(name).rglob("*") if path.is_file())
now = {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
known = Path("bare.json")
if not known.exists() or json.loads(known.read_text()) != now: known.write_text(json.dumps(now))
"""


def nothing_to_do(root: Path, briefs: int) -> Iterator[Row]:
    """A build of fresh editions against doit and a bare script; then one changed source."""
    build = briefgen(root, "build", "-f", "json")
    cold = timed(build, root)
    yield Row(f"cold build of {briefs} editions in JSON", cold, "", 0, None)
    (root / "doit").mkdir()
    (root / "dodo.py").write_text(DODO)
    (root / "bare.py").write_text(BARE)
    doit, bare = [sys.executable, "-m", "doit"], [sys.executable, "bare.py"]
    for command in (doit, bare, build):
        timed(command, root)
    source_file = root / "seeds/part-000/b7.txt"

    def touch() -> None:
        source_file.write_text(source_file.read_text() + "Signed.\n")

    works = [
        lambda: timed(build, root),
        lambda: timed(doit, root),
        lambda: timed(bare, root),
        lambda: timed(briefgen(root, "build", "report-00007", "-f", "json", "--force"), root),
        # Last: a build of everything is what lets the next one know at once that there is nothing to do.
        lambda: timed(build, root, touch),
    ]
    ours, theirs, script, single, changed = interleaved(works)
    yield Row(f"no-op over {briefs} briefs", ours, "doit", theirs, 1.0)
    yield Row(f"no-op over {briefs} briefs", ours, "bare script that hashes", script, 3.0)
    yield Row("one source changed", changed, "no-op + that edition alone", ours + single, 1.0)


def checks(root: Path, briefs: int) -> Iterator[Row]:
    """`check` cold, again, and after one brief was changed, against the limits that were set for 1,000 briefs."""
    path = root / "briefs/report-00003.yaml"
    command = briefgen(root, "check", "--format", "json")
    shutil.rmtree(root / ".briefgen/cache", ignore_errors=True)
    cold = timed(command, root)

    def edit() -> None:
        path.write_text(path.read_text() + "\n")

    again, changed = interleaved([lambda: timed(command, root), lambda: timed(command, root, edit)])
    scale = briefs / 1000
    yield Row(f"check of {briefs} briefs, cold", cold, "limit", 10 * scale, 1.0)
    yield Row("check again", again, "limit", scale, 1.0)
    yield Row("check, one brief changed", changed, "limit", scale, 1.0)


def throughput(root: Path, editions: int) -> Row:
    """PDFs of so many briefs by one worker and by two."""
    names = [f"report-{number:05}" for number in range(editions)]
    one, two = (briefgen(root, "build", *names, "-f", "pdf", "--force", "-j", jobs) for jobs in (1, 2))
    timed(two, root)
    alone, shared = interleaved([lambda: timed(one, root), lambda: timed(two, root)], 2)
    return Row(f"{editions} PDFs with -j 2", shared, "-j 1", alone, 1 / 1.8)


MEMORY = """
import resource, sys
from pathlib import Path
from briefgen.pipeline import Options, build_workspace
from briefgen.workspace import open_workspace
root = Path(sys.argv[1])
names = tuple(f"report-{number:05}" for number in range(int(sys.argv[2])))
build_workspace(open_workspace(root), Options(names, (), ("html", "pdf", "json"), root / "dist", force=True, jobs=2))
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)
"""


def memory(root: Path, editions: int) -> Row:
    command = [sys.executable, "-c", MEMORY, str(root), str(editions)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return Row("peak memory of a worker (MiB)", float(done.stdout), "limit", 120, 1.0)


def one_page(folder: Path) -> Row:
    """A cold build of the repository's brief against the `weasyprint` command on the HTML that it makes."""
    root = folder / "repository"
    for name in ("briefs", "seeds", "templates"):
        shutil.copytree(ROOT / name, root / name)
    (brief_file,) = [path for path in (root / "briefs").glob("*.yaml") if path.stem.startswith("iraq")]

    def clean() -> None:
        for name in (".briefgen", "dist"):
            shutil.rmtree(root / name, ignore_errors=True)

    build = briefgen(root, "build", brief_file.stem, "-a", "default", "-f", "html,pdf")
    timed(build, root)
    html = shutil.copy(root / f"dist/{brief_file.stem}/default.html", folder / "page.html")
    engine = [sys.executable, "-m", "weasyprint", str(html), str(folder / "page.pdf")]
    works = [lambda: timed(build, root, clean), lambda: timed(engine, folder)]
    ours, theirs = interleaved(works, TIMES + 2)
    return Row("cold build of the Iraq brief", ours, "weasyprint command", theirs, 0.8)


def start_up(folder: Path) -> Row:
    ours, theirs = interleaved(
        [
            lambda: timed([sys.executable, "-m", "briefgen", "--help"], folder),
            lambda: timed([sys.executable, "-c", "pass"], folder),
        ],
        9,
    )
    return Row("--help", ours, "python -c pass", theirs, None)


def run(briefs: int, editions: int) -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        yield start_up(folder)
        yield one_page(folder)
        root = generate(folder / "made-up", briefs)
        yield from checks(root, briefs)
        yield from nothing_to_do(root, briefs)
        yield throughput(root, min(editions, briefs))
        yield memory(root, min(editions, briefs))


def main() -> None:
    briefs, editions = (int(given) for given in (*sys.argv[1:], *("1000", "24")[len(sys.argv) - 1 :]))
    for row in run(briefs, editions):
        ratio = row.ours / row.theirs if row.theirs else 0.0
        against = f"{row.theirs:9.3f} {row.baseline:27} {ratio:6.2f}" if row.theirs else ""
        verdict = (
            "" if row.goal is None else f"(goal {row.goal:.2f}) {'ok' if ratio <= row.goal else 'MISSED'}"
        )
        print(f"{row.name:42} {row.ours:9.3f} {against} {verdict}".rstrip(), flush=True)


if __name__ == "__main__":
    main()
