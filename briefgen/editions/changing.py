"""What changed for one audience since an earlier edition.

Both sides are views of this audience, so a change is told only of what it was given then and is given now. Old words
are never shown; an item that is gone is counted only where the brief itself no longer has it, so that nobody learns
of an item that was withdrawn from them.
"""

from collections.abc import Iterator
from dataclasses import replace

from briefgen.checks.case import Case
from briefgen.differences.comparing import compare_items
from briefgen.differences.records import ItemDifference, Kind, Status
from briefgen.differences.states import BriefState, ItemState, QuoteState, SourceState, amount, filled
from briefgen.editions.view import ChangesView, EditionView, FigureView, ItemView, Reference

MARKS = {Status.ADDED: "new", Status.CHANGED: "changed"}
UNSEEN = frozenset({Kind.QUOTE_REANCHORED, Kind.QUOTE_FIELD, Kind.PRIORITY, Kind.ID, Kind.SECTION})
"""Changes that a reader does not see on the page."""
UNSEEN_FIELDS = frozenset({"tags", "basis", "supersedes", "kind"})


def with_changes(view: EditionView, before: EditionView | None, case: Case) -> EditionView:
    """The view with its changed items marked, against what the audience was given `before` (None: cannot be told)."""
    if before is None:
        return view
    found = [each for each in compare_items(state_of(before).items, state_of(view).items) if _is_seen(each)]
    marks = {each.name: MARKS[each.status] for each in found if each.status in MARKS}
    sections = tuple(
        replace(
            section, items=tuple(replace(item, change=marks.get(item.name, "")) for item in section.items)
        )
        for section in view.sections
    )
    figures = tuple(replace(figure, change=marks.get(figure.name, "")) for figure in view.figures)
    gone = [each for each in found if each.status is Status.REMOVED and _is_gone(each, case, view)]
    counted = list(marks.values())
    changes = ChangesView(
        before.prepared or before.as_of or "", counted.count("new"), counted.count("changed"), len(gone)
    )
    return replace(view, sections=sections, figures=figures, changes=changes)


def _is_seen(difference: ItemDifference) -> bool:
    if difference.section == "map":
        return False
    return difference.status is not Status.CHANGED or any(
        change.kind not in UNSEEN and change.field not in UNSEEN_FIELDS for change in difference.changes
    )


def _is_gone(difference: ItemDifference, case: Case, view: EditionView) -> bool:
    """Whether the brief no longer has the item; one without an id is only told of where this audience reads everything."""
    if "[" not in difference.name:
        return difference.name not in {item.name for item in case.items}
    shown = {item.name for item in view.items()} | {figure.name for figure in view.figures}
    return all(item.name in shown for item in case.items if item.section != "map")


def state_of(view: EditionView) -> BriefState:
    """An edition as a state to compare."""
    header = {"title": view.title, "subtitle": view.subtitle, "as_of": view.as_of, "prepared": view.prepared}
    header |= {"authors": ", ".join(view.authors), "marking": view.marking}
    sources = {
        source.id: SourceState(source.id, source.sha256, filled(
            title=source.title, publisher=source.publisher, issued=source.issued, URL=source.url,
            descriptor=source.descriptor, reliability=source.reliability, marking=source.marking,
            author=", ".join(source.authors),
        ))
        for source in view.sources
    }  # fmt: skip
    return BriefState(view.brief, filled(**header), tuple(_items(view)), sources)


def _items(view: EditionView) -> Iterator[ItemState]:
    for item in view.items():
        yield _item(item, view)
    for figure in view.figures:
        yield _figure(figure, view)
    if view.map is not None:
        texts = filled(title=view.map.title, places="; ".join(place.name for place in view.map.places))
        yield _state(
            "map",
            "map",
            texts,
            view.language,
            _quotes(view.map.notes, view),
            {"marking": view.map.marking},
            view,
        )


def _item(item: ItemView, view: EditionView) -> ItemState:
    texts = filled(actor=item.actor, question=item.question, statement=item.statement)
    fields = filled(
        date=item.date, as_of=item.as_of, likelihood=item.likelihood, confidence=item.confidence,
        priority=item.priority, marking=item.marking, tags=", ".join(item.tags),
        basis=", ".join(link.anchor for link in item.basis), supersedes=", ".join(link.anchor for link in item.supersedes),
        derived="; ".join(_derived(item.notes, view)),
    )  # fmt: skip
    return _state(item.name, item.section, texts, item.language, _quotes(item.notes, view), fields, view)


def _figure(figure: FigureView, view: EditionView) -> ItemState:
    values = "; ".join(
        f"{each.label}: {amount(each.value, each.low, each.high, each.approximate)}" for each in figure.values
    )
    references = (*figure.notes, *(note for each in figure.values for note in each.notes))
    texts = filled(title=figure.title, unit=figure.unit, values=values)
    fields = filled(kind=figure.kind, priority=figure.priority, marking=figure.marking, as_of=figure.as_of)
    return _state(figure.name, "figures", texts, figure.language, _quotes(references, view), fields, view)


def _state(
    name: str,
    section: str,
    texts: dict[str, str],
    language: str,
    quotes: tuple[QuoteState, ...],
    fields: dict[str, str],
    view: EditionView,
) -> ItemState:
    languages = dict.fromkeys(texts, language)
    return ItemState(name, "[" not in name, section, texts, languages, quotes, fields, (view.audience,))


def _quotes(references: tuple[Reference, ...], view: EditionView) -> tuple[QuoteState, ...]:
    notes = {note.number: note for note in view.notes}
    cited = ((notes[each.number], each.relation) for each in references if each.number in notes)
    return tuple(
        QuoteState(
            note.source,
            note.quote,
            (note.before, note.after) if note.verified else None,
            filled(page=note.page, relation=relation, credibility=note.credibility),
            True if note.verified else None,  # a note does not say why it could not be verified
        )
        for note, relation in cited
        if note.source is not None
    )


def _derived(references: tuple[Reference, ...], view: EditionView) -> Iterator[str]:
    numbers = {each.number for each in references}
    yield from (note.derivation for note in view.notes if note.number in numbers and note.derivation)
