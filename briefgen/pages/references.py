"""Finds what a page would fetch, without fetching it and without the layout engine.

The engine asks for pictures, stylesheets and fonts only; a browser asks for much more (`srcset`, frames, scripts,
players, icons). A page that has any of these is refused in HTML and PDF alike, so both are read here. Addresses are
resolved against a base that names no folder of this machine: neither the bytes of a page nor what a template can
reach depends on where a workspace lies.
"""

import re
import sys
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import tinycss2
from selectolax.lexbor import LexborHTMLParser, LexborNode

from briefgen.pages.values import RemoteResource

BASE_URL = "https://templates.invalid/below/"
"""Stands for the template folders. `.invalid` never resolves (RFC 2606), and nothing here opens a connection."""

OUTSIDE = "only data: and files below the audience's template folders may be used"
ABSENT = "there is no such file below the audience's template folders"
ATTACHED = "files are attached by briefgen alone"
NAVIGATED = "a page may not send its reader elsewhere"

FETCHING = frozenset(
    [
        "src",
        "srcset",
        "imagesrcset",
        "data",
        "poster",
        "background",
        "manifest",
        "ping",
        "archive",
        "codebase",
    ],
)
"""Attributes whose addresses a browser fetches, on whatever element (`href` depends on the element)."""

PLAIN_LINKS = frozenset({"a", "area"})

NOT_FETCHED = frozenset(
    [
        "alternate",
        "author",
        "bookmark",
        "canonical",
        "describedby",
        "help",
        "license",
        "me",
        "next",
        "prev",
        "search",
    ],
)
"""Relations of `link` that a browser does not follow by itself."""

SILENT = frozenset({"alt", "title", "content", "value", "placeholder", "cite", "action", "formaction"})
"""Attributes that never hold a style."""

EMBEDDED = re.compile(
    r"""url\(\s*(?:"data:[^"\\\n]*"|'data:[^'\\\n]*'|data:[^\s"'()\\]*)\s*\)""", re.IGNORECASE
)
"""`url()` of embedded data, whole. Fonts are most of a page; they are not read letter by letter."""

ESCAPE = re.compile(r"\\([0-9a-fA-F]{1,6})\s?|\\(?![0-9a-fA-F\n])")
MARKS = re.compile(r"url|@import|image|src\s*\(", re.IGNORECASE)
"""Without any of these a stylesheet fetches nothing."""

BLANKS = re.compile(r"[\t\n\r]")
CANDIDATE = re.compile(r"[\s,]*([^\s,]\S*?)(?:,+(?=\s|$)|\s+(?:[^,(]|\([^)]*\))*(?:,|$)|$)")
"""An address of `srcset` and its descriptor (HTML, 4.8.4.2.1): commas inside an address do not end it."""


def file_below(roots: Sequence[Path], relative: str) -> Path | None:
    """The first regular file `relative` names below one of `roots`, symbolic links resolved; None where none does."""
    for root in roots:
        try:
            path = (root / relative).resolve()
            if path.is_relative_to(root.resolve()) and path.is_file():
                return path
        except (OSError, ValueError):
            continue
    return None


def file_of(url: str, roots: Sequence[Path]) -> Path | str:
    """The file that an absolute address stands for, or the reason why it may not be had."""
    if not url.startswith(BASE_URL):
        return OUTSIDE
    return file_below(roots, unquote(urlsplit(url.removeprefix(BASE_URL)).path)) or ABSENT


def as_written(url: str) -> str:
    """The address without the base that stands for the template folders."""
    return url.removeprefix(BASE_URL)


def forbidden(
    html: str, roots: Sequence[Path], stylesheets: Sequence[str] = ()
) -> tuple[RemoteResource, ...]:
    """Everything that the page or its stylesheets would fetch and may not have, in order, each address once."""
    found: dict[str, RemoteResource] = {}
    for url, reason in [*_asked_by(html), *((url, "") for sheet in stylesheets for url in urls_in(sheet))]:
        fault = reason or _fault(url, roots)
        if fault:
            found.setdefault(url, RemoteResource(url, fault))
    return tuple(found.values())


def _fault(url: str, roots: Sequence[Path]) -> str:
    plain = BLANKS.sub("", url.strip())
    if not plain or plain.startswith("#") or plain[:5].lower() == "data:":
        return ""
    try:
        absolute = urljoin(BASE_URL, plain)
    except ValueError:
        return OUTSIDE
    found = file_of(absolute, roots)
    return found if isinstance(found, str) else ""


def _asked_by(html: str) -> Iterator[tuple[str, str]]:
    """Pairs of an address and, where it is refused whatever it names, the reason."""
    root = LexborHTMLParser(html).root
    if root is None:
        return
    for node in root.traverse(include_text=False):
        yield from _asked_by_element(node)
        if node.tag == "style":
            yield from ((url, "") for url in urls_in(node.text(deep=True)))


def _asked_by_element(node: LexborNode) -> Iterator[tuple[str, str]]:
    tag = node.tag or ""
    attributes = {name.lower(): value or "" for name, value in node.attributes.items()}
    relations = set(attributes.get("rel", "").lower().split())
    if tag == "meta" and attributes.get("http-equiv", "").lower() == "refresh":
        yield attributes.get("content", ""), NAVIGATED
    if "srcdoc" in attributes:
        yield from _asked_by(attributes["srcdoc"])
    for name, value in attributes.items():
        if name in {"srcset", "imagesrcset"}:
            yield from ((url, "") for url in CANDIDATE.findall(value))
        elif name in FETCHING:
            yield value, ""
        elif name in {"href", "xlink:href"}:
            yield from _linked(tag, value, relations)
        elif name not in SILENT and not name.startswith(("data-", "aria-")):
            yield from ((url, "") for url in urls_in(value))


def _linked(tag: str, value: str, relations: set[str]) -> Iterator[tuple[str, str]]:
    if "attachment" in relations:
        yield value, ATTACHED
    elif tag == "base":
        yield value, OUTSIDE
    elif tag not in PLAIN_LINKS and not (tag == "link" and relations and relations <= NOT_FETCHED):
        yield value, ""


@lru_cache(maxsize=256)
def urls_in(css: str) -> tuple[str, ...]:
    """The addresses that a stylesheet, or the value of a style attribute, would fetch."""
    rest = EMBEDDED.sub("", css)
    if not MARKS.search(ESCAPE.sub(_unescaped, rest)):
        return ()
    return tuple(_urls(tinycss2.parse_component_value_list(rest)))


def _unescaped(escape: re.Match[str]) -> str:
    point = int(escape[1] or "0", 16)
    return chr(point) if 0 < point <= sys.maxunicode else ""


def _urls(tokens: Sequence[tinycss2.ast.Node]) -> Iterator[str]:
    rule = ""
    for token in tokens:
        if token.type == "at-keyword":
            rule = token.lower_value
        elif (token.type == "url" and rule != "namespace") or (token.type == "string" and rule == "import"):
            yield token.value
        elif token.type == "function":
            yield from _urls_in_function(token, rule)
        elif hasattr(token, "content"):
            yield from _urls(token.content)
        if token.type == "{} block" or token == ";":
            rule = ""


def _urls_in_function(token: tinycss2.ast.FunctionBlock, rule: str) -> Iterator[str]:
    if token.lower_name in {"url", "src", "image-set", "-webkit-image-set", "image"} and rule != "namespace":
        yield from (argument.value for argument in token.arguments if argument.type == "string")
    yield from _urls(token.arguments)
