
-- Views for people and programs that look into the file: keys followed, names beside each other.

CREATE VIEW facts_full AS          -- each fact with its article's id, and its evidence as in the contract
SELECT facts.id, facts.kind, articles.id AS article, facts.value,
       (SELECT json_group_array(json_array(start, "end")) FROM spans WHERE spans.fact = facts.key) AS spans,
       facts.field, coalesce(facts.because, '[]') AS because, facts.confidence, facts.method, facts.status,
       (SELECT said.id FROM facts AS said WHERE said.key = facts.said_by) AS said_by, facts.reason
FROM facts JOIN articles ON articles.key = facts.article;

CREATE VIEW events_flat AS         -- who did what to whom, when, where, and how many were hurt
SELECT facts.id, articles.id AS article, articles.headline, articles.outlet, articles.published,
       events.scheme, events.type, events.modes, events.contexts, events.cameo, events.intensity,
       substr(articles.text, events.start + 1, events."end" - events.start) AS words,
       (SELECT group_concat(coalesce((SELECT name FROM people WHERE people.fact = party),
                (SELECT name FROM organisations WHERE organisations.fact = party),
                (SELECT name FROM places WHERE places.fact = party)), '; ')
        FROM event_parties WHERE event_parties.event = events.fact AND side = 'actor') AS actors,
       (SELECT group_concat(coalesce((SELECT name FROM people WHERE people.fact = party),
                (SELECT name FROM organisations WHERE organisations.fact = party),
                (SELECT name FROM places WHERE places.fact = party)), '; ')
        FROM event_parties WHERE event_parties.event = events.fact AND side = 'recipient') AS recipients,
       events.earliest, events.latest, moments."precision" AS time_precision,
       first_place.name AS place, first_place.country, first_place.lat, first_place.lon,
       first_place."precision" AS place_precision,
       (SELECT max(low) FROM casualties WHERE casualties.event = events.fact AND effect = 'killed') AS killed_low,
       (SELECT max(low) FROM casualties WHERE casualties.event = events.fact AND effect = 'wounded') AS wounded_low,
       events.status, facts.confidence, facts.said_by IS NOT NULL AS attributed, facts.reason
FROM events
JOIN facts ON facts.key = events.fact
JOIN articles ON articles.key = events.article
LEFT JOIN moments ON moments.fact = events.moment
LEFT JOIN places AS first_place
    ON first_place.fact = (SELECT min(place) FROM event_places WHERE event_places.event = events.fact);

CREATE VIEW casualties_flat AS     -- each count of people harmed, with the event it belongs to
SELECT facts.id, articles.id AS article, articles.headline, articles.outlet, articles.published,
       casualties.effect, casualties.low, casualties.high, casualties.best, casualties.who,
       events.type AS event_type, events.earliest, events.latest,
       (SELECT places.name FROM event_places JOIN places ON places.fact = event_places.place
        WHERE event_places.event = events.fact ORDER BY event_places.place LIMIT 1) AS place,
       (SELECT whole.id FROM facts AS whole WHERE whole.key = casualties.part_of) AS part_of,
       (SELECT coalesce((SELECT name FROM people WHERE people.fact = statements.speaker),
                (SELECT name FROM organisations WHERE organisations.fact = statements.speaker),
                (SELECT name FROM places WHERE places.fact = statements.speaker))
        FROM statements WHERE statements.fact = facts.said_by) AS said_by,
       facts.status, facts.confidence, facts.reason
FROM casualties
JOIN facts ON facts.key = casualties.fact
JOIN articles ON articles.key = casualties.article
LEFT JOIN events ON events.fact = casualties.event;

CREATE VIEW statements_flat AS     -- who said what, in which words
SELECT facts.id, articles.id AS article, articles.headline, articles.outlet, articles.published,
       coalesce((SELECT name FROM people WHERE people.fact = statements.speaker),
                (SELECT name FROM organisations WHERE organisations.fact = statements.speaker),
                (SELECT name FROM places WHERE places.fact = statements.speaker)) AS speaker,
       coalesce((SELECT country FROM people WHERE people.fact = statements.speaker),
                (SELECT country FROM organisations WHERE organisations.fact = statements.speaker)) AS speaker_country,
       coalesce((SELECT sector FROM people WHERE people.fact = statements.speaker),
                (SELECT sector FROM organisations WHERE organisations.fact = statements.speaker)) AS speaker_sector,
       statements.stance, statements.manner,
       (SELECT group_concat(substr(articles.text, json_extract(part.value, '$[0]') + 1,
                                   json_extract(part.value, '$[1]') - json_extract(part.value, '$[0]')), ' ')
        FROM json_each(facts.value, '$.content') AS part) AS words,
       coalesce((SELECT name FROM people WHERE people.fact = statements.addressee),
                (SELECT name FROM organisations WHERE organisations.fact = statements.addressee),
                (SELECT name FROM places WHERE places.fact = statements.addressee)) AS addressee,
       moments.earliest, moments.latest, places.name AS place,
       facts.status, facts.confidence, facts.reason
FROM statements
JOIN facts ON facts.key = statements.fact
JOIN articles ON articles.key = statements.article
LEFT JOIN moments ON moments.fact = statements.moment
LEFT JOIN places ON places.fact = statements.place;

CREATE VIEW roles_flat AS          -- who held which post, and when
SELECT facts.id, articles.id AS article, people.name AS person, roles.title, organisations.name AS organisation,
       roles.country, roles.state, roles.acting, roles.rank,
       began.earliest AS since, ended.latest AS until, facts.confidence, facts.reason
FROM roles
JOIN facts ON facts.key = roles.fact
JOIN articles ON articles.key = roles.article
JOIN people ON people.fact = roles.person
LEFT JOIN organisations ON organisations.fact = roles.organisation
LEFT JOIN moments AS began ON began.fact = roles.since
LEFT JOIN moments AS ended ON ended.fact = roles.until;

CREATE VIEW charges_flat AS        -- who is accused of what, by whom, and how far it has come
SELECT facts.id, articles.id AS article, articles.headline, articles.outlet, articles.published,
       coalesce((SELECT name FROM people WHERE people.fact = charges.accused),
                (SELECT name FROM organisations WHERE organisations.fact = charges.accused),
                (SELECT name FROM places WHERE places.fact = charges.accused)) AS accused,
       coalesce((SELECT name FROM people WHERE people.fact = charges.accuser),
                (SELECT name FROM organisations WHERE organisations.fact = charges.accuser),
                (SELECT name FROM places WHERE places.fact = charges.accuser)) AS accuser,
       charges.offences, charges.stage, courts.name AS court, charges.sentence,
       facts.status, facts.confidence, facts.reason
FROM charges
JOIN facts ON facts.key = charges.fact
JOIN articles ON articles.key = charges.article
LEFT JOIN organisations AS courts ON courts.fact = charges.court;

CREATE VIEW incidents_flat AS      -- one event in all its reports: what, when, where, how many were hurt, how well told
SELECT incidents.id, incidents.type, incidents.status, incidents.earliest, incidents.latest,
       incidents."precision" AS time_precision, incidents.place, incidents.country, incidents.lat, incidents.lon,
       killed.low AS killed_low, killed.high AS killed_high, killed.best AS killed_best,
       wounded.low AS wounded_low, wounded.high AS wounded_high, wounded.best AS wounded_best,
       incidents.articles, incidents.independent, incidents.disagreements,
       incidents.first, incidents.last, incidents.title, stories.id AS story, stories.title AS story_title
FROM incidents
LEFT JOIN stories ON stories.key = incidents.story
LEFT JOIN incident_casualties AS killed ON killed.incident = incidents.key AND killed.effect = 'killed'
LEFT JOIN incident_casualties AS wounded ON wounded.incident = incidents.key AND wounded.effect = 'wounded';

CREATE VIEW incident_reports AS    -- each telling of an incident: the words, who published it, and whether it is a copy
SELECT incidents.id AS incident, facts.id AS fact, articles.id AS article, articles.outlet, articles.published,
       articles.headline, substr(articles.text, events.start + 1, events."end" - events.start) AS words,
       events.type, events.status, facts.confidence,
       (SELECT original.id FROM copies JOIN articles AS original ON original.key = copies.of
        WHERE copies.article = articles.key) AS copy_of
FROM incident_facts
JOIN incidents ON incidents.key = incident_facts.incident
JOIN facts ON facts.key = incident_facts.fact
JOIN events ON events.fact = facts.key
JOIN articles ON articles.key = facts.article;

CREATE VIEW disagreements_flat AS  -- each side of each disagreement of an incident, in its own words
SELECT incidents.id AS incident, incidents.title, told.key AS number, json_extract(told.value, '$.about') AS about,
       json_extract(told.value, '$.how') AS how, json_extract(told.value, '$.message') AS message,
       json_extract(side.value, '$.value') AS side, json_extract(side.value, '$.said_by') AS said_by,
       json_extract(side.value, '$.article') AS article, json_extract(side.value, '$.words') AS words
FROM incidents, json_each(incidents.value, '$.disagreements') AS told, json_each(told.value, '$.sides') AS side;
