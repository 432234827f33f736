"""What the list tells of one edition, taken from its own JSON and from nowhere else."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefgen.editions.view import EditionView, ItemView

BACKING = ("supports", "partly")
"""The relations of a citation that carry a statement; one that disputes it does not."""


@dataclass(frozen=True, slots=True)
class Health:
    """Counts over the statements that the edition shows; None where its audience is shown no evidence.

    `drifted`: resting on a source whose file is not the one that was last reviewed. `superseded`: replaced by a later
    item. `single`: with notes from one source only.
    """

    superseded: int = 0
    drifted: int | None = None
    single: int | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """One edition in the list. `formats` are those in the folder; `key` is the digest of all that it was taken from.

    `outdated`: the brief as it stands now was refused, so that this is an earlier state of it.
    """

    brief: str
    audience: str
    key: str
    formats: tuple[str, ...]
    label: str
    title: str
    subtitle: str = ""
    as_of: str | None = None
    prepared: str | None = None
    language: str = "en"
    direction: str = "ltr"
    marking: str | None = None
    health: Health = Health()
    thumbnail: bool = False
    outdated: bool = False

    @property
    def name(self) -> str:
        """`BRIEF/AUDIENCE`: the path of its files without the ending."""
        return f"{self.brief}/{self.audience}"


def entry_of(
    name: str, key: str, formats: tuple[str, ...], data: bytes | None, reviewed: Mapping[str, str]
) -> Entry:
    """The entry of the edition called `name`.

    `data` is its JSON; without one (it was built in other formats only) it is listed by its name. `reviewed` gives the
    SHA-256 of the sources in the brief's lock.
    """
    # A build with nothing to do reads no edition, and need not load what reads them.
    from briefgen.editions.data import parse_edition

    brief, _, audience = name.rpartition("/")
    view = None if data is None else parse_edition(data.decode("utf-8", "replace"))
    if view is None:
        return Entry(brief, audience, key, formats, audience, brief)
    return Entry(
        brief,
        audience,
        key,
        formats,
        view.label,
        view.title,
        view.subtitle,
        view.as_of,
        view.prepared,
        view.language,
        view.direction,
        view.marking,
        health_of(view, reviewed),
    )


def health_of(view: "EditionView", reviewed: Mapping[str, str]) -> Health:
    """Count what is drifted, superseded and single-sourced among the statements of `view`."""
    items = [item for section in view.sections for item in section.items]
    superseded = sum(bool(item.superseded_by) for item in items)
    if not view.notes:
        return Health(superseded)
    changed = {
        source.id for source in view.sources if reviewed.get(source.id, source.sha256) != source.sha256
    }
    backed = list(_backing(view, items))
    return Health(
        superseded, sum(bool(each & changed) for each in backed), sum(len(each) == 1 for each in backed)
    )


def _backing(view: "EditionView", items: Iterable["ItemView"]) -> Iterator[set[str]]:
    """For each statement the ids of the sources that carry it."""
    source_of = {note.number: note.source for note in view.notes}
    for item in items:
        cited = (source_of.get(note.number) for note in item.notes if note.relation in BACKING)
        yield {source for source in cited if source is not None}
