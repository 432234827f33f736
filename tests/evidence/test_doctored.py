"""Doctored quotes are refused, each by its rule; honest ones in other typography are accepted."""

import pytest

from briefgen.evidence.quotes.anchoring import anchor
from briefgen.evidence.text.source_text import prepare

NEWS = """Harbour report

The mayor said on Monday that the quay is not safe. Traffic fell by -3.5% over the year, to 2,500 ships.
The port earned €5 million in May and about $40 a ship, or US$3 billion in all.
Officials may reopen the northern quay if the repairs succeed, the deputy mayor told reporters.
The harbour master, who took office in 2014, closed the quay. Ferry crews left while the pilots stayed on duty.
The council, according to two members, will pay up to 40,000 euros for the work, except for the lighthouse.
Non-state actors attacked three ships near the duty-free zone. Patrols by the allies of Norland ended in June.
He met the president’s brother. “This is not a withdrawal,” the admiral added.
Norland troops withdrew and Sudland forces shelled the eastern pier at night.
Some 30-year leases expire soon; the pilots’ union wants a raise of 5 percent.
"""

REFUSED = [
    # omissions that turn the sense
    ("the quay is [...] safe", "elision-changes-meaning"),
    ("Officials [...] reopen the northern quay", "elision-changes-meaning"),
    ("reopen the northern quay [...] the deputy mayor told reporters", "elision-changes-meaning"),
    ("The council [...] will pay", "elision-changes-meaning"),
    ("will pay [...] 40,000 euros for the work", "elision-changes-meaning"),
    ("for the work [...] the lighthouse", "elision-changes-meaning"),
    ("Ferry crews [...] stayed on duty", "elision-changes-meaning"),
    ("Norland troops [...] shelled the eastern pier", "elision-changes-meaning"),
    ("Patrols by [...] Norland ended in June", "elision-changes-meaning"),
    ("He met [...] brother", "elision-changes-meaning"),
    ("The mayor said [...] Traffic fell by -3.5%", "elision-changes-meaning"),
    ("closed the quay [...] the pilots stayed", "elision-changes-meaning"),
    ("“This is [...] a withdrawal,”", "elision-changes-meaning"),
    ("earned €5 million in May and [...] $40 a ship", "elision-changes-meaning"),
    ("Some 30-year leases expire [...] a raise of 5 percent", "elision-changes-meaning"),
    # order and distance
    ("to 2,500 ships [...] Traffic fell by -3.5%", "elision-out-of-order"),
    # insertions, words, case, digits, signs
    ("the quay is [now] not safe", "quote-not-found"),
    ("The harbour master [...] [never] closed the quay", "quote-not-found"),
    ("the quay is safe", "quote-not-found"),
    ("the Quay is not safe", "quote-not-found"),
    ("to 3,500 ships", "quote-not-found"),
    ("to 2.500 ships", "quote-not-found"),
    ("Traffic fell by 3.5% over", "quote-not-found"),
    ("earned $5 million in May", "quote-not-found"),
    ("earned €5 billion in May", "quote-not-found"),
    ("Traffic fell by -3.5 over", "quote-not-found"),
    ("Non state actors attacked", "quote-not-found"),
    ("Nonstate actors attacked three", "quote-not-found"),
    ("The harbourmaster, who took office", "quote-not-found"),
    ("a lot of the pilots", "quote-not-found"),
    ("the harb\u043eur master, who", "quote-not-found"),
    ("The harbour master ... closed the quay", "quote-not-found"),
    ("clos\u0435d the quay", "quote-not-found"),
    # cut tokens
    ("fell by -3.5", "quote-cuts-token"),
    ("3.5% over the year", "quote-cuts-token"),
    ("The port earned €5", "quote-cuts-token"),
    ("5 million in May", "quote-cuts-token"),
    ("million in May and", "quote-cuts-token"),
    ("3 billion in all", "quote-cuts-token"),
    ("$3 billion in all", "quote-cuts-token"),
    ("state actors attacked three ships", "quote-cuts-token"),
    ("ships near the duty", "quote-cuts-token"),
    ("year leases expire soon", "quote-cuts-token"),
    ("a raise of 5", "quote-cuts-token"),
    ("He met the president", "quote-cuts-token"),
    ("ayor said on Monday", "quote-cuts-token"),
    ("000 euros for the work", "quote-cuts-token"),
    ("pay up to 40,000", "quote-cuts-token"),
    # too short
    ("the", "quote-too-short"),
    ("2,500 ships", "quote-too-short"),
    ("[...]", "quote-too-short"),
    ("not [...] safe", "quote-too-short"),
]


@pytest.mark.parametrize(("quote", "rule"), REFUSED)
def test_doctored_quotes_are_refused(quote: str, rule: str) -> None:
    found = anchor(quote, prepare(NEWS, "en"))
    assert rule in {fault.rule for fault in found.faults}


HONEST = [
    "The mayor said on Monday that the quay is not safe.",
    '"This is not a withdrawal," the admiral',
    "Traffic fell by −3.5% over the year, to 2,500 ships",
    "The harbour master [...] closed the quay",
    "The harbour master, [...] closed the quay.",
    "[...] closed the quay. Ferry crews left […]",
    "Traffic fell by -3.5% [...] to 2,500 ships",
    "He met the president's brother",
    "Non‑state actors attacked three ships",
    "to 2,500 ships. [...] Officials may reopen the northern quay",
    "US$3 billion in all",
    "Some 30-year leases expire soon",
]


@pytest.mark.parametrize("quote", HONEST)
def test_honest_quotes_are_accepted(quote: str) -> None:
    found = anchor(quote, prepare(NEWS, "en"))
    assert found.faults == ()
    assert found.anchor is not None


TONGUES = {
    "fr": "Le maire a déclaré que le quai n’est pas sûr. Le port, selon le directeur, restera fermé sauf accord. L’accord de 5 000 € tient.",
    "de": "Der Hafen ist nicht sicher. Die Stadt zahlt, falls der Rat zustimmt, bis zu 40 Millionen Euro. Die Fähre fährt heute.",
    "es": "El muelle no es seguro. La ciudad pagará, según el alcalde, hasta 40 millones de euros por la obra nueva.",
    "pt": "O cais não é seguro para navios. A cidade pagará, segundo o prefeito, a obra nova do porto.",
    "it": "Il molo non è sicuro per le navi. La città pagherà, secondo il sindaco, la nuova opera del porto.",
    "nl": "De kade is niet veilig voor schepen. De stad betaalt, volgens de burgemeester, het werk aan de haven.",
    "ru": "Причал не безопасен для судов. Город, по словам мэра, заплатит за работу в порту до июня.",
    "uk": "Причал не є безпечним для суден. Місто, за словами мера, заплатить за роботу в порту.",
    "ar": "الرصيف ليس آمنا للسفن اليوم. وستدفع المدينة بحسب رئيس البلدية تكاليف العمل في الميناء.",
    "zh": "码头目前对于船只不安全因此关闭。市政府据市长表示将支付全部工程费用。",
    "tr": "Rıhtım gemiler için güvenli değil bugün. Belediye başkanına göre kent bu işi ödeyecek.",
}
OMITTED = [
    ("fr", "Le maire [...] que le quai"),
    ("fr", "Le port, [...] restera fermé"),
    ("fr", "le quai [...] sûr. Le port"),
    ("de", "Der Hafen ist [...] sicher"),
    ("de", "Die Stadt zahlt, [...] bis zu 40 Millionen Euro"),
    ("de", "Die Stadt zahlt [...] 40 Millionen Euro"),
    ("es", "El muelle [...] es seguro"),
    ("es", "La ciudad pagará, [...] hasta 40 millones"),
    ("pt", "O cais [...] é seguro"),
    ("pt", "A cidade pagará, [...] a obra nova"),
    ("it", "Il molo [...] è sicuro"),
    ("nl", "De kade is [...] veilig"),
    ("ru", "Причал [...] безопасен для судов"),
    ("ru", "Город, [...] заплатит за работу"),
    ("uk", "Причал [...] є безпечним"),
    ("ar", "الرصيف [...] آمنا للسفن"),
    ("ar", "وستدفع المدينة [...] تكاليف العمل"),
    ("zh", "码头目前对于船只[...]安全因此关闭"),
    ("tr", "Rıhtım gemiler için güvenli [...] bugün"),
]


@pytest.mark.parametrize(("language", "quote"), OMITTED)
def test_omissions_are_seen_in_other_languages(language: str, quote: str) -> None:
    for tag in (language, ""):
        found = anchor(quote, prepare(TONGUES[language], tag))
        assert "elision-changes-meaning" in {fault.rule for fault in found.faults}


CHANGED = [
    ("fr", "le quai n'est pas sur", "quote-not-found"),
    ("fr", "est pas sûr. Le port", "quote-cuts-token"),
    ("fr", "L'accord de 5 000", "quote-cuts-token"),
    ("de", "bis zu 40 Millionen", "quote-cuts-token"),
    ("es", "hasta 40 millones de", "quote-cuts-token"),
    ("ru", "Причaл не безопасен", "quote-not-found"),
    ("ar", "الرصيف ليس امنا للسفن", "quote-not-found"),
    ("zh", "码头目前对于船只安全因此关闭", "quote-not-found"),
    ("zh", "码头不安全", "quote-too-short"),
    ("tr", "Rihtim gemiler için güvenli", "quote-not-found"),
]


@pytest.mark.parametrize(("language", "quote", "rule"), CHANGED)
def test_changed_quotes_are_refused_in_other_languages(language: str, quote: str, rule: str) -> None:
    found = anchor(quote, prepare(TONGUES[language], language))
    assert rule in {fault.rule for fault in found.faults}


KEPT = [
    ("fr", "Le maire a déclaré que le quai n'est pas sûr"),
    ("fr", "homme de bonne volonté"),
    ("zh", "目前对于船只不安全"),
    ("ar", "الرصيف ليس آمنا للسفن"),
]


@pytest.mark.parametrize(("language", "quote"), KEPT)
def test_honest_quotes_are_accepted_in_other_languages(language: str, quote: str) -> None:
    assert (
        anchor(quote, prepare(TONGUES[language] + " C’est l’homme de bonne volonté.", language)).faults == ()
    )


ELIDED = [
    ("en", "The minister, a former general, signed the accord.", "The minister [...] signed the accord", False),
    ("ru", "Министр, бывший генерал, подписал договор.", "Министр [...] подписал договор", False),
    ("en", "He met the chairman and his deputy on Tuesday.", "He met the chairman [...] on Tuesday", False),
    ("en", "He praised the former Iraqi president warmly.", "He praised the [...] president warmly", True),
    ("en", "He met the acting head of the agency.", "He met the [...] head of the agency", True),
    ("en", "He met the deputy prime minister of Iraq.", "He met the [...] prime minister of Iraq", True),
    ("de", "Er traf den ehemaligen Präsidenten in Berlin.", "Er traf den [...] Präsidenten in Berlin", True),
    ("de", "Die Mission wird wohl im Mai enden.", "Die Mission wird [...] im Mai enden", True),
    ("pl", "Misja się nie zakończy we wrześniu.", "Misja się [...] zakończy we wrześniu", True),
    ("pl", "Minister, generał z Basry, podpisał umowę.", "Minister [...] podpisał umowę", False),
    ("sv", "Uppdraget kommer inte att sluta i maj.", "Uppdraget kommer [...] att sluta i maj", True),
    ("nb", "Oppdraget vil ikke slutte i mai.", "Oppdraget vil [...] slutte i mai", True),
    ("da", "Alle tropper undtagen de britiske rejser i maj.", "Alle tropper [...] rejser i maj", True),
    ("sv", "Ministern, en general från Basra, skrev under avtalet.", "Ministern [...] skrev under avtalet", False),
    ("en", "Officials from Norland met on Monday and Sudland signed the deal.", "Officials from Norland [...] signed the deal", True),
    ("en", "Officials from Norland met on Monday and protesters signed the deal.", "Officials from Norland [...] signed the deal", True),
    ("en", "The heavily armed and well-trained men signed the deal.", "The [...] men signed the deal", False),
    ("en", "Officials from Norland and Sudland signed the deal.", "Officials [...] signed the deal", False),
    ("en", "Norland sent Monday morning 500 men to the border.", "Norland sent [...] 500 men to the border", False),
    ("tr", "Birlikler, parlamento kabul ederse, ülkeden ayrılacak.", "Birlikler [...] ülkeden ayrılacak", True),
    ("tr", "Birlikler sınırı geçmedi, ülkeden ayrılacak.", "Birlikler [...] ülkeden ayrılacak", True),
    ("tr", "Birlikler ülkeden ayrılabilir ya da sınırda kalacak.", "Birlikler ülkeden [...] sınırda kalacak", True),
    ("tr", "Birlikler Mayıs ayında ülkeden ayrılacak.", "Birlikler [...] ülkeden ayrılacak", False),
    ("zh", "部队昨晚总理离开该国首都地区。", "部队[...]离开该国首都地区", True),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "quote", "refused"), ELIDED)
def test_elisions_across_verbs_dates_and_endings(language: str, text: str, quote: str, refused: bool) -> None:
    rules = {fault.rule for fault in anchor(quote, prepare(text, language)).faults}
    assert rules == ({"elision-changes-meaning"} if refused else set())
