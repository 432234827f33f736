"""GitHub annotations (workflow commands) and the step summary.

GitHub shows ten annotations a level and step and drops the rest in silence, so the tenth carries all that is left.
Source of the form: GitHub's "Workflow commands for GitHub Actions".
"""

from collections.abc import Iterable

from briefgen.diagnostics import Diagnostic, Report, Severity
from briefgen.differences.markdown import escape
from briefgen.reporting.fitting import fitted
from briefgen.reporting.text import named, summary_line, told_once, visible

LIMIT = 10
"""How many annotations of one level GitHub shows for a step."""
ANNOTATION_BYTES = 60_000
"""GitHub takes 64 KB for the message of an annotation."""
COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render_github(report: Report, base: str = "") -> str:
    """Render `report` as workflow commands; `base` is the workspace's folder in the repository (`""` or `a/b/`)."""
    lines: list[str] = []
    for severity, command in COMMANDS.items():
        lines += _annotations(
            [each for each in report.diagnostics if each.severity is severity], command, base
        )
    return "\n".join([*lines, summary_line(report.summary)]) + "\n"


def _annotations(diagnostics: Iterable[Diagnostic], command: str, base: str) -> list[str]:
    found = list(told_once(diagnostics))
    if len(found) <= LIMIT:
        return [_annotation(*each, command, base) for each in found]
    shown, rest = found[: LIMIT - 1], found[LIMIT - 1 :]
    listed = fitted(
        (f"{base}{each.path}:{each.span.line} {each.rule}: {visible(each.message)}" for each, _ in rest),
        ANNOTATION_BYTES,
    )
    more = f"::{command} title={len(rest)} more::{_data(listed.rstrip())}"
    return [*(_annotation(*each, command, base) for each in shown), more]


def _annotation(diagnostic: Diagnostic, briefs: tuple[str, ...], command: str, base: str) -> str:
    span = diagnostic.span
    properties = {
        "file": base + diagnostic.path,
        "line": span.line,
        "endLine": span.end_line,
        "col": span.column,
        "endColumn": span.end_column,
        "title": diagnostic.rule,
    }
    written = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    reaches = f"reaches: {visible(named(briefs))}" if briefs else ""
    body = "\n".join(part for part in (visible(diagnostic.message), reaches, diagnostic.help) if part)
    return f"::{command} {written}::{_data(body)}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


def render_summary(report: Report, base: str = "") -> str:
    """Render `report` as Markdown for the step summary: every diagnostic of it, as far as they fit."""
    rows = [_row(each, base) for each in report.diagnostics]
    table = ["| | place | rule | what |", "|---|---|---|---|", *rows] if rows else ["Nothing to report."]
    return fitted(["## briefgen", "", summary_line(report.summary), "", *table])


def _row(diagnostic: Diagnostic, base: str) -> str:
    place = escape(f"{base}{diagnostic.path}:{diagnostic.span.line}")
    message = escape(visible(diagnostic.message))
    return f"| {diagnostic.severity.value} | {place} | `{diagnostic.rule}` | {message} |"
