"""Pages in other languages than English: quotation marks, commas and colons are the language's own."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from briefgen.building.options import Options
from briefgen.pipeline import build_workspace
from briefgen.templating.rendering import quotation_css
from briefgen.workspace import open_workspace

Make = Callable[..., Path]
GALLERY = Path(__file__).parents[1] / "examples" / "gallery"
FORMS = ("html", "pdf", "md", "txt")


@pytest.fixture(scope="module")
def outputs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """A French and an Arabic brief with their quotes, by language."""
    root = tmp_path_factory.mktemp("languages") / "gallery"
    shutil.copytree(GALLERY, root)
    briefs = {"fr": "pont-de-valmer", "ar": "mina-al-nawras"}
    options = Options(tuple(briefs.values()), ("evidence",), FORMS, root / "dist", jobs=1)
    assert not build_workspace(open_workspace(root), options).failed
    return {language: root / "dist" / brief for language, brief in briefs.items()}


def words_of(pdf: Path) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        text = " ".join(page.get_textpage().get_text_bounded() for page in document)
    return " ".join(text.split())


def test_every_form_has_the_same_quotation_marks(outputs: dict[str, Path]) -> None:
    folder, words = outputs["fr"], "Le pont de Valmer est fermé"
    assert f"« {words}" in words_of(folder / "evidence.pdf")
    for form in ("md", "txt"):
        assert f"«\u00a0{words}" in (folder / f"evidence.{form}").read_text("utf-8")
    assert 'html{quotes:"«\u00a0" "\u00a0»"}' in (folder / "evidence.html").read_text("utf-8")


def test_no_form_has_english_marks(outputs: dict[str, Path]) -> None:
    for folder in outputs.values():
        for form in ("md", "txt"):
            assert not {"“", "”"} & set((folder / f"evidence.{form}").read_text("utf-8"))
        assert not {"“", "”"} & set(words_of(folder / "evidence.pdf"))


@pytest.mark.parametrize(
    ("language", "said"), [("fr", "Cette édition sous forme de données"), ("ar", "هذه الطبعة")]
)
def test_the_file_in_a_pdf_is_described_in_the_reader_s_language(
    outputs: dict[str, Path], language: str, said: str
) -> None:
    with pikepdf.open(outputs[language] / "evidence.pdf") as pdf:
        (attached,) = pdf.attachments.values()
        assert str(attached.description).startswith(said)


def test_drawings_are_described_with_the_signs_of_the_language(outputs: dict[str, Path]) -> None:
    assert "<title>Réparation\u00a0: 38 millions d’euros</title>" in (
        outputs["fr"] / "evidence.html"
    ).read_text("utf-8")


def test_what_was_checked_is_told_with_the_comma_of_the_language(outputs: dict[str, Path]) -> None:
    html = (outputs["ar"] / "evidence.html").read_text("utf-8")
    (first, *_) = html.split('<p class="checked"')[1:]
    checked = first.split("</p>")[0]
    assert checked.count("،") == 2
    assert "," not in checked


def test_lines_of_text_run_as_the_page_does(outputs: dict[str, Path]) -> None:
    """A note begins with the Latin letter of its source, by which alone readers' programs would go."""
    for form, start in (("md", "[^1]: \u200fA"), ("txt", "\u200f[1] A")):
        lines = (outputs["ar"] / f"evidence.{form}").read_text("utf-8").splitlines()
        assert any(line.startswith(start) for line in lines)


def test_a_name_after_its_place_on_the_map_begins_there() -> None:
    """The map runs from the left, an Arabic name in it from the right: browsers would set it at the map's far edge."""
    css = (Path(__file__).parents[2] / "templates/default/brief.css").read_text("utf-8")
    (after,) = re.findall(r"^\.name\.after \{(.*)\}", css, re.MULTILINE)
    assert "text-align: left" in after


def test_english_pages_leave_marks_to_browsers() -> None:
    assert quotation_css("en-GB") == ""


def test_marks_that_do_not_turn_give_way_to_those_that_do() -> None:
    """Around Arabic words „ would open on the right and look like an end."""
    assert quotation_css("de") == 'html{quotes:"„" "“"}q[dir="rtl"]{quotes:"«" "»"}\n'
    assert quotation_css("he") == 'html{quotes:"”" "”"}q[dir="ltr"]{quotes:"«" "»"}\n'
    assert quotation_css("uk") == 'html{quotes:"«" "»"}\n'


def test_a_reference_runs_as_its_words_do(make_workspace: Make) -> None:
    """Else the engine would print a reference in Latin letters from right to left, and browsers would not."""
    root = make_workspace(
        {"templates/desk/audience.yaml": "label: Desk\ncitation_style: apa\nlanguage: ar\n"}
    )
    brief = root / "briefs/quay.yaml"
    brief.write_text(brief.read_text("utf-8") + "language: ar\n", "utf-8")
    options = Options((), ("desk",), ("html",), root / "dist", jobs=1)
    assert not build_workspace(open_workspace(root), options).failed
    assert '<bdi dir="ltr">' in (root / "dist/quay/desk.html").read_text("utf-8").split('id="sources"')[1]
