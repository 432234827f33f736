"""Clearance: which items are withheld from an audience, and which judgements lose part of their basis by that."""

from collections.abc import Mapping
from dataclasses import dataclass

from briefgen.checks.case import Case, Item, effective_markings
from briefgen.models.audience import Audience
from briefgen.models.vocabulary import TLP


@dataclass(frozen=True, slots=True)
class Clearance:
    """What is kept from one audience.

    `markings` are the effective markings of all items by name; `withheld` the names of the items that the audience
    may not read; `bereft` names, for each item whose basis is withheld in part, what it loses.
    """

    markings: Mapping[str, str]
    withheld: frozenset[str]
    bereft: Mapping[str, tuple[str, ...]]


def clear(case: Case, audience: Audience) -> Clearance:
    """Decide what `audience` may read of `case`.

    An item is withheld where its effective marking is above the audience's, where it is meant for other audiences
    only, and, unless the audience flags such items, where its basis is withheld.
    """
    markings = effective_markings(case)
    withheld = {item.name for item in case.items if not may_read(item, markings[item.name], audience)}
    bereft: dict[str, tuple[str, ...]] = {}
    while True:
        found = {item.name: lost for item in case.items if (lost := _lost(item, withheld))}
        falling = (
            {name for name in found if name not in withheld}
            if audience.withheld_basis == "withhold"
            else set()
        )
        bereft = found
        if not falling:
            return Clearance(markings, frozenset(withheld), bereft)
        withheld |= falling


def may_read(item: Item, marking: str, audience: Audience) -> bool:
    """Whether `audience` is cleared for `marking` and the item is meant for it."""
    only = getattr(item.model, "audiences", None)
    return TLP.index(marking) <= TLP.index(audience.marking) and (only is None or audience.id in only)


def _lost(item: Item, withheld: set[str]) -> tuple[str, ...]:
    return tuple(name for name in getattr(item.model, "basis", ()) if name in withheld)
