"""Which elements of a page are not shown: by attribute, by inline style, by the page's own style sheets."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import tinycss2

from briefgen.sources.html_assistive import is_seen_only, is_unseen

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_NOT_SHOWN = frozenset(("hidden", "popover"))
"""Attributes of what is not shown at rest."""
_ZERO = r"[-+]?(?:0++(?:\.0*+)?|\.0++)(?:[a-z]+|%)?"
_AWAY = r"-(?:\d{4,}(?:\.\d+)?(?:px|pt)?|\d{3,}(?:\.\d+)?(?:r?em|ch|vw|vh|%))"
_BOX = ("width", "height", "max-width", "max-height")
_OVERFLOW = ("overflow", "overflow-x", "overflow-y")
_HIDING = {
    name: re.compile(pattern)
    for names, pattern in (
        (("display",), r"\bnone\b"),
        (("visibility",), r"\b(?:hidden|collapse)\b"),
        (("content-visibility",), r"\bhidden\b"),
        (("opacity", "font-size"), rf"^{_ZERO}$"),
        (("text-decoration", "text-decoration-line"), r"\bline-through\b"),
        (("color",), r"^transparent$"),
        (("filter",), rf"\bopacity\(\s*{_ZERO}\s*\)"),
        (("clip",), r"^rect\(\s*(?:[01](?:px)?[\s,]*){4}\)$"),
        (("clip-path",), r"^(?:inset\(\s*(?:[5-9]\d|100)%|circle\(\s*0)"),
        (("transform",), r"\bscale[xy]?\(\s*0\s*[,)]"),
        (("left", "right", "top", "bottom", "margin-left", "margin-top", "text-indent"), rf"^{_AWAY}$"),
        (_BOX, rf"^(?:{_ZERO}|1px)$"),
        (_OVERFLOW, r"\b(?:hidden|clip)\b"),
    )
    for name in names
}
"""What hides by itself, by property; a box without extent (`_BOX`) and what cuts off (`_OVERFLOW`) only do together."""
_RELEVANT = re.compile(
    r"none|hidden|collapse|opacity|font-size|line-through|transparent|clip|scale|-\d{3}", re.IGNORECASE
)
_NEVER_MATCHED = re.compile(
    r"::|:(?!not\(|is\(|where\(|first-child|last-child|nth-child|root|first-of-type|last-of-type)"
)
_SCREEN = re.compile(r"^\s*(?:$|all\b(?!.*\band\b)|(?:only\s+)?screen\s*(?:$|,))", re.IGNORECASE)
_CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
_MAX_STYLES = 1_000_000

Weight = tuple[bool, tuple[int, int, int], int]


class Hidden:
    """The elements that a reader of the page does not see, as a container: `node in hidden`."""

    def __init__(self, tree: "LexborHTMLParser") -> None:
        self._by_style = _hidden_by_sheets(tree)

    def __contains__(self, node: "LexborNode") -> bool:
        if node.tag == "body":  # as a whole it only waits for a script to show it
            return False
        attributes = node.attributes
        decided = self._by_style.get(node.mem_id, {})
        if not attributes and not decided:
            return node.tag == "dialog"
        if not _NOT_SHOWN.isdisjoint(attributes) or is_unseen(attributes.get("class")):
            return True
        if (attributes.get("aria-hidden") or "").lower() == "true" and not is_seen_only(node):
            return True
        if node.tag == "dialog" and "open" not in attributes:
            return True
        inline = dict(_decisions(attributes.get("style") or ""))
        names = decided.keys() | inline.keys()
        hides = {name for name in names if _wins(decided.get(name), inline.get(name))}
        cut_off = not hides.isdisjoint(_BOX) and not hides.isdisjoint(_OVERFLOW)
        return cut_off or not hides.issubset((*_BOX, *_OVERFLOW))


def _wins(sheet: tuple[Weight, bool] | None, inline: tuple[bool, bool] | None) -> bool:
    """Whether the decision that prevails hides: the inline one, unless only the sheet's is important."""
    if inline is None:
        return sheet is not None and sheet[1]
    if sheet is not None and sheet[0][0] and not inline[0]:
        return sheet[1]
    return inline[1]


def _decisions(style: object) -> Iterator[tuple[str, tuple[bool, bool]]]:
    """(property, (important, hides)) for each declaration that can hide."""
    if isinstance(style, str) and not _DECLARES.search(style):
        return
    if isinstance(style, str):
        style = _in_reach(style)
    for declaration in tinycss2.parse_blocks_contents(style, skip_comments=True, skip_whitespace=True):
        if declaration.type == "declaration" and declaration.lower_name in _HIDING:
            value = _written(declaration.value).lower()
            hides = _HIDING[declaration.lower_name].search(value) is not None
            yield declaration.lower_name, (declaration.important, hides)


_DECLARES = re.compile("|".join(_HIDING), re.IGNORECASE)
_LONG_NUMBER = re.compile(r"(?<!\d)(\d{9})\d{991,}")


def _in_reach(css: str) -> str:
    """A style without the rest of numbers so long that tinycss2 refuses them."""
    return _LONG_NUMBER.sub(r"\1", css)


def _written(tokens: list[object]) -> str:
    """Parsed CSS as it is written; empty where it is nested beyond what browsers and tinycss2 go through."""
    try:
        return str(tinycss2.serialize(tokens)).strip()
    except RecursionError:
        return ""


def _hidden_by_sheets(tree: "LexborHTMLParser") -> dict[int, dict[str, tuple[Weight, bool]]]:
    """Element → property → the weightiest decision of the page's own style sheets."""
    decided: dict[int, dict[str, tuple[Weight, bool]]] = {}
    matches = _Matches(tree)
    for order, (selector, name, important, hides) in enumerate(_sheet_rules(tree)):
        weight = (important, _specificity(selector), order)
        for element in matches[selector]:
            mine = decided.setdefault(element, {})
            if name not in mine or mine[name][0] <= weight:
                mine[name] = (weight, hides)
    return decided


class _Matches(dict[str, tuple[int, ...]]):
    """Selector → the elements that it matches at rest.

    The page as a whole is never hidden by a sheet: sheets that do so wait for a script to show it.
    """

    def __init__(self, tree: "LexborHTMLParser") -> None:
        super().__init__()
        self._tree = tree
        self._classes = {
            name for node in tree.css("[class]") for name in (node.attributes.get("class") or "").split()
        }

    def __missing__(self, selector: str) -> tuple[int, ...]:
        self[selector] = found = tuple(self._find(selector))
        return found

    def _find(self, selector: str) -> Iterator[int]:
        from selectolax.lexbor import SelectolaxError

        if _NEVER_MATCHED.search(selector) or self._names_absent_class(selector):
            return
        try:
            nodes = self._tree.css(selector)
        except SelectolaxError:
            return
        yield from (node.mem_id for node in nodes if node.tag not in ("html", "body"))

    def _names_absent_class(self, selector: str) -> bool:
        """Most rules of a sheet are for other pages: the class that they name is not in this one."""
        return "(" not in selector and not self._classes.issuperset(_CLASS.findall(selector))


def _sheet_rules(tree: "LexborHTMLParser") -> Iterator[tuple[str, str, bool, bool]]:
    for style in tree.css("style"):
        css = style.text()
        if (
            len(css) <= _MAX_STYLES
            and _RELEVANT.search(css)
            and _SCREEN.match(style.attributes.get("media") or "")
        ):
            yield from _rules(
                tinycss2.parse_stylesheet(_in_reach(css), skip_comments=True, skip_whitespace=True)
            )


def _rules(rules: list[object]) -> Iterator[tuple[str, str, bool, bool]]:
    for rule in rules:
        kind = getattr(rule, "type", "")
        prelude = _written(getattr(rule, "prelude", None) or [])
        if kind == "at-rule" and _applies(getattr(rule, "lower_at_keyword", ""), prelude):
            yield from _rules(tinycss2.parse_rule_list(getattr(rule, "content", None) or [], True, True))
        elif kind == "qualified-rule":
            for name, (important, hides) in _decisions(getattr(rule, "content", [])):
                for selector in _split(prelude):
                    yield selector, name, important, hides


def _applies(name: str, prelude: str) -> bool:
    """Whether what stands in an at-rule holds for a screen at rest, in a browser of today."""
    if name == "media":
        return _SCREEN.match(prelude) is not None
    return name == "layer" or (name == "supports" and re.search(r"\bnot\b", prelude) is None)


def _split(prelude: str) -> list[str]:
    if "(" in prelude:  # a comma may stand inside :not(…): keep the list whole
        return [prelude.strip()]
    return [selector.strip() for selector in prelude.split(",")]


def _specificity(selector: str) -> tuple[int, int, int]:
    classes = len(re.findall(r"[.\[]|:(?!not|is|where)", selector))
    return selector.count("#"), classes, len(re.findall(r"(?:^|[\s>+~(])[a-zA-Z]", selector))
