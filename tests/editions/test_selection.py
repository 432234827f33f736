from collections.abc import Callable
from typing import Any

import pytest

from briefgen.editions import EditionView, to_json

Edition = Callable[..., EditionView]
Make = Callable[..., dict[str, Any]]


def names(view: EditionView) -> list[str]:
    return [item.name for item in view.items()]


def test_items_above_the_clearance_are_withheld(edition: Edition, make_fact: Make) -> None:
    facts = [
        make_fact("The quay is closed.", "The quay is closed", id="open"),
        make_fact("Boats leak.", "12 of them leak", id="hidden", marking="TLP:AMBER"),
    ]
    assert names(edition({"marking": "TLP:GREEN"}, key_facts=facts)) == ["open"]
    assert names(edition({"marking": "TLP:AMBER"}, key_facts=facts)) == ["open", "hidden"]


def test_a_source_and_a_basis_raise_what_rests_on_them(edition: Edition, cite_quote: Make) -> None:
    sections = {
        "key_facts": [
            {
                "id": "pump",
                "statement": "The pump failed.",
                "citations": [cite_quote("The pump failed", "secret")],
            }
        ],
        "bottom_line": [
            {"id": "judgement", "statement": "It will fail again.", "basis": ["pump"], "likelihood": "likely"}
        ],
    }
    assert names(edition({"marking": "TLP:AMBER"}, **sections)) == []
    view = edition({"marking": "TLP:RED"}, **sections)
    assert names(view) == ["judgement", "pump"]
    assert {item.marking for item in view.items()} == {"TLP:RED"}
    assert view.marking == "TLP:RED"


@pytest.mark.parametrize(
    ("settings", "left"),
    [
        ({"priorities": ["must"]}, ["first"]),
        ({"sections": ["regional_context"]}, ["third"]),
        ({"limits": {"key_facts": 1}}, ["first", "third"]),
        ({}, ["first", "second", "third"]),
    ],
)
def test_an_audience_takes_its_sections_priorities_and_limits(
    edition: Edition, make_fact: Make, settings: dict[str, Any], left: list[str]
) -> None:
    facts = [
        make_fact("The quay is closed.", "The quay is closed", id="first", priority="must"),
        make_fact("Boats lie at anchor.", "boats lie at anchor", id="second"),
    ]
    context = [make_fact("The ferry runs.", "The ferry to Orm runs", id="third")]
    assert names(edition(settings, key_facts=facts, regional_context=context)) == left


def test_items_for_other_audiences_are_not_read(edition: Edition, make_fact: Make) -> None:
    facts = [make_fact("The quay is closed.", "The quay is closed", id="theirs", audiences=["analyst"])]
    assert names(edition(key_facts=facts)) == []


def test_ids_of_withheld_items_vanish(edition: Edition, make_fact: Make) -> None:
    sections = {
        "bottom_line": [
            {
                "id": "judgement",
                "statement": "It is over.",
                "basis": ["open", "other"],
                "likelihood": "likely",
            }
        ],
        "key_facts": [
            make_fact("The quay is closed.", "The quay is closed", id="open", supersedes=["other"]),
            make_fact("Boats leak.", "12 of them leak", id="other", audiences=["analyst"]),
        ],
    }
    view = edition({"withheld_basis": "flag"}, **sections)
    judgement, shown = view.items()
    assert [link.anchor for link in judgement.basis] == ["open"]
    assert shown.supersedes == ()
    assert "other" not in to_json(view)


def test_a_superseded_item_knows_by_what(edition: Edition, make_fact: Make) -> None:
    facts = [
        make_fact("The quay is closed.", "The quay is closed", id="new", supersedes=["old"]),
        make_fact("Boats lie at anchor.", "boats lie at anchor", id="old"),
    ]
    new, old = edition(key_facts=facts).items()
    assert [link.anchor for link in old.superseded_by] == ["new"]
    assert [link.position for link in new.supersedes] == [2]


def test_items_left_out_to_fit_are_counted(edition: Edition, make_fact: Make) -> None:
    facts = [
        make_fact("The quay is closed.", "The quay is closed", id="a"),
        make_fact("Boats leak.", "12 of them leak", id="b"),
    ]
    view = edition(without=frozenset({"b"}), key_facts=facts)
    assert (names(view), view.dropped) == (["a"], 1)


def test_withheld_items_are_counted_only_where_the_audience_says_so(
    edition: Edition, make_fact: Make
) -> None:
    facts = [make_fact("Boats leak.", "12 of them leak", id="b", marking="TLP:RED")]
    assert edition({"withheld_note": True}, key_facts=facts).withheld == 1
    assert edition(key_facts=facts).withheld is None
