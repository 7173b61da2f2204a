-- Queries of `filter_records` over the views values_ (the artifact Values), existing and suppressed (the store's answers).

-- name: view
-- A file under a name.
CREATE VIEW {name} AS SELECT * FROM read_parquet({path})

-- name: anybody
-- One row when the table has any.
SELECT 1 FROM {table} LIMIT 1

-- name: keys
-- Everybody who may land, once.
SELECT email_key, any_value(mailbox_key) AS mailbox_key, split_part(email_key, '@', -1) AS domain
FROM read_parquet({values})
WHERE email_key IS NOT NULL
GROUP BY email_key

-- name: repeated
-- The keys that stand in more than one record, with the first of them, which is the one that counts.
CREATE TABLE repeated AS
SELECT email_key, min(record_number) AS first_record
FROM values_
WHERE email_key IS NOT NULL
GROUP BY email_key
HAVING count(*) > 1

-- name: gone
-- Mailboxes that somebody left, says any record of the file, with the strongest way. Standing or not plays no part: who
-- left never comes back through another row.
CREATE TABLE gone AS
SELECT mailbox_key, arg_min(status, list_position([{kinds}], status)) AS kind
FROM values_
WHERE status IS NOT NULL AND mailbox_key IS NOT NULL AND {counts}
GROUP BY mailbox_key

-- name: decided
-- The records about which there is anything to say; all others are new. What has no rows is not joined.
CREATE TABLE decided AS
SELECT record_number,
    CASE WHEN reason IS NOT NULL THEN 'failed'
         WHEN first_record < record_number THEN 'duplicated'
         WHEN listed IS NOT NULL OR left_as IS NOT NULL THEN 'blocked'
         WHEN lead_id IS NOT NULL THEN 'existing'
         ELSE 'new' END AS verdict,
    CASE WHEN reason IS NOT NULL THEN reason
         WHEN first_record < record_number THEN 'duplicate_in_file'
         WHEN listed IS NOT NULL THEN concat('blocked_', listed)
         WHEN left_as IS NOT NULL THEN concat('source_', left_as)
         WHEN lead_id IS NOT NULL THEN 'already_in_account' END AS reason,
    CASE WHEN reason IS NULL AND first_record < record_number THEN first_record END AS first_record,
    CASE WHEN reason IS NULL AND coalesce(first_record, record_number) = record_number
              AND listed IS NULL AND left_as IS NULL THEN lead_id END AS lead_id,
    CASE WHEN reason IS NULL AND coalesce(first_record, record_number) = record_number AND listed IS NULL
         THEN CASE left_as WHEN 'not_subscribed' THEN 'unsubscribe' ELSE left_as END END AS suppress
FROM (
    SELECT v.record_number, v.reason, {columns}
    FROM values_ v
    {joins}
) met
WHERE CASE WHEN reason IS NULL
           THEN first_record IS NOT NULL OR listed IS NOT NULL OR left_as IS NOT NULL OR lead_id IS NOT NULL
           ELSE reason <> 'continuation_row' END

-- name: continued
-- Records without an address below a person: they belong to whoever stands for that person. Below a record that fails they
-- fail too, for they name nobody.
INSERT INTO decided
SELECT c.record_number,
    CASE WHEN h.email_key IS NULL THEN 'failed' ELSE 'duplicated' END,
    CASE WHEN h.email_key IS NULL THEN 'email_missing' ELSE 'continuation_row' END,
    CASE WHEN h.email_key IS NOT NULL THEN coalesce(r.first_record, h.record_number) END,
    NULL, NULL
FROM (SELECT record_number, part FROM values_ WHERE reason = 'continuation_row') c
ASOF LEFT JOIN (
    SELECT record_number, part, email_key FROM values_
    WHERE reason IS NULL OR reason NOT IN ('continuation_row', 'empty_record')
) h ON c.part = h.part AND c.record_number > h.record_number
LEFT JOIN repeated r ON r.email_key = h.email_key

-- name: decided_range
-- What was decided about a range of records.
SELECT record_number, verdict, reason, first_record, lead_id, suppress FROM decided
WHERE record_number BETWEEN {first} AND {last}

-- name: tally
-- How many records have each combination of verdict, reason and notes; there are few.
SELECT verdict, reason, repairs, warnings, suggestion IS NOT NULL AND verdict IN ('new', 'existing') AS suggested, count(*)
FROM read_parquet({verdicts})
GROUP BY ALL
