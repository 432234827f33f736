"""A published PDF is believed only as far as it can be checked: every way to doctor one is caught, and said plainly."""

import json
import re
import subprocess
from collections.abc import Callable, Mapping
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.audiences import resolve
from briefgen.building.production import produce
from briefgen.errors import UsageFault
from briefgen.inspection.inspecting import inspect
from briefgen.pages.reading import Published, Unreadable, read_here
from briefgen.pages.visible import digest
from briefgen.verification import QUESTIONS, Verdict, verify
from briefgen.workspace import open_workspace
from tests.conftest import REGISTER, write_files

MakeWorkspace = Callable[..., Path]
Run = Callable[..., subprocess.CompletedProcess[str]]

NOTICE = "The northern quay has closed for 2,500 ships and 80 ferries until further notice. Ferries run as usual.\n"
BRIEF = """\
title: Northern quay
prepared: 2026-11-20
key_facts:
  - id: closure
    statement: The northern quay has closed for {ships} ships and 80 ferries.
    citations:
      - {{source: port-notice, quote: "closed for 2,500 ships and 80 ferries"}}
positions: []
open_questions: []
regional_context: []
"""
SOUND = {"briefs/quay.yaml": BRIEF.format(ships="2,500"), "seeds/notice.txt": NOTICE}
FILES = {"seeds/sources.yaml": REGISTER, **SOUND}


@pytest.fixture
def apart() -> None:
    """For tests in which a file is read by a process with limits, as in use."""


@pytest.fixture(autouse=True)
def reader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Other tests read files in their own process: another for each takes longer than all the rest."""
    if "apart" not in request.fixturenames:
        monkeypatch.setattr("briefgen.verification.read", read_here)


def built(root: Path) -> Path:
    """The brief's PDF for the default audience, beside the workspace."""
    workspace = open_workspace(root)
    (brief,) = inspect(workspace, workspace.select(("quay",))).briefs
    assert brief.case is not None
    produced = produce(brief.case, resolve(workspace, "default"), ("pdf",))
    assert produced.findings == ()
    path = root / "published.pdf"
    path.write_bytes(produced.files["pdf"])
    return path


def holding(verdict: Verdict) -> Mapping[str, bool | None]:
    return {answer.question: answer.holds for answer in verdict.answers}


def asked(path: Path, root: Path | None = None) -> Mapping[str, bool | None]:
    return holding(verify(path, open_workspace(root) if root else None))


@pytest.fixture
def root(make_workspace: MakeWorkspace) -> Path:
    return make_workspace(SOUND)


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return built(write_files(tmp_path_factory.mktemp("sound"), FILES)).read_bytes()


@pytest.fixture
def pdf(root: Path, sound: bytes) -> Path:
    path = root / "published.pdf"
    path.write_bytes(sound)
    return path


def doctored(path: Path, data: bytes | None = None, packet: Callable[[str], str] | None = None) -> Path:
    """The file with other data embedded, or with its XMP packet changed."""
    with pikepdf.open(path, allow_overwriting_input=True) as document:
        if data is not None:
            document.Root.AF[0].EF.F.write(data)
        if packet is not None:
            stream = document.Root.Metadata
            stream.write(packet(stream.read_bytes().decode()).encode())
        document.save(path, static_id=True)
    return path


def data_of(path: Path) -> bytes:
    with pikepdf.open(path) as document:
        return bytes(document.Root.AF[0].EF.F.read_bytes())


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


@pytest.mark.usefixtures("apart")
def test_the_command(pdf: Path, root: Path, briefgen: Run) -> None:
    well = briefgen("verify", str(pdf), cwd=root)
    assert well.returncode == 0
    assert [line.split()[0] for line in well.stdout.splitlines()[1:]] == ["holds"] * 8
    doctored(pdf, data_of(pdf).replace(b"2,500", b"3,500"))
    ill = briefgen("verify", str(pdf), "--format", "json", cwd=root)
    assert ill.returncode == 1
    (file,) = json.loads(ill.stdout)["files"]
    assert file["failed"] is True
    assert briefgen("verify", "none.pdf", cwd=root).returncode == 2


def test_a_file_that_cannot_be_read_does_not_keep_back_the_answers_about_others(
    pdf: Path, tmp_path_factory: pytest.TempPathFactory, briefgen: Run
) -> None:
    done = briefgen("verify", "none.pdf", str(pdf), cwd=tmp_path_factory.mktemp("elsewhere"))
    assert done.returncode == 2
    assert "none.pdf cannot be read" in done.stderr
    assert "holds  data" in done.stdout


def test_the_command_outside_of_a_workspace(
    pdf: Path, tmp_path_factory: pytest.TempPathFactory, briefgen: Run
) -> None:
    outside = briefgen("verify", str(pdf), cwd=tmp_path_factory.mktemp("elsewhere"))
    assert outside.returncode == 0
    assert outside.stdout.count("not asked") == 3


def test_pikepdf_is_not_needed_to_ask_about_bytes() -> None:
    assert read_here(BytesIO(b"nothing").getvalue()) == Unreadable("it is damaged, or no PDF")
