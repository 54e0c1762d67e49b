"""Who undergoes what a verb tells, and whether it happened."""

from collections.abc import Callable

import pytest

from dateline.annotated import Token
from dateline.record import Record
from dateline.understanding.harm.undergoing import Undergoing

Told = Callable[..., Record]
At = Callable[[str, str], tuple[Undergoing, Token]]


@pytest.fixture
def at(told: Told) -> At:
    def find(text: str, word: str) -> tuple[Undergoing, Token]:
        annotation = told(text, upto="places").annotation
        return Undergoing(annotation), next(token for token in annotation.tokens if token.text == word)

    return find


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Three guards were hit.", "hit", ["guards"]),
        ("Three guards hit by a mine fell.", "hit", ["guards"]),
        ("The guards who were hit fell.", "hit", ["guards"]),
        ("One of the guards who was hit fell.", "hit", ["One"]),
        ("One of the guards who were hit fell.", "hit", ["guards"]),
        ("Three guards were caught and hit.", "hit", ["guards"]),
        ("Six were robbed and several injured in Porto.", "injured", ["several"]),
        ("The guard is believed to have been robbed.", "robbed", ["guard"]),
        ("Hitting guards is wrong.", "Hitting", []),
        ("The guards hit back.", "hit", []),
    ],
)
def test_sufferers(at: At, text: str, verb: str, expected: list[str]) -> None:
    clauses, token = at(text, verb)
    assert [sufferer.text for sufferer in clauses.sufferers(token)] == expected


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("Three guards fell.", "fell", ["guards"]),
        ("Three guards slipped and fell.", "fell", ["guards"]),
        ("The guards who fell were young.", "fell", ["guards"]),
        ("The storm made three guards fall.", "fall", ["guards"]),
        ("Fall!", "Fall", []),
    ],
)
def test_subjects(at: At, text: str, verb: str, expected: list[str]) -> None:
    clauses, token = at(text, verb)
    assert [subject.text for subject in clauses.subjects(token)] == expected


def test_coordinated(at: At) -> None:
    clauses, token = at("Guards, nurses and a cook fell.", "Guards")
    assert [word.text for word in clauses.coordinated(token)] == ["Guards", "nurses", "cook"]


def test_of(at: At) -> None:
    clauses, token = at("The loss of three ships hurt.", "loss")
    assert [word.text for word in clauses.of(token)] == ["ships"]
    clauses, token = at("The loss in May hurt.", "loss")
    assert clauses.of(token) == []


def test_before_ends_at_the_sentence(at: At) -> None:
    clauses, token = at("Guards fell. Nurses ran.", "Nurses")
    assert clauses.before(token) is None
    clauses, token = at("Guards fell.", "Guards")
    assert clauses.before(token) is None


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("The guard was robbed.", "robbed", "asserted"),
        ("The guard was not robbed.", "robbed", "denied"),
        ("No guard was robbed.", "robbed", "denied"),
        ("The guard might have been robbed.", "robbed", "possible"),
        ("The guard might be robbed.", "robbed", "possible"),
        ("The guard would be robbed.", "robbed", "possible"),
        ("Police said the guard was robbed.", "robbed", "asserted"),
        ("Police did not say the guard was robbed.", "robbed", "asserted"),
        ("The guard was said to have been robbed.", "robbed", "asserted"),
        ("The guard planned to be robbed.", "robbed", "planned"),
        ("The guard was almost robbed.", "robbed", None),
        ("The guard left before being robbed.", "robbed", "asserted"),
        ("The guard left without being robbed.", "robbed", None),
        ("Unless the guard was robbed, he lies.", "robbed", None),
        ("There will be no thefts, fires or murders.", "murders", None),
        ("There were thefts, fires and murders.", "murders", "asserted"),
        ("Police feared that the guard was robbed.", "robbed", "possible"),
    ],
)
def test_status(at: At, text: str, word: str, status: str | None) -> None:
    clauses, token = at(text, word)
    assert clauses.status(token) == status
