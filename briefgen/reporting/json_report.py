"""The JSON report: one document, the shape that editors and CI rely on."""

import json
from dataclasses import asdict
from typing import Any

from briefgen.diagnostics import Diagnostic, Report, Span, TextFix

VERSION = 1


def render_json(report: Report) -> str:
    """Render `report` as one JSON document."""
    return json.dumps(to_data(report), ensure_ascii=False, indent=1) + "\n"


def to_data(report: Report) -> dict[str, Any]:
    """The report as plain data."""
    return {
        "version": VERSION,
        "summary": asdict(report.summary),
        "diagnostics": [diagnostic_data(each) for each in report.diagnostics],
        **report.extra,
    }


def diagnostic_data(diagnostic: Diagnostic) -> dict[str, Any]:
    """One diagnostic as plain data; `brief`, `item` and `audience` only where it has them."""
    data: dict[str, Any] = {
        "rule": diagnostic.rule,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "path": diagnostic.path,
        **_span(diagnostic.span),
        "brief": diagnostic.brief,
        "item": diagnostic.item,
        "help": diagnostic.help,
        "fixes": [_fix(fix) for fix in diagnostic.fixes],
    }
    return data | ({"audience": diagnostic.audience} if diagnostic.audience else {})


def _span(span: Span) -> dict[str, int]:
    return {
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }


def _fix(fix: TextFix) -> dict[str, Any]:
    edits = [{**_span(edit.span), "text": edit.text} for edit in fix.edits]
    return {"title": fix.title, "safe": fix.safe, "edits": edits}
