"""What a sentence says around a quote: told where the statement passes over it, silent where it does not matter."""

import pytest

from briefgen.evidence.quotes.omission_words import ATTRIBUTION, BOUND, CONDITION, HEDGE, NEGATION
from briefgen.evidence.quotes.trimmed import passed_over
from briefgen.evidence.text.source_text import prepare

LEAVE = "the troops will leave Iraq"
PASSED = [
    ("en", f"It is not true that the war is over and [{LEAVE}].", LEAVE, NEGATION),
    ("en", f"Officials denied the war was over and [{LEAVE}].", LEAVE, NEGATION),
    ("en", f"[{LEAVE}], which is not the case.", LEAVE, NEGATION),
    ("en", f"[{LEAVE}], a claim later disproved.", LEAVE, NEGATION),
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
    (
        "en",
        "[The truce will hold until Sunday], unless rockets are fired again.",
        "The truce will hold until Sunday",
        CONDITION,
    ),
    (
        "ar",
        "ونفى المتحدث أن تكون [القوات قد غادرت المدينة يوم الجمعة].",
        "The troops left the city on Friday",
        NEGATION,
    ),
    (
        "el",
        "Σύμφωνα με την αστυνομία, [40 άτομα συνελήφθησαν στην Αθήνα].",
        "40 people were arrested",
        ATTRIBUTION,
    ),
    (
        "it",
        "L'ambasciatore ha smentito che [i soldati siano entrati in città].",
        "Soldiers entered the city",
        NEGATION,
    ),
    (
        "pt",
        "O ministro desmentiu que [as tropas tenham deixado a cidade].",
        "The troops left the city",
        NEGATION,
    ),
    ("pl", "Rzecznik zaprzeczył, że [wojska opuściły miasto].", "The troops left the city", NEGATION),
    (
        "fr",
        "Selon l’ONU, [plus de 200 civils ont été tués à Goma].",
        "More than 200 civilians died",
        ATTRIBUTION,
    ),
    ("en", f"It is unlikely that [{LEAVE}] in May.", "Les troupes vont quitter le pays en mai", HEDGE),
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
    ("en", f"[{LEAVE}], which nobody disputes.", LEAVE),
    ("en", f"[{LEAVE}], which few dispute.", LEAVE),
    ("en", f"[{LEAVE}], which he never denied.", LEAVE),
    ("en", f"[{LEAVE}], which is not the case in Syria.", LEAVE),
    ("en", f"[{LEAVE}], which is not true of the fleet.", LEAVE),
    ("en", f"[{LEAVE}], it is wrong to say otherwise.", LEAVE),
    (
        "fr",
        "Selon l’ONU, [plus de 200 civils ont été tués à Goma].",
        "According to the UN, more than 200 civilians died",
    ),
    (
        "fr",
        "Le gouvernement ne [veut pas quitter le pays en mai].",
        "The government does not want to leave in May",
    ),
    (
        "fr",
        "Il est possible que [le gouvernement dissolve l'Assemblée].",
        "The government may dissolve the Assembly",
    ),
    ("fr", "Au moins [300 ouvriers ont perdu leur emploi].", "At least 300 of the workers lost their jobs"),
    ("de", "Es stimmt nicht, dass [die Truppen abziehen].", "It is not true that the troops will leave"),
    ("ru", "По данным ООН, [вывезено 33 млн тонн зерна].", "The UN says 33 million tonnes were shipped"),
    ("zh", "据联合国统计，[已有200名平民丧生]。", "The UN says 200 civilians died"),
    (
        "tr",
        "Bakanlığa göre, [40 insansız hava aracı düşürüldü].",
        "The ministry said 40 drones were shot down",
    ),
    (
        "en",
        "The envoy did not sign and [the talks on the dam were broken off].",
        "The talks on the dam were broken off",
    ),
    (
        "en",
        "The dam has not collapsed, but [it has lost much of its water].",
        "It has lost much of its water",
    ),
    ("ru", "Россия признала независимость региона и [направила туда войска].", "Russia sent troops there"),
    (
        "fr",
        "Paris a rappelé son ambassadeur et [fermé son consulat à Niamey].",
        "Paris closed its consulate in Niamey",
    ),
    (
        "es",
        "El tribunal confirmó la sentencia y [ordenó su ingreso en prisión].",
        "The court ordered him to prison",
    ),
    ("pl", "Rząd przyznał pomoc i [wysłał konwój do miasta].", "The government sent a convoy to the city"),
    ("de", "Der Rat teilte das Gebiet auf und [entsandte 500 Soldaten].", "The council sent 500 soldiers"),
    ("ar", "وقد [أعلن الوزير عن اتفاق جديد بين الطرفين].", "The minister announced a new deal"),
    ("en", f"It is unlikely that [{LEAVE}] in May.", "Il est peu probable que les troupes partent"),
    (
        "en",
        f"According to the ministry, [{LEAVE}] in May.",
        "Laut Ministerium verlassen die Truppen den Irak",
    ),
    (
        "en",
        "If the dam breaks, [the town will be lost in a day].",
        "Si le barrage cède, la ville sera perdue",
    ),
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


def test_a_statement_is_read_in_the_language_that_it_is_said_to_have() -> None:
    source = prepare("Au moins 300 ouvriers sont morts.", "fr")
    assert passed_over("At least 300 workers died", source, 9, 32, ("en-GB",)) == ()
