"""The list of sources in a citation style: the references of `sources.bibliography` on the views, their addresses as links."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefgen.editions.view import Run, SourceView
from briefgen.sources.library import Source


def referenced(
    views: Sequence[SourceView], sources: Mapping[str, Source], style: str, language: str, direction: str
) -> tuple[SourceView, ...]:
    """`views` with their references, in the order of `style`; unchanged where that is `notes`.

    `language` is that of the readers, `direction` that of the page.
    """
    if style == "notes" or not views:
        return tuple(views)
    from briefgen.sources.bibliography import bibliography

    listed = {view.id: view for view in views}
    records = [sources[view.id].record for view in views]
    entries = bibliography(records, style, language, direction)
    return tuple(
        replace(listed[entry.id], reference=_runs(entry.runs, entry.citation, listed[entry.id].url))
        for entry in entries
    )


def _runs(pieces: Sequence[tuple[str, bool]], citation: str, url: str | None) -> tuple[Run, ...]:
    """The pieces of an entry; the number of a numeric style gives way to the letter that the notes speak of."""
    (first, emphasis), *rest = pieces
    number = f"{citation} " if citation.startswith("[") else ""
    whole = ((first.removeprefix(number), emphasis), *rest)
    return tuple(
        run
        for text, emphasis in whole
        for run in _linked(text, "emphasis" if emphasis else "plain", url)
        if run.text
    )


def _linked(text: str, form: str, url: str | None) -> tuple[Run, ...]:
    before, found, after = text.partition(url) if url else (text, "", "")
    return (Run(before, form), Run(found, "link"), Run(after, form))
