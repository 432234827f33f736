"""What is kept from readers falls with its basis, and is decided once."""

from briefgen.checks.case import build_case, effective_markings
from briefgen.documents.validation import Validated
from briefgen.editions.clearance import clear
from briefgen.models.brief import Brief
from briefgen.models.settings import Settings
from tests.leaks.birds import audience, make_case


def test_a_judgement_falls_with_its_basis_or_says_so() -> None:
    items: list[dict[str, object]] = [
        {"audiences": ["press"]},
        {"basis": ["fact-nightjar"]},
        {"basis": ["fact-kestrel"]},
    ]
    case = make_case(items, [None, None, None])
    assert clear(case, audience("TLP:RED")).withheld == {"fact-nightjar", "fact-kestrel", "fact-osprey"}
    flagged = clear(case, audience("TLP:RED", withheld_basis="flag"))
    assert flagged.withheld == {"fact-nightjar"}
    assert flagged.bereft == {"fact-kestrel": ("fact-nightjar",)}


def test_the_marking_of_a_basis_reaches_through_judgements() -> None:
    case = make_case(
        [{"marking": "TLP:AMBER"}, {"basis": ["fact-nightjar"]}, {"basis": ["fact-kestrel"]}], [None] * 3
    )
    assert set(clear(case, audience("TLP:GREEN")).markings.values()) == {"TLP:AMBER"}
    assert clear(case, audience("TLP:GREEN")).withheld == {"fact-nightjar", "fact-kestrel", "fact-osprey"}


def test_markings_are_decided_once_however_many_ways_lead_to_an_item() -> None:
    """Forty layers of two facts, each drawn from both below: 2⁴⁰ ways."""
    facts: list[dict[str, object]] = [
        {"id": f"fact-{layer}-{side}", "statement": "It is so."}
        | ({"basis": [f"fact-{layer - 1}-a", f"fact-{layer - 1}-b"]} if layer else {"marking": "TLP:AMBER"})
        for layer in range(40)
        for side in "ab"
    ]
    data = {"title": "T", "key_facts": facts, "positions": [], "open_questions": [], "regional_context": []}
    case = build_case("t", Validated(Brief.model_validate(data), (), {}), {}, Settings())
    assert case is not None
    assert set(effective_markings(case).values()) == {"TLP:AMBER"}
