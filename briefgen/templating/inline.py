"""Inline Markdown: emphasis, code and links; everything else, HTML included, is text.

What a compositor keeps on one line is kept there by no-break spaces: a figure and what it counts, a mark and the word
before it, the last words of a paragraph. Only blanks are replaced, none in code, and only for print: browsers balance
lines by themselves, and whoever searches an HTML edition finds its statements as they were written.
"""

import re
from functools import lru_cache
from typing import Final
from urllib.parse import urlsplit

from jinja2 import pass_context
from jinja2.runtime import Context
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

LINKED = frozenset({"http", "https", "mailto"})
"""The schemes that a link in a brief may have."""
NO_BREAK: Final = "\u00a0"
MARKS: Final = re.compile(r"(?<=«) | (?=[;:!?»%–—])")
"""Blanks inside French quotation marks, and before marks that may not begin a line."""
GROUPS: Final = re.compile(r"(?<=\d) (?=\d{3}\b)")
"""Blanks in a grouped figure."""
COUNTED: Final = re.compile(r"(?:(?P<before>\w+) )?(?<![\d.,])(?P<figure>\d[\d.,]*) (?=[^\W\d_])")
"""A figure with the word before it, and a word after it."""
YEAR: Final = re.compile(r"\d{4}")
LAST_LINE: Final = 8
"""Characters that the last line of a paragraph has at the least, where its words allow. With more the line before it
would often end early, which is worse to look at than a last line of one long word."""
LONGEST: Final = 16
"""Most characters that are held together for it: more might not fit a narrow column."""
LONGEST_NAME: Final = 12
"""Most characters of a name and its figure that are held together; `September 2025` may be parted."""


def _may_link(url: str) -> bool:
    return urlsplit(url).scheme.lower() in LINKED


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero", {"html": False}).enable(["emphasis", "backticks", "link", "balance_pairs"])
    parser.validateLink = _may_link  # type: ignore[method-assign]
    return parser


def inline(text: str) -> Markup:
    """Return `text` as HTML, its inline Markdown set, all else escaped."""
    return _html(_tokens(text))


@pass_context
def running(context: Context, text: str, narrow: bool = False) -> Markup:
    """As `inline`, for running text: in print no figure loses its unit, and no short word stands alone on the last line.

    `narrow`: the last line may be short, for the column has room for few words, or more follows the text.
    """
    return composed(text, narrow) if context["target"] == "pdf" else inline(text)


def composed(text: str, narrow: bool = False) -> Markup:
    """`text` as HTML whose lines end where a compositor would let them."""
    tokens = _tokens(text)
    texts = _texts(tokens)
    for token in texts:
        token.content = COUNTED.sub(_held, GROUPS.sub(NO_BREAK, MARKS.sub(NO_BREAK, token.content)))
    if not narrow:
        _hold_the_end(texts)
    return _html(tokens)


def plain(text: str) -> str:
    """Return the words of `text` without its inline Markdown: for attributes, metadata and alternatives."""
    return Markup(_html(_tokens(text))).striptags()


def _tokens(text: str) -> list[Token]:
    return _parser().parseInline(text)


def _texts(tokens: list[Token]) -> list[Token]:
    """The pieces that are text: not code, nor what opens and closes emphasis and links."""
    return [child for token in tokens for child in token.children or () if child.type == "text"]


def _html(tokens: list[Token]) -> Markup:
    parser = _parser()
    return Markup(parser.renderer.render(tokens, parser.options, {}))


def _held(match: re.Match[str]) -> str:
    """A figure beside the word that it belongs to: a name before it (`Article 5`), else what it counts."""
    before, figure = match["before"] or "", match["figure"]
    if before[:1].isupper() and match.string[: match.start()].rstrip()[-1:] not in ("", ".", "?", "!"):
        held = len(f"{before} {figure}") <= LONGEST_NAME
        return f"{before}{NO_BREAK if held else ' '}{figure} "
    blank = " " if YEAR.fullmatch(figure) else NO_BREAK
    return f"{before} {figure}{blank}" if before else f"{figure}{blank}"


def _hold_the_end(texts: list[Token]) -> None:
    """Replace blanks, from the last one backwards, until the last line is long enough."""
    length = 0
    for token in reversed(texts):
        content = token.content
        while (blank := content.rfind(" ")) >= 0:
            end = length + len(content) - blank - 1
            before = blank - (content.rfind(" ", 0, blank) + 1)
            if end >= LAST_LINE or end + 1 + before > LONGEST:
                break
            content = f"{content[:blank]}{NO_BREAK}{content[blank + 1 :]}"
        length += len(token.content)
        token.content = content
        if length >= LAST_LINE:
            return
