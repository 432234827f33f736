from pathlib import Path

import pytest

from briefgen.templating.resources import IN_CSS, css_addresses, foreign, html_addresses, taken_in
from briefgen.templating.search import Folder, SearchPath


@pytest.fixture
def search_path(tmp_path: Path) -> SearchPath:
    (tmp_path / "logo.svg").write_text("<svg/>")
    (tmp_path / "remote.svg").write_text('<svg><image href="https://example.org/a.png"/></svg>')
    (tmp_path / "brief.html.j2").write_text('<p>\n  <img src="https://example.org/a.png">\n')
    return SearchPath((Folder("plain", tmp_path),))


@pytest.mark.parametrize(
    "html",
    [
        '<img src="https://example.org/a.png">',
        '<img src="//example.org/a.png">',
        '<img srcset="logo.svg 1x, https://example.org/a.png 2x" src="logo.svg">',
        '<img src="file:///etc/passwd">',
        '<img src="../secret.png">',
        '<img src="missing.png">',
        '<svg><image href="https://example.org/a.png"/></svg>',
        '<svg><image xlink:href="https://example.org/a.png"/></svg>',
        '<svg><use href="https://example.org/a.svg#b"/></svg>',
        '<svg><rect fill="url(https://example.org/a.svg#b)"/></svg>',
        '<iframe srcdoc="hello"></iframe>',
        '<script>fetch("https://example.org")</script>',
        '<body onload="fetch()">',
        '<object data="data:text/html,x"></object>',
        '<link rel="stylesheet" href="https://example.org/a.css">',
        '<link rel="attachment" href="https://example.org/a.pdf">',
        '<base href="https://example.org/">',
        '<meta http-equiv="refresh" content="0;url=https://example.org">',
        '<p style="background: url(https://example.org/a.png)">',
        "<style>@import 'https://example.org/a.css';</style>",
        "<style>p { background: URL( 'https://example.org/a.png' ) }</style>",
        '<a href="https://example.org" ping="https://example.org/count">x</a>',
        '<a rel="attachment" href="file:///etc/passwd">x</a>',
        '<a href="java\nscript:fetch()">x</a>',
        '<a href="data:text/html,<script>fetch()</script>">x</a>',
        '<svg><image><set attributeName="href" to="https://example.org/a.png"/></image></svg>',
        '<!--><img src="https://example.org/a.png">-->',
        '<!-- --!><img src="https://example.org/a.png">-->',
        '<![CDATA[><img src="https://example.org/a.png">]]>',
        '<svg><style><img src="https://example.org/a.png"></style></svg>',
        '<img src="remote.svg">',
        '<img src="data:image/svg+xml,%3Csvg%3E%3Cimage href=%22https://example.org/a.png%22/%3E%3C/svg%3E">',
        '<img src="data:image/svg+xml;base64,PHN2Zz48aW1hZ2UgaHJlZj0iLy9leGFtcGxlLm9yZy9hIi8+PC9zdmc+">',
    ],
)
def test_what_would_be_fetched_is_refused(search_path: SearchPath, html: str) -> None:
    fault = foreign(html, (), search_path)
    assert fault is not None
    assert fault.rule == "remote-resource"


@pytest.mark.parametrize(
    "html",
    [
        '<a href="https://example.org/a.png">a plain link</a>',
        '<img src="data:image/png;base64,AAAA" alt="">',
        '<img src="logo.svg" alt="url(https://example.org)">',
        '<img src="./logo.svg#part" alt="">',
        '<img src="data:image/svg+xml,%3Csvg%3E%3Crect/%3E%3C/svg%3E" alt="">',
        "<!-- https://example.org/a.png --><a href='mailto:desk@example.org'>x</a>",
        '<svg><use href="#part"/><rect fill="url(#shade)"/></svg>',
        '<link rel="license" href="https://example.org/licence">',
        "<p>url(https://example.org/a.png)</p>",
        "<style>p { color: red } a::after { content: 'https://example.org' }</style>",
    ],
)
def test_plain_links_and_the_templates_own_files_are_allowed(search_path: SearchPath, html: str) -> None:
    assert foreign(html, (), search_path) is None


@pytest.mark.parametrize(
    "css",
    [
        "p { background: u\\72l(https://example.org/a.png) }",
        "@media print { p { background: image-set('https://example.org/a.png' 1x) } }",
        "@font-face { font-family: x; src: url('https://example.org/a.ttf') }",
        '@import url("https://example.org/a.css") print;',
    ],
)
def test_stylesheets_are_looked_into(search_path: SearchPath, css: str) -> None:
    assert css_addresses(css)[0].startswith("https://example.org/a.")
    assert foreign("<p>", (css,), search_path) is not None


def test_the_fault_stands_where_the_template_has_the_address(search_path: SearchPath) -> None:
    fault = foreign('<img src="https://example.org/a.png">', (), search_path)
    assert fault is not None
    assert (fault.path, fault.span and (fault.span.line, fault.span.column)) == (
        "templates/plain/brief.html.j2",
        (2, 13),
    )


def test_the_templates_own_files_are_taken_in(search_path: SearchPath) -> None:
    html = '<img srcset="logo.svg 1x, logo.svg#a 2x" src="logo.svg" alt="logo.svg">'
    data = "data:image/svg+xml;base64,PHN2Zy8+"
    taken = taken_in(html, search_path, html_addresses(html)[0])
    assert taken == f'<img srcset="{data} 1x, {data} 2x" src="{data}" alt="logo.svg">'


def test_files_that_a_stylesheet_names_are_taken_in(search_path: SearchPath) -> None:
    css = "p { background: url( 'logo.svg' ) } a::after { content: 'logo.svg is a name' }"
    taken = taken_in(css, search_path, css_addresses(css), IN_CSS)
    assert (
        taken
        == "p { background: url( 'data:image/svg+xml;base64,PHN2Zy8+' ) } a::after { content: 'logo.svg is a name' }"
    )
