"""Which words tell of harm, whom it befell, and how real it is."""

from collections.abc import Callable

import pytest

from dateline.record import Record
from dateline.understanding.harm.harm_words import candidates, has_rate
from dateline.understanding.harm.harms import Harm, harms

Told = Callable[..., Record]


def read(told: Told, text: str) -> list[Harm]:
    annotation = told(text, upto="places").annotation
    return [harm for token in candidates(annotation) for harm in harms(annotation, token)]


def short(told: Told, text: str) -> list[tuple[str, str, str]]:
    return [(harm.effect, harm.trigger.text, harm.sufferer.text) for harm in read(told, text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels murdered a judge.", [("killed", "murdered", "judge")]),
        ("The judge was murdered by rebels.", [("killed", "murdered", "judge")]),
        ("The judge murdered by rebels was popular.", [("killed", "murdered", "judge")]),
        ("The judge whom rebels murdered was popular.", []),  # the parser hangs the verb on the rebels
        ("The judge who was murdered was popular.", [("killed", "murdered", "judge")]),
        (
            "Rebels murdered a judge and two guards.",
            [("killed", "murdered", "judge"), ("killed", "murdered", "guards")],
        ),
        (
            "Two guards were murdered or kidnapped.",
            [("killed", "murdered", "guards"), ("abducted", "kidnapped", "guards")],
        ),
        ("Seven guards and a nurse were hurt.", [("wounded", "hurt", "guards"), ("wounded", "hurt", "nurse")]),
        ("Six were killed and several injured.", [("killed", "killed", "Six"), ("wounded", "injured", "several")]),
        ("Six were killed and 20 injured.", [("killed", "killed", "Six"), ("wounded", "injured", "20")]),
        ("Six guards were beaten and seriously injured.", [("wounded", "injured", "guards")]),
    ],
)
def test_verbs(told: Told, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert short(told, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Four miners perished underground.", [("killed", "perished", "miners")]),
        ("The miners who perished were young.", [("killed", "perished", "miners")]),
        ("Two sailors vanished at sea.", [("missing", "vanished", "sailors")]),
        ("Two sailors fell overboard and drowned.", [("killed", "drowned", "sailors")]),
    ],
)
def test_fates(told: Told, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert short(told, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Four miners are dead.", [("killed", "dead", "miners")]),
        ("The collapse left four miners dead.", [("killed", "dead", "miners")]),
        ("Four dead in mine collapse", [("killed", "dead", "Four")]),
        ("The engineer is still missing.", [("missing", "missing", "engineer")]),
        ("The passengers were unhurt.", [("unharmed", "unhurt", "passengers")]),
        ("Rebels took a nurse hostage.", [("abducted", "hostage", "nurse")]),
        ("The flood left 300 families homeless.", [("displaced", "homeless", "families")]),
    ],
)
def test_states(told: Told, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert short(told, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The murder of a judge shocked Porto.", [("killed", "murder", "judge")]),
        ("The judge's murder shocked Porto.", [("killed", "murder", "judge")]),
        ("Two women were stabbed to death.", [("killed", "stabbed", "women")]),
        ("A climber fell to his death.", [("killed", "fell", "climber")]),
        ("The disappearance of a nurse worries Braga.", [("missing", "disappearance", "nurse")]),
    ],
)
def test_deeds(told: Told, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert short(told, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The mayor was linked to the death of a judge.",
        "The mayor was connected to the deaths of two judges.",
    ],
)
def test_a_link_to_a_death_is_no_death(told: Told, text: str) -> None:
    assert "mayor" not in [harm.sufferer.text for harm in read(told, text)]


@pytest.mark.parametrize(
    "text",
    [
        "Two men were sentenced to death.",
        "The war led to death and ruin.",
        "An attempted murder shook Braga.",
        "Planned killings were foiled.",
        "The dead sea is salty.",
        "He wrote a murder story.",
        "Silence fell.",
        "",
    ],
)
def test_no_harm(told: Told, text: str) -> None:
    assert [harm for harm in read(told, text) if not harm.explicit] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Nine pilots lost their lives.", [("killed", "lost", "pilots")]),
        ("The fire claimed the lives of nine pilots.", [("killed", "claimed", "pilots")]),
        ("Two drivers suffered injuries.", [("wounded", "suffered", "drivers")]),
        ("Thousands of villagers fled their homes.", [("displaced", "fled", "Thousands")]),
    ],
)
def test_light_verbs(told: Told, text: str, expected: list[tuple[str, str, str]]) -> None:
    assert expected[0] in short(told, text)


@pytest.mark.parametrize("text", ["Nine pilots lost their luggage.", "The fire claimed the roof.", "Two men fled."])
def test_light_verbs_need_their_objects(told: Told, text: str) -> None:
    assert read(told, text) == []


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("The death toll rose to 35.", "35"),
        ("The death toll rose from 12 to 35.", "35"),
        ("The toll now stands at more than 300.", "300"),
        ("The toll reached at least 40 on Monday.", "40"),
        ("A death toll of 12 was given.", "12"),
    ],
)
def test_tolls(told: Told, text: str, figure: str) -> None:
    (harm,) = (harm for harm in read(told, text) if harm.trigger.lemma == "toll")
    assert (harm.sufferer.text, harm.counted, harm.effect) == (figure, True, "killed")


@pytest.mark.parametrize("text", ["The toll road is 35 km long.", "The toll rose.", "The bridge toll was cut in May."])
def test_a_toll_without_its_count(told: Told, text: str) -> None:
    assert [harm for harm in read(told, text) if harm.trigger.lemma == "toll"] == []


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Rebels killed a judge.", "asserted"),
        ("Rebels did not kill a judge.", "denied"),
        ("Rebels never killed a judge.", "denied"),
        ("The judge may have been killed.", "possible"),
        ("The judge is believed to have been killed.", "possible"),
        ("Two guards are feared dead.", "possible"),
        ("The rebels managed to kill a judge.", "asserted"),
        ("Police said rebels had killed a judge.", "asserted"),
        ("Neither the judge nor the guard was killed.", "denied"),
    ],
)
def test_status(told: Told, text: str, status: str) -> None:
    found = read(told, text)
    assert found and {harm.status for harm in found} == {status}


@pytest.mark.parametrize(
    "text",
    [
        "Rebels will kill a judge.",
        "Rebels wanted to kill a judge.",
        "Rebels threatened to kill a judge.",
        "Rebels plotted to kill a judge.",
        "If rebels kill a judge, the talks end.",
        "The talks end unless rebels free a judge.",
        "The judge was nearly killed.",
        "Did rebels kill a judge?",
        "Rebels fled without killing a judge.",
        "He demanded that the judge be killed.",
        "There will not be any more thefts, bombings or murders of judges.",
        "Rebels attempted to kidnap a judge.",
    ],
)
def test_what_did_not_happen(told: Told, text: str) -> None:
    assert read(told, text) == []


def test_what_could_come_counts_only_by_number_or_name(told: Told) -> None:
    (harm,) = read(told, "Rebels could kill a judge.")
    assert (harm.status, harm.explicit) == ("possible", True)


def test_doubt_lowers_confidence(told: Told) -> None:
    (sure,) = read(told, "The judge was killed.")
    (doubtful,) = read(told, "The judge may have been killed.")
    assert doubtful.confidence < sure.confidence


def test_capitals_read_alike(told: Told) -> None:
    found = [
        (effect, trigger.lower(), who.lower())
        for effect, trigger, who in short(told, "REBELS KILLED A JUDGE IN PORTO.")
    ]
    assert found == [("killed", "killed", "judge")]


def test_a_modifier_counts_only_with_a_number_or_a_name(told: Told) -> None:
    found = read(told, "The wounded soldiers waited.")
    assert found and all(harm.explicit for harm in found)


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("Accidents kill 3,000 people every year.", True),
        ("Mines hurt 40 children a month.", True),
        ("A mine hurt 40 children.", False),
        ("A year later a mine hurt 40 children.", False),
        ("Police arrested 40 people in a weekend raid.", False),
        ("The guards died within a day of the raid.", False),
        ("Forty guards die each month.", True),
    ],
)
def test_rates(told: Told, text: str, rate: bool) -> None:
    record = told(text, upto="places")
    assert has_rate(record.annotation, record.annotation.sentences[0]) is rate
