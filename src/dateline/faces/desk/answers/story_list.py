"""Stories as a list for people."""

from rich.console import Console
from rich.text import Text

from dateline.desk.asking.rows import Rows
from dateline.faces.desk.answers.incident_list import TITLE
from dateline.faces.desk.answers.wording import DIM, STRONG, clean, days, indented, joined, many, page, whole
from dateline.faces.digest.wording import shortened
from dateline.faces.terminal import TONES
from dateline.merging.outcomes import Story

_MOST_NAMES = 6


def draw(rows: Rows[Story], console: Console) -> None:
    """Each story with its title, its days, how many articles tell it, and whom they name."""
    for story in rows:
        indented(console, clean(shortened(" ".join(story.title.split()), TITLE) or "without a title", STRONG), 0)
        indented(console, told(story))
        if story.names:
            indented(console, clean(", ".join(story.names[:_MOST_NAMES]), DIM))
        whole(console, story.story)
        console.print()
    counted = page(len(rows), rows.total, "story")
    counted.plain = counted.plain.replace("storys", "stories")
    console.print(counted)


def told(story: Story) -> Text:
    """From when to when, in how many articles, of how many sources."""
    copies = len({copy.article for copy in story.copies})
    own = f"{story.independent:,} independent" if len(story.articles) > 1 else ""
    copied = many(copies, "copy").replace("copys", "copies") if copies else ""
    return joined(
        clean(days(story.first, story.last), TONES["moment"]),
        clean(many(len(story.articles), "article")),
        clean(own, DIM),
        clean(copied, DIM),
    )
