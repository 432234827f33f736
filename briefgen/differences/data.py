"""A difference for machines."""

import json
from dataclasses import asdict
from typing import Any

from briefgen.differences.records import (
    BriefDifference,
    Change,
    Difference,
    ItemDifference,
    Kind,
    SourceDifference,
)

VERSION = 1


def render_json(difference: Difference) -> str:
    """Return the difference as one JSON document; fields that say nothing are left out of changes."""
    return json.dumps(as_data(difference), ensure_ascii=False, indent=1) + "\n"


def as_data(difference: Difference) -> dict[str, Any]:
    """The difference as plain data."""
    return {
        "version": VERSION,
        "since": difference.since,
        "revision": difference.revision or None,
        "date": difference.date or None,
        "audiences": list(difference.readers()),
        "briefs": [_brief(brief) for brief in difference.briefs],
        "problems": [asdict(problem) for problem in difference.problems],
    }


def _brief(brief: BriefDifference) -> dict[str, Any]:
    return {
        "brief": brief.id,
        "status": brief.status.value,
        "title": brief.title,
        "changes": [_change(change) for change in brief.changes],
        "items": [_item(item) for item in brief.items],
        "sources": [_source(source) for source in brief.sources],
    }


def _item(item: ItemDifference) -> dict[str, Any]:
    return {
        "item": item.name,
        "section": item.section,
        "status": item.status.value,
        "text": item.text,
        "audiences": list(item.readers),
        "changes": [_change(change) for change in item.changes],
    }


def _source(source: SourceDifference) -> dict[str, Any]:
    return {
        "source": source.id,
        "items": list(source.items),
        "changes": [_change(change) for change in source.changes],
    }


def _change(change: Change) -> dict[str, Any]:
    kept = {
        name: value
        for name, value in asdict(change).items()
        if value and name not in ("kind", "pieces", "old", "new")
    }
    words = {"words": [{piece.form: piece.text} for piece in change.pieces]} if change.pieces else {}
    told = {} if change.kind is Kind.NEGATION else {"old": change.old or None, "new": change.new or None}
    return {"kind": change.kind.value, **kept, **told, **words}
