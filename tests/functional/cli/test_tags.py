"""`leadport tags` shows, makes, renames and archives tags with their categories."""

from __future__ import annotations

from tests.functional.cli.conftest import Leadport


def test_the_same_name_is_another_tag_in_another_category(leadport: Leadport) -> None:
    leadport.ok("tags", "create", "Source/Shopify", "Shopify", "source/Fair")
    rows = leadport.ok("tags", "--json").rows
    assert [(row["category"], row["name"]) for row in rows] == [
        (None, "Shopify"),
        ("Source", "Fair"),
        ("Source", "Shopify"),
    ]


def test_a_tag_is_renamed_within_its_category_and_archived(leadport: Leadport) -> None:
    leadport.ok("tags", "create", "Source/Shopify", "Source/Fair")
    assert "[name_taken]" in leadport("tags", "rename", "Source/Fair", "shopify").err
    leadport.ok("tags", "rename", "source/fair", "Trade fair")
    leadport.ok("tags", "archive", "Source/Shopify")
    assert [row["name"] for row in leadport.ok("tags", "--json").rows] == ["Trade fair"]
    assert "[name_unknown]" in leadport("tags", "archive", "Trade fair").err


def test_half_a_tag_is_a_usage_error(leadport: Leadport) -> None:
    for text in ("/Shopify", "Source/"):
        assert leadport("tags", "create", text).code == 2
