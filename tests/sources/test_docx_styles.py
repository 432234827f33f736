"""What styles of a DOCX file hide, strike through or raise."""

import io

import docx
import pytest
from docx.oxml import parse_xml

from briefgen.sources.docx_styles import spell_out
from briefgen.sources.extracted import Extracted
from briefgen.sources.extraction import extract_bytes

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def style(name: str, properties: str, kind: str = "character", based: str = "") -> str:
    parent = f'<w:basedOn w:val="{based}"/>' if based else ""
    return f'<w:style {WORD} w:type="{kind}" w:styleId="{name}"><w:name w:val="{name}"/>{parent}<w:rPr>{properties}</w:rPr></w:style>'


STYLES = (
    style("Hidden", "<w:vanish/>"),
    style("Heir", "<w:b/>", based="Hidden"),
    style("Shown", '<w:vanish w:val="0"/>', based="Hidden"),
    style("Struck", "<w:strike/>"),
    style("Note", '<w:vertAlign w:val="superscript"/>'),
    style("Internal", "<w:vanish/>", kind="paragraph"),
    style("Heavy", f"<w:vanish w:val='{'x' * 9999}'>{'<w:x/>' * 1000}</w:vanish>"),
    style("Circle", "<w:b/>", based="Circle"),
)


def words(*paragraphs: str) -> str:
    document = docx.Document()
    for each in STYLES:
        document.styles.element.append(parse_xml(each))
    for number, each in enumerate(paragraphs):
        document.element.body.insert(number, parse_xml(f"<w:p {WORD}>{each}</w:p>"))
    out = io.BytesIO()
    document.save(out)
    extracted = extract_bytes(out.getvalue(), ".docx")
    assert isinstance(extracted, Extracted), extracted
    return extracted.text


def run(text: str, name: str = "", more: str = "") -> str:
    chosen = f'<w:rStyle w:val="{name}"/>' if name else ""
    return f'<w:r><w:rPr>{chosen}{more}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


@pytest.mark.parametrize(
    ("name", "more", "text"),
    [
        ("Hidden", "", "A b"), ("Heir", "", "A b"), ("Struck", "", "A b"), ("Shown", "", "A 3b"), ("Circle", "", "A 3b"),
        ("NoSuch", "", "A 3b"), ("", "", "A 3b"), ("Hidden", '<w:vanish w:val="false"/>', "A 3b"), ("Note", "", "A ³b"),
        ("Note", '<w:vertAlign w:val="baseline"/>', "A 3b"),
    ],
)  # fmt: skip
def test_a_style_of_characters_counts_as_if_it_stood_there(name: str, more: str, text: str) -> None:
    assert words(run("A ") + run("3", name, more) + run("b")) == text


def test_a_style_of_paragraphs_does_too() -> None:
    hidden = '<w:pPr><w:pStyle w:val="Internal"/></w:pPr>'
    assert words(run("One"), hidden + run("gone"), run("two")).split() == ["One", "two"]
    assert words(hidden + run("gone") + run("kept", "Shown")) == "kept"


def test_what_stands_below_a_mark_is_not_written_into_every_run() -> None:
    styles, body = (parse_xml(f"<w:{name} {WORD}>{each}</w:{name}>") for name, each in (
        ("styles", STYLES[-2]), ("p", run("a", "Heavy") * 10)
    ))  # fmt: skip
    spell_out(styles, [body])
    assert sum(1 for _ in body.iter()) == 1 + 10 * 5
    assert all(len(value) < 99 for each in body.iter() for value in each.attrib.values())
