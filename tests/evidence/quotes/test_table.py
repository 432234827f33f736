"""A table of quotes in twenty-five languages, honest and doctored: the first are found, the others refused by their rule."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from briefgen.evidence.quotes.anchoring import anchor
from briefgen.evidence.text.source_text import prepare

TABLE: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "table.yaml").read_text("utf-8"))


@pytest.mark.parametrize(
    "entry", TABLE, ids=[f"{number}-{entry['language']}" for number, entry in enumerate(TABLE)]
)
def test_honest_quotes_are_found_and_doctored_ones_refused_by_their_rule(entry: dict[str, Any]) -> None:
    source = prepare(entry["text"], entry["language"])
    refused = {
        quote: sorted(fault.rule for fault in anchor(quote, source).faults) for quote in entry["honest"]
    }
    assert {quote: rules for quote, rules in refused.items() if set(rules) - {"quote-respaced"}} == {}
    for rule, quotes in entry["doctored"].items():
        passed = [
            quote for quote in quotes if rule not in {fault.rule for fault in anchor(quote, source).faults}
        ]
        assert passed == [], rule


def test_the_table_is_wide() -> None:
    assert len({entry["language"].partition("-")[0] for entry in TABLE}) >= 25
    assert sum(len(entry["honest"]) for entry in TABLE) > 150
    assert sum(len(quotes) for entry in TABLE for quotes in entry["doctored"].values()) > 250
