"""The written PDF: what it says of itself, what it carries, and the standards it keeps."""

import os
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta, timezone
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import page as page_validation
import pikepdf
import pytest

from briefgen.pages import Attachment, Metadata, PageSpec, Resources, Typeset, typeset
from briefgen.pages.xmp import NAMESPACE, packet

TABLE = (
    "<h2>Positions</h2><table><caption>Who holds what</caption><thead><tr><th scope='col'>Actor</th>"
    "<th scope='col'>Position</th></tr></thead><tbody><tr data-item='p'><th scope='row'>Both</th>"
    "<td>It ends <sup><a href='#n1' id='r1' aria-label='Note 1'>1</a></sup></td></tr></tbody></table>"
    "<h2>Sources</h2><ol><li id='n1'>Statement, “an exact quote”</li></ol>"
    "<svg viewBox='0 0 10 10' width='9' height='9' role='img'><title>A dot</title><circle cx='5' cy='5' r='4'/></svg>"
)


def written(specimen: Any, copy: Any = None, page: PageSpec | None = None) -> bytes:
    outcome = typeset(copy or specimen.of(3, more=TABLE), [specimen.css], page or PageSpec(), Resources())
    assert isinstance(outcome, Typeset)
    return outcome.pdf


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(pdf))


def test_one_file_keeps_both_standards(specimen: Any) -> None:
    pdf = written(specimen)
    for profile in ("pdfua-1", "pdfa-3a"):
        report = page_validation.validate_pdf_bytes(pdf, profile=profile)
        assert report.is_compliant, [(failure.rule_id, failure.message) for failure in report.failures]


def test_two_pages_keep_them_too(specimen: Any) -> None:
    pdf = written(specimen, specimen.of(90, more=TABLE), PageSpec(max_pages=2))
    assert len(opened(pdf).pages) == 2
    assert all(page_validation.is_pdf_compliant_bytes(pdf, profile=each) for each in ("pdfua-1", "pdfa-3a"))


def test_the_validator_sees_a_broken_file(specimen: Any) -> None:
    with opened(written(specimen)) as pdf:
        del pdf.Root.Lang
        broken = BytesIO()
        pdf.save(broken)
    assert not page_validation.is_pdf_compliant_bytes(broken.getvalue(), profile="pdfua-1")


FOREIGN = "<p lang='fr'>Un <b>pont</b></p><p>It says <q lang='uk'>міст</q>.</p><ul><li lang='ar' dir='rtl'>جسر</li></ul>"


def test_passages_in_another_language_say_so(specimen: Any) -> None:
    with opened(written(specimen, specimen.of(3, more=FOREIGN))) as pdf:
        said = [
            (str(found.S), str(found.Lang))
            for found in pdf.objects
            if isinstance(found, pikepdf.Dictionary) and "/S" in found and "/Lang" in found
        ]
    assert ("/P", "fr") in said
    assert {language for _, language in said} == {"fr", "uk", "ar"}


def test_metadata_are_those_of_the_copy_and_not_of_the_page(specimen: Any) -> None:
    head = (
        "<meta name='author' content='Mallory'><meta name='keywords' content='x'>"
        "<meta name='dcterms.created' content='1999-01-01'><meta name='description' content='x'>"
    )
    with opened(written(specimen, specimen.copy(specimen.page(specimen.item("one"), head=head)))) as pdf:
        assert str(pdf.docinfo.Title) == "A brief"
        assert str(pdf.docinfo.Author) == "A. Analyst, B. Analyst"
        assert str(pdf.docinfo.Keywords) == "troops, transition"
        assert str(pdf.docinfo.CreationDate) == str(pdf.docinfo.ModDate) == "D:20261120000000Z"
        assert str(pdf.Root.Lang) == "en"
        xmp = pdf.open_metadata()
        assert xmp["dc:title"] == "A brief"
        assert xmp["dc:creator"] == ["A. Analyst", "B. Analyst"]
        assert xmp["dc:description"] == "What is settled & what is not"
        assert xmp["dc:language"] == {"en"}
        assert xmp["xmp:CreateDate"] == "2026-11-20T00:00:00Z"
        assert xmp[f"{{{NAMESPACE}}}marking"] == "TLP:GREEN"


def test_the_edition_is_embedded_once_with_its_digest_and_without_a_clock(specimen: Any) -> None:
    with opened(written(specimen)) as pdf:
        (associated,) = pdf.Root.AF
        assert associated.AFRelationship == pikepdf.Name.Data
        assert list(pdf.attachments) == ["edition.json"]
        stream = associated.EF.F
        assert stream.Subtype == pikepdf.Name("/application/json")
        assert str(stream.Params.CreationDate) == str(stream.Params.ModDate) == "D:20261120000000Z"
        digest = pdf.open_metadata()[f"{{{NAMESPACE}}}digest"]
        assert digest == sha256(stream.read_bytes()).hexdigest()


def test_media_types_are_ours(specimen: Any) -> None:
    copy = specimen.of(2)
    source = Attachment("brief.yaml", b"a: 1", "application/yaml", relationship="Source")
    with opened(written(specimen, replace(copy, attachments=(*copy.attachments, source)))) as pdf:
        assert [str(one.EF.F.Subtype) for one in pdf.Root.AF] == ["/application/json", "/application/yaml"]
        assert [str(one.AFRelationship) for one in pdf.Root.AF] == ["/Data", "/Source"]


def test_times_are_written_in_utc(specimen: Any) -> None:
    copy = specimen.of(2)
    eastern = copy.metadata.created.astimezone(timezone(timedelta(hours=5, minutes=30)))
    assert written(specimen, replace(copy, metadata=replace(copy.metadata, created=eastern))) == written(
        specimen, copy
    )


@pytest.mark.parametrize("text", ["<&>\"'", "]]>", "Ünïcode – العربية", "a\u00a0b"])
def test_xmp_holds_any_text(text: str) -> None:
    metadata = Metadata(text, "en", (text,), text, (text,), text, text)
    from lxml import etree

    tree = etree.fromstring(packet(metadata, "2026-11-20T00:00:00Z", "p", "0" * 64, "9.50"))
    said = "".join(tree.itertext())
    assert said.count(text) == 7


def test_structure(specimen: Any) -> None:
    """Headings, lists, tables with scopes, figures with alternatives: what a screen reader goes by."""
    with opened(written(specimen)) as pdf:
        tags = [str(each.S) for each in structure(pdf.Root.StructTreeRoot)]
        assert {"/H1", "/H2", "/L", "/LI", "/Table", "/TR", "/TH", "/TD", "/Caption", "/Figure"} <= set(tags)
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        figures = [each for each in structure(pdf.Root.StructTreeRoot) if each.S == "/Figure"]
        assert [str(each.Alt) for each in figures] == ["A dot"]


def structure(element: Any) -> Any:
    children = element.get("/K", [])
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield child
            yield from structure(child)


SCRIPT = """
import sys
sys.path.insert(0, {tests!r})
from conftest import Specimen
from briefgen.pages import PageSpec, Resources, typeset
specimen = Specimen()
outcome = typeset(specimen.of(45, more={table!r}), [specimen.css], PageSpec(), Resources())
sys.stdout.buffer.write(outcome.pdf)
"""


@pytest.mark.parametrize(
    ("seed", "zone", "locale"), [("1", "UTC", "C"), ("77", "Asia/Kathmandu", "tr_TR.UTF-8")]
)
def test_same_bytes_in_every_process(
    specimen: Any, tmp_path: Path, seed: str, zone: str, locale: str
) -> None:
    """Hash seeds, time zones, locales, working folders and home folders do not reach the file."""
    script = SCRIPT.format(tests=str(Path(__file__).parent), table=TABLE)
    environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale, "TMPDIR": str(tmp_path)}
    run = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, env=environment, capture_output=True, check=True
    )
    assert run.stdout == written(specimen, specimen.of(45, more=TABLE))


def test_earlier_editions_leave_no_trace(specimen: Any) -> None:
    before = written(specimen)
    written(specimen, specimen.of(30, more="<p>العربية Київ</p>"))
    assert written(specimen) == before


@pytest.mark.verapdf
def test_verapdf_agrees(specimen: Any, tmp_path: Path) -> None:
    from tests.tools.verapdf import missing, verdicts

    if missing():
        pytest.skip(missing())
    file, broken = tmp_path / "brief.pdf", tmp_path / "broken.pdf"
    file.write_bytes(written(specimen))
    with opened(written(specimen)) as pdf:
        del pdf.Root.Metadata
        pdf.save(broken)
    sound, faulty = verdicts([file]), verdicts([broken])
    assert [verdict.faults for verdict in sound] == [(), ()]
    assert all(verdict.faults for verdict in faulty)
