"""What is done to a published PDF and leaves its text and its data alone is seen without a workspace."""

from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from briefgen.verification import verify
from tests.verification.published import asked, holding


def covered(document: pikepdf.Pdf) -> None:
    """A white box over the middle of the page."""
    document.pages[0].contents_add(b"q 1 g 60 500 400 200 re f Q")


def underlaid(document: pikepdf.Pdf) -> None:
    """A white page drawn before everything, and all the rest made transparent by nothing but its order."""
    document.pages[0].contents_add(b"q 0.9 g 0 0 600 850 re f Q", prepend=True)


def unseen(document: pikepdf.Pdf) -> None:
    """The words hidden by a clip that leaves nothing."""
    document.pages[0].contents_add(b"0 0 0 0 re W n", prepend=True)


def annotated(document: pikepdf.Pdf) -> None:
    """A note that covers what it stands on."""
    note = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=pikepdf.Name.FreeText,
        Rect=[60, 500, 460, 700],
        Contents="3,500 ships",
    )
    document.pages[0].Annots = pikepdf.Array([document.make_indirect(note)])


def another_page(document: pikepdf.Pdf) -> None:
    document.add_blank_page()


def turned(document: pikepdf.Pdf) -> None:
    document.pages[0].Rotate = 180


def cropped(document: pikepdf.Pdf) -> None:
    document.pages[0].CropBox = pikepdf.Array([0, 0, 300, 300])


def reattached(document: pikepdf.Pdf) -> None:
    """A second file beside the edition's data."""
    spec = pikepdf.AttachedFileSpec(
        document,
        b"{}",
        filename="more.json",
        description="",
        mime_type="application/json",
        creation_date="",
        mod_date="",
    )
    document.attachments["more.json"] = spec


def remapped(document: pikepdf.Pdf) -> None:
    """A typeface whose figures look like others: what is extracted stays as it was."""
    for font in document.pages[0].Resources.Font.values():
        descriptor = font.DescendantFonts[0].FontDescriptor
        program = bytearray(descriptor.FontFile2.read_bytes())
        program[-1] ^= 1
        descriptor.FontFile2.write(bytes(program))


def acting(document: pikepdf.Pdf) -> None:
    document.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")


@pytest.mark.parametrize(
    "tamper",
    [covered, underlaid, unseen, annotated, another_page, turned, cropped, reattached, remapped, acting],
)
def test_what_leaves_text_and_data_alone_is_seen_without_a_workspace(
    pdf: Path, tamper: Callable[[pikepdf.Pdf], None]
) -> None:
    with pikepdf.open(pdf, allow_overwriting_input=True) as document:
        tamper(document)
        document.save(
            pdf, static_id=True, compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.preserve
        )
    verdict = verify(pdf, None)
    found = holding(verdict)
    assert (found["file"], found["data"]) == (False, True)
    (answer,) = [each for each in verdict.answers if each.question == "file"]
    assert ("annotations that briefgen does not write: FreeText" in answer.said) is (tamper is annotated)


def test_an_update_after_the_end_of_the_file_is_seen(pdf: Path) -> None:
    pdf.write_bytes(pdf.read_bytes() + b"\n")
    assert asked(pdf)["file"] is False
