
-- Merged: what several articles tell together -----------------------------------------------------------------------------
--
-- Computed from the articles by `dateline.merging`, kept up to date as they come in, and made anew by `dateline merge`:
-- nothing is lost with it. Ids of stories, incidents and identities are stable: one keeps its id while it keeps most of
-- its members. What people decided (`judgements`) is always stronger.

CREATE TABLE reports (             -- each article as merging sees it; an article without one is not merged yet
    article INTEGER PRIMARY KEY REFERENCES articles (key) ON DELETE CASCADE,
    version TEXT NOT NULL,         -- of merging, which made it and compared it
    report BLOB NOT NULL           -- dateline.merging.reports, packed by zlib
);

CREATE TABLE unsettled (           -- articles that were compared, but stories and incidents do not know it yet
    article INTEGER PRIMARY KEY REFERENCES reports (article) ON DELETE CASCADE
);

CREATE TABLE report_keys (         -- articles that share a key are compared, the nearest in time where many do
    key INTEGER NOT NULL,          -- a hash of words, days, places
    at INTEGER NOT NULL,           -- minutes since 1970 of articles.dated
    article INTEGER NOT NULL REFERENCES reports (article) ON DELETE CASCADE,
    PRIMARY KEY (key, at, article)
) WITHOUT ROWID;
CREATE INDEX report_keys_article ON report_keys (article);

CREATE TABLE story_ties (          -- how likely two articles tell one story; "left" is the smaller key
    "left" INTEGER NOT NULL REFERENCES reports (article) ON DELETE CASCADE,
    "right" INTEGER NOT NULL REFERENCES reports (article) ON DELETE CASCADE,
    score REAL NOT NULL,           -- 0.0 to 1.0
    verdict TEXT NOT NULL,         -- same, unsure; different: certain strangers
    copy TEXT,                     -- JSON of Copy, where one copies the other
    PRIMARY KEY ("left", "right")
) WITHOUT ROWID;
CREATE INDEX story_ties_right ON story_ties ("right", score, verdict);

CREATE TABLE event_ties (          -- how likely two facts tell of one event; "left" is the smaller key
    "left" INTEGER NOT NULL REFERENCES facts (key) ON DELETE CASCADE,
    "right" INTEGER NOT NULL REFERENCES facts (key) ON DELETE CASCADE,
    score REAL NOT NULL,
    verdict TEXT NOT NULL,
    PRIMARY KEY ("left", "right")
) WITHOUT ROWID;
CREATE INDEX event_ties_right ON event_ties ("right", score, verdict);

CREATE TABLE copies (              -- articles whose words are another one's
    article INTEGER PRIMARY KEY REFERENCES reports (article) ON DELETE CASCADE,
    of INTEGER NOT NULL REFERENCES reports (article) ON DELETE CASCADE,
    how TEXT NOT NULL,             -- exact, trimmed, extended, updated, headline, near
    similarity REAL NOT NULL,      -- share of the words, 0.0 to 1.0
    replaces INTEGER NOT NULL      -- 1: an update by which `of` no longer stands
);
CREATE INDEX copies_of ON copies (of);

CREATE TABLE stories (             -- articles on one happening and what followed
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,           -- of one of its articles
    first TEXT,                    -- when its first article was published
    last TEXT,
    articles INTEGER NOT NULL,     -- how many
    independent INTEGER NOT NULL,  -- sources that copy no other
    value TEXT NOT NULL            -- JSON of Story
);
CREATE INDEX stories_last ON stories (last);
CREATE INDEX stories_articles ON stories (articles, last);

CREATE TABLE story_articles (      -- every merged article is in one story, which may be its own
    article INTEGER PRIMARY KEY REFERENCES reports (article) ON DELETE CASCADE,
    story INTEGER NOT NULL REFERENCES stories (key)
);
CREATE INDEX story_articles_story ON story_articles (story);

CREATE TABLE incidents (           -- an event in all its reports
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    scheme TEXT NOT NULL,
    type TEXT NOT NULL,
    status TEXT NOT NULL,
    confidence REAL NOT NULL,
    earliest TEXT,                 -- when it was, as far as the reports that agree tell
    latest TEXT,
    "precision" TEXT,              -- of the time
    place TEXT,
    geonames INTEGER,
    lat REAL,
    lon REAL,
    country TEXT,
    admin1 TEXT,
    title TEXT NOT NULL,           -- a sentence of a report
    first TEXT,                    -- when it was first reported
    last TEXT,
    articles INTEGER NOT NULL,     -- how many tell of it
    independent INTEGER NOT NULL,  -- sources that copy no other
    disagreements INTEGER NOT NULL,
    story INTEGER REFERENCES stories (key),
    value TEXT NOT NULL,           -- JSON of Incident
    dated TEXT GENERATED ALWAYS AS (coalesce(earliest, first)) VIRTUAL, -- its own time, else that of the first report
    ended TEXT GENERATED ALWAYS AS (coalesce(latest, earliest, first)) VIRTUAL,
    killed INTEGER GENERATED ALWAYS AS (CASE WHEN value != '' THEN coalesce( -- the best figure; a new row has no value yet
        json_extract(value, '$.casualties.killed.best'), json_extract(value, '$.casualties.killed.low'),
        json_extract(value, '$.casualties.killed.high')
    ) END) VIRTUAL
);
-- Whole questions are answered from these, since a row lies beside its value.
CREATE INDEX incidents_dated ON incidents (
    dated, ended, status, type, country, articles, independent, disagreements
);
CREATE INDEX incidents_type ON incidents (
    type, dated, ended, status, country, articles, independent, disagreements
);
CREATE INDEX incidents_country ON incidents (
    country, dated, ended, status, type, articles, independent, disagreements
);
CREATE INDEX incidents_killed ON incidents (
    killed, dated, ended, status, type, country, articles, independent, disagreements
) WHERE killed > 0;
CREATE INDEX incidents_articles ON incidents (articles, dated, status, independent, disagreements);
CREATE INDEX incidents_disagreeing ON incidents (dated) WHERE disagreements > 0;
CREATE INDEX incidents_geonames ON incidents (geonames) WHERE geonames IS NOT NULL;
CREATE INDEX incidents_last ON incidents (last);
CREATE INDEX incidents_story ON incidents (story);

CREATE TABLE incident_facts (      -- every event of a merged article is in one incident, unless it was judged wrong
    fact INTEGER PRIMARY KEY REFERENCES facts (key) ON DELETE CASCADE,
    incident INTEGER NOT NULL REFERENCES incidents (key)
);
CREATE INDEX incident_facts_incident ON incident_facts (incident);

CREATE TABLE incident_casualties ( -- how many befell what, by all reports of it
    incident INTEGER NOT NULL REFERENCES incidents (key) ON DELETE CASCADE,
    effect TEXT NOT NULL,
    low INTEGER,
    high INTEGER,
    best INTEGER,
    PRIMARY KEY (incident, effect)
) WITHOUT ROWID;

CREATE TABLE identities (          -- a person, a body or a place in all articles that name it
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,            -- person, organisation, place
    name TEXT NOT NULL,
    profile BLOB                   -- dateline.merging.identities, packed
);

CREATE TABLE identity_facts (      -- whom a person, an organisation or a place of an article is
    fact INTEGER PRIMARY KEY REFERENCES facts (key) ON DELETE CASCADE,
    identity INTEGER NOT NULL REFERENCES identities (key),
    score REAL NOT NULL            -- how likely
);
CREATE INDEX identity_facts_identity ON identity_facts (identity);

CREATE TABLE identity_keys (       -- identities that share a key are compared
    key INTEGER NOT NULL,
    identity INTEGER NOT NULL REFERENCES identities (key) ON DELETE CASCADE,
    PRIMARY KEY (key, identity)
) WITHOUT ROWID;
CREATE INDEX identity_keys_identity ON identity_keys (identity);

CREATE TABLE judgement_pairs (     -- what a judgement on two says of their members: by ids, and of several the last counts
    judgement INTEGER NOT NULL REFERENCES judgements (key) ON DELETE CASCADE,
    "left" TEXT NOT NULL,          -- two facts, or two articles; "left" is the smaller id
    "right" TEXT NOT NULL,
    PRIMARY KEY ("left", "right", judgement)
) WITHOUT ROWID;
CREATE INDEX judgement_pairs_right ON judgement_pairs ("right");
CREATE INDEX judgement_pairs_judgement ON judgement_pairs (judgement);
