"""How a desk is doing: its runs, what it could not read, who read it, feeds, and the room on the disk."""

import os
import re
import shutil
import sqlite3
from collections import Counter
from collections.abc import Iterator

from dateline.desk.keeping.diagnosis import Diagnosis, Patient, many
from dateline.desk.keeping.reread import maker_of
from dateline.errors import DatelineError

TOLD = 3
"""Reasons, feeds and runs that are told one by one."""
MUCH_FREE = 0.2
"""Share of free pages from which making the file smaller is worth while."""
LARGE = 50_000_000
"""Bytes below which nobody need care for them."""

_OTHERS = (
    "SELECT makers.dateline, makers.model, count(*) FROM articles JOIN makers ON makers.key = articles.maker "
    "WHERE makers.key IS NOT ? GROUP BY makers.key ORDER BY 3 DESC"
)
_JUDGED = """
SELECT "left" AS id FROM judgements WHERE verdict != 'undo' AND key NOT IN (SELECT judgement FROM judgement_pairs)
UNION SELECT "right" FROM judgements WHERE verdict != 'undo' AND key NOT IN (SELECT judgement FROM judgement_pairs)
UNION SELECT "left" FROM judgement_pairs UNION SELECT "right" FROM judgement_pairs"""
"""What people judged, by the ids of facts and articles."""
_LOST = f"""SELECT count(*) FROM ({_JUDGED}) WHERE id NOT IN (SELECT id FROM facts UNION ALL SELECT id FROM articles)
    AND id NOT LIKE 'incident-%' AND id NOT LIKE 'story-%'"""
_LOST_ONES = "SELECT * FROM judgements WHERE left NOT IN (SELECT id FROM facts)"
_FAILING = "SELECT address, status, reason FROM feeds WHERE failures > 0 ORDER BY failures DESC, address"


def contents(patient: Patient) -> Iterator[Diagnosis]:
    """How much there is."""
    articles, facts = (patient.count(f"SELECT count(*) FROM {table}") for table in ("articles", "facts"))
    yield Diagnosis("contents", "ok", f"{many(articles, 'article')}, {many(facts, 'fact')}")


def runs(patient: Patient) -> Iterator[Diagnosis]:
    """Runs that began and did not end."""
    found = patient.connection.execute("SELECT key, verb, began, process FROM runs WHERE state = 'running'").fetchall()
    at_work = [run for run in found if _is_alive(run[3])]
    ended = [run for run in found if run not in at_work]
    for key, verb, began, process in at_work:
        yield Diagnosis("runs", "ok", f"run {key}, {verb}, is at work since {began} as process {process}")
    if ended:
        told = ", ".join(f"{verb} of {began}" for _, verb, began, _ in ended[-TOLD:])
        sentence = (
            f"{many(len(ended), 'run')} did not come to an end (the last: {told}); what they acknowledged is here"
        )
        yield Diagnosis("runs", "warning", sentence, "run the same again: it goes on where it was")
    if not found:
        yield Diagnosis("runs", "ok", "no run is at work, and none was cut off")


def _is_alive(process: int | None) -> bool:
    """Whether a process of this number runs on this machine."""
    if process is None or os.name != "posix":
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True


def refusals(patient: Patient) -> Iterator[Diagnosis]:
    """What could not be read, and the commonest reasons."""
    reasons = [reason for (reason,) in patient.connection.execute("SELECT reason FROM refusals")]
    if not reasons:
        yield Diagnosis("refusals", "ok", "nothing was refused")
        return
    common = Counter(re.sub(r"\d+", "N", reason) for reason in reasons).most_common(TOLD)
    told = "; ".join(f"{many(count, 'time')}: {reason}" for reason, count in common)
    advice = (
        "the table `refusals` names them; mend what can be mended, then run `dateline ingest --retry` with the same "
        "sources"
    )
    yield Diagnosis("refusals", "warning", f"{many(len(reasons), 'document')} could not be read ({told})", advice)


def makers(patient: Patient) -> Iterator[Diagnosis]:
    """What has read the articles, against what would read them now: versions, gazetteer and lexicon."""
    from dateline.reader import made_by_now

    try:
        now = made_by_now(patient.settings)
    except DatelineError as error:
        yield Diagnosis("reading", "error", f"nothing can be read with these settings: {error}", "mend the settings")
        return
    words = f"Dateline {now.dateline}, {now.model}"
    yield Diagnosis("reading", "ok", f"articles are read by {words}")
    others = patient.connection.execute(_OTHERS, (maker_of(patient.connection, now),)).fetchall()
    if others:
        dateline, model, _ = others[0]
        then = ", ".join(_other_than(f"Dateline {dateline}, {model}", words)) or "other steps"
        sentence = f"{many(sum(row[2] for row in others), 'article was', 'articles were')} read otherwise ({then})"
        yield Diagnosis("readings", "warning", sentence, f"run `dateline reread --desk {patient.path}`")
    else:
        yield Diagnosis("readings", "ok", "every article was read by this version with these settings")


def _other_than(then: str, now: str) -> list[str]:
    """The parts of one maker that another one does not have."""
    return [part for part in then.split(", ") if part not in now.split(", ")]


def judgements(patient: Patient) -> Iterator[Diagnosis]:
    """What people decided, and whether the facts that they decided on are told still."""
    total = patient.count("SELECT count(*) FROM judgements")
    lost = patient.count(_LOST)
    if lost:
        sentence = f"{many(lost, 'fact')} that people judged are told no more; the judgements are kept"
        yield Diagnosis("judgements", "warning", sentence, f"look at them: `sqlite3 {patient.path} '{_LOST_ONES}'`")
    else:
        yield Diagnosis("judgements", "ok", f"{many(total, 'judgement')}, all of facts that are here")


def forgotten(patient: Patient) -> Iterator[Diagnosis]:
    """Articles that were taken out, and copies of the desk in which they may be still."""
    total = patient.count("SELECT count(*) FROM forgotten")
    copies = sorted(
        each.name for each in patient.path.parent.glob("*.backup*") if _is_copy(each.name, patient.path.name)
    )
    yield Diagnosis("forgotten", "ok", f"{many(total, 'article')} taken out for good")
    if copies:
        sentence = f"copies made by upgrades lie beside the desk: {', '.join(copies)}"
        advice = "delete them when the desk is fine" + ("; what was forgotten since is in them" if total else "")
        yield Diagnosis("copies", "warning" if total else "ok", sentence, advice)


def _is_copy(name: str, desk: str) -> bool:
    return name.startswith(f"{desk}.schema-")


def feeds(patient: Patient) -> Iterator[Diagnosis]:
    """Feeds that fail."""
    total = patient.count("SELECT count(*) FROM feeds")
    failing = patient.connection.execute(_FAILING).fetchall()
    if failing:
        told = "; ".join(f"{address} ({reason or status})" for address, status, reason in failing[:TOLD])
        sentence = f"{many(len(failing), 'feed')} of {total:,} fail: {told}"
        yield Diagnosis("feeds", "warning", sentence, "check the addresses in a browser")
    else:
        yield Diagnosis("feeds", "ok", f"{many(total, 'feed')} watched, none fails")


def room(patient: Patient) -> Iterator[Diagnosis]:
    """The size of the desk, what of it is empty, and the room on the disk."""
    size, usage = patient.path.stat().st_size, shutil.disk_usage(patient.path.resolve().parent)
    page, pages, free = (patient.count(f"PRAGMA {name}") for name in ("page_size", "page_count", "freelist_count"))
    log = patient.beside("-wal")
    waiting = log.stat().st_size if log.exists() else 0
    told = (
        f"{_megabytes(size)}, of which {_megabytes(free * page)} are empty; {_megabytes(usage.free)} free on the disk"
    )
    yield Diagnosis("size", "ok", told)
    if free * page > LARGE and free > MUCH_FREE * pages:
        yield Diagnosis("empty", "warning", "much of the file is empty", f"run `sqlite3 {patient.path} VACUUM`")
    if waiting > 4 * LARGE:
        sentence = f"{_megabytes(waiting)} of commits wait in {log.name}"
        yield Diagnosis("log", "warning", sentence, "a program has read the desk for long without a pause; end it")
    if usage.free < max(2 * LARGE, size // 10):
        yield Diagnosis("disk", "warning", f"only {_megabytes(usage.free)} are free on the disk", "make room on it")


def _megabytes(size: int) -> str:
    return f"{size / 1e9:,.1f} GB" if size >= 1e9 else f"{size / 1e6:,.1f} MB"


def engine(patient: Patient) -> Iterator[Diagnosis]:
    """The SQLite in use."""
    yield Diagnosis("sqlite", "ok", f"SQLite {sqlite3.sqlite_version}")
