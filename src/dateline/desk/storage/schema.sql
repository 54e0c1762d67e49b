-- A desk, version 2: articles, the facts read in them, and how they came in. docs/desk.md explains it with examples.
-- What several articles tell together, stories and incidents, is in merged.sql.
--
-- Ids are text and for people and programs; `key` is a whole number and for joins. A fact's key is its row in `facts` and
-- in the table of its kind; the facts of one article stand side by side in the order of its record. What refers to a
-- fact holds its key. Offsets are `[start, end)` in code points of articles.text: substr(text, start + 1, end - start).
-- Moments are ISO 8601 text and compare as text.

-- How it came in ------------------------------------------------------------------------------------------------------

CREATE TABLE makers (              -- what read an article: versions and steps
    key INTEGER PRIMARY KEY,
    dateline TEXT NOT NULL,
    steps TEXT NOT NULL,           -- JSON: names of the steps, in order
    model TEXT NOT NULL,
    UNIQUE (dateline, steps, model)
);

CREATE TABLE runs (                -- one a call of ingest, watch, reread or merge
    key INTEGER PRIMARY KEY,
    verb TEXT NOT NULL,            -- ingest, watch, reread, merge
    began TEXT NOT NULL,
    ended TEXT,                    -- null: still running, or killed
    state TEXT NOT NULL,           -- running, done, stopped, failed
    process INTEGER,               -- its number on the machine that it ran on
    sources TEXT NOT NULL,         -- JSON: what was named
    settings TEXT NOT NULL,        -- JSON: what was set, other than the defaults
    added INTEGER NOT NULL DEFAULT 0,
    updated INTEGER NOT NULL DEFAULT 0,
    known INTEGER NOT NULL DEFAULT 0,
    refused INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE sources (             -- what users named: paths, addresses, feeds
    key INTEGER PRIMARY KEY,
    source TEXT NOT NULL UNIQUE,
    first_run INTEGER REFERENCES runs (key),
    last_run INTEGER REFERENCES runs (key)
);

CREATE TABLE documents (           -- what was read, by its content, so that nothing is read twice
    digest BLOB PRIMARY KEY,
    location TEXT NOT NULL,
    run INTEGER NOT NULL REFERENCES runs (key)
) WITHOUT ROWID;

CREATE TABLE refusals (            -- what was not read, and why; gone once it is read
    key INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,     -- the document's id; where there was no document, its place
    location TEXT NOT NULL,
    stage TEXT NOT NULL,
    reason TEXT NOT NULL,
    digest BLOB,                   -- of the document, where nothing at all came of it: it is not tried again
    run INTEGER NOT NULL REFERENCES runs (key),
    at TEXT NOT NULL
);
CREATE INDEX refusals_digest ON refusals (digest) WHERE digest IS NOT NULL;

CREATE TABLE feeds (               -- what `watch` knows of each feed and folder; '' where there is nothing to know
    address TEXT PRIMARY KEY,
    now TEXT NOT NULL,             -- where it has moved to for good
    etag TEXT NOT NULL,
    last_modified TEXT NOT NULL,
    checked TEXT NOT NULL,
    due TEXT NOT NULL,
    interval INTEGER NOT NULL,     -- seconds
    failures INTEGER NOT NULL,     -- in a row
    status TEXT NOT NULL,
    reason TEXT NOT NULL,
    quiet TEXT NOT NULL            -- hours and days in which it asks to be left alone
);

CREATE TABLE watched_items (       -- items of feeds and files of folders, as they were met last
    address TEXT NOT NULL,
    item TEXT NOT NULL,
    digest TEXT NOT NULL,
    PRIMARY KEY (address, item)
) WITHOUT ROWID;

CREATE TABLE forgotten (           -- articles taken out, which stay out when they are met again
    id TEXT PRIMARY KEY,
    why TEXT,
    at TEXT NOT NULL,
    versions TEXT NOT NULL,        -- JSON: hashes of its texts
    documents TEXT NOT NULL        -- JSON: hashes of what it was read from, in hexadecimal
);

CREATE TABLE judgements (          -- what people decided, of several on the same the last one counts; by ids as they were
                                   -- given: of facts and articles, which outlive a new reading, of incidents and stories
    key INTEGER PRIMARY KEY,
    left TEXT NOT NULL,
    right TEXT,                    -- null: of one fact (right, wrong); else of two (same, different, unsure)
    verdict TEXT NOT NULL,         -- or undo: what was decided before of the same does not count any more
    why TEXT,
    who TEXT NOT NULL,
    at TEXT NOT NULL
);
CREATE INDEX judgements_left ON judgements (left);
CREATE INDEX judgements_right ON judgements (right) WHERE right IS NOT NULL;

-- Articles ------------------------------------------------------------------------------------------------------------

CREATE TABLE articles (            -- the current version of each
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    version TEXT NOT NULL,         -- hash of the text
    number INTEGER NOT NULL,       -- 1 for the first version, 2 for the next
    location TEXT NOT NULL,
    media_type TEXT NOT NULL,
    fetched TEXT,
    outlet TEXT,
    language TEXT,
    headline TEXT,
    published TEXT,                -- as the publication tells; null where it does not
    dated TEXT,                    -- published, else the dateline's day, else when it was fetched; for sorting
    fields TEXT NOT NULL,          -- JSON: [name, value, path] of what its page says outside the text
    digest BLOB NOT NULL,          -- of text, blocks and fields
    maker INTEGER NOT NULL REFERENCES makers (key),
    run INTEGER NOT NULL REFERENCES runs (key),
    read TEXT NOT NULL,            -- when
    text TEXT NOT NULL
);
CREATE INDEX articles_dated ON articles (dated);
CREATE INDEX articles_outlet ON articles (outlet COLLATE NOCASE, dated);
CREATE INDEX articles_maker ON articles (maker);

CREATE TABLE versions (            -- every version that was read
    article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    version TEXT NOT NULL,
    document BLOB NOT NULL,        -- digest of what it was read from
    read TEXT NOT NULL,
    record BLOB,                   -- the record of an older one: JSON, packed by zlib; null for the current one
    PRIMARY KEY (article, number)
) WITHOUT ROWID;

CREATE TABLE blocks (
    article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    role TEXT NOT NULL,
    PRIMARY KEY (article, start)
) WITHOUT ROWID;

CREATE TABLE findings (
    key INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
    "check" TEXT NOT NULL,
    severity TEXT NOT NULL,
    message TEXT NOT NULL,
    spans TEXT NOT NULL,           -- JSON
    facts TEXT NOT NULL            -- JSON: ids
);
CREATE INDEX findings_article ON findings (article);
CREATE INDEX findings_check ON findings ("check", severity);

-- Full text: words are stemmed, accents do not count. Highlighted snippets: snippet(search, -1, '[', ']', ' ... ', 12).
CREATE VIRTUAL TABLE search USING fts5 (
    headline, text, content = 'articles', content_rowid = 'key', tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE TRIGGER articles_told AFTER INSERT ON articles BEGIN
    INSERT INTO search (rowid, headline, text) VALUES (new.key, new.headline, new.text);
END;
CREATE TRIGGER articles_gone AFTER DELETE ON articles BEGIN
    INSERT INTO search (search, rowid, headline, text) VALUES ('delete', old.key, old.headline, old.text);
END;
CREATE TRIGGER articles_retold AFTER UPDATE OF headline, text ON articles
WHEN old.text IS NOT new.text OR old.headline IS NOT new.headline BEGIN
    INSERT INTO search (search, rowid, headline, text) VALUES ('delete', old.key, old.headline, old.text);
    INSERT INTO search (rowid, headline, text) VALUES (new.key, new.headline, new.text);
END;

-- Facts ---------------------------------------------------------------------------------------------------------------

CREATE TABLE facts (               -- every fact; the contract "dateline/1" has the meaning of each column
    key INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    article INTEGER NOT NULL REFERENCES articles (key) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    value TEXT NOT NULL,           -- JSON of the contract; what has its default value is left out
    field TEXT,
    because TEXT,                  -- JSON: ids; null for none
    confidence REAL NOT NULL,
    method TEXT NOT NULL,
    status TEXT NOT NULL,
    said_by INTEGER REFERENCES facts (key) DEFERRABLE INITIALLY DEFERRED,
    reason TEXT
);
CREATE INDEX facts_article ON facts (article);
CREATE INDEX facts_said_by ON facts (said_by) WHERE said_by IS NOT NULL;

CREATE TABLE spans (               -- the words that a fact rests on
    fact INTEGER NOT NULL REFERENCES facts (key) ON DELETE CASCADE,
    number INTEGER NOT NULL,       -- from 0, in the order of the fact
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    PRIMARY KEY (fact, number)
) WITHOUT ROWID;

-- One table for each kind of fact; `article` is that of the fact, and what refers to another fact holds its key.

CREATE TABLE people (
    fact INTEGER PRIMARY KEY REFERENCES facts (key) ON DELETE CASCADE,
    article INTEGER NOT NULL,
    name TEXT NOT NULL,
    country TEXT,
    sector TEXT,
    mentions INTEGER NOT NULL      -- how many
);
-- Who has a name of his own, to count articles by name: not "farmer", "police".
CREATE INDEX people_named ON people (name, country, sector, article)
WHERE name <> lower(name) OR unicode(name) > 127;

CREATE TABLE organisations (
    fact INTEGER PRIMARY KEY REFERENCES facts (key) ON DELETE CASCADE,
    article INTEGER NOT NULL,
    name TEXT NOT NULL,
    country TEXT,
    sector TEXT,
    mentions INTEGER NOT NULL
);
CREATE INDEX organisations_named ON organisations (name, country, sector, article)
WHERE name <> lower(name) OR unicode(name) > 127;

CREATE TABLE places (
    fact INTEGER PRIMARY KEY REFERENCES facts (key) ON DELETE CASCADE,
    article INTEGER NOT NULL,
    name TEXT NOT NULL,
    geonames INTEGER,
    lat REAL,
    lon REAL,
    country TEXT,
    admin1 TEXT,
    feature TEXT,
    "precision" TEXT NOT NULL,
    relation TEXT,
    mentions INTEGER NOT NULL
);
CREATE INDEX places_geonames ON places (geonames, article);
CREATE INDEX places_country ON places (country, article);

-- Where places lie, for distances: only those known exactly or nearly. Degrees; `fact` is the place's key.
CREATE VIRTUAL TABLE places_map USING rtree (fact, south, north, west, east);
CREATE TRIGGER places_placed AFTER INSERT ON places WHEN new.lat IS NOT NULL AND new."precision" IN ('exact', 'near') BEGIN
    INSERT INTO places_map VALUES (new.fact, new.lat, new.lat, new.lon, new.lon);
END;
CREATE TRIGGER places_gone AFTER DELETE ON places WHEN old.lat IS NOT NULL AND old."precision" IN ('exact', 'near') BEGIN
    DELETE FROM places_map WHERE fact = old.fact;
END;

CREATE TABLE name_words (          -- the words of every name, as dateline.names folds them: one spelling for many
    word TEXT NOT NULL,
    fact INTEGER NOT NULL,         -- a person, an organisation or a place
    PRIMARY KEY (word, fact)
) WITHOUT ROWID;

CREATE TABLE moments (
    fact INTEGER PRIMARY KEY REFERENCES facts (key) ON DELETE CASCADE,
    article INTEGER NOT NULL,
    type TEXT NOT NULL,
    timex TEXT,
    "mod" TEXT,
    quant TEXT,
    freq TEXT,
    earliest TEXT,
    latest TEXT,
    "precision" TEXT,
    anchor INTEGER
);

CREATE TABLE datelines (
    fact INTEGER PRIMARY KEY REFERENCES facts (key) ON DELETE CASCADE,
    article INTEGER NOT NULL,
    place INTEGER,
    moment INTEGER,
    agency TEXT,
    raw TEXT NOT NULL
);

CREATE TABLE publications (
    fact INTEGER PRIMARY KEY REFERENCES facts (key) ON DELETE CASCADE,
    article INTEGER NOT NULL,
    published INTEGER,             -- a moment
    updated INTEGER,               -- a moment
    agency TEXT,
    outlet TEXT,
    bylines TEXT,                  -- JSON
    section TEXT,
    headline TEXT,
    deck TEXT,
    url TEXT,
    tags TEXT,                     -- JSON
    status TEXT NOT NULL           -- usable, embargoed, updated, corrected, killed
);

CREATE TABLE credits (
    fact INTEGER PRIMARY KEY REFERENCES facts (key) ON DELETE CASCADE,
    article INTEGER NOT NULL,
    person INTEGER,
    agency TEXT
);

CREATE TABLE roles (
    fact INTEGER PRIMARY KEY REFERENCES facts (key) ON DELETE CASCADE,
    article INTEGER NOT NULL,
    person INTEGER NOT NULL,
    title TEXT NOT NULL,
    organisation INTEGER,
    country TEXT,
    since INTEGER,                 -- a moment
    until INTEGER,                 -- a moment
    state TEXT NOT NULL,
    acting INTEGER NOT NULL,
    rank INTEGER NOT NULL,
    relative INTEGER               -- a person
);
CREATE INDEX roles_person ON roles (person);
CREATE INDEX roles_organisation ON roles (organisation) WHERE organisation IS NOT NULL;

CREATE TABLE statements (
    fact INTEGER PRIMARY KEY REFERENCES facts (key) ON DELETE CASCADE,
    article INTEGER NOT NULL,
    speaker INTEGER,               -- a person, an organisation or a place
    manner TEXT NOT NULL,
    stance TEXT NOT NULL,
    addressee INTEGER,
    moment INTEGER,
    place INTEGER
);
CREATE INDEX statements_speaker ON statements (speaker, article);
CREATE INDEX statements_addressee ON statements (addressee) WHERE addressee IS NOT NULL;
CREATE INDEX statements_moment ON statements (moment) WHERE moment IS NOT NULL;

CREATE TABLE events (
    fact INTEGER PRIMARY KEY REFERENCES facts (key) ON DELETE CASCADE,
    article INTEGER NOT NULL,
    scheme TEXT NOT NULL,
    type TEXT NOT NULL,
    modes TEXT,                    -- side by side, with a blank between
    contexts TEXT,
    cameo TEXT,
    start INTEGER NOT NULL,        -- of the words that tell of it
    "end" INTEGER NOT NULL,
    moment INTEGER,
    earliest TEXT,                 -- of its moment
    latest TEXT,
    intensity REAL,
    status TEXT NOT NULL,
    confidence REAL NOT NULL
);
CREATE INDEX events_type ON events (type, status, earliest, latest, article);
CREATE INDEX events_earliest ON events (earliest);
CREATE INDEX events_article ON events (article);

CREATE TABLE event_parties (       -- who takes part
    event INTEGER NOT NULL REFERENCES events (fact) ON DELETE CASCADE,
    side TEXT NOT NULL,            -- actor, recipient
    party INTEGER NOT NULL,        -- a person, an organisation or a place
    PRIMARY KEY (event, side, party)
) WITHOUT ROWID;
CREATE INDEX event_parties_party ON event_parties (party);

CREATE TABLE event_places (        -- where it was
    event INTEGER NOT NULL REFERENCES events (fact) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    PRIMARY KEY (event, place)
) WITHOUT ROWID;
CREATE INDEX event_places_place ON event_places (place);

CREATE TABLE casualties (
    fact INTEGER PRIMARY KEY REFERENCES facts (key) ON DELETE CASCADE,
    article INTEGER NOT NULL,
    effect TEXT NOT NULL,
    low INTEGER,
    high INTEGER,
    best INTEGER,
    who TEXT,                      -- the contract's `group`
    event INTEGER,
    moment INTEGER,
    part_of INTEGER
);
CREATE INDEX casualties_effect ON casualties (effect, low, event, article);
CREATE INDEX casualties_event ON casualties (event);

CREATE TABLE quantities (
    fact INTEGER PRIMARY KEY REFERENCES facts (key) ON DELETE CASCADE,
    article INTEGER NOT NULL,
    what TEXT,                     -- the contract's `of`
    low REAL,
    high REAL,
    unit TEXT,
    change TEXT,
    event INTEGER
);

CREATE TABLE charges (
    fact INTEGER PRIMARY KEY REFERENCES facts (key) ON DELETE CASCADE,
    article INTEGER NOT NULL,
    accused INTEGER,
    accuser INTEGER,               -- the contract's `by`
    offences TEXT,                 -- JSON
    stage TEXT NOT NULL,
    court INTEGER,
    sentence TEXT,
    same_as INTEGER
);
CREATE INDEX charges_accused ON charges (accused) WHERE accused IS NOT NULL;
CREATE INDEX charges_accuser ON charges (accuser) WHERE accuser IS NOT NULL;
CREATE INDEX charges_court ON charges (court) WHERE court IS NOT NULL;

CREATE TABLE gists (               -- the words of the lead event's five W's and H
    fact INTEGER PRIMARY KEY REFERENCES facts (key) ON DELETE CASCADE,
    article INTEGER NOT NULL,
    who TEXT,
    what TEXT,
    "when" TEXT,
    "where" TEXT,
    why TEXT,
    how TEXT
);
