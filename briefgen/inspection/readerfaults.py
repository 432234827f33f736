"""What an audience may not have, told as findings of the brief."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from briefgen.checks.case import Case, Item
from briefgen.diagnostics import Finding, Route, Severity, Span
from briefgen.editions.clearance import Clearance, clear
from briefgen.editions.data import parse_edition
from briefgen.editions.direction import base_language
from briefgen.editions.selection import choose, is_meant
from briefgen.leaks.finding import FILE_NAME, Leak
from briefgen.leaks.words import fold, in_a_row, words
from briefgen.models.audience import Audience
from briefgen.models.vocabulary import TLP

Template = tuple[str, str]
"""A template or stylesheet: how a reader is told of it, and its text."""
FROM_TEMPLATE = "take them out of this template, or let it print them only for readers who may have them"
LINES = 4
"""Words that come out may stand on so many lines below the first."""


def too_strict(case: Case, audience: Audience) -> Iterator[Finding]:
    """Yield `marking-too-low` where the brief is marked above what `audience` may read, and no item of it below.

    An item that states a lower marking is meant for readers below the brief's; they get it, under the brief's title.
    """
    marking = case.brief.marking
    if TLP.index(marking) <= TLP.index(audience.marking):
        return
    withheld = clear(case, audience).withheld
    if any(item.name not in withheld for item in case.items):
        return
    message = f"the brief is {marking}, above {audience.marking}, the strictest that {audience.id} may read"
    remedy = (
        f"build it for an audience that may read it (-a NAME; its audience.yaml says `marking: {marking}`), or mark"
        f" the brief {audience.marking} and its sensitive items {marking}"
    )
    yield Finding("marking-too-low", message, ("marking",), help=remedy)


def untold_changes(case: Case, audience: Audience) -> Iterator[Finding]:
    """Warn where the earlier edition of this audience is of a form that can no longer be read."""
    published = case.earlier.editions.get(audience.id) if case.earlier else None
    if published is not None and parse_edition(published) is None:
        message = f"the edition for {audience.id} that `changes_since` names cannot be read by this version; its page tells no changes"
        yield Finding(
            "invalid-value",
            message,
            ("changes_since",),
            help="name a git revision instead",
            severity=Severity.WARNING,
        )


def refusals(case: Case, audience: Audience) -> Iterator[Finding]:
    """Yield why this audience cannot have the brief at all."""
    yield from too_strict(case, audience)
    yield from missing_translations(case, audience, choose(case, audience).included())


def withheld_basis(case: Case, audience: Audience, clearance: Clearance) -> Iterator[Finding]:
    """Yield `withheld-basis` for each item that this audience would get, did it get the basis as well."""
    for item in case.items:
        lost = clearance.bereft.get(item.name, ())
        waived = any(waiver.rule == "withheld-basis" for waiver in getattr(item.model, "allow", ()))
        if not lost or waived or not hasattr(item.model, "basis") or not is_meant(item, audience):
            continue
        fate = "is left out as well" if item.name in clearance.withheld else "says so"
        message = f"for {audience.id}, {item.name} rests on {', '.join(lost)}, which this audience does not get; it {fate}"
        yield Finding(
            "withheld-basis",
            message,
            (*item.route, "basis"),
            help="rest it on items that this audience gets, or restrict it to the same audiences",
        )


def missing_translations(case: Case, audience: Audience, shown: Iterable[Item]) -> Iterator[Finding]:
    """Yield `missing-field` for each text of the edition that lacks in the audience's language.

    A brief that has nothing in that language is shown in its own, under the audience's furniture.
    """
    wanted = base_language(audience.language)
    fields = [
        *_fields((), case.brief, ("title", "subtitle")),
        *(field for item in shown for field in _item_fields(item)),
    ]
    if wanted == "und" or not any(_has(value, wanted) for _, value in fields if not isinstance(value, str)):
        return
    for route, value in fields:
        own = isinstance(value, str) and base_language(case.brief.language) == wanted
        if not own and not _has(value, wanted):
            message = f"`{route[-1]}` is not given in {audience.language}, the language of {audience.id}"
            yield Finding(
                "missing-field",
                message,
                route,
                help=f"write it by language: {{{case.brief.language}: …, {wanted}: …}}",
            )


Textual = str | Mapping[str, str]


def _has(value: Textual, wanted: str) -> bool:
    return not isinstance(value, str) and any(base_language(tag) == wanted for tag in value)


def _fields(route: Route, model: Any, names: tuple[str, ...]) -> Iterator[tuple[Route, Textual]]:
    for name in names:
        value = getattr(model, name, None)
        if value is not None:
            yield (*route, name), value


def _item_fields(item: Item) -> Iterator[tuple[Route, Textual]]:
    yield from _fields(item.route, item.model, ("statement", "question", "actor", "title", "unit"))
    for part in ("values", "places"):
        for index, value in enumerate(getattr(item.model, part, None) or ()):
            yield from _fields((*item.route, part, index), value, ("label", "name"))


def leak_finding(leak: Leak, case: Case, audience: Audience, templates: Iterable[Template] = ()) -> Finding:
    """`leak`: at the part of the brief that every output carries, in the template (of the workspace's own, by label and
    text) that has the words, else at the withheld item whose words came out.
    """
    if leak.place == FILE_NAME:
        return _told_by(
            leak, audience, (), "the name of its files", "rename the brief: its id names its files"
        )
    if not leak.form:
        route: Route = tuple(leak.place.split(": ", 1))
        help_ = "say it otherwise, or say it in an item that this audience may read"
        return _told_by(leak, audience, route, f"the {leak.place}", help_)
    for label, text in templates:
        found = _line_with(leak.words, text)
        if found is not None:
            number, line = found
            column = max(fold(line).find(leak.words.split()[0]), 0) + 1
            span = Span(number, column, number, max(len(line.rstrip()), column) + 1)
            told = _told_by(leak, audience, (), f"the {leak.form} output ({leak.place})", FROM_TEMPLATE)
            return replace(told, path=label, span=span, source=(line,))
    own = next((item.route for item in case.items if item.name == leak.item), ())
    help_ = "take them out of where they stand, or mark that as strictly as the item"
    return _told_by(leak, audience, own, f"the {leak.form} output ({leak.place})", help_)


def _line_with(wanted: str, text: str) -> tuple[int, str] | None:
    """The first line from which on the words stand in a text, be it over several lines."""
    run = tuple(wanted.split(" "))
    lines = text.splitlines()
    for index, line in enumerate(lines):
        # What begins in this line: the words of it and of the next few.
        own = words(line)
        following = [word for each in lines[index + 1 : index + 1 + LINES] for word in words(each)]
        if run in in_a_row([*own, *following[: len(run) - 1]], len(run)):
            return index + 1, line
    return None


def _told_by(leak: Leak, audience: Audience, route: Route, where: str, help_: str) -> Finding:
    message = f'for {audience.id}, {where} holds "{leak.words}", words of {leak.item}, which is withheld'
    return Finding("leak", message, route, help=help_)
