"""Where the labels of tokens say that a name begins and goes on; and how the encoder's labels vote."""

import pytest
from msgspec.structs import replace

from dateline.annotated import Sentence, Token
from dateline.annotation.annotate import gazetteer
from dateline.annotation.entity_marks import SURE, EntityMarks
from dateline.annotation.name_words import name_words
from dateline.annotation.runs import Run, RunFinder
from dateline.annotation.votes import LEARNT, WEIGHTS, Votes, Weights


def words(text: str, sure: float = 0.9) -> tuple[Token, ...]:
    """Tokens of words such as "Xorba/ORG"; "/ORG+" begins a name anew behind another one."""
    found: list[Token] = []
    for i, word in enumerate(text.split()):
        form, _, entity = word.partition("/")
        before = found[-1].entity if found else ""
        opens = bool(entity) and (entity.endswith("+") or entity != before)
        found.append(
            Token(
                i=i,
                text=form,
                lemma=form,
                pos="PROPN" if form[0].isupper() else "NOUN",
                tag="NNP" if form[0].isupper() else "NN",
                dep="nsubj",
                head=i,
                start=20 * i,
                end=20 * i + len(form),
                sentence=0,
                block=0,
                entity=entity.rstrip("+"),
                opens=opens,
                surety=sure if entity else 1.0,
            )
        )
    return tuple(found)


def whole(tokens: tuple[Token, ...]) -> Sentence:
    return Sentence(i=0, first=0, last=len(tokens), start=0, end=tokens[-1].end, block=0, role="paragraph")


def marks(text: str, sure: float = 0.9, learnt: bool = True) -> EntityMarks:
    return EntityMarks(words(text, sure), "en", gazetteer(), learnt=learnt)


def begins(text: str, sure: float = 0.9, learnt: bool = True) -> bool:
    """Whether the first word begins a name."""
    return marks(text, sure, learnt)._begins_entity(0)


def inside(text: str, at: int, sure: float = 0.9) -> int:
    tokens = words(text, sure)
    return EntityMarks(tokens, "en", gazetteer(), learnt=True)._inside_entity(at, whole(tokens))


def runs(text: str, sure: float = 0.9, learnt: bool = True) -> list[str]:
    tokens = words(text, sure)
    finder = RunFinder(tokens, "en", gazetteer(), learnt=learnt)
    return [" ".join(token.text for token in tokens[run.first : run.last]) for run in finder.runs(whole(tokens))]


# Where a name begins


@pytest.mark.parametrize("entity", ["PERSON", "ORG", "GPE", "NORP", "WORK_OF_ART", "MISC"])
@pytest.mark.parametrize("learnt", [True, False])
def test_a_name_begins_where_a_label_says_so(entity: str, learnt: bool) -> None:
    assert begins(f"Xorba/{entity} left", learnt=learnt)


@pytest.mark.parametrize("entity", ["", "DATE", "CARDINAL", "MONEY"])
@pytest.mark.parametrize("learnt", [True, False])
def test_other_labels_are_no_names(entity: str, learnt: bool) -> None:
    assert not begins(f"Xorba/{entity} left", learnt=learnt)


@pytest.mark.parametrize(
    ("sure", "learnt", "name"), [(SURE, True, True), (SURE - 0.01, True, False), (1.0, False, False)]
)
def test_an_ordinary_word_alone_is_a_name_only_where_the_encoder_is_sure(sure: float, learnt: bool, name: bool) -> None:
    assert begins("Water/ORG left", sure, learnt) is name


@pytest.mark.parametrize("learnt", [True, False])
def test_an_ordinary_word_beside_another_one_may_begin_a_name(learnt: bool) -> None:
    assert begins("Water/ORG Xorba/ORG left", 0.5, learnt)
    assert not begins("Water/ORG Xorba/ORG+ left", 0.5, learnt)


@pytest.mark.parametrize("sure", [0.4, 0.9])
def test_what_goes_on_in_small_letters_is_no_name(sure: float) -> None:
    assert not begins("State/ORG media/ORG reported", sure)
    assert begins("State/ORG Media/ORG reported", sure)


def test_a_link_in_small_letters_is_part_of_a_name() -> None:
    assert begins("Bank/ORG of/ORG Xorba/ORG")
    assert begins("Marta/PERSON de/PERSON Xorba/PERSON")


def test_a_small_word_of_another_name_does_not_go_on_with_it() -> None:
    assert begins("Xorba/GPE media/ORG reported")
    assert begins("Xorba/ORG media/ORG+ reported")


# Small words inside a name


def test_small_words_within_one_name() -> None:
    assert inside("Bank/ORG of/ORG the/ORG Islands/ORG", 1) == 2
    assert inside("Bank/ORG Xorba/ORG", 1) == 0


@pytest.mark.parametrize(
    "text",
    [
        "Bank/ORG of/ORG the/ORG",
        "Bank/ORG of the Islands/ORG",
        "Bank/ORG of/ORG the/ORG Islands/ORG+",
        "Bank/ORG of/GPE the/GPE Islands/GPE",
        "May/DATE of/DATE the/DATE Year/DATE",
    ],
)
def test_small_words_that_are_in_no_name(text: str) -> None:
    assert inside(text, 1) == 0


def test_who_is_not_sure_ties_nothing_together() -> None:
    assert inside("Bank/ORG of/ORG the/ORG Islands/ORG", 1, SURE) == 2
    assert inside("Bank/ORG of/ORG the/ORG Islands/ORG", 1, SURE - 0.01) == 0


def test_a_name_goes_on_over_small_words_that_the_encoder_sees_in_it() -> None:
    text = "Radio/ORG against/ORG the/ORG Xorbas/ORG reported"
    assert runs(text) == ["Radio against the Xorbas"]
    assert runs(text, learnt=False) == ["Radio", "Xorbas"]


# How the encoder votes


def ballots(*mentions: tuple[str, float], weights: Weights = LEARNT) -> Votes:
    """One vote of each of these words."""
    tokens = words(" ".join(text for text, _ in mentions))
    rated = [sure for text, sure in mentions for _ in text.split()]
    tokens = tuple(_rated(token, sure) for token, sure in zip(tokens, rated, strict=True))
    votes, at = Votes(tokens, name_words("en"), gazetteer(), frozenset(), weights), 0
    for text, _ in mentions:
        size = len(text.split())
        votes.cast(Run(first=at, last=at + size), " ".join(token.text for token in tokens[at : at + size]))
        at += size
    return votes


def _rated(token: Token, sure: float) -> Token:
    return replace(token, surety=sure)


@pytest.mark.parametrize(
    ("entity", "label"), [("PERSON", "person"), ("ORG", "organisation"), ("GPE", "place"), ("MISC", "other")]
)
@pytest.mark.parametrize("sure", [1.0, 0.6, 0.3])
def test_a_vote_counts_as_much_as_its_label_is_sure(entity: str, label: str, sure: float) -> None:
    assert ballots((f"Xorba/{entity}", sure)).ballots["Xorba"] == {label: pytest.approx(sure * LEARNT.parser)}


def test_the_surety_of_a_name_is_that_of_its_words() -> None:
    votes = ballots(("Xorba/PERSON Yarba/PERSON", 1.0))
    votes.tokens = (votes.tokens[0], _rated(votes.tokens[1], 0.5))
    votes.ballots.clear()
    votes.cast(Run(first=0, last=2), "Xorba Yarba")
    assert votes.ballots["Xorba Yarba"] == {"person": pytest.approx(0.75 * LEARNT.parser)}


@pytest.mark.parametrize("entity", ["PERSON", "ORG", "GPE"])
def test_the_encoder_outvotes_the_parser(entity: str) -> None:
    [learnt] = ballots((f"Xorba/{entity}", 1.0)).ballots["Xorba"].values()
    [parsed] = ballots((f"Xorba/{entity}", 1.0), weights=WEIGHTS).ballots["Xorba"].values()
    assert learnt > parsed


def test_a_label_that_nobody_is_sure_of_is_none() -> None:
    votes = ballots(("Xorba/PERSON", 0.2))
    votes.close()
    assert votes.label("Xorba") is None


def test_a_name_of_something_else_is_told_of_nobody() -> None:
    votes = ballots(("Xorba/MISC", 0.9), ("Yarba/PERSON", 0.9))
    votes.close()
    assert votes.label("Xorba") is None
    assert votes.label("Yarba") == ("person", 1.0)


def test_a_name_of_something_else_that_most_take_for_a_person_is_one() -> None:
    votes = ballots(("Xorba/MISC", 0.9), ("Xorba/PERSON", 0.9), ("Xorba/PERSON", 0.9))
    votes.close()
    label, share = votes.label("Xorba") or ("", 0.0)
    assert label == "person"
    assert share == pytest.approx(2 / 3)


# Another name of the same


@pytest.mark.parametrize(("entity", "label"), [("PERSON", "person"), ("ORG", "organisation"), ("GPE", "place")])
def test_an_alias_follows_whom_it_is_another_name_of(entity: str, label: str) -> None:
    votes = ballots((f"Xorba/{entity}", 0.9), ("Yarba", 1.0))
    votes.alias("Xorba", "Yarba")
    votes.close()
    assert votes.label("Yarba") == (label, 1.0)


def test_an_alias_outvotes_one_label() -> None:
    votes = ballots(("Xorba/PERSON", 0.9), ("Yarba/ORG", 0.9))
    votes.alias("Xorba", "Yarba")
    votes.close()
    assert (votes.label("Yarba") or ("",))[0] == "person"
    assert votes.label("Xorba") == ("person", 1.0)


def test_an_alias_of_nothing_known_stays_what_it_is() -> None:
    votes = ballots(("Xorba", 1.0), ("Yarba/ORG", 0.9))
    votes.alias("Xorba", "Yarba")
    votes.close()
    assert votes.label("Yarba") == ("organisation", 1.0)


def test_an_alias_of_something_else_is_told_of_nobody() -> None:
    votes = ballots(("Xorba/MISC", 0.9), ("Yarba/PERSON", 0.9))
    votes.alias("Xorba", "Yarba")
    votes.close()
    assert votes.label("Yarba") is None


@pytest.mark.parametrize(("sure", "learnt", "told"), [(0.9, True, True), (0.6, True, False), (0.6, False, True)])
def test_a_place_off_the_map_needs_a_sure_encoder(sure: float, learnt: bool, told: bool) -> None:
    votes = ballots(("Xorbaville/GPE", sure), weights=LEARNT if learnt else WEIGHTS)
    votes.close()
    assert (votes.label("Xorbaville") is not None) is told


def test_a_place_on_the_map_needs_no_more_than_others() -> None:
    votes = ballots(("Oslo/GPE", 0.4))
    votes.close()
    assert votes.label("Oslo") == ("place", 1.0)
