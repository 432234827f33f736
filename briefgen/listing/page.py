"""The page that lists editions: a table that reads without scripts; a script adds search, filters and order."""

from collections.abc import Iterable, Iterator
from html import escape
from importlib.resources import files
from urllib.parse import quote

from briefgen.counting import count
from briefgen.listing.entries import Entry
from briefgen.models.vocabulary import strictest
from briefgen.publishing import THUMBNAILS

GENERATOR = '<meta name="generator" content="briefgen">'
HEALTH = {
    "drifted": "rest on a source that has changed since it was reviewed",
    "superseded": "superseded",
    "single": "rest on one source",
}
FILTERS = {
    "drifted": "Drifted: a source has changed",
    "superseded": "With superseded statements",
    "single": "With single-sourced statements",
    "outdated": "Out of date: the brief was refused",
}


def page(entries: tuple[Entry, ...]) -> str:
    """The whole page; the same entries give the same text."""
    ordered = sorted(entries, key=lambda each: (each.brief, each.audience))
    marking = strictest(tuple(each.marking for each in ordered if each.marking))
    briefs = len({each.brief for each in ordered})
    summary = f"{count(len(ordered), 'edition')} of {count(briefs, 'brief')}"
    rows = "\n".join(map(_row, ordered))
    return (
        f'<!DOCTYPE html>\n<html lang="en">\n<head><meta charset="utf-8">{GENERATOR}<title>Briefs</title>\n'
        f'<meta name="viewport" content="width=device-width">\n<style>\n{_part("page.css")}</style>\n'
        f'<script>document.documentElement.className = "starting"</script></head>\n<body>\n'
        f'<header><p class="marking">{marking}</p><h1>Briefs</h1><p>{summary}</p></header>\n<main>\n'
        f"{_controls(ordered)}\n<table>\n<caption>Editions, their dates and their health</caption>\n"
        '<thead><tr><th scope="col">Page<th scope="col">Brief<th scope="col">Readers<th scope="col">Dates'
        f'<th scope="col">Marking<th scope="col">Health<th scope="col">Files</tr></thead>\n<tbody id="rows">\n'
        f'{rows}\n</tbody></table>\n</main>\n<footer><p class="marking">{marking}</p></footer>\n'
        f"<script>\n{_part('page.js')}</script>\n</body></html>\n"
    )


def _part(name: str) -> str:
    return files("briefgen.listing").joinpath(name).read_text(encoding="utf-8")


def _controls(entries: list[Entry]) -> str:
    """The form, hidden until the script that it needs has run."""
    readers = dict(sorted({each.audience: each.label for each in entries}.items()))
    markings = {each: each for each in sorted({each.marking for each in entries if each.marking})}
    return (
        '<form id="filters" role="search" hidden>\n'
        '<label>Search <input type="search" id="words" autocomplete="off"></label>\n'
        f"{_choice('audience', 'Readers', readers)}{_choice('marking', 'Marking', markings)}"
        f"{_choice('health', 'Health', FILTERS)}"
        '<label>Order <select id="order"><option value="">By brief<option value="newest">Newest first</select></label>\n'
        '<output id="shown" aria-live="polite"></output> <button type="button" id="all">Show all</button></form>'
    )


def _choice(name: str, label: str, options: dict[str, str]) -> str:
    listed = "".join(f'<option value="{escape(value)}">{escape(text)}' for value, text in options.items())
    return f'<label>{label} <select id="{name}"><option value="">All{listed}</select></label>\n'


def _row(entry: Entry) -> str:
    date = entry.prepared or entry.as_of or ""
    return (
        f'<tr data-audience="{escape(entry.audience)}" data-marking="{escape(entry.marking or "")}"'
        f' data-health="{" ".join(_health_names(entry))}" data-date="{escape(date)}"><td>{_picture(entry)}'
        f'<th scope="row">{_title(entry)}<td>{escape(entry.label)}<td>{_dates(entry)}'
        f"<td>{escape(entry.marking or 'not known')}<td>{_health(entry)}<td>{_files(entry)}</tr>"
    )


def _picture(entry: Entry) -> str:
    if not entry.thumbnail:
        return ""
    # The title beside it says all that the picture could.
    return f'<img src="{THUMBNAILS}/{quote(entry.name)}.png" alt="" loading="lazy" width="80" height="113">'


def _title(entry: Entry) -> str:
    spoken = f'lang="{escape(entry.language)}" dir="{escape(entry.direction)}"'
    best = next((form for form in ("html", "pdf", *entry.formats) if form in entry.formats), "")
    title = f'<a href="{quote(entry.name)}.{best}" {spoken}>{escape(entry.title)}</a>'
    subtitle = f"<p {spoken}>{escape(entry.subtitle)}</p>" if entry.subtitle else ""
    return f'{title}{subtitle}<p class="id">{escape(entry.brief)}</p>'


def _dates(entry: Entry) -> str:
    told = [f"as of {escape(entry.as_of)}"] if entry.as_of else []
    told += [f"prepared {escape(entry.prepared)}"] if entry.prepared else []
    return "<br>".join(told) or "undated"


def _health_names(entry: Entry) -> Iterator[str]:
    yield from (name for name in HEALTH if getattr(entry.health, name))
    if entry.outdated:
        yield "outdated"


def _health(entry: Entry) -> str:
    told = ["<strong>out of date: the brief was refused</strong>"] if entry.outdated else []
    for name, words in HEALTH.items():
        if count := getattr(entry.health, name):
            told.append(f"{count} {words}")
    if entry.health.single is None:
        told.append("evidence not shown")
    return _list(told) if told else "sound"


def _files(entry: Entry) -> str:
    return " ".join(
        f'<a href="{quote(entry.name)}.{form}" aria-label="{form} of {escape(entry.title)}, {escape(entry.label)}">{form}</a>'
        for form in entry.formats
    )


def _list(lines: Iterable[str]) -> str:
    return f"<ul>{''.join(f'<li>{line}' for line in lines)}</ul>"
