-- Queries of DuckDB over the files plan.parquet (view plan) and suppress.parquet (view entry). The variables first_seq,
-- last_seq, merging and those of the import are set before each chunk; the table blocked holds the records that came onto the
-- blocklist since the filter looked; {fields} stands for the f_ columns of the plan and custom.

-- name: keys
-- The keys of a file in the order of the index that will be probed for them.
SELECT NULL AS record_number, email_key, mailbox_key, domain FROM key ORDER BY email_key

-- name: addresses
-- The same where only leads are asked for.
SELECT NULL AS record_number, email_key, NULL AS mailbox_key, NULL AS domain FROM key ORDER BY email_key

-- name: count_keys
SELECT count(*) FROM key

-- name: existing_of_all
-- The leads (view found) that have one of the keys.
SELECT email_key, lead_id FROM found SEMI JOIN key USING (email_key)

-- name: suppressed_of_all
-- The strongest entry (view found) for each key, by address, domain or hash.
SELECT email_key, arg_min(kind, list_position([{kinds}], kind)) AS kind
FROM (
    SELECT k.email_key, s.kind FROM key k JOIN found s ON s.scope = 'address' AND s.key = k.mailbox_key
    UNION ALL
    SELECT k.email_key, s.kind FROM key k JOIN found s ON s.scope = 'domain' AND s.key = k.domain
    UNION ALL
    SELECT k.email_key, s.kind FROM key k JOIN (FROM found WHERE scope = 'sha256') s ON s.key = sha256(k.email_key)
    UNION ALL
    SELECT k.email_key, s.kind FROM key k JOIN (FROM found WHERE scope = 'md5') s ON s.key = md5(k.email_key)
) blocked
GROUP BY email_key

-- name: extent
-- How many records are planned, from which seq to which, and whether any of them is new.
SELECT count(*), COALESCE(min(seq), 0), COALESCE(max(seq), -1), count(*) FILTER (verdict = 'new') FROM plan

-- name: named_lists
-- The names of lists in the records, each once.
SELECT DISTINCT unnest(lists) AS name FROM plan ORDER BY name

-- name: named_tags
-- The names of tags in the records, each once.
SELECT DISTINCT unnest(tags) AS name FROM plan ORDER BY name

-- name: chunk_keys
-- The keys of one chunk, for asking the blocklist once more.
SELECT record_number, email_key, mailbox_key, split_part(email_key, '@', -1) AS domain
FROM plan WHERE seq BETWEEN getvariable('first_seq') AND getvariable('last_seq')

-- name: chunk_size
-- How many records of a chunk will be landed, and how many of them are new.
SELECT count(*), count(*) FILTER (verdict = 'new')
FROM plan ANTI JOIN blocked USING (record_number)
WHERE seq BETWEEN getvariable('first_seq') AND getvariable('last_seq')

-- name: new_leads
-- The new leads of a chunk as they will stand in the table. Ids follow seq, so that a repeated chunk gives the same ones.
SELECT getvariable('account_id') AS account_id, getvariable('first_id') + seq - getvariable('seq_of_first_id') AS id,
    email, email_key, nullif(mailbox_key, email_key) AS mailbox_key{fields},
    getvariable('import_id') AS import_id, getvariable('now') AS created_at, getvariable('now') AS changed_at
FROM plan ANTI JOIN blocked USING (record_number)
WHERE seq BETWEEN getvariable('first_seq') AND getvariable('last_seq') AND verdict = 'new'
ORDER BY seq

-- name: incoming
-- The records of a chunk that meet leads which are there already.
SELECT record_number, verdict AS planned, verdict, lead_id, email_key{fields}
FROM plan ANTI JOIN blocked USING (record_number)
WHERE seq BETWEEN getvariable('first_seq') AND getvariable('last_seq') AND verdict <> 'new'
ORDER BY seq

-- name: incoming_all
-- All records of a chunk, with the ids that its new leads would get.
SELECT record_number, verdict AS planned, verdict,
    CASE verdict WHEN 'new' THEN getvariable('first_id') + seq - getvariable('seq_of_first_id') ELSE lead_id END AS lead_id,
    email_key{fields}, email, nullif(mailbox_key, email_key) AS mailbox_key
FROM plan ANTI JOIN blocked USING (record_number)
WHERE seq BETWEEN getvariable('first_seq') AND getvariable('last_seq')
ORDER BY seq

-- name: incoming_links
-- The lists and tags that the records of a chunk name themselves. The lead is left open where it may turn out to be another.
SELECT record_number,
    CASE WHEN verdict = 'new' AND NOT getvariable('merging')
         THEN getvariable('first_id') + seq - getvariable('seq_of_first_id') END AS lead_id,
    named.kind, target.id AS target_id
FROM (
    SELECT seq, record_number, verdict, 'list' AS kind, unnest(lists) AS name FROM plan
    WHERE seq BETWEEN getvariable('first_seq') AND getvariable('last_seq')
    UNION ALL
    SELECT seq, record_number, verdict, 'tag' AS kind, unnest(tags) AS name FROM plan
    WHERE seq BETWEEN getvariable('first_seq') AND getvariable('last_seq')
) named
JOIN target ON target.kind = named.kind AND target.name = named.name
ANTI JOIN blocked USING (record_number)

-- name: entry_count
-- How many blocklist entries the file gives rise to.
SELECT count(*) FROM entry

-- name: verdicts_of
-- What was planned for some records of a chunk.
SELECT record_number, verdict FROM plan
WHERE seq BETWEEN getvariable('first_seq') AND getvariable('last_seq')
  AND record_number IN (SELECT unnest($records::BIGINT[]))

-- name: rank_entries
-- Each key once, with its strongest kind and the address as the first record with that kind has it.
CREATE TABLE entry_ranked AS
SELECT row_number() OVER (ORDER BY mailbox_key) - 1 AS number, mailbox_key, email, kind
FROM (
    SELECT mailbox_key, email, kind
    FROM entry
    QUALIFY row_number() OVER (
        PARTITION BY mailbox_key ORDER BY list_position([{kinds}], kind), record_number
    ) = 1
) strongest

-- name: entries
-- One chunk of the blocklist entries.
SELECT number, mailbox_key, email, kind FROM entry_ranked
WHERE number BETWEEN getvariable('first_number') AND getvariable('last_number')
ORDER BY number

-- name: verdicts_as_landed
-- The records of a verdicts file by verdict, those that landed otherwise (view outcome) under what they became.
SELECT COALESCE(o.verdict, v.verdict) AS verdict, count(*) AS records
FROM verdict v LEFT JOIN outcome o USING (record_number)
GROUP BY ALL
