"""People: one fact each, by full name, surname, alias, title and pronoun."""

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from conftest import Told
from dateline.record import Record
from dateline.values import Person


def person(record: Record, name: str) -> Person:
    found = [fact.value for fact in record.of("person") if isinstance(fact.value, Person) and fact.value.name == name]
    assert found, [fact.value for fact in record.of("person")]
    return found[0]


def words(record: Record, value: Person) -> list[str]:
    return [record.text[m.start : m.end] for m in value.mentions]


def test_full_name_surname_and_pronoun(told: Told) -> None:
    record = told("Minister Paula Brandt left. Brandt said she was tired.", upto="people")
    found = person(record, "Paula Brandt")
    assert words(record, found) == ["Paula Brandt", "Brandt", "she"]
    assert [m.form for m in found.mentions] == ["name", "name", "pronoun"]


@pytest.mark.parametrize(
    ("text", "country", "sector"),
    [
        ("Norway's President Marta Oliveira spoke.", "NOR", "GOV"),
        ("Norwegian Foreign Minister Marta Oliveira spoke.", "NOR", "GOV"),
        ("Judge Marta Oliveira spoke.", None, "JUD"),
        ("Police chief Marta Oliveira spoke.", None, "COP"),
        ("Colonel Marta Oliveira spoke.", None, "MIL"),
    ],
)
def test_titles_give_country_and_sector(told: Told, text: str, country: str | None, sector: str) -> None:
    found = person(told(text, upto="people"), "Marta Oliveira")
    assert (found.country, found.sector) == (country, sector)


def test_a_pronoun_takes_the_subject_before(told: Told) -> None:
    text = (
        "President Marta Oliveira said so on Monday.\n"
        '"No," she told reporters after talks with Chile\'s President Pedro Rojas.\n'
    )
    record = told(text, upto="people")
    assert "she" in words(record, person(record, "Marta Oliveira"))


def test_an_object_is_not_its_own_subject(told: Told) -> None:
    record = told("Mr. Pedro Rojas spoke. Mr. Ivan Petrov met him.", upto="people")
    assert "him" in words(record, person(record, "Pedro Rojas"))


def test_known_gender_rules_people_out(told: Told) -> None:
    record = told("Mrs. Marta Oliveira met Mr. Pedro Rojas. He left.", upto="people")
    assert "He" in words(record, person(record, "Pedro Rojas"))
    assert "He" not in words(record, person(record, "Marta Oliveira"))


def test_pronouns_in_quotations_are_left_open(told: Told) -> None:
    record = told('President Marta Oliveira spoke. "He is mad," she said.', upto="people")
    assert "He" not in words(record, person(record, "Marta Oliveira"))


def test_nobody_to_mean(told: Told) -> None:
    assert told("He left.", upto="people").of("person") == []


@pytest.mark.parametrize("link", ["dubbed", "also known as", "nicknamed"])
def test_aliases(told: Told, link: str) -> None:
    record = told(f"General Pedro Rojas, {link} Condor, fled. Condor was seen in Lima.", upto="people")
    found = person(record, "Pedro Rojas")
    assert found.aliases == ("Condor",)
    assert words(record, found) == ["Pedro Rojas", "Condor", "Condor"]
    assert len(record.of("person")) == 1


def test_spelling_variants_are_one_person(told: Told) -> None:
    record = told("President Pedro Saroyan left. President Pedro Saroyen came back.", upto="people")
    assert [m.rule for m in person(record, "Pedro Saroyan").mentions] == ["name", "spelling variant"]


def test_brothers_are_two(told: Told) -> None:
    record = told("Colonel Pedro Rojas met Colonel Juan Rojas.", upto="people")
    assert len(record.of("person")) == 2


def test_the_president_is_the_one_president(told: Told) -> None:
    record = told("President Marta Oliveira arrived. The president met the mayor.", upto="people")
    assert "The president" in words(record, person(record, "Marta Oliveira"))


def test_which_president_stays_open_when_there_are_two(told: Told) -> None:
    record = told("Chile's President Pedro Rojas met Peru's President Ana Lopez. The president left.", upto="people")
    people = [fact.value for fact in record.of("person") if isinstance(fact.value, Person)]
    assert all("The president" not in words(record, value) for value in people)


def test_a_country_tells_which_president(told: Told) -> None:
    text = "Chile's President Pedro Rojas met Peru's President Ana Lopez. Peru's president left."
    record = told(text, upto="people")
    assert "Peru's president" in words(record, person(record, "Ana Lopez"))


def test_an_alias_of_common_words(told: Told) -> None:
    record = told("General Pedro Rojas, nicknamed the Admiral, fled to Lima.", upto="people")
    assert person(record, "Pedro Rojas").aliases == ("Admiral",)


def test_a_post_of_a_country_is_a_person_without_a_name(told: Told) -> None:
    record = told("Sweden summoned the Norwegian ambassador. The Norwegian ambassador left.", upto="people")
    (fact,) = record.of("person")
    assert isinstance(fact.value, Person)
    assert (fact.value.name, fact.value.country, fact.value.sector) == ("ambassador", "NOR", "GOV")
    assert words(record, fact.value) == ["the Norwegian ambassador", "The Norwegian ambassador"]
    assert fact.reason == "no name is given, only the post"


def test_a_post_without_a_country_is_nobody(told: Told) -> None:
    assert told("The ambassador left.", upto="people").of("person") == []


def test_a_post_said_of_somebody_is_no_other_person(told: Told) -> None:
    record = told("Marta Oliveira, the Norwegian ambassador, left.", upto="people")
    assert [f.value.name for f in record.of("person") if isinstance(f.value, Person)] == ["Marta Oliveira"]


def test_a_surname_with_its_particle(told: Told) -> None:
    record = told("Mayor Bruno de Castro spoke. De Castro left.", upto="people")
    assert words(record, person(record, "Bruno de Castro")) == ["Bruno de Castro", "De Castro"]


def test_a_post_with_its_field_is_a_title(told: Told) -> None:
    record = told("Minister of Education Marta Oliveira spoke.", upto="people")
    assert person(record, "Marta Oliveira").sector == "GOV"


def test_the_given_name_tells_he_from_she(told: Told) -> None:
    record = told("Marta Oliveira met Pedro Rojas. She left.", upto="people")
    assert "She" in words(record, person(record, "Marta Oliveira"))


def test_a_headline_names_people_by_their_posts(told: Told) -> None:
    headline = "Former mayor of Porto wins prize"
    text = f"{headline}\nMarta Oliveira, the former mayor of Porto, won it."
    record = told(text, upto="people", headline=headline)
    assert words(record, person(record, "Marta Oliveira"))[0] == "Former mayor"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ana Lund met Ivan Brek. Lund and Brek left.", {"Ana Lund": 2, "Ivan Brek": 2}),
        ("Mr. Ivan Brek met Mr. Pavel Brek. Ivan Brek left.", {"Ivan Brek": 2, "Pavel Brek": 1}),
        ("Judge Ana Maria Lund left. Ana Lund came back.", {"Ana Maria Lund": 2}),
        ("Judge Ana M. Lund left. Ana Lund came back.", {"Ana M. Lund": 2}),
        ("President Ana Lund’s plan failed. Lund’s party left.", {"Ana Lund": 2}),
        ("President Ana Lund left. Ana came back.", {"Ana Lund": 2}),
    ],
)
def test_which_names_are_one_person(told: Told, text: str, names: dict[str, int]) -> None:
    record = told(text, upto="people")
    people = [fact.value for fact in record.of("person") if isinstance(fact.value, Person)]
    assert {value.name: len(value.mentions) for value in people} == names


def test_a_surname_of_two_goes_to_the_last_named(told: Told) -> None:
    record = told("Colonel Pavel Brek left. Colonel Ivan Brek slept. Brek woke.", upto="people")
    assert words(record, person(record, "Ivan Brek"))[-1] == "Brek"
    assert words(record, person(record, "Pavel Brek")) == ["Pavel Brek"]


def test_a_title_tells_husband_from_wife(told: Told) -> None:
    text = "President Ivan Brek met First Lady Ana Brek. President Brek left. Mrs. Brek slept."
    record = told(text, upto="people")
    starts = {mention.start for mention in person(record, "Ivan Brek").mentions if mention.form == "name"}
    assert starts == {text.index("Ivan"), text.index("Brek left")}


def test_a_surname_before_the_full_name(told: Told) -> None:
    headline = "Mr. Brek resigns"
    record = told(f"{headline}\nMinister Ivan Brek resigned.", upto="people", headline=headline)
    assert words(record, person(record, "Ivan Brek")) == ["Brek", "Ivan Brek"]


def test_capitals_copy(told: Told) -> None:
    record = told("PRESIDENT ANA BREK LEFT LIMA. BREK SAID SHE WAS TIRED.", upto="people")
    (fact,) = record.of("person")
    assert isinstance(fact.value, Person)
    assert words(record, fact.value) == ["ANA BREK", "BREK", "SHE"]


def test_nothing_at_all(told: Told) -> None:
    assert told("", upto="people").of("person") == []


@pytest.mark.parametrize(
    "text",
    [
        "Norway's Prime Minister Ana Lund met Chile's Prime Minister Pedro Rojas. Peru's prime minister left.",
        "President Ana Lund met a president. A president left.",
        "Deputy President Ana Lund spoke. The president left.",
        "Former President Ana Lund spoke. The president left.",
    ],
)
def test_a_post_is_not_another_s(told: Told, text: str) -> None:
    record = told(text, upto="people")
    nominal = [
        mention
        for fact in record.of("person")
        if isinstance(fact.value, Person) and " " in fact.value.name and fact.value.name[0].isupper()
        for mention in fact.value.mentions
        if mention.form == "nominal"
    ]
    assert nominal == []


def test_the_president_of_one_of_two_countries(told: Told) -> None:
    text = "Chile's President Pedro Rojas met Peru's President Ana Lopez. Peru's president left."
    record = told(text, upto="people")
    assert words(record, person(record, "Ana Lopez"))[-1].endswith("president")
    assert words(record, person(record, "Pedro Rojas")) == ["Pedro Rojas"]


def test_a_home_country_is_a_guess_that_says_so(told: Told) -> None:
    line = "OSLO (Fjord News) -"
    record = told(f"{line}\nNorway waits. Minister Ana Lund spoke for Norway.", upto="people", dateline=line)
    fact = next(fact for fact in record.of("person") if isinstance(fact.value, Person))
    assert isinstance(fact.value, Person)
    assert fact.value.country == "NOR"
    assert fact.confidence < 0.9 and fact.reason is not None


@pytest.mark.parametrize("post", ["Actress", "Dr.", "Farmer"])
def test_no_home_country_for_private_people(told: Told, post: str) -> None:
    line = "OSLO (Fjord News) -"
    record = told(f"{line}\nNorway waits. {post} Ana Lund spoke of Norway.", upto="people", dateline=line)
    assert person(record, "Ana Lund").country is None


@given(
    st.lists(
        st.sampled_from(
            [
                "President",
                "Ana",
                "Lund",
                "Ivan",
                "Brek",
                ",",
                "the",
                "former",
                "she",
                "he",
                "'s",
                "said",
                "of",
                "Norway",
                ".",
                "(",
                ")",
            ]
        )
    )
)
@hypothesis_settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_words_at_all(told: Told, words: list[str]) -> None:
    record = told(" ".join(words), upto="people")
    assert not [finding for finding in record.findings if finding.severity == "error"]
    spans = [(m.start, m.end) for f in record.of("person") if isinstance(f.value, Person) for m in f.value.mentions]
    assert len(spans) == len(set(spans))
    assert all(0 <= start < end <= len(record.text) for start, end in spans)


def test_a_title_without_its_country_elsewhere_does_not_blur_whose_it_is(told: Told) -> None:
    text = (
        "Chile's President Pedro Rojas met Peru's President Ana Lopez. President Ana Lopez smiled. "
        "Chile's president left."
    )
    record = told(text, upto="people")
    assert "Chile's president" in words(record, person(record, "Pedro Rojas"))
    assert len(record.of("person")) == 2


def test_the_office_of_an_official_is_no_person(told: Told) -> None:
    assert told("The Norwegian governor's office denied it.", upto="people").of("person") == []
