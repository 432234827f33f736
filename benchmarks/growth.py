"""How checks and builds grow with the number of briefs: the table of docs/scale.md, on generated workspaces.

Each step is one process (with its workers), run once: wall time, processor time, and the peak of the largest process.
Processor time hardly depends on what else the machine does.
Run: python -m benchmarks.growth 1000 10000 [--facts 10]
"""

import argparse
import os
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.bench_build import FACTS, ROOT, briefgen, generate

CHANGED = "seeds/part-000/b7.txt"


class Cost(NamedTuple):
    """What a command took: seconds by the clock, seconds of processors, MiB of its largest process."""

    wall: float
    cpu: float
    peak: float


def cost(command: list[str]) -> Cost:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONDONTWRITEBYTECODE": ""}
    start = time.perf_counter()
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(command, env=environment, stdout=said, stderr=said)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        assert process.returncode == 0, (command, said.read()[-800:].decode(errors="replace"))
    return Cost(time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def steps(root: Path) -> Iterator[tuple[str, Callable[[], Cost]]]:
    """The steps in order: each stands on those before it."""
    check, build = briefgen(root, "check", "--format", "json"), briefgen(root, "build", "-f", "json")

    def one_source() -> Cost:
        path = root / CHANGED
        path.write_text(path.read_text() + "Signed.\n")
        return cost(build)

    yield "check", lambda: cost(check)
    yield "check, nothing changed", lambda: cost(check)
    yield "cold build, JSON", lambda: cost(build)
    yield "nothing to do", lambda: cost(build)
    yield "one source changed", one_source


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("briefs", type=int, nargs="*", default=[1000])
    asked.add_argument("--facts", type=int, default=FACTS, help="of each brief")
    options = asked.parse_args()
    print(f"{'briefs':>8}  {'step':24} {'wall s':>9} {'cpu s':>9} {'cpu ms a brief':>15} {'peak MiB':>9}")
    for briefs in options.briefs:
        with tempfile.TemporaryDirectory() as name:
            root = generate(Path(name) / "made-up", briefs, options.facts)
            for step, run in steps(root):
                taken = run()
                each = taken.cpu / briefs * 1000
                row = f"{taken.wall:9.2f} {taken.cpu:9.2f} {each:15.2f} {taken.peak:9.0f}"
                print(f"{briefs:8,}  {step:24} {row}", flush=True)
            manifest = (root / "dist/manifest.json").stat().st_size
            records = sum(path.stat().st_size for path in (root / ".briefgen/build").rglob("*.json"))
            print(
                f"{briefs:8,}  manifest {manifest / briefs / 1000:.2f} KB, records {records / briefs / 1000:.2f} KB a brief"
            )


if __name__ == "__main__":
    main()
