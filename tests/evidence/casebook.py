"""The reference cases of the word rules as a workspace: one brief a case, one source a brief."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

FAMILIES = {
    "figures": {
        "number-unsupported", "date-unsupported", "unit-changed", "number-bound", "number-rounded", "number-hardened",
        "derivation-wrong",
    },
    "names": {"name-unsupported"},
    "negation": {"negation-changed"},
    "hedges": {"hedge-dropped"},
    "attribution": {"attribution-dropped"},
}  # fmt: skip
"""The rules of each family of word rules."""


@dataclass(frozen=True, slots=True)
class Example:
    """A statement, its quotes, and the rules of the word families that it breaks (at error or warning level).

    `source` is the text that the quotes were taken from (the quotes themselves where it is None); `kind` tells
    statements near the quote's wording (`near`) from free paraphrase (`free`).
    """

    id: str
    statement: str
    quotes: tuple[str, ...]
    expect: frozenset[str]
    source: str | None = None
    kind: str = "free"
    brief: dict[str, Any] = field(default_factory=dict)
    item: dict[str, Any] = field(default_factory=dict)
    register: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Book:
    """The cases of one file, and the families that it speaks of."""

    name: str
    families: tuple[str, ...]
    cases: tuple[Example, ...]

    @property
    def rules(self) -> set[str]:
        """The rules of its families."""
        return set().union(*(FAMILIES[family] for family in self.families))


def read_books(folder: Path) -> list[Book]:
    """Read every file of cases in a folder: `families` and `cases`, or a bare list called after its family."""
    return [_book(path) for path in sorted(folder.glob("*.yaml"))]


def _book(path: Path) -> Book:
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    families, rows = (
        ((path.stem,), data) if isinstance(data, list) else (tuple(data["families"]), data["cases"])
    )
    return Book(
        path.stem, families, tuple(_example({"id": f"case-{n:03}", **row}) for n, row in enumerate(rows))
    )


def _example(row: dict[str, Any]) -> Example:
    known = {"id", "statement", "quotes", "expect", "source", "kind"}
    brief: dict[str, Any] = {key: row[key] for key in ("aliases", "language") if key in row}
    item: dict[str, Any] = {key: row[key] for key in ("derived", "basis", "actor") if key in row}
    register: dict[str, Any] = {key: row[key] for key in ("title", "issued", "publisher") if key in row}
    unknown = row.keys() - known - brief.keys() - item.keys() - register.keys()
    if unknown:
        raise ValueError(f"{row['id']}: unknown fields {sorted(unknown)}")
    return Example(
        row["id"], row["statement"], tuple(row["quotes"]), frozenset(row["expect"]), row.get("source"),
        row.get("kind", "free"), brief, item, register,
    )  # fmt: skip


def write_workspace(root: Path, cases: tuple[Example, ...]) -> None:
    """Write a workspace in which the brief called after a case holds it as its one key fact."""
    (root / "seeds").mkdir(parents=True)
    (root / "briefs").mkdir()
    register = []
    for case in cases:
        text = case.source if case.source is not None else "\n\n".join(f"{quote}." for quote in case.quotes)
        (root / "seeds" / f"{case.id}.txt").write_text(text + "\n", encoding="utf-8")
        register.append({"id": case.id, "file": f"{case.id}.txt", "title": "Untitled", **case.register})
        fact = {
            "id": "case",
            "statement": case.statement,
            "citations": [{"source": case.id, "quote": quote} for quote in case.quotes],
            **case.item,
        }
        empty: dict[str, list[object]] = {
            section: [] for section in ("positions", "open_questions", "regional_context")
        }
        brief = {"title": "Untitled", **case.brief, "key_facts": [fact], **empty}
        _dump(root / "briefs" / f"{case.id}.yaml", brief)
    _dump(root / "seeds" / "sources.yaml", {"sources": register})


def _dump(path: Path, data: dict[str, Any]) -> None:
    text = yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10**6)
    path.write_text(text, encoding="utf-8")
