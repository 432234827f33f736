"""What the page engine refuses, told as findings of the brief."""

from collections.abc import Iterator
from unicodedata import name as character_name

from briefgen.checks.case import Case
from briefgen.counting import count
from briefgen.diagnostics import Finding, Route, Span
from briefgen.documents.validation import shorten
from briefgen.models.audience import Audience
from briefgen.models.scalars import texts
from briefgen.pages.values import Fault, MissingGlyph, Overflow, Protrusion, RemoteResource
from briefgen.templating.search import SearchPath

NAMED = 8
"""Most characters that a message names."""
EAST_ASIAN = ("CJK", "HANGUL", "HIRAGANA", "IDEOGRAPHIC", "KATAKANA")
"""How the Unicode names of Chinese, Japanese and Korean characters begin."""
TEMPLATE_SUFFIXES = frozenset({".j2", ".css", ".html", ".svg"})


def page_finding(fault: Fault, case: Case, audience: Audience, templates: SearchPath) -> Finding:
    """The finding for `fault`, at the item that it concerns where it concerns one."""
    if isinstance(fault, RemoteResource):
        return _remote_resource(fault, templates)
    if isinstance(fault, MissingGlyph):
        return _missing_glyph(fault, case)
    if isinstance(fault, Protrusion):
        message = f"for {audience.id} `{shorten(fault.text)}` reaches {fault.mm:.0f} mm over its edge: it has no place to break"
        return Finding(
            "overflow", message, _route(case, fault.item), help="shorten it, or give it a place to break"
        )
    return Finding("overflow", _excess(fault, audience), ("title",), help="\n".join(_cuts(fault)))


def _remote_resource(fault: RemoteResource, templates: SearchPath) -> Finding:
    path, span = _asked_in(fault.url, templates) or (None, None)
    message = f"the page asks for {shorten(fault.url)!r}: {fault.reason}"
    help_ = "put the file below the audience's template folder, or embed it as data:"
    return Finding("remote-resource", message, help=help_, path=path, span=span)


def _asked_in(url: str, templates: SearchPath) -> tuple[str, Span] | None:
    """The template or stylesheet that names the address, and where; None where it is put together from parts."""
    for folder in templates.folders:
        for path in sorted(
            path for path in folder.path.rglob("*") if path.suffix in TEMPLATE_SUFFIXES and path.is_file()
        ):
            for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), 1):
                column = line.find(url) + 1
                if column:
                    place = folder.label(path.relative_to(folder.path).as_posix())
                    return place, Span(number, column, number, column + len(url))
    return None


def _missing_glyph(fault: MissingGlyph, case: Case) -> Finding:
    named = ", ".join(
        f"{char} (U+{ord(char):04X} {character_name(char, 'unnamed')})" for char in fault.characters[:NAMED]
    )
    more = len(fault.characters) - NAMED
    if more > 0:
        named += f" and {more} more"
    help_ = f"write it otherwise, or install a font that has it{_package(fault.characters)}"
    for route, text in _texts_of(case, fault.item):
        start = next((text.index(char) for char in fault.characters if char in text), None)
        if start is not None:
            return Finding("glyph-missing", f"no font has {named}", route, start, start + 1, help=help_)
    return Finding("glyph-missing", f"no font has {named}", _route(case, fault.item), help=help_)


def _package(characters: str) -> str:
    """The Debian package that has the characters, where they are Chinese, Japanese or Korean."""
    names = (character_name(char, "") for char in characters)
    return " (on Debian: fonts-noto-cjk)" if any(name.startswith(EAST_ASIAN) for name in names) else ""


def _texts_of(case: Case, name: str | None) -> Iterator[tuple[Route, str]]:
    """The texts of an item, or of the head of the brief where what was found is in no item."""
    for field in ("title", "subtitle") if name is None else ():
        for _, below, text in texts(getattr(case.brief, field), case.brief.language):
            yield (field, *below), text
    for item in case.items:
        if item.name == name:
            yield from ((route, text) for route, _, text in item.statements())


def _route(case: Case, name: str | None) -> Route:
    return next((item.route for item in case.items if item.name == name), ())


def _excess(fault: Overflow, audience: Audience) -> str:
    pages = f"{count(audience.max_pages, 'page')} of {audience.page}"
    over = f"{fault.mm:.0f} mm, {count(fault.lines, 'line')}, about {count(fault.words, 'word')}"
    return f"for {audience.id} the brief runs over {pages} at {fault.size_pt:g} pt by {over}"


def _cuts(fault: Overflow) -> Iterator[str]:
    if not fault.cuts:
        yield "every item is `must`: shorten statements, or give the audience another page"
        return
    yield "cut in this order:"
    for cut in fault.cuts:
        taken = (f"{cut.mm:.0f} mm", count(cut.lines, "line"), count(cut.words, "word"))
        left = f"; {cut.left_mm:.0f} mm too long still" if cut.left_mm else ""
        yield f"  {cut.item} ({cut.priority}): {', '.join(taken)}{left}"
    yield (
        "then it fits"
        if fault.fits_after
        else "that is not enough: shorten what is `must`, or give another page"
    )
