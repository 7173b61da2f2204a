-- name: compare_in_bulk
-- An import that has just landed is not in the statistics yet: without this, its rows would be compared one with all.
SET LOCAL enable_nestloop = off

-- name: ledger
-- How many chunks of each phase are in the ledger, and how many there are when the last one's number is right.
SELECT phase, count(*), max(number) + 1 FROM import_chunk
WHERE account_id = %(account_id)s AND import_id = %(import_id)s AND phase <> 'undo' GROUP BY phase

-- name: lead
-- The leads that the import created and that are still there.
SELECT count(*) FROM lead
WHERE account_id = %(account_id)s AND id BETWEEN %(first_id)s AND %(last_id)s AND import_id = %(import_id)s

-- name: list
SELECT count(*) FROM list_member
WHERE account_id = %(account_id)s AND list_id = ANY (%(ids)s) AND import_id = %(import_id)s

-- name: tag
SELECT count(*) FROM lead_tag
WHERE account_id = %(account_id)s AND tag_id = ANY (%(ids)s) AND import_id = %(import_id)s

-- name: sequence
SELECT count(*) FROM enrolment
WHERE account_id = %(account_id)s AND sequence_id = ANY (%(ids)s) AND import_id = %(import_id)s

-- name: suppression
SELECT count(*) FROM suppression WHERE account_id = %(account_id)s AND import_id = %(import_id)s

-- name: losses
-- What was removed since, by kind.
SELECT kind, sum(removed)::bigint FROM import_loss
WHERE account_id = %(account_id)s AND import_id = %(import_id)s GROUP BY kind

-- name: orphans
-- Links of the import to leads that do not exist.
SELECT (SELECT count(*) FROM list_member m
        WHERE m.account_id = %(account_id)s AND m.list_id = ANY (%(lists)s) AND m.import_id = %(import_id)s
          AND NOT EXISTS (SELECT FROM lead l WHERE l.account_id = m.account_id AND l.id = m.lead_id))
     + (SELECT count(*) FROM lead_tag m
        WHERE m.account_id = %(account_id)s AND m.tag_id = ANY (%(tags)s) AND m.import_id = %(import_id)s
          AND NOT EXISTS (SELECT FROM lead l WHERE l.account_id = m.account_id AND l.id = m.lead_id))
     + (SELECT count(*) FROM enrolment m
        WHERE m.account_id = %(account_id)s AND m.sequence_id = ANY (%(sequences)s) AND m.import_id = %(import_id)s
          AND NOT EXISTS (SELECT FROM lead l WHERE l.account_id = m.account_id AND l.id = m.lead_id))

-- name: ignored_blocks
-- Leads that the import created although an entry of the blocklist that was in force when the filter looked is about them.
-- One join for each scope: a single condition with OR would compare every lead with every entry.
WITH entry AS (
    SELECT scope, key FROM suppression
    WHERE account_id = %(account_id)s AND lifted_at IS NULL AND created_txid < %(watermark)s
      AND created_at <= %(started_at)s
), made AS (
    SELECT id, COALESCE(mailbox_key, email_key) AS mailbox, split_part(email_key, '@', -1) AS domain FROM lead
    WHERE account_id = %(account_id)s AND id BETWEEN %(first_id)s AND %(last_id)s AND import_id = %(import_id)s
)
SELECT count(*) FROM (
    SELECT made.id FROM made JOIN entry ON entry.scope = 'address' AND entry.key = made.mailbox
    UNION
    SELECT made.id FROM made JOIN entry ON entry.scope = 'domain' AND entry.key = made.domain
) blocked

-- name: outcomes
-- The records that landed otherwise than planned.
SELECT record_number, verdict FROM import_outcome
WHERE account_id = %(account_id)s AND import_id = %(import_id)s

-- name: outcome_counts
SELECT verdict, count(*) FROM import_outcome
WHERE account_id = %(account_id)s AND import_id = %(import_id)s GROUP BY verdict
