"""Files that nobody published are met with a message, whatever is in them."""

import json
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.errors import UsageFault
from briefgen.pages.reading import Published, Unreadable, read_here
from briefgen.verification import verify
from briefgen.workspace import open_workspace
from tests.verification.published import doctored


def test_a_file_without_data(pdf: Path) -> None:
    with pikepdf.open(pdf, allow_overwriting_input=True) as document:
        del document.Root.AF
        document.save(pdf)
    (answer,) = verify(pdf, None).answers
    assert answer.holds is False
    assert "carries no edition" in answer.said


def test_no_such_file(tmp_path: Path) -> None:
    with pytest.raises(UsageFault, match="No such file"):
        verify(tmp_path / "none.pdf", None)


SHAPES: list[object] = [
    {}, [], "x", 1, None, {"sections": []}, {"sections": [1]}, {"sections": [{"items": [{}]}]},
    {"sections": "x"}, {"title": 1, "marking": None, "sections": [], "evidence": 2, "notes": 3, "sources": 4},
    {"title": "a", "marking": "b", "sections": [], "evidence": "quotes", "notes": [{"quote": 1}], "sources": []},
    {"title": "a", "marking": "b", "sections": [], "evidence": "none", "notes": [{"quote": "x", "source": [], "start": 1, "end": "x"}], "sources": [{"id": []}]},
]  # fmt: skip


@pytest.mark.parametrize(
    "data", [*(json.dumps(shape).encode() for shape in SHAPES), b"\xff", b"[" * 100_000, b""]
)
def test_data_of_any_shape_are_a_message(pdf: Path, root: Path, data: bytes) -> None:
    assert verify(doctored(pdf, data), open_workspace(root)).failed


@pytest.mark.usefixtures("apart")
@pytest.mark.parametrize(
    "hostile",
    [b"", b"%PDF-1.7\n", b"%PDF-1.7\n" + b"[" * 50_000, b"PK\x03\x04", b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 1 0 R>>endobj"],
)  # fmt: skip
def test_hostile_files_are_a_message(tmp_path: Path, hostile: bytes) -> None:
    path = tmp_path / "hostile.pdf"
    path.write_bytes(hostile)
    assert verify(path, None).failed


@pytest.mark.usefixtures("apart")
def test_a_bomb_in_the_data_is_a_message(pdf: Path) -> None:
    import zlib

    with pikepdf.open(pdf, allow_overwriting_input=True) as document:
        bomb = zlib.compress(b" " * 200_000_000, 9)
        document.Root.AF[0].EF.F.write(bomb, filter=pikepdf.Name.FlateDecode)
        document.save(pdf)
    (answer,) = verify(pdf, None).answers
    assert answer.holds is False


@pytest.mark.usefixtures("apart")
def test_an_encrypted_file_is_a_message(pdf: Path) -> None:
    with pikepdf.open(pdf, allow_overwriting_input=True) as document:
        document.save(pdf, encryption=pikepdf.Encryption(owner="o", user="u"))
    (answer,) = verify(pdf, None).answers
    assert "encrypted" in answer.said


SEED_FILE: list[bytes] = []


@given(position=st.floats(0, 1), cut=st.integers(0, 400), noise=st.binary(max_size=20))
def test_broken_files_are_read_without_a_traceback(
    tmp_path_factory: pytest.TempPathFactory, position: float, cut: int, noise: bytes
) -> None:
    from briefgen.pages import Attachment, Copy, Metadata, PageSpec, Resources, Typeset, typeset

    if not SEED_FILE:
        made = typeset(
            Copy("<html lang=en><title>x</title><p>x", Metadata("x", "en"), (Attachment("a.json", b"{}"),)),
            [],
            PageSpec(),
            Resources(),
        )
        assert isinstance(made, Typeset)
        SEED_FILE.append(made.pdf)
    place = int(position * len(SEED_FILE[0]))
    broken = SEED_FILE[0][:place] + noise + SEED_FILE[0][place + cut :]
    assert isinstance(read_here(broken), Published | Unreadable)


def test_pikepdf_is_not_needed_to_ask_about_bytes() -> None:
    assert read_here(BytesIO(b"nothing").getvalue()) == Unreadable("it is damaged, or no PDF")
