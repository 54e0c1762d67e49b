"""Pairing of quotation marks: the plain cases, the repairs, and what a stray mark must never do."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import article_of
from dateline.annotated import Quotation, StrayMark
from dateline.annotation.quotes.quotations import quotations


def read(text: str, **roles: str) -> tuple[list[str], list[str]]:
    """The inner words of the quotations, and the stray marks with the word behind or before them."""
    found, strays = quotations(article_of(text, **roles))
    return [text[q.inner.start : q.inner.end] for q in found], [_near(text, mark) for mark in strays]


def _near(text: str, mark: StrayMark) -> str:
    return f"{text[: mark.start].split(' ')[-1]}|{text[mark.end :].split(' ')[0]}"


def only(text: str) -> Quotation:
    found, strays = quotations(article_of(text))
    assert len(found) == 1, found
    assert not strays
    return found[0]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ('The mayor called it "a bad day" for Porto.', "a bad day"),
        ("The mayor called it “a bad day” for Porto.", "a bad day"),
        ("The mayor called it ``a bad day'' for Porto.", "a bad day"),
        ("The mayor called it ''a bad day'' for Porto.", "a bad day"),
        ("The mayor called it «a bad day» for Porto.", "a bad day"),
        ("The mayor called it „a bad day“ for Porto.", "a bad day"),
        ("The mayor called it 'a bad day' for Porto.", "a bad day"),
        ("The mayor called it ‘a bad day’ for Porto.", "a bad day"),
        ('"We are leaving," said Ruiz.', "We are leaving,"),
        ('Ruiz said: "We are leaving."', "We are leaving."),
        ('The ship ("a wreck") sank.', "a wreck"),
        ('She said "no"; he left.', "no"),
        ('A plan—"a trap," he said—failed.', "a trap,"),
    ],
)
def test_every_kind_of_mark_pairs(text: str, inner: str) -> None:
    quotation = only(text)
    assert text[quotation.inner.start : quotation.inner.end] == inner
    assert quotation.start < quotation.inner.start
    assert quotation.end > quotation.inner.end
    assert quotation.closed
    assert not quotation.continues


def test_marks_that_look_the_wrong_way_still_pair() -> None:
    assert read("Ruiz said: “The bridge is 51 percent done.“ Nobody knew.") == (["The bridge is 51 percent done."], [])
    assert read("Ruiz said: ”The bridge is done.” Nobody knew.") == (["The bridge is done."], [])


def test_several_quotations_of_one_paragraph_are_kept_apart() -> None:
    found, strays = read('"We stay," he said. "You go." The "old" plan and the "new" one.')
    assert found == ["We stay,", "You go.", "old", "new"]
    assert strays == []


@pytest.mark.parametrize(
    "text",
    [
        "The rebels' attacks on the sailors' homes didn't stop; it's a '90s story.",
        "The rebels’ attacks on the sailors’ homes didn’t stop; it’s a ’90s story.",
        'He was 6\'2" tall and the board 12" wide.',
        "Rock 'n roll and 'tis the season.",
        "Nothing is quoted here.",
        "",
    ],
)
def test_apostrophes_and_inches_quote_nothing(text: str) -> None:
    assert read(text) == ([], [])


def test_an_apostrophe_does_not_close_single_marks() -> None:
    assert read("She called it 'the rebels' last stand' on Monday.")[0] == ["the rebels' last stand"]
    assert read("She said 'don't go there' twice.")[0] == ["don't go there"]


def test_a_quotation_within_a_quotation_is_part_of_the_outer_one() -> None:
    assert read("\"He told me 'go home' and left,\" she said.")[0] == ["He told me 'go home' and left,"]
    assert read("‘He told me “go home” and left,’ she said.")[0] == ["He told me “go home” and left,"]


def test_the_stray_mark_at_the_end_is_found_and_the_short_quotation_kept() -> None:
    text = 'The clerk owned a "small chain" and dozens of unpaid boats."'
    assert read(text) == (["small chain"], ["boats.|"])


def test_the_stray_mark_in_the_middle_is_found() -> None:
    found, strays = read('The clerk" owned a "small chain" of shops.')
    assert found == ["small chain"]
    assert strays == ["clerk|"]


def test_a_missing_closing_mark_behind_a_colon_quotes_to_the_end_of_the_block() -> None:
    found, strays = read("He said: \"It is over.\nThe next paragraph is nobody's words.")
    assert found == ["It is over."]
    assert strays == ["|It"]


def test_a_lone_mark_without_an_introduction_quotes_nothing() -> None:
    assert read('The harbour was "quiet on Monday and the boats stayed in.') == ([], ["|quiet"])
    assert read('The harbour was quiet on Monday, he added."') == ([], ["added.|"])


def test_a_stray_mark_never_reaches_the_next_paragraph() -> None:
    text = 'The harbour was "quiet on Monday.\nThe boats stayed in, and the "old" pier closed.'
    assert read(text) == (["old"], ["|quiet"])


def test_a_quotation_goes_on_over_paragraphs() -> None:
    text = 'Ruiz said: "We waited a week.\n"Then we left.\n"Nobody came," she added.'
    found, strays = quotations(article_of(text))
    assert not strays
    assert [text[q.inner.start : q.inner.end] for q in found] == ["We waited a week.", "Then we left.", "Nobody came,"]
    assert [q.closed for q in found] == [False, False, True]
    assert [q.continues for q in found] == [False, True, True]
    assert [q.block for q in found] == [0, 1, 2]


def test_a_paragraph_that_opens_with_its_own_quotation_continues_nothing() -> None:
    text = '"We waited," Ruiz said.\n"Nobody came," she added.'
    found, _ = quotations(article_of(text))
    assert [q.continues for q in found] == [False, False]
    assert all(q.closed for q in found)


def test_a_headline_does_not_continue_in_the_story() -> None:
    text = 'Mayor: "We stay\n"Nobody came," Ruiz said.'
    found, strays = quotations(article_of(text, headline='Mayor: "We stay'))
    assert len(strays) == 1
    assert not any(q.continues for q in found)


def test_headlines_and_captions_are_read_and_furniture_is_not() -> None:
    text = 'Ruiz: \'We stay\'\nThe "old" pier\nShare "this" page'
    article = article_of(text, headline="Ruiz: 'We stay'", caption='The "old" pier', furniture='Share "this" page')
    found, _ = quotations(article)
    assert [text[q.inner.start : q.inner.end] for q in found] == ["We stay", "old"]


def test_brackets_inside_a_quotation_are_the_editors() -> None:
    text = '"We hold it [the northern pier - Coast Wire] and dont [sic] leave," he [Ruiz] said.'
    quotation = only(text)
    assert [text[b.start : b.end] for b in quotation.insertions] == ["[the northern pier - Coast Wire]", "[sic]"]


def test_an_empty_pair_is_no_quotation() -> None:
    assert read('He typed "" and left.')[0] == []


def test_an_unknown_language_is_read_with_the_fallback() -> None:
    from msgspec.structs import replace

    article = replace(article_of('Il dit: "Nous restons."'), language="xx")
    found, _ = quotations(article)
    assert len(found) == 1


MARKED = st.text(alphabet=st.sampled_from(list("ab,.:? \n\"'“”‘’«»[]5`")), max_size=80)


@given(MARKED)
def test_any_text_gives_ordered_quotations_inside_their_blocks(text: str) -> None:
    article = article_of(text)
    found, strays = quotations(article)
    for quotation in found:
        block = article.blocks[quotation.block]
        assert (
            block.start <= quotation.start <= quotation.inner.start < quotation.inner.end <= quotation.end <= block.end
        )
        assert all(quotation.inner.start <= b.start < b.end <= quotation.inner.end for b in quotation.insertions)
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert all(0 <= mark.start < mark.end <= len(text) for mark in strays)


@given(MARKED)
def test_an_open_quotation_is_always_taken_up(text: str) -> None:
    found, _ = quotations(article_of(text))
    for i, quotation in enumerate(found):
        if not quotation.closed:
            assert found[i + 1].block > quotation.block


# copy in which every sentence has a line of its own


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ('" The pier is old.\nNobody will repair it, " Ruiz said.', ["The pier is old.", "Nobody will repair it,"]),
        (
            "Ruiz said `` The pier is old.\nIt fell.\nNobody came. ''",
            ["The pier is old.", "It fell.", "Nobody came."],
        ),
        ('Ruiz replied: " No.\nThe pier is old. "', ["No.", "The pier is old."]),
    ],
)
def test_a_quotation_goes_on_over_lines(text: str, inner: list[str]) -> None:
    found, strays = quotations(article_of(text))
    assert [text[q.inner.start : q.inner.end] for q in found] == inner
    assert not strays
    assert [q.continues for q in found] == [i > 0 for i in range(len(inner))]
    assert [q.closed for q in found] == [i == len(inner) - 1 for i in range(len(inner))]


@pytest.mark.parametrize(
    "text",
    [
        'Ruiz said: "The pier is old. Nobody came there.\nIt fell."',
        'Ruiz said: "The pier is old.\n\nIt fell."',
        'Ruiz said: "The pier is old.\nIt was the "old" pier.\nIt fell."',
        'The pier is old."\nRuiz said: "It fell.',
        'Ruiz said: "The pier is old.\n' + "Nobody came.\n" * 9 + 'It fell."',
    ],
)
def test_paragraphs_are_no_lines(text: str) -> None:
    found, strays = quotations(article_of(text))
    assert len(strays) == 2
    assert not any(q.continues for q in found)


def test_a_headline_is_no_line_of_the_story() -> None:
    text = 'Ruiz: "The pier is old\nIt fell."'
    _, strays = quotations(article_of(text, headline='Ruiz: "The pier is old'))
    assert len(strays) == 2


# copy that was cut into words


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ('It was a " third place ", he said.', "third place"),
        ('It was a " third place " in May.', "third place"),
        ("It was a `` third place '' .", "third place"),
        ('" We stay , " he said.', "We stay ,"),
        ('He would go $-- " if at all ".', "if at all"),
    ],
)
def test_marks_between_spaces_pair(text: str, inner: str) -> None:
    quotation = only(text)
    assert text[quotation.inner.start : quotation.inner.end] == inner


def test_the_words_of_a_quotation_have_no_space_at_their_edges() -> None:
    assert read('" We stay , " he said . " You go . "')[0] == ["We stay ,", "You go ."]


@pytest.mark.parametrize(
    "text",
    [
        "The board is 12 '' wide and 13.3 '' long.",
        'The board is 12 " wide.',
        "Three counties ” Alder and Birch ” grew by ten people.",
        "People leave the state ” likely for work.",
        "The crew works on area roads “ repairing them as needed.",
    ],
)
def test_inches_and_damaged_dashes_are_no_strays(text: str) -> None:
    assert read(text)[1] == []


def test_a_number_may_end_a_quotation() -> None:
    assert read('The clerk said "we sold 12" and left.') == (["we sold 12"], [])


# a story whose paragraphs were run together

FILLER = "The harbour was quiet and the boats stayed in. " * 16


def test_a_run_together_quotation_has_one_end() -> None:
    text = FILLER + 'Ruiz said: "We waited a week. "Then we left. "Nobody came." The port was closed.'
    assert read(text) == (['We waited a week. "Then we left. "Nobody came.'], [])


def test_in_a_paragraph_the_same_marks_are_stray() -> None:
    text = 'Ruiz said: "We waited a week. "Nobody came." The port was closed.'
    assert len(read(text)[1]) == 1


def test_a_mark_that_is_far_off_renews_nothing() -> None:
    text = 'Ruiz said: "We waited a week. ' + FILLER + '"Nobody came." The port was closed.'
    found, strays = read(text)
    assert found == ["We waited a week.", "Nobody came."]
    assert len(strays) == 1


@given(st.lists(st.sampled_from([" ", "\n", '"', "“", "”", "``", "''", "We", "left.", "12", ",", "Ruiz"]), max_size=24))
def test_every_mark_is_paired_stray_or_no_mark(pieces: list[str]) -> None:
    text = " ".join(pieces)
    found, strays = quotations(article_of(text))
    for mark in strays:
        inside = [q for q in found if q.inner.start < mark.start and mark.end < q.inner.end]
        assert len(inside) <= 1
    assert len(set(strays)) == len(strays)
    assert all(text[q.inner.start : q.inner.end].strip() == text[q.inner.start : q.inner.end] for q in found)
