"""Words, addresses and scripts that a page is not made for: a sound page or a fault, never a blank or a clipped line."""

from collections.abc import Callable
from pathlib import Path
from subprocess import CompletedProcess

import pypdfium2
import pytest
import yaml
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from briefgen.audiences import resolve
from briefgen.building.production import Produced, produce
from briefgen.inspection.inspecting import inspect
from briefgen.workspace import open_workspace

LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft" * 2
ADDRESS = "https://example.org/" + "a-long-path/" * 15
Make = Callable[..., Path]


def produced(make_workspace: Make, audience: str = "label: Readers\n", **changes: object) -> Produced:
    """The edition of a small brief with the given fields changed, as HTML and PDF."""
    root = make_workspace({"templates/plain/audience.yaml": audience})
    path = root / "briefs/quay.yaml"
    brief = yaml.safe_load(path.read_text())
    path.write_text(yaml.safe_dump({**brief, **changes}, allow_unicode=True, sort_keys=False))
    workspace = open_workspace(root)
    case = inspect(workspace, ("quay",)).briefs[0].case
    assert case is not None
    return produce(case, resolve(workspace, "plain"), ("html", "pdf"))


def fact(statement: str) -> dict[str, object]:
    return {
        "statement": statement,
        "citations": [{"source": "port-notice", "quote": "The northern quay is closed"}],
    }


def words_of(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        return str(document[0].get_textpage().get_text_range())


HARD = {
    "word": LONG_WORD,
    "address": f"See {ADDRESS} for more.",
    "link": f"See [the notice]({ADDRESS}) for more.",
    "code": f"`{LONG_WORD}`",
    "emphasis": "***Nested** emphasis, **and *more* of it***, `code` in *the `middle`*.",
    "right-to-left": "The word ڕێککەوتن stands in a sentence from left to right, and 2,500 after it: میناء (2031).",
    "no-break": "A\u00a0very\u00a0long\u00a0run\u00a0of\u00a0words\u00a0" + "held\u00a0together\u00a0" * 8,
}
EDITIONS = [
    *((name, "serif") for name in HARD),
    ("word", "large"),
    ("address", "large"),
    ("right-to-left", "sans"),
]


@pytest.mark.parametrize(("name", "theme"), EDITIONS)
def test_the_page_holds_it(make_workspace: Make, name: str, theme: str) -> None:
    audience = f"label: Readers\ntheme: {{typeface: {theme}}}\n"
    made = produced(make_workspace, audience, title=HARD[name], key_facts=[fact(HARD[name])])
    assert made.findings == ()
    assert set(made.files) == {"html", "pdf"}


def test_a_character_without_a_glyph_is_a_fault(make_workspace: Make) -> None:
    made = produced(make_workspace, key_facts=[fact("The ferry \U000131cb runs.")])
    assert [finding.rule for finding in made.findings] == ["glyph-missing"]
    assert made.files == {}


def test_a_character_of_the_title_without_a_glyph_is_told_there(make_workspace: Make) -> None:
    (found,) = produced(make_workspace, title="The \U000131cb quay").findings
    assert (found.rule, found.route, found.start, found.end) == ("glyph-missing", ("title",), 4, 5)


def test_empty_sections_leave_no_heading(make_workspace: Make) -> None:
    made = produced(make_workspace, key_facts=[])
    assert b"<h2" not in made.files["html"]
    assert "Northern quay" in words_of(made.files["pdf"])


def test_a_picture_that_does_not_exist_is_a_fault(make_workspace: Make) -> None:
    root = make_workspace(
        {
            "templates/plain/audience.yaml": "label: Readers\n",
            "templates/plain/brief.html.j2": '{% extends "default/brief.html.j2" %}{% block kicker %}<img src="lost.png" alt="Lost">{% endblock %}',
        }
    )
    workspace = open_workspace(root)
    case = inspect(workspace, ("quay",)).briefs[0].case
    assert case is not None
    made = produce(case, resolve(workspace, "plain"), ("html", "pdf"))
    assert [finding.rule for finding in made.findings] == ["remote-resource"]
    assert made.findings[0].message == "none of this audience's template folders holds lost.png"
    assert "lost.png" in made.findings[0].source[0]
    assert made.files == {}


def chart(name: str) -> dict[str, object]:
    value = {"label": "Huge", "value": 123456789.123, "citations": fact("")["citations"]}
    return {"id": name, "title": name, "unit": "tonnes", "kind": "bar", "values": [value]}


def test_a_figure_is_never_broken_over_lines(make_workspace: Make) -> None:
    made = produced(make_workspace, figures=[chart(name) for name in ("one", "two", "three")])
    assert words_of(made.files["pdf"]).count("123,456,789.123") == 3


def test_chinese_japanese_and_korean_need_one_installed_font(
    make_workspace: Make, tmp_path: Path, program: Callable[..., CompletedProcess[str]]
) -> None:
    """Without it the fault names the package; with it the page is set. The font here has four characters and a blank."""
    root = make_workspace({"templates/plain/audience.yaml": "label: Readers\n"})
    brief = root / "briefs/quay.yaml"
    brief.write_text(brief.read_text().replace("title: Northern quay", "title: 北埠頭閉 Northern quay"))
    fonts = tmp_path / "fonts"
    fonts.mkdir()
    bare = program("build", "-f", "pdf", cwd=root, FONTCONFIG_FILE=config(tmp_path, "bare"))
    assert bare.returncode == 1
    assert "glyph-missing" in bare.stderr
    assert "fonts-noto-cjk" in bare.stderr
    make_font(fonts / "four.ttf", "北埠頭閉 ")
    there = program("build", "-f", "pdf", cwd=root, FONTCONFIG_FILE=config(tmp_path, "there", fonts))
    assert (there.returncode, there.stderr) == (0, there.stderr)
    assert "北埠頭閉" in words_of((root / "dist/quay/plain.pdf").read_bytes())


def test_a_font_beside_the_template_needs_no_installed_one(
    make_workspace: Make, tmp_path: Path, program: Callable[..., CompletedProcess[str]]
) -> None:
    """As docs/templates.md says: a file in the audience's folder, declared in `audience.css`, named in the theme."""
    stack = '"Briefgen Serif","Han",serif'
    root = make_workspace(
        {
            "templates/plain/audience.yaml": f"label: Readers\ntheme: {{text: '{stack}', display: '{stack}'}}\n",
            "templates/plain/audience.css": '@font-face{font-family:"Han";src:url(fonts/han.ttf)}\n',
        }
    )
    brief = root / "briefs/quay.yaml"
    brief.write_text(
        brief.read_text()
        .replace("title: Northern quay", "title: 北埠頭閉 Northern quay")
        .replace("The northern quay is closed.", "北埠 The northern quay is closed.")
    )
    (root / "templates/plain/fonts").mkdir()
    make_font(root / "templates/plain/fonts/han.ttf", "北埠頭閉 ")
    built = program("build", "-f", "html,pdf", cwd=root, FONTCONFIG_FILE=config(tmp_path, "bare"))
    assert (built.returncode, built.stderr) == (0, built.stderr)
    assert "北埠頭閉" in words_of((root / "dist/quay/plain.pdf").read_bytes())
    assert "url(data:font/ttf;base64," in (root / "dist/quay/plain.html").read_text("utf-8")


def config(folder: Path, name: str, *fonts: Path) -> Path:
    """A configuration of fontconfig that knows the fonts in some folders and no others."""
    path = folder / f"{name}.conf"
    folders = "".join(f"<dir>{font}</dir>" for font in fonts)
    path.write_text(
        f"<fontconfig>{folders}<cachedir>{folder}/cache-{name}</cachedir></fontconfig>", encoding="utf-8"
    )
    return path


def make_font(path: Path, characters: str) -> None:
    """A font whose characters are all the same square."""
    pen = TTGlyphPen(None)
    for point in ((0, 0), (0, 800), (800, 800), (800, 0)):
        (pen.lineTo if point != (0, 0) else pen.moveTo)(point)
    pen.closePath()
    square = pen.glyph()
    names = [".notdef", *(f"uni{ord(one):04X}" for one in characters)]
    font = FontBuilder(1000, isTTF=True)
    font.setupGlyphOrder(names)
    font.setupCharacterMap({ord(one): f"uni{ord(one):04X}" for one in characters})
    font.setupGlyf(dict.fromkeys(names, square))
    font.setupHorizontalMetrics(dict.fromkeys(names, (1000, 0)))
    font.setupHorizontalHeader(ascent=800, descent=-200)
    font.setupNameTable({"familyName": "Four", "styleName": "Regular"})
    font.setupOS2(sTypoAscender=800, sTypoDescender=-200)
    font.setupPost()
    font.save(path)


def test_a_name_of_another_direction_keeps_its_full_stop(make_workspace: Make) -> None:
    """The layout engine knows no `dir="auto"`: without one of its own the stop would jump to the other side."""
    position = {"actor": "Harbour Group Ltd.", **fact("يرى أن الرصيف مغلق.")}
    made = produced(
        make_workspace, language="ar", title="الرصيف", positions=[position], authors=["J. Smith", "A. B."]
    )
    html = made.files["html"].decode()
    assert '<bdi dir="ltr">Harbour Group Ltd.</bdi>' in html
    assert "J. Smith، A. B." in html


def test_a_range_from_right_to_left_keeps_its_lower_bound_first(make_workspace: Make) -> None:
    """With a sign or without one the lower bound is read first, so it stands on the right."""
    values = [
        {"label": "x", "low": -5, "high": 5, "citations": fact("")["citations"]},
        {"label": "y", "low": 7, "high": 7, "citations": fact("")["citations"]},
    ]
    figure = {"id": "r", "title": "r", "unit": "t", "kind": "range", "values": values}
    html = produced(make_workspace, language="ar", title="الرصيف", figures=[figure]).files["html"].decode()
    assert "−5&rlm;&nbsp;–&nbsp;&rlm;5" in html.replace("\u200f", "&rlm;").replace("\xa0", "&nbsp;")
    assert "7–7" not in html


def test_a_long_label_of_a_chart_is_not_torn_by_letters(make_workspace: Make) -> None:
    made = produced(
        make_workspace,
        figures=[
            {**chart(name), "values": [{**chart(name)["values"][0], "label": "Population of everything"}]}  # type: ignore[index]
            for name in ("one", "two", "three")
        ],
    )
    assert words_of(made.files["pdf"]).count("everything") == 3
