-- Queries of the results pages over the artifacts Records and Verdicts. {where} holds the conditions of the question.

-- name: page
-- The next records that fit the question, without their cells.
SELECT record_number, line_number, part, verdict, reason, first_record, reason_column, reason_value, repairs, warnings, suggestion
FROM read_parquet({verdicts})
WHERE record_number > {after} AND {where}
ORDER BY record_number
LIMIT {limit}

-- name: total
-- How many records fit the question, wherever the page begins.
SELECT count(*) FROM read_parquet({verdicts}) WHERE {where}

-- name: cells
-- The cells of some records.
SELECT record_number, [{cells}] FROM read_parquet({records})
WHERE record_number BETWEEN {first} AND {last} AND list_contains([{numbers}]::BIGINT[], record_number)

-- name: causes
-- Each reason with the number of its records and the lines of the first three of them.
SELECT reason, verdict, count(*), arg_min(line_number, record_number, 3)
FROM read_parquet({verdicts})
WHERE reason IS NOT NULL
GROUP BY reason, verdict
ORDER BY verdict, count(*) DESC, reason

-- name: typos
-- The domains that were probably meant to be others, the most frequent first.
SELECT split_part(email_key, '@', -1) AS domain, split_part(suggestion, '@', -1) AS likely, count(*) AS records
FROM read_parquet({verdicts})
WHERE suggestion IS NOT NULL AND verdict IN ('new', 'existing')
GROUP BY domain, likely
ORDER BY records DESC, domain

-- name: export
-- A range of records with their cells and verdicts, in order.
SELECT v.line_number, v.part, v.verdict, v.reason, v.first_record, v.reason_column, v.reason_value, {cells}
FROM (SELECT * FROM read_parquet({verdicts}) WHERE record_number BETWEEN {first} AND {last} AND {where}) v
JOIN (SELECT * FROM read_parquet({records}) WHERE record_number BETWEEN {first} AND {last}) r
    ON r.record_number = v.record_number
ORDER BY v.record_number
