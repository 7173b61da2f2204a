-- Integrity of list_member, lead_tag and enrolment, by set instead of by row (ADR 0001 has the measurements).
--
-- Whoever adds links has them checked once a statement, and the leads, lists, tags, sequences and steps they point to
-- stay locked (FOR KEY SHARE) until the transaction ends, exactly as a foreign key would do it. The one exception is a
-- statement that takes the ids from the rows of lead and of the target themselves, within one transaction: it says so
-- by setting leadport.links_by_construction to the number of that transaction.
--
-- The links of a statement are few beside the lead book, so its index is probed for each of them, however little the
-- statistics know: that is what OFFSET 0 and the planner settings are for.

-- True while the running statement builds its links from locked rows.
CREATE FUNCTION links_by_construction() RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT COALESCE(current_setting('leadport.links_by_construction', true), '')
         = COALESCE(pg_current_xact_id_if_assigned()::text, '-')
$$;

-- Every lead of the new list members exists, and so does every list.
CREATE FUNCTION list_member_added() RETURNS trigger LANGUAGE plpgsql
    SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
BEGIN
    IF links_by_construction() THEN
        RETURN NULL;
    END IF;
    PERFORM FROM list WHERE (account_id, id) IN (SELECT DISTINCT account_id, list_id FROM added)
        ORDER BY account_id, id FOR KEY SHARE;
    PERFORM FROM added a CROSS JOIN LATERAL (
        SELECT FROM lead l WHERE l.account_id = a.account_id AND l.id = a.lead_id
            AND l.xmin <> pg_current_xact_id()::xid FOR KEY SHARE OFFSET 0) held;
    IF EXISTS (SELECT FROM (SELECT DISTINCT account_id, list_id FROM added) a
               WHERE NOT EXISTS (SELECT FROM list t WHERE t.account_id = a.account_id AND t.id = a.list_id))
       OR EXISTS (SELECT FROM added a
                  WHERE NOT EXISTS (SELECT FROM lead l WHERE l.account_id = a.account_id AND l.id = a.lead_id OFFSET 0))
    THEN
        RAISE foreign_key_violation USING MESSAGE = 'a list member names a lead or a list that does not exist',
            TABLE = 'list_member', CONSTRAINT = 'list_member_references';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER list_member_references AFTER INSERT ON list_member
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION list_member_added();

-- Every lead of the new tags exists, and so does every tag.
CREATE FUNCTION lead_tag_added() RETURNS trigger LANGUAGE plpgsql
    SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
BEGIN
    IF links_by_construction() THEN
        RETURN NULL;
    END IF;
    PERFORM FROM tag WHERE (account_id, id) IN (SELECT DISTINCT account_id, tag_id FROM added)
        ORDER BY account_id, id FOR KEY SHARE;
    PERFORM FROM added a CROSS JOIN LATERAL (
        SELECT FROM lead l WHERE l.account_id = a.account_id AND l.id = a.lead_id
            AND l.xmin <> pg_current_xact_id()::xid FOR KEY SHARE OFFSET 0) held;
    IF EXISTS (SELECT FROM (SELECT DISTINCT account_id, tag_id FROM added) a
               WHERE NOT EXISTS (SELECT FROM tag t WHERE t.account_id = a.account_id AND t.id = a.tag_id))
       OR EXISTS (SELECT FROM added a
                  WHERE NOT EXISTS (SELECT FROM lead l WHERE l.account_id = a.account_id AND l.id = a.lead_id OFFSET 0))
    THEN
        RAISE foreign_key_violation USING MESSAGE = 'a lead tag names a lead or a tag that does not exist',
            TABLE = 'lead_tag', CONSTRAINT = 'lead_tag_references';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER lead_tag_references AFTER INSERT ON lead_tag
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION lead_tag_added();

-- Every lead of the new enrolments exists, and every step is one of the enrolment's sequence.
CREATE FUNCTION enrolment_added() RETURNS trigger LANGUAGE plpgsql
    SET enable_hashjoin = off SET enable_mergejoin = off SET enable_seqscan = off AS $$
BEGIN
    IF links_by_construction() THEN
        RETURN NULL;
    END IF;
    PERFORM FROM sequence WHERE (account_id, id) IN (SELECT DISTINCT account_id, sequence_id FROM added)
        ORDER BY account_id, id FOR KEY SHARE;
    PERFORM FROM step WHERE (account_id, id) IN (SELECT DISTINCT account_id, step_id FROM added)
        ORDER BY account_id, id FOR KEY SHARE;
    PERFORM FROM added a CROSS JOIN LATERAL (
        SELECT FROM lead l WHERE l.account_id = a.account_id AND l.id = a.lead_id
            AND l.xmin <> pg_current_xact_id()::xid FOR KEY SHARE OFFSET 0) held;
    IF EXISTS (SELECT FROM (SELECT DISTINCT account_id, sequence_id, step_id FROM added) a
               WHERE NOT EXISTS (SELECT FROM step t WHERE t.account_id = a.account_id AND t.id = a.step_id
                                                      AND t.sequence_id = a.sequence_id))
       OR EXISTS (SELECT FROM added a
                  WHERE NOT EXISTS (SELECT FROM lead l WHERE l.account_id = a.account_id AND l.id = a.lead_id OFFSET 0))
    THEN
        RAISE foreign_key_violation USING MESSAGE = 'an enrolment names a lead or a step that does not exist',
            TABLE = 'enrolment', CONSTRAINT = 'enrolment_references';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER enrolment_references AFTER INSERT ON enrolment
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION enrolment_added();

-- An enrolment moves within its sequence only, and the database notes that it did.
CREATE FUNCTION enrolment_moved() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM step WHERE account_id = NEW.account_id AND id = NEW.step_id AND sequence_id = NEW.sequence_id
        FOR KEY SHARE;
    IF NOT FOUND THEN
        RAISE foreign_key_violation USING MESSAGE = 'an enrolment names a step that is not of its sequence',
            TABLE = 'enrolment', CONSTRAINT = 'enrolment_references';
    END IF;
    NEW.moved_at := COALESCE(NEW.moved_at, now());
    RETURN NEW;
END $$;
CREATE TRIGGER enrolment_moved BEFORE UPDATE OF step_id ON enrolment
    FOR EACH ROW WHEN (NEW.step_id IS DISTINCT FROM OLD.step_id) EXECUTE FUNCTION enrolment_moved();
