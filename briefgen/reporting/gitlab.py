"""GitLab's Code Quality report (the subset of the Code Climate format that GitLab reads)."""

import hashlib
import json
import re
from collections import Counter
from typing import Any

from briefgen.diagnostics import Diagnostic, Report, Severity

PLACE = re.compile(r"\b(line|column) \d+")
"""What a message says of another place in the file, which moves as the diagnostic's own does."""
LEVELS = {Severity.ERROR: "critical", Severity.WARNING: "minor", Severity.INFO: "info"}


def render_gitlab(report: Report, base: str = "") -> str:
    """Render `report` as a JSON array; `base` is the workspace's folder in the repository."""
    seen: Counter[str] = Counter()
    return (
        json.dumps([_entry(each, base, seen) for each in report.diagnostics], ensure_ascii=False, indent=1)
        + "\n"
    )


def _entry(diagnostic: Diagnostic, base: str, seen: Counter[str]) -> dict[str, Any]:
    identity = fingerprint(diagnostic)
    seen[identity] += 1
    return {
        "description": diagnostic.message,
        "check_name": diagnostic.rule,
        "fingerprint": identity if seen[identity] == 1 else f"{identity}-{seen[identity]}",
        "severity": LEVELS[diagnostic.severity],
        "location": {"path": base + diagnostic.path, "lines": {"begin": diagnostic.span.line}},
    }


def fingerprint(diagnostic: Diagnostic) -> str:
    """A digest that stays the same when lines move: by file, rule, item and message, not by place."""
    message = PLACE.sub(r"\1", diagnostic.message)
    parts = (diagnostic.path, diagnostic.rule, diagnostic.item or "", message)
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]
