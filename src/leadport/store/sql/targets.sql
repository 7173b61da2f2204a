-- name: find_list
SELECT id, name_key FROM list WHERE account_id = %(account_id)s AND name_key = ANY (%(keys)s)

-- name: make_list
-- Somebody who makes the same list meanwhile wins; the next look finds theirs.
INSERT INTO list (account_id, id, name, name_key, import_id, created_at)
SELECT %(account_id)s, given.id, given.name, given.key, %(import_id)s, %(now)s
FROM unnest(%(ids)s::bigint[], %(names)s::text[], %(keys)s::text[]) AS given (id, name, key)
ON CONFLICT (account_id, name_key) DO NOTHING RETURNING id

-- name: find_category
SELECT id, name_key FROM tag_category WHERE account_id = %(account_id)s AND name_key = ANY (%(keys)s)

-- name: make_category
INSERT INTO tag_category (account_id, id, name, name_key, import_id, created_at)
SELECT %(account_id)s, given.id, given.name, given.key, %(import_id)s, %(now)s
FROM unnest(%(ids)s::bigint[], %(names)s::text[], %(keys)s::text[]) AS given (id, name, key)
ON CONFLICT (account_id, name_key) DO NOTHING RETURNING id

-- name: find_tag
SELECT id, name_key FROM tag
WHERE account_id = %(account_id)s AND category_id IS NOT DISTINCT FROM %(category_id)s AND name_key = ANY (%(keys)s)

-- name: make_tag
INSERT INTO tag (account_id, id, category_id, name, name_key, import_id, created_at)
SELECT %(account_id)s, given.id, %(category_id)s, given.name, given.key, %(import_id)s, %(now)s
FROM unnest(%(ids)s::bigint[], %(names)s::text[], %(keys)s::text[]) AS given (id, name, key)
ON CONFLICT (account_id, category_id, name_key) DO NOTHING RETURNING id

-- name: find_sequence
SELECT id, name_key FROM sequence WHERE account_id = %(account_id)s AND name_key = ANY (%(keys)s)

-- name: make_sequence
INSERT INTO sequence (account_id, id, name, name_key, import_id, created_at)
SELECT %(account_id)s, given.id, given.name, given.key, %(import_id)s, %(now)s
FROM unnest(%(ids)s::bigint[], %(names)s::text[], %(keys)s::text[]) AS given (id, name, key)
ON CONFLICT (account_id, name_key) DO NOTHING RETURNING id

-- name: make_steps
-- The steps of a new sequence, empty for now.
INSERT INTO step (account_id, id, sequence_id, position, name, subject, body, delay_hours, import_id)
SELECT %(account_id)s, %(first)s + position - 1, %(sequence_id)s, position, 'Step ' || position, '', '', 24, %(import_id)s
FROM generate_series(1, %(steps)s) AS position

-- name: steps
-- The step at a position, NULL when there is none, and the first one.
SELECT max(id) FILTER (WHERE position = %(position)s), (array_agg(id ORDER BY position))[1]
FROM step WHERE account_id = %(account_id)s AND sequence_id = %(sequence_id)s

-- name: make_fields
INSERT INTO field (account_id, id, key, label, type, import_id, created_at)
SELECT %(account_id)s, given.id, given.key, given.label, given.type, %(import_id)s, %(now)s
FROM unnest(%(ids)s::bigint[], %(keys)s::text[], %(labels)s::text[], %(types)s::text[])
    AS given (id, key, label, type)
ON CONFLICT (account_id, key) DO NOTHING
