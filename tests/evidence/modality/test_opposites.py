"""Opposites: what one reporter writes for another's word is not its opposite, and a finding shows the words that differ."""

from string import ascii_lowercase

import pytest

from briefgen.evidence.languages.english_modality import MODALITY
from briefgen.evidence.languages.english_opposites import OPPOSITES
from briefgen.evidence.modality.negation import negation_changes
from briefgen.evidence.modality.polarity import opposites_of
from briefgen.evidence.text.stems import stem
from briefgen.evidence.text.wording import read
from tests.processor import within_seconds

# Words that may stand for one another in some sentence, be it only there.
SYNONYMS = """
end finish conclude complete close; stop halt cease end discontinue; cancel scrap drop abandon shelve axe; suspend pause
interrupt halt freeze; ban prohibit forbid outlaw bar; block stop prevent bar obstruct; reject refuse decline dismiss rebuff
spurn; reject deny dispute contest; accept agree approve endorse adopt; accept acknowledge admit recognise concede; adopt
pass approve enact; approve authorise permit allow clear; confirm affirm uphold verify; restrict limit curb reduce; reduce
cut lower decrease shrink; ease relax loosen lift soften; ease fall decline slow abate subside; ease moderate cool slow;
rise increase grow climb; rise accelerate surge soar; raise increase lift hike; extend prolong lengthen renew; extend expand
widen broaden; renew resume restart revive; keep hold maintain retain preserve; keep leave; hold keep control; hold detain;
seize capture take occupy; seize confiscate; capture arrest detain; free release liberate; leave quit exit depart withdraw;
leave abandon flee; withdraw retreat; withdraw drop; withdraw remove; surrender yield cede; concede yield surrender; concede
admit; defend protect guard; defend justify; attack criticise assail; attack strike hit raid; hit strike damage; criticise
condemn denounce blame; praise welcome hail; support back endorse favour; support help aid; help assist aid; strengthen
tighten reinforce; tighten restrict limit; weaken erode undermine; weaken fall depreciate slide; worsen deteriorate
intensify; destroy demolish wreck; dismantle disband dissolve; open launch start begin inaugurate; open start hold; close
shut end; close near; win secure gain obtain; lose defeat; lose fail; fail collapse founder; fail miss; miss skip; boycott
shun avoid; ignore disregard defy; defy ignore; break violate breach; split divide separate; separate individual different;
join enter; unite join merge; include contain cover; exclude omit exempt; exempt free spare excuse; spare save; save protect
preserve; save reduce cut; spend cost; deny refuse withhold; deny reject refute; hide conceal withhold; reveal disclose
publish show; release publish; release free drop; issue grant give; issue publish release; grant award give; return restore;
recall withdraw; recall summon; send deploy dispatch; send return; expel deport remove; remove dismiss oust; dismiss sack
fire; resign quit leave; stay remain; remain continue; continue remain persist proceed; delay postpone defer; delay slow;
speed accelerate hasten; slow gradual; large big major significant substantial considerable; serious severe grave major
heavy; small minor slight modest limited; narrow small slim thin tight; narrow tighten reduce shrink; wide large broad
extensive; strong robust solid powerful firm; strong high; strong heavy; strong severe fierce; weak poor low fragile; poor
bad weak; good strong favourable; low poor small; high strong large great; tough hard strict difficult; hard difficult
tough; easy simple; dangerous risky unsafe; safe secure; calm peaceful quiet; tense difficult hostile; hostile critical;
critical serious grave severe; critical essential vital crucial; free fair; free open; open public transparent; public open;
public state; secret private confidential; private confidential; foreign overseas external international; domestic local
national internal; local regional native; former previous ex past; former outgoing; previous prior earlier; previous last;
last final latest; last past previous; next following; first initial; first early; early initial; late last; late former;
new recent modern; new fresh; old ancient former; current present existing; current new; temporary interim provisional;
permanent lasting; short brief; long lengthy prolonged extended; rapid fast quick swift sharp; sharp steep strong heavy
large; immediate quick; sudden rapid abrupt sharp; slight small minor; above over; below under; inside within; outside
beyond; near close; after following; after since; before ahead; before until; up higher; down lower; rebel insurgent; ally
friend partner; enemy opponent foe rival; opponent critic; supporter ally backer; opposition resistance; war conflict
fighting; peace calm; truce ceasefire peace; violence unrest fighting war; hope expectation; fear concern worry; confident
sure certain; doubtful uncertain sceptical; true real correct; false wrong untrue; illegal unlawful illicit; legal lawful;
guilty convicted; innocent acquitted; invalid void; annul overturn quash cancel; repeal abolish scrap; revoke withdraw
cancel; impose introduce; lift end remove; introduce launch adopt bring; establish create found set; build construct create;
complete full total; complete finish; whole entire full; partial incomplete limited; empty deserted; full complete; majority
most; many most several; shortage lack deficit; surplus excess; profit gain; loss deficit; growth expansion rise increase;
expansion growth widening; recession downturn slump contraction; decline fall drop decrease; slow decline; stable steady
calm; volatile unstable; moderate mild; moderate slow; radical extreme; liberal progressive; conservative right; left
leftist; democratic free; collapse fall; collapse fail; succeed win; achieve win gain; boost raise increase; boost
strengthen; boost help; curb limit restrict reduce; control contain; contain limit stop; fight combat oppose resist; resist
oppose; resist fight; protest opposition; voluntary optional; forced compulsory mandatory; compel force oblige; promote
encourage; promote support; demote downgrade; male men; rural agricultural; kill murder; injure wound hurt; survive live;
rescue save; abduct kidnap seize; arrest detain hold seize; charge accuse indict; convict sentence; punish penalise; acquit
clear; cut slash trim; cut end sever; sever break cut; break end sever; break breach; restore resume; restore return;
recover regain; recover improve; improve rise; gain rise; lose fall; fall lose weaken; retain keep hold; cede give hand;
transfer hand; drop fall; drop withdraw; drop end; file lodge bring submit; bring file introduce; press push; clear approve;
clear acquit; hold organise; engage employ; secure safe; secure obtain; solid strong; rich wealthy; dry arid; cool slow;
cold cool; fresh new; advance progress; advance gain rise; retreat fall; retreat withdraw; front line; fair just; fair
equal; equal same; opposite different; separate split; control occupy; control check limit; occupy hold seize; invade
attack; raid attack; repel resist; repel defend; settle resolve end; resolve end; tackle end
"""


@pytest.mark.parametrize("group", [" ".join(group.split()) for group in SYNONYMS.split(";")])
def test_words_that_stand_for_one_another_are_no_opposites(group: str) -> None:
    stems = {stem(word) for word in group.split()}
    assert {word for word in group.split() if opposites_of(MODALITY, word, in_place=True) & stems} == set()


def test_words_compared_anywhere_are_compared_in_place() -> None:
    in_place = MODALITY.opposites_in_place()
    assert all(set(sides) <= set(in_place[root]) for root, sides in OPPOSITES.items())


@pytest.mark.parametrize(
    ("statement", "quote", "message"),
    [
        (
            "The deficit narrowed in May.",
            "The deficit widened in May",
            "“narrowed”, where the quote says “widened”",
        ),
        (
            "The assembly adopted a binding resolution on Tuesday.",
            "The assembly adopted a non-binding resolution on Tuesday",
            "“binding”, where the quote says “non-binding”",
        ),
        (
            "The council de-escalated the dispute.",
            "The council escalated the dispute",
            "“de-escalated”, where the quote says “escalated”",
        ),
    ],
)
def test_a_finding_names_both_words(statement: str, quote: str, message: str) -> None:
    found = list(negation_changes(read(statement), (read(quote),), MODALITY))
    assert [(each.level, each.message) for each in found] == [("error", message)]


def test_many_opposites_in_one_place_take_no_long_time() -> None:
    same = " ".join(f"item{first}{second}" for first in ascii_lowercase[:16] for second in ascii_lowercase)
    own, quote = read(f"Mercury {same} {'won ' * 20} here."), read(f"{same} {'lost ' * 50} here, Mercury")
    with within_seconds(2):
        assert list(negation_changes(own, (quote,), MODALITY)) == []
