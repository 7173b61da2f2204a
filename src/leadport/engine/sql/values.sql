-- Macros and queries of `normalise`. A macro says in SQL what a function of Python defines, for the texts that need no repair;
-- tests/property/test_fast_paths.py holds the two against each other. {…} is filled in by `value_macros.py` and its neighbours.
-- Long lists of words are patterns and not IN (...): DuckDB makes a join of the latter, which loses the order of the records.

-- name: plain_address
-- True for an ASCII address to which parse_address would do nothing but lower the case of the domain. At most 64 characters in
-- all, so that no part of it can be too long; names that only tests and private networks know go to Python.
CREATE MACRO plain_address(c) AS
    length(c) <= 64
    AND regexp_full_match(c, '[A-Za-z0-9_][A-Za-z0-9_+-]*(?:\.[A-Za-z0-9_+-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}')
    AND NOT regexp_matches(c, '(?i){doubtful}')

-- name: odd_text
-- True for every text that clean_text would change: blanks round it, apostrophes and formulas of spreadsheets, words for
-- nothing, and outside ASCII whatever its pattern names.
CREATE MACRO odd_text(c) AS
    c < '!'
    OR (c >= '''' AND c < '(')
    OR (c >= '=' AND c < '>')
    OR substr(c, -1) < '!'
    OR (length(c) <= 11 AND regexp_full_match(c, {no_value}))
    OR (strlen(c) <> length(c) AND regexp_matches(c, {odd_unicode}))

-- name: odd_phone
-- True for every text that parse_phone might change or refuse.
CREATE MACRO odd_phone(c) AS
    length(c) > 40 OR NOT regexp_full_match(c, '\+?[0-9](?:[0-9 ()/-]*[0-9])?|\([0-9][0-9 ()/-]*[0-9]')

-- name: odd_url
-- True for every text that parse_url might change or refuse.
CREATE MACRO odd_url(c) AS
    length(c) > 2048 OR NOT regexp_full_match(c, 'https?://[!#-;=?-~]+')

-- name: odd_number
-- True for every text that parse_number might read in its own way, whatever the decimal mark.
CREATE MACRO odd_number(c) AS NOT regexp_full_match(c, '0|-?[1-9][0-9]{0,17}')

-- name: odd_decimal
-- The same where the decimal mark is a point; plain_decimal drops the zeros at the end.
CREATE MACRO odd_decimal(c) AS NOT regexp_full_match(c, '0|-?[1-9][0-9]{0,17}(?:\.[0-9]{1,17})?|-?0\.[0-9]{0,16}[1-9]')

-- name: plain_decimal
-- The canonical form of a text that is not odd.
CREATE MACRO plain_decimal(c) AS CASE WHEN contains(c, '.') THEN rtrim(rtrim(c, '0'), '.') ELSE c END

-- name: odd_date
-- True for everything but an ISO date, alone or with a time and without a zone; plain_date makes it canonical.
CREATE MACRO odd_date(c) AS
    NOT regexp_full_match(c, '[12][0-9]{3}-[01][0-9]-[0-3][0-9](?:[ T][0-2][0-9]:[0-5][0-9](?::[0-5][0-9])?)?')
    OR TRY_CAST(c AS TIMESTAMP) IS NULL

-- name: plain_date
-- The canonical form of a text that is not odd.
CREATE MACRO plain_date(c) AS CASE length(c) WHEN 10 THEN c WHEN 16 THEN concat(replace(c, ' ', 'T'), ':00') ELSE replace(c, ' ', 'T') END

-- name: odd_name
-- True for full names that are not simply two words, or of which one is a title or a suffix.
CREATE MACRO odd_name(c) AS
    NOT regexp_full_match(c, '[A-Z][a-z]+ [A-Z][a-z]+')
    OR regexp_matches(c, {titles})

-- name: plain_email
-- The address as it will be written to: the case of the local part stands.
CREATE MACRO plain_email(c) AS
    CASE WHEN c = lower(c) THEN c WHEN c IS NOT NULL THEN concat(split_part(c, '@', 1), '@', lower(split_part(c, '@', 2))) END

-- name: plain_mailbox
-- The mailbox behind a plain address in lower case (rule SU-3, see mailbox.py).
CREATE MACRO plain_mailbox(k) AS
    CASE WHEN suffix(k, '@gmail.com') OR suffix(k, '@googlemail.com')
         THEN concat(replace(split_part(split_part(k, '@', 1), '+', 1), '.', ''), '@gmail.com')
         WHEN contains(k, '+') AND regexp_matches(k, {tagged})
         THEN concat(split_part(split_part(k, '@', 1), '+', 1), '@', split_part(k, '@', 2))
         ELSE k END

-- name: distinct_codes
-- Codes joined by commas, each once, sorted; nothing at all becomes NULL.
CREATE MACRO distinct_codes(codes) AS
    CASE WHEN contains(codes, ',') THEN array_to_string(list_sort(list_distinct(string_split(codes, ','))), ',')
         ELSE nullif(codes, '') END

-- name: distinct_names
-- A list without its NULLs and repetitions, in its order.
CREATE MACRO distinct_names(names) AS
    list_filter(names, lambda name, place: name IS NOT NULL AND list_position(names, name) = place)

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
FROM (SELECT {cell} AS c FROM source) cells
WHERE c IS NOT NULL AND odd_date(c)

-- name: number_evidence
-- How many values of one column use a comma, and how many a point, in a way that can only mean decimals.
SELECT
    count(*) FILTER (regexp_matches(c, ',[0-9]{1,2}\D*$|,[0-9]{4,}\D*$|\.[0-9]{3},[0-9]*\D*$|^\D*0,[0-9]')) AS comma,
    count(*) FILTER (regexp_matches(c, '\.[0-9]{1,2}\D*$|\.[0-9]{4,}\D*$|,[0-9]{3}\.[0-9]*\D*$|^\D*0\.[0-9]')) AS point
FROM (SELECT {cell} AS c FROM source) cells
WHERE c IS NOT NULL AND odd_number(c)

-- name: separator_evidence
-- In how many cells of one column each of the usual separators stands.
SELECT {counts}
FROM (SELECT {cell} AS c FROM source) cells
WHERE c IS NOT NULL

-- name: domains
-- The domains of plain addresses, each once, that are long enough and short enough to be a slip of a big one.
SELECT DISTINCT lower(split_part(c, '@', 2)) AS domain
FROM (SELECT {cell} AS c FROM source) cells
WHERE length(c) <= 64 AND length(c) - strpos(c, '@') BETWEEN {shortest} AND {longest}

-- name: last_address
-- The number of the last record with anything like an address.
SELECT coalesce(max(record_number), 0) FROM source WHERE NOT ({no_address})

-- name: tail
-- The records below the last address, as far as anybody would still call them a footer.
SELECT [{cells}] FROM source WHERE record_number > {last} AND record_number <= {last} + {most} ORDER BY record_number

-- name: first_of_parts
-- The number of the first record of each text.
SELECT min(record_number) FROM source GROUP BY part

-- name: source
-- The records with blank cells as NULL.
CREATE VIEW source AS
SELECT record_number, line_number, part, trouble, notes{cells} FROM read_parquet({records})

-- name: values
-- One row a record, in steps: what Python says of odd texts, the value of every cell, full names, fields, the reason.
WITH judged AS (SELECT *, {judged} FROM source WHERE record_number BETWEEN {first} AND {last}),
cells AS (SELECT *, {read} FROM judged),
named AS (SELECT *, {full_name} AS full_name, {address_text} AS address_text FROM cells),
split AS (SELECT *, {parts} AS parts FROM named),
fields AS (SELECT {fields} FROM split),
reasoned AS (SELECT *, {reason} AS reason FROM fields)
SELECT {columns} FROM reasoned
