"""Whether what several articles tell together is up to date, and agrees with the articles."""

from collections.abc import Iterator

from dateline.desk.keeping.diagnosis import Diagnosis, Patient, many

_UNMERGED = (
    "SELECT count(*) FROM articles LEFT JOIN reports ON reports.article = articles.key WHERE reports.version IS NOT ?"
)
_UNSETTLED = "SELECT count(*) FROM unsettled"
_AMISS = {
    "articles in no story": (
        "SELECT count(*) FROM reports WHERE article NOT IN (SELECT article FROM story_articles) "
        "AND article NOT IN (SELECT article FROM unsettled)"
    ),
    "events in no incident": (
        "SELECT count(*) FROM events JOIN reports ON reports.article = events.article "
        "JOIN facts ON facts.key = events.fact WHERE fact NOT IN (SELECT fact FROM incident_facts) "
        "AND reports.article NOT IN (SELECT article FROM unsettled) "
        "AND facts.id NOT IN (SELECT left FROM judgements WHERE right IS NULL AND verdict = 'wrong')"
    ),
    "incidents that count other facts than theirs": (
        "SELECT count(*) FROM incidents WHERE json_array_length(value, '$.facts') != "
        "(SELECT count(*) FROM incident_facts WHERE incident = incidents.key)"
    ),
    "stories that count other articles than theirs": (
        "SELECT count(*) FROM stories WHERE articles != (SELECT count(*) FROM story_articles WHERE story = stories.key)"
    ),
    "facts of incidents that are no events": (
        "SELECT count(*) FROM incident_facts WHERE fact NOT IN (SELECT fact FROM events)"
    ),
}


def merged(patient: Patient) -> Iterator[Diagnosis]:
    """How much is told together, and what is not merged yet."""
    from dateline.desk.merging.packing import MERGING

    waiting = patient.count(_UNMERGED, MERGING) + patient.count(_UNSETTLED)
    if waiting:
        sentence = f"{many(waiting, 'article is', 'articles are')} not merged with the others yet"
        yield Diagnosis("merging", "warning", sentence, f"run `dateline merge --desk {patient.path}`")
        return
    stories, incidents = (patient.count(f"SELECT count(*) FROM {table}") for table in ("stories", "incidents"))
    told = f"{many(stories, 'story', 'stories')} and {many(incidents, 'incident')}; every article is merged"
    yield Diagnosis("merging", "ok", told)


def agreed(patient: Patient) -> Iterator[Diagnosis]:
    """Whether stories and incidents are made of what is there."""
    amiss = {name: found for name, question in _AMISS.items() if (found := patient.count(question))}
    if amiss:
        told = ", ".join(f"{name} ({found:,})" for name, found in amiss.items())
        advice = f"run `dateline merge --all --desk {patient.path}`, which makes them anew"
        yield Diagnosis("merged", "error", f"stories and incidents do not agree with the articles: {told}", advice)
    else:
        yield Diagnosis("merged", "ok", "stories and incidents are made of what is there")
