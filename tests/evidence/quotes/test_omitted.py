"""What an elision may leave out: one sentence a case, the omitted words in braces."""

import pytest

from briefgen.evidence.quotes.omitted import reason_against
from briefgen.evidence.text.source_text import prepare

TURNED = [
    "The council has {yet to} publish the report.",
    "The court {overturned the ruling that} the levy is lawful.",
    "The man was {acquitted of} fraud in May.",
    "Ministers {voted down a plan to} build the terminal.",
    "The envoy {ruled out} talks with the rebels.",
    "Farmers {avoided} heavy losses in the drought.",
    "The plant is {designed to} produce 40 megawatts.",
    "The prince is {ready to} give up his seat.",
    "The lender is {on the brink of} collapse.",
    "The fund is {supposed to} pay for the repairs.",
    "The party is {hoping} to win the seat.",
    "The agency {proposes to} ban the additive.",
    "The mine is {in theory} safe.",
    "The envoy {is rumoured to have} met the rebels.",
    "The port will close {lest the storm return}.",
    "The lifting of the tariffs {depends on a review and} begins in May.",
    "Lawyers {contend that} the law is void.",
    "The union {complains that} the pay is low.",
    "The inquiry {found that} the contractor cut corners.",
    "The committee was told {by a clerk, alleging fraud, that} the vote was void.",
    "The drug works in {a minority of} patients.",
    "Rain fell {in} the {north and a handful of} towns.",
    "Prices rose by 5 per cent {in May and fell by 3 per cent} in June.",
    "The army killed 30 rebels {in Sarat and wounded 14 civilians} in Nahr.",
    "The minister praised {the army and criticised} the rebels.",
    "The bank cut its rate {in May and sharply raised its forecast} in June.",
    "Exports grew to 5 million tonnes {in 2030, imports fell to 2 million tonnes} in 2031.",
]
KEPT = [
    "The council, {which met on Tuesday,} has published the report.",
    "The minister visited the camp {on Monday} and met the families.",
    "The army withdrew from the town {of Sarat} in May.",
    "The bridge {over the river Nahr} was closed to lorries.",
    "The new terminal, {built in 2019,} handles four million boxes.",
    "The court convicted both men {of fraud} on Friday.",
    "The flood killed 30 people {and injured 14 others} in the town.",
    "The camp {for the sick and wounded in the north} was closed in May.",
    "The fund helps farmers {in the north and displaced families} in the south.",
    "The garden {of roses and wild saw grass} was closed in May.",
]


def _reason(marked: str) -> str | None:
    """The reason against leaving out what stands in the braces, from the first to the last."""
    first, last = marked.index("{"), marked.rindex("}")
    left, omitted, right = marked[:first], marked[first + 1 : last], marked[last + 1 :]
    omitted = omitted.replace("{", "").replace("}", "")
    source = prepare(left + omitted + right, "en")
    start = len(left.rstrip())
    end = len(left) + len(omitted)
    return reason_against(
        source, (0, start), (end + len(right) - len(right.lstrip()), len(left + omitted + right))
    )


@pytest.mark.parametrize("marked", TURNED)
def test_what_turns_the_sense_may_not_be_left_out(marked: str) -> None:
    assert _reason(marked)


@pytest.mark.parametrize("marked", KEPT)
def test_what_only_adds_may_be_left_out(marked: str) -> None:
    assert _reason(marked) is None
