"""How the embedded server is made and set: safe, closed, and the same everywhere."""

from pathlib import Path

import psutil
import pytest

from leadport.config import embedded
from leadport.config.place import usual
from tests.integration.config.conftest import ask, process_of


@pytest.mark.parametrize("setting", ["fsync", "synchronous_commit", "full_page_writes", "data_checksums"])
def test_what_was_committed_is_safe(running_home: Path, setting: str) -> None:
    assert ask(running_home, f"SHOW {setting}") == "on"


def test_no_network_address_is_listened_on(running_home: Path) -> None:
    assert ask(running_home, "SHOW listen_addresses") == ""
    assert psutil.Process(process_of(running_home)).net_connections(kind="inet") == []


def test_text_is_ordered_by_its_bytes_and_case_is_known_in_all_scripts(running_home: Path) -> None:
    assert ask(running_home, "SELECT 'Z' < 'a' AND 'z' < 'ä'") is True
    assert ask(running_home, "SELECT lower('ÄΣЖ')") == "äσж"
    assert ask(running_home, "SHOW server_encoding") == "UTF8"


def test_a_failed_statement_leaves_no_value_in_the_log(running_home: Path) -> None:
    with pytest.raises(Exception, match="invalid input syntax"):
        ask(running_home, "SELECT 'ada@example.org'::int")
    assert "ada" not in usual(running_home).log.read_text()


def test_a_cluster_whose_making_was_cut_off_is_made_anew(home: Path) -> None:
    unfinished = usual(home).directory / "data.unfinished"
    unfinished.mkdir(parents=True)
    unfinished.parent.chmod(0o700)
    (unfinished / "PG_VERSION").write_text("18\n")
    embedded.ensure_running(home=home)
    assert ask(home, "SELECT 1") == 1
    assert not unfinished.exists()


def test_data_of_another_version_is_left_alone(home: Path) -> None:
    data = usual(home).data
    data.mkdir(parents=True)
    data.parent.chmod(0o700)
    (data / "PG_VERSION").write_text("17\n")
    with pytest.raises(embedded.EmbeddedServerError, match="was made by PostgreSQL 17"):
        embedded.ensure_running(home=home)
    assert [entry.name for entry in data.iterdir()] == ["PG_VERSION"]
