"""A difference for a terminal."""

import textwrap
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

SIGNS = {Status.ADDED: "+", Status.REMOVED: "-", Status.CHANGED: "~"}
COLOURS = {Status.ADDED: "32", Status.REMOVED: "31", Status.CHANGED: "33"}
WIDTH = 100
QUOTES = (Kind.QUOTE_ADDED, Kind.QUOTE_REMOVED, Kind.QUOTE_REWORDED, Kind.QUOTE_REANCHORED)


def render_text(difference: Difference, colour: bool = False) -> str:
    """Return the difference as lines; words that went are `[-so-]`, new ones `{+so+}`, on a terminal coloured too."""
    return "\n".join(_Writer(colour).lines(difference)) + "\n"


class _Writer:
    """Lines of text, with or without colours."""

    def __init__(self, colour: bool) -> None:
        self.colour = colour

    def lines(self, difference: Difference) -> Iterator[str]:
        for problem in difference.problems:
            yield self.paint("33", f"{problem.side}: {problem.path}:{problem.line}: {problem.message}")
        if not difference.briefs:
            yield f"No difference since {title(difference)}."
            return
        yield f"Since {title(difference)}: {count(len(difference.briefs), 'brief')} changed"
        for brief in difference.briefs:
            yield ""
            yield from self.brief(brief)
        if difference.readers():
            yield ""
            yield f"Audiences affected: {', '.join(difference.readers())}"

    def brief(self, brief: BriefDifference) -> Iterator[str]:
        counts = [f"{brief.count(status)} {status.value}" for status in Status if brief.count(status)]
        said = (
            ", ".join([f"brief {brief.status.value}"] * (brief.status is not Status.CHANGED) + counts)
            or "no item changed"
        )
        yield f"{self.paint('1', brief.id)}: {said}"
        for change in brief.changes:
            yield from self.change(change, "  ")
        for item in brief.items:
            yield from self.item(item)
        for source in brief.sources:
            rests = f" ({', '.join(source.items)})" if source.items else ""
            yield f"  {self.paint(COLOURS[Status.CHANGED], '~')} source {self.paint('1', source.id)}{rests}"
            for change in source.changes:
                yield from self.change(change, "      ")

    def item(self, item: ItemDifference) -> Iterator[str]:
        sign = self.paint(COLOURS[item.status], SIGNS[item.status])
        place = "" if "[" in item.name or item.name == item.section else f" ({item.section})"
        yield f"  {sign} {self.paint('1', item.name)}{place}"
        if item.status is not Status.CHANGED:
            yield from _wrapped(_clean(item.text), "      ")
        for change in item.changes:
            yield from self.change(change, "      ")

    def change(self, change: Change, indent: str) -> Iterator[str]:
        before, now = (_clean(side) for side in sides(change))
        head = f"{indent}{label(change)}: "
        where = f" [{change.source}]" if change.source and change.kind in QUOTES else ""
        if change.kind is Kind.NEGATION:
            yield f"{indent}{label(change)}: the other way round than before"
        elif change.kind is Kind.QUOTE_LOST:
            yield from _wrapped(said(before), head, indent)
            if change.pieces:
                likest = f"{indent}  most like it there now: "
                yield from self.marked(_wrapped(self.words(change.pieces), likest, indent))
        elif change.pieces:
            yield from self.marked(_wrapped(self.words(change.pieces) + where, head, indent))
        elif change.kind is Kind.QUOTE_ADDED:
            yield from _wrapped(f"{said(now)}{where}", head, indent)
        elif change.kind is Kind.QUOTE_REMOVED:
            yield from _wrapped(f"{said(before)}{where}", head, indent)
        else:
            yield from _wrapped(f"{before} → {now}{where}", head, indent)

    def words(self, pieces: tuple[Piece, ...]) -> str:
        said = ""
        for piece in pieces:
            text = _clean(piece.text)
            gap = " " if piece.form == "new" and said.endswith("-]") else ""
            said += gap + {"same": text, "old": f"[-{text}-]", "new": f"{{+{text}+}}"}[piece.form]
        return said

    def marked(self, lines: Iterator[str]) -> Iterator[str]:
        """Colour what went and what came; a stretch may run over the end of a line."""
        code = ""
        for line in lines:
            if not self.colour:
                yield line
                continue
            opened = (
                line.replace("[-", "\x1b[31m[-")
                .replace("{+", "\x1b[32m{+")
                .replace("-]", "-]\x1b[0m")
                .replace("+}", "+}\x1b[0m")
            )
            yield f"{code}{opened}\x1b[0m"
            last = max(("31", line.rfind("[-")), ("32", line.rfind("{+")), key=lambda each: each[1])
            closed = max(line.rfind("-]"), line.rfind("+}"))
            code = f"\x1b[{last[0]}m" if last[1] > closed else ("" if closed >= 0 or last[1] >= 0 else code)

    def paint(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{_clean(text)}\x1b[0m" if self.colour else _clean(text)


def _clean(text: str) -> str:
    """`text` on one line, without what would steer a terminal."""
    return "".join(char if char.isprintable() else " " for char in text)


def _wrapped(text: str, first: str, indent: str | None = None) -> Iterator[str]:
    rest = first if indent is None else f"{indent}  "
    yield from textwrap.wrap(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=rest,
        break_long_words=False,
        break_on_hyphens=False,
    )
