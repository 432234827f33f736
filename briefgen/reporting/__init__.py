"""The forms in which diagnostics reach people and machines: one pure function a form, from a report to text."""

from collections.abc import Callable

from briefgen.diagnostics import Report
from briefgen.reporting.github import render_github
from briefgen.reporting.gitlab import render_gitlab
from briefgen.reporting.json_report import render_json
from briefgen.reporting.sarif import render_sarif

Reporter = Callable[[Report, str], str]

REPORTERS: dict[str, Reporter] = {
    "json": lambda report, _base: render_json(report),
    "github": render_github,
    "gitlab": render_gitlab,
    "sarif": render_sarif,
}
"""The reporters for machines by the name that `--format` knows them by; text is for people (`reporting.text`)."""
