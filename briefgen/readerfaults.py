"""What an audience may not have, told as findings of the brief."""

from collections.abc import Iterator

from briefgen.checks.case import Case
from briefgen.diagnostics import Finding
from briefgen.editions.clearance import Clearance
from briefgen.leaks.finding import Leak
from briefgen.models.audience import Audience
from briefgen.models.vocabulary import TLP


def too_strict(case: Case, audience: Audience) -> Finding | None:
    """`marking-too-low` where the brief itself is marked above what `audience` may read."""
    marking = case.brief.marking
    if TLP.index(marking) <= TLP.index(audience.marking):
        return None
    message = f"the brief is {marking}, above {audience.marking}, the strictest that {audience.id} may read"
    remedy = f"mark the brief {audience.marking} and its sensitive items {marking}, or do not build it for {audience.id}"
    return Finding("marking-too-low", message, ("marking",), help=remedy)


def withheld_basis(case: Case, audience: Audience, clearance: Clearance) -> Iterator[Finding]:
    """Yield `withheld-basis` for each item whose basis this audience does not get, but whose own words it might."""
    for item in case.items:
        lost = clearance.bereft.get(item.name, ())
        if not lost or not hasattr(item.model, "basis"):
            continue
        fate = "is left out as well" if item.name in clearance.withheld else "says so"
        message = f"for {audience.id}, {item.name} rests on {', '.join(lost)}, which this audience does not get; it {fate}"
        yield Finding("withheld-basis", message, (*item.route, "basis"), help="rest it on items that this audience gets, or restrict it to the same audiences")


def leak_finding(leak: Leak, case: Case, audience: Audience) -> Finding:
    """`leak`, at the withheld item whose words came out."""
    route = next((item.route for item in case.items if item.name == leak.item), ())
    message = f"for {audience.id}, the {leak.form} output ({leak.place}) holds \"{leak.words}\", words of {leak.item}, which is withheld"
    return Finding("leak", message, route, help="take them out of where they stand, or mark that as strictly as the item")
