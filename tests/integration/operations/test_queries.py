"""Leads are found by list, tag, sequence, import and text, in pages that miss nobody and name nobody twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from leadport.domain.actions import Actions, AddTag, AddToList, AddToSequence
from leadport.domain.permissions import LOCAL_OWNER
from leadport.operations import queries
from leadport.operations.naming import NameUnknown
from leadport.operations.queries import LeadFilter, LeadRow, count_leads, leads
from tests.support.lead_book import Person, account, imported

pytestmark = pytest.mark.usefixtures("database")

SHOP = Actions(
    lists=(AddToList(name="Customers"),),
    tags=(AddTag(name="Shop", category="Source"),),
    sequences=(AddToSequence(name="Welcome", step=2),),
)
FAIR = Actions(lists=(AddToList(name="Visitors"),), tags=(AddTag(name="Shop"),))


@pytest.fixture
def book(tmp_path: Path) -> tuple[int, int, int]:
    """An account with five people from a shop and four from a fair, one of them in both; and the two imports."""
    account_id = account()
    shop = [
        Person(email=f"{name}@example.com", values={"first_name": name.title()})
        for name in ("ann", "bob", "cyd", "dan", "eve")
    ]
    fair = [Person(email=f"{name}@example.org", values={"company": "Fair & Sons"}) for name in ("fay", "gus", "hal")]
    first = imported(account_id=account_id, people=shop, directory=tmp_path, actions=SHOP)
    second = imported(
        account_id=account_id, people=[*fair, Person(email="ann@example.com")], directory=tmp_path, actions=FAIR
    )
    return account_id, first, second


def found(account_id: int, wanted: LeadFilter, limit: int | None = None) -> list[LeadRow]:
    return list(leads(account_id=account_id, wanted=wanted, actor=LOCAL_OWNER, limit=limit))


def names(account_id: int, wanted: LeadFilter) -> list[str]:
    assert count_leads(account_id=account_id, wanted=wanted, actor=LOCAL_OWNER) == len(found(account_id, wanted))
    return [row.email.partition("@")[0] for row in found(account_id, wanted)]


def test_each_filter_finds_its_own_and_all_must_hold(book: tuple[int, int, int]) -> None:
    account_id, first, second = book
    assert names(account_id, LeadFilter()) == ["ann", "bob", "cyd", "dan", "eve", "fay", "gus", "hal"]
    assert names(account_id, LeadFilter(list_name="visitors")) == ["ann", "fay", "gus", "hal"]
    assert names(account_id, LeadFilter(list_name="visitors", sequence="Welcome")) == ["ann"]
    assert names(account_id, LeadFilter(import_id=second)) == ["fay", "gus", "hal"]
    assert names(account_id, LeadFilter(import_id=first, search="bob")) == ["bob"]


def test_a_tag_is_found_with_its_category_or_in_all_of_them(book: tuple[int, int, int]) -> None:
    account_id, _, _ = book
    assert names(account_id, LeadFilter(tag="source/shop")) == ["ann", "bob", "cyd", "dan", "eve"]
    assert len(names(account_id, LeadFilter(tag="Shop"))) == 8


def test_text_is_looked_for_in_addresses_names_and_companies(book: tuple[int, int, int]) -> None:
    account_id, _, _ = book
    assert names(account_id, LeadFilter(search="CYD")) == ["cyd"]
    assert names(account_id, LeadFilter(search="ann@ex")) == ["ann"]
    assert names(account_id, LeadFilter(search="fair & s")) == ["fay", "gus", "hal"]
    assert names(account_id, LeadFilter(search="%")) == []


def test_pages_of_any_size_miss_nobody(book: tuple[int, int, int], monkeypatch: pytest.MonkeyPatch) -> None:
    account_id, _, _ = book
    whole = found(account_id, LeadFilter())
    for size in (1, 3, 8, 9):
        monkeypatch.setattr(queries, "PAGE", size)
        assert found(account_id, LeadFilter()) == whole
        assert found(account_id, LeadFilter(), limit=4) == whole[:4]


def test_a_lead_tells_its_values_and_links(book: tuple[int, int, int]) -> None:
    account_id, first, _ = book
    ann = found(account_id, LeadFilter(search="ann@example.com"))[0]
    assert (ann.values, ann.import_id) == ({"first_name": "Ann"}, first)
    assert (ann.links.lists, ann.links.tags) == (("Customers", "Visitors"), ("Shop", "Source/Shop"))
    assert ann.links.sequences == (("Welcome", 2),)


@pytest.mark.parametrize(
    "wanted",
    [LeadFilter(list_name="x"), LeadFilter(tag="x/y"), LeadFilter(sequence="x"), LeadFilter(import_id=99)],
)
def test_a_name_that_nothing_has_is_refused_before_any_lead_is_read(
    book: tuple[int, int, int], wanted: LeadFilter
) -> None:
    with pytest.raises(NameUnknown):
        leads(account_id=book[0], wanted=wanted, actor=LOCAL_OWNER)


def test_another_account_has_none_of_them(book: tuple[int, int, int]) -> None:
    assert found(account("Other"), LeadFilter()) == []
