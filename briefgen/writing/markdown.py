"""The edition as Markdown: CommonMark with footnotes."""

import re
from collections.abc import Iterator

from briefgen.editions.view import EditionView, FigureView, ItemView, Reference
from briefgen.models.audience import Audience
from briefgen.writing.labels import Labels, labels_for, numbers
from briefgen.writing.turning import turned

BLANKS = re.compile(r"[^\S\u00a0]+")
"""Runs of blanks but for those that hold words together, as French marks and theirs."""
SIGNS = re.compile(r"(?<!\\)([<>#|~^]|!(?=\[)|\[\^)")


def to_markdown(view: EditionView, audience: Audience) -> str:
    """Return the edition as Markdown, furniture for `audience`."""
    labels = labels_for(view, audience)
    lines = list(_lines(view, labels))
    text = re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"
    return turned(text) if view.direction == "rtl" else text


def safe(text: str) -> str:
    """`text` with its own inline Markdown, and nothing else that Markdown would obey."""
    return SIGNS.sub(r"\\\1", BLANKS.sub(" ", text).strip(" "))


def _lines(view: EditionView, labels: Labels) -> Iterator[str]:
    yield f"**{view.marking}**" + "".join(f" · {part}" for part in labels.dateline(view))
    yield f"\n# {safe(view.title)}\n"
    if view.subtitle:
        yield f"*{safe(view.subtitle)}*\n"
    for name in view.order:
        yield from _section(view, name, labels)
    yield from _back(view, labels)
    yield f"\n**{view.marking}**"


def _section(view: EditionView, name: str, labels: Labels) -> Iterator[str]:
    section = view.section(name)
    body: list[str] = []
    if section is not None:
        body = [_item(item, view, labels) for item in section.items]
    elif name == "figures":
        body = [line for figure in view.figures for line in _figure(figure, view, labels)]
    elif name == "map" and view.map is not None:
        body = [f"- {safe(labels.place(place))}" for place in view.map.places]
        body[-1] += _refs(view.map.notes)
    elif name == "glossary":
        body = [
            f"- {labels.named(f'**{safe(term)}**')} {safe(meaning)}"
            for term, meaning in labels.glossary(view)
        ]
    if body:
        yield f"\n## {labels.heading(name)}\n"
        yield from body


def _item(item: ItemView, view: EditionView, labels: Labels) -> str:
    lead = labels.lead(item)
    asides = " · ".join(labels.asides(item, view))
    said = f"{f'**{safe(lead)}** ' if lead else ''}{safe(item.statement)}{_refs(item.notes)}".rstrip()
    return f"- {labels.code(item)} {said}" + (f" _({asides})_" if asides else "")


def _refs(notes: tuple[Reference, ...]) -> str:
    return "".join(f"[^{number}]" for number in numbers(notes))


def _figure(figure: FigureView, view: EditionView, labels: Labels) -> Iterator[str]:
    yield f"\n**{safe(labels.figure_title(figure, view))}**{_refs(figure.notes)}\n"
    yield f"| {labels.catalogue.gettext('What')} | {labels.catalogue.gettext('Value')} |"
    yield "|---|---:|"
    for value in figure.values:
        yield f"| {safe(value.label)} | {labels.value(value)}{_refs(value.notes)} |"


def _back(view: EditionView, labels: Labels) -> Iterator[str]:
    if view.sources:
        yield f"\n## {labels.heading('sources')}\n"
        yield from (f"- **{source.letter}** {safe(labels.source(source, view))}" for source in view.sources)
    yield from (f"\n{remark}" for remark in labels.remarks(view))
    yield ""
    yield from (f"[^{note.number}]: {safe(labels.note(note, view))}" for note in view.notes)
