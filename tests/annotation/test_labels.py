"""What the encoder sees in an article: names on tokens, claims and events in the article's own offsets."""

from collections.abc import Sequence

import pytest
from msgspec.structs import replace

from conftest import article_of
from dateline.annotated import Annotation, Token
from dateline.annotation import annotate as annotating
from dateline.annotation.annotate import annotate
from dateline.languages import load
from dateline.values import Span

BRIDGE = "Mayor Ana Lund said on Monday that the bridge was safe. The union denied that the ferry would close."
Said = tuple[str | None, str | None, list[str]]


def read(text: str, *, model: bool = True, language: str | None = "en") -> Annotation:
    return next(annotate([replace(article_of(text), language=language)], model=model))


def claims(text: str) -> list[Said]:
    """Source, cue and contents of each claim, cut from the article's text."""

    def words(span: Span | None) -> str | None:
        return text[span.start : span.end] if span else None

    found = read(text).claims
    assert found is not None
    return [(words(one.source), words(one.cue), [words(part) or "" for part in one.content]) for one in found]


def entities(text: str) -> dict[str, str]:
    return {token.text: token.entity for token in read(text).tokens if token.entity}


def named(tokens: Sequence[Token], label: str) -> list[str]:
    return [token.text for token in tokens if token.entity == label]


# Names and times on tokens


def test_names_and_times_are_on_the_tokens() -> None:
    found = entities("Mayor Ana Lund of Bergen left the Lakeside Bank on Monday.")
    assert found == {
        "Ana": "PERSON",
        "Lund": "PERSON",
        "Bergen": "GPE",
        "Lakeside": "ORG",
        "Bank": "ORG",
        "Monday": "DATE",
    }


def test_labels_are_a_share_sure_and_times_are_certain() -> None:
    tokens = [token for token in read(BRIDGE).tokens if token.entity]
    assert all(0 < token.surety <= 1 for token in tokens)
    assert all(token.surety < 1 for token in tokens if token.entity != "DATE")
    assert all(token.surety == 1 for token in tokens if token.entity == "DATE")


def test_a_name_opens_once() -> None:
    tokens = read(BRIDGE).tokens
    assert [token.opens for token in tokens if token.entity == "PERSON"] == [True, False]


@pytest.mark.parametrize(
    "text",
    [
        "Prime Minister Ana Lund met President Pavel Novak of Norway in Bergen.",
        "Mayor Ana Lund met former Finance Minister Pavel Novak in Bergen.",
    ],
)
def test_a_title_is_no_part_of_a_name(text: str) -> None:
    tokens = read(text).tokens
    assert not {"Prime", "Minister", "President", "Mayor", "Finance"} & set(named(tokens, "PERSON"))
    assert {"Lund", "Novak"} <= set(named(tokens, "PERSON"))


@pytest.mark.parametrize("word", ["Monday", "March", "2019", "yesterday"])
def test_words_of_time_are_dates(word: str) -> None:
    assert entities(f"The bridge over the Orla was closed {word}.")[word] == "DATE"


# Claims


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            BRIDGE,
            [
                ("Mayor Ana Lund", "said", ["that the bridge was safe"]),
                ("The union", "denied", ["that the ferry would close"]),
            ],
        ),
        (
            BRIDGE.upper(),
            [
                ("MAYOR ANA LUND", "SAID", ["THAT THE BRIDGE WAS SAFE"]),
                ("THE UNION", "DENIED", ["THAT THE FERRY WOULD CLOSE"]),
            ],
        ),
        (
            BRIDGE.replace(" ", "  "),
            [
                ("Mayor  Ana  Lund", "said", ["that  the  bridge  was  safe"]),
                ("The  union", "denied", ["that  the  ferry  would  close"]),
            ],
        ),
        (
            "“Nobody’s  boat is safe here,” Mayor Ana Lund said.",
            [("Mayor Ana Lund", "said", ["“Nobody’s  boat is safe here,”"])],
        ),
    ],
    ids=["plain", "capitals", "double spaces", "curly quotes"],
)
def test_claims_point_into_the_article(text: str, said: list[Said]) -> None:
    assert claims(text) == said


def test_claims_are_where_the_second_paragraph_has_them() -> None:
    text = f"“Quiet  night,” wrote nobody.\n\n{BRIDGE}"
    assert ("Mayor Ana Lund", "said", ["that the bridge was safe"]) in claims(text)


def test_claims_are_a_share_sure() -> None:
    for one in read(BRIDGE).claims or ():
        assert 0 < one.score <= 1
        assert 0 < one.cue_score <= 1
        assert 0 < one.source_score <= 1


def test_a_text_in_which_nobody_speaks_has_no_claims() -> None:
    assert read("The ferry left Bergen at noon.").claims == ()


# Events and nouns


def test_events_point_into_the_article() -> None:
    text = "Gunmen  attacked a bank in Bergen’s harbour and wounded two clerks."
    found = {text[one.span.start : one.span.end] for one in read(text).triggers or ()}
    assert {"attacked", "wounded"} <= found


def test_nouns_cover_their_tokens() -> None:
    seen = read("The  clerk’s brother told a sailor that the bank was closed.")
    assert seen.nominals
    for one in seen.nominals:
        assert one.start == seen.tokens[one.first].start
        assert one.end <= seen.tokens[one.last - 1].end


# Nobody looked


def test_without_the_encoder_nobody_looks_for_claims() -> None:
    seen = read(BRIDGE, model=False)
    assert (seen.claims, seen.triggers, seen.nominals) == (None, None, ())
    assert seen.names


def test_a_language_without_an_encoder_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    words = load("en")
    bare = replace(words, language=replace(words.language, encoder=False))
    monkeypatch.setattr(annotating, "load_with", lambda code, own: bare)
    seen = read(BRIDGE)
    assert (seen.claims, seen.triggers) == (None, None)
    assert seen.names


def test_an_empty_text_says_nothing() -> None:
    seen = read("")
    assert (seen.tokens, seen.claims, seen.triggers) == ((), (), ())


def test_articles_are_read_alone_as_together() -> None:
    texts = [BRIDGE, "", "The ferry sank off Bergen, the mayor said.", BRIDGE.upper()]
    together = list(annotate([article_of(text) for text in texts]))
    assert [(each.claims, each.triggers, each.tokens) for each in together] == [
        (alone.claims, alone.triggers, alone.tokens) for alone in (read(text) for text in texts)
    ]


def test_the_full_stop_of_a_title_goes_with_it() -> None:
    tokens = read("The talks of Mr. Lund with Mrs. Novak went on in Bergen.").tokens
    assert not {"Mr.", "Mrs."} & {token.text for token in tokens if token.entity == "PERSON"}


def test_a_story_whose_language_nobody_reads_was_not_looked_through() -> None:
    found = read("Le maire a dit que le pont est sûr.", language="fr")
    assert (found.claims, found.triggers) == (None, None)
