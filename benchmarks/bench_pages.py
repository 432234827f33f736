"""Pages against a tuned engine: one bare layout-and-write of the final HTML, in the same process and run.

The bare engine shares its fonts and parsed stylesheets between editions, as ours does, and writes the same tagged
PDF/A; it is told the right size. Ours finds the size, checks the page, embeds the data and reads the text back.
Briefs are those of the repository and made-up ones that fill their page, for a short brief needs no search.
Run: python benchmarks/bench_pages.py     (memory: benchmarks.memory_pages)
"""

import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from briefgen.audiences import resolve
from briefgen.building.production import page_spec
from briefgen.editions import select
from briefgen.fonts import FOLDER, print_css
from briefgen.inspection.inspecting import inspect
from briefgen.pages import Attachment, Copy, Metadata, PageSpec, Resources, Typeset, typeset
from briefgen.templating import Rendered, render
from briefgen.workspace import open_workspace

ROOT = Path(__file__).parents[1]
WORDS = """the mission of coalition is to end by September under an arrangement that officials described as a transition
troops bases advisers government party statement talks agreement region security forces minister expected phase""".split()


class Row(NamedTuple):
    """One measurement against its baseline; `goal` is what the ratio (or the figure) should not exceed."""

    name: str
    ours: float
    baseline: str
    theirs: float
    goal: float


class Job(NamedTuple):
    """One edition to set."""

    name: str
    copy: Copy
    sheets: tuple[str, ...]
    page: PageSpec


def real_jobs(root: Path, audience: str) -> Iterator[Job]:
    """The editions of a workspace for one audience."""
    workspace = open_workspace(root)
    resolved = resolve(workspace, audience)
    assert resolved.audience is not None
    for brief in inspect(workspace, workspace.brief_ids()).briefs:
        if brief.case is None:
            continue
        rendered = render(
            select(brief.case, resolved.audience), resolved.audience, resolved.search_path, "pdf"
        )
        if not isinstance(rendered, Rendered):
            print(f"{brief.id} left out: {rendered.message}")
            continue
        copy = Copy(rendered.html, Metadata(brief.id, "en"), (Attachment("edition.json", b"{}" * 9000),))
        yield Job(brief.id, copy, rendered.stylesheets, page_spec(resolved.audience))


CSS = """@page{margin:14mm 16mm}body{font-family:"Briefgen Serif";line-height:1.35;margin:0}
h1,h2,th{font-family:"Briefgen Serif Bold";font-weight:400}h1{font-size:1.8rem;margin:.2rem 0}
h2{font-size:1.1rem;margin:.6rem 0 .2rem;break-after:avoid}ul,ol{margin:0;padding-left:1.2rem}
table{width:100%;table-layout:fixed;border-collapse:collapse}th{text-align:left;width:20%}td,th{vertical-align:top}
ol{font:.75rem "Briefgen Sans"}sup{font-size:.65em;line-height:0}a{color:inherit;text-decoration:none}"""


GRID_AND_COLUMNS = """ul,ol{columns:2;column-gap:6mm}table,tbody,th,td{display:block;width:auto}
tr{display:grid;grid-template-columns:1fr 4fr;column-gap:3mm}"""
"""The same brief as one would set it who does not know what grid and columns cost."""


def sentence(dice: random.Random, words: Sequence[str]) -> str:
    return " ".join(dice.choice(words) for _ in range(dice.randint(11, 24))).capitalize() + "."


def made_up(seed: int, words: int, of: Sequence[str] = WORDS) -> Job:
    """A plain brief of about so many words: lists, a table and notes."""
    dice = random.Random(seed)
    items, rows, notes, count = "", "", "", 0
    while count < words:
        text, quote = sentence(dice, of), sentence(dice, of)[:40]
        number = len(notes)
        mark = f'<sup><a href="#n{number}">{number}</a></sup>'
        if dice.random() < 0.3:
            rows += f'<tr data-item="i{number}"><th scope="row">Party</th><td>{text}{mark}</td></tr>'
        else:
            items += f'<li data-item="i{number}">{text}{mark}</li>'
        notes += f'<li id="n{number}">Statement, “{quote}”</li>'
        count += len(text.split()) + 8
    html = (
        f'<html lang="en"><title>x</title><h1>A brief</h1><h2>Facts</h2><ul>{items}</ul>'
        f"<h2>Positions</h2><table><tbody>{rows}</tbody></table><h2>Sources</h2><ol>{notes}</ol>"
    )
    copy = Copy(html, Metadata("x", "en"), (Attachment("edition.json", b"{}" * 9000),))
    return Job(f"made-up {seed}", copy, (CSS,), PageSpec(min_pt=7.5))


class Bare:
    """The tuned engine: one font configuration, each stylesheet parsed once, one layout, one write."""

    def __init__(self) -> None:
        import weasyprint
        from weasyprint.text.fonts import FontConfiguration

        self.fonts = FontConfiguration()
        self.faces = weasyprint.CSS(
            string=print_css(), base_url=FOLDER.as_uri() + "/", font_config=self.fonts
        )
        self.parsed: dict[str, object] = {}

    def __call__(self, job: Job, size_pt: float) -> bytes:
        """The PDF/A, with tags."""
        return bytes(self.laid_out(job, size_pt).write_pdf(pdf_variant="pdf/a-3a", pdf_tags=True))

    def laid_out(self, job: Job, size_pt: float) -> Any:
        """The engine's document."""
        import weasyprint

        for sheet in job.sheets:
            if sheet not in self.parsed:
                self.parsed[sheet] = weasyprint.CSS(string=sheet, font_config=self.fonts)
        size = weasyprint.CSS(string=f"html{{font-size:{size_pt}pt!important}}@page{{size:{job.page.size}}}")
        sheets = [self.faces, *(self.parsed[sheet] for sheet in job.sheets), size]
        return weasyprint.HTML(string=job.copy.html).render(font_config=self.fonts, stylesheets=sheets)


def ours(job: Job, memory: str | None = None) -> Typeset:
    outcome = typeset(job.copy, job.sheets, job.page, Resources(), memory)
    assert isinstance(outcome, Typeset), f"{job.name}: {outcome}"
    return outcome


def interleaved(works: list[Callable[[], object]], times: int = 5) -> list[float]:
    """Processor time of each, in ms: the shortest of several turns that all take one after the other."""
    best = [float("inf")] * len(works)
    for _ in range(times):
        for place, work in enumerate(works):
            start = time.process_time()
            work()
            best[place] = min(best[place], (time.process_time() - start) * 1000)
    return best


def fitting(name: str, jobs: list[Job], bare: Bare) -> Iterator[Row]:
    """Search and remembered size against the bare engine, summed over the jobs."""
    cold = warm = base = 0.0
    layouts = []
    for job in jobs:
        first = ours(job)
        layouts.append(first.fit.layouts)
        works = [
            lambda j=job: ours(j),
            lambda j=job, m=first.memory: ours(j, m),
            lambda j=job, s=first.fit.size_pt: bare(j, s),
        ]
        searched, remembered, plain = interleaved(works)  # type: ignore[arg-type]
        cold, warm, base = cold + searched, warm + remembered, base + plain
    yield Row(f"{name}: layouts to find the size", statistics.mean(layouts), "", 1, 3)
    yield Row(f"{name}: fit and write", cold, "bare layout and write", base, 1.35)
    yield Row(f"{name}: with remembered size", warm, "bare layout and write", base, 1.15)


def plain_page(bare: Bare) -> Row:
    """A page of 600 words, checked and with its data, against the plain engine and the CSS that comes to mind first.

    The limit is 150 ms where the plain engine needs 220 for it, with its fonts and stylesheets shared.
    """
    page = made_up(1, 600)
    first = ours(page)
    naive = page._replace(sheets=(CSS + GRID_AND_COLUMNS,))
    works: list[Callable[[], object]] = [
        lambda: ours(page, first.memory),
        lambda: bare.laid_out(naive, first.fit.size_pt).write_pdf(),
    ]
    works[1]()
    mine, theirs = interleaved(works, 9)
    return Row("a page of 600 words (ms)", mine, "plain engine, grid, columns", theirs, 150 / 220)


IMPORTS = {
    "ours": "from briefgen.pages.loading import load_engine; load_engine()",
    "theirs": "import weasyprint",
}


def imports(times: int = 9) -> Row:
    """Import of the engine through us and by itself, with compiled modules; what a bare interpreter takes is left out."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            **os.environ,
            "PYTHONPYCACHEPREFIX": folder,
            "PYTHONDONTWRITEBYTECODE": "",
            "PYTHONPATH": str(ROOT),
        }
        code = "import time; s = time.perf_counter(); {}; print((time.perf_counter() - s) * 1000)"
        best = dict.fromkeys(IMPORTS, float("inf"))
        for _ in range(times):
            for name, statement in IMPORTS.items():
                command = [sys.executable, "-c", code.format(statement)]
                run = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
                best[name] = min(best[name], float(run.stdout))
    return Row("import of the engine", best["ours"], "import weasyprint", best["theirs"], 270 / 410)


def run() -> Iterator[Row]:
    bare = Bare()
    yield plain_page(bare)
    yield from fitting("full made-up briefs", [made_up(seed, 480 + 30 * seed) for seed in range(8)], bare)
    yield from fitting("the brief of the repository", list(real_jobs(ROOT, "default")), bare)
    yield from fitting("gallery", list(real_jobs(ROOT / "tests/examples/gallery", "plain")), bare)
    yield imports()


def main() -> None:
    for row in run():
        ratio = row.ours / row.theirs
        against = f"{row.theirs:9.1f} {row.baseline:27}" if row.baseline else " " * 37
        verdict = "ok" if ratio <= row.goal else "MISSED"
        print(
            f"{row.name:46} {row.ours:9.1f} {against} {ratio:5.2f} (goal {row.goal:.2f}) {verdict}",
            flush=True,
        )


if __name__ == "__main__":
    main()
