"""Undo: after it the lead book is what it was before the import, except what somebody has built upon since."""

from __future__ import annotations

from pathlib import Path

import pytest

from leadport.domain.actions import Actions, AddTag, AddToList, AddToSequence
from leadport.domain.mapping import FieldType
from leadport.domain.status import ImportState
from leadport.domain.verdicts import ExistingPolicy
from leadport.operations.undo import NotUndoable, UndoResult, undo
from leadport.store.targets import NewField, ensure_fields
from tests.support.lead_book import NOW, Person, account, dump, imported, planned, rows, state_of, value

pytestmark = pytest.mark.usefixtures("database")

ALL = Actions(
    lists=(AddToList(name="Customers"),),
    tags=(AddTag(name="Shop", category="Source"), AddTag(name="Plain")),
    sequences=(AddToSequence(name="Welcome", step=2),),
)
KEPT = Actions(lists=(AddToList(name="Before"),), tags=(AddTag(name="Plain"),))


def people(*names: str, **values: str | None) -> list[Person]:
    return [Person(email=f"{name}@example.com", values=dict(values)) for name in names]


def undone(account_id: int, import_id: int, *, dry_run: bool = False, chunk_size: int = 3) -> UndoResult:
    return undo(
        account_id=account_id, import_id=import_id, dry_run=dry_run, actor="test", now=NOW, chunk_size=chunk_size
    )


def test_undo_gives_back_the_former_lead_book(tmp_path: Path) -> None:
    account_id = account()
    imported(account_id=account_id, people=people(*"abcdefg", city="Ulm"), directory=tmp_path, actions=KEPT)
    before = dump()
    crowd = [
        *people(*"cdefghijklmn", city="Bonn", phone="+491"),
        Person(email="z@example.com", custom='{"size": "XL"}', tags=("Red", "Plain"), lists=("Before", "Extra")),
        Person(email="gone@example.com", suppress="unsubscribe"),
    ]
    import_id = imported(
        account_id=account_id, people=crowd, directory=tmp_path, actions=ALL, policy=ExistingPolicy.OVERWRITE
    )
    assert dump() != before
    foreseen = undone(account_id, import_id, dry_run=True)
    done = undone(account_id, import_id)
    assert dump() == before
    assert state_of(account_id=account_id, import_id=import_id) is ImportState.UNDONE
    assert (done.kept_edited, done.not_reversible) == (0, 0)
    assert foreseen.details == done.details
    numbers = {(each.kind, each.name): each.reversed for each in done.details}
    assert numbers["lead", ""] == 8
    assert numbers["field", ""] == 5
    assert numbers["list", "Customers"] == 13
    assert numbers["suppression", ""] == 1


def test_a_dry_run_changes_nothing_at_all(tmp_path: Path) -> None:
    account_id = account()
    import_id = imported(account_id=account_id, people=people(*"abcd"), directory=tmp_path, actions=ALL)
    before = dump(), dump("lead_import", "import_chunk", "import_loss", "audit_entry")
    undone(account_id, import_id, dry_run=True)
    assert (dump(), dump("lead_import", "import_chunk", "import_loss", "audit_entry")) == before


def test_undoing_twice_says_the_same_and_does_nothing(tmp_path: Path) -> None:
    account_id = account()
    import_id = imported(account_id=account_id, people=people(*"abcd"), directory=tmp_path, actions=ALL)
    first = undone(account_id, import_id)
    before = dump()
    assert undone(account_id, import_id) == first
    assert dump() == before


def test_a_created_lead_that_somebody_edited_stays(tmp_path: Path) -> None:
    account_id = account()
    import_id = imported(account_id=account_id, people=people("a", "b", city="Ulm"), directory=tmp_path, actions=ALL)
    rows("UPDATE lead SET city = 'Bonn' WHERE email = 'a@example.com' RETURNING 1")
    done = undone(account_id, import_id)
    assert rows("SELECT email, city FROM lead") == [("a@example.com", "Bonn")]
    assert value("SELECT count(*) FROM list_member") == 0
    assert {each.kind: (each.reversed, each.kept_edited) for each in done.details}["lead"] == (1, 1)


def test_a_created_lead_that_somebody_put_on_a_list_stays(tmp_path: Path) -> None:
    account_id = account()
    import_id = imported(account_id=account_id, people=people("a", "b"), directory=tmp_path, actions=ALL)
    imported(account_id=account_id, people=people("b"), directory=tmp_path, actions=KEPT)
    foreseen = undone(account_id, import_id, dry_run=True)
    done = undone(account_id, import_id)
    assert foreseen.details == done.details
    assert rows("SELECT email FROM lead") == [("b@example.com",)]
    assert rows("SELECT name FROM list") == [("Before",)]


def test_whoever_moved_on_in_a_sequence_stays_in_it_and_cannot_be_reversed(tmp_path: Path) -> None:
    account_id = account()
    import_id = imported(account_id=account_id, people=people("a", "b"), directory=tmp_path, actions=ALL)
    rows(
        "UPDATE enrolment SET step_id = (SELECT id FROM step WHERE position = 1) "
        "WHERE lead_id = (SELECT id FROM lead WHERE email = 'a@example.com') RETURNING 1"
    )
    foreseen = undone(account_id, import_id, dry_run=True)
    done = undone(account_id, import_id)
    assert foreseen.details == done.details
    assert rows("SELECT email FROM lead") == [("a@example.com",)]
    assert value("SELECT count(*) FROM enrolment") == 1
    assert value("SELECT count(*) FROM sequence") == 1
    assert value("SELECT count(*) FROM list") == 0
    assert {each.kind: each.not_reversible for each in done.details} | {"made": 0} == {
        "lead": 1, "sequence": 1, "list": 0, "tag": 0, "made": 0,
    }  # fmt: skip


def test_a_field_that_was_edited_since_keeps_the_edit_and_the_others_go_back(tmp_path: Path) -> None:
    account_id = account()
    imported(account_id=account_id, people=people("a", city="Ulm", phone="1"), directory=tmp_path)
    import_id = imported(
        account_id=account_id,
        people=people("a", city="Bonn", phone="2"),
        directory=tmp_path,
        policy=ExistingPolicy.OVERWRITE,
    )
    rows("UPDATE lead SET city = 'Rome' RETURNING 1")
    done = undone(account_id, import_id)
    assert rows("SELECT city, phone FROM lead") == [("Rome", "1")]
    assert [(each.kind, each.kept_edited) for each in done.details] == [("field", 1)]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 0, 2), (1, 2, 0), (0, 2, 1), (2, 0, 1)])
def test_imports_that_changed_the_same_leads_can_be_undone_in_any_order(order: tuple[int, ...], tmp_path: Path) -> None:
    account_id = account()
    base = Person(email="a@example.com", values={"city": "Ulm", "state": None}, custom='{"x": "0", "y": "0"}')
    imported(account_id=account_id, people=[base], directory=tmp_path)
    before = dump()
    changes = [
        Person(email="a@example.com", values={"city": "Bonn", "state": "NRW"}, custom='{"x": "1"}'),
        Person(email="a@example.com", values={"city": "Rome", "phone": "3"}, custom='{"x": "2", "z": "2"}'),
        Person(email="a@example.com", values={"city": "Oslo", "state": "O"}, custom='{"z": "3", "y": "3"}'),
    ]
    made = [
        imported(account_id=account_id, people=[each], directory=tmp_path, policy=ExistingPolicy.OVERWRITE)
        for each in changes
    ]
    for number in order:
        assert undone(account_id, made[number]).kept_edited == 0
    assert dump() == before
    assert value("SELECT count(*) FROM field_change") == 0


def test_a_second_import_that_said_less_is_respected(tmp_path: Path) -> None:
    account_id = account()
    first = imported(account_id=account_id, people=people("a", "b"), directory=tmp_path, actions=ALL)
    imported(account_id=account_id, people=people("b", "c"), directory=tmp_path, actions=ALL)
    undone(account_id, first)
    # b was on the list before the second import came, so that one did not put it there.
    assert rows("SELECT email FROM lead ORDER BY 1") == [("c@example.com",)]
    assert rows("SELECT name FROM list") == [("Customers",)]


def test_a_list_that_another_import_is_about_to_fill_stays(tmp_path: Path) -> None:
    account_id = account()
    first = imported(account_id=account_id, people=people("a"), directory=tmp_path, actions=ALL)
    second = planned(account_id=account_id, people=people("b"), directory=tmp_path / "second")
    rows(
        "UPDATE lead_import SET state = 'landing', targets = (SELECT targets FROM lead_import WHERE id = %s) "
        "WHERE id = %s RETURNING 1",
        first,
        second,
    )
    undone(account_id, first)
    assert rows("SELECT name FROM list") == [("Customers",)]


def test_a_custom_field_the_import_made_goes_unless_somebody_fills_it(tmp_path: Path) -> None:
    account_id = account()
    imported(account_id=account_id, people=people("a", "b"), directory=tmp_path)
    import_id = planned(account_id=account_id, people=[], directory=tmp_path / "none")
    crowd = [Person(email=f"{name}@example.com", custom='{"size": "XL", "shoe": "43"}') for name in "abc"]
    import_id = imported(account_id=account_id, people=crowd, directory=tmp_path)
    fields = [NewField(key="size", label="Size"), NewField(key="shoe", label="Shoe size", type=FieldType.NUMBER)]
    ensure_fields(account_id=account_id, fields=fields, import_id=import_id, now=NOW)
    other = Person(email="d@example.com", custom='{"shoe": "44"}')
    imported(account_id=account_id, people=[other], directory=tmp_path)
    foreseen = undone(account_id, import_id, dry_run=True)
    done = undone(account_id, import_id)
    assert foreseen.details == done.details
    assert rows("SELECT key FROM field") == [("shoe",)]


def test_a_weaker_blocklist_entry_is_in_force_again(tmp_path: Path) -> None:
    account_id = account()
    imported(account_id=account_id, people=[Person(email="a@example.com", suppress="bounce")], directory=tmp_path)
    before = dump()
    second = imported(
        account_id=account_id, people=[Person(email="a@example.com", suppress="complaint")], directory=tmp_path
    )
    assert rows("SELECT kind FROM suppression WHERE lifted_at IS NULL") == [("complaint",)]
    undone(account_id, second)
    assert dump() == before


def test_a_blocklist_entry_that_two_imports_state_stays_until_both_are_undone(tmp_path: Path) -> None:
    account_id = account()
    before = dump()
    crowd = [Person(email="a@example.com", suppress="unsubscribe")]
    first = imported(account_id=account_id, people=crowd, directory=tmp_path)
    second = imported(account_id=account_id, people=crowd, directory=tmp_path)
    assert undone(account_id, first).kept_edited == 1
    assert rows("SELECT kind, import_id, lifted_at FROM suppression") == [("unsubscribe", second, None)]
    undone(account_id, second)
    assert dump() == before


@pytest.mark.parametrize("first_to_go", [0, 1])
def test_three_entries_that_replaced_each_other_can_be_undone_in_any_order(first_to_go: int, tmp_path: Path) -> None:
    account_id = account()
    kinds = ("manual", "bounce", "complaint")
    made = [
        imported(account_id=account_id, people=[Person(email="a@example.com", suppress=kind)], directory=tmp_path)
        for kind in kinds
    ]
    undone(account_id, made[1 + first_to_go])
    undone(account_id, made[2 - first_to_go])
    assert rows("SELECT kind, lifted_at, replaced_by FROM suppression") == [("manual", None, None)]


def test_what_has_not_landed_cannot_be_undone(tmp_path: Path) -> None:
    account_id = account()
    import_id = planned(account_id=account_id, people=people("a"), directory=tmp_path)
    with pytest.raises(NotUndoable):
        undone(account_id, import_id)


def test_landing_and_undo_are_in_the_audit_log(tmp_path: Path) -> None:
    account_id = account()
    import_id = imported(account_id=account_id, people=people("a"), directory=tmp_path)
    undone(account_id, import_id)
    assert rows("SELECT deed, actor, object_id FROM audit_entry ORDER BY id") == [
        ("landing_begun", "test", import_id), ("landed", "test", import_id),
        ("undo_begun", "test", import_id), ("undone", "test", import_id),
    ]  # fmt: skip
