"""The values of a figure against their quotes: what a chart draws is a claim like any other."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

from msgspec.structs import replace

from briefgen.checks.case import Case, Item
from briefgen.checks.words.compare import Quoted, quotes_of
from briefgen.checks.words.headed import heading_hint
from briefgen.checks.words.reading import evidence_of
from briefgen.diagnostics import Finding, Route
from briefgen.evidence.figures.backing import Evidence, Figures, Match, compare_figures, read_figures
from briefgen.evidence.languages import LanguagePack, pack_for
from briefgen.evidence.languages.bounds import Bound
from briefgen.evidence.languages.units import NONE, Rational
from briefgen.evidence.quantities.matching import UNIT, UNSUPPORTED
from briefgen.evidence.quantities.quantity import Quantity, Reading
from briefgen.models.brief import Figure
from briefgen.models.scalars import text_in

UNIT_ADVICE = "quote the words that give the unit, or correct `unit`"


def chart_faults(item: Item, case: Case) -> Iterator[Finding]:
    """Yield a finding for each value of a figure that its quotes, or those of the figure, do not give."""
    values = item.model.values if isinstance(item.model, Figure) else None
    if not values:
        return
    all_quotes, _ = quotes_of(item, case.by_id(), case)
    for number, value in enumerate(values):
        route: Route = (*item.route, "values", number)
        shared = tuple(q for q in all_quotes if not _is_of_value(item.route, q))
        quotes = _quotes(route, all_quotes) or shared
        if quotes:
            yield from _value_faults(value, route, item, quotes, shared)


def _quotes(route: Route, quotes: tuple[Quoted, ...]) -> tuple[Quoted, ...]:
    return tuple(q for q in quotes if q.cited is not None and q.cited.route[: len(route)] == route)


def _is_of_value(route: Route, quoted: Quoted) -> bool:
    return quoted.cited is not None and quoted.cited.route[: len(route) + 1] == (*route, "values")


def _value_faults(
    value: Any,
    route: Route,
    item: Item,
    quotes: tuple[Quoted, ...],
    shared: tuple[Quoted, ...],
) -> Iterator[Finding]:
    """Yield what is wrong with a value; `shared` are the quotes of the figure, which may be of its table's headings."""
    evidence, pack = evidence_of(quotes, beside=shared), pack_for(item.language)
    unit = (text_in(item.model.unit, item.language) if item.model.unit else "") or ""
    for field in ("value", "low", "high"):
        number = getattr(value, field, None)
        if number is None:
            continue
        stated = _stated(number, unit, value, field, pack)
        rates = frozenset({stated.rate} - {""})
        for match in compare_figures(Figures("", (stated,), rates=rates), evidence):
            if match.rule:
                alien = _in_another_unit(number, match, evidence)
                message = _unit_message(number, unit) if alien else _message(number, match.rule)
                advice = heading_hint(stated, (*quotes, *shared)) or (UNIT_ADVICE if alien else "")
                remedy = "; ".join(filter(None, (_said(alien or match, quotes, unit), advice)))
                yield Finding(match.rule, message, (*route, field), help=remedy)


def _in_another_unit(number: Decimal, match: Match, evidence: tuple[Evidence, ...]) -> Match | None:
    """The match with a figure of the same digits, of which the quotes do not say what the chart counts it in."""
    if match.rule == UNIT:
        return match
    if match.rule != UNSUPPORTED:
        return None
    quoted = ((place, each) for place, one in enumerate(evidence) for each in one.figures.quantities)
    same = ((place, each) for place, each in quoted if each.value == Fraction(number) * each.scale)
    return next((replace(match, quote=place, partner=each) for place, each in same), None)


def _stated(number: Decimal, unit: str, value: Any, field: str, pack: LanguagePack) -> Quantity:
    """A value as if it were written in a sentence: with the figure's unit, and "about" where it is approximate."""
    sample = next(iter(read_figures(_sample(unit, pack), pack).quantities), None)
    scale: Rational = sample.scale if sample else 1
    reading = Reading(
        Fraction(number) * scale,
        _step(number) * scale,
        sample.unit if sample and sample.unit.dimension != "things" else NONE,
    )
    bound = Bound.ABOUT if value.approximate else Bound.EXACT
    other = {"low": value.high, "high": value.low}.get(field)
    end = None if other is None else Fraction(other) * scale
    stated = Quantity(0, 0, (reading,), bound=bound, partner=end)
    if sample is None:
        return stated
    return replace(
        stated,
        scale=sample.scale,
        rate=sample.rate,
        explicit_rate=sample.explicit_rate,
        apiece=sample.apiece,
    )


def _sample(unit: str, pack: LanguagePack) -> str:
    """Five of a unit, in words: "5 troops", "US$ 5 million"."""
    first, _, rest = unit.partition(" ")
    low = first.lower()
    currency = low in pack.numbers.prefixes or " ".join((low[:-1], low[-1:])) in pack.numbers.prefixes
    return f"{first} 5 {rest}" if currency else f"5 {unit}"


def _step(number: Decimal) -> Rational:
    """The worth of a value's last significant digit."""
    exponent = number.normalize().as_tuple().exponent
    return Fraction(10) ** exponent if isinstance(exponent, int) else Fraction(1)


def _message(number: Decimal, rule: str) -> str:
    shaped = {
        "number-bound": "is bounded otherwise in the quote",
        "number-rounded": "is rounded without saying so: set `approximate: true`, or give the figure of the quote",
        "number-hardened": "is firmer than the quote: set `approximate: true`",
    }
    return f"{number:,} {shaped.get(rule, 'is in no quote of this value')}"


def _unit_message(number: Decimal, unit: str) -> str:
    if not unit:
        return f"{number:,} is drawn without the unit that the quote gives it"
    return f"no quote says that {number:,} is in “{unit}”"


def _said(match: Match, quotes: tuple[Quoted, ...], unit: str) -> str:
    found, place = match.partner, match.quote
    if not isinstance(found, Quantity) or place is None or place >= len(quotes):
        return "cite the words that give this value"
    text = quotes[place].text
    counted = (
        text[found.tail :].partition(" ")[2].partition(" ")[0]
    )  # a word of the unit may be no unit itself
    thing = f" {counted}" if counted and counted in unit.split() else ""
    return f"the quote says {text[found.lead : found.tail].strip()}{thing}"
