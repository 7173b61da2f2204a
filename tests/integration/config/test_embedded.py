"""One server a home: made when needed, shared by all, and back after every accident."""

import multiprocessing
import os
import pwd
import signal
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from leadport.config import embedded
from leadport.config.place import Place, usual
from leadport.config.programs import programs
from leadport.config.server_user import ServerUser
from tests.integration.config.conftest import ask, process_of

START = """
import pathlib, sys
from leadport.config import embedded
print(embedded.ensure_running(home=pathlib.Path(sys.argv[1])), flush=True)
"""


def start_elsewhere(home: Path, *, then: str = "") -> "subprocess.Popen[str]":
    return subprocess.Popen([sys.executable, "-c", f"{START}\n{then}", home], stdout=subprocess.PIPE, text=True)


def test_a_second_call_finds_the_server_of_the_first(running_home: Path) -> None:
    before = process_of(running_home)
    assert embedded.ensure_running(home=running_home) == embedded.database_url(home=running_home)
    assert process_of(running_home) == before
    assert embedded.is_running(home=running_home)


def test_two_processes_that_start_at_once_get_one_server(home: Path) -> None:
    starters = [start_elsewhere(home) for _ in range(2)]
    said = [starter.communicate(timeout=60)[0].strip() for starter in starters]
    assert said == [embedded.database_url(home=home)] * 2
    assert usual(home).log.read_text().count("starting PostgreSQL") == 1
    assert not usual(home).log.with_name("server.log.1").exists()


def test_the_server_outlives_a_starter_that_is_killed(home: Path) -> None:
    starter = start_elsewhere(home, then="import time; time.sleep(600)")
    assert starter.stdout is not None
    assert starter.stdout.readline().strip() == embedded.database_url(home=home)
    before = process_of(home)
    starter.kill()
    starter.wait(10)
    starter.stdout.close()
    embedded.ensure_running(home=home)
    assert process_of(home) == before


def test_a_killed_server_comes_back_with_all_that_was_committed(running_home: Path) -> None:
    url = embedded.ensure_running(home=running_home)
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CREATE TABLE kept (number int)")
        connection.execute("INSERT INTO kept SELECT generate_series(1, 10000)")
    open_transaction = psycopg.connect(url)
    open_transaction.execute("INSERT INTO kept VALUES (0)")
    killed = process_of(running_home)
    os.kill(killed, signal.SIGKILL)
    embedded.ensure_running(home=running_home)
    open_transaction.close()
    assert process_of(running_home) != killed
    assert ask(running_home, "SELECT count(*) FROM kept") == 10000


def test_a_stopped_server_starts_again_with_its_data(running_home: Path) -> None:
    with psycopg.connect(embedded.ensure_running(home=running_home), autocommit=True) as connection:
        connection.execute("CREATE TABLE stopped AS SELECT 7 AS number")
    assert embedded.stop(home=running_home)
    assert not embedded.is_running(home=running_home)
    assert not embedded.stop(home=running_home)
    embedded.ensure_running(home=running_home)
    assert ask(running_home, "SELECT number FROM stopped") == 7


def test_a_home_nobody_used_yet_has_nothing_to_stop(home: Path) -> None:
    assert not embedded.stop(home=home)
    assert not home.exists()


def test_no_permission_of_any_parent_is_changed(base: Path) -> None:
    # Closed to everybody but this user: root's server has to go elsewhere.
    home = base / "closed" / "inner" / "home"
    home.parent.mkdir(parents=True, mode=0o700)
    home.parent.parent.chmod(0o700)
    before = {parent: parent.stat().st_mode for parent in home.parents}
    url = embedded.ensure_running(home=home, system_directory=base / "system")
    try:
        with psycopg.connect(url):
            assert {parent: parent.stat().st_mode for parent in home.parents} == before
    finally:
        embedded.stop(home=home)


def test_a_home_that_cannot_be_is_refused_with_a_sentence(base: Path) -> None:
    file = base / "file"
    file.touch()
    try:
        with pytest.raises(embedded.EmbeddedServerError, match=f"Leadport cannot use {file}"):
            embedded.ensure_running(home=file / "home")
    finally:
        file.unlink()


def test_a_full_disk_is_said_so_and_nothing_stays_half_made(base: Path) -> None:
    full = base / "full"
    full.mkdir(mode=0o711)
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=8m,mode=711", "none", full], check=False)
    if mounted.returncode != 0:
        pytest.skip("needs the right to mount a small disk")
    try:
        with pytest.raises(embedded.EmbeddedServerError, match="is full"):
            embedded.ensure_running(home=full / "home")
        assert [entry.name for entry in usual(full / "home").directory.iterdir()] == []
    finally:
        subprocess.run(["umount", full], check=True)


def _serve_as(uid: int, gid: int, home: Path) -> None:
    if os.geteuid() == 0:
        os.setgroups([])
        os.setgid(gid)
        os.setuid(uid)
    embedded.ensure_running(home=home)
    assert ask(home, "SELECT 1") == 1
    place = Place(home / "postgresql")
    assert place.directory.stat().st_uid == uid
    embedded.stop(home=home)


def test_an_ordinary_user_runs_the_server_itself(base: Path) -> None:
    user = pwd.getpwnam("nobody") if os.geteuid() == 0 else pwd.getpwuid(os.geteuid())
    installed = programs(user=ServerUser(uid=user.pw_uid, gid=user.pw_gid, steps_down=False), system_directory=base)
    if os.geteuid() == 0 and not _may_run(user, installed / "postgres"):
        pytest.skip("this checkout is closed to ordinary users")
    if os.geteuid() == 0:
        os.chown(base, user.pw_uid, user.pw_gid)
    # A forked process needs no Python that the user may read.
    process = multiprocessing.get_context("fork").Process(
        target=_serve_as, args=(user.pw_uid, user.pw_gid, base / "own")
    )
    process.start()
    process.join(60)
    assert process.exitcode == 0


def _may_run(user: pwd.struct_passwd, program: Path) -> bool:
    command = ["/bin/sh", "-c", 'test -x "$0"', str(program)]
    tried = subprocess.run(command, check=False, user=user.pw_uid, group=user.pw_gid, extra_groups=[], cwd="/")
    return tried.returncode == 0


def test_the_secret_key_is_made_once_and_closed_to_others(base: Path) -> None:
    home = base / "home"
    assert embedded.secret_key(home=home) == ""
    embedded.ensure_secret_key(home=home)
    key = embedded.secret_key(home=home)
    embedded.ensure_secret_key(home=home)
    assert embedded.secret_key(home=home) == key
    assert len(key) >= 50
    assert (home / "secret_key").stat().st_mode & 0o777 == 0o600
