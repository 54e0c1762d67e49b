"""Types of events in plain words."""

WORDS = {
    "AGREE": "agreement", "CONSULT": "meeting", "SUPPORT": "support", "CONCEDE": "concession",
    "COOPERATE": "cooperation", "AID": "aid", "RETREAT": "retreat", "REQUEST": "demand", "ACCUSE": "accusation",
    "REJECT": "refusal", "THREATEN": "threat", "PROTEST": "protest", "SANCTION": "sanction",
    "MOBILIZE": "mobilisation", "COERCE": "coercion", "ASSAULT": "violence", "ACCIDENT": "accident",
    "DISASTER": "disaster", "OUTBREAK": "outbreak", "DEATH": "death", "CRIME": "crime", "CAREER": "change of post",
    "GATHERING": "gathering",
}  # fmt: skip
"""What a type stands for, for who does not know the codebook."""


def in_words(kind: str, modes: tuple[str, ...] = ()) -> str:
    """A type in words, with its code and modes: "violence (ASSAULT: firearms)"; one that nobody knows as it stands."""
    coded = f"{kind}: {', '.join(modes)}" if modes else kind
    return f"{WORDS[kind]} ({coded})" if kind in WORDS else coded
