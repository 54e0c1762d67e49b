"""All disagreements of one event together: order, independence, bounds."""

import random

from dateline.languages import load
from dateline.merging.disagreements.disagreeing import disagreements_of
from dateline.merging.disagreements.heard import begins, first_of, has, words_of
from dateline.merging.disagreements.parties import alike, opposed
from dateline.merging.outcomes import Side
from dateline.merging.parts import Part
from dateline.merging.tolling import tallies_of
from merging.reported import organisation, person, place, saying, telling_of, toll

POLICE = organisation("police", proper=False, sector="COP")
FRONT = organisation("Brek Front", sector="REB")
LUND = place("Lund", lat=55.7, lon=13.2, country="SWE", geonames=1)


def telling(article: str, count: int, by: str | None = "police", **fields: object) -> Part:
    known = {
        "lead": True, "triggers": ["blast"], "actors": [FRONT], "where": [LUND], "day": "2024-05-02",
        "sentence": "A blast in Lund killed people.", "said_by": by, **fields,
    }  # fmt: skip
    counted = toll("killed", count, said_by=by)
    return telling_of(article, "2024-05-03", outlet=article.upper(), tolls=[counted], **known)


def mixed() -> list[Part]:
    denial = saying("responsibility", FRONT, "denies", cue="denied", manner="indirect")
    cause = saying("the blast was caused by a gas leak", POLICE, cue="said", manner="indirect")
    bomb = saying("a bomb caused the blast", person("Ada Holm"), cue="said", manner="indirect")
    return [
        telling("a1", 9, sayings=[denial, cause]),
        telling("a2", 12, by="rescuers", sayings=[bomb]),
        telling("a3", 12, by="the mayor", day="2024-05-03"),
        telling("a4", 9, copy_of="a1"),
    ]


def test_nothing_told_and_nothing_that_differs() -> None:
    assert disagreements_of([]) == ()
    assert disagreements_of([telling(f"a{at}", 9) for at in range(10)]) == ()


def test_the_order_of_the_parts_changes_nothing() -> None:
    parts = mixed()
    found = disagreements_of(parts)
    assert {each.about for each in found} == {"killed", "actor", "when", "cause"}
    for seed in range(10):
        random.Random(seed).shuffle(parts)
        assert disagreements_of(parts) == found


def test_counts_that_were_told_apart_before_may_be_given() -> None:
    assert disagreements_of(mixed(), tallies_of(mixed())) == disagreements_of(mixed())


def test_facts_and_articles_of_each_side_are_of_its_reports() -> None:
    parts = mixed()
    known = {article: part for part in parts for article in [part.report.article]}
    for found in disagreements_of(parts):
        assert found.message
        for side in found.sides:
            assert side.article in side.articles
            assert all(fact.split(":")[0] in side.articles for fact in side.facts)
            assert side.published == known[side.article].report.dated
            assert "a4" not in side.articles


def test_a_voice_on_both_sides_does_not_hide_the_others() -> None:
    both = [telling(f"a{at}", count, by=by) for at, (count, by) in enumerate([(9, "Ulf"), (12, "Ulf"), (9, "Ada")])]
    assert disagreements_of(both) == ()
    (found,) = disagreements_of([*both, telling("b1", 12, by="Per")])
    assert found.about == "killed"


def test_an_event_of_thousands_of_reports_keeps_few_sides() -> None:
    parts = [telling(f"a{at:04}", 9 + at % 30, by=f"official {at % 40}") for at in range(1500)]
    (found,) = disagreements_of(parts)
    assert 2 <= len(found.sides) <= 6
    assert all(len(side.articles) <= 48 and len(side.facts) <= 24 for side in found.sides)


def test_a_report_without_outlet_and_date_is_told_by_its_id() -> None:
    both = telling_of(
        "a1", None, lead=True, tolls=[toll("killed", 9, said_by="police"), toll("killed", 20, said_by="rebels")]
    )
    (found,) = disagreements_of([both])
    assert found.message == "9 killed, says police (a1); 20 killed, says rebels (a1)"
    assert isinstance(found.sides[0], Side)


def test_phrases_stand_as_whole_words() -> None:
    assert first_of("they ruled out a bomb", ("out of", "ruled out")) == (5, 14)
    assert not has("a bombing", ("a bomb",))
    assert has("they didn't", ("n't",))
    assert begins("the causes are known", ("caus",))
    assert not begins("because of rain", ("caus",))


def test_a_language_without_these_words_has_the_english_ones() -> None:
    assert words_of("xx") is words_of("en") or words_of("xx") == words_of("en")
    assert words_of(None) == load("en").disagreements


def test_the_lists_of_words_are_in_small_letters_and_do_not_meet() -> None:
    words = load("en").disagreements
    kinds = (*words.causes.values(), *words.motives.values())
    lists = [value for name in words.__struct_fields__ if isinstance(value := getattr(words, name), tuple)]
    assert all(word == word.casefold().strip() for of in (*lists, *kinds) for word in of)
    assert not set(words.combatants) & set(words.civilians)
    causes = [word for of in words.causes.values() for word in of]
    assert len(causes) == len(set(causes))


def test_parties_alike_and_opposed() -> None:
    army = organisation("army", proper=False, sector="MIL")
    rebels = organisation("rebels", proper=False, sector="REB")
    zembla = place("Zembla", precision="country", country="ZEM")
    other = place("Sundia", precision="country", country="SUN")
    assert opposed(army, rebels)
    assert opposed(zembla, rebels)
    assert opposed(zembla, other)
    assert opposed(person("Ada Holm"), person("Ulf Sand"))
    assert not alike(person("Ada Holm"), person("Ulf Holm"))
    assert alike(person("Ada Holm"), person("Holm"))
    assert alike(army, zembla)
    assert not opposed(army, zembla)
    assert not opposed(FRONT, person("Ada Holm"))
    assert not opposed(rebels, FRONT)
