"""Memory of one process that sets many editions: whether it stays flat.

No two editions are the same: made-up briefs of every length up to a full page, of words that no other brief has,
and between them those of the gallery and the repository, in their scripts and themes.
Run: python -m benchmarks.memory_pages [editions, 1000]     (half a second to a second an edition)
"""

import random
import resource
import sys
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

from benchmarks.bench_pages import ROOT, Job, made_up, real_jobs
from briefgen.pages import Resources, typeset

SHARES = (0.1, 0.25, 0.5, 0.75, 1.0)
"""When memory is looked at, as shares of all editions."""

GOAL = 1.05
"""How much more of it there may be at the end than after a quarter, when every cache is full."""


def resident() -> float:
    """Memory of this process in MiB, now."""
    statm = Path("/proc/self/statm")
    if statm.exists():
        return int(statm.read_text().split()[1]) * resource.getpagesize() / 2**20
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def jobs() -> Iterator[Job]:
    """Editions without end; every fifth is a real one, and some do not fit."""
    real = [*real_jobs(ROOT / "tests/examples/gallery", "plain"), *real_jobs(ROOT, "default")]
    again = cycle(real)
    dice = random.Random(1)
    for number, _ in enumerate(iter(int, 1)):
        yield next(again) if number % 5 == 4 else made_up(number, dice.randint(60, 700), new_words(dice))


def new_words(dice: random.Random) -> list[str]:
    """Words that only this brief has."""
    letters = "etaoinshrdlucmfwypvbgk"
    return ["".join(dice.choices(letters, k=dice.randint(2, 13))) for _ in range(60)]


def measured(editions: int) -> dict[int, float]:
    """Memory in MiB after so many editions each."""
    stops = {round(share * editions) for share in SHARES}
    found = {}
    for number, job in zip(range(1, editions + 1), jobs(), strict=False):
        typeset(job.copy, job.sheets, job.page, Resources())
        if number in stops:
            found[number] = resident()
            print(f"after {number:5} editions {found[number]:9.1f} MiB", flush=True)
    return found


def main() -> None:
    found = list(measured(int(sys.argv[1]) if len(sys.argv) > 1 else 1000).values())
    ratio = found[-1] / found[1]
    print(f"end against a quarter {ratio:5.2f} (goal {GOAL:.2f}) {'ok' if ratio <= GOAL else 'MISSED'}")


if __name__ == "__main__":
    main()
