"""Who said what: the patterns one by one, then the quotations without a verb, then whatever text may come."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import article_of
from dateline.annotated import Annotation
from dateline.languages import load
from dateline.languages.sections import Stance
from dateline.model import Fact
from dateline.pipeline import STEPS
from dateline.record import Record
from dateline.understanding.speech.unclaimed import SENTENCE_BEFORE
from dateline.understanding.statements import statements
from dateline.values import Person, Span, Statement

Told = Callable[..., Record]


@pytest.fixture
def told(ruled: Told) -> Told:
    """These are tests of the grammar: the encoder has no say in them."""
    return ruled


def said(record: Record) -> list[Fact]:
    return record.of("statement")


def value_of(fact: Fact) -> Statement:
    assert isinstance(fact.value, Statement)
    return fact.value


def only(record: Record) -> tuple[Fact, Statement]:
    (fact,) = said(record)
    return fact, value_of(fact)


def words(record: Record, span: Span | None) -> str | None:
    return record.words(span) if span else None


def contents(record: Record, value: Statement) -> list[str]:
    return [record.words(span) for span in value.content]


def speaker(record: Record, value: Statement) -> str | None:
    fact = record.get(value.speaker)
    return getattr(fact.value, "name", None) if fact else None


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The ministry said the bridge had collapsed.", "The ministry", "said", "the bridge had collapsed"),
        ("The ministry said that the bridge had fallen.", "The ministry", "said", "that the bridge had fallen"),
        ("The bridge had collapsed, the ministry said.", "the ministry", "said", "The bridge had collapsed"),
        ("The bridge collapsed, Marta Ruiz said on Monday.", "Marta Ruiz", "said", "The bridge collapsed"),
        ("The bridge had collapsed, said Marta Ruiz.", "Marta Ruiz", "said", "The bridge had collapsed"),
        (
            "Nine sailors were killed and two ships were lost, the coast guard said.",
            "the coast guard",
            "said",
            "Nine sailors were killed and two ships were lost",
        ),
        ("According to the mayor, the bridge is safe.", "the mayor", "According to", "the bridge is safe"),
        ("The bridge is safe, according to the mayor.", "the mayor", "according to", "The bridge is safe"),
        (
            "Marta Ruiz told reporters that the strike was over.",
            "Marta Ruiz",
            "told",
            "that the strike was over",
        ),
        ("The company denied the allegations.", "The company", "denied", "the allegations"),
        ("The company denied that it had paid.", "The company", "denied", "that it had paid"),
        ("Ruiz accused the army of shelling the port.", "Ruiz", "accused", "the army of shelling the port"),
        ("The union called for a strike in Porto.", "The union", "called for", "a strike in Porto"),
        ("The governor promised to rebuild the pier.", "The governor", "promised", "to rebuild the pier"),
        ("The governor urged the sailors to leave.", "The governor", "urged", "the sailors to leave"),
        ("The army warned that more rain was coming.", "The army", "warned", "that more rain was coming"),
        ("Analysts believe that the talks failed.", "Analysts", "believe", "that the talks failed"),
    ],
)
def test_what_is_said_without_marks(told: Told, text: str, source: str, cue: str, content: str) -> None:
    record = told(text, upto="statements")
    fact, value = only(record)
    assert words(record, value.speaker_span) == source
    assert words(record, value.cue) == cue
    assert contents(record, value) == [content]
    assert value.manner == "indirect"
    assert fact.status == "asserted"


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ('"We are leaving," Marta Ruiz said.', "Marta Ruiz", ["We are leaving,"]),
        ('"We are leaving," said Marta Ruiz.', "Marta Ruiz", ["We are leaving,"]),
        ('"We are leaving", he told a press conference.', "he", ["We are leaving"]),
        ('"Who opened the gate?" the judge asked.', "the judge", ["Who opened the gate?"]),
        ('Marta Ruiz said: "We are leaving."', "Marta Ruiz", ["We are leaving."]),
        ('Marta Ruiz said, "We are leaving."', "Marta Ruiz", ["We are leaving."]),
        ('"We are leaving," Ruiz said, "and we are not coming back."', "Ruiz", None),
    ],
)
def test_what_is_said_in_quotation_marks(told: Told, text: str, source: str, content: list[str] | None) -> None:
    record = told(text, upto="statements")
    _, value = only(record)
    assert value.manner == "direct"
    assert words(record, value.speaker_span) == source
    assert contents(record, value) == (content or ["We are leaving,", "and we are not coming back."])


def test_any_verb_says_behind_a_quotation_that_pauses(told: Told) -> None:
    record = told('"We are leaving," Ruiz thundered.', upto="statements")
    _, value = only(record)
    assert words(record, value.cue) == "thundered"
    assert value.stance == "says"


def test_a_verb_of_no_saying_says_nothing(told: Told) -> None:
    assert said(told("The army attacked the port and Ruiz left the city.", upto="statements")) == []


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The company denied that it had paid.", "denies"),
        ("The company confirmed that it had paid.", "confirms"),
        ("Ruiz accused the army of shelling the port.", "accuses"),
        ("The governor promised to rebuild the pier.", "promises"),
        ("The army warned that more rain was coming.", "warns"),
        ("The union demanded a new contract.", "demands"),
        ("The judge asked whether the gate was open.", "asks"),
        ("Analysts believe that the talks failed.", "believes"),
        ("The clerk added that the pier was closed.", "says"),
    ],
)
def test_the_verb_tells_the_stance(told: Told, text: str, stance: Stance) -> None:
    _, value = only(told(text, upto="statements"))
    assert value.stance == stance


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The mayor did not say that the bridge was safe.", "denied"),
        ("If the mayor says that the bridge is safe, it opens.", "possible"),
        ("The mayor might say that the bridge is safe.", "possible"),
        ("The mayor will announce that the bridge is safe.", "planned"),
        ("The mayor said that the bridge was safe.", "asserted"),
    ],
)
def test_the_helpers_of_the_verb_tell_the_status(told: Told, text: str, status: str) -> None:
    fact, _ = only(told(text, upto="statements"))
    assert fact.status == status


def test_quoted_words_inside_a_clause_make_it_mixed(told: Told) -> None:
    record = told('The mayor said the bridge was "a disgrace" to Porto.', upto="statements")
    _, value = only(record)
    assert value.manner == "mixed"
    assert contents(record, value) == ['the bridge was "a disgrace" to Porto']


def test_a_half_quoted_clause_before_its_verb_is_mixed(told: Told) -> None:
    record = told('The bridge is "a disgrace," the mayor said.', upto="statements")
    _, value = only(record)
    assert value.manner == "mixed"
    assert contents(record, value) == ['The bridge is "a disgrace,"']


def test_a_parenthesis_has_words_on_both_sides(told: Told) -> None:
    record = told("The new bridge, Marta Ruiz said, would open in May.", upto="statements")
    _, value = only(record)
    assert contents(record, value) == ["The new bridge", "would open in May"]


def test_what_the_writer_adds_is_not_said(told: Told) -> None:
    record = told("The bridge is safe, Ruiz said, adding that the pier was not.", upto="statements")
    first, second = (contents(record, value_of(fact)) for fact in said(record))
    assert first == ["The bridge is safe"]
    assert second == ["that the pier was not"]
    assert words(record, value_of(said(record)[1]).speaker_span) == "Ruiz"


def test_the_source_is_the_whole_phrase(told: Told) -> None:
    record = told("Pavel Novak, the mayor's spokesman, said the bridge was safe.", upto="statements")
    _, value = only(record)
    assert words(record, value.speaker_span) == "Pavel Novak, the mayor's spokesman"
    assert speaker(record, value) == "Pavel Novak"


def test_the_speaker_is_the_person_of_the_story(told: Told) -> None:
    record = told('"We are leaving," President Marta Ruiz said.', upto="statements")
    fact, value = only(record)
    assert speaker(record, value) == "Marta Ruiz"
    assert isinstance(record.get(value.speaker).value, Person)  # type: ignore[union-attr]
    assert fact.reason is None


def test_without_a_known_source_the_speaker_is_null_and_why_is_said(told: Told) -> None:
    fact, value = only(told("It was reported that the bridge had collapsed.", upto="statements"))
    assert value.speaker is None
    assert fact.reason


def test_a_place_that_speaks_is_less_sure(told: Told) -> None:
    record = told("Oslo said that the talks would go on.", upto="statements")
    fact, value = only(record)
    assert speaker(record, value) == "Oslo"
    assert fact.confidence < 0.8
    assert fact.reason


def test_one_statement_within_another_is_said_by_it(told: Told) -> None:
    text = "Coast Wire reported earlier that the ministry said the ferry had sunk."
    record = told(text, upto="statements")
    outer, inner = said(record)
    assert contents(record, value_of(inner)) == ["the ferry had sunk"]
    assert inner.said_by == outer.id
    assert outer.said_by is None


def test_the_moment_of_speaking_is_found_outside_what_is_said(told: Told) -> None:
    text = "The bridge collapsed on Friday, Marta Ruiz said on Monday."
    record = told(text, upto="statements", published="2024-03-05")
    _, value = only(record)
    when = record.get(value.when)
    assert when is not None
    assert record.words(when.spans[0]).endswith("Monday")


def test_the_moment_of_the_deed_is_not_that_of_speaking(told: Told) -> None:
    record = told("Marta Ruiz said the bridge collapsed on Friday.", upto="statements", published="2024-03-05")
    _, value = only(record)
    assert value.when is None


def test_the_place_of_speaking(told: Told) -> None:
    record = told("Marta Ruiz told reporters in Lyon that the strike was over.", upto="statements")
    _, value = only(record)
    place = record.get(value.where)
    assert place is not None
    assert getattr(place.value, "name", None) == "Lyon"


def test_the_one_spoken_to(told: Told) -> None:
    record = told("Marta Ruiz told Pavel Novak that the strike was over.", upto="statements")
    _, value = only(record)
    addressee = record.get(value.addressee)
    assert addressee is not None
    assert getattr(addressee.value, "name", None) == "Pavel Novak"


def test_evidence_is_source_cue_and_content(told: Told) -> None:
    record = told("The bridge had collapsed, Marta Ruiz said.", upto="statements")
    fact, value = only(record)
    assert fact.spans == (value.speaker_span, value.cue, *value.content)


# quotations without a verb


def test_the_next_quotation_of_the_paragraph_belongs_to_the_statement(told: Told) -> None:
    record = told('"We are leaving," President Marta Ruiz said. "Nobody helped us."', upto="statements")
    (only,) = said(record)
    assert contents(record, value_of(only)) == ["We are leaving,", "Nobody helped us."]
    assert value_of(only).manner == "direct"
    assert value_of(only).speaker is not None


def test_a_quotation_alone_in_the_next_paragraph_has_the_same_speaker(told: Told) -> None:
    record = told('"We are leaving," President Marta Ruiz said.\n"Nobody helped us."', upto="statements")
    first, second = said(record)
    assert value_of(second).speaker == value_of(first).speaker is not None
    assert second.confidence < 0.7


def test_another_sentence_in_between_breaks_the_chain(told: Told) -> None:
    text = '"We are leaving," Marta Ruiz said. The pier was closed. "Nobody helped us at all here."'
    last = value_of(said(told(text, upto="statements"))[-1])
    assert last.speaker is None


def test_a_quotation_behind_a_sentence_about_somebody_is_taken_for_theirs(told: Told) -> None:
    text = '"We are leaving," Marta Ruiz said. Pavel Novak shook his head. "Nobody helped us." "Nobody came."'
    record = told(text, upto="statements")
    ours = said(record)[1:]
    assert [speaker(record, value_of(fact)) for fact in ours] == ["Pavel Novak", "Pavel Novak"]
    assert all(fact.confidence <= 0.5 and fact.reason == SENTENCE_BEFORE for fact in ours)


@pytest.mark.parametrize(
    "text",
    [
        'The pier was closed. "Nobody helped us at all here."',
        'Pavel Novak left.\n"Nobody helped us at all here."',
        'The pier of Pavel Novak was closed. "Nobody helped us at all here."',
        'Pavel Novak had "no plan" for it. "Nobody helped us at all here."',
    ],
)
def test_not_every_name_nearby_speaks(told: Told, text: str) -> None:
    assert value_of(said(told(text, upto="statements"))[-1]).speaker is None


def test_a_quotation_over_paragraphs_is_one_statement(told: Told) -> None:
    text = 'Marta Ruiz said: "We waited a week.\n"Then we left."\nThe ferry was empty.'
    record = told(text, upto="statements")
    _, value = only(record)
    assert contents(record, value) == ["We waited a week.", "Then we left."]


def test_a_colon_at_the_end_of_a_paragraph_introduces_the_next(told: Told) -> None:
    record = told('Marta Ruiz added:\n"Then we left."', upto="statements")
    _, value = only(record)
    assert contents(record, value) == ["Then we left."]
    assert words(record, value.speaker_span) == "Marta Ruiz"


def test_a_few_quoted_words_are_a_turn_of_phrase(told: Told) -> None:
    record = told('The clerk owned a "small chain" of shops.', upto="statements")
    fact, value = only(record)
    assert value.manner == "scare"
    assert value.speaker is None
    assert fact.reason
    assert contents(record, value) == ["small chain"]


def test_a_long_quotation_without_anybody_has_no_speaker(told: Told) -> None:
    record = told(
        'The sign at the gate was old. "All who come here must leave their boats outside."', upto="statements"
    )
    fact, value = only(record)
    assert value.speaker is None
    assert fact.confidence <= 0.5


@pytest.mark.parametrize("text", ['Pavel "Ace" Novak left Porto.', 'The film "Boats of Summer" opened in Porto.'])
def test_nicknames_and_titles_are_nobodys_words(told: Told, text: str) -> None:
    assert said(told(text, upto="statements")) == []


def test_a_stray_mark_swallows_no_paragraph(told: Told) -> None:
    text = 'The clerk also said Novak owned a "small chain" and dozens of boats."\nThe years of peace were long.'
    record = told(text, upto="statements")
    _, value = only(record)
    assert contents(record, value) == ['Novak owned a "small chain" and dozens of boats']


def test_an_editors_bracket_is_an_insertion(told: Told) -> None:
    record = told('"We hold it [the pier - Coast Wire]," Marta Ruiz said.', upto="statements")
    _, value = only(record)
    assert [record.words(span) for span in value.insertions] == ["[the pier - Coast Wire]"]


def test_what_somebody_says_inside_a_quotation_is_not_taken_apart(told: Told) -> None:
    record = told('"He told me that the bridge was safe," Marta Ruiz said.', upto="statements")
    _, value = only(record)
    assert words(record, value.speaker_span) == "Marta Ruiz"


# headlines


@pytest.mark.parametrize(
    ("headline", "source", "content"),
    [
        ("Police: two held after harbour blast", "Police", "two held after harbour blast"),
        ("Two held after harbour blast, police say", "police", "Two held after harbour blast"),
        ("Governor blames rain for ferry disaster", "Governor", "rain for ferry disaster"),
    ],
)
def test_headlines_have_their_own_forms(told: Told, headline: str, source: str, content: str) -> None:
    record = told(f"{headline}\nThe port was closed.", upto="statements", headline=headline)
    _, value = only(record)
    assert words(record, value.speaker_span) == source
    assert contents(record, value) == [content]


def test_a_label_is_no_source(told: Told) -> None:
    headline = "Porto: two held after harbour blast"
    assert said(told(f"{headline}\nThe port was closed.", upto="statements", headline=headline)) == []


# whatever may come


def test_the_pack_knows_the_contracts_stances_and_lists_only_verbs_that_have_one() -> None:
    listed = load("en").statements
    lemmas = {lemma for verbs in listed.stances.values() for lemma in verbs}
    for group in (listed.infinitive, listed.object, listed.naming, listed.addressed, tuple(listed.preposition)):
        assert set(group) <= lemmas | {"notify", "brief", "advise", "persuade"}, set(group) - lemmas


def test_the_step_is_in_the_list_with_a_sentence() -> None:
    (step,) = [step for step in STEPS if step.name == "statements"]
    assert step.gives == ("statement",)
    assert step.sentence


def test_a_text_without_tokens_says_nothing() -> None:
    article = article_of("")
    assert list(statements(Record(article, Annotation((), (), (), load("en"))))) == []


PIECES = st.lists(
    st.sampled_from(
        [
            '"', "“", "”", "'", ",", ".", ":", "?", "\n", "said", "told", "denied", "according to", "Marta Ruiz", "he",
            "the army", "that", "the bridge fell", "on Monday", "[sic]", "-", "and", "who", "if", "promised to leave",
        ]
    ),
    max_size=14,
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(pieces=PIECES)
def test_any_text_gives_statements_within_their_bounds(pieces: list[str]) -> None:
    from dateline.annotation.annotate import annotate

    article = article_of(" ".join(pieces).replace(" \n ", "\n"))
    record = Record(article, next(annotate([article])))
    for fact in statements(record):
        value = value_of(record.add(fact))
        assert value.content
        assert fact.confidence <= 0.95
        for span in value.content:
            assert any(block.start <= span.start and span.end <= block.end for block in article.blocks)
        if value.speaker is None:
            assert fact.reason


def test_an_order_to_the_reader_is_nobodys_statement(told: Told) -> None:
    assert said(told("Read more: how the bridge collapsed.", upto="statements")) == []


def test_words_before_a_whole_quoted_sentence_are_no_part_of_it(told: Told) -> None:
    record = told('At the pier in the evening "We are leaving the port," Marta Ruiz said.', upto="statements")
    _, value = only(record)
    assert contents(record, value) == ["We are leaving the port,"]


def test_he_said_after_he_said_is_the_same_man(told: Told) -> None:
    text = (
        "President Pavel Novak left Porto.\n"
        '"We waited a week," he said after a meeting with President Marta Ruiz.\n"Then we left," he said.'
    )
    record = told(text, upto="statements")
    first, second = (value_of(fact) for fact in said(record))
    assert speaker(record, first) == speaker(record, second) == "Pavel Novak"


def test_a_sentence_without_an_end_is_left_out(told: Told) -> None:
    text = "The ministry said that " + "the bridge fell and " * 40 + "the pier fell."
    assert said(told(text, upto="statements")) == []
