"""Words with the words around them: of findings, of statements, of facts; at the ends of texts, in odd scripts."""

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from shelf import Story, shelved

from dateline.desk.asking.findings.findings import findings
from dateline.desk.asking.findings.quoted import AROUND, MOST, quoted
from dateline.desk.asking.statements.contexts import AROUND as BESIDE
from dateline.desk.asking.statements.contexts import NEAR, Piece, contexts, pieces
from dateline.desk.asking.statements.heard import heard
from dateline.desk.asking.statements.statements import statements
from dateline.desk.asking.statements.voices import SPEAKERS
from dateline.desk.asking.why.verbatim import Verbatim, verbatim
from dateline.errors import BadQuestion
from dateline.model import Finding, Severity
from dateline.values import Span, Statement


def spans(text: str, *words: str) -> list[Span]:
    return [Span(text.index(each), text.index(each) + len(each)) for each in words]


def test_of_words_within_others_only_the_longer_ones_are_quoted() -> None:
    text = "The quay at Ribe was closed."
    for inner in ("The quay", "quay", "closed", "The quay at Ribe was closed"):
        (found,) = quoted(text, spans(text, inner, "The quay at Ribe was closed", inner))
        assert found.words == "The quay at Ribe was closed"


def test_words_that_overlap_are_both_quoted_in_the_order_of_the_text() -> None:
    text = "The quay at Ribe was closed."
    found = quoted(text, spans(text, "Ribe was closed", "quay at Ribe"))
    assert [each.words for each in found] == ["quay at Ribe", "Ribe was closed"]


@pytest.mark.parametrize("span", [Span(-1, 3), Span(3, 3), Span(5, 4), Span(0, 9), Span(8, 9), Span(99, 100)])
def test_a_span_that_is_not_in_the_text_is_left_out(span: Span) -> None:
    assert quoted("Tarm mill"[:8], [span]) == ()
    assert [each.words for each in quoted("Tarm mil", [span, Span(0, 4)])] == ["Tarm"]


def test_a_whole_text_has_nothing_around_it() -> None:
    (found,) = quoted("Tarm", [Span(0, 4)])
    assert (found.before, found.words, found.after, found.start, found.end) == ("", "Tarm", "", 0, 4)


def test_no_more_than_some_stretches_are_quoted_and_they_are_the_first_ones() -> None:
    text = " ".join(f"word{number}" for number in range(9))
    found = quoted(text, [*spans(text, *(f"word{number}" for number in reversed(range(9)))), Span(0, 2)])
    assert [each.words for each in found] == [f"word{number}" for number in range(MOST)]


def test_exactly_as_many_characters_as_fit_are_not_cut() -> None:
    side = "x" * (AROUND - 1)
    (found,) = quoted(f"{side} Tarm {side}", [Span(AROUND, AROUND + 4)])
    assert (found.before, found.after) == (f"{side} ", f" {side}")
    (found,) = quoted(f"ab{side} Tarm {side}ba", [Span(AROUND + 2, AROUND + 6)])
    assert (found.before, found.after) == ("… ", " …"), "a word that does not fit is not cut in two"


def test_script_without_blanks_is_cut_to_a_sign() -> None:
    (found,) = quoted("桥" * 300, [Span(150, 152)])
    assert (found.before, found.words, found.after) == ("…", "桥桥", "…")


def test_right_to_left_words_keep_their_order() -> None:
    text = "سقط جسر قديم في المدينة"
    (found,) = quoted(text, spans(text, "قديم"))
    assert f"{found.before}{found.words}{found.after}" == text


def noted(name: str, day: str | None, outlet: str, *severities: Severity) -> Story:
    story = Story(name, f"{name} in Tarm. Words.", day, outlet)
    for number, severity in enumerate(severities):
        story.record.keep(Finding(check=f"c{number}", severity=severity, message=f"{name} {number}"))
    return story


@pytest.fixture(scope="module")
def queue(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """Findings without words, two articles of one day, one of none."""
    stories = (
        noted("none", None, "Tarm Times", "error", "note"),
        noted("one", "2031-05-01", "tarm times", "note", "error", "error"),
        noted("two", "2031-05-01", "Ribe Post", "warning"),
        noted("clean", "2031-05-02", "Ribe Post"),
    )
    with closing(shelved(tmp_path_factory.mktemp("words_in_places"), *stories)) as connection:
        yield connection


def messages(desk: sqlite3.Connection, **asked: object) -> list[str]:
    return [row.message for row in findings(desk, **asked).rows]  # type: ignore[arg-type]


def test_what_was_found_on_no_day_stands_last_and_of_one_day_what_came_in_last_first(queue: sqlite3.Connection) -> None:
    assert messages(queue) == ["two 0", "one 0", "one 1", "one 2", "none 0", "none 1"]
    rows = findings(queue).rows
    assert [row.number for row in rows] == [0, 0, 1, 2, 0, 1]
    assert {row.quoted for row in rows} == {()} == {row.facts for row in rows}
    assert (rows[-1].published, rows[-1].dated) == (None, None)


def test_pages_of_both_orders_lose_and_repeat_nothing(queue: sqlite3.Connection) -> None:
    for order in ("newest", "gravest"):
        every = messages(queue, order=order)
        for size in range(1, 8):
            paged = [each for at in range(0, 8, size) for each in messages(queue, order=order, limit=size, offset=at)]
            assert paged == every
    assert messages(queue, order="gravest", limit=None, offset=3) == ["two 0", "one 0", "none 1"]


def test_a_question_of_a_day_leaves_out_what_has_none(queue: sqlite3.Connection) -> None:
    assert findings(queue, since="2031").total == 4
    assert findings(queue, until="2031-04").total == 0
    assert findings(queue, outlet="TARM TIMES", severity="error").total == 3
    assert findings(queue, check="c9").total == 0
    assert len(findings(queue, check="c9").tallies) == 6, "tallies tell what else there is"


@pytest.mark.parametrize("check", ["%", "' OR 1=1 --", "c0\0", "C0"])
def test_a_check_is_asked_for_by_its_very_name(queue: sqlite3.Connection, check: str) -> None:
    assert (messages(queue, check=check), messages(queue, check=check, order="gravest")) == ([], [])


def test_an_empty_desk_has_no_findings(tmp_path: Path) -> None:
    with closing(shelved(tmp_path)) as desk:
        for order in ("newest", "gravest", "", None):
            found = findings(desk, order=order, words="tarm")
            assert (found.rows, found.total, found.tallies) == ((), 0, ())


def told(found: Sequence[Piece]) -> str:
    return "".join(f"[{each.words}]" if each.role == "said" else each.words for each in found)


def said(text: str, *content: str, blocks: Sequence[Span] = (), **cells: str) -> tuple[Piece, ...]:
    """The pieces of a statement of these words; cells are words for the speaker's span and the cue."""
    named = {name: spans(text, words)[0] for name, words in cells.items()}
    statement = Statement(content=tuple(spans(text, *content)), manner="mixed", **named)  # type: ignore[arg-type]
    return pieces(statement, text, blocks or [Span(0, len(text))])


def test_words_in_parts_are_told_with_the_words_between() -> None:
    text = 'Rain fell. "We will dig", Brek said, "and fish". Boats went.'
    assert (
        told(said(text, "We will dig", "and fish", speaker_span="Brek")) == '"[We will dig]", Brek said, "[and fish]".'
    )


def test_a_speaker_named_far_away_is_not_shown() -> None:
    text = f"Brek spoke. {'Rain fell. ' * (NEAR // 8)}We will dig. Boats went."
    assert told(said(text, "We will dig", speaker_span="Brek")) == "[We will dig]."
    near = said("Brek spoke. Rain fell. We will dig.", "We will dig", speaker_span="Brek")
    assert [each.words for each in near if each.role == "speaker"] == ["Brek"]


def test_words_at_the_very_ends_of_a_text_have_nothing_beside_them() -> None:
    assert said("We will dig", "We will dig") == (Piece("We will dig", "said"),)


def test_a_sentence_does_not_run_into_the_next_paragraph() -> None:
    text = "A caption\nWe will dig\nA line"
    blocks = [Span(0, 9), Span(10, 21), Span(22, 28)]
    assert told(said(text, "We will", blocks=blocks)) == "[We will] dig"
    assert told(said(text, "We will", blocks=[Span(0, 9)])) == "[We will]", "outside of all paragraphs"


def test_words_over_two_paragraphs_are_in_both() -> None:
    text = "He said: We will dig\nand fish. Boats went."
    blocks = [Span(0, 20), Span(21, len(text))]
    assert told(said(text, "We will dig\nand fish", blocks=blocks)) == "He said: [We will dig and fish]."


def test_around_a_script_without_blanks_no_sign_is_invented() -> None:
    found = said("桥" * 400 + "说" + "水" * 400, "说")
    assert told(found) == "… [说] …"
    assert len(told(said("x " * 400 + "HERE" + " x" * 400, "HERE"))) < 2 * BESIDE + 20


def test_a_name_within_the_words_said_is_no_second_piece() -> None:
    text = "Brek will dig, Brek said."
    found = said(text, "Brek will dig", speaker_span="Brek", cue="said")
    assert "".join(each.words for each in found) == text
    assert [(each.words, each.role) for each in found[:2]] == [("Brek", "speaker"), (" will dig", "said")]


def talk(name: str, day: str | None, *speakers: str | None) -> Story:
    """One statement of each; nobody's where there is no name."""
    text = " ".join(f"{who or 'Somebody'} spoke {name} words{at}." for at, who in enumerate(speakers))
    story = Story(name, f"{name}. {text}", day)
    for at, who in enumerate(speakers):
        story.said(story.person(who) if who else None, f"{name} words{at}", manner="indirect")
    return story


def test_those_who_say_most_are_named_and_ties_stand_by_name(tmp_path: Path) -> None:
    letters = "ABCDEFGHIJKLMNOP"
    crowd = [f"{one}ora {one}ill" for one in letters]
    with closing(
        shelved(tmp_path, talk("first", "2031-05-01", *crowd, None), talk("next", "2031-05-02", crowd[-1]))
    ) as desk:
        counts = heard(desk).voices
        assert [voice.name for voice in counts.speakers] == [crowd[-1], *crowd[: SPEAKERS - 1]]
        assert (counts.others, counts.nobody, counts.counted) == (len(crowd) - SPEAKERS, 1, len(crowd) + 2)
        assert counts.all and sum(counts.stances.values()) == counts.counted


def test_nobody_has_said_anything_in_an_empty_desk(tmp_path: Path) -> None:
    with closing(shelved(tmp_path)) as desk:
        page = heard(desk)
        assert (len(page.rows), page.rows.total, page.contexts, page.older) == (0, 0, (), False)
        assert (page.voices.speakers, page.voices.counted, page.voices.all) == ((), 0, True)
        assert (contexts(desk, []), len(statements(desk, "Brek"))) == ([], 0)


def test_what_was_judged_wrong_is_neither_heard_nor_counted(tmp_path: Path) -> None:
    with closing(shelved(tmp_path, talk("first", "2031-05-01", "Ana Brek", "Ivo Sund"))) as desk:
        for verdict, left in (("wrong", 1), ("undo", 2), ("wrong", 1), ("right", 2)):
            desk.execute(
                "INSERT INTO judgements (left, verdict, who, at) SELECT id, ?, 'nora', '2031' FROM facts "
                "JOIN statements ON fact = key ORDER BY key LIMIT 1",
                (verdict,),
            )
            page = heard(desk)
            assert (len(page.rows), page.rows.total, sum(each.statements for each in page.voices.speakers)) == (
                left,
            ) * 3


@pytest.mark.parametrize("name", ["", " ", "Nobody Here", "%", '"', "' OR 1=1 --"])
def test_a_name_that_nobody_has_finds_nothing_and_no_name_finds_all(tmp_path: Path, name: str) -> None:
    with closing(shelved(tmp_path, talk("first", "2031-05-01", "Ana Brek", None))) as desk:
        assert len(statements(desk, name)) == (2 if not name else 0)
        assert len(statements(desk, to=name)) == (2 if not name else 0)


@pytest.mark.parametrize("asked", [{"about": "-rain"}, {"stance": "sings"}, {"since": "soon"}, {"limit": 0}])
def test_a_question_that_means_nothing_is_refused_by_both(tmp_path: Path, asked: dict[str, object]) -> None:
    with closing(shelved(tmp_path)) as desk:
        for ask in (heard, statements):
            with pytest.raises(BadQuestion):
                ask(desk, **asked)  # type: ignore[operator]


def sentence(folder: Path, text: str, rests_on: str, words: str) -> Verbatim:
    story = Story("a", text, None)
    fact = story.harm(rests_on, effect="killed", low=1)
    with closing(shelved(folder, story)) as desk:
        return verbatim(desk, {fact.id: words, "no-fact": "x"})[fact.id]


@pytest.mark.parametrize(
    ("text", "rests_on", "words", "before", "after"),
    [
        ("It rained. Some 2.5 died there. It dried.", "died", "5", "Some 2.", " died there."),
        ("He died", "He died", "He died", "", ""),
        ("It rained! “Nine died.” It dried.", "Nine died", "Nine", "“", " died.”"),
        ("Nine died. Later nine men died.", "nine men", "nine", "Later ", " men died."),
        ("A ninety died, nine did.", "nine did", "nine", "A ninety died, ", " did."),
        ("Nine (9) died", "Nine (9)", "(9)", "Nine ", " died"),
        ("مات تسعة. ثم هطل المطر.", "تسعة", "تسعة", "مات ", "."),
    ],
)
def test_words_stand_in_their_sentence(
    tmp_path: Path, text: str, rests_on: str, words: str, before: str, after: str
) -> None:
    assert sentence(tmp_path, text, rests_on, words) == Verbatim(before, words, after)
