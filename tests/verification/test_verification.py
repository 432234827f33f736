"""A published PDF is believed only as far as it can be checked: every way to doctor one is caught, and said plainly."""

import re
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pikepdf
import pytest

from briefgen.pages.reading import Published, read_here
from briefgen.pages.visible import digest
from briefgen.verification import QUESTIONS, verify
from tests.verification.published import BRIEF, NOTICE, SOUND, asked, built, data_of, doctored

MakeWorkspace = Callable[..., Path]


@pytest.mark.usefixtures("apart")
def test_what_was_just_built_holds_in_every_respect(pdf: Path, root: Path) -> None:
    assert asked(pdf, root) == dict.fromkeys(QUESTIONS, True)


@pytest.mark.usefixtures("apart")
def test_without_a_workspace_half_is_asked_and_the_rest_said_to_be_open(pdf: Path) -> None:
    assert asked(pdf) == {
        "file": True, "data": True, "text": True, "statements": True, "metadata": True,
        "sources": None, "quotes": None, "rebuild": None,
    }  # fmt: skip


@pytest.mark.usefixtures("apart")
def test_a_changed_digit_in_the_data(pdf: Path, root: Path) -> None:
    changed = data_of(pdf).replace(b"2,500", b"3,500")
    found = asked(doctored(pdf, changed), root)
    assert found["data"] is False
    assert found["statements"] is False
    assert found["quotes"] is False
    assert found["rebuild"] is False
    assert found["text"] is True


def test_a_changed_digit_in_the_data_and_a_digest_made_to_match(pdf: Path, root: Path) -> None:
    before = data_of(pdf)
    after = before.replace(b"2,500", b"3,500")
    old, new = sha256(before).hexdigest(), sha256(after).hexdigest()
    found = asked(doctored(pdf, after, lambda packet: packet.replace(old, new)), root)
    assert found["data"] is True
    assert found["statements"] is False
    assert found["rebuild"] is False


def other_text(pdf: Path, make_workspace: MakeWorkspace, ships: str) -> Path:
    """A file whose page says another number, with the data and the packet of the honest one."""
    root = make_workspace(
        {
            **SOUND,
            "briefs/quay.yaml": BRIEF.format(ships=ships),
            "seeds/notice.txt": NOTICE.replace("2,500", ships),
        }
    )
    brief = root / "briefs" / "quay.yaml"
    brief.write_text(brief.read_text().replace("closed for 2,500", f"closed for {ships}"))
    path = built(root)
    with pikepdf.open(pdf) as honest:
        data, packet = bytes(honest.Root.AF[0].EF.F.read_bytes()), bytes(honest.Root.Metadata.read_bytes())
    return doctored(path, data, lambda _: packet.decode())


@pytest.mark.parametrize("ships", ["2,501", "3,500", "2.500", "25,00"])
def test_a_changed_digit_in_the_visible_text(
    pdf: Path, tmp_path_factory: pytest.TempPathFactory, make_workspace: MakeWorkspace, ships: str
) -> None:
    honest = tmp_path_factory.mktemp("honest") / "honest.pdf"
    honest.write_bytes(pdf.read_bytes())
    found = asked(other_text(honest, make_workspace, ships))
    assert found["data"] is True
    assert found["text"] is False
    assert found["statements"] is False


def test_a_changed_digit_in_the_text_and_a_digest_made_to_match(
    pdf: Path, tmp_path_factory: pytest.TempPathFactory, make_workspace: MakeWorkspace
) -> None:
    honest = tmp_path_factory.mktemp("honest") / "honest.pdf"
    honest.write_bytes(pdf.read_bytes())
    path = other_text(honest, make_workspace, "3,500")
    published = read_here(path.read_bytes())
    assert isinstance(published, Published)
    old, new = published.stated_text_digest or "", digest(published.text)
    found = asked(doctored(path, packet=lambda packet: packet.replace(old, new)))
    assert found["text"] is True
    assert found["statements"] is False


def test_added_words_are_seen(pdf: Path) -> None:
    with pikepdf.open(pdf, allow_overwriting_input=True) as document:
        page = document.pages[0]
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        page.Resources.Font["/Added"] = document.make_indirect(font)
        page.contents_add(b"BT /Added 9 Tf 50 50 Td (not) Tj ET")
        document.save(pdf)
    found = asked(pdf)
    assert (found["text"], found["statements"]) == (False, True)


@pytest.mark.parametrize(
    "name", ["dc:title", "dc:language", "dc:subject", "pdf:Keywords", "briefgen:marking"]
)
def test_metadata_in_the_packet_that_are_not_those_of_the_data(pdf: Path, name: str) -> None:
    def changed(packet: str) -> str:
        before, tag, after = packet.partition(f"<{name}>")
        return before + tag + re.sub(r">[^<]+<|^[^<]+<", lambda found: found[0][:-2] + "X<", after, count=1)

    found = asked(doctored(pdf, packet=changed))
    assert [question for question, holds in found.items() if holds is False] == ["file", "metadata"]


@pytest.mark.parametrize("name", ["Title", "Keywords", "Lang"])
def test_metadata_in_the_file_that_are_not_those_of_the_data(pdf: Path, name: str) -> None:
    with pikepdf.open(pdf, allow_overwriting_input=True) as document:
        place = document.Root if name == "Lang" else document.docinfo
        place[f"/{name}"] = "fr"
        document.save(pdf, static_id=True)
    (answer,) = [each for each in verify(pdf, None).answers if each.question == "metadata"]
    assert answer.holds is False
    assert f"{name} is “fr”" in answer.said


def test_the_title_of_the_file_has_no_markup(make_workspace: MakeWorkspace) -> None:
    root = make_workspace(SOUND)
    brief = root / "briefs/quay.yaml"
    brief.write_text(re.sub(r"^title:.*", "title: The *quay* & `R2`", brief.read_text(), flags=re.MULTILINE))
    path = built(root)
    assert asked(path)["metadata"] is True
    with pikepdf.open(path) as document:
        assert str(document.docinfo.Title) == "The quay & R2"
        assert (
            '<rdf:li xml:lang="x-default">The quay &amp; R2<' in document.Root.Metadata.read_bytes().decode()
        )


def test_digests_that_were_taken_out(pdf: Path) -> None:
    found = asked(doctored(pdf, packet=lambda packet: packet.replace("briefgen:", "other:")))
    assert (found["data"], found["text"]) == (False, False)


def test_a_source_that_changed_but_keeps_the_words(pdf: Path, root: Path) -> None:
    (root / "seeds/notice.txt").write_text("Heading.\n" + NOTICE)
    found = asked(pdf, root)
    assert (found["sources"], found["quotes"], found["rebuild"]) == (False, True, False)


def test_a_source_that_lost_the_words(pdf: Path, root: Path) -> None:
    (root / "seeds/notice.txt").write_text(NOTICE.replace("2,500", "2,600"))
    found = asked(pdf, root)
    assert (found["sources"], found["quotes"], found["rebuild"]) == (False, False, False)


def test_a_source_that_is_gone(pdf: Path, root: Path) -> None:
    (root / "seeds/notice.txt").unlink()
    found = asked(pdf, root)
    assert (found["sources"], found["quotes"], found["rebuild"]) == (False, False, False)


def test_a_brief_that_moved_on(pdf: Path, root: Path) -> None:
    brief = root / "briefs/quay.yaml"
    brief.write_text(brief.read_text().replace("title: Northern quay", "title: The northern quay"))
    found = asked(pdf, root)
    assert (found["sources"], found["quotes"], found["rebuild"]) == (True, True, False)
    brief.unlink()
    assert asked(pdf, root)["rebuild"] is False
