"""Raised figures in PDF files: a note's mark is no digit of the figure before it."""

import io

import pikepdf
import pytest

from briefgen.sources.extracted import Extracted
from briefgen.sources.extraction import extract_bytes

SMALL, LARGE = "/F1 7 Tf 4 Ts", "/F1 12 Tf 0 Ts"


def page_of(content: str, **entries: object) -> bytes:
    """A PDF of one page with that content stream; `F1` is Helvetica."""
    pdf = pikepdf.new()
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    page = pdf.add_blank_page(page_size=(300, 300))
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=pdf.make_indirect(font)))
    page.Contents = pdf.make_stream(content.encode("latin-1"))
    for name, value in entries.items():
        page[f"/{name}"] = value
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def words(content: str, **entries: object) -> str:
    extracted = extract_bytes(page_of(content, **entries), ".pdf")
    assert isinstance(extracted, Extracted), extracted
    return " ".join(extracted.text.split())


@pytest.mark.parametrize(
    ("shown", "text"),
    [
        (f"(2,500) Tj {SMALL} (3) Tj {LARGE} ( troops) Tj", "2,500³ troops"),
        (f"(5%) Tj {SMALL} (12) Tj {LARGE} ( more) Tj", "5%¹² more"),
        (f"(25) Tj {SMALL} (1,2) Tj {LARGE} ( men) Tj", "25¹,² men"),
        (f"(10) Tj {SMALL} (-3) Tj {LARGE} ( m) Tj", "10⁻³ m"),
        (f"(40) Tj {SMALL} (th) Tj {LARGE} ( day) Tj", "40th day"),
        (f"(From a) Tj {SMALL} (2) Tj {LARGE} (+b4) Tj", "From a²+b4"),
        ("(2,500) Tj /F1 10.7 Tf 5 Ts (3) Tj /F1 12 Tf 0 Ts ( men) Tj", "2,500³ men"),
        ("(2,5) Tj /F1 10.7 Tf 2 Ts (00) Tj /F1 12 Tf 0 Ts ( men) Tj", "2,500 men"),
        # What is smaller and not raised, or raised and no smaller, or the other way round
        ("(CO) Tj /F1 7 Tf -3 Ts (2) Tj /F1 12 Tf 0 Ts ( in air) Tj", "CO2 in air"),
        ("(2,500) Tj /F1 7 Tf (3) Tj /F1 12 Tf ( troops) Tj", "2,5003 troops"),
        ("/F1 40 Tf (2) Tj /F1 12 Tf 20 Ts (024 was) Tj", "2 024 was"),
        (f"{SMALL} (3) Tj {LARGE} (See there) Tj", "3See there"),
        ("(2,500 troops, 35%) Tj", "2,500 troops, 35%"),
    ],
)
def test_a_raised_figure_is_kept_apart(shown: str, text: str) -> None:
    assert words(f"BT /F1 12 Tf 20 200 Td {shown} ET") == text


def test_sizes_that_stand_in_the_matrix() -> None:
    scaled = "BT /F1 1 Tf 12 0 0 12 20 200 Tm (2,500) Tj 7 0 0 7 50.1 204 Tm (3) Tj ET"
    assert words(scaled) == "2,500³"


@pytest.mark.parametrize(("turn", "degrees"), [("0 1 -1 0 300 0", 90), ("0 -1 1 0 0 300", 270)])
def test_pages_that_are_turned(turn: str, degrees: int) -> None:
    shown = f"q {turn} cm BT /F1 12 Tf 20 200 Td (2,500) Tj {SMALL} (3) Tj {LARGE} ( troops) Tj ET Q"
    assert words(shown, Rotate=degrees) == "2,500³ troops"


def test_figures_behind_characters_of_other_planes_keep_their_places() -> None:
    from briefgen.sources.pdf_raised import units

    assert list(units("ab")) == [0, 1]
    assert list(units("a𝟚b")) == [0, 1, 3]
