"""Which entries of the glossary an audience is given: those of terms that it reads.

Owns what a term in use is. An entry says something by itself: one whose term only left-out items use would tell of them.
"""

from collections.abc import Collection, Iterable, Iterator

from briefgen.checks.case import Item
from briefgen.editions.view import EditionView
from briefgen.leaks.secrets import mentions


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


def uses(text: str, term: str) -> bool:
    """Whether a text uses a term, with whatever ending it has there, but not as part of another word or acronym.

    >>> uses("Two PMFs left", "PMF"), uses("ISIS left", "IS"), uses("The quays", "quay"), uses("A prequay", "quay")
    (True, False, True, False)
    """
    if (
        term.lower() == term.upper()
    ):  # no capitals, so no rule where its words begin: articles and the like are joined
        return term in text
    return any(_is_whole(text, at, at + len(term)) for at in _places(text, term))


def _places(text: str, term: str) -> Iterator[int]:
    at = text.find(term) if term else -1
    while at >= 0:
        yield at
        at = text.find(term, at + 1)


def _is_whole(text: str, start: int, end: int) -> bool:
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    return not before.isalnum() and not after.isdigit() and not (text[end - 1].isupper() and after.isupper())
