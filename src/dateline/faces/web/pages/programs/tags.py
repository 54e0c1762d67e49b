"""What each group of addresses is about, in the order of the documentation."""

TAGS = {
    "news": "All news: the articles of the desk in their stories, searched and filtered.",
    "articles": "One article: its text, its facts, what is said of it, and every version of it.",
    "incidents": "Events, each in all its reports: what is known, what is open, where the reports disagree.",
    "stories": "Articles on one happening and what followed.",
    "people": "People, organisations and places across all articles that name them.",
    "statements": "Who said what, in which words.",
    "findings": "What does not add up in an article: the queue of a copy desk.",
    "map": "Incidents on the map, no more exactly than they are known.",
    "timeline": "Incidents in the order of time.",
    "judgements": "What people decided: same or different, right or wrong. What was decided can be taken back.",
    "reading": "A story of your own, read at once. Nothing of it is kept.",
}
"""The name of a tag, and its sentence."""
