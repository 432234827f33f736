"""Stems of English words: what makes `withdrew`, `withdrawal` and `withdrawing` the same word.

Owns one light suffix stripper and the table of irregular verbs. A stem is a key for comparing words, not a word; it
errs towards keeping words apart.
"""

from collections.abc import Iterator
from functools import lru_cache

_IRREGULAR_VERBS = """
arise arose arisen|be is are was were been being am|bear bore borne|beat beaten|become became|begin began begun|bend bent|
bind bound|bite bit bitten|bleed bled|blow blew blown|break broke broken|bring brought|build built|burn burnt|
buy bought|catch caught|choose chose chosen choice|come came|cut cutting|deal dealt|die dying|do does did done doing|draw drew
drawn|drive drove driven|eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought|find found|flee fled|
fly flew flown flight|forbid forbade forbidden|forget forgot forgotten|freeze froze frozen|get got gotten getting|
give gave given|go goes went gone going|grow grew grown growth|hang hung|have has had having|hear heard|hide hid hidden|
hit hitting|hold held|keep kept|know knew known knowledge|lay laid|lead led|learn learnt|leave left|lend lent|let letting|lie lying|
lose lost loss losses|make made making|mean meant|meet met|pay paid|prove proven|put putting|quit quitting|read reading|rise rose
risen|run ran running|say said says|see saw seen|seek sought|sell sold|send sent|set setting|shake shook shaken|
shoot shot shooting|show shown|shut shutting|sink sank sunk|sit sat sitting|sleep slept|speak spoke spoken speech|spend spent|spread|stand stood|
steal stole stolen|stick stuck|strike struck|strive strove|swear swore sworn|take took taken taking|teach taught|tear tore
torn|tell told|think thought|throw threw thrown|understand understood|undertake undertook undertaken|wear wore worn|
win won winning|withdraw withdrew withdrawn withdrawal withdrawals|withhold withheld|withstand withstood|write wrote written|
overthrow overthrew overthrown|use uses used using|hope hopes hoped hoping|rate rates rated rating|agree agreed agreeing agreement agreements agrees|uphold upheld|oversee oversaw overseen|overcome overcame|decide decision decisions|
refuse refusal|approve approval|deny denies denied denial denying|arrive arrival|propose proposal proposals|rely reliance|
choose choosing|permit permission permitted permitting|admit admission admitted admitting|
extend extension extensions|expand expansion|intend intention intentions intent|suspend suspension|conclude conclusion|
reduce reduction reductions|produce production|introduce introduction|destroy destruction|receive receipt received|
succeed success successes|fail failure failures|press pressure|child children|man men|woman women|person people|
half halves|free frees freed freeing|guarantee guarantees guaranteed guaranteeing|decree decrees decreed|life lives|foot feet|analyse analyze analysis analyses|advise advice advised|
believe belief beliefs|lose losing|submit submission submissions submitted|shrink shrank shrunk|rebuild rebuilt|repay repaid|retake retook retaken|
overrun overran|slide slid|mislead misled|undo undid undone|undergo underwent undergone|override overrode overridden|
split splits splitting|foresee foresaw foreseen|forgive forgave forgiven|swell swollen|sweep swept|commit commitment committed|
supply supplies supplied supplying|comply complies complied complying compliance|family families|assembly assemblies|
monopoly monopolies|multiply multiplies multiplied multiplying|deliver delivery deliveries|discover discovery discoveries|
recover recovery|survive survival|remove removal|renew renewal|withhold withholding|
"""

# Words that only look as if they had an ending: a mission is no miss, a billion no bill, the authorities are no authors.
_WHOLE = """
mission missions|million millions|billion billions|trillion trillions|passion passions|pension pensions pensioned|
station stations stationed stationing|portion portions|section sections|tension tensions|version versions|session sessions|
mention mentions mentioned mentioning|department departments|apartment apartments|importance|authority authorities|
business businesses|commence commences commenced commencing commencement|timely|severe severely severity|partly|priority priorities|
likely|hardly|barely|hundred hundreds|conference conferences|audience audiences|university universities|
evening evenings|morning mornings|during|nothing|something|anything|everything|position positions positioned|
publication publications|pressure pressures pressured|unlike|briefly|closely|costly|deadly|quite|plane planes|wine wines|
hate hates hated hating|note notes noted noting|fine fines fined|care cares cared caring|site sites|cute|none|bare|cape capes
"""

# British and American spellings of one word.
_SPELLINGS = """
aluminium aluminum|labour labor|defence defense defences defenses|offence offense offences offenses|centre center centres centers|
programme program programmes programs|colour color colours colors coloured colored|harbour harbor harbours harbors|
neighbour neighbor neighbours neighbors neighbouring neighboring|favour favor favours favors favoured favored favouring favoring|
licence license licences licenses licensed licensing|grey gray|theatre theater theatres theaters|fibre fiber fibres fibers|
ageing aging|jewellery jewelry|diarrhoea diarrhea|anaemia anemia|paediatric pediatric|orthopaedic orthopedic|sulphur sulfur|
plough plow|sceptic skeptic sceptics skeptics|sceptical skeptical|enrol enroll enrols enrolls enrolled enrolment enrollment|
instalment installment instalments installments|fulfil fulfill fulfils fulfills fulfilled|behaviour behavior|
honour honor honours honors honoured honored|rumour rumor rumours rumors rumoured rumored|tumour tumor tumours tumors|
armour armor armoured armored|metre meter metres meters|litre liter litres liters|
kilometre kilometer kilometres kilometers|manoeuvre maneuver manoeuvres maneuvers|haemorrhage hemorrhage|mould mold
"""

# (ending, what stands in its place, shortest stem that is left)
_ENDINGS = (
    ("isations", "ise", 3), ("izations", "ise", 3), ("isation", "ise", 3), ("ization", "ise", 3),
    ("ations", "", 4), ("ation", "", 4), ("ments", "", 4), ("ment", "", 4), ("nesses", "", 4), ("ness", "", 4),
    ("ances", "", 4), ("ance", "", 4), ("ences", "", 4), ("ence", "", 4), ("ities", "", 4), ("ity", "", 4),
    ("ively", "", 4), ("ions", "", 4), ("ion", "", 4), ("ized", "ise", 3), ("izes", "ise", 3), ("izing", "ise", 3),
    ("ize", "ise", 3), ("ised", "ise", 3), ("ises", "ise", 3), ("ising", "ise", 3),
    ("ies", "y", 2), ("ied", "y", 2), ("edly", "", 4), ("ingly", "", 4), ("ings", "", 3), ("ing", "", 3), ("ed", "", 2),
    ("sses", "ss", 2), ("ches", "ch", 2), ("shes", "sh", 2), ("xes", "x", 1), ("zes", "z", 2),
    ("ly", "", 4), ("s", "", 3),
)  # fmt: skip
_BY_LAST: dict[str, tuple[tuple[str, str, int], ...]] = {
    last: tuple(rule for rule in _ENDINGS if rule[0][-1] == last)
    for last in {rule[0][-1] for rule in _ENDINGS}
}
_KEPT_S = ("ss", "us", "is")
_DOUBLED = frozenset("bdgkmnprt")
_VERBAL = frozenset(("ed", "ing"))
_NOUNS = ("tion", "sion", "ment", "enc", "anc")
"""What ends a noun that is a verb as well: sanctioned, implemented, sentenced."""

_DOUBLED_L = 6
"""Letters from which on a double l is made by an ending (cancelled); in shorter words it is their own (call, called)."""


def _final(root: str) -> str:
    """Undoes what endings do to a root: a doubled consonant (`stopp`), a mute e (`decide`), y for i."""
    if len(root) > 3:
        if root[-1] == root[-2] and (root[-1] in _DOUBLED or (root[-1] == "l" and len(root) >= _DOUBLED_L)):
            return root[:-1]
        if root[-1] == "e":
            return root[:-1]
        if root[-1] == "y":
            return root[:-1] + "i"
    return root


def _forms(table: str) -> Iterator[list[str]]:
    return (forms.split() for forms in table.replace("\n", " ").split("|") if forms.strip())


_IRREGULAR = {form: _final(forms[0]) for forms in _forms(_IRREGULAR_VERBS) for form in forms}
_IRREGULAR |= {form: forms[0] for forms in _forms(f"{_WHOLE}|{_SPELLINGS}") for form in forms}


@lru_cache(maxsize=16384)
def stem(word: str) -> str:
    """Gives the key under which all forms of a lower-case word are found.

    >>> stem("withdrew") == stem("withdrawal"), stem("agreed") == stem("agreement")
    (True, True)
    """
    known = _IRREGULAR.get(word)
    if known is not None:
        return known
    if len(word) > 3 and word.isascii():
        for ending, instead, least in _BY_LAST.get(word[-1], ()):
            if word.endswith(ending) and len(word) - len(ending) >= least:
                if (ending == "s" and word.endswith(_KEPT_S)) or (ending == "ed" and word.endswith("eed")):
                    continue
                return _of_rest(word[: -len(ending)] + instead, ending)
    return _final(word)


def _of_rest(rest: str, ending: str) -> str:
    """The stem of what is left before an ending: of a noun that is a verb as well, the noun's."""
    if ending in _VERBAL and rest.endswith(_NOUNS):
        return stem(rest + "e" if rest.endswith("nc") else rest)
    return _final(rest)
