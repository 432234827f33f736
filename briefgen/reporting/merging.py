"""Reports of several builds as one: shards of a workspace, jobs of a matrix."""

from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel, ValidationError

from briefgen.differences.markdown import escape
from briefgen.errors import UsageFault

LISTS = ("diagnostics", "built", "refused")


class _Built(BaseModel):
    brief: str
    audience: str
    reason: str
    files: list[str]


class _Diagnostic(BaseModel):
    severity: str
    path: str
    line: int
    rule: str
    message: str


class _Report(BaseModel):
    """What is relied on here; a report holds more."""

    summary: dict[str, int]
    fresh: int = 0
    built: list[_Built] = []
    refused: list[str] = []
    diagnostics: list[_Diagnostic] = []


def merge_reports(reports: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    """Merge reports, given with the names of their files, in that order; what stands in several is kept once.

    Raises:
        UsageFault: one of them is no report of `build --report`.
    """
    for name, data in reports:
        if not _is_report(data):
            raise UsageFault(f"{name} is no report of `briefgen build --report` (version 1)")
    summaries = [data["summary"] for _, data in reports]
    merged: dict[str, Any] = {"version": 1, "summary": {}}
    for key in LISTS:
        merged[key] = _once([each for _, data in reports for each in data.get(key, [])])
    merged["summary"] = (
        {key: sum(summary.get(key, 0) for summary in summaries) for key in summaries[0]} if summaries else {}
    )
    levels = [each.get("severity") for each in merged["diagnostics"]]
    merged["summary"] |= {"errors": levels.count("error"), "warnings": levels.count("warning")}
    merged["fresh"] = sum(data.get("fresh", 0) for _, data in reports)
    return merged


def _is_report(data: Any) -> bool:
    try:
        _Report.model_validate(data, strict=True)
    except ValidationError:
        return False
    return bool(data.get("version") == 1)


def _once(entries: list[Any]) -> list[Any]:
    return (
        [entry for index, entry in enumerate(entries) if entry not in entries[:index]]
        if len(entries) < 2000
        else entries
    )


def summarise(report: dict[str, Any]) -> str:
    """A report as Markdown, for the summary of a CI step."""
    built, refused, found = report.get("built", []), report.get("refused", []), report.get("diagnostics", [])
    lines = [
        "## Briefs",
        "",
        f"{len(built)} built, {report.get('fresh', 0)} up to date, {len(refused)} refused",
        "",
    ]
    if built:
        lines += ["| brief | audience | why | files |", "|---|---|---|---|"]
        lines += [
            f"| {escape(each['brief'])} | {escape(each['audience'])} | {escape(each['reason'])} | {escape(', '.join(each['files']))} |"
            for each in built
        ]
        lines.append("")
    lines += [f"- refused: **{escape(name)}**" for name in refused]
    grave = [each for each in found if each["severity"] != "info"]
    if grave:
        lines += ["", "| | place | rule | what |", "|---|---|---|---|"]
        lines += [
            f"| {each['severity']} | {escape(each['path'])}:{each['line']} | `{each['rule']}` | {escape(each['message'])} |"
            for each in grave
        ]
    return "\n".join(lines) + "\n"
