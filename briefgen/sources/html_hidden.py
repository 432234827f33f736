"""Which elements of a page are not shown: by attribute, by inline style, by the page's own style sheets."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import tinycss2

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

_HIDING = {
    "display": frozenset(("none",)),
    "visibility": frozenset(("hidden", "collapse")),
    "content-visibility": frozenset(("hidden",)),
    "opacity": frozenset(("0", "0.0", "0%")),
    "font-size": frozenset(("0", "0px", "0em", "0rem", "0pt", "0%")),
    "text-decoration": frozenset(("line-through",)),
    "text-decoration-line": frozenset(("line-through",)),
}
_RELEVANT = re.compile("none|hidden|collapse|opacity|font-size|line-through", re.IGNORECASE)
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
        attributes = node.attributes
        if "hidden" in attributes or attributes.get("aria-hidden") == "true":
            return True
        if node.tag == "dialog" and "open" not in attributes:
            return True
        decided = self._by_style.get(node.mem_id, {})
        inline = dict(_decisions(attributes.get("style") or ""))
        return any(_wins(decided.get(name), inline.get(name)) for name in decided.keys() | inline.keys())


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
    for declaration in tinycss2.parse_blocks_contents(style, skip_comments=True, skip_whitespace=True):
        if declaration.type == "declaration" and declaration.lower_name in _HIDING:
            words = frozenset(tinycss2.serialize(declaration.value).lower().split())
            yield (
                declaration.lower_name,
                (declaration.important, bool(words & _HIDING[declaration.lower_name])),
            )


_DECLARES = re.compile("|".join(_HIDING), re.IGNORECASE)


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
            yield from _rules(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True))


def _rules(rules: list[object]) -> Iterator[tuple[str, str, bool, bool]]:
    for rule in rules:
        kind = getattr(rule, "type", "")
        prelude = tinycss2.serialize(getattr(rule, "prelude", []))
        if kind == "at-rule" and getattr(rule, "lower_at_keyword", "") == "media" and _SCREEN.match(prelude):
            yield from _rules(tinycss2.parse_rule_list(getattr(rule, "content", None) or [], True, True))
        elif kind == "qualified-rule":
            for name, (important, hides) in _decisions(getattr(rule, "content", [])):
                for selector in _split(prelude):
                    yield selector, name, important, hides


def _split(prelude: str) -> list[str]:
    if "(" in prelude:  # a comma may stand inside :not(…): keep the list whole
        return [prelude.strip()]
    return [selector.strip() for selector in prelude.split(",")]


def _specificity(selector: str) -> tuple[int, int, int]:
    classes = len(re.findall(r"[.\[]|:(?!not|is|where)", selector))
    return selector.count("#"), classes, len(re.findall(r"(?:^|[\s>+~(])[a-zA-Z]", selector))
