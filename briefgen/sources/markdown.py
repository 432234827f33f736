"""Markdown: plain text without its markup.

It goes through HTML, so that HTML inside Markdown is dropped or kept by the same rules as in a page.
"""

import re
from dataclasses import replace
from importlib.metadata import version
from typing import TYPE_CHECKING

from briefgen.sources.charset import decode
from briefgen.sources.extracted import Extracted, SourceFault
from briefgen.sources.front_matter import body_of

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline

TAME = 10_000
"""So many marks are read in this process: looking for the other end of each takes time by their square."""
_MARKS = "[*_~|"
_NOTE = re.compile(r"\[\^([^\s\[\]<>&]{1,99})\]")
_BEGINNING = 100_000
"""So many characters are looked through for a heading."""


def read(data: bytes) -> Extracted | SourceFault:
    """The text of a `.md` file (CommonMark with tables and strikethrough), without its front matter."""
    text = decode(data)
    if isinstance(text, SourceFault):
        return text
    if sum(map(text.count, _MARKS)) > TAME:
        from briefgen.sources.isolation import isolated

        return isolated("markdown", data)
    from briefgen.sources.html import read as read_html

    return _of_page(read_html(to_html(text).encode()))


def read_here(data: bytes) -> Extracted | SourceFault:
    """As `read`, always in this process."""
    text = decode(data)
    if isinstance(text, SourceFault):
        return text
    from briefgen.sources.html import read_here as read_html

    return _of_page(read_html(to_html(text).encode()))


def _of_page(page: Extracted | SourceFault) -> Extracted | SourceFault:
    if isinstance(page, SourceFault):
        return page
    return replace(page, extractor="markdown", version=f"3 markdown-it-py {version('markdown-it-py')}")


def to_html(text: str) -> str:
    """A page with the rendered Markdown as its body, in UTF-8."""
    from markdown_it import MarkdownIt

    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    reader.inline.ruler.before("link", "note", _note)
    reader.block.ruler.at("reference", _reference)
    return f'<!DOCTYPE html><meta charset="utf-8"><body>{reader.render(body_of(text))}'


def _note(state: "StateInline", silent: bool) -> bool:
    """`[^1]` is the mark of a note: raised where it is a figure, else as written."""
    mark = _NOTE.match(state.src, state.pos)
    if mark is None:
        return False
    if not silent:
        state.push("html_inline", "", 0).content = f"<sup>{mark[1]}</sup>" if mark[1].isdigit() else mark[0]
    state.pos = mark.end()
    return True


def _reference(state: "StateBlock", start: int, end: int, silent: bool) -> bool:
    """The address of a link, which is no text; a note (`[^1]: …`) is."""
    from markdown_it.rules_block import reference

    place = state.bMarks[start] + state.tShift[start]
    return not state.src.startswith("[^", place) and reference(state, start, end, silent)


def first_heading(text: str) -> str | None:
    """The words of the first heading of the first rank, without their markup; of the beginning of a long text only."""
    from selectolax.lexbor import LexborHTMLParser

    beginning = body_of(text)[:_BEGINNING]
    if sum(map(beginning.count, _MARKS)) > TAME:
        return None
    found = LexborHTMLParser(to_html(beginning)).css_first("h1")
    return found.text() if found else None
