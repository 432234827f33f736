"""One report of a build as Markdown, for the summary of a CI step."""

import hashlib
import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from briefgen.counting import count
from briefgen.differences.markdown import escape
from briefgen.publishing import THUMBNAILS
from briefgen.reporting.fitting import fitted

SHOWN = 80
"""How wide a page is shown, in pixels: its picture has twice as many."""


def summarise(report: dict[str, Any], published: str = "") -> str:
    """A report as Markdown, for the summary of a CI step; cut where that would be refused.

    `published` is the address that the output folder is put to, list and all: with it, the first page of each PDF is
    shown.
    """
    built, refused, removed = (report.get(key, []) for key in ("built", "refused", "removed"))
    counts = f"{len(built)} built, {report.get('fresh', 0)} up to date, {len(refused)} refused"
    lines = ["## Briefs", "", counts + (f", {count(len(removed), 'output')} removed" if removed else ""), ""]
    lines += [f"- ⚠ {escape(each)}" for each in report.get("lacking", [])]
    lines += [f"- refused: **{escape(name)}**" for name in refused]
    return fitted([*lines, *_faults(report), *_built(built, published.rstrip("/"))])


def _faults(report: dict[str, Any]) -> Iterator[str]:
    grave = [each for each in report.get("diagnostics", []) if each["severity"] != "info"]
    if grave:
        yield from ("", "| | place | rule | what |", "|---|---|---|---|")
    for each in grave:
        place = f"{escape(each['path'])}:{each['line']}"
        yield f"| {each['severity']} | {place} | `{each['rule']}` | {escape(each['message'])} |"


def _built(built: list[dict[str, Any]], published: str) -> Iterator[str]:
    if built:
        yield from (
            "",
            f"|{' page |' * bool(published)} brief | audience | why | files |",
            f"|{'---|' * bool(published)}---|---|---|---|",
        )
    # Services keep pictures by their address: another build's is another one.
    version = hashlib.sha256(json.dumps(built).encode()).hexdigest()[:8]
    for each in built:
        cells = (each["brief"], each["audience"], each["reason"], ", ".join(each["files"]))
        first = f" {_first_page(each, published, version)} |" if published else ""
        yield f"|{first} {' | '.join(map(escape, cells))} |"


def _first_page(edition: dict[str, Any], published: str, version: str) -> str:
    if not any(file.endswith(".pdf") for file in edition["files"]):
        return ""
    name = quote(f"{edition['brief']}/{edition['audience']}")
    picture = f"{published}/{THUMBNAILS}/{name}.png?{version}"
    return f'<a href="{published}/{name}.pdf"><img src="{picture}" width="{SHOWN}" alt="first page"></a>'
