"""What a page would fetch: found in HTML and CSS before anything is shown, taken in where it is a template's own file.

Only `data:` and files below the audience's template folders are allowed; plain links are no fetching. What runs
code, or shows another document, could fetch anything and is refused as a whole.
"""

import re
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import PurePosixPath
from typing import Any, Final
from urllib.parse import unquote

import tinycss2

from briefgen.diagnostics import Finding, Span
from briefgen.templating.search import SearchPath

FETCHING: Final = frozenset(
    {"src", "srcset", "poster", "background", "data", "imagesrcset", "xlink:href", "ping", "lowsrc", "dynsrc"}
)
"""Attributes whose address is fetched, on whatever element."""
PAINTING: Final = frozenset(
    "clip-path color-profile cursor fill filter marker marker-end marker-mid marker-start mask stroke".split()
)
"""SVG's attributes whose value may be CSS with an address in it."""
LISTS: Final = frozenset({"srcset", "imagesrcset"})
FETCHED_BY_HREF: Final = frozenset(
    {
        "image",
        "use",
        "feimage",
        "link",
        "base",
        "lineargradient",
        "radialgradient",
        "pattern",
        "textpath",
        "mpath",
    }
)
"""Elements that fetch what their `href` says; an `a` only leads there."""
LINKS: Final = frozenset({"href", "xlink:href", "action", "formaction", "to", "values"})
RUNNING: Final = re.compile(r"javascript:|vbscript:|data:(?!image/|font/)", re.IGNORECASE)
"""Links that run code, or show a document of their own."""
BLANKS: Final = re.compile(r"[\x00-\x20]+")
MOVING: Final = frozenset({"set", "animate"})
"""SVG's elements that set another's attributes."""
PLAIN_RELATIONS: Final = frozenset(
    {"canonical", "alternate", "author", "license", "help", "next", "prev", "bookmark", "tag"}
)
"""What a `link` may be without being fetched."""
REFUSED: Final = frozenset(
    {"script", "iframe", "frame", "object", "embed", "applet", "portal", "fencedframe"}
)
MEDIA_TYPES: Final = {
    ".css": "text/css", ".gif": "image/gif", ".jpeg": "image/jpeg", ".jpg": "image/jpeg", ".otf": "font/otf",
    ".png": "image/png", ".svg": "image/svg+xml", ".ttf": "font/ttf", ".webp": "image/webp", ".woff": "font/woff",
    ".woff2": "font/woff2",
}  # fmt: skip
OWN_NAME: Final = re.compile(r"(?!\.\.)[\w@-][\w@. -]*(?:/[\w@-][\w@. -]*)*")
"""A name of a file below the template folders, and no address of anything else."""
MISSING: Final = "put the file beside the template, or correct its name (capitals count)"
REMEDY: Final = "put the file beside the template, or write a plain link; a page fetches nothing"


DOUBTFUL: Final = re.compile(r"<!-|<!\[|<\?|<svg.*?<style", re.DOTALL | re.IGNORECASE)
"""Where a browser may see other elements than a reading by tags alone does."""


class _Scanner(HTMLParser):
    """Collects the addresses that a document fetches, and what it must not hold at all."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.addresses: list[str] = []
        self.refused: list[str] = []
        self._style: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Looks at one element."""
        if tag in REFUSED:
            self.refused.append(f"<{tag}>")
        if tag == "style":
            self._style = []
        given = {name: value or "" for name, value in attrs}
        if tag == "meta" and given.get("http-equiv", "").lower() == "refresh":
            self.refused.append('<meta http-equiv="refresh">')
        for name, value in given.items():
            self._attribute(tag, name, value, given)

    def _attribute(self, tag: str, name: str, value: str, given: dict[str, str]) -> None:
        if name.startswith("on") or name == "srcdoc":
            self.refused.append(f"{name}=")
        elif name in LINKS and RUNNING.match(BLANKS.sub("", value)):
            self.refused.append(value.strip())
        elif name == "style":
            self.addresses.extend(css_addresses(value))
        elif name in LISTS:
            self.addresses.extend(part.split()[0] for part in value.split(",") if part.strip())
        elif name in FETCHING or (name == "href" and _is_fetched(tag, given)):
            self.addresses.append(value)
        elif tag in MOVING and name in ("to", "from", "values") and "href" in given.get("attributename", ""):
            self.addresses.extend(value.split(";"))
        elif name in PAINTING:
            self.addresses.extend(css_addresses(value))

    def handle_endtag(self, tag: str) -> None:
        """Looks into a style element at its end."""
        if tag == "style" and self._style is not None:
            self.addresses.extend(css_addresses("".join(self._style)))
            self._style = None

    def handle_data(self, data: str) -> None:
        """Keeps the text of a style element."""
        if self._style is not None:
            self._style.append(data)


def _is_fetched(tag: str, given: dict[str, str]) -> bool:
    """Whether an element fetches what its `href` says: an `a` only leads there, unless it attaches it to a PDF."""
    relations = set(given.get("rel", "").lower().split())
    if tag in FETCHED_BY_HREF:
        return not relations or not relations <= PLAIN_RELATIONS
    return "attachment" in relations


@lru_cache(maxsize=64)
def css_addresses(text: str) -> tuple[str, ...]:
    """The addresses that a piece of CSS fetches: `url()`, `src()`, `image-set()` and `@import`."""
    return tuple(_in_tokens(tinycss2.parse_component_value_list(text)))


def _in_tokens(tokens: Iterable[Any]) -> Iterator[str]:
    importing = False
    for token in tokens:
        if token.type == "at-keyword":
            importing = token.lower_value == "import"
        elif token.type == "url" or (token.type == "string" and importing):
            yield token.value
        elif token.type == "function":
            loading = token.lower_name in {"url", "src", "image", "image-set", "-webkit-image-set"}
            yield from (part.value for part in token.arguments if loading and part.type == "string")
            yield from _in_tokens(token.arguments)
        elif token.type in {"{} block", "() block", "[] block"}:
            yield from _in_tokens(token.content)
        if token.type == "literal" and token.value == ";":
            importing = False


@lru_cache(maxsize=8)
def html_addresses(html: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(what a document fetches, what it must not hold), each once, in order.

    Where browsers may read it otherwise, it is read their way, too: they see elements in comments that are written
    wrong, and in the styles of drawings.
    """
    scanner = _Scanner()
    scanner.feed(html)
    scanner.close()
    if DOUBTFUL.search(html):
        _scan_as_browsers_do(html, scanner)
    return tuple(dict.fromkeys(scanner.addresses)), tuple(dict.fromkeys(scanner.refused))


def _scan_as_browsers_do(html: str, scanner: _Scanner) -> None:
    # Few pages hold anything doubtful, and loading the parser takes longer than reading them.
    from selectolax.lexbor import LexborHTMLParser

    for node in LexborHTMLParser(html).css("*"):
        tag = node.tag or ""
        scanner.handle_starttag(tag, list(node.attributes.items()))
        if tag == "style":
            scanner.handle_data(node.text())
        scanner.handle_endtag(tag)


def is_inside(address: str) -> bool:
    """Whether an address needs no file: inside the page itself."""
    bare = address.strip()
    return not bare or bare.startswith("#") or bare.lower().startswith("data:")


def foreign(html: str, sheets: Iterable[str], search_path: SearchPath) -> Finding | None:
    """The finding `remote-resource` for whatever the page may not fetch; None where there is nothing."""
    addresses, refused = html_addresses(html)
    wanted = [*addresses, *(address for sheet in sheets for address in css_addresses(sheet))]
    faulty = [*refused, *_lost(wanted, search_path)]
    if not faulty:
        return None
    names = ", ".join(dict.fromkeys(name[:120] for name in faulty))
    path, span, line = _place(faulty[0], search_path)
    shown = (line,) if line else ()
    if not refused and all(OWN_NAME.fullmatch(local_name(name)) for name in faulty):
        message = f"none of this audience's template folders holds {names}"
        return Finding("remote-resource", message, path=path, span=span, help=MISSING, source=shown)
    message = f"the page would fetch {names}"
    return Finding("remote-resource", message, path=path, span=span, help=REMEDY, source=shown)


def _lost(wanted: Iterable[str], search_path: SearchPath) -> Iterator[str]:
    """The addresses that lead out of the page and its templates, those in pictures and stylesheets that it takes in, too."""
    waiting, seen = list(wanted), set[str]()
    while waiting:
        address = waiting.pop(0)
        if address in seen:
            continue
        seen.add(address)
        place = None if is_inside(address) else search_path.find(local_name(address))
        if place is None and not is_inside(address):
            yield address
            continue
        text = search_path.read(place) if place and place.endswith((".svg", ".css")) else _embedded(address)
        found, refused = html_addresses(text) if "<" in text else (css_addresses(text), ())
        waiting += found
        yield from refused


def _embedded(address: str) -> str:
    """The SVG that a `data:` address holds; empty where it holds anything else."""
    head, _, data = address.strip().partition(",")
    if "svg" not in head.lower():
        return ""
    try:
        plain = b64decode(data).decode("utf-8", "replace") if head.lower().endswith(";base64") else data
    except ValueError:
        return ""
    return unquote(plain)


def local_name(address: str) -> str:
    """The name of a template's own file that an address stands for."""
    return address.strip().split("#")[0].split("?")[0].removeprefix("./")


IN_HTML: Final = (
    r"""((?:src|srcset|href|poster|data|background)\s*=\s*["'][^"']*?|url\(\s*["']?)%s(?=[\s,"')])"""
)
IN_CSS: Final = r"""(["'(]\s*)%s(?=\s*["')])"""


def taken_in(text: str, search_path: SearchPath, addresses: Iterable[str], within: str = IN_HTML) -> str:
    """`text` with the template's own files inside it, as `data:`; `within` says where an address stands for one."""
    for address in dict.fromkeys(addresses):
        place = None if is_inside(address) else search_path.find(local_name(address))
        path = search_path.file(place) if place else None
        if path is not None:
            media = MEDIA_TYPES.get(PurePosixPath(path.name).suffix.lower(), "application/octet-stream")
            data = f"data:{media};base64,{b64encode(path.read_bytes()).decode('ascii')}"
            text = re.sub(within % re.escape(address), lambda match, data=data: match[1] + data, text)  # type: ignore[misc]
    return text


def _place(address: str, search_path: SearchPath) -> tuple[str, Span, str]:
    """Where in the templates an address is written, and in which line; the most specific file first."""
    for index, folder in enumerate(search_path.folders):
        for file in sorted(folder.path.rglob("*")):
            if file.suffix not in {".j2", ".css", ".html"} or not file.is_file():
                continue
            relative = file.relative_to(folder.path).as_posix()
            for number, line in enumerate(search_path.read(f"{index}:{relative}").splitlines(), 1):
                column = line.find(address.rstrip(">="))
                if column >= 0:
                    span = Span(number, column + 1, number, column + 1 + len(address))
                    return folder.label(relative), span, line
    first = search_path.folders[0]
    return first.label("brief.html.j2"), Span(1, 1, 1, 1), ""
