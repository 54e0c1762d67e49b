"""What a line looks like by its own words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reading.plain.shapes import LONGEST, shapes_of

SHAPES = shapes_of("en")


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("By Joana Reis", "byline"),
        ("BY JOANA REIS", "byline"),
        ("by Joana Reis, Reuters", "byline"),
        ("By Joana Reis and Paulo Vaz", "byline"),
        ("By JOANA REIS, Associated Press", "byline"),
        ("By Joana Reis in Coimbra", "byline"),
        ("By Joana van der Meer, Staff Writer", "byline"),
        ("Joana Reis, Associated Press", "byline"),
        ("Written by Joana Reis", "byline"),
        ("Reuters, Coimbra", "byline"),
        ("© LUSA/Rita Campos", "credit"),
        ("©Rita Campos (AFP/File)", "credit"),
        ("LUSA/Rita Campos", "credit"),
        ("Photo: Rita Campos", "credit"),
        ("Photo by Rita Campos", "credit"),
        ("PHOTO: Rita Campos", "credit"),
        ("Photo courtesy of the town library", "credit"),
        ("(AP Photo/Rita Campos)", "credit"),
        ("(AP Photo/Rita Campos, File)", "credit"),
        ("AP Photo/Rita Campos", "credit"),
        ("Rita Campos/AFP/Getty Images", "credit"),
        ("Rita Campos via Reuters", "credit"),
        ("Getty Images", "credit"),
        ("Image caption The ferry at the river", "caption"),
        ("FILE - The ferry at the river, March 3, 2019.", "caption"),
        ("Pictured: the ferry", "caption"),
        ("Editor's note: the figures are the ministry's.", "note"),
        ("Editor’s Note: the figures are the ministry's.", "note"),
        ("(Reporting by Joana Reis; Editing by Paulo Vaz)", "note"),
        ("--additional reporting from Joana Reis.", "note"),
        ("Joana Reis contributed to this report.", "note"),
        ("Updated at 12:30 GMT", "note"),
        ("Updated: 3 March 2019", "note"),
        ("Last updated on Monday", "note"),
        ("Published March 3, 2019 1:19PM", "note"),
        ("River Press | Updated: 2019-03-03 17:52", "note"),
        ("Correction: the river is the Mondego.", "note"),
        ("CLARIFICATION: the river is the Mondego.", "note"),
        ("This story has been updated with a comment of the mayor.", "note"),
        ("[PASSAGE OMITTED]", "note"),
        ("[BEGIN RECORDING] [DUARTE]", "note"),
        ("ADVERTISEMENT", "furniture"),
        ("Advertisement - scroll to continue", "furniture"),
        ("Share", "furniture"),
        ("Facebook Twitter WhatsApp Email", "furniture"),
        ("Read more: The ferry runs again", "furniture"),
        ("READ ALSO: The ferry runs again", "furniture"),
        ("Sign up for our newsletter", "furniture"),
        ("Follow us on Facebook", "furniture"),
        ("https://example.org/a?b=c", "furniture"),
        ("Copyright 2019 River Press. All rights reserved.", "furniture"),
        ("© 2019 River Press", "furniture"),
        ("* * *", "furniture"),
        ("___", "furniture"),
        ("Story continues below", "furniture"),
        ("2 min read", "furniture"),
        ("12 comments", "furniture"),
        ("Source: LUSA| 2019-03-03 10:00:00|Editor: Vaz", "note"),
        ("Published", "note"),
    ],
)
def test_lines_that_tell_their_role(line: str, role: str) -> None:
    assert SHAPES.role(line) == role


@pytest.mark.parametrize(
    "line",
    [
        "By Monday, the river had risen by a metre.",
        "By Tuesday Coimbra had lost both of its bridges",
        "By the river, the town waits",
        "Bystanders pulled two people out of the river.",
        "Updated figures show that the river rose by a metre.",
        "Corrections officers found the cracks.",
        "Published reports say that the bridge was weak.",
        "The mayor shared a photo of the bridge on Monday.",
        "Photo shows the bridge before it fell",
        "Read the letter, the mayor told him.",
        "Share prices fell in the river town on Monday.",
        "The ferry [which was late] came at nine.",
        "[She] came at nine.",
        "Ferry runs again",
        "Joana Reis",
        "World leaders meet at the river",
        "Reuters reported on Monday that the bridge was weak.",
        "The mayor said on X",
        "UPDATE 2-Ferry runs again",
        "12 people hurt",
    ],
)
def test_lines_that_may_be_anything(line: str) -> None:
    assert SHAPES.role(line) is None


@pytest.mark.parametrize(
    "line",
    ["World", "All news", "Top stories", "Home > World > Europe", "News | Politics", "WORLD NEWS", "Middle East"],
)
def test_names_of_sections(line: str) -> None:
    assert SHAPES.is_section(line)


@pytest.mark.parametrize(
    "line", ["Bridge", "World leaders meet", "The mayor", "News of the bridge, of the river and of all that lies on it"]
)
def test_lines_that_name_no_section(line: str) -> None:
    assert not SHAPES.is_section(line)


@pytest.mark.parametrize("line", ["Reuter", "REUTERS", "-- Reuters", "(PTI)", "AFP", "ENDS", "-ENDS-", "-30-", "-0-"])
def test_sign_offs(line: str) -> None:
    assert SHAPES.is_signoff(line)


@pytest.mark.parametrize("line", ["Reuters said", "The end", "Duarte", "***", ""])
def test_lines_that_sign_nothing_off(line: str) -> None:
    assert not SHAPES.is_signoff(line)


@pytest.mark.parametrize("name", ["AP", "tass", "ITAR-TASS", "Associated  Press", "AFP/Reuters"])
def test_agencies(name: str) -> None:
    assert SHAPES.is_agency(name)


def test_what_is_no_agency() -> None:
    assert not SHAPES.is_agency("River Press")
    assert not SHAPES.is_agency("")


@pytest.mark.parametrize(
    "line", ["Joana Reis", "Joana Reis and Paulo Vaz", "Joana Reis-Vaz", "J. Reis", "Joana O'Neill", "Joana de la Cruz"]
)
def test_names_of_writers(line: str) -> None:
    assert SHAPES.is_name(line)


@pytest.mark.parametrize(
    "line", ["Joana", "The bridge falls", "Joana Reis 2", "Name (required)", "joana reis", "Read More!", ""]
)
def test_lines_that_are_no_names(line: str) -> None:
    assert not SHAPES.is_name(line)


@pytest.mark.parametrize(
    ("caption", "credit"),
    [
        ("The mayor at the river on Monday LUSA/Rita Campos", "LUSA/Rita Campos"),
        ("The mayor at the river on Monday. Rita Campos/AFP", "Rita Campos/AFP"),
        ("The mayor at the river on Monday. (AP Photo/Rita Campos)", "(AP Photo/Rita Campos)"),
        ("The mayor at the river on Monday. Photo: Rita Campos", "Photo: Rita Campos"),
        ("The mayor at the river on Monday © Rita Campos", "© Rita Campos"),
        ("The mayor at the river on Monday | Rita Campos/Getty Images", "Rita Campos/Getty Images"),
        ("Image copyright Rita Campos Image caption The ferry at the river", "Image copyright Rita Campos"),
    ],
)
def test_the_credit_in_a_caption(caption: str, credit: str) -> None:
    span = SHAPES.credit_in(caption)
    assert span is not None
    assert caption[span.start : span.end] == credit


@pytest.mark.parametrize(
    "line",
    [
        "The mayor at the river on Monday.",
        "LUSA/Rita Campos",
        "The mayor spoke to AFP.",
        "The ferry/bus ticket costs three euros.",
        "x" * 3000,
    ],
)
def test_lines_without_a_credit(line: str) -> None:
    assert SHAPES.credit_in(line) is None


@given(st.text(min_size=1, max_size=2 * LONGEST + 10))
def test_no_line_breaks_a_test(line: str) -> None:
    SHAPES.role(line)
    SHAPES.is_section(line)
    SHAPES.is_signoff(line)
    SHAPES.is_name(line)
    span = SHAPES.credit_in(line)
    assert span is None or 0 <= span.start < span.end <= len(line)


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("en", "BY THE SEA"),
        ("en", "By The Numbers"),
        ("de", "VON DER BRÜCKE BLEIBT NICHTS"),
        ("it", "DI SERA CHIUDONO I PONTI"),
        ("es", "POR LA ORILLA DEL RÍO"),
    ],
)
def test_a_headline_that_opens_like_a_byline_is_none(code: str, line: str) -> None:
    assert shapes_of(code).role(line) is None


@pytest.mark.parametrize(
    ("code", "line"),
    [
        ("en", "By The Associated Press"),
        ("en", "By A Staff Reporter"),
        ("en", "By Van Helden"),
        ("en", "BY JOANA REIS AND PAULO VAZ"),
        ("de", "VON ANNA BERG UND KARL HELD"),
        ("nl", "Door Van den Berg"),
    ],
)
def test_bylines_with_particles_and_in_capitals(code: str, line: str) -> None:
    assert shapes_of(code).role(line) == "byline"


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("SOURCE Brook Pumps Inc", "note"),
        ("SOURCE BROOK PUMPS RISES", None),
        ("Source Brook runs dry again", None),
        ("3 / 12", "furniture"),
        ("3/12 of the town", None),
    ],
)
def test_labels_in_capitals_and_counters(line: str, role: str | None) -> None:
    assert shapes_of("en").role(line) == role


@pytest.mark.parametrize(
    ("code", "line"),
    [("en", "You may also like: The ferry runs again"), ("de", "Mehr lesen: Die Fähre fährt wieder")],
)
def test_the_opener_of_a_box_with_one_link_behind_its_colon(code: str, line: str) -> None:
    assert shapes_of(code).role(line) == "furniture"
