"""Editions that were published: the data that a JSON file is, or that a PDF carries."""

import json
from pathlib import Path
from typing import Any

from briefgen.errors import UsageFault
from briefgen.sources.isolation import isolated_json

SUFFIXES = (".json", ".pdf")
MAX_BYTES = 64 * 1024 * 1024
SECONDS = 20
PDF_READER = "briefgen.pages.reading"
"""The worker that reads PDFs: a process of its own, whose module is above this one, so that it is only named here."""


def is_edition_name(name: str) -> bool:
    """Whether `name` looks like a file of an edition."""
    return name.lower().endswith(SUFFIXES)


def read_edition(path: Path) -> dict[str, Any]:
    """The data of the edition in `path`.

    Raises:
        UsageFault: the file cannot be read, or is no edition.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise UsageFault(f"{path} is larger than {MAX_BYTES // 1024**2} MiB: no edition is")
        raw = path.read_bytes()
    except OSError as error:
        raise UsageFault(f"{path} cannot be read: {error.strerror}") from error
    try:
        data = json.loads(_carried(raw, path) if raw.startswith(b"%PDF-") else raw.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise UsageFault(f"{path} is no edition: it is neither JSON nor a PDF made by briefgen") from error
    if not isinstance(data, dict) or not all(isinstance(data.get(key), str) for key in ("brief", "audience")):
        raise UsageFault(f"{path} is no edition made by briefgen: it names no brief and audience")
    return data


def _carried(pdf: bytes, path: Path) -> str:
    answer = isolated_json("published", pdf, SECONDS, module=PDF_READER)
    if answer is None or not isinstance(answer.get("data"), str):
        reason = (answer or {}).get("reason", "reading it needs too much memory or time")
        raise UsageFault(f"{path} carries no edition: {reason}")
    return str(answer["data"])
