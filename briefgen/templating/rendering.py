"""Rendering: the view and the audience's templates become HTML and stylesheets."""

from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from briefgen.diagnostics import Finding
from briefgen.editions.view import EditionView
from briefgen.fonts import web_css
from briefgen.models.audience import Audience
from briefgen.models.scalars import text_in
from briefgen.templating.arranging import is_across, words_in
from briefgen.templating.environment import environment
from briefgen.templating.faults import template_fault
from briefgen.templating.furniture import furniture_attributes, furniture_language
from briefgen.templating.limits import printed
from briefgen.templating.mapping import label_css, locator
from briefgen.templating.resources import IN_CSS, css_addresses, foreign, html_addresses, taken_in
from briefgen.templating.search import SearchPath
from briefgen.templating.themes import faces_of, is_single_column, tokens_of

Target = Literal["html", "pdf"]
MARKING_COLOURS = {
    "TLP:CLEAR": "#ffffff",
    "TLP:GREEN": "#33ff00",
    "TLP:AMBER": "#ffc000",
    "TLP:AMBER+STRICT": "#ffc000",
    "TLP:RED": "#ff2b2b",
}
"""Colours of the words on black (FIRST, Traffic Light Protocol 2.0, 2022, table 1)."""
UNDETERMINED = "und"
LETTER_MM = 2.6
"""Width of a capital of the marking at 12 points, in millimetres, on the generous side."""
FOLIO = "background:none;color:var(--muted);font:{size:g}pt/6mm var(--furniture)"
"""How page numbers and running titles are set."""
SHORT = 260
"""Words of statements that fill about half a page at the smallest size."""
STYLESHEET = Markup("/* The stylesheet of this edition. */")
"""Stands for the stylesheet while templates run."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """An edition as HTML, and for print the stylesheets that go with it (the HTML edition holds its own)."""

    html: str
    stylesheets: tuple[str, ...]


def render(
    view: EditionView, audience: Audience, search_path: SearchPath, target: Target
) -> Rendered | Finding:
    """Render the edition for `target`; a faulty template gives the finding instead.

    `html` is one self-contained file. `pdf` is the same body, its stylesheets handed over separately so that they
    are parsed once for many editions.
    """
    try:
        return _render(view, audience, search_path, target)
    except _Broken as broken:
        fault: BaseException = broken.__cause__ or broken
    except ValueError as unreadable:
        fault = unreadable
    own = search_path.find("brief.html.j2")
    return template_fault(fault, search_path.label(own) if own else "templates", search_path.labelled)


class _Broken(Exception):
    """A template raised its cause."""


def _render(
    view: EditionView, audience: Audience, search_path: SearchPath, target: Target
) -> Rendered | Finding:
    wanted = view.language if audience.language == UNDETERMINED else audience.language
    language = furniture_language(wanted)
    sheets = _stylesheets(view, audience, search_path, target)
    context = {
        "view": view,
        "audience": audience,
        "headings": headings_of(audience, language),
        "target": target,
        "language": language,
        "numbers": wanted,
        "furniture": furniture_attributes(language, view.language),
        "tokens": tokens_of(audience.theme, view.direction),
        "columns": _columns(audience),
        "stylesheet": STYLESHEET if target == "html" else Markup(),
    }
    try:
        html = printed(lambda: environment(search_path, language).get_template("brief.html.j2"), context)
    except Exception as raised:
        # Whatever Jinja's filters raise over what a template gives them is that template's fault.
        raise _Broken from raised
    fault = foreign(html, sheets, search_path)
    if fault or target == "pdf":
        return fault or Rendered(html, sheets)
    faces = faces_of(audience.theme, view.direction)
    return Rendered(_self_contained(html, sheets, faces, search_path), ())


def _columns(audience: Audience) -> int:
    return 1 if is_single_column(audience.theme) else 2


def headings_of(audience: Audience, language: str) -> dict[str, str]:
    """The headings that the audience's file words in its own way, as far as they are given in `language`."""
    given = {name: text_in(text, language) for name, text in audience.headings.items()}
    return {name: text for name, text in given.items() if text}


def _self_contained(
    html: str, sheets: tuple[str, ...], faces: tuple[str, ...], search_path: SearchPath
) -> str:
    """The document with its stylesheets, fonts and pictures inside it."""
    html = taken_in(html, search_path, html_addresses(html)[0])
    own = "".join(taken_in(sheet, search_path, css_addresses(sheet), IN_CSS) for sheet in sheets)
    css = web_css(faces, html) + own
    # Nothing in a stylesheet may end the element that holds it.
    return html.replace(STYLESHEET, css.replace("</", "<\\/"))


def _stylesheets(
    view: EditionView, audience: Audience, search_path: SearchPath, target: Target
) -> tuple[str, ...]:
    names = ("brief.css", "screen.css") if target == "html" else ("brief.css",)
    own = (search_path.stylesheet(name) for name in (*names, "audience.css"))
    across = target == "pdf" and is_across(view, _columns(audience))
    places = label_css(locator(view.map, across)) if view.map else ""
    size = printing_css(view, audience) if target == "html" else ""
    # Browsers know no running titles.
    folio = folio_css(view, audience) if target == "pdf" and audience.max_pages > 1 else ""
    return tuple(sheet for sheet in (tokens_css(view, audience), places, folio, *own, size) if sheet)


def printing_css(view: EditionView, audience: Audience) -> str:
    """The size of type for browsers that print the HTML edition, where nobody measures what fits.

    It depends on the view alone, so that the HTML is the same whether or not a PDF is made beside it.
    """
    words = sum(map(words_in, view.items()))
    points = audience.min_body_pt + (1.5 if words < SHORT * audience.max_pages else 0)
    return f"@media print{{html{{font-size:{points:g}pt}}}}\n"


def tokens_css(view: EditionView, audience: Audience) -> str:
    """The design tokens as custom properties, and what each page's edge carries."""
    tokens = "".join(
        f"--{name}:{value};" for name, value in tokens_of(audience.theme, view.direction).items()
    )
    colour = MARKING_COLOURS[view.marking]
    # A width of its own: browsers would draw the black ground across the whole edge.
    width = f"{len(view.marking) * LETTER_MM + 4:g}mm"
    label = f'content:"{view.marking}";color:{colour};width:{width}'
    edge = "left" if view.direction == "rtl" else "right"
    return (
        f":root{{{tokens}--tlp:{colour};--tlp-width:{width}}}\n"
        f"@page{{size:{audience.page};@bottom-{edge}{{{label}}}@top-{edge}{{{label}}}}}\n"
        f"@page:first{{@top-{edge}{{content:none}}}}\n"
    )


def folio_css(view: EditionView, audience: Audience) -> str:
    """The number of each page, and from the second one on the brief's title."""
    edge = "right" if view.direction == "rtl" else "left"
    style = f"{FOLIO.format(size=max(8, round(audience.min_body_pt * 0.85, 1)))};text-align:{edge}"
    return (
        "h1{string-set:title content()}\n"
        f"@page :nth(n){{@bottom-{edge}{{content:counter(page)' / 'counter(pages);{style}}}"
        f"@top-{edge}{{content:string(title);{style}}}}}\n"
        f"@page:first{{@top-{edge}{{content:none}}}}\n"
    )
