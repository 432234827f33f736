"""`briefgen quote`: finds words in the sources, prints a ready citation."""

import json
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from briefgen.sources.library import Library, Source
    from briefgen.sources.searching import Answer, Match


class Form(StrEnum):
    """The forms of an answer."""

    TEXT = "text"
    JSON = "json"


def quote(
    context: typer.Context,
    text: Annotated[str, typer.Argument(metavar="TEXT", help="The words to look for.")],
    source: Annotated[
        list[str] | None, typer.Option("--source", "-s", help="Only in this source. May be repeated.")
    ] = None,
    form: Annotated[Form, typer.Option("--format", help="How the passages are printed.")] = Form.TEXT,
) -> None:
    """Find words in the sources, and print a ready citation. They are looked for exactly, or else approximately.

    Exit code 0: something was found; 1: nothing like it stands in any source; 2: the command could not run.

    Examples: `briefgen quote "around 2,500 troops"`, `briefgen quote "no formal agreement" -s pre-announcement-talks`
    """
    from briefgen.cli.output import note
    from briefgen.errors import UsageFault
    from briefgen.inspection.inspecting import open_library
    from briefgen.sources.searching import search
    from briefgen.workspace import open_workspace

    if not text.strip():
        raise UsageFault("give the words to look for")
    library = open_library(open_workspace(context.obj if isinstance(context.obj, Path) else None))
    chosen = _chosen(library, tuple(source or ()))
    answer = search(text, chosen)
    matches = answer.matches
    if form is Form.JSON:
        found = [_data(match) for match in matches]
        typer.echo(
            json.dumps(
                {"version": 1, "query": text, "matches": found, **_rest(answer)}, ensure_ascii=False, indent=1
            )
        )
    else:
        typer.echo("\n\n".join("\n".join(_lines(match, text)) for match in matches), nl=bool(matches))
        for line in (*_notes(answer), *(() if source else _unread_registers(library))):
            note(line)
    raise typer.Exit(0 if matches else 1)


def _rest(answer: "Answer") -> dict[str, Any]:
    return {"more": dict(answer.more), "unread": dict(answer.unread)}


def _notes(answer: "Answer") -> Iterator[str]:
    """What there is to say of a search beside its matches."""
    from briefgen.counting import count
    from briefgen.evidence.quotes.occurrences import MOST
    from briefgen.sources.searching import MOST_PLACES

    if not answer.matches:
        yield "nothing near: no source has these words, or most of them in one passage"
    for name, number in answer.more.items():
        least = "at least " if number + MOST_PLACES >= MOST else ""
        yield f"{name} has {least}{count(number, 'more place')} with these words: give more of them to see fewer"
    if answer.unread:
        yield f"not searched: {', '.join(f'{name} ({rule})' for name, rule in answer.unread.items())}"


def _unread_registers(library: "Library") -> Iterator[str]:
    for document in library.documents:
        if document.findings and document.data is None:
            yield f"not searched: the sources of {document.path}; `briefgen check` says what is wrong with it"


def _chosen(library: "Library", wanted: tuple[str, ...]) -> "list[Source]":
    from briefgen.documents.validation import nearest
    from briefgen.errors import UsageFault

    for name in wanted:
        if name not in library.sources:
            near = nearest(name, library.sources)
            broken = [document.path for document in library.documents if document.data is None]
            raise UsageFault(
                f"there is no source {name!r}; "
                + (f"did you mean {near}?" if near else "`briefgen source list` lists them")
                + (f" ({', '.join(broken)} cannot be read)" if broken else "")
            )
    return [source for name, source in sorted(library.sources.items()) if not wanted or name in wanted]


def _lines(match: "Match", asked: str) -> Iterator[str]:
    from briefgen.evidence.quotes.difference import marked

    place = f"{match.source}, line {match.line}" + (f", page {match.page}" if match.page else "")
    yield f"{place}:" if not match.changes else f"{place} (differs from what you asked for):"
    if match.changes:
        yield f"  {marked(asked, match.changes)}"
    before, after = match.around[0] + match.parts[0], match.parts[2] + match.around[1]
    yield f"  {before}[{match.parts[1]}]{after}" if before or after else f"  {match.quote}"
    yield from (f"  {line}" for line in citation(match))
    if match.headings:
        yield "  # and the heading that says what its figures are counted in:"
    yield from (f"  {line}" for heading in match.headings for line in citation(heading))


def citation(match: "Match") -> Iterator[str]:
    """Yield the lines of a citation as a brief has them; a comment with the reason where none would be accepted."""
    from briefgen.documents.splicing import written

    if match.problem:
        yield f"# no citation of this would be accepted: {match.problem}"
        return
    yield f"- source: {match.source}"
    fields = (("quote", match.quote), ("prefix", match.context.prefix), ("suffix", match.context.suffix))
    yield from (f"  {name}: {written(value)}" for name, value in fields if value)
    if match.page:
        yield f"  page: {match.page}"


def _data(match: "Match") -> dict[str, Any]:
    before, after = match.around
    return {
        "source": match.source,
        "exact": not match.changes and match.likeness == 1.0,
        "likeness": round(match.likeness, 3),
        "words": match.parts[1],
        "quote": match.quote,
        "prefix": match.context.prefix or None,
        "suffix": match.context.suffix or None,
        "page": match.page,
        "line": match.line,
        "start": match.start,
        "end": match.end,
        "before": before,
        "after": after,
        "changes": [{"quoted": change.quoted, "found": change.found} for change in match.changes],
        "citation": None if match.problem else "\n".join(citation(match)) + "\n",
        "problem": match.problem or None,
        "headings": ["\n".join(citation(heading)) + "\n" for heading in match.headings],
    }
