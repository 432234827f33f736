"""Figures in tables: the unit that stands in a heading backs them where the heading is quoted too, and no other does."""

from collections.abc import Callable

import pytest

from briefgen.checks.words.headed import MOST_AROUND, lines_around
from briefgen.diagnostics import Diagnostic
from briefgen.inspection.inspecting import inspect
from briefgen.sources.extracted import Cell
from briefgen.workspace import open_workspace
from tests.conftest import MakeWorkspace

Faults = Callable[..., list[Diagnostic]]
TABLE = """<table>
<tr><th>Country</th><th>Petrol (US$ per litre)</th><th>Exports (US$ million)</th><th>Growth (%)</th><th>People</th></tr>
<tr><td>Burkina Faso</td><td>1.42</td><td>320</td><td>2.6</td><td>12</td></tr>
<tr><td>Mali and Niger</td><td>1.30</td><td>450</td><td>3.1</td><td>14</td></tr>
</table>"""
HEADINGS = "Country Petrol (US$ per litre) Exports (US$ million) Growth (%)"
ROW = "Burkina Faso 1.42 320 2.6 12"
RULES = ("number-unsupported", "unit-changed", "number-rounded")


@pytest.fixture
def faults(make_workspace: MakeWorkspace) -> Faults:
    def find(body: str, table: str = TABLE, name: str = "table.html") -> list[Diagnostic]:
        page = f"<!DOCTYPE html><meta charset=utf-8><html><body><main><p>Prices fell.</p>\n{table}\n<p>Rain fell.</p></main>"
        register = f"sources:\n  - {{id: table, file: {name}, title: Table, language: en}}\n"
        brief = (
            f"title: Prices\nlanguage: en\n{body}positions: []\nopen_questions: []\nregional_context: []\n"
        )
        text = page if name.endswith(".html") else table
        root = make_workspace(
            {"briefs/quay.yaml": brief, "seeds/sources.yaml": register, f"seeds/{name}": text}
        )
        report = inspect(open_workspace(root), ("quay",)).report()
        return [each for each in report.diagnostics if each.severity in ("error", "warning")]

    return find


def fact(statement: str, *quotes: str) -> str:
    cited = "".join(f"      - {{source: table, quote: {quote!r}}}\n" for quote in quotes)
    return f"key_facts:\n  - id: fuel\n    statement: {statement!r}\n    citations:\n{cited}"


def figure(unit: str, value: str, *quotes: str, shared: str = "") -> str:
    own = ", ".join(f"{{source: table, quote: {quote!r}}}" for quote in quotes)
    cited = f"    citations: [{{source: table, quote: {shared!r}}}]\n" if shared else ""
    return (
        f"key_facts: []\nfigures:\n  - id: f\n    title: F\n    unit: {unit!r}\n    kind: bar\n{cited}"
        f"    values: [{{label: Burkina Faso, value: {value}, citations: [{own}]}}]\n"
    )


@pytest.mark.parametrize(
    "statement",
    [
        "Petrol costs US$1.42 a litre in Burkina Faso.", "Burkina Faso exported goods for US$320 million.",
        "Burkina Faso grew by 2.6 per cent.", "Exports were worth about US$300 million.",
    ],
)  # fmt: skip
def test_a_quoted_heading_backs_the_unit_of_its_column(faults: Faults, statement: str) -> None:
    assert faults(fact(statement, ROW, HEADINGS)) == []
    found = faults(fact(statement, ROW))
    assert found
    assert {each.rule for each in found} <= set(RULES)


@pytest.mark.parametrize(
    "statement",
    [
        "Petrol costs €1.42 a litre in Burkina Faso.", "Petrol costs US$1.42 million in Burkina Faso.",
        "Burkina Faso exported goods for US$320.", "Burkina Faso exported goods for US$320 billion.",
        "Burkina Faso exported goods for US$2.6 million.", "Burkina Faso grew by 1.42 per cent.",
        "Burkina Faso grew by 2.6 percentage points.", "Burkina Faso exported goods for US$450 million.",
        "Burkina Faso has 12 million people.", "Burkina Faso exported goods for US$320 million a day.",
    ],
)  # fmt: skip
def test_no_other_unit_passes(faults: Faults, statement: str) -> None:
    found = faults(fact(statement, ROW, HEADINGS))
    assert [each.rule for each in found if each.severity == "error"], statement
    assert {each.rule for each in found} <= set(RULES)


def test_the_unit_of_a_chart_stands_in_the_heading(faults: Faults) -> None:
    assert faults(figure("US$ per litre", "1.42", ROW, HEADINGS)) == []
    assert faults(figure("US$ million", "320", ROW, shared=HEADINGS)) == []
    assert [each.rule for each in faults(figure("%", "1.42", ROW, HEADINGS))] == ["unit-changed"]
    assert faults(figure("€ million", "320", ROW, HEADINGS)) != []
    assert faults(figure("US$", "320", ROW, HEADINGS)) != []


def test_the_heading_to_quote_is_named(faults: Faults) -> None:
    (found,) = faults(figure("US$ per litre", "1.42", ROW))
    heading = "the table's heading “Petrol (US$ per litre)” says what it is counted in: cite that, too"
    assert found.help == f"the quote says 1.42; {heading}"
    (found,) = faults(fact("Petrol costs US$1.42 a litre in Burkina Faso.", ROW))
    assert "the table's heading “Petrol (US$ per litre)”" in found.help
    (found,) = faults(fact("Some 320 million dollars left Burkina Faso.", ROW))
    assert found.message == "320 million dollars is in no quote of this statement with its unit"
    assert (
        found.help == "the table's heading “Exports (US$ million)” says what it is counted in: cite that, too"
    )


def test_the_heading_of_a_row_counts_too(faults: Faults) -> None:
    table = (
        "<table><tr><th>Item<th>2022<th>2023<tr><th>Exports of gold (US$ million)<td>320<td>450"
        "<tr><th>Growth of the year (%)<td>2.6<td>3.1</table>"
    )
    row = "Exports of gold (US$ million) 320 450"
    assert faults(fact("Gold was sold for US$450 million.", row), table) == []
    assert faults(fact("Gold was sold for €450 million.", row), table) != []


@pytest.mark.parametrize(
    "table",
    [
        TABLE.replace("<tr><th>Country", "<caption>In thousands</caption><tr><th>Country"),
        TABLE.replace("<th>Country", "<th rowspan=9>Country", 1),
        TABLE.replace("<th>Petrol", "<th style='display:none'>x</th><th>Petrol", 1),
        TABLE.replace("<tr><td>Burkina", "<tr><td colspan=5>Euros</td></tr><tr><td>Burkina", 1),
        TABLE.replace("<td>Burkina Faso</td>", "<td>Burkina Faso</td><td></td>", 1),
        TABLE.replace("US$ per litre", "US$ per litre, € per litre"),
        TABLE.replace("<tr>", "<tr><td><table><tr><td>x</table></td>", 1),
        f"{TABLE}Note: all in thousands.",
    ],
)  # fmt: skip
def test_where_the_table_leaves_doubt_the_heading_backs_nothing(faults: Faults, table: str) -> None:
    """Another magnitude or unit near by, cells that span, hidden ones: a column too far is a wrong unit."""
    quotes = ("1.42 320 2.6 12", "Petrol (US$ per litre)")
    rules = {each.rule for each in faults(fact("Petrol costs US$1.42 a litre.", *quotes), table)}
    assert rules & {"unit-changed", "number-unsupported"}


def test_empty_cells_and_spans_keep_their_columns(faults: Faults) -> None:
    table = (
        "<table><thead><tr><th rowspan=2></th><th colspan=2>Petrol</th><th rowspan=2>Growth (%)</th></tr>"
        "<tr><th>Retail price (€)</th><th>Wholesale price (US$)</th></tr></thead>"
        "<tbody><tr><td>Mali and Niger</td><td></td><td>1.30</td><td>2.6</td></tr></tbody></table>"
    )
    quotes = ("Mali and Niger 1.30 2.6", "Growth (%) Retail price (€) Wholesale price (US$)")
    assert faults(fact("Petrol costs US$1.30 in Mali.", *quotes), table) == []
    assert faults(fact("Petrol costs €1.30 in Mali.", *quotes), table) != []


def test_figures_of_two_cells_are_not_one(faults: Faults) -> None:
    table = "<table><tr><td>Burkina Faso<td>12<td>320</table>"
    (found,) = faults(fact("Burkina Faso has 12,320 wells.", "Burkina Faso 12 320"), table)
    assert found.rule == "number-unsupported"


def test_tables_of_markdown_count_as_well(faults: Faults) -> None:
    table = "| Country | People (million) |\n|---|---|\n| Burkina Faso | 23.3 |\n"
    quotes = ("Burkina Faso 23.3", "Country People (million)")
    assert faults(fact("Burkina Faso has 23.3 million people.", *quotes), table, "table.md") == []
    assert faults(fact("Burkina Faso has 23.3 billion people.", *quotes), table, "table.md") != []


def test_a_rate_of_a_chart_is_that_of_its_quote(faults: Faults) -> None:
    quote = "Libya pumps 500 barrels a day"
    assert faults(figure("barrels a day", "500", quote), f"<p>{quote} now.") == []
    assert faults(figure("barrels a week", "500", quote), f"<p>{quote} now.") != []


def test_the_lines_around_a_table_are_found_without_a_copy_of_the_text() -> None:
    import tracemalloc

    raw = "far\n" + "x" * 2_000_000 + " in US$ million\n \n1\t2\n\nin thousands\n" + "y" * 2_000_000
    at = raw.index("1\t2")
    table = (Cell(0, 1, 0, 1, at, at + 1), Cell(0, 1, 1, 2, at + 2, at + 3))
    tracemalloc.start()
    before, after = lines_around(table, raw)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert before.endswith("x in US$ million")
    assert after == "in thousands"
    assert len(before) == MOST_AROUND
    assert peak < 100_000
    assert lines_around((Cell(0, 1, 0, 1, 0, 1),), "1") == ("", "")
    assert lines_around((Cell(0, 1, 0, 1, 2, 3),), "a\n1\nb") == ("a", "b")
