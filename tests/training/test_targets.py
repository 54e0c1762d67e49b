"""Labels into targets: tags, marks and ends of links, word by word."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer
from training.encoder.documents import DOUBTFUL, NOWHERE, Label
from training.encoder.targets import UNKNOWN, ends, marks, tags

from dateline.annotation import encoder
from dateline.annotation.encoder.layers import LAYERS, MARKS
from dateline.annotation.encoder.windows import Window, windows

TOKENIZER = Tokenizer.from_file(str(Path(encoder.__file__).parent / "tokenizer.json"))
TOKENIZER.no_truncation()
TOKENIZER.no_padding()

TEXT = "Judge Marta Lund left Oslo for the River Bank."
NAMES = ("O", *(f"{letter}-{type_}" for type_ in LAYERS["name"] for letter in "BI"))


def window_of(text: str = TEXT) -> Window:
    [window] = windows(text, TOKENIZER)
    return window


def label(words: str, type_: str, text: str = TEXT) -> Label:
    return Label(text.index(words), text.index(words) + len(words), type_)


def told(*labels: Label, window: Window | None = None) -> list[str]:
    found = tags(window or window_of(), labels, "name")
    return ["?" if tag == UNKNOWN else NAMES[tag] for tag in found]


def tail(window: Window, first: int) -> Window:
    """The window without its first words, as the later one of two that share a paragraph."""
    return Window(window.ids[first:], window.shapes[first:], window.words[:-first], window.spans[first:])


# Tags


def test_words_of_a_label_have_its_tags_and_others_none() -> None:
    assert told(label("Marta Lund", "person"), label("Oslo", "place"), label("River Bank", "organisation")) == [
        *("O", "B-person", "I-person", "O", "B-place", "O", "O"),
        *("B-organisation", "I-organisation", "O"),
    ]


def test_without_labels_every_word_is_outside() -> None:
    assert told() == ["O"] * 10


def test_neighbours_stay_two() -> None:
    assert told(label("Judge", "other"), label("Marta", "person"), label("Lund", "person"))[:3] == [
        *("B-other", "B-person", "B-person"),
    ]


def test_types_that_a_layer_does_not_have_are_left_out() -> None:
    assert told(label("Oslo", "harbour")) == told()
    assert not tags(window_of(), [label("Oslo", "other")], "nominal").any()


def test_nothing_is_learnt_from_doubtful_words() -> None:
    assert told(label("Marta Lund", DOUBTFUL), label("Oslo", "place"))[:5] == ["O", "?", "?", "O", "B-place"]


def test_a_label_that_ends_within_a_word_has_all_of_it() -> None:
    assert told(label("Marta Lu", "person"))[1:4] == ["B-person", "I-person", "O"]
    assert told(label("arta Lund", "person"))[1:4] == ["B-person", "I-person", "O"]


def test_a_label_outside_of_the_window_has_no_tag() -> None:
    assert told(label("Judge", "other"), window=tail(window_of(), 1)) == ["O"] * 9


def test_a_label_begun_before_the_window_goes_on_in_it() -> None:
    assert told(label("Marta Lund", "person"), window=tail(window_of(), 2))[0] == "I-person"


def test_a_label_begun_within_the_first_word_begins_there() -> None:
    assert told(label("udge", "person"))[0] == "B-person"


@pytest.mark.parametrize("layer", LAYERS)
def test_every_type_of_every_layer_has_two_tags(layer: str) -> None:
    for k, type_ in enumerate(LAYERS[layer]):
        assert tags(window_of(), [label("River Bank", type_)], layer)[7:9].tolist() == [1 + 2 * k, 2 + 2 * k]


# Marks


def test_the_first_word_of_a_label_has_its_mark() -> None:
    found = marks(window_of(), [label("left Oslo", "denied"), label("Bank", "planned")], "status")
    known = {i: MARKS["status"][mark] for i, mark in enumerate(found.tolist()) if mark != UNKNOWN}
    assert known == {3: "denied", 8: "planned"}


def test_marks_before_the_window_are_not_in_it() -> None:
    assert set(marks(tail(window_of(), 2), [label("Marta Lund", "denied")], "status").tolist()) == {UNKNOWN}


# Links


def test_a_link_ends_at_a_word() -> None:
    found = ends(window_of(), [(TEXT.index("left"), TEXT.index("Marta")), (TEXT.index("Bank"), TEXT.index("Judge"))])
    assert {i: end for i, end in enumerate(found.tolist()) if end != UNKNOWN} == {3: 2, 8: 1}


def test_a_link_within_a_word_is_the_words() -> None:
    assert ends(window_of(), [(TEXT.index("eft"), TEXT.index("slo"))])[3] == 5


def test_a_link_that_ends_elsewhere_ends_nowhere() -> None:
    window = tail(window_of(), 3)
    found = ends(window, [(TEXT.index("left"), TEXT.index("Marta")), (TEXT.index("Bank"), NOWHERE)])
    assert [found[0], found[5]] == [0, 0]


def test_a_link_that_begins_elsewhere_is_not_there() -> None:
    found = ends(tail(window_of(), 3), [(TEXT.index("Judge"), TEXT.index("left")), (TEXT.index(" left"), 0)])
    assert set(found.tolist()) == {UNKNOWN}


# There and back

WORDS = ("Ruiz", "zxqwvk", "the", "old", ".", '"', "Pier")
TYPES = st.sampled_from((None, *LAYERS["name"]))


def decoded(window: Window, found: np.ndarray) -> list[Label]:
    """The labels that tags stand for."""
    labels: list[Label] = []
    for (start, end), tag in zip(window.spans.tolist(), found.tolist(), strict=True):
        if tag % 2:
            labels.append(Label(start, end, LAYERS["name"][(tag - 1) // 2]))
        elif tag:
            labels[-1] = Label(labels[-1].start, end, labels[-1].type)
    return labels


@settings(max_examples=60)
@given(st.lists(st.tuples(st.lists(st.sampled_from(WORDS), min_size=1, max_size=4), TYPES), min_size=1, max_size=8))
def test_tags_lead_back_to_the_labels(parts: list[tuple[list[str], str | None]]) -> None:
    text, labels = "", []
    for words, type_ in parts:
        phrase = " ".join(words)
        if type_:
            labels.append(Label(len(text), len(text) + len(phrase), type_))
        text += phrase + " "
    window = window_of(text)
    assert decoded(window, tags(window, labels, "name")) == labels
