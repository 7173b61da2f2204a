-- Queries of `make_plan` over the artifacts Values and Verdicts.

-- name: plan
-- The records that land, in the order of their keys. The inner query sorts; numbering what comes out of it costs nothing. What
-- repeats the key, or is NULL for everybody, is left out of the sorting, which is what takes the time.
SELECT row_number() OVER () - 1 AS seq, record_number, verdict, lead_id,
    coalesce(typed, email_key) AS email, email_key, coalesce(mailbox, email_key) AS mailbox_key{kept}
FROM (
    SELECT d.record_number, d.verdict, d.lead_id, v.email_key,
        nullif(v.email, v.email_key) AS typed, nullif(v.mailbox_key, v.email_key) AS mailbox{sorted}
    FROM read_parquet({values}) v
    JOIN (
        SELECT record_number, verdict, lead_id FROM read_parquet({verdicts}) WHERE verdict IN ('new', 'existing')
    ) d ON d.record_number = v.record_number
    ORDER BY v.email_key
) standing

-- name: suppress
-- The entries that the blocklist gains when this lands, each mailbox once: the strongest kind, then the first record.
SELECT v.email, d.mailbox_key, d.suppress AS kind, d.record_number
FROM (
    SELECT record_number, mailbox_key, suppress FROM read_parquet({verdicts}) WHERE suppress IS NOT NULL
    QUALIFY row_number() OVER (
        PARTITION BY mailbox_key
        ORDER BY list_position(['complaint', 'unsubscribe', 'bounce', 'abandoned', 'manual'], suppress), record_number
    ) = 1
) d
JOIN read_parquet({values}) v ON v.record_number = d.record_number
ORDER BY d.mailbox_key
