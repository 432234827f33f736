"""Sets copy: finds the size, writes the file, and says exactly what is wrong where it cannot."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from math import sqrt

from briefgen.pages.cutting import CUTTABLE, settle
from briefgen.pages.engine import OpenDocument, ParsedSheet, engine_for, missing_glyphs
from briefgen.pages.finishing import write
from briefgen.pages.measuring import Layout
from briefgen.pages.memory import memory_key, memory_of, recalled
from briefgen.pages.search import Result, points, search, steps
from briefgen.pages.tokens import inlined
from briefgen.pages.tuning import measuring_only, tuned
from briefgen.pages.values import (
    MM_PER_PX,
    Copy,
    Cut,
    Fault,
    Faults,
    Fit,
    MissingGlyph,
    Overflow,
    PageSpec,
    Resources,
    Typeset,
    Without,
)

PAGE_MM = {"a4": (210.0, 297.0), "letter": (215.9, 279.4)}
"""Page sizes in millimetres (ISO 216, ANSI Y14.1)."""

STRETCH_MM = 5000.0
"""So much longer is the page of a sketch; more than any brief takes."""

MM2_PER_CHARACTER = 0.16
"""Room that a character of a brief takes on average at 1 pt, margins and headings included. A first guess only:
the search corrects it."""

ALMOST = 0.95
"""A guess so near the comfortable size is taken for it: short briefs are common, and need no second layout then."""

ENDLESS = "@page :nth({page}){{margin-bottom:-5000mm!important}}"
"""Lets the last allowed page run on, so that one layout tells how far the copy would reach."""


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """A layout makes many objects and no garbage; the collector costs it 7%."""
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def set_copy(
    copy: Copy,
    stylesheets: tuple[str, ...],
    page: PageSpec,
    resources: Resources,
    remembered: str | None,
    without: Without | None,
) -> Typeset | Faults:
    """See `briefgen.pages.typeset`."""
    with _collector_at_rest(), tuned():
        return _Setting(copy, stylesheets, page, resources, without).run(remembered)


class _Setting:
    """One edition on its way to the page."""

    def __init__(
        self,
        copy: Copy,
        stylesheets: tuple[str, ...],
        page: PageSpec,
        resources: Resources,
        without: Without | None,
    ) -> None:
        self._copy = copy
        self._page = page
        self._without = without
        self._again = (stylesheets, page, resources)
        self._engine = engine_for(resources, stylesheets)
        self._sheets: tuple[ParsedSheet, ...] = (
            self._engine.faces,
            *self._engine.sheets(inlined(stylesheets, "var(" in copy.html)),
        )
        self._open: OpenDocument = self._engine.open(copy.html)
        self._layouts: dict[int, Layout] = {}
        self._extra_layouts = 0

    def run(self, remembered: str | None) -> Typeset | Faults:
        """The finished edition, or everything that is wrong with it."""
        key = memory_key(self._copy, *self._again)
        result = self._search(recalled(remembered, key))
        if not result.trial.fits and self._page.drop_could and self._without is not None:
            dropped = self._droppable(result.trial)
            if dropped:
                return self._set_without(dropped)
        with missing_glyphs() as missing:
            pdf = write(result.trial.document, self._copy, result.trial.size_pt)
        parsing = [refusal for sheet in self._sheets for refusal in sheet.refused]
        refused = {fault.url: fault for fault in (*self._open.fetcher.refused, *parsing)}
        refused |= {fault.url: fault for fault in result.trial.attachments()}
        faults: list[Fault] = [*refused.values(), *self._missing(missing)]
        faults += result.trial.protrusions()
        if not result.trial.fits:
            faults.append(self._overflow(result.trial))
        if faults:
            return Faults(tuple(faults))
        memory = memory_of(key, result.step)
        return Typeset(pdf, self._fit(result.trial), memory, fonts=_fonts(result.trial))

    def _lay_out(self, step: int) -> Layout:
        if step not in self._layouts:
            document = self._open.at(self._sheets, self._page, points(step))
            self._layouts[step] = Layout(document, self._page, step)
        return self._layouts[step]

    def _sketch(self, step: int) -> Layout:
        """A layout that is only measured: a single page has no foot, several break where they would."""
        width, height = self._sheet_mm
        stretch = STRETCH_MM if self._page.max_pages == 1 else 0.0
        rules = f"@page{{size:{width}mm {height + stretch}mm}}"
        self._extra_layouts += 1
        with measuring_only():
            document = self._open.at(self._sheets, self._page, points(step), rules)
        return Layout(document, self._page, step, stretch / MM_PER_PX)

    def _search(self, remembered: int | None) -> Result[Layout]:
        lowest = steps(self._page.min_pt, up=True)
        highest = max(steps(self._page.comfortable_pt), lowest)
        guess = self._guess() if remembered is None else remembered
        start = min(max(guess, lowest), highest)
        # Likely to be the last one as well where something is remembered, or the copy is short.
        whole = remembered is not None or start == highest
        first = self._lay_out(start) if whole else self._sketch(start)
        # Statements smaller than the body raise the floor of the body.
        share = first.smallest_statement() or 1.0
        lowest = steps(self._page.min_pt / min(share, 1.0), up=True)
        highest = max(highest, lowest)
        if remembered == first.step and first.step >= lowest and first.fits:
            return Result(first.step, first, 1)
        return search(self._lay_out, lowest, highest, start, None if whole else first)

    @property
    def _sheet_mm(self) -> tuple[float, float]:
        return PAGE_MM.get(self._page.size.lower(), PAGE_MM["a4"])

    def _guess(self) -> int:
        """A size for the first layout, from the amount of text alone."""
        width, height = self._sheet_mm
        room = width * height * self._page.max_pages
        guess = steps(sqrt(room / (MM2_PER_CHARACTER * max(self._open.characters(), 1))))
        top = steps(self._page.comfortable_pt)
        return top if guess >= ALMOST * top else guess

    def _fit(self, layout: Layout) -> Fit:
        spare = max(0.0, layout.room - layout.used)
        return Fit(
            size_pt=layout.size_pt,
            pages=layout.pages,
            fill=min(1.0, layout.used / layout.room),
            room_lines=int(spare / layout.leading),
            layouts=len(self._layouts) + self._extra_layouts,
        )

    def _missing(self, characters: set[str]) -> Iterator[MissingGlyph]:
        """One fault an item that has such characters, and one for those that stand elsewhere."""
        left = set(characters)
        for item, text in self._open.items():
            here = characters.intersection(text)
            left -= here
            if here:
                yield MissingGlyph("".join(sorted(here)), item)
        if left:
            yield MissingGlyph("".join(sorted(left)), None)

    def _excess(self, document: OpenDocument, normal: Layout) -> tuple[Layout, float]:
        """The layout with an endless last page, and how many millimetres its text reaches too far."""
        last = self._page.max_pages
        endless = document.at(self._sheets, self._page, normal.size_pt, ENDLESS.format(page=last))
        self._extra_layouts += 1
        layout = Layout(endless, self._page, normal.step)
        return layout, (layout.reach(last - 1) - normal.foot(last - 1)) * MM_PER_PX

    def _overflow(self, normal: Layout) -> Overflow:
        last = self._page.max_pages - 1
        layout, excess = self._excess(self._open, normal)
        lines, words = layout.below(last, normal.foot(last))
        cuts, fits = self._cuts(layout.items(), excess, normal, CUTTABLE)
        tried = len(self._layouts) + self._extra_layouts
        return Overflow(normal.size_pt, excess, lines, words, cuts, fits, tried)

    def _cuts(
        self, items: Sequence[Cut], excess: float, normal: Layout, priorities: Sequence[str]
    ) -> tuple[tuple[Cut, ...], bool]:
        """The fewest cuts in order, and whether the copy was laid out without them and fits."""
        return settle(items, excess, priorities, lambda names: self._excess_without(names, normal))

    def _excess_without(self, names: frozenset[str], normal: Layout) -> float:
        """How far the copy reaches beyond its foot without some items: composed anew, or with them hidden."""
        if self._without is not None:
            return self._excess(self._engine.open(self._without(names).html), normal)[1]
        hidden = ",".join(f'[data-item="{_escaped(name)}"]' for name in sorted(names))
        sheet = self._engine.sheets([hidden + "{display:none!important}"])
        last = self._page.max_pages
        rules = ENDLESS.format(page=last)
        document = self._open.at([*self._sheets, *sheet], self._page, normal.size_pt, rules)
        self._extra_layouts += 1
        reach = Layout(document, self._page, normal.step).reach(last - 1)
        return (reach - normal.foot(last - 1)) * MM_PER_PX

    def _droppable(self, normal: Layout) -> frozenset[str]:
        """The `could` items whose absence makes the copy fit; none where even all of them do not."""
        layout, excess = self._excess(self._open, normal)
        cuts, fits = self._cuts(layout.items(), excess, normal, ("could",))
        return frozenset(cut.item for cut in cuts) if fits else frozenset()

    def _set_without(self, dropped: frozenset[str]) -> Typeset | Faults:
        assert self._without is not None
        stylesheets, page, resources = self._again
        setting = _Setting(self._without(dropped), stylesheets, page, resources, None)
        outcome = setting.run(None)
        if isinstance(outcome, Typeset):
            return replace(outcome, dropped=tuple(sorted(dropped)))
        return outcome


def _escaped(text: str) -> str:
    """Text inside a CSS string."""
    return text.replace("\\", "\\\\").replace('"', '\\"')


def _fonts(layout: Layout) -> tuple[str, ...]:
    """The families of the fonts in the file."""
    return tuple(sorted({str(font.family) for font in layout.document.fonts.values()}))
