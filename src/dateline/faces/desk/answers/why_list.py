"""An explanation for people, in sentences."""

from rich.console import Console
from rich.text import Text

from dateline.desk.asking.why.explanation import Explanation
from dateline.faces.desk.answers.incident_list import scene
from dateline.faces.desk.answers.story_list import told
from dateline.faces.desk.answers.whole_incident import marked_wrong
from dateline.faces.desk.answers.wording import DIM, STRONG, clean, indented, labelled, whole


def draw(why: Explanation, console: Console) -> None:
    """What it is about, then a sentence for each reason."""
    indented(console, clean(why.title or "without a title", STRONG), 0)
    if why.incident:
        indented(console, scene(why.incident))
    if why.story:
        indented(console, told(why.story))
    whole(console, why.id)
    console.print()
    for sentence in why.sentences:
        labelled(console, Text("-", style=DIM), clean(sentence), 0)
    marked_wrong(console, why)
