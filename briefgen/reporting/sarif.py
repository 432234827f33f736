"""SARIF 2.1.0 (OASIS): rules with their pages as help, results with places and fixes."""

import json
from typing import Any

from briefgen import __version__
from briefgen.catalogue import Rule, rule
from briefgen.diagnostics import Diagnostic, Report, Severity, Span, TextFix
from briefgen.reporting.gitlab import fingerprint

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note", Severity.OFF: "none"}


def render_sarif(report: Report, base: str = "") -> str:
    """Render `report` as one SARIF log; `base` is the workspace's folder in the repository."""
    names = sorted({each.rule for each in report.diagnostics})
    run = {
        "tool": {
            "driver": {
                "name": "briefgen",
                "version": __version__,
                "rules": [_rule(rule(name)) for name in names],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(each, names.index(each.rule), base) for each in report.diagnostics],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _rule(page: Rule) -> dict[str, Any]:
    return {
        "id": page.name,
        "shortDescription": {"text": page.summary},
        "help": {"text": page.page, "markdown": page.page},
        "defaultConfiguration": {"level": LEVELS[page.severity]},
        "properties": {"tags": [page.family]},
    }


def _result(diagnostic: Diagnostic, index: int, base: str) -> dict[str, Any]:
    text = diagnostic.message + (f"\n{diagnostic.help}" if diagnostic.help else "")
    artifact = {"uri": _uri(base + diagnostic.path), "uriBaseId": "%SRCROOT%"}
    result: dict[str, Any] = {
        "ruleId": diagnostic.rule,
        "ruleIndex": index,
        "level": LEVELS[diagnostic.severity],
        "message": {"text": text},
        "locations": [
            {"physicalLocation": {"artifactLocation": artifact, "region": _region(diagnostic.span)}}
        ],
        "partialFingerprints": {"briefgen/v1": fingerprint(diagnostic)},
    }
    fixes = [_fix(fix, artifact) for fix in diagnostic.fixes]
    return result | ({"fixes": fixes} if fixes else {})


def _uri(path: str) -> str:
    from urllib.parse import quote

    return quote(path)


def _region(span: Span) -> dict[str, int]:
    return {
        "startLine": span.line,
        "startColumn": span.column,
        "endLine": span.end_line,
        "endColumn": span.end_column,
    }


def _fix(fix: TextFix, artifact: dict[str, str]) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": _region(edit.span), "insertedContent": {"text": edit.text}} for edit in fix.edits
    ]
    return {
        "description": {"text": fix.title},
        "artifactChanges": [{"artifactLocation": artifact, "replacements": replacements}],
    }
