"""An import that was killed, stopped or run twice at once ends as if nothing had happened."""

from __future__ import annotations

import resource
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.functional.cli.conftest import PROGRAM, Leadport
from tests.support.lead_book import rows, value

PEOPLE = 120_000
ACTIONS = ("--list", "Customers", "--tag", "Source/Shop", "--sequence", "Welcome:2", "--yes", "--json")
WHAT_LANDED = """
    SELECT (SELECT count(*) FROM lead), (SELECT count(DISTINCT email_key) FROM lead),
           (SELECT count(*) FROM list_member), (SELECT count(*) FROM lead_tag), (SELECT count(*) FROM enrolment),
           (SELECT md5(string_agg(email || coalesce(city, '-'), ',' ORDER BY email_key)) FROM lead)
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "list.csv"
    with path.open("w") as file:
        file.write("email,city\n")
        file.writelines(f"p{number}@example.com,Town {number % 977}\n" for number in range(PEOPLE))
    return path


def wait_until(happened: Callable[[], bool], program: subprocess.Popen[bytes]) -> None:
    while not happened():
        assert program.poll() is None, "it ended before it could be interrupted"
        time.sleep(0.005)


def some_landed() -> bool:
    return bool(value("SELECT EXISTS (SELECT FROM lead)"))


def row_made() -> bool:
    return bool(value("SELECT EXISTS (SELECT FROM lead_import)"))


def landing_begun() -> bool:
    return bool(value("SELECT EXISTS (SELECT FROM lead_import WHERE state = 'landing')"))


@pytest.mark.parametrize("moment", [row_made, some_landed])
def test_killed_and_run_again_it_goes_on_and_nothing_is_there_twice(
    leadport: Leadport, path: Path, moment: Callable[[], bool]
) -> None:
    program = leadport.start("import", path, *ACTIONS)
    wait_until(moment, program)
    program.kill()
    program.communicate()
    again = leadport.ok("import", path, *ACTIONS)
    assert "Import 1 was begun before and not finished. It goes on where it stopped." in again.err
    told = again.json
    assert (told["import_id"], told["uploaded"], told["new"], told["created"]) == (1, PEOPLE, PEOPLE, PEOPLE)
    interrupted = rows(WHAT_LANDED)
    assert interrupted[0][:5] == (PEOPLE,) * 5
    assert value("SELECT count(*) FROM lead_import") == 1
    assert leadport.ok("verify", "1", "--json").json["ok"] is True


def test_stopped_with_ctrl_c_it_says_how_to_go_on(leadport: Leadport, path: Path) -> None:
    program = leadport.start("import", path, *ACTIONS)
    wait_until(landing_begun, program)
    program.send_signal(signal.SIGINT)
    _, err = program.communicate(timeout=60)
    assert program.returncode == 130
    assert b"Run the same command again to go on where it stopped." in err
    assert b"Traceback" not in err
    assert leadport.ok("import", path, *ACTIONS).json["created"] == PEOPLE


def test_the_same_command_twice_at_once_creates_everybody_once_and_both_receipts_are_true(
    leadport: Leadport, tmp_path: Path
) -> None:
    path, people = tmp_path / "list.csv", 5000
    path.write_text("email,city\n" + "".join(f"p{number}@example.com,Oslo\n" for number in range(people)))
    programs = [leadport.start("import", path, *ACTIONS) for _ in range(2)]
    try:
        for program in programs:
            _, err = program.communicate(timeout=60)
            assert program.returncode == 0, err
    finally:
        for program in programs:
            program.kill()
    told = leadport.ok("imports", "--json").rows
    assert [row["state"] for row in told] == ["landed", "landed"]
    assert sum(int(str(row["new"])) for row in told) == people
    assert rows(WHAT_LANDED)[0][:5] == (people,) * 5
    for row in told:
        assert leadport.ok("verify", str(row["import_id"]), "--json").json["ok"] is True


@pytest.mark.parametrize("blocks", [10, 1500])
def test_a_full_disk_is_a_fault_and_once_there_is_room_the_import_goes_on(
    leadport: Leadport, path: Path, blocks: int
) -> None:
    def little_room() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (blocks * 512, blocks * 512))

    done = subprocess.run(
        [PROGRAM, "import", path, *ACTIONS],
        env=leadport.environment,
        capture_output=True,
        preexec_fn=little_room,
        check=False,
        timeout=120,
    )
    assert done.returncode == 1
    assert b"The disk is full." in done.stderr
    assert b"Traceback" not in done.stderr
    assert value("SELECT count(*) FROM lead") == 0
    assert leadport.ok("import", path, *ACTIONS).json["created"] == PEOPLE
    assert not [left for left in (leadport.home / "imports" / "passing").iterdir() if left.is_dir()]
