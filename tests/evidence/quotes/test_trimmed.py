"""What a sentence says around a quote: told where the statement passes over it, silent where it does not matter."""

import pytest

from briefgen.evidence.quotes.omission_words import ATTRIBUTION, BOUND, CONDITION, HEDGE, NEGATION
from briefgen.evidence.quotes.trimmed import passed_over
from briefgen.evidence.text.source_text import prepare

LEAVE = "the troops will leave Iraq"
PASSED = [
    ("en", f"It is unlikely that [{LEAVE}] in May.", LEAVE, HEDGE),
    ("en", "It is unlikely that the troops [will leave Iraq in May].", LEAVE, HEDGE),
    ("en", f"It remains unclear whether [{LEAVE}].", LEAVE, HEDGE),
    ("en", f"The claim that [{LEAVE}] is false.", LEAVE, NEGATION),
    ("en", f"It is a myth that [{LEAVE}].", LEAVE, NEGATION),
    ("uk", "Можливо, [війська залишать країну].", "Війська залишать країну", HEDGE),
    ("uk", "Неправда, що [війська залишать країну].", "Війська залишать країну", NEGATION),
    ("uk", "[Війська залишать країну], повідомило міністерство.", "Війська залишать країну", ATTRIBUTION),
    ("ru", "Неправда, что [войска покинут страну].", "Войска покинут страну", NEGATION),
    ("de", "Es stimmt nicht, dass [die Truppen abziehen].", "Die Truppen ziehen ab", NEGATION),
    ("en", "If the dam breaks, [the town will be lost in a day].", "The town will be lost", CONDITION),
    ("en", "[The port will close in May] unless the levy falls.", "The port will close in May", CONDITION),
    ("en", "Fewer than [300 workers will lose their jobs].", "300 workers lose their jobs", BOUND),
    ("en", "At least [1,300 workers will lose their jobs].", "1300 workers lose their jobs", BOUND),
    ("en", "About [300 workers will lose their jobs].", "Karst sheds 300 jobs", BOUND),
    ("en", "Some of [the ministers of the region agreed].", "The ministers of the region agreed", BOUND),
    ("en", "On Friday a majority of [the members voted to leave].", "The members voted to leave", BOUND),
    ("fr", "Au moins [300 ouvriers ont perdu leur emploi].", "300 ouvriers sont sans emploi", BOUND),
]
COST = "the repairs have cost US$48 million"
PASSED += [
    ("en", marked, COST, NEGATION)
    for marked in (
        f"[{COST}], which is not true.",
        f"[{COST}], which is false, of which half was lent.",
        f"[{COST}], a figure that has since been withdrawn.",
        f"[{COST}] (this is not true).",
        f"[{COST}], which the union disputes.",
        f"Contrary to reports that [{COST}], nothing was spent.",
        f"The paper has withdrawn its report that [{COST}].",
        f"Claims that [{COST}] have been retracted.",
        f"CORRECTION: it is wrong to say that [{COST}].",
    )
]
SILENT = [
    ("en", f"[{COST}], which is good news.", COST),
    ("en", f"[{COST}], which is not surprising.", COST),
    ("en", f"[{COST}], which is less than was feared.", COST),
    ("en", f"[{COST}], which the bank has paid, and the claim was denied.", COST),
    ("en", f"[{COST}], and a loan that was denied is sought again.", COST),
    ("en", f"[{COST}], which is not true.", f"It is untrue that {COST}"),
    ("en", f"[{COST}], which the union disputes.", f"{COST}, which the union disputes"),
    ("en", "[The union made an offer in May], which was rejected.", "The union made an offer"),
    ("en", "[The ministry asked for a loan], which was denied.", "The ministry asked for a loan"),
    ("en", "[The firm made an offer in May], which the union rejected.", "The firm made an offer"),
    ("en", f"The bank has withdrawn its loan, so that [{COST}].", COST),
    ("en", "Some of [the ministers of the region agreed].", "Some regional ministers agreed"),
    ("en", "It was sold as part of [the plan to close the port].", "The plan is to close the port"),
    ("en", "One of [the ministers of the region agreed].", "A minister agreed"),
    ("en", "If the dam breaks, [the town will be lost in a day].", "The town will be lost if the dam breaks"),
    ("en", "Even if the dam breaks, [the town will be saved in time].", "The town will be saved"),
    ("en", "[The flood killed dozens of people], if not hundreds.", "The flood killed dozens of people"),
    ("en", "About [300 workers will lose their jobs].", "Some 300 workers will lose their jobs"),
    ("en", "About [300 workers will lose their jobs].", "Workers will lose their jobs"),
    ("en", "Output fell by [300 tonnes in the spring].", "Output fell 300 tonnes"),
    (
        "en",
        "They asked for at least five. [300 workers will lose their jobs].",
        "300 workers lose their jobs",
    ),
    ("en", f"It is unlikely that [{LEAVE}] in May.", "It is unlikely that the troops leave Iraq"),
    ("en", f"The unlikely ally agreed and [{LEAVE}].", LEAVE),
    ("en", f"[{LEAVE}] and the false alarm was stopped.", LEAVE),
    ("uk", "Армія не заперечила, коли [війська залишать країну].", "Війська залишать країну"),
    ("uk", "Дощу не було, а [війська залишать країну].", "Війська залишать країну"),
]


def told(language: str, marked: str, statement: str) -> list[str]:
    start, end = marked.index("["), marked.index("]") - 1
    source = prepare(marked.replace("[", "").replace("]", ""), language)
    return [passed.kind for passed in passed_over(statement, source, start, end)]


@pytest.mark.parametrize(("language", "marked", "statement", "kind"), PASSED)
def test_what_a_statement_passes_over_is_told(language: str, marked: str, statement: str, kind: str) -> None:
    assert told(language, marked, statement) == [kind]


@pytest.mark.parametrize(("language", "marked", "statement"), SILENT)
def test_what_does_not_bear_on_the_quote_is_silent(language: str, marked: str, statement: str) -> None:
    assert told(language, marked, statement) == []
