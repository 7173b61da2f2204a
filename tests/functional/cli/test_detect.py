"""`leadport detect` says how a file is written, without a database."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.functional.cli.conftest import PROGRAM, Leadport


def test_the_json_has_exactly_the_promised_keys(bare_leadport: Leadport, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes("Namn;E-post\r\nÅsa;asa@example.com\r\nÖrjan;orjan@example.com\r\n".encode("cp1252"))
    answer = bare_leadport.ok("detect", path, "--json").json
    assert answer == {
        "encoding": answer["encoding"],
        "delimiter": ";",
        "quotechar": '"',
        "line_ending": "crlf",
        "preamble_lines": 0,
        "has_header": True,
        "header": ["Namn", "E-post"],
        "records": 2,
    }
    assert answer["encoding"] in {"windows-1252", "cp1252", "iso-8859-1"}


def test_people_get_a_short_account(bare_leadport: Leadport, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("name\temail\nZoe\tzoe@example.com\n")
    answer = bare_leadport.ok("detect", path)
    assert answer.out.startswith("1 record in 2 columns\n")
    assert "Delimiter    tab" in answer.out
    assert answer.err == ""


def test_standard_input_is_read_and_hints_are_obeyed(bare_leadport: Leadport) -> None:
    answer = bare_leadport.ok(
        "detect",
        "-",
        "--json",
        "--no-header",
        "--delimiter",
        "pipe",
        stdin="Zoe|zoe@example.com\nMax|max@example.com\n",
    )
    assert (answer.json["delimiter"], answer.json["has_header"], answer.json["records"]) == ("|", False, 2)


def test_no_database_is_started_and_no_home_is_made(bare_leadport: Leadport, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("email\nzoe@example.com\n")
    bare_leadport.ok("detect", path)
    bare_leadport.ok("match", path)
    assert not bare_leadport.home.exists()


def test_a_missing_file_is_refused_with_its_code_in_words_and_in_json(bare_leadport: Leadport) -> None:
    answer = bare_leadport("detect", "nowhere.csv", "--json")
    assert answer.code == 3
    assert "nowhere.csv" in answer.err
    assert "[source_missing]" in answer.err
    assert answer.json["error"] == {"code": "source_missing", "message": answer.err.rpartition(" [")[0]}


def test_a_wrong_option_is_a_usage_error(bare_leadport: Leadport, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("email\nzoe@example.com\n")
    for words in (("--encoding", "klingon"), ("--delimiter", "ab"), ("--unknown",)):
        answer = bare_leadport("detect", path, *words)
        assert answer.code == 2
        assert words[0] in answer.err
        assert answer.out == ""


def test_what_could_steer_a_terminal_is_not_printed(bare_leadport: Leadport, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("na\x1b[31mme,email\nZ\x1b]0;x\x07oe,zoe@example.com\nM,max@example.com\n")
    for command in ("detect", "match"):
        answer = bare_leadport.ok(command, path)
        assert "\x1b" not in answer.out
        assert "\x07" not in answer.out


def test_data_is_utf8_in_a_pipe_whatever_the_locale_says(bare_leadport: Leadport, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("Naïve,email\nZoë 王,zoe@example.com\n")
    environment = {**bare_leadport.environment, "LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = subprocess.run([PROGRAM, "match", path], env=environment, capture_output=True, check=True)
    assert "Zoë 王" in done.stdout.decode()


def test_a_full_disk_behind_standard_output_is_a_fault(bare_leadport: Leadport, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text("email\nzoe@example.com\n")
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [PROGRAM, "detect", path], env=bare_leadport.environment, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert (done.returncode, done.stderr) == (
        1,
        b"The output cannot be written: No space left on device. [output_failed]\n",
    )
