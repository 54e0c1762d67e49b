"""Names of many kinds in sentences of our own: where each begins and ends, what it is a name of, and what is none."""

import pytest

from conftest import article_of
from dateline.annotation.annotate import annotate


def told(text: str) -> dict[str, str]:
    """The names of a text and what each is a name of; adjectives of peoples left out."""
    found = next(annotate([article_of(text)])).names
    return {name.text: name.label for name in found if name.label != "demonym"}


def people(text: str) -> list[str]:
    return [name for name, label in told(text).items() if label == "person"]


def bodies(text: str) -> list[str]:
    return [name for name, label in told(text).items() if label == "organisation"]


# People of many cultures


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Prosecutors questioned Nikolai Petrovich Sorbin on Tuesday.", "Nikolai Petrovich Sorbin"),
        ("Police detained Gulnara Akhmetovna Sadyrbekova near the border.", "Gulnara Akhmetovna Sadyrbekova"),
        ("Juan Manfred Ibarra Montenegro was elected mayor on Sunday.", "Juan Manfred Ibarra Montenegro"),
        ("María del Pilar Ortuño y Vega signed the decree.", "María del Pilar Ortuño y Vega"),
        ("The judge heard Maria da Conceição dos Santos first.", "Maria da Conceição dos Santos"),
        ("The commander, Abu Omar al-Brekawi, was killed in the strike.", "Abu Omar al-Brekawi"),
        ("Umm Salim al-Najari fled with her children.", "Umm Salim al-Najari"),
        ("Faisal bin Turki al-Orban was sworn in on Monday.", "Faisal bin Turki al-Orban"),
        ("The talks were led by Tan Wei-lin of the trade office.", "Tan Wei-lin"),
        ("Kang Min-ho, the foreign minister, arrived on Monday.", "Kang Min-ho"),
        ("Officials said Zhao Weiming would chair the session.", "Zhao Weiming"),
        ("The lawyer, Kyaw Zeya, said the trial was unfair.", "Kyaw Zeya"),
        ("Ludwig van der Brecht won the race.", "Ludwig van der Brecht"),
        ("Jean-Pierre Lemoine called for calm.", "Jean-Pierre Lemoine"),
        ("Sean O'Bannock was released after two hours.", "Sean O'Bannock"),
        ("A court convicted J.B. Lund of fraud.", "J.B. Lund"),
        ("A court convicted J. B. Lund of fraud.", "J. B. Lund"),
        ("Ana J. Lund, a teacher, was hurt.", "Ana J. Lund"),
        ("Doctors treated Per R. Brekhold for burns.", "Per R. Brekhold"),
        ("King Manfred I opened the parliament.", "Manfred I"),
        ("Robert Lund Jr. was released.", "Robert Lund Jr."),
        ("The wedding of Islam Brekov was held in secret.", "Islam Brekov"),
        ("Neighbours of April Dunmore heard shots.", "April Dunmore"),
    ],
)
def test_a_name_is_whole_wherever_it_comes_from(text: str, name: str) -> None:
    assert name in people(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Colonel Don Ferris said the suspect fled.", "Don Ferris"),
        ("Dr. Don Marlow examined the boy.", "Don Marlow"),
        ("Gov. Ana Lund vetoed the bill.", "Ana Lund"),
        ("Capt. Ivo Brek led the patrol.", "Ivo Brek"),
        ("Maj. Gen. Tomas Brekhold commands the division.", "Tomas Brekhold"),
        ("Prime Minister Avi Lundak spoke on Friday.", "Avi Lundak"),
        ("Survivor Beatrice Orwell told the court of the fire.", "Beatrice Orwell"),
        ("Former President Ana Lund met her lawyers.", "Ana Lund"),
        ("Prosecutors called Inspector of Mines Pamela Orwin to the stand.", "Pamela Orwin"),
    ],
)
def test_what_stands_before_a_name_is_no_part_of_it(text: str, name: str) -> None:
    assert people(text) == [name]


def test_a_surname_may_be_a_title_too() -> None:
    story = "Police arrested Ingrid Carpenter on Monday. Carpenter denied the charge. A carpenter found the money."
    assert people(story) == ["Ingrid Carpenter", "Carpenter"]


def test_a_friend_of_somebodys_makes_no_shop() -> None:
    assert bodies("Ana Lund was arrested. A friend of Lund's said so.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The Prime Minister said nothing.",
        "She is a Professor of Mathematics in the north.",
        "The Bishop of the diocese prayed.",
        "Dermatologists at the hospital refused.",
        "An Orlan was among the dead.",
        "Neutrinos have no charge.",
    ],
)
def test_posts_and_peoples_are_nobody(text: str) -> None:
    assert people(text) == []


# Bodies


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Ministry of Trade and Industry cut the rates.", "Ministry of Trade and Industry"),
        ("The Department of Health and Human Services said so.", "Department of Health and Human Services"),
        ("He told the Committee on Science and Technology that it failed.", "Committee on Science and Technology"),
        ("The Council on Foreign Relations published a paper.", "Council on Foreign Relations"),
        ("The Orlan Society of Weavers and Dyers met.", "Orlan Society of Weavers and Dyers"),
        ("Shareholders of the Oslo and North Brek Bank met.", "Oslo and North Brek Bank"),
        ("The 101st Airborne Division moved north.", "101st Airborne Division"),
        ("Soldiers of the 4th Rifle Regiment fired.", "4th Rifle Regiment"),
        ("He served with the 31st Bomber Wing in the war.", "31st Bomber Wing"),
        ("Militants of the al-Orla Brigades attacked.", "al-Orla Brigades"),
        ("Jaish al-Orla claimed the attack.", "Jaish al-Orla"),
        ("Boko Haram gunmen attacked the village.", "Boko Haram"),
        ("The money came from Banco do Nordeste in May.", "Banco do Nordeste"),
        ("The Frente Amplio de Liberación claimed the attack.", "Frente Amplio de Liberación"),
        ("Medecins sans Frontieres opened a clinic.", "Medecins sans Frontieres"),
        ("He works for Brek & Sons in Leeds.", "Brek & Sons"),
        ("Orla Motors Inc. cut 300 jobs.", "Orla Motors Inc."),
        ("The receivers of Brekhold GmbH sold the plant.", "Brekhold GmbH"),
        ("The raid was reported by the Brekton Weekly on Sunday.", "Brekton Weekly"),
        ("He told The Brekton Herald that he was innocent.", "The Brekton Herald"),
        ("The band Paper Orla played in Hull.", "Paper Orla"),
        ("Fans of bands such as Orlanza fought in the street.", "Orlanza"),
        ("Brekol is a Greek maker of boats.", "Brekol"),
        ("Fenwright's said that profits rose.", "Fenwright's"),
        ("The striker played for Brekton United.", "Brekton United"),
        ("She scored twice as the side lost to Tromso 3-2.", "Tromso"),
        ("The Department of Justice and the FBI agreed.", "Department of Justice"),
    ],
)
def test_a_body_is_whole(text: str, name: str) -> None:
    assert name in bodies(text)


def test_a_body_and_its_letters_are_two_names_of_one() -> None:
    assert bodies("The Popular Front for the Liberation of Orla (PFLO) took the town.") == [
        "Popular Front for the Liberation of Orla",
        "PFLO",
    ]


def test_a_department_ends_where_another_body_begins() -> None:
    assert "Department of Justice and the FBI" not in told("The Department of Justice and the FBI agreed.")
    assert "Congress on Tuesday" not in told("He spoke to Congress on Tuesday.")


def test_the_article_is_the_newspapers_only_where_the_paper_writes_it_so() -> None:
    assert bodies("He told the Brekton Herald that he was innocent.") == ["Brekton Herald"]
    both = "The Brekton Herald reported the raid. He told The Brekton Herald that he was innocent."
    assert bodies(both) == ["The Brekton Herald"]
    mixed = "He told The Brekton Herald so. A man from the Brekton Herald came."
    assert bodies(mixed) == ["Brekton Herald"]


def test_a_body_that_passed_a_resolution_is_named_by_it() -> None:
    assert bodies("The vote followed U.N. Security Council Resolution 1199.") == ["U.N. Security Council"]


# Places


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Near Brekovo, two men were shot.", "Brekovo"),
        ("The village of Brekovo was shelled.", "Brekovo"),
        ("The island of Brekos was hit by a storm.", "Brekos"),
        ("Brekovo is a village in the north.", "Brekovo"),
        ("Tourists left Easter Island on Tuesday.", "Easter Island"),
        ("A train left the Marlow Heights Station at noon.", "Marlow Heights Station"),
        ("A lorry hit a wall on State Highway 12 at noon.", "State Highway 12"),
        ("The inmates of Brekhold Prison rioted.", "Brekhold Prison"),
    ],
)
def test_a_place_is_told_by_what_stands_beside_or_in_it(text: str, name: str) -> None:
    assert told(text).get(name) == "place"


# What is no name of a person, a body or a place


@pytest.mark.parametrize(
    "text",
    [
        'Her song "Winter Roses" topped the charts.',
        'The nominees were "Silver Harbour" and "Glass Orla."',
        "The Orlan Peace Prize was given to nobody.",
        "Operation Silver Dawn began at night.",
        "Operation Brek began on Monday.",
        "Hurricane Orla was downgraded.",
        "The Brekton Film Festival was put off.",
        "A Fokker 100 landed safely.",
        "An IED and two VBIEDs were found.",
        "He was treated for AIDS and got an MRI.",
        "Two NGOs and three VIPs were told.",
        "The Lund virus spread.",
        "The film Harbourlight was banned.",
        "Glasswater is a novel about war.",
        "The Orlafest festival was put off.",
        "It was the first Orlan World Cup.",
    ],
)
def test_things_are_not_told_as_people_bodies_or_places(text: str) -> None:
    assert told(text) == {}


def test_one_band_is_a_band_throughout() -> None:
    story = "The rock band Crimson Bay played on Friday. Fans liked Crimson Bay. Crimson Bay left at night."
    assert told(story) == {"Crimson Bay": "organisation"}


def test_a_name_in_the_singular_that_acts_as_many_is_a_body() -> None:
    assert bodies("On Sunday Orlanthia were beaten at home.") == ["Orlanthia"]


def test_an_alias_is_what_its_bearer_is() -> None:
    story = "The Brek Liberation Front, also known as Orlash, attacked a post. Orlash claimed two victims."
    assert told(story).get("Orlash") == "organisation"


# Headlines


BODY = "The town was flooded on Monday after a night of rain, and schools were closed for the day."


def headed(headline: str) -> dict[str, str]:
    """The names in a headline over a story that names nobody."""
    found = next(annotate([article_of(f"{headline}\n{BODY}", headline=headline)])).names
    return {name.text: name.label for name in found}


def test_a_headline_in_title_case_names_whom_the_encoder_sees() -> None:
    assert headed("Mayor Ana Lindqvist Resigns After Flood Inquiry").get("Ana Lindqvist") == "person"


def test_a_headline_in_title_case_makes_no_names_of_its_words() -> None:
    assert headed("Flood Damage Grows Worse After Another Night of Rain") == {}


def test_a_sentence_with_names_is_no_headline_in_title_case() -> None:
    told = headed("Nils Brekhold of Oslo Brewing Works was named chairman from March, Norwegian newspapers reported.")
    assert told.get("Nils Brekhold") == "person"
