"""Who says what: every pattern of `attribution.py` with a sentence that fires it and one that must not."""

from collections.abc import Callable

import pytest

from dateline.record import Record
from dateline.values import Statement

Told = Callable[..., Record]


@pytest.fixture
def told(ruled: Told) -> Told:
    """These are tests of the grammar: the encoder has no say in them."""
    return ruled


Said = tuple[str | None, str | None, list[str]]


def values(told: Told, text: str, **roles: str) -> tuple[Record, list[Statement]]:
    record = told(text, upto="statements", **roles)
    return record, [fact.value for fact in record.of("statement") if isinstance(fact.value, Statement)]


def read(told: Told, text: str) -> list[Said]:
    """Source, cue and contents of each statement."""
    record, found = values(told, text)
    return [
        (
            record.words(value.speaker_span) if value.speaker_span else None,
            record.words(value.cue) if value.cue else None,
            [record.words(span) for span in value.content],
        )
        for value in found
    ]


def stances(told: Told, text: str) -> list[str]:
    return [value.stance for value in values(told, text)[1]]


# the verb and its preposition


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "stance"),
    [
        ("Miners called on the union to end it.", "Miners", "called on", "the union to end it", "demands"),
        ("Miners called upon the mayor to resign.", "Miners", "called upon", "the mayor to resign", "demands"),
        ("Miners called for calm.", "Miners", "called for", "calm", "demands"),
        ("The union called on Monday for calm.", "The union", "called", "calm", "demands"),
        ("The union appealed to the mayor to pay.", "The union", "appealed to", "the mayor to pay", "demands"),
        ("The clerk asked for help.", "The clerk", "asked for", "help", "asks"),
        ("The union objected to the plan.", "The union", "objected to", "the plan", "denies"),
        ("The mayor warned of floods.", "The mayor", "warned of", "floods", "warns"),
        ("The mayor complained about the noise.", "The mayor", "complained about", "the noise", "accuses"),
        ("The mayor called the plan a trap.", "The mayor", "called", "the plan a trap", "says"),
        ("The mayor told him to leave.", "The mayor", "told", "him to leave", "demands"),
        ("The mayor told him that the pier was safe.", "The mayor", "told", "that the pier was safe", "says"),
        ("The mayor refused to comment.", "The mayor", "refused", "to comment", "denies"),
        ("The union agreed to leave Porto.", "The union", "agreed", "to leave Porto", "says"),
        ("The mayor expects the vote to go on.", "The mayor", "expects", "the vote to go on", "believes"),
    ],
)  # fmt: skip
def test_a_verb_and_its_preposition(told: Told, text: str, source: str, cue: str, content: str, stance: str) -> None:
    assert read(told, text) == [(source, cue, [content])]
    assert stances(told, text) == [stance]


@pytest.mark.parametrize(
    "text",
    [
        "Ruiz called on her aunt.",
        "The mayor called Pavel Novak.",
        "The mayor called him on Monday.",
        "The mayor dismissed him.",
        "The clerk pointed at the pier.",
        "The army pushed for the river.",
        "The mayor spoke in Porto on Monday.",
        "The mayor talked all day.",
    ],
)
def test_a_visit_a_telephone_call_and_a_dismissal_say_nothing(told: Told, text: str) -> None:
    assert read(told, text) == []


def test_a_day_is_no_part_of_what_is_called_for(told: Told) -> None:
    assert read(told, "Miners called on Tuesday for a strike in Porto.")[0][2] == ["a strike in Porto"]


# whose words they are


@pytest.mark.parametrize(
    "text",
    [
        "You said the pier was safe.",
        "An official, who asked not to be named, came.",
        "A man believed to be hiding in Porto was seen.",
        "A boat thought to be lost came back.",
        "Say that the pier is safe.",
    ],
)
def test_what_nobody_in_particular_says_is_left_out(told: Told, text: str) -> None:
    assert read(told, text) == []


def test_the_agent_of_a_passive_is_the_source(told: Told) -> None:
    (found,) = read(told, "It was announced by the mayor that the pier was safe.")
    assert found == ("the mayor", "was announced", ["that the pier was safe"])


def test_two_who_speak_together_are_one_source(told: Told) -> None:
    (found,) = read(told, "The mayor and the governor said the pier was safe.")
    assert found[0] == "The mayor and the governor"


def test_who_is_who_the_relative_clause_hangs_on(told: Told) -> None:
    (found,) = read(told, "Pavel Novak, who said the pier was safe, left Porto.")
    assert found == ("Pavel Novak", "said", ["the pier was safe"])


def test_a_participle_shares_its_verbs_subject(told: Told) -> None:
    first, second = read(told, '"The pier is safe," the mayor said, adding that boats could land.')
    assert first == ("the mayor", "said", ["The pier is safe,"])
    assert second == ("the mayor", "adding", ["that boats could land"])


# where what is said begins and ends


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The mayor said that, in May, the pier would open.", "that, in May, the pier would open"),
        ("The mayor said that, in Porto, the pier was safe.", "that, in Porto, the pier was safe"),
        ("The mayor has said the pier is safe.", "the pier is safe"),
        ("Speaking to sailors in Porto, the mayor said the pier was safe.", "the pier was safe"),
        ("Speaking to sailors in Porto, the mayor mentioned the pier.", "the pier"),
        ("The mayor never said that the pier was safe.", "that the pier was safe"),
    ],
)
def test_what_is_said_and_no_more(told: Told, text: str, content: str) -> None:
    (found,) = read(told, text)
    assert found[2] == [content]


def test_a_semicolon_ends_what_is_said(told: Told) -> None:
    first, second = read(told, "The mayor said the pier was safe; the union said it was not.")
    assert first[2] == ["the pier was safe"]
    assert second[0] == "the union"


def test_a_past_form_goes_on_no_infinitive(told: Told) -> None:
    first, second = read(told, "The mayor urged sailors to leave and promised to repair the pier.")
    assert first == ("The mayor", "urged", ["sailors to leave"])
    assert second == ("The mayor", "promised", ["to repair the pier"])


def test_a_reason_behind_the_verb_belongs_to_what_is_said(told: Told) -> None:
    (found,) = read(told, "The pier is safe, the mayor said, because it was repaired.")
    assert found[2] == ["The pier is safe", "because it was repaired"]


def test_what_the_writer_joins_to_the_verb_does_not(told: Told) -> None:
    (found,) = read(told, "The pier was safe in May, the mayor said, and left.")
    assert found[2] == ["The pier was safe in May"]


@pytest.mark.parametrize(
    "text",
    [
        "When asked, the mayor said no.",
        "The mayor said nothing.",
        "He said it.",
        "Back in Porto, he walked to the pier.",
        "In Porto, the mayor opened the pier.",
    ],
)
def test_a_clause_that_only_leads_up_to_the_verb_is_not_said(told: Told, text: str) -> None:
    assert read(told, text) == []


# quotations


def test_one_quoted_word_is_said(told: Told) -> None:
    record, (value,) = values(told, 'The mayor said "no."')
    assert value.manner == "direct"
    assert [record.words(span) for span in value.content] == ["no."]


def test_a_quotation_that_asks_needs_no_comma(told: Told) -> None:
    (found,) = read(told, '"Is the pier safe?" Marta Ruiz asked Pavel Novak.')
    assert found == ("Marta Ruiz", "asked", ["Is the pier safe?"])


@pytest.mark.parametrize("marks", [('"', '"'), ("“", "”"), ("``", "''"), ("‘", "’")])
def test_every_kind_of_mark_is_a_quotation(told: Told, marks: tuple[str, str]) -> None:
    text = f"{marks[0]}The pier is safe,{marks[1]} Marta Ruiz said."
    assert read(told, text) == [("Marta Ruiz", "said", ["The pier is safe,"])]


def test_capitals_are_read_as_other_copy_is(told: Told) -> None:
    assert read(told, "MARTA RUIZ SAID THE PIER WAS SAFE.") == [("MARTA RUIZ", "SAID", ["THE PIER WAS SAFE"])]


def test_a_quotation_cut_into_lines_is_one_statement(told: Told) -> None:
    text = 'The pier was closed.\n" The pier is old .\nNobody will repair it , " Marta Ruiz said .'
    assert read(told, text) == [("Marta Ruiz", "said", ["The pier is old .", "Nobody will repair it ,"])]


def test_the_verb_behind_the_last_paragraph_says_the_ones_before(told: Told) -> None:
    text = '"We waited.\n"Then we left," Marta Ruiz said.'
    assert read(told, text) == [("Marta Ruiz", "said", ["We waited.", "Then we left,"])]


def test_but_not_what_somebody_else_has_said(told: Told) -> None:
    first, second = read(told, 'Marta Ruiz said: "We waited.\n"Then we left," Pavel Novak added.')
    assert first[0] == "Marta Ruiz"
    assert second == ("Pavel Novak", "added", ["Then we left,"])


# several in one sentence, and the status


def test_each_verb_has_its_own_words(told: Told) -> None:
    text = "The mayor said the pier was safe, but the union warned that it was old."
    first, second = read(told, text)
    assert first[:2] == ("The mayor", "said")
    assert second == ("the union", "warned", ["that it was old"])


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The mayor never said that the pier was safe.", "denied"),
        ("The mayor may call for a strike.", "possible"),
        ("The mayor will call for a strike.", "planned"),
        ("The mayor called for a strike.", "asserted"),
    ],
)
def test_the_status_follows_the_helpers(told: Told, text: str, status: str) -> None:
    (fact,) = told(text, upto="statements").of("statement")
    assert fact.status == status


def test_a_pattern_that_is_less_sure_says_so(told: Told) -> None:
    def trust(text: str) -> float:
        return told(text, upto="statements").of("statement")[0].confidence

    quoted = trust('"The pier is safe," Marta Ruiz said.')
    clause = trust("Marta Ruiz said the pier was safe.")
    noun = trust("Marta Ruiz denied the charge.")
    assert quoted > clause > noun
