"""Careers in sentences: who holds which post, in which body, from when to when; and whose post it is not."""

import pytest

from conftest import Told
from dateline.record import Record
from dateline.values import Moment, Organisation, Person, Role


def name_of(record: Record, fact: str | None) -> str | None:
    found = record.get(fact)
    if found is None:
        return None
    assert isinstance(found.value, Person | Organisation)
    return found.value.name


def timex(record: Record, fact: str | None) -> str | None:
    found = record.get(fact)
    return found.value.timex if found and isinstance(found.value, Moment) else None


def roles_in(told: Told, text: str) -> tuple[Record, list[Role]]:
    record = told(text, upto="roles", published="2016-05-02")
    return record, [fact.value for fact in record.of("role") if isinstance(fact.value, Role)]


def held(told: Told, text: str) -> list[str]:
    """Each post as "person: state title @ body"."""
    record, found = roles_in(told, text)
    bodies = [name_of(record, role.organisation) for role in found]
    return [
        f"{name_of(record, role.person)}: {role.state} {role.title}" + (f" @ {body}" if body else "")
        for role, body in zip(found, bodies, strict=True)
    ]


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("Ana Lund was sworn in as governor on Monday.", "Ana Lund: current governor"),
        ("Ana Lund was re-elected mayor.", "Ana Lund: current mayor"),
        ("Ana Lund was promoted to colonel.", "Ana Lund: current colonel"),
        ("Ana Lund took over as mayor.", "Ana Lund: current mayor"),
        ("Ana Lund assumed the post of governor.", "Ana Lund: current governor"),
        ("Ana Lund holds the post of finance minister.", "Ana Lund: current finance minister"),
        ("Ana Lund has been governor since 2009.", "Ana Lund: current governor"),
        ("Ana Lund is still mayor.", "Ana Lund: current mayor"),
        ("Ana Lund said she was the mayor of Bergen.", "Ana Lund: current mayor"),
        ("Ana Lund went on to become prime minister.", "Ana Lund: current prime minister"),
        ("Ana Lund is a lawyer. Appointed judge in 2012. She left.", "Ana Lund: current judge"),
        ("Ana Lund, who is mayor of Bergen, left.", "Ana Lund: current mayor"),
        ("The new coach is Ana Lund.", "Ana Lund: current coach"),
        ("Ana Lund's appointment as judge was praised.", "Ana Lund: current judge"),
        ("Ana Lund worked as a teacher in Bergen.", "Ana Lund: former teacher"),
        ("Ana Lund had been a teacher.", "Ana Lund: former teacher"),
        ("Ana Lund was once mayor.", "Ana Lund: former mayor"),
        ("Ana Lund is no longer mayor.", "Ana Lund: former mayor"),
        ("Ana Lund served as mayor until May 2014.", "Ana Lund: former mayor"),
        ("Ana Lund resigned as mayor in May.", "Ana Lund: former mayor"),
        ("Ana Lund was removed from the post of mayor.", "Ana Lund: former mayor"),
        ("Ana Lund retired as a judge in 1990.", "Ana Lund: former judge"),
        ("The departure of Ana Lund as mayor was sad.", "Ana Lund: former mayor"),
        ("Ana Lund remembered her time as mayor.", "Ana Lund: former mayor"),
        ("Mayor Ana Lund stepped down on Sunday.", "Ana Lund: former Mayor"),
        ("Ana Lund became mayor after serving as a judge.", "Ana Lund: former judge"),
        ("Ana Lund worked as a teacher before becoming a senator.", "Ana Lund: current senator"),
        ("Ana Lund will become mayor in May.", "Ana Lund: future mayor"),
        ("Ana Lund is to become mayor.", "Ana Lund: future mayor"),
        ("Ana Lund is expected to be appointed mayor.", "Ana Lund: future mayor"),
        ("Ana Lund was nominated as ambassador.", "Ana Lund: future ambassador"),
        ("President-elect Ana Lund left.", "Ana Lund: future President"),
        ("Ana Lund is running for governor.", "Ana Lund: current candidate"),
        ("Ana Lund, the candidate for governor, left.", "Ana Lund: current candidate"),
        ("Acme Corp.'s chief executive, Ana Lund, left.", "Ana Lund: current chief executive @ Acme Corp."),
        ("director Ana Lund of Acme Corp. left.", "Ana Lund: current director @ Acme Corp."),
        ("Acme Corp. spokeswoman Ana Lund left.", "Ana Lund: current spokeswoman @ Acme Corp."),
        ("Ana Lund, an analyst at Acme Corp., left.", "Ana Lund: current analyst @ Acme Corp."),
        ("Ana Lund, professor of law at Bergen University, left.", "Ana Lund: current professor @ Bergen University"),
        ("Ana Lund, president and founder of Acme Corp., left.", "Ana Lund: current president @ Acme Corp."),
        ("Ana Lund, a member of the Socialist Party, left.", "Ana Lund: current member @ Socialist Party"),
        ("Ana Lund joined Acme Corp. in 1988.", "Ana Lund: current member @ Acme Corp."),
        ("Ana Lund was elected to parliament.", "Ana Lund: current member @ parliament"),
        ("Democrat Ana Lund left.", "Ana Lund: current Democrat"),
        ("Ana Lund, a Republican, left.", "Ana Lund: current Republican"),
        ("Ana Lund founded the Green Party.", "Ana Lund: current founder @ Green Party"),
        ("Ana Lund co-founded Acme Corp. in 1999.", "Ana Lund: current co-founder @ Acme Corp."),
        ("Ana Lund, who leads the rebels, left.", "Ana Lund: current leader @ rebels"),
        ("Ana Lund, an engineer at Acme Corp., was fired.", "Ana Lund: former engineer @ Acme Corp."),
        ("The president's spokesman, Pedro Rojas, left.", "Pedro Rojas: current spokesman"),
        ("Norway's top negotiator with Chile, Ana Lund, left.", "Ana Lund: current negotiator"),
        ("Ana Lund was a boxer from Norway, who became world champion in 1971.", "Ana Lund: current world champion"),
    ],
)  # fmt: skip
def test_posts(told: Told, text: str, post: str) -> None:
    assert post in held(told, text)


LIFE = (
    "Ana Lund, 58, is a Norwegian politician. Born in Bergen, she studied law in Oslo and worked as a prosecutor from "
    "1985 to 1990. She joined the Labour Party in 1988, was elected to parliament in 1993 and served as deputy speaker "
    "until 1999. In 2001 she was named justice minister, a post she held until 2005. She has headed the Brek "
    "Foundation since 2010."
)


def test_a_life(told: Told) -> None:
    record, found = roles_in(told, LIFE)
    told_of = {role.title: (role.state, timex(record, role.since), timex(record, role.until)) for role in found}
    assert told_of["politician"] == ("current", None, None)
    assert told_of["prosecutor"] == ("former", "1985/1990", "1985/1990")
    assert told_of["deputy speaker"] == ("former", None, "1999")
    assert told_of["justice minister"] == ("former", "2001", "2005")
    assert told_of["head"] == ("current", "2010", None)
    bodies = {name_of(record, role.organisation) for role in found if role.title == "member"}
    assert bodies == {"Labour Party", "parliament"}
    assert {name_of(record, role.person) for role in found} == {"Ana Lund"}


@pytest.mark.parametrize(
    ("text", "post"),
    [
        ("General Pedro Rojas left. Promoted to general in 1995, Rojas retired.", "Pedro Rojas: current General"),
        ("The king named Pedro Rojas prime minister.", "Pedro Rojas: current prime minister"),
        ("Jan Brek was replaced as chief executive by Ana Lund.", "Ana Lund: current chief executive"),
        ("Mayor Tom Hall, a former teacher, will be succeeded by Ana Lund.", "Ana Lund: future Mayor"),
        ("Mayor Tom Hall, a former teacher, resigned.", "Tom Hall: former Mayor"),
        ("Mayor Tom Hall will step down.", "Tom Hall: current Mayor"),
        ("Tom Hall was forced to step down as mayor.", "Tom Hall: former mayor"),
        ("Ana Lund, then the mayor of Bergen, left.", "Ana Lund: former mayor"),
        ("Ana Lund met him while mayor of Bergen.", "Ana Lund: former mayor"),
        ("A former teacher, Ana Lund left.", "Ana Lund: former teacher"),
        ("An attorney for Acme Corp., Karl Berg, left.", "Karl Berg: current attorney @ Acme Corp."),
    ],
)
def test_careers_in_other_shapes(told: Told, text: str, post: str) -> None:
    assert post in held(told, text)


@pytest.mark.parametrize(
    "text",
    [
        "Ana Lund was not appointed mayor.",
        "Ana Lund could become mayor.",
        "Ana Lund denied that she was mayor.",
        "Ana Lund was offered the post of mayor.",
        "Ana Lund refused to become mayor.",
        "Ana Lund hopes to be mayor.",
        "If Ana Lund becomes mayor, it will rain.",
        "If the party wins and Ana Lund becomes mayor, it will rain.",
        "Is Ana Lund mayor?",
        "Ana Lund or Pedro Rojas will be mayor.",
        "Ana Lund is fit to be mayor.",
        "Ana Lund dreamt of becoming mayor.",
        "Ana Lund, whose father was king, left.",
        "Ana Lund told the minister that it rained.",
        "The minister's brother left.",
        "Ana Lund is no mayor.",
        "Ana Lund, a member of the family, left.",
        "Ana Lund was seen as the mayors' friend.",
        "Ana Lund, a passenger, left.",
        "Ana Lund took the letter to the mayor.",
        "Ana Lund returned to the mayor.",
        "Ana Lund started as the mayor spoke.",
        "According to the mayor, Ana Lund left.",
    ],
)
def test_no_post(told: Told, text: str) -> None:
    assert held(told, text) == []


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("Ana Lund met President Karl Berg.", ["Karl Berg: current President"]),
        ("The president's spokesman Karl Berg left.", ["Karl Berg: current spokesman"]),
        ("Ana Lund, an aide to the governor, left.", ["Ana Lund: current aide"]),
        ("The mayor, Ana Lund and Karl Berg left.", []),
        ("Ana Lund appointed Karl Berg mayor.", ["Karl Berg: current mayor"]),
        ("Ana Lund, a lawyer for Mayor Karl Berg, left.", ["Ana Lund: current lawyer", "Karl Berg: current Mayor"]),
    ],
)
def test_whose_post(told: Told, text: str, posts: list[str]) -> None:
    assert held(told, text) == posts


@pytest.mark.parametrize(
    ("text", "title", "since", "until"),
    [
        ("Ana Lund has been mayor since 2009.", "mayor", "2009", None),
        ("Ana Lund served as mayor until May 2014.", "mayor", None, "2014-05"),
        ("Ana Lund was mayor from 1994 to 2001.", "mayor", "1994/2001", "1994/2001"),
        ("In 2015 Ana Lund was appointed mayor.", "mayor", "2015", None),
        ("In 2015 Ana Lund was elected and appointed mayor.", "mayor", "2015", None),
        ("Ana Lund was mayor for ten years.", "mayor", None, None),
        ("Ana Lund, mayor of Bergen since 2009, left.", "mayor", "2009", None),
        ("Ana Lund, mayor from 1994 to 2001, left.", "mayor", "1994/2001", "1994/2001"),
        ("Ana Lund resigned as mayor in 2010.", "mayor", None, "2010"),
        ("Ana Lund was mayor. She met the queen in 2010.", "mayor", None, None),
        ("Born in Oslo, Ana Lund joined Acme Corp. in 1988, rising to director in 1995.", "director", "1995", None),
        ("Born in Oslo, Ana Lund joined Acme Corp. in 1988, rising to director in 1995.", "member", "1988", None),
        ("Ana Lund, appointed judge in 2014, left.", "judge", "2014", None),
        ("President Ana Lund leaves office on January 20, 2017.", "President", None, "2017-01-20"),
        ("Ana Lund founded Acme Corp. in 1999.", "founder", "1999", None),
        ("Ana Lund, the former head of Acme Corp., left. Lund was appointed in 2009.", "head", "2009", None),
        ("Ana Lund, the former head of Acme Corp., left. Lund resigned in 2014.", "head", None, "2014"),
    ],
)
def test_from_when_to_when(told: Told, text: str, title: str, since: str | None, until: str | None) -> None:
    record, found = roles_in(told, text)
    (role,) = [role for role in found if role.title == title]
    assert (timex(record, role.since), timex(record, role.until)) == (since, until)


def test_what_ends_after_the_day_of_the_story_is_still_held(told: Told) -> None:
    assert held(told, "President Ana Lund leaves office on January 20, 2017.") == ["Ana Lund: current President"]


@pytest.mark.parametrize(
    ("text", "person", "title", "relative"),
    [
        ("President Ana Lund met her brother Karl Berg.", "Karl Berg", "brother", "Ana Lund"),
        ("Ana Lund and her brother, Senator Karl Berg, left.", "Karl Berg", "brother", "Ana Lund"),
        ("Ana Lund and her husband, Karl Berg, left.", "Karl Berg", "husband", "Ana Lund"),
        ("Karl Berg is Ana Lund's cousin.", "Karl Berg", "cousin", "Ana Lund"),
        ("Karl Berg, Ana Lund's son-in-law, left.", "Karl Berg", "son-in-law", "Ana Lund"),
        ("Ana Lund, whose father, Karl Berg, was king, left.", "Karl Berg", "father", "Ana Lund"),
        ("Mayor Ana Lund left. Karl Berg, brother of Lund, stayed.", "Karl Berg", "brother", "Ana Lund"),
    ],
)
def test_kin(told: Told, text: str, person: str, title: str, relative: str) -> None:
    record, found = roles_in(told, text)
    kin = [(name_of(record, r.person), r.title, name_of(record, r.relative)) for r in found if r.relative]
    assert kin == [(person, title, relative)]


@pytest.mark.parametrize(
    "text",
    [
        "Karl Berg met the mayor's brother.",
        "The brothers Karl Berg and Jan Berg left.",
        "Brother Karl Berg left.",
        "Karl Berg has a brother.",
    ],
)
def test_no_kin(told: Told, text: str) -> None:
    _, found = roles_in(told, text)
    assert not [role for role in found if role.relative]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Lund succeeded Karl Berg as mayor in 2015.",
        "Mayor Karl Berg was replaced by Ana Lund in 2015.",
        "Karl Berg was succeeded as mayor by Ana Lund in 2015.",
    ],
)
def test_a_post_passes_on(told: Told, text: str) -> None:
    record, found = roles_in(told, text)
    posts = {name_of(record, role.person): role for role in found}
    assert {name: role.title.lower() for name, role in posts.items()} == {"Ana Lund": "mayor", "Karl Berg": "mayor"}
    assert posts["Karl Berg"].state == "former" and timex(record, posts["Karl Berg"].until) == "2015"
    assert posts["Ana Lund"].state == "current" and timex(record, posts["Ana Lund"].since) == "2015"


def test_whoever_defects_leaves_one_side_for_the_other(told: Told) -> None:
    text = "Colonel Pedro Rojas defected from the army to the rebels in 2012."
    assert set(held(told, text)) == {
        "Pedro Rojas: current Colonel",
        "Pedro Rojas: former member @ army",
        "Pedro Rojas: current member @ rebels",
    }


def test_a_dismissal_from_another_body_ends_nothing_here(told: Told) -> None:
    text = "Ana Lund is a writer for the Daily Post. She worked there after being fired from Acme Corp. in 2010."
    assert "Ana Lund: current writer @ Daily Post" in held(told, text)


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("Gen. Pedro Rojas left. General Pedro Rojas came back.", 1),
        ("Minister of Trade Ana Lund left. Ana Lund, the trade minister, came back.", 1),
        ("Rebel leader Pedro Rojas left. Pedro Rojas, the leader of the rebels, came back.", 1),
        ("Vice President Ana Lund left. Ana Lund, the president, came back.", 2),
        ("Major General Pedro Rojas left. General Pedro Rojas came back.", 2),
        ("Ana Lund, director of Acme Corp., left. Ana Lund, director of Brek Corp., came back.", 2),
    ],
)
def test_one_fact_for_one_post(told: Told, text: str, posts: int) -> None:
    assert len(held(told, text)) == posts


@pytest.mark.parametrize(
    ("text", "least", "most"),
    [
        ("Mayor Ana Lund left.", 0.9, 1.0),
        ("Ana Lund was a mayor.", 0.7, 0.8),
        ("Ana Lund is expected to become mayor.", 0.5, 0.7),
        ("Ana Lund was nominated as ambassador.", 0.5, 0.7),
    ],
)
def test_what_is_less_sure_says_so(told: Told, text: str, least: float, most: float) -> None:
    record = told(text, upto="roles", published="2016-05-02")
    (fact,) = record.of("role")
    assert least <= fact.confidence <= most
    assert bool(fact.reason) == (fact.confidence < 0.85)
