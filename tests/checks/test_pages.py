"""Findings about the page: blocks that stand twice, languages that are not read."""

from msgspec.structs import replace

from conftest import Told, article_of
from dateline.annotation.annotate import annotate
from dateline.checks.languages import language
from dateline.checks.repetitions import repeated_blocks
from dateline.model import Block, BlockRole
from dateline.record import Record

CAPTION = "The mayor opens the new bridge in Bergen"


def test_a_caption_that_stands_twice() -> None:
    text = f"{CAPTION}\n{CAPTION}\nThe bridge was opened on Monday."
    size = len(CAPTION)
    blocks = (
        Block("caption", 0, size),
        Block("caption", size + 1, 2 * size + 1),
        Block("paragraph", 2 * size + 2, len(text)),
    )
    record = Record(replace(article_of(text), blocks=blocks))
    (finding,) = repeated_blocks(record)
    assert (finding.severity, finding.message) == ("note", "the caption stands twice on the page")
    assert [record.words(span) for span in finding.spans] == [CAPTION, CAPTION]


def test_small_differences_in_space_and_case_are_none(told: Told) -> None:
    record = told(f"{CAPTION}\n{CAPTION.upper()}", upto="places")
    assert len(list(repeated_blocks(record))) == 1


def test_short_and_different_blocks(told: Told) -> None:
    assert list(repeated_blocks(told("Sport\nSport\nOne story.\nAnother story.", upto="places"))) == []


def read_as(code: str | None) -> Record:
    article = replace(article_of("Two men were hurt."), language=code)
    return Record(article, next(annotate([article])))


def test_a_language_without_a_pack() -> None:
    (finding,) = language(read_as("fi"))
    assert finding.severity == "note"
    assert "'fi'" in finding.message and "no pack" in finding.message


def test_a_language_that_could_not_be_told() -> None:
    (finding,) = language(read_as(None))
    assert "--language" in finding.message


def test_a_language_that_is_read() -> None:
    assert list(language(read_as("en"))) == []


def blocks_read(*blocks: tuple[BlockRole, str]) -> Record:
    """A record whose blocks have these roles and words."""
    text, made = "", []
    for role, words in blocks:
        made.append(Block(role, len(text), len(text) + len(words)))
        text += f"{words}\n"
    return Record(replace(article_of(text), blocks=tuple(made)))


def test_thrice_is_told_twice() -> None:
    record = blocks_read(("paragraph", CAPTION), ("paragraph", CAPTION), ("paragraph", CAPTION))
    assert len(list(repeated_blocks(record))) == 2


def test_a_headline_repeated_in_the_body_names_the_first() -> None:
    (finding,) = repeated_blocks(blocks_read(("headline", CAPTION), ("paragraph", CAPTION)))
    assert finding.message == "the headline stands twice on the page"


def test_furniture_may_stand_twice() -> None:
    assert list(repeated_blocks(blocks_read(("furniture", CAPTION), ("furniture", CAPTION)))) == []


def test_twelve_letters_are_enough() -> None:
    assert list(repeated_blocks(blocks_read(("caption", "a" * 11), ("caption", "a" * 11)))) == []
    assert len(list(repeated_blocks(blocks_read(("caption", "a" * 12), ("caption", "a" * 12))))) == 1


def test_a_page_without_blocks() -> None:
    assert list(repeated_blocks(blocks_read())) == []
