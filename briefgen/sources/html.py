"""Web pages: the main text as a reader sees it.

Hidden and deleted text, scripts, comments and navigation are dropped; every other character is kept.
White space collapses as a browser collapses it. A superscript figure becomes a superscript character, so
that the footnote mark in `2,500<sup>3</sup>` does not turn the figure into 25,003.
"""

import re
from collections.abc import Iterator
from importlib.metadata import version
from itertools import accumulate
from typing import TYPE_CHECKING

from briefgen.sources.charset import decode
from briefgen.sources.extracted import Extracted, SourceFault, Table, fold_line_ends, raised
from briefgen.sources.html_tables import tables_in
from briefgen.sources.html_work import is_wild

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser, LexborNode

    from briefgen.sources.html_hidden import Hidden


def _names(names: str) -> frozenset[str]:
    return frozenset(names.split())


_DROPPED = _names(
    "head title script style template noscript nav del s strike iframe object audio video canvas svg math textarea "
    "select datalist meter progress button noframes noembed applet area map rp"
)
_PARAGRAPHS = _names("p h1 h2 h3 h4 h5 h6 blockquote pre ul ol dl table figure hr article section main")
_LINES = _names(
    "address aside body caption center dd details dialog dir div dt fieldset figcaption footer form header hgroup "
    "legend li menu search summary tr thead tbody tfoot optgroup option br"
)
_CELLS = _names("td th")
_BLANKS = re.compile("[ \t\n\f\r]+")
_COMMENTS = re.compile(rb"<!--.*?(?:-->|\Z)", re.DOTALL)
_DECLARED = re.compile(
    rb"""(?:<meta\b[^>]*?\bcharset|<\?xml\b[^>]*?\bencoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE
)

_HEAD = 8192


def read(data: bytes) -> Extracted | SourceFault:
    """The main text of a `.html` file; a page that may make much work is read in a process with limits."""
    page = decode(data, declared(data))
    if isinstance(page, SourceFault):
        return page
    if is_wild(page):
        from briefgen.sources.isolation import isolated

        return isolated("html", data)
    return _of_page(page)


def read_here(data: bytes) -> Extracted | SourceFault:
    """As `read`, always in this process."""
    page = decode(data, declared(data))
    return page if isinstance(page, SourceFault) else _of_page(page)


def _of_page(page: str) -> Extracted:
    text, tables = main_text(_tree(page))
    return Extracted(text, (), "html", f"4 selectolax {version('selectolax')}", tables)


def parse(data: bytes) -> "LexborHTMLParser | SourceFault":
    """The tree of a page, in the encoding that its mark or `meta` declares, else UTF-8 or a certain detection."""
    page = decode(data, declared(data))
    return page if isinstance(page, SourceFault) else _tree(page)


def _tree(page: str) -> "LexborHTMLParser":
    from selectolax.lexbor import LexborHTMLParser

    return LexborHTMLParser(fold_line_ends(page))


def declared(data: bytes) -> str | None:
    """The encoding label in the page's head; UTF-16 there means UTF-8, as HTML has it."""
    found = _DECLARED.search(_COMMENTS.sub(b"", data[:_HEAD]))
    label = found.group(1).decode("ascii", "replace").lower() if found else None
    return "utf-8" if label and label.startswith("utf-16") else label


def main_text(tree: "LexborHTMLParser") -> tuple[str, tuple[Table, ...]]:
    """The visible text of `main`, with headlines that stand before it; of the whole body where there is none.

    With its tables.
    """
    from briefgen.sources.html_hidden import Hidden

    hidden = Hidden(tree)
    body = tree.body
    if body is None:
        return "", ()
    mains = [node for node in body.css("main, [role=main]") if not _below(node, hidden)]
    roots = [*_headlines(body, mains[0], hidden), *mains] if len(mains) == 1 else []
    if not (_laid_out(mains, hidden).text() and (flow := _laid_out(roots, hidden)).text()):
        roots, flow = [body], _laid_out([body], hidden)
    cells = flow.cells()
    return flow.text(), tuple(table for root in roots for table in tables_in(root, cells))


def _laid_out(roots: list["LexborNode"], hidden: "Hidden") -> "_Flow":
    flow = _Flow()
    for root in roots:
        flow.walk(root, hidden)
    return flow


def _headlines(body: "LexborNode", main: "LexborNode", hidden: "Hidden") -> Iterator["LexborNode"]:
    """Yield the headlines that are shown before `main`."""
    for node in body.css("h1, main, [role=main]"):
        if node.mem_id == main.mem_id:
            return
        if node.tag == "h1" and not _below(node, hidden):
            yield node


def _below(node: "LexborNode", hidden: "Hidden") -> bool:
    """Whether `node` or anything that it stands in is dropped."""
    current: LexborNode | None = node
    while current is not None and current.tag != "html":
        if current.tag in _DROPPED or current in hidden:
            return True
        current = current.parent
    return False


class _Flow:
    """Text as it is laid out: blanks collapse, blocks start lines."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._lines = 0  # line ends due before the next character
        self._blank = ""  # blank due before it: "" or " " or a cell's tab
        self._cells: dict[int, tuple[int, int]] = {}  # what was put before and within each cell

    def text(self) -> str:
        return "".join(self._parts)

    def cells(self) -> dict[int, tuple[int, int]]:
        """Where the text of each cell that was walked stands, by the node's `mem_id`."""
        if not self._cells:
            return {}
        ends = [0, *accumulate(map(len, self._parts))]
        return {
            node: (ends[first + (first < last and self._parts[first].isspace())], ends[last])
            for node, (first, last) in self._cells.items()
        }

    def walk(self, root: "LexborNode", hidden: "Hidden") -> None:
        """Adds the visible text below `root`; keeps its own stack, since pages nest as deep as they like."""
        stack: list[tuple[LexborNode, bool, bool]] = [(root, False, False)]
        while stack:
            node, preformatted, leaving = stack.pop()
            tag = node.tag
            if leaving:
                self._edge(tag or "")
                if tag == "q":
                    self._put("”")
                if tag in _CELLS:
                    self._cells[node.mem_id] = (self._cells[node.mem_id][0], len(self._parts))
            elif tag == "-text":
                self._words(node.text_content or "", preformatted)
            elif tag is not None and tag[0] not in "-!" and tag not in _DROPPED and node not in hidden:
                self._enter(node, tag, preformatted, stack)

    def _enter(
        self, node: "LexborNode", tag: str, preformatted: bool, stack: list[tuple["LexborNode", bool, bool]]
    ) -> None:
        self._edge(tag)
        if tag == "q":
            self._put("“")
        if tag in _CELLS:
            self._cells[node.mem_id] = (len(self._parts), len(self._parts))
        if tag == "sup" and (figure := raised(node.text())):
            self._words(figure, preformatted=False)
            return
        stack.append((node, preformatted, True))
        child = node.last_child
        while child is not None:
            stack.append((child, preformatted or tag in ("pre", "listing"), False))
            child = child.prev

    def _edge(self, tag: str) -> None:
        if tag in _PARAGRAPHS:
            self._lines = max(self._lines, 2)
        elif tag in _LINES:
            self._lines = max(self._lines, 1)
        elif tag in _CELLS:
            self._blank = "\t"

    def _words(self, text: str, preformatted: bool) -> None:
        if preformatted:
            self._put(text)
            return
        line = _BLANKS.sub(" ", text)
        if line.startswith(" "):
            self._blank = self._blank or " "
        if word := line.strip(" "):
            self._put(word)
            self._blank = " " if line.endswith(" ") else ""

    def _put(self, text: str) -> None:
        if self._parts:
            self._parts.append("\n" * self._lines if self._lines else self._blank)
        self._lines, self._blank = 0, ""
        self._parts.append(text)
