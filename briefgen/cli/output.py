"""What all commands share about printing: where it goes and whether in colour."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO, TypeVar

from briefgen.diagnostics import Report, Severity

Step = TypeVar("Step")


def colours(stream: TextIO) -> bool:
    """Whether `stream` is a terminal whose reader has not declined colours (https://no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def print_report(report: Report, form: str, stream: TextIO, root: Path | None = None) -> None:
    """Print `report` in the form called `form`; `root` is the workspace's folder, for paths in a repository.

    On GitHub the step's summary gets every diagnostic, since annotations are limited.
    """
    from briefgen.reporting import REPORTERS
    from briefgen.reporting.text import render_text

    base = repository_base(root) if root else ""
    text = (render_text(report, colours(stream)),) if form == "text" else REPORTERS[form](report, base)
    stream.writelines(text)
    stream.flush()
    summary = os.environ.get("GITHUB_STEP_SUMMARY") if form == "github" else None
    if summary:
        from briefgen.reporting.github import render_summary

        with Path(summary).open("a", encoding="utf-8") as file:
            file.write(render_summary(report, base))


def repository_base(root: Path) -> str:
    """The folder of `root` in its git repository, with a `/` at its end; empty at the top and outside of one."""
    for folder in (root, *root.parents):
        if (folder / ".git").exists():
            return f"{root.relative_to(folder).as_posix()}/".removeprefix("./")
    return ""


def print_grave(report: Report, stream: TextIO) -> None:
    """Print what is more than an info, as text; nothing where there is nothing."""
    from dataclasses import replace

    grave = tuple(each for each in report.diagnostics if each.severity is not Severity.INFO)
    if grave:
        print_report(replace(report, diagnostics=grave), "text", stream)


FEW = 3
"""Up to so many jobs need no progress bar."""


def show_progress(steps: Iterator[Step], total: int) -> Iterator[Step]:
    """Pass `steps` on, with a bar on standard error where that is a terminal and there are more than a few."""
    if total <= FEW or not sys.stderr.isatty():
        return steps
    from tqdm import tqdm

    # Its watching thread would be there when workers are forked.
    tqdm.monitor_interval = 0
    return iter(tqdm(steps, total=total, unit="brief", leave=False, file=sys.stderr, dynamic_ncols=True))


def note(text: str) -> None:
    """Say something that is no result: on standard error."""
    print(text, file=sys.stderr)
