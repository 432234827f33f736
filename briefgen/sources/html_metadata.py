"""What a web page says of itself: `citation_*` (Highwire), Dublin Core, Open Graph, schema.org JSON-LD."""

import json
from collections.abc import Iterator
from html import unescape
from typing import TYPE_CHECKING, Any

from briefgen.sources.metadata_fields import Metadata, as_date, as_language, as_names, as_title, cleaned

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_TITLES = ("citation_title", "og:title", "dc.title", "dcterms.title", "twitter:title")
_AUTHORS = ("dc.creator", "dcterms.creator", "article:author")
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
_ARTICLES = ("Article", "Report", "Posting", "PressRelease")
_PAGES = ("Page",)
_MAX_JSON = 1_000_000


def metadata_of(tree: "LexborHTMLParser") -> Metadata:
    """The page's metadata: `meta` elements first, then JSON-LD, then `title` and `lang`.

    The element `author` comes after JSON-LD, which has each author by itself.
    """
    named, linked = _Named(tree), _Linked(tree)
    return Metadata(
        title=named.title() or linked.title() or _element(tree, "title") or _element(tree, "h1"),
        author=as_names(named.all(("citation_author",)), inverted=True)
        or as_names(named.all(_AUTHORS))
        or as_names(linked.names("author"))
        or as_names(named.all(("author",))),
        issued=next(filter(None, map(as_date, named.all_of(_DATES))), None)
        or as_date(linked.article.get("datePublished")),
        publisher=named.publisher() or next(map(cleaned, linked.names("publisher")), None),
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


class _Linked:
    """What the page's JSON-LD says of the article; of the page, where it describes no article."""

    def __init__(self, tree: "LexborHTMLParser") -> None:
        things = list(_things(tree))
        self._by_id = {each["@id"]: each for each in things if isinstance(each.get("@id"), str)}
        found = (each for kinds in (_ARTICLES, _PAGES) for each in things if _is_any(each, kinds))
        self.article: dict[str, Any] = next(found, {})

    def title(self) -> str | None:
        headline = self.article.get("headline")
        return as_title(unescape(headline)) if isinstance(headline, str) else None

    def names(self, role: str) -> list[str]:
        """The names of the people or organisations in that role, also of those that are described elsewhere."""
        value = self.article.get(role)
        stated = [self._name(each) for each in (value if isinstance(value, list) else [value])]
        return [unescape(name) for name in stated if isinstance(name, str)]

    def _name(self, value: Any) -> Any:
        if not isinstance(value, dict):
            return value
        place = value.get("@id")
        described = self._by_id.get(place, {}) if isinstance(place, str) else {}
        return value.get("name") or described.get("name")


def _things(tree: "LexborHTMLParser") -> Iterator[dict[str, Any]]:
    """What the page's JSON-LD describes."""
    for script in tree.css('script[type="application/ld+json"]'):
        text = script.text()
        try:
            data = json.loads(text) if len(text) <= _MAX_JSON else None
        except (ValueError, RecursionError):
            continue
        for each in data if isinstance(data, list) else [data]:
            graph = each.get("@graph") if isinstance(each, dict) else None
            yield from (
                one for one in (graph if isinstance(graph, list) else [each]) if isinstance(one, dict)
            )


def _is_any(thing: dict[str, Any], kinds: tuple[str, ...]) -> bool:
    """Whether a type that it states ends with one of `kinds`: NewsArticle, BlogPosting, WebPage."""
    stated = thing.get("@type")
    types = stated if isinstance(stated, list) else [stated]
    return any(isinstance(each, str) and each.endswith(kinds) for each in types)


def _element(tree: "LexborHTMLParser", selector: str) -> str | None:
    node = tree.css_first(selector)
    return as_title(node.text()) if node else None


def _language(tree: "LexborHTMLParser") -> str | None:
    root = tree.css_first("html")
    stated = root.attributes if root else {}
    return as_language(stated.get("lang") or stated.get("xml:lang"))
