import pytest
from fontTools.ttLib import TTFont

from briefgen import fonts

LETTERS = {
    "Serif": "Ŵaŵ Ğğİı Ґґ Єє Її Ђђ Ωώ ΐ “«„—–…’ ½ ² € №",
    "Sans": "Ŵaŵ Ğğİı Ґґ Єє Її Ђђ Ωώ ΐ “«„—–…’ ½ ² € №",
    "Arabic": "ئابپتجچحخدرڕزژسشعغفڤقکگلڵمنوۆهەیێ كيىةءأإآؤ ٠١٢۴۵۶ ،؛؟",
}


@pytest.mark.parametrize("face", fonts.FACES)
def test_every_face_has_the_letters_of_its_scripts(face: str) -> None:
    wanted = next(letters for name, letters in LETTERS.items() if face.startswith(name))
    with TTFont(fonts.FOLDER / f"{face}.ttf", lazy=True) as font:
        assert not set(map(ord, wanted)) - set(font.getBestCmap())


def test_each_face_has_a_family_of_its_own() -> None:
    css = fonts.print_css()
    families = {fonts.family(face) for face in fonts.FACES}
    assert len(families) == len(fonts.FACES) == css.count("@font-face")
    assert fonts.family("SerifBoldItalic") == "Briefgen Serif Bold Italic"


def test_a_page_carries_the_scripts_that_it_is_written_in() -> None:
    assert fonts.scripts_of("Quay, 2031") == ("latin",)
    assert fonts.scripts_of("Міст") == ("latin", "cyrillic")
    assert fonts.scripts_of("ميناء") == ("latin", "arabic")
    css = fonts.web_css(("Serif", "Arabic"), "Міст")
    assert css.count("@font-face") == 2
    assert "U+400-52F" in css
    assert "U+600" not in css
