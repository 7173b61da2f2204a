"""Landing a plan: who is created, who is changed, who joins what, and what the receipt says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from leadport.domain.actions import Actions, AddTag, AddToList, AddToSequence, ExistingStart
from leadport.domain.status import ImportState
from leadport.domain.verdicts import ExistingPolicy
from leadport.operations.land import NotReadyToLand, PlanChanged
from leadport.operations.land_targets import StepMissing
from leadport.operations.receipt import receipt
from leadport.store.imports import transition
from tests.support.lead_book import NOW, Person, account, dump, imported, landed, planned, rows, state_of, value

pytestmark = pytest.mark.usefixtures("database")

ALL = Actions(
    lists=(AddToList(name="Customers"),),
    tags=(AddTag(name="Shop", category="Source"), AddTag(name="Plain")),
    sequences=(AddToSequence(name="Welcome", step=2),),
)


def people(*names: str, **values: str | None) -> list[Person]:
    return [Person(email=f"{name}@example.com", values=dict(values)) for name in names]


def test_new_people_are_created_with_their_fields(tmp_path: Path) -> None:
    account_id = account()
    wanted = [
        Person(email="Ann@example.com", values={"first_name": "Ann", "city": 'Sankt "Anton", am\nBerg'}),
        Person(email="bob@example.com", values={"first_name": None, "city": ""}, custom='{"size": "XL"}'),
    ]
    import_id = imported(account_id=account_id, people=wanted, directory=tmp_path)
    assert rows(
        "SELECT email, email_key, first_name, city, custom->>'size', import_id, revision FROM lead ORDER BY id"
    ) == [
        ("Ann@example.com", "ann@example.com", "Ann", 'Sankt "Anton", am\nBerg', None, import_id, 0),
        ("bob@example.com", "bob@example.com", None, "", "XL", import_id, 0),
    ]


def test_every_action_reaches_every_new_lead(tmp_path: Path) -> None:
    account_id = account()
    import_id = imported(account_id=account_id, people=people(*"abcdefgh"), directory=tmp_path, actions=ALL)
    assert value("SELECT count(*) FROM list_member JOIN list ON list.id = list_id WHERE name = 'Customers'") == 8
    assert value("SELECT count(*) FROM lead_tag") == 16
    assert rows("SELECT position, count(*) FROM enrolment JOIN step ON step.id = step_id GROUP BY 1") == [(2, 8)]
    done = receipt(account_id=account_id, import_id=import_id)
    assert done.balanced
    assert (done.created, done.existing, done.new) == (8, 0, 8)
    assert [(each.kind, each.name, each.added, each.already, each.target_created) for each in done.actions] == [
        ("list", "Customers", 8, 0, True),
        ("tag", "Source/Shop", 8, 0, True),
        ("tag", "Plain", 8, 0, True),
        ("sequence", "Welcome", 8, 0, True),
    ]


def test_the_same_file_again_changes_nothing(tmp_path: Path) -> None:
    account_id = account()
    imported(account_id=account_id, people=people(*"abcdefgh", city="Ulm"), directory=tmp_path, actions=ALL)
    before = dump()
    again = imported(account_id=account_id, people=people(*"abcdefgh", city="Ulm"), directory=tmp_path, actions=ALL)
    assert dump() == before
    done = receipt(account_id=account_id, import_id=again)
    assert done.balanced
    assert (done.created, done.existing, done.updated, done.unchanged) == (0, 8, 0, 8)
    assert {(each.added, each.already, each.target_created) for each in done.actions} == {(0, 8, False)}


def test_several_workers_land_what_one_would(tmp_path: Path) -> None:
    first, second = account("One"), account("Many")
    crowd = people(*(f"p{number}" for number in range(40)), city="Ulm")
    imported(account_id=first, people=crowd, directory=tmp_path, actions=ALL)
    imported(account_id=second, people=crowd, directory=tmp_path, actions=ALL, workers=3)
    tables = ("lead", "list_member", "lead_tag", "enrolment")
    alone = {
        table: rows(f"SELECT to_jsonb(t) - 'account_id' FROM {table} t WHERE account_id = %s", first)
        for table in tables
    }
    together = {
        table: rows(f"SELECT to_jsonb(t) - 'account_id' FROM {table} t WHERE account_id = %s", second)
        for table in tables
    }
    for table in tables:
        assert sorted(alone[table], key=str) == sorted(together[table], key=str)


@pytest.mark.parametrize(
    ("policy", "city", "phone", "custom", "updated"),
    [
        (ExistingPolicy.KEEP, "Ulm", None, {"a": "ours"}, 0),
        (ExistingPolicy.FILL, "Ulm", "+491", {"a": "ours", "b": "new"}, 1),
        (ExistingPolicy.OVERWRITE, "Bonn", "+491", {"a": "theirs", "b": "new"}, 1),
    ],
)
def test_existing_leads_change_as_the_policy_says_and_blank_never_erases(
    policy: ExistingPolicy, city: str, phone: str | None, custom: dict[str, str], updated: int, tmp_path: Path
) -> None:
    account_id = account()
    ours = Person(email="a@example.com", values={"city": "Ulm", "first_name": "Ann"}, custom='{"a": "ours"}')
    theirs = Person(
        email="a@example.com",
        values={"city": "Bonn", "first_name": None, "phone": "+491"},
        custom='{"a": "theirs", "b": "new"}',
    )
    imported(account_id=account_id, people=[ours], directory=tmp_path)
    import_id = imported(account_id=account_id, people=[theirs], directory=tmp_path, policy=policy)
    assert rows("SELECT city, phone, first_name, revision FROM lead") == [(city, phone, "Ann", updated)]
    assert json.loads(str(value("SELECT custom::text FROM lead"))) == custom
    done = receipt(account_id=account_id, import_id=import_id)
    assert (done.updated, done.unchanged) == (updated, 1 - updated)


def test_the_journal_holds_old_and_new_of_what_changed_only(tmp_path: Path) -> None:
    account_id = account()
    ours = Person(email="a@example.com", values={"city": "Ulm", "state": "BW"}, custom='{"a": "1", "c": "3"}')
    theirs = Person(
        email="a@example.com",
        values={"city": "Bonn", "state": "BW", "phone": "+491"},
        custom='{"a": "2", "b": "2", "c": "3"}',
    )
    imported(account_id=account_id, people=[ours], directory=tmp_path)
    imported(account_id=account_id, people=[theirs], directory=tmp_path, policy=ExistingPolicy.OVERWRITE)
    ((before, after, revision),) = rows("SELECT before::text, after::text, revision FROM field_change")
    assert json.loads(str(before)) == {"city": "Ulm", "custom": {"a": "1"}}
    assert json.loads(str(after)) == {"city": "Bonn", "phone": "+491", "custom": {"a": "2", "b": "2"}}
    assert revision == 1


@pytest.mark.parametrize(("start", "position"), [(ExistingStart.FIRST, 1), (ExistingStart.SAME, 3)])
def test_existing_leads_enter_a_sequence_at_step_one_unless_told_otherwise(
    start: ExistingStart, position: int, tmp_path: Path
) -> None:
    account_id = account()
    imported(account_id=account_id, people=people("a"), directory=tmp_path)
    actions = Actions(sequences=(AddToSequence(name="Welcome", step=3, existing_start=start),))
    imported(account_id=account_id, people=people("a", "b"), directory=tmp_path, actions=actions)
    places = "SELECT email_key, position FROM enrolment JOIN step s ON s.id = step_id JOIN lead l ON l.id = lead_id"
    assert sorted(rows(places), key=str) == [("a@example.com", position), ("b@example.com", 3)]


def test_members_of_a_sequence_stay_at_the_step_they_are_at(tmp_path: Path) -> None:
    account_id = account()
    actions = Actions(sequences=(AddToSequence(name="Welcome", step=3),))
    imported(account_id=account_id, people=people("a"), directory=tmp_path, actions=actions)
    rows("UPDATE enrolment SET step_id = (SELECT id FROM step WHERE position = 2) RETURNING 1")
    imported(account_id=account_id, people=people("a"), directory=tmp_path, actions=actions)
    assert rows("SELECT position FROM enrolment JOIN step ON step.id = step_id") == [(2,)]


def test_records_name_lists_and_tags_of_their_own(tmp_path: Path) -> None:
    account_id = account()
    imported(account_id=account_id, people=[Person(email="old@example.com", tags=("Red",))], directory=tmp_path)
    crowd = [
        Person(email="old@example.com", tags=("red ", "Blue")),
        Person(email="new@example.com", tags=("BLUE", "Red", "blue"), lists=("Customers", "Extra")),
        Person(email="bare@example.com"),
    ]
    actions = Actions(lists=(AddToList(name="customers"),))
    import_id = imported(account_id=account_id, people=crowd, directory=tmp_path, actions=actions)
    tagged = "SELECT email_key, t.name FROM lead_tag JOIN tag t ON t.id = tag_id JOIN lead l ON l.id = lead_id"
    assert sorted(rows(tagged)) == [
        ("new@example.com", "BLUE"), ("new@example.com", "Red"),
        ("old@example.com", "BLUE"), ("old@example.com", "Red"),
    ]  # fmt: skip
    assert value("SELECT count(*) FROM list_member JOIN list ON list.id = list_id WHERE name_key = 'customers'") == 3
    done = {(each.kind, each.name): each for each in receipt(account_id=account_id, import_id=import_id).actions}
    assert (done["list", "Extra"].added, done["tag", "Red"].added, done["tag", "Red"].already) == (1, 1, 1)


def test_one_name_in_two_spellings_is_one_list(tmp_path: Path) -> None:
    account_id = account()
    actions = Actions(lists=(AddToList(name="News Letter"), AddToList(name="news  LETTER")))
    import_id = imported(account_id=account_id, people=people("a"), directory=tmp_path, actions=actions)
    assert rows("SELECT name FROM list") == [("News Letter",)]
    assert [each.added for each in receipt(account_id=account_id, import_id=import_id).actions] == [1]


def test_a_step_that_a_sequence_lacks_is_refused_and_nothing_has_begun(tmp_path: Path) -> None:
    account_id = account()
    imported(
        account_id=account_id,
        people=people("a"),
        directory=tmp_path,
        actions=Actions(sequences=(AddToSequence(name="S"),)),
    )
    before = dump()
    import_id = planned(account_id=account_id, people=people("b"), directory=tmp_path / "more")
    with pytest.raises(StepMissing):
        landed(
            account_id=account_id,
            import_id=import_id,
            directory=tmp_path / "more",
            actions=Actions(lists=(AddToList(name="L"),), sequences=(AddToSequence(name="S", step=2),)),
        )
    assert dump() == before
    assert state_of(account_id=account_id, import_id=import_id) is ImportState.FILTERED


def test_landing_twice_has_no_effect_the_second_time(tmp_path: Path) -> None:
    account_id = account()
    import_id = planned(account_id=account_id, people=people(*"abcd"), directory=tmp_path)
    first = landed(account_id=account_id, import_id=import_id, directory=tmp_path, actions=ALL)
    before = dump()
    again = landed(account_id=account_id, import_id=import_id, directory=tmp_path, actions=ALL)
    assert (first.repeated, again.repeated, again.created) == (False, True, 4)
    assert dump() == before


def test_an_import_that_was_cancelled_does_not_land(tmp_path: Path) -> None:
    account_id = account()
    import_id = planned(account_id=account_id, people=people("a"), directory=tmp_path)
    transition(account_id=account_id, import_id=import_id, then=ImportState.CANCELLED, now=NOW)
    with pytest.raises(NotReadyToLand):
        landed(account_id=account_id, import_id=import_id, directory=tmp_path)
    assert value("SELECT count(*) FROM lead") == 0


def test_a_landing_does_not_go_on_with_another_plan(tmp_path: Path) -> None:
    account_id = account()
    import_id = planned(account_id=account_id, people=people(*"abcd"), directory=tmp_path)
    transition(account_id=account_id, import_id=import_id, then=ImportState.LANDING, now=NOW)
    rows("UPDATE lead_import SET targets = '{\"targets\": [], \"lists\": {}, \"tags\": {}, \"first_suppression\": 0}', "
         "chunk_size = 3, chunks = 9 RETURNING 1")  # fmt: skip
    with pytest.raises(PlanChanged):
        landed(account_id=account_id, import_id=import_id, directory=tmp_path)


def test_a_plan_without_people_lands_nothing_and_is_balanced(tmp_path: Path) -> None:
    account_id = account()
    import_id = imported(account_id=account_id, people=[], directory=tmp_path, actions=ALL)
    assert state_of(account_id=account_id, import_id=import_id) is ImportState.LANDED
    assert receipt(account_id=account_id, import_id=import_id).balanced


def test_two_accounts_do_not_see_each_other(tmp_path: Path) -> None:
    first, second = account("One"), account("Two")
    imported(account_id=first, people=people("a", city="Ulm"), directory=tmp_path, actions=ALL)
    before = rows("SELECT to_jsonb(l) FROM lead l WHERE account_id = %s", first)
    import_id = imported(
        account_id=second,
        people=people("a", city="Bonn"),
        directory=tmp_path,
        actions=ALL,
        policy=ExistingPolicy.OVERWRITE,
    )
    assert receipt(account_id=second, import_id=import_id).created == 1
    assert rows("SELECT to_jsonb(l) FROM lead l WHERE account_id = %s", first) == before
