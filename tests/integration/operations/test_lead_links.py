"""The links of a page of leads, whether the leads stand close together or far apart."""

from __future__ import annotations

from pathlib import Path

import pytest

from leadport.domain.actions import Actions, AddTag, AddToList, AddToSequence
from leadport.operations.lead_links import Links, links_of
from tests.support.lead_book import Person, account, imported, rows

pytestmark = pytest.mark.usefixtures("database")


def test_close_and_scattered_leads_get_the_same_answer(tmp_path: Path) -> None:
    account_id = account()
    people = [Person(email=f"p{number:02}@example.com") for number in range(40)]
    actions = Actions(
        lists=(AddToList(name="A"), AddToList(name="B")),
        tags=(AddTag(name="T", category="C"), AddTag(name="U")),
        sequences=(AddToSequence(name="S", step=3),),
    )
    imported(account_id=account_id, people=people, directory=tmp_path, actions=actions)
    imported(account_id=account("Other"), people=people, directory=tmp_path, actions=actions)
    ids = [int(str(lead)) for (lead,) in rows("SELECT id FROM lead WHERE account_id = %s ORDER BY id", account_id)]
    everything = links_of(account_id=account_id, leads=ids)
    assert set(everything) == set(ids)
    assert everything[ids[0]] == Links(lists=("A", "B"), tags=("C/T", "U"), sequences=(("S", 3),))
    few = [ids[0], ids[-1]]
    assert links_of(account_id=account_id, leads=few) == {lead: everything[lead] for lead in few}


def test_leads_without_links_are_left_out(tmp_path: Path) -> None:
    account_id = account()
    assert links_of(account_id=account_id, leads=[]) == {}
    imported(account_id=account_id, people=[Person(email="ann@example.com")], directory=tmp_path)
    assert links_of(account_id=account_id, leads=[1]) == {}
