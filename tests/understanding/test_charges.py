"""Who is accused of what before the law."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.model import Fact
from dateline.record import Record
from dateline.values import Charge

Told = Callable[..., Record]


def value_of(fact: Fact) -> Charge:
    assert isinstance(fact.value, Charge)
    return fact.value


def name_of(record: Record, fact: str | None) -> str | None:
    found = record.get(fact)
    return getattr(found.value, "name", None) if found else None


@pytest.mark.parametrize(
    ("text", "stage", "offences"),
    [
        ("Ana Silva was charged with murder.", "charged", ("murder",)),
        ("Prosecutors charged Ana Silva with fraud and theft.", "charged", ("fraud", "theft")),
        ("Ana Silva was indicted for conspiracy to commit murder.", "charged", ("conspiracy to commit murder",)),
        ("Prosecutors accused Ana Silva of treason.", "charged", ("treason",)),
        ("Ana Silva faces charges of spying for a foreign power.", "charged", ("spying for a foreign power",)),
        ("Murder charges were filed against Ana Silva.", "charged", ("Murder",)),
        ("Police arrested Ana Silva on suspicion of arson.", "arrested", ("arson",)),
        ("The police are investigating Ana Silva over alleged embezzlement.", "investigated", ("embezzlement",)),
        ("Ana Silva went on trial on Monday for abuse of office.", "tried", ("abuse of office",)),
        ("Ana Silva was convicted of tax fraud and money laundering.", "convicted", ("tax fraud", "money laundering")),
        ("Ana Silva was found guilty of bribery.", "convicted", ("bribery",)),
        ("Ana Silva pleaded guilty to two counts of manslaughter.", "convicted", ("two counts of manslaughter",)),
        ("Ana Silva pleaded not guilty to theft.", "tried", ("theft",)),
        ("Ana Silva was found not guilty of theft.", "acquitted", ("theft",)),
        ("Ana Silva was acquitted of corruption.", "acquitted", ("corruption",)),
        ("Ana Silva was sentenced to five years in prison for fraud.", "sentenced", ("fraud",)),
    ],
)
def test_stages(told: Told, text: str, stage: str, offences: tuple[str, ...]) -> None:
    record = told(text, upto="charges")
    (fact,) = record.of("charge")
    assert (value_of(fact).stage, value_of(fact).offences) == (stage, offences)
    assert name_of(record, value_of(fact).accused) == "Ana Silva"


@pytest.mark.parametrize(
    "text",
    [
        "Ana Silva is in charge of the budget.",
        "The hotel charges a fee of 20 dollars.",
        "Ana Silva charged that the minister had lied.",
        "The phone's battery was charged overnight.",
        "Opposition leaders accused Ana Silva of treason.",
        "Ana Silva was arrested for three days.",
        "Guerrillas charged the barracks at dawn.",
    ],
)
def test_no_charge(told: Told, text: str) -> None:
    assert told(text, upto="charges").of("charge") == []


CASE = (
    "The prosecutor's office opened a criminal case against Marek Nowak, the former mayor, on charges of fraud, "
    "bribery, running an illegal group and theft."
)


def test_a_criminal_case(told: Told) -> None:
    record = told(CASE, upto="charges")
    (fact,) = record.of("charge")
    value = value_of(fact)
    assert value.offences == ("fraud", "bribery", "running an illegal group", "theft")
    assert value.stage == "charged" and name_of(record, value.accused) == "Marek Nowak"
    assert "prosecutor" in (name_of(record, value.by) or "").lower()


def test_similar_charges(told: Told) -> None:
    record = told(CASE + " Similar charges were filed against Peter Brown.", upto="charges")
    first, second = record.of("charge")
    assert value_of(second).same_as == first.id and value_of(second).offences == value_of(first).offences
    assert name_of(record, value_of(second).accused) == "Peter Brown"
    assert second.confidence < first.confidence and second.reason


def test_a_case_without_charges_is_investigated(told: Told) -> None:
    record = told("Prosecutors opened a criminal case against Marek Nowak.", upto="charges")
    (fact,) = record.of("charge")
    assert value_of(fact).stage == "investigated" and fact.reason


def test_the_sentence_in_its_words(told: Told) -> None:
    record = told("Ana Silva was sentenced to five years in prison for fraud.", upto="charges")
    (fact,) = record.of("charge")
    assert value_of(fact).sentence == "five years in prison"


def test_life(told: Told) -> None:
    record = told("Ana Silva was convicted of murder and sentenced to life imprisonment.", upto="charges")
    convicted, sentenced = record.of("charge")
    assert value_of(convicted).stage == "convicted" and value_of(sentenced).sentence == "life imprisonment"
    assert value_of(sentenced).offences == ("murder",)


def test_not_charged_is_denied(told: Told) -> None:
    (fact,) = told("Ana Silva was not charged with theft.", upto="charges").of("charge")
    assert fact.status == "denied"


def test_the_list_ends_where_the_clause_goes_on(told: Told) -> None:
    record = told("Ana Silva was charged with fraud, and the court closed on Monday.", upto="charges")
    assert [value_of(fact).offences for fact in record.of("charge")] == [("fraud",)]


def test_a_preposition_of_another_verb_opens_no_list(told: Told) -> None:
    record = told(
        "Ana Silva pleaded not guilty to charges of lying to investigators about her ties to two men.", upto="charges"
    )
    assert [value_of(fact).offences for fact in record.of("charge")] == [("lying to investigators",)]


def test_two_accused(told: Told) -> None:
    record = told("Ana Silva and Peter Brown were charged with fraud.", upto="charges")
    names = [name_of(record, value_of(fact).accused) for fact in record.of("charge")]
    assert names == ["Ana Silva", "Peter Brown"]


def test_things_are_not_accused(told: Told) -> None:
    record = told("The prison awaiting trial on charges of fraud is old.", upto="charges")
    assert record.of("charge") == []


def test_evidence_holds_the_verb_the_accused_and_the_offences(told: Told) -> None:
    record = told("Ana Silva was charged with murder.", upto="charges")
    (fact,) = record.of("charge")
    assert [record.words(span) for span in fact.spans] == ["charged", "Ana Silva", "murder"]


def test_told_twice_is_one_charge(told: Told) -> None:
    record = told("Ana Silva was charged with murder.\nAna Silva was charged with murder on Monday.", upto="charges")
    assert len(record.of("charge")) == 1


@pytest.mark.parametrize(
    ("text", "stage", "offences"),
    [
        ("Ana Silva was jailed for six years for arson.", "sentenced", ("arson",)),
        ("Ana Silva was charged with fraud and Peter Brown with theft.", "charged", ("fraud",)),
        ("Ana Silva was acquitted by a jury in Porto.", "acquitted", ()),
        ("ANA SILVA WAS CHARGED WITH FRAUD IN PORTO.", "charged", ("fraud",)),
        ("The police charged Ana Silva with “fraud and arson”.", "charged", ("fraud", "arson")),
    ],
)
def test_more_stages(told: Told, text: str, stage: str, offences: tuple[str, ...]) -> None:
    (fact,) = told(text, upto="charges").of("charge")
    assert (value_of(fact).stage, value_of(fact).offences) == (stage, offences)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Police detained Ana Silva for questioning.",
        "Was Ana Silva charged with fraud?",
        "Ana Silva was cleared for take-off.",
        "Doctors tried a new drug on Ana Silva.",
        "If Ana Silva is convicted of fraud, she will resign.",
    ],
)
def test_no_charge_either(told: Told, text: str) -> None:
    assert told(text, upto="charges").of("charge") == []


@pytest.mark.parametrize(
    ("text", "stage", "status"),
    [
        ("Ana Silva may be charged with theft.", "charged", "possible"),
        ("Ana Silva could be charged with theft.", "charged", "possible"),
        ("Ana Silva could face charges of theft.", "charged", "possible"),
        ("Ana Silva was not charged with theft.", "charged", "denied"),
        ("Ana Silva will be tried for theft in Porto.", "tried", "planned"),
        ("Ana Silva was convicted of theft in Porto.", "convicted", "asserted"),
        ("Ana Silva could be found guilty of theft.", "convicted", "possible"),
    ],
)
def test_how_sure_a_case_is(told: Told, text: str, stage: str, status: str) -> None:
    (fact,) = told(text, upto="charges").of("charge")
    assert (value_of(fact).stage, fact.status) == (stage, status)


VOCABULARY = (
    "charged with charges of on suspicion sentenced to five years guilty not pleaded found trial case criminal "
    "against similar fraud murder and , . Ana Silva court police was were arrested running the a that"
)
WORDS = st.lists(
    st.sampled_from(VOCABULARY.split()),
    min_size=1,
    max_size=16,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(WORDS)
def test_any_words_are_read(told: Told, words: list[str]) -> None:
    record = told(" ".join(words), upto="charges")
    assert not [finding for finding in record.findings if finding.check == "charges"]
