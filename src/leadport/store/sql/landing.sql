-- name: lead_table
-- The records of a chunk that meet leads which are there already, in the session's own table.
CREATE TEMPORARY TABLE IF NOT EXISTS incoming_lead (
    record_number bigint NOT NULL,
    planned text NOT NULL,
    verdict text NOT NULL,
    lead_id bigint,
    email text,
    email_key text COLLATE "C" NOT NULL,
    mailbox_key text COLLATE "C",
    {columns},
    custom jsonb
) ON COMMIT DELETE ROWS

-- name: link_table
-- The lists and tags that the records of a chunk name themselves.
CREATE TEMPORARY TABLE IF NOT EXISTS incoming_link (
    record_number bigint NOT NULL,
    lead_id bigint,
    kind text NOT NULL,
    target_id bigint NOT NULL
) ON COMMIT DELETE ROWS

-- name: import_state
-- Landing holds a share of the row, so that whoever takes the import to another state waits for the chunk, or the chunk sees it.
SELECT state FROM lead_import WHERE account_id = %(account_id)s AND id = %(import_id)s FOR SHARE

-- name: claim
-- The first to insert the row does the chunk; whoever comes second waits for the first and finds it done.
INSERT INTO import_chunk (account_id, import_id, phase, number, counts, at)
VALUES (%(account_id)s, %(import_id)s, %(phase)s, %(number)s, '{}', %(now)s)
ON CONFLICT DO NOTHING

-- name: count
UPDATE import_chunk SET counts = %(counts)s::jsonb
WHERE account_id = %(account_id)s AND import_id = %(import_id)s AND phase = %(phase)s AND number = %(number)s

-- name: probe_only
-- A chunk is small beside the lead book, so indexes are probed for it, whatever the statistics say: those of a table that
-- has just been filled are missing or long out of date. OFFSET 0 in the queries below serves the same end.
SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off; SET LOCAL enable_seqscan = off

-- name: live_lists
-- Those of the lists that still exist; they stay until the chunk is done.
SELECT id FROM list WHERE account_id = %(account_id)s AND id = ANY (%(ids)s) ORDER BY id FOR KEY SHARE

-- name: live_tags
SELECT id FROM tag WHERE account_id = %(account_id)s AND id = ANY (%(ids)s) ORDER BY id FOR KEY SHARE

-- name: live_steps
-- Those of the steps that still exist, and with them their sequences.
SELECT p.id FROM step p JOIN sequence s ON s.account_id = p.account_id AND s.id = p.sequence_id
WHERE p.account_id = %(account_id)s AND p.id = ANY (%(ids)s) ORDER BY s.id, p.id FOR KEY SHARE

-- name: by_construction
-- The next statements take leads and targets from locked rows, so nothing needs to be checked (see schema/links.sql).
SELECT set_config('leadport.links_by_construction', pg_current_xact_id()::text, true)

-- name: to_be_checked
SELECT set_config('leadport.links_by_construction', '', true)

-- name: new_on_list
-- The leads this chunk has just created, which are those of the import in the chunk's range of ids.
INSERT INTO list_member (account_id, list_id, lead_id, import_id, added_at)
SELECT account_id, %(target_id)s, id, import_id, %(now)s FROM lead
WHERE account_id = %(account_id)s AND id BETWEEN %(first_id)s AND %(last_id)s AND import_id = %(import_id)s
ORDER BY id

-- name: new_with_tag
INSERT INTO lead_tag (account_id, tag_id, lead_id, import_id, added_at)
SELECT account_id, %(target_id)s, id, import_id, %(now)s FROM lead
WHERE account_id = %(account_id)s AND id BETWEEN %(first_id)s AND %(last_id)s AND import_id = %(import_id)s
ORDER BY id

-- name: new_in_sequence
INSERT INTO enrolment (account_id, sequence_id, lead_id, step_id, import_id, added_at)
SELECT account_id, %(target_id)s, id, %(step_id)s, import_id, %(now)s FROM lead
WHERE account_id = %(account_id)s AND id BETWEEN %(first_id)s AND %(last_id)s AND import_id = %(import_id)s
ORDER BY id

-- name: insert_missing
-- The merge path: somebody may have added the same people since the plan was made, or is doing so now. In key order, so
-- that two imports of the same people wait for each other and never in a circle.
INSERT INTO lead (account_id, id, email, email_key, mailbox_key, {columns} custom, import_id, created_at, changed_at)
SELECT %(account_id)s, lead_id, email, email_key, mailbox_key, {columns} custom, %(import_id)s, %(now)s, %(now)s
FROM incoming_lead WHERE verdict = 'new' ORDER BY email_key
ON CONFLICT (account_id, email_key) DO NOTHING

-- name: recognise
-- Those who were there first are existing leads now. ctid finds the rows again without a join of 50,000 by 50,000.
UPDATE incoming_lead i SET verdict = 'existing', lead_id = met.id
FROM (
    SELECT n.ctid AS place, l.id
    FROM incoming_lead n
    CROSS JOIN LATERAL (
        SELECT id FROM lead WHERE account_id = %(account_id)s AND email_key = n.email_key AND id <> n.lead_id OFFSET 0
    ) l
    WHERE n.verdict = 'new' OFFSET 0
) met
WHERE i.ctid = met.place

-- name: count_new
-- Whoever is still new must have been inserted: if somebody was in the way and is gone again, the chunk is repeated.
SELECT count(*) FROM incoming_lead WHERE verdict = 'new'

-- name: count_met
-- How many records meet the lead they mean.
SELECT count(*), 0 FROM incoming_lead i
WHERE i.verdict = %(verdict)s
  AND EXISTS (SELECT FROM lead l
              WHERE l.account_id = %(account_id)s AND l.id = i.lead_id AND l.email_key = i.email_key OFFSET 0)

-- name: find_again
-- A lead that went, or got another address, since the plan was made: whoever has the address now is meant, if anybody.
UPDATE incoming_lead i
SET verdict = 'found again',
    lead_id = (SELECT l.id FROM lead l WHERE l.account_id = %(account_id)s AND l.email_key = i.email_key)
WHERE i.verdict = 'existing'
  AND NOT EXISTS (SELECT FROM lead l
                  WHERE l.account_id = %(account_id)s AND l.id = i.lead_id AND l.email_key = i.email_key OFFSET 0)

-- name: settle
UPDATE incoming_lead SET verdict = 'existing' WHERE verdict = 'found again'

-- name: drop_gone
-- Nobody who was removed from the account comes back by an import that was planned before.
WITH gone AS (DELETE FROM incoming_lead WHERE lead_id IS NULL RETURNING record_number)
INSERT INTO import_outcome (account_id, import_id, record_number, verdict, reason)
SELECT %(account_id)s, %(import_id)s, record_number, 'failed', 'removed_meanwhile' FROM gone

-- name: tell_found
-- Records that were planned as new and met an existing lead.
INSERT INTO import_outcome (account_id, import_id, record_number, verdict, reason, lead_id)
SELECT %(account_id)s, %(import_id)s, record_number, 'existing', 'already_in_account', lead_id
FROM incoming_lead WHERE planned = 'new' AND verdict = 'existing'

-- name: tell_blocked
-- Records that came onto the blocklist since the plan was made.
INSERT INTO import_outcome (account_id, import_id, record_number, verdict, reason)
SELECT %(account_id)s, %(import_id)s, record_number, 'blocked', reason
FROM unnest(%(records)s::bigint[], %(reasons)s::text[]) AS blocked (record_number, reason)

-- name: existing_span
-- The lowest and the highest id of the existing leads of a chunk.
SELECT min(lead_id), max(lead_id) FROM incoming_lead WHERE verdict = 'existing'

-- name: compare_by_span
-- The leads of the chunk lie close together: their links are read in one range and compared by hash.
SET LOCAL enable_hashjoin = on; SET LOCAL enable_nestloop = off

-- name: compare_one_by_one
SET LOCAL enable_hashjoin = off; SET LOCAL enable_nestloop = on

-- name: update_existing
-- Fields of existing leads as the policy says, and a journal of what they were. A lead that somebody is changing at this
-- moment is waited for and then compared as it has become. The rows stay locked, so ctid finds them again.
-- Answers how many records met the lead they mean, and how many leads were changed.
WITH met AS MATERIALIZED (
    SELECT i.*, l.differs
    FROM incoming_lead i
    CROSS JOIN LATERAL (
        SELECT {differs} AS differs FROM lead l
        WHERE l.account_id = %(account_id)s AND l.id = i.lead_id AND l.email_key = i.email_key OFFSET 0
    ) l
    WHERE i.verdict = %(verdict)s
), candidate AS MATERIALIZED (
    SELECT l.*
    FROM (SELECT * FROM met WHERE differs ORDER BY lead_id OFFSET 0) i
    CROSS JOIN LATERAL (
        SELECT l.ctid AS place, l.id, l.revision, l.changed_at, l.custom AS old_custom,
            {merged_custom} AS new_custom {old_and_new}
        FROM lead l
        WHERE l.account_id = %(account_id)s AND l.id = i.lead_id AND {differs}
        FOR NO KEY UPDATE
        OFFSET 0
    ) l
), changed AS (
    UPDATE lead l SET {assignments} custom = c.new_custom, revision = c.revision + 1, changed_at = %(now)s
    FROM candidate c
    WHERE l.ctid = c.place AND l.account_id = %(account_id)s AND l.id = c.id
), journal AS (
INSERT INTO field_change (account_id, import_id, lead_id, before, after, revision, stamp_before)
SELECT %(account_id)s, %(import_id)s, c.id,
    {before} || jsonb_strip_nulls(jsonb_build_object('custom', (
        SELECT jsonb_object_agg(key, c.old_custom -> key) FROM jsonb_object_keys(c.new_custom) AS key
        WHERE c.old_custom -> key IS NOT NULL AND c.old_custom -> key IS DISTINCT FROM c.new_custom -> key))),
    {after} || jsonb_strip_nulls(jsonb_build_object('custom', (
        SELECT jsonb_object_agg(key, c.new_custom -> key) FROM jsonb_object_keys(c.new_custom) AS key
        WHERE c.old_custom -> key IS DISTINCT FROM c.new_custom -> key))),
    c.revision + 1, c.changed_at
FROM candidate c
RETURNING 1
)
SELECT (SELECT count(*) FROM met), (SELECT count(*) FROM journal)

-- name: existing_on_list
-- Existing leads that are not on the list yet; those that are stay as they are.
INSERT INTO list_member (account_id, list_id, lead_id, import_id, added_at)
SELECT %(account_id)s, %(target_id)s, i.lead_id, %(import_id)s, %(now)s FROM incoming_lead i
WHERE i.verdict = 'existing'
  AND NOT EXISTS (SELECT FROM list_member m
                  WHERE m.account_id = %(account_id)s AND m.list_id = %(target_id)s AND m.lead_id = i.lead_id
                    AND m.lead_id BETWEEN %(low)s AND %(high)s {one_by_one})
ORDER BY i.lead_id
ON CONFLICT DO NOTHING

-- name: existing_with_tag
INSERT INTO lead_tag (account_id, tag_id, lead_id, import_id, added_at)
SELECT %(account_id)s, %(target_id)s, i.lead_id, %(import_id)s, %(now)s FROM incoming_lead i
WHERE i.verdict = 'existing'
  AND NOT EXISTS (SELECT FROM lead_tag m
                  WHERE m.account_id = %(account_id)s AND m.tag_id = %(target_id)s AND m.lead_id = i.lead_id
                    AND m.lead_id BETWEEN %(low)s AND %(high)s {one_by_one})
ORDER BY i.lead_id
ON CONFLICT DO NOTHING

-- name: existing_in_sequence
-- Those in the sequence already stay at the step they are at.
INSERT INTO enrolment (account_id, sequence_id, lead_id, step_id, import_id, added_at)
SELECT %(account_id)s, %(target_id)s, i.lead_id, %(step_id)s, %(import_id)s, %(now)s FROM incoming_lead i
WHERE i.verdict = 'existing'
  AND NOT EXISTS (SELECT FROM enrolment m
                  WHERE m.account_id = %(account_id)s AND m.sequence_id = %(target_id)s AND m.lead_id = i.lead_id
                    AND m.lead_id BETWEEN %(low)s AND %(high)s {one_by_one})
ORDER BY i.lead_id
ON CONFLICT DO NOTHING

-- name: resolve_links
-- The lists and tags of records whose lead was not certain beforehand. Both tables are small, so they are hashed.
UPDATE incoming_link k SET lead_id = i.lead_id
FROM incoming_lead i WHERE i.record_number = k.record_number AND k.lead_id IS NULL

-- name: named_lists
-- How many leads each of the named lists is for.
SELECT target_id, count(DISTINCT lead_id) FROM incoming_link
WHERE kind = 'list' AND lead_id IS NOT NULL AND target_id = ANY (%(ids)s) GROUP BY target_id

-- name: named_tags
SELECT target_id, count(DISTINCT lead_id) FROM incoming_link
WHERE kind = 'tag' AND lead_id IS NOT NULL AND target_id = ANY (%(ids)s) GROUP BY target_id

-- name: onto_named_lists
-- Whoever is on one of the lists already stays as they are.
WITH added AS (
    INSERT INTO list_member (account_id, list_id, lead_id, import_id, added_at)
    SELECT DISTINCT %(account_id)s, k.target_id, k.lead_id, %(import_id)s, %(now)s::timestamptz FROM incoming_link k
    WHERE k.kind = 'list' AND k.lead_id IS NOT NULL AND k.target_id = ANY (%(ids)s)
      AND NOT EXISTS (SELECT FROM list_member m WHERE m.account_id = %(account_id)s AND m.list_id = k.target_id
                                                  AND m.lead_id = k.lead_id OFFSET 0)
    ORDER BY k.target_id, k.lead_id
    ON CONFLICT DO NOTHING RETURNING list_id
)
SELECT list_id, count(*) FROM added GROUP BY list_id

-- name: onto_named_tags
WITH added AS (
    INSERT INTO lead_tag (account_id, tag_id, lead_id, import_id, added_at)
    SELECT DISTINCT %(account_id)s, k.target_id, k.lead_id, %(import_id)s, %(now)s::timestamptz FROM incoming_link k
    WHERE k.kind = 'tag' AND k.lead_id IS NOT NULL AND k.target_id = ANY (%(ids)s)
      AND NOT EXISTS (SELECT FROM lead_tag m WHERE m.account_id = %(account_id)s AND m.tag_id = k.target_id
                                               AND m.lead_id = k.lead_id OFFSET 0)
    ORDER BY k.target_id, k.lead_id
    ON CONFLICT DO NOTHING RETURNING tag_id
)
SELECT tag_id, count(*) FROM added GROUP BY tag_id

-- name: suppression_table
CREATE TEMPORARY TABLE IF NOT EXISTS incoming_suppression (
    number bigint PRIMARY KEY,
    key text COLLATE "C" NOT NULL,
    address text NOT NULL,
    kind text NOT NULL
) ON COMMIT DELETE ROWS

-- name: confirm_suppressions
-- Somebody else's entry that says as much or more stays; it is noted that this import says so, too.
WITH met AS MATERIALIZED (
    SELECT s.place
    FROM incoming_suppression i
    CROSS JOIN LATERAL (
        SELECT ctid AS place FROM suppression
        WHERE account_id = %(account_id)s AND scope = 'address' AND key = i.key AND lifted_at IS NULL
          AND import_id IS DISTINCT FROM %(import_id)s AND NOT confirmed_by @> ARRAY[%(import_id)s::bigint]
          AND array_position(%(kinds)s, kind) <= array_position(%(kinds)s, i.kind)
        FOR NO KEY UPDATE
        OFFSET 0
    ) s
)
UPDATE suppression s SET confirmed_by = s.confirmed_by || %(import_id)s::bigint FROM met WHERE s.ctid = met.place

-- name: replace_suppressions
-- An entry that says less gives way to the one that this import adds next.
WITH met AS MATERIALIZED (
    SELECT s.place, i.number
    FROM incoming_suppression i
    CROSS JOIN LATERAL (
        SELECT ctid AS place FROM suppression
        WHERE account_id = %(account_id)s AND scope = 'address' AND key = i.key AND lifted_at IS NULL
          AND array_position(%(kinds)s, kind) > array_position(%(kinds)s, i.kind)
        FOR NO KEY UPDATE
        OFFSET 0
    ) s
)
UPDATE suppression s
SET lifted_at = %(now)s, lifted_by = %(actor)s, lift_reason = 'replaced by a stronger entry',
    replaced_by = %(first_id)s + met.number
FROM met WHERE s.ctid = met.place

-- name: add_suppressions
INSERT INTO suppression (account_id, id, scope, key, kind, address, reason, source, import_id, created_at, created_by)
SELECT %(account_id)s, %(first_id)s + i.number, 'address', i.key, i.kind, i.address, '', %(source)s, %(import_id)s,
    %(now)s, %(actor)s
FROM incoming_suppression i
WHERE NOT EXISTS (SELECT FROM suppression s WHERE s.account_id = %(account_id)s AND s.scope = 'address'
                                              AND s.key = i.key AND s.lifted_at IS NULL OFFSET 0)
ORDER BY i.key
ON CONFLICT (account_id, scope, key) WHERE lifted_at IS NULL DO NOTHING
