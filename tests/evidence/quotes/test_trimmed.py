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
SILENT = [
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
