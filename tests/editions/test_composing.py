import json
from collections.abc import Callable
from dataclasses import FrozenInstanceError
from typing import Any

import pytest

from briefgen.editions import EditionView, to_json
from briefgen.editions.direction import direction_of, direction_of_text

Edition = Callable[..., EditionView]
Make = Callable[..., dict[str, Any]]


def test_the_view_is_frozen(edition: Edition) -> None:
    with pytest.raises(FrozenInstanceError):
        edition().title = "Another"  # type: ignore[misc]


def test_a_text_is_taken_in_the_audiences_language(edition: Edition) -> None:
    title = {"en": "Quay", "fr": "Le quai"}
    assert edition({"language": "fr-FR"}, title=title).title == "Le quai"
    assert edition({"language": "de"}, title=title).title == "Quay"


def test_the_language_of_the_text_decides_its_direction(edition: Edition) -> None:
    view = edition({"language": "en-GB"}, language="ar", title="الرصيف")
    assert (view.language, view.direction) == ("ar", "rtl")


@pytest.mark.parametrize(
    ("tag", "direction"),
    [("ckb", "rtl"), ("ar-EG", "rtl"), ("ku-Latn", "ltr"), ("uz-Arab-AF", "rtl"), ("en", "ltr")],
)
def test_direction_of_a_language(tag: str, direction: str) -> None:
    assert direction_of(tag) == direction


def test_direction_of_a_text_is_that_of_its_first_letter() -> None:
    assert direction_of_text("2031 ميناء") == "rtl"
    assert direction_of_text("2031: port") == "ltr"
    assert direction_of_text("2031", default="rtl") == "rtl"


def test_a_figures_values_carry_their_own_notes(edition: Edition, cite_quote: Make) -> None:
    figure = {
        "id": "boats",
        "title": "Boats",
        "unit": "boats",
        "values": [
            {
                "label": "At anchor",
                "value": 40,
                "approximate": True,
                "citations": [cite_quote("About 40 boats lie at anchor")],
            },
            {"label": "Leaking", "value": 12, "citations": [cite_quote("12 of them leak")]},
        ],
    }
    (view,) = edition(figures=[figure]).figures
    assert [[note.number for note in value.notes] for value in view.values] == [[1], [2]]
    assert view.notes == ()
    assert [value.value for value in view.values] == [40.0, 12.0]
    (view,) = edition(figures=[{**figure, "citations": [cite_quote("The quay is closed")]}]).figures
    assert [note.number for note in view.notes] == [1]
    assert [[note.number for note in value.notes] for value in view.values] == [[2], [3]]


def test_blanks_that_hold_words_together_stay(edition: Edition, make_fact: Make) -> None:
    facts = [make_fact("Le quai est «\u00a0fermé\u00a0»,  dit-on\u202f!\n", "The quay is closed")]
    (section,) = [each for each in edition(key_facts=facts).sections if each.name == "key_facts"]
    assert section.items[0].statement == "Le quai est «\u00a0fermé\u00a0», dit-on\u202f!"


def test_references_are_in_the_language_of_the_readers(edition: Edition, make_fact: Make) -> None:
    facts = [make_fact("The quay is closed.", "The quay is closed")]
    view = edition({"language": "fr", "citation_style": "apa"}, key_facts=facts)
    assert "s.\u00a0d." in "".join(run.text for run in view.sources[0].reference)


def test_the_glossary_keeps_the_terms_in_use(edition: Edition, make_fact: Make) -> None:
    glossary = {"quay": "a landing place", "mole": "a breakwater"}
    view = edition(key_facts=[make_fact("The quay is closed.", "The quay is closed")], glossary=glossary)
    assert [entry.term for entry in view.glossary] == ["quay"]


CITED = [{"source": "notice", "quote": "About 40 boats lie at anchor"}]
CHART = {
    "title": "Craft at the mole",
    "unit": "boats",
    "values": [{"label": "Orm", "value": 40}],
    "citations": CITED,
}
MAP = {"title": "The mole", "places": [{"name": "Orm", "lat": 1, "lon": 2}], "citations": CITED}


@pytest.mark.parametrize(
    ("term", "part"),
    [
        ("mole", {"title": "The mole"}), ("mole", {"subtitle": "The mole since May"}),
        ("mole", {"figures": [CHART]}), ("boats", {"figures": [CHART]}), ("Orm", {"figures": [CHART]}),
        ("mole", {"map": MAP}), ("Orm", {"map": MAP}),
    ],
)  # fmt: skip
def test_the_glossary_explains_headings_charts_and_maps(
    edition: Edition, term: str, part: dict[str, Any]
) -> None:
    view = edition(glossary={term: "a word", "jetty": "another"}, **part)
    assert [entry.term for entry in view.glossary] == [term]


def test_the_glossary_explains_the_words_of_quotes_where_they_are_printed(
    edition: Edition, make_fact: Make
) -> None:
    facts = [make_fact("The quay is closed.", "The ferry to Orm runs twice a day")]
    glossary = {"Orm": "an island"}
    assert [e.term for e in edition({"evidence": "quotes"}, key_facts=facts, glossary=glossary).glossary] == [
        "Orm"
    ]
    assert edition({"evidence": "notes"}, key_facts=facts, glossary=glossary).glossary == ()


@pytest.mark.parametrize(
    "part",
    [
        {"key_facts": [{"statement": "The mole fell.", "citations": CITED, "marking": "TLP:RED"}]},
        {"figures": [{**CHART, "marking": "TLP:RED"}]},
        {"map": {**MAP, "marking": "TLP:RED"}},
    ],
)
@pytest.mark.parametrize("subtitle", ["The harbour", "The mole"])
def test_a_term_of_what_is_withheld_brings_no_entry(
    edition: Edition, part: dict[str, Any], subtitle: str
) -> None:
    brief = {"glossary": {"mole": "a breakwater"}, "subtitle": subtitle, **part}
    assert edition({"marking": "TLP:AMBER"}, **brief).glossary == ()
    assert [entry.term for entry in edition({"marking": "TLP:RED"}, **brief).glossary] == ["mole"]


def test_a_term_inside_another_word_brings_no_entry(edition: Edition, make_fact: Make) -> None:
    facts = [make_fact("ISIS and its quays are closed.", "The quay is closed")]
    glossary = {"IS": "Islamic State", "ISIS": "the same", "quay": "a landing place", "key": "none"}
    assert [entry.term for entry in edition(key_facts=facts, glossary=glossary).glossary] == ["ISIS", "quay"]


def test_json_says_what_the_view_says(edition: Edition, make_fact: Make) -> None:
    view = edition(key_facts=[make_fact("Le quai est fermé — “closed”.", "The quay is closed")])
    text = to_json(view)
    data = json.loads(text)
    assert (data["version"], data["title"], data["marking"]) == (1, "Quay", "TLP:CLEAR")
    assert data["sections"][1]["items"][0]["statement"] in text
    assert text.endswith("}\n")
