"""Each of PLOVER's contexts has words of its own, and words that seldom speak of it do not."""

import pytest

from conftest import Told
from dateline.languages import load
from dateline.ontology import CONTEXTS
from dateline.understanding.acts.setting.contexts import themes

SPOKEN = {
    "military": "The army left the valley.",
    "intelligence": "An intelligence officer was at the hotel.",
    "executive": "The cabinet met in the palace.",
    "legislative": "Lawmakers met in the capital.",
    "election": "Voters went home early.",
    "political_institutions": "The constitution was signed in May.",
    "pro_democracy": "A pro-democracy group met in the square.",
    "pro_autocracy": "The dictator lived in a villa.",
    "economic": "Inflation rose in May.",
    "legal": "The court met in the afternoon.",
    "reparations": "The reparations were paid in gold.",
    "human_rights": "The genocide began in spring.",
    "rights_freedoms": "Press freedom was the topic of the evening.",
    "repression": "The crackdown went on for a month.",
    "human_security": "The famine went on for a year.",
    "gender": "Domestic violence was the topic of the evening.",
    "lgbt": "Gay couples met in the park.",
    "religion_ethnicity": "The mosque stands on a hill.",
    "inequality": "Inequality was the topic of the evening.",
    "diplomatic": "The ambassador went home.",
    "territory": "The separatists live in the hills.",
    "peacekeeping": "The peacekeepers live in tents.",
    "health": "The epidemic began in spring.",
    "asylum": "The refugees live in tents.",
    "migration": "The migrants live in tents.",
    "disasters": "The earthquake was felt in the hills.",
    "natural_resource": "The pipeline runs through the hills.",
    "environment": "Climate change was the topic of the evening.",
    "technology": "Artificial intelligence was the topic of the evening.",
    "terrorism": "The terrorists lived in a villa.",
    "cbrn": "The uranium was kept in a cellar.",
    "cyber": "The hackers lived in a villa.",
    "misinformation": "Disinformation was the topic of the evening.",
    "crime": "The robbery was on a Monday.",
    "corruption": "Bribery was the topic of the evening.",
    "illegal_drugs": "The cocaine was kept in a cellar.",
    "trafficking": "The smugglers lived in a villa.",
}

SILENT = (
    "He was right about the water in the bank.",
    "According to her, the bill was mine.",
    "The press of the crowd was great in the market.",
    "They judged the cake by its taste.",
    "Ann Bishop courted Paul Monk for years.",
    "An epidemic of lies spread in the town.",
    "A flood of complaints reached the office.",
    "The political climate was bad.",
    "The prisoners went on a hunger strike.",
)
WHOLE = {
    "A computer virus hit the office.": ["cyber"],
    "He won a landslide victory in May.": ["election"],
    "The landslide buried the town.": ["disasters"],
    "A clinical trial began in May.": ["health"],
    "Voter fraud was the topic of the evening.": ["election"],
    "The flood of 1953 was in May.": ["disasters"],
}


def test_every_context_has_words() -> None:
    assert set(load("en").events.contexts) == set(CONTEXTS) == set(SPOKEN)


@pytest.mark.parametrize("context", CONTEXTS)
def test_is_spoken_of(told: Told, context: str) -> None:
    assert context in themes(told(SPOKEN[context], upto="places").annotation, 0)


@pytest.mark.parametrize("text", SILENT)
def test_speaks_of_nothing(told: Told, text: str) -> None:
    assert themes(told(text, upto="places").annotation, 0) == []


@pytest.mark.parametrize("text", WHOLE)
def test_the_longest_wording_counts(told: Told, text: str) -> None:
    assert themes(told(text, upto="places").annotation, 0) == WHOLE[text]
