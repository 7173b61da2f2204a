"""`leadport suppress` fills, shows and empties the blocklist."""

from __future__ import annotations

import csv
import hashlib
import io
from pathlib import Path

import pytest

from tests.functional.cli.conftest import Leadport


def entries(leadport: Leadport, *words: str) -> list[tuple[object, object, object]]:
    return [(row["entry"], row["scope"], row["kind"]) for row in leadport.ok("suppress", "list", "--json", *words).rows]


def test_addresses_domains_and_hashes_are_told_apart(leadport: Leadport) -> None:
    digest = hashlib.sha256(b"zoe@example.com").hexdigest()
    leadport.ok("suppress", "add", "Zoe@Example.com", "@spam.example", digest, "--kind", "complaint")
    assert entries(leadport) == [
        ("Zoe@example.com", "address", "complaint"),
        ("spam.example", "domain", "complaint"),
        (digest, "sha256", "complaint"),
    ]


def test_a_stronger_kind_replaces_a_weaker_one_and_never_the_other_way_round(leadport: Leadport) -> None:
    leadport.ok("suppress", "add", "zoe@example.com", "--kind", "bounce")
    assert "1 made stronger" in leadport.ok("suppress", "add", "zoe@example.com", "--kind", "complaint").err
    assert "1 there already" in leadport.ok("suppress", "add", "ZOE@example.com", "--kind", "manual").err
    assert entries(leadport) == [("zoe@example.com", "address", "complaint")]


def test_all_are_added_or_none(leadport: Leadport) -> None:
    answer = leadport("suppress", "add", "zoe@example.com", "nonsense")
    assert answer.code == 3
    assert "Entry 2" in answer.err
    assert "nonsense" not in answer.err
    assert entries(leadport) == []


def test_lifting_needs_a_reason_and_an_entry(leadport: Leadport) -> None:
    leadport.ok("suppress", "add", "zoe@example.com")
    assert leadport("suppress", "lift", "zoe@example.com").code == 2
    assert "[reason_missing]" in leadport("suppress", "lift", "zoe@example.com", "--reason", " ").err
    assert "[not_on_blocklist]" in leadport("suppress", "lift", "max@example.com", "--reason", "asked").err
    leadport.ok("suppress", "lift", "zoe@EXAMPLE.com", "--reason", "asked to come back")
    assert entries(leadport) == []
    assert leadport.ok("suppress", "list", "--lifted", "--json").rows[0]["lift_reason"] == "asked to come back"


def test_a_file_is_brought_in_by_its_column_of_addresses(leadport: Leadport, tmp_path: Path) -> None:
    path = tmp_path / "left.csv"
    path.write_text("Name,E-mail\nZoe,zoe@example.com\nMax,max@example.com\nNobody,nothing\nZoe,ZOE@example.com\n")
    answer = leadport.ok("suppress", "import", path, "--kind", "unsubscribe", "--json").json
    assert answer == {"records": 4, "column": "E-mail", "added": 2, "replaced": 0, "already": 1, "unreadable": 1}
    assert {kind for _, _, kind in entries(leadport)} == {"unsubscribe"}
    again = leadport.ok("suppress", "import", path)
    assert "0 entries added, 3 there already" in again.err
    assert "line 4" in again.err


def test_the_exported_blocklist_comes_back_as_it_was(leadport: Leadport, tmp_path: Path) -> None:
    leadport.ok("suppress", "add", "zoe@example.com", "--kind", "complaint")
    leadport.ok("suppress", "add", "=max@example.com", "spam.example", "--kind", "abandoned")
    before = entries(leadport)
    exported = leadport.ok("suppress", "list", "--csv").out
    assert "'=max@example.com" in {row["entry"] for row in csv.DictReader(io.StringIO(exported))}
    path = tmp_path / "blocklist.csv"
    path.write_text(exported)
    leadport.ok("accounts", "create", "Second")
    leadport.ok("suppress", "import", path, "--account", "Second")
    assert entries(leadport, "--account", "Second") == before


@pytest.mark.parametrize("content", ["name\nZoe\nMax\n", "name,city\nZoe,Oslo\n"])
def test_a_file_without_addresses_leaves_a_question_open(leadport: Leadport, tmp_path: Path, content: str) -> None:
    path = tmp_path / "names.csv"
    path.write_text(content)
    answer = leadport("suppress", "import", path)
    assert answer.code == 4
    assert "[blocklist_column_open]" in answer.err
