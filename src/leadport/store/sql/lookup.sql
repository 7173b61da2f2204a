-- name: watermark
-- The oldest transaction that may still be running: whatever it or a later one adds to the blocklist may be missing
-- from what is read after this.
SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint

-- name: most_leads
-- The account has no more leads than this: their ids are counted, and some have been deleted since.
SELECT next_lead_id - 1 FROM account WHERE id = %(account_id)s

-- name: count_entries
-- The active entries of the blocklist, counted no further than is of interest.
SELECT count(*) FROM (
    SELECT FROM suppression WHERE account_id = %(account_id)s AND lifted_at IS NULL LIMIT %(most)s
) few

-- name: all_leads
-- The whole lead book, for files that are not much smaller.
SELECT email_key, id FROM lead WHERE account_id = %(account_id)s

-- name: all_entries
-- The whole blocklist, for files that are not much smaller.
SELECT scope, key, kind FROM suppression WHERE account_id = %(account_id)s AND lifted_at IS NULL

-- name: active_scopes
-- Which kinds of keys the account's blocklist holds, asked one by one so that each is one probe of an index.
SELECT scope FROM unnest(ARRAY['address', 'domain', 'sha256', 'md5']) AS scope
WHERE EXISTS (SELECT FROM suppression s
              WHERE s.account_id = %(account_id)s AND s.scope = scope COLLATE "C" AND s.lifted_at IS NULL)

-- name: key_table
-- The keys of a file, for as long as the transaction lasts.
CREATE TEMPORARY TABLE IF NOT EXISTS lookup_key (
    record_number bigint,
    email_key text COLLATE "C" NOT NULL,
    mailbox_key text COLLATE "C",
    domain text COLLATE "C"
) ON COMMIT DELETE ROWS

-- name: existing
-- The leads that have one of the keys. Keys were copied in order, so neighbours are found on the same page. OFFSET 0 here
-- and below makes PostgreSQL ask for each key by itself: with statistics that are older than the last import it could
-- otherwise read a whole account once for every key.
SELECT k.email_key, l.id
FROM lookup_key k
CROSS JOIN LATERAL (
    SELECT id FROM lead WHERE account_id = %(account_id)s AND email_key = k.email_key OFFSET 0
) l

-- name: suppressed
-- The strongest active entry for each key, by address, domain or hash, added by transaction %(since)s or later and not
-- by the import %(but_import)s itself. Scopes that the account does not use are not asked for.
SELECT DISTINCT ON (k.email_key) k.email_key, s.kind, k.record_number
FROM lookup_key k
CROSS JOIN LATERAL (
    VALUES ('address', k.mailbox_key), ('domain', k.domain)
    UNION ALL
    SELECT 'sha256', encode(sha256(convert_to(k.email_key, 'UTF8')), 'hex') WHERE 'sha256' = ANY (%(scopes)s)
    UNION ALL
    SELECT 'md5', md5(k.email_key) WHERE 'md5' = ANY (%(scopes)s)
) asked (scope, key)
CROSS JOIN LATERAL (
    SELECT kind FROM suppression
    WHERE account_id = %(account_id)s AND scope = asked.scope COLLATE "C" AND key = asked.key COLLATE "C"
      AND lifted_at IS NULL AND created_txid >= %(since)s AND import_id IS DISTINCT FROM %(but_import)s
    OFFSET 0
) s
WHERE asked.scope = ANY (%(scopes)s)
ORDER BY k.email_key, array_position(%(kinds)s, s.kind)

-- name: suppressed_since
-- Is there any entry at all that came after the filter looked and is not the import's own? Almost always there is not.
SELECT EXISTS (
    SELECT FROM suppression
    WHERE account_id = %(account_id)s AND created_txid >= %(since)s AND lifted_at IS NULL
      AND import_id IS DISTINCT FROM %(but_import)s
)
