"""A difference for a pull request: GitHub's and GitLab's Markdown, in which nothing that a brief says has a meaning."""

import re
from collections.abc import Iterator

from briefgen.counting import count
from briefgen.differences.phrases import label, sides, title
from briefgen.differences.records import (
    BriefDifference,
    Change,
    Difference,
    ItemDifference,
    Kind,
    Piece,
    Status,
)
from briefgen.evidence.text.said import said

LIMIT = 60_000
"""Characters; a comment on GitHub may have 65,536."""
SIGNS = {Status.ADDED: "Added", Status.REMOVED: "Removed", Status.CHANGED: "Changed"}
SPECIAL = re.compile(
    r"(?P<refers>[@#!~%$&^](?=\S)|:(?=[^\s\d]|\d+:)|\bw(?=ww\.)|\bG(?=H-\d))|[\\`*_\[\]#|~<>&@$]",
    re.IGNORECASE,
)
"""What could be markup inside of a line; by name, what could begin or join a mention, a reference, an address or an emoji."""
NO_BLANK = "&#8203;"
"""A space of no width. Services look for people and references in the page that they made of Markdown, in which character
references have been read: only something in between keeps them from finding any.
"""
CUT = "\n_The rest is left out: the difference is longer than a comment may be. `briefgen diff` shows all of it._\n"


def render_markdown(difference: Difference) -> str:
    """Return the difference as Markdown, cut at a whole line where it is longer than a comment may be."""
    lines = list(_lines(difference))
    kept: list[str] = []
    length = 0
    for line in lines:
        length += len(line) + 1
        if length > LIMIT:
            return "\n".join(kept) + "\n" + CUT
        kept.append(line)
    return "\n".join(kept) + "\n"


def escape(text: str) -> str:
    """`text` as it is to be read: no markup, no mention of people, no reference, on one line."""
    return _inert(" ".join(text.split()))


def _inert(text: str) -> str:
    return SPECIAL.sub(
        lambda found: f"&#{ord(found[0])};{NO_BLANK if found['refers'] else ''}",
        text,
    )


def _lines(difference: Difference) -> Iterator[str]:
    yield f"### Changes since {escape(title(difference))}"
    yield ""
    for problem in difference.problems:
        yield f"- ⚠ {problem.side}: `{problem.path.replace('`', '')}`, line {problem.line}: {escape(problem.message)}"
    if difference.problems:
        yield ""
    if not difference.briefs:
        yield "No difference."
        return
    yield f"{count(len(difference.briefs), 'brief')} changed" + _affected(difference) + "."
    for brief in difference.briefs:
        yield from _brief(brief)


def _affected(difference: Difference) -> str:
    return f"; audiences affected: {escape(', '.join(difference.readers()))}" if difference.readers() else ""


def _brief(brief: BriefDifference) -> Iterator[str]:
    status = f" ({brief.status.value})" if brief.status is not Status.CHANGED else ""
    yield ""
    yield f"#### {escape(brief.title)}{status}"
    yield f"`briefs/{brief.id}.yaml`"
    yield ""
    yield from (f"- {_change(change)}" for change in brief.changes)
    for item in brief.items:
        yield from _item(item)
    for source in brief.sources:
        rests = f" (cited by {', '.join(f'`{name}`' for name in source.items)})" if source.items else ""
        yield f"- Source `{source.id}`{rests}"
        yield from (f"  - {_change(change)}" for change in source.changes)


def _item(item: ItemDifference) -> Iterator[str]:
    readers = f" · {escape(', '.join(item.readers))}" if item.readers else ""
    said = f": {escape(item.text)}" if item.status is not Status.CHANGED else ""
    yield f"- **{SIGNS[item.status]}** `{item.name}`{said}{readers}"
    yield from (f"  - {_change(change)}" for change in item.changes)


def _change(change: Change) -> str:
    before, now = (escape(side) for side in sides(change))
    head = escape(label(change))
    where = f" (`{change.source}`)" if change.source else ""
    if change.kind is Kind.NEGATION:
        return f"**{head}**: the other way round than before"
    if change.kind is Kind.QUOTE_LOST:
        likest = f"; most like it there now: {''.join(map(_piece, change.pieces))}" if change.pieces else ""
        return f"**{head}**: {said(before)}{likest}"
    if change.pieces:
        return f"{head}: {''.join(map(_piece, change.pieces))}{where}"
    if change.kind is Kind.QUOTE_ADDED:
        return f"{head}: {said(now)}{where}"
    if change.kind is Kind.QUOTE_REMOVED:
        return f"{head}: {said(before)}{where}"
    return f"{head}: {before} → {now}{where}"


def _piece(piece: Piece) -> str:
    tag = {"old": "del", "new": "ins"}.get(piece.form)
    text = _inert(re.sub(r"\s+", " ", piece.text))
    return f"<{tag}>{text}</{tag}>" if tag else text
