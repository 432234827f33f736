"""Writes the design tokens into the stylesheets before the engine reads them.

The engine resolves `var()` anew for every element of every layout, which costs it about a sixth of its time. A custom
property that is declared once, in a `:root` rule of its own, has one value everywhere: it is written in place of the
reference. Any other is left to the engine.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
ROOT_RULE = re.compile(r":root\s*\{([^{}]*)\}")
DECLARATION = re.compile(r"(--[\w-]+)\s*:\s*([^;{}]*?)\s*(?:;|$)")
REFERENCE = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,[^()]*)?\)")
DEPTH = 4
"""How often a token may refer to another one."""


@lru_cache(maxsize=64)
def inlined(stylesheets: tuple[str, ...], used_by_page: bool = False) -> tuple[str, ...]:
    """The stylesheets with their tokens written in; `used_by_page` keeps the declarations for the page itself."""
    plain = tuple(COMMENT.sub("", sheet) for sheet in stylesheets)
    tokens = _tokens(plain)
    return tuple(_written_in(sheet, tokens, used_by_page) for sheet in plain)


def _tokens(stylesheets: Sequence[str]) -> dict[str, str]:
    everything = "\n".join(stylesheets)
    found = {
        name: value
        for sheet in stylesheets
        for rule in ROOT_RULE.finditer(sheet)
        if _at_top(sheet[: rule.start()])
        for name, value in DECLARATION.findall(rule[1])
    }
    return {name: value for name, value in found.items() if _declarations(name, everything) == 1}


def _at_top(before: str) -> bool:
    """Whether a rule stands by itself: in no media query, and with no other selector before it."""
    return before.count("{") == before.count("}") and before.rstrip()[-1:] in {"", "}", ";"}


def _declarations(name: str, css: str) -> int:
    return len(re.findall(rf"(?<![\w-]){re.escape(name)}\s*:", css))


def _written_in(sheet: str, tokens: Mapping[str, str], keep: bool) -> str:
    for _ in range(DEPTH):
        sheet = REFERENCE.sub(lambda reference: tokens.get(reference[1], reference[0]), sheet)
    if keep:
        return sheet
    return ROOT_RULE.sub(lambda rule: f":root{{{_kept(rule[1], tokens)}}}", sheet)


def _kept(declarations: str, tokens: Mapping[str, str]) -> str:
    return DECLARATION.sub(lambda one: "" if one[1] in tokens else one[0], declarations)
