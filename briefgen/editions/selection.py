"""Who may read what: the items of a brief that one audience gets, before anything is composed of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefgen.checks.case import Case, Item
from briefgen.editions.clearance import Clearance, clear
from briefgen.models.audience import Audience
from briefgen.models.vocabulary import strictest


@dataclass(frozen=True, slots=True)
class Selection:
    """The items that one audience reads, by section in its order.

    `marking` is the strictest among them; `withheld` counts the items above the audience's clearance.
    """

    items: Mapping[str, tuple[Item, ...]]
    clearance: Clearance
    marking: str
    withheld: int
    dropped: int

    @property
    def markings(self) -> Mapping[str, str]:
        """The effective markings of all items by name."""
        return self.clearance.markings

    def included(self) -> Iterator[Item]:
        """Every item that is read."""
        for items in self.items.values():
            yield from items


def choose(case: Case, audience: Audience, without: frozenset[str] = frozenset()) -> Selection:
    """Choose the items of `case` that `audience` may read and wants, less those named in `without`."""
    clearance = clear(case, audience)
    meant = [item for item in case.items if is_meant(item, audience)]
    cleared = [item for item in meant if item.name not in clearance.withheld]
    kept = _within_limits([item for item in cleared if item.name not in without], audience)
    sections: dict[str, tuple[Item, ...]] = {
        name: tuple(item for item in kept if item.section == name)
        for name in audience.sections
        if name != "glossary"
    }
    return Selection(
        items=sections,
        clearance=clearance,
        marking=strictest(tuple(clearance.markings[item.name] for item in kept))
        if kept
        else case.brief.marking,
        withheld=len(meant) - len(cleared),
        dropped=sum(item.name in without for item in cleared),
    )


def is_meant(item: Item, audience: Audience) -> bool:
    """Whether the audience's sections and priorities want this item."""
    priority = getattr(item.model, "priority", None)
    return item.section in audience.sections and (priority is None or priority in audience.priorities)


def _within_limits(items: list[Item], audience: Audience) -> list[Item]:
    """The items that an audience's limits per section leave, the more important ones kept, order unchanged."""
    ranks = {"must": 0, "should": 1, "could": 2}
    kept: set[int] = set()
    for section in audience.sections:
        here = [item for item in items if item.section == section]
        ranked = sorted(here, key=lambda item: ranks.get(getattr(item.model, "priority", "must"), 0))
        kept.update(id(item) for item in ranked[: audience.limits.get(section, len(ranked))])
    return [item for item in items if id(item) in kept]
