"""What a web page says of itself: `citation_*` (Highwire), Dublin Core, Open Graph, schema.org JSON-LD."""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from briefgen.sources.metadata_fields import Metadata, as_date, as_language, as_names, as_title, cleaned

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_TITLES = ("citation_title", "og:title", "dc.title", "dcterms.title", "twitter:title")
_AUTHORS = ("citation_author", "dc.creator", "dcterms.creator", "article:author", "author")
_DATES = (
    "citation_publication_date", "citation_date", "article:published_time", "dc.date.issued", "dcterms.issued", "dc.date",
    "dcterms.date", "date", "pubdate", "datepublished",
)  # fmt: skip
_PUBLISHERS = (
    "citation_publisher",
    "dc.publisher",
    "dcterms.publisher",
    "article:publisher",
    "publisher",
    "og:site_name",
)
_LANGUAGES = ("citation_language", "dc.language", "dcterms.language")
_ARTICLES = frozenset(
    ("Article", "NewsArticle", "Report", "BlogPosting", "ScholarlyArticle", "WebPage", "TechArticle")
)
_MAX_JSON = 1_000_000


def metadata_of(tree: "LexborHTMLParser") -> Metadata:
    """The page's metadata: `meta` elements first, then JSON-LD, then `title` and `lang`."""
    named = _Named(tree)
    linked = next(_linked(tree), {})
    return Metadata(
        title=named.title()
        or as_title(linked.get("headline"))
        or _element(tree, "title")
        or _element(tree, "h1"),
        author=as_names(named.all(_AUTHORS)) or as_names(_linked_names(linked.get("author"))),
        issued=next(filter(None, map(as_date, named.all_of(_DATES))), None)
        or as_date(linked.get("datePublished")),
        publisher=named.publisher() or next(map(cleaned, _linked_names(linked.get("publisher"))), None),
        language=_language(tree) or next(filter(None, map(as_language, named.all_of(_LANGUAGES))), None),
    )


class _Named:
    """`meta` contents by lower-case name or property, in the order of the page."""

    def __init__(self, tree: "LexborHTMLParser") -> None:
        self._contents: dict[str, list[str]] = {}
        for meta in tree.css("meta[content]"):
            attributes = meta.attributes
            name = attributes.get("name") or attributes.get("property") or attributes.get("itemprop") or ""
            self._contents.setdefault(name.lower(), []).append(attributes.get("content") or "")

    def all(self, names: tuple[str, ...]) -> list[str]:
        """The contents of the first of `names` that the page has."""
        return next((self._contents[name] for name in names if any(self._contents.get(name, ()))), [])

    def all_of(self, names: tuple[str, ...]) -> list[str]:
        """The contents of every one of `names`, in their order."""
        return [content for name in names for content in self._contents.get(name, ())]

    def title(self) -> str | None:
        return next(filter(None, map(as_title, self.all_of(_TITLES))), None)

    def publisher(self) -> str | None:
        named = map(cleaned, self.all_of(_PUBLISHERS))
        return next((name for name in named if name and "://" not in name), None)


def _linked(tree: "LexborHTMLParser") -> Iterator[dict[str, Any]]:
    """The articles that the page's JSON-LD describes."""
    for script in tree.css('script[type="application/ld+json"]'):
        text = script.text()
        try:
            data = json.loads(text) if len(text) <= _MAX_JSON else None
        except (ValueError, RecursionError):
            continue
        for each in data if isinstance(data, list) else [data]:
            graph = each.get("@graph") if isinstance(each, dict) else None
            yield from filter(_is_article, graph if isinstance(graph, list) else [each])


def _is_article(data: Any) -> bool:
    kind = data.get("@type") if isinstance(data, dict) else None
    return bool(_ARTICLES.intersection(filter(_is_text, kind if isinstance(kind, list) else [kind])))


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _linked_names(value: Any) -> list[str]:
    """The names in a JSON-LD person or organisation, or in a list of them."""
    values = value if isinstance(value, list) else [value]
    names = (each.get("name") if isinstance(each, dict) else each for each in values)
    return [name for name in names if isinstance(name, str)]


def _element(tree: "LexborHTMLParser", selector: str) -> str | None:
    node = tree.css_first(selector)
    return as_title(node.text()) if node else None


def _language(tree: "LexborHTMLParser") -> str | None:
    root = tree.css_first("html")
    return as_language(root.attributes.get("lang")) if root else None
