-- Queries of `make_plan` over the artifacts Values and Verdicts.

-- name: ranked
-- Who lands, with the place of the key among all keys, in the order of the records.
CREATE TABLE ranked AS
SELECT * FROM (
    SELECT row_number() OVER () - 1 AS seq, record_number, verdict, lead_id
    FROM (
        SELECT record_number, verdict, lead_id FROM read_parquet({verdicts})
        WHERE verdict IN ('new', 'existing')
        ORDER BY email_key
    ) by_key
) numbered
ORDER BY record_number

-- name: size
-- How many records land.
SELECT count(*) FROM ranked

-- name: ranked_range
-- Who lands in a range of records.
SELECT seq, record_number, verdict, lead_id FROM ranked
WHERE record_number BETWEEN {first} AND {last}
ORDER BY record_number

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
