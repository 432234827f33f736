"""Waivers: what an item may break, with a reason; and the waivers that allow nothing."""

from collections.abc import Iterator

from briefgen.catalogue import rule, rules
from briefgen.checks.case import Case, Item
from briefgen.diagnostics import Finding, Route
from briefgen.documents.validation import nearest

WHOLE = frozenset({"not-locked"})
"""Rules of a whole brief, told at one of its items: that one's waiver would speak for all of them."""
LATER = ("readers", "page")
"""The families whose rules show only when editions are made: whether their waivers are used cannot be told before."""


def waive(findings: list[Finding], case: Case) -> tuple[list[Finding], int]:
    """Take out what waivers allow and count it; add `unused-waiver` for those that allow nothing."""
    owners = {item.route: item for item in case.items}
    used: set[tuple[Route, int]] = set()
    kept = []
    for finding in findings:
        item = owners.get(finding.route[:2]) if finding.path is None and finding.rule not in WHOLE else None
        waiver = _waiver(item, finding.rule) if item else None
        if item is None or waiver is None:
            kept.append(finding)
        else:
            used.add((item.route, waiver))
    return [*kept, *_useless(case, used)], len(findings) - len(kept)


def _waiver(item: Item, name: str) -> int | None:
    allowed = getattr(item.model, "allow", ())
    return next((index for index, waiver in enumerate(allowed) if waiver.rule == name), None)


def _useless(case: Case, used: set[tuple[Route, int]]) -> Iterator[Finding]:
    for item in case.items:
        for index, waiver in enumerate(getattr(item.model, "allow", ())):
            route = (*item.route, "allow", index, "rule")
            family = _family(waiver.rule)
            if family is None:
                yield _unknown(waiver.rule, route)
            elif (item.route, index) not in used and family not in LATER:
                message = f"nothing on this item breaks {waiver.rule}"
                yield Finding("unused-waiver", message, route, help="remove the waiver")


def _family(name: str) -> str | None:
    try:
        return rule(name).family
    except KeyError:
        return None


def _unknown(name: str, route: Route) -> Finding:
    near = nearest(name, [each.name for each in rules()])
    remedy = f"did you mean `{near}`?" if near else "`briefgen explain` lists them"
    return Finding("invalid-value", f"there is no rule `{name}`", route, help=remedy)
