"""`leadport lists` shows, makes, renames and archives lists."""

from __future__ import annotations

from tests.functional.cli.conftest import Leadport


def test_a_list_is_made_shown_renamed_and_archived(leadport: Leadport) -> None:
    leadport.ok("lists", "create", "Customers", "Friends of the house")
    leadport.ok("lists", "rename", "friends  of the HOUSE", "Friends")
    leadport.ok("lists", "archive", "Customers")
    assert [(row["name"], row["leads"]) for row in leadport.ok("lists", "--json").rows] == [("Friends", 0)]
    everything = leadport.ok("lists", "list", "--archived").out
    assert "Customers (archived)" in everything
    assert "Friends" in everything


def test_a_name_stands_for_one_list_whatever_its_case(leadport: Leadport) -> None:
    leadport.ok("lists", "create", "Customers", "VIP")
    for words in (("create", "CUSTOMERS"), ("rename", "VIP", "customers")):
        answer = leadport("lists", *words)
        assert answer.code == 3
        assert "[name_taken]" in answer.err
    assert len(leadport.ok("lists", "--json").rows) == 2


def test_what_is_not_there_or_has_no_name_is_refused(leadport: Leadport) -> None:
    assert "[name_unknown]" in leadport("lists", "archive", "Nobody").err
    assert "[name_refused]" in leadport("lists", "create", "  ").err


def test_an_empty_lead_book_says_how_to_begin(leadport: Leadport) -> None:
    answer = leadport.ok("lists")
    assert answer.out == ""
    assert "leadport lists create NAME" in answer.err
