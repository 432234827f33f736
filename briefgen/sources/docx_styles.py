"""Styles of a DOCX file, as far as they decide what is text: hidden, struck through, raised.

Owns how they come down to a run: what the run says itself, else its own style, else its paragraph's, each with what
that is based on.
"""

from collections.abc import Iterable, Mapping
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DECISIVE = tuple(_W + name for name in ("vanish", "strike", "dstrike", "vertAlign"))

_DEEPEST = 20
"""So many styles are followed, each based on the next; word processors have fewer."""

_LONGEST = 20
"""No value that decides is longer (`superscript`); each is written into every run, and so nothing else of its element is."""

Marks = Mapping[str, str | None]
"""Value by tag, of those in `_DECISIVE`; None where it states none."""


def spell_out(styles: Any, roots: Iterable[Any]) -> None:
    """Write into the runs below `roots`, as read, what their styles say of them; `styles` is the part's root."""
    by_style = _marks_by_style(styles)
    if not any(by_style.values()):
        return
    for root in roots:
        for run in root.iter(_W + "r"):
            _spell_out(run, by_style)


def _spell_out(run: Any, by_style: Mapping[str, Marks]) -> None:
    paragraph = next(run.iterancestors(_W + "p"), None)
    named = _named(paragraph, "pPr", "pStyle"), _named(run, "rPr", "rStyle")
    inherited = {tag: mark for name in named for tag, mark in by_style.get(name, {}).items()}
    if not inherited:
        return
    properties = run.find(_W + "rPr")
    if properties is None:
        properties = run.makeelement(_W + "rPr")
        run.insert(0, properties)
    for tag, mark in inherited.items():
        if properties.find(tag) is None:
            properties.append(properties.makeelement(tag, {} if mark is None else {_W + "val": mark}))


def _named(element: Any, properties: str, style: str) -> str:
    found = None if element is None else element.find(f"{_W}{properties}/{_W}{style}")
    return "" if found is None else found.get(_W + "val") or ""


def _marks_by_style(styles: Any) -> dict[str, Marks]:
    own: dict[str, Marks] = {}
    parents: dict[str, str] = {}
    for style in styles.iter(_W + "style"):
        name = style.get(_W + "styleId") or ""
        marks = (style.find(f"{_W}rPr/{tag}") for tag in _DECISIVE)
        own[name] = {mark.tag: _value(mark) for mark in marks if mark is not None}
        based = style.find(_W + "basedOn")
        parents[name] = "" if based is None else based.get(_W + "val") or ""
    return {name: _with_parents(name, own, parents) for name in own}


def _value(mark: Any) -> str | None:
    value = mark.get(_W + "val")
    return None if value is None else str(value)[:_LONGEST]


def _with_parents(name: str, own: Mapping[str, Marks], parents: Mapping[str, str]) -> Marks:
    """What a style says with what it is based on, so far up; one that is based on itself adds nothing."""
    marks: dict[str, str | None] = {}
    for _ in range(_DEEPEST):
        marks = {**own.get(name, {}), **marks}
        name = parents.get(name, "")
        if not name:
            break
    return marks
