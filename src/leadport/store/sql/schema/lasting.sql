-- What cannot be changed once it is written, and what the database keeps up to date by itself.

-- Keys are for ever: links are found by them, not by references that could follow.
CREATE FUNCTION key_is_for_ever() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE integrity_constraint_violation USING MESSAGE = format('the key of a %s cannot be changed', TG_TABLE_NAME),
        TABLE = TG_TABLE_NAME, CONSTRAINT = TG_NAME;
END $$;
CREATE TRIGGER lead_key BEFORE UPDATE OF account_id, id ON lead FOR EACH ROW
    WHEN ((NEW.account_id, NEW.id) IS DISTINCT FROM (OLD.account_id, OLD.id)) EXECUTE FUNCTION key_is_for_ever();
CREATE TRIGGER list_key BEFORE UPDATE OF account_id, id ON list FOR EACH ROW
    WHEN ((NEW.account_id, NEW.id) IS DISTINCT FROM (OLD.account_id, OLD.id)) EXECUTE FUNCTION key_is_for_ever();
CREATE TRIGGER tag_key BEFORE UPDATE OF account_id, id ON tag FOR EACH ROW
    WHEN ((NEW.account_id, NEW.id) IS DISTINCT FROM (OLD.account_id, OLD.id)) EXECUTE FUNCTION key_is_for_ever();
CREATE TRIGGER sequence_key BEFORE UPDATE OF account_id, id ON sequence FOR EACH ROW
    WHEN ((NEW.account_id, NEW.id) IS DISTINCT FROM (OLD.account_id, OLD.id)) EXECUTE FUNCTION key_is_for_ever();
CREATE TRIGGER step_key BEFORE UPDATE OF account_id, id, sequence_id ON step FOR EACH ROW
    WHEN ((NEW.account_id, NEW.id, NEW.sequence_id) IS DISTINCT FROM (OLD.account_id, OLD.id, OLD.sequence_id))
    EXECUTE FUNCTION key_is_for_ever();
CREATE TRIGGER list_member_key BEFORE UPDATE OF account_id, list_id, lead_id ON list_member FOR EACH ROW
    WHEN ((NEW.account_id, NEW.list_id, NEW.lead_id) IS DISTINCT FROM (OLD.account_id, OLD.list_id, OLD.lead_id))
    EXECUTE FUNCTION key_is_for_ever();
CREATE TRIGGER lead_tag_key BEFORE UPDATE OF account_id, tag_id, lead_id ON lead_tag FOR EACH ROW
    WHEN ((NEW.account_id, NEW.tag_id, NEW.lead_id) IS DISTINCT FROM (OLD.account_id, OLD.tag_id, OLD.lead_id))
    EXECUTE FUNCTION key_is_for_ever();
CREATE TRIGGER enrolment_key BEFORE UPDATE OF account_id, sequence_id, lead_id ON enrolment FOR EACH ROW
    WHEN ((NEW.account_id, NEW.sequence_id, NEW.lead_id)
          IS DISTINCT FROM (OLD.account_id, OLD.sequence_id, OLD.lead_id))
    EXECUTE FUNCTION key_is_for_ever();

-- A change that forgets the revision is counted all the same: undo relies on it to spare what was edited since.
CREATE FUNCTION lead_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.revision := OLD.revision + 1;
    IF NEW.changed_at = OLD.changed_at THEN
        NEW.changed_at := now();
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER lead_changed BEFORE UPDATE ON lead
    FOR EACH ROW WHEN (NEW.revision = OLD.revision AND NEW IS DISTINCT FROM OLD) EXECUTE FUNCTION lead_changed();

-- The audit log is only added to.
CREATE FUNCTION audit_is_for_ever() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE integrity_constraint_violation USING MESSAGE = 'the audit log cannot be changed',
        TABLE = 'audit_entry', CONSTRAINT = 'audit_is_for_ever';
END $$;
CREATE TRIGGER audit_is_for_ever BEFORE UPDATE OR DELETE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION audit_is_for_ever();

-- Whom an entry of the blocklist is about, and how strongly, never changes; another entry replaces it.
CREATE TRIGGER suppression_fact BEFORE UPDATE OF account_id, id, scope, key, kind ON suppression FOR EACH ROW
    WHEN ((NEW.account_id, NEW.id, NEW.scope, NEW.key, NEW.kind)
          IS DISTINCT FROM (OLD.account_id, OLD.id, OLD.scope, OLD.key, OLD.kind))
    EXECUTE FUNCTION key_is_for_ever();
