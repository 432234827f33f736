"""The making of one edition: a brief and an audience become files, or findings that say why not. Writes nothing."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from briefgen.audiences import Resolved
from briefgen.building.dating import created
from briefgen.checks.case import Case
from briefgen.diagnostics import Finding
from briefgen.editions import EditionView, select, to_json
from briefgen.editions.clearance import Clearance, clear
from briefgen.inspection.pagefaults import page_finding
from briefgen.inspection.readerfaults import leak_finding, refusals, untold_changes, withheld_basis
from briefgen.models.audience import Audience
from briefgen.pages import Attachment, Copy, Fault, Faults, Metadata, PageSpec, Resources, Typeset
from briefgen.pages.beside import Outcome, Typesetter, in_this_process
from briefgen.templating import Rendered, Target, render
from briefgen.templating.furniture import said_of_data, wanted_language
from briefgen.templating.inline import plain

COMFORTABLE_PT = {"serif": 10.5, "sans": 10.0, "large": 14.0}
"""The size, in points, that a short brief is set in, by theme."""


@dataclass(frozen=True, slots=True)
class Produced:
    """One edition: its files by format, or the findings that stopped it. `memory` is for the next time (`Typeset.memory`)."""

    audience: str
    files: Mapping[str, bytes] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    memory: str | None = None
    dropped: tuple[str, ...] = ()
    leaked: bool = False


@dataclass(frozen=True, slots=True)
class _Edition:
    """What stays the same while one edition is made, with or without some of its items."""

    case: Case
    audience: Audience
    resolved: Resolved

    def view(self, without: frozenset[str] = frozenset()) -> EditionView:
        return select(self.case, self.audience, without)

    def render(self, view: EditionView, target: Target) -> Rendered:
        rendered = render(view, self.audience, self.resolved.search_path, target)
        if isinstance(rendered, Finding):
            raise _Refused((rendered,))
        return rendered

    def copy(self, without: frozenset[str]) -> Copy:
        return self._copy(view := self.view(without), self.render(view, "pdf"))

    def page_findings(self, faults: Iterable[Fault]) -> tuple[Finding, ...]:
        path = self.resolved.search_path
        return tuple(page_finding(fault, self.case, self.audience, path) for fault in faults)

    def first_copy(self) -> tuple[Copy, tuple[str, ...]]:
        view = self.view()
        rendered = self.render(view, "pdf")
        return self._copy(view, rendered), rendered.stylesheets

    def _copy(self, view: EditionView, rendered: Rendered) -> Copy:
        name = f"{view.brief}.{view.audience}.json".replace("/", "-")
        return Copy(
            rendered.html,
            metadata_of(view),
            (
                Attachment(
                    name,
                    to_json(view).encode(),
                    description=said_of_data(wanted_language(view, self.audience)),
                ),
            ),
        )


@dataclass(frozen=True, slots=True)
class Begun:
    """An edition that is composed; `outcome` waits for its page, which may be under way (None: it has none)."""

    edition: _Edition
    outcome: Outcome | None


class _Refused(Exception):
    """Carries findings out of a rendering that the page engine asked for."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__()
        self.findings = findings


def produce(
    case: Case,
    resolved: Resolved,
    formats: tuple[str, ...],
    remembered: str | None = None,
    typesetter: Typesetter = in_this_process,
) -> Produced:
    """Make one edition of `case` in `formats`; all of them, or none where an error stops it.

    Its findings are the errors that stopped it, or else what there is to warn of.
    """
    return finish(begin(case, resolved, formats, remembered, typesetter), formats)


def begin(
    case: Case,
    resolved: Resolved,
    formats: tuple[str, ...],
    remembered: str | None,
    typesetter: Typesetter,
) -> Begun | Produced:
    """Compose an edition and ask for its page, if it has one; what stopped it, where something did."""
    if resolved.audience is None:
        return Produced(resolved.id, findings=resolved.findings)
    reasons = tuple(refusals(case, resolved.audience))
    if reasons:
        return Produced(resolved.id, findings=reasons)
    edition = _Edition(case, resolved.audience, resolved)
    if "pdf" not in formats and not resolved.audience.drop_could:
        return Begun(edition, None)
    try:
        return Begun(edition, _begun(edition, remembered, typesetter))
    except _Refused as refused:
        return Produced(resolved.id, findings=refused.findings)


def finish(begun: Begun | Produced, formats: tuple[str, ...]) -> Produced:
    """Make the files of an edition that has begun, and search them for what its readers may not have."""
    if isinstance(begun, Produced):
        return begun
    case, audience = begun.edition.case, begun.edition.audience
    try:
        made = _produce(begun.edition, formats, begun.outcome)
    except _Refused as refused:
        return Produced(audience.id, findings=refused.findings)
    clearance = clear(case, audience)
    leaks = _leaks(begun.edition, clearance, made)
    if leaks:
        return Produced(audience.id, findings=leaks, leaked=True)
    warnings = (*withheld_basis(case, audience, clearance), *untold_changes(case, audience))
    return replace(made, findings=warnings)


def _produce(edition: _Edition, formats: tuple[str, ...], outcome: Outcome | None) -> Produced:
    written = [form for form in formats if form != "pdf"]
    if outcome is None:
        return Produced(edition.audience.id, _files(edition, written, frozenset()))
    # Where items may be left out to fit, the page decides what every other format shows.
    early = None if edition.audience.drop_could else _tried(edition, written)
    paged = _taken(edition, outcome)
    if isinstance(early, _Refused):
        raise early
    files = {"pdf": paged.pdf, **(early or _files(edition, written, frozenset(paged.dropped)))}
    return Produced(
        edition.audience.id, {name: files[name] for name in formats}, (), paged.memory, paged.dropped
    )


def _files(edition: _Edition, forms: Iterable[str], left_out: frozenset[str]) -> dict[str, bytes]:
    view = edition.view(left_out)
    return {form: _written(edition, view, form) for form in forms}


def _tried(edition: _Edition, forms: Iterable[str]) -> "dict[str, bytes] | _Refused":
    """The files, or what stopped them: what is wrong with the page is told first."""
    try:
        return _files(edition, forms, frozenset())
    except _Refused as refused:
        return refused


def _written(edition: _Edition, view: EditionView, form: str) -> bytes:
    """One output that needs no page engine; each form's module is loaded only where it is asked for."""
    if form == "html":
        return edition.render(view, "html").html.encode()
    if form == "md":
        from briefgen.writing.markdown import to_markdown

        return to_markdown(view, edition.audience).encode()
    if form == "txt":
        from briefgen.writing.text import to_text

        return to_text(view, edition.audience).encode()
    if form == "docx":
        from briefgen.writing.word import to_word

        return to_word(view, edition.audience, created(view.prepared))
    return to_json(view).encode()


def _begun(edition: _Edition, remembered: str | None, typesetter: Typesetter) -> Outcome:
    copy, sheets = edition.first_copy()
    resources = Resources(edition.resolved.search_path.roots())
    return typesetter(copy, sheets, page_spec(edition.audience), resources, remembered, edition.copy)


def _taken(edition: _Edition, outcome: Outcome) -> Typeset:
    made = outcome()
    if isinstance(made, Faults):
        raise _Refused(edition.page_findings(made.faults))
    return made


def fit(case: Case, resolved: Resolved) -> Typeset | Faults | tuple[Finding, ...]:
    """Lay the PDF of one edition out and tell how it sits on its pages, or what is wrong before it can be laid out."""
    if resolved.audience is None:
        return resolved.findings
    reasons = tuple(refusals(case, resolved.audience))
    if reasons:
        return reasons
    try:
        return _begun(_Edition(case, resolved.audience, resolved), None, in_this_process)()
    except _Refused as refused:
        return refused.findings


def _leaks(edition: _Edition, clearance: Clearance, made: Produced) -> tuple[Finding, ...]:
    """Search what was made for words of what is withheld; nothing is loaded for it where nothing is withheld."""
    if not clearance.withheld:
        return ()
    from briefgen.building.leaking import leaks_of, own_templates

    hidden = [item for item in edition.case.items if item.name in clearance.withheld]
    found = leaks_of(edition.case, edition.audience, edition.resolved, hidden, made.files)
    own = tuple(own_templates(edition.resolved)) if found else ()
    return tuple(leak_finding(leak, edition.case, edition.audience, own) for leak in found)


def page_spec(audience: Audience) -> PageSpec:
    """The room that `audience` gives."""
    comfortable = COMFORTABLE_PT.get(audience.theme.get("typeface", "serif"), COMFORTABLE_PT["serif"])
    smallest = audience.min_body_pt
    return PageSpec(
        audience.page, audience.max_pages, smallest, max(comfortable, smallest), audience.drop_could
    )


def metadata_of(view: EditionView) -> Metadata:
    """What a file with that edition says of itself."""
    return Metadata(
        title=plain(view.title),
        language=view.language,
        authors=view.authors,
        description=plain(view.subtitle),
        keywords=(view.marking,),
        marking=view.marking,
        created=created(view.prepared),
    )
