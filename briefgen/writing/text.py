"""The edition as plain text of 72 columns, for e-mail."""

import textwrap
from collections.abc import Iterator
from unicodedata import normalize

from briefgen.editions.direction import base_language
from briefgen.editions.view import EditionView, ItemView, Reference
from briefgen.models.audience import Audience
from briefgen.templating.inline import plain
from briefgen.writing.labels import Labels, labels_for, numbers
from briefgen.writing.turning import turned

TURKIC, GREEK, ACUTE = ("tr", "az"), "el", "\u0301"
WIDTH = 72
"""Columns, as RFC 3676 (3) advises."""


def to_text(view: EditionView, audience: Audience) -> str:
    """Return the edition as plain text, furniture for `audience`."""
    text = "\n".join(_lines(view, labels_for(view, audience))) + "\n"
    return turned(text) if view.direction == "rtl" else text


def _lines(view: EditionView, labels: Labels) -> Iterator[str]:
    yield view.marking
    yield from labels.dateline(view)
    yield ""
    yield from wrap(capitals(plain(view.title), view.language))
    yield from wrap(plain(view.subtitle)) if view.subtitle else ()
    for name in view.order:
        yield from _section(view, name, labels)
    yield from _back(view, labels)
    yield from ("", view.marking)


def capitals(text: str, language: str) -> str:
    """`text` in the capitals of its language: Turkish keeps the dot of its i, Greek no accents."""
    base = base_language(language)
    if base in TURKIC:
        text = text.replace("i", "İ")
    elif base == GREEK:
        text = normalize("NFC", normalize("NFD", text).replace(ACUTE, ""))
    return text.upper()


def wrap(text: str, first: str = "", hang: int = 0) -> list[str]:
    """`text` in lines of at most `WIDTH` columns after `first`, the others indented by `hang`."""
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=" " * hang,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _section(view: EditionView, name: str, labels: Labels) -> Iterator[str]:
    body = list(_body(view, name, labels))
    if body:
        yield from ("", labels.heading(name), "-" * len(labels.heading(name)))
        yield from body


def _body(view: EditionView, name: str, labels: Labels) -> Iterator[str]:
    section = view.section(name)
    if section is not None:
        for item in section.items:
            yield from _item(item, view, labels)
    elif name == "figures":
        for figure in view.figures:
            yield from wrap(plain(labels.figure_title(figure, view)) + _refs(figure.notes))
            for value in figure.values:
                yield from wrap(
                    f"{labels.named(plain(value.label))} {labels.value(value)}{_refs(value.notes)}", "  ", 4
                )
    elif name == "map" and view.map is not None:
        yield from (plain(labels.place(place)) for place in view.map.places)
    elif name == "glossary":
        for term, meaning in labels.glossary(view):
            yield from wrap(f"{labels.named(term)} {plain(meaning)}", "", 2)


def _item(item: ItemView, view: EditionView, labels: Labels) -> list[str]:
    asides = " · ".join(labels.asides(item, view))
    parts = (
        plain(labels.lead(item)),
        plain(item.statement) + _refs(item.notes),
        f"({asides})" if asides else "",
    )
    code = f"{labels.code(item)} "
    return wrap(" ".join(part for part in parts if part), code.ljust(4), 4)


def _refs(notes: tuple[Reference, ...]) -> str:
    return f" [{', '.join(map(str, numbers(notes)))}]" if notes else ""


def _back(view: EditionView, labels: Labels) -> Iterator[str]:
    if view.notes:
        yield from ("", labels.heading("notes"), "-" * len(labels.heading("notes")))
        said = [f"[{note.number}] {labels.note(note, view)}" for note in view.notes]
        # Places alone are short: several stand in a line, as on the page.
        for line in said if view.evidence == "quotes" else ["   ".join(said)]:
            yield from wrap(line, "", 5)
    if view.sources:
        yield from ("", labels.heading("sources"), "-" * len(labels.heading("sources")))
        for source in view.sources:
            yield from wrap(labels.source(source, view), f"{source.letter}  ", 3)
    for remark in labels.remarks(view):
        yield from ("", *wrap(remark))
