"""What a page says to screen readers alone, and what to eyes alone: the first is no text of the page, the second is.

`aria-hidden` hides nothing from eyes. It stands on signs and figures that are said otherwise to screen readers, and on
much that style sheets elsewhere hide (menus, dialogues) or that shows as a picture (icons).
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_UNSEEN = re.compile(
    r"(?!not-)(?:[a-z0-9]+[-_]+)*?"
    r"(?:sr-only|visually-?hidden|screen-?reader-?(?:text|only)|element-invisible|a11y-hidden)(?:-focusable)?",
    re.IGNORECASE,
)
"""The classes by which style sheets everywhere put text out of sight."""
_SEEN = re.compile(r"(?!.*(?:focus|active)).*not-sr-only", re.IGNORECASE)
"""The class by which they undo that on a screen at rest."""
_IN_LINES = frozenset("abbr b bdi bdo em font i mark small span strong sub sup var".split())
_ICON = re.compile(r"icon|glyph|material-symbols|(?:^|\s)fa[srlb]?(?:\s|$)", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{5,}")
"""What is no unit, currency or sign."""


@lru_cache(maxsize=4096)
def is_unseen(classes: str | None) -> bool:
    """Whether an element is for screen readers only, by its `class`; also if it shows once the keyboard gets to it."""
    names = (classes or "").split()
    return any(map(_UNSEEN.fullmatch, names)) and not any(map(_SEEN.fullmatch, names))


def is_seen_only(node: "LexborNode") -> bool:
    """Whether an `aria-hidden` element is shown: a sign or figure in a line, a word among others of its line, or what stands
    beside words for screen readers.
    """
    if node.tag not in _IN_LINES:
        return False
    text = node.text()
    if _ICON.search(node.attributes.get("class") or "") and any(map(str.isalpha, text)):
        return False
    return (
        _WORD.search(text) is None
        or any(map(str.isdigit, text))
        or _is_among_words(node)
        or any(is_unseen(other.attributes.get("class")) for other in _neighbours(node))
    )


def _is_among_words(node: "LexborNode") -> bool:
    """Whether the words of a sentence stand right beside it: a `never` left out there would turn what is said round."""
    return any(
        other is not None and other.tag == "-text" and any(map(str.isalnum, other.text_content or ""))
        for other in (node.prev, node.next)
    )


def _neighbours(node: "LexborNode") -> Iterator["LexborNode"]:
    """The elements right before and after, blanks between them or none."""
    for step in ("prev", "next"):
        other = getattr(node, step)
        while other is not None and other.tag == "-text" and not (other.text_content or "").strip():
            other = getattr(other, step)
        if other is not None and other.tag not in ("-text", "-comment"):
            yield other
