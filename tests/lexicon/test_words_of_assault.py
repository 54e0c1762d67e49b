"""Words of ASSAULT: who is attacked, and with what; and wrong friends."""

import pytest

from dateline.ontology import PLOVER
from lexicon.conftest import Coded

TYPE = "ASSAULT"
# Each sentence with the modes that it must have at least.
TOLD = (
    ("Gunmen kidnapped two engineers near Lund on Monday.", ("abduct",)),
    ("Rebels abducted 12 villagers from their homes in Bergen.", ("abduct",)),
    ("Two men hijacked a ferry near Oslo on Friday.", ("abduct",)),
    ("Robbers took six customers hostage at a bank in Porto.", ("abduct",)),
    ("Police beat three protesters outside the parliament.", ("beat",)),
    ("A mob beat a driver to death in Lund.", ("beat",)),
    ("Guards tortured the prisoner for two days.", ("torture",)),
    ("Soldiers raped two women in a village near Porto.", ("sexual",)),
    ("A man was arrested after the sexual assault of a student in Oslo.", ("sexual",)),
    ("A senator was assassinated in Lisbon on Tuesday.", ("targeted",)),
    ("The murder of a journalist shocked Portugal.", ("targeted",)),
    ("Militants beheaded a hostage on Sunday.", ("targeted",)),
    ("Rebels massacred 40 villagers in Lund.", ()),
    ("Soldiers destroyed a bridge near Bergen.", ("destroy",)),
    ("Rioters looted shops in Lund on Friday night.", ("destroy",)),
    ("Protesters torched two police cars in Oslo.", ("primitive", "destroy")),
    ("A man stabbed two passengers at a station in Oslo.", ("primitive",)),
    ("The stabbing of a teenager in Lund left the town in shock.", ("primitive",)),
    ("Youths threw stones at police in Bergen.", ("primitive",)),
    ("Police shot a man in Lund.", ("firearms",)),
    ("Gunmen opened fire on a bus near Porto.", ("firearms",)),
    ("Two people died in a shooting in Oslo on Saturday.", ("firearms",)),
    ("Soldiers fired shots at the crowd.", ("firearms",)),
    ("A bomb exploded in Lund on Monday.", ("explosives",)),
    ("Rebels planted a bomb under a bridge in Bergen.", ("explosives",)),
    ("The bombing of a market in Porto killed nine people.", ("explosives",)),
    ("Militants hurled a grenade at a patrol.", ("explosives",)),
    ("A suicide bomber blew himself up at a checkpoint in Lund.", ("suicide-attack",)),
    ("A suicide attack on a police station killed four officers.", ("suicide-attack",)),
    ("Two suicide bombers attacked a hotel in Oslo.", ("suicide-attack",)),
    ("Warplanes bombed the port of Bergen.", ("aerial",)),
    ("An airstrike on a village near Lund killed six civilians.", ("aerial",)),
    ("Norwegian jets carried out air strikes on rebel positions.", ("aerial",)),
    ("A drone strike killed a militant commander near Porto.", ("drone",)),
    ("The army shelled the town of Lund.", ("heavy-weapons",)),
    ("Rebels fired rockets at Oslo.", ("heavy-weapons",)),
    ("A missile hit an apartment block in Bergen.", ("heavy-weapons",)),
    ("Police fired tear gas at demonstrators in Lisbon.", ("crowd-control",)),
    ("Police used water cannon against striking miners.", ("crowd-control",)),
    ("Soldiers dispersed the protesters with batons.", ("crowd-control",)),
    ("The air force dropped chlorine on a suburb of Lund.", ("unconventional",)),
    ("Agents poisoned a dissident in Oslo.", ("unconventional",)),
    ("Soldiers clashed with rebels near the border.", ()),
    ("Rebels ambushed a convoy outside Bergen.", ()),
    ("Norway invaded Portugal in March.", ()),
    ("Fighting between the army and rebels broke out in Lund.", ()),
    ("Rebels raided a police station in Porto, killing two officers.", ()),
    ("Planes bombed a village near Lund.", ("aerial",)),
    ("Fighter jets hit a bridge near Lund.", ("aerial",)),
    ("Six people were hurt in police firing in Lund.", ("firearms",)),
    ("A boy was killed in army firing on a mob in Lund.", ("firearms",)),
    ("Four guards were hurt in a shoot-out in Lund.", ("firearms",)),
    ("A mob burned a church in Lund on Monday.", ("primitive", "destroy")),
    ("A convoy came under fire from snipers near Lund.", ()),
    ("The terrorist attack in Oslo left 12 people dead.", ()),
    ("Two soldiers were killed in a battle near Lund.", ()),
)
NOT = (
    "The team killed the game in the final minutes.",
    "Investors attacked stock prices on Monday.",
    "He suffered a heart attack in Lund on Monday.",
    "Norway struck a deal with Portugal.",
    "The mayor shot a film in Lund.",
    "The bombing of the film at the box office cost the studio a fortune.",
    "Bergen and Oslo met in a battle for the title on Sunday.",
    "The war on drugs cost Portugal millions.",
    "Schools in Lund were hit by a strike of teachers on Monday.",
    "A price war between two airlines began on Monday.",
    "The boys raided the cupboard at midnight.",
    "The coach praised her attacking style.",
    "Ana Souza attacked Henrik Dahl for his vote on the budget.",
    "The senator attacked her rival in a television debate.",
    "The candidate's attacks on the press dominated the debate.",
    "The Pentagon killed the deal on Friday.",
    "The minister executed the plan without delay.",
    "The company torpedoed the merger.",
    "The new law hurts small firms, Ana Souza said.",
    "Ana Souza is fighting cancer.",
    "Firefighters battled a blaze near Lund.",
    "Norway is fighting poverty.",
    "The attack helicopter landed in Oslo on Monday.",
    "She works for a bomb disposal company in Lund.",
    "The judge bombarded the lawyer with questions.",
    "The central bank slashed its forecast for Norway.",
    "Norway fired a missile into the sea on Monday.",
    "Locusts invaded fields in Portugal.",
    "Attacks on journalists have increased, a report says.",
    "Ana Souza explained the murder of nuns in general terms.",
    "A burst of laughter exploded in the hall.",
    "The striker hit the post twice against Porto.",
    "The crash of the stock market hit Lisbon.",
    "Critics savaged the film at the festival in Lund.",
    "A strike at the mine in Lund began on Monday.",
    "A rail strike hit Lund on Monday.",
    "Porto beat Faro 2-1 on Sunday.",
    "The minister came under fire from voters in Lund.",
    "Police detonated a bomb in a pond near Lund on Monday.",
    "Bomb disposal experts blew a hole in the wall in Lund.",
    "Lead poisoning has killed nine people in Lund.",
    "A spill in Lund poisoned the villagers with mercury.",
    "The villagers continue their fight for safer mines in Lund.",
    "A plane hit a tower in Lund.",
    "Police destroyed 40 kilos of cocaine and two airstrips near Lund.",
    "The policeman was fired in Lund on Monday.",
)
SENTENCES = (*(sentence for sentence, _ in TOLD), *NOT)


@pytest.mark.parametrize(("sentence", "modes"), TOLD, ids=lambda case: case if isinstance(case, str) else None)
def test_is_told_as_assault(coded: Coded, sentence: str, modes: tuple[str, ...]) -> None:
    events = [event for event in coded(sentence) if event.type == TYPE and event.status == "asserted"]
    assert any(set(modes) <= set(event.modes) for event in events), coded(sentence)


def test_each_mode_of_plover_is_told() -> None:
    assert {mode for _, modes in TOLD for mode in modes} == set(PLOVER[TYPE])


@pytest.mark.parametrize("sentence", NOT)
def test_is_nothing_of_assault(coded: Coded, sentence: str) -> None:
    assert [event for event in coded(sentence) if event.type == TYPE] == []
