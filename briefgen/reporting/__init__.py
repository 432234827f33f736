"""The forms in which diagnostics reach people and machines: one pure function a form, from a report to text."""

from collections.abc import Callable

from briefgen.diagnostics import Report
from briefgen.reporting.json_report import render_json
from briefgen.reporting.text import render_text

Reporter = Callable[[Report], str]

REPORTERS: dict[str, Reporter] = {"text": render_text, "json": render_json}
"""The reporters by the name that `check --format` knows them by."""
