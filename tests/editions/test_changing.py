"""What changed since an earlier edition: marked for those who were given both, told to nobody else."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from briefgen.audiences import resolve
from briefgen.building.production import produce
from briefgen.checks.case import Case, Earlier
from briefgen.diagnostics import Severity
from briefgen.editions import EditionView, select, to_json
from briefgen.models.audience import Audience
from briefgen.workspace import open_workspace

MakeCase = Callable[..., tuple[Case, Audience]]
Fact = Callable[..., dict[str, Any]]
QUIET = {
    "id": "quiet",
    "statement": "The quay is closed.",
    "citations": [{"source": "notice", "quote": "The quay is closed"}],
}


def since(
    make_case: MakeCase, before: list[Any], now: list[Any], settings: dict[str, Any] | None = None
) -> EditionView:
    earlier, _ = make_case(settings, key_facts=before, prepared="2026-05-01")
    case, audience = make_case(settings, key_facts=now)
    return select(replace(case, earlier=Earlier("2026-05-01", earlier)), audience)


def marks(view: EditionView) -> dict[str, str]:
    return {item.name: item.change for item in view.items()}


def counts(view: EditionView) -> tuple[str, int, int, int]:
    assert view.changes is not None
    return view.changes.since, view.changes.new, view.changes.changed, view.changes.removed


def test_new_changed_removed_and_the_date(make_case: MakeCase, make_fact: Fact) -> None:
    ferry = make_fact("The ferry runs twice a day.", "ferry to Orm runs twice a day", id="ferry")
    boats = make_fact("About 40 boats lie at anchor.", "About 40 boats lie at anchor", id="boats")
    view = since(make_case, [QUIET, ferry], [QUIET | {"statement": "Closed is the quay."}, boats])
    assert marks(view) == {"quiet": "changed", "boats": "new"}
    assert counts(view) == ("2026-05-01", 1, 1, 1)


def test_what_a_reader_does_not_see_is_no_change(make_case: MakeCase) -> None:
    view = since(make_case, [QUIET], [QUIET | {"priority": "must", "tags": ["quay"]}])
    assert (marks(view), counts(view)) == ({"quiet": ""}, ("2026-05-01", 0, 0, 0))


def test_a_brief_that_does_not_ask_tells_nothing(make_case: MakeCase) -> None:
    case, audience = make_case(key_facts=[QUIET])
    view = select(case, audience)
    assert view.changes is None
    assert marks(view) == {"quiet": ""}


def test_an_item_that_is_withdrawn_from_an_audience_is_not_counted_as_removed(
    make_case: MakeCase, make_fact: Fact
) -> None:
    pump = make_fact("About 40 boats lie at anchor.", "About 40 boats lie at anchor", id="boats")
    view = since(make_case, [QUIET, pump], [QUIET, pump | {"marking": "TLP:RED"}])
    assert (marks(view), counts(view)) == ({"quiet": ""}, ("2026-05-01", 0, 0, 0))
    assert "boats" not in to_json(view)


def test_an_item_without_an_id_is_not_counted_while_anything_is_withheld(
    make_case: MakeCase, make_fact: Fact
) -> None:
    nameless = make_fact("About 40 boats lie at anchor.", "About 40 boats lie at anchor")
    assert counts(since(make_case, [QUIET, nameless], [QUIET, nameless | {"marking": "TLP:RED"}]))[3] == 0
    assert counts(since(make_case, [QUIET, nameless], [QUIET]))[3] == 1


def test_an_item_that_was_withheld_then_is_new_to_its_reader(make_case: MakeCase) -> None:
    view = since(make_case, [QUIET | {"statement": "The pump failed.", "marking": "TLP:RED"}], [QUIET])
    assert (marks(view), counts(view)) == ({"quiet": "new"}, ("2026-05-01", 1, 0, 0))


def test_old_words_are_in_no_output(make_case: MakeCase) -> None:
    old, _ = make_case(key_facts=[QUIET | {"statement": "The quay, says Wolverhampton, is closed."}])
    case, _ = make_case(key_facts=[QUIET])
    case = replace(case, earlier=Earlier("2026-05-01", old))
    source = next(iter(case.sources.values()))
    assert source.path is not None
    resolved = resolve(open_workspace(source.path.parents[1]), "plain")
    made = produce(case, resolved, ("html", "json", "txt", "md"))
    assert made.files
    assert all(b"Wolverhampton" not in data for data in made.files.values())
    assert b"Changed since 1 May 2026:</b> 1 changed item<" in made.files["html"]
    assert b'<span class="status change" data-fine>Changed</span>' in made.files["html"]
    assert "Changed since 1 May 2026: 1 changed item" in made.files["txt"].decode()
    assert "(Changed)" in made.files["md"].decode()


def test_only_the_edition_of_the_audience_itself_is_held_against(make_case: MakeCase) -> None:
    case, audience = make_case(key_facts=[QUIET])
    published = to_json(replace(select(case, audience), prepared="2026-04-01"))
    assert select(replace(case, earlier=Earlier(editions={"desk": published})), audience).changes is None
    view = select(replace(case, earlier=Earlier(editions={"plain": published})), audience)
    assert counts(view) == ("2026-04-01", 0, 0, 0)


def test_an_edition_that_cannot_be_read_is_warned_of(make_case: MakeCase) -> None:
    case, _ = make_case(key_facts=[QUIET])
    case = replace(case, earlier=Earlier(editions={"plain": '{"brief": "quay", "audience": "plain"}'}))
    source = next(iter(case.sources.values()))
    assert source.path is not None
    made = produce(case, resolve(open_workspace(source.path.parents[1]), "plain"), ("json",))
    assert [(each.rule, each.severity, each.route) for each in made.findings] == [
        ("invalid-value", Severity.WARNING, ("changes_since",))
    ]
    assert made.files


def test_figures_are_marked_too(make_case: MakeCase, cite_quote: Callable[..., Any]) -> None:
    def chart(value: int) -> dict[str, Any]:
        cited = [cite_quote("About 40 boats lie at anchor, and 12 of them leak")]
        return {
            "id": "boats",
            "title": "Boats",
            "values": [{"label": "At anchor", "value": value, "citations": cited}],
        }

    earlier, _ = make_case(key_facts=[QUIET], figures=[chart(12)])
    case, audience = make_case(key_facts=[QUIET], figures=[chart(40)])
    view = select(replace(case, earlier=Earlier("2026-05-01", earlier)), audience)
    assert [figure.change for figure in view.figures] == ["changed"]
