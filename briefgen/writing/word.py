"""The edition as a Word document: styled, marked in header and footer, notes as endnotes with numbers in the text."""

import io
import zipfile
from datetime import UTC, datetime
from typing import Any

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from briefgen.editions.view import EditionView, FigureView, ItemView, Reference
from briefgen.models.audience import Audience
from briefgen.templating.inline import plain
from briefgen.writing.labels import Labels, labels_for, numbers

FACES = {"serif": "Georgia", "sans": "Arial", "large": "Georgia"}
"""Faces that offices have: a Word file does not bring its own."""
SIZES = {"A4": (210, 297), "Letter": (215.9, 279.4)}
GREY = RGBColor(0x59, 0x59, 0x59)
ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)


def to_word(view: EditionView, audience: Audience, created: datetime) -> bytes:
    """Return the edition as a .docx: furniture, page and face are the audience's.

    The same edition gives the same bytes: `created` is the only time in it.
    """
    document = Document()
    writer = _Writer(document, view, labels_for(view, audience))
    face = FACES.get(audience.theme.get("typeface", "serif"), FACES["serif"])
    writer.set_up(audience.page, face, created)
    writer.write()
    out = io.BytesIO()
    document.save(out)
    return _without_times(out.getvalue())


def _without_times(data: bytes) -> bytes:
    """The same archive with every entry's time set to one day, so that it does not depend on the clock."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, ZIP_EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, old.read(name))
    return out.getvalue()


def _sized(properties: Any, size: float) -> None:
    """Set the size of complex scripts, in half points."""
    for old in properties.findall(qn("w:szCs")):
        properties.remove(old)
    element = OxmlElement("w:szCs")
    element.set(qn("w:val"), str(round(size * 2)))
    plain_size = properties.find(qn("w:sz"))
    if plain_size is None:
        properties.append(element)
    else:
        plain_size.addnext(element)


class _Writer:
    """Writes one edition into a document."""

    def __init__(self, document: WordDocument, view: EditionView, labels: Labels) -> None:
        self.document = document
        self.view = view
        self.labels = labels
        self.rtl = view.direction == "rtl"

    def set_up(self, page: str, face: str, created: datetime) -> None:
        section = self.document.sections[0]
        section.page_width, section.page_height = (Mm(side) for side in SIZES[page])
        section.left_margin = section.right_margin = Mm(22)
        section.top_margin = section.bottom_margin = Mm(20)
        for name, size in (
            ("Normal", 10.5),
            ("Title", 20),
            ("Subtitle", 12),
            ("Heading 1", 12),
            ("List Bullet", 10.5),
        ):
            self._style(name, face, size)
        for part in (section.header, section.footer):
            marking = part.paragraphs[0]
            marking.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            run = marking.add_run(self.view.marking)
            run.bold, run.font.size = True, Pt(12)
        self._speak()
        self._properties(created)

    def _speak(self) -> None:
        """The language that Word proofs and hyphenates in: that of the text, for every script."""
        defaults: Any = self.document.styles.element.find(qn("w:docDefaults")).find(f".//{qn('w:rPr')}")
        for old in defaults.findall(qn("w:lang")):
            defaults.remove(old)
        spoken = OxmlElement("w:lang")
        for kind in ("w:val", "w:eastAsia", "w:bidi"):
            spoken.set(qn(kind), self.view.language)
        defaults.append(spoken)

    def _style(self, name: str, face: str, size: float) -> None:
        style: Any = self.document.styles[name]
        style.font.name, style.font.size = face, Pt(size)
        style.font.color.rgb = RGBColor(0, 0, 0)
        _sized(style.element.get_or_add_rPr(), size)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for kind in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
            fonts.attrib.pop(qn(kind), None)
        fonts.set(qn("w:cs"), "Arial")
        for spacing in style.element.rPr.findall(qn("w:spacing")):
            style.element.rPr.remove(spacing)

    def _properties(self, created: datetime) -> None:
        properties = self.document.core_properties
        properties.title, properties.subject = plain(self.view.title), plain(self.view.subtitle)
        properties.author = properties.last_modified_by = ", ".join(self.view.authors) or "briefgen"
        properties.keywords, properties.language = self.view.marking, self.view.language
        properties.comments = ""
        properties.created = properties.modified = created.astimezone(UTC).replace(tzinfo=None)

    def write(self) -> None:
        dateline = " · ".join(self.labels.dateline(self.view))
        if dateline:
            self._quiet(self._paragraph(""), dateline)
        self._paragraph(plain(self.view.title), "Title")
        if self.view.subtitle:
            self._paragraph(plain(self.view.subtitle), "Subtitle")
        for name in self.view.order:
            self._section(name)
        self._back()

    def _paragraph(self, text: str, style: str = "Normal") -> Paragraph:
        paragraph = self.document.add_paragraph("", style)
        if self.rtl:
            paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
        if text:
            self._run(paragraph, text)
        return paragraph

    def _run(self, paragraph: Paragraph, text: str, bold: bool = False, size: float | None = None) -> Run:
        """A run of text; one that runs from the right takes the size and weight of complex scripts, which Word keeps apart."""
        run = paragraph.add_run(text)
        properties: Any = run._r.get_or_add_rPr()
        if bold:
            run.bold = True
            properties.append(OxmlElement("w:bCs"))
        if size:
            run.font.size = Pt(size)
            _sized(properties, size)
        if self.rtl:
            properties.append(OxmlElement("w:rtl"))
        return run

    def _note(self, text: str) -> None:
        paragraph = self._paragraph("")
        paragraph.paragraph_format.space_after = Pt(2)
        self._quiet(paragraph, text)

    def _quiet(self, paragraph: Paragraph, text: str) -> None:
        self._run(paragraph, text, size=8.5).font.color.rgb = GREY

    def _refs(self, paragraph: Paragraph, notes: tuple[Reference, ...]) -> None:
        if notes:
            self._run(paragraph, ",".join(map(str, numbers(notes)))).font.superscript = True

    def _section(self, name: str) -> None:
        section = self.view.section(name)
        terms = tuple(self.labels.glossary(self.view))
        filled = {"figures": self.view.figures, "map": self.view.map, "glossary": terms}
        if not (section.items if section else filled.get(name)):
            return
        self._paragraph(self.labels.heading(name), "Heading 1")
        for item in section.items if section else ():
            self._item(item)
        if name == "figures":
            for figure in self.view.figures:
                self._figure(figure)
        elif name == "map" and self.view.map:
            for place in self.view.map.places:
                self._paragraph(plain(self.labels.place(place)), "List Bullet")
        elif name == "glossary":
            for term, meaning in terms:
                entry = self._paragraph("", "List Bullet")
                self._run(entry, term, bold=True)
                self._run(entry, f" {plain(meaning)}")

    def _item(self, item: ItemView) -> None:
        paragraph = self._paragraph("", "List Bullet")
        self._quiet(paragraph, f"{self.labels.code(item)} ")
        lead = plain(self.labels.lead(item))
        if lead:
            self._run(paragraph, f"{lead} ", bold=True)
        self._run(paragraph, plain(item.statement))
        self._refs(paragraph, item.notes)
        asides = " · ".join(self.labels.asides(item, self.view))
        if asides:
            self._quiet(paragraph, f" ({asides})")

    def _figure(self, figure: FigureView) -> None:
        title = self._paragraph("")
        self._run(title, plain(self.labels.figure_title(figure, self.view)), bold=True)
        self._refs(title, figure.notes)
        table = self.document.add_table(rows=1, cols=2, style="Table Grid")
        if self.rtl:
            table._tbl.tblPr.find(qn("w:tblStyle")).addnext(OxmlElement("w:bidiVisual"))
        head = table.rows[0]
        head._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        for cell, label in zip(head.cells, ("What", "Value"), strict=True):
            self._run(self._in(cell), self.labels.catalogue.gettext(label), bold=True)
        for value in figure.values:
            what, amount = table.add_row().cells
            self._run(self._in(what), plain(value.label))
            paragraph = self._in(amount)
            self._run(paragraph, self.labels.value(value))
            self._refs(paragraph, value.notes)

    def _in(self, cell: Any) -> Paragraph:
        """The paragraph of a cell, in the direction of the text."""
        paragraph: Paragraph = cell.paragraphs[0]
        if self.rtl:
            paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
        return paragraph

    def _back(self) -> None:
        if self.view.notes:
            self._paragraph(self.labels.heading("notes"), "Heading 1")
            said = [
                f"{note.number}\u00a0\u00a0{self.labels.note(note, self.view)}" for note in self.view.notes
            ]
            for line in said if self.view.evidence == "quotes" else [" · ".join(said)]:
                self._note(line)
        if self.view.sources:
            self._paragraph(self.labels.heading("sources"), "Heading 1")
            for source in self.view.sources:
                self._note(f"{source.letter}  {self.labels.source(source, self.view)}")
        for remark in self.labels.remarks(self.view):
            self._quiet(self._paragraph(""), remark)
