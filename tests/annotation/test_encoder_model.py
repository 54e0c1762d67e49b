"""The file of the encoder: it opens, says what it knows, and reads each text by itself."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from dateline.annotation.encoder.layers import LAYERS, MARKS, POINTERS
from dateline.annotation.encoder.model import ROOM, Encoder, encoder
from dateline.annotation.encoder.scores import Scores
from dateline.annotation.encoder.spans import spans
from dateline.errors import MissingPart

MODEL, TOKENIZER = ROOM / "model.onnx", ROOM / "tokenizer.json"
LARGEST = 25_000_000
BRIDGE = "Mayor Ana Lund said on Monday that the bridge was safe."
TEXTS = [
    BRIDGE,
    "The ferry sank off Bergen.\nNobody was hurt, the harbour office said.",
    "",
    '"We waited all night," Marta Ruiz said. ' * 30,
]


def only(text: str) -> Scores:
    [scores] = encoder().read([text])
    return scores


def same(one: Scores, other: Scores) -> bool:
    """Whether two readings agree to the last bit."""
    model = encoder()
    if not np.array_equal(one.spans, other.spans):
        return False
    everywhere = range(len(one))
    layers = all(np.array_equal(one.chances(layer), other.chances(layer)) for layer in model.layers)
    return layers and all(
        np.array_equal(one.links(kind, i, everywhere), other.links(kind, i, everywhere))
        for kind in model.pointers
        for i in everywhere[:20]
    )


# The file


def test_the_model_has_layers_and_pointers_that_we_know() -> None:
    model = encoder()
    assert {"name", "nominal", "source", "cue", "content"} <= set(model.layers) <= {*LAYERS, *MARKS}
    assert {"cue", "source"} <= set(model.pointers) <= set(POINTERS)
    assert len(set(model.layers)) == len(model.layers)
    assert len(set(model.pointers)) == len(model.pointers)


def test_the_file_is_small() -> None:
    assert MODEL.stat().st_size + TOKENIZER.stat().st_size < LARGEST


def test_it_is_opened_once() -> None:
    assert encoder() is encoder()


@pytest.mark.parametrize("missing", ["model.onnx", "tokenizer.json"])
def test_a_missing_file_comes_with_advice(tmp_path: Path, missing: str) -> None:
    there = [path if path.name != missing else tmp_path / missing for path in (MODEL, TOKENIZER)]
    with pytest.raises(MissingPart, match=r"install Dateline again.*DATELINE_MODEL=off") as raised:
        Encoder.open(*there)
    assert str(tmp_path / missing) in str(raised.value)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(MissingPart):
        Encoder.open(tmp_path, TOKENIZER)


# Reading


@pytest.mark.parametrize("at", range(len(TEXTS)))
def test_a_text_is_read_alone_as_among_others(at: int) -> None:
    assert same(list(encoder().read(TEXTS))[at], only(TEXTS[at]))


def test_the_order_of_the_texts_is_kept() -> None:
    forwards, backwards = list(encoder().read(TEXTS)), list(encoder().read(TEXTS[::-1]))
    assert all(same(one, other) for one, other in zip(forwards, backwards[::-1], strict=True))


def test_a_second_encoder_reads_the_same() -> None:
    [scores] = Encoder.open(MODEL, TOKENIZER).read([BRIDGE])
    assert same(scores, only(BRIDGE))


def test_words_are_where_they_stand() -> None:
    words = [BRIDGE[start:end] for start, end in only(BRIDGE).spans.tolist()]
    assert words == ["Mayor", "Ana", "Lund", "said", "on", "Monday", "that", "the", "bridge", "was", "safe", "."]


def test_texts_are_read_as_they_are_asked_for() -> None:
    reading = encoder().read(text for text in (BRIDGE, None))  # type: ignore[misc]
    assert len(next(reading)) == 12


def test_no_text_is_no_reading() -> None:
    assert list(encoder().read([])) == []


# Texts that are hardly any


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", "\t \n"])
def test_a_text_without_words_has_no_scores(text: str) -> None:
    scores = only(text)
    assert len(scores) == 0
    assert all(spans(scores, layer) == [] for layer in encoder().layers if layer in LAYERS)


@pytest.mark.parametrize("text", ["?!", "— — —", "12 345 67.8 %", "...\n...\n***", "(){}[]<>", "№ € ¶ ☂"])
def test_a_text_without_letters_says_nothing(text: str) -> None:
    scores = only(text)
    assert len(scores) > 0
    assert spans(scores, "content") == []
    assert all(np.isfinite(scores.chances(layer)).all() for layer in encoder().layers)


@pytest.mark.parametrize("text", ["x" * 5000, "мэр сказал", "市長は言った", "a\x00b \u200b\ufeffc", "e\u0301" * 50])
def test_any_letters_are_read(text: str) -> None:
    scores = only(text)
    assert all(0 <= start < end <= len(text) for start, end in scores.spans.tolist())
    assert all(np.isfinite(scores.chances(layer)).all() for layer in encoder().layers)


def test_a_long_paragraph_is_read_to_its_end() -> None:
    filler = "The boats lay in the harbour and nobody went to sea that day . "
    text = (filler * 250)[: -len(filler)] + BRIDGE
    assert len(text.split()) > 3000
    scores = only(text)
    assert [text[start:end] for start, end in scores.spans.tolist()][-3:] == ["was", "safe", "."]
    starts = scores.spans[:, 0]
    assert (np.diff(starts) > 0).all()
    assert len(scores) >= len(text.split())
    last = spans(scores, "content")[-1]
    assert text[scores.spans[last.first, 0] : scores.spans[last.last - 1, 1]] == "that the bridge was safe"


def test_threads_read_what_one_reads() -> None:
    texts = [f"{text} The tide turned at {hour} o'clock." for hour in range(6) for text in TEXTS[:3]]
    alone = [only(text) for text in texts]
    with ThreadPoolExecutor(2) as pool:
        together = list(pool.map(only, texts))
    assert all(same(one, other) for one, other in zip(alone, together, strict=True))
