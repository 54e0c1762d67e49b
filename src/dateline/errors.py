"""Everything that Dateline raises, under one root.

DatelineError
├── CannotRead            a location gave no article; becomes a `Refused`
│   ├── NoSuchPath        nothing is there
│   ├── Empty             nothing is in it
│   ├── NotText           binary data, or an encoding nobody could tell
│   ├── TooLarge          more than the limit for one article
│   ├── UnknownFormat     no reader accepts this media type
│   ├── BadRow            a JSONL row that is no article
│   ├── FetchFailed       an address that did not answer with a page
│   │   └── NoAnswer      nobody answers there now, or not in time
│   ├── BadMarkup         XML or JSON that is broken, dangerous to read, or not of its format
│   └── NoArticle         a page without a story in it
├── RefusedFact           `Record.add` turned a fact away
│   ├── SpanOutsideText
│   ├── NoEvidence
│   ├── UnknownReference
│   └── BadConfidence
├── BadRecord             JSON that is no record of this format
├── LostWorker            a process that merged was killed
├── BadSettings           a setting that does not exist or cannot have this value
├── BadPipeline           a step that needs what no earlier step gives
├── UnknownLanguage       no pack of words for this language
├── BadLexicon            a lexicon that cannot be read, or a row in it that makes no sense
├── CannotBuild           a bigger gazetteer could not be built
├── DeskError             a desk, the file that `dateline ingest` keeps, could not be used
│   ├── NoSuchDesk        no desk is at this path
│   ├── NotADesk          a file of another kind
│   ├── OlderDesk         its schema is older than this version writes
│   ├── NewerDesk         its schema is newer than this version knows
│   ├── DeskBusy          another process is writing to it
│   ├── DeskReadOnly      it may be read, but not written to
│   ├── DeskFull          there is no room left on the disk
│   ├── DeskDamaged       the file is damaged, or the disk is
│   └── NotInDesk         it has no article of this id
├── BadQuestion           a filter of a search that makes no sense
├── CannotServe           no port or host on which a desk could be served
└── MissingPart           an installation without its model or gazetteer
"""


class DatelineError(Exception):
    """The root: catch this to catch all of them."""


class CannotRead(DatelineError):
    """A location gave no article. `stage` says where it ended: sources, reading or annotation."""

    stage = "sources"


class NoSuchPath(CannotRead):
    """Nothing is at this path."""


class Empty(CannotRead):
    """The location holds no text."""


class NotText(CannotRead):
    """Binary data, or bytes in an encoding that could not be told."""


class TooLarge(CannotRead):
    """More than the limit for one article (`Settings.max_chars`, `Settings.max_bytes`)."""


class UnknownFormat(CannotRead):
    """No reader accepts this media type."""


class BadRow(CannotRead):
    """A row of a JSONL file that is no article."""


class FetchFailed(CannotRead):
    """An address that did not answer with a page."""


class NoAnswer(FetchFailed):
    """Nobody answers at this address now, or not in time; later somebody may."""


class BadMarkup(CannotRead):
    """XML or JSON that is broken, dangerous to read, or not of the format it was sent as."""

    stage = "reading"


class NoArticle(CannotRead):
    """A page without a story in it."""

    stage = "reading"


class RefusedFact(DatelineError):
    """`Record.add` turned a fact away; the message says what to mend."""


class SpanOutsideText(RefusedFact):
    """A span that does not lie within the article's text."""


class NoEvidence(RefusedFact):
    """A fact that points at no words, no field and no earlier fact."""


class UnknownReference(RefusedFact):
    """A fact that refers to a fact this record does not hold."""


class BadConfidence(RefusedFact):
    """A confidence outside 0..1."""


class BadRecord(DatelineError):
    """JSON that is no record of this format."""


class LostWorker(DatelineError):
    """A process that merged was killed; nothing of what it worked on is there."""


class BadSettings(DatelineError):
    """A setting that does not exist, or cannot have this value."""


class BadPipeline(DatelineError):
    """A step that needs what no earlier step gives."""


class UnknownLanguage(DatelineError):
    """No pack of words for this language."""


class BadLexicon(DatelineError):
    """A lexicon that cannot be read, or a row in it that makes no sense."""


class CannotBuild(DatelineError):
    """A bigger gazetteer could not be built; the message says what to do."""


class CannotServe(DatelineError):
    """The port is taken, or the host is none of this machine's; the message says what to give."""


class MissingPart(DatelineError):
    """An installation without its model or its gazetteer."""


class DeskError(DatelineError):
    """A desk could not be used; it is as it was."""


class NoSuchDesk(DeskError):
    """No desk is at this path."""


class NotADesk(DeskError):
    """A file of another kind: no database, or another program's."""


class OlderDesk(DeskError):
    """A desk with an older schema than this version of Dateline writes."""


class NewerDesk(DeskError):
    """A desk with a newer schema than this version of Dateline knows."""


class DeskBusy(DeskError):
    """Another process is writing to the desk and did not end in time."""


class DeskReadOnly(DeskError):
    """A desk that may be read, but not written to."""


class DeskFull(DeskError):
    """There is no room left on the disk."""


class DeskDamaged(DeskError):
    """The file is damaged, or the disk cannot be read or written."""


class NotInDesk(DeskError):
    """The desk has no article of this id."""


class BadQuestion(DatelineError):
    """A filter of a search that makes no sense; the message says what to give."""
