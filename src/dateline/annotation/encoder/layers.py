"""What the encoder says of a text, layer by layer. The file of the model names those that it has."""

LAYERS: dict[str, tuple[str, ...]] = {
    "name": ("person", "organisation", "place", "other"),
    "nominal": ("person", "organisation", "place"),
    "source": ("source",),
    "cue": ("cue",),
    "content": ("content",),
    "trigger": ("trigger",),
}
"""Layers of spans with their types; the tags of a layer are O, then B and I of each type."""

MARKS: dict[str, tuple[str, ...]] = {
    "status": ("asserted", "denied", "possible", "planned"),
    "kind": (
        "AGREE",
        "CONSULT",
        "SUPPORT",
        "COOPERATE",
        "AID",
        "YIELD",
        "REQUEST",
        "ACCUSE",
        "REJECT",
        "THREATEN",
        "PROTEST",
        "SANCTION",
        "MOBILIZE",
        "COERCE",
        "ASSAULT",
        "ACCIDENT",
        "DISASTER",
        "OUTBREAK",
        "DEATH",
        "CRIME",
        "CAREER",
        "GATHERING",
    ),
}
"""What is said of the first word of a trigger: whether it came to pass, and its PLOVER or `other` type.

PLOVER's CONCEDE and RETREAT are one here (YIELD), as in the sentences that it is learnt from.
"""

POINTERS: tuple[str, ...] = (
    "cue",
    "source",
    "actor",
    "recipient",
    "place",
    "instrument",
    "antecedent",
)
"""Links from one word to another: from a content to its cue and source, from a trigger to its arguments, from a mention
to an earlier one of the same."""

POINTER_SIZE = 48
"""Numbers that either end of a link has."""


def tag_count(layer: str) -> int:
    """How many tags a layer has."""
    return 1 + 2 * len(LAYERS[layer]) if layer in LAYERS else len(MARKS[layer])
