"""The server's process: started whatever the last one left behind, and never mistaken for another."""

import os
import signal
import time
from pathlib import Path

import psycopg
import pytest

from leadport.config import embedded, server_process
from leadport.config.place import usual
from leadport.config.server_process import running_process
from tests.integration.config.conftest import ask, process_of


def test_a_connection_of_the_killed_server_that_is_still_busy_is_waited_for(running_home: Path) -> None:
    # A computation of some seconds, in which the server's child does not notice that its parent is gone.
    busy = "SELECT count(md5(a::text || b::text)) FROM generate_series(1, 3000) a, generate_series(1, 2000) b"
    client = psycopg.connect(embedded.ensure_running(home=running_home))
    client.pgconn.send_query(busy.encode())
    time.sleep(0.3)
    os.kill(process_of(running_home), signal.SIGKILL)
    embedded.ensure_running(home=running_home)
    client.close()
    assert ask(running_home, "SELECT 1") == 1
    assert "shared memory block" in usual(running_home).log.with_name("server.log.1").read_text()


def test_a_stranger_with_the_process_id_of_the_dead_server_is_not_taken_for_it(running_home: Path) -> None:
    killed = process_of(running_home)
    os.kill(killed, signal.SIGKILL)
    noted = usual(running_home).data / "postmaster.pid"
    noted.write_text(noted.read_text().replace(str(killed), str(os.getpid()), 1))
    embedded.ensure_running(home=running_home)
    assert process_of(running_home) not in {killed, os.getpid()}


def test_a_server_whose_socket_was_lost_is_replaced(running_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server_process, "LONGEST_SILENCE", 0.2)
    unreachable = process_of(running_home)
    usual(running_home).socket.unlink()
    embedded.ensure_running(home=running_home)
    assert process_of(running_home) != unreachable


def test_a_place_without_a_server_has_no_process(home: Path) -> None:
    assert running_process(usual(home)) is None
