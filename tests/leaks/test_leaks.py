"""The leak check: no combination of markings leaks, and a seeded leak of each kind is caught."""

from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.editions import select, to_json
from briefgen.editions.clearance import clear
from briefgen.leaks.words import words
from briefgen.models.vocabulary import TLP
from tests.leaks.birds import NAMES, audience, leaks_of, make_case, secret_case

MARKINGS = st.sampled_from([None, *TLP])


def kept_back(items: list[dict[str, Any]], markings: list[str | None], marking: str, policy: str) -> set[str]:
    """The items that the contract keeps from readers of `marking` at the desk, worked out once more and plainly."""
    levels: dict[str, int] = {}
    hidden: set[str] = set()
    for bird, item, source in zip(NAMES, items, markings, strict=False):
        own = (TLP.index(each or "TLP:CLEAR") for each in (item["marking"], source))
        name = f"fact-{bird.lower()}"
        levels[name] = max((*own, *(levels[each] for each in item["basis"])))
        elsewhere = item["audiences"] == ["press"]
        falls = policy == "withhold" and not hidden.isdisjoint(item["basis"])
        if levels[name] > TLP.index(marking) or elsewhere or falls:
            hidden.add(name)
    return hidden


@settings(max_examples=1000)
@given(st.data())
def test_no_combination_of_markings_leaks(data: st.DataObject) -> None:
    """1,000 random briefs, each for ten audiences: 10,000 combinations."""
    count = data.draw(st.integers(1, 4))
    names = [f"fact-{name.lower()}" for name in NAMES[:count]]
    items: list[dict[str, Any]] = [
        {
            "marking": data.draw(MARKINGS),
            "audiences": data.draw(st.sampled_from([None, ["desk"], ["press"]])),
            "basis": data.draw(st.lists(st.sampled_from(names[:index]), max_size=2, unique=True))
            if index
            else [],
            "supersedes": data.draw(st.lists(st.sampled_from(names[:index]), max_size=1)) if index else [],
        }
        for index in range(count)
    ]
    markings = data.draw(st.lists(MARKINGS, min_size=count, max_size=count))
    case = make_case(items, markings)
    seen: set[tuple[str, frozenset[str]]] = set()
    for marking, policy in product(TLP, ("withhold", "flag")):
        reader = audience(marking, withheld_basis=policy)
        output = to_json(select(case, reader))
        hidden = clear(case, reader).withheld
        told = {name for index, name in enumerate(names) if NAMES[index].lower() in output.lower()}
        assert told == set(names) - kept_back(items, markings, marking, policy)
        # Whether something leaks depends on nothing else, and many of the ten are alike.
        if (output, frozenset(hidden)) not in seen:
            assert leaks_of(case, reader, {"json": output.encode()}) == set()
        seen.add((output, frozenset(hidden)))


HTML = "<!DOCTYPE html><html><head><title>Boats</title></head><body><p>{}</p></body></html>"
SEEDED: dict[str, bytes] = {
    "the statement": HTML.format("The Kestrel programme has 101 boats").encode(),
    "a name": HTML.format("as with KESTREL last year").encode(),
    "a figure": HTML.format("101 in all").encode(),
    "a tag": HTML.format("zephyr").encode(),
    "a comment": HTML.format("<!-- kestrel -->").encode(),
    "an attribute": HTML.format('<img alt="Kestrel" src="data:,">').encode(),
    "cut by tags": HTML.format("Kes<b>trel</b>").encode(),
    "entities": HTML.format("&#75;estrel").encode(),
    "soft hyphens": HTML.format("Kes&shy;trel").encode(),
    "another form of letters": HTML.format("Ｋestrel").encode(),
    "hidden text": HTML.format('<span style="display:none">kestrel</span>').encode(),
    "a style": HTML.format("<style>.kestrel{}</style>").encode(),
    "an id": HTML.format('<a id="fact-kestrel"></a>').encode(),
    "the source's file": HTML.format("from kestrel.txt").encode(),
    "accents": HTML.format("Késtrel").encode(),
    "marks without width": HTML.format("Kes\u2060trel").encode(),
    "a figure without its comma": HTML.format("12345 in all").encode(),
    "a stylesheet's comment": HTML.format("<style>/* 12,345 boats */</style>").encode(),
    "a picture": HTML.format(
        '<img alt="" src="data:image/svg+xml;base64,PHN2Zz48dGV4dD5LZXN0cmVsPC90ZXh0Pjwvc3ZnPg==">'
    ).encode(),
    "a name that only begins a sentence": HTML.format("as Wessex did").encode(),
    "what no item quotes of the source": HTML.format("all of its crews sleep ashore in the winter").encode(),
    "the context of a quote": HTML.format("in the port of Lerwick").encode(),
    "the reason of a waiver": HTML.format("as Ambrose says").encode(),
}


@pytest.mark.parametrize("kind", SEEDED)
def test_a_seeded_leak_in_html_is_caught(kind: str) -> None:
    case, reader = secret_case()
    assert leaks_of(case, reader, {"html": SEEDED[kind]}) == {"fact-kestrel"}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The Nightjar programme has 100 boats near the northern quay",
        "boats near the northern quay",
        '<svg viewBox="0 0 101 12345"><path d="M 101 12345"/></svg><style>p{width:101px}</style>',
    ],
)
def test_what_is_shown_is_no_leak(text: str) -> None:
    case, reader = secret_case()
    assert leaks_of(case, reader, {"html": HTML.format(text).encode()}) == set()


def test_a_word_that_the_end_of_a_line_parts_is_one_word() -> None:
    assert words("Kes\u0002trel Kes-\n trel") == ["kestrel", "kestrel"]
