"""Every constraint and guard of the schema refuses what it is there to refuse, and none is without its case."""

from __future__ import annotations

import psycopg
import pytest
from django.db import IntegrityError, connection, transaction

from leadport.domain.fields import LEAD_COLUMNS
from leadport.store.models import Lead
from tests.support.lead_book import rows

pytestmark = pytest.mark.usefixtures("database")

GIVEN = """
INSERT INTO account (id, name, name_key, created_at, next_lead_id, next_import_id, next_id)
    VALUES (1, 'A', 'a', now(), 100, 100, 100), (2, 'B', 'b', now(), 100, 100, 100);
INSERT INTO "user" (id, email, email_key, name, is_active, is_reviewer, is_operator, created_at, password)
    VALUES (1, 'u@example.com', 'u@example.com', '', true, false, false, now(), '');
INSERT INTO membership (account_id, user_id, role, created_at) VALUES (1, 1, 'owner', now());
INSERT INTO lead_import (account_id, id, state, file_name, fingerprint, options, mapping, actions, seconds, actor,
        trouble, created_at)
    VALUES (1, 1, 'draft', 'f', 'same', '{}', '{}', '{}', '{}', '', '', now());
INSERT INTO lead (account_id, id, email, email_key, created_at, changed_at)
    VALUES (1, 1, 'a@example.com', 'a@example.com', now(), now()),
        (2, 2, 'b@example.com', 'b@example.com', now(), now());
INSERT INTO list (account_id, id, name, name_key, created_at) VALUES (1, 1, 'L', 'l', now()), (2, 2, 'M', 'm', now());
INSERT INTO tag_category (account_id, id, name, name_key, created_at) VALUES (1, 1, 'C', 'c', now());
INSERT INTO tag (account_id, id, category_id, name, name_key, created_at)
    VALUES (1, 1, 1, 'T', 't', now()), (1, 2, NULL, 'T', 't', now());
INSERT INTO sequence (account_id, id, name, name_key, created_at)
    VALUES (1, 1, 'S', 's', now()), (1, 2, 'R', 'r', now());
INSERT INTO step (account_id, id, sequence_id, position, name, subject, body, delay_hours)
    VALUES (1, 1, 1, 1, '', '', '', 24), (1, 2, 1, 2, '', '', '', 24), (1, 3, 2, 1, '', '', '', 24);
INSERT INTO list_member (account_id, list_id, lead_id, added_at) VALUES (1, 1, 1, now());
INSERT INTO lead_tag (account_id, tag_id, lead_id, added_at) VALUES (1, 1, 1, now());
INSERT INTO enrolment (account_id, sequence_id, lead_id, step_id, added_at) VALUES (1, 1, 1, 1, now());
INSERT INTO field (account_id, id, key, label, type, created_at) VALUES (1, 1, 'size', 'Size', 'text', now());
INSERT INTO suppression (account_id, id, scope, key, kind, address, reason, source, created_at, created_by)
    VALUES (1, 1, 'address', 'a@example.com', 'bounce', 'a@example.com', '', '', now(), '');
INSERT INTO import_chunk (account_id, import_id, phase, number, counts, at) VALUES (1, 1, 'land', 0, '{}', now());
INSERT INTO import_outcome (account_id, import_id, record_number, verdict, reason) VALUES (1, 1, 1, 'failed', 'x');
INSERT INTO import_loss (account_id, import_id, id, kind, removed)
    VALUES (1, 1, '00000000-0000-0000-0000-000000000001', 'lead', 1);
INSERT INTO field_change (account_id, import_id, lead_id, before, after, revision, stamp_before)
    VALUES (1, 1, 1, '{}', '{}', 1, now());
INSERT INTO remembered_matching (account_id, id, header_key, mapping, used_at) VALUES (1, 1, 'h', '{}', now());
INSERT INTO remembered_matching (account_id, id, name, name_key, mapping, used_at) VALUES (1, 2, 'N', 'n', '{}', now());
INSERT INTO audit_entry (account_id, id, at, actor, deed, object_kind, facts) VALUES (1, 1, now(), '', 'd', 'k', '{}');
"""


def again(table: str, changes: str = "{}", where: str = "true") -> str:
    """The statement that inserts the first row of a table once more, changed here and there."""
    return (
        f'INSERT INTO "{table}" SELECT (jsonb_populate_record(t, %s::jsonb)).* FROM "{table}" t WHERE {where} LIMIT 1'
    ).replace("%s", f"'{changes}'")


VIOLATIONS = {
    "account_pkey": again("account", '{"name_key": "new"}'),
    "account_name_key": again("account", '{"id": 9}'),
    "lead_of_account": "DELETE FROM account WHERE id = 2",
    "user_pkey": again("user", '{"email_key": "new"}'),
    "user_email_key": again("user", '{"id": 9}'),
    "membership_pkey": again("membership"),
    "membership_account": again("membership", '{"account_id": 9}'),
    "membership_user": again("membership", '{"user_id": 9}'),
    "membership_role": "UPDATE membership SET role = 'king'",
    "lead_pkey": again("lead", '{"email_key": "new"}'),
    "lead_email_key": again("lead", '{"id": 9}'),
    "lead_key": "UPDATE lead SET id = 9 WHERE id = 1",
    "list_pkey": again("list", '{"name_key": "new"}'),
    "list_name": again("list", '{"id": 9}'),
    "list_account": again("list", '{"account_id": 9}'),
    "list_key": "UPDATE list SET account_id = 2 WHERE id = 1",
    "list_made_by_import": again("list", '{"id": 9, "name_key": "new", "import_id": 9}'),
    "list_member_pkey": again("list_member"),
    "list_member_references": again("list_member", '{"lead_id": 9}'),
    "list_member_key": "UPDATE list_member SET lead_id = 9",
    "tag_category_pkey": again("tag_category", '{"name_key": "new"}'),
    "tag_category_name": again("tag_category", '{"id": 9}'),
    "tag_category_account": again("tag_category", '{"account_id": 9}'),
    "tag_category_made_by_import": again("tag_category", '{"id": 9, "name_key": "new", "import_id": 9}'),
    "tag_pkey": again("tag", '{"name_key": "new"}'),
    "tag_name": again("tag", '{"id": 9}', "category_id IS NULL"),
    "tag_account": again("tag", '{"account_id": 9, "category_id": null}'),
    "tag_in_category": again("tag", '{"id": 9, "name_key": "new", "category_id": 9}'),
    "tag_key": "UPDATE tag SET id = 9 WHERE id = 1",
    "tag_made_by_import": again("tag", '{"id": 9, "name_key": "new", "import_id": 9}'),
    "lead_tag_pkey": again("lead_tag"),
    "lead_tag_references": again("lead_tag", '{"lead_id": 9}'),
    "lead_tag_key": "UPDATE lead_tag SET lead_id = 9",
    "sequence_pkey": again("sequence", '{"name_key": "new"}'),
    "sequence_name": again("sequence", '{"id": 9}'),
    "sequence_account": again("sequence", '{"account_id": 9}'),
    "sequence_key": "UPDATE sequence SET id = 9 WHERE id = 1",
    "sequence_made_by_import": again("sequence", '{"id": 9, "name_key": "new", "import_id": 9}'),
    "step_pkey": again("step", '{"position": 9}'),
    "step_position": again("step", '{"id": 9}'),
    "step_position_from_one": "UPDATE step SET position = 0 WHERE id = 1",
    "step_delay": "UPDATE step SET delay_hours = -1",
    "step_of_sequence": again("step", '{"id": 9, "sequence_id": 9}'),
    "step_key": "UPDATE step SET sequence_id = 2 WHERE id = 1",
    "step_made_by_import": again("step", '{"id": 9, "position": 9, "import_id": 9}'),
    "enrolment_pkey": again("enrolment"),
    "enrolment_references": again("enrolment", '{"lead_id": 9}'),
    "enrolment_key": "UPDATE enrolment SET lead_id = 9",
    "field_pkey": again("field", '{"key": "new"}'),
    "field_key": again("field", '{"id": 9}'),
    "field_type": "UPDATE field SET type = 'colour'",
    "field_account": again("field", '{"account_id": 9}'),
    "field_made_by_import": again("field", '{"id": 9, "key": "new", "import_id": 9}'),
    "suppression_pkey": again("suppression", '{"key": "new"}'),
    "suppression_active": again("suppression", '{"id": 9}'),
    "suppression_account": again("suppression", '{"account_id": 9}'),
    "suppression_scope": again("suppression", '{"id": 9, "scope": "planet"}'),
    "suppression_kind": again("suppression", '{"id": 9, "key": "new", "kind": "mood"}'),
    "suppression_lifted_whole": "UPDATE suppression SET lifted_at = now()",
    "suppression_replaced_is_lifted": "UPDATE suppression SET replaced_by = 9",
    "suppression_fact": "UPDATE suppression SET kind = 'complaint'",
    "lead_import_pkey": again("lead_import", '{"fingerprint": "new"}'),
    "lead_import_open_once": again("lead_import", '{"id": 9}'),
    "lead_import_state": "UPDATE lead_import SET state = 'lost'",
    "lead_import_id_range": "UPDATE lead_import SET lead_id_first = 5, lead_id_last = 4",
    "lead_import_account": again("lead_import", '{"account_id": 9}'),
    "import_chunk_pkey": again("import_chunk"),
    "import_chunk_phase": again("import_chunk", '{"phase": "dream"}'),
    "import_chunk_number": again("import_chunk", '{"number": -1}'),
    "import_chunk_of_import": again("import_chunk", '{"import_id": 9}'),
    "import_outcome_pkey": again("import_outcome"),
    "import_outcome_verdict": "UPDATE import_outcome SET verdict = 'lost'",
    "import_outcome_of_import": again("import_outcome", '{"import_id": 9}'),
    "import_loss_pkey": again("import_loss"),
    "import_loss_kind": "UPDATE import_loss SET kind = 'hope'",
    "import_loss_counts": "UPDATE import_loss SET removed = 0",
    "field_change_pkey": again("field_change"),
    "remembered_matching_pkey": again("remembered_matching", '{"header_key": "new"}'),
    "remembered_matching_header": again("remembered_matching", '{"id": 9}', "id = 1"),
    "remembered_matching_name": again("remembered_matching", '{"id": 9}', "id = 2"),
    "remembered_matching_found_by": "UPDATE remembered_matching SET header_key = NULL WHERE id = 1",
    "remembered_matching_name_whole": "UPDATE remembered_matching SET name_key = 'x' WHERE id = 1",
    "remembered_matching_account": again("remembered_matching", '{"account_id": 9}'),
    "audit_entry_pkey": again("audit_entry"),
    "audit_entry_account": again("audit_entry", '{"account_id": 9}'),
    "audit_is_for_ever": "DELETE FROM audit_entry",
}


@pytest.fixture(autouse=True)
def _given(database: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(GIVEN)


def refused(statement: str) -> str:
    """The name of the constraint that refuses a statement; deferred ones speak at COMMIT."""
    with pytest.raises(IntegrityError) as caught:
        commit(statement)
    assert isinstance(caught.value.__cause__, psycopg.Error)
    return str(caught.value.__cause__.diag.constraint_name)


def commit(statement: str) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


@pytest.mark.parametrize("constraint", VIOLATIONS)
def test_a_constraint_refuses_what_it_is_there_to_refuse(constraint: str) -> None:
    name = refused(VIOLATIONS[constraint])
    # Django adds a hash to the names of foreign keys and of unique columns.
    assert name == constraint or name.startswith(f"{constraint}_")


NAMED = """
SELECT conname FROM pg_constraint
WHERE connamespace = 'public'::regnamespace AND contype IN ('c', 'u', 'p', 'f')
  AND conrelid::regclass::text NOT LIKE 'django%%'
UNION
SELECT tgname FROM pg_trigger
WHERE NOT tgisinternal AND tgname ~ '(_references|_key|_fact|_for_ever|_of_account)$'
UNION
SELECT indexrelid::regclass::text FROM pg_index WHERE indisunique AND indpred IS NOT NULL
"""


def test_every_constraint_and_guard_has_its_case() -> None:
    names = {str(name) for (name,) in rows(NAMED)}
    without = {name for name in names if not any(name == each or name.startswith(f"{each}_") for each in VIOLATIONS)}
    assert without == set()


@pytest.mark.parametrize(
    "statement",
    [
        again("list_member", '{"list_id": 9}'),
        again("list_member", '{"list_id": 2}'),
        again("list_member", '{"lead_id": 2}'),
        again("lead_tag", '{"tag_id": 9}'),
        again("lead_tag", '{"lead_id": 2}'),
        again("enrolment", '{"sequence_id": 9}'),
        again("enrolment", '{"sequence_id": 2}'),
        again("enrolment", '{"lead_id": 2}'),
        "UPDATE enrolment SET step_id = 3",
        "UPDATE enrolment SET step_id = 9",
        "DELETE FROM step WHERE id = 1",
    ],
)
def test_a_link_never_points_nowhere_or_into_another_account(statement: str) -> None:
    assert refused(statement).endswith("_references")


def test_the_lead_table_has_the_columns_of_the_catalogue() -> None:
    columns = {field.name for field in Lead._meta.get_fields()}
    assert set(LEAD_COLUMNS) < columns


def test_a_lifted_entry_makes_room_for_another_one() -> None:
    assert rows("UPDATE suppression SET lifted_at = now(), lifted_by = 'x', lift_reason = 'r' RETURNING 1") == [(1,)]
    rows(again("suppression", '{"id": 9, "lifted_at": null, "lifted_by": null, "lift_reason": null}') + " RETURNING 1")
    assert rows("SELECT count(*) FROM suppression") == [(2,)]
