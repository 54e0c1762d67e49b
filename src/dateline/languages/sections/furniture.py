"""Words about the page: the language itself, the furniture around a story, the notes of a news desk."""

from typing import Literal

from dateline.languages.sections.base import Section


class Language(Section, frozen=True):
    """`language.toml`: what the language is called, the parser that reads it, and whether our encoder has learnt it."""

    code: str
    name: str
    pipeline: str
    encoder: bool = False


class Furniture(Section, frozen=True):
    """`furniture.toml`: the words by which a page's furniture is told from its story."""

    agencies: tuple[str, ...]
    picture_agencies: tuple[str, ...]
    months: tuple[str, ...]
    weekdays: tuple[str, ...]
    undated: tuple[str, ...]
    date_joints: tuple[str, ...]
    dateline_regions: tuple[str, ...]
    no_places: tuple[str, ...]
    place_approaches: tuple[str, ...]
    place_particles: tuple[str, ...]
    places_with_article: tuple[str, ...]
    not_places: tuple[str, ...]
    also_in_places: tuple[str, ...]
    in_dated_places: tuple[str, ...]
    section_words: tuple[str, ...]
    byline_openers: tuple[str, ...]
    byline_origins: tuple[str, ...]
    byline_ends: tuple[str, ...]
    byline_words: tuple[str, ...]
    byline_articles: tuple[str, ...]
    byline_labels: tuple[str, ...]
    byline_ands: tuple[str, ...]
    name_titles: tuple[str, ...]
    credit_labels: tuple[str, ...]
    credit_openers: tuple[str, ...]
    caption_openers: tuple[str, ...]
    note_openers: tuple[str, ...]
    note_labels: tuple[str, ...]
    stamp_labels: tuple[str, ...]
    note_phrases: tuple[str, ...]
    furniture_lines: tuple[str, ...]
    furniture_openers: tuple[str, ...]
    share_words: tuple[str, ...]
    box_openers: tuple[str, ...]
    rights: tuple[str, ...]
    signoffs: tuple[str, ...]
    anaphors: tuple[str, ...]
    headline_small_words: tuple[str, ...]
    wall_phrases: tuple[str, ...]


class Publications(Section, frozen=True):
    """`publications.toml`: words of a byline, and of a desk's note that tell what became of the story."""

    writing: tuple[str, ...]
    byline_joints: tuple[str, ...]
    byline_ends: tuple[str, ...]
    statuses: dict[Literal["killed", "embargoed", "corrected", "updated"], tuple[str, ...]]
