"""All the text of HTML, SVG and XML: between tags, in attributes, comments and styles, and in what is embedded."""

import re
from base64 import b64decode
from binascii import Error as BadBase64
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser

from briefgen.leaks.passages import Passage

DATA_URL = re.compile(r"data:([\w.+/-]*)(?:;[\w=-]+)*;base64,([A-Za-z0-9+/=\s%]*)")
PICTURES = re.compile(r"font/|application/(?:font|octet-stream)|image/(?!svg)")
TAG = re.compile(r"<[^>]*>")
INLINE = re.compile(
    r"</?(?:a|abbr|b|bdi|bdo|cite|code|em|i|mark|q|s|small|span|strong|sub|sup|time|u|wbr|w:\w+)\b[^>]*>",
    re.IGNORECASE,
)
"""Tags that may stand within a word."""
DRAWN = frozenset(
    "d points transform viewbox x y x1 x2 y1 y2 cx cy r rx ry dx dy offset width height style sizes stroke-width".split()
)
"""Attributes that hold coordinates and sizes."""
IN_CSS = re.compile(r"/\*.*?\*/|\"[^\"]*\"|'[^']*'", re.DOTALL)
"""What people can read in a stylesheet: comments, and strings that it prints."""


def markup_passages(source: str) -> Iterator[Passage]:
    """The texts of HTML or SVG: between its tags, in its attributes, comments and styles, in what it embeds."""
    bare = DATA_URL.sub(" ", source)
    yield Passage("source", unescape(bare), prose=False)
    parts = _Parts()
    parts.feed(bare)
    parts.close()
    yield Passage("text", "".join(parts.text))
    yield Passage("text", untagged("".join(parts.tagged)))
    yield from (Passage(place, text) for place, text in parts.asides)
    for media, data in DATA_URL.findall(source):
        if not PICTURES.match(media):
            yield from _embedded(data)


def _embedded(data: str) -> Iterator[Passage]:
    try:
        text = b64decode(data).decode("utf-8", "replace")
    except (BadBase64, ValueError):
        text = data
    yield from markup_passages(text) if "<" in text else (Passage("data:", text),)


def untagged(source: str) -> str:
    """The text between tags; words that tags cut in two are read as one."""
    return unescape(TAG.sub(" ", INLINE.sub("", source)))


class _Parts(HTMLParser):
    """Takes a document apart into what people read and what only programs do."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.text: list[str] = []
        self.tagged: list[str] = []
        self.asides: list[tuple[str, str]] = []
        self._code = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keeps the attributes that say something."""
        self._code = tag in ("style", "script")
        self._markup()
        for name, value in attrs:
            if value and name not in DRAWN and not name.startswith("xmlns"):
                self.asides.append((f"attribute {name}", value))
            elif value and name == "style":
                self._css(value)

    def handle_endtag(self, tag: str) -> None:
        """Ends what is code."""
        self._code = False
        self._markup()

    def handle_data(self, data: str) -> None:
        """Keeps a text, or what people can read of code."""
        if self._code:
            self._css(data)
        else:
            self._said(data)

    def handle_entityref(self, name: str) -> None:
        """A character by its name."""
        self._said(unescape(f"&{name};"))

    def handle_charref(self, name: str) -> None:
        """A character by its number."""
        self._said(unescape(f"&#{name};"))

    def handle_comment(self, data: str) -> None:
        """Keeps a comment."""
        self.asides.append(("comment", data))

    def handle_decl(self, decl: str) -> None:
        """Keeps a declaration."""
        self.handle_comment(decl)

    def handle_pi(self, data: str) -> None:
        """Keeps an instruction to other programs."""
        self.handle_comment(data)

    def unknown_decl(self, data: str) -> None:
        """Keeps a marked section."""
        self.handle_comment(data)

    def _markup(self) -> None:
        self.text.append(" ")
        self.tagged.append(self.get_starttag_text() or " ")

    def _said(self, text: str) -> None:
        self.text.append(text)
        self.tagged.append(text.replace("<", " "))

    def _css(self, text: str) -> None:
        self.asides.extend(("style", each) for each in IN_CSS.findall(text))
