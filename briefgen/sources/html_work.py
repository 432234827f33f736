"""How much work a page can make, told from its text before anything is built of it.

Owns which pages go to a process with limits: what the parser builds grows with nesting times tags, and what the style
sheets ask with rules times tags. Both are estimated from above: a page that is laid out to deceive is caught, too.
"""

import re
from collections import Counter

TAME = 5_000_000
"""Nodes that a page may make the parser build in this process."""
WILD = 100_000_000
"""Where what looks like scripts and comments is counted along: such a page may be built to deceive."""
STYLED = 20_000_000
"""Comparisons of a selector with an element."""

_UNCOUNTED = frozenset(  # they hold nothing, or the next of their kind ends them
    "area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot "
    "option optgroup colgroup rb rt rp rtc".split(" ")
)
_SCRIPTS = re.compile(
    r"<!--(?:-?>|.*?(?:--!?>|\Z))|<(script|style)\b.*?(?:</\1\b|\Z)", re.DOTALL | re.IGNORECASE
)
_STYLES = re.compile(r"<style\b.*?(?:</style\b|\Z)", re.DOTALL | re.IGNORECASE)
_TAGS = re.compile(r"<(/?)([A-Za-z][^\s/>]*)")
_FEWEST = 5
"""A page counts as nested at least so deep, since very many elements take much room, too."""
_PARSING = 1_000
"""Reading a rule costs as much as comparing it with so many elements."""


def is_wild(page: str) -> bool:
    """Whether a page may make far more work than it is long."""
    nodes, tags = _nodes(page)
    if nodes > WILD or (nodes > TAME and _nodes(_SCRIPTS.sub("", page))[0] > TAME):
        return True
    rules = sum(style[0].count("{") + style[0].count(",") for style in _STYLES.finditer(page))
    return rules * (tags + _PARSING) > STYLED


def _nodes(page: str) -> tuple[int, int]:
    """(how many nodes the parser may build: tags times open elements; tags)."""
    opened: Counter[str] = Counter()
    depth = tags = 0
    deepest = _FEWEST
    for found in _TAGS.finditer(page):
        tags += 1
        name = found[2].lower()
        if name in _UNCOUNTED:
            continue
        if not found[1]:
            opened[name] += 1
            depth += 1
            deepest = max(deepest, depth)
        elif opened[name]:  # other ends end nothing
            opened[name] -= 1
            depth -= 1
    return tags * deepest, tags
