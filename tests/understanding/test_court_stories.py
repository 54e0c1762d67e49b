"""Charges as court reports tell them: several accused, outcomes, appeals, courts, and what only looks like a charge."""

from collections.abc import Callable

import pytest

from dateline.record import Record
from dateline.values import Charge

Told = Callable[..., Record]


def charges(told: Told, text: str, **roles: str) -> list[tuple[Charge, str, str | None]]:
    """Each charge with its status and its reason."""
    facts = told(text, upto="charges", **roles).of("charge")
    return [(fact.value, fact.status, fact.reason) for fact in facts if isinstance(fact.value, Charge)]


def accused(record: Record) -> list[str | None]:
    names = []
    for fact in record.of("charge"):
        assert isinstance(fact.value, Charge)
        who = record.get(fact.value.accused)
        names.append(getattr(who.value, "name", None) if who else None)
    return names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ms. Berg and Mr. Moss are now both charged with murder.", ["Berg", "Moss"]),
        ("Prosecutors charged two bakers, Carl Moss and Tim Lund, with fraud.", ["Carl Moss", "Tim Lund"]),
        ("Ana Berg, 23, Carl Moss, 20, and Tim Dahl were jailed for arson.", ["Ana Berg", "Carl Moss", "Tim Dahl"]),
        ("Carl Moss fled after being charged with arson.", ["Carl Moss"]),
        ("Carl Moss is at the county jail, charged with arson.", ["Carl Moss"]),
        ("Carl Moss is in custody and facing trial for arson.", ["Carl Moss"]),
        ("Nordlys AB was convicted of bribery.", ["Nordlys AB"]),
    ],
)  # fmt: skip
def test_who_is_accused(told: Told, text: str, names: list[str]) -> None:
    assert accused(told(text, upto="charges")) == names


def test_to_each_his_own(told: Told) -> None:
    record = told("Ana Berg and Carl Moss were charged with murder and arson respectively.", upto="charges")
    offences = [fact.value.offences for fact in record.of("charge") if isinstance(fact.value, Charge)]
    assert (accused(record), offences) == (["Ana Berg", "Carl Moss"], [("murder",), ("arson",)])


@pytest.mark.parametrize(
    ("text", "stage", "status", "offences"),
    [
        ("Prosecutors dropped fraud charges against Ana Berg.", "charged", "historical", ("fraud",)),
        ("A judge threw out the charges against Ana Berg.", "charged", "historical", ()),
        ("Ana Berg was charged with fraud, but the case was dropped.", "charged", "historical", ("fraud",)),
        ("Ana Berg denies charges of fraud.", "charged", "asserted", ("fraud",)),
        ("Ana Berg was extradited to Norway to face charges of fraud.", "charged", "asserted", ("fraud",)),
        ("Norway sought the extradition of Ana Berg on charges of fraud.", "charged", "asserted", ("fraud",)),
        ("A judge issued an arrest warrant for Ana Berg on charges of fraud.", "charged", "asserted", ("fraud",)),
        ("Ana Berg is wanted by police for arson.", "charged", "asserted", ("arson",)),
        ("Ana Berg is awaiting trial for arson.", "tried", "planned", ("arson",)),
        ("Ana Berg faces up to 20 years in prison for treason.", "sentenced", "possible", ("treason",)),
        ("Ana Berg could face charges of treason.", "charged", "possible", ("treason",)),
        ("Ana Berg appeared in court on charges of theft.", "charged", "asserted", ("theft",)),
        ("Ana Berg was cleared of all charges.", "acquitted", "asserted", ()),
        ("Ana Berg's conviction for fraud was overturned.", "convicted", "historical", ("fraud",)),
        ("Ana Berg appealed her conviction for fraud.", "convicted", "asserted", ("fraud",)),
        ("An appeals court upheld Ana Berg's conviction for fraud.", "convicted", "asserted", ("fraud",)),
    ],
)
def test_how_a_case_stands(told: Told, text: str, stage: str, status: str, offences: tuple[str, ...]) -> None:
    ((value, found, _),) = charges(told, text)
    assert (value.stage, found, value.offences) == (stage, status, offences)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Ana Berg was sentenced to 12 years in prison.", "12 years in prison"),
        ("Ana Berg was sentenced to two years, three months in jail for theft.", "two years, three months in jail"),
        ("Ana Berg was sentenced to 29 years to life.", "29 years to life"),
        ("Ana Berg was sentenced to life imprisonment.", "life imprisonment"),
        ("A court sentenced Ana Berg, the former head of the town's bank, to two years in jail.", "two years in jail"),
        ("Ana Berg was sentenced to death by a court.", "death"),
        ("Ana Berg was sentenced to 31 years in prison that August.", "31 years in prison"),
        ("Ana Berg was sentenced to over four years in federal prison on Monday.", "over four years in federal prison"),
        ("Ana Berg received a suspended six-month sentence for theft.", "suspended six-month sentence"),
        ("Ana Berg is serving a prison sentence of five years for theft.", "prison sentence of five years"),
        ("Ana Berg was fined 5,000 euros by a court for theft.", "fined 5,000 euros"),
    ],
)  # fmt: skip
def test_sentences(told: Told, text: str, sentence: str) -> None:
    assert [(value.stage, value.sentence) for value, _, _ in charges(told, text)] == [("sentenced", sentence)]


@pytest.mark.parametrize(
    ("text", "offences"),
    [
        ("Ana Berg was sentenced to ten years on nine charges including fraud and theft.", ("fraud", "theft")),
        ("Ana Berg was arrested on drug and arson charges.", ("drug charges", "arson")),
        ("Ana Berg was charged with a range of offences, including five burglaries.", ("five burglaries",)),
        ("Ana Berg was charged with three counts of fraud and one count of theft.", ("three counts of fraud", "theft")),
        ("Ana Berg was charged with a felony count of arson.", ("arson",)),
        ("Ana Berg was charged with vile murder, incest and theft.", ("vile murder", "incest", "theft")),
        ("Ana Berg was charged with evading police (on foot), theft and arson.", ("evading police", "theft", "arson")),
        ("Ana Berg was charged with arson, obstructing guards and theft.", ("arson", "obstructing guards", "theft")),
        ("Ana Berg was charged with assault in Oslo and theft.", ("assault", "theft")),
        ("Ana Berg was charged with plotting to overthrow the government.", ("plotting to overthrow the government",)),
        ("Ana Berg was charged with membership of a banned group.", ("membership of a banned group",)),
        ("Ana Berg was charged with conspiracy against the state.", ("conspiracy against the state",)),
        ("Ana Berg was convicted of driving under the influence.", ("driving under the influence",)),
        ("Ana Berg's convictions for fraud and theft were upheld.", ("fraud", "theft")),
    ],
)  # fmt: skip
def test_offences(told: Told, text: str, offences: tuple[str, ...]) -> None:
    assert [value.offences for value, _, _ in charges(told, text)] == [offences]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A court in Oslo sentenced Ana Berg to two years in jail.", "court in Oslo"),
        ("Ana Berg was convicted of fraud by an Oslo court.", "Oslo court"),
        ("The Oslo District Court convicted Ana Berg of fraud.", "Oslo District Court"),
    ],
)
def test_courts(told: Told, text: str, name: str) -> None:
    record = told(text, upto="charges")
    (fact,) = record.of("charge")
    court = record.get(fact.value.court)  # type: ignore[attr-defined]
    assert court is not None and court.value.name == name  # type: ignore[attr-defined]
    assert court.value.sector == "JUD"  # type: ignore[attr-defined]


def test_a_grand_jury_accuses(told: Told) -> None:
    ((value, _, _),) = charges(told, "A grand jury indicted Ana Berg for fraud.")
    assert value.by is not None and value.court is None


def test_in_absentia(told: Told) -> None:
    ((value, _, reason),) = charges(told, "Ana Berg was sentenced in absentia to ten years in prison for treason.")
    assert (value.sentence, reason) == ("ten years in prison", "in absentia")


def test_told_three_times_is_one_charge(told: Told) -> None:
    text = (
        "Man charged with murder\n"
        "Carl Moss, a baker, was charged with the murder of Ana Berg, police said on Monday.\n"
        "Carl Moss was charged with murder on Sunday. He was convicted of theft in 2011."
    )
    record = told(text, upto="charges", headline="Man charged with murder")
    murder, theft = record.of("charge")
    assert isinstance(murder.value, Charge) and isinstance(theft.value, Charge)
    assert murder.value.offences == ("murder of Ana Berg",)
    assert [record.words(span) for span in murder.spans].count("charged") == 3
    assert (theft.value.stage, theft.value.offences) == ("convicted", ("theft",))


def test_each_stage_is_a_fact_of_its_own(told: Told) -> None:
    text = "Ana Berg was arrested for arson. She was charged with arson in May and convicted of arson in June."
    assert [value.stage for value, _, _ in charges(told, text)] == ["arrested", "charged", "convicted"]


def test_an_accusation_by_nobody_needs_a_plainer_one(told: Told) -> None:
    alone = "Ana Berg is accused of stealing a car."
    assert charges(told, alone) == []
    both = charges(told, alone + " Ana Berg was charged with theft.")
    assert [value.offences for value, _, _ in both] == [("stealing a car",), ("theft",)]


@pytest.mark.parametrize(
    "text",
    [
        "The shop charged Ana Berg $20.",
        "Ana Berg was charged a fee of 20 dollars.",
        "The commission, charged with investigating the crash, met on Monday.",
        "The police chief was charged with protecting the town.",
        "Critics charged Ana Berg with playing a double game.",
        "Ana Berg accused the government of incompetence.",
        "Ana Berg sued Carl Moss for libel.",
        "UEFA charged the club with crowd disturbances.",
        "The league fined Carl Moss 5,000 dollars for insulting a referee.",
        "The regulator fined Nordlys AB 2 million euros.",
        "Ana Berg was banned for three games.",
        "The first sentence of the book is long.",
        "The trial of the new drug began in Oslo.",
        "Nordlys AB faces a trial of strength.",
        "The software comes with a free trial.",
        "Carl Moss won the match on the centre court.",
        "The jury is out on the plan.",
        "Employees detained Carl Moss for theft.",
        "Ana Berg was found guilty in the court of public opinion.",
        "Ana Berg has strong convictions.",
        "Carl Moss completed his five-year term as mayor.",
        "Ana Berg faces up to 20 years in prison if convicted of fraud.",
        "The police got a search warrant for the house.",
    ],
)
def test_what_only_looks_like_a_charge(told: Told, text: str) -> None:
    assert charges(told, text) == []


@pytest.mark.parametrize(
    ("text", "names", "offences"),
    [
        ("A court convicted Ana Berg of theft and sentenced her to two years in jail.", ["Ana Berg"], ("theft",)),
        ("A judge approved the extradition of Carl Moss to face charges of theft.", ["Carl Moss"], ("theft",)),
        ("Carl Moss, now on trial for theft, met Ana Berg.", ["Carl Moss"], ("theft",)),
        ("Ana Berg was arrested on terrorism-related charges.", ["Ana Berg"], ("terrorism",)),
        ("Ana Berg was jailed on drug-trafficking charges.", ["Ana Berg"], ("drug-trafficking",)),
        ("Police opened an investigation into Ana Berg over allegations of theft.", ["Ana Berg"], ("theft",)),
        ("Ana Berg was convicted of fraud for allegedly taking bribes.", ["Ana Berg"], ("fraud",)),
        ("Ana Berg pleaded guilty to one count each of theft and arson.", ["Ana Berg"], ("theft", "arson")),
        ("Ana Berg was convicted of dealing in drugs, sending her to jail.", ["Ana Berg"], ("dealing in drugs",)),
    ],
)  # fmt: skip
def test_long_ways_to_the_accused_and_the_offence(
    told: Told, text: str, names: list[str], offences: tuple[str, ...]
) -> None:
    record = told(text, upto="charges")
    assert set(accused(record)) == set(names)
    assert {fact.value.offences for fact in record.of("charge") if isinstance(fact.value, Charge)} == {offences}


@pytest.mark.parametrize(
    "text",
    [
        "It is our conviction that the war must end.",
        "The ministry published lists of questions that it wants Norway to answer in connection with the poisoning.",
    ],
)
def test_words_of_the_law_that_are_none(told: Told, text: str) -> None:
    assert not told(text, upto="charges").of("charge")


_DATED = ("taking part in the April 15, 2013, attack",)
_MURDER = ("complicity in the murder of a nun",)
_BOMBING = ("having participated in the bombing of a bus",)


@pytest.mark.parametrize(
    ("text", "offences"),
    [
        ("Ida Holm was convicted of taking part in the April 15, 2013, attack.", [_DATED]),
        ("Ida Holm was charged with complicity in the murder of a nun one year before.", [_MURDER]),
        ("Ida Holm faces up to 20 years for the fraud charge and a maximum of five years.", [("fraud",)]),
        ("Ida Holm was charged with having participated in the bombing of a bus.", [_BOMBING]),
    ],
)
def test_where_an_offence_ends(told: Told, text: str, offences: list[tuple[str, ...]]) -> None:
    values = [fact.value for fact in told(text, upto="charges").of("charge")]
    assert [value.offences for value in values if isinstance(value, Charge)] == offences


def test_one_of_several_whose_name_follows(told: Told) -> None:
    record = told("Police charged one of the mayor's critics, Jon Berg, with theft.", upto="charges")
    (value,) = [fact.value for fact in record.of("charge")]
    assert isinstance(value, Charge)
    person = record.get(value.accused)
    assert getattr(person.value if person else None, "name", None) == "Jon Berg"


@pytest.mark.parametrize(
    ("text", "stage", "status"),
    [
        ("Police detained Jon Berg, who is suspected of murder.", "investigated", "asserted"),
        ("The rebels demand the trial of Jon Berg.", "tried", "requested"),
    ],
)
def test_no_charge_yet(told: Told, text: str, stage: str, status: str) -> None:
    facts = told(text, upto="charges").of("charge")
    assert (stage, status) in [(getattr(f.value, "stage", None), f.status) for f in facts]
