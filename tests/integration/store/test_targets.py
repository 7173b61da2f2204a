"""Lists, tags, sequences and fields by name: found, or made exactly once whoever asks at the same time."""

from __future__ import annotations

import threading

import pytest
from django.db import connections, transaction

from leadport.domain.mapping import FieldType
from leadport.store.targets import (
    Found,
    NewField,
    StepMissingError,
    ensure_categories,
    ensure_fields,
    ensure_lists,
    ensure_sequence,
    ensure_tags,
)
from tests.support.lead_book import NOW, account, rows

pytestmark = pytest.mark.usefixtures("database")


def test_a_name_is_found_whatever_its_case_and_spacing() -> None:
    account_id = account()
    made = ensure_lists(account_id=account_id, names=["News  Letter"], import_id=None, now=NOW)["News  Letter"]
    again = ensure_lists(account_id=account_id, names=["NEWS letter", "Other"], import_id=None, now=NOW)
    assert made.made
    assert again["NEWS letter"] == Found(id=made.id, made=False)
    assert again["Other"].made


def test_the_same_tag_in_two_categories_is_two_tags() -> None:
    account_id = account()
    shelf = ensure_categories(account_id=account_id, names=["Source"], import_id=None, now=NOW)["Source"].id
    inside = ensure_tags(account_id=account_id, category_id=shelf, names=["Shop"], import_id=None, now=NOW)["Shop"]
    outside = ensure_tags(account_id=account_id, category_id=None, names=["Shop"], import_id=None, now=NOW)["Shop"]
    assert inside.id != outside.id
    assert (
        ensure_tags(account_id=account_id, category_id=None, names=["shop"], import_id=None, now=NOW)["shop"].id
        == outside.id
    )


def test_two_who_make_the_same_list_at_once_get_one_list() -> None:
    account_id = account()
    together = threading.Barrier(4)
    found: list[Found] = []

    def make() -> None:
        together.wait()
        with transaction.atomic():
            found.append(ensure_lists(account_id=account_id, names=["Same"], import_id=None, now=NOW)["Same"])
        connections.close_all()

    threads = [threading.Thread(target=make) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len({each.id for each in found}) == 1
    assert [each.made for each in found].count(True) == 1


def test_a_new_sequence_gets_as_many_steps_as_are_needed_and_an_old_one_none() -> None:
    account_id = account()
    made = ensure_sequence(account_id=account_id, name="Welcome", step=3, import_id=None, now=NOW)
    assert rows("SELECT position FROM step ORDER BY id") == [(1,), (2,), (3,)]
    again = ensure_sequence(account_id=account_id, name="welcome", step=1, import_id=None, now=NOW)
    assert (again.step_id, again.first_step_id) == (made.first_step_id, made.first_step_id)
    with pytest.raises(StepMissingError):
        ensure_sequence(account_id=account_id, name="Welcome", step=4, import_id=None, now=NOW)
    assert len(rows("SELECT 1 FROM step")) == 3


def test_a_custom_field_is_made_once_and_keeps_its_type() -> None:
    account_id = account()
    size = NewField(key="size", label="Size", type=FieldType.NUMBER)
    assert ensure_fields(account_id=account_id, fields=[size], import_id=None, now=NOW) == 1
    other = NewField(key="size", label="Other", type=FieldType.TEXT)
    assert (
        ensure_fields(account_id=account_id, fields=[other, NewField(key="new", label="New")], import_id=None, now=NOW)
        == 1
    )
    assert rows("SELECT label, type FROM field WHERE key = 'size'") == [("Size", "number")]
