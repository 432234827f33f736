"""Quotes from tables: which cells they hold, and the unit that a quoted heading gives to a figure below or beside it.

A heading speaks for a figure only if it is quoted too, if the source's own table has the two in one column or row, and
if nothing else over or beside the figure, nor the lines around the table, says another unit or magnitude. A figure
that stands in no such table is left as it is written.
"""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from msgspec.structs import replace

from briefgen.checks.words.compare import Quoted
from briefgen.evidence.figures.backing import Figures, Mention, read_figures
from briefgen.evidence.languages import LanguagePack, pack_for
from briefgen.evidence.languages.units import UNMEASURED
from briefgen.evidence.quantities.quantity import Quantity, Reading
from briefgen.evidence.quotes.quoted import Part, part_of, parts_of
from briefgen.evidence.text.normal import normalise, steps_of
from briefgen.evidence.text.resizing import RecordedText
from briefgen.evidence.text.sentences import Span
from briefgen.evidence.text.source_text import SourceText
from briefgen.sources.extracted import Cell, SourceFault, Table
from briefgen.sources.headings import SAMPLE, heads_over, hinted_in, is_bare, units_in

MOST_AROUND = 5_000
"""So many characters of a line next to a table are looked at: a longer one is neither its caption nor its note."""


class Held:
    """A cell that a quote holds whole, and where it stands in the quote as it is written."""

    __slots__ = ("cell", "end", "start", "table")

    def __init__(self, table: Table, cell: Cell, start: int, end: int) -> None:
        self.table, self.cell, self.start, self.end = table, cell, start, end


def figures_of(quoted: Quoted, beside: Sequence[Quoted]) -> Figures:
    """The figures of a quote; those in cells of a table with the units of their headings, where `beside` quotes them."""
    pack = pack_for(quoted.language)
    held = list(_cells(quoted))
    if len(held) < 2 and not (held and len(beside) > 1):
        return read_figures(quoted.text, pack)
    figures = read_figures(_parted(quoted.text, held), pack)
    source = quoted.source.prepared if quoted.source else None
    if source is None:
        return figures
    heads = [each.cell for other in beside if other.source is quoted.source for each in _cells(other)]
    quantities = {q.start: q for q in figures.quantities}
    tables = {id(each.table): each.table for each in held}
    around = {key: tuple(_units_around(table, source.raw, pack)) for key, table in tables.items()}
    for each, bare in _bare_in(held, figures):
        unit = _unit_over(each, heads, around[id(each.table)], source, pack)
        if unit is not None:
            quantities[bare.start] = _with_unit(bare, unit)
    return replace(figures, quantities=tuple(quantities.values()))


def heading_hint(stated: Mention, quotes: Sequence[Quoted]) -> str:
    """The advice to quote the heading that says what the digits of a stated figure are counted in, where there is one."""
    heading = _heading_over(stated, quotes)
    quoted = any(normalise(heading) in normalise(each.text) for each in quotes)
    return "" if quoted else f"the table's heading “{heading}” says what it is counted in: cite that, too"


def _heading_over(stated: Mention, quotes: Sequence[Quoted]) -> str:
    if not isinstance(stated, Quantity):
        return ""
    for quoted in quotes:
        source, pack = quoted.source, pack_for(quoted.language)
        held = list(_cells(quoted))
        for each, bare in _bare_in(held, read_figures(_parted(quoted.text, held), pack)) if held else ():
            if bare.value * stated.scale == stated.value and source is not None and source.text is not None:
                heads = (
                    source.text[head.start : head.end] for head in each.table if heads_over(head, each.cell)
                )
                return next((head for head in heads if units_in(head, pack)), "")
    return ""


def _bare_in(held: Iterable[Held], figures: Figures) -> Iterator[tuple[Held, Quantity]]:
    """Yield the cells that are one figure, of which nothing in the quote says what it is counted in."""
    for each in held:
        inside = [q for q in figures.quantities if each.start <= q.start and q.end <= each.end]
        if len(inside) == 1 and is_bare(inside[0]):
            yield each, inside[0]


def _cells(quoted: Quoted) -> Iterator[Held]:
    """The cells that a quote holds whole, in order; none where its source has no tables."""
    found = quoted.cited.found if quoted.cited else None
    source = quoted.source
    if found is None or found.anchor is None or source is None or source.prepared is None:
        return
    if isinstance(source.content, SourceFault) or not source.content.tables:
        return
    parts = parts_of(quoted.text)
    if len(parts) != len(found.anchor.parts):
        parts = (part_of(quoted.text, 0, len(quoted.text)),)
    for part, stands in zip(parts, found.anchor.parts, strict=False):
        for table in source.content.tables:
            yield from _cells_within(part, stands, table, source.prepared)


def _cells_within(part: Part, stands: Span, table: Table, source: SourceText) -> Iterator[Held]:
    if not table or stands[1] <= table[0].start or table[-1].end <= stands[0]:
        return
    base = source.to_normal(*stands)[0]
    back = RecordedText(part.needle, steps_of(part.text))
    for cell in table:
        if stands[0] <= cell.start < cell.end <= stands[1]:
            low, high = source.to_normal(cell.start, cell.end)
            start, end = back.origin(low - base, high - base)
            words = part.text[start:end].strip()
            if words and normalise(words) == normalise(source.raw[cell.start : cell.end]):
                first = part.start + part.text.index(words, start)
                yield Held(table, cell, first, first + len(words))


def _parted(text: str, held: list[Held]) -> str:
    """The quote with a tab between cells: two figures in a row are no "12 320"."""
    ends = {each.end for each in held if text[each.end : each.end + 1].isspace()}
    return "".join("\t" if at in ends else char for at, char in enumerate(text))


def _units_around(table: Table, raw: str, pack: LanguagePack) -> Iterator[Quantity]:
    for line in lines_around(table, raw):
        yield from hinted_in(line, pack)


def _unit_over(
    held: Held, quoted: list[Cell], around: tuple[Quantity, ...], source: SourceText, pack: LanguagePack
) -> Quantity | None:
    """The one unit that the headings of a cell give, if one is quoted and no line `around` the table says another."""
    cell = held.cell
    heads = [each for each in held.table if heads_over(each, cell)]
    if not any(units_in(source.raw[each.start : each.end], pack) for each in heads if each in quoted):
        return None
    units = [unit for each in heads for unit in units_in(source.raw[each.start : each.end], pack)]
    one = all(_meaning(unit) == _meaning(units[0]) for unit in units)
    return units[0] if one and not any(_differs(unit, units[0]) for unit in around) else None


def lines_around(table: Table, raw: str) -> tuple[str, str]:
    """The line before a table (its caption, often) and the one after it (a note), as far as they are next to it."""
    before, after = table[0].start, table[-1].end
    while before and raw[before - 1].isspace():
        before -= 1
    while after < len(raw) and raw[after].isspace():
        after += 1
    nearest = max(0, before - MOST_AROUND)
    first = max(nearest, raw.rfind("\n", nearest, before) + 1)
    return raw[first:before], raw[after : after + MOST_AROUND].partition("\n")[0]


def _meaning(unit: Quantity) -> tuple[object, ...]:
    return unit.readings, unit.scale, unit.rate, unit.apiece


def _differs(around: Quantity, unit: Quantity) -> bool:
    """Whether a line around the table says another unit, or a magnitude that the heading does not."""
    if around.unit.dimension in UNMEASURED:
        return around.scale != unit.scale
    return _meaning(around) != _meaning(unit)


def _with_unit(bare: Quantity, unit: Quantity) -> Quantity:
    """A figure of a cell as its heading has it."""
    readings = tuple(
        Reading(one.value * worth, one.step * worth, each.unit)
        for one in bare.readings
        for each in unit.readings
        for worth in [Fraction(each.value) / SAMPLE]
    )
    return replace(
        bare,
        readings=readings,
        scale=unit.scale,
        rate=unit.rate,
        explicit_rate=unit.explicit_rate,
        apiece=unit.apiece,
        noun="",
    )
