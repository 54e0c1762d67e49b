"""How PLOVER's decision rules turn a match into a type, a mode, a code and a score."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.languages import load
from dateline.record import Record
from dateline.understanding.acts.coding.plover import intensity
from dateline.values import Event, Organisation, Person, Place

Told = Callable[..., Record]


@pytest.fixture
def coded(told: Told) -> Callable[[str, str], tuple[Record, Event, str]]:
    """The event whose trigger begins with a word, and its status."""

    def read(text: str, word: str) -> tuple[Record, Event, str]:
        record = told(text, upto="events", published="2024-03-05")
        for fact in record.of("event"):
            if isinstance(fact.value, Event) and record.words(fact.value.trigger).startswith(word):
                return record, fact.value, fact.status
        raise AssertionError([(f.value.type, f.spans) for f in record.of("event") if isinstance(f.value, Event)])

    return read


Coded = Callable[[str, str], tuple[Record, Event, str]]


def named(record: Record, ids: tuple[str, ...]) -> list[str]:
    values = [fact.value for one in ids if (fact := record.get(one))]
    return [value.name for value in values if isinstance(value, Person | Organisation | Place)]


@pytest.mark.parametrize(
    ("sentence", "word", "kind", "cameo"),
    [
        ("Norway will meet Portugal.", "meet", "AGREE", "036"),
        ("Norway will cooperate with Portugal.", "cooperate", "AGREE", "031"),
        ("Norway will praise Portugal.", "praise", "AGREE", "032"),
        ("Norway will send humanitarian aid to Portugal.", "send", "AGREE", "0333"),
        ("Norway will release the prisoners.", "release", "CONCEDE", "080"),
        ("Norway plans to release the prisoners.", "release", "CONCEDE", "080"),
    ],
)
def test_what_is_still_to_come_is_a_promise(coded: Coded, sentence: str, word: str, kind: str, cameo: str) -> None:
    _, event, status = coded(sentence, word)
    assert (event.type, event.cameo, event.modes, status) == (kind, cameo, (), "planned")


@pytest.mark.parametrize(
    ("sentence", "word", "kind"),
    [
        ("Soldiers will attack the rebels.", "attack", "ASSAULT"),
        ("Norway will arrest the rebels.", "arrest", "COERCE"),
        ("Norway will deploy troops to Portugal.", "deploy", "MOBILIZE"),
        ("Norway will expel two diplomats.", "expel", "SANCTION"),
    ],
)
def test_a_threatening_future_keeps_its_type(coded: Coded, sentence: str, word: str, kind: str) -> None:
    _, event, status = coded(sentence, word)
    assert (event.type, status) == (kind, "planned")


@pytest.mark.parametrize(
    ("sentence", "word", "modes", "cameo"),
    [
        ("Norway will not meet Henrik Dahl.", "meet", ("meet",), "125"),
        ("Norway won't meet Henrik Dahl.", "meet", ("meet",), "125"),
        ("Norway will never negotiate with Portugal.", "negotiate", ("meet",), "125"),
        ("Norway will not cooperate with Portugal.", "cooperate", ("assist",), "121"),
        ("Norway will not send aid to Portugal.", "send", ("assist",), "122"),
        ("Norway will not lift the sanctions against Portugal.", "lift", ("yield",), "1244"),
        ("Norway will not release the prisoners.", "release", ("yield",), "1243"),
        ("Norway failed to reach an agreement with Portugal.", "reach", (), "120"),
    ],
)
def test_a_refused_future_is_a_rejection(
    coded: Coded, sentence: str, word: str, modes: tuple[str, ...], cameo: str
) -> None:
    record, event, status = coded(sentence, word)
    assert (event.type, event.modes, event.cameo) == ("REJECT", modes, cameo)
    assert named(record, event.actors) == ["Norway"]
    assert event.intensity is not None and event.intensity < 0
    assert status == "asserted", "the refusal did happen"


@pytest.mark.parametrize(
    ("sentence", "word", "kind"),
    [
        ("Norway did not meet Henrik Dahl.", "meet", "CONSULT"),
        ("Norway has not met Henrik Dahl.", "met", "CONSULT"),
        ("Norway failed to meet Henrik Dahl.", "meet", "CONSULT"),
        ("Norway did not sign the treaty with Portugal.", "sign", "SUPPORT"),
        ("Soldiers will not attack the rebels.", "attack", "ASSAULT"),
        ("Norway never praised Portugal.", "praised", "SUPPORT"),
    ],
)
def test_what_did_not_happen_is_no_rejection(coded: Coded, sentence: str, word: str, kind: str) -> None:
    _, event, status = coded(sentence, word)
    assert (event.type, status) == (kind, "denied")


def test_refusing_by_a_verb_names_whom_the_deed_was_for(coded: Coded) -> None:
    record, event, status = coded("Norway refused to meet Henrik Dahl.", "refused")
    assert (event.type, status) == ("REJECT", "asserted")
    assert (named(record, event.actors), named(record, event.recipients)) == (["Norway"], ["Henrik Dahl"])
    record, event, _ = coded("Norway refused to negotiate with Portugal.", "refused")
    assert named(record, event.recipients) == ["Portugal"]
    _, event, status = coded("Norway refused to meet Henrik Dahl.", "meet")
    assert (event.type, status) == ("CONSULT", "denied")


@pytest.mark.parametrize(
    ("sentence", "word", "mode", "cameo"),
    [
        ('"Norway must release the prisoners," Ana Souza said.', "release", "yield", "1053"),
        ('"Norway should negotiate with Portugal," Ana Souza said.', "negotiate", "meet", "106"),
        ('"Norway must send aid to Portugal," Ana Souza said.', "send", "assist", "103"),
        ('"Norway must cooperate with Portugal," Ana Souza said.', "cooperate", "assist", "101"),
    ],
)
def test_must_is_a_request_of_the_speaker(coded: Coded, sentence: str, word: str, mode: str, cameo: str) -> None:
    record, event, status = coded(sentence, word)
    assert (event.type, event.modes, event.cameo, status) == ("REQUEST", (mode,), cameo, "requested")
    assert named(record, event.actors) == ["Ana Souza"]
    assert "Norway" in named(record, event.recipients)


def test_must_of_a_hostile_deed_stays_the_deed(coded: Coded) -> None:
    _, event, status = coded('"Norway must attack the rebels," Ana Souza said.', "attack")
    assert (event.type, status) == ("ASSAULT", "requested")


def test_a_request_without_a_speaker_has_no_actor(coded: Coded) -> None:
    record, event, _ = coded("Norway must release the prisoners.", "release")
    assert event.type == "REQUEST" and event.actors == ()
    assert "Norway" in named(record, event.recipients)


@pytest.mark.parametrize(
    ("sentence", "modes"),
    [
        ("Rebels threatened to attack Norway.", {"violence"}),
        ("Rebels threatened to kill Henrik Dahl.", {"violence"}),
        ("Norway threatened to arrest Henrik Dahl.", {"arrest"}),
        ("Norway threatened to impose sanctions on Portugal.", {"restrict"}),
        ("Norway threatened Portugal.", set()),
    ],
)
def test_a_threat_takes_the_mode_of_what_is_threatened(coded: Coded, sentence: str, modes: set[str]) -> None:
    _, event, status = coded(sentence, "threatened")
    assert (event.type, set(event.modes), status) == ("THREATEN", modes, "asserted")


@pytest.mark.parametrize(
    ("sentence", "word", "kind", "cameo"),
    [
        ("Norway agreed to release the prisoners.", "agreed", "AGREE", "0353"),
        ("Norway is willing to release the prisoners.", "release", "AGREE", "0353"),
        ("Norway urged Portugal to release the prisoners.", "urged", "REQUEST", "1053"),
        ("Norway demanded an end to the talks.", "demanded", "REQUEST", "105"),
        ("Norway refused to release the prisoners.", "refused", "REJECT", "1243"),
        ("Norway threatened to cut ties with Portugal.", "threatened", "THREATEN", "1313"),
        ("Norway agreed not to release the prisoners.", "agreed", "AGREE", "030"),
        ("Norway accused Portugal of corruption.", "accused", "ACCUSE", "1121"),
        ("Norway accused Portugal of something.", "accused", "ACCUSE", "112"),
    ],
)
def test_the_leaf_of_cameo_is_that_of_what_is_spoken_of(
    coded: Coded, sentence: str, word: str, kind: str, cameo: str
) -> None:
    _, event, _ = coded(sentence, word)
    assert (event.type, event.cameo) == (kind, cameo)


_ROOTS = {"AGREE": "03", "CONCEDE": "08", "REQUEST": "10", "REJECT": "12", "THREATEN": "13"}


def test_codes_of_words_about_deeds_are_those_of_their_root() -> None:
    words = load("en").events
    assert set(words.about) == set(_ROOTS)
    for kind, table in words.about.items():
        assert "" in table, "the code without a deed"
        for deed, (code, mode) in table.items():
            assert code.startswith(_ROOTS[kind]) and (not deed or len(deed) > 1), (kind, deed)
            assert not mode or f"{kind}-{mode}" in words.scores, (kind, mode)


def test_leaves_are_of_their_root_and_themes_are_contexts() -> None:
    words = load("en").events
    for root, by_theme in words.leaves.items():
        assert set(by_theme) <= set(words.contexts), root
        assert all(leaf.startswith(root[:2]) for leaf in by_theme.values()), root


def test_the_theme_of_the_subject_gives_no_leaf(coded: Coded) -> None:
    _, event, _ = coded("The corruption court of Norway accused Portugal.", "accused")
    assert event.cameo == "112"


@pytest.mark.parametrize(
    ("sentence", "word", "modes"),
    [
        ("Norway said it would expel the diplomats.", "expel", ("expel",)),
        ("President Ana Souza vowed to attack the rebels.", "vowed", ("violence",)),
    ],
)
def test_a_hostile_deed_that_its_actor_announces_is_a_threat(
    coded: Coded, sentence: str, word: str, modes: tuple[str, ...]
) -> None:
    _, event, status = coded(sentence, word)
    assert (event.type, event.modes, status) == ("THREATEN", modes, "asserted")


def test_what_a_story_foresees_is_no_threat(coded: Coded) -> None:
    _, event, status = coded("Norway will expel the diplomats, Ana Souza said.", "expel")
    assert (event.type, status) == ("SANCTION", "planned")


@pytest.mark.parametrize(
    ("sentence", "doubted"),
    [
        ("The airline criticised the hotel.", True),
        ("Norway criticised the hotel.", False),
        ("The airline criticised Defence Minister Henrik Dahl.", False),
        ("Rebels criticised the hotel.", False),
    ],
)
def test_words_between_private_people_are_doubted(told: Told, sentence: str, doubted: bool) -> None:
    facts = told(sentence, upto="events").of("event")
    assert [("politics" in (fact.reason or "")) for fact in facts] == [doubted]


def test_deeds_of_private_people_are_not_doubted(told: Told) -> None:
    facts = told("Residents attacked the hotel in Oslo.", upto="events").of("event")
    assert facts and not any("politics" in (fact.reason or "") for fact in facts)


@pytest.mark.parametrize(
    ("sentence", "word", "span"),
    [
        ("A bomb went off in Oslo.", "went", "went off"),
        ("Rebels blew up a bridge in Oslo.", "blew", "blew up"),
        ("Norway signed a peace treaty with Portugal.", "signed", "signed a peace treaty"),
        ("Norway imposed harsh sanctions on Portugal.", "imposed", "imposed harsh sanctions"),
        ("Rebels attacked soldiers.", "attacked", "attacked"),
        ("The attack on soldiers in Oslo failed.", "attack", "attack"),
    ],
)
def test_the_trigger_is_shown_with_what_completes_it(coded: Coded, sentence: str, word: str, span: str) -> None:
    record, event, _ = coded(sentence, word)
    assert record.words(event.trigger) == span


def test_a_far_object_is_left_out_of_the_trigger(coded: Coded) -> None:
    text = "Norway signed a very long, very old and very hard treaty with Portugal."
    record, event, _ = coded(text, "signed")
    assert record.words(event.trigger) == "signed"


@pytest.mark.parametrize(
    ("kind", "modes", "score"),
    [
        ("ASSAULT", (), -9.0),
        ("ASSAULT", ("beat",), -7.5),
        ("ASSAULT", ("beat", "aerial"), -9.5),
        ("CONSULT", ("visit",), 4.0),
        ("CONSULT", ("phone", "visit"), 4.0),
        ("AID", (), 10.0),
        ("REQUEST", (), 0.0),
        ("ASSAULT", ("unheard-of",), -9.0),
        ("DEATH", (), None),
        ("CAREER", ("visit",), None),
    ],
)
def test_the_score_is_that_of_the_most_extreme_mode(kind: str, modes: tuple[str, ...], score: float | None) -> None:
    assert intensity("en", kind, modes) == score


_SCORES = load("en").events.scores
_MODES = sorted({name.split("-", 1)[1] for name in _SCORES if "-" in name})


@given(st.sampled_from(sorted({name.split("-")[0] for name in _SCORES})), st.lists(st.sampled_from(_MODES), max_size=4))
def test_scores_stay_on_the_scale(kind: str, modes: list[str]) -> None:
    score = intensity("en", kind, tuple(modes))
    assert score is not None and -10.0 <= score <= 10.0
    hostile = _SCORES[kind] < 0
    assert (score < 0) == hostile or kind == "REQUEST"


@pytest.mark.parametrize(
    ("sentence", "word", "sure"),
    [
        ("Rebels attacked soldiers.", "attacked", 0.85),
        ("Rebels attacked in Oslo.", "attacked", 0.75),
        ("The attack by rebels on soldiers failed.", "attack", 0.8),
        ("The attack on soldiers failed.", "attack", 0.65),
        ("The bombing in Oslo failed.", "bombing", 0.45),
    ],
)
def test_more_participants_more_confidence(told: Told, sentence: str, word: str, sure: float) -> None:
    record = told(sentence, upto="events", published="2024-03-05")
    facts = [f for f in record.of("event") if isinstance(f.value, Event) and record.words(f.value.trigger) == word]
    assert [round(fact.confidence, 2) for fact in facts] == [sure]


def test_what_is_not_asserted_is_a_little_less_sure(told: Told) -> None:
    plain = told("Rebels attacked soldiers.", upto="events").of("event")[0]
    doubtful = told("Rebels may attack soldiers.", upto="events").of("event")[0]
    assert doubtful.confidence < plain.confidence
