"""Terms of a glossary in a text. Owns what it is to use one: the page explains it then, and it is told then."""

from briefgen.evidence.text.sampling import plain_places


def uses(text: str, term: str) -> bool:
    """Whether a text uses a term, with whatever ending it has there, but not as part of another word or acronym.

    >>> uses("Two PMFs left", "PMF"), uses("ISIS left", "IS"), uses("The quays", "quay"), uses("A prequay", "quay")
    (True, False, True, False)
    """
    if term.lower() == term.upper():  # a script without capitals: articles and the like are joined to words
        return term in text
    return any(_is_whole(text, at, at + len(term)) for at in plain_places(term, text))


def _is_whole(text: str, start: int, end: int) -> bool:
    before, after = text[max(0, start - 1) : start], text[end : end + 1]
    return not before.isalnum() and not after.isdigit() and not (text[end - 1].isupper() and after.isupper())
