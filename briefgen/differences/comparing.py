"""The comparison of two states of a brief: headers, items and sources. Owns which pairs are compared, and in which order."""

from collections.abc import Iterable, Iterator, Mapping

from briefgen.differences.matching import pair_briefs, pair_items
from briefgen.differences.quoting import quote_changes
from briefgen.differences.records import (
    BriefDifference,
    Change,
    ItemDifference,
    Kind,
    SourceDifference,
    Status,
)
from briefgen.differences.saying import wording_changes
from briefgen.differences.states import BriefState, ItemState, SourceState

NAMED = {kind.value: kind for kind in (Kind.LIKELIHOOD, Kind.CONFIDENCE, Kind.MARKING, Kind.PRIORITY)}
"""Fields with a kind of change of their own."""
ORDER = {kind: place for place, kind in enumerate(Kind)}


def compare_all(before: Mapping[str, BriefState], now: Mapping[str, BriefState]) -> Iterator[BriefDifference]:
    """Yield the briefs that differ, by id; one whose file was renamed is compared with itself."""
    former = {new.id: old for old, new in pair_briefs(_only(before, now), _only(now, before))}
    renamed = {old.id for old in former.values()}
    for brief in sorted({*before, *now} - renamed):
        found = compare_briefs(former.get(brief, before.get(brief)), now.get(brief))
        if found:
            yield found


def _only(mine: Mapping[str, BriefState], other: Mapping[str, BriefState]) -> list[BriefState]:
    return [state for brief, state in sorted(mine.items()) if brief not in other]


def compare_briefs(before: BriefState | None, now: BriefState | None) -> BriefDifference | None:
    """What changed from `before` to `now`; None on one side means that there was no such brief, None back: nothing."""
    if before is None or now is None:
        return _whole(now or before, Status.ADDED if before is None else Status.REMOVED)
    items = tuple(compare_items(before.items, now.items))
    sources = tuple(_sources(before, now))
    renamed = (Change(Kind.ID, before.id, now.id),) if before.id != now.id else ()
    header = (*renamed, *_header(before.header, now.header))
    if not (items or sources or header):
        return None
    return BriefDifference(now.id, Status.CHANGED, now.header.get("title", now.id), header, items, sources)


def _whole(brief: BriefState | None, status: Status) -> BriefDifference | None:
    if brief is None:
        return None
    items = tuple(_alone(item, status) for item in brief.items)
    return BriefDifference(brief.id, status, brief.header.get("title", brief.id), items=items)


def _alone(item: ItemState, status: Status) -> ItemDifference:
    return ItemDifference(item.name, item.section, status, item.text, readers=item.readers)


def compare_items(before: Iterable[ItemState], now: Iterable[ItemState]) -> Iterator[ItemDifference]:
    """Yield the items that differ: in the order of `now`, then those that are gone."""
    new_items = tuple(now)
    pairs, gone, added = pair_items(tuple(before), new_items)
    former = {id(new): old for old, new in pairs}
    fresh = {id(item) for item in added}
    for item in new_items:
        if id(item) in fresh:
            yield _alone(item, Status.ADDED)
            continue
        changes = tuple(item_changes(former[id(item)], item))
        if changes:
            readers = tuple(sorted({*former[id(item)].readers, *item.readers}))
            yield ItemDifference(item.name, item.section, Status.CHANGED, item.text, changes, readers)
    yield from (_alone(item, Status.REMOVED) for item in gone)


def item_changes(old: ItemState, new: ItemState) -> list[Change]:
    """All that changed in one item, what readers see first."""
    return sorted(dict.fromkeys(_item_changes(old, new)), key=lambda change: ORDER[change.kind])


def _item_changes(old: ItemState, new: ItemState) -> Iterator[Change]:
    if (old.has_id or new.has_id) and old.name != new.name:
        yield Change(Kind.ID, old.name if old.has_id else "", new.name if new.has_id else "")
    if old.section != new.section:
        yield Change(Kind.SECTION, old.section, new.section)
    for field in dict.fromkeys((*old.texts, *new.texts)):
        language = new.languages.get(field) or old.languages.get(field, "")
        yield from _text_changes(field, old.texts.get(field, ""), new.texts.get(field, ""), language)
    yield from _fields(old.fields, new.fields)
    if old.readers != new.readers:
        yield Change(Kind.AUDIENCES, ", ".join(old.readers), ", ".join(new.readers))
    yield from quote_changes(old.quotes, new.quotes)


def _text_changes(field: str, old: str, new: str, language: str) -> Iterator[Change]:
    if old and new:
        yield from wording_changes(field, old, new, language)
    elif old or new:
        yield Change(Kind.FIELD, old, new, field)


def _fields(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Change]:
    for name in dict.fromkeys((*old, *new)):
        before, now = old.get(name, ""), new.get(name, "")
        if before != now:
            kind = NAMED.get(name, Kind.FIELD)
            yield Change(kind, before, now, "" if name in NAMED else name)


def _header(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Change]:
    for name in dict.fromkeys((*old, *new)):
        if old.get(name, "") != new.get(name, ""):
            yield Change(Kind.FIELD, old.get(name, ""), new.get(name, ""), name)


def _sources(before: BriefState, now: BriefState) -> Iterator[SourceDifference]:
    """The sources that both states cite, where file or entry differ."""
    for name in sorted(before.sources.keys() & now.sources.keys()):
        changes = tuple(_source_changes(before.sources[name], now.sources[name]))
        if changes:
            resting = (item.name for item in now.items if any(quote.source == name for quote in item.quotes))
            yield SourceDifference(name, changes, tuple(resting))


def _source_changes(old: SourceState, new: SourceState) -> Iterator[Change]:
    if old.sha256 != new.sha256:
        yield Change(Kind.SOURCE_FILE, old.sha256 or "", new.sha256 or "", source=new.id)
    yield from _header(old.fields, new.fields)
