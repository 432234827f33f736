"""The forms in which diagnostics reach people and machines: one pure function a form, from a report to text.

Each form's module is loaded only where it is asked for.
"""

from collections.abc import Callable, Iterable

from briefgen.diagnostics import Report

Reporter = Callable[[Report, str], Iterable[str]]
"""Gives the text in parts: it may be long."""


def _json(report: Report, _base: str) -> Iterable[str]:
    from briefgen.reporting.json_report import json_parts

    return json_parts(report)


def _github(report: Report, base: str) -> Iterable[str]:
    from briefgen.reporting.github import render_github

    return (render_github(report, base),)


def _gitlab(report: Report, base: str) -> Iterable[str]:
    from briefgen.reporting.gitlab import render_gitlab

    return (render_gitlab(report, base),)


def _sarif(report: Report, base: str) -> Iterable[str]:
    from briefgen.reporting.sarif import render_sarif

    return (render_sarif(report, base),)


REPORTERS: dict[str, Reporter] = {"json": _json, "github": _github, "gitlab": _gitlab, "sarif": _sarif}
"""The reporters for machines by the name that `--format` knows them by; text is for people (`reporting.text`)."""
