"""One warm layout engine: fonts loaded once, stylesheets parsed once, logs and refusals collected per edition."""

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from weasyprint import CSS, HTML
from weasyprint.document import Document

from briefgen.pages.faces import Fonts
from briefgen.pages.fetching import BASE_URL, TemplateFetcher
from briefgen.pages.values import PageSpec, RemoteResource, Resources

LOGGER = logging.getLogger("weasyprint")
NO_GLYPH = ".notdef glyph rendered"


@dataclass(frozen=True, slots=True)
class ParsedSheet:
    """A parsed stylesheet, and what was refused while it was parsed (imports, font files)."""

    css: CSS
    refused: tuple[RemoteResource, ...]


class Engine:
    """Fonts and parsed stylesheets that many editions share.

    One engine serves one set of font faces: two sets might give one family name to different files.
    """

    def __init__(self, resources: Resources) -> None:
        self._roots = resources.roots
        self._fonts = Fonts(resources.font_folder)
        self._parse = lru_cache(maxsize=64)(self._parsed)
        self.faces = self._parsed(resources.font_css, (resources.font_folder,))

    def _parsed(self, text: str, roots: tuple[Path, ...] | None = None) -> ParsedSheet:
        fetcher = TemplateFetcher(self._roots if roots is None else roots)
        css = CSS(string=text, base_url=BASE_URL, url_fetcher=fetcher, font_config=self._fonts)
        return ParsedSheet(css, fetcher.refused)

    def sheets(self, texts: Sequence[str]) -> tuple[ParsedSheet, ...]:
        """The stylesheets, parsed at most once each."""
        return tuple(self._parse(text) for text in texts)

    def open(self, html: str) -> "OpenDocument":
        """Parses the document; it can then be laid out at several sizes."""
        fetcher = TemplateFetcher(self._roots)
        return OpenDocument(self, HTML(string=html, base_url=BASE_URL, url_fetcher=fetcher), fetcher)

    def lay_out(self, html: HTML, sheets: Sequence[ParsedSheet], rules: str) -> Document:
        """One layout of the document under the stylesheets and a few `rules` of ours."""
        ours = CSS(string=rules, base_url=BASE_URL, url_fetcher=html.url_fetcher)
        css = [sheet.css for sheet in sheets]
        try:
            return html.render(font_config=self._fonts, stylesheets=[*css, ours])
        finally:
            # The engine keeps a shaped line for every size that it ever met.
            self._fonts.strut_layouts.clear()


@dataclass(frozen=True, slots=True)
class OpenDocument:
    """A parsed document with the fetcher that watches over it."""

    engine: Engine
    html: HTML
    fetcher: TemplateFetcher

    def characters(self) -> int:
        """How many characters the body has."""
        body = self.html.etree_element.find("body")
        return sum(len(text.strip()) for text in body.itertext()) if body is not None else 0

    def items(self) -> Iterator[tuple[str, str]]:
        """The name and the text of each item."""
        for element in self.html.etree_element.iter():
            if isinstance(element.tag, str) and element.get("data-item"):
                yield element.get("data-item"), "".join(element.itertext())

    def at(self, sheets: Sequence[ParsedSheet], page: PageSpec, size_pt: float, more: str = "") -> Document:
        """The document laid out with a root size of `size_pt` points."""
        rules = f"html{{font-size:{size_pt:.2f}pt!important}}@page{{size:{page.size}}}{more}"
        return self.engine.lay_out(self.html, sheets, rules)


@lru_cache(maxsize=8)
def _engine(resources: Resources, _faces: tuple[str, ...]) -> Engine:
    return Engine(resources)


def engine_for(resources: Resources, stylesheets: Sequence[str]) -> Engine:
    """The engine for these fonts; stylesheets with faces of their own get one of their own."""
    return _engine(resources, tuple(sheet for sheet in stylesheets if "@font-face" in sheet))


class _Listener(logging.Handler):
    """Notes the characters that the engine found no glyph for."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.missing: set[str] = set()

    def emit(self, record: logging.LogRecord) -> None:
        if str(record.msg).startswith(NO_GLYPH) and isinstance(record.args, tuple):
            self.missing.add(str(record.args[0]))


@contextmanager
def missing_glyphs() -> Iterator[set[str]]:
    """Collects the characters without a glyph while pages are drawn."""
    listener = _Listener()
    LOGGER.addHandler(listener)
    try:
        yield listener.missing
    finally:
        LOGGER.removeHandler(listener)
