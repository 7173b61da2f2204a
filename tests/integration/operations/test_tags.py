"""Tags and their categories."""

from __future__ import annotations

import pytest

from leadport.domain.permissions import LOCAL_OWNER
from leadport.operations.naming import NameTaken, NameUnknown
from leadport.operations.tags import archive_tag, create_tag, list_tags, rename_tag
from tests.support.lead_book import NOW, account, value

pytestmark = pytest.mark.usefixtures("database")


def create(account_id: int, name: str, category: str | None = None) -> None:
    create_tag(account_id=account_id, name=name, category=category, actor=LOCAL_OWNER, now=NOW)


def names(account_id: int) -> list[tuple[str | None, str]]:
    return [(row.category, row.name) for row in list_tags(account_id=account_id, actor=LOCAL_OWNER)]


def test_a_category_is_made_once_and_tags_without_one_come_first() -> None:
    account_id = account()
    create(account_id, "Shop", "Source")
    create(account_id, "Fair", "SOURCE")
    create(account_id, "Shop")
    assert names(account_id) == [(None, "Shop"), ("Source", "Fair"), ("Source", "Shop")]
    assert value("SELECT count(*) FROM tag_category") == 1
    with pytest.raises(NameTaken):
        create(account_id, "shop", "source")


def test_a_tag_is_known_with_its_category_only() -> None:
    account_id = account()
    create(account_id, "Shop", "Source")
    for category in (None, "Colour"):
        with pytest.raises(NameUnknown):
            archive_tag(account_id=account_id, name="Shop", category=category, actor=LOCAL_OWNER, now=NOW)
    rename_tag(account_id=account_id, name="Shop", category="Source", new_name="Web", actor=LOCAL_OWNER, now=NOW)
    assert names(account_id) == [("Source", "Web")]
    archive_tag(account_id=account_id, name="web", category="source", actor=LOCAL_OWNER, now=NOW)
    assert names(account_id) == []
