"""How likely two articles tell one story, by which keys they are found, and why."""

from typing import Any

from dateline.merging.reports.report import Report
from dateline.merging.stories.likeness import LINE, keys_of, story_reasons, story_tie
from merging.printed import printed
from merging.reported import organisation, person, place

FERRY = (
    "A ferry capsized off Brekholm on Tuesday after its engine failed, and rescuers pulled {} people from the strait."
)
FOLLOWED = "Ana Lund of the harbour authority opened an inquiry into why the ferry capsized in the strait of Brekholm."
SCHOOLS = "The council of Vik voted to close two schools, and parents led by Ola Berg promised to go to court over it."
NAMES = [person("Ana Lund"), place("Brekholm", geonames=7, country="NOR", lat=60.0, lon=5.0)]


def ferry(article: str, published: str | None = "2024-05-03", **fields: Any) -> Report:
    given = {"headline": "Ferry capsizes off Brekholm", "names": NAMES, "body": FERRY.format(31), **fields}
    return printed(article, given.pop("body"), published=published, **given)


def schools(article: str, published: str | None = "2024-05-03") -> Report:
    names = [person("Ola Berg"), place("Vik", geonames=9, country="NOR", lat=61.0, lon=6.0)]
    return printed(article, SCHOOLS, "Vik closes two schools", published, names)


def test_two_tellings_of_a_day_are_one_story_and_share_a_key() -> None:
    one, other = ferry("a"), ferry("b", body=FOLLOWED, headline="Inquiry into Brekholm ferry")
    assert story_tie(one, other).score > LINE
    assert set(keys_of(one)) & set(keys_of(other))


def test_two_stories_of_a_day_are_two_and_share_no_key() -> None:
    assert story_tie(ferry("a"), schools("b")).score < 0.2
    assert not set(keys_of(ferry("a"))) & set(keys_of(schools("b")))


def test_a_tie_is_the_same_from_both_sides() -> None:
    one, other = ferry("a"), ferry("b", body=FOLLOWED)
    assert story_tie(one, other).score == story_tie(other, one).score


def test_days_between_make_it_less_likely() -> None:
    scores = [
        story_tie(ferry("a"), ferry("b", day, body=FOLLOWED)).score
        for day in ("2024-05-03", "2024-05-10", "2024-06-20", "2025-05-03")
    ]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == len(scores)


def test_other_names_in_the_lead_make_it_less_likely() -> None:
    frame = "{} of the {} was arrested near {} on suspicion of fraud, and a court is to hear the case next month."

    def arrested(article: str, who: str, club: str, town: str, day: str = "2024-05-03") -> Report:
        names = [person(who), organisation(club), place(town)]
        return printed(article, frame.format(who, club, town), f"{who} arrested", day, names)

    one = arrested("a", "Ola Berg", "Tarn Rovers", "Vik")
    same = story_tie(one, arrested("b", "Ola Berg", "Tarn Rovers", "Vik"))
    like = story_tie(one, arrested("b", "Kim Sand", "Lom United", "Moen"))
    assert same.score > like.score + 0.3
    later = story_tie(one, arrested("b", "Kim Sand", "Lom United", "Moen", "2024-05-09"))
    assert later.verdict == "different", "the same words, but other people, places and days"


def test_only_the_far_apart_are_certain_strangers() -> None:
    assert story_tie(ferry("a"), schools("b")).verdict == "unsure"
    assert story_tie(ferry("a"), schools("b", "2024-08-20")).verdict == "different"
    assert story_tie(ferry("a", None), schools("b", None)).verdict == "unsure"


def test_an_empty_report_is_like_nothing() -> None:
    assert story_tie(printed("a", ""), printed("b", "")).score < LINE
    assert keys_of(printed("a", "")) == ()


def test_keys_are_few_and_the_same_each_time() -> None:
    assert keys_of(ferry("a")) == keys_of(ferry("b"))
    assert 0 < len(keys_of(ferry("a"))) <= 12


def test_reasons_are_plain_sentences() -> None:
    reasons = story_reasons(ferry("a"), ferry("b", "2024-05-05", body=FOLLOWED))
    assert reasons[0] == "same names: Ana Lund, Brekholm"
    assert any(reason.startswith("same words: ") and "capsized" in reason for reason in reasons)
    assert reasons[-1] == "2 days apart"


def test_reasons_against() -> None:
    reasons = story_reasons(ferry("a"), schools("b"))
    assert "no person is named in both" in reasons
    assert "same day" in reasons
