"""`not-locked` and `source-changed`: what the lock does not know, and what it knows otherwise."""

from collections.abc import Iterable, Iterator

from briefgen.checks.case import Case, Cited, Item
from briefgen.checks.drift.quotes import has_changed, is_lost, is_reviewed, locked_quote
from briefgen.diagnostics import START_OF_FILE, Finding, Severity

NAMED = 6
"""So many items are named; the others are counted."""


def not_locked(case: Case) -> Iterator[Finding]:
    """Yield one `not-locked` for the brief, with the count of quotes that nobody has reviewed, at the first of them."""
    quotes = [(item, cited) for item, cited in case.cited() if cited.found]
    new = [(item, cited) for item, cited in quotes if not is_reviewed(case, cited)]
    if not new:
        return
    verb = "is" if len(new) == 1 else "are"
    count = f"{len(new)} of {len(quotes)} quotes {verb}" if len(quotes) > 1 else "its quote is"
    # A quote of an item that is taken from another brief stands in that brief's file.
    first = next(((*cited.route, "quote") for item, cited in new if item.is_local), None)
    yield Finding(
        "not-locked",
        f"{count} not in the lock of this brief: {named([item for item, _ in new])}",
        first or (),
        span=None if first else START_OF_FILE,
        help=f"run `briefgen lock {case.id}` once {'it is' if len(new) == 1 else 'they are'} reviewed",
        severity=Severity.ERROR if case.must_be_locked else None,
    )


def changed_sources(case: Case) -> Iterator[Finding]:
    """Yield one `source-changed` for each source whose file is no longer the one that was locked."""
    for name, cited in changed(case).items():
        route = (*cited[0][1].route, "source")
        fate = _fate(case, [each for _, each in cited])
        items = [item for item, _ in cited]
        drawn = case.resting_on(items)
        verb = "rests on this" if len(drawn) == 1 else "rest on these"
        rests = f"; {named(drawn)} {verb}" if drawn else ""
        yield Finding(
            "source-changed",
            f"{name} has changed since it was locked; {fate}; it is cited by {named(items)}{rests}",
            route,
            help=f"run `briefgen lock {case.id}` once {'these are' if len(cited) > 1 else 'it is'} reviewed",
        )


def _fate(case: Case, cited: list[Cited]) -> str:
    """What has become of the quotes of a changed source, as far as they were locked."""
    quotes = [each for each in cited if locked_quote(case, each) is not None]
    if any(each.found is None for each in cited):
        return "it gives no text, so that its quotes cannot be looked for"
    if not quotes:
        return "none of its quotes was locked"
    lost = sum(is_lost(case, each) for each in quotes)
    if len(quotes) == 1:
        return "its quote no longer stands in it" if lost else "its quote still stands in it"
    if lost == len(quotes):
        return f"none of its {lost} quotes stands in it any more, so see whether it is still the document"
    stand = "stands" if lost == 1 else "stand"
    return (
        f"{lost} of {len(quotes)} quotes no longer {stand} in it"
        if lost
        else f"all {len(quotes)} quotes still stand in it"
    )


def changed(case: Case) -> dict[str, list[tuple[Item, Cited]]]:
    """The sources whose files differ from the locked ones, each with the citations that rest on it."""
    found: dict[str, list[tuple[Item, Cited]]] = {}
    for item, cited in case.cited():
        if has_changed(case, cited):
            found.setdefault(cited.citation.source, []).append((item, cited))
    return found


def named(items: Iterable[Item]) -> str:
    """The names of `items`, each once."""
    names = list(dict.fromkeys(item.name for item in items))
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return ", ".join(names[:NAMED]) + more
