"""What an elision may leave out: one sentence a case, the omitted words in braces."""

import pytest

from briefgen.evidence.quotes.omission_words import guessed
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
    "Output rose in May {and fell by 3 per cent} in June.",
    "The ministry praised the army {and blamed the rebels} for the fire.",
    "The army killed 30 rebels {in Sarat and wounded 14 civilians} in Nahr.",
    "The minister praised {the army and criticised} the rebels.",
    "The bank cut its rate {in May and sharply raised its forecast} in June.",
    "Exports grew to 5 million tonnes {in 2030, imports fell to 2 million tonnes} in 2031.",
    "A spokesman for {the regional government,} Jotiar Adil rejected the claim.",
    "Villages burned by the {army, the} rebels were empty.",
    "The minister blamed {the rebels, not} the army.",
    "The army, {its commander said,} had withdrawn.",
    "Troops loyal to {the president, and not to} the general entered the city.",
    "The bill would {if passed} ban the party.",
    "The mayor {and the bishop} opened the bridge.",
    "Sanctions on {Russia and export controls on} China were extended.",
    "The rebels released {the wife of} the ambassador.",
    "The committee cleared the {brother of the} minister.",
    "They met {officials from} Iran in Muscat.",
    "The attack killed {nearly} 30 people.",
    "The talks ended {without any agreement} on Friday.",
    "The court jailed the {spokesman of the} party leader.",
    "The deal was {almost} signed in May.",
    "Turkey {once} backed the rebels.",
    "He {personally ordered the release and denied ordering the} killing of the prisoners.",
    "The government will {only} pay teachers in the north.",
    "Unemployment fell to {4 per cent in May and to} 3 per cent in June.",
    "The US {and the UK} bombed the port.",
    "The UN condemned {Israel's bombing of the camp and} the rocket fire.",
    "Villages burned by {the army,} the rebels said, were empty.",
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
    "Rebels attacked the town at dawn and{, after four hours of heavy fighting,} withdrew to the hills.",
    "The bank cut its rate in May{, when inflation fell,} by half a point.",
    "The attack {killed 34 people and} wounded more than 80.",
    "The blast in the port killed 34 people {and wounded 80 others} in the morning.",
    "The minister arrived in Kyiv {and visited a hospital} on Monday.",
    "The council approved {, by 12 votes against 7,} the new budget.",
    "The report, {published in January,} regrets the delay.",
    "He opened the {newly built} school.",
    "The border {with Norland} reopened on Friday.",
    "The ministry bought 40 {new} trucks.",
    "The troops left {the town of Gao} on Friday.",
    "The draft calls for {an immediate truce,} the release of all hostages and more aid.",
    "The garden {of roses and wild saw grass} was closed in May.",
]


ABROAD_TURNED = [
    ("en", "Iran said it had {not yet} enriched uranium to 60 per cent."),
    ("en", "He ordered the troops to {stop shelling and} leave the town."),
    ("en", "The party won 40 seats {and its rival 52 seats} in the north."),
    ("en", "The court {of appeal in a case against the minister} cleared the {former} minister."),
    ("en", "The law would have {, had it passed,} banned the party."),
    ("en", "Ministers agreed to {discuss} cutting the budget by 5 per cent."),
    ("en", "The general {, now dead,} ordered the attack, {witnesses say,} in 2012."),
    ("en", "Norway supports {calls for talks on} a ban on landmines."),
    ("en", "The camp housed 4,000 people {before the war and now houses} 900."),
    ("en", "The vote was {free, observers from the ruling party said, and} fair."),
    ("en", "The Taliban {have promised to} let girls go to school."),
    ("en", "The fire was started by {a cigarette thrown by} a guard."),
    ("en", "The study shows that the vaccine {does not cause autism but} protects children."),
    ("fr", "La loi {, adoptée mais jamais appliquée,} interdit les mines."),
    ("fr", "Le ministre a {failli} démissionner mardi."),
    ("de", "Das Gesetz wurde {beinahe} verabschiedet."),
    ("es", "El ministro {casi} dimitió el martes."),
    ("ru", "Министр {чуть не} подал в отставку."),
    ("ar", "القوات {كادت} تدخل المدينة"),
    ("zh", "部队{差点}占领该城。"),
    ("el", "Η γέφυρα {παραλίγο} να πέσει."),
    ("de", "Die Brücke wird, {das sagte der Minister,} im Mai öffnen."),
    ("nl", "De brug gaat, {dat zei de minister,} in mei open."),
    ("en", "The Council decided {that, unless a deal is reached by Friday,} sanctions will be imposed."),
    ("en", "The Minister regretted that {the United Kingdom had not consulted} France."),
    ("en", "Russia {has repeatedly violated the airspace of} Estonia."),
    ("en", "The resolution, {vetoed by Russia,} called for a ceasefire."),
    ("en", "Hamas {released 12 hostages and Israel} freed 39 prisoners."),
    ("en", "The Committee recommends that the ban {not} be lifted."),
    ("en", "The Prime Minister {, asked about the leak, declined to} comment on the inquiry."),
    ("en", "At least 40 people {were wounded and three} died in the blast."),
    ("en", "The rate fell from {5.2 per cent to} 4.8 per cent."),
    ("en", "Some {, but by no means all,} members supported the motion."),
    ("en", "Inspectors found no {evidence of} enriched uranium."),
    (
        "en",
        "The ministry said the shells {came from Ukrainian positions, a claim Kyiv denied, and} hit a school.",
    ),
    ("en", "The EU will {consider whether to} suspend the agreement."),
    ("en", "The strike hit a {suspected} weapons depot."),
    ("en", "The Government will {in no circumstances} publish the advice."),
    ("en", "The pact covers {neither} grain {nor fertiliser}."),
    ("en", "Aid reached Gaza {for the first time in weeks only} on Sunday."),
    ("fr", "Le Conseil a décidé {que, sauf accord d’ici vendredi,} les sanctions seraient levées."),
    ("fr", "La France {et l’Allemagne} ont signé l’accord."),
    ("fr", "Le texte {n’} interdit {pas} les exportations."),
    ("fr", "Les rebelles ont libéré {la sœur de} l’ambassadeur."),
    ("de", "Die Regierung will {, sofern der Bundestag zustimmt,} 500 Soldaten entsenden."),
    ("de", "Der Minister sagte, er habe {niemals} Geld angenommen."),
    ("es", "El Gobierno {, a juicio de la oposición,} ha perdido el control."),
    ("ru", "Министр заявил, что войска {не} покинут город."),
    ("ru", "Суд признал {брата} министра виновным."),
    ("uk", "Уряд {, якщо Рада погодиться,} виділить кошти."),
    ("ar", "قال الوزير إن القوات {لن} تغادر المدينة"),
    ("zh", "部长说军队{不会}离开该城。"),
    ("tr", "Bakan askerlerin şehirden {ayrılmayacağını} söyledi."),
    ("it", "Il governo {non} ha approvato il decreto."),
    ("pl", "Rząd {nie} wyśle żołnierzy."),
    ("el", "Η κυβέρνηση, {εφόσον εγκριθεί το κονδύλι,} θα στείλει βοήθεια."),
    ("fr", "Le barrage, {a expliqué le ministre,} sera achevé en mai."),
    ("fr", "Le barrage, {indique le ministère,} sera achevé en mai."),
    ("it", "Il ponte, {ha spiegato il ministro,} aprirà a maggio."),
    ("es", "El puente, {señaló el ministro,} abrirá en mayo."),
    ("es", "El puente, {explicó la ministra,} abrirá en mayo."),
    ("pt", "A ponte, {explicou o ministro,} abrirá em maio."),
    ("de", "Die Brücke wird, {so der Minister,} im Mai öffnen."),
    ("de", "Die Brücke wird, {betonte der Minister,} im Mai öffnen."),
    ("nl", "De brug gaat, {aldus de minister,} in mei open."),
    ("ru", "Мост, {отметил министр,} откроют в мае."),
    ("ru", "Мост, {как подчеркнула министр,} откроют в мае."),
    ("uk", "Міст, {додав міністр,} відкриють у травні."),
    ("uk", "Міст, {за оцінкою уряду,} відкриють у травні."),
    ("pl", "Most, {jak zaznaczył minister,} zostanie otwarty w maju."),
    ("tr", "Köprü, {bakanın ifade ettiğine göre,} mayısta açılacak."),
    ("ar", "الجسر {وفق الوزير} سيفتح في مايو"),
    ("ar", "الجسر {كما أكد الوزير} سيفتح في مايو"),
    ("ar", "الحكومة {ولن} تدفع الرواتب"),
    ("zh", "大桥，{部长强调，}将于五月开放。"),
    ("sv", "Bron, {enligt ministern,} öppnar i maj."),
    ("el", "Η γέφυρα, {σύμφωνα με τον υπουργό,} θα ανοίξει τον Μάιο."),
    ("el", "Η γέφυρα, {είπε ο υπουργός,} θα ανοίξει τον Μάιο."),
    ("el", "Η γέφυρα, {αν υπάρξουν χρήματα,} θα ανοίξει τον Μάιο."),
    ("el", "Η γέφυρα {δεν} θα ανοίξει τον Μάιο."),
    ("el", "Η γέφυρα {ίσως} ανοίξει τον Μάιο."),
    ("el", "Έφτασαν {τουλάχιστον} 300 άνθρωποι στο νησί."),
    ("ko", "정부는, {국회가 동의하면,} 파병할 것이다."),
    ("he", "הגשר, {לדברי השר,} ייפתח במאי."),
    ("hi", "पुल, {मंत्री के अनुसार,} मई में खुलेगा."),
]
ABROAD_KEPT = [
    ("en", "The two sides {, meeting for the third time since March,} agreed on a map."),
    ("en", "The agency said on {Tuesday} morning that the reactor was safe."),
    ("en", "The court sentenced him {on Monday} to 12 years in prison {for fraud}."),
    ("en", "Police in the southern city {of Basra} arrested 30 people."),
    ("en", "The loan {of $3 billion} was approved on 4 May."),
    ("en", "The Secretary-General {, António Guterres,} condemned the attack."),
    ("en", "In 2023 {alone} the group killed 300 people."),
    ("en", "The bridge, {a vital supply line,} was hit twice."),
    ("fr", "Le tribunal {de Paris} a condamné l’ancien ministre."),
    ("de", "Das Gericht {in Karlsruhe} verurteilte den Minister."),
    ("es", "El tribunal {de Madrid} condenó al exministro."),
    ("ru", "Суд {в Москве} приговорил министра к штрафу."),
    ("de", "Das Gesetz, {das laut Verfassung nötig war,} wurde beschlossen."),
    ("nl", "Het plan, {dat volgens de wet nodig was,} werd aangenomen."),
    ("en", "The minister, {who said he was ill,} resigned on Friday."),
    ("en", "The Council {, meeting in emergency session on Sunday,} decided to impose sanctions."),
    ("en", "The Minister of Defence {, Sir John Harlow,} regretted the delay."),
    ("en", "The resolution {, adopted by 13 votes in favour with two abstentions,} called for a ceasefire."),
    ("en", "The blast {, the third in a week,} killed at least 40 people."),
    (
        "en",
        "Inspectors from the agency {visited the site in March and} found no evidence of enriched uranium.",
    ),
    ("en", "The pact covers grain {, fertiliser} and fuel."),
    ("en", "Aid reached Gaza {on Sunday}."),
    ("en", "The Committee welcomes the {comprehensive and detailed} report."),
    ("en", "The army {also} shelled the port."),
    ("en", "The bill {, which has cross-party support,} will be debated on Tuesday."),
    ("en", "The mission lost 12 {young} peacekeepers."),
    ("en", "The region {(which has 1.2 million inhabitants)} declared independence."),
    ("en", "The law took effect {at midnight} on Friday."),
    ("en", "The Ministry of Health {in the capital, Khartoum,} reported 300 cases."),
    ("en", "Exports rose by 12 per cent {year on year} to $4 billion."),
    ("fr", "Le ministre {de la Défense} a signé l’accord mardi."),
    ("fr", "Le texte {, présenté en janvier,} interdit les exportations."),
    ("fr", "L’ONU a livré 40 tonnes {de vivres} aux réfugiés."),
    ("de", "Der Minister {, der seit März im Amt ist,} sagte die Reise ab."),
    ("de", "Die Regierung entsendet {im Mai} 500 Soldaten."),
    ("es", "El presidente {, de 62 años,} firmó la ley."),
    ("es", "La ministra viajó {ayer} a Bruselas."),
    ("ru", "Министр {, прибывший во вторник,} подписал соглашение."),
    ("ru", "Министр подписал соглашение {в Москве}."),
    ("uk", "Міністр підписав угоду {у Києві}."),
    ("it", "Il presidente {, eletto nel 2022,} ha firmato la legge."),
    ("pt", "O ministro {, que chegou ontem,} assinou o acordo."),
    ("nl", "De minister {, die gisteren aankwam,} tekende het akkoord."),
    ("pl", "Prezydent {, wybrany w 2020 roku,} podpisał ustawę."),
    ("tr", "Bakan anlaşmayı {Ankara’da} imzaladı."),
    ("fr", "Les députés ont adopté{, par 312 voix contre 178,} le projet de loi."),
    ("fr", "Le ministre, {arrivé lundi soir,} a promis une aide."),
    ("de", "Der Bundestag nahm {am Donnerstag} das Gesetz an."),
    ("de", "Der Rat nahm das Gesetz {mit 12 gegen 7 Stimmen} an."),
    ("ru", "Президент подписал {в четверг в Кремле} указ о призыве."),
    ("ru", "Президент {сегодня} подписал указ о призыве."),
    ("ru", "Парламент {вчера вечером} принял закон."),
    ("uk", "Уряд виділив {у лютому} кошти на відбудову."),
    ("uk", "Рада {вчора} ухвалила закон."),
    ("ar", "وافق مجلس الوزراء {أمس في بغداد} على مشروع القانون"),
    ("ar", "وافق مجلس الوزراء {اليوم} على مشروع القانون"),
    ("zh", "国务院总理{周三下午}在人民大会堂会见了法国外长。"),
    ("zh", "议会{昨天}通过了法案。"),
    ("ja", "政府は{月曜日に}新しいエネルギー対策を発表した。"),
    ("tr", "Bakan, {Salı günü Brüksel’de düzenlenen toplantıda} anlaşmayı imzaladı."),
    ("tr", "Bakan {dün} anlaşmayı imzaladı."),
    ("el", "Ο υπουργός {τη Δευτέρα} υπέγραψε τη συμφωνία."),
    ("el", "Ο υπουργός, {που έφτασε χθες,} υπέγραψε τη συμφωνία."),
    ("el", "Ο υπουργός υπέγραψε {χθες στην Αθήνα} τη συμφωνία."),
    ("es", "El Senado aprobó {, por 52 votos contra 21,} la ley."),
    ("it", "Il Senato ha approvato {ieri sera} la legge."),
    ("pl", "Sejm przyjął {w piątek wieczorem} ustawę."),
    ("nl", "De Kamer nam {gisteren} de wet aan."),
    ("en", "The dark and {narrow,} old road to Gao was mined."),
    ("fr", "Le ministre, {qui est arrivé lundi,} a promis une aide."),
    ("es", "El ministro, {que llegó ayer,} firmó el acuerdo."),
]


def _reason(marked: str, language: str = "en") -> str | None:
    """The reason against leaving out what stands in the braces, from the first to the last."""
    first, last = marked.index("{"), marked.rindex("}")
    left, omitted, right = marked[:first], marked[first + 1 : last], marked[last + 1 :]
    omitted = omitted.replace("{", "").replace("}", "")
    source = prepare(left + omitted + right, language)
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


@pytest.mark.parametrize(("language", "marked"), ABROAD_TURNED)
def test_what_turns_the_sense_is_seen_in_other_languages(language: str, marked: str) -> None:
    assert _reason(marked, language)


@pytest.mark.parametrize(("language", "marked"), ABROAD_KEPT)
def test_what_only_adds_may_be_left_out_in_other_languages(language: str, marked: str) -> None:
    assert _reason(marked, language) is None


def test_a_name_in_another_script_makes_no_text_one_of_that_script() -> None:
    assert guessed("He (بغداد, Київ, Αθήνα) said that the quay is not safe.") == "en"
    assert guessed("Η γέφυρα (bridge) θα ανοίξει.") == "el"
    assert guessed("我们在 GDP 会议上。") == "zh"
