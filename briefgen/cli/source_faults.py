"""Faults of documents that are not in the workspace yet, in the forms of all diagnostics."""

from collections.abc import Sequence
from typing import TextIO

from briefgen.catalogue import rule
from briefgen.diagnostics import START_OF_FILE, Diagnostic, Report, Summary
from briefgen.sources.extracted import SourceFault


def fault_diagnostic(fault: SourceFault, path: str) -> Diagnostic:
    """The diagnostic of a fault in the document at `path` (a file or an address)."""
    return Diagnostic(
        fault.rule,
        rule(fault.rule).severity,
        f"{path}: {fault.message}",
        path,
        START_OF_FILE,
        help=fault.help,
    )


def print_faults(diagnostics: Sequence[Diagnostic], form: str, out: TextIO) -> None:
    """Print faults that stopped a command on sources; nothing was written."""
    if form == "json":
        from briefgen.reporting.json_report import render_json

        report = Report(Summary(errors=len(diagnostics)), tuple(diagnostics), {"added": [], "files": []})
        out.write(render_json(report))
        return
    for each in diagnostics:
        out.write(f"{each.severity.value}[{each.rule}]: {each.message}\n  = help: {each.help}\n")
