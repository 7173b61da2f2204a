"""Accounts: the first is made by itself, several have to be told apart."""

from __future__ import annotations

from pathlib import Path

from tests.functional.cli.conftest import Leadport


def test_the_first_account_is_made_by_itself_and_used_from_then_on(leadport: Leadport) -> None:
    leadport.ok("lists", "create", "Customers")
    assert [row["name"] for row in leadport.ok("accounts", "--json").rows] == ["Main"]
    assert len(leadport.ok("lists", "--json").rows) == 1


def test_the_first_account_may_be_named_in_passing_and_a_second_may_not(leadport: Leadport) -> None:
    leadport.ok("lists", "create", "Customers", "--account", "Bakery")
    answer = leadport("lists", "--account", "Bakerry")
    assert answer.code == 3
    assert "[account_unknown]" in answer.err
    assert [row["name"] for row in leadport.ok("accounts", "--json").rows] == ["Bakery"]


def test_with_several_accounts_the_question_which_one_is_open(leadport: Leadport) -> None:
    leadport.ok("accounts", "create", "Bakery")
    leadport.ok("accounts", "create", "Butcher")
    answer = leadport("lists", "--json")
    assert answer.code == 4
    assert answer.json["error"] == {
        "code": "account_open",
        "message": "There are 2 accounts (Bakery, Butcher). Say which with --account.",
        "option": "--account",
    }
    assert "[name_taken]" in leadport("accounts", "create", "bakery").err


def test_one_account_never_sees_what_another_has(leadport: Leadport) -> None:
    leadport.ok("accounts", "create", "Bakery")
    leadport.ok("accounts", "create", "Butcher")
    leadport.ok("lists", "create", "Customers", "--account", "Bakery")
    leadport.ok("suppress", "add", "zoe@example.com", "--account", "Bakery")
    assert leadport.ok("lists", "--json", "--account", "Butcher").rows == []
    assert leadport.ok("suppress", "list", "--json", "--account", "Butcher").rows == []
    assert "[name_unknown]" in leadport("leads", "--list", "Customers", "--account", "Butcher").err


def test_account_and_home_may_stand_before_the_command_in_a_group_or_behind_it(
    leadport: Leadport, tmp_path: Path
) -> None:
    leadport.ok("accounts", "create", "Bakery")
    leadport.ok("accounts", "create", "Butcher")
    other = tmp_path / "another home"
    for words in (
        ("--account", "bakery", "lists", "create", "A"),
        ("lists", "--account", "bakery", "create", "B"),
        ("lists", "create", "C", "--account", "bakery"),
        ("--account", "butcher", "lists", "create", "D", "--account", "bakery", "--home", str(other)),
    ):
        leadport.ok(*words)
    assert [row["name"] for row in leadport.ok("lists", "--json", "--account", "bakery").rows] == ["A", "B", "C", "D"]
    assert other.is_dir()
