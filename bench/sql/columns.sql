-- The columns of a table in their order, and the place of each in the primary key (NULL outside it).
SELECT a.attname, array_position(i.indkey::smallint[], a.attnum) AS place
FROM pg_attribute a
LEFT JOIN pg_index i ON i.indrelid = a.attrelid AND i.indisprimary
WHERE a.attrelid = %s::regclass AND a.attnum > 0 AND NOT a.attisdropped
ORDER BY a.attnum
