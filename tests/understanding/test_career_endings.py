"""How posts end and pass on: resigned, dismissed, left, succeeded; and what ends nothing."""

import pytest

from conftest import Told
from dateline.record import Record
from dateline.values import Moment, Organisation, Person, Role


def name_of(record: Record, fact: str | None) -> str:
    found = record.get(fact)
    assert found is not None and isinstance(found.value, Person | Organisation)
    return found.value.name


def timex(record: Record, fact: str | None) -> str:
    found = record.get(fact)
    return (found.value.timex or "") if found and isinstance(found.value, Moment) else ""


def held(told: Told, text: str) -> list[str]:
    """Each post as "person: state title @ body, since..until", without what is not told."""
    record = told(text, upto="roles", published="2016-05-02")
    found = []
    for fact in record.of("role"):
        assert isinstance(fact.value, Role)
        role = fact.value
        since, until = timex(record, role.since), timex(record, role.until)
        body = f" @ {name_of(record, role.organisation)}" if role.organisation else ""
        term = f", {since}..{until}" if since or until else ""
        found.append(f"{name_of(record, role.person)}: {role.state} {role.title}{body}{term}")
    return found


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("Greta Holm resigned as mayor.", ["Greta Holm: former mayor"]),
        ("Greta Holm resigned as mayor of Vik in 2014.", ["Greta Holm: former mayor, ..2014"]),
        ("Mayor Greta Holm left the post.", ["Greta Holm: former Mayor"]),
        ("Mayor Greta Holm left office in 2014.", ["Greta Holm: former Mayor, ..2014"]),
        ("Mayor Greta Holm was sacked.", ["Greta Holm: former Mayor"]),
        ("Mayor Greta Holm will resign in June 2016.", ["Greta Holm: current Mayor, ..2016-06"]),
        ("Greta Holm, a driver for Torvik Corp., was fired.", ["Greta Holm: former driver @ Torvik Corp."]),
        (
            "Greta Holm, a driver for Torvik Corp., left Torvik Corp. in 2012.",
            ["Greta Holm: former driver @ Torvik Corp., ..2012"],
        ),
        ("Olav Brandt abdicated as king in 1990.", ["Olav Brandt: former king, ..1990"]),
        ("Greta Holm was elected mayor in 2010 and resigned in 2012.", ["Greta Holm: former mayor, 2010..2012"]),
        ("Greta Holm was named judge in 2004. She retired in 2011.", ["Greta Holm: former judge, 2004..2011"]),
        ("Greta Holm was named judge, a post she held until 2011.", ["Greta Holm: former judge, ..2011"]),
        ("Greta Holm was named judge, a post she has held since 2004.", ["Greta Holm: current judge, 2004.."]),
        ("Judge Greta Holm left. Appointed in 2014, she was strict.", ["Greta Holm: current Judge, 2014.."]),
        (
            "Mayor Greta Holm sacked Olav Brandt as police chief.",
            ["Greta Holm: current Mayor", "Olav Brandt: former police chief"],
        ),
    ],
)
def test_posts_that_end_or_last(told: Told, text: str, posts: list[str]) -> None:
    assert held(told, text) == posts


@pytest.mark.parametrize(
    "rest",
    [
        "was not sacked",
        "may resign",
        "refused to resign",
        "said she would resign",
        "denied that she had resigned",
        "sacked the driver",
        "quit the room",
        "left the room",
        "left Vik on Monday",
        "left her husband",
        "removed the snow",
        "replaced the old roof",
        "was dismissed as a fool",
    ],
)
def test_nothing_ends(told: Told, rest: str) -> None:
    assert held(told, f"Mayor Greta Holm {rest}.") == ["Greta Holm: current Mayor"]


@pytest.mark.parametrize(
    "text",
    ["Protesters demanded that Mayor Greta Holm resign.", "If Mayor Greta Holm resigns, it will rain."],
)
def test_what_is_only_wanted_or_feared_ends_nothing(told: Told, text: str) -> None:
    assert held(told, text) == ["Greta Holm: current Mayor"]


@pytest.mark.parametrize("rest", ["was dismissed", "retired from the army in 2010", "was sacked"])
def test_a_rank_outlives_a_dismissal(told: Told, rest: str) -> None:
    assert held(told, f"Colonel Olav Brandt {rest}.") == ["Olav Brandt: current Colonel"]


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        (
            "Greta Holm succeeded Olav Brandt as judge.",
            {"Olav Brandt: former judge", "Greta Holm: current judge"},
        ),
        (
            "Judge Olav Brandt was succeeded by Greta Holm in 2010.",
            {"Olav Brandt: former Judge, ..2010", "Greta Holm: current Judge, 2010.."},
        ),
        ("Greta Holm will succeed Olav Brandt as judge.", {"Greta Holm: future judge"}),
        ("Greta Holm could succeed Olav Brandt as judge.", set()),
        ("Greta Holm failed to replace Olav Brandt as judge.", set()),
        ("Judge Olav Brandt was not succeeded by Greta Holm.", {"Olav Brandt: current Judge"}),
        ("Judge Olav Brandt succeeded in his plan.", {"Olav Brandt: current Judge"}),
        ("Greta Holm replaced the old roof.", set()),
        ("Greta Holm succeeded her father as queen.", {"Greta Holm: current queen"}),
        (
            "Mayor Greta Holm stepped aside. Her deputy, Olav Brandt, took over as mayor.",
            {"Greta Holm: former Mayor", "Olav Brandt: current deputy", "Olav Brandt: current mayor"},
        ),
    ],
)
def test_a_post_passes_on(told: Told, text: str, posts: set[str]) -> None:
    assert set(held(told, text)) == posts


def test_what_passes_on_is_less_sure_and_says_why(told: Told) -> None:
    record = told("Judge Olav Brandt was succeeded by Greta Holm in 2010.", upto="roles", published="2016-05-02")
    new = next(fact for fact in record.of("role") if fact.reason)
    assert new.confidence < 0.7 and "whoever held it before" in (new.reason or "")


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("Greta Holm has been mayor since 2009.", ["Greta Holm: current mayor, 2009.."]),
        ("Greta Holm was mayor of Vik until 2012.", ["Greta Holm: former mayor, ..2012"]),
        ("Greta Holm was mayor in 1994.", ["Greta Holm: former mayor"]),
        ("Greta Holm was mayor from 1994 until 2001.", ["Greta Holm: former mayor, 1994/2001..1994/2001"]),
        ("Greta Holm (mayor from 1994 to 2001) left.", ["Greta Holm: former mayor, 1994/2001..1994/2001"]),
        ("Greta Holm, mayor of Vik (1994-2001), left.", ["Greta Holm: former mayor, 1994/2001..1994/2001"]),
        ("Greta Holm, mayor of Vik, left in 2012.", ["Greta Holm: current mayor"]),
        ("Mayor Greta Holm spoke in 2012.", ["Greta Holm: current Mayor"]),
        ("Greta Holm was appointed mayor on May 3, 2014.", ["Greta Holm: current mayor, 2014-05-03.."]),
        ("In 2010, Greta Holm became mayor and moved to Vik.", ["Greta Holm: current mayor, 2010.."]),
        ("Greta Holm will become mayor in 2018.", ["Greta Holm: future mayor, 2018.."]),
        ("Greta Holm was judge before 2010.", ["Greta Holm: former judge, ..2010"]),
        ("Greta Holm served as judge after 2010.", ["Greta Holm: former judge, 2010.."]),
        ("Greta Holm was mayor for two years.", ["Greta Holm: former mayor"]),
        ("Greta Holm was mayor every year.", ["Greta Holm: former mayor"]),
        (
            "Greta Holm, professor of law at Vik University from 1994 to 2001, left.",
            ["Greta Holm: former professor @ Vik University, 1994/2001..1994/2001"],
        ),
        ("Greta Holm joined the Labour Party in 1988.", ["Greta Holm: current member @ Labour Party, 1988.."]),
    ],
)
def test_from_when_to_when(told: Told, text: str, posts: list[str]) -> None:
    assert held(told, text) == posts


@pytest.mark.parametrize(
    ("rest", "state"),
    [
        ("serves as judge", "current"),
        ("remains judge", "current"),
        ("is currently judge", "current"),
        ("has served as judge", "current"),
        ("told reporters that she was judge", "current"),
        ("was formerly judge", "former"),
        ("had been judge", "former"),
        ("was judge", "former"),
        ("is no longer judge", "former"),
        ("said she would become judge", "future"),
        ("is set to become judge", "future"),
    ],
)
def test_by_tense_and_adverb(told: Told, rest: str, state: str) -> None:
    assert held(told, f"Greta Holm {rest}.") == [f"Greta Holm: {state} judge"]


@pytest.mark.parametrize(
    "rest",
    [
        "should be judge",
        "must be judge",
        "might be judge",
        "claimed to be a judge",
        "posed as a judge",
        "dreams of being judge",
        "was mistaken for a judge",
        "was not appointed judge",
        "has never been judge",
        "talked as a friend",
        "took the train to become judge",
        "ran for the bus",
        "was offered the post of judge",
        "wondered whether Olav Brandt was judge",
        "met the man who became judge",
        "or Olav Brandt is judge",
    ],
)
def test_no_post(told: Told, rest: str) -> None:
    assert held(told, f"Greta Holm {rest}.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Unless Greta Holm becomes judge, it will rain.",
        "Neither Greta Holm nor Olav Brandt is judge.",
        "A new judge was appointed. Greta Holm left.",
        "The board appointed her director. Greta Holm smiled.",
    ],
)
def test_nobodys_post(told: Told, text: str) -> None:
    assert held(told, text) == []


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("The king made Greta Holm a colonel.", ["Greta Holm: current colonel"]),
        ("Greta Holm, appointed judge in 2014, left.", ["Greta Holm: current judge, 2014.."]),
        ("Greta Holm moved to Vik and was named judge.", ["Greta Holm: current judge"]),
        ("Greta Holm helped Olav Brandt become mayor.", ["Olav Brandt: current mayor"]),
        ("Born in Vik, Greta Holm became judge.", ["Greta Holm: current judge"]),
        ("Greta Holm, who had become judge, left.", ["Greta Holm: current judge"]),
        ("Greta Holm won the post of mayor.", ["Greta Holm: current mayor"]),
        ("Greta Holm took the job of editor.", ["Greta Holm: current editor"]),
        ("Greta Holm got the job as coach.", ["Greta Holm: current coach"]),
        ("Greta Holm returned as coach.", ["Greta Holm: current coach"]),
        ("Greta Holm went on to be judge.", ["Greta Holm: current judge"]),
        (
            "Greta Holm started as a nurse at Vik Hospital in 1990.",
            ["Greta Holm: current nurse @ Vik Hospital, 1990.."],
        ),
        (
            "The board appointed Greta Holm as director of Torvik Corp.",
            ["Greta Holm: current director @ Torvik Corp."],
        ),
    ],
)
def test_whom_a_clause_is_about(told: Told, text: str, posts: list[str]) -> None:
    assert held(told, text) == posts


@pytest.mark.parametrize(
    "text",
    [
        "Greta Holm is neither mayor nor judge.",
        "Greta Holm was never judge.",
        "Greta Holm, no judge, left.",
        "Olav Brandt was no brother of Greta Holm.",
        "Is Olav Brandt the nephew of Greta Holm?",
        "Greta Holm was almost appointed judge.",
        "Greta Holm's possible appointment as judge was discussed.",
        "Greta Holm is not likely to become judge.",
    ],
)
def test_what_is_denied_asked_or_only_possible_is_no_post(told: Told, text: str) -> None:
    assert held(told, text) == []


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("Greta Holm allegedly was appointed judge.", ["Greta Holm: current judge"]),
        ("Rumour had it that Greta Holm was judge.", ["Greta Holm: current judge"]),
        ("Mayor Greta Holm allegedly resigned.", ["Greta Holm: former Mayor"]),
    ],
)
def test_hearsay_is_less_sure_and_says_so(told: Told, text: str, posts: list[str]) -> None:
    assert held(told, text) == posts
    (fact,) = told(text, upto="roles", published="2016-05-02").of("role")
    assert fact.confidence < 0.65 and "hearsay" in (fact.reason or "")


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        ("Torvik Corp. was formerly headed by Greta Holm.", {"Greta Holm: former head @ Torvik Corp."}),
        ("Greta Holm, mayor of Vik until 2012, left.", {"Greta Holm: former mayor, ..2012"}),
        ("Greta Holm, mayor of Vik until 2020, left.", {"Greta Holm: current mayor, ..2020"}),
        ("Greta Holm, once a judge, left.", {"Greta Holm: former judge"}),
        ("Would-be mayor Greta Holm left.", {"Greta Holm: future mayor"}),
        ("One-time mayor Greta Holm left.", {"Greta Holm: former mayor"}),
        ("Mayor Greta Holm was fired upon.", {"Greta Holm: current Mayor"}),
        ("Judge Greta Holm retired for the night.", {"Greta Holm: current Judge"}),
        ("Police removed Mayor Greta Holm from the hall.", {"Greta Holm: current Mayor"}),
        ("Brandt recalled Mayor Greta Holm.", {"Greta Holm: current Mayor"}),
        ("Brandt dismissed Mayor Greta Holm as a fool.", {"Greta Holm: current Mayor"}),
        ("The governor dismissed Police Chief Olav Brandt.", {"Olav Brandt: former Police Chief"}),
        ("Greta Holm replaced Judge Olav Brandt.", {"Olav Brandt: former Judge", "Greta Holm: current Judge"}),
        ("Greta Holm was relieved of her duties as police chief.", {"Greta Holm: former police chief"}),
        ("Greta Holm was stripped of the title of mayor.", {"Greta Holm: former mayor"}),
        ("Greta Holm is not the judge any more.", {"Greta Holm: former judge"}),
        (
            "Greta Holm became mayor in 2010 and governor in 2014.",
            {"Greta Holm: current mayor, 2010..", "Greta Holm: current governor, 2014.."},
        ),
        ("The king named Greta Holm judge.", {"Greta Holm: current judge"}),
        ("Greta Holm was promoted and served as judge.", {"Greta Holm: former judge"}),
        ("Greta Holm is about to become judge.", {"Greta Holm: future judge"}),
        ("Greta Holm is likely to become judge.", {"Greta Holm: future judge"}),
    ],
)
def test_small_words_tell_the_state(told: Told, text: str, posts: set[str]) -> None:
    assert set(held(told, text)) == posts


@pytest.mark.parametrize(
    ("text", "posts"),
    [
        (
            "The head of Torvik Corp., Greta Holm, was appointed in 2009.",
            {"Greta Holm: current head @ Torvik Corp., 2009.."},
        ),
        ("Torvik Corp. was founded by Greta Holm in 1990.", {"Greta Holm: current founder @ Torvik Corp., 1990.."}),
        ("Greta Holm's brother-in-law, Olav Brandt, left.", {"Olav Brandt: current brother-in-law"}),
        (
            "Greta Holm and Olav Brandt joined the Labour Party.",
            {"Greta Holm: current member @ Labour Party", "Olav Brandt: current member @ Labour Party"},
        ),
    ],
)
def test_bodies_and_kin_of_all_who_are_named(told: Told, text: str, posts: set[str]) -> None:
    assert set(held(told, text)) == posts
