"""What a page would fetch: found in HTML and CSS before anything is shown, taken in where it is a template's own file.

Only `data:` and files below the audience's template folders are allowed; plain links are no fetching. What runs
code, or shows another document, could fetch anything and is refused as a whole.
"""

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import PurePosixPath
from typing import Any, Final

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
REMEDY: Final = "put the file beside the template, or write a plain link; a page fetches nothing"


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
        elif name == "style":
            self.addresses.extend(css_addresses(value))
        elif name in LISTS:
            self.addresses.extend(part.split()[0] for part in value.split(",") if part.strip())
        elif name in FETCHING or (name == "href" and tag in FETCHED_BY_HREF and not _is_plain(given)):
            self.addresses.append(value)
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


def _is_plain(given: dict[str, str]) -> bool:
    relations = set(given.get("rel", "").lower().split())
    return bool(relations) and relations <= PLAIN_RELATIONS


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


@lru_cache(maxsize=2)
def html_addresses(html: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(what a document fetches, what it must not hold), each once, in order."""
    scanner = _Scanner()
    scanner.feed(html)
    scanner.close()
    return tuple(dict.fromkeys(scanner.addresses)), tuple(dict.fromkeys(scanner.refused))


def is_inside(address: str) -> bool:
    """Whether an address needs no file: inside the page itself."""
    bare = address.strip()
    return not bare or bare.startswith("#") or bare.lower().startswith("data:")


def foreign(html: str, sheets: Iterable[str], search_path: SearchPath) -> Finding | None:
    """The finding `remote-resource` for whatever the page may not fetch; None where there is nothing."""
    addresses, refused = html_addresses(html)
    wanted = [*addresses, *(address for sheet in sheets for address in css_addresses(sheet))]
    lost = [
        address
        for address in wanted
        if not is_inside(address) and search_path.find(local_name(address)) is None
    ]
    faulty = [*refused, *lost]
    if not faulty:
        return None
    names = ", ".join(dict.fromkeys(name[:120] for name in faulty))
    path, span = _place(faulty[0], search_path)
    return Finding("remote-resource", f"the page would fetch {names}", path=path, span=span, help=REMEDY)


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


def _place(address: str, search_path: SearchPath) -> tuple[str, Span]:
    """Where in the templates an address is written, the most specific file first."""
    for index, folder in enumerate(search_path.folders):
        for file in sorted(folder.path.rglob("*")):
            if file.suffix not in {".j2", ".css", ".html"} or not file.is_file():
                continue
            relative = file.relative_to(folder.path).as_posix()
            for number, line in enumerate(search_path.read(f"{index}:{relative}").splitlines(), 1):
                column = line.find(address.rstrip(">="))
                if column >= 0:
                    return folder.label(relative), Span(number, column + 1, number, column + 1 + len(address))
    first = search_path.folders[0]
    return first.label("brief.html.j2"), Span(1, 1, 1, 1)
