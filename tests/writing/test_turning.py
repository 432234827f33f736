"""Lines of an edition that runs from right to left."""

import pytest

from briefgen.writing.turning import RIGHT_TO_LEFT, turned


@pytest.mark.parametrize(
    ("line", "before"),
    [
        ("A  قيس العبيدي", ""), ("[1] A ف 1 «الجسر»", ""), ("- **A** قيس العبيدي", "- "), ("[^1]: A ف 1", "[^1]: "),
        ("  2024: 2,500 [10]", "  "), ("# NATO والجسر", "# "),
    ],
)  # fmt: skip
def test_a_line_with_a_latin_start_is_turned_behind_the_signs_of_markdown(line: str, before: str) -> None:
    assert turned(line) == before + RIGHT_TO_LEFT + line.removeprefix(before)


@pytest.mark.parametrize(
    "line", ["خ1 قد تبدأ", "TLP:CLEAR", "https://example.org/2024", "-----", "|---|---:|", ""]
)
def test_other_lines_stay(line: str) -> None:
    assert turned(line) == line
