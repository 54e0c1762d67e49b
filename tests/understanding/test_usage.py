"""How a place's name is used: literally, for those who act, beside another word."""

import pytest

from conftest import Told
from dateline.annotated import NameMention
from dateline.record import Record
from dateline.understanding.geography import usage
from dateline.values import Mention


def named(record: Record, text: str) -> NameMention:
    names = (*record.annotation.names, *record.annotation.inner_places)
    return next(name for name in names if name.text == text)


def mentioned(record: Record, text: str) -> Mention:
    return usage.mention(record.annotation, named(record, text))


@pytest.mark.parametrize(
    ("text", "name", "use"),
    [
        # Where something is.
        ("Rain fell in Oslo.", "Oslo", "literal"),
        ("Trondheim burned.", "Trondheim", "literal"),
        ("Norway is cold.", "Norway", "literal"),
        ("The war in Norway ended.", "Norway", "literal"),
        ("The mayor of Oslo slept.", "Oslo", "literal"),
        ("Oslo was hit by a storm.", "Oslo", "literal"),
        ("A road between Trondheim and Oslo was closed.", "Trondheim", "literal"),
        ("A road between Trondheim and Oslo was closed.", "Oslo", "literal"),
        ("Oslo!", "Oslo", "literal"),
        ("Norway waits.", "Norway", "literal"),
        ("Norway lies in the north.", "Norway", "literal"),
        ("Norway has a long coast.", "Norway", "literal"),
        ("Oslo, the capital, slept.", "Oslo", "literal"),
        # Those who act.
        ("Norway built a bridge.", "Norway", "metonym"),
        ("Norway attacked Sweden.", "Norway", "metonym"),
        ("Norway has to pay.", "Norway", "metonym"),
        ("Oslo reacted on Monday.", "Oslo", "metonym"),
        ("Oslo warned Stockholm.", "Oslo", "metonym"),
        ("Oslo warned Stockholm.", "Stockholm", "metonym"),
        ("Norway won the match.", "Norway", "metonym"),
        ("Norway is ready to help.", "Norway", "metonym"),
        ("Oslo was blamed for the delay.", "Oslo", "metonym"),
        ("The party asked Oslo for help.", "Oslo", "metonym"),
        ("The plan was backed by Trondheim.", "Trondheim", "metonym"),
        ("The war against Norway ended.", "Norway", "metonym"),
        ("Ties with Oslo were cut.", "Oslo", "metonym"),
        ("Talks between Oslo and Stockholm began.", "Oslo", "metonym"),
        ("Talks between Oslo and Stockholm began.", "Stockholm", "metonym"),
        ("Oslo and Stockholm agreed on a treaty.", "Stockholm", "metonym"),
        ("Trondheim defeated Halden.", "Trondheim", "metonym"),
        ("Trondheim's decision surprised everyone.", "Trondheim", "metonym"),
        ("Norway's ambition is great.", "Norway", "metonym"),
        # Beside another word.
        ("Oslo residents slept.", "Oslo", "modifier"),
        ("The Trondheim bridge was closed.", "Trondheim", "modifier"),
        ("Trondheim's streets were empty.", "Trondheim", "modifier"),
        ("Norway's navy left.", "Norway", "modifier"),
    ],
)
def test_use(told: Told, text: str, name: str, use: str) -> None:
    record = told(text, upto="places")
    assert usage.use(record.annotation, named(record, name)) == use
    found = mentioned(record, name)
    assert (found.role, found.form, found.rule) == (use, "name", "name")


@pytest.mark.parametrize("verb", ["said", "insisted", "denied", "demanded", "voted"])
def test_whoever_speaks_acts(told: Told, verb: str) -> None:
    record = told(f"Norway {verb} that it would wait.", upto="places")
    assert usage.use(record.annotation, named(record, "Norway")) == "metonym"


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Snow covered the Norwegian coast.", "name"),
        ("Norwegian rivers froze.", "name"),
        ("A Norwegian village burned.", "name"),
        ("Norwegian elections were held.", "name"),
        ("Norwegian officials left.", "name"),
        ("Norwegian police left.", "name"),
        ("Norwegian troops left.", "name"),
        ("A Norwegian court freed him.", "name"),
        ("The Norwegian parliament met.", "name"),
        ("The Norwegian prime minister slept.", "name"),
        ("A Norwegian singer slept.", "nominal"),
        ("Two Norwegian journalists slept.", "nominal"),
        ("Norwegian refugees left.", "nominal"),
        ("Norwegian companies bought it.", "nominal"),
        ("The Norwegian team won.", "nominal"),
        ("A Norwegian won the race.", "nominal"),
        ("A Norwegian slept.", "nominal"),
        ("The Norwegian film won.", "nominal"),
        ("They sang Norwegian songs.", "nominal"),
        ("A Danish runner slept.", "nominal"),
        ("A Danish sailor slept.", "nominal"),
        ("A Norwegian plumber slept.", "nominal"),
        ("A Norwegian tanker sank.", "nominal"),
        ("The Norwegian pianist slept.", "nominal"),
        ("A Norwegian national was freed.", "nominal"),
        ("A Norwegian minister slept.", "name"),
        ("A Norwegian river froze.", "name"),
        ("The Norwegian winter was long.", "name"),
    ],
)
def test_adjectives(told: Told, text: str, form: str) -> None:
    found = mentioned(told(text, upto="places"), text.split()[1] if "Danish" in text else "Norwegian")
    assert (found.form, found.role, found.rule) == (form, "modifier", "demonym")


@pytest.mark.parametrize(
    "text",
    ["Oslo Police Department bought cars.", "The University of Oslo was closed.", "Oslo University Hospital slept."],
)
def test_inside_a_name(told: Told, text: str) -> None:
    found = mentioned(told(text, upto="places"), "Oslo")
    assert (found.form, found.role, found.rule) == ("name", "modifier", "inside a name")
    assert text[found.start : found.end] == "Oslo"


@pytest.mark.parametrize(
    ("noun", "state", "people"),
    [
        ("officials", True, True),
        ("soldiers", True, True),
        ("police", True, True),
        ("judges", True, True),
        ("singers", False, True),
        ("rebels", False, True),
        ("rivers", False, False),
        ("bridges", False, False),
    ],
)
def test_nouns_of_people_and_of_the_state(told: Told, noun: str, state: bool, people: bool) -> None:
    annotation = told(f"Norwegian {noun} were seen there.", upto="places").annotation
    assert (usage.is_of_state(annotation, annotation.tokens[1]), usage.is_people(annotation, annotation.tokens[1])) == (
        state,
        people,
    )


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("He lives in Oslo.", "in"),
        ("He lives within Oslo.", "in"),
        ("He lives near Oslo.", "near"),
        ("He lives outside Oslo.", "near"),
        ("He fled into Oslo.", "to"),
        ("He came from Oslo.", "from"),
        ("He came from Trondheim and Oslo.", "from"),
        ("A road between Trondheim and Oslo was closed.", "between"),
        ("A camp stood just north of Oslo.", "near"),
        ("A camp stood to the north of Oslo.", "near"),
        ("A camp stood on the outskirts of Oslo.", "near"),
        ("A ship sank off the coast of Oslo.", "near"),
        ("A camp stood close to Oslo.", "near"),
        ("A camp stood in the north of Oslo.", "in"),
        ("A camp stood in the suburbs of Oslo.", "in"),
        ("He came from the city of Oslo.", "from"),
        ("The mayor of Oslo slept.", None),
        ("Oslo slept.", None),
        ("Oslo!", None),
    ],
)
def test_relation(told: Told, text: str, relation: str | None) -> None:
    record = told(text, upto="places")
    assert usage.relation(record.annotation, named(record, "Oslo")) == relation


@pytest.mark.parametrize(
    ("text", "name", "head"),
    [
        ("Rain fell in Oslo.", "Oslo", "Oslo"),
        ("Rain fell in Costa Rica.", "Costa Rica", "Rica"),
        ("Rain fell in the Gulf of Finland.", "Gulf of Finland", "Gulf"),
    ],
)
def test_the_head_of_a_name(told: Told, text: str, name: str, head: str) -> None:
    record = told(text, upto="places")
    assert usage.head_of(record.annotation, named(record, name)).text == head
