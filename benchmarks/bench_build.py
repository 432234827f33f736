"""Builds and checks against their obvious alternatives, interleaved in one run; medians, and the ratios that matter.

The alternatives: doit and a bare script for a build with nothing to do, one worker for two, the `weasyprint` command for
a page. All are processes, timed from outside.

Limits in seconds were set on a reference machine. So that they mean something on another one, a peer is timed in the same
run, and the ratio is compared in which the limit stood to that peer there: a Typer application of two commands answers
`--help` in 63 ms there, and `import weasyprint` takes 410 ms. Each such row names the absolute limit, too.
Run: python benchmarks/bench_build.py [briefs, 1000] [editions for the workers, 64]
"""

import contextlib
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
FACTS = 10
TIMES = 3
WORDS = "ferry quay harbour pilot cargo berth channel tide crane vessel depot customs".split()
TYPER_HELP, ENGINE_IMPORT = 0.063, 0.41
"""What the peers take on the reference machine, in seconds."""
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


def source(number: int, facts: int) -> str:
    told = [fact(number, place) for place in range(facts)]
    return (
        "\n\n".join(f"{each}, according to its bulletin. No further details were given." for each in told)
        + "\n"
    )


def brief(number: int, facts: int) -> str:
    lines = [f"title: Traffic report {number}", "prepared: 2026-01-05", "key_facts:"]
    for place in range(facts):
        lines += [
            f"  - id: fact-{place}",
            f"    statement: {fact(number, place)}.",
            f"    citations: [{{source: bulletin-{number}, quote: {fact(number, place)}}}]",
        ]
    return "\n".join([*lines, "positions: []", "open_questions: []", "regional_context: []", ""])


def generate(root: Path, briefs: int, facts: int = FACTS) -> Path:
    """Write a workspace of so many briefs, each with so many facts and a source of its own; registers hold 100 sources."""
    files = {root / "templates/desk/audience.yaml": AUDIENCE}
    for number in range(briefs):
        folder = root / "seeds" / f"part-{number // 100:03}"
        register = folder / "sources.yaml"
        entry = f"  - id: bulletin-{number}\n    file: b{number}.txt\n    title: Bulletin {number}\n    language: en\n"
        files[register] = files.get(register, "sources:\n") + entry
        files[folder / f"b{number}.txt"] = source(number, facts)
        files[root / "briefs" / f"report-{number:05}.yaml"] = brief(number, facts)
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
    """`check` cold, again, and after one brief was changed; the limits are for 1,000 briefs."""
    path = root / "briefs/report-00003.yaml"
    command = briefgen(root, "check", "--format", "json")
    shutil.rmtree(root / ".briefgen/cache", ignore_errors=True)
    cold = timed(command, root)

    def edit() -> None:
        path.write_text(path.read_text() + "\n")

    bare, engine = ([sys.executable, "-c", code] for code in ("pass", "import weasyprint"))
    again, changed, nothing, loaded = interleaved(
        [
            lambda: timed(command, root),
            lambda: timed(command, root, edit),
            lambda: timed(bare, root),
            lambda: timed(engine, root),
        ]
    )
    scale, peer, name = briefs / 1000, "import weasyprint", f"check of {briefs} briefs"
    limit = 1 / ENGINE_IMPORT
    yield Row(f"{name}, cold (limit {10 * scale:g} s)", cold, peer, loaded - nothing, 10 * scale * limit)
    yield Row(f"{name} again (limit 1 s)", again, peer, loaded - nothing, limit)
    yield Row(f"{name}, one changed (limit 1 s)", changed, peer, loaded - nothing, limit)


def throughput(root: Path, editions: int) -> Row:
    """PDFs of so many briefs by one worker and by two; with many of them, start-up hardly counts."""
    names = [f"report-{number:05}" for number in range(editions)]
    one, two = (briefgen(root, "build", *names, "-f", "pdf", "--force", "-j", jobs) for jobs in (1, 2))
    timed(two, root)
    alone, shared = interleaved([lambda: timed(one, root), lambda: timed(two, root)], 2)
    return Row(f"{editions} PDFs with -j 2", shared, "-j 1", alone, 1 / 1.8)


def memory(root: Path, editions: int) -> Row:
    """The most that any process of a build takes: those that check and compose, and those that set their pages."""
    names = [f"report-{number:05}" for number in range(editions)]
    command = briefgen(root, "build", *names, "--force", "-j", 2)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    running = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL, start_new_session=True)
    peak = 0.0
    while running.poll() is None:
        peak = max([peak, *peaks(running.pid)])
        time.sleep(0.05)
    assert running.returncode == 0
    return Row("peak memory of a worker (MiB)", peak, "limit", 120, 1.0)


def peaks(session: int) -> Iterator[float]:
    """The peak memory of each process of a session, in MiB, as Linux tells it."""
    for folder in Path("/proc").iterdir():
        with contextlib.suppress(OSError, ValueError):
            if folder.name.isdigit() and os.getsid(int(folder.name)) == session:
                fields = dict(line.split(":", 1) for line in (folder / "status").read_text().splitlines())
                yield int(fields.get("VmHWM", "0 kB").split()[0]) / 1024


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


SMALLEST = """
import typer
app = typer.Typer(rich_markup_mode=None)
@app.command()
def one(name: str) -> None: ...
@app.command()
def two(name: str) -> None: ...
app()
"""


def start_up(folder: Path) -> Row:
    (folder / "smallest.py").write_text(SMALLEST)
    commands = (["-m", "briefgen", "--help"], ["-c", "pass"], ["smallest.py", "--help"])
    works: list[Callable[[], float]] = [
        partial(timed, [sys.executable, *command], folder) for command in commands
    ]
    ours, bare, theirs = interleaved(works, 9)
    name = "--help, beyond the interpreter (limit 80 ms)"
    return Row(name, ours - bare, "smallest Typer app", theirs, 0.08 / TYPER_HELP)


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
    briefs, editions = (int(given) for given in (*sys.argv[1:], *("1000", "64")[len(sys.argv) - 1 :]))
    for row in run(briefs, editions):
        ratio = row.ours / row.theirs if row.theirs else 0.0
        against = f"{row.theirs:9.3f} {row.baseline:27} {ratio:6.2f}" if row.theirs else ""
        verdict = (
            "" if row.goal is None else f"(goal {row.goal:.2f}) {'ok' if ratio <= row.goal else 'MISSED'}"
        )
        print(f"{row.name:48} {row.ours:9.3f} {against} {verdict}".rstrip(), flush=True)


if __name__ == "__main__":
    main()
