"""The furniture of the written forms: the same words, from the same catalogues, as the page's."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from gettext import NullTranslations

from briefgen.editions.view import (
    ChangesView,
    EditionView,
    FigureView,
    ItemView,
    Link,
    NoteView,
    PlaceView,
    Reference,
    SourceView,
    ValueView,
)
from briefgen.evidence.languages.quotation import BLANK, quotation_marks
from briefgen.evidence.text.commas import listed
from briefgen.models.audience import Audience
from briefgen.templating.dates import MINUS, edtf, number
from briefgen.templating.furniture import furniture_language, translations, wanted_language
from briefgen.templating.rendering import headings_of

HEADINGS = {
    "bottom_line": "Bottom line",
    "key_facts": "Key facts",
    "positions": "Positions",
    "open_questions": "Open questions",
    "regional_context": "Regional context",
    "timeline": "Timeline",
    "figures": "Figures",
    "map": "Map",
    "glossary": "Glossary",
    "notes": "Notes",
    "sources": "Sources",
}
QUOTATION_MARKS = ("“", "”", "„", "‘", "’", "«", "»", '"')
THIN = "\u202f"
LEFT_TO_RIGHT, RIGHT_TO_LEFT = "\u200e", "\u200f"
GRADES = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "cannot be judged",
}
LETTERS = {
    "bottom_line": ("letter of bottom-line items", "B"),
    "key_facts": ("letter of key facts", "F"),
    "positions": ("letter of positions", "P"),
    "open_questions": ("letter of open questions", "Q"),
    "regional_context": ("letter of context items", "C"),
    "timeline": ("letter of timeline entries", "T"),
    "figures": ("letter of figures", "Fig. "),
}


@dataclass(frozen=True, slots=True)
class Labels:
    """Words and dates in the language of the furniture."""

    language: str
    catalogue: NullTranslations
    headings: Mapping[str, str]
    explains: bool = False
    """Whether the glossary explains signs and grades, too."""
    rtl: bool = False
    """Whether the text runs from right to left."""

    def heading(self, name: str) -> str:
        """The heading of a section, of the notes or of the sources."""
        return self.headings.get(name) or self.catalogue.gettext(HEADINGS[name])

    def code(self, item: ItemView | Link) -> str:
        """The letter and number that name an item: `F3`."""
        context, letter = LETTERS[item.section]
        return f"{self.catalogue.pgettext(context, letter)}{item.position}"

    def date(self, text: str | None) -> str:
        """A date (EDTF) in words; n.d. where there is none."""
        return edtf(text, furniture_language(self.language)) if text else self.catalogue.gettext("n.d.")

    def dateline(self, view: EditionView) -> Iterator[str]:
        """What stands above the title: the cut-off, the day of preparation, the authors."""
        if view.as_of:
            yield self.catalogue.gettext("Information as of %(date)s") % {"date": self.date(view.as_of)}
        if view.prepared:
            yield self.catalogue.gettext("Prepared %(date)s") % {"date": self.date(view.prepared)}
        if view.authors:
            yield listed(view.authors, view.language)

    def asides(self, item: ItemView, view: EditionView) -> Iterator[str]:
        """What a reader must know about an item besides what it says."""
        text = self.catalogue.gettext
        if item.change:
            yield text("New") if item.change == "new" else text("Changed")
        if item.likelihood:
            yield text(item.likelihood)
        if item.confidence:
            yield text(f"{item.confidence} confidence")
        if item.superseded_by:
            yield f"{text('Superseded by')} {' '.join(map(self.code, item.superseded_by))}"
        if item.disputed:
            yield text("Disputed")
        if item.basis_withheld:
            yield text("Basis withheld in part")
        if item.as_of and item.as_of != view.as_of:
            yield text("as of %(date)s") % {"date": self.date(item.as_of)}
        if item.basis:
            yield " ".join(map(self.code, item.basis))
        if item.marking not in view.unremarked:
            yield item.marking

    def lead(self, item: ItemView) -> str:
        """What stands before a statement: the party, the question or the date; empty where nothing does."""
        if item.actor:
            return self.named(item.actor)
        return item.question or (self.date(item.date) if item.date else "")

    def value(self, value: ValueView) -> str:
        """A value of a chart, or its range, in the reader's figures."""
        if value.value is None:
            low, high = value.low or 0, value.high or 0
            shown = f"{self.number(low)}{self._through(low)}{self.number(high)}"
        else:
            shown = self.number(value.value)
        return f"{self.catalogue.gettext('about')} {shown}" if value.approximate else shown

    def number(self, value: float | Decimal) -> str:
        """A number; from right to left its sign would change sides without the mark before it."""
        shown = number(value, self.language)
        return f"{LEFT_TO_RIGHT}{shown}" if self.rtl and value < 0 else shown

    def _through(self, low: float) -> str:
        """The dash of a range; from right to left the higher bound stands on its left, where the lower one has a sign, too."""
        return f"{RIGHT_TO_LEFT} – {RIGHT_TO_LEFT}" if self.rtl and low < 0 else "–"

    def place(self, place: PlaceView) -> str:
        """A place of the map with its coordinates, whose sign is one that a map service understands."""
        found = (Decimal(f"{degrees:g}") for degrees in (place.lat, place.lon))
        figures = [self.number(degrees).replace(MINUS, "-") for degrees in found]
        if any("," in figure for figure in figures):
            return f"{place.name} ({self.catalogue.pgettext('between figures', '; ').join(figures)})"
        return f"{place.name} ({listed(figures, self.language)})"

    def named(self, name: str) -> str:
        """A name with the colon after it."""
        return self.catalogue.gettext("%(actor)s:") % {"actor": name}

    def figure_title(self, figure: FigureView, view: EditionView) -> str:
        """The title of a chart with its unit, and its number where an item points at it."""
        link = view.pointer(figure)
        titled = f"{figure.title} ({figure.unit})" if figure.unit else figure.title
        return f"{self.code(link)} {titled}" if link else titled

    def note(self, note: NoteView, view: EditionView) -> str:
        """A note: where the quote stands, and its words where this audience reads them; or the arithmetic."""
        if note.derivation:
            return note.derivation
        text = self.catalogue.gettext
        place = text("p. %(page)s") % {"page": note.page} if note.page else ""
        place = place or (text("¶%(number)s") % {"number": note.paragraph} if note.paragraph else "")
        relation = {"disputes": text("disputes"), "partly": text("supports in part")}
        relations = [relation[name] for name in note.relations if name in relation]
        quote = quoted(note.quote, view.language) if note.quote and view.evidence == "quotes" else ""
        grade = (
            text("Credibility %(grade)s.") % {"grade": note.credibility} if quote and note.credibility else ""
        )
        return " ".join(part for part in (note.letter, place, *relations, quote, grade) if part)

    def source(self, source: SourceView, view: EditionView) -> str:
        """A source as the page's list gives it: in the citation style, or in our own form."""
        grade = {"grade": source.reliability}
        own = (
            listed(source.authors, view.language),
            source.title,
            listed(filter(None, (source.container, source.publisher)), view.language),
            self.date(source.issued),
        )
        styled = "".join(run.text for run in source.reference)
        remarks = (
            source.descriptor or "",
            self.catalogue.gettext("Reliability %(grade)s.") % grade if source.reliability else "",
            source.marking if source.marking not in view.unremarked else "",
        )
        parts = (
            [styled, *map(_stopped, remarks)]
            if styled
            else [*map(_stopped, (*own, *remarks)), source.url or ""]
        )
        return " ".join(filter(None, parts))

    def changes(self, changes: ChangesView) -> str:
        """How many items changed since the edition before, and since when."""
        text, plural = self.catalogue.gettext, self.catalogue.ngettext
        since = {"date": self.date(changes.since)}
        counts = (
            (changes.new, plural("%(num)s new item", "%(num)s new items", changes.new)),
            (changes.changed, plural("%(num)s changed item", "%(num)s changed items", changes.changed)),
            (changes.removed, plural("%(num)s removed item", "%(num)s removed items", changes.removed)),
        )
        said = " · ".join(words % {"num": number} for number, words in counts if number)
        if not said:
            return (
                text("Unchanged since %(date)s") % since
                if changes.since
                else text("Unchanged since the last edition")
            )
        head = (
            text("Changed since %(date)s:") % since
            if changes.since
            else text("Changed since the last edition:")
        )
        return f"{head} {said}"

    def remarks(self, view: EditionView) -> Iterator[str]:
        """What the page says of its changes, and of items that it does not show."""
        plural = self.catalogue.ngettext
        if view.changes:
            yield self.changes(view.changes)
        if view.dropped:
            one, many = (
                "%(num)s item of lower priority was left out to fit.",
                "%(num)s items of lower priority were left out to fit.",
            )
            yield plural(one, many, view.dropped) % {"num": view.dropped}
        if view.withheld:
            one, many = (
                "%(num)s item is withheld from this edition.",
                "%(num)s items are withheld from this edition.",
            )
            yield plural(one, many, view.withheld) % {"num": view.withheld}

    def glossary(self, view: EditionView) -> Iterator[tuple[str, str]]:
        """The terms of the glossary; those of the page's own signs and grades, too, where the audience wants them."""
        yield from ((term.term, term.meaning) for term in view.glossary)
        if self.explains and "glossary" in view.order:
            yield from self._legend(view)

    def _legend(self, view: EditionView) -> Iterator[tuple[str, str]]:
        text = self.catalogue.gettext
        resting = next((item.basis for item in view.items() if item.basis), ())
        if resting:
            yield self.code(resting[0]), text("an item that a judgement rests on")
        for note in [note for note in view.notes if note.paragraph and not note.page][:1]:
            sign = f"{note.letter} {text('¶%(number)s') % {'number': note.paragraph}}"
            place = {"letter": note.letter, "number": note.paragraph}
            yield sign, text("source %(letter)s, paragraph %(number)s") % place
        if any(not source.issued and not source.reference for source in view.sources):
            yield text("n.d."), text("no date is given")
        for grade in sorted({source.reliability for source in view.sources if source.reliability}):
            yield text("Reliability %(grade)s.").rstrip(".") % {"grade": grade}, text(GRADES[grade])
        if view.marking == "TLP:CLEAR":
            yield view.marking, text("may be passed on to anybody")


def quoted(words: str, language: str) -> str:
    """Words in the quotation marks of the text's language; a blank parts these from marks that the words begin or end with."""
    before, after = quotation_marks(language)
    if words.startswith(QUOTATION_MARKS) and not before.endswith(BLANK):
        before += THIN
    if words.endswith(QUOTATION_MARKS) and not after.startswith(BLANK):
        after = THIN + after
    return f"{before}{words}{after}"


def numbers(notes: tuple[Reference, ...]) -> tuple[int, ...]:
    """The numbers of the notes at one place, in order, as the page prints them."""
    return tuple(sorted(note.number for note in notes))


def labels_for(view: EditionView, audience: Audience) -> Labels:
    """The labels for `audience`, in its language (`und`: that of the text)."""
    wanted = wanted_language(view, audience)
    return Labels(
        wanted, translations(wanted), headings_of(audience, wanted), audience.legend, view.direction == "rtl"
    )


def _stopped(part: str) -> str:
    return part if not part or part.endswith((".", "?", "!", "؟")) else f"{part}."
