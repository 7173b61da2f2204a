-- Queries of `column_styles.py`: what the values of one column say about how they are written. {cell} is its cell in the file.

-- name: date_evidence
-- What the values of one column say about the order of day and month (see date_styles.py).
SELECT
    count(*) AS filled,
    count(*) FILTER (regexp_matches(c, '^\W*(?:1[3-9]|2[0-9]|3[01])[-/.] ?(?:0?[1-9]|1[0-2])[-/.] ?(?:[0-9]{4}|[0-9]{2})(?:\D|$)')) AS day_first,
    count(*) FILTER (regexp_matches(c, '^\W*(?:0?[1-9]|1[0-2])[-/.] ?(?:1[3-9]|2[0-9]|3[01])[-/.] ?(?:[0-9]{4}|[0-9]{2})(?:\D|$)')) AS month_first,
    count(*) FILTER (regexp_matches(c, '^\W*[0-9]{1,2}\. ?[0-9]{1,2}\. ?[0-9]{2,4}')) AS dotted,
    count(*) FILTER (regexp_matches(c, '^\W*[0-9]{1,2}-[0-9]{1,2}-[0-9]{2,4}')) AS dashed,
    count(*) FILTER (regexp_matches(c, '(?i)^\W*[0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4}.*[ap]\.?m')) AS halves,
    count(*) FILTER (regexp_full_match(c, '\s*''?[2-7][0-9]{4}(?:\.[0-9]+)?\s*')) AS serials
FROM (SELECT {cell} AS c FROM read_parquet({records})) cells
WHERE c <> '' AND coalesce(year(TRY_CAST(c AS TIMESTAMP)) < 1000, true)

-- name: number_evidence
-- How many values of one column use a comma, and how many a point, in a way that can only mean decimals.
SELECT
    count(*) FILTER (regexp_matches(c, ',[0-9]{1,2}\D*$|,[0-9]{4,}\D*$|\.[0-9]{3},[0-9]*\D*$|^\D*0,[0-9]')) AS comma,
    count(*) FILTER (regexp_matches(c, '\.[0-9]{1,2}\D*$|\.[0-9]{4,}\D*$|,[0-9]{3}\.[0-9]*\D*$|^\D*0\.[0-9]')) AS point
FROM (SELECT {cell} AS c FROM read_parquet({records})) cells
WHERE contains(c, ',') OR contains(c, '.')

-- name: separator_evidence
-- In how many cells of one column each of the usual separators stands.
SELECT {counts}
FROM (SELECT {cell} AS c FROM read_parquet({records})) cells
WHERE c <> ''

