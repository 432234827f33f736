"""The table of `build --fit report`: how each edition sits on its pages."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefgen.pages.values import Faults, Overflow, Typeset

HEADINGS = ("edition", "size", "pages", "filled", "room", "layouts", "cut first")


@dataclass(frozen=True, slots=True)
class Line:
    """One edition: `BRIEF/AUDIENCE` and what came of it; a text tells why it was not laid out."""

    edition: str
    outcome: Typeset | Faults | str


def table(lines: Iterable[Line]) -> str:
    """The report as plain text, columns aligned; ends with a line break."""
    rows = [HEADINGS, *(_row(line) for line in lines)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADINGS))]
    return "".join(_aligned(row, widths) + "\n" for row in rows)


def plural(count: int, noun: str) -> str:
    """`1 line`, `2 lines`."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _aligned(row: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


def _row(line: Line) -> tuple[str, ...]:
    outcome = line.outcome
    if isinstance(outcome, str):
        return (line.edition, "-", "-", "-", "-", "-", outcome)
    if isinstance(outcome, Typeset):
        fit = outcome.fit
        dropped = f"left out: {', '.join(outcome.dropped)}" if outcome.dropped else "-"
        room = plural(fit.room_lines, "line")
        size, filled = f"{fit.size_pt:.2f} pt", f"{fit.fill:.0%}"
        return (line.edition, size, str(fit.pages), filled, room, str(fit.layouts), dropped)
    for fault in outcome.faults:
        if isinstance(fault, Overflow):
            return _overflow_row(line.edition, fault)
    return (line.edition, "-", "-", "-", "-", "-", "faults: briefgen build")


def _overflow_row(edition: str, fault: Overflow) -> tuple[str, ...]:
    cuts = ", ".join(f"{cut.item} ({cut.priority}, {plural(cut.lines, 'line')})" for cut in fault.cuts)
    over = f"over by {fault.mm:.1f} mm, {plural(fault.lines, 'line')}, {plural(fault.words, 'word')}"
    verdict = "" if fault.fits_after else " - and still too long"
    return (
        edition,
        f"{fault.size_pt:.2f} pt",
        "-",
        "over",
        over,
        str(fault.layouts),
        (cuts or "nothing") + verdict,
    )
