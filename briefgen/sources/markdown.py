"""Markdown: plain text without its markup.

It goes through HTML, so that HTML inside Markdown is dropped or kept by the same rules as in a page.
"""

import re
from dataclasses import replace
from importlib.metadata import version

from briefgen.sources.charset import decode
from briefgen.sources.extracted import Extracted, SourceFault, fold_line_ends

TAME = 10_000
"""So many marks are read in this process: looking for the other end of each takes time by their square."""
_MARKS = "[*_~|"
_BEGINNING = 100_000
"""So many characters are looked through for a heading."""
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*$\n?", re.DOTALL | re.MULTILINE)


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

    body = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(front_matter(text)[1])
    return f'<!DOCTYPE html><meta charset="utf-8"><body>{body}'


def first_heading(body: str) -> str | None:
    """The words of the first heading of the first rank, without their markup; of the beginning of a long text only."""
    from selectolax.lexbor import LexborHTMLParser

    beginning = body[:_BEGINNING]
    if sum(map(beginning.count, _MARKS)) > TAME:
        return None
    found = LexborHTMLParser(to_html(beginning)).css_first("h1")
    return found.text() if found else None


def front_matter(text: str) -> tuple[str, str]:
    """The YAML between `---` lines at the start, and the rest."""
    text = fold_line_ends(text)
    found = _FRONT_MATTER.match(text)
    return (found.group(1), text[found.end() :]) if found else ("", text)
