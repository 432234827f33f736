"""The catalogue of rules, read from their pages in `briefgen/rules/`.

A page is Markdown under a short front matter (`family`, `severity`, `summary`); its name is the rule's name. What
`briefgen explain` prints, what docs/ shows and what decides a severity is one text.
"""

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from briefgen.diagnostics import Severity

FAMILIES = ("form", "quotes", "drift", "words", "sourcing", "readers", "page")


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its kebab-case name, family, default severity, one-line summary and page (Markdown)."""

    name: str
    family: str
    severity: Severity
    summary: str
    page: str


@lru_cache(maxsize=256)
def rule(name: str) -> Rule:
    """Return the rule called `name`.

    Raises:
        KeyError: there is no such rule.
    """
    page = files("briefgen.rules").joinpath(f"{name}.md")
    if not name.replace("-", "").isalnum() or not page.is_file():
        raise KeyError(name)
    return _parse(name, page.read_text(encoding="utf-8"))


def _parse(name: str, text: str) -> Rule:
    _, front, page = text.split("---\n", 2)
    fields = dict(line.split(": ", 1) for line in front.strip().splitlines())
    return Rule(name, fields["family"], Severity(fields["severity"]), fields["summary"], page.strip() + "\n")


def rules() -> tuple[Rule, ...]:
    """Return all rules, by family, then name."""
    names = sorted(
        entry.name[:-3] for entry in files("briefgen.rules").iterdir() if entry.name.endswith(".md")
    )
    return tuple(sorted(map(rule, names), key=lambda each: (FAMILIES.index(each.family), each.name)))
