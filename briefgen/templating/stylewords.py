"""The words that CSS properties take as values, to tell a slip (`centre`, `bleu`) from a value that somebody meant.

Owns `css_words.txt`: of MDN's data, which are in the public domain, the properties that take no words of one's own,
each with its words; those of CSS 2 and paged media that are still read are added. A word is told only where it is a
slip away from one of them: browsers learn new values faster than lists do.
"""

from functools import lru_cache
from importlib.resources import files
from typing import Final

from briefgen.documents.validation import nearest

EVERYWHERE: Final = frozenset({"inherit", "initial", "unset", "revert", "revert-layer"})
COLOURS: Final = "<color>"


def meant_word(name: str, word: str) -> str | None:
    """The value of a property that a word was probably meant to be; None where it is one, or may be.

    >>> meant_word("text-align", "centre"), meant_word("text-align", "center"), meant_word("font-family", "centre")
    ('center', None, None)
    """
    known = _words().get(name.lower())
    low = word.lower()
    if known is None or low in known | EVERYWHERE or low.startswith("-"):
        return None
    return nearest(low, sorted(known))


@lru_cache(maxsize=1)
def _words() -> dict[str, frozenset[str]]:
    """The words of each property that takes no others."""
    found: dict[str, frozenset[str]] = {}
    for line in files(__package__).joinpath("css_words.txt").read_text("utf-8").splitlines():
        properties, _, words = line.partition(": ")
        own = frozenset(words.split())
        for each in properties.split():
            found[each] = own - {COLOURS} | (found[COLOURS] if COLOURS in own else frozenset())
    return found
