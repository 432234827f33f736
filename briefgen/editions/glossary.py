"""Which entries of the glossary an audience is given: those of terms that it reads.

An entry says something by itself: one whose term only left-out items use would tell of them.
"""

from collections.abc import Collection, Iterable, Iterator

from briefgen.checks.case import Item
from briefgen.editions.view import EditionView
from briefgen.leaks.secrets import mentions
from briefgen.leaks.terms import uses


def terms_in_use(terms: Iterable[str], view: EditionView, left_out: Collection[Item]) -> frozenset[str]:
    """The terms that `view` uses.

    The title and subtitle are drawn from no item and cleared by nobody: a term of theirs counts only where no item that
    the view leaves out has it.
    """
    read = "\n".join(_read(view))
    heading = f"{view.title}\n{view.subtitle}"
    return frozenset(
        term
        for term in terms
        if uses(read, term) or (uses(heading, term) and not any(mentions(item, term) for item in left_out))
    )


def _read(view: EditionView) -> Iterator[str]:
    for item in view.items():
        yield from (item.actor, item.question, item.statement)
    for figure in view.figures:
        yield from (figure.title, figure.unit, *(value.label for value in figure.values))
    if view.map is not None:
        yield from (view.map.title, *(place.name for place in view.map.places))
    if view.evidence == "quotes":
        yield from (note.quote for note in view.notes)
