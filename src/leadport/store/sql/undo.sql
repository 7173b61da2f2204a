-- name: import_state
-- Undoing holds a share of the row, as landing does.
SELECT state FROM lead_import WHERE account_id = %(account_id)s AND id = %(import_id)s FOR SHARE

-- name: claim
-- The first to insert the row does the chunk.
INSERT INTO import_chunk (account_id, import_id, phase, number, counts, at)
VALUES (%(account_id)s, %(import_id)s, 'undo', %(number)s, %(counts)s::jsonb, %(now)s)
ON CONFLICT DO NOTHING

-- name: count
UPDATE import_chunk SET counts = %(counts)s::jsonb
WHERE account_id = %(account_id)s AND import_id = %(import_id)s AND phase = 'undo' AND number = %(number)s

-- name: probe_only
-- See the same query in landing.sql.
SET LOCAL enable_hashjoin = off; SET LOCAL enable_mergejoin = off; SET LOCAL enable_seqscan = off

-- name: members
-- The next leads that the import put on a list: how many, up to which id, and how many of them moved on since.
SELECT count(*), max(lead_id), 0 FROM (
    SELECT lead_id FROM list_member
    WHERE account_id = %(account_id)s AND list_id = %(target_id)s AND lead_id > %(after)s AND import_id = %(import_id)s
    ORDER BY lead_id LIMIT %(size)s
) next

-- name: withdraw_members
DELETE FROM list_member
WHERE account_id = %(account_id)s AND list_id = %(target_id)s AND lead_id > %(after)s AND lead_id <= %(upto)s
  AND import_id = %(import_id)s

-- name: tagged
-- The next leads that the import gave a tag.
SELECT count(*), max(lead_id), 0 FROM (
    SELECT lead_id FROM lead_tag
    WHERE account_id = %(account_id)s AND tag_id = %(target_id)s AND lead_id > %(after)s AND import_id = %(import_id)s
    ORDER BY lead_id LIMIT %(size)s
) next

-- name: withdraw_tags
DELETE FROM lead_tag
WHERE account_id = %(account_id)s AND tag_id = %(target_id)s AND lead_id > %(after)s AND lead_id <= %(upto)s
  AND import_id = %(import_id)s

-- name: enrolled
-- The next leads that the import entered into a sequence. Whoever has moved on has been sent mail, which no undo recalls.
SELECT count(*), max(lead_id), count(moved_at) FROM (
    SELECT lead_id, moved_at FROM enrolment
    WHERE account_id = %(account_id)s AND sequence_id = %(target_id)s AND lead_id > %(after)s
      AND import_id = %(import_id)s
    ORDER BY lead_id LIMIT %(size)s
) next

-- name: withdraw_enrolments
DELETE FROM enrolment
WHERE account_id = %(account_id)s AND sequence_id = %(target_id)s AND lead_id > %(after)s AND lead_id <= %(upto)s
  AND import_id = %(import_id)s AND moved_at IS NULL

-- name: lock_created
-- From here on nobody can change these leads or link to them until the chunk is done.
SELECT count(*) FROM (
    SELECT FROM lead
    WHERE account_id = %(account_id)s AND id > %(after)s AND id <= %(upto)s AND import_id = %(import_id)s
    ORDER BY id FOR UPDATE
) locked

-- name: fate_table
CREATE TEMPORARY TABLE IF NOT EXISTS undo_lead (lead_id bigint PRIMARY KEY, fate text NOT NULL) ON COMMIT DELETE ROWS

-- name: fates
-- What becomes of the leads that the import created: progressed (mail has gone out), edited, used (others put them on a
-- list, tagged or enrolled them) or removed.
INSERT INTO undo_lead (lead_id, fate)
WITH other AS MATERIALIZED (
    SELECT m.lead_id, false AS progressed
    FROM list t CROSS JOIN LATERAL (
        SELECT lead_id FROM list_member
        WHERE account_id = %(account_id)s AND list_id = t.id AND lead_id > %(after)s AND lead_id <= %(upto)s
          AND import_id IS DISTINCT FROM %(import_id)s OFFSET 0
    ) m
    WHERE t.account_id = %(account_id)s
    UNION ALL
    SELECT m.lead_id, false
    FROM tag t CROSS JOIN LATERAL (
        SELECT lead_id FROM lead_tag
        WHERE account_id = %(account_id)s AND tag_id = t.id AND lead_id > %(after)s AND lead_id <= %(upto)s
          AND import_id IS DISTINCT FROM %(import_id)s OFFSET 0
    ) m
    WHERE t.account_id = %(account_id)s
    UNION ALL
    SELECT m.lead_id, m.import_id IS NOT DISTINCT FROM %(import_id)s
    FROM sequence t CROSS JOIN LATERAL (
        SELECT lead_id, import_id FROM enrolment
        WHERE account_id = %(account_id)s AND sequence_id = t.id AND lead_id > %(after)s AND lead_id <= %(upto)s
          AND (import_id IS DISTINCT FROM %(import_id)s OR moved_at IS NOT NULL) OFFSET 0
    ) m
    WHERE t.account_id = %(account_id)s
), linked (lead_id, progressed) AS MATERIALIZED (
    SELECT lead_id, bool_or(progressed) FROM other GROUP BY lead_id
)
SELECT l.id, CASE WHEN progressed.lead_id IS NOT NULL THEN 'progressed' WHEN l.revision > 0 THEN 'edited'
                  WHEN linked.lead_id IS NOT NULL THEN 'used' ELSE 'removed' END
FROM lead l
LEFT JOIN linked ON linked.lead_id = l.id
LEFT JOIN linked progressed ON progressed.lead_id = l.id AND progressed.progressed
WHERE l.account_id = %(account_id)s AND l.id > %(after)s AND l.id <= %(upto)s AND l.import_id = %(import_id)s

-- name: count_fates
SELECT fate, count(*) FROM undo_lead GROUP BY fate

-- name: remove_created
DELETE FROM lead
WHERE account_id = %(account_id)s AND id > %(after)s AND id <= %(upto)s AND import_id = %(import_id)s AND revision = 0
  AND id = ANY (ARRAY(SELECT lead_id FROM undo_lead WHERE fate = 'removed'))

-- name: journal_table
CREATE TEMPORARY TABLE IF NOT EXISTS undo_journal (
    lead_id bigint PRIMARY KEY, before jsonb NOT NULL, after jsonb NOT NULL, revision integer NOT NULL,
    stamp_before timestamptz NOT NULL
) ON COMMIT DELETE ROWS

-- name: field_table
CREATE TEMPORARY TABLE IF NOT EXISTS undo_field (
    lead_id bigint NOT NULL, key text NOT NULL, custom boolean NOT NULL, old jsonb, later bigint, outcome text NOT NULL
) ON COMMIT DELETE ROWS

-- name: count_journal
-- A removed lead takes its journal along, so what is missing here was removed.
SELECT count(*) FROM field_change WHERE account_id = %(account_id)s AND import_id = %(import_id)s

-- name: take_journal
-- The next leads whose fields the import changed.
INSERT INTO undo_journal (lead_id, before, after, revision, stamp_before)
SELECT lead_id, before, after, revision, stamp_before FROM field_change
WHERE account_id = %(account_id)s AND import_id = %(import_id)s AND lead_id > %(after)s
ORDER BY lead_id LIMIT %(size)s

-- name: lock_changed
SELECT count(*) FROM undo_journal j CROSS JOIN LATERAL (
    SELECT FROM lead WHERE account_id = %(account_id)s AND id = j.lead_id FOR UPDATE OFFSET 0
) locked

-- name: journal_keys
-- The fields that any of them is about.
SELECT DISTINCT key FROM undo_journal CROSS JOIN LATERAL jsonb_object_keys(after) AS key WHERE key <> 'custom'

-- name: other_journals
-- The imports, other than this one, that have changed fields and are not undone.
SELECT i.id FROM lead_import i
WHERE i.account_id = %(account_id)s AND i.id <> %(import_id)s
  AND EXISTS (SELECT FROM field_change f WHERE f.account_id = i.account_id AND f.import_id = i.id OFFSET 0)

-- name: judge_fields
-- What becomes of each field: `restore` when it still holds what the import wrote; `rebase` when a later import
-- overwrote exactly that, so that undoing the later one must bring back what was before this one; otherwise `keep`.
INSERT INTO undo_field (lead_id, key, custom, old, later, outcome)
SELECT f.lead_id, f.key, f.custom, f.old, later.import_id,
    CASE WHEN later.import_id IS NULL AND f.present IS NOT DISTINCT FROM f.new THEN 'restore'
         WHEN later.import_id IS NOT NULL AND later.before IS NOT DISTINCT FROM f.new THEN 'rebase'
         ELSE 'keep' END
FROM (
    SELECT j.lead_id, j.revision, l.revision AS current, e.key, false AS custom, j.before -> e.key AS old,
        e.value AS new, NULLIF(l.present -> e.key, 'null') AS present
    FROM undo_journal j
    CROSS JOIN LATERAL jsonb_each(j.after - 'custom') e
    CROSS JOIN LATERAL (
        SELECT revision, jsonb_build_object({present}) AS present FROM lead
        WHERE account_id = %(account_id)s AND id = j.lead_id OFFSET 0
    ) l
    UNION ALL
    SELECT j.lead_id, j.revision, l.revision, e.key, true, j.before -> 'custom' -> e.key, e.value, l.custom -> e.key
    FROM undo_journal j
    CROSS JOIN LATERAL jsonb_each(COALESCE(j.after -> 'custom', '{}')) e
    CROSS JOIN LATERAL (
        SELECT revision, custom FROM lead WHERE account_id = %(account_id)s AND id = j.lead_id OFFSET 0
    ) l
) f
LEFT JOIN LATERAL (
    SELECT g.import_id, CASE WHEN f.custom THEN g.before -> 'custom' -> f.key ELSE g.before -> f.key END AS before
    FROM unnest(%(others)s::bigint[]) AS other (id)
    CROSS JOIN LATERAL (
        SELECT import_id, before, after, revision FROM field_change
        WHERE account_id = %(account_id)s AND import_id = other.id AND lead_id = f.lead_id OFFSET 0
    ) g
    WHERE f.current > f.revision AND g.revision > f.revision
      AND CASE WHEN f.custom THEN g.after -> 'custom' ELSE g.after END ? f.key
    ORDER BY g.revision LIMIT 1
) later ON true

-- name: verdict_table
CREATE TEMPORARY TABLE IF NOT EXISTS undo_verdict (
    lead_id bigint PRIMARY KEY, whole boolean NOT NULL, fields jsonb NOT NULL, custom jsonb NOT NULL, dropped text[] NOT NULL,
    restored bigint NOT NULL
) ON COMMIT DELETE ROWS

-- name: judge_leads
-- One row a lead: is all of the import's change taken back, and what is to be written?
INSERT INTO undo_verdict (lead_id, whole, fields, custom, dropped, restored)
SELECT lead_id, bool_and(outcome <> 'keep'),
    COALESCE(jsonb_object_agg(key, old) FILTER (WHERE outcome = 'restore' AND NOT custom), '{}'),
    COALESCE(jsonb_object_agg(key, old) FILTER (WHERE outcome = 'restore' AND custom AND old IS NOT NULL), '{}'),
    COALESCE(array_agg(key) FILTER (WHERE outcome = 'restore' AND custom AND old IS NULL), '{}'),
    count(*) FILTER (WHERE outcome = 'restore')
FROM undo_field GROUP BY lead_id

-- name: count_leads
-- Leads seen, wholly restored, and the last of them.
SELECT (SELECT count(*) FROM undo_journal), count(*) FILTER (WHERE whole), (SELECT max(lead_id) FROM undo_journal)
FROM undo_verdict

-- name: restore_leads
-- A change that is wholly taken back leaves no trace: the revision goes back, too, and the time stamp if nothing came
-- after. A change that is taken back in part is a change of its own.
WITH target AS MATERIALIZED (
    SELECT v.*, j.revision AS written, j.stamp_before, l.place
    FROM undo_verdict v
    JOIN undo_journal j ON j.lead_id = v.lead_id
    CROSS JOIN LATERAL (
        SELECT ctid AS place FROM lead WHERE account_id = %(account_id)s AND id = v.lead_id OFFSET 0
    ) l
    WHERE v.whole OR v.restored > 0
)
UPDATE lead l
SET {assignments} custom = NULLIF((COALESCE(l.custom, '{}') - t.dropped) || t.custom, '{}'),
    revision = CASE WHEN t.whole THEN l.revision - 1 ELSE l.revision + 1 END,
    changed_at = CASE WHEN NOT t.whole THEN %(now)s WHEN l.revision = t.written THEN t.stamp_before ELSE l.changed_at END
FROM target t
WHERE l.ctid = t.place AND l.account_id = %(account_id)s AND l.id = t.lead_id

-- name: rebase_journals
-- Later imports remember what was there before this one. Each (lead, import) once, with all its fields.
WITH patch AS MATERIALIZED (
    SELECT lead_id, later AS import_id,
        COALESCE(jsonb_object_agg(key, old) FILTER (WHERE NOT custom AND old IS NOT NULL), '{}') AS fields,
        COALESCE(array_agg(key) FILTER (WHERE NOT custom AND old IS NULL), '{}') AS dropped,
        COALESCE(jsonb_object_agg(key, old) FILTER (WHERE custom AND old IS NOT NULL), '{}') AS custom,
        COALESCE(array_agg(key) FILTER (WHERE custom AND old IS NULL), '{}') AS custom_dropped
    FROM undo_field WHERE outcome = 'rebase' GROUP BY lead_id, later
)
UPDATE field_change f
SET before = ((f.before - 'custom' - p.dropped) || p.fields)
    || CASE WHEN (COALESCE(f.before -> 'custom', '{}') - p.custom_dropped) || p.custom = '{}' THEN '{}'
            ELSE jsonb_build_object('custom', (COALESCE(f.before -> 'custom', '{}') - p.custom_dropped) || p.custom) END
FROM patch p
WHERE f.account_id = %(account_id)s AND f.import_id = p.import_id AND f.lead_id = p.lead_id

-- name: close_ranks
-- Where a change is wholly taken back, later ones move up by one, and the next one starts from the older time stamp.
UPDATE field_change f
SET revision = f.revision - 1,
    stamp_before = CASE WHEN f.revision = j.revision + 1 THEN j.stamp_before ELSE f.stamp_before END
FROM undo_verdict v, undo_journal j
WHERE v.whole AND j.lead_id = v.lead_id AND f.account_id = %(account_id)s AND f.import_id = ANY (%(others)s)
  AND f.lead_id = v.lead_id AND f.revision > j.revision

-- name: forget_journal
DELETE FROM field_change
WHERE account_id = %(account_id)s AND import_id = %(import_id)s AND lead_id > %(after)s AND lead_id <= %(upto)s

-- name: suppressions
-- The next blocklist entries that the import added: how many, up to which id, and how many will stay because others say
-- the same by now or because somebody has lifted them since.
SELECT count(*), max(id), count(*) FILTER (
    WHERE (lifted_at IS NULL AND confirmed_by <> '{}') OR (lifted_at IS NOT NULL AND replaced_by IS NULL))
FROM (
    SELECT * FROM suppression
    WHERE account_id = %(account_id)s AND import_id = %(import_id)s AND id > %(after)s ORDER BY id LIMIT %(size)s
) next

-- name: hand_over
-- An entry that others say, too, becomes theirs; both receipts can still be proved.
WITH handed AS (
    UPDATE suppression
    SET import_id = NULLIF(confirmed_by[1], 0), confirmed_by = confirmed_by[2:]
    WHERE account_id = %(account_id)s AND import_id = %(import_id)s AND id > %(after)s AND id <= %(upto)s
      AND lifted_at IS NULL AND confirmed_by <> '{}'
    RETURNING import_id AS heir
)
INSERT INTO import_loss (account_id, import_id, kind, removed)
SELECT %(account_id)s, %(import_id)s, 'suppression', count(*) FROM handed HAVING count(*) > 0
UNION ALL
SELECT %(account_id)s, heir, 'suppression', -count(*) FROM handed WHERE heir IS NOT NULL GROUP BY heir

-- name: withdraw_suppressions
-- The others go, and what they had replaced is in force again, or replaced by what replaced them.
WITH withdrawn AS (
    DELETE FROM suppression
    WHERE account_id = %(account_id)s AND import_id = %(import_id)s AND id > %(after)s AND id <= %(upto)s
      AND (lifted_at IS NULL OR replaced_by IS NOT NULL)
    RETURNING id, replaced_by
)
INSERT INTO undo_lead (lead_id, fate) SELECT id, COALESCE(replaced_by::text, '') FROM withdrawn

-- name: reinstate
-- Runs after the entries are gone, because a key has one active entry.
UPDATE suppression s
SET replaced_by = NULLIF(w.fate, '')::bigint,
    lifted_at = CASE WHEN w.fate <> '' THEN s.lifted_at END,
    lifted_by = CASE WHEN w.fate <> '' THEN s.lifted_by END,
    lift_reason = CASE WHEN w.fate <> '' THEN s.lift_reason END
FROM undo_lead w
WHERE s.account_id = %(account_id)s AND s.replaced_by = w.lead_id

-- name: retract_confirmations
UPDATE suppression SET confirmed_by = array_remove(confirmed_by, %(import_id)s)
WHERE account_id = %(account_id)s AND confirmed_by @> ARRAY[%(import_id)s::bigint]

-- name: made_lists
-- The lists the import made, and whether anybody else uses them: somebody archived them, put people there, or is about to
-- do so by an import.
SELECT t.id, t.name,
    t.archived_at IS NOT NULL
    OR EXISTS (SELECT FROM list_member m WHERE m.account_id = t.account_id AND m.list_id = t.id
                                           AND m.import_id IS DISTINCT FROM %(import_id)s OFFSET 0)
    OR EXISTS (SELECT FROM lead_import i WHERE i.account_id = t.account_id AND i.id <> %(import_id)s
               AND i.state = 'landing' AND i.targets -> 'targets' @> jsonb_build_array(jsonb_build_object('kind', 'list', 'id', t.id)))
FROM list t WHERE t.account_id = %(account_id)s AND t.import_id = %(import_id)s ORDER BY t.id {lock}

-- name: made_tags
SELECT t.id, t.name,
    t.archived_at IS NOT NULL
    OR EXISTS (SELECT FROM lead_tag m WHERE m.account_id = t.account_id AND m.tag_id = t.id
                                        AND m.import_id IS DISTINCT FROM %(import_id)s OFFSET 0)
    OR EXISTS (SELECT FROM lead_import i WHERE i.account_id = t.account_id AND i.id <> %(import_id)s
               AND i.state = 'landing' AND i.targets -> 'targets' @> jsonb_build_array(jsonb_build_object('kind', 'tag', 'id', t.id)))
FROM tag t WHERE t.account_id = %(account_id)s AND t.import_id = %(import_id)s ORDER BY t.id {lock}

-- name: made_sequences
-- A sequence with a text in it is somebody's work; one where people have moved on has sent mail.
SELECT t.id, t.name,
    t.archived_at IS NOT NULL
    OR EXISTS (SELECT FROM step p WHERE p.account_id = t.account_id AND p.sequence_id = t.id
               AND (p.subject <> '' OR p.body <> '' OR p.import_id IS DISTINCT FROM %(import_id)s))
    OR EXISTS (SELECT FROM enrolment m WHERE m.account_id = t.account_id AND m.sequence_id = t.id
               AND (m.import_id IS DISTINCT FROM %(import_id)s OR m.moved_at IS NOT NULL) OFFSET 0)
    OR EXISTS (SELECT FROM lead_import i WHERE i.account_id = t.account_id AND i.id <> %(import_id)s
               AND i.state = 'landing' AND i.targets -> 'targets' @> jsonb_build_array(jsonb_build_object('kind', 'sequence', 'id', t.id)))
FROM sequence t WHERE t.account_id = %(account_id)s AND t.import_id = %(import_id)s ORDER BY t.id {lock}

-- name: made_categories
-- A category goes when none but the import's own unused tags are in it.
SELECT t.id, t.name,
    EXISTS (SELECT FROM tag g WHERE g.account_id = t.account_id AND g.category_id = t.id AND g.id <> ALL (%(unused_tags)s))
FROM tag_category t WHERE t.account_id = %(account_id)s AND t.import_id = %(import_id)s ORDER BY t.id {lock}

-- name: made_fields
-- A custom field goes when no lead has a value in it.
SELECT t.id, t.label,
    t.archived_at IS NOT NULL
    OR EXISTS (SELECT FROM lead l WHERE l.account_id = t.account_id AND l.custom ? t.key {but} OFFSET 0)
FROM field t WHERE t.account_id = %(account_id)s AND t.import_id = %(import_id)s ORDER BY t.id {lock}

-- name: but_own
-- When nothing has been taken back yet: a lead that will be removed or restored does not use a field.
AND NOT (l.id BETWEEN %(first_id)s AND %(last_id)s AND l.import_id = %(import_id)s AND l.revision = 0)
AND NOT EXISTS (SELECT FROM field_change f WHERE f.account_id = l.account_id AND f.import_id = %(import_id)s
                AND f.lead_id = l.id AND f.after -> 'custom' ? t.key OFFSET 0)

-- name: drop_lists
DELETE FROM list WHERE account_id = %(account_id)s AND id = ANY (%(ids)s)

-- name: drop_tags
DELETE FROM tag WHERE account_id = %(account_id)s AND id = ANY (%(ids)s)

-- name: drop_sequences
DELETE FROM sequence WHERE account_id = %(account_id)s AND id = ANY (%(ids)s)

-- name: drop_categories
DELETE FROM tag_category WHERE account_id = %(account_id)s AND id = ANY (%(ids)s)

-- name: drop_fields
DELETE FROM field WHERE account_id = %(account_id)s AND id = ANY (%(ids)s)
