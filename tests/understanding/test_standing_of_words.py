"""Whether a word is told as a fact: where the words that often make it doubtful do not, and the other way."""

from collections.abc import Callable

import pytest

from dateline.record import Record
from dateline.understanding.factuality.deciding import factuality
from dateline.values import Statement

Told = Callable[..., Record]


@pytest.mark.parametrize(
    ("sentence", "start", "status"),
    [
        ("If compared to Oslo, Porto is safe.", "compared", "asserted"),
        ("Protesters stay until the students are released.", "released", "planned"),
        ("Protesters stayed until the students were released.", "released", "asserted"),
        ("Ana Souza showed Henrik Dahl how to attack the base.", "attack", "possible"),
        ("Ana Souza showed Henrik Dahl how rebels attacked the base.", "attacked", "asserted"),
        ("The ban holds until Norway withdraws its troops.", "withdraws", "planned"),
        ("If rebels compared Oslo to Porto, nobody knew.", "compared", "possible"),
        ("No fewer than nine soldiers attacked the town.", "attacked", "asserted"),
        ("No soldiers attacked the town.", "attacked", "denied"),
        ("The farmers did not deserve to die.", "die", "asserted"),
        ("Norway would like to thank Spain.", "thank", "asserted"),
        ("Norway would not like to thank Spain.", "thank", "denied"),
        ("The rebels won not by blowing up banks but by talks.", "blowing", "denied"),
        ("The rebels won not only by blowing up banks but by talks.", "blowing", "asserted"),
        ("The man very nearly killed two guards.", "killed", "denied"),
        ('The man "very nearly" killed two guards.', "killed", "denied"),
        ("Ana Souza hoped you would have stayed and tortured the prisoner.", "tortured", "possible"),
        ("Ana Souza has stayed and tortured the prisoner.", "tortured", "asserted"),
        ("Prisoners can wind up beaten by guards.", "beaten", "possible"),
        ("Prisoners wound up beaten by guards.", "beaten", "asserted"),
        ("The army simulated an attack on the base.", "attack", "denied"),
        ("The army held a mock attack on the base.", "attack", "denied"),
        ("Norway agreed to abstain from attacking Spain.", "attacking", "denied"),
        ("Norway refrained from attacks on Spain.", "attacks", "denied"),
        ("The man had to flee following a series of attacks on judges.", "attacks", "asserted"),
        ("If convicted of theft, Ana Souza will leave.", "convicted", "possible"),
        ("If convicted of murder, Ana Souza will leave.", "murder", "possible"),
        ("A court convicted Ana Souza of the murder of a nurse.", "murder", "asserted"),
        ("The judge called for a trial, recommending he be hanged.", "hanged", "requested"),
        ("In the event she was injured, the police would call.", "injured", "possible"),
        ("In the event that rebels attack Oslo, troops will leave.", "attack", "possible"),
        ("In case rebels attack Oslo, troops will leave.", "attack", "possible"),
        ("In the event of an attack on Oslo, troops will leave.", "attack", "possible"),
        ("In the event of an attack on Oslo, troops will leave.", "leave", "planned"),
        ("In this case, rebels attacked Oslo.", "attacked", "asserted"),
        ("In the event that shook Oslo, rebels attacked a base.", "attacked", "asserted"),
        ("In the event, rebels attacked a base.", "attacked", "asserted"),
        ("The mayor has had to close the school.", "close", "asserted"),
        ("The mayor has to close the school.", "close", "requested"),
        ("The general did not believe the threats of Norway.", "threats", "asserted"),
        ("Rebels attacked soldiers on Monday, not farmers.", "attacked", "asserted"),
        ("Ana Souza called the shootings of farmers a shame.", "shootings", "asserted"),
        ("Ana Souza called for the shooting of farmers.", "shooting", "requested"),
    ],
)
def test_what_a_word_makes_of_it(told: Told, sentence: str, start: str, status: str) -> None:
    annotation = told(sentence, upto="places").annotation
    token = next(token for token in annotation.tokens if token.lower == start)
    assert factuality(annotation, token).status == status


def test_of_two_days_the_one_nearest_to_the_verb_is_that_of_the_saying(told: Told) -> None:
    record = told("Greta Holm said on Monday at a rally on Sunday that it rained.", upto="statements")
    (value,) = [fact.value for fact in record.of("statement") if isinstance(fact.value, Statement)]
    when = record.get(value.when)
    assert when is not None and record.words(when.spans[0]).endswith("Monday")


def test_a_quotation_that_goes_on_in_the_next_paragraph_needs_no_full_stop(ruled: Told) -> None:
    text = '"We waited," Greta Holm said.\n"Nobody came to us:\n"Not the mayor, not the council."'
    record = ruled(text, upto="statements")
    values = [fact.value for fact in record.of("statement") if isinstance(fact.value, Statement)]
    assert len(values) == 2
    assert values[0].speaker == values[1].speaker is not None
