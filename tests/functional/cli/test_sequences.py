"""`leadport sequences` shows, makes, renames and archives sequences."""

from __future__ import annotations

from tests.functional.cli.conftest import Leadport


def test_a_sequence_is_made_with_its_steps_renamed_and_archived(leadport: Leadport) -> None:
    leadport.ok("sequences", "create", "Welcome", "--steps", "3")
    leadport.ok("sequences", "rename", "welcome", "Hello")
    assert [(row["name"], row["steps"], row["leads"]) for row in leadport.ok("sequences", "--json").rows] == [
        ("Hello", 3, 0)
    ]
    leadport.ok("sequences", "archive", "Hello")
    assert leadport.ok("sequences", "--json").rows == []


def test_a_sequence_has_at_least_one_step_and_a_name_of_its_own(leadport: Leadport) -> None:
    assert "[steps_refused]" in leadport("sequences", "create", "Welcome", "--steps", "0").err
    leadport.ok("sequences", "create", "Welcome")
    assert "[name_taken]" in leadport("sequences", "create", "WELCOME").err
