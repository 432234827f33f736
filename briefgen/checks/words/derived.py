"""The `derived` lines of an item: arithmetic that the reader can redo."""

from collections.abc import Iterator, Sequence

from briefgen.checks.case import Case, Item
from briefgen.checks.words.compare import Comparison, basis_of
from briefgen.diagnostics import Finding, Fix, ValueEdit
from briefgen.evidence.figures.backing import Evidence
from briefgen.evidence.figures.derivations import WRONG, Derivation, derive
from briefgen.evidence.languages import LanguagePack, pack_for
from briefgen.evidence.quantities.quantity import Quantity


def derivations(comparison: Comparison, evidence: Sequence[Evidence], case: Case) -> tuple[Derivation, ...]:
    """Redo the derivations of an item, and of the facts that it is drawn from."""
    lines = list(getattr(comparison.item.model, "derived", ()))
    if not comparison.own:
        lines += [
            line
            for below in basis_of(comparison.item, case.by_id())
            for line in getattr(below.model, "derived", ())
        ]
    return redone(lines, evidence, comparison.pack)


def redone(lines: Sequence[str], evidence: Sequence[Evidence], pack: LanguagePack) -> tuple[Derivation, ...]:
    """Redo some derivations in order; each may build on those before it."""
    found: list[Derivation] = []
    known: list[Quantity] = []
    for line in lines:
        found.append(derive(line, evidence, pack, known))
        known += [result for result in [found[-1].result] if result is not None]
    return tuple(found)


def derivation_faults(item: Item, evidence: Sequence[Evidence], language: str) -> Iterator[Finding]:
    """Yield `derivation-wrong` for each line of `derived` that cannot be redone from the quotes."""
    lines = getattr(item.model, "derived", ())
    for number, found in enumerate(redone(lines, evidence, pack_for(language))):
        if found.result is None:
            yield _finding((*item.route, "derived", number), found)


def _finding(route: tuple[str | int, ...], found: Derivation) -> Finding:
    fixes: tuple[Fix, ...] = ()
    if found.correct:
        fixes = (Fix(f"write {found.correct}", (ValueEdit(route, found.correct, found.start, found.end),)),)
    return Finding(WRONG, found.message, route, found.start, found.end, help=found.help, fixes=fixes)
