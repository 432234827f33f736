"""Inline Markdown: emphasis, code and links; everything else, HTML included, is text."""

from functools import lru_cache
from urllib.parse import urlsplit

from markdown_it import MarkdownIt
from markupsafe import Markup

LINKED = frozenset({"http", "https", "mailto"})
"""The schemes that a link in a brief may have."""


def _may_link(url: str) -> bool:
    return urlsplit(url).scheme.lower() in LINKED


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero", {"html": False}).enable(["emphasis", "backticks", "link", "balance_pairs"])
    parser.validateLink = _may_link  # type: ignore[method-assign]
    return parser


def inline(text: str) -> Markup:
    """Return `text` as HTML, its inline Markdown set, all else escaped."""
    return Markup(_parser().renderInline(text))


def plain(text: str) -> str:
    """Return the words of `text` without its inline Markdown: for attributes, metadata and alternatives."""
    return Markup(_parser().renderInline(text)).striptags()
