"""Words for what goes wrong on a page: page faults become findings.

A page fault knows items by name and addresses by their text; where these stand in a brief or a template is for the
caller to say (`route_of`) or looked up in the template folders (`place_of`).
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from unicodedata import name as character_name

from briefgen.diagnostics import Finding, Route, Span
from briefgen.pages.values import Cut, Fault, MissingGlyph, Overflow, PageSpec, Protrusion, RemoteResource

RouteOf = Callable[[str], Route]
"""The route of an item, by its id or place."""

TEMPLATE_FILES = ("*.j2", "*.css", "*.html", "*.svg")


def finding(fault: Fault, audience: str, page: PageSpec, route_of: RouteOf) -> Finding:
    """The finding of one fault, in an edition for `audience`."""
    match fault:
        case Overflow():
            return _overflow(fault, audience, page)
        case Protrusion():
            return _protrusion(fault, audience, route_of)
        case MissingGlyph():
            return _missing_glyph(fault, audience, route_of)
        case RemoteResource():
            return remote_resource(fault, audience)


def plural(count: int, noun: str) -> str:
    """`1 line`, `2 lines`."""
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _overflow(fault: Overflow, audience: str, page: PageSpec) -> Finding:
    room = "the page" if page.max_pages == 1 else f"{page.max_pages} pages"
    excess = f"{fault.mm:.1f} mm ({plural(fault.lines, 'line')}, {plural(fault.words, 'word')})"
    return Finding(
        "overflow",
        f"{audience}: the brief is {excess} too long for {room} at {fault.size_pt:g} pt, the smallest size allowed",
        help=overflow_help(fault),
    )


def overflow_help(fault: Overflow) -> str:
    """What to cut, in order, and whether that is enough."""
    if not fault.cuts:
        return "no item may be cut (all are `must`): shorten statements, or allow more pages in audience.yaml"
    listed = ", ".join(_cut(cut) for cut in fault.cuts)
    verdict = (
        "without these it fits" if fault.fits_after else "even without all of these it does not fit: shorten"
    )
    return f"cut in this order: {listed}; {verdict}"


def _cut(cut: Cut) -> str:
    return f"{cut.item} ({cut.priority}, {cut.mm:.1f} mm, {plural(cut.lines, 'line')})"


def _protrusion(fault: Protrusion, audience: str, route_of: RouteOf) -> Finding:
    text = fault.text if len(fault.text) <= 60 else fault.text[:57] + "…"
    return Finding(
        "overflow",
        f"{audience}: “{text}” sticks out by {fault.mm:.1f} mm to the side",
        route=route_of(fault.item) if fault.item else (),
        help="give it a place to break: `overflow-wrap: anywhere` in the stylesheet, or soft hyphens in the text",
    )


def _missing_glyph(fault: MissingGlyph, audience: str, route_of: RouteOf) -> Finding:
    listed = ", ".join(_character(character) for character in fault.characters)
    return Finding(
        "glyph-missing",
        f"{audience}: no shipped or installed font has {listed}",
        route=route_of(fault.item) if fault.item else (),
        help="write it otherwise, or install a font that has it (fonts-noto-cjk for Chinese, Japanese and Korean)",
    )


def _character(character: str) -> str:
    return f"{character} (U+{ord(character):04X} {character_name(character, 'unnamed')})"


def remote_resource(fault: RemoteResource, audience: str) -> Finding:
    """The finding of a refused address; the caller adds the place."""
    url = fault.url if len(fault.url) <= 80 else fault.url[:77] + "…"
    return Finding(
        "remote-resource",
        f"{audience}: {url} was not fetched: {fault.reason}",
        help="put the file into the audience's template folder, or embed it as data:",
    )


def place_of(url: str, folders: Sequence[Path]) -> tuple[Path, Span] | None:
    """The first template or stylesheet that names `url`, and where; None where it is put together from parts."""
    for path in _template_files(folders):
        for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), 1):
            column = line.find(url)
            if column >= 0:
                return path, Span(number, column + 1, number, column + 1 + len(url))
    return None


def _template_files(folders: Sequence[Path]) -> Iterator[Path]:
    for folder in folders:
        for pattern in TEMPLATE_FILES:
            yield from sorted(folder.rglob(pattern))
