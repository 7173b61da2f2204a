-- What goes with a row that is deleted, whoever deletes it. Deleting waits for those who hold the row FOR KEY SHARE, and
-- each statement of a trigger sees what they committed, so no link can be left behind.

-- A removed lead leaves its lists, tags, sequences and journal. The links have no index by lead: they are found through
-- the account's lists, tags, sequences and imports. For removed leads that lie close together one range of each is read,
-- for scattered ones each is probed.
CREATE FUNCTION lead_removed() RETURNS trigger LANGUAGE plpgsql
    SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
DECLARE
    span record;
    close boolean;
    owner bigint;
BEGIN
    FOR span IN
        SELECT account_id, min(id) AS low, max(id) AS high, array_agg(id ORDER BY id) AS ids
        FROM removed GROUP BY account_id
    LOOP
        close := span.high - span.low < 4 * cardinality(span.ids);
        INSERT INTO import_loss (account_id, import_id, kind, removed)
            SELECT account_id, import_id, 'lead', count(*) FROM removed
            WHERE account_id = span.account_id AND import_id IS NOT NULL GROUP BY account_id, import_id;
        FOR owner IN SELECT id FROM list WHERE account_id = span.account_id LOOP
            IF close THEN
                DELETE FROM list_member m
                    WHERE account_id = span.account_id AND list_id = owner AND lead_id BETWEEN span.low AND span.high
                      AND NOT EXISTS (SELECT FROM lead l
                                      WHERE l.account_id = span.account_id AND l.id = m.lead_id OFFSET 0);
            ELSE
                DELETE FROM list_member
                    WHERE account_id = span.account_id AND list_id = owner AND lead_id = ANY (span.ids);
            END IF;
        END LOOP;
        FOR owner IN SELECT id FROM tag WHERE account_id = span.account_id LOOP
            IF close THEN
                DELETE FROM lead_tag m
                    WHERE account_id = span.account_id AND tag_id = owner AND lead_id BETWEEN span.low AND span.high
                      AND NOT EXISTS (SELECT FROM lead l
                                      WHERE l.account_id = span.account_id AND l.id = m.lead_id OFFSET 0);
            ELSE
                DELETE FROM lead_tag
                    WHERE account_id = span.account_id AND tag_id = owner AND lead_id = ANY (span.ids);
            END IF;
        END LOOP;
        FOR owner IN SELECT id FROM sequence WHERE account_id = span.account_id LOOP
            IF close THEN
                DELETE FROM enrolment m
                    WHERE account_id = span.account_id AND sequence_id = owner AND lead_id BETWEEN span.low AND span.high
                      AND NOT EXISTS (SELECT FROM lead l
                                      WHERE l.account_id = span.account_id AND l.id = m.lead_id OFFSET 0);
            ELSE
                DELETE FROM enrolment
                    WHERE account_id = span.account_id AND sequence_id = owner AND lead_id = ANY (span.ids);
            END IF;
        END LOOP;
        FOR owner IN SELECT id FROM lead_import WHERE account_id = span.account_id LOOP
            IF close THEN
                DELETE FROM field_change m
                    WHERE account_id = span.account_id AND import_id = owner AND lead_id BETWEEN span.low AND span.high
                      AND NOT EXISTS (SELECT FROM lead l
                                      WHERE l.account_id = span.account_id AND l.id = m.lead_id OFFSET 0);
            ELSE
                DELETE FROM field_change
                    WHERE account_id = span.account_id AND import_id = owner AND lead_id = ANY (span.ids);
            END IF;
        END LOOP;
    END LOOP;
    RETURN NULL;
END $$;
CREATE TRIGGER lead_removed AFTER DELETE ON lead
    REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION lead_removed();

-- A deleted list lets its members go.
CREATE FUNCTION list_removed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM list_member m USING removed r WHERE m.account_id = r.account_id AND m.list_id = r.id;
    RETURN NULL;
END $$;
CREATE TRIGGER list_removed AFTER DELETE ON list
    REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION list_removed();

-- A deleted tag is taken from everybody.
CREATE FUNCTION tag_removed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM lead_tag m USING removed r WHERE m.account_id = r.account_id AND m.tag_id = r.id;
    RETURN NULL;
END $$;
CREATE TRIGGER tag_removed AFTER DELETE ON tag
    REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION tag_removed();

-- A deleted sequence ends its enrolments.
CREATE FUNCTION sequence_removed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM enrolment m USING removed r WHERE m.account_id = r.account_id AND m.sequence_id = r.id;
    RETURN NULL;
END $$;
CREATE TRIGGER sequence_removed AFTER DELETE ON sequence
    REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION sequence_removed();

-- A step cannot be deleted from under those who are at it, unless the whole sequence goes.
CREATE FUNCTION step_removed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM removed r
               JOIN sequence s ON s.account_id = r.account_id AND s.id = r.sequence_id
               JOIN enrolment e ON e.account_id = r.account_id AND e.sequence_id = r.sequence_id AND e.step_id = r.id)
    THEN
        RAISE foreign_key_violation USING MESSAGE = 'there are still leads at this step',
            TABLE = 'enrolment', CONSTRAINT = 'enrolment_references';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER step_removed AFTER DELETE ON step
    REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION step_removed();

-- A deleted import takes its journal and its losses along.
CREATE FUNCTION lead_import_removed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM field_change m USING removed r WHERE m.account_id = r.account_id AND m.import_id = r.id;
    DELETE FROM import_loss m USING removed r WHERE m.account_id = r.account_id AND m.import_id = r.id;
    RETURN NULL;
END $$;
CREATE TRIGGER lead_import_removed AFTER DELETE ON lead_import
    REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION lead_import_removed();

-- An account with leads cannot be deleted: they have no foreign key that would take them along.
CREATE FUNCTION account_removed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT FROM removed r WHERE EXISTS (SELECT FROM lead l WHERE l.account_id = r.id)) THEN
        RAISE foreign_key_violation USING MESSAGE = 'the account still has leads',
            TABLE = 'lead', CONSTRAINT = 'lead_of_account';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER lead_of_account AFTER DELETE ON account
    REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION account_removed();

-- What an import added and somebody removed is counted, so that receipts can be proved for ever.
CREATE FUNCTION link_removed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO import_loss (account_id, import_id, kind, removed)
        SELECT account_id, import_id, TG_ARGV[0], count(*) FROM removed
        WHERE import_id IS NOT NULL GROUP BY account_id, import_id;
    RETURN NULL;
END $$;
CREATE TRIGGER list_member_removed AFTER DELETE ON list_member
    REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION link_removed('list');
CREATE TRIGGER lead_tag_removed AFTER DELETE ON lead_tag
    REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION link_removed('tag');
CREATE TRIGGER enrolment_removed AFTER DELETE ON enrolment
    REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION link_removed('sequence');
CREATE TRIGGER suppression_removed AFTER DELETE ON suppression
    REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION link_removed('suppression');
