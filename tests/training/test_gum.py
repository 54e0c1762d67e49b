"""GUM's notation: texts with their spaces, mentions that nest, names that end with their own words."""

import gzip
from collections.abc import Sequence
from pathlib import Path

import pytest
from training.encoder.gum import Mention, _parts, documents

Word = tuple[str, str, int, str, str]
"""Form, part of speech, head, relation, MISC."""

HIRED: list[Word] = [
    ("The", "DET", 3, "det", "Entity=(1-organization-new"),
    ("River", "PROPN", 3, "compound", "_"),
    ("Press", "PROPN", 6, "nsubj", "_"),
    ("of", "ADP", 5, "case", "_"),
    ("Tarma", "PROPN", 3, "nmod", "Entity=(2-place-new)1)"),
    ("hired", "VERB", 0, "root", "_"),
    ("Ana", "PROPN", 6, "obj", "Entity=(3-person-new"),
    ("Reis", "PROPN", 7, "flat", "SpaceAfter=No"),
    (",", "PUNCT", 10, "punct", "_"),
    ("captain", "NOUN", 7, "appos", "Entity=(4-person-giv)3)|SpaceAfter=No"),
    (".", "PUNCT", 6, "punct", "_"),
]
LEFT: list[Word] = [
    ("She", "PRON", 2, "nsubj", "Entity=(3-person-giv)"),
    ("left", "VERB", 0, "root", "SpaceAfter=No"),
    (".", "PUNCT", 2, "punct", "_"),
]


def lines_of(words: Sequence[Word]) -> list[str]:
    return [
        f"{i}\t{form}\t{form.lower()}\t{pos}\t_\t_\t{head}\t{relation}\t_\t{misc}"
        for i, (form, pos, head, relation, misc) in enumerate(words, start=1)
    ]


def written(tmp_path: Path, *documents: Sequence[Sequence[str]]) -> Path:
    """A file of documents, each some sentences of lines."""
    path = tmp_path / "invented.conllu.gz"
    with gzip.open(path, "wt", encoding="utf-8") as file:
        for k, sentences in enumerate(documents, start=1):
            file.write(f"# newdoc id = invented_{k}\n")
            for lines in sentences:
                file.write("# text = not read\n" + "\n".join(lines) + "\n\n")
    return path


def read(tmp_path: Path, *sentences: Sequence[Word]) -> tuple[str, list[Mention]]:
    [(_, text, mentions)] = documents(written(tmp_path, [lines_of(words) for words in sentences]))
    return text, mentions


def told(text: str, mentions: Sequence[Mention]) -> list[tuple[str, str]]:
    return [(text[m.start : m.end], text[slice(*m.head)]) for m in mentions]


# Documents


def test_sentences_are_lines_with_their_spaces(tmp_path: Path) -> None:
    text, _ = read(tmp_path, HIRED, LEFT)
    assert text == "The River Press of Tarma hired Ana Reis, captain.\nShe left.\n"


def test_documents_are_kept_apart(tmp_path: Path) -> None:
    path = written(tmp_path, [lines_of(HIRED)], [lines_of(LEFT), lines_of(LEFT)])
    assert [(id_, text.count("\n"), len(mentions)) for id_, text, mentions in documents(path)] == [
        ("invented_1", 1, 4),
        ("invented_2", 2, 2),
    ]


def test_the_last_sentence_needs_no_empty_line(tmp_path: Path) -> None:
    path = tmp_path / "invented.conllu.gz"
    path.write_bytes(gzip.compress("\n".join(["# newdoc id = x", *lines_of(LEFT)]).encode()))
    assert [text for _, text, _ in documents(path)] == ["She left.\n"]


def test_an_empty_file_has_no_documents(tmp_path: Path) -> None:
    assert list(documents(written(tmp_path))) == []


def test_words_written_as_one_have_the_span_of_both(tmp_path: Path) -> None:
    lines = [
        "1-2\tShe's\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No",
        "1\tShe\tshe\tPRON\t_\t_\t3\tnsubj\t_\tEntity=(3-person-giv)",
        "2\t's\tbe\tAUX\t_\t_\t3\tcop\t_\t_",
        "3\t—\t—\tPUNCT\t_\t_\t0\troot\t_\t_",
        "3.1\tgone\tgo\tVERB\t_\t_\t_\t_\t_\t_",
        "4\tTarma\tTarma\tPROPN\t_\t_\t3\tdep\t_\tEntity=(2-place-new)",
    ]
    [(_, text, mentions)] = documents(written(tmp_path, [lines]))
    assert text == "She's— Tarma\n"
    assert told(text, mentions) == [("She's", "She's"), ("Tarma", "Tarma")]


# Mentions


def test_mentions_have_their_types_and_chains(tmp_path: Path) -> None:
    _, mentions = read(tmp_path, HIRED, LEFT)
    assert [(m.type, m.cluster) for m in mentions] == [
        ("place", "2"),
        ("organization", "1"),
        ("person", "4"),
        ("person", "3"),
        ("person", "3"),
    ]


def test_names_nouns_and_pronouns_are_told_apart(tmp_path: Path) -> None:
    _, mentions = read(tmp_path, HIRED, LEFT)
    assert [(m.named, m.nominal) for m in mentions] == [
        (True, False),
        (True, False),
        (False, True),
        (True, False),
        (False, False),
    ]


def test_a_name_is_its_own_words(tmp_path: Path) -> None:
    assert told(*read(tmp_path, HIRED)) == [
        ("Tarma", "Tarma"),
        ("River Press of Tarma", "Press"),
        ("captain", "captain"),
        ("Ana Reis", "Ana"),
    ]


def test_a_name_does_not_end_with_a_little_word(tmp_path: Path) -> None:
    words: list[Word] = [
        ("Ana", "PROPN", 0, "root", "Entity=(3-person-new"),
        ("Reis", "PROPN", 1, "flat", "_"),
        ("of", "ADP", 5, "case", "_"),
        ("the", "DET", 5, "det", "_"),
        ("pier", "NOUN", 1, "nmod", "Entity=3)"),
    ]
    assert told(*read(tmp_path, words)) == [("Ana Reis", "Ana")]


def test_a_noun_has_all_of_its_phrase(tmp_path: Path) -> None:
    words: list[Word] = [
        ("the", "DET", 2, "det", "Entity=(4-person-giv"),
        ("captain", "NOUN", 6, "nsubj", "_"),
        ("of", "ADP", 5, "case", "_"),
        ("the", "DET", 5, "det", "_"),
        ("ferry", "NOUN", 2, "nmod", "Entity=4)"),
        ("left", "VERB", 0, "root", "_"),
    ]
    assert told(*read(tmp_path, words)) == [("the captain of the ferry", "captain")]


def test_a_mention_ends_with_its_sentence(tmp_path: Path) -> None:
    opened: list[Word] = [("Ana", "PROPN", 0, "root", "Entity=(3-person-new")]
    closed: list[Word] = [("Reis", "PROPN", 0, "root", "Entity=3)")]
    assert read(tmp_path, opened, closed)[1] == []


def test_mentions_of_one_chain_may_nest(tmp_path: Path) -> None:
    words: list[Word] = [
        ("captain", "NOUN", 0, "root", "Entity=(3-person-new"),
        ("Reis", "PROPN", 1, "appos", "Entity=(3-person-giv)"),
        ("herself", "PRON", 1, "dep", "Entity=3)"),
    ]
    assert told(*read(tmp_path, words)) == [("Reis", "Reis"), ("captain Reis herself", "captain")]


# Notation


@pytest.mark.parametrize(
    ("entity", "expected"),
    [
        ("", []),
        ("(3-person-new", [("3-person-new", None)]),
        ("3)", [(None, "3")]),
        ("(3-person-new)", [("3-person-new", "3")]),
        ("(1-organization-new(2-place-new)", [("1-organization-new", None), ("2-place-new", "2")]),
        ("(2-place-new)1)", [("2-place-new", "2"), (None, "1")]),
        ("4)3)", [(None, "4"), (None, "3")]),
        ("3)(4-person-giv", [(None, "3"), ("4-person-giv", None)]),
        ("(3[1/2]-person-new)", [("3[1/2]-person-new", "3[1/2]")]),
        ("3", []),
    ],
)
def test_parts_of_the_notation(entity: str, expected: list[tuple[str | None, str | None]]) -> None:
    assert list(_parts(entity)) == expected
