"""`leadport leads` shows the lead book, whole as JSON and CSV."""

from __future__ import annotations

import csv
import io
import subprocess
from pathlib import Path

import pytest

from tests.functional.cli.conftest import PROGRAM, Leadport


@pytest.fixture
def book(leadport: Leadport, tmp_path: Path) -> Leadport:
    path = tmp_path / "list.csv"
    path.write_text(
        "email,first name,company,colour\n"
        "zoe@example.com,=Zoe,Heron & Finch,blue\nmax@example.org,Max,,\nada@example.com,Ada,,\n"
    )
    words = ("--list", "Customers", "--tag", "Source/Shop", "--sequence", "Welcome:2")
    leadport.ok("import", path, *words, "--create-field", "colour=Colour", "--yes")
    return leadport


def test_json_has_every_lead_with_its_values_and_links(book: Leadport) -> None:
    found = {row["email"]: row for row in book.ok("leads", "--json").rows}
    assert set(found) == {"zoe@example.com", "max@example.org", "ada@example.com"}
    zoe = found["zoe@example.com"]
    assert (zoe["first_name"], zoe["company"], zoe["custom"]) == ("=Zoe", "Heron & Finch", {"colour": "blue"})
    assert (zoe["lists"], zoe["tags"]) == (["Customers"], ["Source/Shop"])
    assert zoe["sequences"] == [{"name": "Welcome", "step": 2}]
    assert "company" not in found["max@example.org"]


def test_csv_is_safe_for_spreadsheets(book: Leadport) -> None:
    found = list(csv.DictReader(io.StringIO(book.ok("leads", "--csv").out)))
    assert {row["first_name"] for row in found} == {"'=Zoe", "Max", "Ada"}
    assert {row["sequences"] for row in found} == {"Welcome:2"}


def test_filters_and_limits(book: Leadport) -> None:
    def emails(*words: str) -> list[object]:
        return [row["email"] for row in book.ok("leads", "--json", *words).rows]

    assert len(emails("--list", "customers", "--tag", "shop", "--sequence", "welcome", "--import", "1")) == 3
    assert emails("--search", "heron") == ["zoe@example.com"]
    assert len(emails("--limit", "2")) == 2
    table = book.ok("leads", "--limit", "2")
    assert len(table.out.splitlines()) == 3
    assert "2 of 3 leads" in table.err


def test_what_nothing_is_called_is_refused(book: Leadport) -> None:
    for words in (("--list", "x"), ("--tag", "x"), ("--sequence", "x"), ("--import", "9")):
        answer = book("leads", *words, "--json")
        assert answer.code == 3
        assert answer.json["error"]["code"] == "name_unknown"  # type: ignore[index]
    assert book("leads", "--json", "--csv").code == 2


def test_a_reader_that_stops_early_hears_no_complaint(book: Leadport) -> None:
    program = subprocess.Popen(
        [PROGRAM, "leads", "--json"], env=book.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert program.stdout is not None
    program.stdout.close()
    assert program.stderr is not None
    assert program.stderr.read() == b""
    assert program.wait(timeout=60) == 1
