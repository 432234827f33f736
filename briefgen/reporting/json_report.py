"""The JSON report: one document, the shape that editors and CI rely on."""

import json
from collections.abc import Iterator
from dataclasses import asdict, replace
from json.encoder import encode_basestring as _string
from typing import Any

from briefgen.diagnostics import Diagnostic, Report, Span, TextFix

VERSION = 1


def render_json(report: Report) -> str:
    """Render `report` as one JSON document."""
    return "".join(json_parts(report))


def json_parts(report: Report, own: dict[str, Any] | None = None) -> Iterator[str]:
    """The same in parts, with what a command says of its `own`: the whole of a large workspace's would fill the memory."""
    data = to_data(replace(report, diagnostics=())) | (own or {})
    for place, (key, value) in enumerate(data.items()):
        yield f"{',' if place else '{'}\n {_string(key)}: "
        if key == "diagnostics" and report.diagnostics:
            for number, diagnostic in enumerate(report.diagnostics):
                yield f"{',' if number else '['}\n  {_written(diagnostic)}"
            yield "\n ]"
        else:
            yield _nested(value, 1)
    yield "\n}\n"


def _nested(value: Any, depth: int) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1).replace("\n", "\n" + " " * depth)


def _written(diagnostic: Diagnostic) -> str:
    """`diagnostic_data` as `json.dumps` with an indent writes it, which is slow for the 10,000 of a large workspace."""
    if diagnostic.fixes or diagnostic.audience:
        return _nested(diagnostic_data(diagnostic), 2)
    span = diagnostic.span
    return (
        f'{{\n   "rule": {_string(diagnostic.rule)},\n   "severity": "{diagnostic.severity.value}",\n'
        f'   "message": {_string(diagnostic.message)},\n   "path": {_string(diagnostic.path)},\n'
        f'   "line": {span.line},\n   "column": {span.column},\n'
        f'   "end_line": {span.end_line},\n   "end_column": {span.end_column},\n'
        f'   "brief": {_text(diagnostic.brief)},\n   "item": {_text(diagnostic.item)},\n'
        f'   "help": {_string(diagnostic.help)},\n   "fixes": []\n  }}'
    )


def _text(value: str | None) -> str:
    return "null" if value is None else _string(value)


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
