"""Readers that may run wild (a PDF parser, a page built to exhaust one) run in a process with limits.

The process gets the bytes on standard input and gives JSON on standard output; it opens nothing else.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

from briefgen.sources.extracted import Extracted, SourceFault

MEMORY = 1024 * 1024 * 1024
"""Address space of the process, in bytes (1 GiB; not enforced on Windows and macOS)."""

SECONDS = 60
"""Wall-clock and processor time of the process."""

_TOO_MUCH = SourceFault(
    f"reading it needs more than {MEMORY // 1024**2} MiB of memory or {SECONDS} seconds",
    "it is damaged or built to exhaust the reader: export it anew, or archive its text as .txt",
)


def isolated(reader: str, data: bytes) -> Extracted | SourceFault:
    """What the reader of that name in `briefgen.sources.worker` makes of `data`, under limits."""
    command = [sys.executable, "-P", "-m", "briefgen.sources.worker", reader]
    try:
        done = subprocess.run(
            command, input=data, capture_output=True, timeout=SECONDS, env=_environment(), check=False
        )
    except subprocess.TimeoutExpired:
        return _TOO_MUCH
    return _answer(done.stdout) or _TOO_MUCH


def _answer(output: bytes) -> Extracted | SourceFault | None:
    """The worker's answer; None where it died before it gave one."""
    try:
        answer = json.loads(output)
    except ValueError:
        return None
    if "message" in answer:
        return SourceFault(answer["message"], answer["help"])
    return Extracted(answer["text"], tuple(answer["page_starts"]), answer["extractor"], answer["version"])


def _environment() -> dict[str, str]:
    """This process's environment, with the package findable wherever it was imported from."""
    package = str(Path(__file__).resolve().parents[2])
    paths = [package, os.environ.get("PYTHONPATH", "")]
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, paths)), "PYTHONIOENCODING": "utf-8"}
