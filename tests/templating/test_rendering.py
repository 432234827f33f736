import re
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pytest

from briefgen.diagnostics import Finding
from briefgen.templating import Rendered

Make = Callable[..., Path]
Render = Callable[..., Rendered | Finding]


def html_of(rendered: Rendered | Finding) -> str:
    assert isinstance(rendered, Rendered), rendered
    return rendered.html


def plain(make_workspace: Make, template: str, **more: str) -> Path:
    files = {f"templates/plain/{name}": text for name, text in {"brief.html.j2": template, **more}.items()}
    return make_workspace({"templates/plain/audience.yaml": "label: Readers\n", **files})


def body(html: str) -> list[str]:
    return re.split(r"(?=<(?:section|header|footer|main))", html)


def test_an_override_of_one_block_changes_that_block_only(
    make_workspace: Make, render_workspace: Render
) -> None:
    root = make_workspace({"templates/plain/audience.yaml": "label: Readers\n"})
    before = html_of(render_workspace(root))
    (root / "templates/plain/brief.html.j2").write_text(
        '{% extends "default/brief.html.j2" %}{% block key_facts %}<section class="mine">{{ view.title }}</section>{% endblock %}'
    )
    after = html_of(render_workspace(root))
    changed = [(one, other) for one, other in zip(body(before), body(after), strict=True) if one != other]
    assert len(changed) == 1
    assert '<section class="mine">Northern quay</section>' in changed[0][1]


def test_an_override_keeps_what_it_overrides(make_workspace: Make, render_workspace: Render) -> None:
    root = plain(
        make_workspace,
        '{% extends "default/brief.html.j2" %}{% block footer %}{{ super() }}<p>Mine</p>{% endblock %}',
    )
    html = html_of(render_workspace(root))
    assert '<p class="tlp"' in html.split("<footer")[1]
    assert "<p>Mine</p>" in html.split("<footer")[1]


def test_a_workspaces_default_may_extend_the_shipped_one(
    make_workspace: Make, render_workspace: Render
) -> None:
    own = '{% extends "default/brief.html.j2" %}{% block kicker %}House brief{% endblock %}'
    root = make_workspace(
        {
            "templates/default/brief.html.j2": own,
            "templates/plain/audience.yaml": "label: Readers\n",
            "templates/plain/brief.html.j2": '{% extends "default/brief.html.j2" %}{% block footer %}<p>Mine</p>{% endblock %}',
        }
    )
    html = html_of(render_workspace(root))
    assert "House brief" in html
    assert "<p>Mine</p>" in html


def test_macros_and_stylesheets_are_overridden_by_their_names(
    make_workspace: Make, render_workspace: Render
) -> None:
    root = make_workspace(
        {
            "templates/plain/audience.yaml": "label: Readers\n",
            "templates/plain/brief.css": "p { color: teal }",
        }
    )
    rendered = render_workspace(root)
    assert isinstance(rendered, Rendered)
    assert rendered.stylesheets[-1] == "p { color: teal }"


@pytest.mark.parametrize(
    ("template", "rule", "line"),
    [
        ("\n\n{{ view.titel }}", "template-undefined", 3),
        ("{{ brief.title }}", "template-undefined", 1),
        ("\n{% if view.title %}", "template-error", 2),
        ("{{ view.title|shout }}", "template-error", 1),
        ('\n{% include "nowhere.html.j2" %}', "template-error", 2),
        ("{{ 1 / 0 }}", "template-error", 1),
        ("\n{{ view.__class__.__mro__ }}", "template-error", 2),
        ("{{ ''.__class__.__base__.__subclasses__() }}", "template-error", 1),
        ("{{ view.section.__globals__ }}", "template-error", 1),
        ("{% for i in range(10**9) %}{% endfor %}", "template-error", 1),
        ('{% include "../../seeds/notice.txt" %}', "template-error", 1),
        ('{% include "/etc/passwd" %}', "template-error", 1),
    ],
)
def test_a_faulty_or_hostile_template_is_a_finding_at_its_line(
    make_workspace: Make, render_workspace: Render, template: str, rule: str, line: int
) -> None:
    finding = render_workspace(plain(make_workspace, template))
    assert isinstance(finding, Finding)
    assert (finding.rule, finding.path, finding.span and finding.span.line) == (
        rule,
        "templates/plain/brief.html.j2",
        line,
    )


def test_text_of_the_brief_is_escaped(make_workspace: Make, render_workspace: Render) -> None:
    root = plain(make_workspace, "<p>{{ view.title }}</p>")
    brief = root / "briefs/quay.yaml"
    brief.write_text(brief.read_text().replace("title: Northern quay", "title: <script>alert(1)</script>"))
    assert html_of(render_workspace(root)) == "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"


def test_the_html_edition_is_one_file(make_workspace: Make, render_workspace: Render) -> None:
    root = plain(
        make_workspace,
        '{% extends "default/brief.html.j2" %}{% block kicker %}<img src="logo.svg" alt="House">{% endblock %}',
        **{"logo.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>"},
    )
    rendered = render_workspace(root, target="html")
    html = html_of(rendered)
    assert isinstance(rendered, Rendered)
    assert rendered.stylesheets == ()
    assert 'src="data:image/svg+xml;base64,' in html
    assert "font/woff2;base64," in html
    assert "The stylesheet of this edition" not in html


class Links(HTMLParser):
    """Collects ids and the targets of local links."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if given.get("id"):
            self.ids.append(given["id"] or "")
        if (given.get("href") or "").startswith("#"):
            self.targets.append((given["href"] or "")[1:])


@pytest.mark.parametrize("brief", ["grid-outage", "long-shore", "reservoir-levels", "mina-al-nawras"])
def test_every_link_leads_somewhere_and_every_id_is_unique(render_workspace: Render, brief: str) -> None:
    gallery = Path(__file__).parents[1] / "examples" / "gallery"
    links = Links(html_of(render_workspace(gallery, "evidence", brief, target="html")))
    assert len(links.ids) == len(set(links.ids))
    assert set(links.targets) <= set(links.ids)
    notes = [target for target in links.targets if target.startswith("note-")]
    backs = [target for target in links.targets if target.startswith("ref-")]
    assert notes
    assert len(set(notes)) == len([id_ for id_ in links.ids if id_.startswith("note-")])
    assert set(backs) == {id_ for id_ in links.ids if id_.startswith("ref-")}


def test_what_is_uncertain_is_said(render_workspace: Render) -> None:
    gallery = Path(__file__).parents[1] / "examples" / "gallery"
    html = html_of(render_workspace(gallery, "evidence", "grid-outage", target="html"))
    words = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html.split("</style>")[1]))
    for said in (
        "likely high confidence",
        "Superseded by F1",
        "Disputed",
        "TLP:GREEN",
        "Checked: these words stand",
        "211,000 = 214,000 - 3,000",
    ):
        assert said in words


def test_undated_sources_are_printed_so(make_workspace: Make, render_workspace: Render) -> None:
    root = make_workspace({"templates/plain/audience.yaml": "label: Readers\n"})
    assert "<span>n.d.</span>" in html_of(render_workspace(root))


GALLERY = Path(__file__).parents[1] / "examples" / "gallery"


def test_print_alone_holds_words_together(render_workspace: Render) -> None:
    """Whoever searches an HTML edition finds its statements as they were written."""
    printed, shown = (
        html_of(render_workspace(GALLERY, "modern", "reservoir-levels", target=target))
        for target in ("pdf", "html")
    )
    assert "Restrictions begin when storage falls below 35\u00a0percent." in printed
    assert "Restrictions begin when storage falls below 35 percent." in shown


def test_furniture_without_a_catalogue_is_english_and_says_so(render_workspace: Render) -> None:
    html = html_of(render_workspace(GALLERY, "modern", "nisi-aigali", target="html"))
    assert '<html lang="el" dir="ltr">' in html
    assert '<p class="dateline" lang="en" dir="ltr">' in html
    assert "Information as of June 2032" in html


def test_an_item_runs_in_the_direction_of_its_words(make_workspace: Make, render_workspace: Render) -> None:
    root = make_workspace({"templates/plain/audience.yaml": "label: Readers\n"})
    brief = root / "briefs/quay.yaml"
    brief.write_text(brief.read_text().replace("The northern quay is closed.", "أعيد فتح NATO و 2,500 جندي."))
    html = html_of(render_workspace(root))
    # The item keeps its place on the page: its words alone run the other way.
    assert re.search(r'<li id="closure"(?![^>]* dir=)[^>]*>', html)
    assert '<p><bdi dir="rtl">أعيد' in html


def test_text_from_right_to_left_has_the_figures_of_its_own_face(render_workspace: Render) -> None:
    rendered = render_workspace(GALLERY, "plain", "mina-al-nawras")
    assert isinstance(rendered, Rendered)
    assert '--text:"Briefgen Sans","Briefgen Arabic"' in rendered.stylesheets[0]
    html = html_of(render_workspace(GALLERY, "plain", "mina-al-nawras", target="html"))
    assert 'font-family:"Briefgen Serif"' not in html


@pytest.mark.parametrize(("audience", "numbered"), [("letter", True), ("modern", False)])
def test_pages_are_numbered_where_there_may_be_several(
    render_workspace: Render, audience: str, numbered: bool
) -> None:
    rendered = render_workspace(GALLERY, audience, "forty-harbours")
    assert isinstance(rendered, Rendered)
    assert any("counter(page)" in sheet for sheet in rendered.stylesheets) is numbered


def test_a_line_chart_has_an_axis_only_where_it_shows_zero(render_workspace: Render) -> None:
    html = html_of(render_workspace(GALLERY, "modern", "reservoir-levels"))
    curve = html.split('class="curve high-3"')[1].split("</svg>")[0]
    assert "axis" not in curve
    assert "The scale does not start at zero." in html


def test_charts_side_by_side_line_up(render_workspace: Render) -> None:
    """Below the longest title, of two lines; the curve with its two lines of words as high as the five bars beside it."""
    html = html_of(render_workspace(GALLERY, "modern", "reservoir-levels"))
    strip = html.split('<div class="pair plain titles-2">')[1].split("</section>")[0]
    assert strip.count("<figure") == 3
    assert strip.count('class="curve high-3"') == 1


def test_a_note_can_be_closed_where_it_was_opened(render_workspace: Render) -> None:
    shown, printed = (
        html_of(render_workspace(GALLERY, "plain", "harbour-strike", target=target))
        for target in ("html", "pdf")
    )
    places = [f'id="back-{number}"' for number in range(1, 7)]
    assert shown.count('href="#back-') == shown.count('class="note"') == 6
    assert [shown.count(place) for place in places] == [1] * 6
    assert shown.index('id="back-3"') < shown.index('href="#note-3"') < shown.index('href="#note-4"')
    assert 'class="here"' not in printed


def test_a_browser_that_prints_keeps_the_marking_readable(render_workspace: Render) -> None:
    """Browsers leave out grounds: on the page black ones are asked for, in its edge the words are black themselves."""
    shown = html_of(render_workspace(GALLERY, "plain", "harbour-strike", target="html"))
    assert ".tlp span { print-color-adjust: exact }" in shown
    edge = shown.rindex("@page { @bottom-left { background: none; color: #000 }")
    assert edge > shown.rindex("color:#ffffff")
