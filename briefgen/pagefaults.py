"""What the page engine refuses, told as findings of the brief."""

from collections.abc import Iterator

from briefgen.checks.case import Case
from briefgen.diagnostics import Finding, Route
from briefgen.models.audience import Audience
from briefgen.pages.values import Fault, MissingGlyph, Overflow, Protrusion, RemoteResource
from briefgen.validation import shorten


def page_finding(fault: Fault, case: Case, audience: Audience) -> Finding:
    """The finding for `fault`, at the item that it concerns where it concerns one."""
    if isinstance(fault, RemoteResource):
        message = f"the page asks for {shorten(fault.url)!r}: {fault.reason}"
        return Finding("remote-resource", message, help="put the file below the audience's template folder, or embed it as data:")
    if isinstance(fault, MissingGlyph):
        named = ", ".join(f"{char} (U+{ord(char):04X})" for char in fault.characters[:8])
        return Finding("glyph-missing", f"no font has {named}", _route(case, fault.item), help="write it otherwise, or install a font that has it")
    if isinstance(fault, Protrusion):
        message = f"for {audience.id} `{shorten(fault.text)}` reaches {fault.mm:.0f} mm over its edge: it has no place to break"
        return Finding("overflow", message, _route(case, fault.item), help="shorten it, or give it a place to break")
    return Finding("overflow", _excess(fault, audience), ("title",), help="\n".join(_cuts(fault)))


def _route(case: Case, name: str | None) -> Route:
    return next((item.route for item in case.items if item.name == name), ())


def _excess(fault: Overflow, audience: Audience) -> str:
    pages = f"{audience.max_pages} page{'s' if audience.max_pages > 1 else ''} of {audience.page}"
    over = f"{fault.mm:.0f} mm, {fault.lines} lines, about {fault.words} words"
    return f"for {audience.id} the brief runs over {pages} at {fault.size_pt:g} pt by {over}"


def _cuts(fault: Overflow) -> Iterator[str]:
    if not fault.cuts:
        yield "every item is `must`: shorten statements, or give the audience another page"
        return
    yield "cut in this order:"
    for cut in fault.cuts:
        yield f"  {cut.item} ({cut.priority}): {cut.mm:.0f} mm, {cut.lines} lines, {cut.words} words"
    yield "then it fits" if fault.fits_after else "that is not enough: shorten what is `must`, or give another page"
