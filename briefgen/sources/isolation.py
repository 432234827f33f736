"""Readers that may run wild (a PDF parser, a page built to exhaust one) run in a process with limits.

The process gets the bytes on standard input and gives JSON on standard output; it opens nothing else.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from briefgen.sources.extracted import Cell, Extracted, SourceFault

MEMORY = 1024 * 1024 * 1024
"""Address space of the process, in bytes (1 GiB; not enforced on Windows and macOS)."""

SECONDS = 20
"""Wall-clock and processor time of the process."""

_TOO_MUCH = SourceFault(
    f"reading it needs more than {MEMORY // 1024**2} MiB of memory or {SECONDS} seconds",
    "it is damaged or built to exhaust the reader: export it anew, or archive its text as .txt",
)


def isolated(reader: str, data: bytes, seconds: int = SECONDS) -> Extracted | SourceFault:
    """What the reader of that name in `briefgen.sources.worker` makes of `data`, under limits."""
    answer = isolated_json(reader, data, seconds)
    if answer is None:
        return _TOO_MUCH
    if "message" in answer:
        return SourceFault(answer["message"], answer["help"])
    tables = tuple(tuple(Cell(*cell) for cell in table) for table in answer["tables"])
    return Extracted(
        answer["text"], tuple(answer["page_starts"]), answer["extractor"], answer["version"], tables
    )


def isolated_json(
    reader: str, data: bytes, seconds: int = SECONDS, module: str = "briefgen.sources.worker"
) -> dict[str, Any] | None:
    """The answer of the worker `module`; None where it used up its time or memory before it gave one."""
    command = [sys.executable, "-P", "-m", module, reader, str(seconds)]
    try:
        done = subprocess.run(
            command, input=data, capture_output=True, timeout=seconds, env=_environment(), check=False
        )
        answer = json.loads(done.stdout)
    except (subprocess.TimeoutExpired, ValueError):
        return None
    return answer if isinstance(answer, dict) else None


def _environment() -> dict[str, str]:
    """This process's environment, with the package findable wherever it was imported from."""
    package = str(Path(__file__).resolve().parents[2])
    paths = [package, os.environ.get("PYTHONPATH", "")]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths)), "PYTHONIOENCODING": "utf-8"}
