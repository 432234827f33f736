"""Ignored styles: what is found, where, and that sound styles are left alone."""

from pathlib import Path

import pytest

from briefgen.diagnostics import Finding
from briefgen.templating.search import Folder, SearchPath
from briefgen.templating.styling import lint_styles
from tests.conftest import write_files

SHIPPED = Path(__file__).parents[2] / "templates"


def linted(root: Path, files: dict[str, str | bytes]) -> list[Finding]:
    folder = write_files(root / "templates" / "press", files)
    path = SearchPath((Folder("press", folder), Folder("default", SHIPPED / "default")))
    return list(lint_styles(path, root / "templates"))


SLIPS = {
    "property": ("p { margin: 0 }\nb { colour: red }", 2, 5, "`colour`", "`color`"),
    "turned letters": ("p { font-wieght: bold }", 1, 5, "`font-wieght`", "`font-weight`"),
    "in a media query": ("@media print { a { paddng: 0 } }", 1, 20, "`paddng`", "`padding`"),
    "in a nested rule": ("a { & b { colr: red } }", 1, 11, "`colr`", "`color`"),
    "in the edge of a page": ("@page { @top-left { contnt: none } }", 1, 21, "`contnt`", "`content`"),
    "of a typeface": (
        "@font-face { font-famly: x; src: url(a.ttf) }",
        1,
        14,
        "`font-famly`",
        "`font-family`",
    ),
    "at-rule": ("@pgae { margin: 0 }", 1, 1, "`@pgae`", "`@page`"),
    "no colon": ("p { color red; margin: 0 }", 1, 5, "cannot be read", "property: value"),
    "no semicolon": ("p { color: red\n    margin: 0 }", 2, 5, "`margin`", "write a ;"),
    "no brace": ("p { color: red", 1, 3, "never closed", "}"),
    "unknown token": ("p { color: var(--acent) }", 1, 16, "`--acent`", "`--accent`"),
    "value": ("p { text-align: centre }", 1, 17, "`centre`", "`center`"),
    "colour": ("p { border: 1px solid bleu }", 1, 23, "`bleu`", "`blue`"),
    "kind of line": ("p { border: 1px sold red }", 1, 17, "`sold`", "`solid`"),
    "weight": ("@media print { b { font-weight: blod } }", 1, 33, "`blod`", "`bold`"),
    "capitals": ("p { Colour: red }", 1, 5, "`colour`", "`color`"),
}


@pytest.mark.parametrize(("css", "line", "column", "words", "remedy"), SLIPS.values(), ids=SLIPS)
def test_slip_is_told_with_its_place_and_the_nearest_name(
    tmp_path: Path, css: str, line: int, column: int, words: str, remedy: str
) -> None:
    (found,) = linted(tmp_path, {"audience.css": css})
    assert (found.rule, found.path) == ("style-ignored", "templates/press/audience.css")
    assert found.span is not None
    assert (found.span.line, found.span.column) == (line, column)
    assert words in found.message
    assert remedy in found.help


SOUND = {
    "shipped": (SHIPPED / "default" / "brief.css").read_text("utf-8"),
    "shipped for screens": (SHIPPED / "default" / "screen.css").read_text("utf-8"),
    "prefixes": "p { -webkit-hyphens: auto; -weasy-hyphens: auto }",
    "own properties": "p { --mine: a:b; color: var(--mine); width: var(--yours, 1px) }",
    "paged media": "@page :first { size: A4; bleed: 3mm; marks: crop; @bottom-left-corner { content: none } }",
    "nesting": "a { color: red; &:hover { color: blue } b:hover { margin: 0 } }",
    "braces in comments and texts": "/* { */ p::before { content: '{' } /* colour: red */",
    "selectors": "a:not(:hover) > b::after, [href='{'] { color: red }",
    "addresses": "p { background: url(data:image/png;base64,AA==) }",
    "grid areas": "main { display: grid; grid-template-areas: 'a b' 'c d'; inset-inline: 0 }",
    "values": "p { color: CurrentColor; float: footnote; position: sticky; width: fit-content; overflow: clip }",
    "values of CSS 2": "a { outline: thin solid invert } b { outline-color: invert }",
    "values of later CSS": "p { text-align: some-day; display: grid-lanes; color: color-mix(in srgb, bleu, red) }",
    "names of one's own": "p { font-family: Centre; list-style: disk; animation: blod 1s; grid-area: lft }",
    "empty": "",
}


@pytest.mark.parametrize("css", SOUND.values(), ids=SOUND)
def test_sound_styles_are_left_alone(tmp_path: Path, css: str) -> None:
    assert linted(tmp_path, {"audience.css": css}) == []


def test_styles_in_templates_are_looked_through_around_what_jinja_puts_in(tmp_path: Path) -> None:
    template = (
        "{% block head %}<style>\n{{ stylesheet }}\n.a { margin-{{ side }}: 0; {{ x }}: 1; colour: {{ tone }} }\n"
        '</style>{% endblock %}<p style="widht: {{ 1 }}px; color: red">'
    )
    found = linted(tmp_path, {"brief.html.j2": template})
    places = [(each.span.line, each.span.column) for each in found if each.span]
    assert places == [
        (3, template.split("\n")[2].index("colour") + 1),
        (4, template.split("\n")[3].index("widht") + 1),
    ]


def test_files_that_cannot_be_read_are_told_elsewhere(tmp_path: Path) -> None:
    assert linted(tmp_path, {"audience.css": b"p { colour: \xff }"}) == []
