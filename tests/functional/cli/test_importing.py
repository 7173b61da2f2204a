"""`leadport import` does the whole job, and every ending has its exit code."""

from __future__ import annotations

import csv
import os
import pty
import subprocess
from pathlib import Path

import pytest

from tests.functional.cli.conftest import PROGRAM, Leadport
from tests.support.lead_book import dump, rows, value

SEED = (
    "Joe, Smith, joe@example.com, Los Angeles, 90225, California, 6192349349\n"
    "Jane, Miller, jane@example.com, Miami, 47749, Florida, 6244949004\n"
)
LIST = "First name,E-mail,Colour\nZoe,zoe@example.com,blue\nMax,max@example.com,\nZoe,ZOE@example.com,\nAda,nothing,\n"
PROMISED = {
    "import_id", "uploaded", "failed", "duplicated", "blocked", "existing", "new", "created", "updated", "reasons",
    "actions", "seconds",
}  # fmt: skip


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "list.csv"
    path.write_text(LIST)
    return path


def test_a_file_lands_with_its_actions_and_the_receipt_adds_up(leadport: Leadport, path: Path) -> None:
    answer = leadport.ok(
        "import", path, "--list", "Customers", "--tag", "Source/Shop", "--sequence", "Welcome:2", "--yes"
    )
    assert answer.out.startswith("Import 1 is done: 2 new people\nlist.csv, in ")
    assert [line.split() for line in answer.out.splitlines()[3:9]] == [
        ["Uploaded", "4"],
        ["=", "New", "2"],
        ["+", "Already", "existing", "0"],
        ["+", "Duplicated", "1"],
        ["+", "Blocked", "0"],
        ["+", "Failed", "1"],
    ]
    assert rows("SELECT email, first_name FROM lead ORDER BY id") == [
        ("max@example.com", "Max"),
        ("zoe@example.com", "Zoe"),
    ]
    assert value("SELECT count(*) FROM list_member") == 2
    assert rows("SELECT position, count(*) FROM enrolment JOIN step ON step.id = step_id GROUP BY 1") == [(2, 2)]


def test_the_json_has_the_promised_keys_and_the_sum_holds(leadport: Leadport, path: Path) -> None:
    answer = leadport.ok("import", path, "--list", "Customers", "--yes", "--json")
    told = answer.json
    assert set(told) >= PROMISED
    assert told["uploaded"] == 4
    assert (told["new"], told["duplicated"], told["failed"], told["created"]) == (2, 1, 1, 2)
    assert told["reasons"] == {"duplicate_in_file": 1, "email_no_at": 1}
    assert told["actions"] == [
        {"kind": "list", "name": "Customers", "added": 2, "already": 0, "target_created": True, "skipped": 0}
    ]
    assert answer.err == ""


def test_the_seed_s_two_lines_work_as_they_stand(leadport: Leadport) -> None:
    told = leadport.ok("import", "--paste", "--yes", "--json", stdin=SEED).json
    assert (told["uploaded"], told["new"]) == (2, 2)
    assert rows("SELECT email FROM lead ORDER BY email") == [("jane@example.com",), ("joe@example.com",)]


def test_pasted_lines_may_differ_in_length_and_come_from_a_file(leadport: Leadport, tmp_path: Path) -> None:
    path = tmp_path / "pasted.txt"
    path.write_text("joe@example.com\nJane, Miller, jane@example.com, Miami\n")
    told = leadport.ok("import", path, "--paste", "--match", "#2=email", "--yes", "--json").json
    assert (told["uploaded"], told["new"], told["failed"]) == (2, 1, 1)


def test_standard_input_is_a_file_too(leadport: Leadport) -> None:
    assert leadport.ok("import", "-", "--yes", "--json", stdin=LIST).json["new"] == 2


def test_a_dry_run_tells_everything_and_leaves_nothing(leadport: Leadport, path: Path, tmp_path: Path) -> None:
    leadport.ok("accounts", "create", "Main")
    before = dump()
    told = leadport.ok(
        "import", path, "--list", "Customers", "--dry-run", "--json", "--rows", tmp_path / "rows.csv"
    ).json
    assert (told["import_id"], told["new"], told["created"], told["dry_run"]) == (None, 2, 0, True)
    assert dump() == before
    assert value("SELECT count(*) FROM lead_import") == 0
    assert [path for path in leadport.home.rglob("*") if path.is_file()] == []
    assert len((tmp_path / "rows.csv").read_text().splitlines()) == 5
    assert "nothing was imported" in leadport.ok("import", path, "--dry-run").err


def test_without_yes_the_question_is_open_and_answering_it_goes_on(leadport: Leadport, path: Path) -> None:
    asked = leadport("import", path, "--json")
    assert asked.code == 4
    assert asked.json["error"]["option"] == "--yes"  # type: ignore[index]
    assert value("SELECT count(*) FROM lead") == 0
    answered = leadport.ok("import", path, "--yes", "--json")
    assert answered.json["import_id"] == 1
    assert "Import 1 was begun before" in answered.err
    assert value("SELECT count(*) FROM lead_import") == 1


@pytest.mark.parametrize(("typed", "landed"), [(b"y\n", 2), (b"n\n", 0)])
def test_on_a_terminal_the_program_asks(leadport: Leadport, path: Path, typed: bytes, landed: int) -> None:
    ours, theirs = pty.openpty()
    program = subprocess.Popen(
        [PROGRAM, "import", path], env=leadport.environment, stdin=theirs, stderr=theirs, stdout=subprocess.PIPE
    )
    os.close(theirs)
    seen = b""
    while b"[y/N]" not in seen:
        seen += os.read(ours, 4096)
    os.write(ours, typed)
    out, _ = program.communicate(timeout=60)
    os.close(ours)
    assert b"Import 2 new people?" in seen
    assert (program.returncode, value("SELECT count(*) FROM lead")) == (0, landed)
    assert (b"is done" in out) is bool(landed)


def test_columns_are_matched_ignored_and_made_into_fields_by_hand(leadport: Leadport, path: Path) -> None:
    leadport.ok("import", path, "--ignore", "First name", "--create-field", "Colour=Favourite colour:choice", "--yes")
    assert rows("SELECT first_name, custom->>'favourite_colour' FROM lead ORDER BY id") == [
        (None, None),
        (None, "blue"),
    ]
    fields = leadport.ok("fields", "--json").rows
    assert (fields[-1]["key"], fields[-1]["label"], fields[-1]["type"]) == (
        "custom:favourite_colour",
        "Favourite colour",
        "choice",
    )


def test_a_matching_is_remembered_by_its_header_and_saved_under_a_name(
    leadport: Leadport, path: Path, tmp_path: Path
) -> None:
    leadport.ok("import", path, "--match", "Colour=city", "--save-preset", "Colours", "--yes")
    again = tmp_path / "again.csv"
    again.write_text("First name,E-mail,Colour\nEve,eve@example.com,green\n")
    leadport.ok("import", again, "--yes")
    other = tmp_path / "other.csv"
    other.write_text("Colour,E-mail\nred,ida@example.com\n")
    leadport.ok("import", other, "--preset", "colours", "--yes")
    assert value("SELECT city FROM lead WHERE email = 'ida@example.com'") == "red"
    assert value("SELECT city FROM lead WHERE email = 'eve@example.com'") == "green"
    assert leadport("import", again, "--preset", "unknown", "--yes").code == 3


@pytest.mark.parametrize(
    ("content", "code", "said"),
    [
        (b"", 3, "empty_file"),
        (b"<!DOCTYPE html><html><body>Sign in</body></html>", 3, "html_file"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", 3, "pdf_file"),
        (b"name,city\nZoe,Oslo\nMax,Rome\n", 4, "email_column_open"),
    ],
)
def test_what_is_no_list_of_people_is_refused_and_leaves_no_import(
    leadport: Leadport, tmp_path: Path, content: bytes, code: int, said: str
) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(content)
    answer = leadport("import", path, "--yes", "--json")
    assert (answer.code, answer.json["error"]["code"]) == (code, said)  # type: ignore[index]
    assert "Traceback" not in answer.err
    assert value("SELECT count(*) FROM lead_import") == 0


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("list.csv", "--match", "email"),
        ("list.csv", "--existing", "sometimes"),
        ("list.csv", "--sequence", "Welcome:0"),
        ("list.csv", "--tag", "/x"),
        ("list.csv", "--create-field", "A=B:colour"),
        ("list.csv", "--delimiter", "ab"),
        ("list.csv", "other.csv"),
    ],
)
def test_a_wrong_command_line_is_a_usage_error(leadport: Leadport, words: tuple[str, ...]) -> None:
    answer = leadport("import", *words)
    assert answer.code == 2
    assert answer.out == ""
    assert "Traceback" not in answer.err


def test_a_column_that_is_not_there_is_refused(leadport: Leadport, path: Path) -> None:
    answer = leadport("import", path, "--match", "Colours=city", "--yes")
    assert answer.code == 3
    assert 'Did you mean "Colour"?' in answer.err
    assert "[unknown_column]" in answer.err


def test_existing_leads_are_kept_filled_or_overwritten_as_told(leadport: Leadport, tmp_path: Path) -> None:
    first, second = tmp_path / "first.csv", tmp_path / "second.csv"
    first.write_text("email,first name,city\nzoe@example.com,Zoe,\n")
    second.write_text("email,first name,city\nzoe@example.com,Zoë,Oslo\n")
    leadport.ok("import", first, "--yes")
    expected = {"keep": ("Zoe", None), "fill": ("Zoe", "Oslo"), "overwrite": ("Zoë", "Oslo")}
    for policy, values in expected.items():
        told = leadport.ok("import", second, "--existing", policy, "--yes", "--json").json
        assert (told["existing"], told["created"]) == (1, 0)
        assert rows("SELECT first_name, city FROM lead") == [values]


def test_who_left_goes_to_the_blocklist_unless_the_file_is_not_believed(leadport: Leadport, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("email,status\nzoe@example.com,subscribed\nmax@example.com,unsubscribed\n")
    told = leadport.ok("import", path, "--dry-run", "--json", "--source-status", "ignore").json
    assert (told["new"], told["blocked"]) == (2, 0)
    told = leadport.ok("import", path, "--yes", "--json").json
    assert (told["new"], told["blocked"]) == (1, 1)
    assert rows("SELECT key, kind FROM suppression") == [("max@example.com", "unsubscribe")]


def test_values_that_do_not_fit_are_left_blank_or_fail_as_told(leadport: Leadport, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("email,birthday\nzoe@example.com,1990-02-03\nmax@example.com,never\n")
    assert leadport.ok("import", path, "--dry-run", "--json").json["failed"] == 0
    assert leadport.ok("import", path, "--dry-run", "--json", "--bad-values", "fail").json["failed"] == 1


def test_every_row_can_be_had_with_its_verdict(leadport: Leadport, path: Path, tmp_path: Path) -> None:
    out = tmp_path / "rows.csv"
    leadport.ok("import", path, "--rows", out, "--yes")
    with out.open(newline="", encoding="utf-8-sig") as file:
        told = list(csv.DictReader(file))
    assert len(told) == 4
    assert {"First name", "E-mail", "Colour"} <= set(told[0])


def test_the_same_file_comes_in_again_as_a_new_import_and_is_mentioned(leadport: Leadport, path: Path) -> None:
    leadport.ok("import", path, "--list", "A", "--yes")
    answer = leadport.ok("import", path, "--list", "A", "--yes", "--json")
    assert "This same file was imported on " in answer.err
    assert (answer.json["import_id"], answer.json["existing"], answer.json["created"]) == (2, 2, 0)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("--list", " "), "name_refused"),
        (("--list", "x" * 201), "name_refused"),
        (("--sequence", "Welcome:3"), "step_missing"),
        (("--rows", "nowhere/rows.csv"), "output_refused"),
        (("--save-preset", " "), "name_refused"),
        (("--account", ""), "account_unknown"),
    ],
)
def test_what_can_be_refused_at_once_is_refused_before_any_work(
    leadport: Leadport, path: Path, words: tuple[str, ...], code: str
) -> None:
    leadport.ok("sequences", "create", "Welcome", "--steps", "2")
    answer = leadport("import", path, *words, "--yes", "--json")
    assert (answer.code, answer.json["error"]["code"]) == (3, code)  # type: ignore[index]
    assert value("SELECT count(*) FROM lead_import") == 0


def test_a_header_with_nobody_below_it_is_refused(leadport: Leadport, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("first name,email\n")
    answer = leadport("import", path, "--yes")
    assert answer.code == 3
    assert "[no_records]" in answer.err


def test_a_file_name_that_is_no_text_names_a_file_and_other_words_must_be_text(
    leadport: Leadport, tmp_path: Path
) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.csv")
    path.write_text(LIST)
    leadport.ok("import", path, "--yes")
    assert leadport.ok("imports", "--json").rows[0]["file"] == "caf\ufffd.csv"
    assert leadport("import", path, "--list", os.fsdecode(b"caf\xe9"), "--yes").code == 2
