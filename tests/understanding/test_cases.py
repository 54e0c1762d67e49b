"""Tellings of a case: who, by whom, before which court, how far."""

from collections.abc import Callable

import pytest

from dateline.record import Record
from dateline.understanding.law.cases import Case, cases

Told = Callable[..., Record]


def read(told: Told, text: str) -> list[Case]:
    return list(cases(told(text, upto="places").annotation))


def one(told: Told, text: str) -> Case:
    (case,) = read(told, text)
    return case


@pytest.mark.parametrize(
    ("text", "by", "court"),
    [
        ("Prosecutors charged Ana Silva with fraud.", "Prosecutors", None),
        ("Ana Silva was charged by prosecutors with fraud.", "prosecutors", None),
        ("A judge sentenced Ana Silva to death.", None, "judge"),
        ("Ana Silva was convicted of fraud by a jury.", None, "jury"),
        ("Ana Silva was convicted of fraud in a military court.", None, "court"),
        ("Ana Silva was charged with fraud.", None, None),
        ("Police arrested Ana Silva for arson.", "Police", None),
    ],
)
def test_by_whom(told: Told, text: str, by: str | None, court: str | None) -> None:
    case = one(told, text)
    assert (case.by.text if case.by else None, case.court.text if case.court else None) == (by, court)


@pytest.mark.parametrize(
    ("text", "accused"),
    [
        ("Prosecutors charged Ana Silva and Ben Cole with fraud.", ["Silva", "Cole"]),
        ("Three guards were indicted for murder.", ["guards"]),
        ("Ana Silva, charged with fraud, fled.", ["Silva"]),
        ("A criminal case was opened against Ana Silva.", ["Silva"]),
        ("Charges of fraud were filed against Ana Silva and a clerk.", ["Silva", "clerk"]),
        ("Ana Silva faces charges of fraud.", ["Silva"]),
        ("Ana Silva stands trial for fraud.", ["Silva"]),
    ],
)
def test_accused(told: Told, text: str, accused: list[str]) -> None:
    assert [token.text for token in one(told, text).accused] == accused


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Ana Silva was charged with fraud.", "asserted"),
        ("Ana Silva was not charged with fraud.", "denied"),
        ("Ana Silva may have been charged with fraud.", "possible"),
        ("Police said Ana Silva had been charged with fraud.", "asserted"),
    ],
)
def test_status(told: Told, text: str, status: str) -> None:
    assert one(told, text).status == status


@pytest.mark.parametrize(
    "text",
    [
        "If Ana Silva is convicted of fraud, the bank will close.",
        "Was Ana Silva charged with fraud?",
        "Has a criminal case been opened against Ana Silva?",
        "Rebels accused Ana Silva of treason.",
        "Her friends suspected Ana Silva of theft.",
        "Prosecutors dismissed charges against Ana Silva.",
        "The court rejected charges against Ana Silva.",
        "The company charged Ana Silva's card.",
        "The case against war is strong.",
        "In that case, Ana Silva left.",
        "Ana Silva charged that the vote had been stolen.",
        "",
    ],
)
def test_no_case_with_offences(told: Told, text: str) -> None:
    assert [case for case in read(told, text) if case.offences or case.stage == "convicted"] == []


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Ana Silva was found guilty of fraud.", "convicted"),
        ("The jury found Ana Silva guilty of fraud.", "convicted"),
        ("Ana Silva was found not guilty of fraud.", "acquitted"),
        ("Ana Silva pleaded guilty to fraud.", "convicted"),
        ("Ana Silva pleaded not guilty to fraud.", "tried"),
        ("The judge declared Ana Silva guilty.", "convicted"),
    ],
)
def test_guilt(told: Told, text: str, stage: str) -> None:
    assert one(told, text).stage == stage


@pytest.mark.parametrize("text", ["Ana Silva felt guilty.", "Guilty men fled.", "Ana Silva looked guilty of nothing."])
def test_a_feeling_of_guilt_is_no_verdict(told: Told, text: str) -> None:
    assert read(told, text) == []


def test_a_plea_is_less_sure_than_a_verdict(told: Told) -> None:
    plea, verdict = one(told, "Ana Silva pleaded guilty to fraud."), one(told, "Ana Silva was convicted of fraud.")
    assert plea.confidence < verdict.confidence and plea.reason == "a plea, no verdict"


def test_offences_pass_to_the_verb_beside(told: Told) -> None:
    convicted, sentenced = read(told, "Ana Silva was convicted of fraud and sentenced to three years in jail.")
    assert sentenced.offences == convicted.offences and sentenced.reason and sentenced.sentence is not None


def test_the_term_is_no_offence(told: Told) -> None:
    record = told("Ana Silva was jailed for six years for arson.", upto="places")
    (case,) = cases(record.annotation)
    assert case.offences is not None and case.offences.names == ("arson",)
    assert case.sentence is not None and record.words(case.sentence) == "six years"


@pytest.mark.parametrize(
    ("text", "similar"),
    [
        ("Similar charges were filed against Ana Silva.", True),
        ("Fraud charges were brought against Ana Silva.", False),
    ],
)
def test_similar(told: Told, text: str, similar: bool) -> None:
    assert one(told, text).similar is similar


def test_several_in_one_sentence(told: Told) -> None:
    text = "Ana Silva was charged with fraud, Ben Cole was convicted of theft and a clerk was acquitted of arson."
    found = read(told, text)
    assert [case.stage for case in found] == ["charged", "convicted", "acquitted"]
    assert [case.offences.names for case in found if case.offences] == [("fraud",), ("theft",), ("arson",)]


def test_a_case_inside_a_clause(told: Told) -> None:
    case = one(told, "The mayor, who was charged with fraud last week, has resigned.")
    assert [token.text for token in case.accused] == ["mayor"] and case.stage == "charged"


def test_capitals(told: Told) -> None:
    case = one(told, "ANA SILVA WAS CONVICTED OF FRAUD IN LISBON.")
    assert case.stage == "convicted" and case.offences is not None and case.offences.names == ("fraud",)


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Police opened a murder investigation against Ana Silva.", "investigated"),
        ("Prosecutors opened a criminal case against Ana Silva on charges of fraud.", "charged"),
        ("Ana Silva went on trial for fraud.", "tried"),
        ("Murder charges were filed against Ana Silva.", "charged"),
    ],
)
def test_nouns(told: Told, text: str, stage: str) -> None:
    assert one(told, text).stage == stage


@pytest.mark.parametrize(
    "text", ["The investigation into the crash goes on.", "Doctors studied the case.", "A trial of the drug began."]
)
def test_nouns_of_no_case(told: Told, text: str) -> None:
    assert [case for case in read(told, text) if case.offences or case.stage == "investigated"] == []
