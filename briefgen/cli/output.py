"""What all commands share about printing: where it goes and whether in colour."""

import os
import sys
from collections.abc import Iterator
from typing import TextIO, TypeVar

from briefgen.diagnostics import Report, Severity

Step = TypeVar("Step")


def colours(stream: TextIO) -> bool:
    """Whether `stream` is a terminal whose reader has not declined colours (https://no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def print_report(report: Report, form: str, stream: TextIO) -> None:
    """Print `report` in the form called `form`."""
    from briefgen.reporting import REPORTERS
    from briefgen.reporting.text import render_text

    stream.write(render_text(report, colours(stream)) if form == "text" else REPORTERS[form](report))
    stream.flush()


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

    return iter(tqdm(steps, total=total, unit="brief", leave=False, file=sys.stderr, dynamic_ncols=True))


def note(text: str) -> None:
    """Say something that is no result: on standard error."""
    print(text, file=sys.stderr)
