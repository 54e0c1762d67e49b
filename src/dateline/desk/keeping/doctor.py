"""A desk examined: whether it is sound, how it is doing, and what to do. Nothing is written."""

from collections.abc import Iterator
from pathlib import Path

from dateline.desk.keeping import health, merged, soundness
from dateline.desk.keeping.diagnosis import Diagnosis, Examination, Patient
from dateline.desk.storage.opening import APPLICATION, VERSION, to_read
from dateline.desk.storage.transactions import snapshot
from dateline.desk.storage.trouble import plainly
from dateline.errors import DeskDamaged, DeskError
from dateline.settings import Settings, load

EXAMINATIONS: tuple[Examination, ...] = (
    soundness.pages,
    soundness.references,
    soundness.full_text,
    soundness.places_map,
    soundness.records,
    health.contents,
    health.makers,
    merged.merged,
    merged.agreed,
    health.runs,
    health.refusals,
    health.judgements,
    health.forgotten,
    health.feeds,
    health.room,
    health.engine,
)
"""In the order in which they are told."""


def doctor(path: Path, settings: Settings | None = None, *, thorough: bool = False) -> list[Diagnosis]:
    """What there is to say of the desk at this path, whatever is there; the file is not changed.

    `thorough` compares every index with its table, also in a big file, and tries every article. Raises BadSettings.
    """
    return list(examined(path, settings, thorough=thorough))


def examined(path: Path, settings: Settings | None = None, *, thorough: bool = False) -> Iterator[Diagnosis]:
    """The same one by one, as soon as each is known: a big desk takes seconds."""
    settings = settings or load()
    try:
        with plainly(path):
            connection = to_read(path)
    except DeskError as error:
        yield _told("file", error, path)
        return
    try:
        yield from _examined(Patient(path=path, connection=connection, settings=settings, thorough=thorough))
    finally:
        connection.close()


def _examined(patient: Patient) -> Iterator[Diagnosis]:
    schema = list(_guarded(_schema, patient))
    yield from schema
    known = schema[-1].state == "ok"
    for examination in EXAMINATIONS if known else EXAMINATIONS[:1]:
        yield from _guarded(examination, patient)


def _guarded(examination: Examination, patient: Patient) -> Iterator[Diagnosis]:
    """What an examination tells; where SQLite stops it, that is told."""
    try:
        with plainly(patient.path), snapshot(patient.connection):
            found = list(examination(patient))
    except DeskError as error:
        found = [_told(examination.__name__.strip("_").replace("_", " "), error, patient.path)]
    yield from found


def _schema(patient: Patient) -> Iterator[Diagnosis]:
    application, version = patient.count("PRAGMA application_id"), patient.count("PRAGMA user_version")
    if application != APPLICATION:
        empty = not patient.count("SELECT count(*) FROM sqlite_master")
        sentence = "there is nothing in this file" if empty else "this is a database, but no desk"
        yield Diagnosis("schema", "error", sentence, "give the file that `dateline ingest --desk` wrote")
    elif version < VERSION:
        sentence = f"the desk has schema {version}, and this Dateline writes {VERSION}"
        yield Diagnosis(
            "schema", "error", sentence, f"run `dateline doctor {patient.path} --upgrade`, which keeps a copy"
        )
    elif version > VERSION:
        sentence = f"the desk has schema {version}, and this Dateline knows {VERSION}"
        yield Diagnosis("schema", "error", sentence, "install a newer Dateline")
    else:
        yield Diagnosis("schema", "ok", f"a desk with schema {version}, that of this version")


def _told(name: str, error: DeskError, path: Path) -> Diagnosis:
    """The error's sentence, and what it says is to be done."""
    sentence, _, advice = str(error).removeprefix(f"{path}: ").partition("; ")
    if isinstance(error, DeskDamaged) and "damaged" in sentence:  # else it would advise to ask the doctor
        advice = soundness.RESTORE.format(path)
    elif type(error) is DeskError:
        advice = "restore a copy, and report this"
    return Diagnosis(name, "error", sentence, advice)
