"""What all commands share about printing: where it goes and whether in colour."""

import os
import sys
from typing import TextIO

from briefgen.diagnostics import Report


def colours(stream: TextIO) -> bool:
    """Whether `stream` is a terminal whose reader has not declined colours (https://no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def print_report(report: Report, form: str, stream: TextIO) -> None:
    """Print `report` in the form called `form`."""
    from briefgen.reporting import REPORTERS
    from briefgen.reporting.text import render_text

    stream.write(render_text(report, colours(stream)) if form == "text" else REPORTERS[form](report))
    stream.flush()


def note(text: str) -> None:
    """Say something that is no result: on standard error."""
    print(text, file=sys.stderr)
