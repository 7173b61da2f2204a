-- Four lists of invented words; a person takes one of each by number. The lengths are prime, so that the combinations repeat late.
CREATE TEMP TABLE words AS SELECT
    ['Ada', 'Bruno', 'Chiara', 'Dmitri', 'Élodie', 'Fatou', 'Gábor', 'Hanna', 'Íris', 'Joana', 'Kenji', 'Łucja', 'Marek',
     'Nadia', 'Oskar', 'Priya', 'Quentin', 'Rosa', 'Søren', 'Tomás', 'Ursula', 'Vera', 'Willem', 'Xenia', 'Yusuf', 'Zoë',
     'Anneke', 'Björn', 'Clara'] AS first_names,
    ['Alder', 'Birkwood', 'Castellan', 'Dunmore', 'Eschenbach', 'Fontaine', 'Grünwald', 'Hollander', 'Ibarra', 'Jansson',
     'Kowalska', 'Larsen', 'Marchetti', 'Novák', 'Okafor', 'Pereira', 'Quist', 'Rosenthal', 'Santoro', 'Tanaka', 'Ulrich',
     'Vasquez', 'Wierzba', 'Xylander', 'Ybarra', 'Zimmer', 'O''Dowd', 'van den Berg', 'St. Claire', 'de la Rue', 'Thorn'] AS last_names,
    ['Alder & Sons', 'Birch Bakery', 'Cedar Tools', 'Dune Optics', 'Elm Street Books', 'Fjord Textiles', 'Garnet Studio',
     'Harbour Coffee, Ltd', 'Iris Gardens', 'Juniper, Jolly & Co', 'Kestrel Cycles', 'Lumen Lighting', 'Mosaic "M" Tiles'] AS companies,
    ['Owner', 'Buyer', 'Head of Marketing', 'Accountant', 'Teacher', 'Nurse', 'Editor'] AS titles,
    ['Lisboa', 'Köln', 'Łódź', 'Lyon', 'Gent', 'Porto', 'Malmö', 'Trieste', 'Leeds', 'Austin', 'Sevilla'] AS cities,
    ['PT', 'DE', 'PL', 'FR', 'BE', 'PT', 'SE', 'IT', 'GB', 'US', 'ES'] AS countries;

-- The number behind each record. A duplicate takes the number before its own and is told by `again`.
CREATE TEMP VIEW numbers AS SELECT
    range AS number,
    range % 1000 >= 50 AND range % 1000 < 950 AND (range % 1000 - 50) % 90 = 0 AS again,
    range % 1000 >= 970 AS invalid,
    range - again::INTEGER AS who
FROM range(:first, :after_last);

-- The address before anything is done to it: name and number make it unique, and the domains are as uneven as real ones are.
CREATE TEMP VIEW addressed AS SELECT
    numbers.*, words.*,
    translate(strip_accents(first_names[who % 29 + 1]), 'Łø', 'Lo') || '.' || who || '@' || CASE
        WHEN who % 10 < 4 THEN 'example.com'
        WHEN who % 10 < 6 THEN 'example.org'
        ELSE 'mail' || (who * 7919) % 997 || '.example'
    END AS address
FROM numbers CROSS JOIN words;

-- The ten columns as the file holds them: a quarter of the addresses in capitals, and every tenth note with commas or a line break.
CREATE TEMP VIEW people AS SELECT
    number,
    CASE
        WHEN invalid AND who % 5 = 0 THEN ''
        WHEN invalid AND who % 5 = 1 THEN replace(address, '@', ' at ')
        WHEN invalid AND who % 5 = 2 THEN replace(address, '@', '@@')
        WHEN invalid AND who % 5 = 3 THEN address || '..example'
        WHEN invalid THEN replace(address, '@', '..@')
        WHEN again THEN upper(address)
        WHEN who % 4 = 0 THEN address
        ELSE lower(address)
    END AS "Email",
    first_names[who % 29 + 1] AS "First Name",
    last_names[(who // 29) % 31 + 1] AS "Last Name",
    companies[who % 13 + 1] AS "Company",
    titles[who % 7 + 1] AS "Job Title",
    '+1 202-555-01' || lpad((who % 100)::VARCHAR, 2, '0') AS "Phone",
    cities[who % 11 + 1] AS "City",
    countries[who % 11 + 1] AS "Country",
    strftime(TIMESTAMP '2019-01-01 08:00:00' + to_seconds((who * 48271) % 180000000), '%Y-%m-%d %H:%M:%S') AS "Signed Up",
    CASE
        WHEN who % 20 = 0 THEN 'Asked for samples,' || chr(10) || 'wants a call back'
        WHEN who % 10 = 0 THEN 'Prefers mornings, not Mondays'
        WHEN who % 3 = 0 THEN 'Met at the spring fair'
    END AS "Notes"
FROM addressed;
