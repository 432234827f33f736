"""Reports of several builds as one: shards of a workspace, jobs of a matrix."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from pydantic import BaseModel, ValidationError

from briefgen.errors import UsageFault

LISTS = ("diagnostics", "built", "refused", "removed")
Reports = Sequence[tuple[str, dict[str, Any]]]
"""Reports with the names of their files."""


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
    briefgen: str | None = None
    shard: tuple[int, int] | None = None
    built: list[_Built] = []
    refused: list[str] = []
    removed: list[str] = []
    lacking: list[str] = []
    diagnostics: list[_Diagnostic] = []


def merge_reports(reports: Sequence[tuple[str, Any]]) -> dict[str, Any]:
    """Merge reports, given with the names of their files, in that order; what stands in several is kept once.

    `lacking` of the result tells what it lacks to be the report of one whole build.

    Raises:
        UsageFault: one of them is no report of `build --report`, or two of them are not of one build.
    """
    for name, data in reports:
        if not _is_report(data):
            raise UsageFault(f"{name} is no report of `briefgen build --report` (version 1)")
    parts = tuple(_shards_once(reports))
    summaries = [data["summary"] for _, data in parts]
    merged: dict[str, Any] = {"version": 1, "summary": {}}
    for key in LISTS:
        merged[key] = _once([each for _, data in parts for each in data.get(key, [])])
    merged["summary"] = (
        {key: sum(summary.get(key, 0) for summary in summaries) for key in summaries[0]} if summaries else {}
    )
    levels = [each.get("severity") for each in merged["diagnostics"]]
    merged["summary"] |= {"errors": levels.count("error"), "warnings": levels.count("warning")}
    merged["fresh"] = sum(data.get("fresh", 0) for _, data in parts)
    merged["lacking"] = _once(
        [*(each for _, data in parts for each in data.get("lacking", [])), *_lacking(parts)]
    )
    return merged


def _is_report(data: Any) -> bool:
    try:
        _Report.model_validate_json(json.dumps(data), strict=True)
    except ValidationError:
        return False
    return bool(data.get("version") == 1)


def _shards_once(reports: Reports) -> Iterator[tuple[str, dict[str, Any]]]:
    """The reports, a shard that was handed in twice once."""
    seen: dict[int, tuple[str, dict[str, Any]]] = {}
    for name, data in reports:
        if data.get("shard") is None:
            yield name, data
            continue
        mine, shares = data["shard"]
        known = seen.setdefault(mine, (name, data))
        if known[1] != data:
            raise UsageFault(
                f"{known[0]} and {name} are both shard {mine}/{shares}, and differ: keep one of them"
            )
        other = next(iter(seen.values()))
        if other[1]["shard"][1] != shares:
            one = "{}/{}".format(*other[1]["shard"])
            raise UsageFault(f"{other[0]} is shard {one}, {name} {mine}/{shares}: they are not of one build")
        if known[0] == name:
            yield name, data


def _lacking(reports: Reports) -> Iterator[str]:
    shards = [data["shard"] for _, data in reports if data.get("shard")]
    there = {mine for mine, _ in shards}
    yield from (
        f"shard {number}/{shards[0][1]} is missing"
        for number in range(1, shards[0][1] + 1 if shards else 1)
        if number not in there
    )
    versions = sorted({str(data["briefgen"]) for _, data in reports if data.get("briefgen")})
    if len(versions) > 1:
        yield f"made by different versions of briefgen: {', '.join(versions)}"


def _once(entries: list[Any]) -> list[Any]:
    """Each entry once, in the order in which they first stand."""
    return list({json.dumps(entry, sort_keys=True): entry for entry in reversed(entries)}.values())[::-1]
