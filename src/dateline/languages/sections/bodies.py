"""Words in the names of bodies, and the words that tie people and bodies to places and to each other."""

from dateline.languages.sections.base import Section


class Bodies(Section, frozen=True):
    """`bodies.toml`: PLOVER sectors by the words of a name, and posts that take the sector of their body."""

    home_links: tuple[str, ...]
    """Between a body or a post and the place where it is at home ("police in Oslo")."""
    body_links: tuple[str, ...]
    """Between somebody and the body that he or she belongs to ("a spokesman for the bank")."""
    name_links: tuple[str, ...]
    """Between the head of a name and what it is for ("Institute for Ice Research")."""
    borrowing: tuple[str, ...]
    """Posts that tell no more of a sector than the body they are held in ("spokesman")."""
    idle: tuple[str, ...]
    """Of these, the posts that tell nothing where the body is not known ("director")."""
    seated: tuple[str, ...]
    """Behind a place and a hyphen, before what has its seat there ("the Oslo-based bank")."""
    added: tuple[str, ...]
    """Nouns behind the name of a body that are no part of it ("the Boko Haram group")."""
    crediting: tuple[str, ...]
    """Before "by" and a name, beside the words of writing: who had a hand in a story ("Editing by")."""
    ethnic: tuple[str, ...]
    """Before the name of a people that tells no country ("ethnic Danes")."""
    elite: tuple[str, ...]
    """PLOVER sectors whose former holders are coded ELI."""
    endings: dict[str, tuple[str, ...]]
    """PLOVER sector to the last words of names; NONE where longer words undo shorter ones."""
    beginnings: dict[str, tuple[str, ...]]
    """PLOVER sector to the first words of names ("ministry of")."""
