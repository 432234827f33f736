"""A brief as a state to compare with another of it: its items in words, with the audiences that get each."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from briefgen.checks.case import Case, Item, effective_markings
from briefgen.differences.states import BriefState, ItemState, SourceState, amount, filled
from briefgen.editions.selection import choose
from briefgen.history.quotes import quote_state
from briefgen.models.audience import Audience
from briefgen.models.scalars import texts
from briefgen.sources.library import Source

TEXTS = ("actor", "question", "statement", "title", "unit")
FIELDS = ("date", "as_of", "likelihood", "confidence", "priority", "kind")
LISTS = ("tags", "basis", "supersedes")
HEADER = ("as_of", "prepared", "language", "marking")


def case_state(case: Case, audiences: Iterable[Audience]) -> BriefState:
    """A brief as a state to compare, with the audiences that get each item."""
    readers: dict[str, list[str]] = {}
    for audience in audiences:
        for item in choose(case, audience).included():
            readers.setdefault(item.name, []).append(audience.id)
    brief = case.brief
    titles = _texts(brief, ("title", "subtitle"), brief.language)
    header = {
        **titles,
        **filled(**{name: getattr(brief, name) for name in HEADER}, authors=", ".join(brief.authors)),
    }
    glossary = {
        f"glossary {term}": text
        for term in brief.glossary
        for text in _texts(brief.glossary, (term,), brief.language).values()
    }
    cited = {cited.source.record.id: cited.source for _, cited in case.cited() if cited.source}
    markings = effective_markings(case)
    items = tuple(
        _item_state(item, markings[item.name], tuple(sorted(readers.get(item.name, ()))))
        for item in case.items
    )
    return BriefState(
        case.id,
        {**header, **glossary},
        items,
        {name: _source_state(source) for name, source in cited.items()},
    )


def _item_state(item: Item, marking: str, readers: tuple[str, ...]) -> ItemState:
    model = item.model
    said = _texts(model, TEXTS, item.language)
    said |= filled(
        values="; ".join(_values(model, item.language)), places="; ".join(_places(model, item.language))
    )
    fields = filled(**{name: getattr(model, name, None) for name in FIELDS}, marking=marking)
    fields |= filled(
        **{name: ", ".join(getattr(model, name, ())) for name in LISTS},
        derived="; ".join(getattr(model, "derived", ())),
    )
    languages = {name: name.partition(".")[2] or item.language for name in said}
    quotes = tuple(quote_state(cited) for cited in item.citations)
    return ItemState(
        item.name, bool(getattr(model, "id", None)), item.section, said, languages, quotes, fields, readers
    )


def _texts(owner: Any, names: Iterable[str], language: str) -> dict[str, str]:
    """The texts of some fields by name, those in other languages as `name.language`."""
    found: dict[str, str] = {}
    for name in names:
        value = owner.get(name) if isinstance(owner, dict) else getattr(owner, name, None)
        for tag, below, text in texts(value, language):
            found[f"{name}.{tag}" if below and tag != language else name] = " ".join(text.split())
    return found


def _values(model: Any, language: str) -> Iterator[str]:
    for value in getattr(model, "values", None) or ():
        yield f"{_first(value.label, language)}: {amount(value.value, value.low, value.high, value.approximate)}"


def _places(model: Any, language: str) -> Iterator[str]:
    for place in getattr(model, "places", None) or ():
        yield f"{_first(place.name, language)} ({place.lat}, {place.lon})"


def _first(value: str | Mapping[str, str], language: str) -> str:
    return next(text for _, _, text in texts(value, language))


def _source_state(source: Source) -> SourceState:
    entry = source.record.model_dump(by_alias=True, exclude={"id", "author"})
    authors = ", ".join(name.display for name in source.record.author or ())
    return SourceState(source.record.id, source.sha256, filled(**entry, author=authors))
